use super::{Act, HeldReport, Kind, Trouble, held, kept, method, report, unknown::asked};
use crate::{
    Failure, Instance, Words,
    study::{Reading, StudyFigures, draft_of, load_study},
};
use base::{Actor, Event, Language, Moment, ReportId, StudyId, Subject};
use document::manuscript::{Body, Manuscript, PartId, Place, Wording};
use store::{Report, Revision, Transaction};

const MOST_REPORTS: usize = 20;

/// States of a report that are kept; the oldest go first.
const MOST_REVISIONS: u64 = 200;

/// One step of writing. Words are of one language; those of the other stay.
#[derive(Debug, Clone)]
pub enum Change {
    Rename {
        title: Wording,
        summary: Wording,
    },
    Part {
        id: PartId,
        body: Body,
    },
    Add {
        place: Place,
        body: Body,
    },
    Move {
        id: PartId,
        place: Place,
    },
    Remove {
        id: PartId,
    },
    /// The numbers of one part, or of the whole, are as they are now.
    Accept {
        id: Option<PartId>,
    },
    /// What the method sheet lacks and the plan tells by now, in every language.
    Method,
}

/// Begins a report with the manuscript that the program proposes.
///
/// # Errors
/// [`Failure::NotFound`] for those who may not write it; [`Trouble::TooMany`], [`Trouble::NoLanguage`].
#[expect(clippy::too_many_arguments, reason = "what is begun, of which study, by whom and when")]
pub fn propose(
    instance: &Instance,
    tx: &mut Transaction,
    actor: Actor,
    study: StudyId,
    id: ReportId,
    kind: Kind,
    languages: &[Language],
    now: Moment,
) -> Result<(), Failure> {
    let (_, study) = held::written(tx, actor, study)?;
    let own = held::reports(tx, actor, study.id)?;
    if own.len() >= MOST_REPORTS {
        return Err(Trouble::TooMany { most: MOST_REPORTS }.into());
    }
    if languages.is_empty() {
        return Err(Trouble::NoLanguage.into());
    }
    let data = load_study(instance, tx, study)?;
    let manuscript = draft_of(&data, kind, Reading::ByAPerson)?;
    let number = tx.reports(actor.tenant, data.study.id)?.iter().map(|report| report.number).max().unwrap_or(0) + 1;
    let (study, kind, languages) = (data.study.id, kind.code().to_owned(), languages.to_vec());
    tx.add_report(actor.tenant, &Report { id, study, number, party: actor.party, kind, languages, revision: 1 })?;
    tx.add_report_revision(actor.tenant, id, &state(1, (Act::Proposed, ""), actor, now), &kept::write(&manuscript)?)?;
    let event = Event {
        at: now,
        by: Some(actor),
        kind: "study.report-proposed",
        subject: Subject { noun: "study", key: study.0 },
        facts: vec![("slug", data.study.slug)],
        digests: base::Digests::default(),
    };
    Ok(tx.add_event(actor.tenant, &event)?)
}

/// Changes a report, and tells its newest revision: on what nobody else changed since revision `made_on`. A change that
/// changes nothing makes none.
///
/// # Errors
/// [`Trouble::Stale`]; [`Trouble::NoSuchNumber`], [`Trouble::NoSuchFigure`]; what the manuscript refuses; as for [`report`].
#[expect(clippy::too_many_arguments, reason = "one change, in which language, of whose report and when")]
pub fn change(
    instance: &Instance,
    tx: &mut Transaction,
    actor: Actor,
    id: ReportId,
    made_on: u64,
    language: Language,
    change: Change,
    now: Moment,
) -> Result<u64, Failure> {
    let HeldReport { report: kept, study, manuscript, .. } = report(tx, actor, id)?;
    if kept.revision != made_on && !is_apart(tx, actor, (id, made_on), &change, &manuscript)? {
        return Err(Trouble::Stale.into());
    }
    let data = load_study(instance, tx, study)?;
    let words = Words::new(language);
    let figures = StudyFigures::new(&data, &words);
    asked(&change, &manuscript, language, &figures)?;
    let before = manuscript.clone();
    let act = act(&change, &manuscript);
    let after = changed(manuscript, change, language, &figures)?;
    if after == before {
        return Ok(kept.revision);
    }
    // Of two at the same moment one is told that the other was faster.
    if !tx.advance_report(actor.tenant, id, kept.revision)? {
        return Err(Trouble::Stale.into());
    }
    let next = kept.revision + 1;
    let state = state(next, (act.0, &act.1), actor, now);
    tx.add_report_revision(actor.tenant, id, &state, &kept::write(&after)?)?;
    tx.remove_report_revisions_before(actor.tenant, id, next.saturating_sub(MOST_REVISIONS))?;
    Ok(next)
}

/// Whether what others changed meanwhile leaves alone what is changed here: two people may write at two places of a report.
fn is_apart(
    tx: &mut Transaction,
    actor: Actor,
    (id, made_on): (ReportId, u64),
    change: &Change,
    now: &Manuscript,
) -> Result<bool, Failure> {
    let Some((_, before)) = tx.report_revision(actor.tenant, id, made_on)? else { return Ok(false) };
    let before = kept::read(&before)?;
    Ok(match change {
        Change::Part { id, .. } | Change::Remove { id } => {
            now.part(*id).is_some_and(|part| before.part(*id) == Some(part))
        }
        Change::Rename { .. } => (now.title(), now.summary()) == (before.title(), before.summary()),
        Change::Accept { .. } => true,
        // Pressed twice these would do it twice.
        Change::Add { .. } | Change::Move { .. } | Change::Method => false,
    })
}

fn changed(
    manuscript: Manuscript,
    change: Change,
    language: Language,
    figures: &StudyFigures,
) -> Result<Manuscript, Failure> {
    Ok(match change {
        Change::Rename { title, summary } => {
            let title = title.joined(manuscript.title().clone().without(language));
            let summary = summary.joined(manuscript.summary().clone().without(language));
            manuscript.renamed(title, summary, language, figures)?
        }
        Change::Part { id, body } => manuscript.change(id, body, language, figures)?,
        Change::Add { place, body } => manuscript.add(place, body, language, figures)?,
        Change::Move { id, place } => manuscript.move_to(id, place)?,
        Change::Remove { id } => manuscript.remove(id)?,
        Change::Accept { id: Some(id) } => manuscript.accept(id, language, figures)?,
        Change::Accept { id: None } => manuscript.accept_all(language, figures),
        Change::Method => {
            let part = method::filled(&manuscript, figures.study)?;
            match manuscript.part(part.id) {
                Some(_) => manuscript.change(part.id, part.body, language, figures)?,
                None => manuscript.add(Place::Last, part.body, language, figures)?,
            }
        }
    })
}

/// What it was and to which part.
fn act(change: &Change, manuscript: &Manuscript) -> (Act, String) {
    let of = |act: Act, id: PartId| (act, id.0.to_string());
    match change {
        Change::Rename { .. } => (Act::Renamed, String::new()),
        Change::Part { id, .. } => of(Act::PartChanged, *id),
        Change::Add { .. } => of(Act::PartAdded, manuscript.next()),
        Change::Move { id, .. } => of(Act::PartMoved, *id),
        Change::Remove { id } => of(Act::PartRemoved, *id),
        Change::Accept { id: Some(id) } => of(Act::NumbersAccepted, *id),
        Change::Accept { id: None } => (Act::NumbersAccepted, String::new()),
        Change::Method => (Act::MethodFilled, String::new()),
    }
}

fn state(revision: u64, (act, about): (Act, &str), actor: Actor, now: Moment) -> Revision {
    let (act, about) = (act.code().to_owned(), about.to_owned());
    Revision { revision, act, about, changed_by: actor.person, changed_at: now }
}
