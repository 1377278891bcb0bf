use crate::comparisons::tested::Tested;
use crate::math::sum::Sum;
use crate::math::{float, float_of_integer};
use crate::missing::MOST;

/// Two numbers of each person, counted by how often the same two occur.
#[derive(Debug, Clone, PartialEq)]
pub struct Pairs {
    /// Sorted by the first, then the second.
    pairs: Vec<(f64, f64, u64)>,
}

impl Pairs {
    /// In any order; what is not a finite number is left out. Counts so large that all together could exceed 2⁴⁰ are
    /// cut to that: there are not so many people.
    pub fn new(pairs: impl IntoIterator<Item = (f64, f64, u64)>) -> Pairs {
        let usable = |(x, y, count): &(f64, f64, u64)| x.is_finite() && y.is_finite() && *count > 0;
        // Adding nought makes one value of the two noughts.
        let mut pairs: Vec<(f64, f64, u64)> =
            pairs.into_iter().filter(usable).map(|(x, y, count)| (x + 0.0, y + 0.0, count)).collect();
        pairs.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let most = MOST / u64::try_from(pairs.len()).unwrap_or(MOST).clamp(1, MOST);
        for (_, _, count) in &mut pairs {
            *count = (*count).min(most);
        }
        Pairs { pairs }
    }

    /// People.
    pub fn n(&self) -> u64 {
        self.pairs.iter().map(|(_, _, count)| *count).sum()
    }

    /// r (Pearson 1895); `None` when one of the two never changes.
    pub fn pearson(&self) -> Option<f64> {
        correlation(self.pairs.iter().copied())
    }

    /// Pearson's r of the mid-ranks (Spearman 1904).
    pub fn spearman(&self) -> Option<f64> {
        let first = ranks(self.pairs.iter().map(|(x, _, count)| (*x, *count)));
        let second = ranks(self.pairs.iter().map(|(_, y, count)| (*y, *count)));
        let ranked = first.into_iter().zip(second).zip(&self.pairs);
        correlation(ranked.map(|((x, y), (_, _, count))| (x, y, *count)).collect::<Vec<_>>().into_iter())
    }

    /// τ_b: pairs of people in the same order less those in the opposite one, over those that are not tied (Kendall
    /// 1945). `None` when one of the two numbers never changes.
    pub fn kendall_tau_b(&self) -> Option<f64> {
        let n = i128::from(self.n());
        let twos = |counts: &[i128]| -> i128 { counts.iter().map(|t| t * (t - 1)).sum() };
        let first = tied(self.pairs.iter().map(|(x, _, count)| (*x, *count)).collect());
        let second = tied(self.pairs.iter().map(|(_, y, count)| (*y, *count)).collect());
        let all = n * (n - 1);
        let (x, y) = (all - twos(&first), all - twos(&second));
        if x <= 0 || y <= 0 {
            return None;
        }
        let score = 2.0 * float_of_integer(self.concordance());
        Some((score / (float_of_integer(x).sqrt() * float_of_integer(y).sqrt())).clamp(-1.0, 1.0))
    }

    /// Whether both rise together: M² = (n−1)r² on one degree (Mantel 1963). `None` as for r.
    pub fn linear(&self) -> Option<Tested> {
        let r = self.pearson()?;
        Some(Tested::chi_square((float(self.n()) - 1.0) * r * r, 1.0))
    }

    /// Concordant less discordant pairs, going up the first number and counting the second ones below and above.
    fn concordance(&self) -> i128 {
        let mut levels: Vec<f64> = self.pairs.iter().map(|(_, y, _)| *y).collect();
        levels.sort_by(f64::total_cmp);
        levels.dedup_by(|a, b| a.total_cmp(b).is_eq());
        let place = |y: f64| levels.partition_point(|level| level.total_cmp(&y).is_lt());
        let mut below = Below::new(levels.len());
        let mut score = 0i128;
        for group in self.pairs.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
            for (_, y, count) in group {
                let at = place(*y);
                let (less, up_to) = (below.up_to(at), below.up_to(at + 1));
                score += i128::from(*count) * (less - (below.all - up_to));
            }
            for (_, y, count) in group {
                below.add(place(*y), i128::from(*count));
            }
        }
        score
    }
}

/// r of two lists side by side, each pair once.
pub fn pearson_correlation(first: &[f64], second: &[f64]) -> Option<f64> {
    correlation(first.iter().zip(second).map(|(x, y)| (*x, *y, 1)))
}

fn correlation(pairs: impl Iterator<Item = (f64, f64, u64)> + Clone) -> Option<f64> {
    let n = pairs.clone().map(|(_, _, count)| float(count)).collect::<Sum>().value();
    let mean = |of: fn(&(f64, f64, u64)) -> f64| {
        pairs.clone().map(|pair| of(&pair) * (float(pair.2) / n)).collect::<Sum>().value()
    };
    let (x, y) = (mean(|pair| pair.0), mean(|pair| pair.1));
    let product = |of: &dyn Fn(f64, f64) -> f64| {
        pairs.clone().map(|(a, b, count)| float(count) * of(a - x, b - y)).collect::<Sum>().value()
    };
    let (xx, yy, xy) = (product(&|a, _| a * a), product(&|_, b| b * b), product(&|a, b| a * b));
    // What is left of the squares of one and the same number is rounding.
    let smallest = |mean: f64| n * mean * mean * 1e-30;
    let spread = xx > smallest(x) && yy > smallest(y);
    spread.then(|| (xy / (xx.sqrt() * yy.sqrt())).clamp(-1.0, 1.0))
}

/// The mid-rank of each, in the order given.
fn ranks(values: impl Iterator<Item = (f64, u64)>) -> Vec<f64> {
    let mut places: Vec<(usize, f64, u64)> =
        values.enumerate().map(|(at, (value, count))| (at, value, count)).collect();
    let mut ranks = vec![0.0; places.len()];
    places.sort_by(|a, b| a.1.total_cmp(&b.1));
    let mut below = 0.0;
    for tie in places.chunk_by(|a, b| a.1.total_cmp(&b.1).is_eq()) {
        let size = tie.iter().map(|(_, _, count)| float(*count)).sum::<f64>();
        for (at, _, _) in tie {
            if let Some(rank) = ranks.get_mut(*at) {
                *rank = below + 0.5 * (size + 1.0);
            }
        }
        below += size;
    }
    ranks
}

/// How many people share each value.
fn tied(mut values: Vec<(f64, u64)>) -> Vec<i128> {
    values.sort_by(|a, b| a.0.total_cmp(&b.0));
    let ties = values.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq());
    ties.map(|tie| tie.iter().map(|(_, count)| i128::from(*count)).sum()).collect()
}

/// Running counts of the levels below a place (Fenwick 1994).
struct Below {
    sums: Vec<i128>,
    all: i128,
}

impl Below {
    fn new(levels: usize) -> Below {
        Below { sums: vec![0; levels + 1], all: 0 }
    }

    fn add(&mut self, level: usize, count: i128) {
        self.all += count;
        let mut at = level + 1;
        while let Some(sum) = self.sums.get_mut(at) {
            *sum += count;
            at += at & at.wrapping_neg();
        }
    }

    fn up_to(&self, levels: usize) -> i128 {
        let (mut total, mut at) = (0, levels);
        while at > 0 {
            total += self.sums.get(at).copied().unwrap_or(0);
            at &= at - 1;
        }
        total
    }
}
