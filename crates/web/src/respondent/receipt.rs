use super::{addresses, asked, away::Away, room, room::Room, sample};
use crate::{
    Asked, Fields, Frame, Page, Said, Visit,
    doors::Anybody,
    parts::{FieldError, FieldErrors, StepState},
};
use app::{
    moderation::{self, Own},
    respondent::{self, Aftermath, Counted, ReceiptCode, Results},
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use base::Language;
use outreach::Publication;
use store::{AppealState, MatterState};
use survey::{QuestionCode, Questionnaire};

/// The answers have come: what to keep, and what came of them so far. It says the same to everybody who answered the same
/// questionnaire, and never what or when somebody answered.
#[derive(Template)]
#[template(path = "respondent/receipt.html")]
pub struct ReceiptPage {
    frame: Frame,
    study: Said,
    thanks: Vec<Said>,
    code: String,
    /// The address of this page in full, to be kept with the code.
    address: String,
    steps: Vec<StepRow>,
    project_address: Option<String>,
    /// What of these answers is not shown as it was written.
    decided: Vec<DecidedRow>,
    /// Where objections go.
    appeals: String,
    done: bool,
    errors: FieldErrors,
}

/// A thing that came of the answers, or is awaited.
struct StepRow {
    state: StepState,
    state_words: String,
    title: Said,
    words: Option<String>,
    ways: Vec<(String, String)>,
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
    let today = visit.today;
    let (room, (questionnaire, own, steps)) = room::read(visit, token, move |tx, instance, invitation| {
        if !code.is_genuine(&instance.secret, invitation.audience.id) {
            return Err(app::Failure::NotFound);
        }
        let questionnaire =
            invitation.audience.questionnaire.map(|id| instance.questionnaires.get(tx, id)).transpose()?;
        let (study, audience) = (&invitation.study, invitation.audience.id);
        let steps = respondent::aftermath(instance, tx, study, audience, today)?;
        Ok((questionnaire, moderation::of_author(instance, tx, audience, code)?, steps))
    })
    .await?;
    let mut page = ReceiptPage::new(visit.frame(""), &room, questionnaire.as_deref(), code, &steps);
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
        steps: &[Aftermath],
    ) -> ReceiptPage {
        let mut frame = room.frame(frame);
        let (words, study) = (frame.words, &room.invitation.study);
        frame.title = words.say("receipt-heading");
        let path = addresses::receipt(&room.invitation.audience.token, code);
        ReceiptPage {
            study: frame.said(&study.title),
            thanks: questionnaire
                .and_then(|questionnaire| questionnaire.thanks.as_ref())
                .map_or_else(Vec::new, |thanks| asked::in_paragraphs(&Said::of(thanks, words.language()))),
            code: code.to_string(),
            address: frame.outside(&path),
            steps: steps.iter().map(|step| step_row(&frame, room, step)).collect(),
            decided: Vec::new(),
            appeals: String::new(),
            done: false,
            errors: FieldErrors::default(),
            project_address: room.project.as_ref().map(|project| frame.to(&format!("/projects/{}", project.slug))),
            frame,
        }
    }
}

fn step_row(frame: &Frame, room: &Room, step: &Aftermath) -> StepRow {
    let words = frame.words;
    let n = |answers: u64| ("n", i64::try_from(answers).unwrap_or(i64::MAX).into());
    let study = |end: &str| room.study_address().map(|address| frame.to(&format!("{address}{end}")));
    let link = |address: Option<String>, key: &str| address.map(|address| (address, words.say(key)));
    let (state, title, told, way) = match step {
        Aftermath::Received => (StepState::Done, words.say("receipt-received"), None, None),
        Aftermath::Counted(Counted::InResultsOf { day, answers }) => {
            let told = words.tell("receipt-counted-in", &[("day", words.long_date(*day).into()), n(*answers)]);
            (StepState::Done, words.say("receipt-counted"), Some(told), None)
        }
        Aftermath::Counted(Counted::InLiveResults { answers }) => {
            let told = words.tell("receipt-counted-live", &[n(*answers)]);
            (StepState::Done, words.say("receipt-counted"), Some(told), None)
        }
        Aftermath::Counted(Counted::Later) => {
            (StepState::ToDo, words.say("receipt-counting"), Some(words.say("receipt-counted-later")), None)
        }
        Aftermath::Results(Results::Published { on }) => {
            let title = words.tell("receipt-results-published", &[("day", words.long_date(*on).into())]);
            (StepState::Done, title, None, link(study(""), "away-to-results"))
        }
        Aftermath::Results(Results::Live) => {
            let told = words.say("receipt-results-now");
            (StepState::Underway, words.say("receipt-results"), Some(told), link(study(""), "away-to-results"))
        }
        Aftermath::Results(Results::After { last }) => {
            let told = words.tell("receipt-results-after", &[("day", words.long_date(*last).into())]);
            (StepState::ToDo, words.say("receipt-results"), Some(told), None)
        }
        Aftermath::Results(Results::InReportOnly) => {
            (StepState::ToDo, words.say("receipt-results"), Some(words.say("receipt-results-in-report")), None)
        }
        Aftermath::Report => {
            (StepState::Done, words.say("receipt-report"), None, link(study("/report"), "receipt-to-report"))
        }
        Aftermath::Told(publication) => return told_row(frame, room, publication),
        Aftermath::NothingTold => {
            (StepState::ToDo, words.say("receipt-documents"), Some(words.say("receipt-documents-none")), None)
        }
    };
    let state_words = words.say(state_key(state));
    StepRow { state, state_words, title: Said::here(title), words: told, ways: way.into_iter().collect() }
}

fn told_row(frame: &Frame, room: &Room, publication: &Publication) -> StepRow {
    let words = frame.words;
    let day = match publication.stage {
        outreach::Stage::Published { on, .. } => words.long_date(on),
        outreach::Stage::Draft => String::new(),
    };
    let kind = words.say(&format!("publication-{}", publication.kind.code()));
    let project = room.project.as_ref().map(|project| project.slug.to_string()).unwrap_or_default();
    let address = frame.to(&format!("/projects/{project}/publications/{}", publication.slug));
    StepRow {
        state: StepState::Done,
        state_words: words.say(state_key(StepState::Done)),
        title: frame.said(&publication.version.title),
        words: Some(words.tell("receipt-published", &[("kind", kind.into()), ("day", day.into())])),
        ways: vec![(address, words.say("receipt-to-document"))],
    }
}

fn state_key(state: StepState) -> &'static str {
    match state {
        StepState::Done => "step-done",
        StepState::Underway => "step-underway",
        StepState::ToDo => "step-to-do",
    }
}

impl Page for ReceiptPage {
    const NAME: &'static str = "respondent-receipt";

    fn samples(language: Language) -> Vec<(&'static str, ReceiptPage)> {
        let (room, questionnaire) = (sample::room(), sample::questionnaire());
        let Ok(code) = "K7QF2M4AZXTRBW3E".parse::<ReceiptCode>() else { return Vec::new() };
        let path = format!("/s/sample/receipt/{}", code.address());
        let receipt = |questionnaire, steps: &[Aftermath]| {
            ReceiptPage::new(Frame::sample(language, &path, ""), &room, questionnaire, code, steps)
        };
        let last = room.invitation.study.fieldwork.last();
        let begun =
            |counted, results| vec![Aftermath::Received, Aftermath::Counted(counted), Aftermath::Results(results)];
        let mut waiting = begun(Counted::Later, Results::After { last });
        waiting.push(Aftermath::NothingTold);
        let mut published = begun(Counted::InResultsOf { day: last, answers: 176 }, Results::Published { on: last });
        published.push(Aftermath::Report);
        let told = crate::sample::publications().into_iter();
        published.extend(told.map(|publication| Aftermath::Told(Box::new(publication))));
        let live = begun(Counted::InLiveResults { answers: 41 }, Results::Live);
        let mut hidden = receipt(Some(&questionnaire), &waiting);
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
            ("after-closing", receipt(Some(&questionnaire), &waiting)),
            ("live", receipt(None, &live)),
            ("published", receipt(None, &published)),
            ("hidden", hidden),
        ]
    }
}
