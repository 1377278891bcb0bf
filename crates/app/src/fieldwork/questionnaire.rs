use super::{StudyPlan, Trouble, plan::taken};
use crate::{Failure, personal_data::Fact};
use base::{Actor, AudienceId, Digests, Event, Fields, FileDigest, Key, Moment, QuestionnaireId, Subject, TenantId};
use jiff::civil::Date;
use store::Transaction;
use survey::{Questionnaire, Study};

/// Plans a study with its audiences.
///
/// # Errors
/// A refusal when an address is taken.
pub fn create_study(
    tx: &mut Transaction,
    tenant: TenantId,
    by: Option<Actor>,
    study: &Study,
    now: Moment,
) -> Result<(), Failure> {
    create(tx, tenant, by, study, None, now)
}

pub(super) fn create(
    tx: &mut Transaction,
    tenant: TenantId,
    by: Option<Actor>,
    study: &Study,
    confirmed: Option<Fact>,
    now: Moment,
) -> Result<(), Failure> {
    tx.add_study(tenant, study).map_err(taken)?;
    let facts = std::iter::once(("slug", study.slug.clone())).chain(confirmed).collect();
    let digests = Digests::first(StudyPlan::of(study).typed().digest());
    let created = event(now, by, "study.created", "study", study.id.0, facts);
    Ok(tx.add_event(tenant, &Event { digests, ..created })?)
}

/// Freezes an imported questionnaire and gives it to the audience. Answers to an earlier version keep naming that one.
///
/// # Errors
/// [`Trouble::Untranslated`].
#[expect(clippy::too_many_arguments, reason = "an adoption names what, by whom, from which file, when")]
pub fn adopt_questionnaire(
    tx: &mut Transaction,
    tenant: TenantId,
    by: Option<Actor>,
    audience: AudienceId,
    id: QuestionnaireId,
    questionnaire: &Questionnaire,
    original: Option<(FileDigest, String)>,
    today: Date,
    now: Moment,
) -> Result<(), Failure> {
    if let Some((code, language)) = questionnaire.untranslated() {
        return Err(Trouble::Untranslated { code, language }.into());
    }
    let original = original.as_ref().map(|(digest, name)| (*digest, name.as_str()));
    tx.add_questionnaire(tenant, id, questionnaire, original, today)?;
    tx.replace_audience_questionnaire(tenant, audience, id)?;
    let facts = vec![("questionnaire", id.to_string()), ("code", questionnaire.code.clone())];
    let archive = Fields::of("glas-questionnaire-1").text(&survey::archive::write(questionnaire));
    let digests = Digests::first(archive.digest());
    let adopted = event(now, by, "questionnaire.adopted", "audience", audience.0, facts);
    Ok(tx.add_event(tenant, &Event { digests, ..adopted })?)
}

pub fn event(
    at: Moment,
    by: Option<Actor>,
    kind: &'static str,
    noun: &'static str,
    key: Key,
    facts: Vec<(&'static str, String)>,
) -> Event {
    Event { at, by, kind, subject: Subject { noun, key }, facts, digests: Digests::default() }
}
