use super::{
    SignedIn, UseDesk,
    home::{StudyRow, study_row},
    key,
    project_part::found,
};
use crate::{
    Asked, Failure, Frame, Page, Said, Visit,
    parts::{FieldErrors, Step},
    public::project::step,
};
use app::{
    desk::HomeStudy,
    projects::{self, Missing},
    rights::{self, Right},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{Explain, Language, ProjectId};
use jiff::civil::Date;
use outreach::{Nature, Project};
use std::sync::Arc;

/// A project as those see it who write it: its parts, each with the way to change it.
#[derive(Template)]
#[template(path = "desk/project.html")]
pub struct ProjectPage {
    frame: Frame,
    errors: FieldErrors,
    done: Option<String>,
    title: Said,
    summary: Said,
    goal: Said,
    when: String,
    nature: Option<String>,
    is_translated: bool,
    parties: Vec<PartyRow>,
    funding: Vec<Said>,
    activities: Vec<ActivityRow>,
    links: Vec<LinkRow>,
    studies: Vec<StudyRow>,
    /// The page as everybody sees it, or will.
    public: String,
    /// Set while nobody else sees the project.
    unopened: Option<Unopened>,
    /// Before what can be done with the project.
    address: String,
    may: May,
}

struct Unopened {
    /// What is missing, and where it is told by those who may.
    missing: Vec<(String, Option<String>)>,
}

/// What whoever looks may do here.
#[derive(Debug, Clone, Copy)]
struct May {
    edit: bool,
    found: bool,
    tell_controller: bool,
    plan: bool,
    write: bool,
}

struct PartyRow {
    part: String,
    name: Said,
    /// Where its part is changed; taken away at `/removal` below it.
    address: String,
}

struct ActivityRow {
    step: Step,
    address: String,
}

struct LinkRow {
    title: Said,
    leads_to: String,
    address: String,
}

pub async fn show(
    _: UseDesk,
    visit: Visit,
    who: SignedIn,
    Path(project): Path<String>,
    asked: Asked,
) -> Result<Response, Failure> {
    let mut page = load(&visit, &who, key(&project)?).await?;
    page.done = super::done(&visit, &asked);
    visit.show(&page)
}

/// The same with what a button was refused.
pub async fn refused(
    visit: &Visit,
    who: &SignedIn,
    id: ProjectId,
    refusals: &[Arc<dyn Explain + Send + Sync>],
) -> Result<Response, Failure> {
    let mut page = load(visit, who, id).await?;
    page.errors = super::form_errors(visit.words, refusals);
    Ok(super::refused(visit.show(&page)?))
}

async fn load(visit: &Visit, who: &SignedIn, id: ProjectId) -> Result<ProjectPage, Failure> {
    let project = found(visit, who, id).await?;
    let (project, studies, missing) = visit
        .site
        .read(move |tx, instance| {
            let studies = app::desk::studies(tx, instance.tenant, id)?;
            let missing = projects::unopened(tx, instance.tenant, &project)?;
            Ok((project, studies, missing))
        })
        .await?;
    let any = |may: fn(base::Actor, &Project) -> bool| who.actors.iter().any(|actor| may(*actor, &project));
    let may = May {
        edit: any(rights::edits),
        found: who.may(Right::FoundProjects),
        tell_controller: who.may(Right::ManageProcessing),
        plan: any(|actor, project| rights::may(actor, Right::PlanStudies, project)),
        write: any(|actor, project| rights::may(actor, Right::WritePublications, project)),
    };
    let frame = super::frame_of(visit, who, &project, project.title.say(visit.language()));
    Ok(page(frame, &project, &studies, missing.as_deref(), visit.today, may))
}

fn page(
    frame: Frame,
    project: &Project,
    studies: &[HomeStudy],
    missing: Option<&[Missing]>,
    today: Date,
    may: May,
) -> ProjectPage {
    let address = frame.to(&format!("/desk/projects/{}", project.id));
    let public = match missing {
        Some(_) => format!("{address}/preview"),
        None => frame.to(&format!("/projects/{}", project.slug)),
    };
    let unopened = missing.map(|missing| Unopened {
        missing: missing
            .iter()
            .map(|one| (frame.say(&format!("desk-missing-{}", one.code())), mended(&frame, &address, *one, may)))
            .collect(),
    });
    let words = frame.words;
    let party = |known: &outreach::Participation| PartyRow {
        part: frame.say(&format!("desk-participation-part-{}", app::projects::part_code(known.part))),
        name: frame.said(&known.party.name),
        address: format!("{address}/parties/{}", known.party.id),
    };
    let activity = |(place, activity): (usize, &outreach::Activity)| ActivityRow {
        step: step(&frame, activity),
        address: format!("{address}/activities/{place}"),
    };
    let link = |(place, link): (usize, &outreach::Link)| LinkRow {
        title: frame.said(&link.title),
        leads_to: link.address.clone(),
        address: format!("{address}/links/{place}"),
    };
    let funding = project.funding.as_ref().map(|funding| {
        let numbers = [&funding.project_number, &funding.contract].into_iter().filter(|number| !number.is_empty());
        let numbers = numbers.map(|number| Said::here(number.as_str()));
        std::iter::once(frame.said(&funding.programme)).chain(numbers).collect()
    });
    ProjectPage {
        errors: FieldErrors::default(),
        done: None,
        title: frame.said(&project.title),
        summary: frame.said(&project.summary),
        goal: frame.said(&project.goal),
        when: format!("{} – {}", words.date(project.period.first()), words.date(project.period.last())),
        nature: (project.nature == Nature::Demonstration).then(|| frame.say("demonstration-data")),
        is_translated: project.title.english.is_some(),
        parties: project.parties.iter().map(party).collect(),
        funding: funding.unwrap_or_default(),
        activities: project.activities.iter().enumerate().map(activity).collect(),
        links: project.links.iter().enumerate().map(link).collect(),
        studies: studies.iter().map(|known| study_row(&frame, known, today)).collect(),
        public,
        unopened,
        address,
        may,
        frame,
    }
}

/// Where what is missing is told.
fn mended(frame: &Frame, address: &str, missing: Missing, may: May) -> Option<String> {
    match missing {
        Missing::Goal | Missing::English => may.edit.then(|| format!("{address}/words")),
        Missing::Activities => may.edit.then(|| format!("{address}/activities/new")),
        Missing::Funding => may.edit.then(|| format!("{address}/funding")),
        Missing::Controller => may.tell_controller.then(|| frame.to("/desk/processing/controller")),
    }
}

impl Page for ProjectPage {
    const NAME: &'static str = "desk-project";

    fn samples(language: Language) -> Vec<(&'static str, ProjectPage)> {
        let frame = || super::sample_frame(language, "/desk/projects/a", "desk-project-words");
        let day = crate::sample::DAY;
        let unopened = |project: &Project, may| page(frame(), project, &[], Some(&Missing::ALL), day, may);
        let page = |project: &Project, studies: &[HomeStudy], may| page(frame(), project, studies, None, day, may);
        let (project, mut bare) = (crate::sample::real_project(), crate::sample::invented_project());
        (bare.funding, bare.links, bare.activities) = (None, Vec::new(), Vec::new());
        bare.parties.truncate(1);
        let studies: Vec<HomeStudy> = crate::sample::studies()
            .into_iter()
            .map(|study| HomeStudy { study, answered: 182, planned: 182 })
            .collect();
        let all = May { edit: true, found: true, tell_controller: true, plan: true, write: true };
        let none = May { edit: false, found: false, tell_controller: false, plan: false, write: false };
        let mut refused = page(&project, &[], all);
        let refusal: Arc<dyn Explain + Send + Sync> = Arc::new(app::projects::Trouble::LastBeneficiary);
        refused.errors = super::form_errors(app::Words::new(language), &[refusal]);
        vec![
            ("full", page(&project, &studies, all)),
            ("bare", page(&bare, &[], all)),
            ("read-only", page(&bare, &[], none)),
            ("refused", refused),
            ("unopened", unopened(&bare, all)),
            ("unopened-read-only", unopened(&bare, none)),
        ]
    }
}
