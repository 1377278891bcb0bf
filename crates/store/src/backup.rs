//! Everything in one file, the same for both engines, so that a backup moves between them.
//!
//! A tar of `begin.json` (format and schema), `tables/NAME-000001.jsonl` (a line for a row, an array in the order of the
//! columns that the first line names), `files/ab/cdef…` and, last, `manifest.json` with the digest of every entry. It
//! is one state of the store, read while the store goes on working.

use crate::{
    Dialect, Failure, Store, StoreFault, Transaction, Value,
    digest::digest,
    file::path_of,
    json,
    migration::schema_of,
    table::{TABLES, Table},
    tar::TarWriter,
    value::values,
};
use base::{FileDigest, Moment, TenantId};
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use std::{
    io::Write,
    path::{Path, PathBuf},
};

/// Rows read at once.
const ROWS: i64 = 500;
/// A part of a table is closed when it has grown beyond this.
const PART: usize = 4 << 20;

pub(crate) const FORMAT: &str = "glas-backup-1";

/// What a backup carries, or what was restored from one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BackupSummary {
    pub rows: u64,
    pub files: u64,
    pub bytes: u64,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Begin {
    pub(crate) format: String,
    pub(crate) schema: u32,
    pub(crate) made_at: i64,
}

#[derive(Serialize, Deserialize, Default)]
pub(crate) struct Manifest {
    pub(crate) entries: Vec<ManifestEntry>,
}

#[derive(Serialize, Deserialize, PartialEq, Eq, Debug)]
pub(crate) struct ManifestEntry {
    pub(crate) name: String,
    pub(crate) bytes: u64,
    pub(crate) sha256: String,
}

impl ManifestEntry {
    pub(crate) fn of(name: &str, bytes: &[u8]) -> ManifestEntry {
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        ManifestEntry { name: name.to_owned(), bytes: size, sha256: HEXLOWER.encode(&digest(bytes)) }
    }
}

/// Writes the whole store into `to`, with the schema that it has.
///
/// # Errors
/// A full disk is refused; a file whose bytes are gone or are not its own is a fault that names it.
pub fn backup<W: Write + Send + 'static>(store: &Store, to: W, now: Moment) -> Result<BackupSummary, Failure> {
    let folder = store.folder().map(Path::to_owned);
    store.read_blocking(move |tx| {
        let mut backup = Backup {
            tar: TarWriter::new(to),
            manifest: Manifest::default(),
            summary: BackupSummary::default(),
            folder,
        };
        let begin = Begin { format: FORMAT.to_owned(), schema: schema_of(tx)?, made_at: now.0 };
        backup.add("begin.json", json::write(&begin)?.as_bytes())?;
        // A database as an older program made it lacks some of them.
        let there: Vec<String> = tx.schema()?.into_iter().map(|(name, _)| name).collect();
        let carried = TABLES.iter().filter(|table| there.iter().any(|name| name == table.name));
        carried.into_iter().try_for_each(|table| backup.add_table(tx, table))?;
        backup.add_files(tx)?;
        backup.finish()
    })
}

struct Backup<W> {
    tar: TarWriter<W>,
    manifest: Manifest,
    summary: BackupSummary,
    folder: Option<PathBuf>,
}

impl<W: Write> Backup<W> {
    fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.tar.add(name, bytes)?;
        let entry = ManifestEntry::of(name, bytes);
        self.summary.bytes += entry.bytes;
        self.manifest.entries.push(entry);
        Ok(())
    }

    fn add_table(&mut self, tx: &mut Transaction, table: &Table) -> Result<(), Failure> {
        let columns: Vec<String> = columns(tx, table.name)?.into_iter().map(|column| column.name).collect();
        let first_line = json::write(&columns)?;
        let mut part = 1_u32;
        let mut lines = first_line.clone();
        let mut after: Option<Vec<Value>> = None;
        loop {
            let rows = next_rows(tx, table, &columns, after.take())?;
            let Some(last) = rows.last() else { break };
            let key_cells = table.key.iter().filter_map(|key| {
                let place = columns.iter().position(|column| column == key)?;
                last.get(place).cloned()
            });
            after = Some(key_cells.collect());
            for row in rows {
                lines.push('\n');
                lines.push_str(&json::write(&row.into_iter().map(to_json).collect::<Result<Vec<Json>, _>>()?)?);
                self.summary.rows += 1;
                if lines.len() > PART {
                    self.add(&part_name(table.name, part), lines.as_bytes())?;
                    part += 1;
                    lines.clone_from(&first_line);
                }
            }
        }
        self.add(&part_name(table.name, part), lines.as_bytes())
    }

    fn add_files(&mut self, tx: &mut Transaction) -> Result<(), Failure> {
        let rows = tx.rows("select tenant, digest from file order by digest, tenant", &[])?;
        let files = rows.into_iter().map(|mut row| Ok((row.take()?, row.take()?)));
        let mut files: Vec<(TenantId, FileDigest)> = files.collect::<Result<_, StoreFault>>()?;
        files.dedup_by_key(|(_, digest)| *digest);
        for (tenant, file) in files {
            let bytes = tx
                .file_content(tenant, file, self.folder.as_deref())
                .map_err(|fault| Failure::Fault(anyhow::Error::new(fault).context(format!("file {file}"))))?;
            if digest(&bytes) != file.0 {
                return Err(Failure::Fault(anyhow::anyhow!("file {file} does not hold the bytes that were kept")));
            }
            let name = path_of(Path::new(""), file).display().to_string();
            self.add(&name, &bytes)?;
            self.summary.files += 1;
        }
        Ok(())
    }

    fn finish(mut self) -> Result<BackupSummary, Failure> {
        let manifest = json::write(&self.manifest)?;
        self.tar.add("manifest.json", manifest.as_bytes())?;
        self.tar.finish()?;
        Ok(self.summary)
    }
}

fn part_name(table: &str, part: u32) -> String {
    format!("tables/{table}-{part:06}.jsonl")
}

pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) kind: ColumnKind,
    pub(crate) may_be_empty: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ColumnKind {
    Text,
    Integer,
    Bytes,
}

/// The columns of a table as this database has them.
pub(crate) fn columns(tx: &mut Transaction, table: &str) -> Result<Vec<Column>, StoreFault> {
    let sql = Dialect::columns(tx.dialect());
    let rows = tx.rows(sql, &values![table])?;
    rows.into_iter()
        .map(|mut row| {
            let name = row.take()?;
            let kind = match row.take::<String>()?.as_str() {
                "text" => ColumnKind::Text,
                "bigint" => ColumnKind::Integer,
                "bytea" => ColumnKind::Bytes,
                _ => return Err(StoreFault::Unreadable("a column of a known type")),
            };
            Ok(Column { name, kind, may_be_empty: row.take()? })
        })
        .collect()
}

fn next_rows(
    tx: &mut Transaction,
    table: &Table,
    columns: &[String],
    after: Option<Vec<Value>>,
) -> Result<Vec<Vec<Value>>, StoreFault> {
    let (all, key, name) = (columns.join(", "), table.key.join(", "), table.name);
    let mut cells = after.unwrap_or_default();
    let behind = if cells.is_empty() {
        String::new()
    } else {
        let places: Vec<String> = (1..=cells.len()).map(|place| format!("${place}")).collect();
        format!("where ({key}) > ({})", places.join(", "))
    };
    cells.push(Value::Integer(ROWS));
    let sql = format!("select {all} from {name} {behind} order by {key} limit ${}", cells.len());
    Ok(tx.rows(&sql, &cells)?.into_iter().map(crate::Row::rest).collect())
}

/// Bytes stand as `{"x":"00ff"}`, everything else as itself.
fn to_json(value: Value) -> Result<Json, StoreFault> {
    Ok(match value {
        Value::Null => Json::Null,
        Value::Integer(number) => Json::from(number),
        Value::Text(text) => Json::String(text),
        Value::Bytes(bytes) => Json::Object(Map::from_iter([("x".to_owned(), Json::String(HEXLOWER.encode(&bytes)))])),
        Value::Real(_) => return Err(StoreFault::Unreadable("a column of a known type")),
    })
}

/// `None` for anything that [`to_json`] would not have made for such a column.
pub(crate) fn from_json(column: &Column, json: Json) -> Option<Value> {
    match (column.kind, json) {
        (_, Json::Null) => column.may_be_empty.then_some(Value::Null),
        (ColumnKind::Integer, Json::Number(number)) => number.as_i64().map(Value::Integer),
        (ColumnKind::Text, Json::String(text)) => Some(Value::Text(text)),
        (ColumnKind::Bytes, Json::Object(object)) if object.len() == 1 => {
            HEXLOWER.decode(object.get("x")?.as_str()?.as_bytes()).ok().map(Value::Bytes)
        }
        _ => None,
    }
}

impl Transaction {
    /// Every table of the database with its columns, each as name, type and whether it may be empty.
    pub fn schema(&mut self) -> Result<Vec<(String, Vec<String>)>, StoreFault> {
        let tables = self.rows(self.dialect().tables(), &[])?;
        let names = tables.into_iter().map(|mut row| row.take::<String>()).collect::<Result<Vec<_>, _>>()?;
        names
            .into_iter()
            .map(|name| {
                let described = columns(self, &name)?.into_iter().map(|column| {
                    let empty = if column.may_be_empty { ", may be empty" } else { "" };
                    format!("{}: {:?}{empty}", column.name, column.kind)
                });
                let described = described.collect();
                Ok((name, described))
            })
            .collect()
    }
}
