//! Rows of a project's page, activities and links: each is added, changed and taken away by itself. A row is named by its
//! place, and a form by the row that it was made of, so that nobody changes another row than the one they saw.

use super::{Trouble, change::edit};
use crate::{
    Failure,
    personal_data::{self, let_out},
    typed::{self, Reading, Typed},
};
use base::{Actor, Moment, ProjectId};
use jiff::civil::Date;
use outreach::Project;
use store::Transaction;

const MOST: usize = 60;

pub trait ProjectRow: Clone + PartialEq + Sized {
    /// For the journal and for addresses: `activities`.
    const CODE: &'static str;

    fn all(project: &Project) -> &[Self];

    fn all_mut(project: &mut Project) -> &mut Vec<Self>;

    /// As its form shows it.
    fn typed(&self) -> Typed;

    fn take(form: &mut Reading, today: Date) -> Option<Self>;
}

/// A row with the place it is to have: as many rows stand before it.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed<R> {
    pub row: R,
    pub place: usize,
}

impl<R: ProjectRow> Placed<R> {
    /// The row that stands at `place` now.
    pub fn of(project: &Project, place: usize) -> Option<Placed<R>> {
        R::all(project).get(place).map(|row| Placed { row: row.clone(), place })
    }

    pub fn typed(&self) -> Typed {
        self.row.typed().with("place", self.place.to_string())
    }

    /// # Errors
    /// Every field at fault at once.
    pub fn read(typed: &Typed, today: Date) -> Result<Placed<R>, Failure> {
        let mut form = Reading::of(typed);
        let row = R::take(&mut form, today);
        // Without a place, and with one that is no number, the row stands last.
        let place = form.get("place").parse().unwrap_or(usize::MAX);
        form.finish(row.map(|row| Placed { row, place }))
    }
}

/// The row that a form was made of: where it stood, and its fingerprint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    pub place: usize,
    pub made_of: String,
}

/// # Errors
/// [`Failure::NotFound`] for those who may not; [`Trouble::TooManyRows`]; [`personal_data::Trouble`].
pub fn add_row<R: ProjectRow>(
    tx: &mut Transaction,
    actors: &[Actor],
    id: ProjectId,
    new: Placed<R>,
    confirmed: personal_data::Seen,
    today: Date,
    now: Moment,
) -> Result<(), Failure> {
    edit(tx, actors, id, R::CODE, today, now, |project| {
        let rows = R::all_mut(project);
        if rows.len() >= MOST {
            return Err(Trouble::TooManyRows { most: MOST }.into());
        }
        let confirmed = let_out(&[], &new.row.typed(), confirmed)?;
        rows.insert(new.place.min(rows.len()), new.row);
        Ok(confirmed)
    })
}

/// # Errors
/// [`Failure::NotFound`] for those who may not; [`typed::Trouble::ChangedMeanwhile`], also when the row is gone;
/// [`personal_data::Trouble`].
#[expect(clippy::too_many_arguments, reason = "a change names what, by whom, of which state, when")]
pub fn change_row<R: ProjectRow>(
    tx: &mut Transaction,
    actors: &[Actor],
    id: ProjectId,
    seen: &Seen,
    next: Placed<R>,
    confirmed: personal_data::Seen,
    today: Date,
    now: Moment,
) -> Result<(), Failure> {
    edit(tx, actors, id, R::CODE, today, now, |project| {
        let before = take_out::<R>(project, seen)?;
        let confirmed = let_out(&[before.typed()], &next.row.typed(), confirmed)?;
        let rows = R::all_mut(project);
        rows.insert(next.place.min(rows.len()), next.row);
        Ok(confirmed)
    })
}

/// # Errors
/// As for [`change_row`].
pub fn remove_row<R: ProjectRow>(
    tx: &mut Transaction,
    actors: &[Actor],
    id: ProjectId,
    seen: &Seen,
    today: Date,
    now: Moment,
) -> Result<(), Failure> {
    edit(tx, actors, id, R::CODE, today, now, |project| take_out::<R>(project, seen).map(|_| None))
}

fn take_out<R: ProjectRow>(project: &mut Project, seen: &Seen) -> Result<R, Failure> {
    let there = Placed::<R>::of(project, seen.place).ok_or(typed::Trouble::ChangedMeanwhile)?;
    there.typed().is_still(&seen.made_of)?;
    Ok(R::all_mut(project).remove(seen.place))
}
