//! The numbered steps of the schema: one text for both engines, applied at start, never changed afterwards.

use crate::{
    Dialect, Failure, Refusal, StoreFault, Transaction, journal::chain_earlier, transaction::Connection, value::values,
};
use base::Moment;
use sha2::{Digest, Sha256};

pub(crate) struct Migration {
    number: u32,
    text: &'static str,
}

pub(crate) const MIGRATIONS: &[Migration] = &[
    Migration { number: 1, text: include_str!("../../../migrations/001_beginning.sql") },
    Migration { number: 2, text: include_str!("../../../migrations/002_counted.sql") },
    Migration { number: 3, text: include_str!("../../../migrations/003_jobs.sql") },
    Migration { number: 4, text: include_str!("../../../migrations/004_unread.sql") },
    Migration { number: CHAINED, text: include_str!("../../../migrations/005_journal_chain.sql") },
    Migration { number: 6, text: include_str!("../../../migrations/006_sessions.sql") },
    Migration { number: 7, text: include_str!("../../../migrations/007_signed_heads.sql") },
    Migration { number: 8, text: include_str!("../../../migrations/008_letters.sql") },
    Migration { number: 9, text: include_str!("../../../migrations/009_deactivated.sql") },
    Migration { number: 10, text: include_str!("../../../migrations/010_second_factor.sql") },
    Migration { number: 11, text: include_str!("../../../migrations/011_tenants.sql") },
    Migration { number: 12, text: include_str!("../../../migrations/012_passkeys.sql") },
    Migration { number: 14, text: include_str!("../../../migrations/014_retention.sql") },
    Migration { number: 15, text: include_str!("../../../migrations/015_attached.sql") },
    Migration { number: 16, text: include_str!("../../../migrations/016_moderation.sql") },
    Migration { number: 18, text: include_str!("../../../migrations/018_order.sql") },
    Migration { number: 21, text: include_str!("../../../migrations/021_personal_codes.sql") },
    Migration { number: 22, text: include_str!("../../../migrations/022_openid.sql") },
    Migration { number: 23, text: include_str!("../../../migrations/023_unopened.sql") },
    Migration { number: 24, text: include_str!("../../../migrations/024_quotas.sql") },
    Migration { number: 25, text: include_str!("../../../migrations/025_open_data.sql") },
    Migration { number: 26, text: include_str!("../../../migrations/026_person_language.sql") },
    Migration { number: 27, text: include_str!("../../../migrations/027_questionnaire_drafts.sql") },
    Migration { number: 29, text: include_str!("../../../migrations/029_sheets.sql") },
    Migration { number: 30, text: include_str!("../../../migrations/030_imports.sql") },
    Migration { number: 31, text: include_str!("../../../migrations/031_fieldwork.sql") },
    Migration { number: 33, text: include_str!("../../../migrations/033_reports.sql") },
    Migration { number: 34, text: include_str!("../../../migrations/034_answer_files.sql") },
    Migration { number: 35, text: include_str!("../../../migrations/035_repeats.sql") },
    Migration { number: 36, text: include_str!("../../../migrations/036_themes.sql") },
    Migration { number: 37, text: include_str!("../../../migrations/037_quotable_sheets.sql") },
    Migration { number: 38, text: include_str!("../../../migrations/038_report_numbers.sql") },
];

/// From here on the journal is a chain; no SQL can reckon its digests.
const CHAINED: u32 = 5;

/// The number of the newest migration that this program knows.
pub fn newest_schema() -> u32 {
    MIGRATIONS.last().map_or(0, |migration| migration.number)
}

/// The steps up to a schema: fewer than all for a backup that an older program made.
pub(crate) fn steps_to(schema: u32) -> &'static [Migration] {
    let many = MIGRATIONS.iter().take_while(|migration| migration.number <= schema).count();
    MIGRATIONS.get(..many).unwrap_or(MIGRATIONS)
}

/// Applies the steps that are missing, all of them or none. `keep_copy` is called once before a database that holds
/// something is changed, with the number of the first migration to come.
///
/// # Errors
/// [`Refusal::Newer`], [`Refusal::NotOurs`]; a fault when an applied migration's text was changed.
pub(crate) fn migrate(
    connection: &mut Connection,
    place: &str,
    now: Moment,
    steps: &[Migration],
    keep_copy: impl FnOnce(&mut Connection, u32) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let newest = refuse_strange(connection, place, steps)?;
    if steps.iter().all(|migration| migration.number <= newest) {
        return Ok(());
    }
    if newest > 0 {
        keep_copy(connection, newest + 1)?;
    }
    connection.batch(connection.dialect().begin_writing())?;
    let done = apply(connection, place, now, steps).and_then(|()| Ok(connection.batch("commit")?));
    if done.is_err() && connection.in_transaction() {
        connection.batch("rollback")?;
    }
    done
}

/// The newest step that was applied, 0 where there is nothing.
///
/// # Errors
/// As for [`migrate`].
pub(crate) fn refuse_strange(connection: &mut Connection, place: &str, steps: &[Migration]) -> Result<u32, Failure> {
    let applied = applied_migrations(connection, place)?;
    let newest = applied.last().map_or(0, |(number, _)| *number);
    let program = newest_schema().max(steps.last().map_or(0, |migration| migration.number));
    if newest > program {
        return Err(Refusal::Newer { schema: newest, program }.into());
    }
    for (number, digest) in &applied {
        if !MIGRATIONS
            .iter()
            .chain(steps)
            .any(|migration| migration.number == *number && digest_of(migration.text) == *digest)
        {
            return Err(Failure::Fault(anyhow::anyhow!("migration {number} is not the one that was applied here")));
        }
    }
    Ok(newest)
}

/// For whoever only looks.
///
/// # Errors
/// [`Refusal::Missing`], [`Refusal::NotOurs`], [`Refusal::Newer`], and [`Refusal::Older`] unless an older one is looked for.
pub(crate) fn refuse_other_schema(connection: &mut Connection, place: &str, may_be_older: bool) -> Result<(), Failure> {
    let applied = applied_migrations(connection, place)?;
    let (schema, program) = (applied.last().map_or(0, |(number, _)| *number), newest_schema());
    match schema.cmp(&program) {
        _ if schema == 0 => Err(Refusal::Missing { path: place.to_owned() }.into()),
        std::cmp::Ordering::Less if may_be_older => Ok(()),
        std::cmp::Ordering::Less => Err(Refusal::Older { schema, program }.into()),
        std::cmp::Ordering::Greater => Err(Refusal::Newer { schema, program }.into()),
        std::cmp::Ordering::Equal => Ok(()),
    }
}

/// Within a transaction that was begun.
pub(crate) fn apply(connection: &mut Connection, place: &str, now: Moment, steps: &[Migration]) -> Result<(), Failure> {
    if let Some(lock) = connection.dialect().lock_migrations() {
        connection.batch(lock)?;
    }
    // Looked at again under the lock: another node may have been first.
    let newest = applied_migrations(connection, place)?.last().map_or(0, |(number, _)| *number);
    for migration in steps.iter().filter(|migration| migration.number > newest) {
        connection.batch(&connection.dialect().definition(migration.text))?;
        if migration.number == CHAINED {
            chain_earlier(connection)?;
        }
        connection.execute(
            "insert into schema_migration (version, sha256, applied_at) values ($1, $2, $3)",
            &values![migration.number, digest_of(migration.text), now],
        )?;
        tracing::info!(migration = migration.number, "schema migrated");
    }
    Ok(())
}

/// What was applied last, within any operation.
pub(crate) fn schema_of(tx: &mut Transaction) -> Result<u32, StoreFault> {
    let row = tx.one("select max(version) from schema_migration", &[])?;
    row.ok_or(StoreFault::Unreadable("a schema"))?.take()
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

#[cfg(test)]
mod tests {
    use super::{MIGRATIONS, Migration, migrate, newest_schema};
    use crate::{Failure, opening::keep_copy, sqlite::Sqlite, transaction::Connection};
    use base::Moment;
    use std::path::Path;

    /// One that works, and one that fails in its second statement.
    fn next() -> Migration {
        Migration { number: newest_schema() + 1, text: "create table next (word text not null);" }
    }

    fn broken() -> Migration {
        let text = "create table broken (word text); insert into nowhere values (1);";
        Migration { number: newest_schema() + 2, text }
    }

    fn ours() -> Vec<Migration> {
        MIGRATIONS.iter().map(|known| Migration { number: known.number, text: known.text }).collect()
    }

    fn step(connection: &mut Connection, folder: &Path, steps: &[Migration]) -> Result<(), Failure> {
        migrate(connection, "here", Moment(0), steps, |connection, number| keep_copy(connection, folder, number))
    }

    fn tables(connection: &mut Connection) -> Vec<String> {
        let rows = connection.rows(connection.dialect().tables(), &[]).unwrap();
        rows.into_iter().map(|mut row| row.take().unwrap()).collect()
    }

    #[test]
    fn a_copy_is_kept_and_a_broken_step_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let open = |name: &str| Connection::Sqlite(Sqlite::writer(&folder.path().join(name)).unwrap());
        let mut connection = open("glas.db");
        step(&mut connection, folder.path(), &ours()).unwrap();
        let before = tables(&mut connection);
        assert!(!folder.path().join("before-migration-1.db").exists(), "an empty one needs no copy");

        let newest = newest_schema();
        let with_next = || ours().into_iter().chain([next()]).collect::<Vec<_>>();
        step(&mut connection, folder.path(), &with_next()).unwrap();
        assert!(tables(&mut connection).contains(&"next".to_owned()));
        assert_eq!(tables(&mut open(&format!("before-migration-{}.db", newest + 1))), before);

        let with_broken: Vec<_> = with_next().into_iter().chain([broken()]).collect();
        let failed = step(&mut connection, folder.path(), &with_broken);
        assert!(matches!(failed, Err(Failure::Fault(_))));
        assert!(!tables(&mut connection).contains(&"broken".to_owned()));
        step(&mut connection, folder.path(), &with_next()).unwrap();
        let older = step(&mut connection, folder.path(), &ours());
        let Err(Failure::Refused(crate::Refusal::Newer { schema, program })) = older else { panic!("it went on") };
        assert_eq!((schema, program), (newest + 1, newest));
    }
}
