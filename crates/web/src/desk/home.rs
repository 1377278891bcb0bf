use super::{SignedIn, UseDesk};
use crate::{Asked, Failure, Frame, Page, Said, Visit};
use app::{
    account,
    desk::{self, Home, MOST_UNREAD},
    rights::{self, Right},
};
use askama::Template;
use axum::response::Response;
use base::{Language, Role};
use jiff::civil::Date;
use outreach::Stage;
use survey::Stage as FieldworkStage;

/// My projects and studies, and before them what waits for me.
#[derive(Template)]
#[template(path = "desk/home.html")]
pub struct HomePage {
    frame: Frame,
    name: String,
    done: Option<String>,
    waiting: Vec<Waiting>,
    projects: Vec<ProjectRow>,
    writes: bool,
    /// What an administrator does first; empty once it is done.
    beginning: Vec<FirstStep>,
    founds: bool,
}

/// One of the first things to do on an empty instance.
struct FirstStep {
    is_done: bool,
    title: String,
    why: String,
    address: String,
}

struct Waiting {
    words: String,
    /// Where it is to be done, and in which study or publication.
    address: String,
    about: Said,
}

struct ProjectRow {
    title: Said,
    address: String,
    studies: Vec<StudyRow>,
    is_open: bool,
    /// Where to plan one, for those who may.
    plan: Option<String>,
}

pub struct StudyRow {
    pub title: Said,
    pub address: String,
    pub stage: &'static str,
    pub stage_words: String,
    pub answers: String,
}

pub async fn show(_: UseDesk, visit: Visit, who: SignedIn, asked: Asked) -> Result<Response, Failure> {
    let actors = who.actors.clone();
    let person = who.person;
    let (home, has_second_factor) = visit
        .site
        .read(move |tx, instance| {
            let has_second_factor = account::second_factor(tx, instance.tenant, person)?.is_there();
            Ok((desk::home(instance, tx, &actors)?, has_second_factor))
        })
        .await?;
    let words = visit.words;
    let frame = super::frame(&visit, &who, &words.say("desk-title"), "");
    let mut waiting = waiting(&frame, &home);
    if who.actor(Role::Administrator).is_some() && !has_second_factor {
        waiting.push(Waiting {
            words: frame.say("desk-waiting-second-factor"),
            address: frame.to("/desk/account/second-factor"),
            about: Said::here(frame.say("desk-waiting-second-factor-why")),
        });
    }
    let projects = home.projects.iter().map(|known| project(&visit, &frame, &who, known)).collect();
    let done = super::done(&visit, &asked);
    let writes = who.may(Right::WritePublications);
    let founds = who.may(Right::FoundProjects);
    let beginning = if founds { beginning(&frame, &home) } else { Vec::new() };
    visit.show(&HomePage { name: who.name.clone(), done, waiting, projects, writes, beginning, founds, frame })
}

/// An empty instance leads on: a project, and the people who work on it.
fn beginning(frame: &Frame, home: &Home) -> Vec<FirstStep> {
    let steps = [
        ("desk-begin-project", "/desk/projects/new", !home.projects.is_empty()),
        ("desk-begin-people", "/desk/people/new", home.has_workers),
    ];
    if steps.iter().all(|(_, _, is_done)| *is_done) {
        return Vec::new();
    }
    let step = |(key, path, is_done): (&str, &str, bool)| FirstStep {
        is_done,
        title: frame.say(key),
        why: frame.say(&format!("{key}-why")),
        address: frame.to(path),
    };
    steps.into_iter().map(step).collect()
}

fn waiting(frame: &Frame, home: &Home) -> Vec<Waiting> {
    let mut list = Vec::new();
    for unread in &home.unread {
        let key =
            if unread.number >= MOST_UNREAD { "desk-waiting-many-open-answers" } else { "desk-waiting-open-answers" };
        list.push(Waiting {
            words: frame.tell(key, "n", unread.number),
            address: frame.to(&format!("/desk/audiences/{}/open-answers", unread.audience.id)),
            about: frame.said(&unread.audience.name),
        });
    }
    for unfinished in &home.batches {
        let left = u64::from(unfinished.batch.cards)
            .saturating_sub(unfinished.entered)
            .saturating_sub(u64::from(unfinished.batch.invalid));
        list.push(Waiting {
            words: frame.tell("desk-waiting-cards", "n", i64::try_from(left).unwrap_or(i64::MAX)),
            address: frame.to(&format!("/desk/boxes/{}", unfinished.batch.id)),
            about: frame.said(&unfinished.study.title),
        });
    }
    for draft in &home.drafts {
        let key = if draft.stage == Stage::Draft { "desk-waiting-draft" } else { "desk-waiting-version" };
        list.push(Waiting {
            words: frame.say(key),
            address: frame.to(&format!("/desk/publications/{}", draft.id)),
            about: frame.said(&draft.version.title),
        });
    }
    list
}

fn project(visit: &Visit, frame: &Frame, who: &SignedIn, known: &desk::HomeProject) -> ProjectRow {
    let address = frame.to(&format!("/desk/projects/{}", known.project.id));
    let plans = who.actors.iter().any(|actor| rights::may(*actor, Right::PlanStudies, &known.project));
    ProjectRow {
        title: frame.said(&known.project.title),
        studies: known.studies.iter().map(|study| study_row(frame, study, visit.today)).collect(),
        is_open: known.is_open,
        plan: plans.then(|| format!("{address}/studies/new")),
        address,
    }
}

pub fn study_row(frame: &Frame, known: &desk::HomeStudy, today: Date) -> StudyRow {
    let stage = known.study.fieldwork.stage(today);
    StudyRow {
        title: frame.said(&known.study.title),
        address: frame.to(&format!("/desk/studies/{}", known.study.id)),
        stage: stage_class(stage),
        stage_words: stage_words(frame, &known.study, today),
        answers: frame.words.tell(
            "desk-answers-of-plan",
            &[
                ("n", i64::try_from(known.answered).unwrap_or(i64::MAX).into()),
                ("plan", frame.words.whole(known.planned).into()),
            ],
        ),
    }
}

pub fn stage_class(stage: FieldworkStage) -> &'static str {
    match stage {
        FieldworkStage::NotYetOpen => "soon",
        FieldworkStage::Open => "ok",
        FieldworkStage::Closed => "plain",
    }
}

/// „Приема отговори до 09.06.2023“
pub fn stage_words(frame: &Frame, study: &survey::Study, today: Date) -> String {
    let fieldwork = study.fieldwork;
    let (key, day) = match fieldwork.stage(today) {
        FieldworkStage::NotYetOpen => ("desk-stage-not-yet-open", fieldwork.first()),
        FieldworkStage::Open => ("desk-stage-open", fieldwork.last()),
        FieldworkStage::Closed => ("desk-stage-closed", fieldwork.last()),
    };
    frame.tell(key, "day", frame.words.date(day))
}

impl Page for HomePage {
    const NAME: &'static str = "desk-home";

    fn samples(language: Language) -> Vec<(&'static str, HomePage)> {
        let page = |waiting, projects, beginning: Vec<FirstStep>| HomePage {
            frame: super::sample_frame(language, "/desk", "desk-title"),
            name: "Изследовател".to_owned(),
            done: None,
            waiting,
            projects,
            writes: beginning.is_empty(),
            founds: !beginning.is_empty(),
            beginning,
        };
        let frame = super::sample_frame(language, "/desk", "desk-title");
        let row = Waiting {
            words: frame.tell("desk-waiting-open-answers", "n", 12_i64),
            address: "/desk/audiences/a/open-answers".to_owned(),
            about: Said::here("Граждани"),
        };
        let study = StudyRow {
            title: Said::here("Участие и обслужване, 2023 г."),
            address: "/desk/studies/a".to_owned(),
            stage: "plain",
            stage_words: frame.tell("desk-stage-closed", "day", "09.06.2023"),
            answers: frame.words.tell("desk-answers-of-plan", &[("n", 182_i64.into()), ("plan", "182".into())]),
        };
        let project = |studies: Vec<StudyRow>| ProjectRow {
            title: Said::here("Проект"),
            address: "/desk/projects/a".to_owned(),
            is_open: !studies.is_empty(),
            studies,
            plan: Some("/desk/projects/a/studies/new".to_owned()),
        };
        let nothing = Home {
            projects: Vec::new(),
            drafts: Vec::new(),
            batches: Vec::new(),
            unread: Vec::new(),
            has_workers: true,
        };
        vec![
            ("empty", page(Vec::new(), Vec::new(), Vec::new())),
            ("beginning", page(Vec::new(), Vec::new(), beginning(&frame, &nothing))),
            ("unplanned", page(Vec::new(), vec![project(Vec::new())], Vec::new())),
            ("busy", page(vec![row], vec![project(vec![study])], Vec::new())),
        ]
    }
}
