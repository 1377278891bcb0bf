use crate::{
    Row, StoreFault, Transaction, Value,
    json::{self, WrittenText},
    party::read_party,
    value::values,
};
use base::{ProjectId, TenantId, Text};
use jiff::civil::Date;
use outreach::{Activity, Funding, Link, Nature, Part, Participation, Period, Progress, Project, Slug};
use serde::{Deserialize, Serialize};

const COLUMNS: &str = "project, slug, place_bg, place_en, title_bg, title_en, summary_bg, summary_en, goal_bg, goal_en,
                       nature, first_day, last_day, published, updated, story, funding, activities, links";

const IS_OPEN: &str = "not exists (select 1 from unopened_project u
                         where u.tenant = project.tenant and u.project = project.project)";

impl Transaction {
    /// Adds the project, and its parties where they are not there yet.
    ///
    /// # Errors
    /// [`StoreFault::Taken`] for `project`, `slug`.
    pub fn add_project(&mut self, tenant: TenantId, project: &Project) -> Result<(), StoreFault> {
        self.execute(
            "insert into project (tenant, project, slug, place_bg, place_en, title_bg, title_en, summary_bg, summary_en,
                                  goal_bg, goal_en, nature, first_day, last_day, published, updated, story, funding,
                                  activities, links)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)",
            &cells(tenant, project)?,
        )?;
        self.replace_participations(tenant, project)
    }

    /// # Errors
    /// As for [`Transaction::add_project`].
    pub fn replace_project(&mut self, tenant: TenantId, project: &Project) -> Result<(), StoreFault> {
        self.execute(
            "update project set slug = $3, place_bg = $4, place_en = $5, title_bg = $6, title_en = $7, summary_bg = $8,
                                summary_en = $9, goal_bg = $10, goal_en = $11, nature = $12, first_day = $13,
                                last_day = $14, published = $15, updated = $16, story = $17, funding = $18,
                                activities = $19, links = $20
             where tenant = $1 and project = $2",
            &cells(tenant, project)?,
        )?;
        self.replace_participations(tenant, project)
    }

    pub fn project(&mut self, tenant: TenantId, project: ProjectId) -> Result<Option<Project>, StoreFault> {
        let sql = format!("select {COLUMNS} from project where tenant = $1 and project = $2");
        let row = self.one(&sql, &values![tenant, project])?;
        row.map(|row| self.read_project(tenant, row)).transpose()
    }

    /// The project that everybody finds at this address: nothing until it is opened.
    pub fn public_project(&mut self, tenant: TenantId, slug: &str) -> Result<Option<Project>, StoreFault> {
        let sql = format!("select {COLUMNS} from project where tenant = $1 and slug = $2 and {IS_OPEN}");
        let row = self.one(&sql, &values![tenant, slug])?;
        row.map(|row| self.read_project(tenant, row)).transpose()
    }

    /// Those that were opened, by the day of publication, then by address.
    pub fn public_projects(&mut self, tenant: TenantId) -> Result<Vec<Project>, StoreFault> {
        let sql = format!("select {COLUMNS} from project where tenant = $1 and {IS_OPEN} order by published, slug");
        let rows = self.rows(&sql, &values![tenant])?;
        rows.into_iter().map(|row| self.read_project(tenant, row)).collect()
    }

    /// All, whether the public sees them or not, by the day of publication, then by address.
    pub fn projects(&mut self, tenant: TenantId) -> Result<Vec<Project>, StoreFault> {
        let sql = format!("select {COLUMNS} from project where tenant = $1 order by published, slug");
        let rows = self.rows(&sql, &values![tenant])?;
        rows.into_iter().map(|row| self.read_project(tenant, row)).collect()
    }

    /// From now on only those who prepare the project see it.
    pub fn record_unopened(&mut self, tenant: TenantId, project: ProjectId, founded: Date) -> Result<(), StoreFault> {
        self.execute(
            "insert into unopened_project (tenant, project, founded) values ($1, $2, $3)",
            &values![tenant, project, founded],
        )?;
        self.count_study_change(tenant)
    }

    /// The day on which a project was founded that the public does not see yet; nothing for one that is open.
    pub fn unopened_since(&mut self, tenant: TenantId, project: ProjectId) -> Result<Option<Date>, StoreFault> {
        let sql = "select founded from unopened_project where tenant = $1 and project = $2";
        self.one(sql, &values![tenant, project])?.map(|mut row| row.take()).transpose()
    }

    /// Whether it was this call that opened the project to everybody.
    pub fn record_opened(&mut self, tenant: TenantId, project: ProjectId) -> Result<bool, StoreFault> {
        let sql = "delete from unopened_project where tenant = $1 and project = $2";
        let is_opened = self.execute(sql, &values![tenant, project])? > 0;
        self.count_study_change(tenant)?;
        Ok(is_opened)
    }

    fn replace_participations(&mut self, tenant: TenantId, project: &Project) -> Result<(), StoreFault> {
        self.execute("delete from participation where tenant = $1 and project = $2", &values![tenant, project.id])?;
        for (place, participation) in (0_i64..).zip(&project.parties) {
            self.add_party(tenant, &participation.party)?;
            self.execute(
                "insert into participation (tenant, project, place, part, party) values ($1, $2, $3, $4, $5)",
                &values![tenant, project.id, place, participation.part.code(), participation.party.id],
            )?;
        }
        Ok(())
    }

    fn read_project(&mut self, tenant: TenantId, mut row: Row) -> Result<Project, StoreFault> {
        let id = row.take()?;
        let parties = self.rows(
            "select p.part, y.party, y.kind, y.name_bg, y.name_en, y.site
             from participation p join party y on y.tenant = p.tenant and y.party = p.party
             where p.tenant = $1 and p.project = $2 order by p.place",
            &values![tenant, id],
        )?;
        let (slug, place, title, summary, goal) = (row.take()?, row.text()?, row.text()?, row.text()?, row.text()?);
        let nature = nature_of(&row.take::<String>()?)?;
        let period = Period::new(row.take()?, row.take()?).map_err(|_| StoreFault::Unreadable("a period"))?;
        let (published, updated): (Date, Date) = (row.take()?, row.take()?);
        let story: Vec<WrittenText> = json::read(&row.take::<String>()?)?;
        let funding: Option<String> = row.take()?;
        let activities: Vec<WrittenActivity> = json::read(&row.take::<String>()?)?;
        let links: Vec<WrittenLink> = json::read(&row.take::<String>()?)?;
        Ok(Project {
            id,
            slug,
            place,
            title,
            summary,
            story: story.into_iter().map(Text::from).collect(),
            goal,
            nature,
            parties: parties.into_iter().map(read_participation).collect::<Result<_, _>>()?,
            funding: funding.map(|text| json::read::<WrittenFunding>(&text).map(Funding::from)).transpose()?,
            period,
            activities: activities.into_iter().map(Activity::from).collect(),
            links: links.into_iter().map(Link::from).collect(),
            published,
            updated,
        })
    }
}

fn cells(tenant: TenantId, project: &Project) -> Result<Vec<Value>, StoreFault> {
    let slug: &Slug = &project.slug;
    Ok(values![
        tenant,
        project.id,
        slug,
        &project.place.bulgarian,
        project.place.english.clone(),
        &project.title.bulgarian,
        project.title.english.clone(),
        &project.summary.bulgarian,
        project.summary.english.clone(),
        &project.goal.bulgarian,
        project.goal.english.clone(),
        project.nature.code(),
        project.period.first(),
        project.period.last(),
        project.published,
        project.updated,
        json::write(&project.story.iter().map(WrittenText::from).collect::<Vec<_>>())?,
        project.funding.as_ref().map(|funding| json::write(&WrittenFunding::from(funding))).transpose()?,
        json::write(&project.activities.iter().map(WrittenActivity::from).collect::<Vec<_>>())?,
        json::write(&project.links.iter().map(WrittenLink::from).collect::<Vec<_>>())?,
    ]
    .to_vec())
}

fn read_participation(mut row: Row) -> Result<Participation, StoreFault> {
    let part = part_of(&row.take::<String>()?)?;
    Ok(Participation { part, party: read_party(&mut row)? })
}

fn nature_of(code: &str) -> Result<Nature, StoreFault> {
    match code {
        "real" => Ok(Nature::Real),
        "demonstration" => Ok(Nature::Demonstration),
        _ => Err(StoreFault::Unreadable("a project's nature")),
    }
}

fn part_of(code: &str) -> Result<Part, StoreFault> {
    match code {
        "beneficiary" => Ok(Part::Beneficiary),
        "partner" => Ok(Part::Partner),
        "observer" => Ok(Part::Observer),
        _ => Err(StoreFault::Unreadable("a part in a project")),
    }
}

#[derive(Serialize, Deserialize)]
struct WrittenActivity {
    title: WrittenText,
    description: WrittenText,
    progress: WrittenProgress,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum WrittenProgress {
    Done { on: Option<String> },
    Underway,
    ToDo,
}

impl From<&Activity> for WrittenActivity {
    fn from(activity: &Activity) -> WrittenActivity {
        WrittenActivity {
            title: (&activity.title).into(),
            description: (&activity.description).into(),
            progress: match activity.progress {
                Progress::Done { on } => WrittenProgress::Done { on: on.map(|day| day.to_string()) },
                Progress::Underway => WrittenProgress::Underway,
                Progress::ToDo => WrittenProgress::ToDo,
            },
        }
    }
}

impl From<WrittenActivity> for Activity {
    fn from(written: WrittenActivity) -> Activity {
        Activity {
            title: written.title.into(),
            description: written.description.into(),
            progress: match written.progress {
                WrittenProgress::Done { on } => Progress::Done { on: on.and_then(|day| day.parse().ok()) },
                WrittenProgress::Underway => Progress::Underway,
                WrittenProgress::ToDo => Progress::ToDo,
            },
        }
    }
}

#[derive(Serialize, Deserialize)]
struct WrittenLink {
    title: WrittenText,
    address: String,
}

impl From<&Link> for WrittenLink {
    fn from(link: &Link) -> WrittenLink {
        WrittenLink { title: (&link.title).into(), address: link.address.clone() }
    }
}

impl From<WrittenLink> for Link {
    fn from(written: WrittenLink) -> Link {
        Link { title: written.title.into(), address: written.address }
    }
}

#[derive(Serialize, Deserialize)]
struct WrittenFunding {
    project_number: String,
    contract: String,
    procedure_number: String,
    procedure: WrittenText,
    programme: WrittenText,
    cofinancing: WrittenText,
    signs: Vec<WrittenText>,
    european_union: bool,
    disclaimer: WrittenText,
}

impl From<&Funding> for WrittenFunding {
    fn from(funding: &Funding) -> WrittenFunding {
        WrittenFunding {
            project_number: funding.project_number.clone(),
            contract: funding.contract.clone(),
            procedure_number: funding.procedure_number.clone(),
            procedure: (&funding.procedure).into(),
            programme: (&funding.programme).into(),
            cofinancing: (&funding.cofinancing).into(),
            signs: funding.signs.iter().map(WrittenText::from).collect(),
            european_union: funding.european_union,
            disclaimer: (&funding.disclaimer).into(),
        }
    }
}

impl From<WrittenFunding> for Funding {
    fn from(written: WrittenFunding) -> Funding {
        Funding {
            project_number: written.project_number,
            contract: written.contract,
            procedure_number: written.procedure_number,
            procedure: written.procedure.into(),
            programme: written.programme.into(),
            cofinancing: written.cofinancing.into(),
            signs: written.signs.into_iter().map(Text::from).collect(),
            european_union: written.european_union,
            disclaimer: written.disclaimer.into(),
        }
    }
}
