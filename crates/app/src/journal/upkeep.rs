use crate::Failure;
use base::{Digests, Event, Moment, Subject, TenantId};
use store::Transaction;

/// What whoever runs the instance did with all of it, from the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Upkeep {
    BackedUp,
    Restored,
}

/// Notes that it was done. Of a backup, in the place that goes on: the backup itself was complete before.
///
/// # Errors
/// Only faults of the store.
pub fn record_upkeep(tx: &mut Transaction, tenant: TenantId, done: Upkeep, now: Moment) -> Result<(), Failure> {
    let kind = match done {
        Upkeep::BackedUp => "instance.backed-up",
        Upkeep::Restored => "instance.restored",
    };
    let subject = Subject { noun: "tenant", key: tenant.0 };
    let (facts, digests) = (Vec::new(), Digests::default());
    Ok(tx.add_event(tenant, &Event { at: now, by: None, kind, subject, facts, digests })?)
}
