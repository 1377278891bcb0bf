//! A new project: its words, and who answers for it.

use super::{
    FoundProjects, SignedIn,
    form::{FormPage, Sent, Shown},
    party, project_words,
};
use crate::{Failure, Fields, Frame, Visit};
use app::{
    Instance,
    projects::{Founding, found_project},
    typed::Typed,
};
use axum::response::Response;
use base::{Language, Party, ProjectId};
use store::Transaction;

pub async fn ask(_: FoundProjects, visit: Visit, who: SignedIn) -> Result<Response, Failure> {
    let parties = party::all(&visit).await?;
    let typed = party::blank(&parties).with("nature", "real").with_day("published", Some(visit.today));
    visit.show(&page(frame(&visit, &who), &parties, &Shown::new(typed)))
}

pub async fn found(
    FoundProjects(actor): FoundProjects,
    visit: Visit,
    who: SignedIn,
    fields: Fields,
) -> Result<Response, Failure> {
    let parties = party::all(&visit).await?;
    let sent = Sent::new(fields);
    let (today, now, mut chance) = (visit.today, visit.now, visit.site.chance());
    let id = ProjectId::new(&mut *chance);
    let seen = sent.seen();
    let read = |typed: &Typed| Founding::read(typed, today, &mut *chance);
    let found =
        move |tx: &mut Transaction, _: &Instance, founding| found_project(tx, actor, id, founding, seen, today, now);
    let founded = sent.written(&visit, read, found).await;
    sent.answer(&visit, founded, &format!("/desk/projects/{id}?done=founded"), |shown| {
        page(frame(&visit, &who), &parties, shown)
    })
}

fn frame(visit: &Visit, who: &SignedIn) -> Frame {
    super::frame(visit, who, &visit.words.say("desk-project-new"), "")
}

fn page(frame: Frame, parties: &[Party], shown: &Shown) -> FormPage {
    let (words, english) = (project_words::fields(&frame, &shown.typed), project_words::english(&frame, &shown.typed));
    let [choice, new] = party::fields(&frame, parties, &shown.typed);
    FormPage::new(frame, "desk-project-new", "/desk/projects")
        .with(words)
        .with_headed("desk-project-beneficiary", choice)
        .with_headed("desk-party-new", new)
        .with_english(english)
        .filled(shown)
}

pub fn samples(language: Language) -> Vec<(&'static str, FormPage)> {
    let frame = || super::sample_frame(language, "/desk/projects/new", "desk-project-new");
    let parties: Vec<Party> = crate::sample::real_project().parties.into_iter().map(|one| one.party).collect();
    let day = crate::sample::DAY;
    let empty = Typed::default().with("party", app::parties::NEW).with("first", "31.02.2023");
    let refusals = match Founding::read(&empty, day, &mut party::NoChance) {
        Err(app::Failure::Refused(refusals)) => refusals,
        Ok(_) | Err(_) => Vec::new(),
    };
    let refusals: Vec<_> = refusals.into_iter().map(crate::failure::explaining).collect();
    let refused = Shown::refused(app::Words::new(language), &empty, &refusals, None);
    let blank = party::blank(&parties).with("nature", "real").with_day("published", Some(day));
    vec![
        ("founding", page(frame(), &parties, &Shown::new(blank))),
        ("founding-refused", page(frame(), &parties, &refused)),
    ]
}
