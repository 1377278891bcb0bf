//! Whatever comes in, a figure or a refusal comes out.

use proptest::prelude::*;
use stats::weighted::{
    Link, Ties, WeightedShare, WeightedTable, ZeroCells, domain_means, rank_test, rank_test_of_groups, regression,
    satisfaction, t_test, weighted_alpha, weighted_promoters,
};
use stats::{
    Balance, Base, Cells, Collection, Column, Design, Distance, Figures, Frame, Joint, Level, Linearised, Lonely,
    Margin, Plan, Replicates, WeightingPolicy, design_effect, quantiles,
};

/// Numbers that arithmetic stumbles over, among plain ones.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        6 => -3.0..9.0f64,
        1 => prop::sample::select(vec![0.0, -0.0, 1e-300, 1e300, -1e300, 1e16, f64::NAN, f64::INFINITY, f64::MIN_POSITIVE]),
    ]
}

fn weight() -> impl Strategy<Value = f64> {
    prop_oneof![9 => 0.1..5.0f64, 1 => number()]
}

fn column<T: std::fmt::Debug>(of: impl Strategy<Value = T>, rows: usize) -> impl Strategy<Value = Option<Vec<T>>> {
    prop::option::of(prop::collection::vec(of, rows))
}

fn plan(rows: usize) -> impl Strategy<Value = Plan> {
    let few = || prop_oneof![3 => 0u32..4, 1 => any::<u32>()];
    let populations = || prop_oneof![9 => Just(500.0), 1 => number()];
    (
        column(weight(), rows),
        column(few(), rows),
        column(few(), rows),
        column(populations(), rows),
        column(few(), rows),
        column(populations(), rows),
    )
        .prop_map(|(weights, strata, clusters, populations, parts, part_populations)| Plan {
            weights,
            strata,
            clusters,
            populations,
            parts,
            part_populations,
        })
}

type Answers = Vec<(Option<f64>, Option<usize>, u16)>;

fn survey() -> impl Strategy<Value = (Plan, Answers, Lonely)> {
    let lonely = prop::sample::select(vec![Lonely::Adjust, Lonely::Average, Lonely::Remove, Lonely::Fail]);
    let row = || {
        let group = prop_oneof![9 => (0usize..3).boxed(), 1 => any::<usize>().boxed()];
        (prop::option::weighted(0.8, number()), prop::option::weighted(0.8, group), 0u16..4)
    };
    (0usize..24).prop_flat_map(move |rows| (plan(rows), prop::collection::vec(row(), rows), lonely.clone()))
}

/// Asks everything there is of a design.
fn ask(design: &Design, answers: &Answers) {
    let level = Level::NINETY_FIVE;
    let values: Vec<Option<f64>> = answers.iter().map(|row| row.0).collect();
    let groups: Vec<Option<usize>> = answers.iter().map(|row| row.1).collect();
    let truths: Vec<Option<bool>> = values.iter().map(|value| value.map(|value| value > 2.0)).collect();
    let ones = vec![Some(1.0); answers.len()];
    let figures: Vec<Linearised> = [
        Linearised::mean(design, &values),
        Linearised::total(design, &values),
        Linearised::ratio(design, &values, &ones),
        weighted_promoters(design, &values, 9.0, 6.0),
        satisfaction(design, std::slice::from_ref(&values), std::slice::from_ref(&values)),
    ]
    .into_iter()
    .flatten()
    .chain(domain_means(design, &values, &groups, 3).unwrap_or_default())
    .collect();
    if let Ok(found) = Figures::of(design, &figures) {
        found.estimates(design, &vec![1; found.values.len()], Base::Answered, level);
    }
    let _effect = design_effect(design, &values);
    let _quantiles = quantiles(design, &values, &[0.0, 0.5, 1.0, 2.0, f64::NAN], level);
    let _alpha = weighted_alpha(design, &[values.clone(), ones.clone(), values.clone()]);
    if let Ok(found) = WeightedShare::of(design, &truths, Base::Answered, level) {
        assert!(found.estimate.interval.is_none_or(|interval| interval.low <= interval.high), "{found:?}");
        found.percentage();
    }
    let _t = t_test(design, &values, &groups);
    for ties in [Ties::MidRanks, Ties::StoredOrder] {
        let _ranks = rank_test(design, &values, &groups, ties);
        let _ranks = rank_test_of_groups(design, &values, &groups, 3, ties);
    }
    if let Ok(table) =
        WeightedTable::new(design, &groups, &truths.iter().map(|yes| yes.map(usize::from)).collect::<Vec<_>>())
    {
        for zero_cells in [ZeroCells::NullWhereEmpty, ZeroCells::Observed] {
            let _chi = table.rao_scott(zero_cells);
        }
        let _wald = (table.wald(false), table.wald(true));
    }
    for link in [Link::Identity, Link::Logit] {
        let _model = regression(design, &values, &[ones.clone(), values.clone()], link);
        let response: Vec<Option<f64>> = truths.iter().map(|yes| yes.map(|yes| f64::from(u8::from(yes)))).collect();
        let _model = regression(design, &response, &[ones.clone(), values.clone()], link);
    }
    if let Ok(replicates) = Replicates::jackknife(design) {
        let _variance = replicates.variance(|weights| weights.first().copied());
    }
}

proptest! {
    #[test]
    fn no_design_stops_the_program((plan, answers, lonely) in survey()) {
        if let Ok(design) = Design::new(Collection::Probability, answers.len(), plan) {
            let design = design.with_lonely(lonely);
            ask(&design, &answers);
            ask(&design.clone().for_tests(), &answers);
            let shorter: Answers = answers.iter().skip(1).cloned().collect();
            ask(&design, &shorter);
        }
    }

    #[test]
    fn no_margin_stops_the_program(
        (plan, answers, lonely) in survey(), totals in prop::collection::vec(number(), 0..5), bounds in (number(), number()),
    ) {
        let Ok(design) = Design::new(Collection::Probability, answers.len(), plan) else { return Ok(()) };
        let categories: Vec<u16> = answers.iter().map(|row| row.2).collect();
        let even = Margin { categories: categories.clone(), totals: vec![100.0; 4] };
        let odd = Margin { categories: categories.iter().map(|category| category % 2).collect(), totals: totals.clone() };
        let weird = Margin { categories, totals };
        for margins in [vec![], vec![even.clone()], vec![weird.clone()], vec![even.clone(), weird], vec![even, odd]] {
            let ways = [
                design.raked(&margins),
                design.calibrated(&margins, Distance::Linear),
                design.calibrated(&margins, Distance::Raking),
                design.calibrated(&margins, Distance::Logit { low: bounds.0, high: bounds.1 }),
                WeightingPolicy { fewest_respondents: 1, ..WeightingPolicy::default() }.weight(&design, &margins).map(|found| found.0),
            ];
            for weighted in ways.into_iter().flatten() {
                ask(&weighted.clone().with_lonely(lonely), &answers);
                let _balance = Balance::of(&design, &weighted, &margins);
                let _trimmed = weighted.trimmed(Some(bounds.0), Some(bounds.1), true);
            }
        }
    }

    #[test]
    fn no_cells_stop_the_program(
        cells in prop::collection::vec((any::<u64>(), weight(), weight(), 0u32..3), 0..8), strata: bool,
    ) {
        let cells = Cells {
            counts: cells.iter().map(|cell| cell.0).collect(),
            weights: cells.iter().map(|cell| cell.1).collect(),
            squares: cells.iter().map(|cell| cell.2).collect(),
            strata: strata.then(|| cells.iter().map(|cell| cell.3).collect()),
            populations: None,
        };
        let answers: Answers = (0..cells.counts.len()).map(|unit| (Some(1.0), Some(unit % 3), 0)).collect();
        if let Ok(design) = Design::of_cells(Collection::Census, cells) {
            ask(&design, &answers);
        }
    }

    #[test]
    fn no_codes_stop_the_program(
        codes in prop::collection::vec((any::<u16>(), any::<u16>()), 0..40), options in (any::<u16>(), any::<u16>()),
        weights in prop::option::of(prop::collection::vec(weight(), 0..40)), asked in prop::collection::vec(0usize..4, 0..4),
    ) {
        let first: Vec<u16> = codes.iter().map(|row| row.0).collect();
        let second: Vec<u16> = codes.iter().map(|row| row.1).collect();
        let columns = vec![Column::new(options.0, &first), Column::new(options.1 % 300, &second)];
        let frame = Frame::new(codes.len(), columns, Plan { weights, ..Plan::default() }).unwrap();
        if let Ok(joint) = Joint::count(&frame, &asked, &asked) {
            for item in &asked {
                let _table = joint.table(*item, *item);
                let _cells = joint.cells(Some(*item), &asked);
            }
        }
    }
}
