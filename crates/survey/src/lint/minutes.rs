use super::outline::{Asked, Outline};
use super::reading::words;
use crate::{Look, Question, QuestionKind, TextShape};
use base::{LanguageTag, Text};
use std::collections::BTreeSet;

/// How long it takes to answer: to read what is asked, and to answer it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Minutes {
    /// In seconds, for somebody who is asked only what everybody is asked.
    pub least: u32,
    /// In seconds, for somebody who is asked everything, once.
    pub most: u32,
}

impl Minutes {
    /// Whole minutes, rounded up.
    pub fn shortest_minutes(self) -> u32 {
        self.least.div_ceil(60)
    }

    pub fn longest_minutes(self) -> u32 {
        self.most.div_ceil(60)
    }
}

/// Fifteen minutes: what Pew Research Center allows its own panel, „How we keep our online surveys from running too
/// long“, 2022. Longer ones are given up more often, and answered with less care.
pub const LONGEST_SECONDS: u32 = 15 * 60;

/// Words a minute: the mean of seventeen languages, Trauzettel-Klosinski and Dietz, „Standardized Assessment of Reading
/// Performance: The New International Reading Speed Texts IReST“, 2012. Bulgarian is not among them; Russian is.
const READ_IN_A_MINUTE: u64 = 184;
/// Words a minute typed on a telephone: Palin and others, „How do people type on mobile devices?“, 2019.
const TYPED_IN_A_MINUTE: u64 = 36;
/// Choosing, once all is read. With it a usual question of 24 words comes to the ten or eleven seconds that Pew counts.
const CHOICE: u64 = 3_000;
/// A longer list is only glanced over.
const OPTIONS_READ: usize = 12;

pub(super) fn estimate(outline: &Outline<'_>) -> Minutes {
    let questionnaire = outline.questionnaire;
    let around = [questionnaire.introduction.as_ref(), questionnaire.thanks.as_ref()];
    let always: u64 = around.into_iter().flatten().map(reading).sum();
    let (mut least, mut most) = (always, always);
    let mut batteries = BTreeSet::new();
    for asked in outline.first_rounds() {
        let mut takes = answering(outline, asked);
        // The options above a grid are read once.
        let grid = asked.around.last().filter(|group| group.is_battery());
        let is_row = grid.is_some() && asked.question.kind.single_scale().is_some();
        if !is_row || grid.is_some_and(|grid| batteries.insert(grid.code.as_str())) {
            takes += options(outline, asked.question);
        }
        most += takes;
        let is_always =
            asked.question.relevance.is_none() && asked.around.iter().all(|group| group.relevance.is_none());
        if is_always {
            least += takes;
        }
    }
    for opened in outline.first_groups() {
        let takes: u64 =
            [opened.group.label.as_ref(), opened.group.hint.as_ref()].into_iter().flatten().map(reading).sum();
        most += takes;
        if opened.group.relevance.is_none() && opened.around.iter().all(|group| group.relevance.is_none()) {
            least += takes;
        }
    }
    let seconds = |milliseconds: u64| u32::try_from(milliseconds.div_ceil(1000)).unwrap_or(u32::MAX);
    Minutes { least: seconds(least), most: seconds(most) }
}

/// In milliseconds, as everything here.
fn reading(text: &Text) -> u64 {
    count(words(text.say(LanguageTag::BULGARIAN)).count()) * 60_000 / READ_IN_A_MINUTE
}

fn typing(words: u64) -> u64 {
    words * 60_000 / TYPED_IN_A_MINUTE
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

fn options(outline: &Outline<'_>, question: &Question) -> u64 {
    let Some(scale) = outline.questionnaire.scale_of(question) else { return 0 };
    let is_folded = matches!(question.kind, QuestionKind::One { look: Look::Menu | Look::Settlements, .. });
    let read = if is_folded { 1 } else { OPTIONS_READ };
    scale.options.iter().take(read).map(|option| reading(&option.label)).sum()
}

fn answering(outline: &Outline<'_>, asked: &Asked<'_>) -> u64 {
    let question = asked.question;
    if !question.is_asked() && question.kind != QuestionKind::Note {
        return 0;
    }
    let offered = outline.questionnaire.scale_of(question).map_or(0, |scale| scale.options.len());
    let read = reading(&question.label) + question.hint.as_ref().map_or(0, reading);
    let answer = match &question.kind {
        QuestionKind::Note | QuestionKind::Given | QuestionKind::Calculated(_) => 0,
        QuestionKind::One { look: Look::Menu | Look::Settlements, .. } => 2 * CHOICE,
        QuestionKind::One { .. } | QuestionKind::Consent => CHOICE,
        // About one in three is ticked.
        QuestionKind::Many { .. } => CHOICE * count(offered.min(OPTIONS_READ).div_ceil(3)).max(1),
        QuestionKind::Ranking { .. } => CHOICE * count(offered),
        QuestionKind::Integer(_) | QuestionKind::Decimal(_) => CHOICE + typing(1),
        QuestionKind::Date | QuestionKind::Time => 2 * CHOICE,
        QuestionKind::Point | QuestionKind::File(_) => 5 * CHOICE,
        QuestionKind::Text(TextShape { long: true, .. }) => CHOICE + typing(25),
        QuestionKind::Text(_) => CHOICE + typing(5),
    };
    read + answer
}
