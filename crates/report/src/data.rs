//! A document as the values that the template reads. Every word is made printable here and nowhere else.

mod anchors;
mod drawing;
mod figure;
mod form;
mod picture;

pub(crate) use form::of as of_form;
pub(crate) use picture::of as of_picture;

use crate::letters::printable;
use anchors::{Anchors, Target};
use base::Language;
use document::{
    Annex, Block, Cover, Document, Inline, KeyFigure, Notice, NoticeKind, Quotation, Words,
    chart::{Weight, text_width},
    csv, told_tables,
};
use typst::foundations::{Array, Bytes, Dict, IntoValue, Str, Value};

/// The whole document, as the inputs of the template.
pub(crate) fn of(document: &Document) -> Dict {
    let mut anchors = Anchors::of(document);
    let body = blocks(&document.blocks, &mut anchors);
    dict([
        ("lang", Value::Str(document.language.tag().into())),
        ("title", named(&document.title)),
        ("running-title", words(&running_title(document))),
        ("cover", cover(&document.cover)),
        ("blocks", body),
        ("year", i64::from(document.date.year()).into_value()),
        ("month", i64::from(document.date.month()).into_value()),
        ("day", i64::from(document.date.day()).into_value()),
        ("address", maybe(document.address.as_deref())),
        ("demonstration", maybe(document.demonstration.as_deref())),
        ("disclaimer", maybe(document.disclaimer.as_deref())),
        ("words", built_in(&document.words)),
        ("flag", drawing::flag()),
        ("attached", attached(document)),
    ])
}

/// The numbers of each table as a CSV file, to be attached.
fn attached(document: &Document) -> Value {
    list(told_tables(document).iter().zip(1_i64..), |(told, number)| {
        let beside: Vec<&str> = document.demonstration.iter().chain(&told.beside).map(String::as_str).collect();
        Value::Dict(dict([
            ("name", Value::Str(format!("table-{number:02}.csv").into())),
            ("about", named(&format!("{}. {}", told.name, told.title))),
            ("data", Value::Bytes(Bytes::from_string(csv::table(told.table, &beside)))),
        ]))
    })
}

/// A drawing by itself, as the inputs of its template.
pub(crate) fn of_art(art: office::Art<'_>, language: Language) -> Dict {
    let drawing = match art {
        office::Art::Chart(figure) => figure::drawing(figure),
        office::Art::Flag => Value::None,
    };
    dict([("lang", Value::Str(language.tag().into())), ("drawing", drawing), ("flag", drawing::flag())])
}

fn dict<const N: usize>(pairs: [(&str, Value); N]) -> Dict {
    pairs.into_iter().map(|(key, value)| (Str::from(key), value)).collect()
}

fn words(text: &str) -> Value {
    Value::Str(printable(text).into())
}

/// Words where the archived format demands some: a title, a heading, the name of a picture.
fn named(text: &str) -> Value {
    let text = printable(text);
    Value::Str(if text.trim().is_empty() { "–".into() } else { text.into() })
}

/// The title as it fits on one line of the running head, beside the mark of a demonstration.
fn running_title(document: &Document) -> String {
    let beside = document.demonstration.as_deref().map_or(0.0, |mark| text_width(mark, Weight::SemiBold, HEAD) + 14.0);
    shortened(&document.title, HEAD, (figure::MEASURE - beside).max(figure::MEASURE / 4.0))
}

/// As many whole words as take no more than `room` in one line of type of `size`.
fn shortened(words: &str, size: f64, room: f64) -> String {
    let mut short = String::new();
    for word in words.split_whitespace() {
        let longer = if short.is_empty() { word.to_owned() } else { format!("{short} {word}") };
        if text_width(&longer, Weight::Regular, size) > room - size {
            let cut = short.trim_end_matches(|letter: char| !letter.is_alphanumeric()).to_owned();
            return format!("{cut}…");
        }
        short = longer;
    }
    short
}

/// The type size of the running head, in points.
const HEAD: f64 = 8.0;

fn maybe(text: Option<&str>) -> Value {
    text.map(printable).filter(|text| !text.trim().is_empty()).map_or(Value::None, |text| Value::Str(text.into()))
}

fn list<T>(items: impl IntoIterator<Item = T>, value: impl FnMut(T) -> Value) -> Value {
    Value::Array(items.into_iter().map(value).collect::<Array>())
}

fn pair((term, description): &(String, String)) -> Value {
    list([term, description], |text| words(text))
}

fn cover(cover: &Cover) -> Value {
    let funding = cover.funding.as_ref().map_or(Value::None, |funding| {
        Value::Dict(dict([
            ("european-union", funding.european_union.into_value()),
            ("signs", list(&funding.signs, |sign| words(sign))),
            ("formula", words(&funding.formula)),
        ]))
    });
    Value::Dict(dict([
        ("kind", words(&cover.kind)),
        ("summary", maybe(cover.summary.as_deref())),
        ("project", maybe(cover.project.as_deref())),
        ("rows", list(&cover.rows, pair)),
        ("parties", list(&cover.parties, |party| pair(&(party.part.clone(), party.name.clone())))),
        ("funding", funding),
        ("date", words(&cover.date)),
    ]))
}

fn built_in(built_in: &Words) -> Value {
    Value::Dict(dict([
        ("contents", words(&built_in.contents)),
        ("figure", words(&built_in.figure)),
        ("table", words(&built_in.table)),
        ("annex", words(&built_in.annex)),
        ("question", words(&built_in.question)),
        ("of", words(&built_in.of)),
        ("page", words(&built_in.page)),
        ("flag", named(&built_in.flag)),
        ("interval", words(&built_in.interval)),
    ]))
}

fn blocks(blocks: &[Block], anchors: &mut Anchors) -> Value {
    let blank = |one: &&Block| matches!(one, Block::Paragraph(words) if Inline::plain(words).trim().is_empty());
    list(blocks.iter().filter(|one| !blank(one)), |one| Value::Dict(block(one, anchors)))
}

fn kind<const N: usize>(kind: &str, pairs: [(&str, Value); N]) -> Dict {
    let mut dict = dict(pairs);
    dict.insert("kind".into(), Value::Str(kind.into()));
    dict
}

fn block(block: &Block, anchors: &mut Anchors) -> Dict {
    match block {
        Block::Heading { level, text, anchor } => kind(
            "heading",
            [
                ("level", i64::from((*level).clamp(2, 4) - 1).into_value()),
                ("text", named(text)),
                ("anchor", anchors.label(anchor)),
            ],
        ),
        Block::Paragraph(inner) => kind("paragraph", [("words", inlines(inner, anchors))]),
        Block::List { ordered, items } => {
            kind("list", [("ordered", ordered.into_value()), ("items", list(items, |item| blocks(item, anchors)))])
        }
        Block::Quote(inner) => kind("quote", [("blocks", blocks(inner, anchors))]),
        Block::KeyFigures(figures) => kind("key-figures", [("figures", list(figures, key_figure))]),
        Block::Figure(figure) => figure::of(figure, anchors),
        Block::Table(table) => kind("table", [("table", figure::table(table, 9.0, anchors))]),
        Block::Quotations(quotations) => kind("quotations", [("quotations", list(quotations, quotation))]),
        Block::MethodSheet(rows) => {
            let row = |(term, told): &(String, Vec<Inline>)| {
                Value::Array([words(term), inlines(told, anchors)].into_iter().collect::<Array>())
            };
            kind("method-sheet", [("rows", list(rows, row))])
        }
        Block::Notice(Notice { kind: notice, title, blocks: inner }) => kind(
            "notice",
            [
                ("caution", (*notice == NoticeKind::Caution).into_value()),
                ("title", maybe(title.as_deref())),
                ("blocks", blocks(inner, anchors)),
            ],
        ),
        Block::Annex(Annex { title, anchor, blocks: inner }) => kind(
            "annex",
            [("title", words(title)), ("anchor", anchors.label(anchor)), ("blocks", blocks(inner, anchors))],
        ),
    }
}

fn key_figure(figure: &KeyFigure) -> Value {
    Value::Dict(dict([
        ("value", words(&figure.value)),
        ("label", words(&figure.label)),
        ("note", maybe(figure.note.as_deref())),
    ]))
}

fn quotation(quotation: &Quotation) -> Value {
    Value::Dict(dict([("words", words(&quotation.words)), ("who", maybe(quotation.who.as_deref()))]))
}

/// Plain words become a string, the others a dictionary that names what they are.
fn inlines(inlines_: &[Inline], anchors: &Anchors) -> Value {
    list(inlines_, |inline| match inline {
        Inline::Text(text) => words(text),
        Inline::Strong(inner) => Value::Dict(kind("strong", [("words", inlines(inner, anchors))])),
        Inline::Emphasis(inner) => Value::Dict(kind("emphasis", [("words", inlines(inner, anchors))])),
        Inline::Link { address, words: inner } => {
            let inner = inlines(inner, anchors);
            Value::Dict(match anchors.target(address) {
                Target::Here(label) => kind("here", [("label", label), ("words", inner)]),
                Target::There(address) => kind("there", [("address", Value::Str(address.into())), ("words", inner)]),
                Target::Nowhere => kind("plain", [("words", inner)]),
            })
        }
        Inline::Number { words: value, anchor, .. } => {
            let place = anchor.as_ref().map(|anchor| anchors.target(&format!("#{anchor}")));
            match place {
                Some(Target::Here(label)) => {
                    let inner = list([value], |value| words(value));
                    Value::Dict(kind("number", [("label", label), ("words", inner)]))
                }
                Some(Target::There(_) | Target::Nowhere) | None => words(value),
            }
        }
    })
}
