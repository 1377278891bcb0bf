#![expect(clippy::wildcard_enum_match_arm, reason = "of a value of JSON all that is not wanted is alike")]

use crate::limesurvey::words_of_html;
use crate::tongues::Tongues;
use base::{LanguageTag, Text};
use serde_json::Value;
use std::collections::BTreeSet;

/// Which languages the survey speaks, and its words in them.
pub(super) struct Spoken(Tongues);

/// Deeper than serde allows nothing is.
const MOST_LANGUAGES: usize = 20;

impl Spoken {
    /// A survey that names no language is in English, as its library reads it; but whoever writes in Cyrillic and names none
    /// has written in Bulgarian.
    pub(super) fn of(survey: &serde_json::Map<String, Value>) -> Spoken {
        let mut found = BTreeSet::new();
        survey.values().for_each(|value| gather(value, &mut found));
        let named = survey.get("locale").and_then(Value::as_str).and_then(tag);
        let own = named.unwrap_or_else(|| {
            let is_bulgarian = found.is_empty() && cyrillic(&Value::Object(survey.clone())) > 0;
            if is_bulgarian { LanguageTag::BULGARIAN } else { LanguageTag::ENGLISH }
        });
        Spoken(Tongues::new(own, found.into_iter().take(MOST_LANGUAGES)))
    }

    /// The language to be translated from, where there is no Bulgarian.
    pub(super) fn foreign(&self) -> Option<LanguageTag> {
        self.0.foreign()
    }

    pub(super) fn languages(&self) -> Vec<LanguageTag> {
        self.0.all().to_vec()
    }

    /// The words in every language that has any; `None` where there are none.
    pub(super) fn words(&self, value: Option<&Value>) -> Option<Text> {
        let own = self.0.own();
        self.0.words(|language| {
            let text = match value? {
                Value::String(text) if language == own => text.as_str(),
                Value::Object(all) => {
                    let by_tag = all.iter().find(|(name, _)| tag(name) == Some(language)).map(|(_, text)| text);
                    let default = || all.get("default").filter(|_| language == own);
                    by_tag.or_else(default)?.as_str()?
                }
                _ => return None,
            };
            // Only what we put there ourselves names an answer.
            Some(words_of_html(text).replace("${", "$ {"))
        })
    }

    /// A name or a number, which is the same in every language.
    pub(super) fn everywhere(&self, name: &str) -> Text {
        self.0.everywhere(&name.replace("${", "$ {"))
    }

    /// Words of ours for what the survey says in its own: an option „друго“, yes and no.
    pub(super) fn built_in(&self, bulgarian: &str, english: &str) -> Text {
        self.0.built_in(bulgarian, english)
    }
}

/// What is written to be read; names, types and conditions are Latin in any survey.
const WRITTEN: [&str; 6] = ["title", "description", "text", "html", "label", "completedHtml"];

/// Cyrillic letters less the others, in what people read.
fn cyrillic(value: &Value) -> i64 {
    let letter = |letter: char| match letter {
        'А'..='я' => 1,
        _ => -i64::from(letter.is_alphabetic()),
    };
    match value {
        Value::Array(all) => all.iter().map(cyrillic).sum(),
        Value::Object(all) => {
            let written = |name: &String, value: &Value| match value {
                Value::String(text) if WRITTEN.contains(&name.as_str()) => text.chars().map(letter).sum(),
                other => cyrillic(other),
            };
            all.iter().map(|(name, value)| written(name, value)).sum()
        }
        _ => 0,
    }
}

fn tag(name: &str) -> Option<LanguageTag> {
    // `default` and names of properties are no languages; neither is what has no letters of one.
    let is_short = name.split('-').next().is_some_and(|first| first.len() == 2);
    if is_short { name.parse().ok() } else { None }
}

/// Objects of texts only are words in several languages.
fn gather(value: &Value, found: &mut BTreeSet<LanguageTag>) {
    match value {
        Value::Array(all) => all.iter().for_each(|value| gather(value, found)),
        Value::Object(all) => {
            let is_words = !all.is_empty()
                && all.iter().all(|(name, value)| value.is_string() && (name == "default" || tag(name).is_some()));
            if is_words {
                found.extend(all.keys().filter_map(|name| tag(name)));
            } else {
                all.values().for_each(|value| gather(value, found));
            }
        }
        _ => {}
    }
}
