#![expect(clippy::wildcard_enum_match_arm, reason = "of a value of JSON all that is not wanted is alike")]

use crate::limesurvey::words_of_html;
use base::{LanguageTag, Text};
use serde_json::Value;
use std::collections::BTreeSet;

/// Which languages the survey speaks.
pub(super) struct Spoken {
    /// What a text without a language is in: the survey's own, English where it names none.
    own: LanguageTag,
    /// Whose words stand first: Bulgarian, or the own language where there is no Bulgarian at all.
    first: LanguageTag,
    further: Vec<LanguageTag>,
}

/// Deeper than serde allows nothing is.
const MOST_LANGUAGES: usize = 20;

impl Spoken {
    pub(super) fn of(survey: &serde_json::Map<String, Value>) -> Spoken {
        let own = survey.get("locale").and_then(Value::as_str).and_then(tag).unwrap_or(LanguageTag::ENGLISH);
        let mut found = BTreeSet::from([own]);
        survey.values().for_each(|value| gather(value, &mut found));
        let first = if found.contains(&LanguageTag::BULGARIAN) { LanguageTag::BULGARIAN } else { own };
        let further = found.into_iter().filter(|language| *language != first).take(MOST_LANGUAGES).collect();
        Spoken { own, first, further }
    }

    /// The language that stands for Bulgarian, where it is another.
    pub(super) fn stands_in(&self) -> Option<LanguageTag> {
        (self.first != LanguageTag::BULGARIAN).then_some(self.first)
    }

    pub(super) fn languages(&self) -> Vec<LanguageTag> {
        let further = self.further.iter().copied().filter(|language| *language != LanguageTag::BULGARIAN);
        std::iter::once(LanguageTag::BULGARIAN).chain(further).collect()
    }

    /// The words in every language; `None` where there are none.
    pub(super) fn words(&self, value: Option<&Value>) -> Option<Text> {
        let spoken = |language: LanguageTag| {
            let text = match value? {
                Value::String(text) if language == self.own => text.as_str(),
                Value::Object(all) => {
                    let by_tag = all.iter().find(|(name, _)| tag(name) == Some(language)).map(|(_, text)| text);
                    let default = || all.get("default").filter(|_| language == self.own);
                    by_tag.or_else(default)?.as_str()?
                }
                _ => return None,
            };
            // Only what we put there ourselves names an answer.
            let text = words_of_html(text).replace("${", "$ {");
            Some(text).filter(|text| !text.trim().is_empty())
        };
        // Where the first language has nothing, that of the survey stands for it: somebody must translate.
        let bulgarian = spoken(self.first).or_else(|| spoken(self.own)).or_else(|| {
            let mut further = self.further.iter();
            further.find_map(|language| spoken(*language))
        })?;
        let mut text = Text::bulgarian(bulgarian);
        for language in &self.further {
            match (*language, spoken(*language)) {
                (_, None) | (LanguageTag::BULGARIAN, _) => {}
                (LanguageTag::ENGLISH, Some(words)) => text.english = Some(words),
                (language, Some(words)) => {
                    text.further.insert(language, words);
                }
            }
        }
        Some(text)
    }

    /// A name or a number, which is the same in every language.
    pub(super) fn everywhere(&self, words: &str) -> Text {
        let mut text = Text::bulgarian(words.replace("${", "$ {"));
        for language in self.languages().into_iter().filter(|language| *language != LanguageTag::BULGARIAN) {
            match language {
                LanguageTag::ENGLISH => text.english = Some(text.bulgarian.clone()),
                other => {
                    text.further.insert(other, text.bulgarian.clone());
                }
            }
        }
        text
    }

    /// Words of ours for what the survey says in its own: an option „друго“, yes and no.
    pub(super) fn built_in(&self, bulgarian: &str, english: &str) -> Text {
        let speaks_english = self.further.contains(&LanguageTag::ENGLISH) || self.first == LanguageTag::ENGLISH;
        let mut text = Text::bulgarian(if self.first == LanguageTag::ENGLISH { english } else { bulgarian });
        text.english = (speaks_english && self.further.contains(&LanguageTag::ENGLISH)).then(|| english.to_owned());
        text
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
