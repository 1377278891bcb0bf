//! The answers: one document in one row for one person, written once.
//!
//! # Anonymous by construction
//! What is said here of answers holds for the files on them as well: settling a day writes those anew, in the data folder
//! too, where a file has no day.
//!
//! The key is random to whoever has no secret, and it is the whole order there is: no moment, no serial number, no row
//! id, no reference that would be advanced with it. Writing one makes no event and no job. The day is the finest time.
//!
//! In SQLite the table is its key's tree (`without rowid`), so a row's place tells nothing; until the next checkpoint the
//! write-ahead log holds pages in the order in which they were written, and settling a day empties it.
//!
//! PostgreSQL puts rows where there is room. Until the day is settled, somebody who may read system columns sees from
//! `ctid` and `xmin` roughly in which order the day's answers came. [`crate::Store::settle_day`] rewrites them in the
//! order of their keys in one transaction and has the old rows vacuumed away. What then still tells is outside the
//! database: the server's write-ahead log, its archive and its replicas, for as long as the operator keeps them.
//!
//! What is made of answers for counting them ([`crate::Lot`], [`crate::Counted`]) tells no more than that, nor does the
//! index of open answers, which is rewritten with the answers. A lot names the
//! answers of one commit, which have one `xmin` as well, and is gone within a minute; in SQLite `secure_delete` wipes it.
//! Old versions of a snapshot of the counts would tell by their difference what was answered in between, so they are
//! vacuumed away with the answers' old rows, and wiped in SQLite.

use crate::{
    Row, Store, StoreFault, Transaction,
    uncounted::{in_chunks, places},
    value::values,
};
use base::{AudienceId, FileDigest, ResponseKey, TenantId};
use jiff::civil::Date;
use survey::{Response, Seed, response_json};

/// What became of a submission. Both are good news: the answers are there once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Submitted {
    New,
    /// The same submission had come before; nothing was changed.
    Before,
}

/// Rows that are read in one go, where they are small.
const KEYS_AT_ONCE: usize = 10_000;

pub(crate) const COLUMNS: &str = "key, audience, questionnaire, mode, batch, day, language, seed, quotable, document";

impl Transaction {
    /// Keeps the answers unless they are there already (see [`crate::response_key`]).
    pub fn add_response(&mut self, tenant: TenantId, response: &Response) -> Result<Submitted, StoreFault> {
        let added = self.execute(
            "insert into response (tenant, audience, key, questionnaire, mode, batch, day, language, seed,
                                   quotable, document)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (tenant, audience, key) do nothing",
            &values![
                tenant,
                response.audience,
                response.key,
                response.questionnaire,
                response.mode,
                response.batch,
                response.day,
                response.language,
                response.seed.map(|seed| i64::from(seed.0)),
                response.quotable,
                response_json::write(&response.answers)
            ],
        )?;
        if added == 0 {
            return Ok(Submitted::Before);
        }
        self.add_response_files(tenant, response)?;
        self.counts.add(tenant, response);
        Ok(Submitted::New)
    }

    pub fn response(
        &mut self,
        tenant: TenantId,
        audience: AudienceId,
        key: ResponseKey,
    ) -> Result<Option<Response>, StoreFault> {
        let sql = format!("select {COLUMNS} from response where tenant = $1 and audience = $2 and key = $3");
        self.one(&sql, &values![tenant, audience, key])?.map(read_response).transpose()
    }

    /// Those with the given keys, in any order.
    pub fn responses_with_keys(
        &mut self,
        tenant: TenantId,
        audience: AudienceId,
        keys: &[ResponseKey],
    ) -> Result<Vec<Response>, StoreFault> {
        let sql =
            format!("select {COLUMNS} from response where tenant = $1 and audience = $2 and key in ({})", places());
        let mut found = Vec::with_capacity(keys.len());
        for values in in_chunks(tenant, audience, keys) {
            for row in self.rows(&sql, &values)? {
                found.push(read_response(row)?);
            }
        }
        Ok(found)
    }

    /// Up to `most` answers of the audience behind `after`, in the order of their keys: the next chunk of all of them.
    pub fn responses_after(
        &mut self,
        tenant: TenantId,
        audience: AudienceId,
        after: Option<ResponseKey>,
        most: usize,
    ) -> Result<Vec<Response>, StoreFault> {
        let rows = match after {
            None => self.rows(
                &format!("select {COLUMNS} from response where tenant = $1 and audience = $2 order by key limit $3"),
                &values![tenant, audience, most],
            )?,
            Some(after) => self.rows(
                &format!(
                    "select {COLUMNS} from response where tenant = $1 and audience = $2 and key > $3
                     order by key limit $4"
                ),
                &values![tenant, audience, after, most],
            )?,
        };
        rows.into_iter().map(read_response).collect()
    }

    /// The keys of all answers of the audience, in their order: sixteen bytes for each.
    pub fn response_keys(&mut self, tenant: TenantId, audience: AudienceId) -> Result<Vec<ResponseKey>, StoreFault> {
        let (mut keys, mut after, mut sign) = (Vec::new(), ResponseKey(base::Key([0; 16])), ">=");
        loop {
            let sql = format!(
                "select key from response where tenant = $1 and audience = $2 and key {sign} $3 order by key limit $4"
            );
            let rows = self.rows(&sql, &values![tenant, audience, after, KEYS_AT_ONCE])?;
            sign = ">";
            let is_last = rows.len() < KEYS_AT_ONCE;
            for mut row in rows {
                keys.push(row.take()?);
            }
            match keys.last() {
                Some(last) if !is_last => after = *last,
                Some(_) | None => return Ok(keys),
            }
        }
    }

    /// Every answer of the audience in the order of their keys, in chunks, one at a time in memory.
    pub fn each_response<E: From<StoreFault>>(
        &mut self,
        tenant: TenantId,
        audience: AudienceId,
        mut take: impl FnMut(Response) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut after = None;
        loop {
            let chunk = self.responses_after(tenant, audience, after, 1000)?;
            let Some(last) = chunk.last() else { return Ok(()) };
            after = Some(last.key);
            chunk.into_iter().try_for_each(&mut take)?;
        }
    }

    /// How many answers of the audience say word for word what another of its answers says; empty ones are not looked at.
    pub fn answers_alike(&mut self, tenant: TenantId, audience: AudienceId) -> Result<u64, StoreFault> {
        let row = self.one(
            "select cast(coalesce(sum(answers), 0) as bigint) from (
               select count(*) as answers from response
               where tenant = $1 and audience = $2 and document <> '{}'
               group by document having count(*) > 1) as alike",
            &values![tenant, audience],
        )?;
        row.ok_or(StoreFault::Unreadable("a count"))?.take()
    }

    /// Days before `today` whose answers have not been brought into the order of their keys.
    pub fn unsettled_days_before(
        &mut self,
        tenant: TenantId,
        today: Date,
    ) -> Result<Vec<(AudienceId, Date)>, StoreFault> {
        let rows = self.rows(
            "select audience, day from unsettled_day where tenant = $1 and day < $2 order by day, audience",
            &values![tenant, today],
        )?;
        rows.into_iter().map(|mut row| Ok((row.take()?, row.take()?))).collect()
    }
}

impl Store {
    /// Brings the answers of every day before `today` into the order of their keys, and what stood in another order out of
    /// the files. Doing it again does no harm. It answers how many days it settled.
    ///
    /// # Errors
    /// [`StoreFault`]; the days that were not settled stay on the list.
    pub async fn settle_days_before(&self, tenant: TenantId, today: Date) -> Result<usize, StoreFault> {
        let days = self.read(move |tx| tx.unsettled_days_before(tenant, today)).await?;
        let settled = days.len();
        for (audience, day) in days {
            let files = self.write(move |tx| tx.settle_day(tenant, audience, day)).await?;
            self.settle_files(tenant, files).await?;
        }
        if settled > 0 {
            self.forget_removed().await?;
        }
        Ok(settled)
    }

    /// Removed rows leave the files: after drafts were deleted or days settled.
    ///
    /// # Errors
    /// [`StoreFault`].
    pub async fn forget_removed(&self) -> Result<(), StoreFault> {
        let done = self.alone(|tx| {
            let statements = tx.dialect().forget_removed();
            // One by one: PostgreSQL would run several as one transaction, in which it does not vacuum.
            statements.iter().try_for_each(|statement| tx.connection().batch(statement))
        });
        done.await.unwrap_or(Err(StoreFault::Closed))
    }
}

impl Transaction {
    /// Answers with the files on the day's answers, in the order of their digests.
    fn settle_day(&mut self, tenant: TenantId, audience: AudienceId, day: Date) -> Result<Vec<FileDigest>, StoreFault> {
        // First off the list: an answer that comes meanwhile puts the day back on it.
        self.execute(
            "delete from unsettled_day where tenant = $1 and audience = $2 and day = $3",
            &values![tenant, audience, day],
        )?;
        if let Some(sql) = self.dialect().rewrite_day() {
            self.execute(sql, &values![tenant, audience, day])?;
        }
        if let Some(sql) = self.dialect().rewrite_unread() {
            self.execute(sql, &values![tenant, audience])?;
        }
        self.rewrite_files(tenant, audience, day)
    }
}

pub(crate) fn read_response(mut row: Row) -> Result<Response, StoreFault> {
    Ok(Response {
        key: row.take()?,
        audience: row.take()?,
        questionnaire: row.take()?,
        mode: row.take()?,
        batch: row.take()?,
        day: row.take()?,
        language: row.take()?,
        seed: row.take::<Option<i64>>()?.and_then(|seed| u16::try_from(seed).ok()).map(Seed),
        quotable: row.take()?,
        answers: response_json::read(&row.take::<String>()?).map_err(|_| StoreFault::Unreadable("answers"))?,
    })
}
