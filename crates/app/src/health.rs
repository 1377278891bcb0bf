//! Whether an installation is well, told in sentences: for `glas doctor` and for the operator's page at the desk.

mod finding;
mod figures;

pub use figures::{Figures, figures};
pub use finding::{Finding, Level};

use crate::{
    Failure, Words, duty,
    journal::{Upkeep, last_upkeep, verify_newest},
    mail::Reason,
};
use base::{Moment, TenantId};
use store::{LetterState, QueuedLetter, Transaction};

/// Seconds by which clocks differ without anybody's fault.
const CLOCK_TOLERANCE: i64 = 60;
/// Failures of a duty in a row that are no chance any more.
const MANY_FAILURES: u32 = 5;
/// Seconds that a letter may wait: the longest pause between two attempts.
const LETTER_PATIENCE: i64 = 4 * 3600;
/// Seconds for which it is told that letters did not arrive.
const FAILED_LETTERS: i64 = 7 * DAY;
const MOST_LETTERS: u32 = 1000;
const DAY: i64 = 86_400;
const BACKUP_DAYS: i64 = 7;

/// What the state tells of every tenant: journal, clock, duties, letters, backups. Only reads.
///
/// # Errors
/// Only faults of the store.
pub fn of_every_tenant(tx: &mut Transaction, now: Moment, words: &Words) -> Result<Vec<Finding>, Failure> {
    let tenants = tx.tenants()?;
    let are_several = tenants.len() > 1;
    let mut found = Vec::new();
    for tenant in tenants {
        let name = are_several.then(|| tenant.name.say(words.language()).to_owned());
        let of_one = of_tenant(tx, tenant.id, now, words)?;
        found.extend(of_one.into_iter().map(|finding| Finding { tenant: name.clone(), ..finding }));
    }
    Ok(found)
}

/// The same of one.
///
/// # Errors
/// Only faults of the store.
pub fn of_tenant(tx: &mut Transaction, tenant: TenantId, now: Moment, words: &Words) -> Result<Vec<Finding>, Failure> {
    let mut found = vec![journal(tx, tenant, words)?, clock(tx, tenant, now, words)?];
    found.extend(duties(tx, tenant, words)?);
    found.extend(letters(tx, tenant, now, words)?);
    found.push(backup(tx, tenant, now, words)?);
    Ok(found)
}

fn journal(tx: &mut Transaction, tenant: TenantId, words: &Words) -> Result<Finding, Failure> {
    Ok(match verify_newest(tx, tenant)? {
        Ok(()) => Finding::new(Level::Fine, "journal", &[], words),
        Err(at) => {
            let why = words.refusal(&at).sentence;
            Finding::new(Level::Fault, "journal-broken", &[("why", why.into())], words)
        }
    })
}

fn clock(tx: &mut Transaction, tenant: TenantId, now: Moment, words: &Words) -> Result<Finding, Failure> {
    let newest = tx.journal(tenant, None, 1)?.first().map(|entry| entry.at);
    let ahead = newest.map_or(0, |at| at.seconds_since(now));
    Ok(if ahead > CLOCK_TOLERANCE {
        Finding::new(Level::Fault, "clock-back", &[("minutes", (ahead / 60).into())], words)
    } else {
        Finding::new(Level::Fine, "clock", &[], words)
    })
}

fn duties(tx: &mut Transaction, tenant: TenantId, words: &Words) -> Result<Vec<Finding>, Failure> {
    let failing: Vec<_> = duty::standings(tx, tenant)?.into_iter().filter(|one| one.job.failures > 0).collect();
    if failing.is_empty() {
        return Ok(vec![Finding::new(Level::Fine, "duties", &[], words)]);
    }
    let finding = |one: duty::Standing| {
        let level = if one.job.failures < MANY_FAILURES { Level::Warning } else { Level::Fault };
        let values = [
            ("duty", words.say(&format!("desk-duty-{}", one.duty.code())).into()),
            ("times", i64::from(one.job.failures).into()),
            ("why", one.job.last_error.unwrap_or_default().into()),
        ];
        Finding::new(level, "duty-fails", &values, words)
    };
    Ok(failing.into_iter().map(finding).collect())
}

fn letters(tx: &mut Transaction, tenant: TenantId, now: Moment, words: &Words) -> Result<Vec<Finding>, Failure> {
    let mut found = Vec::new();
    let long_ago = now.plus_seconds(-LETTER_PATIENCE);
    for (state, before, code) in
        [(LetterState::Waiting, long_ago, "letters-wait"), (LetterState::Held, now, "letters-held")]
    {
        let many = tx.letters(tenant, Some(state), Some(before), MOST_LETTERS)?.len();
        if let Some(many) = i64::try_from(many).ok().filter(|many| *many > 0) {
            found.push(Finding::new(Level::Warning, code, &[("many", many.into())], words));
        }
    }
    let lately = now.plus_seconds(-FAILED_LETTERS);
    let failed = tx.letters(tenant, Some(LetterState::Failed), None, MOST_LETTERS)?;
    let did_not_arrive =
        |letter: &&QueuedLetter| letter.changed > lately && letter.reason.as_deref().is_some_and(is_trouble);
    if let Some(many) = i64::try_from(failed.iter().filter(did_not_arrive).count()).ok().filter(|many| *many > 0) {
        found.push(Finding::new(Level::Warning, "letters-failed", &[("many", many.into())], words));
    }
    if found.is_empty() {
        found.push(Finding::new(Level::Fine, "letters", &[], words));
    }
    Ok(found)
}

fn backup(tx: &mut Transaction, tenant: TenantId, now: Moment, words: &Words) -> Result<Finding, Failure> {
    let Some(at) = last_upkeep(tx, tenant, Upkeep::BackedUp)? else {
        return Ok(Finding::new(Level::Warning, "backup-missing", &[], words));
    };
    let days = (now.seconds_since(at) / DAY).max(0);
    let (level, code) = if days > BACKUP_DAYS { (Level::Warning, "backup-old") } else { (Level::Fine, "backup") };
    Ok(Finding::new(level, code, &[("days", days.into())], words))
}

/// Whether a letter did not go out against everybody's wish.
fn is_trouble(reason: &str) -> bool {
    !matches!(
        Reason::from_code(reason),
        Some(Reason::Superseded | Reason::GivenUp | Reason::AddressChanged | Reason::Accepted) | None
    )
}
