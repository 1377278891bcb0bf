//! The few parts of an Office Open XML workbook (ECMA-376, part 1, §18) that hold the words of its cells: names of
//! sheets, shared texts, which styles are dates. Read event by event, so nothing nests and nothing is expanded.

#![expect(clippy::wildcard_enum_match_arm, reason = "of the reader's events all that is not named is passed over")]

use super::Problem;
use super::unpack::Parts;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::collections::{BTreeMap, BTreeSet};

/// More shared texts than a questionnaire of the largest size can use.
const MOST_SHARED: usize = 500_000;
const MOST_STYLES: usize = 100_000;
const MOST_SHEETS: usize = 100;

pub(super) struct Package {
    /// Names of the sheets in order, and the paths of their parts.
    pub(super) sheets: Vec<(String, String)>,
    pub(super) shared: Vec<String>,
    /// The styles, by their numbers, that show a number as a date.
    pub(super) dates: BTreeSet<usize>,
    /// Days are counted from 1904 instead of 1900.
    pub(super) from_1904: bool,
}

pub(super) fn open(parts: &Parts) -> Result<Package, Problem> {
    let root = relations(parts, "_rels/.rels", "")?;
    let is_book = |relation: &&Relation| relation.kind.ends_with("/officeDocument");
    let book = root.values().find(is_book).map_or_else(|| "xl/workbook.xml".to_owned(), |found| found.path.clone());
    let (folder, file) = book.rsplit_once('/').unwrap_or(("", &book));
    let related = relations(parts, &format!("{folder}/_rels/{file}.rels"), folder)?;
    let of_kind = |kind: &str| {
        let found = related.values().find(|relation| relation.kind.ends_with(kind));
        found.and_then(|relation| parts.get(&relation.path))
    };
    let text = parts.get(&book).ok_or(Problem::Damaged)?;
    let (sheets, from_1904) = sheets(text, &related)?;
    Ok(Package {
        sheets,
        from_1904,
        shared: of_kind("/sharedStrings").map(shared).transpose()?.unwrap_or_default(),
        dates: of_kind("/styles").map(dates).transpose()?.unwrap_or_default(),
    })
}

struct Relation {
    kind: String,
    path: String,
}

/// What a part refers to, by id. A part without references has no such list.
fn relations(parts: &Parts, path: &str, folder: &str) -> Result<BTreeMap<String, Relation>, Problem> {
    let mut found = BTreeMap::new();
    let Some(text) = parts.get(path) else { return Ok(found) };
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event().map_err(|_| Problem::Damaged)? {
            Event::Start(element) | Event::Empty(element) if element.local_name().as_ref() == "Relationship" => {
                let (Some(id), Some(kind), Some(target)) =
                    (attribute(&element, "Id"), attribute(&element, "Type"), attribute(&element, "Target"))
                else {
                    continue;
                };
                let path = match target.strip_prefix('/') {
                    Some(absolute) => absolute.to_owned(),
                    None if folder.is_empty() => target,
                    None => format!("{folder}/{target}"),
                };
                found.insert(id, Relation { kind, path });
            }
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

fn sheets(text: &str, related: &BTreeMap<String, Relation>) -> Result<(Vec<(String, String)>, bool), Problem> {
    let mut reader = Reader::from_str(text);
    let (mut sheets, mut from_1904) = (Vec::new(), false);
    loop {
        match reader.read_event().map_err(|_| Problem::Damaged)? {
            Event::Start(element) | Event::Empty(element) => match element.local_name().as_ref() {
                "workbookPr" => {
                    let given = attribute(&element, "date1904");
                    from_1904 = matches!(given.as_deref(), Some("1" | "true"));
                }
                "sheet" if sheets.len() < MOST_SHEETS => {
                    let name = attribute(&element, "name").ok_or(Problem::Damaged)?;
                    let id = attribute(&element, "id").ok_or(Problem::Damaged)?;
                    let relation = related.get(&id).ok_or(Problem::Damaged)?;
                    sheets.push((name, relation.path.clone()));
                }
                _ => {}
            },
            Event::Eof => return Ok((sheets, from_1904)),
            _ => {}
        }
    }
}

fn shared(text: &str) -> Result<Vec<String>, Problem> {
    let mut reader = Reader::from_str(text);
    let mut shared = Vec::new();
    loop {
        match reader.read_event().map_err(|_| Problem::Damaged)? {
            Event::Start(element) if element.local_name().as_ref() == "si" => shared.push(rich(&mut reader, "si")?),
            Event::Empty(element) if element.local_name().as_ref() == "si" => shared.push(String::new()),
            Event::Eof => return Ok(shared),
            _ => {}
        }
        if shared.len() > MOST_SHARED {
            return Err(Problem::Bomb { max: super::LARGEST_UNPACKED });
        }
    }
}

/// The words of an element with runs of differently formatted text; what stands in `rPh` says how to pronounce them.
pub(super) fn rich(reader: &mut Reader<&[u8]>, until: &str) -> Result<String, Problem> {
    let (mut words, mut within, mut spoken) = (String::new(), false, false);
    loop {
        match reader.read_event().map_err(|_| Problem::Damaged)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "t" => within = true,
                "rPh" => spoken = true,
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "t" => within = false,
                "rPh" => spoken = false,
                name if name == until => return Ok(words),
                _ => {}
            },
            Event::Eof => return Err(Problem::Damaged),
            event if within && !spoken => push(&mut words, &event)?,
            _ => {}
        }
    }
}

/// The plain words of an element.
pub(super) fn plain(reader: &mut Reader<&[u8]>, until: &str) -> Result<String, Problem> {
    let mut words = String::new();
    loop {
        match reader.read_event().map_err(|_| Problem::Damaged)? {
            Event::End(element) if element.local_name().as_ref() == until => return Ok(words),
            Event::Eof => return Err(Problem::Damaged),
            event => push(&mut words, &event)?,
        }
    }
}

fn push(words: &mut String, event: &Event<'_>) -> Result<(), Problem> {
    match event {
        Event::Text(text) => words.push_str(&text.xml10_content()),
        Event::CData(text) => words.push_str(&text.xml10_content()),
        Event::GeneralRef(reference) => match reference.resolve_char_ref().map_err(|_| Problem::Damaged)? {
            Some(letter) => words.push(letter),
            None => words.push_str(resolve_predefined_entity(&reference.xml10_content()).ok_or(Problem::Damaged)?),
        },
        _ => {}
    }
    Ok(())
}

pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found =
        element.attributes().with_checks(false).flatten().find(|given| given.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// The number formats that are dates and times by the standard (§18.8.30).
pub(super) fn is_date(id: u32) -> bool {
    matches!(id, 14..=22 | 27..=36 | 45..=47 | 50..=58)
}

/// The styles that are dates by the standard, and those of the author's own that spell days, months or years.
fn dates(text: &str) -> Result<BTreeSet<usize>, Problem> {
    let mut reader = Reader::from_str(text);
    let (mut own, mut dates, mut style, mut within) = (BTreeSet::new(), BTreeSet::new(), 0, false);
    loop {
        match reader.read_event().map_err(|_| Problem::Damaged)? {
            Event::Start(element) | Event::Empty(element) => match element.local_name().as_ref() {
                "numFmt" => {
                    let id = attribute(&element, "numFmtId").and_then(|id| id.parse::<u32>().ok());
                    let spells = attribute(&element, "formatCode").is_some_and(|code| spells_a_date(&code));
                    own.extend(id.filter(|_| spells));
                }
                "cellXfs" => within = true,
                "xf" if within && style < MOST_STYLES => {
                    let id = attribute(&element, "numFmtId").and_then(|id| id.parse::<u32>().ok()).unwrap_or(0);
                    if is_date(id) || own.contains(&id) {
                        dates.insert(style);
                    }
                    style += 1;
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => within = false,
            Event::Eof => return Ok(dates),
            _ => {}
        }
    }
}

/// Letters outside of quotes and brackets, and not escaped.
pub(super) fn spells_a_date(code: &str) -> bool {
    let (mut quoted, mut bracketed, mut escaped) = (false, false, false);
    code.chars().any(|letter| {
        if std::mem::take(&mut escaped) {
            return false;
        }
        match letter {
            '\\' => escaped = true,
            '"' => quoted = !quoted,
            '[' => bracketed = true,
            ']' => bracketed = false,
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' => return !quoted && !bracketed,
            _ => {}
        }
        false
    })
}
