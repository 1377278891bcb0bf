//! Files on a thing, whichever noun it is: what each is called, what it is, and where its bytes are.

use crate::{Row, StoreFault, Transaction, value::values};
use base::{FileDigest, Key, TenantId};
use outreach::{Accessibility, Attachment};

/// The thing that files are on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owner {
    /// A stable code: `publication`.
    pub kind: &'static str,
    pub key: Key,
    /// Of things that have versions; otherwise 0.
    pub version: u32,
}

const COLUMNS: &str = "file, name, title_bg, title_en, media_type, bytes, on_day, language, accessibility";

impl Transaction {
    /// In their order.
    pub fn attachments(&mut self, tenant: TenantId, owner: Owner) -> Result<Vec<Attachment>, StoreFault> {
        let sql = format!(
            "select {COLUMNS} from attached where tenant = $1 and kind = $2 and owner = $3 and version = $4 order by place"
        );
        let rows = self.rows(&sql, &values![tenant, owner.kind, owner.key, owner.version])?;
        rows.into_iter().map(read_attachment).collect()
    }

    /// # Errors
    /// [`StoreFault::ReferenceBroken`] when a file is not kept.
    pub fn replace_attachments(
        &mut self,
        tenant: TenantId,
        owner: Owner,
        attachments: &[Attachment],
    ) -> Result<(), StoreFault> {
        let Owner { kind, key, version } = owner;
        self.execute(
            "delete from attached where tenant = $1 and kind = $2 and owner = $3 and version = $4",
            &values![tenant, kind, key, version],
        )?;
        for (place, attachment) in (0_i64..).zip(attachments) {
            self.execute(
                "insert into attached (tenant, kind, owner, version, place, file, name, title_bg, title_en, media_type,
                                       bytes, on_day, language, accessibility)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
                &values![
                    tenant,
                    kind,
                    key,
                    version,
                    place,
                    attachment.file,
                    &attachment.name,
                    &attachment.title.bulgarian,
                    attachment.title.english.clone(),
                    &attachment.media_type,
                    attachment.bytes,
                    attachment.on,
                    attachment.language.map(|language| language.tag().to_owned()),
                    attachment.accessibility.code()
                ],
            )?;
        }
        Ok(())
    }

    /// The attachment by which everybody may read the file, where some public version of a publication in an opened project
    /// has it.
    pub fn public_attachment(&mut self, tenant: TenantId, file: FileDigest) -> Result<Option<Attachment>, StoreFault> {
        let sql = format!(
            "select {COLUMNS} from attached a
             where a.tenant = $1 and a.file = $2 and a.kind = 'publication'
               and exists (select 1 from publication_version v
                 join publication p on p.tenant = v.tenant and p.publication = v.publication
                 where v.tenant = a.tenant and v.publication = a.owner and v.number = a.version
                   and v.frozen = 1 and p.published is not null
                   and not exists (select 1 from unopened_project u where u.tenant = p.tenant and u.project = p.project))
             order by a.on_day desc, a.owner, a.version, a.place limit 1"
        );
        self.one(&sql, &values![tenant, file])?.map(read_attachment).transpose()
    }
}

fn read_attachment(mut row: Row) -> Result<Attachment, StoreFault> {
    let (file, name, title) = (row.take()?, row.take()?, row.text()?);
    let (media_type, bytes, on) = (row.take()?, row.take()?, row.take()?);
    let language: Option<String> = row.take()?;
    let language = language.map(|tag| tag.parse().map_err(|_| StoreFault::Unreadable("a language"))).transpose()?;
    let accessibility = Accessibility::from_code(&row.take::<String>()?);
    let accessibility = accessibility.ok_or(StoreFault::Unreadable("how a file can be read"))?;
    Ok(Attachment { file, name, title, media_type, bytes, on, language, accessibility })
}
