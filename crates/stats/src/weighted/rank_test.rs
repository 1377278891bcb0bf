use super::differences::{WeightedDifference, domain_means};
use super::wald::quadratic;
use crate::design::{Design, DesignRefusal};
use crate::linearised::Linearised;
use crate::math::sum::Sum;
use crate::math::{fisher, float};

/// The rank test of two groups: value and standard error are differences of mean ranks, as parts of the population.
pub type RankTest = WeightedDifference;

/// The rank test of more than two groups.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankTestOfGroups {
    /// Wald's distance of the mean ranks from the first group's.
    pub chi_square: f64,
    pub numerator: f64,
    pub denominator: f64,
    pub p: f64,
}

/// What rank equal answers get.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Ties {
    /// The weight below them and half of their own: it does not depend on the order of the rows. The default.
    #[default]
    MidRanks,
    /// The plain mean of running weights in the stored order, as R survey has it: with unequal weights p depends on the
    /// order of the rows. For comparison only.
    StoredOrder,
}

/// Whether answers of group 1 lie higher than those of group 0 (Lumley & Scott 2013, with true mid-ranks):
/// r_i = [Σ_{y_j<y_i}w_j + ½Σ_{y_j=y_i}w_j]/N̂, the difference of the weighted mean ranks with t on ν−1.
///
/// # Errors
/// When a group is empty, the design tells no variance, or all answered the same.
pub fn rank_test(
    design: &Design,
    answers: &[Option<f64>],
    groups: &[Option<usize>],
    ties: Ties,
) -> Result<RankTest, DesignRefusal> {
    let means = mean_ranks(design, answers, groups, 2, ties)?;
    let [base, other] = means.as_slice() else { return Err(DesignRefusal::Nobody) };
    WeightedDifference::of(&Linearised::combined(&[(-1.0, base), (1.0, other)]), design, design.degrees() - 1.0)
}

/// The same for `number` groups, numbered from 0: F = χ²/(k−1) on k−1 and ν−(k−1).
///
/// # Errors
/// When a group is empty, the design tells no variance, or groups do not differ within themselves.
pub fn rank_test_of_groups(
    design: &Design,
    answers: &[Option<f64>],
    groups: &[Option<usize>],
    number: usize,
    ties: Ties,
) -> Result<RankTestOfGroups, DesignRefusal> {
    let means = mean_ranks(design, answers, groups, number, ties)?;
    let Some((base, others)) = means.split_first() else { return Err(DesignRefusal::Nobody) };
    let differences: Vec<Linearised> =
        others.iter().map(|other| Linearised::combined(&[(-1.0, base), (1.0, other)])).collect();
    let influences: Vec<&[f64]> = differences.iter().map(|figure| figure.influence.as_slice()).collect();
    let values: Vec<f64> = differences.iter().map(|figure| figure.value).collect();
    let chi_square = quadratic(&design.covariance(&influences)?, &values)?;
    let numerator = float(u64::try_from(others.len()).unwrap_or(u64::MAX));
    let denominator = design.degrees() - numerator;
    if numerator < 1.0 || denominator <= 0.0 {
        return Err(DesignRefusal::NotANumber);
    }
    let p = fisher::upper(chi_square / numerator, numerator, denominator);
    Ok(RankTestOfGroups { chi_square, numerator, denominator, p })
}

fn mean_ranks(
    design: &Design,
    answers: &[Option<f64>],
    groups: &[Option<usize>],
    number: usize,
    ties: Ties,
) -> Result<Vec<Linearised>, DesignRefusal> {
    if answers.len() != design.units() || groups.len() != design.units() {
        return Err(DesignRefusal::LengthsDiffer { expected: design.units(), found: answers.len().min(groups.len()) });
    }
    let inside =
        |(answer, group): (&Option<f64>, &Option<usize>)| answer.filter(|_| group.is_some_and(|own| own < number));
    let answers: Vec<Option<f64>> = answers.iter().zip(groups).map(inside).collect();
    domain_means(design, &ranks(design, &answers, ties)?, groups, number)
}

fn ranks(design: &Design, answers: &[Option<f64>], ties: Ties) -> Result<Vec<Option<f64>>, DesignRefusal> {
    let weighted = answers.iter().zip(design.weights()).enumerate();
    let mut order: Vec<(f64, f64, usize)> =
        weighted.filter_map(|(unit, (answer, weight))| answer.map(|answer| (answer + 0.0, *weight, unit))).collect();
    if order.iter().any(|(answer, ..)| !answer.is_finite()) {
        return Err(DesignRefusal::NotANumber);
    }
    // A stable sort: within equal answers the stored order stays.
    order.sort_by(|a, b| a.0.total_cmp(&b.0));
    let population = order.iter().map(|(_, weight, _)| *weight).collect::<Sum>().value();
    let mut ranks = vec![None; answers.len()];
    let mut below = Sum::default();
    for tied in order.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
        let before = below.value();
        let mut middles = Sum::default();
        for (_, weight, _) in tied {
            middles.add(below.value() + weight / 2.0);
            below.add(*weight);
        }
        let rank = match ties {
            Ties::MidRanks => before.midpoint(below.value()),
            Ties::StoredOrder => middles.value() / float(u64::try_from(tied.len()).unwrap_or(u64::MAX)),
        };
        for (.., unit) in tied {
            if let Some(place) = ranks.get_mut(*unit) {
                *place = Some(rank / population);
            }
        }
    }
    Ok(ranks)
}
