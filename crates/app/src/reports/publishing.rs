use super::{HeldReport, Trouble, kept, report};
use crate::{
    Failure, Instance, Words,
    study::{AudienceData, StudyFigures, load_study},
};
use base::{Actor, Digests, Event, Fields, Moment, ReportId, Subject};
use jiff::civil::Date;
use store::{ReportSource, ReportVersion, Transaction};

/// The longest word on what was put right, in characters.
const LONGEST_NOTE: usize = 2000;

/// Freezes the newest state for good: its words with every number, of which questionnaires and answers they are, and by
/// which version of the program they were made. A later version says what was put right since the one before.
///
/// # Errors
/// As for [`report`]; [`Trouble::Stale`], [`Trouble::NumbersChanged`] while somebody has yet to look at a number that
/// changed, [`Trouble::NoNote`], [`Trouble::NoteTooLong`].
#[expect(clippy::too_many_arguments, reason = "what is frozen, by whom, with what, and when")]
pub fn publish(
    instance: &Instance,
    tx: &mut Transaction,
    actor: Actor,
    id: ReportId,
    made_on: u64,
    note: &str,
    engine: &str,
    (today, now): (Date, Moment),
) -> Result<ReportVersion, Failure> {
    let HeldReport { report: kept, study, manuscript, .. } = report(tx, actor, id)?;
    if kept.revision != made_on {
        return Err(Trouble::Stale.into());
    }
    let newest = tx.report_versions(actor.tenant, id)?.first().map_or(0, |newest| newest.version);
    let note = note.trim();
    if newest > 0 && note.is_empty() {
        return Err(Trouble::NoNote.into());
    }
    if note.chars().count() > LONGEST_NOTE {
        return Err(Trouble::NoteTooLong { max: LONGEST_NOTE }.into());
    }
    let data = load_study(instance, tx, study)?;
    let changed = kept.languages.iter().map(|language| {
        let words = Words::new(*language);
        manuscript.changed(*language, &StudyFigures::new(&data, &words)).len()
    });
    match changed.sum() {
        0 => {}
        n => return Err(Trouble::NumbersChanged { n }.into()),
    }
    let version = ReportVersion {
        version: newest + 1,
        revision: made_on,
        on: today,
        engine: engine.to_owned(),
        sources: data.audiences.iter().map(source).collect(),
        manuscript: kept::write(&manuscript)?,
        note: note.to_owned(),
    };
    tx.add_report_version(actor.tenant, id, &version)?;
    let digest = version
        .sources
        .iter()
        .fold(Fields::of("glas-report-1").text(&version.manuscript).text(&version.engine), |fields, source| {
            fields.text(&source.questionnaire).text(&source.counts)
        });
    let event = Event {
        at: now,
        by: Some(actor),
        kind: "study.report-published",
        subject: Subject { noun: "study", key: data.study.id.0 },
        facts: vec![("slug", data.study.slug), ("version", version.version.to_string())],
        digests: Digests::first(digest.digest()),
    };
    tx.add_event(actor.tenant, &event)?;
    Ok(version)
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

/// What was published, the newest first.
///
/// # Errors
/// As for [`report`].
pub fn versions(tx: &mut Transaction, actor: Actor, id: ReportId) -> Result<Vec<ReportVersion>, Failure> {
    report(tx, actor, id)?;
    Ok(tx.report_versions(actor.tenant, id)?)
}
