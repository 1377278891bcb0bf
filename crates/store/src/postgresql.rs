//! One connection to a PostgreSQL server, used from a plain thread of its own.

use crate::{Failure, Refusal, Row, StoreFault, Value};
use postgres::{
    Client, Config, NoTls, Statement,
    config::Host,
    error::SqlState,
    types::{IsNull, ToSql, Type, private::BytesMut, to_sql_checked},
};
use std::{collections::HashMap, error::Error, time::Duration};

pub(crate) struct Postgresql {
    config: Config,
    client: Client,
    statements: HashMap<String, Statement>,
    in_transaction: bool,
}

impl Postgresql {
    /// # Errors
    /// [`Refusal::RemoteUnencrypted`] for a server elsewhere, [`Refusal::Unreachable`] when it does not let us in.
    pub(crate) fn open(address: &str) -> Result<Postgresql, Failure> {
        let mut config: Config = address.parse().map_err(|_| Refusal::LocationUnreadable {
            text: crate::Location::Postgres(address.to_owned()).to_string(),
        })?;
        if let Some(host) = config.get_hosts().iter().find_map(remote_name) {
            return Err(Refusal::RemoteUnencrypted { host }.into());
        }
        config.application_name("glas").connect_timeout(Duration::from_secs(10));
        let client = connect(&config).map_err(|error| Refusal::Unreachable { reason: plain(&error) })?;
        Ok(Postgresql { config, client, statements: HashMap::new(), in_transaction: false })
    }

    /// Takes a new connection where the server closed the old one; false when it did not.
    pub(crate) fn revive(&mut self) -> Result<bool, StoreFault> {
        if !self.client.is_closed() {
            return Ok(false);
        }
        self.statements.clear();
        self.in_transaction = false;
        self.client = connect(&self.config).map_err(fault)?;
        Ok(true)
    }

    pub(crate) fn execute(&mut self, sql: &str, values: &[Value]) -> Result<u64, StoreFault> {
        let statement = self.statement(sql)?;
        self.client.execute(&statement, &parameters(values)).map_err(fault)
    }

    pub(crate) fn rows(&mut self, sql: &str, values: &[Value]) -> Result<Vec<Row>, StoreFault> {
        self.rows_of_one(sql, values, usize::MAX)
    }

    /// Every cell of the first row, and of the others the first `part`.
    pub(crate) fn rows_of_one(&mut self, sql: &str, values: &[Value], part: usize) -> Result<Vec<Row>, StoreFault> {
        let statement = self.statement(sql)?;
        let rows = self.client.query(&statement, &parameters(values)).map_err(fault)?;
        let width = |number: usize, row: &postgres::Row| if number == 0 { row.len() } else { row.len().min(part) };
        rows.iter()
            .enumerate()
            .map(|(number, row)| (0..width(number, row)).map(|index| cell(row, index)).collect::<Result<_, _>>())
            .map(|cells| cells.map(Row::new))
            .collect()
    }

    /// All in one round trip.
    pub(crate) fn steps(&mut self, steps: &[&str]) -> Result<(), StoreFault> {
        match steps {
            [step] => self.batch(step),
            steps => self.batch(&steps.join("; ")),
        }
    }

    pub(crate) fn batch(&mut self, sql: &str) -> Result<(), StoreFault> {
        self.client.batch_execute(sql).map_err(fault)?;
        if sql.starts_with("begin") {
            self.in_transaction = true;
        } else if sql == "rollback" || sql.ends_with("commit") {
            self.in_transaction = false;
        }
        Ok(())
    }

    pub(crate) fn in_transaction(&self) -> bool {
        self.in_transaction && !self.client.is_closed()
    }

    fn statement(&mut self, sql: &str) -> Result<Statement, StoreFault> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.client.prepare(sql).map_err(fault)?;
        // The texts are few; a bound all the same, should one day somebody build them.
        if self.statements.len() >= 1000 {
            self.statements.clear();
        }
        self.statements.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }
}

fn connect(config: &Config) -> Result<Client, postgres::Error> {
    let mut client = config.connect(NoTls)?;
    // What is acknowledged must be on the disk, whatever the server's settings say.
    client.batch_execute("set synchronous_commit = on; set client_min_messages = warning")?;
    Ok(client)
}

fn remote_name(host: &Host) -> Option<String> {
    match host {
        Host::Tcp(name) => {
            let bare = name.trim_start_matches('[').trim_end_matches(']');
            let near =
                bare == "localhost" || bare.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback());
            (!near).then(|| name.clone())
        }
        Host::Unix(_) => None,
    }
}

/// What the server says, without the values that were sent.
fn plain(error: &postgres::Error) -> String {
    match error.as_db_error() {
        Some(reason) => reason.message().to_owned(),
        None => error.source().map_or_else(|| error.to_string(), ToString::to_string),
    }
}

pub(crate) fn fault(error: postgres::Error) -> StoreFault {
    let Some(reason) = error.as_db_error() else { return StoreFault::other(error) };
    let code = reason.code();
    if *code == SqlState::UNIQUE_VIOLATION {
        return StoreFault::Taken { constraint: reason.constraint().unwrap_or_default().to_owned() };
    }
    if *code == SqlState::FOREIGN_KEY_VIOLATION || *code == SqlState::RESTRICT_VIOLATION {
        return StoreFault::ReferenceBroken;
    }
    if *code == SqlState::DISK_FULL {
        return StoreFault::Full;
    }
    if [SqlState::T_R_DEADLOCK_DETECTED, SqlState::T_R_SERIALIZATION_FAILURE, SqlState::LOCK_NOT_AVAILABLE]
        .contains(code)
    {
        return StoreFault::Busy;
    }
    // The detail of a database error may repeat a row; the log must not.
    StoreFault::other(anyhow::anyhow!("PostgreSQL {}: {}", code.code(), reason.message()))
}

fn parameters(values: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    values.iter().map(|value| -> &(dyn ToSql + Sync) { value }).collect()
}

impl ToSql for Value {
    fn to_sql(&self, kind: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self {
            Value::Null => Ok(IsNull::Yes),
            Value::Integer(number) if *kind == Type::INT4 => i32::try_from(*number)?.to_sql(kind, out),
            Value::Integer(number) if *kind == Type::INT8 => number.to_sql(kind, out),
            Value::Real(number) if *kind == Type::FLOAT8 => number.to_sql(kind, out),
            Value::Text(text) if <&str>::accepts(kind) => text.as_str().to_sql(kind, out),
            Value::Bytes(bytes) if *kind == Type::BYTEA => bytes.to_sql(kind, out),
            Value::Integer(_) | Value::Real(_) | Value::Text(_) | Value::Bytes(_) => {
                Err(format!("a value does not fit a placeholder of type {kind}").into())
            }
        }
    }

    fn accepts(_kind: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

fn cell(row: &postgres::Row, index: usize) -> Result<Value, StoreFault> {
    let kind = row.columns().get(index).map_or(Type::UNKNOWN, |column| column.type_().clone());
    let value = match kind {
        Type::INT8 => row.try_get::<_, Option<i64>>(index).map(Value::from),
        Type::INT4 => row.try_get::<_, Option<i32>>(index).map(|number| number.map(i64::from).into()),
        Type::BOOL => row.try_get::<_, Option<bool>>(index).map(Value::from),
        Type::FLOAT8 => row.try_get::<_, Option<f64>>(index).map(|number| number.map_or(Value::Null, Value::Real)),
        Type::BYTEA => row.try_get::<_, Option<Vec<u8>>>(index).map(Value::from),
        Type::TEXT | Type::VARCHAR | Type::NAME => row.try_get::<_, Option<String>>(index).map(Value::from),
        _ => return Err(StoreFault::Unreadable("a column of a known type")),
    };
    value.map_err(fault)
}
