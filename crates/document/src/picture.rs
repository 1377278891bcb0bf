use crate::{Figure, KeyFigure, Words};
use base::Language;

/// One picture file: a figure for use elsewhere, or the postcard of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    pub language: Language,
    pub shows: Shows,
    /// „Демонстрационни данни“, with whose they are: a picture is seen far from its page, so it says so by itself.
    pub demonstration: Option<String>,
    pub words: Words,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Shows {
    Figure {
        figure: Box<Figure>,
        /// The title of what it was taken from.
        source: String,
        /// Where it stands there.
        address: String,
    },
    Postcard(Box<Postcard>),
}

/// What others show beside a link to a page: 1200 × 630 pixels, read at a glance.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Postcard {
    /// The name of the house: „глас“.
    pub mark: String,
    /// Beside the mark: „Перущица“.
    pub place: String,
    /// What kind of page it is: „Проучване · резултати“.
    pub kicker: String,
    pub title: String,
    /// One sentence; left out where the title takes its room.
    pub summary: Option<String>,
    /// Numbers that are the message.
    pub figures: Vec<KeyFigure>,
    /// Names and values in a row: („Партньор“, „Община Перущица“).
    pub facts: Vec<(String, String)>,
    /// The project that the page belongs to, where that is not the page itself.
    pub project: Option<String>,
    /// The day or days that matter.
    pub date: String,
    pub funding: Option<PostcardFunding>,
}

/// The signs of the one who pays, as words beside the flag.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PostcardFunding {
    pub european_union: bool,
    pub signs: Vec<String>,
}

impl Picture {
    /// The same in words, for whoever does not see it; the page itself says the summary.
    pub fn alternative(&self) -> String {
        let told = match &self.shows {
            Shows::Figure { figure, .. } => vec![figure.finding.clone(), figure.alternative.clone()],
            Shows::Postcard(postcard) => postcard.told(),
        };
        let parts = self.demonstration.iter().chain(&told).map(String::as_str).map(str::trim);
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

impl Postcard {
    fn told(&self) -> Vec<String> {
        let mut told = vec![self.place.clone(), self.kicker.clone(), self.title.clone()];
        told.extend(self.figures.iter().map(|figure| format!("{} – {}", figure.label, figure.value)));
        told.extend(self.facts.iter().map(|(name, value)| format!("{name}: {value}")));
        told.extend(self.project.clone());
        told.push(self.date.clone());
        told
    }
}
