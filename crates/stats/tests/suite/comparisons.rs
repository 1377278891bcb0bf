//! Tests of groups against values computed apart with scipy 1.17.1, and by going through all outcomes in Python.

use stats::comparisons::*;
use stats::{Level, Share};

fn table(rows: &[&[u64]]) -> CrossTable {
    CrossTable::new(&rows.iter().map(|row| row.to_vec()).collect::<Vec<_>>()).unwrap()
}

#[track_caller]
fn check(found: f64, expected: f64) {
    assert!((found - expected).abs() <= 1e-11 * expected.abs(), "{found:e} instead of {expected:e}");
}

fn two_groups() -> CrossTable {
    table(&[&[3, 5, 9, 12, 6], &[8, 9, 7, 5, 2]])
}

#[test]
fn independence_of_a_table() {
    let found = pearson(&table(&[&[12, 5, 3], &[7, 15, 9]])).unwrap();
    check(found.tested.statistic.unwrap(), 7.282003395585738);
    check(found.tested.p, 0.02622606021706414);
    assert_eq!(found.tested.degrees, Degrees::One(2.0));
    let yates = yates(&table(&[&[12, 5], &[7, 15]])).unwrap();
    check(yates.statistic.unwrap(), 4.322120391218687);
    check(yates.p, 0.03762001663483994);
    check(pearson(&table(&[&[12, 5], &[7, 15]])).unwrap().n_minus_1.p, 0.0177398615082376);
}

#[test]
fn empty_rows_and_columns_say_nothing() {
    let full = pearson(&table(&[&[12, 5], &[7, 15]])).unwrap();
    let gappy = pearson(&table(&[&[12, 0, 5], &[0, 0, 0], &[7, 0, 15]])).unwrap();
    assert_eq!(full.tested, gappy.tested);
    assert_eq!(pearson(&table(&[&[12, 5], &[0, 0]])), Err(Untestable::OneLevel));
}

#[test]
fn exact_tests() {
    check(fisher(&table(&[&[12, 5], &[7, 15]])).unwrap().p, 0.024841720377823295);
    check(fisher(&table(&[&[5, 1], &[141, 35]])).unwrap().p, 1.0);
    check(freeman_halton(&table(&[&[12, 5], &[7, 15]]), 1000).unwrap().p, 0.024841720377823295);
    check(freeman_halton(&table(&[&[3, 0, 2], &[1, 4, 0], &[0, 2, 5]]), 1000).unwrap().p, 0.008895516248457426);
    check(freeman_halton(&table(&[&[2, 1, 0], &[0, 3, 1]]), 100).unwrap().p, 0.2571428571428571);
    let most = freeman_halton(&table(&[&[3, 0, 2], &[1, 4, 0], &[0, 2, 5]]), 50);
    assert_eq!(most, Err(Untestable::TooManyOutcomes));
}

/// The job satisfaction of Agresti (2013, table 2.8), for which R prints 0.7827: far more tables than could be listed.
#[test]
fn many_tables_are_counted_together() {
    let jobs = table(&[&[1, 2, 1, 0], &[3, 3, 6, 1], &[10, 10, 14, 9], &[6, 7, 12, 11]]);
    let found = freeman_halton(&jobs, 2_000_000).unwrap().p;
    assert!((found - 0.7826849389664).abs() < 1e-12, "{found}");
}

#[test]
fn the_odds_ratio_is_solved_to_the_end() {
    let found = conditional_odds_ratio(&table(&[&[3, 1], &[1, 3]]), Level::NINETY_FIVE).unwrap();
    check(found.value, 6.40831965819967);
    check(found.interval.low, 0.211735595446579);
    check(found.interval.high, 626.243530588813);
    let ends = |rows: &[&[u64]]| conditional_odds_ratio(&table(rows), Level::NINETY_FIVE).unwrap();
    let none = ends(&[&[0, 5], &[4, 6]]);
    assert!(none.value <= 0.0 && none.interval.low <= 0.0 && none.interval.high.is_finite());
    let all = ends(&[&[5, 0], &[4, 6]]);
    assert!(all.value.is_infinite() && all.interval.high.is_infinite() && all.interval.low > 0.0);
}

#[test]
fn permutation_finds_what_the_exact_test_finds_and_repeats_itself() {
    let sparse = table(&[&[3, 0, 2], &[1, 4, 0], &[0, 2, 5]]);
    let first = permutation(&sparse, 5000, Seed(7)).unwrap();
    assert_eq!(first, permutation(&sparse, 5000, Seed(7)).unwrap());
    assert_ne!(first.p.to_bits(), permutation(&sparse, 5000, Seed(8)).unwrap().p.to_bits());
    check(first.statistic.unwrap(), pearson(&sparse).unwrap().tested.statistic.unwrap());
    // Of the tables by χ² instead of by their chance, 0.0118 are as far off.
    assert!((0.006..0.018).contains(&first.p), "{}", first.p);
}

#[test]
fn rank_sums() {
    let found = mann_whitney(&two_groups()).unwrap();
    check(found.w, 757.0);
    check(found.corrected.p, 0.004853788824699012);
    check(found.plain.p, 0.004755265201423257);
    let samples =
        CrossTable::of_samples(&[vec![1.1, 2.2, 3.3, 0.5, 2.9, 4.2], vec![2.0, 5.1, 6.3, 4.8, 7.7, f64::NAN]]);
    let exact = mann_whitney_exact(&samples).unwrap();
    check(exact.w, 4.0);
    check(exact.plain.p, 0.05194805194805195);
    let tied = CrossTable::of_samples(&[vec![1.0, 2.0, 2.0, 3.0], vec![2.0, 3.0, 4.0, 4.0, 5.0]]);
    check(mann_whitney_exact(&tied).unwrap().plain.p, 0.0873015873015873);
    assert_eq!(mann_whitney(&table(&[&[0, 4], &[0, 5]])), Err(Untestable::NoSpread));
    assert_eq!(mann_whitney(&table(&[&[0, 0], &[2, 5]])), Err(Untestable::OneLevel));
    let large = table(&[&[300, 500, 200], &[200, 500, 300]]);
    assert_eq!(mann_whitney_exact(&large), Err(Untestable::TooManyOutcomes));
}

#[test]
fn several_groups() {
    let three = table(&[&[3, 5, 9, 12, 6], &[8, 9, 7, 5, 2], &[1, 1, 2, 3, 3]]);
    let found = kruskal_wallis(&three).unwrap();
    check(found.statistic.unwrap(), 9.866370673058038);
    check(found.p, 0.007203521058985636);
    let strength = epsilon_squared(&found, 76, Level::NINETY_FIVE).unwrap();
    check(strength.value, 9.866370673058038 / 75.0);
    assert!(strength.interval.unwrap().contains(strength.value));
    let pairs = dunn(&three).unwrap();
    assert_eq!(pairs.iter().map(|pair| (pair.first, pair.second)).collect::<Vec<_>>(), [(0, 1), (0, 2), (1, 2)]);
    assert_eq!(dunn(&table(&[&[1, 2], &[0, 0]])), Err(Untestable::OneLevel));
}

#[test]
fn groups_that_are_spread_differently() {
    let found = brunner_munzel(&two_groups()).unwrap();
    check(found.statistic.unwrap(), -3.089655753962674);
    check(found.p, 0.002998967946750272);
    assert_eq!(brunner_munzel(&table(&[&[3, 0], &[0, 4]])), Err(Untestable::NoSpread));
}

#[test]
fn means() {
    let row = |counts: [u64; 5]| Sample::of([1.0, 2.0, 3.0, 4.0, 5.0].into_iter().zip(counts)).unwrap();
    let (a, b) = (row([3, 5, 9, 12, 6]), row([8, 9, 7, 5, 2]));
    let found = welch(a, b, Level::NINETY_FIVE).unwrap();
    check(found.tested.statistic.unwrap(), 2.9640457696798506);
    check(found.tested.p, 0.004294740015769177);
    check(found.degrees, 62.404586689176014);
    check(found.interval.low, 0.28906023727605357);
    check(found.interval.high, 1.4860549700972183);
    let (g, d) = hedges_g(a, b, Level::NINETY_FIVE).unwrap();
    assert!(g.value < d && g.interval.unwrap().contains(g.value));
    assert_eq!(
        welch(Sample { variance: 0.0, ..a }, Sample { variance: 0.0, ..b }, Level::NINETY_FIVE),
        Err(Untestable::NoSpread)
    );
}

#[test]
fn the_interval_of_hedges_g_ends_where_the_noncentral_t_says() {
    let sample = |mean| Sample { n: 30, mean, variance: 4.0 };
    let (g, d) = hedges_g(sample(5.0), sample(4.0), Level::NINETY_FIVE).unwrap();
    let root = 15f64.sqrt();
    let factor = g.value / d;
    let interval = g.interval.unwrap();
    let tail = |end: f64| stats::math::noncentral_t::upper(d * root, 58.0, end / factor * root);
    check(tail(interval.low), 0.025);
    check(tail(interval.high), 0.975);
}

#[test]
fn the_same_people_twice() {
    let found = mcnemar(&table(&[&[150, 25], &[10, 15]]), Level::NINETY_FIVE).unwrap();
    check(found.plain.p, 0.0112298866529167);
    check(found.corrected.p, 0.0179604775260788);
    check(found.exact.p, 0.0166738478001207);
    assert_eq!((found.changed, found.tested()), (35, found.plain));
    check(found.difference, 0.075);
    assert!(found.interval.contains(0.075));
    assert_eq!(mcnemar(&table(&[&[4, 0], &[0, 5]]), Level::NINETY_FIVE), Err(Untestable::NoSpread));
}

#[test]
fn layers_that_turn_the_whole_round() {
    // Invented: in each layer the first group does better, in all together the second.
    let layers = [table(&[&[18, 12], &[5, 5]]), table(&[&[2, 8], &[5, 25]])];
    let found = mantel_haenszel(&layers, Level::NINETY_FIVE).unwrap();
    assert!(found.odds_ratio > 1.0 && found.interval.unwrap().contains(found.odds_ratio));
    for (first, second) in &found.shares {
        assert!(first.unwrap().value() > second.unwrap().value());
    }
    assert_eq!(mantel_haenszel(&[], Level::NINETY_FIVE), Err(Untestable::OneLevel));
}

#[test]
fn steady_change() {
    let shares = [(31, 70), (44, 70), (52, 70)].map(|(part, whole)| Share::new(part, whole).unwrap());
    let found = cochran_armitage(&shares, &[1.0, 2.0, 3.0]).unwrap();
    check(found.statistic.unwrap(), 13.1785409353951);
    check(found.p, 0.000283173148878104);
    assert_eq!(cochran_armitage(&shares, &[2.0, 2.0, 2.0]), Err(Untestable::OneLevel));
}

#[test]
fn numbers_that_go_together() {
    let pairs = Pairs::new([(1.0, 2.0, 1), (2.0, 1.0, 1), (2.0, 4.0, 1), (4.0, 3.0, 1), (7.0, 3.0, 1)]);
    check(pairs.spearman().unwrap(), 0.36842105263157904);
    check(pairs.kendall_tau_b().unwrap(), 0.2222222222222222);
    check(pearson_correlation(&[1.0, 2.0, 3.0, 4.0, 7.0], &[2.0, 1.0, 4.0, 3.0, 9.0]).unwrap(), 0.9204922441828914);
    let alike = Pairs::new([(0.1, 1.0, 3), (0.1, 2.0, 4)]);
    assert_eq!((alike.pearson(), alike.spearman(), alike.kendall_tau_b()), (None, None, None));
}

#[test]
fn dominance() {
    let (strength, _) = cliffs_delta(&two_groups(), Level::NINETY_FIVE).unwrap();
    check(strength.value, 2.0 * 757.0 / (35.0 * 31.0) - 1.0);
    assert!(strength.interval.unwrap().contains(strength.value));
    let (whole, variance) = cliffs_delta(&table(&[&[0, 3], &[4, 0]]), Level::NINETY_FIVE).unwrap();
    check(whole.value, 1.0);
    assert!(whole.interval.is_none() && variance.abs() < 1e-12);
}

#[test]
fn association() {
    let found = cramers_v(&table(&[&[12, 5, 3], &[7, 15, 9]]), Level::NINETY_FIVE).unwrap();
    check(found.value, (7.282003395585738f64 / 51.0).sqrt());
    assert!(found.interval.unwrap().contains(found.value));
    let none = table(&[&[10, 10], &[10, 10]]);
    let found = cramers_v(&none, Level::NINETY_FIVE).unwrap();
    assert!(found.value <= 0.0 && found.interval.unwrap().low <= 0.0);
    assert!(cramers_v_corrected(&none).unwrap() <= 0.0);
}

#[test]
fn many_tests_at_once() {
    let p = [0.0001, 0.004, 0.019, 0.03, 0.03, 0.045, 0.2, 0.41];
    for (correction, expected) in [
        (Correction::Holm, [0.0008, 0.028, 0.114, 0.15, 0.15, 0.15, 0.4, 0.41]),
        (Correction::BenjaminiHochberg, [0.0008, 0.016, 0.048, 0.048, 0.048, 0.06, 0.2285714285714286, 0.41]),
        (Correction::Hommel, [0.0008, 0.028, 0.076, 0.09, 0.09, 0.135, 0.4, 0.41]),
        (Correction::Bonferroni, [0.0008, 0.032, 0.152, 0.24, 0.24, 0.36, 1.0, 1.0]),
        (Correction::Hochberg, [0.0008, 0.028, 0.114, 0.12, 0.12, 0.135, 0.4, 0.41]),
    ] {
        for (found, expected) in adjust(&p, correction).into_iter().zip(expected) {
            check(found, expected);
        }
        // The order of the tests is nobody's business.
        let mut turned = p;
        turned.reverse();
        let mut found = adjust(&turned, correction);
        found.reverse();
        assert_eq!(found, adjust(&p, correction));
        assert!(adjust(&[], correction).is_empty());
        check(adjust(&[0.03], correction)[0], 0.03);
    }
    check(adjust(&[1e-20, 0.5], Correction::Sidak)[0], 2e-20);
}

fn ask(table: &CrossTable, scale: Scale) -> (Result<Test, Untestable>, Contrast<'_>) {
    let contrast = Contrast {
        table,
        scale,
        scores: &[],
        layers: &[],
        ordered_groups: false,
        weighted: false,
        paired: false,
        complete: false,
    };
    (contrast.choose().map(|choice| choice.test), contrast)
}

#[test]
fn the_test_that_fits() {
    let dense = table(&[&[20, 30], &[25, 15]]);
    let sparse = table(&[&[1, 12], &[6, 7]]);
    let (nominal, contrast) = ask(&dense, Scale::Nominal);
    assert_eq!(nominal, Ok(Test::Pearson));
    assert_eq!(Contrast { weighted: true, ..contrast }.choose().unwrap().test, Test::RaoScott);
    assert_eq!(Contrast { complete: true, ..contrast }.choose(), Err(Untestable::Complete));
    assert_eq!(Contrast { paired: true, ..contrast }.choose().unwrap().test, Test::McNemar);
    assert_eq!(ask(&sparse, Scale::Nominal).0, Ok(Test::Fisher));
    assert_eq!(
        Contrast { paired: true, ..ask(&sparse, Scale::Nominal).1 }.choose().unwrap().because,
        [Reasoning::Paired, Reasoning::FewChanged]
    );
    assert_eq!(ask(&table(&[&[1, 2, 9], &[6, 3, 4]]), Scale::Nominal).0, Ok(Test::FreemanHalton));
    assert_eq!(
        ask(&table(&[&[1, 2, 4], &[6, 3, 40]]), Scale::Nominal).0,
        Err(Untestable::FewAnswers { n: 7, needed: 10 })
    );
    assert_eq!(ask(&table(&[&[1, 5, 4], &[6, 3, 1]]), Scale::Ordinal).0, Ok(Test::MannWhitneyExact));
    assert_eq!(ask(&two_groups(), Scale::Ordinal).0, Ok(Test::MannWhitney));
    assert_eq!(ask(&table(&[&[0, 1, 30, 1, 0], &[20, 5, 5, 5, 20]]), Scale::Ordinal).0, Ok(Test::BrunnerMunzel));
    assert_eq!(ask(&two_groups(), Scale::Mean).0, Ok(Test::Welch));
    let three = table(&[&[9, 9], &[8, 7], &[4, 9]]);
    let (several, contrast) = ask(&three, Scale::Ordinal);
    assert_eq!(several, Ok(Test::KruskalWallis));
    assert_eq!(Contrast { ordered_groups: true, ..contrast }.choose().unwrap().test, Test::LinearByLinear);
}

const EFFORT: Effort = Effort { steps: 5000, rounds: 500, seed: Seed(11) };

#[test]
fn a_contrast_is_answered_with_its_reasons() {
    let answer = |table: &CrossTable, scale| ask(table, scale).1.answer(Level::NINETY_FIVE, EFFORT);
    let of = |finding: Result<Finding, Untestable>| finding.map(|found| (found.choice.test, found.measure)).unwrap();
    let two = two_groups();
    assert_eq!(of(answer(&two, Scale::Nominal)), (Test::Pearson, Measure::CramersV));
    assert_eq!(of(answer(&two, Scale::Ordinal)), (Test::MannWhitney, Measure::CliffsDelta));
    assert_eq!(of(answer(&two, Scale::Mean)), (Test::Welch, Measure::HedgesG));
    let means = Contrast { scores: &[1.0, 2.0, 3.0, 4.0, 5.0], ..ask(&two, Scale::Mean).1 };
    let found = means.answer(Level::NINETY_FIVE, EFFORT).unwrap();
    check(found.tested.p, 0.004294740015769177);
    assert_eq!((found.n, found.seed), (66, None));
    // An empty group in the middle is no group, and an empty answer keeps the others' scores in place.
    let gappy = table(&[&[3, 0, 5, 9, 12, 6], &[0, 0, 0, 0, 0, 0], &[8, 0, 9, 7, 5, 2]]);
    let scores = [1.0, 9.0, 2.0, 3.0, 4.0, 5.0];
    let again = Contrast { scores: &scores, ..ask(&gappy, Scale::Mean).1 };
    check(again.answer(Level::NINETY_FIVE, EFFORT).unwrap().tested.p, found.tested.p);
    let three = table(&[&[3, 5, 9, 12, 6], &[8, 9, 7, 5, 2], &[1, 1, 2, 3, 3]]);
    let found = answer(&three, Scale::Ordinal).unwrap();
    let raw = dunn(&three).unwrap();
    let raised = adjust(&raw.iter().map(|pair| pair.tested.p).collect::<Vec<_>>(), Correction::Holm);
    assert_eq!(found.pairs.iter().map(|pair| pair.tested.p).collect::<Vec<_>>(), raised);
    let ordered = Contrast { ordered_groups: true, ..ask(&three, Scale::Ordinal).1 };
    assert_eq!(of(ordered.answer(Level::NINETY_FIVE, EFFORT)).0, Test::LinearByLinear);
    let layers = [table(&[&[18, 12], &[5, 5]]), table(&[&[2, 8], &[5, 25]])];
    let layered = Contrast { layers: &layers, ..ask(&layers[0], Scale::Nominal).1 };
    assert_eq!(of(layered.answer(Level::NINETY_FIVE, EFFORT)), (Test::MantelHaenszel, Measure::OddsRatio));
    assert_eq!(Contrast { layers: &layers, ..ordered }.choose(), Err(Untestable::WrongShape));
    let weighted = Contrast { weighted: true, ..ask(&three, Scale::Ordinal).1 };
    assert_eq!(weighted.answer(Level::NINETY_FIVE, EFFORT), Err(Untestable::Weighted));
    let sparse = table(&[&[1, 2, 9], &[6, 3, 4]]);
    assert_eq!(of(answer(&sparse, Scale::Nominal)).0, Test::FreemanHalton);
    assert_eq!(of(answer(&table(&[&[1, 12], &[6, 7]]), Scale::Nominal)).0, Test::Fisher);
    assert_eq!(of(answer(&table(&[&[1, 5, 4], &[6, 3, 1]]), Scale::Ordinal)).0, Test::MannWhitneyExact);
}

#[test]
fn too_many_tables_give_way_to_random_ones_and_say_where_these_began() {
    let wide = table(&[&[4, 1, 2, 3, 0, 5, 1, 2], &[1, 3, 0, 2, 4, 1, 5, 1], &[2, 2, 5, 1, 1, 3, 2, 4]]);
    let found = ask(&wide, Scale::Nominal).1.answer(Level::NINETY_FIVE, EFFORT).unwrap();
    assert_eq!((found.choice.test, found.seed), (Test::FreemanHalton, Some(EFFORT.seed)));
}

#[test]
fn a_family_counts_what_was_tested() {
    let tables = [table(&[&[30, 10], &[15, 25]]), table(&[&[3, 1], &[15, 25]]), table(&[&[20, 20], &[21, 19]])];
    let contrasts: Vec<Contrast> = tables.iter().map(|table| ask(table, Scale::Nominal).1).collect();
    let family = Family::of(&contrasts, Correction::Holm, Level::NINETY_FIVE, EFFORT);
    assert_eq!(family.tests(), 2);
    assert_eq!(family.adjusted[1], None);
    check(family.adjusted[0].unwrap(), 2.0 * family.findings[0].as_ref().unwrap().tested.p);
    assert_eq!(Told::of(family.adjusted[0].unwrap(), Level::NINETY_FIVE, 0.375, 0.03), Told::Differ);
    assert_eq!(Told::of(0.001, Level::NINETY_FIVE, 0.01, 0.03), Told::TooLittle);
    assert_eq!(Told::of(0.2, Level::NINETY_FIVE, 0.3, 0.03), Told::CannotTell);
}
