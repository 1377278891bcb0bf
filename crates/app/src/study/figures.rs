//! Figures: each question of each audience as a chart, a table and the sentences that belong to it.
//!
//! Everything shown comes from `stats` under the audience's collection and the disclosure rules; here it only gets its
//! words. The same figures stand on the page of results and in the printed report.

pub(super) mod attached;
mod balance;
mod battery;
pub(super) mod by_group;
pub(super) mod choice;
mod entries;
mod compared;
mod importance;
mod lens;
pub(super) mod number;
mod phrases;
pub(super) mod ranking;
mod response;
pub(super) mod rows;
pub(super) mod several;
mod themes;
mod voice;
pub(super) mod waves;

pub(super) use compared::mirror;
pub use lens::Lens;
pub use phrases::count_argument as count;
pub use voice::Voice;

use super::{AudienceData, StudyData};
use crate::Words;
use document::Figure;
use survey::{GroupLayout, Item, Question, QuestionKind};

/// One figure with the sentences drafted for it, in which numbers are references.
#[derive(Debug, Clone, PartialEq)]
pub struct Drafted {
    /// The question or the battery.
    pub code: String,
    pub figure: Figure,
    pub sentences: Vec<String>,
    /// Tells who answered rather than what they said.
    pub profile: bool,
    /// What it shows in one sentence that stands without it, where that is worth a line.
    pub headline: Option<String>,
}

/// Figures that belong together, under the title of their group in the questionnaire.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Section {
    pub title: Option<String>,
    pub figures: Vec<Drafted>,
}

/// All figures of one audience in the order of its questionnaire, numbered from `first` on.
pub fn of_audience(study: &StudyData, data: &AudienceData, words: &Words, first: u32) -> Vec<Section> {
    let lens = Lens::new(study, data, words);
    let mut sections = vec![Section::default()];
    gather(&lens, &data.questionnaire.items, &mut sections, true);
    beyond(&lens, &mut sections);
    for (drafted, number) in sections.iter_mut().flat_map(|section| &mut section.figures).zip(first..) {
        balance::add(&mut drafted.figure, words);
        drafted.figure.number = number;
    }
    sections.retain(|section| !section.figures.is_empty());
    sections
}

/// The questions that several audiences answered, side by side.
pub fn compared(study: &StudyData, words: &Words, first: u32) -> Vec<Drafted> {
    let mut figures = compared::figures(study, words);
    for (drafted, number) in figures.iter_mut().zip(first..) {
        drafted.figure.number = number;
    }
    figures
}

/// What no single question shows: the whole by group, importance beside performance, the course of participation.
fn beyond(lens: &Lens, sections: &mut Vec<Section>) {
    let title = |key: &str| Some(lens.words.say(key));
    let mut figures: Vec<Drafted> = by_group::figure(lens).into_iter().collect();
    match importance::figures(lens) {
        Ok(found) => figures.extend(found),
        Err(reason) => {
            let last = sections.iter_mut().flat_map(|section| &mut section.figures).chain(&mut figures).last();
            if let (Some(drafted), Some(told)) = (last, reason.told(lens)) {
                drafted.sentences.push(told);
            }
        }
    }
    sections.push(Section { title: title("figure-section-whole"), figures });
    let figures = response::figure(lens).into_iter().collect();
    sections.push(Section { title: title("figure-section-response"), figures });
}

fn gather(lens: &Lens, items: &[Item], sections: &mut Vec<Section>, top: bool) {
    for item in items {
        match item {
            Item::Group(group) if group.repeated.is_some() => {
                if let Some(section) = entries::section(lens, group) {
                    sections.push(section);
                    sections.push(Section::default());
                }
            }
            Item::Question(question) => add(sections, figure_of(lens, question)),
            Item::Group(group) if group.layout == GroupLayout::Battery => add(sections, battery::figure(lens, group)),
            Item::Group(group) => {
                let title = group.label.as_ref().map(|label| lens.say(label));
                if top && title.as_ref().is_some_and(|title| !title.is_empty()) {
                    sections.push(Section { title, figures: Vec::new() });
                    gather(lens, &group.items, sections, false);
                    sections.push(Section::default());
                } else {
                    gather(lens, &group.items, sections, top);
                }
            }
        }
    }
}

fn add(sections: &mut [Section], drafted: Option<Drafted>) {
    if let (Some(section), Some(drafted)) = (sections.last_mut(), drafted) {
        section.figures.push(drafted);
    }
}

fn figure_of(lens: &Lens, question: &Question) -> Option<Drafted> {
    match &question.kind {
        QuestionKind::One { .. } => choice::figure(lens, question),
        QuestionKind::Many { .. } => several::figure(lens, question),
        QuestionKind::Ranking { .. } => ranking::figure(lens, question),
        QuestionKind::Integer(_) | QuestionKind::Decimal(_) | QuestionKind::Time => number::figure(lens, question),
        // The words themselves are quoted elsewhere, after a person has read them.
        QuestionKind::Text(_) => themes::figure(lens, question),
        QuestionKind::File(_) => attached::figure(lens, question),
        // Days are rare and tell little as a chart. A point on the map is where somebody is; consent is a condition and no
        // opinion; what came with a link tells of the link.
        QuestionKind::Date
        | QuestionKind::Note
        | QuestionKind::Consent
        | QuestionKind::Point
        | QuestionKind::Given
        | QuestionKind::Calculated(_) => None,
    }
}
