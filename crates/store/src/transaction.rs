use crate::{
    Dialect, Row, StoreFault, Value, journal::Told, postgresql::Postgresql, queue::Operation, response_count::Counts,
    sqlite::Sqlite, uncounted::Heap,
};
use std::borrow::Cow;

/// What an operation works on. The methods of the nouns stand in the files named for them.
pub struct Transaction {
    connection: Connection,
    /// Answers of this group, not yet written to the counters.
    pub(crate) counts: Counts,
    /// Grows with each answer that waits to be counted.
    pub(crate) heap: Heap,
    /// Which of the writers this is: each advances counters of its own, so that none waits for another.
    pub(crate) writer: i64,
    /// Events of this group, not yet written to the journal.
    pub(crate) told: Told,
    /// The first statement that failed in this operation. PostgreSQL keeps nothing after one, so neither engine does.
    failed: Option<StoreFault>,
}

pub(crate) enum Connection {
    Sqlite(Sqlite),
    Postgresql(Box<Postgresql>),
}

impl Transaction {
    /// Runs one statement and tells how many rows it changed.
    ///
    /// # Errors
    /// [`StoreFault`]; the operation is then lost whatever its closure answers.
    pub fn execute(&mut self, sql: &str, values: &[Value]) -> Result<u64, StoreFault> {
        let result = self.connection.execute(sql, &without_nul(values));
        self.remember(result)
    }

    /// Every row of a result.
    ///
    /// # Errors
    /// As for [`Transaction::execute`].
    pub fn rows(&mut self, sql: &str, values: &[Value]) -> Result<Vec<Row>, StoreFault> {
        let result = self.connection.rows(sql, &without_nul(values));
        self.remember(result)
    }

    /// Every row of a result that tells of one thing with many parts: what a part is stands in the first `part` columns,
    /// and what is the same in every row comes with the first row alone.
    ///
    /// # Errors
    /// As for [`Transaction::execute`].
    pub fn rows_of_one(&mut self, sql: &str, values: &[Value], part: usize) -> Result<Vec<Row>, StoreFault> {
        let result = self.connection.rows_of_one(sql, &without_nul(values), part);
        self.remember(result)
    }

    /// The first row, if there is one.
    ///
    /// # Errors
    /// As for [`Transaction::execute`].
    pub fn one(&mut self, sql: &str, values: &[Value]) -> Result<Option<Row>, StoreFault> {
        Ok(self.rows(sql, values)?.into_iter().next())
    }

    pub fn dialect(&self) -> Dialect {
        self.connection.dialect()
    }

    pub(crate) fn new(connection: Connection, writer: i64, heap: Heap) -> Transaction {
        Transaction { connection, counts: Counts::default(), heap, writer, told: Told::default(), failed: None }
    }

    pub(crate) fn connection(&mut self) -> &mut Connection {
        &mut self.connection
    }

    fn remember<T>(&mut self, result: Result<T, StoreFault>) -> Result<T, StoreFault> {
        if let Err(fault) = &result {
            self.failed.get_or_insert_with(|| fault.clone());
        }
        result
    }

    /// Group commit: every operation in a savepoint of its own, one commit, and only then the answers.
    pub(crate) fn commit_together(&mut self, mut operations: Vec<Box<dyn Operation>>) {
        let mut kept: Vec<Box<dyn Operation>> = Vec::with_capacity(operations.len());
        let mut lost: Vec<(Box<dyn Operation>, StoreFault)> = Vec::new();
        let alone = operations.len() == 1;
        self.forget();
        for mut operation in operations.drain(..) {
            if !kept.is_empty() && !self.connection.in_transaction() {
                // The engine took the group's work with it between two operations: what is begun now is another group.
                lost.extend(kept.drain(..).map(|other| (other, StoreFault::Busy)));
                self.forget();
            }
            if let Err(fault) = self.begin_operation(alone) {
                lost.extend(kept.drain(..).map(|other| (other, fault.clone())));
                self.forget();
                self.abandon();
                operation.answer(Err(fault));
                continue;
            }
            let (counted, told) = (self.counts.mark(), self.told.mark());
            self.failed = None;
            let ran_well = operation.run(self);
            let failed = self.failed.take();
            if ran_well && failed.is_none() && self.connection.in_transaction() {
                kept.push(operation);
                continue;
            }
            self.counts.return_to(counted);
            self.told.return_to(told);
            let undone = self.connection.in_transaction()
                && !alone
                && self.connection.steps(&["rollback to savepoint operation"]).is_ok();
            if !undone {
                // The engine gave the whole group up, or cannot go back to the savepoint: nobody's work of it is kept.
                let fault = failed.clone().unwrap_or(StoreFault::Busy);
                lost.extend(kept.drain(..).map(|other| (other, fault.clone())));
                self.forget();
                self.abandon();
            }
            match (failed, ran_well) {
                (Some(fault), _) => operation.answer(Err(fault)),
                (None, true) => operation.answer(Err(StoreFault::Busy)),
                (None, false) => operation.answer(Ok(())),
            }
        }
        // Without a transaction there is nothing that could be kept, and so nobody is told that it was.
        let fate = if self.connection.in_transaction() { self.finish() } else { Err(StoreFault::Busy) };
        for operation in kept {
            operation.answer(fate.clone());
        }
        for (operation, fault) in lost {
            operation.answer(Err(fault));
        }
    }

    /// A read: one state from beginning to end, nothing kept.
    pub(crate) fn read_alone(&mut self, mut operation: Box<dyn Operation>) {
        self.failed = None;
        let begun = self.connection.begin(self.dialect().begin_reading());
        if let Err(fault) = begun {
            operation.answer(Err(fault));
            return;
        }
        operation.run(self);
        let failed = self.failed.take().or_else(|| {
            let misplaced = !self.told.is_empty();
            misplaced.then(|| StoreFault::other(anyhow::anyhow!("an event was told in an operation that only reads")))
        });
        self.forget();
        self.abandon();
        match failed {
            Some(fault) => operation.answer(Err(fault)),
            None => operation.answer(Ok(())),
        }
    }

    fn begin_operation(&mut self, alone: bool) -> Result<(), StoreFault> {
        let first = !self.connection.in_transaction();
        if first {
            self.connection.begin(self.dialect().begin_writing())?;
        }
        match (alone, first) {
            (true, _) => Ok(()),
            (false, true) => self.connection.steps(&["savepoint operation"]),
            // The last one's work joins the group, and the next begins.
            (false, false) => self.connection.steps(&["release savepoint operation", "savepoint operation"]),
        }
    }

    fn finish(&mut self) -> Result<(), StoreFault> {
        let told = self.record_counts().and_then(|()| self.record_told());
        let written = told.and_then(|()| self.connection.steps(&["commit"]));
        if written.is_err() {
            self.abandon();
        }
        written
    }

    /// What was noted of a group of which nothing is kept.
    fn forget(&mut self) {
        self.counts.clear();
        self.told.clear();
    }

    pub(crate) fn abandon(&mut self) {
        if self.connection.in_transaction()
            && let Err(fault) = self.connection.steps(&["rollback"])
        {
            tracing::warn!(%fault, "a transaction could not be rolled back");
        }
    }
}

impl Connection {
    pub(crate) fn dialect(&self) -> Dialect {
        match self {
            Connection::Sqlite(_) => Dialect::Sqlite,
            Connection::Postgresql(_) => Dialect::Postgresql,
        }
    }

    pub(crate) fn execute(&mut self, sql: &str, values: &[Value]) -> Result<u64, StoreFault> {
        match self {
            Connection::Sqlite(sqlite) => sqlite.execute(sql, values),
            Connection::Postgresql(postgresql) => postgresql.execute(sql, values),
        }
    }

    pub(crate) fn rows(&mut self, sql: &str, values: &[Value]) -> Result<Vec<Row>, StoreFault> {
        match self {
            Connection::Sqlite(sqlite) => sqlite.rows(sql, values),
            Connection::Postgresql(postgresql) => postgresql.rows(sql, values),
        }
    }

    fn rows_of_one(&mut self, sql: &str, values: &[Value], part: usize) -> Result<Vec<Row>, StoreFault> {
        match self {
            Connection::Sqlite(sqlite) => sqlite.rows_of_one(sql, values, part),
            Connection::Postgresql(postgresql) => postgresql.rows_of_one(sql, values, part),
        }
    }

    pub(crate) fn batch(&mut self, sql: &str) -> Result<(), StoreFault> {
        match self {
            Connection::Sqlite(sqlite) => sqlite.batch(sql),
            Connection::Postgresql(postgresql) => postgresql.batch(sql),
        }
    }

    /// Short statements that come again and again.
    pub(crate) fn steps(&mut self, steps: &[&str]) -> Result<(), StoreFault> {
        match self {
            Connection::Sqlite(sqlite) => sqlite.steps(steps),
            Connection::Postgresql(postgresql) => postgresql.steps(steps),
        }
    }

    pub(crate) fn in_transaction(&self) -> bool {
        match self {
            Connection::Sqlite(sqlite) => sqlite.in_transaction(),
            Connection::Postgresql(postgresql) => postgresql.in_transaction(),
        }
    }

    /// Begins a transaction, on a new connection where the server has closed the old one.
    fn begin(&mut self, sql: &str) -> Result<(), StoreFault> {
        let begun = self.steps(&[sql]);
        let Connection::Postgresql(postgresql) = self else { return begun };
        if begun.is_err() && postgresql.revive()? {
            return postgresql.batch(sql);
        }
        begun
    }
}

/// PostgreSQL cannot hold the character U+0000 in a text. It means nothing in any of ours, so it goes at this door.
fn without_nul(values: &[Value]) -> Cow<'_, [Value]> {
    let has_nul = |value: &Value| matches!(value, Value::Text(text) if text.contains('\0'));
    if !values.iter().any(has_nul) {
        return Cow::Borrowed(values);
    }
    let clean = |value: &Value| match value {
        Value::Text(text) => Value::Text(text.replace('\0', "")),
        Value::Null | Value::Integer(_) | Value::Real(_) | Value::Bytes(_) => value.clone(),
    };
    Cow::Owned(values.iter().map(clean).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::queue::Asked;
    use postgres::{Client, NoTls};
    use std::sync::mpsc::{Receiver, channel};

    type Answer = Receiver<Result<(), StoreFault>>;

    fn operation(
        closure: impl FnOnce(&mut Transaction) -> Result<(), StoreFault> + Send + 'static,
    ) -> (Box<dyn Operation>, Answer) {
        let (sender, receiver) = channel();
        let reply = move |result| sender.send(result).unwrap();
        (Asked::boxed(closure, reply), receiver)
    }

    fn writes(name: &'static str) -> impl FnOnce(&mut Transaction) -> Result<(), StoreFault> + Send + 'static {
        move |tx| tx.execute("insert into cut_off values ($1)", &[Value::Text(name.to_owned())]).map(|_| ())
    }

    /// Whoever was told that their work is kept finds it, and whoever was not is free to come again.
    #[test]
    fn a_connection_lost_between_two_operations_loses_the_group_and_says_so() {
        let Ok(address) = std::env::var("GLAS_TEST_POSTGRES") else {
            eprintln!("\n!!! GLAS_TEST_POSTGRES is not set: PostgreSQL was NOT tested !!!\n");
            return;
        };
        let schema = format!("glas_cut_off_{}", std::process::id());
        let mut other = Client::connect(&address, NoTls).unwrap();
        other.batch_execute(&format!("create schema {schema}; create table {schema}.cut_off (name text)")).unwrap();
        let mark = if address.contains('?') { '&' } else { '?' };
        let location = format!("{address}{mark}options=-c%20search_path%3D{schema}");
        // How many come after the one during which the server ends the connection.
        for after in 0..3 {
            other.batch_execute(&format!("delete from {schema}.cut_off")).unwrap();
            let connection = Connection::Postgresql(Box::new(Postgresql::open(&location).unwrap_or_else(|_| panic!())));
            let mut tx = Transaction::new(connection, 0, Heap::default());
            let mut ending = Client::connect(&address, NoTls).unwrap();
            let mut group = vec![
                operation(writes("first")),
                operation(move |tx| {
                    writes("second")(tx)?;
                    let process: i64 = tx.one("select pg_backend_pid()::bigint", &[])?.unwrap().take()?;
                    let end = "select pg_terminate_backend($1::bigint::int, 10000)";
                    ending.query(end, &[&process]).unwrap();
                    Ok(())
                }),
            ];
            group.extend(["third", "fourth"].into_iter().take(after).map(|name| operation(writes(name))));
            let (operations, answers): (Vec<_>, Vec<_>) = group.into_iter().unzip();
            tx.commit_together(operations);
            let kept = answers.iter().filter(|answer| answer.recv().unwrap().is_ok()).count();
            let row = other.query_one(&format!("select count(*) from {schema}.cut_off"), &[]).unwrap();
            assert_eq!(row.get::<_, i64>(0), i64::try_from(kept).unwrap(), "{after} after it");
        }
        other.batch_execute(&format!("drop schema {schema} cascade")).unwrap();
    }
}
