//! The fields of a part, by its kind.

use crate::{
    Frame,
    desk::form::{Field, FieldKind, Fields},
};
use app::{
    reports::{self, HeldReport},
    study::StudyFigures,
    typed::Typed,
};
use base::Language;
use document::manuscript::{Body, MethodTopic, Part};

/// Fields under one heading, which only parts of several rows have.
pub struct Rows {
    pub heading: String,
    pub fields: Vec<Field>,
}

pub fn rows(
    frame: &Frame,
    held: &HeldReport,
    body: &Body,
    typed: &Typed,
    language: Language,
    figures: &StudyFigures,
) -> Vec<Rows> {
    let form = Fields::of(frame, "written", typed);
    let alone = |fields| vec![Rows { heading: String::new(), fields }];
    match body {
        Body::Heading { level, .. } => {
            let levels = (2..=4).map(|level: u8| (level.to_string(), frame.say(&format!("written-level-{level}"))));
            let chosen = if typed.get("level").is_empty() { level.to_string() } else { typed.get("level").to_owned() };
            let level = Field { value: chosen, ..form.select("level", levels) };
            alone(vec![named(frame, form.line("words"), "written-heading-words"), level])
        }
        Body::Prose(_) => alone(vec![form.area("words", 12)]),
        Body::Finding { .. } => {
            let strengths = document::manuscript::Strength::ALL.map(document::manuscript::Strength::code);
            alone(vec![named(frame, form.area("words", 5), "written-finding-words"), form.radio("strength", strengths)])
        }
        Body::Recommendation { .. } => {
            let mut fields = vec![named(frame, form.area("words", 6), "written-recommendation-words")];
            let findings = held.manuscript.parts().iter().filter(|part| matches!(part.body, Body::Finding { .. }));
            fields.extend(findings.map(|part| follows(frame, part, typed, language, figures)));
            alone(fields)
        }
        Body::Notice { .. } => alone(vec![
            named(frame, form.line("title"), "written-notice-title"),
            form.area("words", 6),
            form.tick("caution"),
        ]),
        Body::Annex { .. } => alone(vec![named(frame, form.line("title"), "written-annex-title")]),
        Body::Figure(_) | Body::Table(_) => alone(vec![figure(&form, figures, false)]),
        Body::Quotations(_) => alone(vec![named(frame, figure(&form, figures, true), "written-quotations-of")]),
        Body::KeyNumbers(numbers) => several(frame, &form, numbers.len(), &["value", "label", "note"], 0),
        Body::MethodSheet(sheet) => {
            let mut rows = several(frame, &form, sheet.len(), &["term", "words"], 4);
            for (place, row) in rows.iter_mut().enumerate() {
                row.fields.push(tells(frame, &form, typed, place));
            }
            rows
        }
    }
}

/// What a row of a method sheet tells of all that it has to.
fn tells(frame: &Frame, form: &Fields, typed: &Typed, row: usize) -> Field {
    let id = format!("tells_{row}");
    let topic = |topic: MethodTopic| frame.say(&format!("written-topic-{}", topic.code()));
    let own = typed.get(&id).to_owned();
    let mut choices = vec![(String::new(), frame.say("written-topic-other"))];
    let told: Vec<String> = own.split(' ').filter_map(MethodTopic::from_code).map(topic).collect();
    // A drafted row may tell several things at once.
    if told.len() > 1 {
        choices.push((own, told.join(", ")));
    }
    choices.extend(MethodTopic::ALL.into_iter().map(|one| (one.code().to_owned(), topic(one))));
    named(frame, form.select(&id, choices), "written-row-tells")
}

fn named(frame: &Frame, field: Field, key: &str) -> Field {
    let hint = frame.words.find(&format!("{key}.hint"), &[]).unwrap_or_default();
    Field { label: frame.say(key), hint, ..field }
}

fn figure(form: &Fields, figures: &StudyFigures, is_quoted: bool) -> Field {
    let offered = reports::offered_figures(figures).into_iter().filter(|one| one.is_quoted == is_quoted);
    form.select("of", offered.map(|one| (one.address.to_string(), one.words)))
}

fn follows(frame: &Frame, part: &Part, typed: &Typed, language: Language, figures: &StudyFigures) -> Field {
    let id = format!("follows_{}", part.id.0);
    let words = super::told::part_name(frame, part, language, figures).words;
    let label = frame.tell("written-follows", "finding", words);
    Field { value: typed.get(&id).to_owned(), id, label, hint: String::new(), is_needed: false, kind: FieldKind::Tick }
}

/// The rows that there are, and an empty one below. The last text of a row is so many lines high.
fn several(frame: &Frame, form: &Fields, many: usize, names: &[&'static str], lines: u8) -> Vec<Rows> {
    let last = names.len().saturating_sub(1);
    let row = |row: usize| Rows {
        heading: match row < many {
            true => frame.tell("written-row", "n", row + 1),
            false => frame.say("written-row-new"),
        },
        fields: names
            .iter()
            .enumerate()
            .map(|(place, name)| {
                let id = format!("{name}_{row}");
                let field = if lines > 0 && place == last { form.area(&id, lines) } else { form.line(&id) };
                named(frame, field, &format!("written-row-{name}"))
            })
            .collect(),
    };
    (0..=many).map(row).collect()
}
