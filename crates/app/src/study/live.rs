use super::Counts;
use crate::{Failure, Questionnaires};
use base::{AudienceId, QuestionnaireId, TenantId};
use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};
use store::Transaction;
use survey::{Audience, Questionnaire, Response};

/// The counts of each audience, kept in memory. They are derived: whenever they do not agree with the store's own
/// counter they are made anew from the responses, so a restart or another node costs one pass and never a wrong number.
pub struct LiveCounts {
    tenant: TenantId,
    audiences: Mutex<BTreeMap<AudienceId, Arc<Kept>>>,
}

/// When an answer was written, told in recounts: how many there had been. Only [`LiveCounts::turn`] makes one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn(u64);

#[derive(Default)]
struct Kept {
    /// Advanced by every recount, after it has opened its view of the store. Apart from the counts, so that a writer
    /// that notes it never waits for a recount.
    turn: AtomicU64,
    live: Mutex<Live>,
}

#[derive(Default)]
struct Live {
    questionnaire: Option<QuestionnaireId>,
    counts: Arc<Counts>,
}

impl LiveCounts {
    pub fn new(tenant: TenantId) -> LiveCounts {
        LiveCounts { tenant, audiences: Mutex::default() }
    }

    /// The counts of everything that was acknowledged before `tx` began.
    ///
    /// # Errors
    /// Only faults of the store.
    pub fn of(
        &self,
        tx: &mut Transaction,
        audience: &Audience,
        id: QuestionnaireId,
        questionnaires: &Questionnaires,
    ) -> Result<(Arc<Questionnaire>, Arc<Counts>), Failure> {
        let current = questionnaires.get(tx, id)?;
        let kept = self.kept(audience.id);
        // Whoever else wants the same counts waits here instead of counting too.
        let mut live = kept.live.lock().unwrap_or_else(PoisonError::into_inner);
        let stored = tx.answers_of(self.tenant, audience.id)?;
        if live.questionnaire != Some(id) || live.counts.responses() != stored {
            kept.turn.fetch_add(1, Ordering::SeqCst);
            live.counts = Arc::new(self.count(tx, audience.id, id, &current, questionnaires)?);
            live.questionnaire = Some(id);
        }
        Ok((current, live.counts.clone()))
    }

    /// To be noted before an answer of the audience is committed, for [`LiveCounts::add`].
    pub fn turn(&self, audience: AudienceId) -> Turn {
        Turn(self.kept(audience).turn.load(Ordering::SeqCst))
    }

    /// Adds a response that was just acknowledged as new. Nothing is done for an audience that nobody has looked at, nor
    /// after a recount since `turn`, which may have seen the response already: what it has not seen makes the counts
    /// differ from the store's counter, and so the next reader counts anew. Nothing is ever counted twice.
    pub fn add(&self, turn: Turn, current: QuestionnaireId, questionnaire: &Questionnaire, response: &Response) {
        let kept = self.kept(response.audience);
        let mut live = kept.live.lock().unwrap_or_else(PoisonError::into_inner);
        let is_the_same_turn = kept.turn.load(Ordering::SeqCst) == turn.0;
        if is_the_same_turn && live.questionnaire == Some(current) && response.questionnaire == current {
            Arc::make_mut(&mut live.counts).add(questionnaire, questionnaire, response);
        }
    }

    fn kept(&self, audience: AudienceId) -> Arc<Kept> {
        self.audiences.lock().unwrap_or_else(PoisonError::into_inner).entry(audience).or_default().clone()
    }

    fn count(
        &self,
        tx: &mut Transaction,
        audience: AudienceId,
        id: QuestionnaireId,
        current: &Questionnaire,
        questionnaires: &Questionnaires,
    ) -> Result<Counts, Failure> {
        let mut counts = Counts::default();
        let mut after = None;
        loop {
            let chunk = tx.responses_after(self.tenant, audience, after, 1000)?;
            let Some(last) = chunk.last() else { return Ok(counts) };
            after = Some(last.key);
            for response in &chunk {
                if response.questionnaire == id {
                    counts.add(current, current, response);
                } else {
                    counts.add(current, &*questionnaires.get(tx, response.questionnaire)?, response);
                }
            }
        }
    }
}
