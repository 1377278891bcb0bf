use super::{Words, publication::PublicationData};
use crate::{
    Visit,
    public::{project::ProjectTold, told},
};
use axum::response::Response;
use outreach::{Nature, Part, Progress};
use serde::Serialize;
use utoipa::ToSchema;

pub fn json(visit: &Visit, told: &ProjectTold) -> Response {
    super::json(&ProjectData::of(visit, told), told.is_hidden())
}

/// A project as data: exactly what leaves the house.
#[derive(Serialize, ToSchema)]
pub struct ProjectData<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    notice: Option<String>,
    address: String,
    title: Words<'a>,
    summary: Words<'a>,
    goal: Words<'a>,
    story: Vec<Words<'a>>,
    parties: Vec<PartyData<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    funding: Option<FundingData<'a>>,
    first_day: String,
    last_day: String,
    months: u32,
    activities: Vec<ActivityData<'a>>,
    links: Vec<LinkData<'a>>,
    studies: Vec<StudyData<'a>>,
    publications: Vec<PublicationData<'a>>,
    published: String,
    updated: String,
}

#[derive(Serialize, ToSchema)]
struct PartyData<'a> {
    part: &'static str,
    name: Words<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    site: Option<&'a str>,
}

#[derive(Serialize, ToSchema)]
struct FundingData<'a> {
    project_number: &'a str,
    contract: &'a str,
    procedure_number: &'a str,
    procedure: Words<'a>,
    programme: Words<'a>,
    cofinancing: Words<'a>,
    disclaimer: Words<'a>,
}

#[derive(Serialize, ToSchema)]
struct ActivityData<'a> {
    title: Words<'a>,
    description: Words<'a>,
    progress: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<String>,
}

#[derive(Serialize, ToSchema)]
struct LinkData<'a> {
    title: Words<'a>,
    address: &'a str,
}

#[derive(Serialize, ToSchema)]
struct StudyData<'a> {
    title: Words<'a>,
    purpose: Words<'a>,
    first_day: String,
    last_day: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    results: Option<String>,
}

impl<'a> ProjectData<'a> {
    fn of(visit: &Visit, told: &'a ProjectTold) -> ProjectData<'a> {
        let project = &told.project;
        let address = visit.public_address(&format!("/projects/{}", project.slug));
        ProjectData {
            notice: told::demonstration(&visit.words, project),
            title: (&project.title).into(),
            summary: (&project.summary).into(),
            goal: (&project.goal).into(),
            story: project.story.iter().map(Words::from).collect(),
            parties: project.parties.iter().map(PartyData::of).collect(),
            funding: project.funding.as_ref().map(FundingData::of),
            first_day: project.period.first().to_string(),
            last_day: project.period.last().to_string(),
            months: project.period.months(),
            activities: project.activities.iter().map(ActivityData::of).collect(),
            links: project
                .links
                .iter()
                .map(|link| LinkData { title: (&link.title).into(), address: &link.address })
                .collect(),
            studies: told
                .studies
                .iter()
                .map(|study| StudyData {
                    title: (&study.title).into(),
                    purpose: (&study.purpose).into(),
                    first_day: study.fieldwork.first().to_string(),
                    last_day: study.fieldwork.last().to_string(),
                    results: study
                        .results_are_public(visit.today)
                        .then(|| format!("{address}/studies/{}.json", study.slug)),
                })
                .collect(),
            publications: told
                .publications
                .iter()
                .filter_map(|publication| PublicationData::of(visit, project, publication))
                .collect(),
            published: project.published.to_string(),
            updated: project.updated.to_string(),
            address,
        }
    }
}

impl<'a> PartyData<'a> {
    fn of(participation: &'a outreach::Participation) -> PartyData<'a> {
        PartyData {
            part: match participation.part {
                Part::Beneficiary => "beneficiary",
                Part::Partner => "partner",
                Part::Observer => "observer",
            },
            name: (&participation.party.name).into(),
            site: participation.party.site.as_deref(),
        }
    }
}

impl<'a> FundingData<'a> {
    fn of(funding: &'a outreach::Funding) -> FundingData<'a> {
        FundingData {
            project_number: &funding.project_number,
            contract: &funding.contract,
            procedure_number: &funding.procedure_number,
            procedure: (&funding.procedure).into(),
            programme: (&funding.programme).into(),
            cofinancing: (&funding.cofinancing).into(),
            disclaimer: (&funding.disclaimer).into(),
        }
    }
}

impl<'a> ActivityData<'a> {
    fn of(activity: &'a outreach::Activity) -> ActivityData<'a> {
        let (progress, on) = match activity.progress {
            Progress::Done { on } => ("done", on),
            Progress::Underway => ("underway", None),
            Progress::ToDo => ("to-do", None),
        };
        ActivityData {
            title: (&activity.title).into(),
            description: (&activity.description).into(),
            progress,
            on: on.map(|day| day.to_string()),
        }
    }
}

/// Whether search engines are told to leave it out.
pub fn is_hidden(project: &outreach::Project) -> bool {
    project.nature == Nature::Demonstration
}
