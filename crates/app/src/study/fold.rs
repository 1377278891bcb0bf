use super::{
    standing::{CHUNK, Standing, add_all},
    unread::{open_answers, open_questions},
};
use crate::{Failure, Instance};
use base::{AudienceId, QuestionnaireId};
use std::collections::BTreeSet;
use store::{Counted, Lot, OpenAnswerKey, Reach, Transaction};
use survey::Response;

/// One step of the counting of an audience, made on a reader and ready to be kept: what waited is in the snapshot, and
/// where answers have to be counted anew, some more of them. What they say in words of their own goes into the index of
/// the unread.
pub struct Fold {
    audience: AudienceId,
    counted: Counted,
    lots: Vec<Lot>,
    open: BTreeSet<OpenAnswerKey>,
}

impl Fold {
    /// The next step; `None` when the snapshot holds every answer. It reads what waits, and up to `most` answers besides:
    /// so it is soon done, and can be the last before a stop.
    ///
    /// # Errors
    /// Only faults of the store.
    pub fn next(
        instance: &Instance,
        tx: &mut Transaction,
        audience: AudienceId,
        id: QuestionnaireId,
        most: usize,
    ) -> Result<Option<Fold>, Failure> {
        let current = instance.questionnaires.get(tx, id)?;
        let mut standing = Standing::find(tx, instance.tenant, audience, id)?;
        if standing.is_complete() {
            return Ok(None);
        }
        let mut counts = std::mem::take(&mut standing.counts);
        let questions = open_questions(&current);
        let mut open = BTreeSet::new();
        let mut add = |tx: &mut Transaction, responses: &[Response]| {
            open.extend(responses.iter().flat_map(|response| open_answers(&questions, response)).map(|(key, _)| key));
            add_all(&mut counts, tx, &instance.questionnaires, (id, &current), responses)
        };
        for some in standing.passed_by().chunks(CHUNK) {
            let responses = tx.responses_with_keys(instance.tenant, audience, some)?;
            add(tx, &responses)?;
        }
        let responses = standing.next(tx, instance.tenant, most)?;
        add(tx, &responses)?;
        let counted = Counted {
            questionnaire: id,
            number: standing.number + 1,
            responses: counts.responses(),
            reach: standing.reach,
            document: counts.write(),
        };
        Ok(Some(Fold { audience, counted, lots: standing.lots, open }))
    }

    /// Keeps the step, unless another node was first or a later step is kept already.
    ///
    /// # Errors
    /// Only faults of the store.
    pub fn keep(&self, instance: &Instance, tx: &mut Transaction) -> Result<bool, Failure> {
        let kept = tx.replace_counted(instance.tenant, self.audience, &self.counted, &self.lots)?;
        if kept {
            tx.add_unread(instance.tenant, self.audience, &self.open)?;
        }
        Ok(kept)
    }

    /// Whether nothing but what came meanwhile is left to count.
    pub fn is_last(&self) -> bool {
        self.counted.reach == Reach::All
    }
}
