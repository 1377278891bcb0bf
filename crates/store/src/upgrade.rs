//! From the schema of an older program to this one's, and back.
//!
//! Both are one transaction, on either engine: whoever is killed in the midst of it leaves what was there before. What a
//! new program would do is tried on a copy first ([`CopyPlace`]).

use crate::{
    BackupSummary, Failure, Location, Refusal, StoreFault, Transaction,
    lock::FolderLock,
    migration::{MIGRATIONS, apply, newest_schema, refuse_strange, steps_to},
    postgresql::Postgresql,
    restore::{Restoring, read_begin},
    sqlite::Sqlite,
    table::TABLES,
    tar::TarReader,
    transaction::Connection,
    uncounted::Heap,
};
use base::Moment;
use std::{
    collections::BTreeMap,
    fs,
    io::Read,
    path::{Path, PathBuf},
};

/// How many rows each table holds.
pub type Census = BTreeMap<String, u64>;

/// What an upgrade did, or would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upgraded {
    pub from: u32,
    pub to: u32,
    pub before: Census,
    pub after: Census,
}

/// A database of which nobody else has hold while its schema is changed.
///
/// Of a data folder that is certain; on a PostgreSQL server others may be connected, and wait for as long as it takes.
pub struct Overhaul {
    tx: Transaction,
    folder: Option<PathBuf>,
    shown: String,
    _lock: Option<FolderLock>,
}

impl Overhaul {
    /// # Errors
    /// [`Refusal::Missing`], [`Refusal::InUse`] and those of opening a database. Nothing is changed.
    pub fn begin(location: &Location) -> Result<Overhaul, Failure> {
        let shown = location.to_string();
        let (connection, folder, lock) = match location {
            Location::Folder(folder) => {
                let file = folder.join("glas.db");
                if !file.is_file() {
                    return Err(Refusal::Missing { path: shown }.into());
                }
                let lock = FolderLock::take(folder)?;
                (Connection::Sqlite(Sqlite::writer(&file)?), Some(folder.clone()), Some(lock))
            }
            Location::Postgres(address) => (Connection::Postgresql(Box::new(Postgresql::open(address)?)), None, None),
        };
        Ok(Overhaul { tx: Transaction::new(connection, 0, Heap::default()), folder, shown, _lock: lock })
    }

    /// The newest migration that was applied.
    ///
    /// # Errors
    /// [`Refusal::Missing`], [`Refusal::NotOurs`], [`Refusal::Newer`].
    pub fn schema(&mut self) -> Result<u32, Failure> {
        match refuse_strange(self.tx.connection(), &self.shown, MIGRATIONS)? {
            0 => Err(Refusal::Missing { path: self.shown.clone() }.into()),
            schema => Ok(schema),
        }
    }

    /// Applies what is missing. `check` sees what came of it while the old state can still be had; when it fails, nothing
    /// has happened.
    ///
    /// # Errors
    /// [`Refusal::Damaged`], [`Refusal::UpgradeLoses`], those of [`Overhaul::schema`], and what `check` says.
    pub fn upgrade(
        &mut self,
        now: Moment,
        check: impl FnOnce(&mut Transaction) -> Result<(), Failure>,
    ) -> Result<Upgraded, Failure> {
        let (from, to) = (self.schema()?, newest_schema());
        let shown = self.shown.clone();
        self.in_one(|tx| {
            let before = census(tx)?;
            apply(tx.connection(), &shown, now, MIGRATIONS)?;
            let after = census(tx)?;
            refuse_loss(&before, &after)?;
            let dialect = tx.dialect();
            if !dialect.check(tx.connection())?.is_empty() {
                return Err(Refusal::Damaged { path: shown }.into());
            }
            check(tx)?;
            Ok(Upgraded { from, to, before, after })
        })
    }

    /// Puts a backup in the place of everything that is there, with the schema that it was made at. What is of the moment
    /// (drafts, sessions, links, letters) is in no backup and is gone afterwards.
    ///
    /// # Errors
    /// Those of [`crate::restore`]; nothing has happened then.
    pub fn put_back<R: Read + Send + 'static>(&mut self, from: R, now: Moment) -> Result<BackupSummary, Failure> {
        let (mut tar, mut manifest) = (TarReader::new(from), crate::backup::Manifest::default());
        let begin = read_begin(&mut tar, &mut manifest)?;
        let (shown, folder) = (self.shown.clone(), self.folder.clone());
        self.in_one(|tx| {
            remove_everything(tx)?;
            apply(tx.connection(), &shown, now, steps_to(begin.schema))?;
            Restoring::new(tx, folder)?.take_all(tx, tar, manifest)
        })
    }

    fn in_one<T>(&mut self, work: impl FnOnce(&mut Transaction) -> Result<T, Failure>) -> Result<T, Failure> {
        let begin = self.tx.dialect().begin_writing();
        self.tx.connection().batch(begin)?;
        let done = work(&mut self.tx).and_then(|done| {
            self.tx.connection().batch("commit")?;
            Ok(done)
        });
        if done.is_err() {
            self.tx.abandon();
        }
        done
    }
}

fn census(tx: &mut Transaction) -> Result<Census, StoreFault> {
    let tables = tx.rows(tx.dialect().tables(), &[])?;
    let names: Vec<String> = tables.into_iter().map(|mut row| row.take()).collect::<Result<_, _>>()?;
    let mut census = Census::new();
    for name in names.into_iter().filter(|name| name != "schema_migration") {
        let row = tx.one(&format!("select count(*) from {name}"), &[])?;
        census.insert(name, row.ok_or(StoreFault::Unreadable("a count"))?.take()?);
    }
    Ok(census)
}

/// A migration may move what lasts, but not lose any of it.
fn refuse_loss(before: &Census, after: &Census) -> Result<(), Failure> {
    for table in TABLES {
        let many = |census: &Census| census.get(table.name).copied().unwrap_or_default();
        let (before, after) = (many(before), many(after));
        if after < before {
            return Err(Refusal::UpgradeLoses { table: table.name.to_owned(), before, after }.into());
        }
    }
    Ok(())
}

/// Children before parents.
fn remove_everything(tx: &mut Transaction) -> Result<(), StoreFault> {
    let tables = tx.rows(tx.dialect().tables(), &[])?;
    let there: Vec<String> = tables.into_iter().map(|mut row| row.take()).collect::<Result<_, _>>()?;
    let is_carried = |name: &str| TABLES.iter().any(|table| table.name == name);
    for name in there.iter().filter(|name| !is_carried(name)) {
        tx.connection().batch(&format!("drop table {name}"))?;
    }
    for table in TABLES.iter().rev().filter(|table| there.iter().any(|name| name == table.name)) {
        tx.connection().batch(&format!("drop table {}", table.name))?;
    }
    let functions = tx.dialect().remove_functions();
    functions.iter().try_for_each(|sql| tx.connection().batch(sql))
}

/// The schema that is there, also beside a running program.
///
/// # Errors
/// As for [`Overhaul::schema`].
pub fn schema_at(location: &Location) -> Result<u32, Failure> {
    let shown = location.to_string();
    let mut connection = match location {
        Location::Folder(folder) => {
            let file = folder.join("glas.db");
            if !file.is_file() {
                return Err(Refusal::Missing { path: shown }.into());
            }
            Connection::Sqlite(Sqlite::reader(&file)?)
        }
        Location::Postgres(address) => Connection::Postgresql(Box::new(Postgresql::open(address)?)),
    };
    match refuse_strange(&mut connection, &shown, MIGRATIONS)? {
        0 => Err(Refusal::Missing { path: shown }.into()),
        schema => Ok(schema),
    }
}

/// An empty place for a copy, on the same disk or server as what is copied, gone afterwards. What an earlier one left
/// that was killed is removed first.
pub struct CopyPlace {
    pub location: Location,
    /// Where the schema lies that has to go, and its name.
    schema: Option<(String, String)>,
}

impl CopyPlace {
    /// # Errors
    /// Where no folder or no schema can be made.
    pub fn beside(original: &Location) -> Result<CopyPlace, Failure> {
        match original {
            Location::Folder(folder) => {
                let place = folder.join("rehearsal");
                remove_folder(&place)?;
                remove_folder(&folder.join("rehearsal.restoring"))?;
                Ok(CopyPlace { location: Location::Folder(place), schema: None })
            }
            Location::Postgres(address) => {
                let mut server = Postgresql::open(address)?;
                let row = server.rows("select current_schema()::text", &[])?.into_iter().next();
                let current: String = row.ok_or(StoreFault::Unreadable("a schema"))?.take()?;
                let is_plain = |letter: &char| letter.is_ascii_alphanumeric() || *letter == '_';
                let name: String = current.chars().filter(is_plain).take(40).collect();
                let name = format!("{name}_rehearsal");
                server.batch(&format!("drop schema if exists {name} cascade; create schema {name}"))?;
                let mark = if address.contains('?') { '&' } else { '?' };
                let location = Location::Postgres(format!("{address}{mark}options=-c%20search_path%3D{name}"));
                Ok(CopyPlace { location, schema: Some((address.clone(), name)) })
            }
        }
    }
}

fn remove_folder(folder: &Path) -> Result<(), StoreFault> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}

impl Drop for CopyPlace {
    fn drop(&mut self) {
        let removed = match (&self.location, &self.schema) {
            (Location::Folder(folder), _) => remove_folder(folder).map_err(Failure::from),
            (Location::Postgres(_), Some((address, name))) => Postgresql::open(address)
                .and_then(|mut server| Ok(server.batch(&format!("drop schema if exists {name} cascade"))?)),
            (Location::Postgres(_), None) => Ok(()),
        };
        if removed.is_err() {
            tracing::warn!(place = %self.location, "the copy was not removed; the next rehearsal removes it");
        }
    }
}
