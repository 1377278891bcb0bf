//! What people sent with their answers: a list by question, each to be downloaded and never drawn. Nothing of the answer it
//! belongs to stands beside it.

use super::{ReadOpenAnswers, SignedIn, key, questionnaire::place};
use crate::{Failure, Frame, Page, Said, Visit, guard::DOWNLOAD_POLICY, public::publication::encoded_name};
use app::answer_files::download_name;
use askama::Template;
use axum::{
    extract::Path,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use base::{FileDigest, Language};
use std::collections::BTreeMap;
use store::AnswerFile;

#[derive(Template)]
#[template(path = "desk/answer_files.html")]
pub struct AnswerFilesPage {
    frame: Frame,
    study: Said,
    study_address: String,
    audience: Said,
    /// „12 файла“
    counted: String,
    /// That there are more than the page lists.
    more: Option<String>,
    questions: Vec<(Said, Vec<FileRow>)>,
}

struct FileRow {
    name: String,
    size: String,
    address: String,
}

/// The page lists so many.
const MOST: usize = 2_000;

pub async fn list(
    ReadOpenAnswers(actor): ReadOpenAnswers,
    visit: Visit,
    who: SignedIn,
    Path(audience): Path<String>,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let (id, version) = (place.audience.id, place.audience.questionnaire);
    let (files, all, questionnaire) = visit
        .site
        .read(move |tx, instance| {
            let files = tx.answer_files(instance.tenant, id, MOST)?;
            let all = tx.answer_files_of(instance.tenant, id)?;
            let questionnaire = version.map(|version| instance.questionnaires.get(tx, version)).transpose()?;
            Ok((files, all, questionnaire))
        })
        .await?;
    let frame = super::frame_of(&visit, &who, &place.project, &visit.words.say("desk-answer-files-title"));
    let label = |code: &str| {
        let known = questionnaire.as_ref().and_then(|known| known.question(code));
        known.map_or_else(|| Said::here(code), |question| frame.said(&question.label).map(survey::unpiped))
    };
    let mut questions: BTreeMap<String, Vec<FileRow>> = BTreeMap::new();
    let shown = files.len();
    for file in files {
        questions.entry(file.question.to_string()).or_default().push(row(&frame, id, &file));
    }
    let questions = questions.into_iter().map(|(code, files)| (label(&code), files)).collect();
    let counted = i64::try_from(all).unwrap_or(i64::MAX);
    let is_cut = usize::try_from(all).unwrap_or(usize::MAX) > shown;
    visit.show(&AnswerFilesPage {
        study: frame.said(&place.study.title),
        study_address: frame.to(&format!("/desk/studies/{}", place.study.id)),
        audience: frame.said(&place.audience.name),
        counted: frame.tell("desk-answer-files-count", "n", counted),
        more: is_cut.then(|| frame.tell("desk-answer-files-more", "n", i64::try_from(shown).unwrap_or(i64::MAX))),
        questions,
        frame,
    })
}

fn row(frame: &Frame, audience: base::AudienceId, file: &AnswerFile) -> FileRow {
    FileRow {
        name: download_name(file),
        size: frame.words.size(file.bytes),
        address: frame.to(&format!("/desk/audiences/{audience}/files/{}", file.file)),
    }
}

pub async fn download(
    ReadOpenAnswers(actor): ReadOpenAnswers,
    visit: Visit,
    Path((audience, file)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let digest: FileDigest = file.parse().map_err(|_| Failure::NotFound)?;
    let id = place.audience.id;
    let found = visit.site.read(move |tx, instance| Ok(tx.answer_file(instance.tenant, id, digest)?)).await?;
    let found = found.ok_or(Failure::NotFound)?;
    let instance = visit.site.instance()?;
    let bytes = instance.store.file_bytes(instance.tenant, digest).await?.ok_or(Failure::NotFound)?;
    let disposition = format!("attachment; filename*=UTF-8''{}", encoded_name(&download_name(&found)));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/octet-stream")),
        (header::CONTENT_DISPOSITION, HeaderValue::try_from(disposition).map_err(Failure::fault)?),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(DOWNLOAD_POLICY)),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
    ];
    Ok((headers, bytes).into_response())
}

impl Page for AnswerFilesPage {
    const NAME: &'static str = "desk-answer-files";

    fn samples(language: Language) -> Vec<(&'static str, AnswerFilesPage)> {
        let page = |questions: Vec<(Said, Vec<FileRow>)>| {
            let frame = super::sample_frame(language, "/desk/audiences/a/files", "desk-answer-files-title");
            let count = i64::try_from(questions.iter().map(|(_, files)| files.len()).sum::<usize>()).unwrap_or(0);
            AnswerFilesPage {
                study: Said::here("Участие и обслужване, 2023 г."),
                study_address: "/desk/studies/a".to_owned(),
                audience: Said::here("Граждани"),
                counted: frame.tell("desk-answer-files-count", "n", count),
                more: None,
                questions,
                frame,
            }
        };
        let row = |name: &str, size: &str| FileRow {
            name: name.to_owned(),
            size: size.to_owned(),
            address: "/desk/audiences/a/files/b".to_owned(),
        };
        let some = vec![(
            Said::here("Снимайте мястото, за което пишете"),
            vec![row("place-0a1b2c3d4e5f.jpg", "340 kB"), row("place-9f8e7d6c5b4a.png", "1,2 MB")],
        )];
        vec![("none", page(Vec::new())), ("some", page(some))]
    }
}
