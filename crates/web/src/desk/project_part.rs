//! A part of a project that one form holds, whichever it is: shown, sent, kept.

use super::{
    EditProjects, SignedIn,
    form::{FormPage, Sent, Shown},
    key,
};
use crate::{Failure, Fields, Visit};
use app::{
    Instance, desk,
    projects::{ProjectPart, change_part},
    rights,
};
use axum::{extract::Path, response::Response};
use base::ProjectId;
use outreach::Project;
use store::Transaction;

pub trait PartForm: ProjectPart + Send + 'static {
    fn page(visit: &Visit, who: &SignedIn, project: &Project, shown: &Shown) -> FormPage;
}

pub async fn ask<P: PartForm>(
    _: EditProjects,
    visit: Visit,
    who: SignedIn,
    Path(project): Path<String>,
) -> Result<Response, Failure> {
    let project = editable(&visit, &who, key(&project)?).await?;
    let shown = Shown::of(P::of(&project).typed());
    visit.show(&P::page(&visit, &who, &project, &shown))
}

pub async fn save<P: PartForm>(
    _: EditProjects,
    visit: Visit,
    who: SignedIn,
    Path(project): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let project = editable(&visit, &who, key(&project)?).await?;
    let sent = Sent::over(P::of(&project).typed(), fields);
    let (actors, id, made_of) = (who.actors.clone(), project.id, sent.made_of());
    let (today, now, seen) = (visit.today, visit.now, sent.seen());
    let change = move |tx: &mut Transaction, _: &Instance, part: P| {
        change_part(tx, &actors, id, part, &made_of, seen, today, now)
    };
    let saved = sent.written(&visit, |typed| P::read(typed, today), change).await;
    let next = format!("/desk/projects/{}?done=project", project.id);
    sent.answer(&visit, saved, &next, |shown| P::page(&visit, &who, &project, shown))
}

/// The project, for one who may change it.
pub async fn editable(visit: &Visit, who: &SignedIn, id: ProjectId) -> Result<Project, Failure> {
    let actors = who.actors.clone();
    let edits = move |project: &Project| actors.iter().any(|actor| rights::edits(*actor, project));
    let project = found(visit, who, id).await?;
    if edits(&project) { Ok(project) } else { Err(Failure::NotFound) }
}

/// The project, for one who may know of it.
pub async fn found(visit: &Visit, who: &SignedIn, id: ProjectId) -> Result<Project, Failure> {
    let actors = who.actors.clone();
    visit.site.read(move |tx, instance| desk::project(tx, instance.tenant, &actors, id)).await
}
