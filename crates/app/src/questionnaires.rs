use crate::Failure;
use anyhow::Context;
use base::{QuestionnaireId, TenantId};
use std::{
    collections::BTreeMap,
    sync::{Arc, PoisonError, RwLock},
};
use store::Transaction;
use survey::Questionnaire;

/// The frozen versions that were needed so far. A version never changes, so what is here is always right.
pub struct Questionnaires {
    tenant: TenantId,
    known: RwLock<BTreeMap<QuestionnaireId, Arc<Questionnaire>>>,
}

/// More than an instance asks at a time; beyond it the memory is emptied and filled anew.
const MOST: usize = 200;

impl Questionnaires {
    pub fn new(tenant: TenantId) -> Questionnaires {
        Questionnaires { tenant, known: RwLock::default() }
    }

    /// # Errors
    /// A fault when there is no such version, for only references of ours lead here.
    pub fn get(&self, tx: &mut Transaction, id: QuestionnaireId) -> Result<Arc<Questionnaire>, Failure> {
        if let Some(known) = self.known.read().unwrap_or_else(PoisonError::into_inner).get(&id) {
            return Ok(known.clone());
        }
        let questionnaire =
            tx.questionnaire(self.tenant, id)?.with_context(|| format!("questionnaire {id} is gone"))?;
        let questionnaire = Arc::new(questionnaire);
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(id, questionnaire.clone());
        Ok(questionnaire)
    }
}
