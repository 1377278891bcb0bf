//! A part of a report as the fields of a form, and back. A form holds the words of one language; those of the other stay.

use super::{
    Trouble,
    unknown::{figure_address, of_field},
};
use crate::{Failure, typed::Typed};
use base::Language;
use document::{
    NoticeKind,
    manuscript::{Body, KeyNumber, Manuscript, MethodRow, MethodTopic, PartId, Refusal, Strength, Wording},
};

/// The kinds of parts that an author may add, as the form names them.
pub const PARTS: [&str; 11] = [
    "prose",
    "heading",
    "figure",
    "table",
    "finding",
    "recommendation",
    "quotations",
    "key-numbers",
    "notice",
    "method-sheet",
    "annex",
];

/// Empty rows below those that there are.
const MORE_ROWS: usize = 1;

/// A part of this kind with nothing in it yet. `None` for what is no kind.
pub fn new_part(kind: &str, manuscript: &Manuscript) -> Option<Body> {
    let nothing = Wording::default;
    let anchor = || format!("part-{}", manuscript.next().0);
    let nowhere = || "audience.question".parse().ok();
    Some(match kind {
        "prose" => Body::Prose(nothing()),
        "heading" => Body::Heading { level: 2, anchor: anchor(), words: nothing() },
        "figure" => Body::Figure(nowhere()?),
        "table" => Body::Table(nowhere()?),
        "finding" => Body::Finding { words: nothing(), strength: Strength::Indicative },
        "recommendation" => Body::Recommendation { words: nothing(), follows_from: Vec::new() },
        "quotations" => Body::Quotations(nowhere()?),
        "key-numbers" => Body::KeyNumbers(Vec::new()),
        "notice" => Body::Notice { kind: NoticeKind::Plain, title: nothing(), words: nothing() },
        "method-sheet" => Body::MethodSheet(Vec::new()),
        "annex" => Body::Annex { anchor: anchor(), title: nothing() },
        _ => return None,
    })
}

/// The field of the form that holds each text of a part, in their order.
pub fn part_fields(body: &Body) -> Vec<String> {
    match body {
        Body::Heading { .. } | Body::Prose(_) | Body::Finding { .. } | Body::Recommendation { .. } => {
            vec!["words".to_owned()]
        }
        Body::Annex { .. } => vec!["title".to_owned()],
        Body::Notice { .. } => vec!["title".to_owned(), "words".to_owned()],
        Body::KeyNumbers(numbers) => rows(numbers.len(), &["value", "label", "note"]),
        Body::MethodSheet(sheet) => rows(sheet.len(), &["term", "words"]),
        Body::Figure(_) | Body::Table(_) | Body::Quotations(_) => Vec::new(),
    }
}

fn rows(many: usize, names: &[&str]) -> Vec<String> {
    (0..many).flat_map(|row| names.iter().map(move |name| format!("{name}_{row}"))).collect()
}

/// The part as it is kept.
pub fn part_form(body: &Body, language: Language) -> Typed {
    let text = |wording: &Wording| wording.in_language(language).map(|written| written.text()).unwrap_or_default();
    let mut typed = Typed::default();
    for (field, wording) in part_fields(body).iter().zip(body.wordings()) {
        typed = typed.with(field, text(wording));
    }
    match body {
        Body::Heading { level, .. } => typed.with("level", level.to_string()),
        Body::Figure(address) | Body::Table(address) | Body::Quotations(address) => {
            typed.with("of", address.to_string())
        }
        Body::Finding { strength, .. } => typed.with("strength", strength.code()),
        Body::Recommendation { follows_from, .. } => {
            follows_from.iter().fold(typed, |typed, id| typed.with(&format!("follows_{}", id.0), "yes"))
        }
        Body::Notice { kind, .. } => typed.with("caution", if *kind == NoticeKind::Caution { "yes" } else { "" }),
        Body::MethodSheet(sheet) => sheet.iter().enumerate().fold(typed, |typed, (row, one)| {
            let tells: Vec<&str> = one.tells.iter().map(|topic| topic.code()).collect();
            typed.with(&format!("tells_{row}"), tells.join(" "))
        }),
        Body::Prose(_) | Body::Annex { .. } | Body::KeyNumbers(_) => typed,
    }
}

/// What was typed over `before`.
///
/// # Errors
/// [`Trouble::Words`] for every text that cannot be read, [`Trouble::NoSuchFigure`], [`Trouble::EmptyPart`].
pub fn read_part(typed: &Typed, before: &Body, manuscript: &Manuscript, language: Language) -> Result<Body, Failure> {
    let mut reading = Reading { typed, language, troubles: Vec::new() };
    let body = reading.body(before, manuscript);
    match (body, reading.troubles.is_empty()) {
        (Some(body), true) => Ok(body),
        (None, true) => Err(Trouble::EmptyPart.into()),
        (_, false) => Err(Failure::Refused(reading.troubles.into_iter().map(Into::into).collect())),
    }
}

/// Title and cover sentence as a form.
pub fn title_form(manuscript: &Manuscript, language: Language) -> Typed {
    let text = |wording: &Wording| wording.in_language(language).map(|written| written.text()).unwrap_or_default();
    Typed::default().with("title", text(manuscript.title())).with("summary", text(manuscript.summary()))
}

/// Title and cover sentence as they were typed.
///
/// # Errors
/// [`Trouble::Words`], also for a report without a title.
pub fn title_of(typed: &Typed, language: Language) -> Result<(Wording, Wording), Failure> {
    let mut reading = Reading { typed, language, troubles: Vec::new() };
    let nothing = Wording::default();
    let title = reading.needed("title", &nothing);
    let summary = reading.text("summary", &nothing);
    match reading.troubles.is_empty() {
        true => Ok((title, summary)),
        false => Err(Failure::Refused(reading.troubles.into_iter().map(Into::into).collect())),
    }
}

struct Reading<'a> {
    typed: &'a Typed,
    language: Language,
    troubles: Vec<Trouble>,
}

impl Reading<'_> {
    fn body(&mut self, before: &Body, manuscript: &Manuscript) -> Option<Body> {
        Some(match before {
            Body::Heading { level, anchor, words } => {
                let level = self.typed.get("level").parse().unwrap_or(*level).clamp(2, 4);
                Body::Heading { level, anchor: anchor.clone(), words: self.needed("words", words) }
            }
            Body::Prose(words) => Body::Prose(self.needed("words", words)),
            Body::Finding { words, strength } => Body::Finding {
                words: self.needed("words", words),
                strength: Strength::from_code(self.typed.get("strength")).unwrap_or(*strength),
            },
            Body::Recommendation { words, .. } => {
                let is_ticked = |id: &PartId| !self.typed.get(&format!("follows_{}", id.0)).is_empty();
                let findings = manuscript.parts().iter().filter(|part| matches!(part.body, Body::Finding { .. }));
                let follows_from = findings.map(|part| part.id).filter(is_ticked).collect();
                Body::Recommendation { words: self.needed("words", words), follows_from }
            }
            Body::Notice { title, words, .. } => {
                let is_caution = !self.typed.get("caution").is_empty();
                Body::Notice {
                    kind: if is_caution { NoticeKind::Caution } else { NoticeKind::Plain },
                    title: self.text("title", title),
                    words: self.needed("words", words),
                }
            }
            Body::Annex { anchor, title } => Body::Annex { anchor: anchor.clone(), title: self.needed("title", title) },
            Body::Figure(_) => Body::Figure(self.address()?),
            Body::Table(_) => Body::Table(self.address()?),
            Body::Quotations(_) => Body::Quotations(self.address()?),
            Body::KeyNumbers(numbers) => {
                let nothing = KeyNumber { value: nothing(), label: nothing(), note: nothing() };
                let one = |reading: &mut Self, row: usize| {
                    let before = numbers.get(row).unwrap_or(&nothing);
                    let value = reading.text(&format!("value_{row}"), &before.value);
                    let label = reading.text(&format!("label_{row}"), &before.label);
                    let note = reading.text(&format!("note_{row}"), &before.note);
                    KeyNumber { value, label, note }
                };
                let numbers: Vec<KeyNumber> = (0..numbers.len() + MORE_ROWS)
                    .map(|row| one(self, row))
                    .filter(|one| !one.value.is_empty() || !one.label.is_empty())
                    .collect();
                Some(Body::KeyNumbers(numbers)).filter(|body| !body.wordings().is_empty())?
            }
            Body::MethodSheet(sheet) => {
                let nothing = MethodRow::default();
                let one = |reading: &mut Self, row: usize| {
                    let before = sheet.get(row).unwrap_or(&nothing);
                    let term = reading.text(&format!("term_{row}"), &before.term);
                    let words = reading.text(&format!("words_{row}"), &before.words);
                    let sent = reading.typed.get(&format!("tells_{row}"));
                    let tells = sent.split(' ').filter_map(MethodTopic::from_code).collect();
                    MethodRow { tells, of: before.of.clone(), term, words }
                };
                let sheet: Vec<MethodRow> = (0..sheet.len() + MORE_ROWS)
                    .map(|row| one(self, row))
                    .filter(|one| !one.term.is_empty() || !one.words.is_empty())
                    .collect();
                Some(Body::MethodSheet(sheet)).filter(|body| !body.wordings().is_empty())?
            }
        })
    }

    fn address(&mut self) -> Option<document::manuscript::FigureAddress> {
        figure_address(self.typed.get("of")).map_err(|trouble| self.troubles.push(trouble)).ok()
    }

    fn needed(&mut self, field: &str, before: &Wording) -> Wording {
        if self.typed.get(field).is_empty() {
            self.troubles.push(of_field(field, Refusal::Empty));
            return Wording::default();
        }
        self.text(field, before)
    }

    /// The words under `field`, beside those of the other language. What is left empty has none in this one.
    fn text(&mut self, field: &str, before: &Wording) -> Wording {
        let typed = self.typed.get(field);
        let others = before.clone().without(self.language);
        if typed.is_empty() {
            return others;
        }
        match Wording::read(self.language, typed) {
            Ok(words) => words.joined(others),
            Err(refusal) => {
                self.troubles.push(of_field(field, refusal));
                others
            }
        }
    }
}

fn nothing() -> Wording {
    Wording::default()
}
