//! What the state itself tells: its schema, its journal, its duties, its letters, its backups.

use crate::scheduler::fault;
use app::{
    Words,
    health::{Finding, Level, of_every_tenant},
};
use base::Moment;
use store::{Dialect, Location, Store};

pub fn look(location: &Location, now: Moment, words: &Words) -> Vec<Finding> {
    let store = match Store::open_to_look(location) {
        Ok(store) => store,
        Err(store::Failure::Refused(refusal)) => {
            let explained = words.refusal(&refusal);
            let (code, sentence, hint) = ("database-closed".to_owned(), explained.sentence, explained.hint);
            return vec![Finding { code, level: Level::Fault, tenant: None, sentence, hint }];
        }
        Err(store::Failure::Fault(why)) => return vec![broken(&why, words)],
    };
    let engine = match store.dialect() {
        Dialect::Sqlite => "SQLite",
        Dialect::Postgresql => "PostgreSQL",
    };
    let values = [("engine", engine.into()), ("schema", i64::from(store::newest_schema()).into())];
    let mut found = vec![Finding::new(Level::Fine, "database", &values, words)];
    let told = *words;
    match store.read_blocking(move |tx| of_every_tenant(tx, now, &told)) {
        Ok(more) => found.extend(more),
        Err(failure) => found.push(broken(&fault(failure), words)),
    }
    store.close();
    found
}

fn broken(why: &anyhow::Error, words: &Words) -> Finding {
    Finding::new(Level::Fault, "database-broken", &[("why", format!("{why:#}").into())], words)
}
