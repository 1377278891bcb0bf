//! The pictures that others show beside links to our pages, each at an address that stays.

use super::made::{self, Work};
use crate::{
    Failure, Visit,
    doors::Anybody,
    public::{
        postcard::{self, PagePostcard},
        project::ProjectTold,
        publication::Loaded,
        report::edition_date,
        results::{Found, find, find_public, is_hidden},
    },
};
use app::study::chapters;
use axum::{extract::Path, response::Response};

pub async fn project(_: Anybody, visit: Visit, Path(slug): Path<String>) -> Result<Response, Failure> {
    let told = ProjectTold::load(&visit.site, &slug).await?;
    drawn(&visit, Some(postcard::of_project(&visit.words, &told.project)), told.is_hidden()).await
}

pub async fn study(
    _: Anybody,
    visit: Visit,
    Path((project, study)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let found = find(&visit, &project, &study).await?;
    let is_hidden = found.is_hidden();
    let postcard = match found {
        Found::Public(study) => {
            let told = chapters::chapters(&study, &visit.words);
            postcard::of_results(&visit.words, &study, told.headline())
        }
        Found::Later { project, study } => Some(postcard::of_later(&visit.words, &project, &study)),
    };
    drawn(&visit, postcard, is_hidden).await
}

pub async fn report(
    _: Anybody,
    visit: Visit,
    Path((project, study)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let study = find_public(&visit, &project, &study).await?;
    let told = chapters::chapters(&study, &visit.words);
    let date = edition_date(&study, visit.today);
    let postcard = postcard::of_report(&visit.words, &study, told.headline(), date);
    drawn(&visit, postcard, is_hidden(&study)).await
}

pub async fn publication(
    _: Anybody,
    visit: Visit,
    Path((project, slug)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let Loaded { project, publication, party, .. } = Loaded::load(&visit.site, &project, &slug).await?;
    let postcard = postcard::of_publication(&visit.words, &project, &publication, &publication.version, &party);
    drawn(&visit, postcard, super::project::is_hidden(&project)).await
}

async fn drawn(visit: &Visit, postcard: Option<PagePostcard>, is_hidden: bool) -> Result<Response, Failure> {
    let postcard = postcard.ok_or(Failure::NotFound)?;
    let bytes = made::once(&visit.site, Work::Picture(Box::new(postcard.picture))).await?;
    Ok(super::open_data("image/png", bytes, is_hidden))
}
