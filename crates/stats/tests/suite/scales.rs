//! Scales, importance, change and agreement, against values of R (in the golden cases' words) and by hand.

use stats::agreement::{Kappa, Metric, krippendorff, krippendorff_of_two};
use stats::change::*;
use stats::comparisons::{CrossTable, Sample, Seed, Untestable};
use stats::importance::*;
use stats::scales::*;
use stats::{
    Collection, Disclosure, Interval, Level, Likert, MissingCounts, NotCompared, Published, Reach, Refusal, Share,
    Tally,
};

#[track_caller]
fn check(found: f64, expected: f64) {
    assert!((found - expected).abs() <= 1e-8 * expected.abs(), "{found:e} instead of {expected:e}");
}

/// Forty invented people who answer four items of five steps, the last of them the other way round.
fn items() -> Vec<Vec<Option<f64>>> {
    let answer = |person: u32, item: u32| {
        let mood = person % 5;
        let noise = (person * (2 + item) + person / 3 + item * item * person / 7) % 3;
        let step = (mood + noise).clamp(1, 5);
        Some(f64::from(if item == 3 { 6 - step } else { step }))
    };
    (0..4).map(|item| (0..40).map(|person| answer(person, item)).collect()).collect()
}

#[test]
fn reliability_names_the_item_that_goes_against_the_others() {
    let covariances = Covariances::listwise(&items()).unwrap();
    let found = Reliability::of(&covariances, Level::NINETY_FIVE).unwrap();
    assert_eq!((found.n, found.possibly_reversed()), (40, vec![3]));
    assert!(found.interval.contains(found.alpha) && found.if_dropped[3] > found.alpha);
    // All answered everything, so pairs are the whole.
    check(Covariances::pairwise(&items()).unwrap().alpha(), found.alpha);
}

#[test]
fn reliability_is_refused() {
    let ask = |items: &[Vec<Option<f64>>]| Reliability::of(&Covariances::listwise(items).unwrap(), Level::NINETY_FIVE);
    assert_eq!(ask(&items()[..2]), Err(NotReliable::FewItems { items: 2 }));
    let few: Vec<_> = items().into_iter().map(|item| item[..29].to_vec()).collect();
    assert_eq!(ask(&few), Err(NotReliable::FewPeople { n: 29 }));
    let mut constant = items();
    constant[1] = vec![Some(0.1); 40];
    assert_eq!(ask(&constant), Err(NotReliable::ConstantItem { item: 1 }));
    assert_eq!(Covariances::listwise(&[vec![Some(1.0)], vec![]]), None);
    assert_eq!(Covariances::listwise(&[]), None);
}

#[test]
fn half_of_the_items_make_an_index() {
    assert_eq!(person_index(&[Some(1.0), None, Some(4.0), None]), Some(2.5));
    assert_eq!(person_index(&[Some(1.0), None, None]), None);
    assert_eq!((person_index(&[None]), person_index(&[])), (None, None));
    assert_eq!((index_100(4.0, 1.0, 5.0), index_100(4.0, 4.0, 4.0)), (Some(75.0), None));
}

#[test]
fn satisfaction_index_of_fixed_weights() {
    let item = |values: [f64; 4]| values.map(Some).to_vec();
    let items = [item([1.0, 2.0, 3.0, 4.0]), item([2.0, 2.0, 4.0, 4.0])];
    let found = satisfaction_index(&items, Importance::Fixed(&[3.0, 1.0]), Level::NINETY_FIVE).unwrap();
    check(found.value, 2.625);
    check(found.unweighted, 2.75);
    // The index of each person is 1.25, 2, 3.25, 4.
    check(found.standard_error, (4.5625f64 / 3.0 / 4.0).sqrt());
    let estimated = Importance::Estimated(&items);
    assert!(satisfaction_index(&items, estimated, Level::NINETY_FIVE).unwrap().n == 4);
    let refused = |importance| satisfaction_index(&items, importance, Level::NINETY_FIVE).unwrap_err();
    assert_eq!(refused(Importance::Fixed(&[1.0])), Refusal::LengthsDiffer { expected: 2, found: 1 });
    assert_eq!(refused(Importance::Fixed(&[1.0, -1.0])), Refusal::WithoutWeight);
}

#[test]
fn recommendation() {
    let mut counts = vec![2; 11];
    counts[9] = 40;
    counts[10] = 30;
    let tally = Tally::new(counts, MissingCounts::default());
    let reach = Reach::new(Collection::SelfSelected, 88, None).unwrap();
    let ask = |tally: &Tally| Promoters::of(tally, reach, Level::NINETY_FIVE, &Disclosure::default());
    let Ok(Published::Shown(found)) = ask(&tally) else { panic!("shown") };
    assert_eq!((found.promoters.share.part(), found.passives.share.part(), found.detractors.share.part()), (70, 4, 14));
    check(found.score.value, 56.0 / 88.0);
    assert!(!found.score_stands_alone());
    let five = Tally::new(vec![1, 2, 3, 4, 5], MissingCounts::default());
    assert_eq!(ask(&five), Err(Refusal::LengthsDiffer { expected: 11, found: 5 }));
}

#[test]
fn effort() {
    let tally = Tally::new(vec![10, 5, 5, 20, 30, 20, 10], MissingCounts::default());
    let reach = Reach::new(Collection::SelfSelected, 100, None).unwrap();
    let scores: Vec<i64> = (1..=7).collect();
    let found = Likert::of(&tally, &scores, EFFORT, reach, Level::NINETY_FIVE, &Disclosure::default()).unwrap();
    let found = found.into_shown().unwrap();
    assert_eq!((found.top.share.part(), found.bottom.share.part()), (60, 20));
}

#[test]
fn shares_of_the_explained_variance_add_up_to_it() {
    let all = items();
    let outcome: Vec<Option<f64>> = (0..40u32).map(|person| Some(f64::from(person % 5 + person % 3))).collect();
    let correlations = Correlations::of(&outcome, &all).unwrap();
    let found = shapley(&correlations).unwrap();
    check(found.shares.iter().sum(), found.explained);
    check(relative_weights(&correlations).unwrap().iter().sum(), found.explained);
    let slopes = correlations.standardised_slopes().unwrap();
    check(slopes.iter().zip(&correlations.outcome).map(|(slope, r)| slope * r).sum(), found.explained);
    // Two items that say the same share what they say.
    let twins = Correlations::of(&outcome, &[all[0].clone(), all[0].clone(), all[1].clone()]).unwrap();
    let shares = shapley(&twins).unwrap().shares;
    check(shares[0], shares[1]);
    assert_eq!(relative_weights(&twins), None);
}

#[test]
fn drivers_of_few_answers_are_correlations() {
    let outcome: Vec<Option<f64>> = (0..40u32).map(|person| Some(f64::from(person % 5))).collect();
    let found = Drivers::of(&outcome, &items()).unwrap();
    assert_eq!((found.derived, found.n, found.explained), (Derived::Spearman, 40, None));
    let intervals = Drivers::intervals(&outcome, &items(), Level::NINETY_FIVE, 60, Seed(3)).unwrap();
    assert_eq!(intervals, Drivers::intervals(&outcome, &items(), Level::NINETY_FIVE, 60, Seed(3)).unwrap());
    assert!(intervals.iter().zip(&found.values).all(|(interval, value)| interval.contains(*value)));
    assert_eq!(Drivers::of(&outcome, &items()[..2]).unwrap_err(), Refusal::FewAnswers { n: 2, needed: 3 });
    let constant = vec![Some(1.0); 40];
    assert_eq!(Drivers::of(&constant, &items()).unwrap_err(), Refusal::NoSpread);
}

#[test]
fn an_interval_across_the_line_leaves_the_field_open() {
    let item = |performance: f64, importance: f64| Item {
        performance,
        performance_interval: Some(Interval::around(performance, 0.1)),
        importance,
        importance_interval: None,
    };
    let items = [item(3.0, 0.6), item(4.0, 0.7), item(2.9, 0.2), item(4.2, 0.1), item(3.55, 0.5)];
    let split = Split::Declared { performance: 3.5, importance: 0.4 };
    let expected = [Quadrant::Improve, Quadrant::KeepUp, Quadrant::Later, Quadrant::Enough, Quadrant::Undetermined];
    assert_eq!(quadrants(&items, split), expected);
    assert_eq!(quadrants(&items[..2], Split::MeanOfItems)[0], Quadrant::Later);
}

#[test]
fn what_so_many_answers_can_notice() {
    let shares = |first, second, tails| Shares { first, second, alpha: 0.05, tails };
    check(shares(0.7, 0.8, Tails::Near).answers(0.8).unwrap(), 293.151285506486);
    check(shares(0.7, 0.8, Tails::Near).power(176.0), 0.582321677334007);
    check(shares(0.7, 0.7, Tails::Near).detectable(176.0, 0.8).unwrap(), 0.826525340047991);
    check(shares(0.55, 0.65, Tails::Both).power(120.0), 0.351856372652095);
    let means = |difference, deviation| Means { difference, deviation, alpha: 0.05, tails: Tails::Near };
    check(means(0.3, 1.0).power(176.0), 0.8013785063921);
    check(means(0.3, 1.0).detectable(176.0, 0.8).unwrap(), 0.299472564510362);
    check(means(0.25, 1.0).answers(0.8).unwrap(), 252.128116356971);
    check(arcsine_power(0.2, 176.0, 0.05), 0.46667114012926125);
    check(detectable_difference((0.5, 100), (0.5, 100), 1.0, Level::NINETY_FIVE, 0.8).unwrap(), 0.19810199057996725);
    assert_eq!(detectable_difference((0.5, 0), (0.5, 100), 1.0, Level::NINETY_FIVE, 0.8), None);
    assert_eq!(shares(0.7, 0.7, Tails::Near).answers(0.8), None);
}

#[test]
fn equivalence_and_the_three_verdicts() {
    let share = |part, whole| Share::new(part, whole).unwrap();
    let found = equivalent_shares(share(1404, 1760), share(1392, 1755), 0.05, 0.05).unwrap();
    check(found.p(), 0.0004203838952027337);
    check(found.interval.low, -0.017817223677039543);
    assert!(found.is_told());
    let sample = |mean| Sample { n: 50, mean, variance: 1.0 };
    assert!(!equivalent_means(sample(3.0), sample(3.2), 0.25, 0.05).unwrap().is_told());
    let verdict = |difference: f64, half: f64| {
        let at = |factor| Interval::around(difference, half * factor);
        Verdict::of(difference, at(1.0), at(0.84), Yardstick::SHARES, Some(0.1))
    };
    assert_eq!(verdict(0.09, 0.05), Verdict::Changed(Direction::Up));
    assert_eq!(verdict(-0.09, 0.05), Verdict::Changed(Direction::Down));
    // Sure, but too small to matter.
    assert_eq!(verdict(0.02, 0.01), Verdict::Equivalent { within: 0.05 });
    assert_eq!(verdict(0.02, 0.09), Verdict::CannotTell { noticeable: Some(0.1) });
}

#[test]
fn agreement_of_coders() {
    let table = CrossTable::new(&[vec![45, 5, 2], vec![6, 30, 4], vec![1, 3, 24]]).unwrap();
    let found = Kappa::of(&table, Level::NINETY_FIVE).unwrap();
    check(found.kappa, 0.730077120822622);
    check(found.standard_error, 0.053403387244814846);
    check(found.linear, 0.7668393782383419);
    assert!(found.is_enough());
    check(krippendorff_of_two(&table, Metric::Nominal).unwrap(), 0.7311442039854296);
    let units: Vec<Vec<usize>> = (0..3)
        .flat_map(|i| (0..3).map(move |j| (i, j)))
        .flat_map(|(i, j)| std::iter::repeat_n(vec![i, j], table.count(i, j) as usize))
        .collect();
    for metric in [Metric::Nominal, Metric::Ordinal, Metric::Interval] {
        check(krippendorff(&units, 3, metric).unwrap(), krippendorff_of_two(&table, metric).unwrap());
    }
    assert_eq!(krippendorff(&[vec![0], vec![1]], 2, Metric::Nominal), Err(Refusal::FewAnswers { n: 0, needed: 1 }));
    let alike = CrossTable::new(&[vec![5, 0], vec![0, 0]]).unwrap();
    assert_eq!(Kappa::of(&alike, Level::NINETY_FIVE), Err(Refusal::NoSpread));
}

/// The worked example of Krippendorff (2011), four coders and twelve units with gaps.
#[test]
fn agreement_with_gaps() {
    let coders: [[Option<usize>; 12]; 4] = [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
        [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
    ]
    .map(|codes| codes.map(|code: usize| code.checked_sub(1)));
    let units: Vec<Vec<usize>> = (0..12).map(|unit| coders.iter().filter_map(|codes| codes[unit]).collect()).collect();
    for (metric, expected) in [(Metric::Nominal, 0.743), (Metric::Ordinal, 0.815), (Metric::Interval, 0.849)] {
        let found = krippendorff(&units, 5, metric).unwrap();
        assert!((found - expected).abs() < 0.0006, "{metric:?}: {found}");
    }
}

#[test]
fn a_share_in_two_waves() {
    let reach = |n| Reach::new(Collection::SelfSelected, n, None).unwrap();
    let wave = |part, whole| (Share::new(part, whole).unwrap(), reach(whole));
    let of = |earlier, later, altered: &[Alteration]| {
        Change::independent(earlier, later, altered, Yardstick::SHARES, Level::NINETY_FIVE)
    };
    let (before, after) = (wave(123, 176), wave(150, 176));
    assert_eq!(of(before, after, &[]).unwrap().verdict, Verdict::Changed(Direction::Up));
    assert_eq!(of(after, before, &[]).unwrap().verdict, Verdict::Changed(Direction::Down));
    let alike = of(before, wave(125, 176), &[]).unwrap();
    assert!(matches!(alike.verdict, Verdict::CannotTell { noticeable: Some(rise) } if (0.12..0.14).contains(&rise)));
    assert!(
        alike.difference.interval.contains(alike.narrower.low)
            && alike.difference.interval.contains(alike.narrower.high)
    );
    let many = of(wave(7000, 10_000), wave(7050, 10_000), &[]).unwrap();
    assert_eq!(many.verdict, Verdict::Equivalent { within: 0.05 });
    let altered = of(before, after, &[Alteration::Channel, Alteration::Wording]);
    assert_eq!(altered, Err(NotComparable::Altered(Alteration::Wording)));
    assert_eq!(of(before, wave(5, 6), &[]), Err(NotComparable::NotCompared(NotCompared::FewAnswers { n: 6 })));
}

#[test]
fn the_same_people_in_two_waves() {
    let reach = Reach::new(Collection::EveryoneInvited, 200, Some(1000)).unwrap();
    let of = |rows: [[u64; 2]; 2], altered: &[Alteration]| {
        let table = CrossTable::new(&rows.map(|row| row.to_vec())).unwrap();
        Change::paired(&table, reach, altered, Yardstick::SHARES, Level::NINETY_FIVE)
    };
    let found = of([[110, 40], [10, 40]], &[]).unwrap();
    assert_eq!(found.verdict, Verdict::Changed(Direction::Up));
    check(found.difference.value, 0.15);
    // Of two hundred people of whom fifty turn, √(50/200²) is the error of no change.
    check(found.noticeable.unwrap(), (1.959963984540054 + 0.8416212335729143) * (50.0f64).sqrt() / 200.0);
    assert_eq!(of([[3, 1], [2, 2]], &[]), Err(NotComparable::NotCompared(NotCompared::FewAnswers { n: 8 })));
    assert_eq!(of([[50, 0], [0, 50]], &[]), Err(NotComparable::Untestable(Untestable::NoSpread)));
    assert_eq!(of([[9, 9], [9, 9]], &[Alteration::Scale]), Err(NotComparable::Altered(Alteration::Scale)));
}

#[test]
fn a_mean_in_two_waves() {
    let reach = |n| Reach::new(Collection::SelfSelected, n, None).unwrap();
    let wave = |n, mean| (Sample { n, mean, variance: 1.44 }, reach(n));
    let of = |earlier, later, by| Change::of_means(earlier, later, &[], by, Level::NINETY_FIVE);
    let risen = of(wave(200, 3.1), wave(200, 3.5), Yardstick::SCALES).unwrap();
    assert_eq!(risen.verdict, Verdict::Changed(Direction::Up));
    check(risen.noticeable.unwrap(), (1.959963984540054 + 0.8416212335729143) * 0.12);
    let alike = of(wave(2000, 3.5), wave(2000, 3.45), Yardstick::SCALES).unwrap();
    assert_eq!(alike.verdict, Verdict::Equivalent { within: 0.25 });
    let index = |mean| (Sample { n: 100, mean, variance: 400.0 }, reach(100));
    assert!(matches!(of(index(60.0), index(63.0), Yardstick::INDICES).unwrap().verdict, Verdict::CannotTell { .. }));
    let few = of(wave(200, 3.1), wave(9, 3.5), Yardstick::SCALES);
    assert_eq!(few, Err(NotComparable::NotCompared(NotCompared::FewAnswers { n: 9 })));
}
