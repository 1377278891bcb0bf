//! The parts of a report as blocks, for the page of results and for programs: the same words and numbers as in the report.

pub use super::draft::Headline;
use super::{AudienceData, StudyData, draft, figures::Voice, live_figures::StudyFigures};
use crate::Words;
use document::{
    Block,
    manuscript::{Body, Manuscript, Wording},
};
use survey::Question;

/// The numbers that stand first: how many answered, of how many wanted, when.
pub fn key_figures(study: &StudyData, words: &Words) -> Block {
    let figures = StudyFigures::new(study, words);
    one(&figures, draft::key_numbers(&figures)).unwrap_or_else(|| Block::KeyFigures(Vec::new()))
}

/// What the numbers may claim and what they may not.
pub fn caution(study: &StudyData, words: &Words) -> Block {
    let figures = StudyFigures::new(study, words);
    draft::caution(&figures).and_then(|body| one(&figures, body)).unwrap_or_else(|| Block::words(""))
}

/// How the study was made, as a table of terms.
pub fn method_sheet(study: &StudyData, words: &Words) -> Block {
    let figures = StudyFigures::new(study, words);
    one(&figures, draft::method_sheet(&figures)).unwrap_or_else(|| Block::MethodSheet(Vec::new()))
}

/// What people wrote, question by question.
pub fn open_answers(study: &StudyData, words: &Words) -> Vec<Block> {
    let figures = StudyFigures::new(study, words);
    rendered(&figures, draft::open_answers(&figures))
}

/// One chapter for each audience, then what they were asked alike.
pub fn chapters(study: &StudyData, words: &Words) -> Told {
    let figures = StudyFigures::new(study, words);
    let of_audiences = study.audiences.iter().zip(&figures.drafted().audiences);
    let mut parts: Vec<Body> =
        of_audiences.flat_map(|(data, sections)| draft::of_audience(&figures, data, sections)).collect();
    parts.extend(draft::compared(&figures));
    let headlines = draft::headlines(&figures);
    let plain = |text: &str| {
        let told = rendered(&figures, draft::Pen { words }.prose(text));
        let told: Vec<String> = told.iter().filter_map(Block::plain).collect();
        told.join(" ")
    };
    let headlines = headlines.into_iter().map(|headline| Headline { words: plain(&headline.words), ..headline });
    Told { headlines: headlines.collect(), blocks: rendered(&figures, parts) }
}

/// Blocks, and the findings worth a line at the top.
#[derive(Debug, Clone, Default)]
pub struct Told {
    pub blocks: Vec<Block>,
    /// In plain words.
    pub headlines: Vec<Headline>,
}

impl Told {
    /// The findings that stand first, each saying of whom it is where that is not the same for all; and of whom they all
    /// are where it is.
    pub fn findings(&self, words: &Words) -> (Option<String>, Vec<String>) {
        let (of_whom, told) = draft::told_findings(words, &self.headlines, Voice::Plain);
        (of_whom, told.into_iter().map(|(words, _)| words).collect())
    }

    /// The first of them.
    pub fn headline(&self) -> Option<&str> {
        self.headlines.first().map(|headline| headline.words.as_str())
    }
}

/// The open answers to a question that may be quoted. `None` for a question of another kind, and for a handful of people:
/// everybody would know who said it.
pub(super) fn quoted<'a>(data: &'a AudienceData, question: &Question) -> Option<Vec<&'a str>> {
    let may = question.kind.is_open() && !data.is_tiny();
    let answers = || data.open_answers.iter().filter(|answer| answer.question == question.code);
    may.then(|| answers().map(|answer| answer.words.as_str()).collect())
}

/// What stands in the place of hidden answers, the same grounds told once with how many they are.
pub(super) fn hidden(data: &AudienceData, question: &Question, words: &Words) -> Vec<String> {
    let mut of_question: Vec<_> = data.hidden_answers.iter().filter(|one| one.question == question.code).collect();
    of_question.sort();
    let told = of_question.chunk_by(|one, next| one == next).filter_map(|same| {
        let first = same.first()?;
        let reason = words.say(&format!("moderation-reason-{}", first.reason));
        let count = i64::try_from(same.len()).unwrap_or(i64::MAX);
        let told = words.tell("results-open-hidden", &[("n", count.into()), ("reason", reason.into())]);
        Some(match &first.words {
            Some(words) => format!("{told} {words}"),
            None => told,
        })
    });
    told.collect()
}

fn one(figures: &StudyFigures, body: Body) -> Option<Block> {
    rendered(figures, [body]).into_iter().next()
}

fn rendered(figures: &StudyFigures, parts: impl IntoIterator<Item = Body>) -> Vec<Block> {
    let whole = Manuscript::new(Wording::default(), Wording::default(), parts).unwrap_or_default();
    whole.rendered(figures.words.language(), figures, &draft::phrases(figures.words))
}
