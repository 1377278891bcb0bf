use crate::Failure;
use base::Moment;
use store::{Dialect, Tally, Transaction};

/// The installation in numbers, of all tenants together: nothing of them is about anybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    pub engine: &'static str,
    pub schema: u32,
    pub tally: Tally,
}

/// # Errors
/// Only faults of the store.
pub fn figures(tx: &mut Transaction, now: Moment) -> Result<Figures, Failure> {
    let engine = match tx.dialect() {
        Dialect::Sqlite => "SQLite",
        Dialect::Postgresql => "PostgreSQL",
    };
    Ok(Figures { engine, schema: store::newest_schema(), tally: tx.tally(now)? })
}
