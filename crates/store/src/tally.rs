//! What there is in numbers, over all tenants: for whoever runs the installation. Nothing of it is about anybody.

use crate::{Dialect, LetterState, StoreFault, Transaction, Value, value::values};
use base::Moment;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    pub tenants: u64,
    /// Answers that were accepted, however they came in.
    pub responses: u64,
    /// Questionnaires begun and not sent.
    pub drafts: u64,
    /// Sessions that have not expired.
    pub sessions: u64,
    /// Duties whose time has come.
    pub jobs_due: u64,
    /// Duties that failed the last time.
    pub jobs_failing: u64,
    /// How many letters are in each state that any is in.
    pub letters: Vec<(LetterState, u64)>,
    pub journal_entries: u64,
    /// Bytes of the database; files in a data folder are not among them.
    pub database_bytes: u64,
    pub files: u64,
    pub file_bytes: u64,
}

impl Transaction {
    pub fn tally(&mut self, now: Moment) -> Result<Tally, StoreFault> {
        let rows = self.rows("select state, count(*) from letter group by state order by state", &[])?;
        let letters =
            rows.into_iter().map(|mut row| Ok((row.take()?, row.take()?))).collect::<Result<_, StoreFault>>()?;
        Ok(Tally {
            tenants: self.sum_of("select count(*) from tenant", &[])?,
            responses: self.sum_of("select cast(coalesce(sum(answers), 0) as bigint) from response_count", &[])?,
            drafts: self.sum_of("select count(*) from draft", &[])?,
            sessions: self.sum_of("select count(*) from session where expires > $1", &values![now])?,
            jobs_due: self.sum_of("select count(*) from job where run_at <= $1", &values![now])?,
            jobs_failing: self.sum_of("select count(*) from job where failures > 0", &[])?,
            letters,
            journal_entries: self.sum_of("select cast(coalesce(sum(number), 0) as bigint) from journal_head", &[])?,
            database_bytes: self.sum_of(self.dialect().size(), &[])?,
            files: self.sum_of("select count(*) from file", &[])?,
            file_bytes: self.sum_of("select cast(coalesce(sum(bytes), 0) as bigint) from file", &[])?,
        })
    }

    fn sum_of(&mut self, sql: &str, values: &[Value]) -> Result<u64, StoreFault> {
        self.one(sql, values)?.ok_or(StoreFault::Unreadable("a count"))?.take()
    }
}

impl Dialect {
    /// Bytes of the database.
    pub(crate) fn size(self) -> &'static str {
        match self {
            Dialect::Sqlite => "select page_count * page_size from pragma_page_count, pragma_page_size",
            Dialect::Postgresql => "select pg_database_size(current_database())",
        }
    }
}
