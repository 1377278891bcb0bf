//! The project page: what it is made by, and what it shows.

use crate::Failure;
use base::{Actor, Event, Moment, ProjectId, Subject, TenantId};
use outreach::{Project, Publication};
use store::Transaction;
use survey::Study;

/// Founds a project with its parties. Parties that are known already stay as they are.
///
/// # Errors
/// A refusal when the address is taken.
pub fn create_project(
    tx: &mut Transaction,
    tenant: TenantId,
    by: Option<Actor>,
    project: &Project,
    now: Moment,
) -> Result<(), Failure> {
    tx.add_project(tenant, project)?;
    let facts = vec![("slug", project.slug.to_string())];
    Ok(tx.add_event(tenant, &event(now, by, "project.created", project.id, facts))?)
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
/// [`Failure::NotFound`] when there is no such project.
pub fn project_page(tx: &mut Transaction, tenant: TenantId, slug: &str) -> Result<ProjectPage, Failure> {
    let project = tx.project_by_slug(tenant, slug)?.ok_or(Failure::NotFound)?;
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
) -> Event {
    Event { at, by, kind, subject: Subject { noun: "project", key: project.0 }, facts }
}
