use super::{HeldReport, Kind, Trouble, kept, method::lacking, report};
use crate::{
    Failure, Instance, Words,
    study::{AudienceData, Edition, Reading, StudyData, StudyFigures, load_study, printed},
};
use base::{Actor, Digests, Event, Fields, Language, Moment, ReportId, StudyId, Subject, Text};
use document::{
    Document,
    manuscript::{Body, Manuscript},
};
use jiff::civil::Date;
use outreach::{Accessibility, Attachment};
use serde::{Deserialize, Serialize};
use store::{ReportSource, ReportVersion, StoredFile, Transaction, report_data, report_files};

/// The longest word on what was put right, in characters.
const LONGEST_NOTE: usize = 2000;

/// A version that is ready to be frozen: what is left is to make its files.
#[derive(Debug, Clone)]
pub struct Prepared {
    pub report: ReportId,
    pub study: StudyId,
    /// What the names of its files begin with.
    pub name: String,
    pub version: ReportVersion,
    /// The finished document in each language.
    pub documents: Vec<(Language, Document)>,
    /// What was counted, audience by audience, from which the same document can be made again. For nobody else: nothing
    /// in it is hidden.
    pub data: Vec<(String, Vec<u8>)>,
    slug: String,
}

/// A file of a version, made and kept.
#[derive(Debug, Clone)]
pub struct MadeFile {
    pub name: String,
    pub title: Text,
    pub language: Option<Language>,
    pub kept: StoredFile,
}

/// What stands in the way of publishing a report.
///
/// # Errors
/// Only faults.
pub fn obstacles(held: &HeldReport, data: &StudyData, today: Date) -> Vec<Trouble> {
    let mut troubles = Vec::new();
    if !held.study.results_are_public(today) {
        troubles.push(Trouble::ResultsNotPublic);
    }
    let changed = held.report.languages.iter().map(|language| {
        let words = Words::new(*language);
        held.manuscript.changed(*language, &StudyFigures::new(data, &words)).len()
    });
    match changed.sum() {
        0 => {}
        n => troubles.push(Trouble::NumbersChanged { n }),
    }
    let first = held.report.languages.first().copied().unwrap_or_default();
    troubles.extend(empty_sections(&held.manuscript, first).into_iter().map(|title| Trouble::EmptySection { title }));
    troubles.extend(
        lacking(&held.manuscript, data).into_iter().map(|lack| Trouble::MethodLacks {
            topic: lack.topic,
            audience: lack.audience.map(|audience| audience.name),
        }),
    );
    troubles
}

/// Headings with nothing below them.
fn empty_sections(manuscript: &Manuscript, language: Language) -> Vec<String> {
    let mut empty = Vec::new();
    let level = |body: &Body| match body {
        Body::Heading { level, .. } => Some(*level),
        Body::Annex { .. } => Some(1),
        Body::Prose(_)
        | Body::Figure(_)
        | Body::Table(_)
        | Body::KeyNumbers(_)
        | Body::Quotations(_)
        | Body::Finding { .. }
        | Body::Recommendation { .. }
        | Body::MethodSheet(_)
        | Body::Notice { .. } => None,
    };
    let parts = manuscript.parts();
    for (place, part) in parts.iter().enumerate() {
        let Some(own) = level(&part.body) else { continue };
        let next = parts.get(place + 1).map(|next| level(&next.body));
        let has_something = match next {
            None => false,
            Some(None) => true,
            Some(Some(next)) => next > own,
        };
        if !has_something {
            let title = part.body.wordings().into_iter().find_map(|words| words.say(language));
            empty.push(title.map(document::manuscript::Written::told).unwrap_or_default());
        }
    }
    empty
}

/// Looks whether the newest state may be published, and makes all that will be frozen but its files. `address` is where
/// the page of a version will be, in a language, after its path.
///
/// # Errors
/// As for [`report`]; [`Trouble::Stale`], all [`obstacles`], [`Trouble::NoNote`], [`Trouble::NoteTooLong`].
#[expect(clippy::too_many_arguments, reason = "what is frozen, by whom, with what, where it will be, and when")]
pub fn prepare(
    instance: &Instance,
    tx: &mut Transaction,
    actor: Actor,
    id: ReportId,
    made_on: u64,
    note: &str,
    engine: &str,
    address: &dyn Fn(Language, &str) -> String,
    today: Date,
) -> Result<Prepared, Failure> {
    let held = report(tx, actor, id)?;
    if held.report.revision != made_on {
        return Err(Trouble::Stale.into());
    }
    let newest = tx.report_versions(actor.tenant, id)?.first().map_or(0, |newest| newest.version);
    let data = load_study(instance, tx, held.study.clone())?;
    let mut troubles = obstacles(&held, &data, today);
    let note = note.trim();
    if newest > 0 && note.is_empty() {
        troubles.push(Trouble::NoNote);
    }
    if note.chars().count() > LONGEST_NOTE {
        troubles.push(Trouble::NoteTooLong { max: LONGEST_NOTE });
    }
    if !troubles.is_empty() {
        return Err(Failure::Refused(troubles.into_iter().map(Into::into).collect()));
    }
    let number = newest + 1;
    let slug = &held.study.slug;
    let path =
        format!("/projects/{}/studies/{slug}/reports/{}/versions/{number}", held.project.slug, held.report.number);
    let kind = Kind::from_code(&held.report.kind).unwrap_or_default();
    let documents = held.report.languages.iter().map(|language| {
        let address = Some(address(*language, &path));
        (*language, document(&held.manuscript, kind, &data, *language, today, address))
    });
    let mut frozen = Vec::new();
    for audience in &data.audiences {
        frozen.push((audience.audience.code.clone(), frozen_data(audience)?));
    }
    Ok(Prepared {
        report: id,
        study: held.study.id,
        name: format!("{slug}-{}-{number}", held.report.number),
        documents: documents.collect(),
        version: ReportVersion {
            version: number,
            revision: made_on,
            on: today,
            engine: engine.to_owned(),
            sources: data.audiences.iter().map(source).collect(),
            manuscript: kept::write(&held.manuscript)?,
            note: note.to_owned(),
        },
        data: frozen,
        slug: held.study.slug,
    })
}

/// A manuscript of a study as the document of this day.
pub(super) fn document(
    manuscript: &Manuscript,
    kind: Kind,
    data: &StudyData,
    language: Language,
    date: Date,
    address: Option<String>,
) -> Document {
    let words = Words::new(language);
    let figures = StudyFigures::new(data, &words);
    let edition = Edition { date, address, demonstration: None, open_answers: Reading::ByAPerson };
    printed(manuscript, kind, &figures, edition)
}

/// Freezes a prepared version for good: its words with every number, its files, of which questionnaires and answers they
/// are, and by which version of the program they were made. A later version says what was put right since the one before.
///
/// # Errors
/// As for [`report`]; [`Trouble::Stale`] where somebody changed or published the report meanwhile.
pub fn publish(
    tx: &mut Transaction,
    actor: Actor,
    prepared: &Prepared,
    files: &[MadeFile],
    data: &[MadeFile],
    now: Moment,
) -> Result<(), Failure> {
    let (id, version) = (prepared.report, &prepared.version);
    let held = report(tx, actor, id)?;
    let newest = tx.report_versions(actor.tenant, id)?.first().map_or(0, |newest| newest.version);
    if held.report.revision != version.revision || newest + 1 != version.version {
        return Err(Trouble::Stale.into());
    }
    tx.add_report_version(actor.tenant, id, version)?;
    let attached = |file: &MadeFile| Attachment {
        file: file.kept.digest,
        name: file.name.clone(),
        title: file.title.clone(),
        media_type: file.kept.media_type.clone(),
        bytes: file.kept.bytes,
        on: version.on,
        language: file.language,
        accessibility: Accessibility::Whole,
    };
    let own: Vec<Attachment> = files.iter().map(attached).collect();
    tx.replace_attachments(actor.tenant, report_files(id, version.version), &own)?;
    let counted: Vec<Attachment> = data.iter().map(attached).collect();
    tx.replace_attachments(actor.tenant, report_data(id, version.version), &counted)?;
    let fields = version
        .sources
        .iter()
        .fold(Fields::of("glas-report-2").text(&version.manuscript).text(&version.engine), |fields, source| {
            fields.text(&source.questionnaire).text(&source.counts)
        });
    let fields = own.iter().fold(fields.count(own.len()), |fields, file| fields.text(&file.name).bytes(&file.file.0));
    let event = Event {
        at: now,
        by: Some(actor),
        kind: "study.report-published",
        subject: Subject { noun: "study", key: prepared.study.0 },
        facts: vec![("slug", prepared.slug.clone()), ("version", version.version.to_string())],
        digests: Digests::first(fields.digest()),
    };
    Ok(tx.add_event(actor.tenant, &event)?)
}

fn source(data: &AudienceData) -> ReportSource {
    let questionnaire = Fields::of("glas-questionnaire-1").text(&survey::archive::write(&data.questionnaire));
    let counts = Fields::of("glas-counts-1").text(&data.counts.write());
    ReportSource {
        audience: data.audience.code.clone(),
        questionnaire: questionnaire.digest().to_string(),
        answers: data.counts.responses(),
        counts: counts.digest().to_string(),
        weights: "none".to_owned(),
    }
}

/// What one audience was asked and how it was counted, as it is kept beside a version.
#[derive(Serialize, Deserialize)]
pub(super) struct FrozenData {
    pub audience: String,
    pub questionnaire: String,
    pub counts: String,
}

fn frozen_data(data: &AudienceData) -> Result<Vec<u8>, Failure> {
    let frozen = FrozenData {
        audience: data.audience.code.clone(),
        questionnaire: survey::archive::write(&data.questionnaire),
        counts: data.counts.write(),
    };
    serde_json::to_vec(&frozen).map_err(|error| Failure::Fault(error.into()))
}

/// What was published, the newest first.
///
/// # Errors
/// As for [`report`].
pub fn versions(tx: &mut Transaction, actor: Actor, id: ReportId) -> Result<Vec<ReportVersion>, Failure> {
    report(tx, actor, id)?;
    Ok(tx.report_versions(actor.tenant, id)?)
}
