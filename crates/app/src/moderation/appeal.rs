use super::{Grounds, OPEN_ANSWER, Trouble, decider, matter, reason::bounded, rule};
use crate::{
    Failure, Instance, desk, fieldwork,
    respondent::ReceiptCode,
    rights::{self, Right},
};
use base::{Actor, AudienceId, Chance, Digests, Event, Key, Moment, ResponseKey, Role, Subject, TenantId};
use jiff::civil::Date;
use outreach::Project;
use store::{Appeal, AppealState, Decision, Matter, MatterState, Ruling, StoreFault, Transaction};
use survey::QuestionCode;

/// What whoever wrote an answer learns of it with the receipt alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Own {
    pub ruling: Ruling,
    pub question: QuestionCode,
    /// The newest, whoever made it.
    pub appeal: Option<Appeal>,
}

/// What became of an appeal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Upheld,
    /// Hidden words are shown as they were written; shown ones are hidden, for this reason.
    Overturned(Option<Grounds>),
}

impl Outcome {
    /// `state` is how the words stand now.
    ///
    /// # Errors
    /// [`Trouble::OutcomeMissing`]; those of [`Grounds::read`] where shown words are to be hidden.
    pub fn read(outcome: &str, state: MatterState, reason: &str, grounds: &str) -> Result<Outcome, Failure> {
        match (outcome, state) {
            ("upheld", _) => Ok(Outcome::Upheld),
            ("overturned", MatterState::Shown) => {
                Ok(Outcome::Overturned(Grounds::read(&Decision::Withhold, reason, grounds)?))
            }
            ("overturned", MatterState::Hidden | MatterState::Redacted) => Ok(Outcome::Overturned(None)),
            _ => Err(Trouble::OutcomeMissing.into()),
        }
    }
}

/// So many appeals one matter may have: its author's, and one of each side.
const MOST: i64 = 3;

/// What was hidden or redacted of the answers to which a receipt belongs. Nobody but who holds it can ask.
///
/// # Errors
/// Only faults of the store.
pub fn of_author(
    instance: &Instance,
    tx: &mut Transaction,
    audience: AudienceId,
    code: ReceiptCode,
) -> Result<Vec<Own>, Failure> {
    let tenant = instance.tenant;
    let appeals = tx.appeals(tenant, OPEN_ANSWER, audience.0)?;
    let mut own = Vec::new();
    for ruling in tx.rulings(tenant, OPEN_ANSWER, audience.0)? {
        let response = ResponseKey(ruling.matter.subject);
        if ReceiptCode::of(&instance.secret, audience, response) != code {
            continue;
        }
        let of_it: Vec<&Appeal> = appeals.iter().filter(|appeal| appeal.matter == ruling.matter).collect();
        if ruling.state == MatterState::Shown && of_it.is_empty() {
            continue;
        }
        let Ok(question) = QuestionCode::parse(&ruling.matter.part) else { continue };
        own.push(Own { question, appeal: of_it.last().map(|appeal| (*appeal).clone()), ruling });
    }
    Ok(own)
}

/// The author asks for their words to be shown; nothing is kept of them but what they write now.
///
/// # Errors
/// [`Failure::NotFound`] where nothing of this receipt was decided about; [`Trouble::AppealMissing`],
/// [`Trouble::AppealedAlready`].
#[expect(clippy::too_many_arguments, reason = "an appeal names by whom, against what, why and when")]
pub fn appeal_by_author(
    instance: &Instance,
    tx: &mut Transaction,
    audience: AudienceId,
    code: ReceiptCode,
    question: &QuestionCode,
    words: &str,
    today: Date,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<(), Failure> {
    let own = of_author(instance, tx, audience, code)?;
    let own = own.into_iter().find(|own| own.question == *question).ok_or(Failure::NotFound)?;
    add(tx, instance.tenant, own.ruling.matter, None, words, today, now, chance)
}

/// Somebody of a party that works in the project does not agree.
///
/// # Errors
/// [`Failure::NotFound`] for everybody else; as [`appeal_by_author`].
#[expect(clippy::too_many_arguments, reason = "an appeal names by whom, against what, why and when")]
pub fn appeal_by_party(
    tx: &mut Transaction,
    by: Actor,
    audience: AudienceId,
    response: ResponseKey,
    question: &QuestionCode,
    words: &str,
    today: Date,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<(), Failure> {
    let (project, ..) = desk::audience(tx, by.tenant, by, audience)?;
    if !rights::may(by, Right::AppealDecisions, &project) {
        return Err(Failure::NotFound);
    }
    let matter = matter(audience, response, question);
    let ruling = tx.ruling(by.tenant, &matter)?.ok_or(Failure::NotFound)?;
    // Nobody appeals against themselves: they had their say.
    if ruling.by.party == by.party {
        return Err(Failure::NotFound);
    }
    add(tx, by.tenant, matter, Some(by), words, today, now, chance)
}

#[expect(clippy::too_many_arguments, reason = "an appeal names by whom, against what, why and when")]
fn add(
    tx: &mut Transaction,
    tenant: TenantId,
    matter: Matter,
    by: Option<Actor>,
    words: &str,
    today: Date,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<(), Failure> {
    let words = bounded("appeal", words)?;
    if words.is_empty() {
        return Err(Trouble::AppealMissing.into());
    }
    let before = tx.appeals(tenant, &matter.kind, matter.place)?;
    let before: Vec<&Appeal> = before.iter().filter(|appeal| appeal.matter == matter).collect();
    let side = by.map(|actor| actor.party);
    let is_again = |appeal: &&Appeal| appeal.state == AppealState::Waiting || appeal.by.map(|(_, party)| party) == side;
    let number = i64::try_from(before.len()).unwrap_or(i64::MAX).saturating_add(1);
    if before.iter().any(is_again) || number > MOST {
        return Err(Trouble::AppealedAlready.into());
    }
    let audience = matter.place;
    let facts = vec![("question", matter.part.clone())];
    let by_whom = by.map(|actor| (actor.person, actor.party));
    let state = AppealState::Waiting;
    let id = chance.key();
    let appeal = Appeal { id, matter, number, by: by_whom, words, on: today, state, answer: None, decided: None };
    // Two at once have the same number, and only one of them can keep it.
    let is_taken = |fault: &StoreFault| matches!(fault, StoreFault::Taken { .. });
    tx.add_appeal(tenant, &appeal)
        .map_err(|fault| if is_taken(&fault) { Failure::from(Trouble::AppealedAlready) } else { fault.into() })?;
    // The journal tells of official acts; when somebody came back to their own answers is nobody's business.
    if by.is_none() {
        return Ok(());
    }
    let (subject, digests) = (Subject { noun: "audience", key: audience }, Digests::default());
    Ok(tx.add_event(tenant, &Event { at: now, by, kind: "appeal.made", subject, facts, digests })?)
}

/// Whether the actor may decide an appeal: neither side of it judges itself.
pub(super) fn may_decide(actor: Actor, project: &Project, ruling: &Ruling, appeal: &Appeal) -> bool {
    let is_of = |person, party| actor.person == person || (actor.role != Role::Auditor && actor.party == party);
    let is_decider = is_of(ruling.by.person, ruling.by.party);
    let is_appellant = appeal.by.is_some_and(|(person, party)| is_of(person, party));
    let is_near = actor.role == Role::Auditor || rights::works(actor, project);
    Right::DecideAppeals.is_of(actor.role) && is_near && !is_decider && !is_appellant
}

/// Decides an appeal: the decision stays, or the words are shown after all (or hidden after all).
///
/// # Errors
/// [`Failure::NotFound`] for whoever may not, and where somebody else was faster; [`Trouble::AnswerMissing`], and those of
/// [`Outcome::read`].
#[expect(clippy::too_many_arguments, reason = "a decision names who, about what, how, why and when")]
pub fn decide_appeal(
    tx: &mut Transaction,
    actors: &[Actor],
    id: Key,
    outcome: &str,
    (reason, grounds): (&str, &str),
    answer: &str,
    today: Date,
    now: Moment,
) -> Result<(), Failure> {
    let tenant = actors.first().ok_or(Failure::NotFound)?.tenant;
    let appeal = tx.appeal(tenant, id)?.ok_or(Failure::NotFound)?;
    let ruling = tx.ruling(tenant, &appeal.matter)?.ok_or(Failure::NotFound)?;
    let audience = AudienceId(appeal.matter.place);
    let study = tx.study_of(tenant, audience)?.ok_or(Failure::NotFound)?;
    let project = tx.project(tenant, study.project)?.ok_or(Failure::NotFound)?;
    let may = |actor: &Actor| may_decide(*actor, &project, &ruling, &appeal);
    let by = actors.iter().copied().find(may).ok_or(Failure::NotFound)?;
    let outcome = Outcome::read(outcome, ruling.state, reason, grounds)?;
    let answer = bounded("answer", answer)?;
    if answer.is_empty() {
        return Err(Trouble::AnswerMissing.into());
    }
    let (state, kind) = match outcome {
        Outcome::Upheld => (AppealState::Upheld, "appeal.upheld"),
        Outcome::Overturned(_) => (AppealState::Overturned, "appeal.overturned"),
    };
    if !tx.record_appeal_decided(tenant, id, state, &answer, &decider(by), today)? {
        return Err(Failure::NotFound);
    }
    let mut facts = vec![("question", appeal.matter.part.clone())];
    if let Outcome::Overturned(grounds) = outcome {
        let question = QuestionCode::parse(&appeal.matter.part).map_err(|_| Failure::NotFound)?;
        let decision = if grounds.is_some() { Decision::Withhold } else { Decision::Keep };
        let reason = grounds.as_ref().map(|grounds| grounds.reason.code());
        facts.extend(reason.map(|reason| ("reason", reason.to_owned())));
        let stands = if grounds.is_some() { MatterState::Hidden } else { MatterState::Shown };
        let about = (ResponseKey(appeal.matter.subject), question);
        fieldwork::decide_because(tx, tenant, Some(by), audience, about, decision, reason, now)?;
        rule(tx, by, appeal.matter, stands, grounds, today)?;
    }
    let (subject, digests) = (Subject { noun: "audience", key: audience.0 }, Digests::default());
    Ok(tx.add_event(tenant, &Event { at: now, by: Some(by), kind, subject, facts, digests })?)
}
