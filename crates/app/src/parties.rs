//! Organisations: chosen from those that are known, or told for the first time.

use crate::{
    Failure,
    typed::{Reading, Typed},
};
use base::{Actor, Argument, Chance, Digests, Event, Explain, Moment, Party, PartyId, PartyKind, Subject, TenantId};
use store::Transaction;

const LONGEST_NAME: usize = 200;

/// In the place of a known organisation: the form tells a new one.
pub const NEW: &str = "new";

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// There is one of this name; it should be chosen and not told again.
    PartyKnown { name: String },
}

impl Explain for Trouble {
    fn code(&self) -> &'static str {
        match self {
            Trouble::PartyKnown { .. } => "party-known",
        }
    }

    fn field(&self) -> Option<String> {
        Some("party_name".to_owned())
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            Trouble::PartyKnown { name } => vec![("name", name.clone().into())],
        }
    }
}

/// Which organisation a form is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PartyChoice {
    Known(PartyId),
    New(Party),
}

impl PartyChoice {
    /// Reads `party`, and for a new one `party_kind`, `party_name` and `party_site`.
    pub fn read(form: &mut Reading, chance: &mut dyn Chance) -> Option<PartyChoice> {
        if form.get("party") == NEW {
            return read_party(form, PartyId::new(chance)).map(PartyChoice::New);
        }
        form.chosen("party", |key| key.parse().ok()).map(PartyChoice::Known)
    }

    /// The organisation itself; a new one is kept.
    ///
    /// # Errors
    /// [`Failure::NotFound`]; [`Trouble::PartyKnown`].
    pub fn resolve(self, tx: &mut Transaction, by: Actor, now: Moment) -> Result<Party, Failure> {
        let tenant = by.tenant;
        match self {
            PartyChoice::Known(id) => tx.party(tenant, id)?.ok_or(Failure::NotFound),
            PartyChoice::New(party) => {
                // Two who tell the same organisation at once must not both succeed.
                tx.hold_people(tenant)?;
                is_only_one_of_its_name(tx, tenant, &party)?;
                tx.add_party(tenant, &party)?;
                let digests = Digests::first(typed(&party).digest());
                tx.add_event(tenant, &event(now, by, "party.added", &party, digests))?;
                Ok(party)
            }
        }
    }
}

/// The form of an organisation by itself.
pub fn typed(party: &Party) -> Typed {
    Typed::default()
        .with("party_kind", kind_code(party.kind))
        .with_text("party_name", &party.name)
        .with("party_site", party.site.clone().unwrap_or_default())
}

/// # Errors
/// Every field at fault at once.
pub fn read(typed: &Typed, id: PartyId) -> Result<Party, Failure> {
    let mut form = Reading::of(typed);
    let party = read_party(&mut form, id);
    form.finish(party)
}

fn read_party(form: &mut Reading, id: PartyId) -> Option<Party> {
    let kind = form.chosen("party_kind", kind_of);
    let name = form.needed_text("party_name", LONGEST_NAME);
    let site = form.web_address("party_site");
    Some(Party { id, kind: kind?, name, site })
}

/// Puts right what is told of an organisation, everywhere it stands.
///
/// # Errors
/// [`Failure::NotFound`]; [`Trouble::PartyKnown`]; a refusal when it was changed meanwhile.
pub fn change_party(tx: &mut Transaction, by: Actor, party: &Party, made_of: &str, now: Moment) -> Result<(), Failure> {
    tx.hold_people(by.tenant)?;
    let before = tx.party(by.tenant, party.id)?.ok_or(Failure::NotFound)?;
    typed(&before).is_still(made_of)?;
    if before == *party {
        return Ok(());
    }
    is_only_one_of_its_name(tx, by.tenant, party)?;
    tx.replace_party(by.tenant, party)?;
    let digests = Digests::change(typed(&before).digest(), typed(party).digest());
    Ok(tx.add_event(by.tenant, &event(now, by, "party.changed", party, digests))?)
}

fn event(at: Moment, by: Actor, kind: &'static str, party: &Party, digests: Digests) -> Event {
    let subject = Subject { noun: "party", key: party.id.0 };
    let facts = vec![("party", party.name.bulgarian.clone())];
    Event { at, by: Some(by), kind, subject, facts, digests }
}

fn is_only_one_of_its_name(tx: &mut Transaction, tenant: TenantId, party: &Party) -> Result<(), Failure> {
    let same = |other: &Party| {
        other.id != party.id && other.name.bulgarian.to_lowercase() == party.name.bulgarian.to_lowercase()
    };
    match tx.parties(tenant)?.into_iter().find(same) {
        Some(other) => Err(Trouble::PartyKnown { name: other.name.bulgarian }.into()),
        None => Ok(()),
    }
}

pub const KINDS: [PartyKind; 3] = [PartyKind::Municipality, PartyKind::CivicOrganisation, PartyKind::Other];

pub fn kind_code(kind: PartyKind) -> &'static str {
    match kind {
        PartyKind::Municipality => "municipality",
        PartyKind::CivicOrganisation => "civic-organisation",
        PartyKind::Other => "other",
    }
}

fn kind_of(code: &str) -> Option<PartyKind> {
    KINDS.into_iter().find(|kind| kind_code(*kind) == code)
}
