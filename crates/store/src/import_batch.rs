use crate::{
    Row, StoreFault, Transaction,
    response::{COLUMNS as RESPONSE, read_response},
    value::values,
};
use base::{AudienceId, BatchId, FileDigest, Key, PersonId, ResponseKey, TenantId};
use jiff::civil::Date;
use survey::Response;

/// One file of earlier answers that was taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportBatch {
    pub id: BatchId,
    pub audience: AudienceId,
    pub file: FileDigest,
    /// The file's name as it was uploaded.
    pub name: String,
    pub accepted: u32,
    pub rejected: u32,
    pub imported_by: Option<PersonId>,
    pub imported_on: Date,
}

/// A file that was taken in and taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UndoneImport {
    pub batch: ImportBatch,
    pub by: PersonId,
    pub on: Date,
    pub note: String,
}

const COLUMNS: &str = "batch, audience, file, name, accepted, rejected, imported_by, imported_on";

impl Transaction {
    /// # Errors
    /// [`StoreFault::Taken`] for `import_batch`, `file` when the same file was taken in for this audience before.
    pub fn add_import_batch(&mut self, tenant: TenantId, batch: &ImportBatch) -> Result<(), StoreFault> {
        self.execute(
            "insert into import_batch (tenant, batch, audience, file, name, accepted, rejected, imported_by, imported_on)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            &values![
                tenant,
                batch.id,
                batch.audience,
                batch.file,
                &batch.name,
                batch.accepted,
                batch.rejected,
                batch.imported_by,
                batch.imported_on
            ],
        )?;
        Ok(())
    }

    pub fn import_batch(&mut self, tenant: TenantId, batch: BatchId) -> Result<Option<ImportBatch>, StoreFault> {
        let sql = format!("select {COLUMNS} from import_batch where tenant = $1 and batch = $2");
        self.one(&sql, &values![tenant, batch])?.map(read_batch).transpose()
    }

    /// The newest first.
    pub fn import_batches(&mut self, tenant: TenantId, audience: AudienceId) -> Result<Vec<ImportBatch>, StoreFault> {
        let sql = format!(
            "select {COLUMNS} from import_batch where tenant = $1 and audience = $2 order by imported_on desc, batch"
        );
        self.rows(&sql, &values![tenant, audience])?.into_iter().map(read_batch).collect()
    }

    /// Up to `most` answers of the file behind `after`, in the order of their keys.
    pub fn imported_after(
        &mut self,
        tenant: TenantId,
        batch: &ImportBatch,
        after: Option<ResponseKey>,
        most: usize,
    ) -> Result<Vec<Response>, StoreFault> {
        // Nothing lies before sixteen zeros, which no random key is.
        let after = after.unwrap_or(BEFORE_ALL);
        let sql = format!(
            "select {RESPONSE} from response where tenant = $1 and audience = $2 and batch = $3 and key > $4
             order by key limit $5"
        );
        let rows = self.rows(&sql, &values![tenant, batch.audience, batch.id, after, most])?;
        rows.into_iter().map(read_response).collect()
    }

    /// Takes the file's answers out, with everything that was decided about their words (`kind` is what rulings call
    /// those), and answers how many they were. What the audience's answers add up to is counted anew, and a count that
    /// is being made is lost: it would hold what is gone.
    pub fn remove_imported(&mut self, tenant: TenantId, batch: &ImportBatch, kind: &str) -> Result<u64, StoreFault> {
        let theirs = "select key from response where tenant = $1 and audience = $2 and batch = $3";
        let of_batch = values![tenant, batch.audience, batch.id];
        // Their old rows leave the files when their days are settled.
        self.execute(
            "insert into unsettled_day (tenant, audience, day)
             select distinct tenant, audience, day from response where tenant = $1 and audience = $2 and batch = $3
             on conflict (tenant, audience, day) do nothing",
            &of_batch,
        )?;
        for table in ["review", "unread", "coded_answer", "sampled_answer"] {
            let sql = format!("delete from {table} where tenant = $1 and audience = $2 and response in ({theirs})");
            self.execute(&sql, &of_batch)?;
        }
        for table in ["ruling", "appeal"] {
            let sql =
                format!("delete from {table} where tenant = $1 and place = $2 and kind = $4 and subject in ({theirs})");
            self.execute(&sql, &values![tenant, batch.audience, batch.id, kind])?;
        }
        let removed =
            self.execute("delete from response where tenant = $1 and audience = $2 and batch = $3", &of_batch)?;
        self.execute("delete from response_count where tenant = $1 and audience = $2 and batch = $3", &of_batch)?;
        self.counts.forget_batch(tenant, batch.audience, batch.id);
        self.execute("delete from import_mark where tenant = $1 and batch = $2", &values![tenant, batch.id])?;
        self.execute("delete from import_batch where tenant = $1 and batch = $2", &values![tenant, batch.id])?;
        self.begin_counting_anew(tenant, batch.audience)?;
        self.count_study_change(tenant)?;
        Ok(removed)
    }

    pub fn add_undone_import(&mut self, tenant: TenantId, undone: &UndoneImport) -> Result<(), StoreFault> {
        let batch = &undone.batch;
        self.execute(
            "insert into undone_import (tenant, batch, audience, file, name, accepted, rejected, imported_by,
                                        imported_on, undone_by, undone_on, note)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            &values![
                tenant,
                batch.id,
                batch.audience,
                batch.file,
                &batch.name,
                batch.accepted,
                batch.rejected,
                batch.imported_by,
                batch.imported_on,
                undone.by,
                undone.on,
                &undone.note
            ],
        )?;
        Ok(())
    }

    /// The last one undone first.
    pub fn undone_imports(&mut self, tenant: TenantId, audience: AudienceId) -> Result<Vec<UndoneImport>, StoreFault> {
        let sql = format!(
            "select {COLUMNS}, undone_by, undone_on, note from undone_import where tenant = $1 and audience = $2
             order by undone_on desc, batch"
        );
        let read = |mut row: Row| {
            let batch = read_fields(&mut row)?;
            Ok(UndoneImport { batch, by: row.take()?, on: row.take()?, note: row.take()? })
        };
        self.rows(&sql, &values![tenant, audience])?.into_iter().map(read).collect()
    }

    /// How many files of the audience were taken back: whoever remembers what its answers add up to looks whether this
    /// is still so, for only then have answers gone.
    pub fn number_of_undone_imports(&mut self, tenant: TenantId, audience: AudienceId) -> Result<u64, StoreFault> {
        let row = self.one(
            "select count(*) from undone_import where tenant = $1 and audience = $2",
            &values![tenant, audience],
        )?;
        row.ok_or(StoreFault::Unreadable("a count"))?.take()
    }
}

const BEFORE_ALL: ResponseKey = ResponseKey(Key([0; 16]));

fn read_batch(mut row: Row) -> Result<ImportBatch, StoreFault> {
    read_fields(&mut row)
}

fn read_fields(row: &mut Row) -> Result<ImportBatch, StoreFault> {
    Ok(ImportBatch {
        id: row.take()?,
        audience: row.take()?,
        file: row.take()?,
        name: row.take()?,
        accepted: row.take()?,
        rejected: row.take()?,
        imported_by: row.take()?,
        imported_on: row.take()?,
    })
}
