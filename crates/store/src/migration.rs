//! The numbered steps of the schema: one text for both engines, applied at start, never changed afterwards.

use crate::{Dialect, Failure, Refusal, StoreFault, transaction::Connection, value::values};
use base::Moment;
use sha2::{Digest, Sha256};

struct Migration {
    number: u32,
    text: &'static str,
}

const MIGRATIONS: &[Migration] =
    &[Migration { number: 1, text: include_str!("../../../migrations/001_beginning.sql") }];

/// The number of the newest migration that this program knows.
pub fn newest_schema() -> u32 {
    MIGRATIONS.last().map_or(0, |migration| migration.number)
}

/// Brings the schema up to `target`. `keep_copy` is called once before a database that holds something is changed,
/// with the number of the first migration to come.
///
/// # Errors
/// [`Refusal::Newer`], [`Refusal::NotOurs`]; a fault when an applied migration's text was changed.
pub(crate) fn migrate(
    connection: &mut Connection,
    place: &str,
    now: Moment,
    target: u32,
    keep_copy: impl FnOnce(&mut Connection, u32) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let applied = applied_migrations(connection, place)?;
    let newest = applied.last().map_or(0, |(number, _)| *number);
    if newest > newest_schema() {
        return Err(Refusal::Newer { schema: newest, program: newest_schema() }.into());
    }
    for (number, digest) in &applied {
        if !MIGRATIONS.iter().any(|migration| migration.number == *number && digest_of(migration.text) == *digest) {
            return Err(Failure::Fault(anyhow::anyhow!("migration {number} is not the one that was applied here")));
        }
    }
    if newest >= target {
        return Ok(());
    }
    if newest > 0 {
        keep_copy(connection, newest + 1)?;
    }
    connection.batch(connection.dialect().begin_writing())?;
    let done = apply(connection, place, now, target).and_then(|()| Ok(connection.batch("commit")?));
    if done.is_err() && connection.in_transaction() {
        connection.batch("rollback")?;
    }
    done
}

fn apply(connection: &mut Connection, place: &str, now: Moment, target: u32) -> Result<(), Failure> {
    if let Some(lock) = connection.dialect().lock_migrations() {
        connection.batch(lock)?;
    }
    // Looked at again under the lock: another node may have been first.
    let newest = applied_migrations(connection, place)?.last().map_or(0, |(number, _)| *number);
    for migration in MIGRATIONS.iter().filter(|migration| migration.number > newest && migration.number <= target) {
        connection.batch(&connection.dialect().definition(migration.text))?;
        connection.execute(
            "insert into schema_migration (version, sha256, applied_at) values ($1, $2, $3)",
            &values![migration.number, digest_of(migration.text), now],
        )?;
        tracing::info!(migration = migration.number, "schema migrated");
    }
    Ok(())
}

fn applied_migrations(connection: &mut Connection, place: &str) -> Result<Vec<(u32, Vec<u8>)>, Failure> {
    if count(connection, connection.dialect().has_schema())? == 0 {
        let tables = connection.rows(connection.dialect().tables(), &[])?;
        if !tables.is_empty() {
            return Err(Refusal::NotOurs { path: place.to_owned() }.into());
        }
        return Ok(Vec::new());
    }
    let rows = connection.rows("select version, sha256 from schema_migration order by version", &[])?;
    let read = |mut row: crate::Row| Ok((row.take()?, row.take()?));
    let applied: Result<Vec<(u32, Vec<u8>)>, StoreFault> = rows.into_iter().map(read).collect();
    Ok(applied?)
}

fn count(connection: &mut Connection, sql: &str) -> Result<i64, StoreFault> {
    let row = connection.rows(sql, &[])?.into_iter().next();
    row.ok_or(StoreFault::Unreadable("a count"))?.take()
}

fn digest_of(text: &str) -> Vec<u8> {
    Sha256::digest(text.as_bytes()).to_vec()
}

impl Dialect {
    /// The statements of a migration as this engine gets them, for whoever wants to read them.
    pub fn schema(self) -> String {
        MIGRATIONS.iter().map(|migration| self.definition(migration.text)).collect()
    }
}
