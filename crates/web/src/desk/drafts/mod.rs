//! Making a questionnaire: its outline, a page for each question and group, the item bank, a preview, its earlier states and
//! its publication. Every change names the revision that it was made on.

mod about;
mod adding;
mod bank;
mod beginning;
mod files;
mod group;
mod history;
mod item;
mod moving;
mod option_line;
mod outline;
mod picking;
mod places;
mod preview;
mod publication;
mod question;
mod removal;
mod rows;
mod told;
mod words;

pub(super) use beginning::audience_drafts;

use super::{SignedIn, key};
use crate::{Failure, Fields, Frame, Specimen, Visit, doors::Table, page::render, parts::FieldErrors};
use app::questionnaire_drafts::{self, Act, HeldDraft};
use base::{Actor, Language, QuestionnaireDraftId};
use survey::{
    GroupCode, Questionnaire,
    edit::{EditRefusal, Place},
};

pub fn table() -> Table {
    Table::default()
        .get("/desk/audiences/{audience}/drafts/new", beginning::ask)
        .post("/desk/audiences/{audience}/drafts", beginning::begin)
        .get("/desk/drafts/{draft}", outline::show)
        .get("/desk/drafts/{draft}/about", about::ask)
        .post("/desk/drafts/{draft}/about", about::save)
        .post("/desk/drafts/{draft}/languages", about::add_language)
        .post("/desk/drafts/{draft}/languages/removal", about::remove_language)
        .get("/desk/drafts/{draft}/items/new", adding::ask)
        .post("/desk/drafts/{draft}/items", adding::add)
        .get("/desk/drafts/{draft}/items/{item}", item::ask)
        .post("/desk/drafts/{draft}/items/{item}", item::save)
        .post("/desk/drafts/{draft}/items/{item}/up", moving::up)
        .post("/desk/drafts/{draft}/items/{item}/down", moving::down)
        .post("/desk/drafts/{draft}/items/{item}/copy", moving::copy)
        .get("/desk/drafts/{draft}/items/{item}/place", moving::ask)
        .post("/desk/drafts/{draft}/items/{item}/place", moving::place)
        .get("/desk/drafts/{draft}/items/{item}/removal", removal::ask)
        .post("/desk/drafts/{draft}/items/{item}/removal", removal::remove)
        .get("/desk/drafts/{draft}/items/{item}/places", places::ask)
        .post("/desk/drafts/{draft}/items/{item}/places", places::take)
        .get("/desk/drafts/{draft}/bank", bank::show)
        .post("/desk/drafts/{draft}/bank", bank::insert)
        .get("/desk/drafts/{draft}/preview", preview::show)
        .post("/desk/drafts/{draft}/preview", preview::walk)
        .get("/desk/drafts/{draft}/history", history::show)
        .post("/desk/drafts/{draft}/history", history::restore)
        .get("/desk/drafts/{draft}/history/{revision}", history::state)
        .get("/desk/drafts/{draft}/publication", publication::ask)
        .post("/desk/drafts/{draft}/publication", publication::publish)
        .post("/desk/drafts/{draft}/removal", history::remove)
        .get("/desk/drafts/{draft}/questionnaire.xlsx", files::workbook)
        .get("/desk/drafts/{draft}/questionnaire.md", files::markdown)
}

pub(super) fn specimens(language: Language, all: &mut Vec<Specimen>) -> Result<(), askama::Error> {
    render::<beginning::BeginningPage>(language, all)?;
    render::<outline::OutlinePage>(language, all)?;
    render::<about::AboutPage>(language, all)?;
    render::<adding::AddingPage>(language, all)?;
    render::<question::QuestionPage>(language, all)?;
    render::<group::GroupPage>(language, all)?;
    render::<moving::MovingPage>(language, all)?;
    render::<removal::RemovalPage>(language, all)?;
    render::<places::PlacesPage>(language, all)?;
    render::<bank::BankPage>(language, all)?;
    render::<preview::PreviewPage>(language, all)?;
    render::<history::HistoryPage>(language, all)
}

/// The newest state of the draft in an address.
async fn held(visit: &Visit, actor: Actor, draft: &str) -> Result<HeldDraft, Failure> {
    let id: QuestionnaireDraftId = key(draft)?;
    visit.site.read(move |tx, _| questionnaire_drafts::draft(tx, actor, id)).await
}

fn frame(visit: &Visit, who: &SignedIn, held: &HeldDraft, title: &str) -> Frame {
    super::frame_of(visit, who, &held.project, title)
}

/// The revision that the sent form was made on; none at all is older than every one.
fn made_on(fields: &Fields) -> u64 {
    fields.text("revision").parse().unwrap_or(0)
}

/// Where something is to stand: the code of a group, and of what it stands before; each may be empty.
fn place(within: &str, before: &str) -> Result<Place, EditRefusal> {
    let unknown = |_| EditRefusal::NoSuchItem { code: within.chars().take(60).collect() };
    let within = Some(within).filter(|within| !within.is_empty()).map(GroupCode::parse).transpose().map_err(unknown)?;
    Ok(Place { within, before: Some(before.to_owned()).filter(|before| !before.is_empty()) })
}

/// Changes the draft, and tells its newest revision.
async fn change(
    visit: &Visit,
    actor: Actor,
    draft: &str,
    made_on: u64,
    (act, about): (Act, String),
    edit: impl FnOnce(Questionnaire) -> Result<Questionnaire, app::Failure> + Send + 'static,
) -> Result<Result<u64, FieldErrors>, Failure> {
    let id: QuestionnaireDraftId = key(draft)?;
    let now = visit.now;
    let change = move |tx: &mut store::Transaction, _: &app::Instance| {
        questionnaire_drafts::change(tx, actor, id, made_on, (act, &about), now, edit)
    };
    told(visit, visit.site.write(change).await)
}

/// What was refused, as a page shows it; everything else goes on.
fn told<T>(visit: &Visit, outcome: Result<T, app::Failure>) -> Result<Result<T, FieldErrors>, Failure> {
    match outcome.map_err(Failure::from) {
        Ok(value) => Ok(Ok(value)),
        Err(Failure::Refused(refusals)) => Ok(Err(super::form_errors(visit.words, &refusals))),
        Err(failure) => Err(failure),
    }
}

/// The invented questionnaire of the samples as a draft.
fn sample() -> HeldDraft {
    let place = super::questionnaire::Place::sample();
    let id = QuestionnaireDraftId(base::Key([5; 16]));
    let party = place.project.parties.first().map_or(base::PartyId(base::Key([1; 16])), |one| one.party.id);
    HeldDraft {
        draft: store::QuestionnaireDraft { id, audience: place.audience.id, party, revision: 7 },
        project: place.project,
        study: place.study,
        audience: place.audience,
        questionnaire: survey::edit::settled(crate::sample::questionnaire()),
        last: store::Revision {
            revision: 7,
            act: Act::ItemChanged.code().to_owned(),
            about: "used".to_owned(),
            changed_by: base::PersonId(base::Key([9; 16])),
            changed_at: base::Moment(1_690_459_200_000_000),
        },
        changed_by_name: "Мария Петрова".to_owned(),
    }
}

fn sample_frame(language: Language, heading: &str) -> Frame {
    super::sample_frame(language, "/desk/drafts/a", heading)
}
