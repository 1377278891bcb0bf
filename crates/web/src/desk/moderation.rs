//! One queue for everything that the public wrote: what nobody has read, what is appealed against, what was decided.

use super::{AppealDecisions, DecideAppeals, SeeModeration, SignedIn, key, moment::day};
use crate::{
    Asked, Failure, Fields, Frame, Page, Visit,
    parts::FieldErrors,
    public::moderation::{ReasonChoice, reasons},
};
use app::{
    moderation::{self, Decided, OnAppeal, Queue},
    rights::Right,
};
use askama::Template;
use axum::response::Response;
use base::{Explain, Language};
use std::sync::Arc;
use store::{Appeal, MatterState, Ruling};
use survey::QuestionCode;

#[derive(Template)]
#[template(path = "desk/moderation.html")]
pub struct ModerationPage {
    frame: Frame,
    done: Option<String>,
    errors: FieldErrors,
    unread: Vec<UnreadRow>,
    appeals: Vec<AppealCard>,
    decided: Vec<DecidedRow>,
    reasons: Vec<ReasonChoice>,
    address: String,
}

struct UnreadRow {
    place: String,
    address: String,
    number: String,
}

struct AppealCard {
    id: String,
    place: String,
    ruling: String,
    /// What the public reads about it.
    grounds: Option<String>,
    by: String,
    appeal: String,
    /// Only for whoever decides.
    words: Option<String>,
    /// Whether overturning hides what is shown.
    hides: bool,
    typed: TypedAnswer,
    errors: FieldErrors,
}

#[derive(Clone, Default)]
struct TypedAnswer {
    outcome: String,
    reason: String,
    grounds: String,
    answer: String,
}

struct DecidedRow {
    place: String,
    ruling: String,
    grounds: Option<String>,
    appeal: Option<String>,
    answer: Option<String>,
    /// The fields of the form, where somebody may appeal.
    form: Option<[String; 3]>,
}

pub async fn show(_: SeeModeration, visit: Visit, who: SignedIn, asked: Asked) -> Result<Response, Failure> {
    let queue = found(&visit, &who).await?;
    let mut page = page(frame(&visit, &who), &queue, who.may(Right::DecideAppeals));
    page.done = super::done(&visit, &asked);
    visit.show(&page)
}

async fn found(visit: &Visit, who: &SignedIn) -> Result<Queue, Failure> {
    let actors = who.actors.clone();
    visit.site.read(move |tx, instance| moderation::queue(instance, tx, &actors)).await
}

fn frame(visit: &Visit, who: &SignedIn) -> Frame {
    super::frame(visit, who, &visit.words.say("desk-moderation-title"), "desk-tab-moderation")
}

/// Somebody of a party does not agree with a decision.
pub async fn appeal(
    AppealDecisions(_): AppealDecisions,
    visit: Visit,
    who: SignedIn,
    fields: Fields,
) -> Result<Response, Failure> {
    let (audience, response) = (key(fields.text("audience"))?, key(fields.text("response"))?);
    let question = QuestionCode::parse(fields.text("question")).map_err(|_| Failure::NotFound)?;
    let (words, today, now, mut chance) =
        (fields.text("appeal").to_owned(), visit.today, visit.now, visit.site.chance());
    let actors = who.actors.clone();
    let made = visit
        .site
        .write(move |tx, _| {
            let mut made = Err(app::Failure::NotFound);
            for by in actors {
                let (words, chance) = (words.as_str(), &mut *chance);
                made = moderation::appeal_by_party(tx, by, audience, response, &question, words, today, now, chance);
                if !matches!(made, Err(app::Failure::NotFound)) {
                    break;
                }
            }
            made
        })
        .await;
    answered(&visit, &who, made, "appeal-made", None).await
}

pub async fn decide(
    DecideAppeals(_): DecideAppeals,
    visit: Visit,
    who: SignedIn,
    fields: Fields,
) -> Result<Response, Failure> {
    let id: base::Key = key(fields.text("of"))?;
    let text = |name: &str| fields.text(name).to_owned();
    let typed = TypedAnswer {
        outcome: text("outcome"),
        reason: text("reason"),
        grounds: text("grounds"),
        answer: text("answer"),
    };
    let (actors, today, now, sent) = (who.actors.clone(), visit.today, visit.now, typed.clone());
    let decided = visit
        .site
        .write(move |tx, _| {
            let grounds = (sent.reason.as_str(), sent.grounds.as_str());
            moderation::decide_appeal(tx, &actors, id, &sent.outcome, grounds, &sent.answer, today, now)
        })
        .await;
    answered(&visit, &who, decided, "appeal-decided", Some((id.to_string(), typed))).await
}

async fn answered(
    visit: &Visit,
    who: &SignedIn,
    outcome: Result<(), app::Failure>,
    done: &str,
    typed: Option<(String, TypedAnswer)>,
) -> Result<Response, Failure> {
    match outcome.map_err(Failure::from) {
        Ok(()) => Ok(visit.go_to(&format!("/desk/moderation?done={done}"))),
        Err(Failure::Refused(refusals)) => {
            let mut page = page(frame(visit, who), &found(visit, who).await?, who.may(Right::DecideAppeals));
            page.fill(visit.words, &refusals, typed);
            Ok(super::refused(visit.show(&page)?))
        }
        Err(failure) => Err(failure),
    }
}

impl ModerationPage {
    /// What is wrong stands beside the form that it is wrong in, and at the top.
    fn fill(
        &mut self,
        words: app::Words,
        refusals: &[Arc<dyn Explain + Send + Sync>],
        typed: Option<(String, TypedAnswer)>,
    ) {
        let errors = super::form_errors(words, refusals);
        let card = typed.and_then(|(id, typed)| Some((self.appeals.iter_mut().find(|card| card.id == id)?, typed)));
        let Some((card, typed)) = card else {
            self.errors = FieldErrors(
                errors
                    .0
                    .into_iter()
                    .map(|mut error| {
                        error.field = "form".to_owned();
                        error
                    })
                    .collect(),
            );
            return;
        };
        card.typed = typed;
        let with_id = |mut error: crate::parts::FieldError| {
            error.field = format!("{}-{}", error.field, card.id);
            error
        };
        self.errors = FieldErrors(errors.0.into_iter().map(with_id).collect());
        card.errors = self.errors.clone();
    }
}

impl AppealCard {
    fn error(&self, field: &str) -> Option<String> {
        self.errors.of(&format!("{field}-{}", self.id))
    }
}

fn page(frame: Frame, queue: &Queue, decides: bool) -> ModerationPage {
    let place = |study: &survey::Study, audience: &survey::Audience| {
        let language = frame.words.language();
        format!("{} · {}", study.title.say(language), audience.name.say(language))
    };
    let unread = queue.unread.iter().map(|(study, audience, number)| UnreadRow {
        place: place(study, audience),
        address: frame.to(&format!("/desk/audiences/{}/open-answers", audience.id)),
        number: frame.tell("desk-moderation-unread-n", "n", *number),
    });
    let card = |one: &OnAppeal| AppealCard {
        id: one.appeal.id.to_string(),
        place: place(&one.study, &one.audience),
        ruling: told_ruling(&frame, &one.ruling),
        grounds: one.ruling.words.clone(),
        by: told_appellant(&frame, &one.appeal),
        appeal: one.appeal.words.clone(),
        words: one.words.clone().filter(|_| decides),
        hides: one.ruling.state == MatterState::Shown,
        typed: TypedAnswer::default(),
        errors: FieldErrors::default(),
    };
    let row = |one: &Decided| DecidedRow {
        place: place(&one.study, &one.audience),
        ruling: told_ruling(&frame, &one.ruling),
        grounds: one.ruling.words.clone(),
        appeal: one.appeal.as_ref().map(|appeal| frame.say(&format!("appeal-state-{}", appeal.state.code()))),
        answer: one.appeal.as_ref().and_then(|appeal| appeal.answer.clone()),
        form: one.may_appeal.then(|| {
            let matter = &one.ruling.matter;
            [one.audience.id.to_string(), matter.subject.to_string(), matter.part.clone()]
        }),
    };
    ModerationPage {
        done: None,
        errors: FieldErrors::default(),
        unread: unread.collect(),
        appeals: queue.appeals.iter().map(card).collect(),
        decided: queue.decided.iter().map(row).collect(),
        reasons: reasons(frame.words),
        address: frame.to("/desk/moderation"),
        frame,
    }
}

/// „Скрит отговор: обижда или заплашва · изследовател · 27.07.2023“
fn told_ruling(frame: &Frame, ruling: &Ruling) -> String {
    let words = frame.words;
    let state = words.say(&format!("moderation-state-{}", ruling.state.code()));
    let reason = ruling.reason.as_ref().map(|reason| words.say(&format!("moderation-reason-{reason}")));
    let role = words.say(&format!("desk-role-{}", ruling.by.role));
    [Some(state), reason, Some(role), Some(day(words, ruling.on))].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn told_appellant(frame: &Frame, appeal: &Appeal) -> String {
    let key = if appeal.by.is_some() { "appeal-by-party" } else { "appeal-by-author" };
    frame.tell(key, "day", day(frame.words, appeal.on))
}

impl Page for ModerationPage {
    const NAME: &'static str = "desk-moderation";

    fn samples(language: Language) -> Vec<(&'static str, ModerationPage)> {
        let frame = || super::sample_frame(language, "/desk/moderation", "desk-moderation-title");
        let Some((study, audience)) = crate::sample::studies().into_iter().next().and_then(|study| {
            let audience = study.audiences.first()?.clone();
            Some((study, audience))
        }) else {
            return Vec::new();
        };
        let matter = store::Matter {
            kind: moderation::OPEN_ANSWER.to_owned(),
            place: audience.id.0,
            subject: base::Key([7; 16]),
            part: "wish".to_owned(),
        };
        let by = store::Decider {
            person: base::PersonId(base::Key([1; 16])),
            party: base::PartyId(base::Key([2; 16])),
            role: "researcher".to_owned(),
        };
        let ruling = |state, reason: &str| Ruling {
            matter: matter.clone(),
            state,
            reason: Some(reason.to_owned()),
            words: Some("Нарича служител с обидна дума.".to_owned()),
            by: by.clone(),
            on: crate::sample::DAY,
        };
        let appeal = Appeal {
            id: base::Key([8; 16]),
            matter: matter.clone(),
            number: 1,
            by: None,
            words: "Не съм обидил никого, описах как ме посрещнаха.".to_owned(),
            on: crate::sample::DAY,
            state: store::AppealState::Waiting,
            answer: None,
            decided: None,
        };
        let on_appeal = OnAppeal {
            study: study.clone(),
            audience: audience.clone(),
            ruling: ruling(MatterState::Hidden, "insult"),
            appeal,
            words: Some("Посрещнаха ме като досадник.".to_owned()),
        };
        let decided = Decided {
            study: study.clone(),
            audience: audience.clone(),
            ruling: ruling(MatterState::Redacted, "personal-data"),
            appeal: None,
            may_appeal: true,
        };
        let full = Queue { unread: vec![(study, audience, 3)], appeals: vec![on_appeal], decided: vec![decided] };
        let mut refused = page(frame(), &full, true);
        let trouble: Vec<Arc<dyn Explain + Send + Sync>> = vec![Arc::new(moderation::Trouble::AnswerMissing)];
        let typed = refused.appeals.first().map(|card| (card.id.clone(), TypedAnswer::default()));
        refused.fill(app::Words::new(language), &trouble, typed);
        vec![
            ("full", page(frame(), &full, true)),
            ("refused", refused),
            ("empty", page(frame(), &Queue::default(), false)),
        ]
    }
}
