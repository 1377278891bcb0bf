//! A form as the values that its template reads: what fits on a page and what goes in two columns is decided here.

use super::{dict, kind, list, maybe, named, shortened, words};
use crate::form::Length;
use anyhow::anyhow;
use document::{
    Form, FormBattery, FormCopy, FormOption, FormPart, FormQuestion, FormWords, Run, Space,
    chart::{Weight, text_width},
};
use qrcode::{Color, EcLevel, QrCode};
use typst::foundations::{Bytes, Dict, IntoValue, Value};

/// What is between the margins, in points.
const WIDTH: f64 = 493.0;
/// A question that needs more of a page than this may go on over its end.
const TALLEST: f64 = 560.0;

pub(crate) fn of(form: &Form, copies: &[FormCopy], length: Length) -> Result<Dict, anyhow::Error> {
    let size = if form.is_large { 16.0 } else { 10.5 };
    let copies = copies.iter().map(copy).collect::<Result<Vec<_>, _>>()?;
    let language = form.language.as_str().split('-').next().unwrap_or("bg");
    Ok(dict([
        ("lang", Value::Str(language.into())),
        ("title", named(&form.title)),
        ("running", words(&shortened(&form.running, 8.0, WIDTH * 0.5))),
        ("version", words(&shortened(&form.version, 8.0, WIDTH * 0.5))),
        ("year", i64::from(form.date.year()).into_value()),
        ("month", i64::from(form.date.month()).into_value()),
        ("day", i64::from(form.date.day()).into_value()),
        ("authors", list(&form.authors, |author| words(author))),
        ("demonstration", maybe(form.demonstration.as_deref())),
        ("opening", list(&form.opening, |paragraph| words(paragraph))),
        ("how", list(&form.how, |sentence| words(sentence))),
        ("parts", parts(&form.parts, size)),
        ("closing", list(&form.closing, |paragraph| words(paragraph))),
        ("large", form.is_large.into_value()),
        ("words", built_in(&form.words)),
        ("copies", list(copies, Value::Dict)),
        ("pages", i64::from(length.pages).into_value()),
        ("written", i64::from(length.written).into_value()),
        ("padded", length.is_padded().into_value()),
    ]))
}

fn built_in(built_in: &FormWords) -> Value {
    Value::Dict(dict([
        ("page", words(&built_in.page)),
        ("of", words(&built_in.of)),
        ("code", words(&built_in.code)),
        ("master", words(&built_in.master)),
        ("blank", words(&built_in.blank)),
        ("question", named(&built_in.question)),
    ]))
}

/// The code with its mark for scanners, a byte for each module, the quiet zone around it.
fn copy(copy: &FormCopy) -> Result<Dict, anyhow::Error> {
    const QUIET: usize = 2;
    let code = QrCode::with_error_correction_level(&copy.scanned, EcLevel::Q)
        .map_err(|error| anyhow!("a QR code: {error}"))?;
    let side = code.width() + 2 * QUIET;
    let mut pixels = vec![u8::MAX; side * QUIET];
    for row in code.to_colors().chunks(code.width().max(1)) {
        pixels.extend([u8::MAX; QUIET]);
        pixels.extend(row.iter().map(|module| if *module == Color::Dark { 0 } else { u8::MAX }));
        pixels.extend([u8::MAX; QUIET]);
    }
    pixels.extend(vec![u8::MAX; side * QUIET]);
    let side = i64::try_from(side)?;
    Ok(dict([("code", words(&copy.code)), ("qr", Value::Bytes(Bytes::new(pixels))), ("side", side.into_value())]))
}

fn parts(parts: &[FormPart], size: f64) -> Value {
    // Headings go down by one level at a time: questions stand below a section only where there is one.
    let mut level = 2_i64;
    list(parts, |part| {
        Value::Dict(match part {
            FormPart::Heading { words: title, hint, condition } if title.trim().is_empty() => {
                kind("instruction", [("hint", maybe(Some(hint))), ("condition", maybe(Some(condition)))])
            }
            FormPart::Heading { words: title, hint, condition } => {
                level = 3;
                let rest =
                    [("words", named(title)), ("hint", maybe(Some(hint))), ("condition", maybe(Some(condition)))];
                kind("heading", rest)
            }
            FormPart::Note { words: note, condition } => {
                kind("note", [("words", words(note)), ("condition", maybe(Some(condition)))])
            }
            FormPart::Question(question) => self::question(question, level, size),
            FormPart::Battery(battery) => self::battery(battery, level, size),
        })
    })
}

fn question(question: &FormQuestion, level: i64, size: f64) -> Dict {
    let height = height(&question.words, size, WIDTH)
        + height(&question.hint, size, WIDTH)
        + space_height(&question.space, size);
    kind(
        "question",
        [
            ("number", maybe(Some(&question.number))),
            ("words", named(&question.words)),
            ("hint", maybe(Some(&question.hint))),
            ("condition", maybe(Some(&question.condition))),
            ("how", maybe(Some(&question.how))),
            ("level", level.into_value()),
            ("long", (height > TALLEST).into_value()),
            ("space", Value::Dict(space(&question.space, size))),
        ],
    )
}

fn battery(battery: &FormBattery, level: i64, size: f64) -> Dict {
    let rows = battery.rows.iter().map(|row| {
        Value::Dict(dict([
            ("number", words(&row.number)),
            ("words", named(&row.words)),
            ("note", maybe(Some(&row.note))),
        ]))
    });
    let tall: f64 = battery.rows.iter().map(|row| height(&row.words, size, WIDTH * 0.4).max(size * 2.3)).sum();
    kind(
        "battery",
        [
            ("words", maybe(Some(&battery.words))),
            ("hint", maybe(Some(&battery.hint))),
            ("condition", maybe(Some(&battery.condition))),
            ("how", maybe(Some(&battery.how))),
            ("level", level.into_value()),
            ("long", (tall > TALLEST * 0.8).into_value()),
            ("hyphenated", is_narrow(&battery.options, size).into_value()),
            ("options", options(&battery.options)),
            ("rows", list(rows, |row| row)),
        ],
    )
}

/// Whether some word over a column of a grid is wider than the column.
fn is_narrow(options: &[FormOption], size: f64) -> bool {
    let count = u32::try_from(options.len().max(1)).map_or(1.0, f64::from);
    let room = (283.4 / count).min(59.5) - 3.0;
    let mut words = options.iter().flat_map(|option| option.words.split_whitespace());
    words.any(|word| text_width(word, Weight::SemiBold, size * 0.8) > room)
}

fn space(space: &Space, size: f64) -> Dict {
    match space {
        Space::Options { several, options: all } => kind(
            "options",
            [
                ("several", several.into_value()),
                ("columns", columns(all, size).into_value()),
                ("options", options(all)),
            ],
        ),
        Space::Row(all) => kind("row", [("options", options(all))]),
        Space::Ranking(all) => kind("ranking", [("options", options(all))]),
        Space::Lines(lines) => kind("lines", [("lines", i64::from(*lines).into_value())]),
        Space::Digits(runs) => kind("digits", [("runs", list(runs, |run| Value::Dict(digits(run))))]),
    }
}

fn digits(run: &Run) -> Dict {
    dict([("boxes", i64::from(run.boxes).into_value()), ("words", words(&run.words)), ("behind", words(&run.behind))])
}

fn options(options: &[FormOption]) -> Value {
    list(options, |option| {
        Value::Dict(dict([
            ("key", words(&option.key)),
            ("words", named(&option.words)),
            ("takes-words", option.takes_words.into_value()),
            ("leads", words(&option.leads)),
        ]))
    })
}

/// Two where there are many options, all of them short.
fn columns(options: &[FormOption], size: f64) -> i64 {
    let is_short = |option: &FormOption| {
        !option.takes_words
            && option.leads.is_empty()
            && text_width(&option.words, Weight::Regular, size) < WIDTH * 0.36
    };
    if options.len() >= 8 && options.iter().all(is_short) { 2 } else { 1 }
}

/// About how much of a page the words take, in points.
fn height(words: &str, size: f64, width: f64) -> f64 {
    if words.is_empty() { 0.0 } else { (text_width(words, Weight::Regular, size) / width).ceil() * size * 1.5 }
}

fn space_height(space: &Space, size: f64) -> f64 {
    match space {
        Space::Options { options: all, .. } | Space::Ranking(all) => {
            let sum: f64 = all.iter().map(|option| height(&option.words, size, WIDTH * 0.85).max(size * 2.05)).sum();
            if columns(all, size) == 2 { sum / 2.0 } else { sum }
        }
        Space::Row(_) | Space::Digits(_) => size * 4.0,
        Space::Lines(lines) => f64::from(*lines) * if size > 12.0 { 31.2 } else { 24.1 },
    }
}
