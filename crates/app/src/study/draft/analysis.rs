//! The rules of an analysis: what differs between audiences, what is valued and what is not, what stands in the way.

use super::{Pen, summary};
use crate::study::{
    AudienceData,
    figures::{self, Drafted, Lens, choice},
    live_figures::StudyFigures,
};
use document::{
    manuscript::{Body, FigureAddress, LiveFigures, Name, NumberAddress, Statistic, Strength},
    markdown,
};
use stats::Proportion;
use survey::Question;

/// More rows than this are no overview.
const MOST_ROWS: usize = 12;

/// From this share on, that people cannot judge is worth a line.
const MANY_CANNOT: f64 = 0.2;

/// Scales that two audiences were asked alike, side by side, then every other question as a figure.
pub fn gaps(figures: &StudyFigures, pen: &Pen) -> Vec<Body> {
    let Some((first, others)) = figures.study.audiences.split_first() else { return Vec::new() };
    let mut parts: Vec<Body> = others.iter().filter_map(|other| table(figures, pen, first, other)).collect();
    for drafted in &figures.drafted().compared {
        parts.extend(Name::new(&drafted.code).map(|code| Body::Figure(FigureAddress::compared(&code))));
        parts.extend(pen.prose(&drafted.sentences.join(" ")));
    }
    if !parts.is_empty() {
        parts.splice(0..0, pen.said("template-gaps-lede"));
    }
    parts
}

/// Question by question: the upper steps of each audience, and their difference where they can be compared.
fn table(figures: &StudyFigures, pen: &Pen, first: &AudienceData, other: &AudienceData) -> Option<Body> {
    let (own, theirs) = (figures.lens(first), figures.lens(other));
    let (a, b) = (Name::new(&first.audience.code)?, Name::new(&other.audience.code)?);
    let questions = first.questionnaire.questions().filter(|question| question.is_asked() && !question.profile);
    let rows = questions.filter_map(|question| {
        let mirrored = figures::mirror(other, question, first)?;
        let (code, their_code) = (Name::new(question.code.as_str())?, Name::new(mirrored.code.as_str())?);
        let mine = NumberAddress::of_question(&a, &code, Statistic::TopShare);
        let yours = NumberAddress::of_question(&b, &their_code, Statistic::TopShare);
        // Only scales have upper steps.
        figures.number(&mine).ok()?;
        figures.number(&yours).ok()?;
        let difference =
            NumberAddress { against: Some(b.clone()), ..NumberAddress::of_question(&a, &code, Statistic::Difference) };
        let told = match figures.number(&difference) {
            Ok(_) => pen.words.tell("template-gap-points", &[("difference", difference.reference().into())]),
            Err(_) => pen.words.say("template-gap-none"),
        };
        let label = markdown::escaped(own.say(&question.label).trim().trim_end_matches([':', '…', '.']));
        Some(format!("| {} | {} | {} | {told} |", label.replace('|', "/"), mine.reference(), yours.reference()))
    });
    let rows: Vec<String> = rows.collect();
    if rows.is_empty() {
        return None;
    }
    let name = |lens: &Lens, data: &AudienceData| markdown::escaped(&lens.say(&data.audience.name)).replace('|', "/");
    let head = format!(
        "| {} | {} | {} | {} |\n|:--|--:|--:|--:|",
        pen.words.say("template-gap-question"),
        name(&own, first),
        name(&theirs, other),
        pen.words.say("template-gap-difference")
    );
    pen.prose(&format!("{head}\n{}", rows.join("\n")))
}

/// The figures that set importance beside performance.
pub fn priorities(figures: &StudyFigures, pen: &Pen) -> Vec<Body> {
    told(figures, pen, |_, drafted| drafted.code.starts_with("importance_"))
}

/// The figures of questions of a dimension: „участие: среда“ for „среда“.
pub fn dimension(figures: &StudyFigures, pen: &Pen, wanted: &str) -> Vec<Body> {
    told(figures, pen, |data, drafted| {
        let question = data.questionnaire.question(&drafted.code);
        let dimension = question.and_then(|question| question.dimension.as_deref()).unwrap_or_default().to_lowercase();
        dimension.split([':', ' ']).any(|word| word == wanted)
    })
}

/// The figures of questions about what stands in the way.
pub fn obstacles(figures: &StudyFigures, pen: &Pen) -> Vec<Body> {
    told(figures, pen, |data, drafted| {
        let dimension = data.questionnaire.question(&drafted.code).and_then(|question| question.dimension.as_deref());
        drafted.code.contains("obstacle")
            || dimension.is_some_and(|dimension| dimension.to_lowercase().contains("преч"))
    })
}

fn told(figures: &StudyFigures, pen: &Pen, is_wanted: impl Fn(&AudienceData, &Drafted) -> bool) -> Vec<Body> {
    let mut parts = Vec::new();
    for (data, sections) in figures.study.audiences.iter().zip(&figures.drafted().audiences) {
        let Some(audience) = Name::new(&data.audience.code) else { continue };
        let wanted = sections.iter().flat_map(|section| &section.figures).filter(|drafted| is_wanted(data, drafted));
        for drafted in wanted {
            parts.extend(Name::new(&drafted.code).map(|code| Body::Figure(FigureAddress::of(&audience, &code))));
            parts.extend(pen.prose(&drafted.sentences.join(" ")));
        }
    }
    parts
}

/// What more than half value, with its whole interval.
pub fn strengths(figures: &StudyFigures, pen: &Pen) -> Vec<Body> {
    sided(figures, pen, "template-strength", |top| low(top) > 0.5, true)
}

/// What fewer than half value, with its whole interval.
pub fn weaknesses(figures: &StudyFigures, pen: &Pen) -> Vec<Body> {
    sided(figures, pen, "template-weakness", |top| high(top) < 0.5, false)
}

fn low(top: &Proportion) -> f64 {
    top.estimate.interval.map_or(top.estimate.value, |interval| interval.low)
}

fn high(top: &Proportion) -> f64 {
    top.estimate.interval.map_or(top.estimate.value, |interval| interval.high)
}

/// Each scale of an audience that is no handful, the clearest first.
fn sided(
    figures: &StudyFigures,
    pen: &Pen,
    key: &str,
    is_it: impl Fn(&Proportion) -> bool,
    from_the_top: bool,
) -> Vec<Body> {
    let mut found: Vec<(f64, Body)> = Vec::new();
    for data in figures.study.audiences.iter().filter(|data| !data.is_tiny()) {
        let lens = figures.lens(data);
        for question in scales(data) {
            let Some((_, likert)) = choice::scale(&lens, question) else { continue };
            if !is_it(&likert.top) {
                continue;
            }
            let told = finding(pen, &lens, question, key, Statistic::TopShare, Statistic::TopInterval);
            found.extend(told.map(|body| (likert.top.estimate.value, body)));
        }
    }
    found.sort_by(|(a, _), (b, _)| if from_the_top { b.total_cmp(a) } else { a.total_cmp(b) });
    found.into_iter().take(MOST_ROWS).map(|(_, body)| body).collect()
}

/// What many cannot judge.
pub fn opportunities(figures: &StudyFigures, pen: &Pen) -> Vec<Body> {
    let mut found: Vec<(f64, Body)> = Vec::new();
    for data in figures.study.audiences.iter().filter(|data| !data.is_tiny()) {
        let lens = figures.lens(data);
        for question in scales(data) {
            let Some((_, likert)) = choice::scale(&lens, question) else { continue };
            let cannot = likert.distribution.nonresponse.dont_know.map(|share| share.value()).unwrap_or(0.0);
            if cannot < MANY_CANNOT {
                continue;
            }
            let (share, other) = (Statistic::DontKnowShare, Statistic::DontKnowShare);
            found
                .extend(finding(pen, &lens, question, "template-opportunity", share, other).map(|body| (cannot, body)));
        }
    }
    found.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    found.into_iter().take(MOST_ROWS).map(|(_, body)| body).collect()
}

fn scales(data: &AudienceData) -> impl Iterator<Item = &Question> {
    data.questionnaire
        .questions()
        .filter(|question| question.is_asked() && !question.profile && question.scale().is_some())
}

fn finding(
    pen: &Pen,
    lens: &Lens,
    question: &Question,
    key: &str,
    share: Statistic,
    interval: Statistic,
) -> Option<Body> {
    let reference = |statistic| lens.address(&question.code, statistic).map(|address| address.reference());
    let label = lens.say(&question.label);
    let values = [
        ("label", markdown::escaped(label.trim().trim_end_matches([':', '…', '.'])).into()),
        ("name", markdown::escaped(&lens.say(&lens.data.audience.name)).into()),
        ("share", reference(share)?.into()),
        ("interval", reference(interval)?.into()),
    ];
    Some(Body::Finding { words: pen.wording(&pen.words.tell(key, &values)), strength: summary::strength(lens) })
}

/// Every finding that stands without its figure, with how sure it is; then the differences that hold.
pub fn conclusions(figures: &StudyFigures, pen: &Pen) -> Vec<Body> {
    let headlines = summary::headlines(figures);
    let many = figures.study.audiences.len() > 1;
    let one = |headline: &summary::Headline| {
        let words = match many {
            true => format!("{}: {}.", markdown::escaped(&headline.audience), headline.words),
            false => format!("{}.", headline.words),
        };
        Body::Finding { words: pen.wording(&words), strength: headline.strength }
    };
    let mut parts: Vec<Body> = headlines.iter().take(MOST_ROWS).map(one).collect();
    let differences = figures.drafted().compared.iter().flat_map(|drafted| &drafted.sentences);
    parts.extend(
        differences
            .take(MOST_ROWS)
            .map(|sentence| Body::Finding { words: pen.wording(sentence), strength: Strength::Indicative }),
    );
    parts
}
