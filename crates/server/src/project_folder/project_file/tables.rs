//! The files' own form: what a key is called there, and what it becomes here.

use super::{
    super::{
        Unreadable,
        words::{Words, day},
    },
    ProjectFile,
};
use base::{Chance, Party, PartyId, PartyKind, ProjectId, PublicationId, Text};
use outreach::{
    Activity, Funding, Link, Nature, Original, Part, Participation, Period, Progress, Project, Publication,
    PublicationKind, Slug, Stage, Version,
};
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::value::Datetime;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProjectTable {
    slug: String,
    nature: NatureCode,
    published: Datetime,
    updated: Datetime,
    place: Words,
    title: Words,
    summary: Words,
    goal: Words,
    period: PeriodTable,
    #[serde(default)]
    story: Vec<Words>,
    parties: Vec<PartyTable>,
    funding: Option<FundingTable>,
    #[serde(default)]
    activities: Vec<ActivityTable>,
    #[serde(default)]
    links: Vec<LinkTable>,
}

impl ProjectTable {
    pub(super) fn into_project(self, chance: &mut dyn Chance) -> Result<ProjectFile, Unreadable> {
        let mut parties = BTreeMap::new();
        let mut participations = Vec::new();
        for table in self.parties {
            let id = PartyId::new(chance);
            parties.insert(table.code.clone(), id);
            participations.push(table.into_participation(id));
        }
        let project = Project {
            id: ProjectId::new(chance),
            slug: Slug::parse(&self.slug)?,
            place: self.place.into(),
            title: self.title.into(),
            summary: self.summary.into(),
            story: self.story.into_iter().map(Text::from).collect(),
            goal: self.goal.into(),
            nature: self.nature.into(),
            parties: participations,
            funding: self.funding.map(Funding::from),
            period: Period::new(day("period.first", self.period.first)?, day("period.last", self.period.last)?)?,
            activities: self.activities.into_iter().map(ActivityTable::into_activity).collect::<Result<_, _>>()?,
            links: self.links.into_iter().map(Link::from).collect(),
            published: day("published", self.published)?,
            updated: day("updated", self.updated)?,
        };
        Ok(ProjectFile { project, parties })
    }
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
enum NatureCode {
    Real,
    Demonstration,
}

impl From<NatureCode> for Nature {
    fn from(code: NatureCode) -> Nature {
        match code {
            NatureCode::Real => Nature::Real,
            NatureCode::Demonstration => Nature::Demonstration,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PeriodTable {
    first: Datetime,
    last: Datetime,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartyTable {
    code: String,
    part: PartCode,
    kind: KindCode,
    name: Words,
    site: Option<String>,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
enum PartCode {
    Beneficiary,
    Partner,
    Observer,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
enum KindCode {
    Municipality,
    CivicOrganisation,
    Other,
}

impl PartyTable {
    fn into_participation(self, id: PartyId) -> Participation {
        let part = match self.part {
            PartCode::Beneficiary => Part::Beneficiary,
            PartCode::Partner => Part::Partner,
            PartCode::Observer => Part::Observer,
        };
        let kind = match self.kind {
            KindCode::Municipality => PartyKind::Municipality,
            KindCode::CivicOrganisation => PartyKind::CivicOrganisation,
            KindCode::Other => PartyKind::Other,
        };
        Participation { part, party: Party { id, kind, name: self.name.into(), site: self.site } }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FundingTable {
    project_number: String,
    contract: String,
    procedure_number: String,
    procedure: Words,
    programme: Words,
    cofinancing: Words,
    european_union: bool,
    disclaimer: Words,
    #[serde(default)]
    signs: Vec<Words>,
}

impl From<FundingTable> for Funding {
    fn from(table: FundingTable) -> Funding {
        Funding {
            project_number: table.project_number,
            contract: table.contract,
            procedure_number: table.procedure_number,
            procedure: table.procedure.into(),
            programme: table.programme.into(),
            cofinancing: table.cofinancing.into(),
            signs: table.signs.into_iter().map(Text::from).collect(),
            european_union: table.european_union,
            disclaimer: table.disclaimer.into(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ActivityTable {
    title: Words,
    description: Words,
    progress: ProgressCode,
    /// Only for what is done, where the day is told.
    on: Option<Datetime>,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
enum ProgressCode {
    Done,
    Underway,
    ToDo,
}

impl ActivityTable {
    fn into_activity(self) -> Result<Activity, Unreadable> {
        let on = self.on.map(|on| day("activities.on", on)).transpose()?;
        let progress = match self.progress {
            ProgressCode::Done => Progress::Done { on },
            ProgressCode::Underway => Progress::Underway,
            ProgressCode::ToDo => Progress::ToDo,
        };
        Ok(Activity { title: self.title.into(), description: self.description.into(), progress })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LinkTable {
    title: Words,
    address: String,
}

impl From<LinkTable> for Link {
    fn from(table: LinkTable) -> Link {
        Link { title: table.title.into(), address: table.address }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PublicationTable {
    slug: String,
    kind: String,
    /// The code of the party that speaks.
    party: String,
    published: Datetime,
    updated: Datetime,
    title: Words,
    summary: Words,
    body: Words,
    original: Option<OriginalTable>,
}

impl PublicationTable {
    pub(super) fn into_publication(
        self,
        file: &ProjectFile,
        chance: &mut dyn Chance,
    ) -> Result<Publication, Unreadable> {
        let party = file.parties.get(&self.party).copied();
        let party = party.ok_or(Unreadable::UnknownParty(self.party))?;
        let kind = PublicationKind::from_code(&self.kind);
        let published = day("published", self.published)?;
        Ok(Publication {
            id: PublicationId::new(chance),
            project: file.project.id,
            party,
            slug: Slug::parse(&self.slug)?,
            kind: kind.ok_or(Unreadable::UnknownKind(self.kind))?,
            stage: Stage::Published { on: published, updated: day("updated", self.updated)? },
            version: Version {
                number: 1,
                title: self.title.into(),
                summary: self.summary.into(),
                body: self.body.into(),
                attachments: Vec::new(),
                original: self.original.map(Original::from),
                on: published,
            },
        })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OriginalTable {
    place: Words,
    address: String,
}

impl From<OriginalTable> for Original {
    fn from(table: OriginalTable) -> Original {
        Original { place: table.place.into(), address: table.address }
    }
}
