use super::{Invitation, quota};
use crate::{Failure, Instance};
use base::QuestionnaireId;
use jiff::civil::Date;
use std::{
    collections::BTreeMap,
    sync::{Arc, PoisonError, RwLock},
};
use store::Transaction;
use survey::{Questionnaire, Quota, Stage};

/// Invitations that were looked up before, so that sending a form needs one visit to the store and not two.
///
/// What is remembered may be outdated. It serves to read a form before the transaction that keeps the answers; there
/// [`Known::is_current`] decides whether that reading may be used.
#[derive(Default)]
pub struct KnownInvitations {
    by_token: RwLock<BTreeMap<String, Known>>,
}

#[derive(Debug, Clone)]
pub struct Known {
    pub invitation: Arc<Invitation>,
    pub id: QuestionnaireId,
    pub questionnaire: Arc<Questionnaire>,
    /// What limits answers by what they say.
    pub quotas: Vec<Quota>,
    /// The changes to studies there had been.
    changes: i64,
}

/// More than an instance asks at a time; beyond it the memory is emptied and filled anew.
const MOST: usize = 500;

impl KnownInvitations {
    /// What is remembered of the address, unless today is no day for answering there.
    pub fn get(&self, token: &str, today: Date) -> Option<Known> {
        let by_token = self.by_token.read().unwrap_or_else(PoisonError::into_inner);
        let known = by_token.get(token)?;
        (known.invitation.study.fieldwork.stage(today) == Stage::Open).then(|| known.clone())
    }

    fn remember(&self, token: &str, known: Known) {
        let mut by_token = self.by_token.write().unwrap_or_else(PoisonError::into_inner);
        if by_token.len() >= MOST {
            by_token.clear();
        }
        by_token.insert(token.to_owned(), known);
    }
}

impl Known {
    /// Finds the invitation in the store and remembers it.
    ///
    /// # Errors
    /// As [`Invitation::admit`].
    pub fn find(
        instance: &Instance,
        tx: &mut Transaction,
        invitation: Invitation,
        today: Date,
    ) -> Result<Known, Failure> {
        let id = invitation.admit(instance, tx, today)?;
        let questionnaire = instance.questionnaires.get(tx, id)?;
        let quotas = quota::quotas(instance, tx, &invitation)?;
        let changes = tx.studies_changed(instance.tenant)?;
        let known = Known { invitation: Arc::new(invitation), id, questionnaire, quotas, changes };
        // A personal code is used once: there is nothing to remember of it.
        if known.invitation.code.is_none() {
            instance.invitations.remember(&known.invitation.audience.token, known.clone());
        }
        Ok(known)
    }

    /// Whether nothing about studies has changed since, on this node or another.
    pub(super) fn is_current(&self, instance: &Instance, tx: &mut Transaction) -> Result<bool, Failure> {
        Ok(tx.studies_changed(instance.tenant)? == self.changes)
    }
}
