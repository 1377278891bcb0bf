use crate::{Row, StoreFault, Transaction, value::values};
use base::{AudienceId, BatchId, FileDigest, PersonId, TenantId};
use jiff::civil::Date;

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
}

fn read_batch(mut row: Row) -> Result<ImportBatch, StoreFault> {
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
