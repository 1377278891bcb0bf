use super::made::{self, Work};
use crate::{
    Failure, Visit,
    doors::Anybody,
    public::{
        publication::encoded_name,
        results::{figures, find_public, is_hidden, study_path},
        told,
    },
};
use app::study::{StudyData, chapters, document_words};
use axum::{extract::Path, response::Response};
use document::{Figure, Picture, Shows, csv, svg};

/// One figure as a picture, drawn or in pixels, or as a table, at an address that stays.
pub async fn figure(
    _: Anybody,
    visit: Visit,
    Path((project, study, file)): Path<(String, String, String)>,
) -> Result<Response, Failure> {
    let (anchor, form) = file.rsplit_once('.').ok_or(Failure::NotFound)?;
    let study = find_public(&visit, &project, &study).await?;
    let blocks = chapters::chapters(&study, &visit.words).blocks;
    let figure = figures(&blocks).find(|figure| figure.anchor == anchor).ok_or(Failure::NotFound)?;
    let notice = study.project.as_ref().and_then(|project| told::demonstration(&visit.words, project));
    match form {
        "csv" => Ok(super::open_data("text/csv; charset=utf-8", table(figure, notice.as_deref()), is_hidden(&study))),
        "svg" => {
            let picture = svg::figure(&with_notice(figure, notice), visit.language());
            Ok(super::open_data("image/svg+xml", picture, is_hidden(&study)))
        }
        "png" => {
            let picture = picture(&visit, &study, figure, notice);
            let bytes = made::once(&visit.site, Work::Picture(Box::new(picture))).await?;
            Ok(super::open_data("image/png", bytes, is_hidden(&study)))
        }
        _ => Err(Failure::NotFound),
    }
}

/// The figure with everything that makes it honest where its page is not near.
fn picture(visit: &Visit, study: &StudyData, figure: &Figure, notice: Option<String>) -> Picture {
    let page = visit.public_address(&study_path(study));
    let shows = Shows::Figure {
        figure: Box::new(figure.clone()),
        source: study.study.title.say(visit.language()).to_owned(),
        address: format!("{page}#{}", encoded_name(&figure.anchor)),
    };
    Picture { language: visit.language(), shows, demonstration: notice, words: document_words(&visit.words) }
}

fn with_notice(figure: &Figure, notice: Option<String>) -> Figure {
    let mut figure = figure.clone();
    if let Some(notice) = notice {
        figure.method = format!("{} {notice}", figure.method).trim().to_owned();
    }
    figure
}

fn table(figure: &Figure, notice: Option<&str>) -> String {
    let beside: Vec<&str> =
        [Some(figure.question.as_str()), Some(figure.base.as_str()), notice].into_iter().flatten().collect();
    csv::table(&figure.table, &beside)
}
