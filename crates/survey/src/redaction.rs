//! Finds in open answers what might tell who somebody is: a person decides what becomes of it.

use std::ops::Range;

/// One find.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub kind: FindingKind,
    /// Bytes in the text, on the borders of letters.
    pub span: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingKind {
    /// ЕГН: ten digits with a day that exists and the right last digit.
    PersonalNumber,
    Telephone,
    Email,
}

impl FindingKind {
    pub fn code(self) -> &'static str {
        match self {
            FindingKind::PersonalNumber => "personal-number",
            FindingKind::Telephone => "telephone",
            FindingKind::Email => "email",
        }
    }
}

/// All finds in the order of the text; they do not overlap.
pub fn find(text: &str) -> Vec<Finding> {
    let mut findings = emails(text);
    let parts = parts(text);
    let mut from = 0;
    while from < parts.len() {
        // The longest row of parts that make a number together wins.
        let hit = (1..=MOST_PARTS).rev().find_map(|count| {
            let together = parts.get(from..from + count)?;
            Some((count, Finding { kind: kind_of(text, together)?, span: span_of(together) }))
        });
        let Some((count, finding)) = hit else {
            from += 1;
            continue;
        };
        from += count;
        let is_free = |found: &Finding| finding.span.end <= found.span.start || found.span.end <= finding.span.start;
        if findings.iter().all(is_free) {
            findings.push(finding);
        }
    }
    findings.sort_by_key(|finding| finding.span.start);
    findings
}

/// The text with `mark` in the place of each find.
pub fn redact(text: &str, findings: &[Finding], mark: impl Fn(FindingKind) -> String) -> String {
    let mut redacted = String::with_capacity(text.len());
    let mut from = 0;
    for finding in findings {
        let Some(before) = text.get(from..finding.span.start) else { continue };
        redacted.push_str(before);
        redacted.push_str(&mark(finding.kind));
        from = finding.span.end;
    }
    redacted.push_str(text.get(from..).unwrap_or_default());
    redacted
}

/// A number is written in at most so many parts: `+359 (0) 887 12 34 56`.
const MOST_PARTS: usize = 7;
/// Longer rows of digits are no number of a person.
const MOST_DIGITS: usize = 15;

/// Digits without anything between them.
struct Part {
    span: Range<usize>,
    digits: Vec<u8>,
    has_plus: bool,
    /// Only marks that people put within numbers stand between this part and the one before.
    follows: bool,
}

fn is_gap(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '-' | '–' | '/' | '.' | '(' | ')')
}

fn parts(text: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let (mut gap, mut only_gaps, mut plus) = (0, false, None);
    for (place, letter) in text.char_indices() {
        let Some(digit) = letter.to_digit(10).and_then(|digit| u8::try_from(digit).ok()) else {
            only_gaps &= is_gap(letter) && gap < 3;
            gap += 1;
            plus = (letter == '+').then_some(place);
            continue;
        };
        match parts.last_mut() {
            Some(last) if gap == 0 && last.span.end == place => {
                last.span.end = place + 1;
                last.digits.push(digit);
            }
            _ => parts.push(Part {
                span: plus.unwrap_or(place)..place + 1,
                digits: vec![digit],
                has_plus: plus.is_some(),
                follows: only_gaps,
            }),
        }
        (gap, only_gaps, plus) = (0, true, None);
    }
    parts
}

fn span_of(parts: &[Part]) -> Range<usize> {
    let start = parts.first().map_or(0, |part| part.span.start);
    start..parts.last().map_or(start, |part| part.span.end)
}

fn kind_of(text: &str, parts: &[Part]) -> Option<FindingKind> {
    let (first, rest) = parts.split_first()?;
    if rest.iter().any(|part| !part.follows || part.has_plus) {
        return None;
    }
    let digits: Vec<u8> = parts.iter().flat_map(|part| &part.digits).copied().take(MOST_DIGITS + 1).collect();
    if !first.has_plus && is_personal_number(&digits) {
        return Some(FindingKind::PersonalNumber);
    }
    // A date has as many digits as the telephone of a village.
    let is_date = text.get(span_of(parts)).and_then(crate::entry::read_date).is_some();
    (!is_date && is_telephone(&digits, first.has_plus)).then_some(FindingKind::Telephone)
}

const WEIGHTS: [u32; 9] = [2, 4, 8, 5, 10, 9, 7, 3, 6];

/// YYMMDD with 20 added to the month for the nineteenth century and 40 for the twenty-first, three digits, a check digit
/// (Закон за гражданската регистрация, чл. 11).
fn is_personal_number(digits: &[u8]) -> bool {
    let Ok([y1, y2, m1, m2, d1, d2, _, _, _, check]) = <[u8; 10]>::try_from(digits) else { return false };
    let (century, month) = match m1 * 10 + m2 {
        month @ 1..=12 => (1900, month),
        month @ 21..=32 => (1800, month - 20),
        month @ 41..=52 => (2000, month - 40),
        _ => return false,
    };
    let day_exists = |month: u8, day: u8| {
        let year = century + i16::from(y1 * 10 + y2);
        let (month, day) = (i8::try_from(month).unwrap_or(0), i8::try_from(day).unwrap_or(0));
        jiff::civil::Date::new(year, month, day).is_ok()
    };
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(*digit) * weight).sum();
    day_exists(month, d1 * 10 + d2) && sum % 11 % 10 == u32::from(check)
}

/// Mobile 087–089, 098, 099 and 0988 with ten digits; towns with a code from 02 to 09 and eight or nine digits in all;
/// the same after +359 or 00359. A short local number without its code is not told from any other number.
fn is_telephone(digits: &[u8], has_plus: bool) -> bool {
    let national: &[u8] = if has_plus {
        match digits {
            [3, 5, 9, rest @ ..] => rest,
            // Another country's number: seven to fifteen digits by the international plan.
            _ => return (8..=MOST_DIGITS).contains(&digits.len()),
        }
    } else {
        match digits {
            [0, 0, 3, 5, 9, rest @ ..] => rest,
            [0, rest @ ..] => rest,
            [3, 5, 9, 8, 7..=9, ..] if digits.len() == 12 => return true,
            _ => return false,
        }
    };
    match national {
        [0, rest @ ..] if has_plus => is_national(rest),
        _ => is_national(national),
    }
}

/// Without the leading zero.
fn is_national(digits: &[u8]) -> bool {
    match digits {
        [8, 7..=9, ..] | [9, 8 | 9, ..] => digits.len() == 9,
        [2..=9, ..] => (7..=8).contains(&digits.len()),
        _ => false,
    }
}

fn emails(text: &str) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for (at, _) in text.match_indices('@') {
        let (before, after) = (text.get(..at).unwrap_or_default(), text.get(at + 1..).unwrap_or_default());
        let name = tail(before, |letter| letter.is_alphanumeric() || matches!(letter, '.' | '_' | '%' | '+' | '-'));
        let name = name.trim_start_matches(['.', '-']);
        let domain = head(after, |letter| letter.is_alphanumeric() || matches!(letter, '.' | '-'));
        let domain = domain.trim_end_matches(['.', '-']);
        let ends_well = domain.rsplit_once('.').is_some_and(|(site, top)| {
            !site.is_empty() && top.chars().count() >= 2 && top.chars().all(char::is_alphabetic)
        });
        let span = at - name.len()..at + 1 + domain.len();
        let is_free = findings.last().is_none_or(|last| last.span.end <= span.start);
        if !name.is_empty() && ends_well && is_free {
            findings.push(Finding { kind: FindingKind::Email, span });
        }
    }
    findings
}

/// No name or domain is longer; a bound on the search too.
const LONGEST_PART: usize = 255;

fn head(text: &str, belongs: impl Fn(char) -> bool) -> &str {
    let end = text.char_indices().take(LONGEST_PART).find(|(_, letter)| !belongs(*letter)).map(|(place, _)| place);
    let bound = text.char_indices().nth(LONGEST_PART).map_or(text.len(), |(place, _)| place);
    text.get(..end.unwrap_or(bound)).unwrap_or_default()
}

fn tail(text: &str, belongs: impl Fn(char) -> bool) -> &str {
    let mut start = text.len();
    for (place, letter) in text.char_indices().rev().take(LONGEST_PART) {
        if !belongs(letter) {
            break;
        }
        start = place;
    }
    text.get(start..).unwrap_or_default()
}
