//! Weighting meets its margins or says what stands in the way.

use proptest::prelude::*;
use stats::{
    Balance, Collection, Column, Design, Distance, Frame, Joint, Linearised, Margin, Plan, Unevenness, WeightSummary,
    WeightingPolicy, WeightingRefusal,
};

fn design(rows: usize) -> Design {
    Design::new(Collection::Probability, rows, Plan::default()).unwrap()
}

fn margin(categories: &[u16], totals: &[f64]) -> Margin {
    Margin { categories: categories.to_vec(), totals: totals.to_vec() }
}

/// Sixty women and forty men of a town with as many of both; half of each are young.
fn town() -> (Design, Margin, Margin) {
    let sex: Vec<u16> = (0..100).map(|row| u16::from(row >= 60)).collect();
    let age: Vec<u16> = (0..100).map(|row| u16::from(row % 2 == 0)).collect();
    (design(100), margin(&sex, &[2500.0, 2500.0]), margin(&age, &[3000.0, 2000.0]))
}

#[test]
fn a_town_is_weighted_and_the_reader_can_check() {
    let (design, sex, age) = town();
    let (weighted, unevenness) = WeightingPolicy::default().weight(&design, &[sex.clone(), age.clone()]).unwrap();
    assert_eq!(unevenness, Unevenness::Fine);
    let balance = Balance::of(&design, &weighted, &[sex, age]).unwrap();
    assert!(balance.gap < 1e-12, "{}", balance.gap);
    let women = balance.margins[0][0];
    assert_eq!((women.respondents, women.unweighted, women.before, women.population), (60, 0.6, 0.6, 0.5));
    assert!((women.after - 0.5).abs() < 1e-12);
    assert!((WeightSummary::of(&weighted).sum - 5000.0).abs() < 1e-9);
    assert!(weighted.kish() > 1.0);
    // Women say 1, men 3, and everybody says 2 of the other: weighting moves the first mean from 1.8 to 2.
    let first = (0..100).map(|row| Some(if row < 60 { 1.0 } else { 3.0 })).collect();
    let shift = stats::weighting::largest_shift(&design, &weighted, &[vec![Some(2.0); 100], first]).unwrap().unwrap();
    assert_eq!(shift.0, 1);
    assert!((shift.1 - 0.2).abs() < 1e-9);
}

#[test]
fn what_stands_in_the_way_is_named() {
    use WeightingRefusal as R;
    let (design, sex, age) = town();
    let policy = WeightingPolicy::default();
    let refused = |margins: &[Margin]| policy.weight(&design, margins).map(drop).unwrap_err();
    let few: Vec<u16> = (0..100).map(|row| if row < 19 { 0 } else { 1 }).collect();
    let small: Vec<u16> = (0..100).map(|row| if row < 30 { 0 } else { 1 }).collect();
    let cases: [(Vec<Margin>, WeightingRefusal); 9] = [
        (vec![], R::NoMargin),
        (vec![sex.clone(), age.clone(), sex.clone(), age.clone()], R::TooManyMargins { found: 4, most: 3 }),
        (vec![margin(&sex.categories, &[1.0; 7])], R::TooManyCategories { margin: 0, found: 7, most: 6 }),
        (
            vec![sex.clone(), margin(&few, &[2500.0, 2500.0])],
            R::FewRespondents { margin: 1, category: 0, respondents: 19, fewest: 20 },
        ),
        (vec![margin(&sex.categories, &[2000.0, 2000.0, 1000.0])], R::NobodyIn { margin: 0, category: 2 }),
        (vec![margin(&small, &[200.0, 4800.0])], R::SmallCategory { margin: 0, category: 0 }),
        (vec![sex.clone(), margin(&age.categories, &[3000.0, 1000.0])], R::TotalsDisagree { margin: 1 }),
        (vec![sex.clone(), sex.clone()], R::Repeats { margin: 1, category: 1 }),
        (vec![margin(&sex.categories[..99], &[1.0, 1.0])], R::LengthsDiffer { margin: 0, expected: 100, found: 99 }),
    ];
    for (margins, expected) in cases {
        assert_eq!(refused(&margins), expected);
    }
    let unclassified: Vec<u16> = (0..100).map(|row| if row == 7 { 9 } else { 0 }).collect();
    assert_eq!(refused(&[margin(&unclassified, &[5000.0])]), R::Unclassified { margin: 0, row: 7 });
    let weighted = policy.weight(&design, std::slice::from_ref(&sex)).unwrap().0;
    assert_eq!(policy.weight(&weighted, &[age]).map(drop), Err(R::AlreadyWeighted));
}

#[test]
fn bounds_that_cannot_be_met_are_refused_with_their_category() {
    let (design, sex, _) = town();
    let low = Distance::Logit { low: 0.9, high: 1.1 };
    let grown = margin(&sex.categories, &[20.0, 80.0]);
    let refused = design.calibrated(std::slice::from_ref(&grown), low).map(drop);
    assert!(matches!(refused, Err(WeightingRefusal::OutOfReach { margin: 0, .. })), "{refused:?}");
    let nonsense = design.calibrated(&[grown], Distance::Logit { low: 1.2, high: 2.0 }).map(drop);
    assert_eq!(nonsense, Err(WeightingRefusal::Bounds));
}

#[test]
fn margins_that_contradict_each_other_are_not_raked() {
    // Everybody young is a woman, so young people cannot be more than women.
    let sex = margin(&[0, 0, 1, 1], &[40.0, 60.0]);
    let young = margin(&[0, 0, 1, 1], &[50.0, 50.0]);
    let refused = design(4).raked(&[sex, young]).map(drop);
    assert!(matches!(refused, Err(WeightingRefusal::OutOfReach { .. })), "{refused:?}");
}

#[test]
fn weights_are_taken_over_only_where_they_belong() {
    use WeightingRefusal as R;
    let (design, sex, age) = town();
    let columns = |margins: &[&Margin]| -> Vec<Vec<Option<usize>>> {
        let column = |margin: &Margin| margin.categories.iter().map(|category| Some(usize::from(*category))).collect();
        margins.iter().map(|margin| column(margin)).collect()
    };
    let both = columns(&[&sex, &age]);
    let raked = design.raked(&[sex.clone(), age.clone()]).unwrap();
    assert_eq!(design.clone().weighted_as(&raked, &both), Ok(raked.clone()));
    let refused = |design: &Design, from: &Design, columns: &[Vec<Option<usize>>]| {
        design.clone().weighted_as(from, columns).map(drop).unwrap_err()
    };
    let largest = raked.weights().iter().copied().fold(0.0, f64::max);
    let trimmed = raked.trimmed(None, Some(largest * 0.99), true).unwrap();
    let mut unknown = both.clone();
    unknown[1][7] = None;
    let cases = [
        (refused(&raked, &raked, &both), R::AlreadyWeighted),
        (refused(&design, &design, &both), R::NotByMargins),
        (refused(&design, &trimmed, &both), R::NotByMargins),
        (refused(&design, &raked, &columns(&[&sex])), R::AnotherSample),
        (refused(&design, &raked, &columns(&[&age, &sex])), R::AnotherSample),
        (refused(&design, &raked, &[vec![Some(5); 100], both[1].clone()]), R::AnotherSample),
        (refused(&design, &raked, &unknown), R::Unclassified { margin: 1, row: 7 }),
        (
            refused(&design, &raked, &[both[0].clone(), Vec::new()]),
            R::LengthsDiffer { margin: 1, expected: 100, found: 0 },
        ),
    ];
    for (found, expected) in cases {
        assert_eq!(found, expected);
    }
}

fn margins() -> impl Strategy<Value = (Vec<f64>, Vec<Margin>)> {
    (10usize..60).prop_flat_map(|rows| {
        let weights = prop::collection::vec(0.5f64..2.0, rows);
        let categories = prop::collection::vec((0u16..2, 0u16..3), rows);
        let totals = (prop::collection::vec(1.0f64..2.0, 2), prop::collection::vec(1.0f64..2.0, 3));
        (weights, categories, totals).prop_map(|(weights, categories, (first, second))| {
            let scaled = |totals: Vec<f64>| {
                let sum: f64 = totals.iter().sum();
                totals.into_iter().map(|total| 1000.0 * total / sum).collect::<Vec<f64>>()
            };
            let column = |of: &dyn Fn(&(u16, u16)) -> u16| categories.iter().map(of).collect::<Vec<u16>>();
            let margins = vec![
                Margin { categories: column(&|row| row.0), totals: scaled(first) },
                Margin { categories: column(&|row| row.1), totals: scaled(second) },
            ];
            (weights, margins)
        })
    })
}

proptest! {
    #[test]
    fn raking_reproduces_its_margins((weights, margins) in margins()) {
        let plan = Plan { weights: Some(weights.clone()), ..Plan::default() };
        let design = Design::new(Collection::Probability, weights.len(), plan).unwrap();
        if let Ok(raked) = design.raked(&margins) {
            prop_assert!(Balance::of(&design, &raked, &margins).unwrap().gap < 1e-9);
            // The margins are known now, so a figure about them alone has no variance left.
            let women: Vec<Option<f64>> =
                margins[0].categories.iter().map(|category| Some(f64::from(*category))).collect();
            let share = Linearised::mean(&raked, &women).unwrap();
            prop_assert!(share.variance(&raked).unwrap() < 1e-18);
            if let Ok(calibrated) = design.calibrated(&margins, Distance::Raking) {
                for (one, other) in raked.weights().iter().zip(calibrated.weights()) {
                    prop_assert!((one - other).abs() <= 1e-7 * one);
                }
            }
        }
    }

    /// Counted together or row by row, weighted once or anew: the same figure with the same variance.
    #[test]
    fn weights_taken_over_are_those_of_the_whole_sample(
        (weights, margins) in margins(),
        answers in prop::collection::vec(0u8..3, 60),
    ) {
        let rows = weights.len();
        let column = |codes: Vec<u8>, options| Column::of_bytes(options, codes);
        let categories = |margin: &Margin| margin.categories.iter().map(|category| *category as u8).collect();
        let columns = vec![
            column(answers[..rows].to_vec(), 3),
            column(categories(&margins[0]), 2),
            column(categories(&margins[1]), 3),
        ];
        let frame = Frame::new(rows, columns, Plan { weights: Some(weights), ..Plan::default() }).unwrap();
        let by_rows = frame.design(Collection::Probability).unwrap();
        let Ok(raked) = by_rows.raked(&margins) else { return Ok(()) };
        let counted = Joint::count(&frame, &[0], &[1, 2]).unwrap().cells(Some(0), &[0, 1]).unwrap();
        let by_cells = Design::of_cells(Collection::Probability, counted.cells).unwrap();
        let by_cells = by_cells.weighted_as(&raked, &counted.groups).unwrap();
        prop_assert!(Balance::of(&by_rows, &raked, &margins).unwrap().gap < 1e-9);
        prop_assert!((by_cells.population() - raked.population()).abs() < 1e-6);
        let row_values: Vec<Option<f64>> = answers[..rows].iter().map(|code| Some(f64::from(*code))).collect();
        let cell_values: Vec<Option<f64>> = counted.answers.iter().map(|code| code.map(|code| code as f64)).collect();
        let of_rows = Linearised::mean(&raked, &row_values).unwrap();
        let of_cells = Linearised::mean(&by_cells, &cell_values).unwrap();
        prop_assert!((of_rows.value - of_cells.value).abs() < 1e-9);
        let (one, other) = (of_rows.variance(&raked).unwrap(), of_cells.variance(&by_cells).unwrap());
        prop_assert!((one - other).abs() <= 1e-9 * one.max(1e-6), "{one} {other}");
    }

    #[test]
    fn cutting_weights_keeps_their_sum((weights, _) in margins(), upper in 1.2f64..1.9) {
        let plan = Plan { weights: Some(weights.clone()), ..Plan::default() };
        let design = Design::new(Collection::Probability, weights.len(), plan).unwrap();
        match design.trimmed(None, Some(upper), true) {
            Ok(trimmed) => {
                prop_assert!((trimmed.population() - design.population()).abs() < 1e-9);
                prop_assert!(trimmed.weights().iter().all(|weight| *weight <= upper * (1.0 + 1e-12)));
            }
            Err(refused) => prop_assert_eq!(refused, WeightingRefusal::NothingInside),
        }
    }
}
