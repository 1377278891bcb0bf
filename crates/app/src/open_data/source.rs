use crate::{Failure, Instance};
use base::{AudienceId, ResponseKey};
use dataset::{Absence, Order};
use std::{collections::BTreeMap, sync::Arc};
use store::{Decision, Transaction};
use survey::{QuestionCode, Questionnaire, Response};

/// Answers that can be walked over again and again, always in the same order, which tells nothing of the order in which
/// they came.
pub trait Rows {
    /// # Errors
    /// What `take` answers, and faults of the store.
    fn each(&mut self, take: &mut dyn FnMut(Row<'_>) -> Result<(), Failure>) -> Result<(), Failure>;
}

/// One response on its way into a file.
pub struct Row<'a> {
    /// The version that was answered.
    pub version: &'a Arc<Questionnaire>,
    pub response: &'a Response,
    pub spoken: Spoken<'a>,
}

/// Which words of respondents may be read.
#[derive(Debug, Clone, Copy)]
pub enum Spoken<'a> {
    /// All of them: they are those of whoever makes the file.
    AsWritten,
    /// Those that a person has let through, as that person left them.
    Reviewed(&'a Reviews),
}

pub type Reviews = BTreeMap<(ResponseKey, QuestionCode), Decision>;

impl<'a> Spoken<'a> {
    pub(super) fn words(self, key: ResponseKey, question: &QuestionCode, words: &'a str) -> Result<&'a str, Absence> {
        match self {
            Spoken::AsWritten => Ok(words),
            Spoken::Reviewed(reviews) => match reviews.get(&(key, question.clone())) {
                Some(Decision::Keep) => Ok(words),
                Some(Decision::Redact(redacted)) => Ok(redacted),
                Some(Decision::Withhold) | None => Err(Absence::Withheld),
            },
        }
    }
}

/// Answers from a file.
pub struct FileAnswers {
    questionnaire: Arc<Questionnaire>,
    responses: Vec<Response>,
}

impl FileAnswers {
    /// The order of the file is forgotten.
    pub fn new(questionnaire: Arc<Questionnaire>, mut responses: Vec<Response>, order: Order) -> FileAnswers {
        responses.sort_by_cached_key(|response| order.rank(response.key.0.0));
        FileAnswers { questionnaire, responses }
    }
}

impl Rows for FileAnswers {
    fn each(&mut self, take: &mut dyn FnMut(Row<'_>) -> Result<(), Failure>) -> Result<(), Failure> {
        let version = &self.questionnaire;
        self.responses.iter().try_for_each(|response| take(Row { version, response, spoken: Spoken::AsWritten }))
    }
}

/// Answers of one audience as the store keeps them, a page at a time.
pub struct StoredAnswers<'a> {
    instance: &'a Instance,
    tx: &'a mut Transaction,
    audience: AudienceId,
    /// In the order of the file; of each answer only its key is held.
    keys: Vec<ResponseKey>,
    reviews: Reviews,
}

/// So many answers are in memory at a time.
const PAGE: usize = 1000;

impl<'a> StoredAnswers<'a> {
    /// # Errors
    /// Only faults of the store.
    pub fn new(
        instance: &'a Instance,
        tx: &'a mut Transaction,
        audience: AudienceId,
        order: Order,
    ) -> Result<StoredAnswers<'a>, Failure> {
        let mut keys = tx.response_keys(instance.tenant, audience)?;
        keys.sort_unstable_by_key(|key| order.rank(key.0.0));
        let reviews = tx.reviews(instance.tenant, audience)?;
        let reviews = reviews.into_iter().map(|one| ((one.response, one.question), one.decision)).collect();
        Ok(StoredAnswers { instance, tx, audience, keys, reviews })
    }
}

impl Rows for StoredAnswers<'_> {
    fn each(&mut self, take: &mut dyn FnMut(Row<'_>) -> Result<(), Failure>) -> Result<(), Failure> {
        for keys in self.keys.chunks(PAGE) {
            let found = self.tx.responses_with_keys(self.instance.tenant, self.audience, keys)?;
            let found: BTreeMap<ResponseKey, Response> = found.into_iter().map(|one| (one.key, one)).collect();
            for key in keys {
                let Some(response) = found.get(key) else { continue };
                let version = self.instance.questionnaires.get(self.tx, response.questionnaire)?;
                take(Row { version: &version, response, spoken: Spoken::Reviewed(&self.reviews) })?;
            }
        }
        Ok(())
    }
}
