use super::{asked, away::Away, room, room::Room, sample};
use crate::{
    Asked, Fields, Frame, Page, Said, Visit,
    doors::Anybody,
    parts::{FieldError, FieldErrors},
};
use app::{
    moderation::{self, Own},
    respondent::ReceiptCode,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use base::Language;
use jiff::civil::Date;
use store::{AppealState, MatterState};
use survey::{QuestionCode, Questionnaire, ResultsPolicy};

/// The answers have come. What to keep, and what happens next.
#[derive(Template)]
#[template(path = "respondent/receipt.html")]
pub struct ReceiptPage {
    frame: Frame,
    study: Said,
    thanks: Vec<Said>,
    code: String,
    /// When the results come.
    results: String,
    results_address: Option<String>,
    project_address: Option<String>,
    /// What of these answers is not shown as it was written.
    decided: Vec<DecidedRow>,
    /// Where objections go.
    appeals: String,
    done: bool,
    errors: FieldErrors,
}

struct DecidedRow {
    question_code: String,
    question: Said,
    state: String,
    grounds: Option<String>,
    appeal: Option<String>,
    answer: Option<String>,
    may_appeal: bool,
}

pub async fn show(
    _: Anybody,
    visit: Visit,
    Path((token, code)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, Away> {
    let Ok(code) = code.parse::<ReceiptCode>() else { return Err(Away::lost(&visit)) };
    let mut page = page(&visit, &token, code).await?;
    page.done = asked.0.text("done") == "appealed";
    Ok(visit.show(&page)?)
}

async fn page(visit: &Visit, token: &str, code: ReceiptCode) -> Result<ReceiptPage, Away> {
    let (room, (questionnaire, own)) = room::read(visit, token, move |tx, instance, invitation| {
        if !code.is_genuine(&instance.secret, invitation.audience.id) {
            return Err(app::Failure::NotFound);
        }
        let questionnaire =
            invitation.audience.questionnaire.map(|id| instance.questionnaires.get(tx, id)).transpose()?;
        Ok((questionnaire, moderation::of_author(instance, tx, invitation.audience.id, code)?))
    })
    .await?;
    let mut page = ReceiptPage::new(visit.frame(""), &room, questionnaire.as_deref(), code, visit.today);
    page.appeals = visit.address(&format!("/s/{token}/receipt/{}/appeals", code.address()));
    page.decided = own.iter().map(|own| decided_row(&page.frame, questionnaire.as_deref(), own)).collect();
    Ok(page)
}

/// Whoever holds the receipt objects to a decision about their words.
pub async fn appeal(
    _: Anybody,
    visit: Visit,
    Path((token, code)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Away> {
    let Ok(code) = code.parse::<ReceiptCode>() else { return Err(Away::lost(&visit)) };
    let Ok(question) = QuestionCode::parse(fields.text("question")) else { return Err(Away::lost(&visit)) };
    let words = fields.text("appeal").to_owned();
    let (today, now, mut chance) = (visit.today, visit.now, visit.site.chance());
    let made = room::try_write(&visit, &token, move |tx, instance, invitation| {
        let (id, words, chance) = (invitation.audience.id, words.as_str(), &mut *chance);
        moderation::appeal_by_author(instance, tx, id, code, &question, words, today, now, chance)
    })
    .await?;
    match made {
        Ok(()) => Ok(visit.go_to(&format!("/s/{token}/receipt/{}?done=appealed", code.address()))),
        Err(app::Failure::Refused(refusals)) => {
            let mut page = page(&visit, &token, code).await?;
            let told = refusals.iter().map(|refusal| {
                let explained = visit.words.refusal(refusal);
                FieldError { field: "decided".to_owned(), sentence: explained.sentence, hint: explained.hint }
            });
            page.errors = FieldErrors(told.collect());
            let mut response = visit.show(&page)?;
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(response)
        }
        Err(failure) => Err(room::away(&visit, &token, failure).await),
    }
}

fn decided_row(frame: &Frame, questionnaire: Option<&Questionnaire>, own: &Own) -> DecidedRow {
    let words = frame.words;
    let code = own.question.as_str();
    let question = questionnaire.and_then(|known| known.question(code));
    let state = words.say(&format!("moderation-state-{}", own.ruling.state.code()));
    let reason = own.ruling.reason.as_ref().map(|reason| words.say(&format!("moderation-reason-{reason}")));
    let appeal = own.appeal.as_ref();
    let is_open = appeal.is_some_and(|appeal| appeal.state == AppealState::Waiting || appeal.by.is_none());
    DecidedRow {
        question_code: code.to_owned(),
        question: question.map_or_else(|| Said::here(code), |known| frame.said(&known.label)),
        state: std::iter::once(state).chain(reason).collect::<Vec<_>>().join(": "),
        grounds: own.ruling.words.clone(),
        appeal: appeal.map(|appeal| words.say(&format!("appeal-state-{}", appeal.state.code()))),
        answer: appeal.and_then(|appeal| appeal.answer.clone()),
        may_appeal: own.ruling.state != MatterState::Shown && !is_open,
    }
}

impl ReceiptPage {
    fn new(
        frame: Frame,
        room: &Room,
        questionnaire: Option<&Questionnaire>,
        code: ReceiptCode,
        today: Date,
    ) -> ReceiptPage {
        let mut frame = room.frame(frame);
        let (words, study) = (frame.words, &room.invitation.study);
        frame.title = words.say("receipt-heading");
        let is_public = study.results_are_public(today);
        let results = match (is_public, study.results) {
            (true, _) => words.say("receipt-results-now"),
            (false, ResultsPolicy::Never) => words.say("receipt-results-in-report"),
            (false, ResultsPolicy::AfterClosing | ResultsPolicy::Live) => {
                words.tell("receipt-results-after", &[("day", words.long_date(study.fieldwork.last()).into())])
            }
        };
        let address = room.study_address().map(|address| frame.to(&address));
        ReceiptPage {
            study: frame.said(&study.title),
            thanks: questionnaire
                .and_then(|questionnaire| questionnaire.thanks.as_ref())
                .map_or_else(Vec::new, |thanks| asked::in_paragraphs(&Said::of(thanks, words.language()))),
            code: code.to_string(),
            results,
            results_address: address.filter(|_| is_public),
            decided: Vec::new(),
            appeals: String::new(),
            done: false,
            errors: FieldErrors::default(),
            project_address: room.project.as_ref().map(|project| frame.to(&format!("/projects/{}", project.slug))),
            frame,
        }
    }
}

impl Page for ReceiptPage {
    const NAME: &'static str = "respondent-receipt";

    fn samples(language: Language) -> Vec<(&'static str, ReceiptPage)> {
        let (room, questionnaire) = (sample::room(), sample::questionnaire());
        let Ok(code) = "K7QF2M4AZXTRBW3E".parse::<ReceiptCode>() else { return Vec::new() };
        let mut live = room.clone();
        live.invitation.study.results = ResultsPolicy::Live;
        let receipt = |room: &Room, questionnaire| {
            let frame = Frame::sample(language, "/s/sample/receipt/k7qf2m4azxtrbw3e", "");
            ReceiptPage::new(frame, room, questionnaire, code, sample::DAY)
        };
        let mut hidden = receipt(&room, Some(&questionnaire));
        let row = |may_appeal: bool| DecidedRow {
            question_code: if may_appeal { "wish" } else { "other" }.to_owned(),
            question: Said::here("Какво бихте променили?"),
            state: app::Words::new(language).say("moderation-state-hidden"),
            grounds: Some("Нарича служител с обидна дума.".to_owned()),
            appeal: (!may_appeal).then(|| app::Words::new(language).say("appeal-state-waiting")),
            answer: None,
            may_appeal,
        };
        hidden.decided = vec![row(true), row(false)];
        hidden.appeals = "/s/sample/receipt/k7qf2m4azxtrbw3e/appeals".to_owned();
        vec![
            ("after-closing", receipt(&room, Some(&questionnaire))),
            ("live", receipt(&live, None)),
            ("hidden", hidden),
        ]
    }
}
