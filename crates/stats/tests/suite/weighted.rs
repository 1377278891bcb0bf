//! Tests under a design: without weights they are the plain ones, and labels and order do not matter.

use proptest::prelude::*;
use stats::weighted::{
    Link, Ties, WeightedTable, ZeroCells, rank_test, rank_test_of_groups, regression, t_test, weighted_alpha,
};
use stats::{Collection, Design, DesignRefusal, Linearised, Plan};

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
