//! What is held of somebody who signs in: given to them, and forgotten when they leave.

use crate::{Failure, Words, mail};
use base::{Actor, Digests, Event, Explain, Language, Moment, Party, PersonId, Subject, TenantId};
use jiff::civil::Date;
use store::{Entry, Passkey, Person, QueuedLetter, Revision, Session, Transaction};

/// Everything that is held of one person.
#[derive(Debug, Clone)]
pub struct Held {
    pub person: Person,
    /// In which they are written to, where they chose one.
    pub language: Option<Language>,
    /// Of which they are members, among others.
    pub parties: Vec<Party>,
    pub sessions: Vec<Session>,
    pub passkeys: Vec<Passkey>,
    pub letters: Vec<QueuedLetter>,
    /// What they changed in drafts of questionnaires, the oldest first.
    pub questionnaires: Vec<Revision>,
    /// What they changed in written reports, the oldest first.
    pub reports: Vec<Revision>,
    /// The days on which they changed lists of themes, and how many answers they decided on themselves.
    pub themes: (Vec<Date>, u64),
    /// What they did and what was done about them, the oldest first.
    pub acts: Vec<Entry>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// Whoever is at this desk would lock themselves out in the midst of it.
    ErasesThemselves,
}

impl Explain for Trouble {
    fn code(&self) -> &'static str {
        match self {
            Trouble::ErasesThemselves => "erases-themselves",
        }
    }
}

/// # Errors
/// [`Failure::NotFound`].
pub fn held_of(tx: &mut Transaction, tenant: TenantId, id: PersonId, now: Moment) -> Result<Held, Failure> {
    let person = tx.person(tenant, id)?.ok_or(Failure::NotFound)?;
    let mut acts = tx.journal_of(tenant, "person", id.0)?;
    acts.extend(tx.journal_by(tenant, id)?);
    acts.sort_by_key(|entry| entry.number);
    acts.dedup_by_key(|entry| entry.number);
    Ok(Held {
        language: tx.language_of(tenant, id)?,
        person,
        parties: tx.parties(tenant)?,
        sessions: tx.sessions_of(tenant, id, now)?,
        passkeys: tx.passkeys_of(tenant, id)?,
        letters: tx.letters_about(tenant, "person", id.0)?,
        questionnaires: tx.questionnaire_revisions_by(tenant, id)?,
        reports: tx.report_revisions_by(tenant, id)?,
        themes: tx.themes_by(tenant, id)?,
        acts,
    })
}

/// Forgets who somebody was: name, e-mail, account and password, where they were signed in, and to where letters went.
/// What they did stays, under a key that says nothing. It cannot be undone.
///
/// # Errors
/// [`Trouble::ErasesThemselves`]; [`Failure::NotFound`].
pub fn erase(tx: &mut Transaction, by: Actor, id: PersonId, now: Moment) -> Result<(), Failure> {
    tx.hold_people(by.tenant)?;
    tx.person(by.tenant, id)?.ok_or(Failure::NotFound)?;
    // As nobody erases themselves, an administrator who can sign in is always left.
    if id == by.person {
        return Err(Trouble::ErasesThemselves.into());
    }
    forget(tx, by.tenant, Some(by), id, now)
}

/// Forgets whose access was stopped by `before`; answers how many that were.
///
/// # Errors
/// Only faults of the store.
pub(crate) fn forget_leavers(
    tx: &mut Transaction,
    tenant: TenantId,
    before: Moment,
    now: Moment,
) -> Result<u64, Failure> {
    tx.hold_people(tenant)?;
    let left_long_ago = |person: &Person| person.deactivated.is_some_and(|since| since <= before);
    let leavers: Vec<PersonId> = tx
        .people(tenant)?
        .iter()
        .filter(|person| left_long_ago(person) && person.account != erased_account(person.id))
        .map(|person| person.id)
        .collect();
    for id in &leavers {
        forget(tx, tenant, None, *id, now)?;
    }
    Ok(u64::try_from(leavers.len()).unwrap_or(u64::MAX))
}

fn forget(tx: &mut Transaction, tenant: TenantId, by: Option<Actor>, id: PersonId, now: Moment) -> Result<(), Failure> {
    let name = Words::new(Language::Bulgarian).say("person-erased");
    tx.erase_person(tenant, id, &erased_account(id), &name)?;
    mail::forget_about(tx, tenant, ("person", id.0), now)?;
    let subject = Subject { noun: "person", key: id.0 };
    let (facts, digests) = (Vec::new(), Digests::default());
    Ok(tx.add_event(tenant, &Event { at: now, by, kind: "person.erased", subject, facts, digests })?)
}

fn erased_account(id: PersonId) -> String {
    format!("erased-{id}")
}
