use crate::{Language, UnknownLanguage};
use std::{fmt, str::FromStr};

/// The most letters that a tag may have: `zh-hant-hk` and its like.
const LONGEST: usize = 12;

/// A language that a questionnaire may speak, by its IETF tag (BCP 47) in small letters: `bg`, `en`, `tr`, `rom`. The words
/// around the questions are spoken in a [`Language`] only.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageTag([u8; LONGEST]);

impl LanguageTag {
    pub const BULGARIAN: LanguageTag = LanguageTag(*b"bg\0\0\0\0\0\0\0\0\0\0");
    pub const ENGLISH: LanguageTag = LanguageTag(*b"en\0\0\0\0\0\0\0\0\0\0");

    /// Only small letters, digits and `-`: safe to write anywhere.
    pub fn as_str(&self) -> &str {
        let used = self.0.split(|byte| *byte == 0).next().unwrap_or_default();
        std::str::from_utf8(used).unwrap_or_default()
    }

    /// The same as a language of the built-in words; `None` for one that only questionnaires speak.
    pub fn built_in(self) -> Option<Language> {
        Language::ALL.into_iter().find(|language| LanguageTag::from(*language) == self)
    }
}

impl From<Language> for LanguageTag {
    fn from(language: Language) -> LanguageTag {
        match language {
            Language::Bulgarian => LanguageTag::BULGARIAN,
            Language::English => LanguageTag::ENGLISH,
        }
    }
}

impl FromStr for LanguageTag {
    type Err = UnknownLanguage;

    /// Two or three letters, then parts of one to eight letters or digits with `-` between them; capitals are made small.
    fn from_str(text: &str) -> Result<LanguageTag, UnknownLanguage> {
        let unknown = || UnknownLanguage(text.chars().take(LONGEST).collect());
        let small = text.to_ascii_lowercase();
        let mut parts = small.split('-');
        let first = parts.next().unwrap_or_default();
        let is_language = (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_lowercase());
        let is_part =
            |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !is_language || !parts.all(is_part) || small.len() > LONGEST {
            return Err(unknown());
        }
        let mut tag = [0; LONGEST];
        for (place, byte) in tag.iter_mut().zip(small.bytes()) {
            *place = byte;
        }
        Ok(LanguageTag(tag))
    }
}

impl fmt::Display for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_small_letters_or_no_tag() {
        let check = |text: &str, expect: Option<&str>| {
            let tag = text.parse::<LanguageTag>().ok();
            assert_eq!(tag.as_ref().map(LanguageTag::as_str), expect, "{text:?}");
        };
        check("tr", Some("tr"));
        check("TR", Some("tr"));
        check("rom", Some("rom"));
        check("zh-Hant-HK", Some("zh-hant-hk"));
        for wrong in ["", "t", "turk", "t1", "tr-", "tr--x", "тр", "tr\"><script>", "tr_TR", "sr-latn-rs-ekavsk"] {
            check(wrong, None);
        }
        for language in Language::ALL {
            assert_eq!(language.tag().parse::<LanguageTag>(), Ok(language.into()));
            assert_eq!(LanguageTag::from(language).built_in(), Some(language));
        }
        assert_eq!("tr".parse::<LanguageTag>().unwrap().built_in(), None);
    }
}
