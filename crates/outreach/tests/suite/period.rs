use jiff::civil::{Date, date};
use outreach::{Period, Refusal};
use proptest::prelude::*;

fn perushtitsa() -> Period {
    Period::new(date(2022, 7, 20), date(2023, 12, 20)).expect("it ends after it begins")
}

#[test]
fn the_project_of_perushtitsa_lasts_17_months() {
    assert_eq!(perushtitsa().months(), 17);
}

#[test]
fn months_gone_are_whole_and_stay_within_the_period() {
    let check = |today: Date, expected: u32| assert_eq!(perushtitsa().months_gone(today), expected, "on {today}");
    check(date(2022, 7, 19), 0);
    check(date(2022, 7, 20), 0);
    check(date(2022, 8, 19), 0);
    check(date(2022, 8, 20), 1);
    check(date(2023, 7, 27), 12);
    check(date(2023, 12, 20), 17);
    check(date(2030, 1, 1), 17);
}

#[test]
fn the_bar_is_full_on_the_last_day_and_empty_before_the_first() {
    let check = |today: Date, expected: u32| assert_eq!(perushtitsa().thousandths_gone(today), expected, "on {today}");
    check(date(2022, 7, 19), 0);
    check(date(2023, 7, 27), 718);
    check(date(2023, 12, 20), 1000);
    check(date(2024, 1, 1), 1000);
}

#[test]
fn a_period_cannot_end_before_it_begins() {
    let (first, last) = (date(2023, 1, 2), date(2023, 1, 1));
    assert_eq!(Period::new(first, last), Err(Refusal::PeriodEndsBeforeItBegins { first, last }));
}

proptest! {
    #[test]
    fn time_only_goes_forward(length in 0..4000i64, one in -100..5000i64, more in 0..1000i64) {
        let first = date(2020, 2, 29);
        let day = |days: i64| first.checked_add(jiff::Span::new().days(days)).unwrap();
        let period = Period::new(first, day(length)).unwrap();
        let (earlier, later) = (day(one), day(one + more));
        prop_assert!(period.months_gone(earlier) <= period.months_gone(later));
        prop_assert!(period.thousandths_gone(earlier) <= period.thousandths_gone(later));
        prop_assert!(period.thousandths_gone(later) <= 1000);
    }
}
