//! What the program does by itself: which duties there are, when each is due, and how they stand.

use crate::{Failure, retention::Class};
use base::{Moment, TenantId};
use store::{Job, Transaction};

/// Something that is done again and again, by whichever node comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Duty {
    /// New answers are folded into the stored counts.
    CountAnswers,
    /// The answers of past days are brought into the order of their keys.
    SettleDays,
    /// What was removed leaves the files too.
    ForgetRemoved,
    /// The head of the journal is signed, once a day.
    SignJournal,
    RemoveDrafts,
    RemoveSessions,
    RemoveFailedSignIns,
    /// Letters that would come too late are given up; of old ones it is forgotten to whom they went.
    ForgetLetters,
    /// What people left behind longer ago than is kept is removed or made anonymous, and the journal told how much went.
    ApplyRetention,
}

/// A duty with the job that is stored for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub duty: Duty,
    pub job: Job,
}

/// Seconds for which a job is held: who has neither reported nor held it longer by then has died. Answers that wait to be
/// counted wait no longer than that for another to count them.
pub const HOLD: i64 = 90;
/// Seconds until a failed duty is tried again for the first time; each further time twice as many.
const FIRST_PAUSE: i64 = 30;
const LONGEST_PAUSE: i64 = 3600;

impl Duty {
    pub const ALL: [Duty; 9] = [
        Duty::CountAnswers,
        Duty::SettleDays,
        Duty::ForgetRemoved,
        Duty::SignJournal,
        Duty::RemoveDrafts,
        Duty::RemoveSessions,
        Duty::RemoveFailedSignIns,
        Duty::ForgetLetters,
        Duty::ApplyRetention,
    ];

    /// The name of its job.
    pub fn code(self) -> &'static str {
        match self {
            Duty::CountAnswers => "count-answers",
            Duty::SettleDays => "settle-days",
            Duty::ForgetRemoved => "forget-removed",
            Duty::SignJournal => "sign-journal",
            Duty::RemoveDrafts => "remove-drafts",
            Duty::RemoveSessions => "remove-sessions",
            Duty::RemoveFailedSignIns => "remove-failed-sign-ins",
            Duty::ForgetLetters => "forget-letters",
            Duty::ApplyRetention => "apply-retention",
        }
    }

    /// Seconds from one time to the next.
    pub fn every(self) -> i64 {
        match self {
            Duty::CountAnswers => 30,
            Duty::ForgetRemoved => 60,
            Duty::SettleDays => 600,
            Duty::RemoveFailedSignIns => 900,
            Duty::SignJournal
            | Duty::RemoveDrafts
            | Duty::RemoveSessions
            | Duty::ForgetLetters
            | Duty::ApplyRetention => 3600,
        }
    }

    /// The classes of personal data of which it takes away what is over.
    pub fn classes(self) -> &'static [Class] {
        match self {
            Duty::RemoveDrafts => &[Class::Drafts],
            Duty::RemoveSessions => &[Class::Sessions, Class::SignInSteps],
            Duty::RemoveFailedSignIns => &[Class::FailedSignIns],
            Duty::ForgetLetters => &[Class::LetterRecipients, Class::Letters],
            Duty::ApplyRetention => &[Class::SetupLinks, Class::Leavers, Class::Uploads, Class::Invitees],
            Duty::CountAnswers | Duty::SettleDays | Duty::ForgetRemoved | Duty::SignJournal => &[],
        }
    }

    /// When it is to be done after it went well.
    pub fn next(self, now: Moment) -> Moment {
        now.plus_seconds(self.every())
    }

    /// When it is tried again after it failed, `failures` times before this one.
    pub fn retry(now: Moment, failures: u32) -> Moment {
        let doubled = 2_i64.checked_pow(failures).and_then(|times| FIRST_PAUSE.checked_mul(times));
        now.plus_seconds(doubled.map_or(LONGEST_PAUSE, |pause| pause.min(LONGEST_PAUSE)))
    }
}

impl Standing {
    /// A time further off than any that we set is from before the clock was set back: nobody waits for that.
    pub fn is_due(&self, now: Moment) -> bool {
        self.job.run_at <= now || self.job.run_at > now.plus_seconds(self.duty.every().max(LONGEST_PAUSE))
    }
}

/// Notes a job for each duty that has none, to be done at once.
///
/// # Errors
/// Only faults of the store.
pub fn begin(tx: &mut Transaction, tenant: TenantId, now: Moment) -> Result<(), Failure> {
    Ok(Duty::ALL.iter().try_for_each(|duty| tx.add_job(tenant, duty.code(), now))?)
}

/// Every duty with its job. Jobs that another version of the program knows are left to that one.
///
/// # Errors
/// Only faults of the store.
pub fn standings(tx: &mut Transaction, tenant: TenantId) -> Result<Vec<Standing>, Failure> {
    let jobs = tx.jobs(tenant)?;
    let standings = Duty::ALL.into_iter().filter_map(|duty| {
        let job = jobs.iter().find(|job| job.name == duty.code())?.clone();
        Some(Standing { duty, job })
    });
    Ok(standings.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_have_an_end() {
        let check = |failures: u32, seconds: i64| {
            assert_eq!(Duty::retry(Moment(0), failures), Moment(seconds * 1_000_000), "{failures}")
        };
        for (failures, seconds) in [(0, 30), (1, 60), (3, 240), (6, 1920), (7, 3600), (40, 3600), (u32::MAX, 3600)] {
            check(failures, seconds);
        }
    }

    #[test]
    fn a_clock_set_back_keeps_nothing_waiting() {
        let check = |run_at: i64, due: bool| {
            let (duty, run_at) = (Duty::CountAnswers, Moment(0).plus_seconds(run_at));
            let job = Job { name: duty.code().to_owned(), run_at, done_at: None, failures: 0, last_error: None };
            assert_eq!(Standing { duty, job }.is_due(Moment(0)), due, "{run_at:?}");
        };
        for (run_at, due) in [(-5, true), (0, true), (1, false), (3600, false), (3601, true), (86_000, true)] {
            check(run_at, due);
        }
    }
}
