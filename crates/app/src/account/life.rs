//! How long a session lasts, and for how long it counts as proven who is there.

use crate::retention::{Class, law};
use base::Moment;

/// A session that nobody uses ends after two hours.
const IDLE_SECONDS: i64 = 2 * 3600;
/// A session is noted as used at most this often, so that reading a page does not write.
const NOTED_EVERY_SECONDS: i64 = 60;
/// The form of a dangerous step opens for so long after its person proved who they are, and may be sent for so long: what
/// was opened in time is not lost while it is being filled in.
const FORM_OPENS_SECONDS: i64 = 10 * 60;
const FORM_IS_TAKEN_SECONDS: i64 = 30 * 60;
/// So far the clocks of nodes may differ. What began later than that was noted by a clock that has been put back since,
/// and nothing about it can be believed.
const CLOCKS_DIFFER_SECONDS: i64 = 5 * 60;

/// What a dangerous step is about to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    OpenForm,
    Act,
}

/// Every session ends after so many seconds.
fn longest() -> i64 {
    law().seconds(Class::Sessions).unwrap_or(0)
}

/// When a session ends that is used now.
pub(super) fn ends(begun: Moment, now: Moment) -> Moment {
    now.plus_seconds(IDLE_SECONDS).min(begun.plus_seconds(longest()))
}

/// Whether a session of then can still be one now; the moment up to which it was good is looked at by the store.
pub(super) fn lasts(begun: Moment, now: Moment) -> bool {
    let age = now.seconds_since(begun);
    (-CLOCKS_DIFFER_SECONDS..longest()).contains(&age)
}

pub(super) fn is_to_be_noted(last_seen: Moment, now: Moment) -> bool {
    now.seconds_since(last_seen) >= NOTED_EVERY_SECONDS
}

/// Whether the person proved who they are lately enough.
pub(super) fn is_confirmed(confirmed: Moment, step: Step, now: Moment) -> bool {
    let within = match step {
        Step::OpenForm => FORM_OPENS_SECONDS,
        Step::Act => FORM_IS_TAKEN_SECONDS,
    };
    (-CLOCKS_DIFFER_SECONDS..within).contains(&now.seconds_since(confirmed))
}

#[cfg(test)]
mod tests {
    use super::*;

    const THEN: Moment = Moment(1_690_459_200_000_000);

    #[test]
    fn a_session_ends_to_the_second_whatever_the_clock_does() {
        let check = |seconds: i64, expected: bool| {
            assert_eq!(lasts(THEN, THEN.plus_seconds(seconds)), expected, "{seconds} s after it began");
        };
        check(0, true);
        check(12 * 3600 - 1, true);
        check(12 * 3600, false);
        check(365 * 24 * 3600, false);
        check(-5 * 60, true);
        check(-5 * 60 - 1, false);
        check(-365 * 24 * 3600, false);

        let ends_after = |seconds: i64| ends(THEN, THEN.plus_seconds(seconds)).seconds_since(THEN);
        assert_eq!(ends_after(0), 2 * 3600);
        assert_eq!(ends_after(9 * 3600), 11 * 3600);
        assert_eq!(ends_after(10 * 3600), 12 * 3600);
        assert_eq!(ends_after(11 * 3600 + 59), 12 * 3600, "use does not carry it further");
    }

    #[test]
    fn who_proved_themselves_long_ago_does_so_again() {
        let check = |step: Step, seconds: i64, expected: bool| {
            let now = THEN.plus_seconds(seconds);
            assert_eq!(is_confirmed(THEN, step, now), expected, "{step:?} {seconds} s afterwards");
        };
        check(Step::OpenForm, 0, true);
        check(Step::OpenForm, 599, true);
        check(Step::OpenForm, 600, false);
        check(Step::Act, 600, true);
        check(Step::Act, 1_799, true);
        check(Step::Act, 1_800, false);
        check(Step::Act, -300, true);
        check(Step::Act, -301, false);
        check(Step::OpenForm, -3_600, false);
    }
}
