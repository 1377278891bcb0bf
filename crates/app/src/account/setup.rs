use super::{Entered, Passed, Refusal, second_factor, sign_in};
use crate::{
    Failure,
    mail::{self, AccountNews},
    people::facts_of,
    retention::{Class, law},
};
use base::{Actor, Chance, Digests, Event, Moment, Party, PartyId, PartyKind, PersonId, Role, Subject, TenantId, Text};
use data_encoding::BASE64URL_NOPAD;
use store::{Membership, Person, Transaction};

/// A setup link is good for so many seconds.
pub(crate) fn link_good_for() -> i64 {
    law().seconds(Class::SetupLinks).unwrap_or(0)
}

/// The last part of a setup link's address, to be shown once.
pub fn link_token(secret: &[u8; 32]) -> String {
    BASE64URL_NOPAD.encode(secret)
}

/// The secret of a setup link, if the text can be one.
pub fn link_secret(token: &str) -> Option<[u8; 32]> {
    BASE64URL_NOPAD.decode(token.as_bytes()).ok()?.try_into().ok()
}

/// Gives the person a new one-time link from the command line; earlier ones stop working.
///
/// # Errors
/// Only faults of the store.
pub fn issue_setup_link(
    tx: &mut Transaction,
    tenant: TenantId,
    person: PersonId,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<String, Failure> {
    issue(tx, tenant, None, person, now, chance)
}

/// The same by an administrator, whom the journal names: whoever holds the link can become that person.
///
/// # Errors
/// [`Failure::NotFound`] when there is no such person.
pub fn hand_out_setup_link(
    tx: &mut Transaction,
    by: Actor,
    person: PersonId,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<String, Failure> {
    tx.person(by.tenant, person)?.ok_or(Failure::NotFound)?;
    issue(tx, by.tenant, Some(by), person, now, chance)
}

fn issue(
    tx: &mut Transaction,
    tenant: TenantId,
    by: Option<Actor>,
    person: PersonId,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<String, Failure> {
    let token = new_link(tx, tenant, person, now, chance)?;
    let facts = match tx.person(tenant, person)? {
        Some(person) => facts_of(tx, tenant, &person)?,
        None => Vec::new(),
    };
    let (subject, digests) = (Subject { noun: "person", key: person.0 }, Digests::default());
    tx.add_event(tenant, &Event { at: now, by, kind: "person.setup-link-issued", subject, facts, digests })?;
    Ok(token)
}

/// The link alone; the journal tells of it together with what it was made for.
pub(crate) fn new_link(
    tx: &mut Transaction,
    tenant: TenantId,
    person: PersonId,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<String, Failure> {
    let secret = chance.secret();
    tx.remove_setup_links_of(tenant, person)?;
    tx.add_setup_link(tenant, &secret, person, now.plus_seconds(link_good_for()))?;
    Ok(link_token(&secret))
}

/// One more link for a letter that is being sent: those before it stay good until one of them is used, because the letter
/// that brought an earlier one may have arrived although nobody said so.
pub(crate) fn further_link(
    tx: &mut Transaction,
    tenant: TenantId,
    person: PersonId,
    expires: Moment,
    chance: &mut dyn Chance,
) -> Result<[u8; 32], Failure> {
    let secret = chance.secret();
    tx.add_setup_link(tenant, &secret, person, expires)?;
    Ok(secret)
}

/// Somebody with a link that is good: what the page needs before the password is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newcomer {
    pub account: String,
    pub name: String,
}

/// For whom the link is, while it is good.
///
/// # Errors
/// [`Refusal::SetupLinkUsed`].
pub fn setup_link(tx: &mut Transaction, tenant: TenantId, secret: &[u8; 32], now: Moment) -> Result<Newcomer, Failure> {
    let id = tx.setup_link(tenant, secret, now)?.ok_or(Refusal::SetupLinkUsed)?;
    let Person { account, name, .. } = tx.person(tenant, id)?.ok_or(Refusal::SetupLinkUsed)?;
    Ok(Newcomer { account, name })
}

/// Uses the link: the password is set, and the person is signed in with a new session, unless a second factor is still to
/// come.
///
/// # Errors
/// [`Refusal::SetupLinkUsed`], also when two use it at once.
pub fn set_up(
    tx: &mut Transaction,
    tenant: TenantId,
    secret: &[u8; 32],
    password_hash: &str,
    browser: &str,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<Passed, Failure> {
    let person = tx.record_setup_link_used(tenant, secret, now)?.ok_or(Refusal::SetupLinkUsed)?;
    let Some(known) = tx.person(tenant, person)?.filter(sign_in::may_come_in) else {
        return Err(Refusal::SetupLinkUsed.into());
    };
    // The code on paper opened the same: neither of the two opens anything any more.
    tx.remove_setup_links_of(tenant, person)?;
    tx.replace_password(tenant, person, password_hash)?;
    sign_in::record(tx, tenant, person, "person.password-set", now)?;
    // Whoever chooses their first one does so from the letter that invited them.
    if known.password_hash.is_some() {
        mail::tell(tx, tenant, person, AccountNews::PasswordChanged, now, chance)?;
    }
    if let Some(secret) = second_factor::step_for(tx, tenant, person, browser, now, chance)? {
        return Ok(Passed::CodeAwaited(secret));
    }
    let secret = sign_in::open_session(tx, tenant, person, browser, now, chance)?;
    Ok(Passed::Entered(Entered { person, secret, language: tx.language_of(tenant, person)? }))
}

/// The first person of an empty instance: an administrator with a one-time link, so that nobody ever gets a default
/// password. `None` where somebody is there already.
///
/// # Errors
/// Only faults of the store.
pub fn found_administrator(
    tx: &mut Transaction,
    tenant: TenantId,
    operator: Text,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<Option<String>, Failure> {
    if !tx.people(tenant)?.is_empty() {
        return Ok(None);
    }
    let party = Party { id: PartyId::new(chance), kind: PartyKind::Other, name: operator, site: None };
    tx.add_party(tenant, &party)?;
    let person = Person {
        id: PersonId::new(chance),
        account: Role::Administrator.code().to_owned(),
        name: party.name.bulgarian.clone(),
        email: None,
        password_hash: None,
        created: now,
        deactivated: None,
        memberships: vec![Membership { party: party.id, role: Role::Administrator }],
    };
    tx.add_person(tenant, &person)?;
    issue_setup_link(tx, tenant, person.id, now, chance).map(Some)
}
