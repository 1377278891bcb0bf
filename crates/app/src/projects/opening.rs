//! A project founded at the desk is seen only by those who prepare it, until one of them opens it to everybody.

use super::event;
use crate::{Failure, controller::controller, rights};
use base::{Actor, Digests, Moment, ProjectId, TenantId};
use jiff::civil::Date;
use outreach::Project;
use store::Transaction;

/// What a reader of the page would miss. Nothing of it keeps a project from being opened: not every project has
/// everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    Goal,
    Activities,
    Funding,
    /// The page is read in Bulgarian only.
    English,
    /// Nobody is told who answers for personal data here.
    Controller,
}

impl Missing {
    pub const ALL: [Missing; 5] =
        [Missing::Goal, Missing::Activities, Missing::Funding, Missing::English, Missing::Controller];

    pub fn code(self) -> &'static str {
        match self {
            Missing::Goal => "goal",
            Missing::Activities => "activities",
            Missing::Funding => "funding",
            Missing::English => "english",
            Missing::Controller => "controller",
        }
    }
}

/// What is missing of a project that is not open yet; nothing for an open one.
///
/// # Errors
/// Only faults of the store.
pub fn unopened(tx: &mut Transaction, tenant: TenantId, project: &Project) -> Result<Option<Vec<Missing>>, Failure> {
    if tx.unopened_since(tenant, project.id)?.is_none() {
        return Ok(None);
    }
    let has_controller = controller(tx, tenant)?.is_some();
    let is_missing = |missing: &Missing| match missing {
        Missing::Goal => project.goal.is_empty() && project.story.is_empty(),
        Missing::Activities => project.activities.is_empty(),
        Missing::Funding => project.funding.is_none(),
        Missing::English => project.title.english.is_none() || project.summary.english.is_none(),
        Missing::Controller => !has_controller,
    };
    Ok(Some(Missing::ALL.into_iter().filter(is_missing).collect()))
}

/// Opens the project to everybody, for good. Whoever is second finds it open, and nothing happens again.
///
/// An earlier day of publication was typed by somebody who had a page elsewhere, and stays.
///
/// # Errors
/// [`Failure::NotFound`] for those who may not.
pub fn open_project(
    tx: &mut Transaction,
    actors: &[Actor],
    id: ProjectId,
    today: Date,
    now: Moment,
) -> Result<(), Failure> {
    let tenant = actors.first().ok_or(Failure::NotFound)?.tenant;
    tx.hold_project(tenant, id)?;
    let before = tx.project(tenant, id)?.ok_or(Failure::NotFound)?;
    let by = actors.iter().copied().find(|actor| rights::edits(*actor, &before)).ok_or(Failure::NotFound)?;
    let Some(founded) = tx.unopened_since(tenant, id)? else { return Ok(()) };
    if !tx.record_opened(tenant, id)? {
        return Ok(());
    }
    let mut next = before.clone();
    if next.published >= founded {
        next.published = today;
    }
    next.updated = today.max(next.published);
    tx.replace_project(tenant, &next)?;
    let digests = Digests::change(before.digest(), next.digest());
    let facts = vec![("slug", next.slug.to_string())];
    Ok(tx.add_event(tenant, &event(now, Some(by), "project.opened", id, facts, digests))?)
}
