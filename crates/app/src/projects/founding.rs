use super::{ProjectPart, ProjectWords, create};
use crate::{
    Failure,
    parties::PartyChoice,
    personal_data::{Seen, let_out},
    typed::{Reading, Typed},
};
use base::{Actor, Chance, Moment, ProjectId, Text};
use jiff::civil::Date;
use outreach::{Part, Participation, Project};
use store::Transaction;

/// What a project needs at its beginning: its words, and who answers for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Founding {
    pub words: ProjectWords,
    pub beneficiary: PartyChoice,
}

impl Founding {
    /// # Errors
    /// Every field at fault at once.
    pub fn read(typed: &Typed, today: Date, chance: &mut dyn Chance) -> Result<Founding, Failure> {
        let mut form = Reading::of(typed);
        let words = ProjectWords::take(&mut form, today);
        let beneficiary = PartyChoice::read(&mut form, chance);
        form.finish(words.zip(beneficiary).map(|(words, beneficiary)| Founding { words, beneficiary }))
    }
}

/// Founds the project; the rest of its page is told part by part, and nobody else sees it until it is opened.
///
/// # Errors
/// [`super::Trouble::AddressTaken`]; whatever keeps the organisation from being that one;
/// [`crate::personal_data::Trouble`].
pub fn found_project(
    tx: &mut Transaction,
    by: Actor,
    id: ProjectId,
    founding: Founding,
    seen: Seen,
    today: Date,
    now: Moment,
) -> Result<(), Failure> {
    let Founding { words, beneficiary } = founding;
    let confirmed = let_out(&[], &words.typed(), seen)?;
    let party = beneficiary.resolve(tx, by, now)?;
    let mut project = Project {
        id,
        slug: words.slug.clone(),
        place: Text::default(),
        title: Text::default(),
        summary: Text::default(),
        story: Vec::new(),
        goal: Text::default(),
        nature: words.nature,
        parties: vec![Participation { part: Part::Beneficiary, party }],
        funding: None,
        period: words.period,
        activities: Vec::new(),
        links: Vec::new(),
        published: words.published,
        updated: today,
    };
    words.put(&mut project);
    create(tx, by.tenant, Some(by), &project, confirmed, now)?;
    Ok(tx.record_unopened(by.tenant, id, today)?)
}
