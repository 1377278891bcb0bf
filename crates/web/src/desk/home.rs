use super::SignedIn;
use crate::{Asked, Failure, Frame, Page, Said, Visit};
use app::desk::{self, Home, MOST_UNREAD};
use askama::Template;
use axum::response::Response;
use base::Language;
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
}

struct StudyRow {
    title: Said,
    address: String,
    stage: &'static str,
    stage_words: String,
    answers: String,
}

pub async fn show(visit: Visit, who: SignedIn, asked: Asked) -> Result<Response, Failure> {
    let actors = who.actors.clone();
    let home = visit.site.read(move |tx, instance| desk::home(instance, tx, &actors)).await?;
    let words = visit.words;
    let frame = super::frame(&visit, &who, &words.say("desk-title"), "");
    let waiting = waiting(&frame, &home);
    let projects = home.projects.iter().map(|known| project(&visit, &frame, known)).collect();
    let done = super::done(&visit, &asked);
    let writes = who.is(base::Role::Researcher) || who.is(base::Role::Official);
    visit.show(&HomePage { name: who.name.clone(), done, waiting, projects, writes, frame })
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

fn project(visit: &Visit, frame: &Frame, known: &desk::HomeProject) -> ProjectRow {
    let study = |known: &desk::HomeStudy| {
        let stage = known.study.fieldwork.stage(visit.today);
        StudyRow {
            title: frame.said(&known.study.title),
            address: frame.to(&format!("/desk/studies/{}", known.study.id)),
            stage: stage_class(stage),
            stage_words: stage_words(frame, &known.study, visit.today),
            answers: frame.words.tell(
                "desk-answers-of-plan",
                &[
                    ("n", i64::try_from(known.answered).unwrap_or(i64::MAX).into()),
                    ("plan", frame.words.whole(known.planned).into()),
                ],
            ),
        }
    };
    ProjectRow {
        title: frame.said(&known.project.title),
        address: frame.to(&format!("/projects/{}", known.project.slug)),
        studies: known.studies.iter().map(study).collect(),
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
pub fn stage_words(frame: &Frame, study: &survey::Study, today: jiff::civil::Date) -> String {
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
        let page = |waiting, projects| HomePage {
            frame: super::sample_frame(language, "/desk", "desk-title"),
            name: "Изследовател".to_owned(),
            done: None,
            waiting,
            projects,
            writes: true,
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
        let project =
            ProjectRow { title: Said::here("Проект"), address: "/projects/a".to_owned(), studies: vec![study] };
        vec![("empty", page(Vec::new(), Vec::new())), ("busy", page(vec![row], vec![project]))]
    }
}
