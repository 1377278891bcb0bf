use super::{
    Invitation, Trouble, TypedPart,
    invitation::with_code,
    parts::{self, part_facts},
};
use crate::{
    Failure, account, mail,
    typed::{Reading, Typed},
};
use base::{Actor, Chance, Digests, Event, Moment, PersonId, Subject};
use store::{Membership, Person, Transaction};

const LONGEST_NAME: usize = 120;
const SHORTEST_ACCOUNT: usize = 3;
const LONGEST_ACCOUNT: usize = 60;
const LONGEST_EMAIL: usize = 254;

/// What a person is called, and where a letter would reach them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Details {
    pub name: String,
    pub email: Option<String>,
}

impl Details {
    pub fn of(person: &Person) -> Details {
        Details { name: person.name.clone(), email: person.email.clone() }
    }

    pub fn typed(&self) -> Typed {
        Typed::default().with("name", self.name.clone()).with("email", self.email.clone().unwrap_or_default())
    }

    /// # Errors
    /// Every field at fault at once.
    pub fn read(typed: &Typed) -> Result<Details, Failure> {
        let mut form = Reading::of(typed);
        let details = details(&mut form);
        form.finish(Some(details))
    }
}

fn details(form: &mut Reading) -> Details {
    let name = form.needed_line("name", LONGEST_NAME);
    let email = form.line("email", LONGEST_EMAIL);
    if !email.is_empty() && mail::Address::parse(&email).is_none() {
        form.refuse(Trouble::EmailUnreadable);
    }
    Details { name, email: (!email.is_empty()).then_some(email) }
}

/// Somebody who is to be able to sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPerson {
    pub account: String,
    pub details: Details,
    pub part: TypedPart,
}

impl NewPerson {
    /// # Errors
    /// Every field at fault at once.
    pub fn read(typed: &Typed, chance: &mut dyn Chance) -> Result<NewPerson, Failure> {
        let mut form = Reading::of(typed);
        form.need("account");
        let account = form.get("account").to_lowercase();
        let length = account.chars().count();
        let fits = account.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_' | '@'));
        if !account.is_empty() && (!fits || !(SHORTEST_ACCOUNT..=LONGEST_ACCOUNT).contains(&length)) {
            form.refuse(Trouble::AccountUnreadable);
        }
        let details = details(&mut form);
        let part = TypedPart::take(&mut form, chance);
        form.finish(part.map(|part| NewPerson { account, details, part }))
    }
}

/// Adds a person, and answers with the invitation by which they choose a password.
///
/// # Errors
/// [`Trouble::AccountTaken`]; whatever keeps the organisation from being that one.
pub fn add_person(
    tx: &mut Transaction,
    by: Actor,
    id: PersonId,
    new: NewPerson,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<Invitation, Failure> {
    let NewPerson { account, details, part } = new;
    let party = part.party.resolve(tx, by, now)?;
    let facts = part_facts(&party, part.role);
    let person = Person {
        id,
        account,
        name: details.name,
        email: details.email,
        password_hash: None,
        created: now,
        deactivated: None,
        memberships: vec![Membership { party: party.id, role: part.role }],
    };
    tx.add_person(by.tenant, &person).map_err(|fault| -> Failure {
        if fault.is_taken("person", "account") { Trouble::AccountTaken.into() } else { fault.into() }
    })?;
    let token = account::new_link(tx, by.tenant, id, now, chance)?;
    let added = event(now, by, "person.added", id, facts);
    tx.add_event(by.tenant, &Event { digests: Digests::first(parts::digest(&person.memberships)), ..added })?;
    with_code(tx, by.tenant, id, token, now, chance)
}

/// # Errors
/// [`Failure::NotFound`]; a refusal when the same was changed meanwhile.
pub fn change_details(
    tx: &mut Transaction,
    by: Actor,
    id: PersonId,
    details: &Details,
    made_of: &str,
    now: Moment,
) -> Result<(), Failure> {
    tx.hold_people(by.tenant)?;
    let before = Details::of(&tx.person(by.tenant, id)?.ok_or(Failure::NotFound)?);
    before.typed().is_still(made_of)?;
    if before == *details {
        return Ok(());
    }
    tx.replace_person_details(by.tenant, id, &details.name, details.email.as_deref())?;
    Ok(tx.add_event(by.tenant, &event(now, by, "person.details-changed", id, Vec::new()))?)
}

pub(super) fn event(
    at: Moment,
    by: Actor,
    kind: &'static str,
    person: PersonId,
    facts: Vec<(&'static str, String)>,
) -> Event {
    // No digest of a name or an address: it could be guessed from one. Whoever changes rights adds those of them.
    let digests = Digests::default();
    Event { at, by: Some(by), kind, subject: Subject { noun: "person", key: person.0 }, facts, digests }
}
