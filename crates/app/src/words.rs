//! Every word that Glas says by itself, in the reader's language.
//!
//! The sentences live in `locales/`, in the Fluent syntax (projectfluent.org); they are compiled into the program, so a
//! missing file cannot happen and a missing key is found by the tests.

mod numbers;

use base::{Argument, Explain, Language, Moment};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle, types::FluentNumber};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use std::sync::LazyLock;

/// One language's words, numbers and dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    language: Language,
}

/// A refusal, ready to be shown beside its field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// What is wrong.
    pub sentence: String,
    /// What to do about it.
    pub hint: Option<String>,
    pub field: Option<String>,
}

impl Words {
    pub fn new(language: Language) -> Words {
        Words { language }
    }

    pub fn language(&self) -> Language {
        self.language
    }

    /// The sentence under `key`. A key that no file has answers with itself in ⟦brackets⟧, which the tests look for.
    pub fn say(&self, key: &str) -> String {
        self.tell(key, &[])
    }

    /// The sentence under `key` (or `key.attribute`), with its values filled in.
    pub fn tell(&self, key: &str, values: &[(&str, Argument)]) -> String {
        self.find(key, values).unwrap_or_else(|| format!("⟦{key}⟧"))
    }

    /// Like [`Words::tell`], but `None` where there is no such sentence.
    pub fn find(&self, key: &str, values: &[(&str, Argument)]) -> Option<String> {
        let bundle = bundle(self.language);
        let (id, attribute) = match key.split_once('.') {
            Some((id, attribute)) => (id, Some(attribute)),
            None => (key, None),
        };
        let message = bundle.get_message(id)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let arguments = self.arguments(values);
        let mut errors = Vec::new();
        let sentence = bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
        Some(if errors.is_empty() { sentence } else { format!("⟦{key}: {errors:?}⟧") })
    }

    pub fn refusal(&self, refusal: &dyn Explain) -> Explained {
        let key = format!("refusal-{}", refusal.code());
        let values = refusal.arguments();
        Explained {
            sentence: self.tell(&key, &values),
            hint: self.find(&format!("{key}.hint"), &values),
            field: refusal.field(),
        }
    }

    /// `value` with exactly `decimals` digits after the separator, rounded half away from zero.
    pub fn number(&self, value: f64, decimals: u8) -> String {
        numbers::decimal(self.language, value, decimals)
    }

    pub fn whole(&self, value: u64) -> String {
        numbers::grouped(self.language, &value.to_string())
    }

    /// A share between 0 and 1 as a percentage, without decimals: „73 %“.
    pub fn percent(&self, share: f64) -> String {
        self.percent_with(share, 0)
    }

    pub fn percent_with(&self, share: f64, decimals: u8) -> String {
        let number = self.number(share * 100.0, decimals);
        match self.language {
            Language::Bulgarian => format!("{number}\u{202f}%"),
            Language::English => format!("{number}%"),
        }
    }

    /// 27.07.2023 in both languages, so that a date on a page is the date in its document.
    pub fn date(&self, date: Date) -> String {
        format!("{:02}.{:02}.{}", date.day(), date.month(), date.year())
    }

    /// „27.07.2023, 11:05“ by the clocks of Bulgaria.
    pub fn moment(&self, moment: Moment) -> String {
        let Ok(instant) = Timestamp::from_microsecond(moment.0) else { return String::new() };
        let zoned = instant.to_zoned(TimeZone::get("Europe/Sofia").unwrap_or(TimeZone::UTC));
        format!("{}, {:02}:{:02}", self.date(zoned.date()), zoned.hour(), zoned.minute())
    }

    /// „27 юли 2023 г.“, "27 July 2023".
    pub fn long_date(&self, date: Date) -> String {
        let month = self.say(&format!("month-{}", date.month()));
        let values = [
            ("day", Argument::Text(date.day().to_string())),
            ("month", Argument::Text(month)),
            ("year", Argument::Text(date.year().to_string())),
        ];
        self.tell("long-date", &values)
    }

    /// A file's size, in the unit that people read: „1,2 MB“.
    pub fn size(&self, bytes: u64) -> String {
        match bytes {
            0..1_000 => format!("{bytes}\u{a0}B"),
            1_000..1_000_000 => format!("{}\u{a0}kB", self.number(numbers::to_float(bytes) / 1e3, 0)),
            1_000_000.. => format!("{}\u{a0}MB", self.number(numbers::to_float(bytes) / 1e6, 1)),
        }
    }

    fn arguments(&self, values: &[(&str, Argument)]) -> FluentArgs<'static> {
        let mut arguments = FluentArgs::new();
        for (name, value) in values {
            let value = match value {
                Argument::Text(text) => FluentValue::from(text.clone()),
                Argument::Number(number) => FluentValue::from(*number),
                Argument::Decimal(number) => FluentValue::from(*number),
            };
            arguments.set((*name).to_owned(), value);
        }
        arguments
    }
}

type Bundle = FluentBundle<FluentResource>;

fn bundle(language: Language) -> &'static Bundle {
    static BULGARIAN: LazyLock<Bundle> = LazyLock::new(|| build(Language::Bulgarian));
    static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| build(Language::English));
    match language {
        Language::Bulgarian => &BULGARIAN,
        Language::English => &ENGLISH,
    }
}

fn build(language: Language) -> Bundle {
    let tag = language.tag().parse::<unic_langid::LanguageIdentifier>().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // Isolating marks are invisible characters around every value; they would end up in attributes and in files.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::Bulgarian => format_bulgarian,
        Language::English => format_english,
    }));
    for (_, text) in files(language) {
        // A file that does not parse still gives the messages that do; the tests refuse both cases.
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn format_bulgarian<M>(value: &FluentValue, _: &M) -> Option<String> {
    format_number(Language::Bulgarian, value)
}

fn format_english<M>(value: &FluentValue, _: &M) -> Option<String> {
    format_number(Language::English, value)
}

fn format_number(language: Language, value: &FluentValue) -> Option<String> {
    let FluentValue::Number(FluentNumber { value, .. }) = value else { return None };
    let decimals = if value.fract() == 0.0 { 0 } else { 1 };
    Some(numbers::decimal(language, *value, decimals))
}

include!(concat!(env!("OUT_DIR"), "/locale_files.rs"));

#[cfg(test)]
mod tests;
