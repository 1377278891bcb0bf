use crate::{Row, StoreFault, Transaction, Value, json, transaction::Connection, value::values};
use base::{Digest, Digests, Event, Key, Moment, PartyId, PersonId, TenantId};
use std::collections::BTreeMap;

/// One official act as the journal keeps it. It is never changed nor removed; see [`crate::chain`] for its digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its place among the tenant's entries: 1, 2, 3 … without gaps.
    pub number: i64,
    /// The digest of the entry before.
    pub previous: Digest,
    pub at: Moment,
    /// `None` for what the program did by itself, and for what people do to their own sign-in. The name stands in
    /// [`crate::Person`] only, so that it can be put right or forgotten.
    pub person: Option<PersonId>,
    pub party: Option<PartyId>,
    /// The code that the role had.
    pub role: Option<String>,
    pub kind: String,
    pub noun: String,
    pub subject: Key,
    pub facts: Vec<(String, String)>,
    pub digests: Digests,
    pub digest: Digest,
}

/// What the operations of a group have told, and what is written just before their commit.
#[derive(Debug, Default)]
pub(crate) struct Told(Vec<(TenantId, Entry)>);

const COLUMNS: &str =
    "number, previous, at, person, party, role, kind, noun, subject, facts, digest_before, digest_after, digest";

impl Told {
    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    pub(crate) fn mark(&self) -> usize {
        self.0.len()
    }

    /// Takes back what was told since.
    pub(crate) fn return_to(&mut self, mark: usize) {
        self.0.truncate(mark);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Transaction {
    /// Adds the event to the tenant's chain. It is read from there after the commit, not before.
    pub fn add_event(&mut self, tenant: TenantId, event: &Event) -> Result<(), StoreFault> {
        let entry = Entry {
            number: 0,
            previous: Digest::ZERO,
            at: event.at,
            person: event.by.map(|actor| actor.person),
            party: event.by.map(|actor| actor.party),
            role: event.by.map(|actor| actor.role.code().to_owned()),
            kind: event.kind.to_owned(),
            noun: event.subject.noun.to_owned(),
            subject: event.subject.key,
            facts: event.facts.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect(),
            digests: event.digests,
            digest: Digest::ZERO,
        };
        self.told.0.push((tenant, entry));
        Ok(())
    }

    /// The newest first, at most `most`, with numbers below `before` where it is given.
    pub fn journal(&mut self, tenant: TenantId, before: Option<i64>, most: u32) -> Result<Vec<Entry>, StoreFault> {
        let sql =
            format!("select {COLUMNS} from journal where tenant = $1 and number < $2 order by number desc limit $3");
        let rows = self.rows(&sql, &values![tenant, before.unwrap_or(i64::MAX), most])?;
        rows.into_iter().map(read_entry).collect()
    }

    /// The oldest first, at most `most`, with numbers above `after`.
    pub fn journal_behind(&mut self, tenant: TenantId, after: i64, most: u32) -> Result<Vec<Entry>, StoreFault> {
        let sql = format!("select {COLUMNS} from journal where tenant = $1 and number > $2 order by number limit $3");
        let rows = self.rows(&sql, &values![tenant, after, most])?;
        rows.into_iter().map(read_entry).collect()
    }

    /// Whoever has a journal, or should have.
    pub fn tenants_of_journals(&mut self) -> Result<Vec<TenantId>, StoreFault> {
        let sql = "select tenant from tenant union select tenant from journal union select tenant from signed_head";
        self.rows(sql, &[])?.into_iter().map(|mut row| row.take()).collect()
    }

    /// What happened to one thing, the oldest first.
    pub fn journal_of(&mut self, tenant: TenantId, noun: &str, subject: Key) -> Result<Vec<Entry>, StoreFault> {
        let sql =
            format!("select {COLUMNS} from journal where tenant = $1 and noun = $2 and subject = $3 order by number");
        let rows = self.rows(&sql, &values![tenant, noun, subject])?;
        rows.into_iter().map(read_entry).collect()
    }

    /// What happened to one thing lately, the newest first, at most `most`.
    pub fn newest_of(
        &mut self,
        tenant: TenantId,
        noun: &str,
        subject: Key,
        most: u32,
    ) -> Result<Vec<Entry>, StoreFault> {
        let sql = format!(
            "select {COLUMNS} from journal where tenant = $1 and noun = $2 and subject = $3
             order by number desc limit $4"
        );
        let rows = self.rows(&sql, &values![tenant, noun, subject, most])?;
        rows.into_iter().map(read_entry).collect()
    }

    /// What somebody did, the oldest first.
    pub fn journal_by(&mut self, tenant: TenantId, person: PersonId) -> Result<Vec<Entry>, StoreFault> {
        let sql = format!("select {COLUMNS} from journal where tenant = $1 and person = $2 order by number");
        self.rows(&sql, &values![tenant, person])?.into_iter().map(read_entry).collect()
    }

    /// Writes what the group told, last of all before its commit.
    ///
    /// Whoever adds to a chain holds its head until the commit, so the head is taken when nothing else is asked for any
    /// more, and of several heads in the order of their tenants: two groups never wait for each other. A group that tells
    /// nothing, as of answers, takes no head.
    pub(crate) fn record_told(&mut self) -> Result<(), StoreFault> {
        let mut chains: BTreeMap<TenantId, Vec<Entry>> = BTreeMap::new();
        for (tenant, entry) in std::mem::take(&mut self.told.0) {
            chains.entry(tenant).or_default().push(entry);
        }
        chains.into_iter().try_for_each(|(tenant, entries)| lengthen(self.connection(), tenant, entries))
    }
}

/// Adds the entries at the end of the chain, in their order.
fn lengthen(connection: &mut Connection, tenant: TenantId, entries: Vec<Entry>) -> Result<(), StoreFault> {
    // Writing the row as it is makes it where it is missing and holds it where it is there, on both engines.
    let head = connection.rows(
        "insert into journal_head (tenant, number, digest) values ($1, 0, $2)
         on conflict (tenant) do update set number = journal_head.number
         returning number, digest",
        &values![tenant, Digest::ZERO],
    )?;
    let mut head = head.into_iter().next().ok_or(StoreFault::Unreadable("the journal's head"))?;
    let (mut number, mut digest): (i64, Digest) = (head.take()?, head.take()?);
    for entry in entries {
        let entry = entry.chained(tenant, number + 1, digest);
        (number, digest) = (entry.number, entry.digest);
        connection.execute(
            "insert into journal (tenant, number, previous, at, person, party, role, kind, noun, subject, facts,
                                  digest_before, digest_after, digest)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
            &written(tenant, entry)?,
        )?;
    }
    connection.execute(
        "update journal_head set number = $2, digest = $3 where tenant = $1",
        &values![tenant, number, digest],
    )?;
    Ok(())
}

fn written(tenant: TenantId, entry: Entry) -> Result<[Value; 14], StoreFault> {
    let facts = json::write(&entry.facts)?;
    Ok(values![
        tenant,
        entry.number,
        entry.previous,
        entry.at,
        entry.person,
        entry.party,
        entry.role,
        entry.kind,
        entry.noun,
        entry.subject,
        facts,
        entry.digests.before,
        entry.digests.after,
        entry.digest
    ])
}

fn read_entry(mut row: Row) -> Result<Entry, StoreFault> {
    Ok(Entry {
        number: row.take()?,
        previous: row.take()?,
        at: row.take()?,
        person: row.take()?,
        party: row.take()?,
        role: row.take()?,
        kind: row.take()?,
        noun: row.take()?,
        subject: row.take()?,
        facts: json::read(&row.take::<String>()?)?,
        digests: Digests { before: row.take()?, after: row.take()? },
        digest: row.take()?,
    })
}

/// Chains what an earlier version of the program wrote, in the order in which it was written.
pub(crate) fn chain_earlier(connection: &mut Connection) -> Result<(), StoreFault> {
    let mut behind: (Vec<u8>, i64, i64) = (Vec::new(), i64::MIN, i64::MIN);
    loop {
        let rows = connection.rows(
            "select tenant, at, number, person, party, role, kind, noun, subject, facts from journal_earlier
             where (tenant, at, number) > ($1, $2, $3) order by tenant, at, number limit 1000",
            &values![behind.0.clone(), behind.1, behind.2],
        )?;
        if rows.is_empty() {
            break;
        }
        let mut chains: BTreeMap<TenantId, Vec<Entry>> = BTreeMap::new();
        for mut row in rows {
            let tenant: TenantId = row.take()?;
            let at: Moment = row.take()?;
            behind = (tenant.0.0.to_vec(), at.0, row.take()?);
            chains.entry(tenant).or_default().push(Entry {
                number: 0,
                previous: Digest::ZERO,
                at,
                person: row.take()?,
                party: row.take()?,
                role: row.take()?,
                kind: row.take()?,
                noun: row.take()?,
                subject: row.take()?,
                facts: json::read(&row.take::<String>()?)?,
                digests: Digests::default(),
                digest: Digest::ZERO,
            });
        }
        for (tenant, entries) in chains {
            lengthen(connection, tenant, entries)?;
        }
    }
    connection.batch("drop table journal_earlier")
}

#[cfg(test)]
mod tests;
