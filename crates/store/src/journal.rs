use crate::{Row, StoreFault, Transaction, json, value::values};
use base::{Actor, Event, Key, Moment, TenantId};
use std::sync::atomic::Ordering;

/// One official act as the journal keeps it. It is never changed nor removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub at: Moment,
    /// `None` for what the program did by itself.
    pub by: Option<Actor>,
    pub kind: String,
    pub noun: String,
    pub subject: Key,
    pub facts: Vec<(String, String)>,
}

const COLUMNS: &str = "at, person, party, role, kind, noun, subject, facts";

impl Transaction {
    pub fn add_event(&mut self, tenant: TenantId, event: &Event) -> Result<(), StoreFault> {
        let facts = json::write(&event.facts)?;
        loop {
            // One process counts for itself; two nodes with the same number in the same microsecond take the next.
            let number = self.journal_numbers.fetch_add(1, Ordering::Relaxed);
            let added = self.execute(
                "insert into journal (tenant, at, number, person, party, role, kind, noun, subject, facts)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (tenant, at, number) do nothing",
                &values![
                    tenant,
                    event.at,
                    number,
                    event.by.map(|actor| actor.person),
                    event.by.map(|actor| actor.party),
                    event.by.map(|actor| actor.role),
                    event.kind,
                    event.subject.noun,
                    event.subject.key,
                    &facts
                ],
            )?;
            if added > 0 {
                return Ok(());
            }
        }
    }

    /// The newest first, at most `most`, before `before` where it is given.
    pub fn journal(&mut self, tenant: TenantId, before: Option<Moment>, most: u32) -> Result<Vec<Entry>, StoreFault> {
        let sql = format!(
            "select {COLUMNS} from journal where tenant = $1 and at < $2 order by at desc, number desc limit $3"
        );
        let rows = self.rows(&sql, &values![tenant, before.unwrap_or(Moment(i64::MAX)), most])?;
        rows.into_iter().map(|row| read_entry(tenant, row)).collect()
    }

    /// What happened to one thing, the oldest first.
    pub fn journal_of(&mut self, tenant: TenantId, noun: &str, subject: Key) -> Result<Vec<Entry>, StoreFault> {
        let sql = format!(
            "select {COLUMNS} from journal where tenant = $1 and noun = $2 and subject = $3 order by at, number"
        );
        let rows = self.rows(&sql, &values![tenant, noun, subject])?;
        rows.into_iter().map(|row| read_entry(tenant, row)).collect()
    }
}

fn read_entry(tenant: TenantId, mut row: Row) -> Result<Entry, StoreFault> {
    let at = row.take()?;
    let by = match (row.take()?, row.take()?, row.take()?) {
        (Some(person), Some(party), Some(role)) => Some(Actor { tenant, person, party, role }),
        _ => None,
    };
    Ok(Entry {
        at,
        by,
        kind: row.take()?,
        noun: row.take()?,
        subject: row.take()?,
        facts: json::read(&row.take::<String>()?)?,
    })
}
