use super::{
    made::{self, Work},
    written::given,
};
use crate::{
    Failure, Frame, Keep, Visit,
    doors::Anybody,
    public::{
        report::{document, edition_date},
        results::{find_public, is_hidden, study_path},
        written::{Wanted, found},
    },
    report_files,
    visit::unlisted_if,
};
use app::study::StudyData;
use axum::{extract::Path, response::Response};
use document::{Document, Format};

/// Who asks for the report of which study.
type Asked = Path<(String, String)>;

/// The report typeset for print.
pub async fn pdf(_: Anybody, visit: Visit, asked: Asked) -> Result<Response, Failure> {
    file(visit, asked, Format::Pdf).await
}

/// The report to go on editing.
pub async fn docx(_: Anybody, visit: Visit, asked: Asked) -> Result<Response, Failure> {
    file(visit, asked, Format::Docx).await
}

/// The tables of the report.
pub async fn xlsx(_: Anybody, visit: Visit, asked: Asked) -> Result<Response, Failure> {
    file(visit, asked, Format::Xlsx).await
}

/// What to write about the report in a short post.
pub async fn short_post(_: Anybody, visit: Visit, asked: Asked) -> Result<Response, Failure> {
    post(visit, asked, "500").await
}

/// What to write about the report in a long post.
pub async fn long_post(_: Anybody, visit: Visit, asked: Asked) -> Result<Response, Failure> {
    post(visit, asked, "2000").await
}

async fn file(visit: Visit, asked: Asked, form: Format) -> Result<Response, Failure> {
    if let Some(answer) = frozen(&visit, &asked, &format!(".{}", form.ending())).await? {
        return Ok(answer);
    }
    let (study, document) = report(&visit, asked).await?;
    let bytes = made::once(&visit.site, Work::Document(Box::new(document.clone()), form)).await?;
    let answer = report_files::answer(bytes, form, &study.study.slug, &document)?;
    Ok(unlisted_if(is_hidden(&study), Keep::OneSecond.on(answer)))
}

async fn post(visit: Visit, asked: Asked, letters: &str) -> Result<Response, Failure> {
    if let Some(answer) = frozen(&visit, &asked, &format!("-{letters}.txt")).await? {
        return Ok(answer);
    }
    let (study, document) = report(&visit, asked).await?;
    let answer = report_files::post(&document, letters)?;
    Ok(unlisted_if(is_hidden(&study), Keep::OneSecond.on(answer)))
}

/// The same as it was published, where people wrote and published a report.
async fn frozen(visit: &Visit, Path((project, study)): &Asked, ending: &str) -> Result<Option<Response>, Failure> {
    let Some(found) = found(visit, project, study, Wanted::Main).await? else { return Ok(None) };
    let file = found.file(found.language(visit.language()), ending).ok_or(Failure::NotFound)?;
    given(visit, &found, file).await.map(Some)
}

async fn report(visit: &Visit, Path((project, study)): Asked) -> Result<(Box<StudyData>, Document), Failure> {
    let study = find_public(visit, &project, &study).await?;
    let path = format!("{}/report", study_path(&study));
    let frame = Frame::new(visit.words, &visit.site.settings, &path, "");
    let document = document(&frame, &study, edition_date(&study, visit.today));
    Ok((study, document))
}
