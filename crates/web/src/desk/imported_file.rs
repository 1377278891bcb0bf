//! One file of answers that was taken in: what it brought, what everybody may have read of it, and taking it back.

use super::{ImportAnswers, SignedIn, form_errors, key};
use crate::{Failure, Fields, Frame, Page, Said, Visit, parts::FieldErrors};
use app::fieldwork::{PublishedSince, TakenFile, Undoing, taken_file, undo_import};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{BatchId, Language};
use store::Transaction;

#[derive(Template)]
#[template(path = "desk/imported_file.html")]
pub struct ImportedFilePage {
    frame: Frame,
    study: Said,
    study_address: String,
    audience: Said,
    name: String,
    /// A name and what is said to it.
    facts: Vec<(String, String)>,
    /// What was published since; empty where nothing was.
    published: Vec<String>,
    address: String,
    note: String,
    errors: FieldErrors,
}

pub async fn show(
    _: ImportAnswers,
    visit: Visit,
    who: SignedIn,
    Path((_, batch)): Path<(String, String)>,
) -> Result<Response, Failure> {
    visit.show(&load(&visit, &who, key(&batch)?, String::new(), FieldErrors::default()).await?)
}

pub async fn undo(
    _: ImportAnswers,
    visit: Visit,
    who: SignedIn,
    Path((_, batch)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Failure> {
    let (id, actors, today, now) = (key::<BatchId>(&batch)?, who.actors.clone(), visit.today, visit.now);
    let note = fields.text("note").to_owned();
    let undoing = Undoing { is_confirmed: fields.has("confirmed"), note: note.clone() };
    let undo = move |tx: &mut Transaction, _: &app::Instance| {
        let (_, file) = taken_file(tx, &actors, id, today)?;
        undo_import(tx, &actors, id, &undoing, today, now)?;
        Ok(file.study.id)
    };
    match visit.site.write(undo).await.map_err(Failure::from) {
        Ok(study) => Ok(visit.go_to(&format!("/desk/studies/{study}?done=import-undone"))),
        Err(Failure::Refused(refusals)) => {
            let errors = form_errors(visit.words, &refusals);
            Ok(super::refused(visit.show(&load(&visit, &who, id, note, errors).await?)?))
        }
        Err(failure) => Err(failure),
    }
}

async fn load(
    visit: &Visit,
    who: &SignedIn,
    id: BatchId,
    note: String,
    errors: FieldErrors,
) -> Result<ImportedFilePage, Failure> {
    let (actors, today) = (who.actors.clone(), visit.today);
    let read = move |tx: &mut Transaction, instance: &app::Instance| {
        let (_, file) = taken_file(tx, &actors, id, today)?;
        let by = file.batch.imported_by.map(|by| tx.person(instance.tenant, by)).transpose()?.flatten();
        Ok((file, by.map(|by| by.name)))
    };
    let (file, by) = visit.site.read(read).await?;
    let frame = super::frame_of(visit, who, &file.project, &visit.words.say("desk-import-title"));
    Ok(ImportedFilePage { note, errors, ..page(frame, &file, by) })
}

fn page(frame: Frame, file: &TakenFile, by: Option<String>) -> ImportedFilePage {
    let (words, batch) = (frame.words, &file.batch);
    let fact = |name: &str, value: String| (words.say(&format!("desk-import-{name}")), value);
    let facts = vec![
        fact("day", words.date(batch.imported_on)),
        fact("by", by.unwrap_or_else(|| words.say("desk-act-by-itself"))),
        fact("answers", words.whole(file.answers)),
        fact("rejected", words.whole(batch.rejected.into())),
        fact("digest", batch.file.to_string()),
    ];
    let published = file.published.iter().map(|published| match published {
        PublishedSince::Results => words.say("desk-import-since-results"),
        PublishedSince::OpenData { version, on } => {
            let values = [("n", i64::from(*version).into()), ("day", words.date(*on).into())];
            words.tell("desk-import-since-data", &values)
        }
        PublishedSince::Report { title, on } => {
            let values = [("title", title.say(words.language()).into()), ("day", words.date(*on).into())];
            words.tell("desk-import-since-report", &values)
        }
    });
    ImportedFilePage {
        study: frame.said(&file.study.title),
        study_address: frame.to(&format!("/desk/studies/{}", file.study.id)),
        audience: frame.said(&file.audience.name),
        name: batch.name.clone(),
        facts,
        published: published.collect(),
        address: frame.to(&format!("/desk/audiences/{}/imports/{}/undoing", file.audience.id, batch.id)),
        note: String::new(),
        errors: FieldErrors::default(),
        frame,
    }
}

impl Page for ImportedFilePage {
    const NAME: &'static str = "desk-imported-file";

    fn samples(language: Language) -> Vec<(&'static str, ImportedFilePage)> {
        let super::questionnaire::Place { project, study, audience } = super::questionnaire::Place::sample();
        let batch = store::ImportBatch {
            id: BatchId(base::Key([5; 16])),
            audience: audience.id,
            file: base::FileDigest([7; 32]),
            name: "отговори-2022.csv".to_owned(),
            accepted: 153,
            rejected: 2,
            imported_by: None,
            imported_on: jiff::civil::date(2023, 5, 9),
        };
        let on = jiff::civil::date(2023, 6, 20);
        let file = |published| TakenFile {
            project: project.clone(),
            study: study.clone(),
            audience: audience.clone(),
            batch: batch.clone(),
            answers: 153,
            published,
        };
        let frame = || super::sample_frame(language, "/desk/audiences/a/imports/b", "desk-import-title");
        let published = vec![
            PublishedSince::Results,
            PublishedSince::OpenData { version: 1, on },
            PublishedSince::Report { title: base::Text::bulgarian("Доклад"), on },
        ];
        let words = app::Words::new(language);
        let refused: Vec<std::sync::Arc<dyn base::Explain + Send + Sync>> = vec![
            std::sync::Arc::new(app::fieldwork::Trouble::NoteNeeded),
            std::sync::Arc::new(app::fieldwork::Trouble::NotConfirmed),
        ];
        let errors = form_errors(words, &refused);
        vec![
            ("kept", page(frame(), &file(Vec::new()), Some("Мария Петрова".to_owned()))),
            ("published", ImportedFilePage { errors, ..page(frame(), &file(published), None) }),
        ]
    }
}
