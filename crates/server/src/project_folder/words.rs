//! What every file of the examples has: words in both languages, and days.

use super::Unreadable;
use base::Text;
use jiff::civil::Date;
use serde::Deserialize;
use toml::value::Datetime;

/// Words in both languages: `title.bg = "…"`, `title.en = "…"`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    bg: String,
    en: Option<String>,
}

impl From<Words> for Text {
    fn from(words: Words) -> Text {
        let trimmed = |text: String| text.trim().to_owned();
        Text::both(trimmed(words.bg), words.en.map(trimmed))
    }
}

/// A day without a time; `key` names the value in the error.
pub fn day(key: &'static str, written: Datetime) -> Result<Date, Unreadable> {
    let (Some(date), None) = (written.date, written.time) else { return Err(Unreadable::NotADay(key)) };
    let parts = (i16::try_from(date.year), i8::try_from(date.month), i8::try_from(date.day));
    let (Ok(year), Ok(month), Ok(day)) = parts else { return Err(Unreadable::NotADay(key)) };
    Date::new(year, month, day).map_err(|_| Unreadable::NotADay(key))
}
