use super::{
    Trouble,
    details::event,
    parts::{digest, facts_of},
};
use crate::{Failure, mail};
use base::{Actor, Digests, Event, Moment, PersonId, Role};
use store::{Membership, Person, Transaction};

/// Lets the person in no more: their sessions end at once, and links and codes that they hold
/// or that are on their way open nothing. Their name,
/// their parts and what they did stay.
///
/// # Errors
/// [`Trouble::LastAdministrator`]; [`Failure::NotFound`].
pub fn deactivate(tx: &mut Transaction, by: Actor, id: PersonId, now: Moment) -> Result<(), Failure> {
    // Two administrators who deactivate each other at once must not both succeed.
    tx.hold_people(by.tenant)?;
    let people = tx.people(by.tenant)?;
    let person = people.iter().find(|person| person.id == id).ok_or(Failure::NotFound)?;
    if person.deactivated.is_some() {
        return Ok(());
    }
    if person.memberships.iter().any(|part| part.role == Role::Administrator) {
        an_administrator_stays(&people, |other, _| other.id != id)?;
    }
    tx.replace_deactivated(by.tenant, id, Some(now))?;
    tx.remove_sessions_of(by.tenant, id)?;
    tx.remove_setup_links_of(by.tenant, id)?;
    mail::withdraw_invitations(tx, by.tenant, id, now)?;
    let facts = facts_of(tx, by.tenant, person)?;
    // Of what they may do, nothing is left.
    let digests = Digests::change(digest(&person.memberships), digest(&[]));
    Ok(tx.add_event(by.tenant, &Event { digests, ..event(now, by, "person.deactivated", id, facts) })?)
}

/// Lets the person in again, with the password and the parts that they had.
///
/// # Errors
/// [`Failure::NotFound`].
pub fn reactivate(tx: &mut Transaction, by: Actor, id: PersonId, now: Moment) -> Result<(), Failure> {
    tx.hold_people(by.tenant)?;
    let person = tx.person(by.tenant, id)?.ok_or(Failure::NotFound)?;
    if person.deactivated.is_none() {
        return Ok(());
    }
    tx.replace_deactivated(by.tenant, id, None)?;
    let facts = facts_of(tx, by.tenant, &person)?;
    let digests = Digests::change(digest(&[]), digest(&person.memberships));
    Ok(tx.add_event(by.tenant, &Event { digests, ..event(now, by, "person.reactivated", id, facts) })?)
}

/// Asked before an administrator's part or access is taken away, of the parts that would stay. Who never chose a password
/// may have lost the link, and who was deactivated cannot come in: nobody could let anybody in any more.
pub(super) fn an_administrator_stays(
    people: &[Person],
    stays: impl Fn(&Person, &Membership) -> bool,
) -> Result<(), Trouble> {
    let able = people.iter().filter(|person| person.password_hash.is_some() && person.deactivated.is_none());
    let mut parts = able.flat_map(|person| person.memberships.iter().map(move |part| (person, part)));
    let is_led = parts.any(|(person, part)| part.role == Role::Administrator && stays(person, part));
    if is_led { Ok(()) } else { Err(Trouble::LastAdministrator) }
}
