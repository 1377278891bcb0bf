//! Themes of open answers: a list of them with the patterns by which they are found, two people who code the same answers
//! without seeing each other's codes, and what is frozen of it for everybody.
//!
//! The patterns only propose. What they do not know waits to be read, and what a person decided counts in their place.

mod agreement;
mod changing;
mod coding;
mod file;
mod form;
mod freezing;
mod proposals;
mod sample;
mod trouble;
mod written;

pub use agreement::{Agreement, Measured, ThemeAgreement};
pub use changing::{add_pattern, begin, begin_from_files, change_list, import, put_theme, remove_theme};
pub use coding::{CodedAnswer, Coding, decide, undecide};
pub use file::{LARGEST_FILE, read_file, write_file};
pub use form::{question_field, read_list, read_theme, typed_list, typed_theme};
pub use freezing::{Found, FrozenThemes, GroupFound, QuestionFound, ThemeFound, count, freeze, frozen};
pub use proposals::{FEWEST_ANSWERS, Proposal, proposals};
pub use sample::{SAMPLE, Sampled, Stage, agreed, code_sampled, draw, join, sampled, sampled_words, settle};
pub use stats::text::{Coded, Mention};
pub use trouble::Trouble;
pub use written::{MOST_ANSWERS, WrittenAnswer, written};

use crate::{
    Failure,
    rights::{self, Right},
};
use base::{Actor, Event, Moment, StudyId, Subject};
use outreach::Project;
use store::{KeptThemes, ThemeListId, Transaction};
use survey::{Audience, Question, Questionnaire, Study};

/// So many lists one study has, and so many themes one list.
pub const MOST_LISTS: usize = 20;
pub const MOST_THEMES: usize = 100;

/// A list with what it belongs to and who asks for it.
#[derive(Debug, Clone)]
pub struct HeldThemes {
    pub by: Actor,
    pub project: Project,
    pub study: Study,
    pub kept: KeptThemes,
}

/// A study whose open answers one of the actors may code.
///
/// # Errors
/// [`Failure::NotFound`] for everybody else.
pub fn coded_study(tx: &mut Transaction, actors: &[Actor], id: StudyId) -> Result<(Actor, Project, Study), Failure> {
    let tenant = actors.first().ok_or(Failure::NotFound)?.tenant;
    let study = tx.study(tenant, id)?.ok_or(Failure::NotFound)?;
    let project = tx.project(tenant, study.project)?.ok_or(Failure::NotFound)?;
    let by = actors.iter().copied().find(|actor| rights::may(*actor, Right::CodeOpenAnswers, &project));
    Ok((by.ok_or(Failure::NotFound)?, project, study))
}

/// # Errors
/// As for [`coded_study`].
pub fn held(tx: &mut Transaction, actors: &[Actor], id: ThemeListId) -> Result<HeldThemes, Failure> {
    let (by, project, study) = coded_study(tx, actors, id.study)?;
    let kept = tx.theme_list(by.tenant, id)?.ok_or(Failure::NotFound)?;
    Ok(HeldThemes { by, project, study, kept })
}

/// The questions of a study that are answered in words of one's own, each with its audience.
///
/// # Errors
/// Only faults of the store.
pub fn open_questions(
    instance: &crate::Instance,
    tx: &mut Transaction,
    study: &Study,
) -> Result<Vec<(Audience, Question)>, Failure> {
    let mut open = Vec::new();
    for audience in &study.audiences {
        let Some(id) = audience.questionnaire else { continue };
        let questionnaire = instance.questionnaires.get(tx, id)?;
        open.extend(of_words(&questionnaire).map(|question| (audience.clone(), question.clone())));
    }
    Ok(open)
}

fn of_words(questionnaire: &Questionnaire) -> impl Iterator<Item = &Question> {
    questionnaire.questions().filter(|question| question.kind.is_open())
}

/// What the journal tells of a list: its number and name, never a word of a respondent.
fn event(
    at: Moment,
    by: Option<Actor>,
    kind: &'static str,
    kept: &KeptThemes,
    more: Vec<(&'static str, String)>,
) -> Event {
    let own = [("list", kept.id.number.to_string()), ("name", kept.list.name.bulgarian.clone())];
    Event {
        at,
        by,
        kind,
        subject: Subject { noun: "study", key: kept.id.study.0 },
        facts: own.into_iter().chain(more).collect(),
        digests: base::Digests::default(),
    }
}
