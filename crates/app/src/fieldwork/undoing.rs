//! Files of answers taken back: what somebody sees before they do it, and the step itself.

use super::{Trouble, questionnaire::event, quotas};
use crate::{
    Failure,
    moderation::OPEN_ANSWER,
    rights::{self, Right},
};
use base::{Actor, BatchId, Moment, TenantId, Text};
use jiff::civil::Date;
use outreach::{Project, PublicationKind, Stage};
use store::{ImportBatch, Transaction, UndoneImport};
use survey::{Audience, Study};

const LONGEST_NOTE: usize = 500;

/// A file that was taken in, with what follows for whoever would take it back.
#[derive(Debug, Clone)]
pub struct TakenFile {
    pub project: Project,
    pub study: Study,
    pub audience: Audience,
    pub batch: ImportBatch,
    /// How many of its answers are there.
    pub answers: u64,
    /// What everybody may have read of them already.
    pub published: Vec<PublishedSince>,
}

/// What was put before everybody since the file was taken in. None of it changes when the file is taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublishedSince {
    /// Everybody sees the results, and the report that is made of them.
    Results,
    OpenData {
        version: u32,
        on: Date,
    },
    Report {
        title: Text,
        on: Date,
    },
}

/// What somebody said who takes a file back.
#[derive(Debug, Clone, Default)]
pub struct Undoing {
    pub is_confirmed: bool,
    /// Why; needed where something of it was published.
    pub note: String,
}

/// # Errors
/// [`Failure::NotFound`], also for those who may not.
pub fn taken_file(
    tx: &mut Transaction,
    actors: &[Actor],
    id: BatchId,
    today: Date,
) -> Result<(Actor, TakenFile), Failure> {
    let tenant = actors.first().ok_or(Failure::NotFound)?.tenant;
    let batch = tx.import_batch(tenant, id)?.ok_or(Failure::NotFound)?;
    let study = tx.study_of(tenant, batch.audience)?.ok_or(Failure::NotFound)?;
    let project = tx.project(tenant, study.project)?.ok_or(Failure::NotFound)?;
    let may = |actor: &Actor| rights::may(*actor, Right::ImportAnswers, &project);
    let by = actors.iter().copied().find(may).ok_or(Failure::NotFound)?;
    let audience = study.audiences.iter().find(|known| known.id == batch.audience).cloned().ok_or(Failure::NotFound)?;
    let answers = tx.answers_in_batch(tenant, audience.id, id)?;
    let published = published_since(tx, tenant, &study, &audience, batch.imported_on, today)?;
    Ok((by, TakenFile { project, study, audience, batch, answers, published }))
}

/// Takes out every answer of the file, and steps every counter back; one transaction, one event. What was published
/// stays as it is: who takes back what others may have used says why.
///
/// # Errors
/// [`Trouble::NotConfirmed`], [`Trouble::NoteNeeded`], [`Trouble::TooLong`]; [`Failure::NotFound`] for those who may not.
pub fn undo_import(
    tx: &mut Transaction,
    actors: &[Actor],
    id: BatchId,
    undoing: &Undoing,
    today: Date,
    now: Moment,
) -> Result<(), Failure> {
    let (by, file) = taken_file(tx, actors, id, today)?;
    let note = undoing.note.trim();
    let length = note.chars().count();
    let mut troubles: Vec<crate::Refusal> = Vec::new();
    if !undoing.is_confirmed {
        troubles.push(Trouble::NotConfirmed.into());
    }
    if note.is_empty() && !file.published.is_empty() {
        troubles.push(Trouble::NoteNeeded.into());
    }
    if length > LONGEST_NOTE {
        troubles.push(Trouble::TooLong { field: "note", longest: LONGEST_NOTE, is: length }.into());
    }
    if !troubles.is_empty() {
        return Err(Failure::Refused(troubles));
    }
    quotas::count_out(tx, by.tenant, &file.batch)?;
    let removed = tx.remove_imported(by.tenant, &file.batch, OPEN_ANSWER)?;
    let TakenFile { batch, published, .. } = file;
    let facts = vec![
        ("file", batch.name.clone()),
        ("digest", batch.file.to_string()),
        ("imported-on", batch.imported_on.to_string()),
        ("removed", removed.to_string()),
        ("published", if published.is_empty() { "no" } else { "yes" }.to_owned()),
        ("note", if note.is_empty() { "–".to_owned() } else { note.to_owned() }),
    ];
    let (audience, note) = (batch.audience, note.to_owned());
    tx.add_undone_import(by.tenant, &UndoneImport { batch, by: by.person, on: today, note })?;
    Ok(tx.add_event(by.tenant, &event(now, Some(by), "answers.undone", "audience", audience.0, facts))?)
}

fn published_since(
    tx: &mut Transaction,
    tenant: TenantId,
    study: &Study,
    audience: &Audience,
    since: Date,
    today: Date,
) -> Result<Vec<PublishedSince>, Failure> {
    let mut published = Vec::new();
    if study.results_are_public(today) {
        published.push(PublishedSince::Results);
    }
    for data in tx.open_data(tenant, study.id)? {
        if data.on >= since && data.told.iter().any(|told| told.audience == audience.code) {
            published.push(PublishedSince::OpenData { version: data.version, on: data.on });
        }
    }
    // Whatever a report of the project was made of, it may be this.
    for publication in tx.all_published(tenant, study.project)? {
        let is_report = matches!(publication.kind, PublicationKind::Report | PublicationKind::Analysis);
        if let Stage::Published { on, .. } = publication.stage
            && is_report
            && on >= since
        {
            published.push(PublishedSince::Report { title: publication.version.title, on });
        }
    }
    Ok(published)
}
