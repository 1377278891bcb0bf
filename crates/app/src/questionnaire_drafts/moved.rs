use super::{option_rows, words_form::in_language};
use crate::typed::Typed;
use base::LanguageTag;

/// An option of the form that changes its place before the form is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moved {
    Up(usize),
    Down(usize),
}

impl Moved {
    /// `up:3`
    pub fn parse(text: &str) -> Option<Moved> {
        let (way, row) = text.split_once(':')?;
        let row = row.parse().ok()?;
        match way {
            "up" => Some(Moved::Up(row)),
            "down" => Some(Moved::Down(row)),
            _ => None,
        }
    }

    /// The form with the two rows in each other's places.
    pub fn apply(self, typed: Typed, languages: &[LanguageTag]) -> Typed {
        let (one, two) = match self {
            Moved::Up(row) if row > 0 => (row - 1, row),
            Moved::Down(row) => (row, row.saturating_add(1)),
            Moved::Up(_) => return typed,
        };
        let parts = ["code", "value", "standing"].map(str::to_owned).into_iter();
        let parts = parts.chain(languages.iter().map(|language| in_language("label", *language)));
        parts.fold(typed, |typed, part| {
            let (first, second) = (option_rows::option_field(one, &part), option_rows::option_field(two, &part));
            let (upper, lower) = (typed.get(&first).to_owned(), typed.get(&second).to_owned());
            typed.with(&first, lower).with(&second, upper)
        })
    }
}
