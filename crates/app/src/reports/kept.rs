//! The form in which the store keeps a manuscript: JSON with the texts as people write them, so that it can be read in ten
//! years by whoever has nothing but the file.

use crate::Failure;
use base::Language;
use document::{
    NoticeKind,
    manuscript::{
        Body, KeyNumber, Manuscript, MethodRow, MethodTopic, Name, NumberAddress, Part, PartId, Strength, Wording,
        Written,
    },
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Serialize, Deserialize)]
struct Whole {
    title: Words,
    summary: Words,
    next: u32,
    parts: Vec<OnePart>,
}

#[derive(Serialize, Deserialize)]
struct OnePart {
    id: u32,
    #[serde(flatten)]
    body: OneBody,
}

/// By the tag of the language.
type Words = BTreeMap<String, Text>;

#[derive(Serialize, Deserialize)]
struct Text {
    text: String,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    numbers: BTreeMap<String, String>,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum OneBody {
    Heading { level: u8, anchor: String, words: Words },
    Prose { words: Words },
    Figure { of: String },
    Table { of: String },
    KeyNumbers { numbers: Vec<[Words; 3]> },
    Quotations { of: String },
    Finding { strength: String, words: Words },
    Recommendation { follows_from: Vec<u32>, words: Words },
    MethodSheet { rows: Vec<OneRow> },
    Annex { anchor: String, title: Words },
    Notice { caution: bool, title: Words, words: Words },
}

/// The first manuscripts told nothing but term and words.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum OneRow {
    Told {
        tells: Vec<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        of: Option<String>,
        term: Words,
        words: Words,
    },
    Plain([Words; 2]),
}

/// # Errors
/// Only faults.
pub fn write(manuscript: &Manuscript) -> Result<String, Failure> {
    let parts = manuscript.parts().iter().map(|part| OnePart { id: part.id.0, body: body_told(&part.body) });
    let whole = Whole {
        title: told(manuscript.title()),
        summary: told(manuscript.summary()),
        next: manuscript.next().0,
        parts: parts.collect(),
    };
    serde_json::to_string(&whole).map_err(|error| Failure::Fault(error.into()))
}

/// # Errors
/// A fault for what no program of ours has written.
pub fn read(kept: &str) -> Result<Manuscript, Failure> {
    let whole: Whole = serde_json::from_str(kept).map_err(|error| Failure::Fault(error.into()))?;
    let parts = whole.parts.into_iter().map(|part| Ok(Part { id: PartId(part.id), body: body_read(part.body)? }));
    let parts = parts.collect::<Result<Vec<Part>, Failure>>()?;
    Manuscript::of(words(whole.title)?, words(whole.summary)?, parts, whole.next).map_err(|_| unreadable())
}

fn unreadable() -> Failure {
    Failure::Fault(anyhow::anyhow!("a manuscript that is kept cannot be read"))
}

fn told(wording: &Wording) -> Words {
    let text = |written: &Written| Text {
        text: written.text(),
        numbers: written.kept().iter().map(|(address, value)| (address.to_string(), value.clone())).collect(),
    };
    wording.all().map(|(language, written)| (language.tag().to_owned(), text(written))).collect()
}

fn words(kept: Words) -> Result<Wording, Failure> {
    let mut wording = Wording::default();
    for (tag, text) in kept {
        let language: Language = tag.parse().map_err(|_| unreadable())?;
        let numbers = text.numbers.into_iter().map(|(address, value)| {
            let address: NumberAddress = address.parse().map_err(|_| unreadable())?;
            Ok((address, value))
        });
        let numbers = numbers.collect::<Result<_, Failure>>()?;
        let written = Written::read(&text.text).map_err(|_| unreadable())?;
        wording = wording.with(language, written.with_kept(numbers));
    }
    Ok(wording)
}

fn body_told(body: &Body) -> OneBody {
    match body {
        Body::Heading { level, anchor, words } => {
            OneBody::Heading { level: *level, anchor: anchor.clone(), words: told(words) }
        }
        Body::Prose(words) => OneBody::Prose { words: told(words) },
        Body::Figure(of) => OneBody::Figure { of: of.to_string() },
        Body::Table(of) => OneBody::Table { of: of.to_string() },
        Body::KeyNumbers(numbers) => OneBody::KeyNumbers {
            numbers: numbers.iter().map(|one| [told(&one.value), told(&one.label), told(&one.note)]).collect(),
        },
        Body::Quotations(of) => OneBody::Quotations { of: of.to_string() },
        Body::Finding { words, strength } => {
            OneBody::Finding { strength: strength.code().to_owned(), words: told(words) }
        }
        Body::Recommendation { words, follows_from } => {
            OneBody::Recommendation { follows_from: follows_from.iter().map(|id| id.0).collect(), words: told(words) }
        }
        Body::MethodSheet(rows) => {
            let one = |row: &MethodRow| OneRow::Told {
                tells: row.tells.iter().map(|topic| topic.code().to_owned()).collect(),
                of: row.of.as_ref().map(|name| name.as_str().to_owned()),
                term: told(&row.term),
                words: told(&row.words),
            };
            OneBody::MethodSheet { rows: rows.iter().map(one).collect() }
        }
        Body::Annex { anchor, title } => OneBody::Annex { anchor: anchor.clone(), title: told(title) },
        Body::Notice { kind, title, words } => {
            OneBody::Notice { caution: *kind == NoticeKind::Caution, title: told(title), words: told(words) }
        }
    }
}

fn body_read(body: OneBody) -> Result<Body, Failure> {
    let address = |of: String| of.parse().map_err(|_| unreadable());
    Ok(match body {
        OneBody::Heading { level, anchor, words: text } => Body::Heading { level, anchor, words: words(text)? },
        OneBody::Prose { words: text } => Body::Prose(words(text)?),
        OneBody::Figure { of } => Body::Figure(address(of)?),
        OneBody::Table { of } => Body::Table(address(of)?),
        OneBody::KeyNumbers { numbers } => {
            let one = |[value, label, note]: [Words; 3]| {
                Ok(KeyNumber { value: words(value)?, label: words(label)?, note: words(note)? })
            };
            Body::KeyNumbers(numbers.into_iter().map(one).collect::<Result<_, Failure>>()?)
        }
        OneBody::Quotations { of } => Body::Quotations(address(of)?),
        OneBody::Finding { strength, words: text } => {
            Body::Finding { words: words(text)?, strength: Strength::from_code(&strength).ok_or_else(unreadable)? }
        }
        OneBody::Recommendation { follows_from, words: text } => {
            Body::Recommendation { words: words(text)?, follows_from: follows_from.into_iter().map(PartId).collect() }
        }
        OneBody::MethodSheet { rows } => {
            let one = |row: OneRow| {
                let (tells, of, term, text) = match row {
                    OneRow::Told { tells, of, term, words } => (tells, of, term, words),
                    OneRow::Plain([term, words]) => (Vec::new(), None, term, words),
                };
                let tells = tells.iter().filter_map(|code| MethodTopic::from_code(code)).collect();
                let of = of.as_deref().and_then(Name::new);
                Ok(MethodRow { tells, of, term: words(term)?, words: words(text)? })
            };
            Body::MethodSheet(rows.into_iter().map(one).collect::<Result<_, Failure>>()?)
        }
        OneBody::Annex { anchor, title } => Body::Annex { anchor, title: words(title)? },
        OneBody::Notice { caution, title, words: text } => Body::Notice {
            kind: if caution { NoticeKind::Caution } else { NoticeKind::Plain },
            title: words(title)?,
            words: words(text)?,
        },
    })
}
