use super::{LiveFigures, NumberAddress, Piece, Refusal, Template};
use crate::markdown;
use std::collections::{BTreeMap, BTreeSet};

/// The longest text of one part, in bytes.
pub const LONGEST: usize = 40_000;

/// Words in one language: a small part of Markdown with references, and beside them each number as it was when the words
/// were written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    template: Template,
    kept: BTreeMap<NumberAddress, String>,
}

impl Written {
    /// # Errors
    /// What cannot be read, with its line and column; what is too long, too deep or empty.
    pub fn read(text: &str) -> Result<Written, Refusal> {
        if text.len() > LONGEST {
            return Err(Refusal::TooLong { max: LONGEST, is: text.len() });
        }
        let template = Template::read(text)?;
        if template.pieces().is_empty() || text.trim().is_empty() {
            return Err(Refusal::Empty);
        }
        let written = Written { template, kept: BTreeMap::new() };
        markdown::parse(&written.marked()).map_err(Refusal::Text)?;
        Ok(written)
    }

    /// The text as a person writes it.
    pub fn text(&self) -> String {
        self.template.to_string()
    }

    pub fn template(&self) -> &Template {
        &self.template
    }

    /// Each number as it was, in the words of the language; one that could not be shown is not among them.
    pub fn kept(&self) -> &BTreeMap<NumberAddress, String> {
        &self.kept
    }

    /// The same words with these numbers beside them, as the store has kept them. Those that the words do not ask for are
    /// let go.
    #[must_use]
    pub fn with_kept(mut self, kept: BTreeMap<NumberAddress, String>) -> Written {
        let asked: BTreeSet<&NumberAddress> = self.template.numbers().collect();
        self.kept = kept.into_iter().filter(|(address, _)| asked.contains(address)).collect();
        self
    }

    /// The same words with the numbers of now beside them.
    #[must_use]
    pub fn accepted(mut self, figures: &dyn LiveFigures) -> Written {
        let now = self.template.numbers().filter_map(|address| {
            let number = figures.number(address).ok()?;
            Some((address.clone(), number.value().to_owned()))
        });
        self.kept = now.collect();
        self
    }

    /// What the words before asked for already keeps its number of then; the other numbers are those of now.
    #[must_use]
    pub fn rewritten(self, before: Option<&Written>, figures: &dyn LiveFigures) -> Written {
        let mut now = self.accepted(figures);
        let Some(before) = before else { return now };
        for address in before.template.numbers() {
            now.kept.remove(address);
        }
        let asked: BTreeSet<&NumberAddress> = now.template.numbers().collect();
        let kept = before.kept.iter().filter(|(address, _)| asked.contains(address));
        now.kept.extend(kept.map(|(address, value)| (address.clone(), value.clone())));
        now
    }

    /// The words with their numbers as they were, for reading beside another state.
    pub fn told(&self) -> String {
        let told = self.template.pieces().iter().map(|piece| match piece {
            Piece::Words(words) => words.as_str(),
            Piece::Number(address) => self.kept.get(address).map_or("…", String::as_str),
        });
        told.collect()
    }

    /// The text with a mark for each reference in its order, so that nothing in a code is taken for Markdown.
    pub(super) fn marked(&self) -> String {
        let mut text = String::new();
        let mut number = 0;
        for piece in self.template.pieces() {
            match piece {
                Piece::Words(words) => text.extend(words.chars().filter(|letter| !is_mark(*letter))),
                Piece::Number(_) => {
                    text.push_str(&format!("{OPEN}{number}{CLOSE}"));
                    number += 1;
                }
            }
        }
        text
    }
}

/// From the private use of Unicode: no word holds them.
pub(super) const OPEN: char = '\u{f8f0}';
pub(super) const CLOSE: char = '\u{f8f1}';

fn is_mark(letter: char) -> bool {
    letter == OPEN || letter == CLOSE
}
