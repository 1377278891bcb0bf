//! One card after another, as fast as somebody types: a field for each question, a number for each option.

use super::{
    EnterCards, SignedIn, boxes, key,
    sheet::{self, Part, field_id},
};
use crate::{
    Asked, Failure, Frame, Page, Said, Visit,
    parts::{FieldError, FieldErrors},
    respondent::files::{self, Whose},
    sent_form::SentForm,
};
use app::{
    answer_files::{Seal, takes_files},
    fieldwork::{self, BatchStanding, Card},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{Key, Language, QuestionnaireId};
use outreach::Project;
use std::{collections::BTreeMap, sync::Arc};
use store::Submitted;
use survey::{
    Questionnaire, Study,
    entry::{self, Hand},
};

#[derive(Template)]
#[template(path = "desk/card.html")]
pub struct CardPage {
    frame: Frame,
    study: Said,
    study_address: String,
    audience: Said,
    address: String,
    done: Option<String>,
    /// „Карта 12 от 56“
    counter: String,
    thousandths: u64,
    errors: FieldErrors,
    parts: Vec<Part>,
    takes_files: bool,
    /// Whether the words may be quoted, where the card asks that.
    quote: Option<bool>,
    questionnaire: String,
    submission: String,
    is_last: bool,
}

/// Not a code that a question can have.
const QUESTIONNAIRE: &str = "-questionnaire";
const SUBMISSION: &str = "-card";
pub const QUOTE: &str = "-quote";

/// Everything that the page of a card is made of.
struct Desk {
    project: Project,
    study: Study,
    audience: survey::Audience,
    standing: BatchStanding,
    id: QuestionnaireId,
    questionnaire: Arc<Questionnaire>,
}

async fn desk(visit: &Visit, actor: base::Actor, batch: &str) -> Result<Desk, Failure> {
    let (project, study, audience, standing) = boxes::found(visit, actor, key(batch)?).await?;
    let Some(id) = audience.questionnaire else {
        return Err(Failure::refused(fieldwork::Trouble::NoQuestionnaire));
    };
    let questionnaire = visit.site.read(move |tx, instance| instance.questionnaires.get(tx, id)).await?;
    Ok(Desk { project, study, audience, standing, id, questionnaire })
}

pub async fn ask(
    EnterCards(actor): EnterCards,
    visit: Visit,
    who: SignedIn,
    Path(batch): Path<String>,
    asked: Asked,
) -> Result<Response, Failure> {
    let desk = desk(&visit, actor, &batch).await?;
    if desk.standing.left() == 0 {
        return Ok(visit.go_to(&format!("/desk/boxes/{batch}")));
    }
    let submission = visit.site.chance().key();
    let mut page = page(&visit, &who, &desk, &BTreeMap::new(), FieldErrors::default(), submission);
    page.done = super::done(&visit, &asked);
    visit.show(&page)
}

pub async fn enter(
    EnterCards(actor): EnterCards,
    visit: Visit,
    who: SignedIn,
    Path(batch): Path<String>,
    sent: SentForm,
) -> Result<Response, Failure> {
    let SentForm { fields, files, .. } = &sent;
    let desk = desk(&visit, actor, &batch).await?;
    let submission: Key = fields.text(SUBMISSION).parse().map_err(|_| Failure::Unreadable)?;
    let shown: QuestionnaireId = fields.text(QUESTIONNAIRE).parse().map_err(|_| Failure::Unreadable)?;
    let mut typed: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, value) in &fields.0 {
        typed.entry(name.clone()).or_default().push(value.clone());
    }
    let whose = Whose { study: desk.study.id, audience: desk.audience.id };
    files::received(&visit, whose, &desk.questionnaire, fields, files, &mut typed).await?;
    let seal = Seal::of(visit.site.instance()?, desk.audience.id);
    let mut meant = fieldwork::codes_for_keys(&desk.questionnaire, &typed);
    seal.open_all(&desk.questionnaire, &mut meant);
    let read = entry::read_form(&desk.questionnaire, meant, desk.standing.batch.opened_on, Hand::Copyist);
    if !read.is_accepted() {
        let errors = answer_errors(&visit, &desk.questionnaire, &read.refused);
        return Ok(super::refused(visit.show(&page(&visit, &who, &desk, &typed, errors, submission))?));
    }
    let card = Card {
        batch: desk.standing.batch.id,
        questionnaire: shown,
        submission,
        answers: read.answers,
        quotable: fields.has(QUOTE),
    };
    let entered =
        visit.site.write(move |tx, instance| fieldwork::enter_card(tx, instance.tenant, &instance.secret, card)).await;
    match entered.map_err(Failure::from) {
        Ok(submitted) => {
            let done = match submitted {
                Submitted::New => "card",
                Submitted::Before => "card-before",
            };
            Ok(visit.go_to(&format!("/desk/boxes/{batch}/cards/new?done={done}")))
        }
        Err(Failure::Refused(refusals)) => {
            let errors = super::form_errors(visit.words, &refusals);
            Ok(super::refused(visit.show(&page(&visit, &who, &desk, &typed, errors, submission))?))
        }
        Err(failure) => Err(failure),
    }
}

/// With the number of the question, for a card may have several wrong dates.
pub fn answer_errors(visit: &Visit, questionnaire: &Questionnaire, refused: &[entry::Refused]) -> FieldErrors {
    let asked: Vec<_> = questionnaire.questions().filter(|question| question.is_asked()).collect();
    let errors = refused.iter().map(|refused| {
        let explained = visit.words.refusal(refused);
        let (sentence, hint) = match refused.words() {
            Some(own) => (own.say(visit.language()).to_owned(), None),
            None => (explained.sentence, explained.hint),
        };
        let number = asked.iter().position(|question| question.code == refused.question).map_or(0, |place| place + 1);
        let values = [("n", number.into()), ("sentence", sentence.into())];
        let sentence = visit.words.tell("desk-card-error", &values);
        FieldError { field: field_id(refused.question.as_str()), sentence, hint }
    });
    FieldErrors(errors.collect())
}

pub async fn invalid(
    EnterCards(actor): EnterCards,
    visit: Visit,
    Path(batch): Path<String>,
) -> Result<Response, Failure> {
    let (_, _, _, standing) = boxes::found(&visit, actor, key(&batch)?).await?;
    let (id, now) = (standing.batch.id, visit.now);
    visit.site.write(move |tx, _| fieldwork::count_invalid_card(tx, actor, id, now)).await?;
    Ok(visit.go_to(&format!("/desk/boxes/{batch}/cards/new?done=invalid-card")))
}

fn page(
    visit: &Visit,
    who: &SignedIn,
    desk: &Desk,
    typed: &BTreeMap<String, Vec<String>>,
    errors: FieldErrors,
    submission: Key,
) -> CardPage {
    let frame = super::frame_of(visit, who, &desk.project, &visit.words.say("desk-card-title"));
    let standing = &desk.standing;
    CardPage {
        study: frame.said(&desk.study.title),
        study_address: frame.to(&format!("/desk/studies/{}", desk.study.id)),
        audience: frame.said(&desk.audience.name),
        address: frame.to(&format!("/desk/boxes/{}", standing.batch.id)),
        done: None,
        counter: counter(visit.words, standing.done() + 1, standing.batch.cards.into()),
        thousandths: standing.done().saturating_mul(1000) / u64::from(standing.batch.cards.max(1)),
        parts: sheet::parts(&frame, &desk.questionnaire, typed, &errors),
        takes_files: takes_files(&desk.questionnaire),
        quote: quote(&desk.audience, &desk.questionnaire, typed),
        errors,
        questionnaire: desk.id.to_string(),
        submission: submission.to_string(),
        is_last: standing.left() <= 1,
        frame,
    }
}

/// The tick for quoting, as it was typed; `None` where the card has none: only a small group is asked, and only of its own words.
pub fn quote(
    audience: &survey::Audience,
    questionnaire: &Questionnaire,
    typed: &BTreeMap<String, Vec<String>>,
) -> Option<bool> {
    app::sheets::asks_to_quote(audience, questionnaire).then(|| typed.contains_key(QUOTE))
}

fn counter(words: app::Words, number: u64, all: u64) -> String {
    words.tell("desk-card-counter", &[("n", words.whole(number.min(all)).into()), ("all", words.whole(all).into())])
}

impl Page for CardPage {
    const NAME: &'static str = "desk-card";

    fn samples(language: Language) -> Vec<(&'static str, CardPage)> {
        let words = app::Words::new(language);
        let page = |typed: &[(&str, &str)], errors: FieldErrors| {
            let frame = super::sample_frame(language, "/desk/boxes/a/cards/new", "desk-card-title");
            let typed = typed.iter().map(|(name, value)| ((*name).to_owned(), vec![(*value).to_owned()])).collect();
            CardPage {
                study: Said::here("Участие и обслужване, 2023 г."),
                study_address: "/desk/studies/a".to_owned(),
                audience: Said::here("Граждани"),
                address: "/desk/boxes/a".to_owned(),
                done: None,
                counter: counter(words, 12, 56),
                thousandths: 196,
                parts: sheet::parts(&frame, &crate::sample::questionnaire(), &typed, &errors),
                takes_files: false,
                quote: (!typed.is_empty()).then_some(true),
                errors,
                questionnaire: "a".to_owned(),
                submission: "b".to_owned(),
                is_last: false,
                frame,
            }
        };
        let explained = words.refusal(&entry::AnswerProblem::UnknownOption { given: "7".to_owned() });
        let unknown = FieldError { field: field_id("clarity"), sentence: explained.sentence, hint: explained.hint };
        vec![
            ("empty", page(&[], FieldErrors::default())),
            ("refused", page(&[("ways", "1 2"), ("clarity", "7")], FieldErrors(vec![unknown]))),
        ]
    }
}
