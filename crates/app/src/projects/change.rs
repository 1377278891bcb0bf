use super::{Trouble, event, participation, trouble::taken, words::nature_code};
use crate::{
    Failure, Refusal,
    personal_data::{Fact, Seen, let_out},
    rights,
    typed::Typed,
};
use base::{Actor, Digests, Moment, ProjectId, TenantId};
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
/// [`Trouble::AddressSettled`], [`Trouble::NatureSettled`]; [`crate::personal_data::Trouble`].
#[expect(clippy::too_many_arguments, reason = "a change names what, by whom, of which state, when")]
pub fn change_part<P: ProjectPart>(
    tx: &mut Transaction,
    actors: &[Actor],
    id: ProjectId,
    part: P,
    made_of: &str,
    seen: Seen,
    today: Date,
    now: Moment,
) -> Result<(), Failure> {
    edit(tx, actors, id, P::CODE, today, now, |project| {
        let before = P::of(project).typed();
        before.is_still(made_of)?;
        let confirmed = let_out(&[before], &part.typed(), seen)?;
        part.put(project);
        Ok(confirmed)
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
    change: impl FnOnce(&mut Project) -> Result<Option<Fact>, Failure>,
) -> Result<(), Failure> {
    let tenant = actors.first().ok_or(Failure::NotFound)?.tenant;
    tx.hold_project(tenant, id)?;
    let before = tx.project(tenant, id)?.ok_or(Failure::NotFound)?;
    let by = actors.iter().copied().find(|actor| rights::edits(*actor, &before)).ok_or(Failure::NotFound)?;
    let mut next = before.clone();
    let confirmed = change(&mut next)?;
    if next == before {
        return Ok(());
    }
    // Nobody was given the address of a project that is not open yet.
    let is_open = tx.unopened_since(tenant, id)?.is_none();
    let settled = [
        (is_open && next.slug != before.slug, Trouble::AddressSettled),
        (next.nature != before.nature, Trouble::NatureSettled),
    ];
    let troubles: Vec<Refusal> =
        settled.into_iter().filter(|(differs, _)| *differs).map(|(_, trouble)| trouble.into()).collect();
    if !troubles.is_empty() && is_settled(tx, tenant, id)? {
        return Err(Failure::Refused(troubles));
    }
    next.updated = today.max(next.published);
    tx.replace_project(tenant, &next).map_err(taken)?;
    let mut facts = vec![("slug", next.slug.to_string()), ("part", part.to_owned())];
    facts.extend(participation::facts(&before, &next));
    if next.slug != before.slug {
        facts.push(("slug-before", before.slug.to_string()));
    }
    if next.nature != before.nature {
        facts.push(("nature", nature_code(next.nature).to_owned()));
        facts.push(("nature-before", nature_code(before.nature).to_owned()));
    }
    facts.extend(confirmed);
    let digests = Digests::change(before.digest(), next.digest());
    Ok(tx.add_event(tenant, &event(now, Some(by), "project.changed", id, facts, digests))?)
}

/// What was published or asked keeps its address, for links from elsewhere must not break, and stays real or invented as
/// it was told to be.
fn is_settled(tx: &mut Transaction, tenant: TenantId, id: ProjectId) -> Result<bool, Failure> {
    Ok(!tx.all_published(tenant, id)?.is_empty() || !tx.studies(tenant, id)?.is_empty())
}
