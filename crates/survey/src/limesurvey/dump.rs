//! The tables of an export of LimeSurvey, as they stand in its XML: a document of tables, a table of rows, a row of cells.

#![expect(clippy::wildcard_enum_match_arm, reason = "of the reader's events all that is not named is passed over")]

use super::Problem;
use crate::Located;
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;
use std::collections::BTreeMap;

/// The most rows of all tables together.
pub const MOST_ROWS: usize = 200_000;
/// The longest text of a cell, in characters, markup included.
pub const LONGEST_CELL: usize = 100_000;
const MOST_CELLS: usize = 4_000_000;
const DEEPEST: usize = 64;

#[derive(Debug, Default)]
pub(super) struct Dump {
    /// What the file says it is: `Survey`, `Responses`.
    pub(super) kind: String,
    pub(super) version: u32,
    pub(super) languages: Vec<String>,
    tables: BTreeMap<String, Vec<Row>>,
    /// A table of settings holds what lets somebody into a mailbox or an account.
    pub(super) secrets: Option<u32>,
}

#[derive(Debug, Default)]
pub(super) struct Row {
    /// The line of the file on which it begins, counted from one.
    pub(super) line: u32,
    cells: BTreeMap<String, String>,
}

impl Row {
    pub(super) fn text(&self, name: &str) -> &str {
        self.cells.get(name).map_or("", |text| text.trim())
    }

    pub(super) fn number(&self, name: &str) -> i64 {
        self.text(name).parse().unwrap_or(0)
    }

    pub(super) fn is_yes(&self, name: &str) -> bool {
        self.text(name) == "Y"
    }

    pub(super) fn cells(&self) -> impl Iterator<Item = (&str, &str)> {
        self.cells.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    pub(super) fn at(&self, problem: Problem) -> Located<Problem> {
        Located { sheet: None, row: Some(self.line), column: None, problem }
    }
}

impl Dump {
    pub(super) fn table(&self, name: &str) -> &[Row] {
        self.tables.get(name).map(Vec::as_slice).unwrap_or_default()
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.tables.contains_key(name)
    }

    pub(super) fn read(xml: &str) -> Result<Dump, Located<Problem>> {
        Reading { reader: Reader::from_str(xml), xml, counted: 0, line: 1, dump: Dump::default() }.read()
    }
}

/// Never taken over: who reads an import must not get into the mailbox of whoever exported it.
pub(super) const SECRETS: [&str; 5] =
    ["bounceaccounthost", "bounceaccountuser", "bounceaccountpass", "googleanalyticsapikey", "bounceaccountencryption"];

struct Reading<'a> {
    reader: Reader<&'a [u8]>,
    xml: &'a str,
    counted: usize,
    line: u32,
    dump: Dump,
}

impl Reading<'_> {
    fn here(&mut self) -> u32 {
        let place = usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX).min(self.xml.len());
        let new = self.xml.as_bytes().get(self.counted..place).unwrap_or_default();
        let lines = new.iter().filter(|byte| **byte == b'\n').count();
        self.line = self.line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        self.counted = place.max(self.counted);
        self.line
    }

    fn wrong(&mut self, problem: Problem) -> Located<Problem> {
        Located { sheet: None, row: Some(self.here()), column: None, problem }
    }

    fn read(mut self) -> Result<Dump, Located<Problem>> {
        let mut path: Vec<String> = Vec::new();
        let (mut row, mut text) = (Row::default(), String::new());
        let (mut rows, mut cells) = (0, 0);
        loop {
            let event = match self.reader.read_event() {
                Ok(event) => event,
                Err(_) => return Err(self.wrong(Problem::Damaged)),
            };
            match event {
                Event::DocType(_) => return Err(self.wrong(Problem::Entities)),
                Event::Start(element) => {
                    path.push(element.local_name().as_ref().to_owned());
                    if path.len() > DEEPEST {
                        return Err(self.wrong(Problem::TooDeep { max: DEEPEST }));
                    }
                    if is_row(&path) {
                        row = Row { line: self.here(), cells: BTreeMap::new() };
                    }
                    text.clear();
                }
                Event::Empty(element) => {
                    if let [_, table, rows] = path.as_slice()
                        && rows == "rows"
                        && element.local_name().as_ref() == "row"
                    {
                        self.dump.tables.entry(table.clone()).or_default();
                    }
                }
                Event::End(_) => {
                    match path.as_slice() {
                        [_, name] if path.len() == 2 => self.heading(&name.clone(), &text),
                        [_, languages, _] if languages == "languages" => {
                            self.dump.languages.extend(Some(text.trim().to_owned()).filter(|text| !text.is_empty()));
                        }
                        [_, table, _, _] if is_row(&path) => {
                            rows += 1;
                            if rows > MOST_ROWS {
                                return Err(self.wrong(Problem::TooManyRows { max: MOST_ROWS }));
                            }
                            let table = table.clone();
                            self.dump.tables.entry(table).or_default().push(std::mem::take(&mut row));
                        }
                        [_, table, _, _, cell] if is_row(path.get(..4).unwrap_or_default()) => {
                            cells += 1;
                            let is = text.chars().count();
                            if cells > MOST_CELLS {
                                return Err(self.wrong(Problem::TooManyRows { max: MOST_ROWS }));
                            }
                            if is > LONGEST_CELL {
                                return Err(self.wrong(Problem::TooLong { is, max: LONGEST_CELL }));
                            }
                            let cell = cell.trim_start_matches('_').to_owned();
                            let is_secret = table == "surveys" && SECRETS.contains(&cell.as_str());
                            if !is_secret {
                                row.cells.insert(cell, std::mem::take(&mut text));
                            } else if !matches!(text.trim(), "" | "off" | "N") {
                                self.dump.secrets = Some(self.here());
                            }
                        }
                        _ => {}
                    }
                    text.clear();
                    if path.pop().is_none() {
                        return Err(self.wrong(Problem::Damaged));
                    }
                }
                Event::Text(part) => text.push_str(&part.xml10_content()),
                Event::CData(part) => text.push_str(&part.xml10_content()),
                Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                    Ok(Some(letter)) => text.push(letter),
                    Ok(None) => {
                        let name = reference.xml10_content().into_owned();
                        let known = resolve_predefined_entity(&name);
                        text.push_str(known.ok_or_else(|| self.wrong(Problem::Entities))?);
                    }
                    Err(_) => return Err(self.wrong(Problem::Damaged)),
                },
                Event::Eof if path.is_empty() => return Ok(self.dump),
                Event::Eof => return Err(self.wrong(Problem::Damaged)),
                _ => {}
            }
        }
    }

    fn heading(&mut self, name: &str, text: &str) {
        match name {
            "LimeSurveyDocType" => text.trim().clone_into(&mut self.dump.kind),
            "DBVersion" => self.dump.version = text.trim().parse().unwrap_or(0),
            _ => {
                self.dump.tables.entry(name.to_owned()).or_default();
            }
        }
    }
}

fn is_row(path: &[String]) -> bool {
    matches!(path, [_, _, rows, row] if rows == "rows" && row == "row")
}
