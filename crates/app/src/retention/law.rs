use super::{Class, Period};
use base::Text;
use jiff::civil::Date;
use serde::Deserialize;
use std::sync::LazyLock;

/// The list as it was on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Law {
    pub as_of: Date,
    /// The acts that it follows, and the place where a record of processing is demanded.
    pub source: Text,
    pub record: Text,
    pub authority: Authority,
    /// Each class once, in the order of the file.
    pub classes: Vec<DataClass>,
}

/// Who is complained to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authority {
    pub name: Text,
    pub address: Text,
    pub site: String,
    /// What somebody should look at again.
    pub confirm: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataClass {
    pub class: Class,
    pub whose: Text,
    pub what: Text,
    pub why: Text,
    /// The legal ground, with its article.
    pub ground: Text,
    pub confirm: Option<Text>,
    pub kept: Kept,
    pub end: End,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    For(Period),
    /// No number says it.
    Until(Text),
}

/// What happens when the time is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    Removed,
    Anonymised,
    Kept,
}

impl End {
    pub fn code(self) -> &'static str {
        match self {
            End::Removed => "removed",
            End::Anonymised => "anonymised",
            End::Kept => "kept",
        }
    }
}

/// Why a list is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("the list does not parse: {0}")]
    Unreadable(String),
    #[error("no class is called {0}")]
    Unknown(String),
    #[error("{0} stands there twice")]
    Twice(&'static str),
    #[error("{0} is missing")]
    Missing(&'static str),
    #[error("{0}: the period is neither a number with its unit nor none with until when")]
    Period(&'static str),
    #[error("{0}: what has a period ends, and what has none does not")]
    End(&'static str),
    #[error("{0}: words are missing")]
    Words(&'static str),
}

/// The list that is built in.
pub fn law() -> &'static Law {
    static LAW: LazyLock<Law> = LazyLock::new(|| {
        Law::read(include_str!("../../../../law/personal-data.toml")).expect("a test reads what is built in")
    });
    &LAW
}

impl Law {
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn read(text: &str) -> Result<Law, Problem> {
        let written: Written = toml::from_str(text).map_err(|error| Problem::Unreadable(error.message().to_owned()))?;
        let as_of = written.as_of.parse().map_err(|_| Problem::Missing("as_of"))?;
        let mut classes: Vec<DataClass> = Vec::new();
        for class in written.class {
            let class = class.understood()?;
            if classes.iter().any(|known| known.class == class.class) {
                return Err(Problem::Twice(class.class.code()));
            }
            classes.push(class);
        }
        if let Some(missing) = Class::ALL.into_iter().find(|one| !classes.iter().any(|known| known.class == *one)) {
            return Err(Problem::Missing(missing.code()));
        }
        let authority = Authority {
            name: words("authority", written.authority.name)?,
            address: words("authority", written.authority.address)?,
            site: written.authority.site,
            confirm: written.authority.confirm.map(|text| words("authority", text)).transpose()?,
        };
        let source = words("source", written.source.name)?;
        Ok(Law { as_of, source, record: words("source", written.source.record)?, authority, classes })
    }

    pub fn of(&self, class: Class) -> Option<&DataClass> {
        self.classes.iter().find(|known| known.class == class)
    }

    /// The seconds for which the class is kept, where a number says it.
    pub fn seconds(&self, class: Class) -> Option<i64> {
        match self.of(class)?.kept {
            Kept::For(period) => Some(period.seconds()),
            Kept::Until(_) => None,
        }
    }

    /// The same in whole days.
    pub fn days(&self, class: Class) -> Option<i64> {
        self.seconds(class).map(|seconds| seconds / (24 * 3600))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    as_of: String,
    source: WrittenSource,
    authority: WrittenAuthority,
    class: Vec<WrittenClass>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenSource {
    name: WrittenText,
    record: WrittenText,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenAuthority {
    name: WrittenText,
    address: WrittenText,
    site: String,
    confirm: Option<WrittenText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenText {
    bg: String,
    en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenClass {
    code: String,
    whose: WrittenText,
    what: WrittenText,
    why: WrittenText,
    ground: WrittenText,
    confirm: Option<WrittenText>,
    period: String,
    until: Option<WrittenText>,
    end: String,
}

impl WrittenClass {
    fn understood(self) -> Result<DataClass, Problem> {
        let class = Class::from_code(&self.code).ok_or(Problem::Unknown(self.code))?;
        let code = class.code();
        let kept = match (Period::parse(&self.period), self.until) {
            (Some(period), None) => Kept::For(period),
            (None, Some(until)) if self.period == "none" => Kept::Until(words(code, until)?),
            (Some(_) | None, _) => return Err(Problem::Period(code)),
        };
        let end = [End::Removed, End::Anonymised, End::Kept].into_iter().find(|end| end.code() == self.end);
        let end = end.ok_or(Problem::End(code))?;
        if matches!(kept, Kept::For(_)) == (end == End::Kept) {
            return Err(Problem::End(code));
        }
        Ok(DataClass {
            class,
            whose: words(code, self.whose)?,
            what: words(code, self.what)?,
            why: words(code, self.why)?,
            ground: words(code, self.ground)?,
            confirm: self.confirm.map(|text| words(code, text)).transpose()?,
            kept,
            end,
        })
    }
}

fn words(of: &'static str, WrittenText { bg, en }: WrittenText) -> Result<Text, Problem> {
    if bg.trim().is_empty() || en.trim().is_empty() { Err(Problem::Words(of)) } else { Ok(Text::new(bg, en)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUILT_IN: &str = include_str!("../../../../law/personal-data.toml");

    #[test]
    fn what_is_built_in_is_whole() {
        let law = Law::read(BUILT_IN).unwrap();
        assert_eq!(law.classes.len(), Class::ALL.len());
        // Where the store keeps a time of its own, it is the one that is told.
        assert_eq!(law.seconds(Class::FailedSignIns), Some(store::SIGN_IN_WINDOW));
        assert_eq!(law.days(Class::Drafts), Some(14));
        assert_eq!(law.seconds(Class::Journal), None);
        let (recipients, letters) = (law.seconds(Class::LetterRecipients), law.seconds(Class::Letters));
        assert!(recipients < letters, "to whom it went is forgotten before that there was a letter");
        assert!(law.seconds(Class::SetupLinks) < recipients, "a letter with a link is not forgotten before the link");
    }

    #[test]
    fn what_is_wrong_is_named() {
        let check = |from: &str, to: &str, expected: &str| {
            assert!(BUILT_IN.contains(from), "{from}");
            let problem = Law::read(&BUILT_IN.replacen(from, to, 1)).unwrap_err().to_string();
            assert!(problem.contains(expected), "{problem}");
        };
        check("code = \"drafts\"", "code = \"answers\"", "answers stands there twice");
        check("code = \"drafts\"", "code = \"droughts\"", "no class is called droughts");
        check("period = \"14 days\"", "period = \"14\"", "drafts: the period");
        check("period = \"14 days\"", "period = \"none\"", "drafts: the period");
        check("end = \"removed\"", "end = \"kept\"", "drafts: what has a period ends");
        check("end = \"removed\"", "end = \"burnt\"", "drafts: what has a period ends");
        check("as_of = \"2026-11-22\"", "as_of = \"today\"", "as_of is missing");
        check("as_of = ", "as_off = ", "does not parse");
        check("en = \"So that you can go on later\"", "en = \" \"", "drafts: words are missing");
    }

    #[test]
    fn no_bytes_make_it_panic() {
        for place in (0..BUILT_IN.len()).step_by(97) {
            let mut bytes = BUILT_IN.as_bytes().to_vec();
            bytes[place] = bytes[place].wrapping_add(1);
            let _ = Law::read(&String::from_utf8_lossy(&bytes));
        }
    }
}
