//! Designs agree with what simpler code and plain arithmetic say.

use proptest::prelude::*;
use stats::math::student;
use stats::proportion::{self, Proportion};
use stats::{Cells, Collection, Design, Level, Linearised, Lonely, Plan, Reach, Share, SimpleSample};

/// The default rule must agree with the kernel that it chooses.
#[test]
fn the_default_of_a_draw_is_the_weighted_wilson_of_its_design() {
    let reach = Reach::new(Collection::EveryoneInvited, 176, Some(5000)).unwrap();
    let found = Proportion::of(Share::new(141, 176).unwrap(), stats::Base::Answered, reach, Level::NINETY_FIVE);
    let plan = Plan { populations: Some(vec![5000.0; 176]), ..Plan::default() };
    let design = Design::new(Collection::EveryoneInvited, 176, plan).unwrap();
    let answers: Vec<Option<f64>> = (0..176).map(|row| Some(f64::from(u8::from(row < 141)))).collect();
    let share = Linearised::mean(&design, &answers).unwrap();
    let effective = share.value * (1.0 - share.value) / share.variance(&design).unwrap();
    let quantile = student::upper_quantile(Level::NINETY_FIVE.tail(), design.degrees());
    let expected = proportion::wilson_effective(share.value, effective, quantile);
    let interval = found.estimate.interval.unwrap();
    assert!((interval.low - expected.low).abs() < 1e-12 && (interval.high - expected.high).abs() < 1e-12);
}

#[test]
fn a_stratum_of_one_is_adjusted_averaged_removed_or_refused() {
    let plan = Plan { strata: Some(vec![1, 1, 2]), ..Plan::default() };
    let design = Design::new(Collection::Probability, 3, plan).unwrap();
    let total = Linearised::total(&design, &[Some(1.0), Some(3.0), Some(5.0)]).unwrap();
    let variance = |lonely: Lonely| total.variance(&design.clone().with_lonely(lonely));
    // Within the first stratum 2·(1+1) = 4; the single one lies 2 from the mean of all, 3.
    assert_eq!(variance(Lonely::Remove), Ok(4.0));
    assert_eq!(variance(Lonely::Average), Ok(8.0));
    assert_eq!(variance(Lonely::Adjust), Ok(8.0));
    assert_eq!(variance(Lonely::Fail), Err(stats::DesignRefusal::Lonely { stratum: 1 }));
    assert_eq!(design.lonely_strata(), [1]);
}

fn answers() -> impl Strategy<Value = Vec<(Option<u8>, f64, u32)>> {
    prop::collection::vec((prop::option::weighted(0.9, 0u8..5), 0.2f64..5.0, 0u32..3), 8..60)
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-10 * a.abs().max(b.abs()).max(1e-6)
}

proptest! {
    #[test]
    fn without_weights_it_is_the_simple_sample(rows in answers(), extra in 0u32..1000) {
        let population = rows.len() as f64 + f64::from(extra);
        let plan = Plan { populations: Some(vec![population; rows.len()]), ..Plan::default() };
        let design = Design::new(Collection::Probability, rows.len(), plan).unwrap();
        let answers: Vec<Option<f64>> = rows.iter().map(|(answer, ..)| answer.map(f64::from)).collect();
        let known: Vec<f64> = answers.iter().flatten().copied().collect();
        prop_assume!(!known.is_empty());
        let mean = Linearised::mean(&design, &answers).unwrap();
        let squares = known.iter().map(|y| (y - mean.value) * (y - mean.value)).sum();
        let simple = SimpleSample::new(rows.len() as u64, rows.len() as f64 / population);
        let expected = simple.variance_of_mean(squares, known.len() as u64).unwrap();
        prop_assert!(near(mean.variance(&design).unwrap(), expected));
    }

    #[test]
    fn the_order_of_rows_never_matters(rows in answers()) {
        let figure = |rows: &[(Option<u8>, f64, u32)]| {
            let plan = Plan {
                weights: Some(rows.iter().map(|(_, weight, _)| *weight).collect()),
                strata: Some(rows.iter().map(|(.., stratum)| *stratum).collect()),
                ..Plan::default()
            };
            let design = Design::new(Collection::Probability, rows.len(), plan).unwrap();
            let answers: Vec<Option<f64>> = rows.iter().map(|(answer, ..)| answer.map(f64::from)).collect();
            let mean = Linearised::mean(&design, &answers)?;
            Ok::<_, stats::DesignRefusal>((mean.value, mean.variance(&design)?))
        };
        let mut turned = rows.clone();
        turned.reverse();
        match (figure(&rows), figure(&turned)) {
            (Ok(here), Ok(there)) => prop_assert!(near(here.0, there.0) && near(here.1, there.1)),
            (here, there) => prop_assert_eq!(here, there),
        }
    }

    #[test]
    fn rows_that_answered_alike_may_be_counted_together(rows in answers()) {
        let weights: Vec<f64> = rows.iter().map(|(_, weight, _)| *weight).collect();
        let plan = Plan { weights: Some(weights), ..Plan::default() };
        let design = Design::new(Collection::Probability, rows.len(), plan).unwrap();
        let answers: Vec<Option<f64>> = rows.iter().map(|(answer, ..)| answer.map(f64::from)).collect();
        let mut cells = Cells { counts: vec![], weights: vec![], squares: vec![], strata: None, populations: None };
        let mut values = Vec::new();
        for answer in [None, Some(0), Some(1), Some(2), Some(3), Some(4)] {
            let own: Vec<f64> = rows.iter().filter(|row| row.0 == answer).map(|row| row.1).collect();
            if !own.is_empty() {
                cells.counts.push(own.len() as u64);
                cells.weights.push(own.iter().sum());
                cells.squares.push(own.iter().map(|weight| weight * weight).sum());
                values.push(answer.map(f64::from));
            }
        }
        let together = Design::of_cells(Collection::Probability, cells).unwrap();
        if let Ok(mean) = Linearised::mean(&design, &answers) {
            let other = Linearised::mean(&together, &values).unwrap();
            prop_assert!(near(mean.value, other.value));
            prop_assert!(near(mean.variance(&design).unwrap(), other.variance(&together).unwrap()));
        }
    }
}
