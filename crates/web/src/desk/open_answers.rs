//! Open answers, one at a time, before anybody else reads them. Nothing of the respondent stands beside the words.

use super::{DecideOpenAnswers, ReadOpenAnswers, SignedIn, key, questionnaire::place};
use crate::{
    Asked, Failure, Fields, Frame, Page, Said, Visit,
    parts::FieldErrors,
    public::moderation::{ReasonChoice, reasons},
};
use app::{
    desk::MOST_UNREAD,
    fieldwork::{self, Pending},
    moderation::{self, Grounds},
    rights::{self, Right},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{Language, ResponseKey};
use store::{Decision, OpenAnswerKey};
use survey::{
    QuestionCode,
    redaction::{self, Finding},
};

#[derive(Template)]
#[template(path = "desk/open_answers.html")]
pub struct OpenAnswersPage {
    frame: Frame,
    study: Said,
    study_address: String,
    audience: Said,
    address: String,
    done: Option<String>,
    left: String,
    current: Option<Current>,
    /// Whether whoever reads decides, too.
    decides: bool,
    reasons: Vec<ReasonChoice>,
    errors: FieldErrors,
}

struct Current {
    response: String,
    question_code: String,
    question: Said,
    pieces: Vec<Piece>,
    findings: Vec<String>,
    redacted: String,
    reason: String,
    grounds: String,
    /// The address of the next one, with this one put off.
    skip: String,
}

/// A stretch of the words; marked where it may tell who wrote them.
struct Piece {
    words: String,
    mark: Option<String>,
}

pub async fn ask(
    ReadOpenAnswers(actor): ReadOpenAnswers,
    visit: Visit,
    who: SignedIn,
    Path(audience): Path<String>,
    asked: Asked,
) -> Result<Response, Failure> {
    let skipped = skipped(asked.0.text("after"));
    visit.show(&page(&visit, &who, actor, &audience, &asked, skipped, None).await?)
}

/// `KEY.question`
fn skipped(text: &str) -> Option<OpenAnswerKey> {
    let (response, question) = text.split_once('.')?;
    Some((response.parse().ok()?, QuestionCode::parse(question).ok()?))
}

async fn page(
    visit: &Visit,
    who: &SignedIn,
    actor: base::Actor,
    audience: &str,
    asked: &Asked,
    skipped: Option<OpenAnswerKey>,
    refused: Option<(Pending, String, (String, String), FieldErrors)>,
) -> Result<OpenAnswersPage, Failure> {
    let place = place(visit, actor, key(audience)?).await?;
    let id = place.audience.questionnaire.ok_or_else(|| Failure::refused(fieldwork::Trouble::NoQuestionnaire))?;
    let (audience_id, asked_of) = (place.audience.id, place.audience.clone());
    let (questionnaire, waiting) = visit
        .site
        .read(move |tx, instance| {
            let questionnaire = instance.questionnaires.get(tx, id)?;
            let waiting = fieldwork::pending(instance, tx, &asked_of, skipped.as_ref(), MOST_UNREAD)?;
            Ok((questionnaire, waiting))
        })
        .await?;
    let frame = super::frame_of(visit, who, &place.project, &visit.words.say("desk-open-title"));
    let address = frame.to(&format!("/desk/audiences/{audience_id}/open-answers"));
    let label = |code: &QuestionCode| {
        questionnaire
            .question(code.as_str())
            .map_or_else(|| Said::here(code.as_str()), |known| frame.said(&known.label))
    };
    let (current, errors) = match refused {
        Some((pending, typed, reason, errors)) => {
            let mut current = current(&frame, &pending, label(&pending.question), &address);
            current.redacted = typed;
            (current.reason, current.grounds) = reason;
            (Some(current), errors)
        }
        None => {
            let first = waiting.first();
            let shown = first.map(|pending| current(&frame, pending, label(&pending.question), &address));
            (shown, FieldErrors::default())
        }
    };
    let many = if waiting.len() >= MOST_UNREAD { "desk-open-left-many" } else { "desk-open-left" };
    Ok(OpenAnswersPage {
        study: frame.said(&place.study.title),
        study_address: frame.to(&format!("/desk/studies/{}", place.study.id)),
        audience: frame.said(&place.audience.name),
        address,
        done: super::done(visit, asked),
        left: frame.tell(many, "n", waiting.len()),
        current,
        decides: who.actors.iter().any(|actor| rights::may(*actor, Right::DecideOpenAnswers, &place.project)),
        reasons: reasons(frame.words),
        errors,
        frame,
    })
}

fn current(frame: &Frame, pending: &Pending, question: Said, address: &str) -> Current {
    let findings = redaction::find(&pending.words);
    let name = |finding: &Finding| frame.say(&format!("desk-finding-{}", finding.kind.code()));
    let mark = |kind: redaction::FindingKind| frame.say(&format!("desk-redacted-{}", kind.code()));
    Current {
        response: pending.response.to_string(),
        question_code: pending.question.to_string(),
        question,
        pieces: pieces(&pending.words, &findings, name),
        findings: findings.iter().map(name).collect(),
        redacted: redaction::redact(&pending.words, &findings, mark),
        reason: String::new(),
        grounds: String::new(),
        skip: format!("{address}?after={}.{}", pending.response, pending.question),
    }
}

fn pieces(words: &str, findings: &[Finding], name: impl Fn(&Finding) -> String) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut from = 0;
    let plain = |words: &str| Piece { words: words.to_owned(), mark: None };
    for finding in findings {
        pieces.push(plain(words.get(from..finding.span.start).unwrap_or_default()));
        let found = words.get(finding.span.clone()).unwrap_or_default().to_owned();
        pieces.push(Piece { words: found, mark: Some(name(finding)) });
        from = finding.span.end;
    }
    pieces.push(plain(words.get(from..).unwrap_or_default()));
    pieces.retain(|piece| !piece.words.is_empty());
    pieces
}

pub async fn decide(
    DecideOpenAnswers(actor): DecideOpenAnswers,
    visit: Visit,
    who: SignedIn,
    Path(audience): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let response: ResponseKey = key(fields.text("response"))?;
    let question = QuestionCode::parse(fields.text("question")).map_err(|_| Failure::NotFound)?;
    let typed = fields.text("words").to_owned();
    let (decision, done) = match fields.text("decision") {
        "keep" => (Decision::Keep, "kept"),
        "redact" => (Decision::Redact(typed.clone()), "redacted"),
        "withhold" => (Decision::Withhold, "withheld"),
        _ => return Err(Failure::Unreadable),
    };
    let (id, today, now, about) = (place.audience.id, visit.today, visit.now, (response, question.clone()));
    let decided = match Grounds::read(&decision, fields.text("reason"), fields.text("grounds")) {
        Ok(grounds) => {
            let decide = move |tx: &mut store::Transaction, _: &app::Instance| {
                moderation::decide(tx, actor, id, about, decision, grounds, today, now)
            };
            visit.site.write(decide).await
        }
        Err(failure) => Err(failure),
    };
    match decided.map_err(Failure::from) {
        Ok(()) => Ok(visit.go_to(&format!("/desk/audiences/{audience}/open-answers?done={done}"))),
        Err(Failure::Refused(refusals)) => {
            let known = visit
                .site
                .read(move |tx, instance| Ok(tx.response(instance.tenant, id, response)?))
                .await?
                .filter(survey::Response::may_be_quoted)
                .ok_or(Failure::NotFound)?;
            let words = known.answers.get(question.as_str()).and_then(|answer| answer.words()).unwrap_or_default();
            let pending = Pending { response, question, words: words.to_owned() };
            let errors = super::form_errors(visit.words, &refusals);
            let reason = (fields.text("reason").to_owned(), fields.text("grounds").to_owned());
            let refused = Some((pending, typed, reason, errors));
            let page = page(&visit, &who, actor, &audience, &Asked::default(), None, refused).await?;
            Ok(super::refused(visit.show(&page)?))
        }
        Err(failure) => Err(failure),
    }
}

impl Page for OpenAnswersPage {
    const NAME: &'static str = "desk-open-answers";

    fn samples(language: Language) -> Vec<(&'static str, OpenAnswersPage)> {
        let frame = || super::sample_frame(language, "/desk/audiences/a/open-answers", "desk-open-title");
        let pending = Pending {
            response: ResponseKey(base::Key([7; 16])),
            question: match QuestionCode::parse("wish") {
                Ok(code) => code,
                Err(_) => return Vec::new(),
            },
            words: "Обадете ми се на 0888 123 456 или на ivan@example.bg, чакам от месец.".to_owned(),
        };
        let page = |current: Option<Current>, n: i64, decides| OpenAnswersPage {
            frame: frame(),
            study: Said::here("Участие и обслужване, 2023 г."),
            study_address: "/desk/studies/a".to_owned(),
            audience: Said::here("Граждани"),
            address: "/desk/audiences/a/open-answers".to_owned(),
            done: None,
            left: frame().tell("desk-open-left", "n", n),
            current,
            decides,
            reasons: reasons(frame().words),
            errors: FieldErrors::default(),
        };
        let first =
            || current(&frame(), &pending, Said::here("Какво бихте променили?"), "/desk/audiences/a/open-answers");
        vec![
            ("one", page(Some(first()), 3, true)),
            ("read", page(Some(first()), 3, false)),
            ("none", page(None, 0, true)),
        ]
    }
}
