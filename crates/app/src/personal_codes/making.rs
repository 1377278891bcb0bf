use super::{PersonalCode, Trouble};
use crate::{Failure, Instance};
use base::{Actor, AudienceId, Chance, Digests, Event, Language, Moment, PersonalCodeId, Subject};
use jiff::civil::Date;
use store::{CodeState, Transaction};
use survey::{Audience, Stage, Study};

/// More letters than are printed in one go anywhere; more are made by asking again.
pub const MOST_AT_ONCE: u32 = 5000;

/// How many codes somebody asked for.
#[derive(Debug, Clone, Default)]
pub struct TypedNumber(pub String);

impl TypedNumber {
    /// # Errors
    /// [`Trouble::NumberUnreadable`], [`Trouble::TooMany`].
    pub fn read(&self) -> Result<u32, Failure> {
        let typed = self.0.trim();
        match typed.parse::<u32>() {
            Ok(number) if number > MOST_AT_ONCE => Err(Trouble::TooMany { most: MOST_AT_ONCE }.into()),
            Ok(number) if number > 0 => Ok(number),
            Ok(_) | Err(_) => Err(Trouble::NumberUnreadable { given: typed.chars().take(40).collect() }.into()),
        }
    }
}

/// Makes codes to be printed.
///
/// # Errors
/// [`Trouble::OverAlready`].
pub fn make_codes(
    instance: &Instance,
    tx: &mut Transaction,
    by: Actor,
    (study, audience): (&Study, &Audience),
    number: u32,
    (now, today): (Moment, Date),
    chance: &mut dyn Chance,
) -> Result<(), Failure> {
    not_over(study, today)?;
    for _ in 0..number {
        let code = new_code(audience.id, None, Language::Bulgarian, today, chance);
        tx.add_personal_code(instance.tenant, &code, PersonalCode::of(&instance.secret, code.id).bytes())?;
    }
    note(tx, by, audience.id, "personal-codes.made", u64::from(number), now)
}

/// The codes that were made to be printed and are good still. Looking at them is an export, and noted.
///
/// # Errors
/// Only faults of the store.
pub fn unsent_codes(
    instance: &Instance,
    tx: &mut Transaction,
    by: Actor,
    audience: AudienceId,
    now: Moment,
) -> Result<Vec<PersonalCode>, Failure> {
    let codes = tx.unused_personal_codes(instance.tenant, audience, false, MOST_AT_ONCE)?;
    let codes: Vec<_> = codes.iter().map(|code| PersonalCode::of(&instance.secret, code.id)).collect();
    let number = u64::try_from(codes.len()).unwrap_or(u64::MAX);
    note(tx, by, audience, "personal-codes.printed", number, now)?;
    Ok(codes)
}

/// Codes that nobody has used open nothing from now on.
///
/// # Errors
/// Only faults of the store.
pub fn withdraw_codes(tx: &mut Transaction, by: Actor, audience: AudienceId, now: Moment) -> Result<u64, Failure> {
    let number = tx.withdraw_personal_codes(by.tenant, audience)?;
    if number > 0 {
        note(tx, by, audience, "personal-codes.withdrawn", number, now)?;
    }
    Ok(number)
}

pub(super) fn not_over(study: &Study, today: Date) -> Result<(), Failure> {
    match study.fieldwork.stage(today) {
        Stage::Closed => Err(Trouble::OverAlready.into()),
        Stage::NotYetOpen | Stage::Open => Ok(()),
    }
}

pub(super) fn new_code(
    audience: AudienceId,
    recipient: Option<String>,
    language: Language,
    made: Date,
    chance: &mut dyn Chance,
) -> store::PersonalCode {
    store::PersonalCode {
        id: PersonalCodeId::new(chance),
        audience,
        recipient,
        language,
        state: CodeState::Unused,
        made,
        reminders: 0,
        reminded: None,
    }
}

pub(super) fn note(
    tx: &mut Transaction,
    by: Actor,
    audience: AudienceId,
    kind: &'static str,
    number: u64,
    now: Moment,
) -> Result<(), Failure> {
    let subject = Subject { noun: "audience", key: audience.0 };
    let facts = vec![("number", number.to_string())];
    let event = Event { at: now, by: Some(by), kind, subject, facts, digests: Digests::default() };
    Ok(tx.add_event(by.tenant, &event)?)
}
