use super::super::{SignedIn, WriteReports};
use crate::{Asked, Failure, Frame, Page, Visit};
use app::{
    Words,
    reports::{self, HeldReport, OfferedNumber},
    study::{AudienceData, StudyData, StudyFigures},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::Language;

/// Every number that words may ask for, question by question, under the address to be copied.
#[derive(Template)]
#[template(path = "desk/written/numbers.html")]
pub struct NumbersPage {
    frame: Frame,
    title: String,
    home: String,
    tag: &'static str,
    audiences: Vec<AudiencePart>,
    /// What the numbers below are of.
    of: String,
    numbers: Vec<NumberRow>,
}

struct AudiencePart {
    name: String,
    address: String,
    is_current: bool,
    /// Words, address, whether it is the one that is shown.
    questions: Vec<(String, String, bool)>,
}

struct NumberRow {
    words: String,
    value: String,
    address: String,
    base: String,
}

pub async fn show(
    WriteReports(actor): WriteReports,
    visit: Visit,
    who: SignedIn,
    Path(report): Path<String>,
    asked: Asked,
) -> Result<Response, Failure> {
    let (held, data) = super::held(&visit, actor, &report).await?;
    let language = super::asked_language(&visit, &held, &asked);
    let frame = super::frame(&visit, &who, &held, &visit.words.say("written-numbers"));
    let chosen = (asked.0.text("audience"), asked.0.text("question"));
    visit.show(&page(frame, &held, &data, language, chosen))
}

fn page(
    frame: Frame,
    held: &HeldReport,
    data: &StudyData,
    language: Language,
    (audience, question): (&str, &str),
) -> NumbersPage {
    let words = Words::new(language);
    let figures = StudyFigures::new(data, &words);
    let home = super::home(held);
    let shown = data.audiences.iter().find(|one| one.audience.code == audience).or(data.audiences.first());
    let found = shown.and_then(|one| one.questionnaire.question(question));
    let part = |one: &AudienceData| {
        let address = format!("{home}/numbers?language={}&audience={}", language.tag(), one.audience.code);
        let is_current = shown.is_some_and(|shown| shown.audience.id == one.audience.id);
        let to_question = |(code, words): (String, String)| {
            let is_shown = is_current && code == question;
            let code = crate::public::publication::encoded_name(&code);
            (words, frame.to(&format!("{address}&question={code}#numbers")), is_shown)
        };
        AudiencePart {
            name: figures.lens(one).say(&one.audience.name),
            questions: reports::questions_of(&figures, one).into_iter().map(to_question).collect(),
            is_current: is_current && found.is_none(),
            address: frame.to(&format!("{address}#numbers")),
        }
    };
    let row = |one: OfferedNumber| NumberRow {
        words: one.words,
        value: one.number.value().to_owned(),
        address: one.address.reference(),
        base: one.number.base().to_owned(),
    };
    let numbers = shown.map(|one| reports::offered_numbers(&figures, one, found)).unwrap_or_default();
    let of = match (shown, found) {
        (Some(one), Some(question)) => figures.lens(one).say(&question.label),
        (Some(one), None) => figures.lens(one).say(&one.audience.name),
        (None, _) => String::new(),
    };
    NumbersPage {
        title: held.manuscript.told_title(language, &figures),
        home: frame.to(&home),
        tag: language.tag(),
        audiences: data.audiences.iter().map(part).collect(),
        of,
        numbers: numbers.into_iter().map(row).collect(),
        frame,
    }
}

impl Page for NumbersPage {
    const NAME: &'static str = "desk-written-numbers";

    fn samples(language: Language) -> Vec<(&'static str, NumbersPage)> {
        let (held, data) = super::sample();
        let frame = || super::sample_frame(language, "written-numbers");
        let first = data.audiences.first();
        let question = first.and_then(|one| one.questionnaire.questions().find(|one| one.is_asked()));
        let chosen = (
            first.map(|one| one.audience.code.clone()).unwrap_or_default(),
            question.map(|one| one.code.to_string()).unwrap_or_default(),
        );
        vec![
            ("audience", page(frame(), &held, &data, language, ("", ""))),
            ("question", page(frame(), &held, &data, language, (&chosen.0, &chosen.1))),
        ]
    }
}
