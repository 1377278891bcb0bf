//! Reads what a mail server pipes to us: a message that says what became of a letter (RFC 3464), or one of the older
//! manner in plain words. It comes from outside and is not believed: it is bounded, and only somebody who has seen the
//! letter knows its key.

#[cfg(test)]
mod tests;

use app::mail::Bounce;
use base::LetterId;
use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};
use std::collections::BTreeSet;

/// Mail servers return at most the letter itself and some words.
pub const LARGEST: usize = 1 << 20;
const KEY: usize = 26;
/// Keys that are tried: a letter that came back names its own two or three times.
const MOST_KEYS: usize = 8;
/// Messages in messages that are looked into.
const DEEPEST: usize = 4;
/// Letters of the remote words.
const LONGEST_WORDS: usize = 300;

/// What is in the message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    Bounce(Bounce),
    /// Somebody is on holiday, or the letter has arrived: nothing has to be done.
    Nothing,
}

/// `recipient` is the address that the mail server says the message came to, where it says so.
pub fn read(bytes: &[u8], recipient: Option<&str>) -> Heard {
    let bytes = bytes.get(..LARGEST).unwrap_or(bytes);
    let Some(message) = MessageParser::default().parse(bytes) else { return Heard::Nothing };
    let mut texts = Vec::new();
    gather(&message, DEEPEST, &mut texts);
    let report = texts.iter().find(|(kind, _)| kind == "message/delivery-status");
    let fate = match report {
        Some((_, report)) => from_report(report),
        None if is_from_a_mail_server(&message) => from_words(texts.iter().map(|(_, text)| text.as_str())),
        None => None,
    };
    let Some(Fate { is_final, status, answer }) = fate else { return Heard::Nothing };
    let raw = String::from_utf8_lossy(bytes);
    let sources =
        recipient.into_iter().chain(std::iter::once(raw.as_ref())).chain(texts.iter().map(|(_, text)| text.as_str()));
    let letters = keys(sources);
    if letters.is_empty() {
        return Heard::Nothing;
    }
    Heard::Bounce(Bounce { letters, is_final, status, answer: one_line(&answer) })
}

struct Fate {
    is_final: bool,
    status: Option<(u16, u16, u16)>,
    answer: String,
}

/// Every part with its kind, as text.
fn gather(message: &Message<'_>, depth: usize, into: &mut Vec<(String, String)>) {
    for part in &message.parts {
        match &part.body {
            PartType::Text(text) | PartType::Html(text) => into.push((kind(part), text.to_string())),
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) => {
                into.push((kind(part), String::from_utf8_lossy(bytes).into_owned()));
            }
            PartType::Message(inner) => {
                into.push((kind(part), String::from_utf8_lossy(inner.raw_message()).into_owned()));
                if depth > 0 {
                    gather(inner, depth - 1, into);
                }
            }
            PartType::Multipart(_) => {}
        }
    }
}

fn kind(part: &MessagePart<'_>) -> String {
    let Some(kind) = part.content_type() else { return String::new() };
    let subtype = kind.subtype().unwrap_or_default();
    format!("{}/{subtype}", kind.ctype()).to_ascii_lowercase()
}

/// The first recipient of whom the report says that they did not get it, or not yet (RFC 3464, 2.3).
fn from_report(report: &str) -> Option<Fate> {
    let fields = unfolded(report);
    let mut fate = None;
    let mut action = String::new();
    for (name, value) in fields {
        match name.as_str() {
            "action" => {
                action = value.trim().to_ascii_lowercase();
                let is_final = match action.as_str() {
                    "failed" => true,
                    "delayed" => false,
                    _ => continue,
                };
                fate.get_or_insert(Fate { is_final, status: None, answer: String::new() });
            }
            "status" | "diagnostic-code" if fate.is_none() => {
                // Some write the action last.
                fate = Some(Fate { is_final: false, status: None, answer: String::new() });
                note(&mut fate, &name, &value);
            }
            "status" | "diagnostic-code" => note(&mut fate, &name, &value),
            _ => {}
        }
    }
    let fate = fate?;
    match action.as_str() {
        "failed" => Some(Fate { is_final: true, ..fate }),
        "delayed" => Some(Fate { is_final: false, ..fate }),
        // Delivered, relayed or expanded: it has arrived as far as anybody can say.
        _ => None,
    }
}

fn note(fate: &mut Option<Fate>, name: &str, value: &str) {
    let Some(fate) = fate else { return };
    if name == "status" {
        fate.status = fate.status.or_else(|| status(value));
    } else if fate.answer.is_empty() {
        let words = value.split_once(';').map_or(value, |(_, words)| words);
        fate.answer = words.trim().to_owned();
        fate.status = fate.status.or_else(|| words.split_whitespace().find_map(status));
    }
}

/// Fields whose values go on over several lines.
fn unfolded(text: &str) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = fields.last_mut() {
                value.push(' ');
                value.push_str(line.trim());
            }
        } else if let Some((name, value)) = line.split_once(':') {
            fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
    }
    fields
}

/// Nobody answers a returned letter with a returned letter: it has no sender, or is from the server itself.
fn is_from_a_mail_server(message: &Message<'_>) -> bool {
    let header = |name: &str| message.header_raw(name).unwrap_or_default().trim().to_ascii_lowercase();
    let from = header("From");
    let is_robot = ["mailer-daemon", "postmaster", "mail delivery"].iter().any(|robot| from.contains(robot));
    let is_holiday = header("Auto-Submitted").starts_with("auto-replied");
    (is_robot || header("Return-Path") == "<>") && !is_holiday
}

/// In plain words, as qmail and some others write: the first line with a code that says that it failed.
fn from_words<'a>(texts: impl Iterator<Item = &'a str>) -> Option<Fate> {
    for line in texts.flat_map(str::lines).take(2000) {
        let words =
            || line.split(|letter: char| letter.is_whitespace() || matches!(letter, '#' | '(' | ')' | ':' | ';'));
        let status = words().find_map(status);
        let is_reply =
            |word: &str| word.len() == 3 && word.starts_with('5') && word.bytes().all(|byte| byte.is_ascii_digit());
        let has_reply = words().any(is_reply);
        match status {
            Some((5, ..)) => return Some(Fate { is_final: true, status, answer: line.trim().to_owned() }),
            None if has_reply => return Some(Fate { is_final: true, status: None, answer: line.trim().to_owned() }),
            _ => {}
        }
    }
    None
}

/// „5.1.1“
fn status(text: &str) -> Option<(u16, u16, u16)> {
    let first = text.split_whitespace().next()?;
    let mut numbers = first.split('.').map(|number| {
        let is_number = !number.is_empty() && number.len() <= 3 && number.bytes().all(|byte| byte.is_ascii_digit());
        number.parse::<u16>().ok().filter(|_| is_number)
    });
    let (class, subject, detail) = (numbers.next()??, numbers.next()??, numbers.next()??);
    (matches!(class, 2 | 4 | 5) && numbers.next().is_none()).then_some((class, subject, detail))
}

/// What stands where a key of ours would: `bounces+KEY@…` in an address, `<KEY@…>` in a Message-ID.
fn keys<'a>(sources: impl Iterator<Item = &'a str>) -> Vec<LetterId> {
    let mut found = BTreeSet::new();
    let mut ordered = Vec::new();
    for source in sources {
        for (place, _) in source.match_indices('@') {
            let key = place.checked_sub(KEY).and_then(|begin| Some((begin, source.get(begin..place)?)));
            let Some((begin, key)) = key else { continue };
            let before = begin.checked_sub(1).and_then(|before| source.as_bytes().get(before));
            let stands_alone = matches!(before, None | Some(b'+' | b'<' | b'-' | b'='));
            // Some servers write addresses in capitals.
            let Ok(id) = key.to_ascii_lowercase().parse::<LetterId>() else { continue };
            if stands_alone && found.insert(id) {
                ordered.push(id);
            }
            if ordered.len() >= MOST_KEYS {
                return ordered;
            }
        }
    }
    ordered
}

fn one_line(text: &str) -> String {
    let is_gap = |letter: char| letter.is_whitespace() || letter.is_control();
    let words: Vec<&str> = text.split(is_gap).filter(|word| !word.is_empty()).collect();
    words.join(" ").chars().take(LONGEST_WORDS).collect()
}
