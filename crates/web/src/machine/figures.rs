use super::{
    made::{self, Work},
    study::plain,
};
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
use document::{Figure, Picture, Shows, svg};

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
    let mut text = String::from("\u{feff}");
    csv_line(&mut text, figure.table.columns.iter().map(|column| column.words.as_str()));
    for row in &figure.table.rows {
        csv_line(&mut text, row.cells.iter().map(|cell| plain(&cell.0)));
    }
    for words in [Some(figure.question.as_str()), Some(figure.base.as_str()), notice].into_iter().flatten() {
        csv_line(&mut text, [words]);
    }
    text
}

/// One line of a CSV file (RFC 4180). A cell that a spreadsheet would take for a formula is made harmless.
pub fn csv_line(text: &mut String, cells: impl IntoIterator<Item = impl AsRef<str>>) {
    let mut first = true;
    for cell in cells {
        if !first {
            text.push(',');
        }
        first = false;
        let cell = cell.as_ref();
        let guard = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
        if guard.is_empty() && !cell.contains(['"', ',', '\n', '\r', ';']) {
            text.push_str(cell);
        } else {
            text.push_str(&format!("\"{guard}{}\"", cell.replace('"', "\"\"")));
        }
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_never_formulas() {
        let check = |cells: &[&str], expected: &str| {
            let mut text = String::new();
            csv_line(&mut text, cells);
            assert_eq!(text, format!("{expected}\r\n"));
        };
        check(&["а", "73 %"], "а,73 %");
        check(&["а,б", "„\"“"], "\"а,б\",\"„\"\"“\"");
        check(&["=cmd|' /C calc'!A0", "-1"], "\"'=cmd|' /C calc'!A0\",\"'-1\"");
    }
}
