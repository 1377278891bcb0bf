use super::standing::{CHUNK, Standing};
use crate::Failure;
use base::{ResponseKey, TenantId};
use std::collections::{BTreeMap, BTreeSet};
use store::{OpenAnswerKey, Transaction};
use survey::{QuestionCode, Questionnaire, Response};

/// Beyond so many uncounted answers nobody looks through them: the scheduled work is about to, and adds what it finds to
/// the index.
const MOST_UNCOUNTED: u64 = 10_000;

/// The questions of a questionnaire that are answered in words of one's own.
pub fn open_questions(questionnaire: &Questionnaire) -> BTreeSet<QuestionCode> {
    questionnaire.questions().filter(|question| question.kind.is_open()).map(|question| question.code.clone()).collect()
}

/// What a response says in words of its own, unless whoever wrote them lets nobody quote them.
pub fn open_answers<'a>(
    open: &'a BTreeSet<QuestionCode>,
    response: &'a Response,
) -> impl Iterator<Item = (OpenAnswerKey, &'a str)> {
    open.iter().filter(|_| response.may_be_quoted()).filter_map(|question| {
        let words = response.answers.get(question.as_str())?.words()?;
        let says_something = !words.trim().is_empty();
        says_something.then(|| ((response.key, question.clone()), words))
    })
}

/// Whether the index and what is looked through besides hold every open answer.
pub fn is_indexed(standing: &Standing) -> bool {
    standing.left() <= MOST_UNCOUNTED
}

/// Up to `most` open answers behind `after` that nobody has decided about, in the order of the responses' keys: those that
/// the index knows, with `None`, and those of answers that are not counted yet, with their words. Where very many are not
/// counted, as after a restore, only the former.
///
/// # Errors
/// Only faults of the store.
pub fn unread(
    tx: &mut Transaction,
    tenant: TenantId,
    mut standing: Standing,
    open: &BTreeSet<QuestionCode>,
    after: Option<&OpenAnswerKey>,
    most: usize,
) -> Result<BTreeMap<OpenAnswerKey, Option<String>>, Failure> {
    let audience = standing.audience;
    let mut found: BTreeMap<OpenAnswerKey, Option<String>> = BTreeMap::new();
    let mut behind = after.cloned();
    while found.len() < most {
        let some = tx.unread(tenant, audience, behind.as_ref(), most)?;
        let Some(last) = some.last().cloned() else { break };
        behind = Some(last);
        // Another version of the questionnaire may have asked what this one does not.
        found.extend(some.into_iter().filter(|(_, question)| open.contains(question)).map(|key| (key, None)));
    }
    if standing.left() > MOST_UNCOUNTED {
        return Ok(found.into_iter().take(most).collect());
    }
    let mut read = 0;
    let mut look = |tx: &mut Transaction, responses: &[Response]| -> Result<usize, Failure> {
        let keys: Vec<ResponseKey> = responses.iter().map(|response| response.key).collect();
        let decided = tx.decided(tenant, audience, &keys)?;
        for (key, words) in responses.iter().flat_map(|response| open_answers(open, response)) {
            if after.is_none_or(|after| key > *after) && !decided.contains(&key) {
                found.insert(key, Some(words.to_owned()));
                read += 1;
            }
        }
        Ok(read)
    };
    for some in standing.passed_by().chunks(CHUNK) {
        let responses = tx.responses_with_keys(tenant, audience, some)?;
        look(tx, &responses)?;
    }
    loop {
        let responses = standing.next(tx, tenant, CHUNK)?;
        // In the order of the keys: what comes behind so many is not asked for.
        if responses.is_empty() || look(tx, &responses)? >= most {
            break;
        }
    }
    Ok(found.into_iter().take(most).collect())
}
