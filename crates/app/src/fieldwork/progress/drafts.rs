use super::{Told, tell};
use crate::{
    Failure, Instance,
    respondent::{Draft, Place},
};
use base::{AudienceId, QuestionnaireId, Text};
use jiff::civil::Date;
use std::collections::BTreeMap;
use store::Transaction;
use survey::{Question, Questionnaire};

/// Read at once.
const CHUNK: usize = 500;
/// Beyond so many the first ones, in the order of their random keys, stand for all.
const MOST: u64 = 20_000;

/// How many people who have not sent their answers have come to one place.
#[derive(Debug, Clone, PartialEq)]
pub struct Stopped {
    pub at: Stop,
    /// How a person knows the page: its title, or its first question.
    pub label: Option<Text>,
    pub people: Told,
}

/// In the order of asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stop {
    /// By the place of its first question in the questionnaire.
    Page(usize),
    /// Everything is answered and not sent.
    Review,
    /// In an earlier version of the questionnaire.
    EarlierVersion,
}

/// How many have begun and not sent, and where they have come to.
pub fn stopped(
    instance: &Instance,
    tx: &mut Transaction,
    audience: AudienceId,
    (id, questionnaire): (QuestionnaireId, &Questionnaire),
    today: Date,
) -> Result<(Told, Vec<Stopped>), Failure> {
    let mut begun = 0_u64;
    let mut found: BTreeMap<Stop, (Option<Text>, u64)> = BTreeMap::new();
    let mut after = None;
    while begun < MOST {
        let drafts = tx.drafts_after(instance.tenant, audience, after, today, CHUNK)?;
        let Some(last) = drafts.last() else { break };
        after = Some(last.key);
        for kept in &drafts {
            begun += 1;
            let (stop, label) = match kept.questionnaire == id {
                true => stop(questionnaire, &Draft::restore(kept)?, today),
                false => (Stop::EarlierVersion, None),
            };
            found.entry(stop).or_insert((label, 0)).1 += 1;
        }
    }
    let stopped = found.into_iter().map(|(at, (label, people))| Stopped { at, label, people: tell(people, begun) });
    Ok(match tell(begun, begun) {
        Told::TooFew => (Told::TooFew, Vec::new()),
        Told::Nobody | Told::Few | Told::Number(_) | Told::Most | Told::Everybody => {
            (Told::Number(begun), stopped.collect())
        }
    })
}

fn stop(questionnaire: &Questionnaire, draft: &Draft, today: Date) -> (Stop, Option<Text>) {
    let journey = draft.journey(questionnaire, today);
    let Place::Page(code) = draft.place(&journey) else { return (Stop::Review, None) };
    let Some(page) = journey.page(&code) else { return (Stop::Review, None) };
    // The first in the order of asking, whatever order the person sees.
    let is_here = |question: &&Question| page.questions().any(|here| here.code == question.code);
    let first = questionnaire.questions().enumerate().find(|(_, question)| is_here(question));
    let (place, first) = (first.map(|(place, _)| place), first.map(|(_, question)| question));
    let label = page.title.or(first.map(|question| &question.label));
    (Stop::Page(place.unwrap_or(0)), label.cloned())
}
