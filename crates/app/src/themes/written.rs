use super::Trouble;
use crate::{Failure, Instance, study};
use base::{AudienceId, ResponseKey};
use std::collections::{BTreeMap, BTreeSet};
use store::{OpenAnswerKey, Transaction};
use survey::{QuestionCode, Response, Study, ThemeList};

/// So many answers are coded at once; nobody reads more.
pub const MOST_ANSWERS: usize = 50_000;
/// Responses read at a time.
const CHUNK: usize = 1000;

/// What somebody wrote, for those who may read single answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenAnswer {
    pub audience: AudienceId,
    pub key: OpenAnswerKey,
    pub words: String,
}

/// Everything that was written to the questions of a list, in the order of the responses' random keys, without the words of
/// those who let nobody quote them. `look` sees each response once, for who wrote it. It costs what was written, not
/// what was answered.
///
/// # Errors
/// [`Trouble::TooManyAnswers`]; faults of the store.
pub fn written(
    instance: &Instance,
    tx: &mut Transaction,
    study: &Study,
    list: &ThemeList,
    mut look: impl FnMut(&Response),
) -> Result<Vec<WrittenAnswer>, Failure> {
    let mut all = Vec::new();
    for audience in &study.audiences {
        let open: BTreeSet<QuestionCode> = list.questions_of(audience.id).cloned().collect();
        let Some(id) = audience.questionnaire else { continue };
        if open.is_empty() {
            continue;
        }
        let standing = study::Standing::find(tx, instance.tenant, audience.id, id)?;
        if !study::is_indexed(&standing) {
            return Err(study::Trouble::BeingCounted.into());
        }
        let unread = study::unread(tx, instance.tenant, standing, &open, None, MOST_ANSWERS + 1)?;
        let reviewed = tx.reviews(instance.tenant, audience.id)?.into_iter();
        let reviewed = reviewed.map(|review| (review.response, review.question));
        let keys: BTreeSet<OpenAnswerKey> =
            unread.into_keys().chain(reviewed.filter(|(_, question)| open.contains(question))).collect();
        if all.len() + keys.len() > MOST_ANSWERS {
            return Err(Trouble::TooManyAnswers { most: MOST_ANSWERS }.into());
        }
        let mut by_response: BTreeMap<ResponseKey, Vec<QuestionCode>> = BTreeMap::new();
        for (response, question) in keys {
            by_response.entry(response).or_default().push(question);
        }
        let responses: Vec<ResponseKey> = by_response.keys().copied().collect();
        for some in responses.chunks(CHUNK) {
            for response in tx.responses_with_keys(instance.tenant, audience.id, some)? {
                if !response.may_be_quoted() {
                    continue;
                }
                look(&response);
                for question in by_response.get(&response.key).into_iter().flatten() {
                    let words = response.answers.get(question.as_str()).and_then(|answer| answer.words());
                    let Some(words) = words.filter(|words| !words.trim().is_empty()) else { continue };
                    let key = (response.key, question.clone());
                    all.push(WrittenAnswer { audience: audience.id, key, words: words.to_owned() });
                }
            }
        }
    }
    all.sort_by(|a, b| (a.audience, &a.key).cmp(&(b.audience, &b.key)));
    Ok(all)
}
