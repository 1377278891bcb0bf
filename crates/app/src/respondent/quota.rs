//! Whether there is still room for somebody with these answers.

use super::{Invitation, Refusal};
use crate::{Failure, Instance};
use store::Transaction;
use survey::{Answers, Quota};

/// Told as soon as the answer is given, so that nobody goes on in vain.
///
/// # Errors
/// [`Refusal::QuotaFull`].
pub fn look(
    instance: &Instance,
    tx: &mut Transaction,
    invitation: &Invitation,
    answers: &Answers,
) -> Result<(), Failure> {
    let quotas = tx.quotas(instance.tenant, invitation.audience.id)?;
    let is_over = quotas.iter().any(|standing| standing.is_full() && standing.quota.counts(answers));
    if is_over { Err(Refusal::QuotaFull.into()) } else { Ok(()) }
}

/// Takes a place of every quota that counts these answers, all or none.
///
/// # Errors
/// [`Refusal::QuotaFull`], and nothing is kept.
pub fn take(
    instance: &Instance,
    tx: &mut Transaction,
    invitation: &Invitation,
    quotas: &[Quota],
    answers: &Answers,
) -> Result<(), Failure> {
    for quota in quotas.iter().filter(|quota| quota.counts(answers)) {
        if !tx.take_quota(instance.tenant, invitation.audience.id, quota)? {
            return Err(Refusal::QuotaFull.into());
        }
    }
    Ok(())
}

/// The quotas of the audience in their order.
///
/// # Errors
/// Only faults of the store.
pub fn quotas(instance: &Instance, tx: &mut Transaction, invitation: &Invitation) -> Result<Vec<Quota>, Failure> {
    let standings = tx.quotas(instance.tenant, invitation.audience.id)?;
    Ok(standings.into_iter().map(|standing| standing.quota).collect())
}
