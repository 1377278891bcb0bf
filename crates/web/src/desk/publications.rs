//! What my party has told, and what it is about to tell.

use super::{SignedIn, WritePublications};
use crate::{Asked, Failure, Frame, Page, Said, Visit};
use app::publications::{self, Standing};
use askama::Template;
use axum::response::Response;
use base::Language;
use outreach::{Publication, Stage};

#[derive(Template)]
#[template(path = "desk/publications.html")]
pub struct PublicationsPage {
    frame: Frame,
    done: Option<String>,
    projects: Vec<ProjectPart>,
}

/// What one party tells in one project.
struct ProjectPart {
    title: Said,
    party: Said,
    new: String,
    rows: Vec<PublicationRow>,
}

struct PublicationRow {
    title: Said,
    address: String,
    kind: String,
    date: String,
    status: &'static str,
    status_words: String,
}

pub async fn show(_: WritePublications, visit: Visit, who: SignedIn, asked: Asked) -> Result<Response, Failure> {
    let actors = who.actors.clone();
    let told = visit.site.read(move |tx, instance| publications::own(tx, instance.tenant, &actors)).await?;
    let frame = super::frame(&visit, &who, &visit.words.say("desk-publications-title"), "desk-tab-publications");
    let projects = told.iter().map(|own| ProjectPart {
        title: frame.said(&own.project.title),
        party: frame.said(&own.party.name),
        new: frame.to(&format!("/desk/projects/{}/publications/new?party={}", own.project.id, own.party.id)),
        rows: own.publications.iter().map(|(publication, standing)| row(&frame, publication, *standing)).collect(),
    });
    let (projects, done) = (projects.collect(), super::done(&visit, &asked));
    visit.show(&PublicationsPage { frame, done, projects })
}

fn row(frame: &Frame, publication: &Publication, standing: Standing) -> PublicationRow {
    let (status, status_words) = status(frame, standing);
    let date = match publication.stage {
        Stage::Published { updated, .. } => frame.words.date(updated),
        Stage::Draft => String::new(),
    };
    PublicationRow {
        title: frame.said(&publication.version.title),
        address: frame.to(&format!("/desk/publications/{}", publication.id)),
        kind: frame.say(&format!("desk-kind-{}", publication.kind.code())),
        date,
        status,
        status_words,
    }
}

pub fn status(frame: &Frame, standing: Standing) -> (&'static str, String) {
    match standing {
        Standing::Draft => ("soon", frame.say("desk-status-draft")),
        Standing::Public => ("ok", frame.say("desk-status-public")),
        Standing::Revised { public } => ("soon", frame.tell("desk-status-revised", "public", i64::from(public))),
    }
}

impl Page for PublicationsPage {
    const NAME: &'static str = "desk-publications";

    fn samples(language: Language) -> Vec<(&'static str, PublicationsPage)> {
        let frame = || super::sample_frame(language, "/desk/publications", "desk-publications-title");
        let rows = crate::sample::publications()
            .iter()
            .map(|publication| row(&frame(), publication, Standing::Revised { public: 1 }))
            .collect();
        let page = |rows| PublicationsPage {
            frame: frame(),
            done: None,
            projects: vec![ProjectPart {
                title: Said::here("Проект"),
                party: Said::here("Фондация „Пример“"),
                new: "/desk/projects/a/publications/new".to_owned(),
                rows,
            }],
        };
        vec![("empty", page(Vec::new())), ("some", page(rows))]
    }
}
