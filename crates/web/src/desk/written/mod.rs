//! Written reports of a study: what the program proposes and people finish. Every change names the revision that it was
//! made on; words are changed in one language at a time.

mod adding;
mod differences;
mod history;
mod list;
mod moving;
mod numbers;
mod outline;
mod part;
mod part_fields;
mod publication;
mod removal;
mod title;
mod told;

use super::{SignedIn, key};
use crate::{Asked, Failure, Fields, Frame, Specimen, Visit, doors::Table, page::render, parts::FieldErrors};
use app::{
    reports::{self, Change, HeldReport},
    study::StudyData,
};
use base::{Actor, Language, ReportId};

pub fn table() -> Table {
    Table::default()
        .get("/desk/studies/{study}/reports", list::show)
        .post("/desk/studies/{study}/reports", list::propose)
        .get("/desk/reports/{report}", outline::show)
        .post("/desk/reports/{report}/acceptance", outline::accept_all)
        .get("/desk/reports/{report}/title", title::ask)
        .post("/desk/reports/{report}/title", title::save)
        .get("/desk/reports/{report}/parts/new", adding::ask)
        .post("/desk/reports/{report}/parts", adding::add)
        .get("/desk/reports/{report}/parts/{part}", part::ask)
        .post("/desk/reports/{report}/parts/{part}", part::save)
        .post("/desk/reports/{report}/parts/{part}/acceptance", part::accept)
        .post("/desk/reports/{report}/parts/{part}/up", moving::up)
        .post("/desk/reports/{report}/parts/{part}/down", moving::down)
        .get("/desk/reports/{report}/parts/{part}/place", moving::ask)
        .post("/desk/reports/{report}/parts/{part}/place", moving::place)
        .get("/desk/reports/{report}/parts/{part}/removal", removal::ask)
        .post("/desk/reports/{report}/parts/{part}/removal", removal::remove)
        .get("/desk/reports/{report}/numbers", numbers::show)
        .get("/desk/reports/{report}/history", history::show)
        .get("/desk/reports/{report}/history/{revision}", history::state)
        .get("/desk/reports/{report}/differences", differences::show)
        .post("/desk/reports/{report}/method", publication::fill_method)
        .get("/desk/reports/{report}/publication", publication::ask)
        .post("/desk/reports/{report}/publication", publication::publish)
}

pub(super) fn specimens(language: Language, all: &mut Vec<Specimen>) -> Result<(), askama::Error> {
    render::<list::ListPage>(language, all)?;
    render::<outline::OutlinePage>(language, all)?;
    render::<adding::AddingPage>(language, all)?;
    render::<part::PartPage>(language, all)?;
    render::<title::TitlePage>(language, all)?;
    render::<moving::MovingPage>(language, all)?;
    render::<removal::RemovalPage>(language, all)?;
    render::<numbers::NumbersPage>(language, all)?;
    render::<history::HistoryPage>(language, all)?;
    render::<differences::DifferencesPage>(language, all)?;
    render::<publication::PublicationPage>(language, all)
}

/// The newest state of the report in an address, with its data.
async fn held(visit: &Visit, actor: Actor, report: &str) -> Result<(HeldReport, StudyData), Failure> {
    let id: ReportId = key(report)?;
    visit.site.read(move |tx, instance| reports::looked_into(instance, tx, actor, id)).await
}

/// In which language words are read and changed here: as asked for, else that of the page, else the first of the report.
fn language(visit: &Visit, held: &HeldReport, asked: &Fields) -> Language {
    spoken(held, asked.text("language").parse().ok().unwrap_or(visit.language()))
}

fn spoken(held: &HeldReport, wanted: Language) -> Language {
    let languages = &held.report.languages;
    if languages.contains(&wanted) { wanted } else { languages.first().copied().unwrap_or_default() }
}

fn asked_language(visit: &Visit, held: &HeldReport, asked: &Asked) -> Language {
    language(visit, held, &asked.0)
}

fn frame(visit: &Visit, who: &SignedIn, held: &HeldReport, title: &str) -> Frame {
    super::frame_of(visit, who, &held.project, title)
}

fn kind(held: &HeldReport) -> reports::Kind {
    reports::Kind::from_code(&held.report.kind).unwrap_or_default()
}

/// The address of the report's own page.
fn home(held: &HeldReport) -> String {
    format!("/desk/reports/{}", held.report.id)
}

/// The revision that the sent form was made on; none at all is older than every one.
fn made_on(fields: &Fields) -> u64 {
    fields.text("revision").parse().unwrap_or(0)
}

/// Changes the report, and tells its newest revision.
async fn change(
    visit: &Visit,
    actor: Actor,
    report: &str,
    made_on: u64,
    language: Language,
    change: Change,
) -> Result<Result<u64, FieldErrors>, Failure> {
    let id: ReportId = key(report)?;
    let now = visit.now;
    let write = move |tx: &mut store::Transaction, instance: &app::Instance| {
        reports::change(instance, tx, actor, id, made_on, language, change, now)
    };
    refusals(visit, visit.site.write(write).await)
}

/// The same for what was only read.
fn refused_or<T>(visit: &Visit, outcome: Result<T, Failure>) -> Result<Result<T, FieldErrors>, Failure> {
    match outcome {
        Ok(value) => Ok(Ok(value)),
        Err(Failure::Refused(refusals)) => Ok(Err(super::form_errors(visit.words, &refusals))),
        Err(failure) => Err(failure),
    }
}

/// What was refused, as a page shows it; everything else goes on.
fn refusals<T>(visit: &Visit, outcome: Result<T, app::Failure>) -> Result<Result<T, FieldErrors>, Failure> {
    refused_or(visit, outcome.map_err(Failure::from))
}

/// The report that the program proposes of the samples.
fn sample() -> (HeldReport, StudyData) {
    let data = crate::public::sample::study_data();
    let project = data.project.clone().unwrap_or_else(crate::public::sample::invented_project);
    let manuscript = app::study::draft(&data, app::study::Reading::ByAPerson).unwrap_or_default();
    let held = HeldReport {
        report: store::Report {
            id: ReportId(base::Key([5; 16])),
            study: data.study.id,
            number: 1,
            party: project.parties.first().map_or(base::PartyId(base::Key([1; 16])), |one| one.party.id),
            kind: reports::Kind::Results.code().to_owned(),
            languages: Language::ALL.to_vec(),
            revision: 7,
        },
        study: data.study.clone(),
        project,
        manuscript,
        state: sample_state(7, "part-changed", "3"),
    };
    (held, data)
}

fn sample_state(revision: u64, act: &str, about: &str) -> store::Revision {
    store::Revision {
        revision,
        act: act.to_owned(),
        about: about.to_owned(),
        changed_by: base::PersonId(base::Key([9; 16])),
        changed_at: base::Moment(1_690_459_200_000_000),
    }
}

fn sample_version() -> store::ReportVersion {
    store::ReportVersion {
        version: 1,
        revision: 5,
        on: crate::sample::DAY,
        engine: "0.1.0".to_owned(),
        sources: Vec::new(),
        manuscript: String::new(),
        note: String::new(),
    }
}

fn sample_frame(language: Language, heading: &str) -> Frame {
    super::sample_frame(language, "/desk/reports/a", heading)
}
