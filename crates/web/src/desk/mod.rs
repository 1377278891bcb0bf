//! The desk: where people of the two parties work.
//!
//! Every handler names in its signature the right that opens it, and a test knocks at each door as everybody.

mod looked_at;
mod mirrors;
mod problems;
mod understood;
pub(crate) mod upload;
mod who;

mod form;

mod account;
mod code;
mod own_data;
mod confirmation;
mod home;
pub(crate) mod moment;
mod setup_code;
mod password;
mod password_change;
mod openid;
mod passkey_challenge;
mod passkey_sign_in;
mod passkeys;
mod second_factor;
mod setup;
mod sign_in;

mod founding;
mod funding;
mod opening;
mod participation;
mod project;
mod project_part;
mod project_rows;
mod project_words;

mod audience_plan;
mod study_plan;

mod fieldwork;
mod personal_codes;
mod population;
mod printings;
mod quotas;
mod lint;
mod open_data;
mod questionnaire;
mod report;
mod sheet;
mod sheets;
mod study;

mod drafts;
mod written;

mod boxes;
mod brought;
mod card;

mod archive;
mod answer_files;
mod answer_sheet;
mod answers;
mod imported_file;
mod moderation;
mod open_answers;
mod themes;

mod publication;
mod publication_preview;
mod publication_saving;
mod publications;

mod invitation;
mod erasure;
mod journal;
mod mail;
mod new_person;
mod controller;
mod processing;
mod party;
mod people;
mod person;
mod rights;
mod upkeep;

pub use who::{
    AppealDecisions, CodeOpenAnswers, Confirmed, DecideAppeals, DecideOpenAnswers, EditProjects, EnterCards,
    FoundProjects, ImportAnswers, ImportQuestionnaires, ManageMail, ManagePeople, ManageProcessing, PlanStudies,
    PreviewReports, ReadOpenAnswers, SeeJournal, SeeModeration, SeeProcessing, SeeRights, SeeStudies, SeeUpkeep,
    SignedIn, UseDesk, WritePublications, WriteReports,
};

use crate::{
    Failure, Frame, Specimen, Tab, Visit,
    doors::Table,
    page::render,
    parts::{FieldError, FieldErrors},
};
use app::{
    projects::{ProjectFunding, ProjectWords},
    rights::Right,
};
use axum::{http::StatusCode, response::Response};
use base::{Explain, Language};
use outreach::{Activity, Link, Project};
use std::sync::Arc;

pub fn table() -> Table {
    Table::default()
        .open_form("/sign-in", sign_in::show, sign_in::sign_in)
        .open_form("/setup", setup_code::ask, setup_code::enter)
        .open_form("/setup/{token}", setup::show, setup::choose)
        .open_form("/sign-in/code", code::show, code::check)
        .open_post("/sign-in/passkey/challenge", passkey_sign_in::begin)
        .open_post("/sign-in/passkey", passkey_sign_in::sign_in)
        .open_post("/sign-in/openid", openid::begin)
        .get("/sign-in/openid/return", openid::returned)
        .post("/sign-out", sign_in::sign_out)
        .get("/desk", home::show)
        .get("/desk/account", account::show)
        .get("/desk/account/data.json", own_data::download)
        .post("/desk/account/sign-out-everywhere", account::sign_out_everywhere)
        .post("/desk/account/sign-out-elsewhere", account::sign_out_elsewhere)
        .post("/desk/account/sessions/{session}/removal", account::end)
        .post("/desk/account/language", account::choose_language)
        .get("/desk/account/password", password_change::ask)
        .post("/desk/account/password", password_change::change)
        .get("/desk/account/second-factor", second_factor::show)
        .get("/desk/account/second-factor/new", second_factor::ask)
        .post("/desk/account/second-factor", second_factor::add)
        .post("/desk/account/second-factor/removal", second_factor::remove)
        .post("/desk/account/recovery-codes", second_factor::renew_codes)
        .post("/desk/account/openid", openid::begin_adding)
        .post("/desk/account/openid/removal", openid::remove)
        .get("/desk/account/passkeys", passkeys::show)
        .post("/desk/account/passkeys/challenge", passkeys::begin)
        .post("/desk/account/passkeys", passkeys::add)
        .post("/desk/account/passkeys/{passkey}/removal", passkeys::remove)
        .get("/desk/confirmation", confirmation::show)
        .post("/desk/confirmation", confirmation::confirm)
        .post("/desk/confirmation/passkey/challenge", confirmation::begin_passkey)
        .post("/desk/confirmation/passkey", confirmation::confirm_passkey)
        .get("/desk/projects/new", founding::ask)
        .post("/desk/projects", founding::found)
        .get("/desk/projects/{project}", project::show)
        .get("/desk/projects/{project}/preview", opening::preview)
        .post("/desk/projects/{project}/opening", opening::open)
        .get("/desk/projects/{project}/words", project_part::ask::<ProjectWords>)
        .post("/desk/projects/{project}/words", project_part::save::<ProjectWords>)
        .get("/desk/projects/{project}/funding", project_part::ask::<ProjectFunding>)
        .post("/desk/projects/{project}/funding", project_part::save::<ProjectFunding>)
        .get("/desk/projects/{project}/activities/new", project_rows::new::<Activity>)
        .post("/desk/projects/{project}/activities", project_rows::add::<Activity>)
        .get("/desk/projects/{project}/activities/{place}", project_rows::ask::<Activity>)
        .post("/desk/projects/{project}/activities/{place}", project_rows::save::<Activity>)
        .post("/desk/projects/{project}/activities/{place}/removal", project_rows::remove::<Activity>)
        .get("/desk/projects/{project}/links/new", project_rows::new::<Link>)
        .post("/desk/projects/{project}/links", project_rows::add::<Link>)
        .get("/desk/projects/{project}/links/{place}", project_rows::ask::<Link>)
        .post("/desk/projects/{project}/links/{place}", project_rows::save::<Link>)
        .post("/desk/projects/{project}/links/{place}/removal", project_rows::remove::<Link>)
        .get("/desk/projects/{project}/parties/new", participation::ask)
        .post("/desk/projects/{project}/parties", participation::add)
        .get("/desk/projects/{project}/parties/{party}", participation::ask_change)
        .post("/desk/projects/{project}/parties/{party}", participation::change)
        .post("/desk/projects/{project}/parties/{party}/removal", participation::remove)
        .get("/desk/projects/{project}/studies/new", study_plan::ask)
        .post("/desk/projects/{project}/studies", study_plan::add)
        .get("/desk/studies/{study}/plan", study_plan::ask_change)
        .post("/desk/studies/{study}/plan", study_plan::save)
        .get("/desk/studies/{study}/audiences/new", audience_plan::ask)
        .post("/desk/studies/{study}/audiences", audience_plan::add)
        .get("/desk/audiences/{audience}/plan", audience_plan::ask_change)
        .post("/desk/audiences/{audience}/plan", audience_plan::save)
        .post("/desk/audiences/{audience}/removal", audience_plan::remove)
        .get("/desk/studies/{study}", study::show)
        .get("/desk/studies/{study}/fieldwork", fieldwork::show)
        .get("/desk/studies/{study}/data", open_data::show)
        .post("/desk/studies/{study}/data", open_data::send)
        .post("/desk/studies/{study}/data/{number}/withdrawal", open_data::withdraw)
        .get("/desk/studies/{study}/report", report::show)
        .get("/desk/studies/{study}/report.pdf", report::pdf)
        .get("/desk/studies/{study}/report.docx", report::docx)
        .get("/desk/studies/{study}/report.xlsx", report::xlsx)
        .get("/desk/studies/{study}/report-500.txt", report::short_post)
        .get("/desk/studies/{study}/report-2000.txt", report::long_post)
        .get("/desk/audiences/{audience}/questionnaire", questionnaire::ask)
        .post("/desk/audiences/{audience}/questionnaire", questionnaire::take)
        .get("/desk/audiences/{audience}/questionnaire/{file}", questionnaire::check)
        .post("/desk/audiences/{audience}/questionnaire/{file}", questionnaire::adopt)
        .post("/desk/audiences/{audience}/questionnaire/{file}/draft", questionnaire::begin_draft)
        .get("/desk/audiences/{audience}/questionnaires/{questionnaire}", questionnaire::version)
        .get("/desk/audiences/{audience}/sheets/{file}", answer_sheet::ask)
        .post("/desk/audiences/{audience}/sheets/{file}", answer_sheet::send)
        .get("/desk/audiences/{audience}/population", population::show)
        .post("/desk/audiences/{audience}/population", population::set)
        .get("/desk/audiences/{audience}/quotas", quotas::show)
        .post("/desk/audiences/{audience}/quotas", quotas::set)
        .and(drafts::table())
        .and(written::table())
        .and(themes::table())
        .get("/desk/audiences/{audience}/codes", personal_codes::show)
        .post("/desk/audiences/{audience}/codes", personal_codes::make)
        .post("/desk/audiences/{audience}/codes/letters", personal_codes::send)
        .post("/desk/audiences/{audience}/codes/reminders", personal_codes::remind_all)
        .post("/desk/audiences/{audience}/codes/withdrawal", personal_codes::withdraw)
        .post("/desk/audiences/{audience}/codes/sheet", personal_codes::sheet)
        .post("/desk/audiences/{audience}/codes/table", personal_codes::table)
        .get("/desk/audiences/{audience}/printings", printings::show)
        .post("/desk/audiences/{audience}/printings", printings::make)
        .post("/desk/audiences/{audience}/printings/master", printings::master)
        .get("/desk/printings/{printing}", printings::one)
        .get("/desk/printings/{printing}/sheets.pdf", printings::sheets)
        .get("/desk/printings/{printing}/sheets.zip", printings::all_sheets)
        .post("/desk/printings/{printing}/counts", printings::count)
        .post("/desk/printings/{printing}/spoiled", printings::spoil)
        .get("/desk/sheets", sheets::ask)
        .post("/desk/sheets", sheets::open)
        .get("/desk/printings/{printing}/sheets/{sheet}", sheets::show)
        .post("/desk/printings/{printing}/sheets/{sheet}", sheets::enter)
        .post("/desk/printings/{printing}/sheets/{sheet}/settlement", sheets::settle)
        .post("/desk/printings/{printing}/sheets/{sheet}/anew", sheets::anew)
        .get("/desk/audiences/{audience}/boxes/new", boxes::ask)
        .post("/desk/audiences/{audience}/boxes", boxes::open)
        .get("/desk/boxes/{batch}", boxes::show)
        .get("/desk/boxes/{batch}/protocol", boxes::correct)
        .post("/desk/boxes/{batch}/protocol", boxes::save)
        .get("/desk/boxes/{batch}/cards/new", card::ask)
        .post("/desk/boxes/{batch}/cards", card::enter)
        .post("/desk/boxes/{batch}/invalid-cards", card::invalid)
        .get("/desk/audiences/{audience}/answers", answers::ask)
        .post("/desk/audiences/{audience}/answers", answers::take)
        .get("/desk/audiences/{audience}/answers/{file}", answers::check)
        .post("/desk/audiences/{audience}/answers/{file}", answers::send)
        .get("/desk/audiences/{audience}/files", answer_files::list)
        .get("/desk/audiences/{audience}/files/{file}", answer_files::download)
        .get("/desk/audiences/{audience}/imports/{file}", imported_file::show)
        .post("/desk/audiences/{audience}/imports/{file}/undoing", imported_file::undo)
        .get("/desk/audiences/{audience}/open-answers", open_answers::ask)
        .post("/desk/audiences/{audience}/open-answers", open_answers::decide)
        .get("/desk/moderation", moderation::show)
        .post("/desk/moderation/appeals", moderation::appeal)
        .post("/desk/moderation/decisions", moderation::decide)
        .get("/desk/publications", publications::show)
        .get("/desk/projects/{project}/publications/new", publication::new)
        .post("/desk/projects/{project}/publications", publication_saving::add)
        .get("/desk/publications/{publication}", publication::show)
        .post("/desk/publications/{publication}", publication_saving::save)
        .get("/desk/publications/{publication}/preview", publication_preview::show)
        .get("/desk/publications/{publication}/versions/{number}", publication_preview::version)
        .get("/desk/journal", journal::show)
        .get("/desk/people", people::show)
        .get("/desk/people/new", new_person::ask)
        .post("/desk/people", new_person::add)
        .get("/desk/people/{person}", person::show)
        .get("/desk/people/{person}/details", new_person::ask_details)
        .post("/desk/people/{person}/details", new_person::save_details)
        .get("/desk/people/{person}/parts/new", new_person::ask_part)
        .post("/desk/people/{person}/parts", new_person::give)
        .post("/desk/people/{person}/parts/removal", person::take_part)
        .post("/desk/people/{person}/setup-link", people::issue_link)
        .post("/desk/people/{person}/deactivation", person::stop)
        .post("/desk/people/{person}/reactivation", person::restore)
        .post("/desk/people/{person}/second-factor/removal", person::take_second_factor)
        .get("/desk/parties/{party}", party::ask)
        .post("/desk/parties/{party}", party::save)
        .get("/desk/rights", rights::show)
        .get("/desk/people/{person}/erasure", erasure::ask)
        .post("/desk/people/{person}/erasure", erasure::erase)
        .get("/desk/mail", mail::show)
        .post("/desk/mail/{letter}/attempt", mail::try_again)
        .post("/desk/mail/{letter}/withdrawal", mail::give_up)
        .get("/desk/upkeep", upkeep::show)
        .get("/desk/processing", processing::show)
        .get("/desk/processing.csv", processing::csv)
        .get("/desk/processing.json", processing::json)
        .get("/desk/processing/controller", controller::ask)
        .post("/desk/processing/controller", controller::save)
}

pub(crate) fn specimens(language: Language, all: &mut Vec<Specimen>) -> Result<(), askama::Error> {
    render::<sign_in::SignInPage>(language, all)?;
    render::<setup::SetupPage>(language, all)?;
    render::<home::HomePage>(language, all)?;
    render::<account::AccountPage>(language, all)?;
    render::<code::CodePage>(language, all)?;
    render::<second_factor::SecondFactorPage>(language, all)?;
    render::<second_factor::NewSecondFactorPage>(language, all)?;
    render::<second_factor::RecoveryCodesPage>(language, all)?;
    render::<openid::DeparturePage>(language, all)?;
    render::<passkeys::PasskeysPage>(language, all)?;
    render::<passkey_challenge::ChallengePage>(language, all)?;
    render::<confirmation::ConfirmationPage>(language, all)?;
    render::<password_change::PasswordPage>(language, all)?;
    render::<study::StudyPage>(language, all)?;
    render::<fieldwork::FieldworkPage>(language, all)?;
    render::<open_data::OpenDataForm>(language, all)?;
    render::<report::ReportPreview>(language, all)?;
    render::<questionnaire::UploadPage>(language, all)?;
    render::<questionnaire::QuestionnairePage>(language, all)?;
    drafts::specimens(language, all)?;
    written::specimens(language, all)?;
    render::<personal_codes::PersonalCodesPage>(language, all)?;
    render::<population::PopulationPage>(language, all)?;
    render::<quotas::QuotasPage>(language, all)?;
    render::<personal_codes::CodeSheet>(language, all)?;
    render::<printings::PrintingsPage>(language, all)?;
    render::<printings::PrintingPage>(language, all)?;
    render::<sheets::SheetCodePage>(language, all)?;
    render::<sheets::SheetEntryPage>(language, all)?;
    render::<sheets::SettlementPage>(language, all)?;
    render::<boxes::ProtocolForm>(language, all)?;
    render::<boxes::BoxPage>(language, all)?;
    render::<card::CardPage>(language, all)?;
    render::<answer_sheet::AnswerSheetPage>(language, all)?;
    render::<answers::AnswersUploadPage>(language, all)?;
    render::<answers::AnswersPage>(language, all)?;
    render::<imported_file::ImportedFilePage>(language, all)?;
    render::<answer_files::AnswerFilesPage>(language, all)?;
    render::<open_answers::OpenAnswersPage>(language, all)?;
    themes::specimens(language, all)?;
    render::<moderation::ModerationPage>(language, all)?;
    render::<publications::PublicationsPage>(language, all)?;
    render::<publication::PublicationForm>(language, all)?;
    render::<publication_preview::PreviewPage>(language, all)?;
    render::<journal::JournalPage>(language, all)?;
    render::<form::FormPage>(language, all)?;
    render::<project::ProjectPage>(language, all)?;
    render::<people::PeoplePage>(language, all)?;
    render::<person::PersonPage>(language, all)?;
    render::<invitation::InvitationPage>(language, all)?;
    render::<rights::RightsPage>(language, all)?;
    render::<erasure::ErasurePage>(language, all)?;
    render::<mail::MailPage>(language, all)?;
    render::<processing::ProcessingPage>(language, all)?;
    render::<upkeep::UpkeepPage>(language, all)
}

/// The frame of a desk page; `current` is the tab that it stands under.
fn frame(visit: &Visit, who: &app::account::SignedIn, title: &str, current: &str) -> Frame {
    with_tabs(visit.frame(title).hidden(), |right| who.actors.iter().any(|actor| right.is_of(actor.role)), current)
}

/// The same for a page that belongs to a project, with the project's banner.
fn frame_of(visit: &Visit, who: &app::account::SignedIn, project: &Project, title: &str) -> Frame {
    let mut frame = visit.frame(title).of_project(project, "").hidden();
    // Whoever works in a project stays at the desk; for everybody there may be nothing to see yet.
    let home = frame.to(&format!("/desk/projects/{}", project.id));
    if let Some(place) = &mut frame.place {
        place.address = home;
    }
    with_tabs(frame, |right| who.actors.iter().any(|actor| right.is_of(actor.role)), "")
}

fn with_tabs(mut frame: Frame, may: impl Fn(Right) -> bool, current: &str) -> Frame {
    frame.at_desk = true;
    frame.feed = None;
    frame.signs = None;
    frame.tabs = [
        ("desk-tab-publications", "/desk/publications", Right::WritePublications),
        ("desk-tab-moderation", "/desk/moderation", Right::SeeModeration),
        ("desk-tab-journal", "/desk/journal", Right::SeeJournal),
        ("desk-tab-people", "/desk/people", Right::ManagePeople),
        ("desk-tab-mail", "/desk/mail", Right::ManageMail),
        ("desk-tab-upkeep", "/desk/upkeep", Right::SeeUpkeep),
        ("desk-tab-processing", "/desk/processing", Right::SeeProcessing),
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
