use crate::{
    Owner, Row, StoreFault, Transaction,
    json::{self, WrittenText},
    value::values,
};
use base::{ProjectId, PublicationId, TenantId};
use jiff::civil::Date;
use outreach::{Original, Publication, Stage, Version};
use serde::{Deserialize, Serialize};

const PUBLICATION: &str = "publication, project, party, slug, kind, published, updated";
const VERSION: &str = "number, title_bg, title_en, summary_bg, summary_en, body_bg, body_en, original, on_day";

impl Transaction {
    /// # Errors
    /// [`StoreFault::Taken`] for `publication`, `slug`; [`StoreFault::ReferenceBroken`] when an attached file is not kept.
    pub fn add_publication(&mut self, tenant: TenantId, publication: &Publication) -> Result<(), StoreFault> {
        let (published, updated) = days(publication.stage);
        self.execute(
            "insert into publication (tenant, publication, project, party, slug, kind, published, updated)
             values ($1, $2, $3, $4, $5, $6, $7, $8)",
            &values![
                tenant,
                publication.id,
                publication.project,
                publication.party,
                &publication.slug,
                publication.kind,
                published,
                updated
            ],
        )?;
        self.record_version(tenant, publication)
    }

    /// Replaces address, kind and stage, and keeps the version: in place of an unpublished one of the same number,
    /// beside the others. While the stage is published the version is frozen.
    ///
    /// # Errors
    /// [`StoreFault::Taken`] for `publication_version`, `frozen` when a version of this number was public already.
    pub fn replace_publication(&mut self, tenant: TenantId, publication: &Publication) -> Result<(), StoreFault> {
        let (published, updated) = days(publication.stage);
        self.execute(
            "update publication set slug = $3, kind = $4, published = $5, updated = $6
             where tenant = $1 and publication = $2",
            &values![tenant, publication.id, &publication.slug, publication.kind, published, updated],
        )?;
        self.record_version(tenant, publication)
    }

    /// Keeps a version that is not public yet, beside the public ones; the stage stays as it is.
    ///
    /// # Errors
    /// As for [`Transaction::replace_publication`].
    pub fn record_draft_version(
        &mut self,
        tenant: TenantId,
        publication: PublicationId,
        version: &Version,
    ) -> Result<(), StoreFault> {
        self.replace_version(tenant, publication, version, false)
    }

    /// With its newest version, public or not: for those who write it.
    pub fn publication(&mut self, tenant: TenantId, id: PublicationId) -> Result<Option<Publication>, StoreFault> {
        let sql = format!("select {PUBLICATION} from publication where tenant = $1 and publication = $2");
        let Some(row) = self.one(&sql, &values![tenant, id])? else { return Ok(None) };
        self.read_publication(tenant, row, false)
    }

    /// As the public sees it: nothing while it is a draft, else its newest public version.
    pub fn published(
        &mut self,
        tenant: TenantId,
        project: ProjectId,
        slug: &str,
    ) -> Result<Option<Publication>, StoreFault> {
        let sql = format!(
            "select {PUBLICATION} from publication
             where tenant = $1 and project = $2 and slug = $3 and published is not null"
        );
        let Some(row) = self.one(&sql, &values![tenant, project, slug])? else { return Ok(None) };
        self.read_publication(tenant, row, true)
    }

    /// Everything public of the project, the newest first.
    pub fn all_published(&mut self, tenant: TenantId, project: ProjectId) -> Result<Vec<Publication>, StoreFault> {
        let sql = format!(
            "select {PUBLICATION} from publication where tenant = $1 and project = $2 and published is not null
             order by published desc, publication"
        );
        let rows = self.rows(&sql, &values![tenant, project])?;
        let read = rows.into_iter().filter_map(|row| self.read_publication(tenant, row, true).transpose());
        read.collect()
    }

    /// Everything of the project, drafts too, with the newest versions: drafts first, then by day.
    pub fn publications(&mut self, tenant: TenantId, project: ProjectId) -> Result<Vec<Publication>, StoreFault> {
        let sql = format!(
            "select {PUBLICATION} from publication where tenant = $1 and project = $2
             order by coalesce(updated, '9999-12-31') desc, publication"
        );
        let rows = self.rows(&sql, &values![tenant, project])?;
        let read = rows.into_iter().filter_map(|row| self.read_publication(tenant, row, false).transpose());
        read.collect()
    }

    /// Every version, the newest first.
    pub fn versions(&mut self, tenant: TenantId, id: PublicationId) -> Result<Vec<Version>, StoreFault> {
        let sql = format!(
            "select {VERSION} from publication_version where tenant = $1 and publication = $2 order by number desc"
        );
        let rows = self.rows(&sql, &values![tenant, id])?;
        rows.into_iter().map(|row| self.read_version(tenant, id, row)).collect()
    }

    /// The public ones among the versions, the newest first.
    pub fn public_versions(&mut self, tenant: TenantId, id: PublicationId) -> Result<Vec<Version>, StoreFault> {
        let sql = format!(
            "select {VERSION} from publication_version where tenant = $1 and publication = $2 and frozen = 1
             order by number desc"
        );
        let rows = self.rows(&sql, &values![tenant, id])?;
        rows.into_iter().map(|row| self.read_version(tenant, id, row)).collect()
    }

    fn record_version(&mut self, tenant: TenantId, publication: &Publication) -> Result<(), StoreFault> {
        let frozen = publication.stage != Stage::Draft;
        self.replace_version(tenant, publication.id, &publication.version, frozen)
    }

    fn replace_version(
        &mut self,
        tenant: TenantId,
        publication: PublicationId,
        version: &Version,
        frozen: bool,
    ) -> Result<(), StoreFault> {
        let kept = self.execute(
            "insert into publication_version (tenant, publication, number, title_bg, title_en, summary_bg, summary_en,
                                              body_bg, body_en, original, on_day, frozen)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
             on conflict (tenant, publication, number) do update set
               title_bg = excluded.title_bg, title_en = excluded.title_en, summary_bg = excluded.summary_bg,
               summary_en = excluded.summary_en, body_bg = excluded.body_bg, body_en = excluded.body_en,
               original = excluded.original, on_day = excluded.on_day, frozen = excluded.frozen
             where publication_version.frozen = 0",
            &values![
                tenant,
                publication,
                version.number,
                &version.title.bulgarian,
                version.title.english.clone(),
                &version.summary.bulgarian,
                version.summary.english.clone(),
                &version.body.bulgarian,
                version.body.english.clone(),
                version.original.as_ref().map(|original| json::write(&WrittenOriginal::from(original))).transpose()?,
                version.on,
                frozen
            ],
        )?;
        if kept == 0 {
            return Err(StoreFault::Taken { constraint: "publication_version_frozen_key".to_owned() });
        }
        self.replace_attachments(tenant, owner(publication, version.number), &version.attachments)
    }

    /// `None` when only a public version will do and there is none.
    fn read_publication(
        &mut self,
        tenant: TenantId,
        mut row: Row,
        public: bool,
    ) -> Result<Option<Publication>, StoreFault> {
        let id = row.take()?;
        let versions = if public { self.public_versions(tenant, id)? } else { self.versions(tenant, id)? };
        let Some(version) = versions.into_iter().next() else { return Ok(None) };
        let (project, party, slug, kind) = (row.take()?, row.take()?, row.take()?, row.take()?);
        let (published, updated): (Option<Date>, Option<Date>) = (row.take()?, row.take()?);
        let stage = match published.zip(updated) {
            Some((on, updated)) => Stage::Published { on, updated },
            None => Stage::Draft,
        };
        Ok(Some(Publication { id, project, party, slug, kind, stage, version }))
    }

    fn read_version(&mut self, tenant: TenantId, id: PublicationId, mut row: Row) -> Result<Version, StoreFault> {
        let number = row.take()?;
        let attachments = self.attachments(tenant, owner(id, number))?;
        let (title, summary, body) = (row.text()?, row.text()?, row.text()?);
        let original: Option<String> = row.take()?;
        Ok(Version {
            number,
            title,
            summary,
            body,
            attachments,
            original: original.map(|text| json::read::<WrittenOriginal>(&text).map(Original::from)).transpose()?,
            on: row.take()?,
        })
    }
}

fn days(stage: Stage) -> (Option<Date>, Option<Date>) {
    match stage {
        Stage::Draft => (None, None),
        Stage::Published { on, updated } => (Some(on), Some(updated)),
    }
}

fn owner(publication: PublicationId, version: u32) -> Owner {
    Owner { kind: "publication", key: publication.0, version }
}

#[derive(Serialize, Deserialize)]
struct WrittenOriginal {
    place: WrittenText,
    address: String,
}

impl From<&Original> for WrittenOriginal {
    fn from(original: &Original) -> WrittenOriginal {
        WrittenOriginal { place: (&original.place).into(), address: original.address.clone() }
    }
}

impl From<WrittenOriginal> for Original {
    fn from(written: WrittenOriginal) -> Original {
        Original { place: written.place.into(), address: written.address }
    }
}
