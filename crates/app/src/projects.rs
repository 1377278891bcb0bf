//! The project page: what it is made by, and what it shows.

mod activity;
mod change;
mod founding;
mod funding;
mod link;
mod opening;
mod participation;
mod row;
mod trouble;
mod words;

pub use change::{ProjectPart, change_part};
pub use founding::{Founding, found_project};
pub use funding::ProjectFunding;
pub use opening::{Missing, open_project, unopened};
pub use participation::{
    ChangedPart, PARTS, TypedParticipation, add_participation, change_participation, part_code, read_part,
    remove_participation, typed as typed_participation,
};
pub use row::{Placed, ProjectRow, Seen, add_row, change_row, remove_row};
pub use trouble::Trouble;
pub use words::ProjectWords;
pub(crate) use words::address;

use crate::{Failure, personal_data::Fact};
use base::{Actor, Digests, Event, Moment, ProjectId, Subject, TenantId};
use outreach::{Project, Publication};
use store::Transaction;
use survey::Study;

/// Founds a project with its parties. Parties that are known already stay as they are.
///
/// # Errors
/// [`Trouble::AddressTaken`].
pub fn create_project(
    tx: &mut Transaction,
    tenant: TenantId,
    by: Option<Actor>,
    project: &Project,
    now: Moment,
) -> Result<(), Failure> {
    create(tx, tenant, by, project, None, now)
}

fn create(
    tx: &mut Transaction,
    tenant: TenantId,
    by: Option<Actor>,
    project: &Project,
    confirmed: Option<Fact>,
    now: Moment,
) -> Result<(), Failure> {
    tx.add_project(tenant, project).map_err(trouble::taken)?;
    let facts = std::iter::once(("slug", project.slug.to_string())).chain(confirmed).collect();
    let digests = Digests::first(project.digest());
    Ok(tx.add_event(tenant, &event(now, by, "project.created", project.id, facts, digests))?)
}

/// What the public page of a project tells.
#[derive(Debug, Clone)]
pub struct ProjectPage {
    pub project: Project,
    /// The newest first.
    pub publications: Vec<Publication>,
    pub studies: Vec<Study>,
}

/// # Errors
/// [`Failure::NotFound`] when there is no such project, or it is not open yet.
pub fn project_page(tx: &mut Transaction, tenant: TenantId, slug: &str) -> Result<ProjectPage, Failure> {
    let project = tx.public_project(tenant, slug)?.ok_or(Failure::NotFound)?;
    page_of(tx, tenant, project)
}

/// The same page of a project that may not be open yet, for those who may see it at the desk.
///
/// # Errors
/// Only faults of the store.
pub fn page_of(tx: &mut Transaction, tenant: TenantId, project: Project) -> Result<ProjectPage, Failure> {
    let publications = tx.all_published(tenant, project.id)?;
    let studies = tx.studies(tenant, project.id)?;
    Ok(ProjectPage { project, publications, studies })
}

fn event(
    at: Moment,
    by: Option<Actor>,
    kind: &'static str,
    project: ProjectId,
    facts: Vec<(&'static str, String)>,
    digests: Digests,
) -> Event {
    Event { at, by, kind, subject: Subject { noun: "project", key: project.0 }, facts, digests }
}
