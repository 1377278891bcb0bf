use super::Pen;
use crate::study::{figures::Lens, live_figures::StudyFigures};
use document::{
    manuscript::{Body, FigureAddress, LiveFigures, Name, Unavailable},
    markdown,
};
use stats::Inference;
use std::collections::BTreeMap;
use survey::QuestionKind;

/// Questions named in one sentence; more of them are no reading.
const MOST_NAMED: usize = 12;

/// What cannot be said, and why.
pub fn limits(figures: &StudyFigures, pen: &Pen) -> Vec<Body> {
    let mut sentences = Vec::new();
    for data in figures.study.audiences.iter().filter(|data| data.counts.responses() > 0) {
        let lens = figures.lens(data);
        let values = [("name", markdown::escaped(&lens.say(&data.audience.name)).into())];
        sentences.extend(whole(&lens).map(|key| pen.words.tell(key, &values)));
        sentences.extend(untold(figures, &lens, pen));
    }
    if sentences.is_empty() {
        return Vec::new();
    }
    sentences.push(pen.words.say("limits-causes"));
    let list = pen.list(&sentences);
    std::iter::once(pen.heading("report-limits", "limits")).chain(list).collect()
}

/// What of the whole audience is not known.
fn whole(lens: &Lens) -> Option<&'static str> {
    match lens.reach.inference() {
        Inference::Exact => None,
        _ if lens.data.is_tiny() => Some("limits-few"),
        Inference::Confidence => None,
        Inference::Assumed => Some("limits-unanswered"),
        Inference::Indicative => Some("limits-self-selected"),
    }
}

/// The questions without a figure, those with one reason in one sentence.
fn untold(figures: &StudyFigures, lens: &Lens, pen: &Pen) -> Vec<String> {
    let mut without: BTreeMap<Unavailable, Vec<String>> = BTreeMap::new();
    let Some(audience) = Name::new(&lens.data.audience.code) else { return Vec::new() };
    let is_drawn = |kind: &QuestionKind| {
        matches!(
            kind,
            QuestionKind::One { .. }
                | QuestionKind::Many { .. }
                | QuestionKind::Ranking { .. }
                | QuestionKind::Integer(_)
                | QuestionKind::Decimal(_)
                | QuestionKind::Time
        )
    };
    for question in lens.data.questionnaire.asked_once().into_iter().filter(|question| is_drawn(&question.kind)) {
        let Some(code) = Name::new(question.code.as_str()) else { continue };
        // A row of a battery stands in the figure of the battery.
        let why = match figures.figure(&FigureAddress::of(&audience, &code)) {
            Ok(_) | Err(Unavailable::OtherKind) => continue,
            Err(why) => why,
        };
        let label = lens.say(&question.label);
        let label = markdown::escaped(label.trim().trim_end_matches([':', '…', '.']));
        without.entry(why).or_default().push(pen.words.tell("limits-question", &[("label", label.into())]));
    }
    let told = without.into_iter().map(|(why, mut labels)| {
        let more = labels.len().saturating_sub(MOST_NAMED);
        labels.truncate(MOST_NAMED);
        if more > 0 {
            labels.push(pen.words.tell("limits-more", &[("n", more.into())]));
        }
        let values = [
            ("name", markdown::escaped(&lens.say(&lens.data.audience.name)).into()),
            ("questions", labels.join(", ").into()),
            ("why", pen.words.say(&format!("limits-{}", why.code())).into()),
        ];
        pen.words.tell("limits-untold", &values)
    });
    told.collect()
}
