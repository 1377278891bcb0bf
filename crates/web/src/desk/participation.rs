//! Who takes part in a project: decided by administrators, for it decides who sees and who works there.

use super::{
    FoundProjects, SignedIn,
    form::{Fields, FormPage, Sent, Shown},
    key, party,
    project_part::found,
};
use crate::{Failure, Frame, Visit};
use app::{
    Instance,
    projects::{
        ChangedPart, PARTS, TypedParticipation, add_participation, change_participation, part_code, read_part,
        remove_participation, typed_participation,
    },
    typed::Typed,
};
use axum::{extract::Path, response::Response};
use base::{Language, Party, PartyId};
use outreach::{Participation, Project};
use store::Transaction;

pub async fn ask(
    _: FoundProjects,
    visit: Visit,
    who: SignedIn,
    Path(project): Path<String>,
) -> Result<Response, Failure> {
    let project = found(&visit, &who, key(&project)?).await?;
    let parties = others(&visit, &project).await?;
    let shown = Shown::new(party::blank(&parties).with("part", "partner"));
    visit.show(&page(frame(&visit, &who, &project), &project, &parties, &shown))
}

pub async fn add(
    FoundProjects(actor): FoundProjects,
    visit: Visit,
    who: SignedIn,
    Path(project): Path<String>,
    fields: crate::Fields,
) -> Result<Response, Failure> {
    let project = found(&visit, &who, key(&project)?).await?;
    let parties = others(&visit, &project).await?;
    let sent = Sent::new(fields);
    let (id, today, now, mut chance) = (project.id, visit.today, visit.now, visit.site.chance());
    let read = |typed: &Typed| TypedParticipation::read(typed, &mut *chance);
    let add = move |tx: &mut Transaction, _: &Instance, new| add_participation(tx, actor, id, new, today, now);
    let added = sent.written(&visit, read, add).await;
    sent.answer(&visit, added, &format!("/desk/projects/{}?done=project#parties", project.id), |shown| {
        page(frame(&visit, &who, &project), &project, &parties, shown)
    })
}

pub async fn ask_change(
    _: FoundProjects,
    visit: Visit,
    who: SignedIn,
    Path((project, party)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let project = found(&visit, &who, key(&project)?).await?;
    let known = of(&project, key(&party)?)?;
    let shown = Shown::of(typed_participation(known));
    visit.show(&change_page(change_frame(&visit, &who, &project), &project, known, &shown))
}

pub async fn change(
    FoundProjects(actor): FoundProjects,
    visit: Visit,
    who: SignedIn,
    Path((project, party)): Path<(String, String)>,
    fields: crate::Fields,
) -> Result<Response, Failure> {
    let project = found(&visit, &who, key(&project)?).await?;
    let known = of(&project, key(&party)?)?;
    let sent = Sent::over(typed_participation(known), fields);
    let (id, party, made_of, today, now) = (project.id, known.party.id, sent.made_of(), visit.today, visit.now);
    let change = move |tx: &mut Transaction, _: &Instance, part| {
        change_participation(tx, actor, id, ChangedPart { party, part, made_of }, today, now)
    };
    let changed = sent.written(&visit, read_part, change).await;
    sent.answer(&visit, changed, &format!("/desk/projects/{}?done=project#parties", project.id), |shown| {
        change_page(change_frame(&visit, &who, &project), &project, known, shown)
    })
}

fn of(project: &Project, party: PartyId) -> Result<&Participation, Failure> {
    project.parties.iter().find(|known| known.party.id == party).ok_or(Failure::NotFound)
}

pub async fn remove(
    FoundProjects(actor): FoundProjects,
    visit: Visit,
    who: SignedIn,
    Path((project, party)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let project = found(&visit, &who, key(&project)?).await?;
    let party: PartyId = key(&party)?;
    let (id, today, now) = (project.id, visit.today, visit.now);
    let removed = visit.site.write(move |tx, _| remove_participation(tx, actor, id, party, today, now)).await;
    match removed.map_err(Failure::from) {
        Ok(()) => Ok(visit.go_to(&format!("/desk/projects/{id}?done=row-removed#parties"))),
        Err(Failure::Refused(refusals)) => super::project::refused(&visit, &who, id, &refusals).await,
        Err(failure) => Err(failure),
    }
}

/// Those who do not take part yet.
async fn others(visit: &Visit, project: &Project) -> Result<Vec<Party>, Failure> {
    let takes_part = |party: &Party| project.parties.iter().any(|known| known.party.id == party.id);
    Ok(party::all(visit).await?.into_iter().filter(|party| !takes_part(party)).collect())
}

fn frame(visit: &Visit, who: &SignedIn, project: &Project) -> Frame {
    super::frame_of(visit, who, project, &visit.words.say("desk-participation-new"))
}

fn page(frame: Frame, project: &Project, parties: &[Party], shown: &Shown) -> FormPage {
    let home = format!("/desk/projects/{}", project.id);
    let part = Fields::of(&frame, "desk-participation", &shown.typed).radio("part", PARTS.map(part_code));
    let [mut main, new] = party::fields(&frame, parties, &shown.typed);
    main.push(part);
    let about = frame.said(&project.title);
    FormPage::new(frame, "desk-participation-new", &format!("{home}/parties"))
        .about(about, &home)
        .with(main)
        .with_headed("desk-party-new", new)
        .filled(shown)
}

fn change_frame(visit: &Visit, who: &SignedIn, project: &Project) -> Frame {
    super::frame_of(visit, who, project, &visit.words.say("desk-participation-change"))
}

fn change_page(frame: Frame, project: &Project, known: &Participation, shown: &Shown) -> FormPage {
    let home = format!("/desk/projects/{}", project.id);
    let part = Fields::of(&frame, "desk-participation", &shown.typed).radio("part", PARTS.map(part_code));
    let about = frame.said(&known.party.name);
    FormPage::new(frame, "desk-participation-change", &format!("{home}/parties/{}", known.party.id))
        .about(about, &home)
        .with(vec![part])
        .filled(shown)
}

pub fn samples(language: Language) -> Vec<(&'static str, FormPage)> {
    let project = crate::sample::real_project();
    let frame = super::sample_frame(language, "/desk/projects/a/parties/new", "desk-participation-new");
    let shown = Shown::new(party::blank(&[]).with("part", "partner"));
    let mut all = vec![("participation", page(frame, &project, &[], &shown))];
    if let Some(known) = project.parties.first() {
        let frame = super::sample_frame(language, "/desk/projects/a/parties/b", "desk-participation-change");
        let shown = Shown::of(typed_participation(known));
        all.push(("participation-change", change_page(frame, &project, known, &shown)));
    }
    all
}
