//! Earlier answers from a file: read, looked at with every rejected row, and only then taken in.

use super::{
    ImportAnswers, SignedIn, key, looked_at,
    problems::{ProblemRow, field_error, problem_row, problem_rows},
    questionnaire::{Place, place},
    upload::{Upload, in_address, plain_name},
};
use crate::{
    Asked, Failure, Fields, Frame, Page, Said, Visit,
    parts::{FieldError, FieldErrors},
};
use app::fieldwork::{self, Import};
use askama::Template;
use axum::{
    extract::Path,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use base::{Actor, BatchId, FileDigest, Language, QuestionnaireId};
use std::sync::Arc;
use store::ImportBatch;
use survey::{
    Located, Questionnaire,
    answers_csv::{self, CsvProblem, CsvRead},
};

pub const CSV: &str = "text/csv";
/// The page shows so many rejected rows; the table to download has them all.
const MOST_SHOWN: usize = 200;

#[derive(Template)]
#[template(path = "desk/answers_upload.html")]
pub struct AnswersUploadPage {
    frame: Frame,
    study: Said,
    study_address: String,
    audience: Said,
    address: String,
    errors: FieldErrors,
    codes: Vec<String>,
}

#[derive(Template)]
#[template(path = "desk/answers.html")]
pub struct AnswersPage {
    frame: Frame,
    study: Said,
    study_address: String,
    audience: Said,
    name: String,
    address: String,
    again: String,
    accepted: String,
    rejected: String,
    reading: String,
    rows: Vec<ProblemRow>,
    more: Option<String>,
    ignored: Vec<ProblemRow>,
    can_take: bool,
    taken_before: Option<String>,
    errors: FieldErrors,
}

async fn questionnaire(visit: &Visit, place: &Place) -> Result<(QuestionnaireId, Arc<Questionnaire>), Failure> {
    let id = place.audience.questionnaire.ok_or_else(|| Failure::refused(fieldwork::Trouble::NoQuestionnaire))?;
    let questionnaire = visit.site.read(move |tx, instance| instance.questionnaires.get(tx, id)).await?;
    Ok((id, questionnaire))
}

pub async fn ask(
    ImportAnswers(actor): ImportAnswers,
    visit: Visit,
    who: SignedIn,
    Path(audience): Path<String>,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let (_, questionnaire) = questionnaire(&visit, &place).await?;
    visit.show(&upload_page(&visit, &who, &place, &questionnaire, FieldErrors::default()))
}

fn upload_page(
    visit: &Visit,
    who: &SignedIn,
    place: &Place,
    questionnaire: &Questionnaire,
    errors: FieldErrors,
) -> AnswersUploadPage {
    let frame = super::frame_of(visit, who, &place.project, &visit.words.say("desk-answers-title"));
    let asked = questionnaire.questions().filter(|question| question.is_asked());
    AnswersUploadPage {
        study: frame.said(&place.study.title),
        study_address: frame.to(&format!("/desk/studies/{}", place.study.id)),
        audience: frame.said(&place.audience.name),
        address: frame.to(&format!("/desk/audiences/{}/answers", place.audience.id)),
        errors,
        codes: asked.map(|question| question.code.to_string()).collect(),
        frame,
    }
}

pub async fn take(
    ImportAnswers(actor): ImportAnswers,
    visit: Visit,
    who: SignedIn,
    Path(audience): Path<String>,
    upload: Upload,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let (_, questionnaire) = questionnaire(&visit, &place).await?;
    let refuse = |error: FieldError| {
        let page = upload_page(&visit, &who, &place, &questionnaire, FieldErrors(vec![error]));
        visit.show(&page).map(super::refused)
    };
    let Some(file) = upload.file("file") else {
        return refuse(field_error(&visit, "file", &fieldwork::Trouble::FileMissing));
    };
    if let Err(problem) = read(&visit, &questionnaire, file.bytes.clone()).await? {
        return refuse(field_error(&visit, "file", &problem));
    }
    let kept = looked_at::keep(&visit, file.bytes.clone(), CSV).await?;
    let query = in_address(&file.name);
    Ok(visit.go_to(&format!("/desk/audiences/{audience}/answers/{kept}?name={query}")))
}

async fn read(
    visit: &Visit,
    questionnaire: &Arc<Questionnaire>,
    bytes: Vec<u8>,
) -> Result<Result<CsvRead, Located<CsvProblem>>, Failure> {
    let (questionnaire, today) = (questionnaire.clone(), visit.today);
    looked_at::aside(move || answers_csv::read(&questionnaire, &bytes, today)).await
}

/// The uploaded file again.
async fn stored(visit: &Visit, questionnaire: &Arc<Questionnaire>, file: FileDigest) -> Result<CsvRead, Failure> {
    let (bytes, _) = looked_at::kept(visit, file, &[CSV]).await?;
    read(visit, questionnaire, bytes).await?.map_err(Failure::refused)
}

pub async fn check(
    ImportAnswers(actor): ImportAnswers,
    visit: Visit,
    who: SignedIn,
    Path((audience, file)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let page =
        page(&visit, &who, &place, key(&file)?, &plain_name(asked.0.text("name")), FieldErrors::default()).await?;
    visit.show(&page)
}

async fn page(
    visit: &Visit,
    who: &SignedIn,
    place: &Place,
    file: FileDigest,
    name: &str,
    errors: FieldErrors,
) -> Result<AnswersPage, Failure> {
    let (_, questionnaire) = questionnaire(visit, place).await?;
    let read = stored(visit, &questionnaire, file).await?;
    let id = place.audience.id;
    let before = visit.site.read(move |tx, instance| Ok(tx.import_batches(instance.tenant, id)?)).await?;
    let before = before.into_iter().find(|batch| batch.file == file);
    let words = visit.words;
    let frame = super::frame_of(visit, who, &place.project, &words.say("desk-answers-title"));
    let encoding = match read.encoding {
        answers_csv::Encoding::Utf8 => "UTF-8",
        answers_csv::Encoding::Utf16 => "UTF-16",
        answers_csv::Encoding::Windows1251 => "windows-1251",
    };
    let separator =
        if read.separator == '\t' { words.say("desk-answers-tab") } else { format!("„{}“", read.separator) };
    let rejected = read.rejected.len();
    Ok(AnswersPage {
        study: frame.said(&place.study.title),
        study_address: frame.to(&format!("/desk/studies/{}", place.study.id)),
        audience: frame.said(&place.audience.name),
        name: name.to_owned(),
        address: frame.to(&format!("/desk/audiences/{id}/answers/{file}")),
        again: frame.to(&format!("/desk/audiences/{id}/answers")),
        accepted: words.tell("desk-answers-accepted", &[("n", read.accepted.len().into())]),
        rejected: words.tell("desk-answers-rejected", &[("n", read.rejected_rows.into())]),
        reading: words.tell("desk-answers-reading", &[("encoding", encoding.into()), ("separator", separator.into())]),
        rows: read.rejected.iter().take(MOST_SHOWN).map(|located| problem_row(words, located)).collect(),
        more: (rejected > MOST_SHOWN)
            .then(|| words.tell("desk-answers-more", &[("n", (rejected - MOST_SHOWN).into())])),
        ignored: problem_rows(words, &read.ignored),
        can_take: !read.accepted.is_empty() && before.is_none(),
        taken_before: before
            .map(|batch| words.tell("desk-answers-taken-before", &[("day", words.date(batch.imported_on).into())])),
        errors,
        frame,
    })
}

pub async fn rejected(
    ImportAnswers(actor): ImportAnswers,
    visit: Visit,
    Path((audience, file)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let (_, questionnaire) = questionnaire(&visit, &place).await?;
    let read = stored(&visit, &questionnaire, key(&file)?).await?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"rejected-rows.csv\"")),
    ];
    Ok((headers, fieldwork::rejected_rows(visit.words, &read.rejected)).into_response())
}

pub async fn import(
    ImportAnswers(actor): ImportAnswers,
    visit: Visit,
    who: SignedIn,
    Path((audience, file)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let file: FileDigest = key(&file)?;
    let name = plain_name(fields.text("name"));
    match take_in(&visit, actor, &place, file, name.clone()).await {
        Ok(()) => Ok(visit.go_to(&format!("/desk/studies/{}?done=answers", place.study.id))),
        Err(Failure::Refused(refusals)) => {
            let errors = super::form_errors(visit.words, &refusals);
            Ok(super::refused(visit.show(&page(&visit, &who, &place, file, &name, errors).await?)?))
        }
        Err(failure) => Err(failure),
    }
}

async fn take_in(visit: &Visit, actor: Actor, place: &Place, file: FileDigest, name: String) -> Result<(), Failure> {
    let (id, questionnaire) = questionnaire(visit, place).await?;
    let read = stored(visit, &questionnaire, file).await?;
    let mut chance = visit.site.chance();
    let batch = ImportBatch {
        id: BatchId::new(&mut *chance),
        audience: place.audience.id,
        file,
        name,
        accepted: u32::try_from(read.accepted.len()).unwrap_or(u32::MAX),
        rejected: u32::try_from(read.rejected_rows).unwrap_or(u32::MAX),
        imported_by: Some(actor.person),
        imported_on: visit.today,
    };
    let rows = read.accepted.into_iter().map(|row| (row.mode, row.day, row.answers)).collect();
    let import = Import { batch, questionnaire: id, rows };
    let now = visit.now;
    visit
        .site
        .write(move |tx, instance| {
            fieldwork::import_answers(tx, instance.tenant, Some(actor), import, now, &mut *chance)
        })
        .await
        .map_err(Failure::from)
}

impl Page for AnswersUploadPage {
    const NAME: &'static str = "desk-answers-upload";

    fn samples(language: Language) -> Vec<(&'static str, AnswersUploadPage)> {
        let words = app::Words::new(language);
        let page = |errors| AnswersUploadPage {
            frame: super::sample_frame(language, "/desk/audiences/a/answers", "desk-answers-title"),
            study: Said::here("Участие и обслужване, 2023 г."),
            study_address: "/desk/studies/a".to_owned(),
            audience: Said::here("Граждани"),
            address: "/desk/audiences/a/answers".to_owned(),
            errors,
            codes: vec!["ways".to_owned(), "manner".to_owned()],
        };
        let explained = words.refusal(&CsvProblem::NotText);
        let error = FieldError { field: "file".to_owned(), sentence: explained.sentence, hint: explained.hint };
        vec![("empty", page(FieldErrors::default())), ("refused", page(FieldErrors(vec![error])))]
    }
}

impl Page for AnswersPage {
    const NAME: &'static str = "desk-answers";

    fn samples(language: Language) -> Vec<(&'static str, AnswersPage)> {
        let words = app::Words::new(language);
        let located = |problem: CsvProblem| Located { sheet: None, row: Some(14), column: Some(2), problem };
        let rejected = problem_row(words, &located(CsvProblem::BadDay { given: "вчера".to_owned() }));
        let page = |rows: Vec<ProblemRow>, taken_before: Option<String>| AnswersPage {
            frame: super::sample_frame(language, "/desk/audiences/a/answers/b", "desk-answers-title"),
            study: Said::here("Участие и обслужване, 2023 г."),
            study_address: "/desk/studies/a".to_owned(),
            audience: Said::here("Граждани"),
            name: "отговори.csv".to_owned(),
            address: "/desk/audiences/a/answers/b".to_owned(),
            again: "/desk/audiences/a/answers".to_owned(),
            accepted: words.tell("desk-answers-accepted", &[("n", 175_i64.into())]),
            rejected: words.tell("desk-answers-rejected", &[("n", rows.len().into())]),
            reading: words.tell("desk-answers-reading", &[("encoding", "UTF-8".into()), ("separator", "„,“".into())]),
            rows,
            more: None,
            ignored: Vec::new(),
            can_take: taken_before.is_none(),
            taken_before,
            errors: FieldErrors::default(),
        };
        let before = words.tell("desk-answers-taken-before", &[("day", "27.07.2023".into())]);
        vec![("rejected", page(vec![rejected], None)), ("taken-before", page(Vec::new(), Some(before)))]
    }
}
