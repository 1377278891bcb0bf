use crate::Failure;
use base::{Digest, Digests, Event, Fields, Moment, Subject, TenantId};
use store::Transaction;

/// What whoever runs the instance did with all of it, from the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Upkeep {
    BackedUp,
    Restored,
    /// From the schema of an older program to this one's.
    Upgraded,
}

impl Upkeep {
    fn kind(self) -> &'static str {
        match self {
            Upkeep::BackedUp => "instance.backed-up",
            Upkeep::Restored => "instance.restored",
            Upkeep::Upgraded => "instance.upgraded",
        }
    }
}

/// When it was done last.
///
/// # Errors
/// Only faults of the store.
pub fn last_upkeep(tx: &mut Transaction, tenant: TenantId, done: Upkeep) -> Result<Option<Moment>, Failure> {
    let told = tx.journal_of(tenant, "tenant", tenant.0)?;
    Ok(told.iter().rev().find(|entry| entry.kind == done.kind()).map(|entry| entry.at))
}

/// Notes that it was done. Of a backup, in the place that goes on: the backup itself was complete before.
///
/// # Errors
/// Only faults of the store.
pub fn record_upkeep(tx: &mut Transaction, tenant: TenantId, done: Upkeep, now: Moment) -> Result<(), Failure> {
    let kind = done.kind();
    let subject = Subject { noun: "tenant", key: tenant.0 };
    let (facts, digests) = (Vec::new(), Digests::default());
    Ok(tx.add_event(tenant, &Event { at: now, by: None, kind, subject, facts, digests })?)
}

/// Tells that whoever runs the instance set something for this tenant, or took it back; nothing where it is as before. The
/// digests are of the setting as it is kept: `glas-setting-1`, its name, its text.
///
/// # Errors
/// Only faults of the store.
pub fn record_setting(
    tx: &mut Transaction,
    tenant: TenantId,
    name: &'static str,
    (before, after): (Option<&str>, Option<&str>),
    now: Moment,
) -> Result<(), Failure> {
    if before == after {
        return Ok(());
    }
    let digest = |text: &str| -> Digest { Fields::of("glas-setting-1").text(name).text(text).digest() };
    let digests = Digests { before: before.map(digest), after: after.map(digest) };
    let (subject, facts) = (Subject { noun: "tenant", key: tenant.0 }, vec![("setting", name.to_owned())]);
    Ok(tx.add_event(tenant, &Event { at: now, by: None, kind: "setting.changed", subject, facts, digests })?)
}
