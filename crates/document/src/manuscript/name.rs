use std::fmt;

/// One name in an address: the code of an audience, a question, an option. Written bare where it is of letters, digits,
/// `_` and `-`; in quotation marks otherwise, for the codes of other programs hold anything but gaps.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(String);

/// The longest name, in characters: as long as a code may be.
const LONGEST: usize = 64;

impl Name {
    /// `None` for nothing, for more than 64 characters, and for gaps.
    pub fn new(text: &str) -> Option<Name> {
        let has_gaps = text.chars().any(|letter| letter.is_whitespace() || letter.is_control());
        (!text.is_empty() && !has_gaps && text.chars().count() <= LONGEST).then(|| Name(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Reads one name from the beginning of `text`, and what follows it. `None` where there is none.
    pub(super) fn read(text: &str) -> Option<(Name, &str)> {
        let Some(quoted) = text.strip_prefix('"') else {
            let end = text.find(|letter| !is_bare(letter)).unwrap_or(text.len());
            let (name, rest) = text.split_at_checked(end)?;
            return Some((Name::new(name)?, rest));
        };
        let mut name = String::new();
        let mut letters = quoted.char_indices();
        while let Some((at, letter)) = letters.next() {
            if letter != '"' {
                name.push(letter);
                continue;
            }
            let rest = quoted.get(at + 1..)?;
            if !rest.starts_with('"') {
                return Some((Name::new(&name)?, rest));
            }
            // A doubled mark is one inside of the name.
            name.push('"');
            letters.next();
        }
        None
    }
}

fn is_bare(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '-')
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.chars().all(is_bare) {
            f.write_str(&self.0)
        } else {
            write!(f, "\"{}\"", self.0.replace('"', "\"\""))
        }
    }
}
