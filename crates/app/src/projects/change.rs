use super::{Trouble, event, trouble::taken};
use crate::{Failure, rights, typed::Typed};
use base::{Actor, Moment, ProjectId, TenantId};
use jiff::civil::Date;
use outreach::Project;
use store::Transaction;

/// A part of a project that one form holds.
pub trait ProjectPart: Sized {
    /// For the journal and for addresses: `words`.
    const CODE: &'static str;

    fn of(project: &Project) -> Self;

    /// As its form shows it.
    fn typed(&self) -> Typed;

    /// # Errors
    /// Every field at fault at once.
    fn read(typed: &Typed, today: Date) -> Result<Self, Failure>;

    fn put(self, project: &mut Project);
}

/// Replaces one part of the project by what a form told, unless somebody else was faster.
///
/// # Errors
/// [`Failure::NotFound`] for those who may not; [`crate::typed::Trouble::ChangedMeanwhile`]; [`Trouble::AddressTaken`],
/// [`Trouble::AddressSettled`].
pub fn change_part<P: ProjectPart>(
    tx: &mut Transaction,
    actors: &[Actor],
    id: ProjectId,
    part: P,
    made_of: &str,
    today: Date,
    now: Moment,
) -> Result<(), Failure> {
    edit(tx, actors, id, P::CODE, today, now, |project| {
        P::of(project).typed().is_still(made_of)?;
        part.put(project);
        Ok(())
    })
}

/// One change of a project: held, decided, kept, told to the journal; nothing of it where nothing is new.
pub(super) fn edit(
    tx: &mut Transaction,
    actors: &[Actor],
    id: ProjectId,
    part: &'static str,
    today: Date,
    now: Moment,
    change: impl FnOnce(&mut Project) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let tenant = actors.first().ok_or(Failure::NotFound)?.tenant;
    tx.hold_project(tenant, id)?;
    let before = tx.project(tenant, id)?.ok_or(Failure::NotFound)?;
    let by = actors.iter().copied().find(|actor| rights::edits(*actor, &before)).ok_or(Failure::NotFound)?;
    let mut next = before.clone();
    change(&mut next)?;
    if next == before {
        return Ok(());
    }
    if next.slug != before.slug && address_is_settled(tx, tenant, id)? {
        return Err(Trouble::AddressSettled.into());
    }
    next.updated = today.max(next.published);
    tx.replace_project(tenant, &next).map_err(taken)?;
    let mut facts = vec![("slug", next.slug.to_string()), ("part", part.to_owned())];
    if next.slug != before.slug {
        facts.push(("slug-before", before.slug.to_string()));
    }
    Ok(tx.add_event(tenant, &event(now, Some(by), "project.changed", id, facts))?)
}

/// Links from elsewhere must not break: what was published or asked under an address keeps it.
pub(super) fn address_is_settled(tx: &mut Transaction, tenant: TenantId, id: ProjectId) -> Result<bool, Failure> {
    Ok(!tx.all_published(tenant, id)?.is_empty() || !tx.studies(tenant, id)?.is_empty())
}
