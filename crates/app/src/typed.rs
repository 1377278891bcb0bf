//! Forms of the desk: what somebody typed, field by field, and how it is understood.

mod reading;
mod trouble;

pub use reading::{Apart, Reading};
pub use trouble::Trouble;

use base::{Digest, Fields, Text};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The value under each name of a form, without the space around it and with one kind of line end.
///
/// Words in two languages stand under `title` and `title_en`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed(BTreeMap<String, String>);

impl Typed {
    /// What stands under `field`; empty where nothing does.
    pub fn get(&self, field: &str) -> &str {
        self.0.get(field).map_or("", String::as_str)
    }

    /// Name and value of each, in the order of the names.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(field, value)| (field.as_str(), value.as_str()))
    }

    pub fn with(mut self, field: &str, value: impl Into<String>) -> Typed {
        self.0.insert(field.to_owned(), value.into());
        self
    }

    pub fn with_text(self, field: &str, text: &Text) -> Typed {
        let english = text.english.clone().unwrap_or_default();
        self.with(field, text.bulgarian.clone()).with(&english_of(field), english)
    }

    /// As people write it: 27.07.2023.
    pub fn with_day(self, field: &str, day: Option<Date>) -> Typed {
        let written = day.map(|day| format!("{:02}.{:02}.{}", day.day(), day.month(), day.year()));
        self.with(field, written.unwrap_or_default())
    }

    pub fn with_count(self, field: &str, count: Option<u32>) -> Typed {
        self.with(field, count.map(|count| count.to_string()).unwrap_or_default())
    }

    /// Several texts in one area each for Bulgarian and English; „–“ stands for what is not translated.
    pub fn with_several(self, field: &str, apart: Apart, texts: &[Text]) -> Typed {
        let bulgarian: Vec<&str> = texts.iter().map(|text| text.bulgarian.as_str()).collect();
        let is_translated = texts.iter().any(|text| text.english.is_some());
        let english = texts.iter().map(|text| text.english.as_deref().unwrap_or(reading::UNTRANSLATED));
        let english = if is_translated { english.collect::<Vec<_>>().join(apart.mark()) } else { String::new() };
        self.with(field, bulgarian.join(apart.mark())).with(&english_of(field), english)
    }

    /// With what is `kept` in the fields that a form leaves out once they are settled.
    pub fn settled(self, is_settled: bool, fields: &[&str], kept: &Typed) -> Typed {
        let left_out: Vec<&str> =
            fields.iter().copied().filter(|field| is_settled && self.get(field).is_empty()).collect();
        left_out.into_iter().fold(self, |typed, field| typed.with(field, kept.get(field)))
    }

    /// For the journal: what stood in those of the fields that say something else `now`, each under the name of its fact;
    /// „–“ where nothing stood.
    pub fn facts_before(&self, now: &Typed, facts: &[(&str, &'static str)]) -> Vec<(&'static str, String)> {
        let changed = facts.iter().filter(|(field, _)| self.get(field) != now.get(field));
        let told = |before: &str| if before.is_empty() { "–".to_owned() } else { before.to_owned() };
        changed.map(|(field, fact)| (*fact, told(self.get(field)))).collect()
    }

    /// Tells one state of a form from another, so that an old page does not overwrite newer words.
    pub fn fingerprint(&self) -> String {
        self.told(Fields::default()).digest().to_string().chars().take(32).collect()
    }

    /// The same for the journal: the [`Fields`] of `glas-form-1`, then name and value of each, in the order of the names.
    pub fn digest(&self) -> Digest {
        self.told(Fields::of("glas-form-1")).digest()
    }

    fn told(&self, fields: Fields) -> Fields {
        self.0.iter().fold(fields, |fields, (field, value)| fields.text(field).text(value))
    }

    /// # Errors
    /// [`Trouble::ChangedMeanwhile`] where the form was made of something else than this.
    pub fn is_still(&self, made_of: &str) -> Result<(), Trouble> {
        if self.fingerprint() == made_of { Ok(()) } else { Err(Trouble::ChangedMeanwhile) }
    }
}

impl FromIterator<(String, String)> for Typed {
    /// Of several values under one name the first counts.
    fn from_iter<I: IntoIterator<Item = (String, String)>>(fields: I) -> Typed {
        let mut typed = BTreeMap::new();
        for (field, value) in fields {
            typed.entry(field).or_insert_with(|| value.replace("\r\n", "\n").trim().to_owned());
        }
        Typed(typed)
    }
}

/// The field that holds the same in English.
pub fn english_of(field: &str) -> String {
    format!("{field}_en")
}

#[cfg(test)]
mod tests;
