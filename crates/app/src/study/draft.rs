//! The manuscript that Glas proposes for a study: who answered, each question, what differs, what cannot be said, what
//! people wrote, how it was made. Every rule is in one of these files, every word in the locale files, and every number in
//! the words is a reference.

mod analysis;
mod limits;
mod method;
mod population;
mod questions;
mod summary;
mod template;
mod who;

pub use method::method_sheet;
pub use questions::{compared, of_audience, open_answers, waves};
pub use summary::{Headline, caution, headlines, key_numbers, told_findings};

use super::{Kind, Reading, StudyData, live_figures::StudyFigures};
use crate::Words;
use base::Language;
use document::{
    manuscript::{Body, Manuscript, Phrases, Wording, Written},
    markdown,
};
use template::{Heading, Rule};

/// The report of the results in every language that the built-in words know.
///
/// # Errors
/// [`document::manuscript::Refusal`] for a study whose words alone are more than a manuscript holds.
pub fn draft(study: &StudyData, reading: Reading) -> Result<Manuscript, document::manuscript::Refusal> {
    draft_of(study, Kind::Results, reading)
}

/// The same for a document of another kind.
///
/// # Errors
/// As for [`draft`].
pub fn draft_of(study: &StudyData, kind: Kind, reading: Reading) -> Result<Manuscript, document::manuscript::Refusal> {
    let [first, second] = Language::ALL;
    Ok(in_language(study, kind, first, reading)?.joined(in_language(study, kind, second, reading)?))
}

/// The report of the results in one language, with the numbers of now.
///
/// # Errors
/// As for [`draft`].
pub fn draft_in(
    study: &StudyData,
    language: Language,
    reading: Reading,
) -> Result<Manuscript, document::manuscript::Refusal> {
    in_language(study, Kind::Results, language, reading)
}

fn in_language(
    study: &StudyData,
    kind: Kind,
    language: Language,
    reading: Reading,
) -> Result<Manuscript, document::manuscript::Refusal> {
    let words = Words::new(language);
    let figures = StudyFigures::new(study, &words);
    Ok(with_figures(&figures, kind, reading)?.accept_all(language, &figures))
}

/// The same before its numbers are kept.
pub(super) fn with_figures(
    figures: &StudyFigures,
    kind: Kind,
    reading: Reading,
) -> Result<Manuscript, document::manuscript::Refusal> {
    let pen = Pen { words: figures.words };
    let mut parts = Vec::new();
    for section in template::sections(kind) {
        let filled: Vec<Body> = section.rules.iter().flat_map(|rule| fill(*rule, figures, &pen, reading)).collect();
        if filled.is_empty() && !section.is_frame {
            continue;
        }
        parts.extend(match section.heading {
            Heading::Of(level, key) => Some(pen.heading_of(level, &pen.words.say(key), section.anchor)),
            Heading::Annex(key) => {
                let title = pen.wording(&pen.words.say(key));
                Some(Body::Annex { anchor: section.anchor.to_owned(), title })
            }
            Heading::None => None,
        });
        parts.extend(filled);
    }
    let title = pen.wording(&markdown::escaped(figures.study.study.title.say(figures.words.language())));
    let summary = headlines(figures).first().map(|first| pen.wording(&first.words)).unwrap_or_default();
    Manuscript::new(title, summary, parts)
}

fn fill(rule: Rule, figures: &StudyFigures, pen: &Pen, reading: Reading) -> Vec<Body> {
    let study = figures.study;
    match rule {
        Rule::Said(key) => pen.said(key).into_iter().collect(),
        Rule::Purpose => {
            let purpose = markdown::escaped(study.study.purpose.say(figures.words.language()));
            pen.prose(&purpose).into_iter().collect()
        }
        Rule::KeyNumbers => vec![key_numbers(figures)],
        Rule::Findings => summary::findings(pen, &headlines(figures)),
        Rule::Caution => caution(figures).into_iter().collect(),
        Rule::WhoAnswered => who::who_answered(figures, pen),
        Rule::Questions => {
            let of_audiences = study.audiences.iter().zip(&figures.drafted().audiences);
            of_audiences.flat_map(|(data, sections)| of_audience(figures, data, sections)).collect()
        }
        Rule::Compared => compared(figures),
        Rule::Waves => waves(figures),
        Rule::Limits => limits::limits(figures, pen),
        Rule::OpenAnswers => open_chapter(figures, pen, reading),
        Rule::MethodSheet => vec![method_sheet(figures)],
        Rule::Gaps => analysis::gaps(figures, pen),
        Rule::Priorities => analysis::priorities(figures, pen),
        Rule::Strengths => analysis::strengths(figures, pen),
        Rule::Weaknesses => analysis::weaknesses(figures, pen),
        Rule::Opportunities => analysis::opportunities(figures, pen),
        Rule::Dimension(wanted) => analysis::dimension(figures, pen, wanted),
        Rule::Obstacles => analysis::obstacles(figures, pen),
        Rule::Conclusions => analysis::conclusions(figures, pen),
    }
}

fn open_chapter(figures: &StudyFigures, pen: &Pen, reading: Reading) -> Vec<Body> {
    let open = open_answers(figures);
    if open.is_empty() {
        return Vec::new();
    }
    let lede = pen.said(match reading {
        Reading::ByAPerson => "report-open-lede",
        Reading::ByTheProgramAlone => "report-open-unread",
    });
    std::iter::once(pen.heading("report-open", "open")).chain(lede).chain(open).collect()
}

/// What the author of a document is told about one of its sections, by the anchor of its heading.
pub fn guidance(words: &Words, kind: Kind, anchor: &str) -> Option<String> {
    words.find(&format!("guide-{}-{anchor}", kind.code()), &[])
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
