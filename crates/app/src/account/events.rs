use crate::{Failure, journal::Group};
use base::{PersonId, TenantId};
use store::{Entry, Transaction};

/// So many are shown to whom they concern.
pub const LISTED_EVENTS: usize = 20;

/// What happened lately to somebody's way in, the newest first, at most [`LISTED_EVENTS`]: from the journal, so that it is
/// told where no letter goes out.
///
/// # Errors
/// Only faults of the store.
pub fn events(tx: &mut Transaction, tenant: TenantId, person: PersonId) -> Result<Vec<Entry>, Failure> {
    let acts = tx.newest_of(tenant, "person", person.0, MOST_READ)?;
    Ok(acts.into_iter().filter(|act| is_of_security(&act.kind)).take(LISTED_EVENTS).collect())
}

/// Roles given and names put right stand between them.
const MOST_READ: u32 = 100;

fn is_of_security(kind: &str) -> bool {
    let is_access = matches!(kind, "person.setup-link-issued" | "person.deactivated" | "person.reactivated");
    is_access || Group::of(kind) == Group::SignIns
}
