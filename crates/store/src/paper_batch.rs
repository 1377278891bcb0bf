use crate::{Row, StoreFault, Transaction, value::values};
use base::{AudienceId, BatchId, PersonId, TenantId};
use jiff::civil::Date;

/// The protocol of one opened box of paper cards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperBatch {
    pub id: BatchId,
    pub audience: AudienceId,
    /// The names of those who opened the box, as written in the protocol.
    pub opened_by: String,
    pub opened_on: Date,
    /// How many cards there were, the invalid ones among them.
    pub cards: u32,
    pub invalid: u32,
    pub note: String,
    /// Who types the cards in; `None` for what the demonstration loads.
    pub entered_by: Option<PersonId>,
}

const COLUMNS: &str = "batch, audience, opened_by, opened_on, cards, invalid, note, entered_by";

impl Transaction {
    pub fn add_paper_batch(&mut self, tenant: TenantId, batch: &PaperBatch) -> Result<(), StoreFault> {
        self.execute(
            "insert into paper_batch (tenant, batch, audience, opened_by, opened_on, cards, invalid, note, entered_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            &values![
                tenant,
                batch.id,
                batch.audience,
                &batch.opened_by,
                batch.opened_on,
                batch.cards,
                batch.invalid,
                &batch.note,
                batch.entered_by
            ],
        )?;
        Ok(())
    }

    /// Corrects the protocol; its audience stays.
    pub fn replace_paper_batch(&mut self, tenant: TenantId, batch: &PaperBatch) -> Result<(), StoreFault> {
        self.execute(
            "update paper_batch set opened_by = $3, opened_on = $4, cards = $5, invalid = $6, note = $7
             where tenant = $1 and batch = $2",
            &values![tenant, batch.id, &batch.opened_by, batch.opened_on, batch.cards, batch.invalid, &batch.note],
        )?;
        Ok(())
    }

    pub fn paper_batch(&mut self, tenant: TenantId, batch: BatchId) -> Result<Option<PaperBatch>, StoreFault> {
        let sql = format!("select {COLUMNS} from paper_batch where tenant = $1 and batch = $2");
        self.one(&sql, &values![tenant, batch])?.map(read_batch).transpose()
    }

    /// By the day of opening, the newest first.
    pub fn paper_batches(&mut self, tenant: TenantId, audience: AudienceId) -> Result<Vec<PaperBatch>, StoreFault> {
        let sql = format!(
            "select {COLUMNS} from paper_batch where tenant = $1 and audience = $2 order by opened_on desc, batch"
        );
        self.rows(&sql, &values![tenant, audience])?.into_iter().map(read_batch).collect()
    }
}

fn read_batch(mut row: Row) -> Result<PaperBatch, StoreFault> {
    Ok(PaperBatch {
        id: row.take()?,
        audience: row.take()?,
        opened_by: row.take()?,
        opened_on: row.take()?,
        cards: row.take()?,
        invalid: row.take()?,
        note: row.take()?,
        entered_by: row.take()?,
    })
}
