use super::{
    Counts, Trouble,
    standing::{CHUNK, Standing, add_all, waiting},
};
use crate::{Failure, Questionnaires};
use base::{AudienceId, QuestionnaireId, ResponseKey, TenantId};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex, PoisonError},
};
use store::Transaction;
use survey::{Audience, Questionnaire};

/// The counts of each audience as they were last asked for. They are derived: what they lack is added from the lots that
/// came since, by whatever node, and where that does not give the number of answers that the store has counted, from the
/// stored snapshot. So a page costs what is new, and no number is ever wrong.
pub struct LiveCounts {
    tenant: TenantId,
    audiences: Mutex<BTreeMap<AudienceId, Arc<Mutex<Live>>>>,
}

#[derive(Default)]
struct Live {
    questionnaire: Option<QuestionnaireId>,
    counts: Arc<Counts>,
    /// How many files of the audience had been taken back: only then do answers go.
    undone: u64,
    /// The lots whose answers are in the counts already and that still wait for the stored snapshot.
    lots: BTreeSet<ResponseKey>,
}

/// A reader waits for no more than so many answers to be read: beyond it the scheduled work counts them first.
const MOST: u64 = 100_000;

impl LiveCounts {
    pub fn new(tenant: TenantId) -> LiveCounts {
        LiveCounts { tenant, audiences: Mutex::default() }
    }

    /// The counts of everything that was acknowledged before `tx` began.
    ///
    /// # Errors
    /// [`Trouble::BeingCounted`] while so many answers have to be counted anew that nobody should wait for it.
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
        let mut live = kept.lock().unwrap_or_else(PoisonError::into_inner);
        if !live.catch_up(tx, self.tenant, audience.id, (id, &current), questionnaires)? {
            live.begin_anew(tx, self.tenant, audience.id, (id, &current), questionnaires)?;
        }
        Ok((current, live.counts.clone()))
    }

    fn kept(&self, audience: AudienceId) -> Arc<Mutex<Live>> {
        self.audiences.lock().unwrap_or_else(PoisonError::into_inner).entry(audience).or_default().clone()
    }
}

impl Live {
    /// Adds the lots that are new; false when that is not all there is to add. Unless a file was taken back no answer is
    /// removed, and each lies in one lot only: so where the numbers agree nothing was missed and nothing counted twice.
    fn catch_up(
        &mut self,
        tx: &mut Transaction,
        tenant: TenantId,
        audience: AudienceId,
        (id, current): (QuestionnaireId, &Questionnaire),
        questionnaires: &Questionnaires,
    ) -> Result<bool, Failure> {
        if self.undone != tx.number_of_undone_imports(tenant, audience)? {
            return Ok(false);
        }
        let lots = tx.uncounted_lots(tenant, audience)?;
        let new = || lots.iter().filter(|lot| !self.lots.contains(&lot.name));
        let added = waiting(new());
        let answers = self.counts.responses() + added;
        if self.questionnaire != Some(id) || answers != tx.answers_of(tenant, audience)? {
            return Ok(false);
        }
        if added > MOST {
            return Err(Trouble::BeingCounted.into());
        }
        let keys: Vec<ResponseKey> = new().flat_map(|lot| &lot.keys).copied().collect();
        let mut counts = self.counts.clone();
        for some in keys.chunks(CHUNK) {
            let responses = tx.responses_with_keys(tenant, audience, some)?;
            add_all(Arc::make_mut(&mut counts), tx, questionnaires, (id, current), &responses)?;
        }
        self.counts = counts;
        self.lots = lots.into_iter().map(|lot| lot.name).collect();
        Ok(true)
    }

    fn begin_anew(
        &mut self,
        tx: &mut Transaction,
        tenant: TenantId,
        audience: AudienceId,
        (id, current): (QuestionnaireId, &Questionnaire),
        questionnaires: &Questionnaires,
    ) -> Result<(), Failure> {
        let undone = tx.number_of_undone_imports(tenant, audience)?;
        let mut standing = Standing::find(tx, tenant, audience, id)?;
        if standing.left() > MOST {
            return Err(Trouble::BeingCounted.into());
        }
        let mut counts = std::mem::take(&mut standing.counts);
        for some in standing.passed_by().chunks(CHUNK) {
            let responses = tx.responses_with_keys(tenant, audience, some)?;
            add_all(&mut counts, tx, questionnaires, (id, current), &responses)?;
        }
        loop {
            let responses = standing.next(tx, tenant, CHUNK)?;
            if responses.is_empty() {
                break;
            }
            add_all(&mut counts, tx, questionnaires, (id, current), &responses)?;
        }
        let lots = standing.lots.into_iter().map(|lot| lot.name).collect();
        *self = Live { questionnaire: Some(id), counts: Arc::new(counts), undone, lots };
        Ok(())
    }
}
