use super::sample;
use crate::{Failure, Frame, Page, Said, Visit, doors::Anybody, language::prefixed};
use askama::Template;
use axum::response::Response;
use base::{Language, Text};
use jiff::civil::Date;
use outreach::{Nature, Project};

/// All projects, newest news first.
#[derive(Template)]
#[template(path = "public/front.html")]
pub struct FrontPage {
    frame: Frame,
    projects: Vec<Entry>,
    neighbours: Vec<Neighbour>,
}

/// Another organisation's site on this installation.
struct Neighbour {
    name: Said,
    address: String,
}

struct Entry {
    title: Said,
    address: String,
    summary: Said,
    parties: String,
    updated: String,
    /// „12 от 17 месеца“
    progress: String,
    thousandths: u32,
    demonstration: bool,
}

pub async fn front(_: Anybody, visit: Visit) -> Result<Response, Failure> {
    let mut projects = visit.site.read(|tx, instance| Ok(tx.public_projects(instance.tenant)?)).await?;
    projects.sort_by(|one, other| (other.updated, &one.slug).cmp(&(one.updated, &other.slug)));
    let frame = visit.frame(visit.words.say("front-title"));
    visit.show_public(&FrontPage::new(frame, &projects, &visit.site.neighbours, visit.today), false)
}

impl FrontPage {
    pub fn new(frame: Frame, projects: &[Project], neighbours: &[(Text, String)], today: Date) -> FrontPage {
        let entries = projects.iter().map(|project| Entry::of(&frame, project, today)).collect();
        let description = frame.say("front-lede");
        let neighbour = |(name, address): &(Text, String)| Neighbour {
            name: frame.said(name),
            address: format!("{address}{}", prefixed(frame.words.language(), "/")),
        };
        let neighbours = neighbours.iter().map(neighbour).collect();
        FrontPage { frame: frame.described(description), projects: entries, neighbours }
    }
}

impl Entry {
    fn of(frame: &Frame, project: &Project, today: Date) -> Entry {
        let words = &frame.words;
        let language = words.language();
        let parties: Vec<&str> = project.parties.iter().map(|one| one.party.name.say(language)).collect();
        Entry {
            title: frame.said(&project.title),
            address: frame.to(&format!("/projects/{}", project.slug)),
            summary: frame.said(&project.summary),
            parties: parties.join(" · "),
            updated: words.tell("updated-on", &[("day", words.date(project.updated).into())]),
            progress: super::project::months_words(words, &project.period, today),
            thousandths: project.period.thousandths_gone(today),
            demonstration: project.nature == Nature::Demonstration,
        }
    }
}

impl Page for FrontPage {
    const NAME: &'static str = "front";

    fn samples(language: Language) -> Vec<(&'static str, FrontPage)> {
        let frame = || Frame::sample(language, "/", &app::Words::new(language).say("front-title"));
        let projects = [sample::real_project(), sample::invented_project()];
        let neighbours = [
            (Text::new("Община Примерово", "Municipality of Primerovo"), "https://glas.example/primerovo".to_owned()),
            (Text::bulgarian("Фондация „Примерен глас“"), "https://primeren-glas.example".to_owned()),
        ];
        vec![
            ("projects", FrontPage::new(frame(), &projects, &[], sample::DAY)),
            ("empty", FrontPage::new(frame(), &[], &[], sample::DAY)),
            ("tenants", FrontPage::new(frame(), &projects, &neighbours, sample::DAY)),
        ]
    }
}
