use super::kept;
use crate::{
    Failure, Instance, desk,
    rights::{self, Right},
    study::{StudyData, load_study},
};
use base::{Actor, Language, ReportId, StudyId};
use document::manuscript::{Difference, Manuscript, NumberDifference, Wording, compared};
use outreach::Project;
use store::{Report, ReportVersion, Revision, Transaction};
use survey::Study;

/// A report as its newest state, with the study that it is of.
#[derive(Debug, Clone)]
pub struct HeldReport {
    pub project: Project,
    pub study: Study,
    pub report: Report,
    pub manuscript: Manuscript,
    pub state: Revision,
}

/// A report of the actor's own party, in a project whose work it does.
///
/// # Errors
/// [`Failure::NotFound`], also for the report of another party and for those who do not write reports.
pub fn report(tx: &mut Transaction, actor: Actor, id: ReportId) -> Result<HeldReport, Failure> {
    let found = tx.report(actor.tenant, id)?.filter(|report| report.party == actor.party);
    let report = found.ok_or(Failure::NotFound)?;
    let (project, study) = written(tx, actor, report.study)?;
    let kept = tx.report_revision(actor.tenant, id, report.revision)?;
    let (state, manuscript) = kept.ok_or(Failure::NotFound)?;
    Ok(HeldReport { project, study, report, manuscript: kept::read(&manuscript)?, state })
}

/// The study, for somebody who may write its reports.
pub(super) fn written(tx: &mut Transaction, actor: Actor, study: StudyId) -> Result<(Project, Study), Failure> {
    let (project, study) = desk::study(tx, actor.tenant, actor, study)?;
    let may = rights::may(actor, Right::WriteReports, &project);
    if may { Ok((project, study)) } else { Err(Failure::NotFound) }
}

/// The reports of a study that the actor's party writes.
///
/// # Errors
/// As for [`report`].
pub fn reports(tx: &mut Transaction, actor: Actor, study: StudyId) -> Result<Vec<Report>, Failure> {
    written(tx, actor, study)?;
    let mut reports = tx.reports(actor.tenant, study)?;
    reports.retain(|report| report.party == actor.party);
    Ok(reports)
}

/// Every state that is kept, the newest first, each with the name of who made it.
///
/// # Errors
/// As for [`report`].
pub fn revisions(tx: &mut Transaction, actor: Actor, id: ReportId) -> Result<Vec<(Revision, String)>, Failure> {
    report(tx, actor, id)?;
    let mut all = Vec::new();
    for state in tx.report_revisions(actor.tenant, id)? {
        let name = tx.person(actor.tenant, state.changed_by)?.map(|person| person.name).unwrap_or_default();
        all.push((state, name));
    }
    Ok(all)
}

/// One earlier state.
///
/// # Errors
/// As for [`report`]; [`Failure::NotFound`] for a state that is kept no more.
pub fn revision(tx: &mut Transaction, actor: Actor, id: ReportId, revision: u64) -> Result<Manuscript, Failure> {
    report(tx, actor, id)?;
    let (_, manuscript) = tx.report_revision(actor.tenant, id, revision)?.ok_or(Failure::NotFound)?;
    kept::read(&manuscript)
}

/// What is different between two states, as text and as numbers.
///
/// # Errors
/// As for [`revision`].
pub fn differences(
    tx: &mut Transaction,
    actor: Actor,
    id: ReportId,
    (before, after): (u64, u64),
    language: Language,
) -> Result<(Vec<Difference>, Vec<NumberDifference>), Failure> {
    let (before, after) = (revision(tx, actor, id, before)?, revision(tx, actor, id, after)?);
    Ok(compared(&before, &after, language))
}

/// A report with the data that its numbers are asked of.
///
/// # Errors
/// As for [`report`].
pub fn looked_into(
    instance: &Instance,
    tx: &mut Transaction,
    actor: Actor,
    id: ReportId,
) -> Result<(HeldReport, StudyData), Failure> {
    let held = report(tx, actor, id)?;
    let data = load_study(instance, tx, held.study.clone())?;
    Ok((held, data))
}

/// A report in the list of a study: what it is called, and how far it is.
#[derive(Debug, Clone)]
pub struct ListedReport {
    pub report: Report,
    pub title: Wording,
    pub state: Revision,
    /// Who made the newest state.
    pub by: String,
    /// The newest that is published.
    pub published: Option<ReportVersion>,
}

/// The reports of a study that the actor's party writes, the last changed first.
///
/// # Errors
/// As for [`report`].
pub fn listed(
    tx: &mut Transaction,
    actor: Actor,
    study: StudyId,
) -> Result<(Project, Study, Vec<ListedReport>), Failure> {
    let (project, found) = written(tx, actor, study)?;
    let mut all = Vec::new();
    for report in reports(tx, actor, study)? {
        let kept = tx.report_revision(actor.tenant, report.id, report.revision)?;
        let (state, manuscript) = kept.ok_or(Failure::NotFound)?;
        let by = tx.person(actor.tenant, state.changed_by)?.map(|person| person.name).unwrap_or_default();
        let published = tx.report_versions(actor.tenant, report.id)?.into_iter().next();
        all.push(ListedReport { title: kept::read(&manuscript)?.title().clone(), report, state, by, published });
    }
    all.sort_by_key(|one| std::cmp::Reverse(one.state.changed_at));
    Ok((project, found, all))
}

/// The study that a report may be begun of, with its data.
///
/// # Errors
/// As for [`report`].
pub fn studied(
    instance: &Instance,
    tx: &mut Transaction,
    actor: Actor,
    study: StudyId,
) -> Result<(Project, StudyData), Failure> {
    let (project, study) = written(tx, actor, study)?;
    Ok((project, load_study(instance, tx, study)?))
}
