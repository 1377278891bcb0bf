//! Written reports of studies: each with all its states, and with what was frozen whenever it was published. The manuscript
//! itself is text that `app` writes and reads.

use crate::{Owner, Revision, Row, StoreFault, Transaction, json, value::values};
use base::{Language, PartyId, PersonId, ReportId, StudyId, TenantId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A report without its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub id: ReportId,
    pub study: StudyId,
    /// Among the reports of the study, whoever writes them; counted from one, and part of public addresses.
    pub number: u32,
    /// Whose people write it.
    pub party: PartyId,
    /// As `app` names it.
    pub kind: String,
    pub languages: Vec<Language>,
    /// The newest, counted from one.
    pub revision: u64,
}

/// What was frozen when a report was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportVersion {
    pub version: u32,
    pub revision: u64,
    pub on: Date,
    /// The version of the program that the numbers were made with.
    pub engine: String,
    pub sources: Vec<ReportSource>,
    /// With every number as it was.
    pub manuscript: String,
    /// What was put right since the version before; empty for the first.
    pub note: String,
}

/// The answers of one audience that a published report is of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportSource {
    pub audience: String,
    /// The digest of the questionnaire that was asked.
    pub questionnaire: String,
    pub answers: u64,
    /// The digest of everything that was counted.
    pub counts: String,
    /// How answers were weighted, as `app` names it.
    pub weights: String,
}

/// The thing that the files of a published version are on.
pub fn report_files(report: ReportId, version: u32) -> Owner {
    Owner { kind: "report", key: report.0, version }
}

/// The thing that the data of a published version are on, from which it can be made once more. Nobody else may read them.
pub fn report_data(report: ReportId, version: u32) -> Owner {
    Owner { kind: "report-data", key: report.0, version }
}

const REPORT: &str = "report, study, number, party, kind, languages, revision";
const VERSION: &str = "version, revision, on_day, engine, sources, manuscript, note";

impl Transaction {
    /// Begins a report without any revision yet.
    pub fn add_report(&mut self, tenant: TenantId, report: &Report) -> Result<(), StoreFault> {
        let languages: Vec<&str> = report.languages.iter().map(|language| language.tag()).collect();
        self.execute(
            "insert into report (tenant, report, study, number, party, kind, languages, revision)
             values ($1, $2, $3, $4, $5, $6, $7, $8)",
            &values![
                tenant,
                report.id,
                report.study,
                report.number,
                report.party,
                &report.kind,
                languages.join(" "),
                report.revision
            ],
        )?;
        Ok(())
    }

    pub fn report(&mut self, tenant: TenantId, id: ReportId) -> Result<Option<Report>, StoreFault> {
        let sql = format!("select {REPORT} from report where tenant = $1 and report = $2");
        self.one(&sql, &values![tenant, id])?.map(read_report).transpose()
    }

    /// Of one study, in the order in which they were begun.
    pub fn reports(&mut self, tenant: TenantId, study: StudyId) -> Result<Vec<Report>, StoreFault> {
        let sql = format!("select {REPORT} from report where tenant = $1 and study = $2 order by number, report");
        self.rows(&sql, &values![tenant, study])?.into_iter().map(read_report).collect()
    }

    /// Goes from one revision to the next; false where somebody else did so before.
    pub fn advance_report(&mut self, tenant: TenantId, id: ReportId, from: u64) -> Result<bool, StoreFault> {
        let changed = self.execute(
            "update report set revision = revision + 1 where tenant = $1 and report = $2 and revision = $3",
            &values![tenant, id, from],
        )?;
        Ok(changed > 0)
    }

    pub fn add_report_revision(
        &mut self,
        tenant: TenantId,
        id: ReportId,
        revision: &Revision,
        manuscript: &str,
    ) -> Result<(), StoreFault> {
        self.execute(
            "insert into report_revision
             (tenant, report, revision, act, about, manuscript, changed_by, changed_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8)",
            &values![
                tenant,
                id,
                revision.revision,
                &revision.act,
                &revision.about,
                manuscript,
                revision.changed_by,
                revision.changed_at
            ],
        )?;
        Ok(())
    }

    /// The newest first.
    pub fn report_revisions(&mut self, tenant: TenantId, id: ReportId) -> Result<Vec<Revision>, StoreFault> {
        let columns = Revision::COLUMNS;
        let sql =
            format!("select {columns} from report_revision where tenant = $1 and report = $2 order by revision desc");
        self.rows(&sql, &values![tenant, id])?.into_iter().map(Revision::read).collect()
    }

    /// One state with its manuscript.
    pub fn report_revision(
        &mut self,
        tenant: TenantId,
        id: ReportId,
        revision: u64,
    ) -> Result<Option<(Revision, String)>, StoreFault> {
        let columns = Revision::COLUMNS;
        let sql = format!(
            "select manuscript, {columns} from report_revision where tenant = $1 and report = $2 and revision = $3"
        );
        let Some(mut row) = self.one(&sql, &values![tenant, id, revision])? else { return Ok(None) };
        let manuscript: String = row.take()?;
        Ok(Some((Revision::read(row)?, manuscript)))
    }

    /// The states that somebody made, of all reports, the oldest first.
    pub fn report_revisions_by(&mut self, tenant: TenantId, person: PersonId) -> Result<Vec<Revision>, StoreFault> {
        let columns = Revision::COLUMNS;
        let sql = format!(
            "select {columns} from report_revision
             where tenant = $1 and changed_by = $2 order by changed_at, report, revision"
        );
        self.rows(&sql, &values![tenant, person])?.into_iter().map(Revision::read).collect()
    }

    /// Forgets the states before `first`.
    pub fn remove_report_revisions_before(
        &mut self,
        tenant: TenantId,
        id: ReportId,
        first: u64,
    ) -> Result<u64, StoreFault> {
        self.execute(
            "delete from report_revision where tenant = $1 and report = $2 and revision < $3",
            &values![tenant, id, first],
        )
    }

    /// # Errors
    /// [`StoreFault::Taken`] where somebody else has added that version.
    pub fn add_report_version(
        &mut self,
        tenant: TenantId,
        id: ReportId,
        version: &ReportVersion,
    ) -> Result<(), StoreFault> {
        self.execute(
            "insert into report_version
             (tenant, report, version, revision, on_day, engine, sources, manuscript, note)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            &values![
                tenant,
                id,
                version.version,
                version.revision,
                version.on,
                &version.engine,
                json::write(&version.sources)?,
                &version.manuscript,
                &version.note
            ],
        )?;
        Ok(())
    }

    /// Every version, the newest first.
    pub fn report_versions(&mut self, tenant: TenantId, id: ReportId) -> Result<Vec<ReportVersion>, StoreFault> {
        let sql =
            format!("select {VERSION} from report_version where tenant = $1 and report = $2 order by version desc");
        self.rows(&sql, &values![tenant, id])?.into_iter().map(read_version).collect()
    }
}

fn read_report(mut row: Row) -> Result<Report, StoreFault> {
    Ok(Report {
        id: row.take()?,
        study: row.take()?,
        number: row.take()?,
        party: row.take()?,
        kind: row.take()?,
        languages: row
            .take::<String>()?
            .split_whitespace()
            .map(|tag| tag.parse().map_err(|_| StoreFault::Unreadable("a language of a report")))
            .collect::<Result<_, _>>()?,
        revision: row.take()?,
    })
}

fn read_version(mut row: Row) -> Result<ReportVersion, StoreFault> {
    Ok(ReportVersion {
        version: row.take()?,
        revision: row.take()?,
        on: row.take()?,
        engine: row.take()?,
        sources: json::read(&row.take::<String>()?)?,
        manuscript: row.take()?,
        note: row.take()?,
    })
}
