use super::{FormPage, Shown, answered};
use crate::{Failure, Fields, Visit};
use app::{
    Instance,
    personal_data::{self, Seen},
    typed::Typed,
};
use axum::response::Response;
use store::Transaction;

/// A form as it was sent: it is read, then written, or shown again with what was typed.
pub struct Sent {
    typed: Typed,
    /// What is there now, if the form is for something that is there already.
    kept: Option<Typed>,
}

impl Sent {
    /// For something new.
    pub fn new(fields: Fields) -> Sent {
        Sent { typed: fields.0.into_iter().collect(), kept: None }
    }

    /// For something that is there already.
    pub fn over(kept: Typed, fields: Fields) -> Sent {
        Sent { kept: Some(kept), ..Sent::new(fields) }
    }

    /// Of which state of the thing the form was made.
    pub fn made_of(&self) -> String {
        self.typed.get("made_of").to_owned()
    }

    /// Whether the finds of personal data were seen.
    pub fn seen(&self) -> Seen {
        Seen(!self.typed.get(personal_data::SEEN).is_empty())
    }

    /// Reads and writes.
    ///
    /// # Errors
    /// Whatever was refused by either; faults of the store.
    pub async fn written<N: Send + 'static, T: Send + 'static>(
        &self,
        visit: &Visit,
        read: impl FnOnce(&Typed) -> Result<N, app::Failure>,
        write: impl FnOnce(&mut Transaction, &Instance, N) -> Result<T, app::Failure> + Send + 'static,
    ) -> Result<T, app::Failure> {
        let new = read(&self.typed)?;
        visit.site.write(move |tx, instance| write(tx, instance, new)).await
    }

    /// On to `next` after what [`Sent::written`] brought, or the form again.
    ///
    /// # Errors
    /// Everything but a refusal.
    pub fn answer(
        self,
        visit: &Visit,
        outcome: Result<(), app::Failure>,
        next: &str,
        page: impl FnOnce(&Shown) -> FormPage,
    ) -> Result<Response, Failure> {
        answered(visit, outcome, next, |refusals| page(&Shown::refused(visit.words, &self.typed, refusals, self.kept)))
    }
}
