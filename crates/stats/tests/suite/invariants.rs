//! What holds for every test and every strength, whatever the table.

use proptest::prelude::*;
use stats::Level;
use stats::change::{Means, Shares, Tails};
use stats::comparisons::*;
use stats::scales::{Covariances, Reliability};

fn tables() -> impl Strategy<Value = CrossTable> {
    (1usize..5, 1usize..6)
        .prop_flat_map(|(rows, columns)| prop::collection::vec(prop::collection::vec(0u64..30, columns), rows))
        .prop_map(|rows| CrossTable::new(&rows).unwrap())
}

/// Everything that makes a p of a table, by name.
fn tested(table: &CrossTable) -> Vec<(&'static str, Result<Tested, Untestable>)> {
    vec![
        ("pearson", pearson(table).map(|found| found.tested)),
        ("yates", yates(table)),
        ("fisher", fisher(table)),
        ("freeman_halton", freeman_halton(table, 3000)),
        ("permutation", permutation(table, 20, Seed(1))),
        ("mann_whitney", mann_whitney(table).map(|found| found.corrected)),
        ("mann_whitney_exact", exact_rank_sum(table)),
        ("kruskal_wallis", kruskal_wallis(table)),
        ("brunner_munzel", brunner_munzel(table)),
        ("mcnemar", mcnemar(table, Level::NINETY_FIVE).map(|found| found.exact)),
        ("mantel_haenszel", mantel_haenszel(std::slice::from_ref(table), Level::NINETY_FIVE).map(|found| found.tested)),
    ]
}

/// Large groups take their time without the machine's optimisation.
fn exact_rank_sum(table: &CrossTable) -> Result<Tested, Untestable> {
    if table.total() > 60 {
        Err(Untestable::TooManyOutcomes)
    } else {
        mann_whitney_exact(table).map(|found| found.plain)
    }
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1e-300)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn p_lies_between_nought_and_one(table in tables()) {
        for (name, found) in tested(&table) {
            if let Ok(found) = found {
                prop_assert!((0.0..=1.0).contains(&found.p), "{name}: {found:?}");
                prop_assert!(found.statistic.is_none_or(f64::is_finite), "{name}: {found:?}");
            }
        }
        for pair in dunn(&table).unwrap_or_default() {
            prop_assert!((0.0..=1.0).contains(&pair.tested.p));
        }
    }

    /// Labels of groups, and of answers without an order, are names only.
    #[test]
    fn the_order_of_the_groups_does_not_matter(table in tables()) {
        let mut rows: Vec<Vec<u64>> = table.rows().map(<[u64]>::to_vec).collect();
        rows.reverse();
        let turned = CrossTable::new(&rows).unwrap();
        for ((name, here), (_, there)) in tested(&table).into_iter().zip(tested(&turned)) {
            // Drawn tables are others when the groups are drawn in another order, and of the same people asked twice
            // both sides would have to be turned.
            match (here, there) {
                _ if name == "permutation" || name == "mcnemar" => {}
                (Ok(here), Ok(there)) => prop_assert!(near(here.p, there.p), "{name}: {here:?} {there:?}"),
                (here, there) => prop_assert_eq!(here.is_err(), there.is_err(), "{}", name),
            }
        }
        let (here, there) = (table.transposed(), turned.transposed());
        if let (Ok(here), Ok(there), Ok(whole)) = (pearson(&here), pearson(&there), pearson(&table)) {
            prop_assert!(near(here.tested.p, there.tested.p) && near(here.tested.p, whole.tested.p));
        }
    }

    #[test]
    fn adding_an_empty_answer_changes_nothing(table in tables()) {
        let rows: Vec<Vec<u64>> = table.rows().map(|row| [row, &[0]].concat()).collect();
        let wider = CrossTable::new(&rows).unwrap();
        for of in [|table: &CrossTable| pearson(table).map(|found| found.tested), kruskal_wallis] {
            prop_assert_eq!(of(&table), of(&wider));
        }
    }

    #[test]
    fn strengths_lie_on_their_scales_and_in_their_intervals(table in tables()) {
        let level = Level::NINETY_FIVE;
        if let Ok(found) = cramers_v(&table, level) {
            prop_assert!((0.0..=1.0).contains(&found.value) && found.interval.unwrap().contains(found.value));
        }
        if let Ok((found, _)) = cliffs_delta(&table, level) {
            prop_assert!((-1.0..=1.0).contains(&found.value));
            if let Some(interval) = found.interval {
                prop_assert!(interval.low - 1e-12 <= found.value && found.value <= interval.high + 1e-12);
                prop_assert!(-1.0 - 1e-12 <= interval.low && interval.high <= 1.0 + 1e-12);
            }
        }
        if let Some(found) = kruskal_wallis(&table).ok().and_then(|h| epsilon_squared(&h, table.total(), level)) {
            prop_assert!((0.0..=1.0 + 1e-12).contains(&found.value));
        }
        if let Ok(found) = conditional_odds_ratio(&table, level) {
            prop_assert!(found.interval.low <= found.value * (1.0 + 1e-9));
            prop_assert!(found.value <= found.interval.high * (1.0 + 1e-9));
        }
    }

    #[test]
    fn the_order_of_the_answers_does_not_matter(
        pairs in prop::collection::vec((-5i32..5, -5i32..5), 2..60), turn in 1usize..50,
    ) {
        let of = |pairs: &[(i32, i32)]| Pairs::new(pairs.iter().map(|(x, y)| (f64::from(*x), f64::from(*y), 1)));
        let mut turned = pairs.clone();
        turned.rotate_left(turn % pairs.len());
        let (here, there) = (of(&pairs), of(&turned));
        prop_assert_eq!(here.pearson().map(f64::to_bits), there.pearson().map(f64::to_bits));
        prop_assert_eq!(here.spearman().map(f64::to_bits), there.spearman().map(f64::to_bits));
        prop_assert_eq!(here.kendall_tau_b().map(f64::to_bits), there.kendall_tau_b().map(f64::to_bits));
        for r in [here.pearson(), here.spearman(), here.kendall_tau_b()].into_iter().flatten() {
            prop_assert!((-1.0..=1.0).contains(&r));
        }
    }

    #[test]
    fn adjusted_p_is_never_below_what_it_was(p in prop::collection::vec(0.0..1.0f64, 0..30)) {
        for correction in [
            Correction::Holm, Correction::BenjaminiHochberg, Correction::BenjaminiYekutieli, Correction::Hochberg,
            Correction::Hommel, Correction::Bonferroni, Correction::Sidak,
        ] {
            for (before, after) in p.iter().zip(adjust(&p, correction)) {
                prop_assert!(after >= before * (1.0 - 1e-12) && after <= 1.0, "{correction:?}: {before} to {after}");
            }
        }
    }

    #[test]
    fn power_rises_and_its_solutions_solve(
        first in 0.05..0.6f64, more in 0.05..0.35f64, n in 20.0..2000.0f64, power in 0.3..0.95f64,
    ) {
        let shares = Shares { first, second: first + more, alpha: 0.05, tails: Tails::Both };
        prop_assert!(shares.power(n) <= shares.power(n * 1.5) + 1e-12);
        if let Some(n) = shares.answers(power) {
            prop_assert!(near(shares.power(n), power));
        }
        let means = Means { difference: more, deviation: 1.0, alpha: 0.05, tails: Tails::Near };
        if let Some(difference) = means.detectable(n, power) {
            let reached = Means { difference, ..means }.power(n);
            prop_assert!(near(reached, power));
        }
    }

    #[test]
    fn reliability_does_not_know_the_order_of_people_or_items(
        people in prop::collection::vec(prop::collection::vec(1u8..6, 3), 30..60), turn in 1usize..30,
    ) {
        let of = |people: &[Vec<u8>], items: [usize; 3]| {
            let column = |item: usize| people.iter().map(|row| Some(f64::from(row[item]))).collect();
            Covariances::listwise(&items.map(column)).and_then(|c| Reliability::of(&c, Level::NINETY_FIVE).ok())
        };
        let mut turned = people.clone();
        turned.rotate_left(turn);
        if let (Some(here), Some(there), Some(items)) =
            (of(&people, [0, 1, 2]), of(&turned, [0, 1, 2]), of(&people, [2, 0, 1]))
        {
            prop_assert!(near(here.alpha, there.alpha) && (here.alpha - items.alpha).abs() < 1e-9);
            prop_assert!(here.interval.contains(here.alpha) && here.alpha <= 1.0);
        }
    }

    #[test]
    fn any_contrast_is_answered_or_refused(
        table in tables(), layer in tables(), scale in 0..3usize, flags in prop::array::uniform4(any::<bool>()),
        scores in prop::collection::vec(-5.0..5.0f64, 0..6), layered: bool,
    ) {
        let [ordered_groups, weighted, paired, complete] = flags;
        let layers = if layered { vec![table.clone(), layer] } else { Vec::new() };
        let scale = [Scale::Nominal, Scale::Ordinal, Scale::Mean][scale];
        let contrast = Contrast {
            table: &table, scale, scores: &scores, layers: &layers, ordered_groups, weighted, paired, complete,
        };
        let effort = Effort { steps: 2000, rounds: 20, seed: Seed(4) };
        let answer = contrast.answer(Level::NINETY_FIVE, effort);
        prop_assert_eq!(&answer, &contrast.answer(Level::NINETY_FIVE, effort));
        if complete {
            prop_assert_eq!(&answer, &Err(Untestable::Complete));
        }
        if let Ok(found) = answer {
            prop_assert!((0.0..=1.0).contains(&found.tested.p), "{found:?}");
            prop_assert!(paired || table.row_totals().iter().all(|n| *n == 0 || *n >= 10));
            if let Some(interval) = found.strength.interval {
                prop_assert!(interval.low <= interval.high, "{found:?}");
            }
        }
    }

    #[test]
    fn nothing_panics_on_absurd_numbers(
        values in prop::collection::vec((prop::num::f64::ANY, prop::num::f64::ANY, 0u64..u64::MAX), 0..12),
        cells in prop::collection::vec(prop::collection::vec(0u64..u64::MAX, 3), 0..4),
    ) {
        let reach = stats::Reach::new(stats::Collection::SelfSelected, 50, None).unwrap();
        let pairs = Pairs::new(values.clone());
        let _ = (pairs.pearson(), pairs.spearman(), pairs.kendall_tau_b(), pairs.linear(), pairs.n());
        let samples: Vec<Vec<f64>> = vec![values.iter().map(|v| v.0).collect(), values.iter().map(|v| v.1).collect()];
        for table in [CrossTable::of_samples(&samples), CrossTable::new(&cells).unwrap()] {
            let _ = (pearson(&table), mann_whitney(&table), kruskal_wallis(&table), brunner_munzel(&table), dunn(&table));
            let _ = (cliffs_delta(&table, Level::NINETY_FIVE), freeman_halton(&table, 100), table.without_empty());
            let _ = (cramers_v_corrected(&table), mann_whitney_exact(&table), fisher(&table));
            let _ = stats::Disclosure { sensitive: true, ..stats::Disclosure::default() }.table(&table, reach);
        }
        if let (Some(a), Some(b)) = (
            Sample::of(values.iter().map(|v| (v.0, 1))), Sample::of(values.iter().map(|v| (v.1, 1))),
        ) {
            let _ = welch(a, b, Level::NINETY_FIVE);
        }
    }
}
