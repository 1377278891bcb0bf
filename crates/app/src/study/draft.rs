//! The manuscript that Glas proposes for a study: who answered, each question, what differs, what cannot be said, what
//! people wrote, how it was made. Every rule is in one of these files, every word in the locale files, and every number in
//! the words is a reference.

mod limits;
mod method;
mod population;
mod questions;
mod summary;
mod who;

pub use method::method_sheet;
pub use questions::{compared, of_audience, open_answers, waves};
pub use summary::{Headline, caution, headlines, key_numbers, told_findings};

use super::{Reading, StudyData, live_figures::StudyFigures};
use crate::Words;
use base::Language;
use document::{
    manuscript::{Body, Manuscript, Phrases, Wording, Written},
    markdown,
};

/// The manuscript of a study in every language that the built-in words know.
///
/// # Errors
/// [`document::manuscript::Refusal`] for a study whose words alone are more than a manuscript holds.
pub fn draft(study: &StudyData, reading: Reading) -> Result<Manuscript, document::manuscript::Refusal> {
    let [first, second] = Language::ALL;
    Ok(draft_in(study, first, reading)?.joined(draft_in(study, second, reading)?))
}

/// The same in one language, with the numbers of now.
///
/// # Errors
/// As for [`draft`].
pub fn draft_in(
    study: &StudyData,
    language: Language,
    reading: Reading,
) -> Result<Manuscript, document::manuscript::Refusal> {
    let words = Words::new(language);
    let figures = StudyFigures::new(study, &words);
    Ok(with_figures(&figures, reading)?.accept_all(language, &figures))
}

/// The same before its numbers are kept.
pub(super) fn with_figures(
    figures: &StudyFigures,
    reading: Reading,
) -> Result<Manuscript, document::manuscript::Refusal> {
    let (study, pen) = (figures.study, Pen { words: figures.words });
    let headlines = headlines(figures);
    let mut parts = vec![pen.heading("report-summary", "summary")];
    parts.extend(pen.prose(&markdown::escaped(study.study.purpose.say(figures.words.language()))));
    parts.push(key_numbers(figures));
    parts.extend(summary::findings(&pen, &headlines));
    parts.extend(caution(figures));
    parts.extend(who::who_answered(figures, &pen));
    for (data, sections) in study.audiences.iter().zip(&figures.drafted().audiences) {
        parts.extend(of_audience(figures, data, sections));
    }
    parts.extend(compared(figures));
    parts.extend(waves(figures));
    parts.extend(limits::limits(figures, &pen));
    let open = open_answers(figures);
    if !open.is_empty() {
        parts.push(pen.heading("report-open", "open"));
        parts.extend(pen.said(match reading {
            Reading::ByAPerson => "report-open-lede",
            Reading::ByTheProgramAlone => "report-open-unread",
        }));
        parts.extend(open);
    }
    parts.push(pen.heading("report-method", "method"));
    parts.extend(pen.said("report-method-lede"));
    parts.push(method_sheet(figures));
    let title = pen.wording(&markdown::escaped(study.study.title.say(figures.words.language())));
    let summary = headlines.first().map(|first| pen.wording(&first.words)).unwrap_or_default();
    Manuscript::new(title, summary, parts)
}

/// The built-in words around the parts of a manuscript.
pub fn phrases(words: &Words) -> Phrases {
    Phrases {
        recommendation: words.say("manuscript-recommendation"),
        indicative: words.say("manuscript-indicative"),
        not_enough: words.say("manuscript-not-enough"),
        all_indicative: words.say("manuscript-all-indicative"),
        all_not_enough: words.say("manuscript-all-not-enough"),
    }
}

/// Writes parts in one language.
pub(super) struct Pen<'a> {
    pub words: &'a Words,
}

impl Pen<'_> {
    /// Written text as a wording. What is too long for one part is left out.
    pub fn wording(&self, text: &str) -> Wording {
        let written = Written::read(text).or_else(|_| Written::read(&markdown::escaped(text)));
        written.map(|written| Wording::new(self.words.language(), written)).unwrap_or_default()
    }

    pub fn prose(&self, text: &str) -> Option<Body> {
        Some(self.wording(text)).filter(|words| !words.is_empty()).map(Body::Prose)
    }

    /// A paragraph of built-in words.
    pub fn said(&self, key: &str) -> Option<Body> {
        self.prose(&self.words.say(key))
    }

    pub fn heading(&self, key: &str, anchor: &str) -> Body {
        self.heading_of(2, &self.words.say(key), anchor)
    }

    /// A heading of written text.
    pub fn heading_of(&self, level: u8, text: &str, anchor: &str) -> Body {
        Body::Heading { level, anchor: anchor.to_owned(), words: self.wording(text) }
    }

    /// A list of sentences.
    pub fn list(&self, items: &[String]) -> Option<Body> {
        let lines: Vec<String> = items.iter().map(|item| format!("- {item}")).collect();
        self.prose(&lines.join("\n"))
    }
}
