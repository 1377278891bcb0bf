//! Tests under a design: without weights they are the plain ones, and labels and order do not matter.

use proptest::prelude::*;
use stats::comparisons::Seed;
use stats::weighted::WeightedShare;
use stats::weighted::{
    Link, Ties, WeightedTable, ZeroCells, rank_test, rank_test_of_groups, regression, t_test, weighted_alpha,
};
use stats::{Base, Collection, Design, DesignRefusal, Inference, Level, Linearised, Method, Plan, Replicates, Share};

fn simple(rows: usize) -> Design {
    Design::new(Collection::SelfSelected, rows, Plan::default()).unwrap()
}

fn weighted(weights: &[f64]) -> Design {
    let plan = Plan { weights: Some(weights.to_vec()), ..Plan::default() };
    Design::new(Collection::Probability, weights.len(), plan).unwrap()
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1e-6)
}

#[test]
fn pearsons_statistic_is_found_without_weights() {
    // 30, 10 and 20, 40: χ² = 100·(30·40−10·20)²/(40·60·50·50).
    let counts = [(0, 0, 30), (0, 1, 10), (1, 0, 20), (1, 1, 40)];
    let (mut rows, mut columns) = (Vec::new(), Vec::new());
    for (row, column, count) in counts {
        rows.extend(std::iter::repeat_n(Some(row), count));
        columns.extend(std::iter::repeat_n(Some(column), count));
    }
    let design = simple(100);
    let found = WeightedTable::new(&design, &rows, &columns).unwrap().rao_scott(ZeroCells::Observed).unwrap();
    let chi_square = 100.0 * 1000.0 * 1000.0 / (40.0 * 60.0 * 50.0 * 50.0);
    assert!(near(found.first_order.chi_square, chi_square));
    assert!(near(found.cramers_v, (chi_square / 100.0_f64).sqrt()));
    // Without weights the design effect is that of n−1 for n, and of the shares found for those expected.
    assert!((found.mean_effect - 1.0).abs() < 0.5);
}

#[test]
fn what_cannot_be_tested_is_refused() {
    let design = simple(4);
    let (same, other) = ([Some(0); 4], [Some(0), Some(1), Some(0), Some(1)]);
    assert_eq!(WeightedTable::new(&design, &same, &other).map(drop).unwrap_err(), DesignRefusal::Nobody);
    let constant = [Some(3.0); 4];
    assert_eq!(t_test(&design, &constant, &other).map(drop), Err(DesignRefusal::NotANumber));
    assert_eq!(t_test(&design, &constant, &same).map(drop), Err(DesignRefusal::Nobody));
    assert_eq!(weighted_alpha(&design, &[constant.to_vec(), constant.to_vec()]), Err(DesignRefusal::NotANumber));
    let terms = vec![vec![Some(1.0); 4], vec![Some(2.0); 4]];
    assert_eq!(
        regression(&design, &constant, &terms, Link::Identity).map(drop),
        Err(DesignRefusal::Dependent { column: 1 })
    );
    let certain = [Some(0.0), Some(0.0), Some(1.0), Some(1.0)];
    let terms = vec![vec![Some(1.0); 4], vec![Some(1.0), Some(2.0), Some(3.0), Some(4.0)]];
    assert!(regression(&design, &certain, &terms, Link::Logit).is_err());
}

#[test]
fn an_empty_cell_is_tested_by_the_expected_shares() {
    let design = simple(60);
    let rows: Vec<Option<usize>> = (0..60).map(|row| Some(usize::from(row >= 30))).collect();
    let columns: Vec<Option<usize>> = (0..60).map(|row| Some(usize::from(row >= 45))).collect();
    let table = WeightedTable::new(&design, &rows, &columns).unwrap();
    let default = table.rao_scott(ZeroCells::default()).unwrap();
    assert_eq!(default, table.rao_scott(ZeroCells::NullProportions).unwrap());
    assert_ne!(default, table.rao_scott(ZeroCells::Observed).unwrap());
}

/// Rows with these weights over and over, of whom the first `yes` say yes.
fn share(rows: usize, yes: usize, weights: &[f64], population: Option<f64>) -> WeightedShare {
    let weights = (0..rows).map(|row| weights[row % weights.len()]).collect();
    let populations = population.map(|population| vec![population; rows]);
    let plan = Plan { weights: Some(weights), populations, ..Plan::default() };
    let design = Design::new(Collection::EveryoneInvited, rows, plan).unwrap();
    let answers: Vec<Option<bool>> = (0..rows).map(|row| Some(row < yes)).collect();
    WeightedShare::of(&design, &answers, Base::Answered, Level::NINETY_FIVE).unwrap()
}

#[test]
fn a_weighted_share_has_the_interval_of_its_size() {
    let (plain, uneven) = (&[1.0][..], &[1.0, 3.0][..]);
    let cases = [
        (share(100, 40, uneven, None), Method::WilsonEffective),
        (share(29, 12, uneven, None), Method::KornGraubard),
        (share(100, 0, uneven, None), Method::KornGraubard),
        (share(100, 100, plain, Some(400.0)), Method::KornGraubard),
        (share(100, 40, plain, Some(100.0)), Method::None),
    ];
    for (found, method) in cases {
        assert_eq!(found.estimate.method, method, "{found:?}");
        match found.estimate.interval {
            Some(interval) => assert!(interval.contains(found.estimate.value) && interval.width() > 0.01, "{found:?}"),
            None => {
                assert_eq!((found.estimate.inference, found.estimate.standard_error), (Inference::Exact, Some(0.0)))
            }
        }
    }
    // None of 100 with weights of 1 and 3 are worth 80: the limit is 1 − 0.025^(1/80).
    let none = share(100, 0, uneven, None);
    assert!(near(none.effective_answers, 80.0));
    assert!(near(none.estimate.interval.unwrap().high, 1.0 - 0.954_935_964_932_307_7));
    assert_eq!((none.unweighted, none.percentage().units), (Share::new(0, 100).unwrap(), 0));
    let without_weights = share(100, 40, plain, None);
    assert!(
        without_weights.estimate.interval.unwrap().width()
            < share(100, 40, uneven, None).estimate.interval.unwrap().width()
    );
}

#[test]
fn replicates_find_the_linearised_variance() {
    let rows = 240;
    let weights: Vec<f64> = (0..rows).map(|row| 1.0 + f64::from(row % 5)).collect();
    let plan = Plan {
        weights: Some(weights),
        strata: Some((0..rows).map(|row| row / 80).collect()),
        clusters: Some((0..rows).map(|row| row / 4).collect()),
        ..Plan::default()
    };
    let design = Design::new(Collection::Probability, 240, plan).unwrap();
    let answers: Vec<Option<f64>> = (0..rows).map(|row| Some(f64::from(row * row % 17 + row % 4))).collect();
    let expected = Linearised::mean(&design, &answers).unwrap().variance(&design).unwrap();
    let mean = |weights: &[f64]| {
        let sum: f64 = weights.iter().zip(&answers).map(|(weight, answer)| weight * answer.unwrap()).sum();
        Some(sum / weights.iter().sum::<f64>())
    };
    let found = |replicates: Replicates<'_>| replicates.variance(mean).unwrap() / expected;
    let jackknife = found(Replicates::jackknife(&design).unwrap());
    assert!((jackknife - 1.0).abs() < 0.05, "{jackknife}");
    let bootstrap = || Replicates::bootstrap(&design, Replicates::ROUNDS, Seed(7)).unwrap();
    assert!((found(bootstrap()) - 1.0).abs() < 0.15, "{}", found(bootstrap()));
    assert_eq!(found(bootstrap()).to_bits(), found(bootstrap()).to_bits());
    let groups = |design: &Design| Replicates::grouped_jackknife(design, 30, Seed(7)).map(|found| found.number());
    assert_eq!(groups(&design), Err(DesignRefusal::Stratified));
    assert_eq!(groups(&simple(240)), Ok(30));
}

type Row = (Option<u8>, u8, f64);

fn rows() -> impl Strategy<Value = Vec<Row>> {
    prop::collection::vec((prop::option::weighted(0.9, 0u8..5), 0u8..3, 0.2f64..4.0), 20..80)
}

type Parts = (Design, Vec<Option<f64>>, Vec<Option<usize>>, Vec<Option<usize>>);

fn parts(rows: &[Row]) -> Parts {
    let weights: Vec<f64> = rows.iter().map(|row| row.2).collect();
    (
        weighted(&weights),
        rows.iter().map(|row| row.0.map(f64::from)).collect(),
        rows.iter().map(|row| row.0.map(usize::from)).collect(),
        rows.iter().map(|row| Some(usize::from(row.1))).collect(),
    )
}

proptest! {
    #[test]
    fn neither_order_nor_labels_matter(rows in rows()) {
        let mut turned = rows.clone();
        turned.reverse();
        // The labels turned around as well.
        turned.iter_mut().for_each(|row| row.1 = 2 - row.1);
        let found = |rows: &[Row]| {
            let (design, answers, places, groups) = parts(rows);
            let table = WeightedTable::new(&design, &places, &groups)?;
            let chi = table.rao_scott(ZeroCells::NullProportions)?;
            let ranks = rank_test_of_groups(&design, &answers, &groups, 3, Ties::MidRanks)?;
            Ok::<_, DesignRefusal>([chi.statistic, chi.p, chi.cramers_v, ranks.chi_square, ranks.p])
        };
        if let (Ok(here), Ok(there)) = (found(&rows), found(&turned)) {
            for (here, there) in here.into_iter().zip(there) {
                prop_assert!((here - there).abs() <= 1e-7 * here.abs().max(1e-3), "{} {}", here, there);
            }
        }
    }

    #[test]
    fn every_p_lies_between_nought_and_one(rows in rows()) {
        let (design, answers, places, groups) = parts(&rows);
        let mut all = Vec::new();
        if let Ok(table) = WeightedTable::new(&design, &places, &groups) {
            for zero_cells in [ZeroCells::NullWhereEmpty, ZeroCells::NullProportions, ZeroCells::Observed] {
                all.extend(table.rao_scott(zero_cells).map(|found| [found.p, found.first_order.p, found.cramers_v]));
            }
            all.extend(table.wald(false).map(|found| [found.p; 3]));
            all.extend(table.wald(true).map(|found| [found.p; 3]));
        }
        all.extend(t_test(&design, &answers, &groups).map(|found| [found.p; 3]));
        all.extend(rank_test(&design, &answers, &groups, Ties::MidRanks).map(|found| [found.p; 3]));
        all.extend(rank_test(&design, &answers, &groups, Ties::StoredOrder).map(|found| [found.p; 3]));
        for p in all.into_iter().flatten() {
            prop_assert!((0.0..=1.0).contains(&p), "{}", p);
        }
    }

    #[test]
    fn a_regression_on_a_group_is_the_difference_of_means(rows in rows()) {
        let (design, answers, _, groups) = parts(&rows);
        let of_two: Vec<Option<f64>> =
            groups.iter().map(|group| group.filter(|group| *group < 2).map(|group| if group == 1 { 1.0 } else { 0.0 })).collect();
        let ones = vec![Some(1.0); rows.len()];
        let found = regression(&design, &answers, &[ones, of_two], Link::Identity);
        let test = t_test(&design, &answers, &groups);
        if let (Ok(found), Ok(test)) = (found, test) {
            let slope: &Linearised = &found.coefficients[1];
            prop_assert!((slope.value - test.value).abs() < 1e-9);
            prop_assert!((slope.variance(&design).unwrap().sqrt() - test.standard_error).abs() < 1e-9);
            prop_assert!(near(found.residual_degrees, test.degrees));
        }
    }
}
