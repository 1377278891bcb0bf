//! What the public wrote and everybody may come to read: shown, shown redacted or hidden, for a reason that everybody is
//! told; and appeals against that, which somebody else decides.

mod appeal;
mod queue;
mod reason;

pub use appeal::{Outcome, Own, appeal_by_author, appeal_by_party, decide_appeal, of_author};
pub use queue::{Counts, Decided, OnAppeal, Queue, counts, queue};
pub use reason::{Grounds, LONGEST, Reason};

use crate::{Failure, fieldwork};
use base::{Actor, Argument, AudienceId, Explain, Moment, ResponseKey};
use jiff::civil::Date;
use store::{Decider, Decision, Matter, MatterState, Ruling, Transaction};
use survey::QuestionCode;

/// The kind of words of which open answers are; comments, proposals and ratings get kinds of their own.
pub const OPEN_ANSWER: &str = "open-answer";

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    ReasonMissing,
    /// „Друго“ says nothing without words of one's own.
    GroundsMissing,
    /// In characters.
    TooLong {
        field: &'static str,
        longest: usize,
        is: usize,
    },
    /// What everybody reads in the place of hidden words must not betray anybody either.
    GroundsPersonal,
    AppealMissing,
    /// One waits already, or was decided for whoever asks.
    AppealedAlready,
    AnswerMissing,
    OutcomeMissing,
    /// Decided on appeal: nobody changes it alone.
    Settled,
}

impl Explain for Trouble {
    fn code(&self) -> &'static str {
        match self {
            Trouble::ReasonMissing => "moderation-reason-missing",
            Trouble::GroundsMissing => "moderation-grounds-missing",
            Trouble::TooLong { .. } => "text-too-long",
            Trouble::GroundsPersonal => "moderation-grounds-personal",
            Trouble::AppealMissing => "appeal-missing",
            Trouble::AppealedAlready => "appealed-already",
            Trouble::AnswerMissing => "appeal-answer-missing",
            Trouble::OutcomeMissing => "appeal-outcome-missing",
            Trouble::Settled => "moderation-settled",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Trouble::ReasonMissing => Some("reason"),
            Trouble::GroundsMissing | Trouble::GroundsPersonal => Some("grounds"),
            Trouble::TooLong { field, .. } => Some(*field),
            Trouble::AppealMissing => Some("appeal"),
            Trouble::AnswerMissing => Some("answer"),
            Trouble::OutcomeMissing => Some("outcome"),
            Trouble::AppealedAlready | Trouble::Settled => None,
        }
        .map(str::to_owned)
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        let Trouble::TooLong { longest, is, .. } = self else { return Vec::new() };
        vec![("longest", (*longest).into()), ("is", (*is).into())]
    }
}

/// Decides about one open answer and tells everybody why.
///
/// # Errors
/// [`Trouble::Settled`] after an appeal; whatever keeps [`fieldwork::decide`].
#[expect(clippy::too_many_arguments, reason = "a decision names who, about what, how, why and when")]
pub fn decide(
    tx: &mut Transaction,
    by: Actor,
    audience: AudienceId,
    about: (ResponseKey, QuestionCode),
    decision: Decision,
    grounds: Option<Grounds>,
    today: Date,
    now: Moment,
) -> Result<(), Failure> {
    let matter = matter(audience, about.0, &about.1);
    let is_of_this = |appeal: &store::Appeal| appeal.matter == matter;
    if tx.appeals(by.tenant, OPEN_ANSWER, audience.0)?.iter().any(is_of_this) {
        return Err(Trouble::Settled.into());
    }
    let state = state_of(&decision);
    let reason = grounds.as_ref().map(|grounds| grounds.reason.code());
    fieldwork::decide_because(tx, by.tenant, Some(by), audience, about, decision, reason, now)?;
    rule(tx, by, matter, state, grounds, today)
}

fn state_of(decision: &Decision) -> MatterState {
    match decision {
        Decision::Keep => MatterState::Shown,
        Decision::Withhold => MatterState::Hidden,
        Decision::Redact(_) => MatterState::Redacted,
    }
}

fn matter(audience: AudienceId, response: ResponseKey, question: &QuestionCode) -> Matter {
    let (kind, part) = (OPEN_ANSWER.to_owned(), question.to_string());
    Matter { kind, place: audience.0, subject: response.0, part }
}

fn rule(
    tx: &mut Transaction,
    by: Actor,
    matter: Matter,
    state: MatterState,
    grounds: Option<Grounds>,
    today: Date,
) -> Result<(), Failure> {
    let (reason, words) = grounds.map(|grounds| (grounds.reason.code().to_owned(), grounds.words)).unzip();
    let words = words.filter(|words| !words.is_empty());
    let ruling = Ruling { matter, state, reason, words, by: decider(by), on: today };
    Ok(tx.replace_ruling(by.tenant, &ruling)?)
}

fn decider(by: Actor) -> Decider {
    Decider { person: by.person, party: by.party, role: by.role.code().to_owned() }
}
