use super::Counts;
use crate::{Failure, Questionnaires};
use base::{AudienceId, QuestionnaireId, ResponseKey, TenantId};
use store::{Lot, Reach, Transaction};
use survey::{Questionnaire, Response};

/// Answers read at once: so many are in memory, however many there are.
pub const CHUNK: usize = 1000;

/// How far the counting of an audience has come, as one transaction sees it: what the snapshot holds, the lots that it
/// does not hold, and how many answers there are altogether.
pub struct Standing {
    pub audience: AudienceId,
    /// The snapshot's number; 0 where there is none.
    pub number: u64,
    pub reach: Reach,
    pub counts: Counts,
    pub lots: Vec<Lot>,
    pub answers: u64,
}

impl Standing {
    /// Without a snapshot that is of this version, can be read and agrees with the store's own counter, everything is
    /// to be counted anew.
    pub fn find(
        tx: &mut Transaction,
        tenant: TenantId,
        audience: AudienceId,
        id: QuestionnaireId,
    ) -> Result<Standing, Failure> {
        let lots = tx.uncounted_lots(tenant, audience)?;
        let answers = tx.answers_of(tenant, audience)?;
        let counted = tx.counted(tenant, audience)?;
        let number = counted.as_ref().map_or(0, |counted| counted.number);
        let usable = counted.filter(|counted| counted.questionnaire == id).and_then(|counted| {
            let counts = Counts::read(&counted.document)?;
            let agrees = counted.reach != Reach::All || counts.responses() + waiting(&lots) == answers;
            agrees.then_some((counted.reach, counts))
        });
        if usable.is_none() && number > 0 {
            tracing::info!(%audience, "answers are counted anew");
        }
        let (reach, counts) = usable.unwrap_or((Reach::Nothing, Counts::default()));
        Ok(Standing { audience, number, reach, counts, lots, answers })
    }

    /// Whether the snapshot holds every answer, and is known to.
    pub fn is_complete(&self) -> bool {
        self.reach == Reach::All && self.counts.responses() == self.answers
    }

    /// How many answers have to be read for the counts of all.
    pub fn left(&self) -> u64 {
        self.answers.saturating_sub(self.counts.responses())
    }

    /// The answers of the lots that the snapshot's count has already passed by. Only their keys: a file is one lot, so
    /// there may be very many, to be read some at a time.
    pub fn passed_by(&self) -> Vec<ResponseKey> {
        let keys = self.lots.iter().flat_map(|lot| &lot.keys).copied();
        keys.filter(|key| self.reach.covers(*key)).collect()
    }

    /// Reads up to `most` answers in the order of their keys, and moves on; empty when the count has come to the end.
    pub fn next(&mut self, tx: &mut Transaction, tenant: TenantId, most: usize) -> Result<Vec<Response>, Failure> {
        let after = match self.reach {
            Reach::Nothing => None,
            Reach::Through(key) => Some(key),
            Reach::All => return Ok(Vec::new()),
        };
        let chunk = tx.responses_after(tenant, self.audience, after, most)?;
        self.reach = match chunk.last() {
            Some(last) if chunk.len() == most => Reach::Through(last.key),
            Some(_) | None => Reach::All,
        };
        Ok(chunk)
    }
}

pub fn waiting<'a>(lots: impl IntoIterator<Item = &'a Lot>) -> u64 {
    lots.into_iter().map(|lot| u64::try_from(lot.keys.len()).unwrap_or(u64::MAX)).sum()
}

/// Adds responses to the counts of the version `id`, each through the version that it answered.
///
/// # Errors
/// Only faults of the store.
pub fn add_all(
    counts: &mut Counts,
    tx: &mut Transaction,
    questionnaires: &Questionnaires,
    (id, current): (QuestionnaireId, &Questionnaire),
    responses: &[Response],
) -> Result<(), Failure> {
    for response in responses {
        if response.questionnaire == id {
            counts.add(current, current, response);
        } else {
            counts.add(current, &*questionnaires.get(tx, response.questionnaire)?, response);
        }
    }
    Ok(())
}
