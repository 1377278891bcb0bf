//! What everybody may read of the reports of a study: the versions that were published, and their files.

use super::{Kind, kept, publishing};
use crate::{
    Failure, Instance,
    study::{Counts, StudyData, StudyFigures, load_study},
};
use base::{FileDigest, Language, TenantId, Text};
use document::{
    Document,
    manuscript::{Changed, Manuscript},
};
use outreach::{Attachment, Project};
use std::sync::Arc;
use store::{Report, ReportVersion, Transaction, report_data, report_files};
use survey::Study;

/// A report of which something is published.
#[derive(Debug, Clone)]
pub struct PublishedReport {
    pub report: Report,
    /// In whose name.
    pub party: Text,
    /// The newest first; never empty.
    pub versions: Vec<ReportVersion>,
}

impl PublishedReport {
    pub fn newest(&self) -> Option<&ReportVersion> {
        self.versions.first()
    }

    pub fn version(&self, number: u32) -> Option<&ReportVersion> {
        self.versions.iter().find(|version| version.version == number)
    }

    /// Where everybody finds it, below the address of its study.
    pub fn path(&self) -> String {
        format!("/reports/{}", self.report.number)
    }
}

/// The published reports of a study: those of the parties in the order of the project, each party's in their own.
///
/// # Errors
/// Only faults of the store.
pub fn published(
    tx: &mut Transaction,
    tenant: TenantId,
    project: &Project,
    study: &Study,
) -> Result<Vec<PublishedReport>, Failure> {
    let mut found = Vec::new();
    for report in tx.reports(tenant, study.id)? {
        let versions = tx.report_versions(tenant, report.id)?;
        let place = project.parties.iter().position(|one| one.party.id == report.party);
        let party = place.and_then(|place| project.parties.get(place)).map(|one| one.party.name.clone());
        if !versions.is_empty() {
            let order = (place.unwrap_or(usize::MAX), report.number);
            found.push((order, PublishedReport { report, party: party.unwrap_or_default(), versions }));
        }
    }
    found.sort_by_key(|(order, _)| *order);
    Ok(found.into_iter().map(|(_, report)| report).collect())
}

/// The one that stands in the place of what the program proposes: the first with the results.
pub fn main_report(published: &[PublishedReport]) -> Option<&PublishedReport> {
    published.iter().find(|one| one.report.kind == Kind::Results.code())
}

/// The files of a version, as they were made when it was published.
///
/// # Errors
/// Only faults of the store.
pub fn files(
    tx: &mut Transaction,
    tenant: TenantId,
    report: &Report,
    version: &ReportVersion,
) -> Result<Vec<Attachment>, Failure> {
    Ok(tx.attachments(tenant, report_files(report.id, version.version))?)
}

/// The words of a version with every number as it was.
///
/// # Errors
/// A fault for what no program of ours has written.
pub fn manuscript(version: &ReportVersion) -> Result<Manuscript, Failure> {
    kept::read(&version.manuscript)
}

/// The digests of what a version was counted from, to be read before it is made once more.
///
/// # Errors
/// Only faults of the store.
pub fn frozen_files(
    tx: &mut Transaction,
    tenant: TenantId,
    report: &Report,
    version: &ReportVersion,
) -> Result<Vec<FileDigest>, Failure> {
    let kept = tx.attachments(tenant, report_data(report.id, version.version))?;
    Ok(kept.into_iter().map(|file| file.file).collect())
}

/// A version made once more by this program: of the questionnaires and counts of then.
#[derive(Debug)]
pub struct Remade {
    pub document: Document,
    /// Numbers that come out as something else.
    pub changed: Vec<Changed>,
}

/// Makes a version once more from what was frozen with it; `frozen` are the bytes of [`frozen_files`].
///
/// # Errors
/// A fault where what was frozen cannot be read by this program.
#[expect(
    clippy::too_many_arguments,
    reason = "which version, of which study, from what, in which language and where it is"
)]
pub fn remade(
    instance: &Instance,
    tx: &mut Transaction,
    study: Study,
    kind: Kind,
    version: &ReportVersion,
    frozen: &[Vec<u8>],
    language: Language,
    address: String,
) -> Result<Remade, Failure> {
    let mut data = load_study(instance, tx, study)?;
    for bytes in frozen {
        thaw(&mut data, bytes)?;
    }
    let manuscript = kept::read(&version.manuscript)?;
    let words = crate::Words::new(language);
    let changed = manuscript.changed(language, &StudyFigures::new(&data, &words));
    let document = publishing::document(&manuscript, kind, &data, language, version.on, Some(address));
    Ok(Remade { document, changed })
}

fn thaw(data: &mut StudyData, bytes: &[u8]) -> Result<(), Failure> {
    let unreadable = || Failure::Fault(anyhow::anyhow!("what was frozen with a report is of another program"));
    let frozen: publishing::FrozenData = serde_json::from_slice(bytes).map_err(|error| Failure::Fault(error.into()))?;
    let found = data.audiences.iter_mut().find(|one| one.audience.code == frozen.audience);
    let Some(audience) = found else { return Ok(()) };
    audience.counts = Arc::new(Counts::read(&frozen.counts).ok_or_else(unreadable)?);
    audience.questionnaire = Arc::new(survey::archive::read(&frozen.questionnaire).map_err(|_| unreadable())?);
    Ok(())
}
