//! From a location to connections: what is looked at, refused, made and migrated before anything runs.

use crate::{
    Creation, Dialect, Failure, Location, Refusal, Store,
    lock::{FolderLock, unwritable},
    migration::{migrate, refuse_other_schema, steps_to},
    postgresql::Postgresql,
    sqlite::Sqlite,
    transaction::Connection,
    value::values,
};
use base::Moment;
use std::{
    fs::{File, OpenOptions},
    path::{Path, PathBuf},
};

const POSTGRESQL_WRITERS: usize = 4;
const READERS: usize = 4;

pub(crate) fn open_folder(
    location: &Location,
    folder: &Path,
    creation: Creation,
    now: Moment,
    schema: u32,
) -> Result<Store, Failure> {
    let shown = folder.display().to_string();
    let file = folder.join("glas.db");
    if creation == Creation::Never && !file.is_file() {
        return Err(Refusal::Missing { path: shown }.into());
    }
    make_folder(folder)?;
    let lock = FolderLock::take(folder)?;
    make_folder(&folder.join("files"))?;
    if !file.exists() {
        // What SQLite puts beside the file is as private as the file.
        private_file(&file).map_err(|error| unwritable(&error, &shown))?;
    }
    let mut writer = Connection::Sqlite(Sqlite::writer(&file)?);
    migrate(&mut writer, &shown, now, steps_to(schema), |connection, number| keep_copy(connection, folder, number))?;
    let mut readers = Vec::new();
    for _ in 0..READERS {
        readers.push(Connection::Sqlite(Sqlite::reader(&file)?));
    }
    Store::start(location, Dialect::Sqlite, vec![writer], readers, Some(lock))
}

pub(crate) fn open_server(
    location: &Location,
    address: &str,
    creation: Creation,
    now: Moment,
    schema: u32,
) -> Result<Store, Failure> {
    let mut first = Connection::Postgresql(Box::new(Postgresql::open(address)?));
    let shown = location.to_string();
    if creation == Creation::Never && first.rows(first.dialect().tables(), &[])?.is_empty() {
        return Err(Refusal::Missing { path: shown }.into());
    }
    migrate(&mut first, &shown, now, steps_to(schema), |_, _| Ok(()))?;
    let mut writers = vec![first];
    while writers.len() < POSTGRESQL_WRITERS {
        writers.push(Connection::Postgresql(Box::new(Postgresql::open(address)?)));
    }
    let mut readers = Vec::new();
    for _ in 0..READERS {
        readers.push(Connection::Postgresql(Box::new(Postgresql::open(address)?)));
    }
    Store::start(location, Dialect::Postgresql, writers, readers, None)
}

pub(crate) fn open_to_look(location: &Location, may_be_older: bool) -> Result<Store, Failure> {
    let (mut readers, dialect) = match location {
        Location::Folder(folder) => {
            let file = folder.join("glas.db");
            if !file.is_file() {
                return Err(Refusal::Missing { path: folder.display().to_string() }.into());
            }
            (vec![Connection::Sqlite(Sqlite::reader(&file)?)], Dialect::Sqlite)
        }
        Location::Postgres(address) => {
            (vec![Connection::Postgresql(Box::new(Postgresql::open(address)?))], Dialect::Postgresql)
        }
    };
    for reader in &mut readers {
        refuse_other_schema(reader, &location.to_string(), may_be_older)?;
    }
    Store::start(location, dialect, Vec::new(), readers, None)
}

/// Only the account that runs the program may look into the folder.
fn make_folder(folder: &Path) -> Result<(), Failure> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|error| unwritable(&error, &folder.display().to_string()))
}

/// Makes a file that only the account that runs the program may read: for everything that holds people's answers.
///
/// # Errors
/// When it is there already, or cannot be made.
pub fn private_file(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// The file as it is, beside itself, before a migration changes it.
pub(crate) fn keep_copy(connection: &mut Connection, folder: &Path, number: u32) -> Result<(), Failure> {
    let copy = folder.join(format!("before-migration-{number}.db"));
    let unfinished: PathBuf = folder.join("before-migration.unfinished");
    if unfinished.exists() {
        std::fs::remove_file(&unfinished)?;
    }
    drop(private_file(&unfinished)?);
    connection.execute("vacuum into $1", &values![unfinished.display().to_string()])?;
    File::open(&unfinished)?.sync_all()?;
    std::fs::rename(&unfinished, &copy)?;
    tracing::info!(copy = %copy.display(), "copy kept before migration");
    Ok(())
}
