//! What might tell who somebody is, in words that everybody is about to read. The contacts of an office belong there; the
//! number of a clerk's own telephone does not. Only a person can tell them apart, so a person is asked.

use crate::{Failure, Refusal, typed::Typed};
use base::{Argument, Explain, Text};
use survey::redaction::{self, FindingKind};

/// The field by which a form says [`Seen`].
pub const SEEN: &str = "seen";

/// The code of the refusal that asks.
pub const CODE: &str = "personal-data-found";

/// Whether whoever sends the words saw what was found in them and says that it belongs there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen(pub bool);

/// For the journal: that somebody said so, never what was found.
pub type Fact = (&'static str, String);

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    pub field: String,
    pub kind: FindingKind,
    /// The finds with their middles hidden, for an error stands in a page that others may look at.
    pub places: String,
}

impl Explain for Trouble {
    fn code(&self) -> &'static str {
        CODE
    }

    fn field(&self) -> Option<String> {
        Some(self.field.clone())
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        vec![("kind", self.kind.code().into()), ("places", self.places.clone().into())]
    }
}

/// The fact for the journal where `words` hold something that might tell who somebody is.
///
/// What stands in the same field of `known` already was let out before, and nobody is asked about it again.
///
/// # Errors
/// A [`Trouble`] for each field and kind of find, unless whoever sends the words has seen them.
pub fn let_out(known: &[Typed], words: &Typed, Seen(is_seen): Seen) -> Result<Option<Fact>, Failure> {
    let (mut holds_any, mut troubles) = (false, Vec::new());
    for (field, text) in words.fields() {
        let before: Vec<&str> =
            known.iter().flat_map(|known| places(known.get(field))).map(|(_, place)| place).collect();
        let found = places(text);
        holds_any |= !found.is_empty();
        for kind in [FindingKind::PersonalNumber, FindingKind::Telephone, FindingKind::Email] {
            let is_new = |(of, place): &&(FindingKind, &str)| *of == kind && !before.contains(place);
            let new: Vec<String> = found.iter().filter(is_new).map(|(_, place)| masked(place)).collect();
            if !new.is_empty() {
                let places = told(new);
                troubles.push(Refusal::from(Trouble { field: field.to_owned(), kind, places }));
            }
        }
    }
    if troubles.is_empty() || is_seen {
        return Ok(holds_any.then(|| ("personal-data", "confirmed".to_owned())));
    }
    Err(Failure::Refused(troubles))
}

/// Several texts in both languages as one field of [`let_out`].
pub fn together<'a>(texts: impl Iterator<Item = &'a Text>) -> String {
    let both = texts.flat_map(|text| [Some(text.bulgarian.as_str()), text.english.as_deref()]);
    both.flatten().collect::<Vec<_>>().join("\n")
}

fn places(text: &str) -> Vec<(FindingKind, &str)> {
    let finds = redaction::find(text).into_iter();
    finds.filter_map(|found| Some((found.kind, text.get(found.span)?))).collect()
}

const MOST_TOLD: usize = 3;

fn told(places: Vec<String>) -> String {
    let rest = if places.len() > MOST_TOLD { ", …" } else { "" };
    let quoted: Vec<String> = places.into_iter().take(MOST_TOLD).map(|place| format!("„{place}“")).collect();
    format!("{}{rest}", quoted.join(", "))
}

/// The first and the last two letters stay; the site of an address does.
fn masked(place: &str) -> String {
    let (hidden, shown) = place.find('@').map_or((place, ""), |at| place.split_at(at));
    let length = hidden.chars().count();
    let tail = if shown.is_empty() { 2 } else { 0 };
    let hide = |(number, letter): (usize, char)| {
        let stays = number < 2.min(length / 2) || number + tail >= length || !letter.is_alphanumeric();
        if stays { letter } else { '•' }
    };
    hidden.chars().enumerate().map(hide).chain(shown.chars()).collect()
}

#[cfg(test)]
mod tests;
