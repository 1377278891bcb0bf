use super::{Trouble, questionnaire::event};
use crate::{Failure, Instance};
use base::{Actor, AudienceId, Moment, ResponseKey, TenantId};
use std::collections::BTreeSet;
use store::{Decision, Review, Transaction};
use survey::{QuestionCode, Questionnaire};

/// Words of a respondent that nobody has decided about yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    pub response: ResponseKey,
    pub question: QuestionCode,
    pub words: String,
}

/// Up to `most` open answers that wait for a person to read them, in the order of the responses' random keys.
///
/// # Errors
/// Only faults of the store.
pub fn pending(
    instance: &Instance,
    tx: &mut Transaction,
    audience: AudienceId,
    questionnaire: &Questionnaire,
    most: usize,
) -> Result<Vec<Pending>, Failure> {
    pending_after(instance, tx, audience, questionnaire, None, most)
}

/// Like [`pending`], but only those behind `skipped`: for somebody who puts an answer off.
///
/// # Errors
/// Only faults of the store.
pub fn pending_after(
    instance: &Instance,
    tx: &mut Transaction,
    audience: AudienceId,
    questionnaire: &Questionnaire,
    skipped: Option<(ResponseKey, &str)>,
    most: usize,
) -> Result<Vec<Pending>, Failure> {
    let decided: BTreeSet<(ResponseKey, QuestionCode)> =
        tx.reviews(instance.tenant, audience)?.into_iter().map(|review| (review.response, review.question)).collect();
    let open: Vec<QuestionCode> = questionnaire
        .questions()
        .filter(|question| matches!(question.kind, survey::QuestionKind::Text { .. }) || question.takes_other())
        .map(|question| question.code.clone())
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let mut waiting = Vec::new();
    let mut after = None;
    loop {
        let chunk = tx.responses_after(instance.tenant, audience, after, 500)?;
        let Some(last) = chunk.last() else { return Ok(waiting) };
        after = Some(last.key);
        for response in &chunk {
            for question in &open {
                let words = response.answers.get(question.as_str()).and_then(|answer| answer.words());
                let Some(words) = words.filter(|words| !words.trim().is_empty()) else { continue };
                let is_behind = skipped.is_none_or(|skipped| (response.key, question.as_str()) > skipped);
                if is_behind && !decided.contains(&(response.key, question.clone())) {
                    let (question, words) = (question.clone(), words.to_owned());
                    waiting.push(Pending { response: response.key, question, words });
                }
                if waiting.len() >= most {
                    return Ok(waiting);
                }
            }
        }
    }
}

/// Keeps, withholds or redacts one open answer; a later decision replaces an earlier one.
///
/// # Errors
/// [`Trouble::RedactedEmpty`]; [`Failure::NotFound`] where there are no such words.
pub fn decide(
    tx: &mut Transaction,
    tenant: TenantId,
    by: Option<Actor>,
    audience: AudienceId,
    pending: (ResponseKey, QuestionCode),
    decision: Decision,
    now: Moment,
) -> Result<(), Failure> {
    let (response, question) = pending;
    if let Decision::Redact(words) = &decision
        && words.trim().is_empty()
    {
        return Err(Trouble::RedactedEmpty.into());
    }
    // Only words that are there can be decided about.
    let answer = tx.response(tenant, audience, response)?.ok_or(Failure::NotFound)?;
    if answer.answers.get(question.as_str()).and_then(|answer| answer.words()).is_none() {
        return Err(Failure::NotFound);
    }
    let kind = match decision {
        Decision::Keep => "open-answer.kept",
        Decision::Withhold => "open-answer.withheld",
        Decision::Redact(_) => "open-answer.redacted",
    };
    let facts = vec![("question", question.to_string())];
    let review = Review { audience, response, question, decision, by: by.map(|actor| actor.person) };
    tx.replace_review(tenant, &review)?;
    // The journal tells that somebody decided, never about whose answer.
    Ok(tx.add_event(tenant, &event(now, by, kind, "audience", audience.0, facts))?)
}
