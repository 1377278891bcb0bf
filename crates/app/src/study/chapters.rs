//! The blocks that results are told in, the same on the page and in the report.

use super::{AnsweredVersion, AudienceData, StudyData, figures};
use crate::Words;
use document::{Block, Inline, KeyFigure, Notice, NoticeKind, Quotation};
use stats::Inference;
use survey::{Mode, Question};

/// The numbers that stand first: how many answered, of how many wanted, when.
pub fn key_figures(study: &StudyData, words: &Words) -> Block {
    let mut figures: Vec<KeyFigure> = study
        .audiences
        .iter()
        .map(|data| KeyFigure {
            value: words.whole(data.counts.responses()),
            label: data.audience.name.say(words.language()).to_owned(),
            note: reached(data, words),
        })
        .collect();
    let questions = study.audiences.iter().map(asked).max().unwrap_or(0);
    figures.push(KeyFigure {
        value: words.whole(questions),
        label: words.say("results-questions"),
        note: (study.audiences.len() > 1).then(|| words.say("results-questions-note")),
    });
    Block::KeyFigures(figures)
}

fn reached(data: &AudienceData, words: &Words) -> Option<String> {
    let planned = u64::from(data.audience.planned());
    let population = data.audience.population.map(u64::from);
    match (population, planned) {
        (Some(population), _) if population < 1000 => {
            Some(words.tell("results-of-population", &[("n", words.whole(population).into())]))
        }
        (_, planned) if planned > 0 => Some(words.tell("results-of-plan", &[("n", words.whole(planned).into())])),
        (_, _) => None,
    }
}

fn asked(data: &AudienceData) -> u64 {
    let asked = data.questionnaire.questions().filter(|question| question.is_asked()).count();
    u64::try_from(asked).unwrap_or(0)
}

/// What the numbers may claim and what they may not.
pub fn caution(study: &StudyData, words: &Words) -> Block {
    let mut sentences = Vec::new();
    for data in &study.audiences {
        let lens = figures::Lens::new(study, data, words);
        let name = data.audience.name.say(words.language());
        let n = words.whole(data.counts.responses());
        let values = [("name", name.into()), ("n", n.into())];
        let key = match lens.reach.inference() {
            Inference::Exact => "results-caution-exact",
            Inference::Confidence => "results-caution-confidence",
            Inference::Assumed => "results-caution-assumed",
            Inference::Indicative => "results-caution-indicative",
        };
        sentences.push(words.tell(key, &values));
        if data.is_tiny() && data.counts.responses() > 0 {
            let is_shown = lens.disclosure.audience(lens.reach).is_ok();
            let key = if is_shown { "results-caution-few" } else { "results-caution-withheld" };
            sentences.push(words.tell(key, &values));
        }
    }
    Block::Notice(Notice {
        kind: NoticeKind::Caution,
        title: Some(words.say("results-caution-title")),
        blocks: sentences.into_iter().map(Block::words).collect(),
    })
}

/// One chapter for each audience, then what they were asked alike.
pub fn chapters(study: &StudyData, words: &Words) -> Told {
    let mut told = Told::default();
    let mut number = 1;
    let next = |sections: &[figures::Section]| {
        let figures = sections.iter().map(|section| section.figures.len()).sum::<usize>();
        u32::try_from(figures).unwrap_or(0)
    };
    for data in &study.audiences {
        let sections = figures::of_audience(study, data, words, number);
        number += next(&sections);
        let code = &data.audience.code;
        told.heading(2, data.audience.name.say(words.language()), code.clone());
        if sections.is_empty() {
            told.blocks.push(Block::words(words.say("results-nothing-yet")));
        }
        told.blocks.extend(versions(data, words).map(Block::words));
        for (index, section) in sections.into_iter().enumerate() {
            if let Some(title) = &section.title {
                told.heading(3, title, format!("{code}-section-{}", index + 1));
            }
            for drafted in section.figures {
                let audience = || data.audience.name.say(words.language()).to_owned();
                let headline = drafted.headline.clone();
                told.headlines.extend(headline.map(|words| Headline { audience: audience(), words }));
                told.blocks.extend(drafted.blocks());
            }
        }
    }
    let compared = figures::compared(study, words, number);
    if !compared.is_empty() {
        told.heading(2, &words.say("results-compared"), "compared".to_owned());
        told.blocks.push(Block::words(words.say("results-compared-lede")));
        told.blocks.extend(compared.into_iter().flat_map(figures::Drafted::blocks));
    }
    told
}

/// How many answered each version of the questionnaire, where there is more than one.
fn versions(data: &AudienceData, words: &Words) -> Option<String> {
    if data.versions.len() < 2 {
        return None;
    }
    let version = |(number, version): (i64, &AnsweredVersion)| {
        let values = [
            ("number", number.into()),
            ("day", words.date(version.frozen_on).into()),
            ("n", figures::count(version.answers)),
        ];
        words.tell("results-version", &values)
    };
    let told: Vec<String> = (1..).zip(&data.versions).map(version).collect();
    Some(words.tell("results-versions", &[("versions", told.join("; ").into())]))
}

/// Blocks, and the findings worth a line at the top.
#[derive(Debug, Clone, Default)]
pub struct Told {
    pub blocks: Vec<Block>,
    pub headlines: Vec<Headline>,
}

/// What one figure shows, and of whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    pub audience: String,
    pub words: String,
}

/// More findings than this are a second table of contents.
const MOST_FINDINGS: usize = 6;

impl Told {
    /// The findings that stand first, each saying of whom it is where that is not the same for all; and of whom they all
    /// are where it is.
    pub fn findings(&self, words: &Words) -> (Option<String>, Vec<String>) {
        let first = || self.headlines.iter().take(MOST_FINDINGS);
        let Some(audience) = first().map(|headline| &headline.audience).next() else { return (None, Vec::new()) };
        if first().all(|headline| headline.audience == *audience) {
            let lede = words.tell("results-findings-of", &[("name", audience.as_str().into())]);
            return (Some(lede), first().map(|headline| headline.words.clone()).collect());
        }
        (None, first().map(|headline| format!("{}: {}", headline.audience, headline.words)).collect())
    }

    /// The first of them.
    pub fn headline(&self) -> Option<&str> {
        self.headlines.first().map(|headline| headline.words.as_str())
    }

    fn heading(&mut self, level: u8, text: &str, anchor: String) {
        self.blocks.push(Block::Heading { level, text: text.to_owned(), anchor });
    }
}

/// What people wrote, question by question, as far as a person has let it through. A handful is never quoted, for
/// everybody would know who said it.
pub fn open_answers(study: &StudyData, words: &Words) -> Vec<Block> {
    let mut blocks = Vec::new();
    for data in study.audiences.iter().filter(|data| !data.is_tiny()) {
        for question in data.questionnaire.questions().filter(|question| question.kind.is_open()) {
            let quotations: Vec<Quotation> = data
                .open_answers
                .iter()
                .filter(|answer| answer.question == question.code)
                .map(|answer| Quotation { words: answer.words.clone(), who: None })
                .collect();
            let hidden = hidden(data, question, words);
            if quotations.is_empty() && hidden.is_empty() {
                continue;
            }
            blocks.push(Block::Heading {
                level: 3,
                text: survey::unpiped(question.label.say(words.language())),
                anchor: format!("open-{}-{}", data.audience.code, question.code),
            });
            let count = i64::try_from(quotations.len()).unwrap_or(i64::MAX);
            blocks.push(Block::words(words.tell("results-open-count", &[("n", count.into())])));
            blocks.push(Block::Quotations(quotations));
            if !hidden.is_empty() {
                blocks.push(Block::list(hidden));
            }
        }
    }
    blocks
}

/// What stands in the place of hidden answers, the same grounds told once with how many they are.
fn hidden(data: &AudienceData, question: &Question, words: &Words) -> Vec<String> {
    let mut of_question: Vec<_> = data.hidden_answers.iter().filter(|one| one.question == question.code).collect();
    of_question.sort();
    let told = of_question.chunk_by(|one, next| one == next).filter_map(|same| {
        let first = same.first()?;
        let reason = words.say(&format!("moderation-reason-{}", first.reason));
        let count = i64::try_from(same.len()).unwrap_or(i64::MAX);
        let told = words.tell("results-open-hidden", &[("n", count.into()), ("reason", reason.into())]);
        Some(match &first.words {
            Some(words) => format!("{told} {words}"),
            None => told,
        })
    });
    told.collect()
}

/// How the study was made, as a table of terms.
pub fn method_sheet(study: &StudyData, words: &Words) -> Block {
    let mut rows = vec![
        (words.say("method-purpose"), study.study.purpose.say(words.language()).to_owned()),
        (
            words.say("method-fieldwork"),
            words.tell(
                "method-from-to",
                &[
                    ("first", words.date(study.study.fieldwork.first()).into()),
                    ("last", words.date(study.study.fieldwork.last()).into()),
                ],
            ),
        ),
    ];
    if let Some(project) = &study.project {
        let parties: Vec<String> =
            project.parties.iter().map(|one| one.party.name.say(words.language()).to_owned()).collect();
        rows.push((words.say("method-who"), parties.join(", ")));
        if let Some(funding) = &project.funding {
            rows.push((words.say("method-money"), funding.programme.say(words.language()).to_owned()));
        }
    }
    for data in &study.audiences {
        rows.push((data.audience.name.say(words.language()).to_owned(), audience_method(study, data, words)));
    }
    rows.push((words.say("method-intervals"), words.say("method-intervals-text")));
    rows.push((words.say("method-missing"), words.say("method-missing-text")));
    rows.push((words.say("method-disclosure"), words.say("method-disclosure-text")));
    rows.push((words.say("method-anonymity"), words.say("method-anonymity-text")));
    rows.push((words.say("method-limits"), words.say("method-limits-text")));
    let told = rows.into_iter().filter(|(_, text)| !text.trim().is_empty());
    Block::MethodSheet(told.map(|(term, text)| (term, Inline::words(text))).collect())
}

fn audience_method(study: &StudyData, data: &AudienceData, words: &Words) -> String {
    let lens = figures::Lens::new(study, data, words);
    let mut sentences = vec![
        words.say(&format!("method-collection-{}", data.audience.collection.code())),
        words.tell("method-answered", &[("n", figures::count(data.counts.responses()))]),
    ];
    let modes: Vec<String> = Mode::ALL
        .into_iter()
        .filter_map(|mode| {
            let count = data.counts.by_mode().get(&mode).copied().filter(|count| *count > 0)?;
            Some(format!("{} – {}", words.say(&format!("mode-{}", mode.code())), words.whole(count)))
        })
        .collect();
    if !modes.is_empty() {
        sentences.push(words.tell("method-modes", &[("modes", modes.join(", ").into())]));
    }
    sentences.extend(versions(data, words));
    if let Some(rate) = lens.reach.rate() {
        let values =
            [("population", words.whole(rate.whole()).into()), ("rate", words.percent_with(rate.value(), 1).into())];
        // A handful is never told in percentages.
        let key = if data.is_tiny() { "method-population" } else { "method-rate" };
        sentences.push(words.tell(key, &values));
    }
    if let Some(sensitivity) = lens.reach.sensitivity().filter(|_| !data.is_tiny()) {
        let shift = words.number(sensitivity.shift(10.0), 1);
        sentences.push(words.tell("method-sensitivity", &[("shift", shift.into())]));
    }
    sentences.join(" ")
}
