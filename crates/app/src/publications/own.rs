use super::{Standing, standing};
use crate::{
    Failure,
    rights::{self, Right},
};
use base::{Actor, Party, PartyId, ProjectId, TenantId};
use outreach::{Project, Publication};
use store::Transaction;

/// What one party has told in one project, and what it is about to tell.
#[derive(Debug, Clone)]
pub struct Own {
    pub project: Project,
    pub party: Party,
    pub publications: Vec<(Publication, Standing)>,
}

/// Everything that somebody with these capacities writes, one party after another in each project.
///
/// # Errors
/// Only faults of the store.
pub fn own(tx: &mut Transaction, tenant: TenantId, actors: &[Actor]) -> Result<Vec<Own>, Failure> {
    let mut all = Vec::new();
    for project in tx.projects(tenant)? {
        let publications = tx.publications(tenant, project.id)?;
        for participation in &project.parties {
            let party = participation.party.id;
            if speaks(actors, &project, Some(party)).is_none() {
                continue;
            }
            let mut theirs = Vec::new();
            for publication in publications.iter().filter(|publication| publication.party == party) {
                theirs.push((publication.clone(), standing(tx, tenant, publication)?));
            }
            all.push(Own { party: participation.party.clone(), project: project.clone(), publications: theirs });
        }
    }
    Ok(all)
}

/// The project, and as whom somebody with these capacities speaks in it: for `party` where they may speak for several.
///
/// # Errors
/// [`Failure::NotFound`] where they may not.
pub fn speaking(
    tx: &mut Transaction,
    tenant: TenantId,
    actors: &[Actor],
    id: ProjectId,
    party: Option<PartyId>,
) -> Result<(Actor, Project), Failure> {
    let project = tx.project(tenant, id)?.ok_or(Failure::NotFound)?;
    let actor = speaks(actors, &project, party).ok_or(Failure::NotFound)?;
    Ok((actor, project))
}

fn speaks(actors: &[Actor], project: &Project, party: Option<PartyId>) -> Option<Actor> {
    let is_for = |actor: &Actor| party.is_none_or(|party| party == actor.party);
    let mut able = actors.iter().filter(|actor| rights::may(**actor, Right::WritePublications, project));
    able.find(|actor| is_for(actor)).copied()
}
