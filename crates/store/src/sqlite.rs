//! One connection to an SQLite file.

use crate::{Failure, Refusal, Row, StoreFault, Value, lock::unwritable};
use rusqlite::{
    Connection, Error, ErrorCode, OpenFlags,
    config::DbConfig,
    types::{ToSqlOutput, ValueRef},
};
use std::{path::Path, time::Duration};

/// „Glas“ in the file's header, so that no other program's file is taken for ours.
const APPLICATION: i64 = 0x476c_6173;

pub(crate) struct Sqlite {
    connection: Connection,
}

impl Sqlite {
    /// Opens the file for the one writer and makes it what we need it to be.
    pub(crate) fn writer(path: &Path) -> Result<Sqlite, Failure> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let sqlite = Sqlite::open(path, flags)?;
        sqlite.refuse_foreign_file(path)?;
        sqlite.prepare_writer().map_err(|error| opening(error, path))?;
        Ok(sqlite)
    }

    pub(crate) fn reader(path: &Path) -> Result<Sqlite, Failure> {
        let sqlite = Sqlite::open(path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        sqlite.connection.execute_batch("pragma cache_size = -4096;").map_err(|error| opening(error, path))?;
        Ok(sqlite)
    }

    fn open(path: &Path, flags: OpenFlags) -> Result<Sqlite, Failure> {
        let connection = Connection::open_with_flags(path, flags).map_err(|error| opening(error, path))?;
        connection.set_prepared_statement_cache_capacity(256);
        // A kept statement stays as it is planned: otherwise SQLite may plan it anew for each value that is bound, which
        // costs more than what it does (<https://www.sqlite.org/c3ref/c_dbconfig_defensive.html>, QPSG).
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(|error| opening(error, path))?;
        connection
            .busy_timeout(Duration::from_secs(10))
            .and_then(|()| {
                connection
                    .execute_batch("pragma foreign_keys = on; pragma trusted_schema = off; pragma temp_store = memory;")
            })
            .map_err(|error| opening(error, path))?;
        Ok(Sqlite { connection })
    }

    fn refuse_foreign_file(&self, path: &Path) -> Result<(), Failure> {
        let number = |sql: &str| self.connection.query_row(sql, [], |row| row.get::<_, i64>(0));
        let ours = number("pragma application_id").map_err(|error| opening(error, path))? == APPLICATION;
        let tables = number("select count(*) from sqlite_schema").map_err(|error| opening(error, path))?;
        if tables > 0 && !ours {
            return Err(Refusal::NotOurs { path: path.display().to_string() }.into());
        }
        Ok(())
    }

    fn prepare_writer(&self) -> Result<(), Error> {
        // A deleted draft must not stay in the free pages, nor may a rewritten page keep what stood there.
        self.connection.execute_batch(&format!(
            "pragma application_id = {APPLICATION};
             pragma journal_mode = wal;
             pragma synchronous = full;
             pragma secure_delete = on;
             pragma cache_size = -16384;
             pragma journal_size_limit = 67108864;"
        ))
    }

    pub(crate) fn execute(&mut self, sql: &str, values: &[Value]) -> Result<u64, StoreFault> {
        let mut statement = self.connection.prepare_cached(sql).map_err(fault)?;
        bind(&mut statement, values)?;
        let changed = statement.raw_execute().map_err(fault)?;
        Ok(u64::try_from(changed).unwrap_or(u64::MAX))
    }

    pub(crate) fn rows(&mut self, sql: &str, values: &[Value]) -> Result<Vec<Row>, StoreFault> {
        self.rows_of_one(sql, values, usize::MAX)
    }

    /// Every cell of the first row, and of the others the first `part`.
    pub(crate) fn rows_of_one(&mut self, sql: &str, values: &[Value], part: usize) -> Result<Vec<Row>, StoreFault> {
        let mut statement = self.connection.prepare_cached(sql).map_err(fault)?;
        bind(&mut statement, values)?;
        let mut width = statement.column_count();
        let mut rows = statement.raw_query();
        let mut found = Vec::new();
        while let Some(row) = rows.next().map_err(fault)? {
            let cells: Result<Vec<Value>, StoreFault> = (0..width).map(|index| cell(row.get_ref(index))).collect();
            found.push(Row::new(cells?));
            width = width.min(part);
        }
        Ok(found)
    }

    /// Statements of every transaction, kept prepared: reading them anew would cost as much as what stands between them.
    pub(crate) fn steps(&mut self, steps: &[&str]) -> Result<(), StoreFault> {
        steps.iter().try_for_each(|step| self.execute(step, &[]).map(|_| ()))
    }

    pub(crate) fn batch(&mut self, sql: &str) -> Result<(), StoreFault> {
        self.connection.execute_batch(sql).map_err(fault)
    }

    /// False when SQLite has given the whole transaction up by itself, as it does on a full disk.
    pub(crate) fn in_transaction(&self) -> bool {
        !self.connection.is_autocommit()
    }
}

/// Binds by the number in `$1`; SQLite itself would number the names by first appearance.
fn bind(statement: &mut rusqlite::CachedStatement<'_>, values: &[Value]) -> Result<(), StoreFault> {
    for index in 1..=statement.parameter_count() {
        let place = statement.parameter_name(index).and_then(|name| name.get(1..)?.parse::<usize>().ok());
        let value = place.and_then(|place| values.get(place.checked_sub(1)?));
        let value = value.ok_or(StoreFault::Unreadable("a value for a placeholder"))?;
        statement.raw_bind_parameter(index, ToSqlOutput::Borrowed(borrowed(value))).map_err(fault)?;
    }
    Ok(())
}

fn borrowed(value: &Value) -> ValueRef<'_> {
    match value {
        Value::Null => ValueRef::Null,
        Value::Integer(number) => ValueRef::Integer(*number),
        Value::Real(number) => ValueRef::Real(*number),
        Value::Text(text) => ValueRef::Text(text.as_bytes()),
        Value::Bytes(bytes) => ValueRef::Blob(bytes),
    }
}

fn cell(value: Result<ValueRef<'_>, Error>) -> Result<Value, StoreFault> {
    Ok(match value.map_err(fault)? {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Integer(number),
        ValueRef::Real(number) => Value::Real(number),
        ValueRef::Text(text) => {
            Value::Text(String::from_utf8(text.to_vec()).map_err(|_| StoreFault::Unreadable("text in UTF-8"))?)
        }
        ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
    })
}

fn fault(error: Error) -> StoreFault {
    use rusqlite::ffi;
    let Error::SqliteFailure(failure, message) = &error else { return StoreFault::other(error) };
    match (failure.code, failure.extended_code) {
        (ErrorCode::DiskFull, _) => StoreFault::Full,
        (_, ffi::SQLITE_CONSTRAINT_PRIMARYKEY | ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_ROWID) => {
            let primary = failure.extended_code != ffi::SQLITE_CONSTRAINT_UNIQUE;
            StoreFault::Taken { constraint: constraint_name(message.as_deref().unwrap_or_default(), primary) }
        }
        (_, ffi::SQLITE_CONSTRAINT_FOREIGNKEY) => StoreFault::ReferenceBroken,
        (ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, _) => StoreFault::Busy,
        _ => StoreFault::other(error),
    }
}

/// „UNIQUE constraint failed: project.tenant, project.slug“ as PostgreSQL would call it: `project_tenant_slug_key`.
fn constraint_name(message: &str, primary: bool) -> String {
    let columns: Vec<(&str, &str)> = message
        .rsplit_once(": ")
        .map_or("", |(_, columns)| columns)
        .split(", ")
        .filter_map(|column| column.split_once('.'))
        .collect();
    let table = columns.first().map_or("", |(table, _)| *table);
    if primary {
        return format!("{table}_pkey");
    }
    let names: Vec<&str> = columns.iter().map(|(_, column)| *column).collect();
    format!("{table}_{}_key", names.join("_"))
}

pub(crate) fn opening(error: Error, path: &Path) -> Failure {
    let shown = path.display().to_string();
    let Error::SqliteFailure(failure, _) = &error else { return Failure::Fault(error.into()) };
    let code = failure.code;
    if code == ErrorCode::NotADatabase {
        Refusal::NotOurs { path: shown }.into()
    } else if code == ErrorCode::DatabaseCorrupt {
        Refusal::Damaged { path: shown }.into()
    } else if code == ErrorCode::DiskFull {
        Refusal::Full { path: Some(shown) }.into()
    } else if matches!(code, ErrorCode::ReadOnly | ErrorCode::PermissionDenied) {
        Refusal::NotWritable { path: shown }.into()
    } else if code == ErrorCode::CannotOpen {
        match std::fs::metadata(path) {
            Err(error) => unwritable(&error, &shown),
            Ok(_) => Refusal::NotWritable { path: shown }.into(),
        }
    } else if matches!(code, ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) {
        Refusal::InUse { path: shown, process: None }.into()
    } else {
        Failure::Fault(error.into())
    }
}
