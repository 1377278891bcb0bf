//! From a backup back to a store, in an empty place, all or nothing.
//!
//! The archive comes from outside and is not believed: only names that a backup makes are taken, entries are bounded,
//! every cell must fit its column, and nothing is kept unless the manifest vouches for every entry and no other.

use crate::{
    BackupSummary, Creation, Failure, Location, Refusal, Store, StoreFault, Transaction, Value,
    backup::{Begin, Column, FORMAT, Manifest, ManifestEntry, columns, from_json},
    digest::digest,
    file::write_file,
    migration::newest_schema,
    table::{OF_THE_MOMENT, TABLES, Table},
    tar::{TarEntry, TarProblem, TarReader},
    value::values,
};
use base::{FileDigest, Moment};
use serde_json::Value as Json;
use std::{
    collections::BTreeMap,
    fs,
    io::Read,
    path::{Path, PathBuf},
};

/// A part of a table is made to be four mebibytes; one row may be larger.
const LARGEST_PART: u64 = 256 << 20;
const LARGEST_FILE: u64 = 1 << 30;

/// Makes a store from a backup in an empty folder or an empty database, and migrates it to this program's schema.
///
/// # Errors
/// [`Refusal::NotEmpty`], [`Refusal::BackupUnreadable`], [`Refusal::BackupDamaged`], [`Refusal::Newer`], and those of
/// [`Store::open`]. Nothing is kept then.
pub fn restore<R: Read + Send + 'static>(from: R, to: &Location, now: Moment) -> Result<BackupSummary, Failure> {
    restore_to(from, to, now, true)
}

/// The same without migrating what an older program wrote.
///
/// # Errors
/// As for [`restore`].
pub fn restore_as_it_was<R: Read + Send + 'static>(
    from: R,
    to: &Location,
    now: Moment,
) -> Result<BackupSummary, Failure> {
    restore_to(from, to, now, false)
}

fn restore_to<R: Read + Send + 'static>(
    from: R,
    to: &Location,
    now: Moment,
    migrates: bool,
) -> Result<BackupSummary, Failure> {
    let mut tar = TarReader::new(from);
    let mut manifest = Manifest::default();
    let begin = read_begin(&mut tar, &mut manifest)?;
    match to {
        Location::Folder(folder) => restore_into_folder(tar, manifest, begin.schema, folder, now, migrates),
        Location::Postgres(_) => {
            let store = Store::open_at_schema(to, Creation::Create, now, begin.schema)?;
            let shown = to.to_string();
            let summary = store.write_blocking(move |tx| {
                refuse_filled(tx, &shown)?;
                Restoring::new(tx, None)?.take_all(tx, tar, manifest)
            });
            store.close();
            let summary = summary?;
            if migrates {
                Store::open(to, Creation::Never, now)?.close();
            }
            Ok(summary)
        }
    }
}

fn restore_into_folder<R: Read + Send + 'static>(
    tar: TarReader<R>,
    manifest: Manifest,
    schema: u32,
    folder: &Path,
    now: Moment,
    migrates: bool,
) -> Result<BackupSummary, Failure> {
    let shown = folder.display().to_string();
    let is_empty = match fs::read_dir(folder) {
        Ok(mut inside) => inside.next().is_none(),
        Err(error) => error.kind() == std::io::ErrorKind::NotFound,
    };
    if !is_empty {
        return Err(Refusal::NotEmpty { path: shown }.into());
    }
    // Beside the place and renamed at the end, so that a restore cut short leaves nothing that looks like a store.
    let mut name = folder.file_name().ok_or(Refusal::LocationUnreadable { text: shown.clone() })?.to_owned();
    name.push(".restoring");
    let beside = folder.with_file_name(name);
    if beside.exists() {
        return Err(Refusal::NotEmpty { path: beside.display().to_string() }.into());
    }
    let restored = fill_folder(tar, manifest, schema, &beside, now, migrates);
    let placed = restored.and_then(|summary| match fs::rename(&beside, folder) {
        Ok(()) => Ok(summary),
        Err(error) => Err(crate::lock::unwritable(&error, &shown)),
    });
    if placed.is_err() && beside.exists() {
        fs::remove_dir_all(&beside)?;
    }
    placed
}

fn fill_folder<R: Read + Send + 'static>(
    tar: TarReader<R>,
    manifest: Manifest,
    schema: u32,
    folder: &Path,
    now: Moment,
    migrates: bool,
) -> Result<BackupSummary, Failure> {
    let location = Location::Folder(folder.to_owned());
    let store = Store::open_at_schema(&location, Creation::Create, now, schema)?;
    let files = folder.to_owned();
    let summary = store.write_blocking(move |tx| Restoring::new(tx, Some(files))?.take_all(tx, tar, manifest));
    store.close();
    let summary = summary?;
    if migrates {
        Store::open(&location, Creation::Never, now)?.close();
    }
    Ok(summary)
}

/// Reads a backup from its beginning to its end: every entry has the bytes that the manifest vouches for.
///
/// # Errors
/// [`Refusal::BackupUnreadable`], [`Refusal::BackupDamaged`], [`Refusal::Newer`].
pub fn read_backup<R: Read>(from: R) -> Result<BackupSummary, Failure> {
    let (mut tar, mut found, mut files) = (TarReader::new(from), Manifest::default(), 0);
    read_begin(&mut tar, &mut found)?;
    while let Some(entry) = next(&mut tar)? {
        let bytes = tar.bytes(&entry, LARGEST_FILE).map_err(problem)?;
        if entry.name == "manifest.json" {
            compare(&bytes, &found)?;
            let bytes = found.entries.iter().map(|entry| entry.bytes).sum();
            return Ok(BackupSummary { files, bytes, ..BackupSummary::default() });
        }
        files += u64::from(file_of(&entry.name).is_some());
        found.entries.push(ManifestEntry::of(&entry.name, &bytes));
    }
    Err(unreadable("manifest.json"))
}

fn refuse_filled(tx: &mut Transaction, place: &str) -> Result<(), Failure> {
    // A database as an older program made it lacks some of them.
    let there: Vec<String> = tx.schema()?.into_iter().map(|(name, _)| name).collect();
    for table in TABLES.iter().filter(|table| there.iter().any(|name| name == table.name)) {
        if tx.one(&format!("select 1 from {} limit 1", table.name), &[])?.is_some() {
            return Err(Refusal::NotEmpty { path: place.to_owned() }.into());
        }
    }
    Ok(())
}

pub(crate) fn read_begin<R: Read>(tar: &mut TarReader<R>, manifest: &mut Manifest) -> Result<Begin, Failure> {
    let unreadable = || Failure::from(Refusal::BackupUnreadable { entry: "begin.json".to_owned() });
    let entry = next(tar)?.filter(|entry| entry.name == "begin.json").ok_or_else(unreadable)?;
    let bytes = tar.bytes(&entry, 4096).map_err(problem)?;
    let begin: Begin = serde_json::from_slice(&bytes).map_err(|_| unreadable())?;
    if begin.format != FORMAT || begin.schema == 0 {
        return Err(unreadable());
    }
    if begin.schema > newest_schema() {
        return Err(Refusal::Newer { schema: begin.schema, program: newest_schema() }.into());
    }
    manifest.entries.push(ManifestEntry::of(&entry.name, &bytes));
    Ok(begin)
}

pub(crate) struct Restoring {
    columns: BTreeMap<&'static str, Vec<Column>>,
    folder: Option<PathBuf>,
    summary: BackupSummary,
}

impl Restoring {
    pub(crate) fn new(tx: &mut Transaction, folder: Option<PathBuf>) -> Result<Restoring, Failure> {
        let mut known = BTreeMap::new();
        for table in TABLES {
            known.insert(table.name, columns(tx, table.name)?);
        }
        Ok(Restoring { columns: known, folder, summary: BackupSummary::default() })
    }

    pub(crate) fn take_all<R: Read>(
        mut self,
        tx: &mut Transaction,
        mut tar: TarReader<R>,
        mut found: Manifest,
    ) -> Result<BackupSummary, Failure> {
        self.summary.bytes = found.entries.iter().map(|entry| entry.bytes).sum();
        while let Some(entry) = next(&mut tar)? {
            if entry.name == "manifest.json" {
                let bytes = tar.bytes(&entry, LARGEST_PART).map_err(problem)?;
                compare(&bytes, &found)?;
                self.refuse_missing_files(tx)?;
                return Ok(self.summary);
            }
            let bytes = self.take(tx, &mut tar, &entry)?;
            let taken = ManifestEntry::of(&entry.name, &bytes);
            self.summary.bytes += taken.bytes;
            found.entries.push(taken);
        }
        Err(unreadable("manifest.json"))
    }

    fn take<R: Read>(
        &mut self,
        tx: &mut Transaction,
        tar: &mut TarReader<R>,
        entry: &TarEntry,
    ) -> Result<Vec<u8>, Failure> {
        if let Some(table) = part_of(&entry.name).and_then(Table::named) {
            let bytes = tar.bytes(entry, LARGEST_PART).map_err(problem)?;
            self.take_rows(tx, table, &bytes).map_err(|failure| name_entry(failure, &entry.name))?;
            return Ok(bytes);
        }
        if part_of(&entry.name).is_some_and(|table| OF_THE_MOMENT.contains(&table)) {
            return tar.bytes(entry, LARGEST_PART).map_err(problem);
        }
        let Some(file) = file_of(&entry.name) else { return Err(unreadable(&entry.name)) };
        let bytes = tar.bytes(entry, LARGEST_FILE).map_err(problem)?;
        if digest(&bytes) != file.0 {
            return Err(Refusal::BackupDamaged { entry: entry.name.clone() }.into());
        }
        self.take_file(tx, file, &bytes).map_err(|failure| name_entry(failure, &entry.name))?;
        Ok(bytes)
    }

    fn take_rows(&mut self, tx: &mut Transaction, table: &Table, bytes: &[u8]) -> Result<(), Failure> {
        let refused = || unreadable(table.name);
        let columns = self.columns.get(table.name).ok_or_else(refused)?;
        let mut lines = std::str::from_utf8(bytes).map_err(|_| refused())?.split('\n');
        let names: Vec<String> = serde_json::from_str(lines.next().unwrap_or_default()).map_err(|_| refused())?;
        if names.iter().ne(columns.iter().map(|column| &column.name)) {
            return Err(refused());
        }
        let places: Vec<String> = (1..=columns.len()).map(|place| format!("${place}")).collect();
        let sql = format!("insert into {} ({}) values ({})", table.name, names.join(", "), places.join(", "));
        for line in lines {
            let cells: Vec<Json> = serde_json::from_str(line).map_err(|_| refused())?;
            if cells.len() != columns.len() {
                return Err(refused());
            }
            let fitting = columns.iter().zip(cells).map(|(column, cell)| from_json(column, cell));
            let row: Vec<Value> = fitting.collect::<Option<_>>().ok_or_else(refused)?;
            tx.execute(&sql, &row)?;
            self.summary.rows += 1;
        }
        Ok(())
    }

    fn take_file(&mut self, tx: &mut Transaction, file: FileDigest, bytes: &[u8]) -> Result<(), Failure> {
        // Its row came before it; bytes that no row vouches for have no business here.
        let known = tx.one("select 1 from file where digest = $1 limit 1", &values![file])?;
        if known.is_none() {
            return Err(unreadable(&file.to_string()));
        }
        match &self.folder {
            Some(folder) => write_file(folder, "incoming-restore", file, bytes)?,
            None => {
                tx.execute(
                    "insert into file_content (tenant, digest, content) select tenant, digest, $2 from file
                     where digest = $1",
                    &values![file, bytes],
                )?;
            }
        }
        self.summary.files += 1;
        Ok(())
    }

    fn refuse_missing_files(&self, tx: &mut Transaction) -> Result<(), Failure> {
        let row = tx.one("select count(distinct digest) from file", &[])?;
        let wanted: u64 = row.ok_or(StoreFault::Unreadable("a count"))?.take()?;
        if wanted == self.summary.files { Ok(()) } else { Err(unreadable("files")) }
    }
}

fn compare(bytes: &[u8], found: &Manifest) -> Result<(), Failure> {
    let promised: Manifest = serde_json::from_slice(bytes).map_err(|_| unreadable("manifest.json"))?;
    let differs = promised.entries.iter().zip(&found.entries).find(|(promised, found)| promised != found);
    if let Some((_, found)) = differs {
        return Err(Refusal::BackupDamaged { entry: found.name.clone() }.into());
    }
    if promised.entries.len() != found.entries.len() {
        return Err(Refusal::BackupDamaged { entry: "manifest.json".to_owned() }.into());
    }
    Ok(())
}

/// The table of which `tables/NAME-000001.jsonl` is a part.
fn part_of(name: &str) -> Option<&str> {
    let (table, part) = name.strip_prefix("tables/")?.strip_suffix(".jsonl")?.rsplit_once('-')?;
    let is_number = part.len() == 6 && part.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some(table)
}

/// `files/ab/cdef…`, and nothing else that could be a path.
fn file_of(name: &str) -> Option<FileDigest> {
    let (shelf, rest) = name.strip_prefix("files/")?.split_once('/')?;
    if shelf.len() == 2 { format!("{shelf}{rest}").parse().ok() } else { None }
}

fn next<R: Read>(tar: &mut TarReader<R>) -> Result<Option<TarEntry>, Failure> {
    tar.next().map_err(problem)
}

fn problem(problem: TarProblem) -> Failure {
    match problem {
        TarProblem::Unreadable(entry) => unreadable(&entry),
        TarProblem::Io(error) => error.into(),
    }
}

fn unreadable(entry: &str) -> Failure {
    Refusal::BackupUnreadable { entry: entry.chars().take(100).collect() }.into()
}

/// Rows that the database does not take (a key twice, a reference to nothing) are the archive's fault.
fn name_entry(failure: Failure, entry: &str) -> Failure {
    let Failure::Fault(fault) = &failure else { return failure };
    match fault.downcast_ref::<StoreFault>() {
        Some(StoreFault::Taken { .. } | StoreFault::ReferenceBroken) => unreadable(entry),
        _ => failure,
    }
}
