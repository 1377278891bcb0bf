//! What everybody will see of a project, and the step that lets them.

use super::{Confirmed, EditProjects, SignedIn, UseDesk, key, project_part::found};
use crate::{
    Failure, Visit,
    public::{project::ProjectPage, told},
};
use app::projects::{open_project, page_of, unopened};
use axum::{extract::Path, response::Response};
use base::ProjectId;

/// The page of the project as its readers will have it.
pub async fn preview(
    _: UseDesk,
    visit: Visit,
    who: SignedIn,
    Path(project): Path<String>,
) -> Result<Response, Failure> {
    let project = found(&visit, &who, key(&project)?).await?;
    let back = visit.address(&format!("/desk/projects/{}", project.id));
    let tabs = super::frame_of(&visit, &who, &project, "").tabs;
    let (is_open, mut told) = visit
        .site
        .read(move |tx, instance| {
            let is_open = unopened(tx, instance.tenant, &project)?.is_none();
            Ok((is_open, page_of(tx, instance.tenant, project)?))
        })
        .await?;
    told.publications.sort_by_key(told::newest_first);
    let notice = visit.words.say(if is_open { "desk-project-preview-open" } else { "desk-project-preview-unopened" });
    let frame = visit.frame(told.project.title.say(visit.language()));
    let page = ProjectPage::new(frame, &told.project, &told.publications, &told.studies, visit.today);
    visit.show(&page.previewed(tabs, notice, back))
}

pub async fn open(
    _: Confirmed<EditProjects>,
    visit: Visit,
    who: SignedIn,
    Path(project): Path<String>,
) -> Result<Response, Failure> {
    let id: ProjectId = key(&project)?;
    let (actors, today, now) = (who.actors.clone(), visit.today, visit.now);
    visit.site.write(move |tx, _| open_project(tx, &actors, id, today, now)).await?;
    Ok(visit.go_to(&format!("/desk/projects/{id}?done=opened")))
}
