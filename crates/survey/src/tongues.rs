use base::{LanguageTag, Text};

/// The languages that a file of another program speaks. Its words stay in the language in which they were written: where that is
/// not Bulgarian, the Bulgarian is missing until somebody translates, and the questionnaire is not adopted before.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Tongues {
    /// What a text without a language is in.
    own: LanguageTag,
    /// Bulgarian first, whether or not the file speaks it; the others in the order of their tags.
    all: Vec<LanguageTag>,
    is_bulgarian: bool,
}

/// More languages than that one file has not.
const MOST: usize = 50;

impl Tongues {
    pub(crate) fn new(own: LanguageTag, others: impl IntoIterator<Item = LanguageTag>) -> Tongues {
        let mut all = vec![LanguageTag::BULGARIAN];
        let mut is_bulgarian = false;
        for language in std::iter::once(own).chain(others) {
            is_bulgarian |= language == LanguageTag::BULGARIAN;
            if !all.contains(&language) && all.len() < MOST {
                all.push(language);
            }
        }
        all.sort_by_key(|language| (*language != LanguageTag::BULGARIAN, *language));
        Tongues { own, all, is_bulgarian }
    }

    pub(crate) fn own(&self) -> LanguageTag {
        self.own
    }

    pub(crate) fn all(&self) -> &[LanguageTag] {
        &self.all
    }

    /// The language that somebody has to translate from, where the file speaks no Bulgarian.
    pub(crate) fn foreign(&self) -> Option<LanguageTag> {
        (!self.is_bulgarian).then_some(self.own)
    }

    /// The words of each language that has any; `None` where none has.
    pub(crate) fn words(&self, mut say: impl FnMut(LanguageTag) -> Option<String>) -> Option<Text> {
        let words = self.all.iter().filter_map(|language| Some((*language, say(*language)?)));
        Some(words.collect::<Text>()).filter(|words| !words.is_silent())
    }

    /// Words of which the file does not tell the language.
    pub(crate) fn in_own(&self, words: &str) -> Option<Text> {
        self.words(|language| (language == self.own).then(|| words.to_owned()))
    }

    /// A name, a code or a number that is shown where nobody wrote words. It is the same in every language, but no Latin name
    /// becomes Bulgarian by that.
    pub(crate) fn everywhere(&self, name: &str) -> Text {
        let is_bulgarian = self.is_bulgarian || !name.chars().any(|letter| letter.is_ascii_alphabetic());
        let words = |language| {
            let is_said = is_bulgarian || language != LanguageTag::BULGARIAN;
            is_said.then(|| name.to_owned())
        };
        self.words(words).unwrap_or_default()
    }

    /// Words that the other program brings along and we do too: „друго“, yes and no.
    pub(crate) fn built_in(&self, bulgarian: &str, english: &str) -> Text {
        let words = |language| match language {
            LanguageTag::BULGARIAN => Some(bulgarian.to_owned()),
            LanguageTag::ENGLISH => Some(english.to_owned()),
            _ => None,
        };
        self.words(words).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(name: &str) -> LanguageTag {
        name.parse().unwrap()
    }

    #[test]
    fn words_stay_in_their_language() {
        let german = Tongues::new(tag("de"), [tag("en"), tag("de")]);
        assert_eq!(german.all(), [LanguageTag::BULGARIAN, tag("de"), LanguageTag::ENGLISH]);
        assert_eq!(german.foreign(), Some(tag("de")));
        let words = german.words(|language| (language == tag("de")).then(|| "Wie?".to_owned())).unwrap();
        assert!(words.is_empty() && words.say(LanguageTag::BULGARIAN) == "Wie?");
        assert!(german.everywhere("how").is_empty() && german.everywhere("how").speaks(LanguageTag::ENGLISH));
        assert_eq!(german.everywhere("2023").bulgarian, "2023");
        assert_eq!(german.built_in("Да", "Yes"), Text::new("Да", "Yes"));
        assert_eq!(german.words(|_| Some(" ".to_owned())), None);
        let ours = Tongues::new(tag("tr"), [LanguageTag::BULGARIAN]);
        assert_eq!(ours.foreign(), None);
        assert_eq!(ours.everywhere("SMS").bulgarian, "SMS");
        assert_eq!(ours.built_in("Да", "Yes"), Text::bulgarian("Да"));
        assert_eq!(ours.in_own("Ne?"), Some(Text::default().and(tag("tr"), "Ne?")));
    }
}
