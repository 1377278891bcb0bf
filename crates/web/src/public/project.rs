use super::{postcard, sample, told};
use crate::{
    Failure, Frame, Page, Said, Site, Tab, Visit,
    doors::Anybody,
    machine,
    parts::{DocumentRow, Step, StepState},
};
use app::{Words, projects};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::Language;
use jiff::civil::Date;
use outreach::{Funding, Nature, Part, Period, Progress, Project, Publication};
use survey::{Stage, Study};

/// A project as it tells of itself: who, for what, with whose money, how far, and everything published.
#[derive(Template)]
#[template(path = "public/project.html")]
pub struct ProjectPage {
    frame: Frame,
    kicker: String,
    title: Said,
    summary: Said,
    published: String,
    updated: String,
    facts: Vec<Fact>,
    goal: Said,
    story: Vec<Said>,
    steps: Vec<Step>,
    studies: Vec<StudyRow>,
    documents: Vec<DocumentRow>,
    links: Vec<(Said, String)>,
    period: PeriodTold,
    data: String,
    feed: String,
    preview: Option<Preview>,
}

/// That this is not the page itself, but how it looks for everybody.
struct Preview {
    notice: String,
    back: String,
}

/// One row of project data.
struct Fact {
    name: String,
    value: Said,
    note: Option<Said>,
    address: Option<String>,
}

struct PeriodTold {
    days: String,
    progress: String,
    thousandths: u32,
}

struct StudyRow {
    title: Said,
    purpose: Said,
    days: String,
    status: &'static str,
    state: String,
    /// Where to answer: audience and address.
    open: Vec<(Said, String)>,
    results: Option<String>,
}

pub async fn project(_: Anybody, visit: Visit, Path(name): Path<String>) -> Result<Response, Failure> {
    let (slug, as_data) = told::name_and_form(&name, "json");
    let told = ProjectTold::load(&visit.site, slug).await?;
    if as_data {
        return Ok(machine::project::json(&visit, &told));
    }
    let frame = visit.frame(told.project.title.say(visit.language()));
    let page = ProjectPage::new(frame, &told.project, &told.publications, &told.studies, visit.today);
    visit.show_public(&page, told.is_hidden())
}

/// A project with everything public of it.
pub struct ProjectTold {
    pub project: Project,
    pub publications: Vec<Publication>,
    pub studies: Vec<Study>,
}

impl ProjectTold {
    /// # Errors
    /// [`Failure::NotFound`], and faults of the store.
    pub async fn load(site: &Site, slug: &str) -> Result<ProjectTold, Failure> {
        let slug = slug.to_owned();
        let told = site.read(move |tx, instance| {
            let mut page = projects::project_page(tx, instance.tenant, &slug)?;
            page.publications.sort_by_key(told::newest_first);
            Ok(ProjectTold { project: page.project, publications: page.publications, studies: page.studies })
        });
        told.await
    }

    pub fn is_hidden(&self) -> bool {
        self.project.nature == Nature::Demonstration
    }
}

impl ProjectPage {
    pub fn new(
        frame: Frame,
        project: &Project,
        publications: &[Publication],
        studies: &[Study],
        today: Date,
    ) -> ProjectPage {
        let home = format!("/projects/{}", project.slug);
        let words = frame.words;
        let mut frame = frame.of_project(project, "tab-project");
        if !studies.is_empty() {
            frame = frame.with_studies(project, false);
        }
        frame.description = Some(project.summary.say(words.language()).to_owned());
        let data = frame.to(&format!("{home}.json"));
        frame.data = Some(data.clone());
        let mut frame = frame.with_postcard(postcard::of_project(&words, project));
        frame.linked = machine::linked::project(&frame, project);
        ProjectPage {
            kicker: told::project_kicker(&words, project),
            title: frame.said(&project.title),
            summary: frame.said(&project.summary),
            published: words.tell("published-on", &[("day", words.date(project.published).into())]),
            updated: words.tell("updated-on", &[("day", words.date(project.updated).into())]),
            facts: facts(&frame, project),
            goal: frame.said(&project.goal),
            story: project.story.iter().map(|paragraph| frame.said(paragraph)).collect(),
            steps: project.activities.iter().map(|activity| step(&frame, activity)).collect(),
            studies: studies.iter().map(|study| study_row(&frame, &home, study, today)).collect(),
            documents: publications.iter().filter_map(|one| told::document_row(&frame, project, one)).collect(),
            links: project.links.iter().map(|link| (frame.said(&link.title), link.address.clone())).collect(),
            period: PeriodTold {
                days: format!("{} – {}", words.date(project.period.first()), words.date(project.period.last())),
                progress: months_words(&words, &project.period, today),
                thousandths: project.period.thousandths_gone(today),
            },
            data,
            feed: frame.to(&format!("{home}/feed.atom")),
            preview: None,
            frame,
        }
    }

    /// The same for the desk: what leads on from it is left out, for nothing public may stand there yet.
    pub fn previewed(mut self, tabs: Vec<Tab>, notice: String, back: String) -> ProjectPage {
        self.frame = self.frame.hidden();
        (self.frame.at_desk, self.frame.tabs) = (true, tabs);
        (self.frame.feed, self.frame.data, self.frame.postcard, self.frame.linked) = (None, None, None, None);
        if let Some(place) = &mut self.frame.place {
            place.address.clone_from(&back);
        }
        for study in &mut self.studies {
            (study.open, study.results) = (Vec::new(), None);
        }
        self.preview = Some(Preview { notice, back });
        self
    }
}

/// „12 от 17 месеца“
pub fn months_words(words: &Words, period: &Period, today: Date) -> String {
    let (gone, all) = (i64::from(period.months_gone(today)), i64::from(period.months()));
    words.tell("period-months", &[("gone", gone.into()), ("all", all.into())])
}

fn facts(frame: &Frame, project: &Project) -> Vec<Fact> {
    let mut facts = Vec::new();
    for participation in &project.parties {
        facts.push(Fact {
            name: frame.say(told::part_key(participation.part)),
            value: frame.said(&participation.party.name),
            note: (participation.part == Part::Observer).then(|| Said::here(frame.say("part-observer-note"))),
            address: participation.party.site.clone(),
        });
    }
    let Some(funding) = &project.funding else { return facts };
    let Funding { contract, programme, procedure, procedure_number, cofinancing, .. } = funding;
    let plain = |key: &str, value: Said, note: Option<Said>| Fact { name: frame.say(key), value, note, address: None };
    let said = |text: &base::Text| Some(frame.said(text)).filter(|said| !said.is_empty());
    facts.push(plain("fact-contract", Said::here(contract), None));
    facts.push(plain("fact-programme", frame.said(programme), said(cofinancing)));
    facts.push(match procedure_number.is_empty() {
        false => plain("fact-procedure", Said::here(procedure_number), said(procedure)),
        true => plain("fact-procedure", frame.said(procedure), None),
    });
    // What a funding does not tell is not shown as an empty row.
    facts.retain(|fact| !fact.value.is_empty());
    facts
}

/// One activity as a step of the list.
pub fn step(frame: &Frame, activity: &outreach::Activity) -> Step {
    let (state, key, on) = match activity.progress {
        Progress::Done { on } => (StepState::Done, "step-done", on),
        Progress::Underway => (StepState::Underway, "step-underway", None),
        Progress::ToDo => (StepState::ToDo, "step-to-do", None),
    };
    Step {
        title: frame.said(&activity.title),
        rest: frame.said(&activity.description),
        state,
        state_words: frame.say(key),
        date: on.map(|day| frame.words.date(day)),
    }
}

fn study_row(frame: &Frame, home: &str, study: &Study, today: Date) -> StudyRow {
    let words = &frame.words;
    let stage = study.fieldwork.stage(today);
    let (status, state) = match stage {
        Stage::NotYetOpen => {
            ("plain", words.tell("study-opens", &[("day", words.date(study.fieldwork.first()).into())]))
        }
        Stage::Open => ("ok", words.tell("study-open", &[("day", words.date(study.fieldwork.last()).into())])),
        Stage::Closed => ("plain", words.say("study-closed")),
    };
    let open = study
        .audiences
        .iter()
        .filter(|audience| stage == Stage::Open && audience.questionnaire.is_some())
        .map(|audience| (frame.said(&audience.name), frame.to(&format!("/s/{}", audience.token))))
        .collect();
    StudyRow {
        title: frame.said(&study.title),
        purpose: frame.said(&study.purpose),
        days: format!("{} – {}", words.date(study.fieldwork.first()), words.date(study.fieldwork.last())),
        status,
        state,
        open,
        results: study.results_are_public(today).then(|| frame.to(&format!("{home}/studies/{}", study.slug))),
    }
}

impl Page for ProjectPage {
    const NAME: &'static str = "project";

    fn samples(language: Language) -> Vec<(&'static str, ProjectPage)> {
        let page = |project: &Project, publications: &[Publication], studies: &[Study]| {
            let path = format!("/projects/{}", project.slug);
            let frame = Frame::sample(language, &path, project.title.say(language));
            ProjectPage::new(frame, project, publications, studies, sample::DAY)
        };
        let (real, invented) = (sample::real_project(), sample::invented_project());
        let mut bare = sample::invented_project();
        (bare.funding, bare.links, bare.story, bare.activities) = (None, Vec::new(), Vec::new(), Vec::new());
        vec![
            ("real", page(&real, &sample::publications_elsewhere(), &[])),
            ("invented", page(&invented, &sample::publications(), &sample::studies())),
            ("bare", page(&bare, &[], &[])),
            (
                "previewed",
                page(&invented, &sample::publications(), &sample::studies()).previewed(
                    Vec::new(),
                    app::Words::new(language).say("desk-project-preview-unopened"),
                    "/desk/projects/a".to_owned(),
                ),
            ),
        ]
    }
}
