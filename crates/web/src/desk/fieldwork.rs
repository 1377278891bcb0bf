//! How the fieldwork of a study goes: by week, where people stop, what they pass over, what looks filled in without care.

use super::{PreviewReports, SignedIn, key};
use crate::{Failure, Frame, Page, Said, Visit};
use app::{
    desk,
    fieldwork::{self, AudienceProgress, Stop, Told},
    sheets::{self, PrintingStanding},
    study::{Coverage, chapters::difference},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{Language, StudyId};

#[derive(Template)]
#[template(path = "desk/fieldwork.html")]
pub struct FieldworkPage {
    frame: Frame,
    study: Said,
    study_address: String,
    audiences: Vec<AudiencePart>,
}

struct AudiencePart {
    /// For headings and labels within the page.
    code: String,
    name: Said,
    answered: String,
    /// Out of how many.
    reached: Option<String>,
    codes: Option<String>,
    parts: Vec<Part>,
}

/// One thing to look at: numbers, and how they are read.
struct Part {
    heading: String,
    said: Option<String>,
    head: Vec<String>,
    rows: Vec<Row>,
    reading: String,
}

struct Row {
    name: Said,
    /// Each under its heading.
    cells: Vec<(String, String)>,
}

pub async fn show(
    PreviewReports(actor): PreviewReports,
    visit: Visit,
    who: SignedIn,
    Path(study): Path<String>,
) -> Result<Response, Failure> {
    let (id, today): (StudyId, _) = (key(&study)?, visit.today);
    let (project, study, known) = visit
        .site
        .read(move |tx, instance| {
            let (project, study) = desk::study(tx, instance.tenant, actor, id)?;
            desk::at_work(actor, &project)?;
            let mut known = Vec::new();
            for audience in &study.audiences {
                if let Some(progress) = fieldwork::progress(instance, tx, audience, today)? {
                    known.push((progress, sheets::printings(tx, instance.tenant, audience)?));
                }
            }
            Ok((project, study, known))
        })
        .await?;
    let frame = super::frame_of(&visit, &who, &project, &visit.words.say("desk-fieldwork-title"));
    visit.show(&FieldworkPage {
        study: frame.said(&study.title),
        study_address: frame.to(&format!("/desk/studies/{}", study.id)),
        audiences: known.iter().map(|(known, printings)| audience_part(&frame, known, printings)).collect(),
        frame,
    })
}

fn audience_part(frame: &Frame, known: &AudienceProgress, printings: &[PrintingStanding]) -> AudiencePart {
    let words = frame.words;
    let reached = known.reached().map(|(answered, all)| {
        let share = reached_share(frame, answered, all);
        words.tell("desk-fieldwork-reached", &[("all", words.whole(all).into()), ("share", share.into())])
    });
    let codes = known.codes.map(|(used, all)| {
        let values = [("used", told(frame, used).into()), ("all", words.whole(all).into())];
        words.tell("desk-fieldwork-codes", &values)
    });
    AudiencePart {
        code: known.audience.code.clone(),
        name: frame.said(&known.audience.name),
        answered: frame.tell("count-answers", "n", i64::try_from(known.answered).unwrap_or(i64::MAX)),
        reached,
        codes,
        parts: std::iter::once(weeks(frame, known))
            .chain((!printings.is_empty()).then(|| paper(frame, printings)))
            .chain(gaps(frame, known))
            .chain([
                stopped(frame, known),
                times(frame, known),
                pages(frame, known),
                skipped(frame, known),
                alike_rows(frame, known),
                alike(frame, known),
            ])
            .collect(),
    }
}

impl Part {
    /// With the words of `name` for its heading and for how it is read.
    fn new(frame: &Frame, name: &str) -> Part {
        Part {
            heading: frame.say(&format!("desk-fieldwork-{name}")),
            said: None,
            head: Vec::new(),
            rows: Vec::new(),
            reading: frame.say(&format!("desk-fieldwork-{name}-reading")),
        }
    }

    fn with_head(mut self, head: Vec<String>) -> Part {
        self.head = head;
        self
    }

    fn with_row(mut self, name: Said, cells: impl IntoIterator<Item = String>) -> Part {
        let cells = self.head.iter().skip(1).cloned().zip(cells).collect();
        self.rows.push(Row { name, cells });
        self
    }

    fn saying(mut self, said: String) -> Part {
        self.said = Some(said);
        self
    }
}

fn weeks(frame: &Frame, known: &AudienceProgress) -> Part {
    let words = frame.words;
    let part = Part::new(frame, "weeks");
    if known.weeks.stretches.is_empty() {
        return part.saying(frame.say("desk-fieldwork-too-few"));
    }
    let modes = known.weeks.modes.iter().map(|mode| frame.say(&format!("desk-mode-{}", mode.code())));
    let part = part.with_head(std::iter::once(frame.say("desk-fieldwork-days")).chain(modes).collect());
    let part = known.weeks.stretches.iter().fold(part, |part, stretch| {
        let days = format!("{} – {}", words.date(stretch.first), words.date(stretch.last));
        part.with_row(Said::here(days), stretch.answers.iter().map(|count| words.whole(*count)))
    });
    let planned: Vec<String> = known
        .weeks
        .modes
        .iter()
        .map(|mode| known.planned(*mode).map_or_else(|| "–".to_owned(), |planned| words.whole(planned.into())))
        .collect();
    part.with_row(Said::here(frame.say("desk-plan-planned")), planned)
}

/// Where the sheets of each printing are.
fn paper(frame: &Frame, printings: &[PrintingStanding]) -> Part {
    let words = frame.words;
    let heads = ["printed", "issued", "returned", "entered", "waiting", "spoiled"];
    let heads = heads.map(|head| frame.say(&format!("desk-printing-{head}")));
    let head = std::iter::once(frame.say("desk-fieldwork-printing")).chain(heads).collect();
    printings.iter().fold(Part::new(frame, "sheets").with_head(head), |part, standing| {
        let printing = &standing.printing;
        let counts = [
            printing.sheets.into(),
            printing.issued.into(),
            printing.returned.into(),
            standing.entered,
            standing.left() + standing.once + standing.differing,
            standing.spoiled,
        ];
        part.with_row(Said::here(words.date(printing.made)), counts.map(|count| words.whole(count)))
    })
}

/// Who answered beside who there is, a table for each question; how to write that down where nobody did.
fn gaps(frame: &Frame, known: &AudienceProgress) -> Vec<Part> {
    if known.coverage.is_empty() {
        return vec![Part::new(frame, "gaps").saying(frame.say("desk-fieldwork-gaps-none"))];
    }
    let part = |one: &Coverage| {
        let label = survey::unpiped(one.label.say(frame.words.language()));
        let part =
            Part { heading: frame.tell("desk-fieldwork-gaps-of", "question", label), ..Part::new(frame, "gaps") };
        let part = match one.is_enough {
            true => part,
            false => part.saying(frame.say("desk-fieldwork-gaps-too-few")),
        };
        let heads = ["coverage-group", "coverage-answered", "coverage-population", "coverage-difference"];
        let part = part.with_head(heads.map(|head| frame.say(head)).into());
        one.rows.iter().fold(part, |part, row| {
            let difference = row.difference().map_or_else(|| "–".to_owned(), |points| difference(points, &frame.words));
            let cells = [told_share(frame, row.observed), told_share(frame, Some(row.population)), difference];
            part.with_row(frame.said(&row.label).map(survey::unpiped), cells)
        })
    };
    known.coverage.iter().map(part).collect()
}

fn stopped(frame: &Frame, known: &AudienceProgress) -> Part {
    let part = Part::new(frame, "stopped");
    if known.begun == Told::TooFew {
        return part.saying(frame.say("desk-fieldwork-too-few"));
    }
    let part = part.saying(frame.tell("desk-fieldwork-begun", "people", told(frame, known.begun)));
    let part = part.with_head(vec![frame.say("desk-fieldwork-page"), frame.say("desk-fieldwork-people")]);
    known.stopped.iter().fold(part, |part, stopped| {
        let name = match (stopped.at, &stopped.label) {
            (Stop::Page(_), Some(label)) => frame.said(label),
            (Stop::Page(_), None) | (Stop::Review, _) => Said::here(frame.say("desk-fieldwork-review")),
            (Stop::EarlierVersion, _) => Said::here(frame.say("desk-fieldwork-earlier")),
        };
        part.with_row(name, [told(frame, stopped.people)])
    })
}

fn times(frame: &Frame, known: &AudienceProgress) -> Part {
    let part = Part::new(frame, "times");
    let Some(hasty) = known.times.hasty else { return part.saying(frame.say("desk-fieldwork-too-few")) };
    let part = part.saying(frame.tell("desk-fieldwork-hasty", "people", told(frame, hasty)));
    let part = part.with_head(vec![frame.say("desk-fieldwork-time"), frame.say("desk-fieldwork-people")]);
    known.times.whole.iter().fold(part, |part, (band, people)| {
        let name = Said::here(frame.say(&format!("desk-fieldwork-band-{}", band.code())));
        part.with_row(name, [told(frame, *people)])
    })
}

fn pages(frame: &Frame, known: &AudienceProgress) -> Part {
    let part = Part::new(frame, "pages");
    if known.times.pages.is_empty() {
        return part.saying(frame.say("desk-fieldwork-too-few"));
    }
    let heads = ["page", "passed", "hasty-count", "slow-count"];
    let part = part.with_head(heads.map(|head| frame.say(&format!("desk-fieldwork-{head}"))).into());
    known.times.pages.iter().fold(part, |part, page| {
        let cells = [frame.words.whole(page.people), told(frame, page.hasty), told(frame, page.slow)];
        part.with_row(frame.said(&page.label).map(survey::unpiped), cells)
    })
}

fn skipped(frame: &Frame, known: &AudienceProgress) -> Part {
    let heads = ["question", "asked", "skipped-count", "share"];
    let part =
        Part::new(frame, "skipped").with_head(heads.map(|head| frame.say(&format!("desk-fieldwork-{head}"))).into());
    known.questions.iter().fold(part, |part, question| {
        let cells = [told(frame, question.asked), told(frame, question.skipped), told_share(frame, question.share)];
        part.with_row(frame.said(&question.label), cells)
    })
}

fn alike_rows(frame: &Frame, known: &AudienceProgress) -> Part {
    let part = Part::new(frame, "rows");
    if known.batteries.is_empty() {
        return part.saying(frame.say("desk-fieldwork-no-battery"));
    }
    let heads = ["battery", "whole", "alike-count", "share"];
    let part = part.with_head(heads.map(|head| frame.say(&format!("desk-fieldwork-{head}"))).into());
    known.batteries.iter().fold(part, |part, battery| {
        let cells = [told(frame, battery.whole), told(frame, battery.alike), told_share(frame, battery.share)];
        part.with_row(frame.said(&battery.label), cells)
    })
}

fn alike(frame: &Frame, known: &AudienceProgress) -> Part {
    let part = Part::new(frame, "alike");
    part.saying(match known.alike {
        None => frame.say("desk-fieldwork-alike-many"),
        Some(Told::TooFew) => frame.say("desk-fieldwork-too-few"),
        Some(count) => frame.tell("desk-fieldwork-alike-said", "answers", told(frame, count)),
    })
}

fn told(frame: &Frame, told: Told) -> String {
    match told {
        Told::TooFew => "–".to_owned(),
        Told::Nobody => frame.words.whole(0),
        Told::Few => frame.say("desk-fieldwork-under"),
        Told::Number(count) => frame.words.whole(count),
        Told::Most => frame.say("desk-fieldwork-most"),
        Told::Everybody => frame.say("desk-fieldwork-all"),
    }
}

fn told_share(frame: &Frame, share: Option<f64>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| frame.words.percent(share))
}

fn reached_share(frame: &Frame, count: u64, all: u64) -> String {
    let thousandths = count.saturating_mul(1000).checked_div(all).and_then(|share| u32::try_from(share).ok());
    thousandths.map_or_else(|| "–".to_owned(), |share| frame.words.percent(f64::from(share) / 1000.0))
}

impl Page for FieldworkPage {
    const NAME: &'static str = "desk-fieldwork";

    fn samples(language: Language) -> Vec<(&'static str, FieldworkPage)> {
        let printings = [super::printings::PrintingPage::sample_standing(true)];
        let page = |known: Vec<AudienceProgress>| {
            let frame = super::sample_frame(language, "/desk/studies/a/fieldwork", "desk-fieldwork-title");
            FieldworkPage {
                study: Said::here("Участие и обслужване, 2023 г."),
                study_address: "/desk/studies/a".to_owned(),
                audiences: known.iter().map(|known| audience_part(&frame, known, &printings)).collect(),
                frame,
            }
        };
        vec![("running", page(crate::sample::progress())), ("empty", page(Vec::new()))]
    }
}
