use super::{Trouble, Typed, english_of};
use crate::{Failure, Refusal};
use base::{Explain, Text};
use jiff::civil::Date;

/// Reads a form field by field and gathers everything that is wrong with it.
pub struct Reading<'a> {
    typed: &'a Typed,
    refusals: Vec<Refusal>,
}

/// What parts several texts in one area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Apart {
    Lines,
    /// An empty line between two.
    Paragraphs,
}

impl Apart {
    pub(super) fn mark(self) -> &'static str {
        match self {
            Apart::Lines => "\n",
            Apart::Paragraphs => "\n\n",
        }
    }
}

/// In the place of a translation that is not there.
pub(super) const UNTRANSLATED: &str = "–";

const LONGEST_ADDRESS: usize = 1000;

impl<'a> Reading<'a> {
    pub fn of(typed: &'a Typed) -> Reading<'a> {
        Reading { typed, refusals: Vec::new() }
    }

    pub fn refuse(&mut self, refusal: impl Into<Refusal>) {
        self.refusals.push(refusal.into());
    }

    /// Words in Bulgarian and perhaps in English, each as one paragraph of at most `longest` characters.
    pub fn text(&mut self, field: &str, longest: usize) -> Text {
        let bulgarian = self.line(field, longest);
        let english = self.line(&english_of(field), longest);
        if bulgarian.is_empty() && !english.is_empty() {
            self.refuse(Trouble::Missing { field: field.to_owned() });
        }
        Text::both(bulgarian, (!english.is_empty()).then_some(english))
    }

    pub fn needed_text(&mut self, field: &str, longest: usize) -> Text {
        self.need(field);
        if self.typed.get(field).is_empty() { Text::default() } else { self.text(field, longest) }
    }

    pub fn line(&mut self, field: &str, longest: usize) -> String {
        let line = in_one_line(self.typed.get(field));
        let is = line.chars().count();
        if is > longest {
            self.refuse(Trouble::TooLong { field: field.to_owned(), longest, is });
        }
        line
    }

    pub fn needed_line(&mut self, field: &str, longest: usize) -> String {
        self.need(field);
        self.line(field, longest)
    }

    /// Several texts out of one area; English has as many as Bulgarian, or none.
    pub fn several(&mut self, field: &str, apart: Apart, most: usize, longest: usize) -> Vec<Text> {
        let pieces = |field: &str| -> Vec<String> {
            self.typed.get(field).split(apart.mark()).map(in_one_line).filter(|piece| !piece.is_empty()).collect()
        };
        let (bulgarian, english) = (pieces(field), pieces(&english_of(field)));
        for (field, pieces) in [(field.to_owned(), &bulgarian), (english_of(field), &english)] {
            if pieces.len() > most {
                self.refuse(Trouble::TooMany { field: field.clone(), most, is: pieces.len() });
            }
            if let Some(is) = pieces.iter().map(|piece| piece.chars().count()).find(|is| *is > longest) {
                self.refuse(Trouble::TooLong { field, longest, is });
            }
        }
        if !english.is_empty() && english.len() != bulgarian.len() {
            let (bulgarian, english) = (bulgarian.len(), english.len());
            self.refuse(Trouble::TranslationUnlike { field: english_of(field), bulgarian, english });
            return Vec::new();
        }
        let translated = english.into_iter().map(|words| (words != UNTRANSLATED).then_some(words));
        let texts = bulgarian.into_iter().zip(translated.chain(std::iter::repeat(None)));
        texts.map(|(bulgarian, english)| Text::both(bulgarian, english)).collect()
    }

    pub fn needed_day(&mut self, field: &str) -> Option<Date> {
        self.need(field);
        self.day(field)
    }

    pub fn day(&mut self, field: &str) -> Option<Date> {
        let typed = self.typed.get(field);
        if typed.is_empty() {
            return None;
        }
        let day = survey::entry::read_date(typed);
        if day.is_none() {
            self.refuse(Trouble::DayUnreadable { field: field.to_owned(), given: beginning(typed) });
        }
        day
    }

    /// A whole number from 1 to `most`.
    pub fn count(&mut self, field: &str, most: u32) -> Option<u32> {
        let typed: String = self.typed.get(field).chars().filter(|letter| !letter.is_whitespace()).collect();
        if typed.is_empty() {
            return None;
        }
        let is_number = typed.bytes().all(|byte| byte.is_ascii_digit());
        match typed.parse::<u32>() {
            Ok(count @ 1..) if count <= most => return Some(count),
            Ok(0) => self.refuse(Trouble::CountZero { field: field.to_owned() }),
            Ok(_) => self.refuse(Trouble::CountTooLarge { field: field.to_owned(), most }),
            Err(_) if is_number => self.refuse(Trouble::CountTooLarge { field: field.to_owned(), most }),
            Err(_) => self.refuse(Trouble::NumberUnreadable { field: field.to_owned(), given: beginning(&typed) }),
        }
        None
    }

    /// The address of a page elsewhere, with `http://` or `https://`.
    pub fn web_address(&mut self, field: &str) -> Option<String> {
        let typed = self.typed.get(field);
        if typed.is_empty() {
            return None;
        }
        let is_web = matches!(document::Address::read(typed), Some(document::Address::Web(_)));
        let has_host = typed.split_once("://").is_some_and(|(_, rest)| {
            let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
            let begins_well = host.starts_with(|letter: char| letter.is_alphanumeric() || letter == '[');
            begins_well && !host.contains('@')
        });
        if !is_web || !has_host || typed.len() > LONGEST_ADDRESS {
            self.refuse(Trouble::AddressUnreadable { field: field.to_owned(), given: beginning(typed) });
            return None;
        }
        Some(typed.to_owned())
    }

    /// One of the codes that the form offers.
    pub fn chosen<T>(&mut self, field: &str, from_code: impl Fn(&str) -> Option<T>) -> Option<T> {
        let chosen = from_code(self.typed.get(field));
        if chosen.is_none() {
            self.refuse(Trouble::NothingChosen { field: field.to_owned() });
        }
        chosen
    }

    pub fn is_ticked(&self, field: &str) -> bool {
        !self.typed.get(field).is_empty()
    }

    pub fn get(&self, field: &str) -> &'a str {
        self.typed.get(field)
    }

    pub fn need(&mut self, field: &str) {
        let is_told = self.refusals.iter().any(|refusal| refusal.field().as_deref() == Some(field));
        if self.typed.get(field).is_empty() && !is_told {
            self.refuse(Trouble::Missing { field: field.to_owned() });
        }
    }

    /// `value`, which is only `None` where something was refused.
    ///
    /// # Errors
    /// Everything that was refused.
    pub fn finish<T>(self, value: Option<T>) -> Result<T, Failure> {
        match value {
            Some(value) if self.refusals.is_empty() => Ok(value),
            Some(_) | None => Err(Failure::Refused(self.refusals)),
        }
    }
}

fn in_one_line(words: &str) -> String {
    let lines = words.split(['\n', '\r', '\t']).map(str::trim).filter(|line| !line.is_empty());
    let line = lines.collect::<Vec<_>>().join(" ");
    line.chars().filter(|letter| !letter.is_control()).collect()
}

fn beginning(typed: &str) -> String {
    typed.chars().take(40).collect()
}
