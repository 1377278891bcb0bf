use super::{Trouble, deactivation::an_administrator_stays, details::event};
use crate::{
    Failure,
    parties::PartyChoice,
    typed::{Reading, Typed},
};
use base::{Actor, Chance, Digest, Digests, Event, Fields, Moment, Party, PersonId, Role, TenantId};
use store::{Membership, Person, Transaction};

/// What a person is to do, and for which organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedPart {
    pub party: PartyChoice,
    pub role: Role,
}

impl TypedPart {
    /// # Errors
    /// Every field at fault at once.
    pub fn read(typed: &Typed, chance: &mut dyn Chance) -> Result<TypedPart, Failure> {
        let mut form = Reading::of(typed);
        let part = TypedPart::take(&mut form, chance);
        form.finish(part)
    }

    pub(super) fn take(form: &mut Reading, chance: &mut dyn Chance) -> Option<TypedPart> {
        let role = form.chosen("role", Role::from_code);
        let party = PartyChoice::read(form, chance);
        Some(TypedPart { party: party?, role: role? })
    }
}

/// # Errors
/// [`Trouble::PartGivenBefore`]; [`Failure::NotFound`].
pub fn give_part(tx: &mut Transaction, by: Actor, id: PersonId, part: TypedPart, now: Moment) -> Result<(), Failure> {
    tx.hold_people(by.tenant)?;
    let person = tx.person(by.tenant, id)?.ok_or(Failure::NotFound)?;
    let party = part.party.resolve(tx, by, now)?;
    let membership = Membership { party: party.id, role: part.role };
    if person.memberships.contains(&membership) {
        return Err(Trouble::PartGivenBefore.into());
    }
    tx.add_membership(by.tenant, id, membership)?;
    let next = [&person.memberships[..], &[membership]].concat();
    let digests = Digests::change(digest(&person.memberships), digest(&next));
    let given = event(now, by, "person.part-given", id, part_facts(&party, part.role));
    Ok(tx.add_event(by.tenant, &Event { digests, ..given })?)
}

/// Who has no part left cannot sign in any more; sessions that are open show it at once.
///
/// # Errors
/// [`Trouble::LastAdministrator`]; [`Failure::NotFound`] for a part that the person does not have.
pub fn take_part_away(
    tx: &mut Transaction,
    by: Actor,
    id: PersonId,
    membership: Membership,
    now: Moment,
) -> Result<(), Failure> {
    // Two administrators who take each other's part away at once must not both succeed.
    tx.hold_people(by.tenant)?;
    let people = tx.people(by.tenant)?;
    let person = people.iter().find(|person| person.id == id).ok_or(Failure::NotFound)?;
    let has_it = person.memberships.contains(&membership);
    let party = tx.party(by.tenant, membership.party)?.filter(|_| has_it).ok_or(Failure::NotFound)?;
    if membership.role == Role::Administrator {
        an_administrator_stays(&people, |other, part| (other.id, part) != (id, &membership))?;
    }
    tx.remove_membership(by.tenant, id, membership)?;
    let next: Vec<Membership> = person.memberships.iter().copied().filter(|known| *known != membership).collect();
    let digests = Digests::change(digest(&person.memberships), digest(&next));
    let taken = event(now, by, "person.part-taken-away", id, part_facts(&party, membership.role));
    Ok(tx.add_event(by.tenant, &Event { digests, ..taken })?)
}

/// Of everything that somebody may do and for whom, in the order of parties and roles, for the journal.
///
/// The fields of `glas-parts-1` are the number of parts, and of each the party and the code of the role. Nothing of the
/// person is among them.
pub(super) fn digest(memberships: &[Membership]) -> Digest {
    let mut memberships = memberships.to_vec();
    memberships.sort();
    let fields = Fields::of("glas-parts-1").count(memberships.len());
    let with_part = |fields: Fields, one: &Membership| fields.bytes(&one.party.0.0).text(one.role.code());
    memberships.iter().fold(fields, with_part).digest()
}

pub(super) fn part_facts(party: &Party, role: Role) -> Vec<(&'static str, String)> {
    vec![("role", role.code().to_owned()), ("party", party.name.bulgarian.clone())]
}

/// What the person does and for whom, for the journal: it tells on which side somebody was let in or out.
pub(crate) fn facts_of(
    tx: &mut Transaction,
    tenant: TenantId,
    person: &Person,
) -> Result<Vec<(&'static str, String)>, Failure> {
    let mut facts = Vec::new();
    for membership in &person.memberships {
        if let Some(party) = tx.party(tenant, membership.party)? {
            facts.extend(part_facts(&party, membership.role));
        }
    }
    Ok(facts)
}
