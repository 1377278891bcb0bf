//! Quotas of an audience: at most so many answers from those who choose one option.

use super::{Trouble, questionnaire::event};
use crate::{Failure, Instance, Refusal};
use base::{Actor, AudienceId, Moment, TenantId};
use store::{ImportBatch, Transaction};
use survey::{
    Answers, Audience, OptionCode, Question, QuestionCode, QuestionKind, Questionnaire, Quota, QuotaStanding,
};

/// No quota is larger.
const MOST: u32 = 1_000_000;

/// What somebody typed beside the options: as it is sent, by question and option.
#[derive(Debug, Clone, Default)]
pub struct TypedQuotas(pub Vec<(QuestionCode, OptionCode, String)>);

impl TypedQuotas {
    /// Those that were typed; an empty field is no quota.
    ///
    /// # Errors
    /// Every number at fault at once.
    pub fn read(&self, questionnaire: &Questionnaire) -> Result<Vec<Quota>, Failure> {
        let (mut quotas, mut refusals) = (Vec::new(), Vec::new());
        for (question, option, typed) in &self.0 {
            let typed = typed.trim();
            let is_known = questionnaire.question(question.as_str()).is_some_and(|known| {
                may_have_quotas(questionnaire, known)
                    && questionnaire.scale_of(known).is_some_and(|scale| scale.option(option.as_str()).is_some())
            });
            if typed.is_empty() || !is_known {
                continue;
            }
            match typed.parse::<u32>() {
                Ok(most) if (1..=MOST).contains(&most) => {
                    quotas.push(Quota { question: question.clone(), option: option.clone(), most });
                }
                Ok(_) | Err(_) => {
                    let given = typed.chars().take(40).collect();
                    refusals.push(Refusal::from(Trouble::QuotaUnreadable { field: field(question, option), given }));
                }
            }
        }
        if refusals.is_empty() { Ok(quotas) } else { Err(Failure::Refused(refusals)) }
    }
}

/// The name of the field for one option. No code has a colon in it.
pub fn field(question: &QuestionCode, option: &OptionCode) -> String {
    format!("{question}:{option}")
}

/// One choice or several, outside of batteries: what tells who answers, not what they say of a service.
pub fn may_have_quotas(questionnaire: &Questionnaire, question: &Question) -> bool {
    matches!(question.kind, QuestionKind::One { .. } | QuestionKind::Many { .. })
        && questionnaire.battery_of(question.code.as_str()).is_none()
}

/// Sets the quotas of the audience anew. Whoever has answered already is counted.
///
/// # Errors
/// [`crate::study::Trouble::BeingCounted`].
pub fn set_quotas(
    instance: &Instance,
    tx: &mut Transaction,
    by: Actor,
    audience: &Audience,
    quotas: Vec<Quota>,
    now: Moment,
) -> Result<(), Failure> {
    tx.hold_quotas(by.tenant, audience.id)?;
    let id = audience.questionnaire.ok_or(Trouble::NoQuestionnaire)?;
    let (questionnaire, counts) = instance.counts.of(tx, audience, id, &instance.questionnaires)?;
    let taken = |quota: &Quota| {
        let question = questionnaire.question(quota.question.as_str())?;
        let place = questionnaire.scale_of(question)?.options.iter().position(|option| option.code == quota.option)?;
        counts.question(quota.question.as_str())?.options.get(place).copied()
    };
    let standing = |quota: Quota| {
        let taken = u32::try_from(taken(&quota).unwrap_or(0)).unwrap_or(u32::MAX);
        QuotaStanding { quota, taken }
    };
    let standings: Vec<QuotaStanding> = quotas.into_iter().map(standing).collect();
    tx.replace_quotas(by.tenant, audience.id, &standings)?;
    let written: Vec<String> = standings
        .iter()
        .map(|standing| {
            format!("{} = {}", field(&standing.quota.question, &standing.quota.option), standing.quota.most)
        })
        .collect();
    let facts = vec![("quotas", written.join("; "))];
    Ok(tx.add_event(by.tenant, &event(now, Some(by), "quotas.set", "audience", audience.id.0, facts))?)
}

/// Counts answers that came on paper or from a file. They are there already, so none is refused for a full quota.
///
/// # Errors
/// Only faults of the store.
pub fn count_in<'a>(
    tx: &mut Transaction,
    tenant: TenantId,
    audience: AudienceId,
    answers: impl Iterator<Item = &'a Answers> + Clone,
) -> Result<(), Failure> {
    tx.share_quotas(tenant, audience)?;
    for standing in tx.quotas(tenant, audience)? {
        let number = answers.clone().filter(|answers| standing.quota.counts(answers)).count();
        if number > 0 {
            tx.count_in_quota(tenant, audience, &standing.quota, number)?;
        }
    }
    Ok(())
}

/// Counts the answers of a file out again, some at a time.
///
/// # Errors
/// Only faults of the store.
pub fn count_out(tx: &mut Transaction, tenant: TenantId, batch: &ImportBatch) -> Result<(), Failure> {
    tx.hold_quotas(tenant, batch.audience)?;
    let standings = tx.quotas(tenant, batch.audience)?;
    let mut after = None;
    while !standings.is_empty() {
        let some = tx.imported_after(tenant, batch, after, 1000)?;
        let Some(last) = some.last() else { break };
        after = Some(last.key);
        for QuotaStanding { quota, .. } in &standings {
            let number = some.iter().filter(|response| quota.counts(&response.answers)).count();
            if number > 0 {
                tx.count_out_of_quota(tenant, batch.audience, quota, number)?;
            }
        }
    }
    Ok(())
}
