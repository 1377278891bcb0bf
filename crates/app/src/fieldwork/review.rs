use super::{Trouble, questionnaire::event};
use crate::{Failure, Instance, study};
use base::{Actor, AudienceId, Moment, ResponseKey, TenantId};
use std::collections::{BTreeMap, BTreeSet};
use store::{Decision, OpenAnswerKey, Review, Transaction};
use survey::{Audience, QuestionCode};

/// Words of a respondent that nobody has decided about yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    pub response: ResponseKey,
    pub question: QuestionCode,
    pub words: String,
}

/// Up to `most` open answers that wait for a person to read them, in the order of the responses' random keys; with
/// `skipped` only those behind it, for somebody who puts an answer off.
///
/// # Errors
/// Only faults of the store.
pub fn pending(
    instance: &Instance,
    tx: &mut Transaction,
    audience: &Audience,
    skipped: Option<&OpenAnswerKey>,
    most: usize,
) -> Result<Vec<Pending>, Failure> {
    let waiting = unread_of(instance, tx, audience, skipped, most)?;
    let unknown: BTreeSet<ResponseKey> =
        waiting.iter().filter(|(_, words)| words.is_none()).map(|((response, _), _)| *response).collect();
    let unknown: Vec<ResponseKey> = unknown.into_iter().collect();
    let mut responses = BTreeMap::new();
    for response in tx.responses_with_keys(instance.tenant, audience.id, &unknown)? {
        responses.insert(response.key, response);
    }
    let pending = waiting.into_iter().filter_map(|((response, question), words)| {
        let words = match words {
            Some(words) => words,
            None => responses.get(&response)?.answers.get(question.as_str())?.words()?.to_owned(),
        };
        Some(Pending { response, question, words })
    });
    Ok(pending.collect())
}

/// How many open answers wait, up to `most`. It costs what is unread, not what was answered.
///
/// # Errors
/// Only faults of the store.
pub fn number_pending(
    instance: &Instance,
    tx: &mut Transaction,
    audience: &Audience,
    most: usize,
) -> Result<usize, Failure> {
    Ok(unread_of(instance, tx, audience, None, most)?.len())
}

fn unread_of(
    instance: &Instance,
    tx: &mut Transaction,
    audience: &Audience,
    after: Option<&OpenAnswerKey>,
    most: usize,
) -> Result<BTreeMap<OpenAnswerKey, Option<String>>, Failure> {
    let Some(id) = audience.questionnaire else { return Ok(BTreeMap::new()) };
    let open = study::open_questions(&*instance.questionnaires.get(tx, id)?);
    if open.is_empty() {
        return Ok(BTreeMap::new());
    }
    let standing = study::Standing::find(tx, instance.tenant, audience.id, id)?;
    study::unread(tx, instance.tenant, standing, &open, after, most)
}

/// Keeps, withholds or redacts one open answer; a later decision replaces an earlier one.
///
/// # Errors
/// [`Trouble::RedactedEmpty`]; [`Failure::NotFound`] where there are no such words, or they may not be quoted.
pub fn decide(
    tx: &mut Transaction,
    tenant: TenantId,
    by: Option<Actor>,
    audience: AudienceId,
    pending: (ResponseKey, QuestionCode),
    decision: Decision,
    now: Moment,
) -> Result<(), Failure> {
    decide_because(tx, tenant, by, audience, pending, decision, None, now)
}

/// The same with the code of a reason, for the journal.
#[expect(clippy::too_many_arguments, reason = "a decision names who, about what, how, why and when")]
pub(crate) fn decide_because(
    tx: &mut Transaction,
    tenant: TenantId,
    by: Option<Actor>,
    audience: AudienceId,
    pending: (ResponseKey, QuestionCode),
    decision: Decision,
    reason: Option<&'static str>,
    now: Moment,
) -> Result<(), Failure> {
    let (response, question) = pending;
    // Only words that are there can be decided about.
    let answer = tx.response(tenant, audience, response)?.ok_or(Failure::NotFound)?;
    if !answer.may_be_quoted() || answer.answers.get(question.as_str()).and_then(|answer| answer.words()).is_none() {
        return Err(Failure::NotFound);
    }
    if let Decision::Redact(words) = &decision
        && words.trim().is_empty()
    {
        return Err(Trouble::RedactedEmpty.into());
    }
    let kind = match decision {
        Decision::Keep => "open-answer.kept",
        Decision::Withhold => "open-answer.withheld",
        Decision::Redact(_) => "open-answer.redacted",
    };
    let reason = reason.map(|reason| ("reason", reason.to_owned()));
    let facts = std::iter::once(("question", question.to_string())).chain(reason).collect();
    let review = Review { audience, response, question, decision, by: by.map(|actor| actor.person) };
    tx.replace_review(tenant, &review)?;
    // The journal tells that somebody decided, never about whose answer.
    Ok(tx.add_event(tenant, &event(now, by, kind, "audience", audience.0, facts))?)
}
