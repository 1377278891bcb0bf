//! For how long what is known of people is kept: read from `law/personal-data.toml`, applied by the scheduler, told to
//! everybody.

mod class;
mod law;
mod period;

pub use class::Class;
pub use law::{Authority, DataClass, End, Kept, Law, Problem, law};
pub use period::Period;

use crate::{Failure, mail, privacy};
use base::{Digests, Event, FileDigest, Moment, Subject, TenantId};
use jiff::{Span, civil::Date};
use store::{Retained, Transaction};

/// What one application did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Applied {
    pub number: u64,
    /// Files whose bytes are still to be removed, once this is committed.
    pub files: Vec<FileDigest>,
}

/// Removes or makes anonymous what of the class is over, and notes how much that was, nothing more.
///
/// # Errors
/// Only faults of the store.
pub fn apply(
    tx: &mut Transaction,
    tenant: TenantId,
    class: Class,
    today: Date,
    now: Moment,
) -> Result<Applied, Failure> {
    let mut applied = Applied::default();
    let begun_by = now.plus_seconds(-law().seconds(class).unwrap_or(0));
    applied.number = match class {
        Class::Drafts => tx.remove_drafts_expired_before(tenant, today)?,
        Class::Sessions => tx.remove_sessions_expired_by(tenant, now)?,
        Class::SignInSteps => {
            tx.remove_sign_in_steps_expired_by(tenant, now)? + tx.remove_passkey_challenges_expired_by(tenant, now)?
        }
        Class::FailedSignIns => tx.remove_failed_sign_ins_before(tenant, now)?,
        Class::SetupLinks => tx.remove_setup_links_expired_by(tenant, now)?,
        Class::LetterRecipients => {
            mail::expire(tx, tenant, now)?;
            tx.remove_recipients_of_letters(tenant, begun_by)?
        }
        Class::Invitees => {
            let ended = today.checked_sub(Span::new().days(law().days(class).unwrap_or(0))).unwrap_or(Date::MIN);
            tx.forget_recipients_of_codes(tenant, ended)?
        }
        Class::Letters => tx.remove_letters(tenant, begun_by)?,
        Class::Leavers => privacy::forget_leavers(tx, tenant, begun_by, now)?,
        Class::Uploads => {
            applied.files = tx.forget_unused_files(tenant, begun_by, now)?;
            u64::try_from(applied.files.len()).unwrap_or(u64::MAX)
        }
        Class::Answers
        | Class::OpenAnswers
        | Class::Accounts
        | Class::Journal
        | Class::Publications
        | Class::Log
        | Class::QuestionnaireStates
        | Class::Backups => 0,
    };
    if applied.number > 0 {
        tx.add_retained(tenant, today, class.code(), applied.number)?;
    }
    Ok(applied)
}

/// Tells the journal of each day before `today` how much went on it.
///
/// # Errors
/// Only faults of the store.
pub fn tell(tx: &mut Transaction, tenant: TenantId, today: Date, now: Moment) -> Result<(), Failure> {
    let untold = tx.take_untold_retained(tenant, today)?;
    for of_day in untold.chunk_by(|one, next| one.day == next.day) {
        let day = of_day.iter().take(1).map(|one| ("day", one.day.to_string()));
        let numbers = of_day.iter().filter_map(|one| {
            let class = Class::from_code(&one.class)?;
            Some((class.code(), one.number.to_string()))
        });
        let facts = day.chain(numbers).collect();
        let (subject, digests) = (Subject { noun: "tenant", key: tenant.0 }, Digests::default());
        tx.add_event(tenant, &Event { at: now, by: None, kind: "retention.applied", subject, facts, digests })?;
    }
    Ok(())
}

/// So many days back the runs are shown.
const DAYS_SHOWN: i64 = 30;

/// What went lately, the newest day first.
///
/// # Errors
/// Only faults of the store.
pub fn lately(tx: &mut Transaction, tenant: TenantId, today: Date) -> Result<Vec<Retained>, Failure> {
    let since = today.checked_sub(Span::new().days(DAYS_SHOWN)).unwrap_or(Date::MIN);
    Ok(tx.retained_since(tenant, since)?)
}
