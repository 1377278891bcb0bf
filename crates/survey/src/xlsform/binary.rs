//! Workbooks of Excel 97 to 2003 (MS-XLS): a row of records, each a kind, a length and its content. Only the records with
//! the words of cells are looked at, and nothing in them is believed before it is there.

use super::compound::{Compound, long, word};
use super::sheet::{Gathering, Limits, MOST_TEXT, Sheet, cleaned, is_note, is_wanted, number};
use super::{Problem, package};
use crate::Located;
use std::collections::BTreeSet;

/// A file of the largest size cannot hold more that matters.
const MOST_SHEETS: usize = 100;
const MOST_CELLS: usize = 1_000_000;

/// The sheets that can matter.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, Located<Problem>> {
    let compound = Compound::open(bytes).map_err(Located::whole)?;
    // A workbook with a password is an encrypted package inside the container of the old format.
    if compound.has("EncryptedPackage") {
        return Err(Located::whole(Problem::Encrypted));
    }
    let Some(stream) = compound.stream("Workbook") else {
        let is_older = compound.has("Book");
        return Err(Located::whole(if is_older { Problem::OldWorkbook } else { Problem::Damaged }));
    };
    let book = Book::read(&stream).map_err(Located::whole)?;
    let mut text_left = MOST_TEXT;
    let mut sheets = Vec::new();
    for (name, offset) in book.sheets.iter().filter(|(name, _)| !is_note(name)) {
        let gathering = Gathering::new(name, Limits::FORM);
        sheets.push(if is_wanted(name) {
            book.gathered(&stream, *offset, gathering, &mut text_left)?
        } else {
            gathering.finish()
        });
    }
    Ok(sheets)
}

/// What the records before the first sheet say.
struct Book {
    /// Names, and where the records of each begin.
    sheets: Vec<(String, usize)>,
    shared: Vec<String>,
    /// The styles, by their numbers, that show a number as a date.
    dates: BTreeSet<usize>,
    from_1904: bool,
}

/// The records of a stream from one place on.
struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<(u16, &'a [u8])> {
        let kind = word(self.stream, self.at)?;
        let length = usize::from(word(self.stream, self.at + 2)?);
        let start = self.at + 4;
        let content = self.stream.get(start..start + length)?;
        self.at = start + length;
        Some((kind, content))
    }
}

const CONTINUE: u16 = 0x3C;
const END: u16 = 0x0A;

impl Book {
    fn read(stream: &[u8]) -> Result<Book, Problem> {
        let mut book = Book { sheets: Vec::new(), shared: Vec::new(), dates: BTreeSet::new(), from_1904: false };
        let mut records = Records { stream, at: 0 };
        let (kind, beginning) = records.next().ok_or(Problem::Damaged)?;
        match (kind, word(beginning, 0)) {
            (0x0809, Some(0x0600)) => {}
            (0x0809, Some(_)) => return Err(Problem::OldWorkbook),
            _ => return Err(Problem::Damaged),
        }
        let (mut own, mut formats) = (BTreeSet::new(), Vec::new());
        let mut shared: Vec<&[u8]> = Vec::new();
        let mut is_shared = false;
        for (kind, content) in records {
            is_shared = match kind {
                0xFC => true,
                CONTINUE => is_shared,
                _ => false,
            };
            match kind {
                END => break,
                0x2F => return Err(Problem::Encrypted),
                0x22 => book.from_1904 = word(content, 0) == Some(1),
                0x85 if book.sheets.len() < MOST_SHEETS => book.sheets.extend(sheet(content)),
                0x041E => {
                    let code = word(content, 2).and_then(|length| words(content.get(4..)?, length));
                    if code.is_some_and(|code| package::spells_a_date(&code)) {
                        own.extend(word(content, 0));
                    }
                }
                0xE0 => formats.extend(word(content, 2)),
                0xFC | CONTINUE if is_shared => shared.push(content),
                _ => {}
            }
        }
        let is_date = |format: &u16| package::is_date(u32::from(*format)) || own.contains(format);
        book.dates = formats.iter().enumerate().filter(|(_, format)| is_date(format)).map(|(place, _)| place).collect();
        book.shared = Shared { blocks: &shared, block: 0, at: 0 }.read().ok_or(Problem::Damaged)?;
        Ok(book)
    }

    fn gathered(
        &self,
        stream: &[u8],
        offset: usize,
        mut sheet: Gathering,
        text_left: &mut usize,
    ) -> Result<Sheet, Located<Problem>> {
        let mut cells = Vec::new();
        let mut awaiting = None;
        let mut size: usize = 0;
        for (kind, content) in (Records { stream, at: offset }) {
            if kind == END {
                break;
            }
            if kind == 0x0207 {
                let text = word(content, 0).and_then(|length| words(content.get(2..)?, length));
                if let (Some(place), Some(text)) = (awaiting.take(), text) {
                    cells.push((place, cleaned(&text), false));
                }
            } else if let Some(place) = place(content) {
                self.cell(kind, place, content, &mut cells, &mut awaiting)
                    .ok_or_else(|| sheet.whole(Problem::Damaged))?;
            }
            let last = cells.last().map_or(0, |(_, text, _)| text.len());
            size = size.saturating_add(last);
            if cells.len() > MOST_CELLS || size > super::LARGEST_UNPACKED {
                return Err(sheet.whole(Problem::Bomb { max: MOST_TEXT }));
            }
        }
        // Formulas and other cells may be written in blocks of rows.
        cells.sort_by_key(|(place, ..)| *place);
        for (place, text, is_error) in cells {
            sheet.add(place, text, is_error, text_left)?;
        }
        Ok(sheet.finish())
    }

    /// `None` for a record that ends too early; records without words are passed over.
    fn cell(
        &self,
        kind: u16,
        place: (u32, u32),
        content: &[u8],
        cells: &mut Vec<((u32, u32), String, bool)>,
        awaiting: &mut Option<(u32, u32)>,
    ) -> Option<()> {
        let style = || word(content, 4).map(usize::from);
        match kind {
            0xFD => {
                let shared = usize::try_from(long(content, 6)?).ok()?;
                cells.push((place, self.shared.get(shared)?.clone(), false));
            }
            0x0204 | 0xD6 => {
                let text = words(content.get(8..)?, word(content, 6)?)?;
                cells.push((place, cleaned(&text), false));
            }
            0x0203 => cells.push((place, self.number(float(content, 6)?, style()?), false)),
            0x027E => cells.push((place, self.number(packed(long(content, 6)?), style()?), false)),
            0xBD => {
                for (column, six) in (place.1..).zip(content.get(4..)?.as_chunks::<6>().0) {
                    let style = usize::from(word(six, 0)?);
                    cells.push(((place.0, column), self.number(packed(long(six, 2)?), style), false));
                }
            }
            0x0205 => cells.push(truth(place, *content.get(6)?, *content.get(7)? == 1)),
            0x06 => match (word(content, 12)?, content.get(6)?) {
                (0xFFFF, 0) => *awaiting = Some(place),
                (0xFFFF, 3) => {}
                (0xFFFF, kind) => cells.push(truth(place, *content.get(8)?, *kind == 2)),
                _ => cells.push((place, self.number(float(content, 6)?, style()?), false)),
            },
            _ => {}
        }
        Some(())
    }

    fn number(&self, value: f64, style: usize) -> String {
        number(value, self.dates.contains(&style), self.from_1904)
    }
}

fn place(content: &[u8]) -> Option<(u32, u32)> {
    Some((u32::from(word(content, 0)?), u32::from(word(content, 2)?)))
}

fn truth(place: (u32, u32), value: u8, is_error: bool) -> ((u32, u32), String, bool) {
    let text = match (is_error, value) {
        (false, 0) => "FALSE",
        (false, _) => "TRUE",
        (true, 0x00) => "#NULL!",
        (true, 0x07) => "#DIV/0!",
        (true, 0x0F) => "#VALUE!",
        (true, 0x17) => "#REF!",
        (true, 0x1D) => "#NAME?",
        (true, 0x24) => "#NUM!",
        (true, _) => "#N/A",
    };
    (place, text.to_owned(), is_error)
}

fn float(content: &[u8], at: usize) -> Option<f64> {
    content.get(at..)?.first_chunk::<8>().map(|eight| f64::from_le_bytes(*eight)).filter(|number| number.is_finite())
}

/// A number in four bytes (§2.5.217): the upper part of a long one or a whole one, perhaps in hundredths.
fn packed(bits: u32) -> f64 {
    let value =
        if bits & 2 == 0 { f64::from_bits(u64::from(bits & !3) << 32) } else { f64::from(bits.cast_signed() >> 2) };
    if bits & 1 == 0 { value } else { value / 100.0 }
}

/// The name of a work sheet and where it begins; charts and macros are none.
fn sheet(content: &[u8]) -> Option<(String, usize)> {
    let offset = usize::try_from(long(content, 0)?).ok()?;
    let name = words(content.get(7..)?, u16::from(*content.get(6)?))?;
    (*content.get(5)? == 0).then_some((name, offset))
}

/// Letters after a byte that says whether they are wide.
fn words(content: &[u8], length: u16) -> Option<String> {
    let (flags, letters) = content.split_first()?;
    let length = usize::from(length);
    Some(if flags & 1 == 0 {
        letters.get(..length)?.iter().map(|byte| char::from(*byte)).collect()
    } else {
        let units = letters.get(..length * 2)?.as_chunks::<2>().0.iter().map(|two| u16::from_le_bytes(*two));
        String::from_utf16_lossy(&units.collect::<Vec<_>>())
    })
}

/// The shared texts (§2.4.265), which run on over records; letters that run on begin with a new byte for their width.
struct Shared<'a> {
    blocks: &'a [&'a [u8]],
    block: usize,
    at: usize,
}

impl Shared<'_> {
    fn read(mut self) -> Option<Vec<String>> {
        let mut texts = Vec::new();
        if self.blocks.is_empty() {
            return Some(texts);
        }
        let total = long(self.blocks.first()?, 4)?;
        self.at = 8;
        for _ in 0..total {
            // Some programs promise more texts than there are.
            let Some(text) = self.text() else { break };
            texts.push(cleaned(&text));
        }
        Some(texts)
    }

    fn text(&mut self) -> Option<String> {
        let length = usize::from(self.word()?);
        let flags = self.byte()?;
        let runs = if flags & 8 == 0 { 0 } else { usize::from(self.word()?) * 4 };
        let more = if flags & 4 == 0 { 0 } else { usize::from(self.word()?) + (usize::from(self.word()?) << 16) };
        let mut units: Vec<u16> = Vec::new();
        let mut wide = flags & 1 == 1;
        while units.len() < length {
            if self.blocks.get(self.block)?.len() <= self.at {
                (self.block, self.at) = (self.block + 1, 0);
                wide = self.byte()? & 1 == 1;
                continue;
            }
            units.push(if wide { self.word()? } else { u16::from(self.byte()?) });
        }
        self.pass(runs.checked_add(more)?)?;
        Some(String::from_utf16_lossy(&units))
    }

    fn byte(&mut self) -> Option<u8> {
        while self.blocks.get(self.block)?.len() <= self.at {
            (self.block, self.at) = (self.block + 1, 0);
        }
        let byte = self.blocks.get(self.block)?.get(self.at)?;
        self.at += 1;
        Some(*byte)
    }

    fn word(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn pass(&mut self, mut bytes: usize) -> Option<()> {
        while bytes > 0 {
            let left = self.blocks.get(self.block)?.len().saturating_sub(self.at);
            if left >= bytes {
                self.at += bytes;
                return Some(());
            }
            bytes -= left;
            (self.block, self.at) = (self.block + 1, 0);
        }
        Some(())
    }
}
