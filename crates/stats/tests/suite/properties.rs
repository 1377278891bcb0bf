//! What holds for every share, every level, every column.

use proptest::prelude::*;
use stats::math::{beta, chi_square, fisher, gamma, normal, student};
use stats::proportion::{Proportion, clopper_pearson, hypergeometric, wilson};
use stats::{
    Base, Bins, Boxes, Collection, Disclosure, Distribution, Interval, Level, Likert, Missing, MissingCounts, Numeric,
    Reach, Share, Tally, newcombe,
};

fn shares(most: u64) -> impl Strategy<Value = Share> {
    (1..=most).prop_flat_map(|n| (0..=n, Just(n))).prop_map(|(x, n)| Share::new(x, n).unwrap())
}

fn levels() -> impl Strategy<Value = Level> {
    (0.5..0.999).prop_map(|level| Level::new(level).unwrap())
}

fn collections() -> impl Strategy<Value = Collection> {
    prop::sample::select(vec![
        Collection::Census,
        Collection::Probability,
        Collection::EveryoneInvited,
        Collection::SelfSelected,
    ])
}

/// Bounds in order, within [0, 1], around the share.
fn sound(interval: Interval, share: Share) -> bool {
    let Interval { low, high } = interval;
    let p = share.value();
    0.0 <= low && low <= p + 1e-12 && p <= high + 1e-12 && high <= 1.0
}

proptest! {
    #[test]
    fn every_default_interval_is_sound(
        share in shares(3000), collection in collections(), extra in 0u64..20_000, known: bool, level in levels(),
    ) {
        let population = known.then_some(share.whole() + extra);
        let reach = Reach::new(collection, share.whole(), population).unwrap();
        let found = Proportion::of(share, Base::Answered, reach, level);
        if let Some(interval) = found.estimate.interval {
            prop_assert!(sound(interval, share), "{found:?}");
            prop_assert!(interval.width() > 0.0);
        } else {
            prop_assert!(reach.is_complete());
        }
    }

    #[test]
    fn the_other_answer_has_the_mirrored_interval(share in shares(2000), level in levels()) {
        for of in [wilson, clopper_pearson] {
            let (here, there) = (of(share, level), of(share.complement(), level));
            prop_assert!((here.low - (1.0 - there.high)).abs() < 1e-12 && (here.high - (1.0 - there.low)).abs() < 1e-12);
        }
    }

    #[test]
    fn more_confidence_is_wider(share in shares(2000), level in 0.5..0.98) {
        let (narrow, wide) = (Level::new(level).unwrap(), Level::new(level + 0.01).unwrap());
        for of in [wilson, clopper_pearson] {
            let (inner, outer) = (of(share, narrow), of(share, wide));
            prop_assert!(outer.low <= inner.low && inner.high <= outer.high);
        }
    }

    #[test]
    fn clopper_and_pearson_solve_their_own_equations(share in shares(5000), level in levels()) {
        let (x, n) = (share.part() as f64, share.whole() as f64);
        let Interval { low, high } = clopper_pearson(share, level);
        if !share.is_none() {
            prop_assert!((beta::lower(x, n - x + 1.0, low) / level.tail() - 1.0).abs() < 1e-9);
        }
        if !share.is_all() {
            prop_assert!((beta::upper(x + 1.0, n - x, high) / level.tail() - 1.0).abs() < 1e-9);
        }
    }

    #[test]
    fn inverse_beta_comes_back(a in 0.01..5000.0, b in 0.01..5000.0, p in 1e-6..0.999_999) {
        let x = beta::inverse_lower(a, b, p);
        prop_assume!(x > 1e-300 && x < 1.0 - 1e-9);
        prop_assert!((beta::lower(a, b, x) - p).abs() < 1e-9 * p.max(1.0 - p), "{a} {b} {p} {x}");
    }

    #[test]
    fn whole_people_bound_the_draw(share in shares(120), extra in 0u64..300, level in levels()) {
        let population = share.whole() + extra;
        let found = hypergeometric(share, population, level).unwrap();
        prop_assert!(share.part() <= found.low && found.low <= found.high);
        prop_assert!(found.high <= population - share.complement().part());
        prop_assert!(extra > 0 || found.low == found.high);
        let mirrored = hypergeometric(share.complement(), population, level).unwrap();
        prop_assert_eq!((population - mirrored.high, population - mirrored.low), (found.low, found.high));
    }

    #[test]
    fn the_difference_turns_with_its_groups(first in shares(500), second in shares(500), level in levels()) {
        let (here, there) = (newcombe(first, second, level), newcombe(second, first, level));
        prop_assert!(here.contains(first.value() - second.value()));
        prop_assert!((here.low + there.high).abs() < 1e-12 && (here.high + there.low).abs() < 1e-12);
        prop_assert!(here.low >= -1.0 - 1e-12 && here.high <= 1.0 + 1e-12);
    }

    #[test]
    fn rounding_is_never_more_than_half_a_unit_off(share in shares(u64::from(u32::MAX))) {
        for digits in [stats::Digits::WholePercent, stats::Digits::OneDecimal] {
            let unit = 1.0 / f64::from(10u32.pow(digits.decimals()));
            prop_assert!((share.percentage(digits).value() - 100.0 * share.value()).abs() <= unit / 2.0 + 1e-9);
        }
    }

    #[test]
    fn order_and_parts_of_a_column_do_not_matter(codes in prop::collection::vec(any::<u16>(), 0..300), cut: prop::sample::Index) {
        let codes: Vec<u16> = codes.into_iter().map(|code| if code % 3 == 0 { Missing::ALL[usize::from(code) % 6].code() } else { code % 9 }).collect();
        let whole = Tally::count(7, &codes);
        let (left, right) = codes.split_at(if codes.is_empty() { 0 } else { cut.index(codes.len()) });
        let mut parts = Tally::count(7, right);
        parts.merge(&Tally::count(7, left));
        prop_assert_eq!(&whole, &parts);
        prop_assert_eq!(whole.total(), codes.len() as u64);
    }

    #[test]
    fn nothing_panics(
        counts in prop::collection::vec(any::<u64>(), 0..8), skipped: u64, shift in 0u32..64, respondents: u64,
        population: Option<u64>, collection in collections(), level in levels(), sensitive: bool, consent: bool,
    ) {
        let counts: Vec<u64> = counts.into_iter().map(|count| count >> shift).collect();
        let tally = Tally::new(counts, MissingCounts { skipped: skipped >> shift, ..MissingCounts::default() });
        let disclosure = Disclosure { sensitive, consent, ..Disclosure::default() };
        if let Ok(reach) = Reach::new(collection, respondents >> shift, population) {
            let _ = Distribution::of(&tally, reach, level, &disclosure);
            let scores: Vec<i64> = (0..).take(tally.counts().len()).collect();
            let _ = Likert::of(&tally, &scores, Boxes::of_steps(scores.len()), reach, level, &disclosure).unwrap();
        }
    }

    #[test]
    fn a_single_hidden_cell_is_never_alone(counts in prop::collection::vec(0u64..60, 1..8)) {
        let total: u64 = counts.iter().sum();
        prop_assume!(total >= 20);
        let reach = Reach::new(Collection::EveryoneInvited, total, Some(total + 1)).unwrap();
        let hidden = Disclosure::default().distribution(&counts, reach);
        let concealed: Vec<u64> = hidden.iter().zip(&counts).filter(|(h, _)| h.is_some()).map(|(_, n)| *n).collect();
        let small = counts.iter().any(|n| (1..5).contains(n));
        prop_assert_eq!(small, !concealed.is_empty());
        prop_assert!(concealed.is_empty() || (concealed.len() >= 2 && concealed.iter().sum::<u64>() >= 10));
    }

    #[test]
    fn numbers_of_any_kind_are_summarised_or_refused(values in prop::collection::vec(any::<f64>(), 0..60), whole: bool) {
        let n = values.len() as u64;
        let reach = Reach::new(Collection::SelfSelected, n, None).unwrap();
        let _ = Numeric::of(&values, whole, MissingCounts::default(), reach, Level::NINETY_FIVE, &Disclosure::default());
        if let Some(bins) = Bins::of(&values, whole) {
            prop_assert!(bins.counts.len() <= 20, "{}", bins.counts.len());
        }
    }

    #[test]
    fn columns_hold_every_number(values in prop::collection::vec(-1e6..1e6, 1..200)) {
        let bins = Bins::of(&values, false).unwrap();
        prop_assert_eq!(bins.counts.iter().sum::<u64>(), values.len() as u64);
        prop_assert!(bins.counts.len() <= 13);
    }

    #[test]
    fn special_functions_always_come_back(a: f64, b: f64, x: f64) {
        let chances = [
            beta::lower(a, b, x), beta::upper(a, b, x), beta::inverse_lower(a, b, x), beta::inverse_upper(a, b, x),
            gamma::regularised(a, x).0, gamma::regularised(a, x).1, normal::upper(x), student::upper(x, a),
            chi_square::upper(x, a), fisher::upper(x, a, b),
        ];
        for chance in chances {
            prop_assert!(chance.is_nan() || (0.0..=1.0).contains(&chance), "{chances:?}");
        }
        let _ = (student::upper_quantile(x, a), chi_square::upper_quantile(x, a), normal::quantile(x));
    }

    #[test]
    fn special_functions_of_likely_arguments(a in 1e-3..1e7, b in 1e-3..1e7, x in 0.0..=1.0) {
        let (low, high) = (beta::lower(a, b, x), beta::upper(a, b, x));
        prop_assert!((low + high - 1.0).abs() < 1e-12, "{low} {high}");
        let inverse = beta::inverse_lower(a, b, x);
        prop_assert!((0.0..=1.0).contains(&inverse));
        let (low, high) = gamma::regularised(a, b);
        prop_assert!((low + high - 1.0).abs() < 1e-12, "{low} {high}");
    }
}
