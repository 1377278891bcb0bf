use super::{Trouble, change::edit};
use crate::{
    Failure,
    parties::PartyChoice,
    rights::Right,
    typed::{Reading, Typed},
};
use base::{Actor, Chance, Moment, PartyId, ProjectId};
use jiff::civil::Date;
use outreach::{Part, Participation};
use store::Transaction;

/// Who is to take part in a project, and as what.
#[derive(Debug, Clone, PartialEq)]
pub struct TypedParticipation {
    pub party: PartyChoice,
    pub part: Part,
}

impl TypedParticipation {
    /// # Errors
    /// Every field at fault at once.
    pub fn read(typed: &Typed, chance: &mut dyn Chance) -> Result<TypedParticipation, Failure> {
        let mut form = Reading::of(typed);
        let part = form.chosen("part", part_of);
        let party = PartyChoice::read(&mut form, chance);
        form.finish(party.zip(part).map(|(party, part)| TypedParticipation { party, part }))
    }
}

/// Lets the party take part. Its people then see the project at the desk, and its researchers work in its studies.
///
/// # Errors
/// [`Failure::NotFound`] for those who may not; [`Trouble::TakesPartBefore`].
pub fn add_participation(
    tx: &mut Transaction,
    by: Actor,
    id: ProjectId,
    new: TypedParticipation,
    today: Date,
    now: Moment,
) -> Result<(), Failure> {
    let party = new.party.resolve(tx, founder(by)?.tenant)?;
    edit(tx, &[by], id, "parties", today, now, |project| {
        if project.parties.iter().any(|known| known.party.id == party.id) {
            return Err(Trouble::TakesPartBefore.into());
        }
        let participation = Participation { part: new.part, party };
        // The beneficiary answers for the project and stands first, observers stand last.
        let before = project.parties.iter().take_while(|known| rank(known.part) <= rank(new.part)).count();
        project.parties.insert(before, participation);
        Ok(())
    })
}

/// # Errors
/// [`Failure::NotFound`] for those who may not and for a party without a part; [`Trouble::LastBeneficiary`];
/// [`Trouble::PartyHasSpoken`].
pub fn remove_participation(
    tx: &mut Transaction,
    by: Actor,
    id: ProjectId,
    party: PartyId,
    today: Date,
    now: Moment,
) -> Result<(), Failure> {
    tx.hold_project(founder(by)?.tenant, id)?;
    if tx.publications(by.tenant, id)?.iter().any(|publication| publication.party == party) {
        return Err(Trouble::PartyHasSpoken.into());
    }
    edit(tx, &[by], id, "parties", today, now, |project| {
        if !project.parties.iter().any(|known| known.party.id == party) {
            return Err(Failure::NotFound);
        }
        project.parties.retain(|known| known.party.id != party);
        let is_led = project.party_with(Part::Beneficiary).is_some();
        if is_led { Ok(()) } else { Err(Trouble::LastBeneficiary.into()) }
    })
}

/// Who takes part decides who sees: that is for administrators alone, whoever may edit the words.
fn founder(by: Actor) -> Result<Actor, Failure> {
    if Right::FoundProjects.is_of(by.role) { Ok(by) } else { Err(Failure::NotFound) }
}

fn rank(part: Part) -> u8 {
    match part {
        Part::Beneficiary => 0,
        Part::Partner => 1,
        Part::Observer => 2,
    }
}

pub const PARTS: [Part; 3] = [Part::Beneficiary, Part::Partner, Part::Observer];

pub fn part_code(part: Part) -> &'static str {
    match part {
        Part::Beneficiary => "beneficiary",
        Part::Partner => "partner",
        Part::Observer => "observer",
    }
}

fn part_of(code: &str) -> Option<Part> {
    PARTS.into_iter().find(|part| part_code(*part) == code)
}
