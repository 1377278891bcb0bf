use super::{Trouble, change::edit};
use crate::{
    Failure,
    parties::PartyChoice,
    rights::Right,
    typed::{Reading, Typed},
};
use base::{Actor, Chance, Moment, PartyId, ProjectId};
use jiff::civil::Date;
use outreach::{Part, Participation, Project};
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
    let party = new.party.resolve(tx, founder(by)?, now)?;
    edit(tx, &[by], id, "parties", today, now, |project| {
        if project.parties.iter().any(|known| known.party.id == party.id) {
            return Err(Trouble::TakesPartBefore.into());
        }
        place(project, Participation { part: new.part, party });
        Ok(None)
    })
}

/// The part as its form shows it.
pub fn typed(participation: &Participation) -> Typed {
    Typed::default().with("part", part_code(participation.part))
}

/// # Errors
/// A part that is none.
pub fn read_part(typed: &Typed) -> Result<Part, Failure> {
    let mut form = Reading::of(typed);
    let part = form.chosen("part", part_of);
    form.finish(part)
}

/// Gives the party another part. What it published stays; as an observer it says nothing more.
///
/// # Errors
/// [`Failure::NotFound`] for those who may not and for a party without a part; [`Trouble::LastBeneficiary`]; a refusal when
/// the part was changed meanwhile.
pub fn change_participation(
    tx: &mut Transaction,
    by: Actor,
    id: ProjectId,
    changed: ChangedPart,
    today: Date,
    now: Moment,
) -> Result<(), Failure> {
    founder(by)?;
    edit(tx, &[by], id, "parties", today, now, |project| {
        let found = project.parties.iter().find(|known| known.party.id == changed.party);
        let known = found.cloned().ok_or(Failure::NotFound)?;
        typed(&known).is_still(&changed.made_of)?;
        if known.part != changed.part {
            project.parties.retain(|other| other.party.id != changed.party);
            place(project, Participation { part: changed.part, ..known });
        }
        is_led(project).map(|()| None)
    })
}

/// Another part for a party, and of which state of it the form was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedPart {
    pub party: PartyId,
    pub part: Part,
    pub made_of: String,
}

/// The beneficiary answers for the project and stands first, observers stand last.
fn place(project: &mut Project, participation: Participation) {
    let before = project.parties.iter().take_while(|known| rank(known.part) <= rank(participation.part)).count();
    project.parties.insert(before, participation);
}

fn is_led(project: &Project) -> Result<(), Failure> {
    if project.party_with(Part::Beneficiary).is_some() { Ok(()) } else { Err(Trouble::LastBeneficiary.into()) }
}

/// For the journal: who came, who went, and whose part is another now.
pub(super) fn facts(before: &Project, next: &Project) -> Vec<(&'static str, String)> {
    let part_in = |project: &Project, party: PartyId| {
        project.parties.iter().find(|known| known.party.id == party).map(|known| known.part)
    };
    let mut facts = Vec::new();
    for now in &next.parties {
        let earlier = part_in(before, now.party.id);
        if earlier != Some(now.part) {
            facts.push(("party", now.party.name.bulgarian.clone()));
            facts.push(("participation", part_code(now.part).to_owned()));
        }
        if let Some(earlier) = earlier.filter(|earlier| *earlier != now.part) {
            facts.push(("participation-before", part_code(earlier).to_owned()));
        }
    }
    for gone in before.parties.iter().filter(|known| part_in(next, known.party.id).is_none()) {
        facts.push(("party-before", gone.party.name.bulgarian.clone()));
        facts.push(("participation-before", part_code(gone.part).to_owned()));
    }
    facts
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
        is_led(project).map(|()| None)
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
