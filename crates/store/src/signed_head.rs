use crate::{Row, StoreFault, Transaction, value::values};
use base::{Digest, Fields, Moment, TenantId};
use jiff::civil::Date;

/// The end of a chain: how many entries there are, and the digest of the newest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    pub number: i64,
    pub digest: Digest,
}

/// The head of a tenant's journal as it was told to everybody on a day, so that nobody can deny it later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedHead {
    pub day: Date,
    pub head: Head,
    pub at: Moment,
    /// Ed25519 (RFC 8032), 32 bytes.
    pub public_key: Vec<u8>,
    /// Ed25519 over [`SignedHead::message`], 64 bytes.
    pub signature: Vec<u8>,
}

impl SignedHead {
    /// What is signed: the [`Fields`] of `glas-journal-head-1`, the tenant's key, the day as `2023-07-27`, the number and
    /// the digest of the head, and the moment.
    pub fn message(&self, tenant: TenantId) -> Fields {
        Fields::of("glas-journal-head-1")
            .bytes(&tenant.0.0)
            .text(&self.day.to_string())
            .number(self.head.number)
            .bytes(&self.head.digest.0)
            .number(self.at.0)
    }
}

const COLUMNS: &str = "day, number, digest, at, public_key, signature";

impl Transaction {
    /// Where the tenant's chain ends; `None` while nothing was told. What this group tells is not yet in it.
    pub fn journal_head(&mut self, tenant: TenantId) -> Result<Option<Head>, StoreFault> {
        let row = self.one("select number, digest from journal_head where tenant = $1", &values![tenant])?;
        row.map(|mut row| Ok(Head { number: row.take()?, digest: row.take()? })).transpose()
    }

    /// Keeps the day's head; nothing is changed where the day has one.
    pub fn add_signed_head(&mut self, tenant: TenantId, signed: &SignedHead) -> Result<(), StoreFault> {
        let SignedHead { day, head, at, public_key, signature } = signed.clone();
        self.execute(
            "insert into signed_head (tenant, day, number, digest, at, public_key, signature)
             values ($1, $2, $3, $4, $5, $6, $7) on conflict (tenant, day) do nothing",
            &values![tenant, day, head.number, head.digest, at, public_key, signature],
        )?;
        Ok(())
    }

    /// Every one, the oldest first.
    pub fn signed_heads(&mut self, tenant: TenantId) -> Result<Vec<SignedHead>, StoreFault> {
        let sql = format!("select {COLUMNS} from signed_head where tenant = $1 order by day");
        let rows = self.rows(&sql, &values![tenant])?;
        rows.into_iter().map(read_signed_head).collect()
    }

    pub fn newest_signed_head(&mut self, tenant: TenantId) -> Result<Option<SignedHead>, StoreFault> {
        let sql = format!("select {COLUMNS} from signed_head where tenant = $1 order by day desc limit 1");
        self.one(&sql, &values![tenant])?.map(read_signed_head).transpose()
    }
}

fn read_signed_head(mut row: Row) -> Result<SignedHead, StoreFault> {
    Ok(SignedHead {
        day: row.take()?,
        head: Head { number: row.take()?, digest: row.take()? },
        at: row.take()?,
        public_key: row.take()?,
        signature: row.take()?,
    })
}
