use super::{away::Away, files::Whose};
use crate::{Failure, Frame, Visit};
use app::{
    Instance,
    answer_files::Seal,
    respondent::{Invitation, Refusal},
};
use base::Key;
use outreach::Project;
use store::Transaction;

/// What every page of answering knows: the study, the audience, the project around them.
#[derive(Debug, Clone)]
pub struct Room {
    pub invitation: Invitation,
    pub project: Option<Project>,
}

impl Room {
    pub fn token(&self) -> &str {
        &self.invitation.address
    }

    /// The project's head, banner and signs, without its tabs: whoever answers is not to be led away.
    pub fn frame(&self, frame: Frame) -> Frame {
        let mut frame = match &self.project {
            Some(project) => frame.of_project(project, ""),
            None => frame,
        };
        frame.tabs.clear();
        frame.feed = None;
        frame.hidden()
    }

    /// Where the results stand or will stand.
    pub fn study_address(&self) -> Option<String> {
        let project = self.project.as_ref()?;
        Some(format!("/projects/{}/studies/{}", project.slug, self.invitation.study.slug))
    }

    /// Whose the files are that are sent here.
    pub fn whose(&self) -> Whose {
        Whose { study: self.invitation.study.id, audience: self.invitation.audience.id }
    }

    /// How forms name the files that they hold already.
    ///
    /// # Errors
    /// A fault where the site stands over no instance.
    pub fn seal<'v>(&self, visit: &'v Visit) -> Result<Seal<'v>, Failure> {
        Ok(Seal::of(visit.site.instance()?, self.invitation.audience.id))
    }

    fn find(instance: &Instance, tx: &mut Transaction, token: &str) -> Result<Room, app::Failure> {
        let invitation = Invitation::find(instance, tx, token)?;
        let project = tx.project(instance.tenant, invitation.study.project)?;
        Ok(Room { invitation, project })
    }
}

/// Reads something under the address of an audience, and the room with it.
pub async fn read<T: Send + 'static>(
    visit: &Visit,
    token: &str,
    reading: impl FnOnce(&mut Transaction, &Instance, &Invitation) -> Result<T, app::Failure> + Send + 'static,
) -> Result<(Room, T), Away> {
    let (instance, address) = (visit.site.instance()?.clone(), token.to_owned());
    let store = instance.store.clone();
    let read = store.read(move |tx| {
        let room = Room::find(&instance, tx, &address)?;
        let found = reading(tx, &instance, &room.invitation)?;
        Ok((room, found))
    });
    match read.await {
        Ok(found) => Ok(found),
        Err(failure) => Err(away(visit, token, failure).await),
    }
}

/// Does something under the address of an audience; it is on the disk when this answers.
pub async fn write<T: Send + 'static>(
    visit: &Visit,
    token: &str,
    operation: impl FnOnce(&mut Transaction, &Instance, &Invitation) -> Result<T, app::Failure> + Send + 'static,
) -> Result<T, Away> {
    let done = try_write(visit, token, operation).await?;
    match done {
        Ok(done) => Ok(done),
        Err(failure) => Err(away(visit, token, failure).await),
    }
}

/// As [`write`], for whoever shows a refusal themselves.
pub async fn try_write<T: Send + 'static>(
    visit: &Visit,
    token: &str,
    operation: impl FnOnce(&mut Transaction, &Instance, &Invitation) -> Result<T, app::Failure> + Send + 'static,
) -> Result<Result<T, app::Failure>, Away> {
    let (instance, address) = (visit.site.instance()?.clone(), token.to_owned());
    let store = instance.store.clone();
    let done = store.write(move |tx| {
        let invitation = Invitation::find(&instance, tx, &address)?;
        operation(tx, &instance, &invitation)
    });
    Ok(done.await)
}

/// The page for what an operation would not do.
pub async fn away(visit: &Visit, token: &str, failure: app::Failure) -> Away {
    let refusal: Option<Refusal> = match &failure {
        app::Failure::NotFound => return Away::lost(visit),
        app::Failure::Refused(refusals) => refusals.iter().find_map(|refusal| {
            let app::Refusal::Respondent(refusal) = refusal else { return None };
            Some(refusal.clone())
        }),
        app::Failure::Fault(_) => None,
    };
    let Some(refusal) = refusal else { return Failure::from(failure).into() };
    let (instance, token) = match visit.site.instance() {
        Ok(instance) => (instance.clone(), token.to_owned()),
        Err(failure) => return failure.into(),
    };
    let store = instance.store.clone();
    match store.read(move |tx| Room::find(&instance, tx, &token)).await {
        Ok(room) => Away::refused(visit, &room, &refusal),
        Err(failure) => Failure::from(failure).into(),
    }
}

/// The key in an address; anything else was never one of ours.
pub fn key(visit: &Visit, text: &str) -> Result<Key, Away> {
    text.parse().map_err(|_| Away::lost(visit))
}
