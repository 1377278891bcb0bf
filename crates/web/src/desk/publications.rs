//! What my party has told, and what it is about to tell.

use super::{SignedIn, Writer};
use crate::{Asked, Failure, Frame, Page, Said, Visit};
use app::{
    publications::{self, Standing},
    rights,
};
use askama::Template;
use axum::response::Response;
use base::Language;
use outreach::{Project, Publication, Stage};

#[derive(Template)]
#[template(path = "desk/publications.html")]
pub struct PublicationsPage {
    frame: Frame,
    party: Said,
    done: Option<String>,
    projects: Vec<ProjectPart>,
}

struct ProjectPart {
    title: Said,
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

pub async fn show(visit: Visit, who: SignedIn, Writer(actor): Writer, asked: Asked) -> Result<Response, Failure> {
    let (party, projects) = visit
        .site
        .read(move |tx, instance| {
            let tenant = instance.tenant;
            let mut all: Vec<(Project, Vec<(Publication, Standing)>)> = Vec::new();
            for project in tx.projects(tenant)? {
                if !rights::takes_part(actor, &project) {
                    continue;
                }
                let mut ours = Vec::new();
                for publication in tx.publications(tenant, project.id)? {
                    if publication.party == actor.party {
                        let standing = publications::standing(tx, tenant, &publication)?;
                        ours.push((publication, standing));
                    }
                }
                all.push((project, ours));
            }
            let party = tx.party(tenant, actor.party)?.ok_or(app::Failure::NotFound)?;
            Ok((party, all))
        })
        .await?;
    let frame = super::frame(&visit, &who, &visit.words.say("desk-publications-title"), "desk-tab-publications");
    let projects = projects.iter().map(|(project, ours)| ProjectPart {
        title: frame.said(&project.title),
        new: frame.to(&format!("/desk/projects/{}/publications/new", project.id)),
        rows: ours.iter().map(|(publication, standing)| row(&frame, publication, *standing)).collect(),
    });
    let projects = projects.collect();
    let (party, done) = (frame.said(&party.name), super::done(&visit, &asked));
    visit.show(&PublicationsPage { frame, party, done, projects })
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
            party: Said::here("Фондация „Пример“"),
            done: None,
            projects: vec![ProjectPart {
                title: Said::here("Проект"),
                new: "/desk/projects/a/publications/new".to_owned(),
                rows,
            }],
        };
        vec![("empty", page(Vec::new())), ("some", page(rows))]
    }
}
