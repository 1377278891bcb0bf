//! The desk: where people of the two parties work.
//!
//! Every handler names in its signature who may call it; the [`doors`] tell the same as a list, and a test knocks at each
//! of them as everybody.

mod doors;
mod upload;
mod who;

mod form;

mod account;
mod home;
mod moment;
mod password;
mod setup;
mod sign_in;

mod founding;
mod funding;
mod participation;
mod project;
mod project_part;
mod project_rows;
mod project_words;

mod audience_plan;
mod study_plan;

mod questionnaire;
mod report;
mod sheet;
mod study;

mod boxes;
mod card;

mod answers;
mod open_answers;

mod attachment;
mod publication;
mod publication_preview;
mod publication_saving;
mod publications;

mod journal;
mod new_person;
mod party;
mod people;
mod person;
mod rights;
mod upkeep;

pub use doors::Door;
pub use who::{Administrator, Official, Reader, Researcher, SignedIn, Writer};

use crate::{
    Failure, Frame, Site, Specimen, Tab, Visit,
    page::render,
    parts::{FieldError, FieldErrors},
};
use app::{
    projects::{ProjectFunding, ProjectWords},
    rights::Right,
};
use axum::{Router, http::StatusCode, response::Response};
use base::{Explain, Language};
use doors::Table;
use outreach::{Activity, Link, Project};
use std::sync::Arc;

pub fn routes() -> Router<Site> {
    table().router()
}

/// Every door of the desk and what it asks for.
pub fn doors() -> Vec<Door> {
    table().doors()
}

fn table() -> Table {
    Table::default()
        .open_form("/sign-in", sign_in::show, sign_in::sign_in)
        .open_form("/setup/{token}", setup::show, setup::choose)
        .post("/sign-out", Right::UseDesk, sign_in::sign_out)
        .get("/desk", Right::UseDesk, home::show)
        .get("/desk/account", Right::UseDesk, account::show)
        .post("/desk/account/sign-out-everywhere", Right::UseDesk, account::sign_out_everywhere)
        .get("/desk/projects/new", Right::FoundProjects, founding::ask)
        .post("/desk/projects", Right::FoundProjects, founding::found)
        .get("/desk/projects/{project}", Right::UseDesk, project::show)
        .get("/desk/projects/{project}/words", Right::EditProjects, project_part::ask::<ProjectWords>)
        .post("/desk/projects/{project}/words", Right::EditProjects, project_part::save::<ProjectWords>)
        .get("/desk/projects/{project}/funding", Right::EditProjects, project_part::ask::<ProjectFunding>)
        .post("/desk/projects/{project}/funding", Right::EditProjects, project_part::save::<ProjectFunding>)
        .get("/desk/projects/{project}/activities/new", Right::EditProjects, project_rows::new::<Activity>)
        .post("/desk/projects/{project}/activities", Right::EditProjects, project_rows::add::<Activity>)
        .get("/desk/projects/{project}/activities/{place}", Right::EditProjects, project_rows::ask::<Activity>)
        .post("/desk/projects/{project}/activities/{place}", Right::EditProjects, project_rows::save::<Activity>)
        .post(
            "/desk/projects/{project}/activities/{place}/removal",
            Right::EditProjects,
            project_rows::remove::<Activity>,
        )
        .get("/desk/projects/{project}/links/new", Right::EditProjects, project_rows::new::<Link>)
        .post("/desk/projects/{project}/links", Right::EditProjects, project_rows::add::<Link>)
        .get("/desk/projects/{project}/links/{place}", Right::EditProjects, project_rows::ask::<Link>)
        .post("/desk/projects/{project}/links/{place}", Right::EditProjects, project_rows::save::<Link>)
        .post("/desk/projects/{project}/links/{place}/removal", Right::EditProjects, project_rows::remove::<Link>)
        .get("/desk/projects/{project}/parties/new", Right::FoundProjects, participation::ask)
        .post("/desk/projects/{project}/parties", Right::FoundProjects, participation::add)
        .post("/desk/projects/{project}/parties/{party}/removal", Right::FoundProjects, participation::remove)
        .get("/desk/projects/{project}/studies/new", Right::PlanStudies, study_plan::ask)
        .post("/desk/projects/{project}/studies", Right::PlanStudies, study_plan::add)
        .get("/desk/studies/{study}/plan", Right::PlanStudies, study_plan::ask_change)
        .post("/desk/studies/{study}/plan", Right::PlanStudies, study_plan::save)
        .get("/desk/studies/{study}/audiences/new", Right::PlanStudies, audience_plan::ask)
        .post("/desk/studies/{study}/audiences", Right::PlanStudies, audience_plan::add)
        .get("/desk/audiences/{audience}/plan", Right::PlanStudies, audience_plan::ask_change)
        .post("/desk/audiences/{audience}/plan", Right::PlanStudies, audience_plan::save)
        .post("/desk/audiences/{audience}/removal", Right::PlanStudies, audience_plan::remove)
        .get("/desk/studies/{study}", Right::SeeStudies, study::show)
        .get("/desk/studies/{study}/report", Right::PreviewReports, report::show)
        .get("/desk/studies/{study}/report.pdf", Right::PreviewReports, report::pdf)
        .get("/desk/audiences/{audience}/questionnaire", Right::ImportQuestionnaires, questionnaire::ask)
        .post("/desk/audiences/{audience}/questionnaire", Right::ImportQuestionnaires, questionnaire::take)
        .get("/desk/audiences/{audience}/questionnaire/{file}", Right::ImportQuestionnaires, questionnaire::check)
        .post("/desk/audiences/{audience}/questionnaire/{file}", Right::ImportQuestionnaires, questionnaire::adopt)
        .get(
            "/desk/audiences/{audience}/questionnaires/{questionnaire}",
            Right::ImportQuestionnaires,
            questionnaire::version,
        )
        .get("/desk/audiences/{audience}/boxes/new", Right::EnterCards, boxes::ask)
        .post("/desk/audiences/{audience}/boxes", Right::EnterCards, boxes::open)
        .get("/desk/boxes/{batch}", Right::EnterCards, boxes::show)
        .get("/desk/boxes/{batch}/protocol", Right::EnterCards, boxes::correct)
        .post("/desk/boxes/{batch}/protocol", Right::EnterCards, boxes::save)
        .get("/desk/boxes/{batch}/cards/new", Right::EnterCards, card::ask)
        .post("/desk/boxes/{batch}/cards", Right::EnterCards, card::enter)
        .post("/desk/boxes/{batch}/invalid-cards", Right::EnterCards, card::invalid)
        .get("/desk/audiences/{audience}/answers", Right::ImportAnswers, answers::ask)
        .post("/desk/audiences/{audience}/answers", Right::ImportAnswers, answers::take)
        .get("/desk/audiences/{audience}/answers/{file}", Right::ImportAnswers, answers::check)
        .post("/desk/audiences/{audience}/answers/{file}", Right::ImportAnswers, answers::import)
        .get("/desk/audiences/{audience}/answers/{file}/rejected.csv", Right::ImportAnswers, answers::rejected)
        .get("/desk/audiences/{audience}/open-answers", Right::ReadOpenAnswers, open_answers::ask)
        .post("/desk/audiences/{audience}/open-answers", Right::ReadOpenAnswers, open_answers::decide)
        .get("/desk/publications", Right::WritePublications, publications::show)
        .get("/desk/projects/{project}/publications/new", Right::WritePublications, publication::new)
        .post("/desk/projects/{project}/publications", Right::WritePublications, publication_saving::add)
        .get("/desk/publications/{publication}", Right::WritePublications, publication::show)
        .post("/desk/publications/{publication}", Right::WritePublications, publication_saving::save)
        .get("/desk/publications/{publication}/preview", Right::WritePublications, publication_preview::show)
        .get(
            "/desk/publications/{publication}/versions/{number}",
            Right::WritePublications,
            publication_preview::version,
        )
        .get("/desk/journal", Right::SeeJournal, journal::show)
        .get("/desk/people", Right::ManagePeople, people::show)
        .get("/desk/people/new", Right::ManagePeople, new_person::ask)
        .post("/desk/people", Right::ManagePeople, new_person::add)
        .get("/desk/people/{person}", Right::ManagePeople, person::show)
        .get("/desk/people/{person}/details", Right::ManagePeople, new_person::ask_details)
        .post("/desk/people/{person}/details", Right::ManagePeople, new_person::save_details)
        .get("/desk/people/{person}/parts/new", Right::ManagePeople, new_person::ask_part)
        .post("/desk/people/{person}/parts", Right::ManagePeople, new_person::give)
        .post("/desk/people/{person}/parts/removal", Right::ManagePeople, person::take_part)
        .post("/desk/people/{person}/setup-link", Right::ManagePeople, people::issue_link)
        .get("/desk/parties/{party}", Right::ManagePeople, party::ask)
        .post("/desk/parties/{party}", Right::ManagePeople, party::save)
        .get("/desk/rights", Right::SeeRights, rights::show)
        .get("/desk/upkeep", Right::SeeUpkeep, upkeep::show)
}

pub(crate) fn specimens(language: Language, all: &mut Vec<Specimen>) -> Result<(), askama::Error> {
    render::<sign_in::SignInPage>(language, all)?;
    render::<setup::SetupPage>(language, all)?;
    render::<home::HomePage>(language, all)?;
    render::<account::AccountPage>(language, all)?;
    render::<study::StudyPage>(language, all)?;
    render::<report::ReportPreview>(language, all)?;
    render::<questionnaire::UploadPage>(language, all)?;
    render::<questionnaire::QuestionnairePage>(language, all)?;
    render::<boxes::ProtocolForm>(language, all)?;
    render::<boxes::BoxPage>(language, all)?;
    render::<card::CardPage>(language, all)?;
    render::<answers::AnswersUploadPage>(language, all)?;
    render::<answers::AnswersPage>(language, all)?;
    render::<open_answers::OpenAnswersPage>(language, all)?;
    render::<publications::PublicationsPage>(language, all)?;
    render::<publication::PublicationForm>(language, all)?;
    render::<publication_preview::PreviewPage>(language, all)?;
    render::<journal::JournalPage>(language, all)?;
    render::<form::FormPage>(language, all)?;
    render::<project::ProjectPage>(language, all)?;
    render::<people::PeoplePage>(language, all)?;
    render::<person::PersonPage>(language, all)?;
    render::<rights::RightsPage>(language, all)?;
    render::<upkeep::UpkeepPage>(language, all)
}

/// The frame of a desk page; `current` is the tab that it stands under.
fn frame(visit: &Visit, who: &app::account::SignedIn, title: &str, current: &str) -> Frame {
    with_tabs(visit.frame(title).hidden(), |right| who.actors.iter().any(|actor| right.is_of(actor.role)), current)
}

/// The same for a page that belongs to a project, with the project's banner.
fn frame_of(visit: &Visit, who: &app::account::SignedIn, project: &Project, title: &str) -> Frame {
    let frame = visit.frame(title).of_project(project, "").hidden();
    with_tabs(frame, |right| who.actors.iter().any(|actor| right.is_of(actor.role)), "")
}

fn with_tabs(mut frame: Frame, may: impl Fn(Right) -> bool, current: &str) -> Frame {
    frame.at_desk = true;
    frame.feed = None;
    frame.signs = None;
    frame.tabs = [
        ("desk-tab-publications", "/desk/publications", Right::WritePublications),
        ("desk-tab-journal", "/desk/journal", Right::SeeJournal),
        ("desk-tab-people", "/desk/people", Right::ManagePeople),
        ("desk-tab-upkeep", "/desk/upkeep", Right::SeeUpkeep),
        ("desk-tab-account", "/desk/account", Right::UseDesk),
    ]
    .into_iter()
    .filter(|(_, _, right)| may(*right))
    .map(|(key, path, _)| Tab { words: frame.say(key), address: frame.to(path), is_current: key == current })
    .collect();
    frame
}

/// A frame for samples of desk pages, as a researcher sees them.
fn sample_frame(language: Language, path: &str, title: &str) -> Frame {
    let title = app::Words::new(language).say(title);
    with_tabs(Frame::sample(language, path, &title).hidden(), |right| right.is_of(base::Role::Researcher), "")
}

/// „Какво стана“ after a form: a word in the address, shown once above the page.
fn done(visit: &Visit, asked: &crate::Asked) -> Option<String> {
    let code = asked.0.get("done")?;
    let is_plain = code.len() < 40 && code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    if is_plain { visit.words.find(&format!("desk-done-{code}"), &[]) } else { None }
}

/// A key in an address.
fn key<K: std::str::FromStr>(text: &str) -> Result<K, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

/// Every refusal of a sent form, beside its field.
fn form_errors(words: app::Words, refusals: &[Arc<dyn Explain + Send + Sync>]) -> FieldErrors {
    let errors = refusals.iter().map(|refusal| {
        let explained = words.refusal(&**refusal);
        let field = explained.field.unwrap_or_else(|| "form".to_owned());
        FieldError { field, sentence: explained.sentence, hint: explained.hint }
    });
    FieldErrors(errors.collect())
}

/// A page that says what was refused, with the status that says so too.
fn refused(mut response: Response) -> Response {
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    response
}
