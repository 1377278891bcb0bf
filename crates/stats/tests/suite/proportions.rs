//! Which interval a share gets by default, and how it may be printed.

use stats::proportion::{Proportion, clopper_pearson, wilson};
use stats::{Base, Collection, Comparison, Digits, Inference, Level, Method, NotCompared, Precision, Reach, Share};

fn reach(collection: Collection, respondents: u64, population: impl Into<Option<u64>>) -> Reach {
    Reach::new(collection, respondents, population.into()).unwrap()
}

fn share(part: u64, whole: u64) -> Share {
    Share::new(part, whole).unwrap()
}

fn of(part: u64, whole: u64, reach: Reach) -> Proportion {
    Proportion::of(share(part, whole), Base::Answered, reach, Level::NINETY_FIVE)
}

#[test]
fn the_default_interval() {
    use Collection::*;
    #[track_caller]
    fn check((part, whole): (u64, u64), reach: Reach, method: Method) {
        let found = of(part, whole, reach);
        assert_eq!(found.estimate.method, method);
        assert_eq!(found.estimate.interval.is_none(), method == Method::None);
    }
    check((141, 176), reach(SelfSelected, 176, 5000), Method::Wilson);
    check((141, 176), reach(SelfSelected, 176, None), Method::Wilson);
    check((0, 176), reach(SelfSelected, 176, 5000), Method::ClopperPearson);
    check((176, 176), reach(SelfSelected, 176, 5000), Method::ClopperPearson);
    check((20, 29), reach(SelfSelected, 29, None), Method::ClopperPearson);
    check((20, 30), reach(SelfSelected, 30, None), Method::Wilson);
    check((141, 176), reach(EveryoneInvited, 176, 5000), Method::WilsonEffective);
    check((141, 176), reach(EveryoneInvited, 176, None), Method::Wilson);
    check((0, 176), reach(EveryoneInvited, 176, 5000), Method::KornGraubard);
    check((141, 176), reach(Probability, 176, 5000), Method::WilsonEffective);
    check((20, 29), reach(Probability, 29, 5000), Method::KornGraubard);
    check((141, 176), reach(Probability, 176, 3000), Method::Hypergeometric);
    check((8, 12), reach(Probability, 12, 300), Method::Hypergeometric);
    check((4, 6), reach(Census, 6, 6), Method::None);
    check((4, 6), reach(Census, 6, None), Method::None);
    check((4, 6), reach(Census, 6, 8), Method::KornGraubard);
    check((40, 60), reach(SelfSelected, 60, 60), Method::None);
    check((1, 1), reach(SelfSelected, 1, None), Method::ClopperPearson);
    check((1, 1), reach(EveryoneInvited, 1, 5000), Method::KornGraubard);
    check((0, 1), reach(Probability, 1, 5000), Method::KornGraubard);
}

#[test]
fn what_the_interval_may_be_called() {
    #[track_caller]
    fn check(reach: Reach, inference: Inference) {
        assert_eq!(reach.inference(), inference);
        assert_eq!(of(1, 2, reach).estimate.inference, inference);
    }
    check(reach(Collection::Census, 6, 6), Inference::Exact);
    check(reach(Collection::Census, 5, 6), Inference::Assumed);
    check(reach(Collection::Probability, 176, 5000), Inference::Confidence);
    check(reach(Collection::EveryoneInvited, 176, None), Inference::Assumed);
    check(reach(Collection::SelfSelected, 176, 5000), Inference::Indicative);
    check(reach(Collection::EveryoneInvited, 30, 30), Inference::Exact);
    assert!(!Collection::SelfSelected.corrects_for_population() && Collection::SelfSelected.needs_sensitivity());
    assert!(Reach::new(Collection::Census, 7, Some(6)).is_err());
}

#[test]
fn a_small_part_of_many_and_the_whole_of_few() {
    // A quarter of the population that answered makes the interval narrower; a self-selected quarter does not.
    let width = |reach| of(70, 100, reach).estimate.interval.unwrap().width();
    let open = width(reach(Collection::SelfSelected, 100, 400));
    assert!(width(reach(Collection::EveryoneInvited, 100, 400)) < 0.9 * open);
    assert!((open - wilson(share(70, 100), Level::NINETY_FIVE).width()).abs() < 1e-15);
    // Nearly complete, the effective number is still at most half above the true one.
    let nearly = of(0, 99, reach(Collection::EveryoneInvited, 99, 100)).estimate.interval.unwrap();
    let half_more = clopper_pearson(share(0, 148), Level::NINETY_FIVE).high;
    assert!(nearly.high > 0.99 * half_more);
}

#[test]
fn how_many_digits() {
    #[track_caller]
    fn check(n: u64, half_width: Option<f64>, digits: Digits) {
        assert_eq!(Digits::of(n, half_width), digits);
    }
    check(1, Some(0.5), Digits::CountOnly);
    check(9, None, Digits::CountOnly);
    check(10, Some(0.3), Digits::CountFirst);
    check(29, Some(0.2), Digits::CountFirst);
    check(30, Some(0.2), Digits::WholePercent);
    check(999, Some(0.001), Digits::WholePercent);
    check(1000, Some(0.03), Digits::WholePercent);
    check(20_000, Some(0.0099), Digits::OneDecimal);
    check(20_000, Some(0.01), Digits::WholePercent);
    check(1000, None, Digits::OneDecimal);
}

#[test]
fn percentages_are_rounded_from_the_exact_fraction() {
    #[track_caller]
    fn check((part, whole): (u64, u64), digits: Digits, units: u32) {
        assert_eq!(share(part, whole).percentage(digits).units, units);
    }
    check((141, 176), Digits::WholePercent, 80);
    check((1, 8), Digits::WholePercent, 13);
    check((1, 200), Digits::WholePercent, 1);
    check((1, 201), Digits::WholePercent, 0);
    check((57, 200), Digits::WholePercent, 29);
    check((29, 200), Digits::WholePercent, 15);
    check((1_005, 10_000), Digits::OneDecimal, 101);
    check((1_015, 100_000), Digits::OneDecimal, 10);
    check((2, 3), Digits::OneDecimal, 667);
    check((0, 7), Digits::OneDecimal, 0);
    check((7, 7), Digits::OneDecimal, 1000);
    check((u64::MAX, u64::MAX), Digits::OneDecimal, 1000);
    assert!((share(2, 3).percentage(Digits::OneDecimal).value() - 66.7).abs() < 1e-12);
    assert_eq!((Share::new(1, 0), Share::new(2, 1)), (None, None));
}

#[test]
fn precision_is_a_label() {
    #[track_caller]
    fn check((part, whole): (u64, u64), reach: Reach, precision: Precision) {
        assert_eq!(of(part, whole, reach).precision, precision);
    }
    let open = |n| reach(Collection::SelfSelected, n, None);
    check((4, 6), reach(Collection::Census, 6, 6), Precision::Exact);
    check((20, 29), open(29), Precision::FewAnswers);
    check((15, 30), open(30), Precision::Wide);
    check((141, 176), open(176), Precision::Good);
    check((2, 176), open(176), Precision::Good);
    check((3, 100), open(100), Precision::WideForItsSize);
    assert!(Precision::Wide.is_low() && !Precision::Exact.is_low());
}

#[test]
fn the_sensitivity_line() {
    let line = reach(Collection::SelfSelected, 176, 5000).sensitivity().unwrap();
    assert!((line.shift(0.10) - 0.10 * 4824.0 / 5000.0).abs() < 1e-15);
    let flip = line.flipping(0.80, 0.50).unwrap();
    assert!((0.80 + line.shift(flip) - 0.50).abs() < 1e-15 && flip < 0.0);
    assert_eq!(reach(Collection::EveryoneInvited, 90, 100).sensitivity().unwrap().flipping(0.80, 0.50), None);
    assert_eq!(reach(Collection::SelfSelected, 176, None).sensitivity(), None);
    assert_eq!(reach(Collection::Probability, 176, 5000).sensitivity(), None);
    assert_eq!(reach(Collection::Census, 6, 6).sensitivity(), None);
}

#[test]
fn who_is_compared_with_whom() {
    let open = |n| reach(Collection::SelfSelected, n, None);
    let compare = |a, b| Comparison::of(a, b, Level::NINETY_FIVE);
    let Comparison::Difference(found) = compare((share(141, 176), open(176)), (share(120, 170), open(170))) else {
        panic!("both are large enough");
    };
    assert!((found.value - 0.095_254).abs() < 1e-6 && found.is_told(0.03) && !found.is_told(0.10));
    assert_eq!(found.inference, Inference::Indicative);
    assert_eq!(
        compare((share(141, 176), open(176)), (share(5, 6), open(6))),
        Comparison::SideBySide(NotCompared::FewAnswers { n: 6 })
    );
    assert_eq!(
        compare((share(141, 176), open(176)), (share(30, 40), reach(Collection::Census, 40, 40))),
        Comparison::SideBySide(NotCompared::Complete)
    );
}
