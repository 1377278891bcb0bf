use super::Pen;
use crate::study::{
    AudienceData,
    figures::{Lens, Voice},
    live_figures::StudyFigures,
};
use document::{
    NoticeKind,
    manuscript::{Body, KeyNumber, Statistic, Strength, Wording},
    markdown,
};
use stats::Inference;

/// More findings than this are a second table of contents.
const MOST_FINDINGS: usize = 6;

/// What one figure shows, and of whom; `words` are written text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    pub audience: String,
    pub words: String,
    pub strength: Strength,
}

/// The findings worth a line, in reading order.
pub fn headlines(figures: &StudyFigures) -> Vec<Headline> {
    let mut headlines = Vec::new();
    for (data, sections) in figures.study.audiences.iter().zip(&figures.drafted().audiences) {
        let lens = figures.lens(data);
        let drafted = sections.iter().flat_map(|section| &section.figures).filter(|drafted| !drafted.profile);
        headlines.extend(drafted.filter_map(|drafted| drafted.headline.clone()).map(|words| Headline {
            audience: lens.say(&data.audience.name),
            words,
            strength: strength(&lens),
        }));
    }
    headlines
}

/// How sure what this audience says is.
pub fn strength(lens: &Lens) -> Strength {
    match lens.reach.inference() {
        Inference::Exact => Strength::Strong,
        Inference::Confidence | Inference::Assumed | Inference::Indicative if lens.data.is_tiny() => {
            Strength::NotEnough
        }
        Inference::Confidence => Strength::Strong,
        Inference::Assumed | Inference::Indicative => Strength::Indicative,
    }
}

/// The first findings, each saying of whom it is where that is not the same for all; and of whom they all are where it is.
pub fn told_findings<'a>(
    words: &crate::Words,
    headlines: &'a [Headline],
    voice: Voice,
) -> (Option<String>, Vec<(String, &'a Headline)>) {
    let first = headlines.get(..headlines.len().min(MOST_FINDINGS)).unwrap_or_default();
    let Some(audience) = first.first().map(|headline| &headline.audience) else { return (None, Vec::new()) };
    let alike = first.iter().all(|headline| headline.audience == *audience);
    let told = first.iter().map(|headline| match alike {
        true => (headline.words.clone(), headline),
        false => (format!("{}: {}", voice.words(&headline.audience), headline.words), headline),
    });
    let lede = words.tell("results-findings-of", &[("name", voice.words(audience).into())]);
    (alike.then_some(lede), told.collect())
}

pub fn findings(pen: &Pen, headlines: &[Headline]) -> Vec<Body> {
    let (of_whom, told) = told_findings(pen.words, headlines, Voice::Written);
    if told.is_empty() {
        return Vec::new();
    }
    let lede = of_whom.unwrap_or_else(|| pen.words.say("report-findings"));
    let findings = told.into_iter().map(|(words, headline)| Body::Finding {
        words: pen.wording(&format!("{words}.")),
        strength: headline.strength,
    });
    pen.prose(&lede).into_iter().chain(findings).collect()
}

/// The numbers that stand first: how many answered, of how many wanted.
pub fn key_numbers(figures: &StudyFigures) -> Body {
    let pen = Pen { words: figures.words };
    let audiences = &figures.study.audiences;
    let mut numbers: Vec<KeyNumber> = audiences
        .iter()
        .map(|data| {
            let lens = figures.lens(data);
            KeyNumber {
                value: pen.wording(&reference(&lens, Statistic::N)),
                label: pen.wording(&markdown::escaped(&lens.say(&data.audience.name))),
                note: reached(&lens).map(|note| pen.wording(&note)).unwrap_or_default(),
            }
        })
        .collect();
    let asked =
        |data: &&AudienceData| data.questionnaire.written_questions().iter().filter(|one| one.is_asked()).count();
    // Of equal ones the first.
    if let Some(longest) = audiences.iter().rev().max_by_key(asked) {
        let note = (audiences.len() > 1).then(|| pen.wording(&pen.words.say("results-questions-note")));
        numbers.push(KeyNumber {
            value: pen.wording(&reference(&figures.lens(longest), Statistic::Questions)),
            label: pen.wording(&pen.words.say("results-questions")),
            note: note.unwrap_or_else(Wording::default),
        });
    }
    Body::KeyNumbers(numbers)
}

pub fn reference(lens: &Lens, statistic: Statistic) -> String {
    lens.audience_address(statistic).map(|address| address.reference()).unwrap_or_default()
}

fn reached(lens: &Lens) -> Option<String> {
    let audience = &lens.data.audience;
    let (key, statistic) = match audience.population {
        Some(population) if population < 1000 => ("results-of-population", Statistic::Population),
        Some(_) | None if audience.planned() > 0 => ("results-of-plan", Statistic::Planned),
        Some(_) | None => return None,
    };
    Some(lens.words.tell(key, &[("n", reference(lens, statistic).into())]))
}

/// What the numbers may claim and what they may not.
pub fn caution(figures: &StudyFigures) -> Option<Body> {
    let pen = Pen { words: figures.words };
    let mut sentences = Vec::new();
    for data in &figures.study.audiences {
        let lens = figures.lens(data);
        let values = [
            ("name", markdown::escaped(&lens.say(&data.audience.name)).into()),
            ("n", reference(&lens, Statistic::N).into()),
        ];
        let key = match lens.reach.inference() {
            Inference::Exact => "results-caution-exact",
            Inference::Confidence => "results-caution-confidence",
            Inference::Assumed => "results-caution-assumed",
            Inference::Indicative => "results-caution-indicative",
        };
        sentences.push(pen.words.tell(key, &values));
        if data.is_tiny() && data.counts.responses() > 0 {
            let is_shown = lens.disclosure.audience(lens.reach).is_ok();
            let key = if is_shown { "results-caution-few" } else { "results-caution-withheld" };
            sentences.push(pen.words.tell(key, &values));
        }
    }
    let words = Some(pen.wording(&sentences.join("\n\n"))).filter(|words| !words.is_empty())?;
    let title = pen.wording(&pen.words.say("results-caution-title"));
    Some(Body::Notice { kind: NoticeKind::Caution, title, words })
}
