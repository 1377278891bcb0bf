//! The journal: as one person may read it, and its head signed for everybody.

mod public;
mod signing;
mod upkeep;
mod verifying;

pub use public::{About, Group, Place, PublicAct, PublicJournal, Wanted, public_journal};
pub use signing::{JournalKey, is_signed, sign_head};
pub use upkeep::{Upkeep, last_upkeep, record_setting, record_upkeep};
pub use verifying::{Break, Broken, Whole, Witness, verify, verify_newest};

use crate::{Failure, desk, rights::Right};
use base::{Actor, AudienceId, BatchId, PartyId, PersonId, PrintingId, ProjectId, PublicationId, StudyId, TenantId};
use store::{Entry, Transaction};

/// A page of the journal.
#[derive(Debug, Clone)]
pub struct Journal {
    /// The newest first.
    pub entries: Vec<Entry>,
    /// Where the next page begins, if there may be one.
    pub older: Option<i64>,
}

/// The newest acts with numbers below `before` that somebody with these capacities may know of, out of at most `most`.
///
/// Administrators and auditors see all. Others see what their own party did, what happened in projects that it takes part
/// in, what was published, and what concerns themselves; another party's draft is its own business until it is public.
///
/// # Errors
/// Only faults of the store.
pub fn journal(
    tx: &mut Transaction,
    tenant: TenantId,
    actors: &[Actor],
    before: Option<i64>,
    most: u32,
) -> Result<Journal, Failure> {
    let all = tx.journal(tenant, before, most)?;
    let is_full = u32::try_from(all.len()).is_ok_and(|count| count >= most);
    let older = all.last().filter(|_| is_full).map(|last| last.number);
    let mut entries = Vec::new();
    for entry in all {
        if concerns(tx, tenant, actors, &entry)? {
            entries.push(entry);
        }
    }
    Ok(Journal { entries, older })
}

fn concerns(tx: &mut Transaction, tenant: TenantId, actors: &[Actor], entry: &Entry) -> Result<bool, Failure> {
    let is_own = |party| actors.iter().any(|actor| actor.party == party);
    if actors.iter().any(|actor| Right::SeeWholeJournal.is_of(actor.role)) || entry.party.is_some_and(is_own) {
        return Ok(true);
    }
    let key = entry.subject;
    Ok(match entry.noun.as_str() {
        "person" => actors.iter().any(|actor| actor.person == PersonId(key)),
        "party" => is_own(PartyId(key)),
        "publication" => {
            entry.kind == "publication.published"
                || tx.publication(tenant, PublicationId(key))?.is_some_and(|publication| is_own(publication.party))
        }
        "project" => tx
            .project(tenant, ProjectId(key))?
            .is_some_and(|project| actors.iter().any(|actor| crate::rights::sees(*actor, &project))),
        "study" => any(actors, |actor| desk::study(tx, tenant, actor, StudyId(key)))?,
        "audience" => any(actors, |actor| desk::audience(tx, tenant, actor, AudienceId(key)))?,
        "batch" => any(actors, |actor| desk::batch(tx, tenant, actor, BatchId(key)))?,
        "printing" => any(actors, |actor| desk::printing(tx, tenant, actor, PrintingId(key)))?,
        _ => false,
    })
}

/// Whether one of them finds it.
fn any<T>(actors: &[Actor], mut find: impl FnMut(Actor) -> Result<T, Failure>) -> Result<bool, Failure> {
    for actor in actors {
        match find(*actor) {
            Ok(_) => return Ok(true),
            Err(Failure::NotFound) => {}
            Err(failure) => return Err(failure),
        }
    }
    Ok(false)
}
