//! The parts of a report in words: of which kind they are, how each begins, which of its numbers changed.

use crate::Frame;
use app::study::{StudyFigures, phrases};
use base::Language;
use document::{
    Block, html,
    manuscript::{
        Body, Changed, FigureAddress, LiveFigures, Manuscript, Number, NumberAddress, Part, PartId, Unavailable,
        Wording,
    },
};

/// A number of a part as its author sees it.
pub struct NumberRow {
    pub address: String,
    /// As readers see it now.
    pub value: String,
    pub base: String,
    pub method: String,
    /// As it was when the words around it were written, where that was something else.
    pub was: Option<String>,
    pub is_absent: bool,
}

/// How a part is named in lists: its kind and the beginning of its words.
pub struct PartName {
    pub kind: String,
    pub words: String,
}

/// More letters than this are no beginning.
const MOST: usize = 90;

pub fn part_name(frame: &Frame, part: &Part, language: Language, figures: &StudyFigures) -> PartName {
    let kind = frame.say(&format!("written-part-{}", part.body.kind()));
    let words = match &part.body {
        Body::Figure(address) | Body::Table(address) => match figures.figure(address) {
            Ok(figure) => figure.finding,
            Err(_) => address.to_string(),
        },
        Body::Quotations(address) => address.to_string(),
        Body::Heading { .. }
        | Body::Prose(_)
        | Body::KeyNumbers(_)
        | Body::Finding { .. }
        | Body::Recommendation { .. }
        | Body::MethodSheet(_)
        | Body::Annex { .. }
        | Body::Notice { .. } => {
            let first = part.body.wordings().into_iter().find_map(|words| words.in_language(language));
            first.map(|written| plain(&written.told())).unwrap_or_default()
        }
    };
    PartName { kind, words: shortened(&words) }
}

/// The same in one line.
pub fn part_line(frame: &Frame, part: &Part, language: Language, figures: &StudyFigures) -> String {
    let PartName { kind, words } = part_name(frame, part, language, figures);
    if words.is_empty() { kind } else { format!("{kind}: {words}") }
}

/// The words without their marks.
fn plain(text: &str) -> String {
    let text = text.replace('\\', "");
    let words = text.trim_start_matches(['-', '|', '#', '*', ' ']).replace("**", "");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn shortened(words: &str) -> String {
    let words = words.trim();
    if words.chars().count() <= MOST {
        return words.to_owned();
    }
    let cut: String = words.chars().take(MOST).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches([',', ';', ':', '–', ' ']))
}

/// The part as readers will see it.
pub fn part_shown(part: &Part, language: Language, figures: &StudyFigures) -> String {
    let alone = Manuscript::of(Wording::default(), Wording::default(), vec![part.clone()], 0).unwrap_or_default();
    let blocks: Vec<Block> = alone.rendered(language, figures, &phrases(figures.words));
    html::blocks(&blocks, &app::study::document_words(figures.words))
}

/// Every number of a part once, in the order of its words.
pub fn number_rows(body: &Body, language: Language, figures: &StudyFigures) -> Vec<NumberRow> {
    let mut rows: Vec<NumberRow> = Vec::new();
    for written in body.wordings().into_iter().filter_map(|words| words.in_language(language)) {
        for address in written.template().numbers() {
            let row = number_row(address, written.kept().get(address), figures);
            if !rows.iter().any(|known| known.address == row.address) {
                rows.push(row);
            }
        }
    }
    rows
}

fn number_row(address: &NumberAddress, kept: Option<&String>, figures: &StudyFigures) -> NumberRow {
    let reference = address.reference();
    match figures.number(address) {
        Ok(number) => NumberRow {
            was: kept.filter(|kept| kept.as_str() != number.value()).cloned(),
            value: number.value().to_owned(),
            base: number.base().to_owned(),
            method: number.method().to_owned(),
            address: reference,
            is_absent: false,
        },
        Err(why) => absent_row(reference, kept, why, figures),
    }
}

fn absent_row(address: String, kept: Option<&String>, why: Unavailable, figures: &StudyFigures) -> NumberRow {
    let absent = figures.absent(why);
    let (value, base, was) = (absent.words, absent.why, kept.cloned());
    NumberRow { address, value, base, method: String::new(), was, is_absent: true }
}

/// „61 % → 64 %“ for each number of a part that is another now.
pub fn changes(changed: &[Changed], part: Option<PartId>, figures: &StudyFigures) -> Vec<String> {
    let of_part = changed.iter().filter(|one| one.part == part);
    let told = of_part.map(|one| {
        let was = one.was.clone().unwrap_or_else(|| "–".to_owned());
        let now = match &one.now {
            Ok(number) => Number::value(number).to_owned(),
            Err(why) => figures.absent(*why).words,
        };
        format!("{was} → {now}")
    });
    let mut told: Vec<String> = told.collect();
    told.dedup();
    told
}

/// The figure that an author most likely speaks of in this part: its own, or the last one before it.
pub fn figure_before(manuscript: &Manuscript, id: PartId) -> Option<FigureAddress> {
    let mut last = None;
    for part in manuscript.parts() {
        match &part.body {
            Body::Figure(address) | Body::Table(address) => last = Some(address.clone()),
            Body::Heading { level, .. } if *level == 2 => last = None,
            Body::Heading { .. }
            | Body::Prose(_)
            | Body::KeyNumbers(_)
            | Body::Quotations(_)
            | Body::Finding { .. }
            | Body::Recommendation { .. }
            | Body::MethodSheet(_)
            | Body::Annex { .. }
            | Body::Notice { .. } => {}
        }
        if part.id == id {
            return last;
        }
    }
    None
}
