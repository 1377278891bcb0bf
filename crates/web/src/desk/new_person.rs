//! Somebody new who may sign in; and a further part for somebody who may already.

use super::{
    Confirmed, ManagePeople, SignedIn,
    form::{Field, Fields, FormPage, Sent, Shown},
    invitation::handed_over,
    key, party, person,
};
use crate::{Failure, Frame, Said, Visit};
use app::{
    Instance,
    people::{Details, NewPerson, TypedPart, add_person, change_details, give_part},
    typed::Typed,
};
use axum::{extract::Path, response::Response};
use base::{Language, Party, PersonId, Role};
use store::{Person, Transaction};

pub async fn ask(_: Confirmed<ManagePeople>, visit: Visit, who: SignedIn) -> Result<Response, Failure> {
    let parties = party::all(&visit).await?;
    let shown = Shown::new(party::blank(&parties));
    visit.show(&page(frame(&visit, &who, "desk-person-new"), &parties, &shown))
}

/// The answer holds the link itself, so it is shown at once and kept nowhere.
pub async fn add(
    Confirmed(ManagePeople(actor)): Confirmed<ManagePeople>,
    visit: Visit,
    who: SignedIn,
    fields: crate::Fields,
) -> Result<Response, Failure> {
    let parties = party::all(&visit).await?;
    let sent = Sent::new(fields);
    let (now, mut ids, mut chance) = (visit.now, visit.site.chance(), visit.site.chance());
    let id = PersonId::new(&mut *ids);
    let read = |typed: &Typed| NewPerson::read(typed, &mut *ids);
    let add = move |tx: &mut Transaction, _: &Instance, new| add_person(tx, actor, id, new, now, &mut *chance);
    match sent.written(&visit, read, add).await {
        Ok(invitation) => handed_over(&visit, &who, invitation).await,
        Err(failure) => {
            sent.answer(&visit, Err(failure), "", |shown| page(frame(&visit, &who, "desk-person-new"), &parties, shown))
        }
    }
}

fn page(frame: Frame, parties: &[Party], shown: &Shown) -> FormPage {
    let form = Fields::of(&frame, "desk-person", &shown.typed);
    let main = vec![form.line("name").needed(), form.line("account").needed(), form.line("email")];
    let [part, new] = part_fields(&frame, parties, &shown.typed);
    let people = Said::here(frame.say("desk-people-title"));
    FormPage::new(frame, "desk-person-new", "/desk/people")
        .about(people, "/desk/people")
        .with(main)
        .with_headed("desk-person-part", part)
        .with_headed("desk-party-new", new)
        .filled(shown)
}

fn part_fields(frame: &Frame, parties: &[Party], typed: &Typed) -> [Vec<Field>; 2] {
    let role = Fields::of(frame, "desk", typed).radio("role", Role::ALL.map(Role::code));
    let [mut party, new] = party::fields(frame, parties, typed);
    party.insert(0, role);
    [party, new]
}

pub async fn ask_part(
    Confirmed(ManagePeople(actor)): Confirmed<ManagePeople>,
    visit: Visit,
    who: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let person = person::found(&visit, actor, key(&id)?).await?;
    let parties = party::all(&visit).await?;
    let shown = Shown::new(party::blank(&parties));
    visit.show(&part_page(frame(&visit, &who, "desk-part-new"), &person, &parties, &shown))
}

pub async fn give(
    Confirmed(ManagePeople(actor)): Confirmed<ManagePeople>,
    visit: Visit,
    who: SignedIn,
    Path(id): Path<String>,
    fields: crate::Fields,
) -> Result<Response, Failure> {
    let person = person::found(&visit, actor, key(&id)?).await?;
    let parties = party::all(&visit).await?;
    let sent = Sent::new(fields);
    let (id, now, mut chance) = (person.id, visit.now, visit.site.chance());
    let read = |typed: &Typed| TypedPart::read(typed, &mut *chance);
    let give = move |tx: &mut Transaction, _: &Instance, part| give_part(tx, actor, id, part, now);
    let given = sent.written(&visit, read, give).await;
    sent.answer(&visit, given, &format!("/desk/people/{}?done=part-given", person.id), |shown| {
        part_page(frame(&visit, &who, "desk-part-new"), &person, &parties, shown)
    })
}

fn part_page(frame: Frame, person: &Person, parties: &[Party], shown: &Shown) -> FormPage {
    let home = format!("/desk/people/{}", person.id);
    let [part, new] = part_fields(&frame, parties, &shown.typed);
    FormPage::new(frame, "desk-part-new", &format!("{home}/parts"))
        .about(Said::here(&person.name), &home)
        .with(part)
        .with_headed("desk-party-new", new)
        .filled(shown)
}

pub async fn ask_details(
    ManagePeople(actor): ManagePeople,
    visit: Visit,
    who: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let person = person::found(&visit, actor, key(&id)?).await?;
    let shown = Shown::of(Details::of(&person).typed());
    visit.show(&details_page(frame(&visit, &who, "desk-person-details"), &person, &shown))
}

pub async fn save_details(
    ManagePeople(actor): ManagePeople,
    visit: Visit,
    who: SignedIn,
    Path(id): Path<String>,
    fields: crate::Fields,
) -> Result<Response, Failure> {
    let person = person::found(&visit, actor, key(&id)?).await?;
    let sent = Sent::over(Details::of(&person).typed(), fields);
    let (id, made_of, now) = (person.id, sent.made_of(), visit.now);
    let change = move |tx: &mut Transaction, _: &Instance, details: Details| {
        change_details(tx, actor, id, &details, &made_of, now)
    };
    let saved = sent.written(&visit, Details::read, change).await;
    sent.answer(&visit, saved, &format!("/desk/people/{}?done=person", person.id), |shown| {
        details_page(frame(&visit, &who, "desk-person-details"), &person, shown)
    })
}

fn details_page(frame: Frame, person: &Person, shown: &Shown) -> FormPage {
    let home = format!("/desk/people/{}", person.id);
    let form = Fields::of(&frame, "desk-person", &shown.typed);
    let fields = vec![form.line("name").needed(), form.line("email")];
    FormPage::new(frame, "desk-person-details", &format!("{home}/details"))
        .about(Said::here(&person.name), &home)
        .with(fields)
        .filled(shown)
}

fn frame(visit: &Visit, who: &SignedIn, heading: &str) -> Frame {
    super::frame(visit, who, &visit.words.say(heading), "desk-tab-people")
}

pub fn samples(language: Language) -> Vec<(&'static str, FormPage)> {
    let frame = || super::sample_frame(language, "/desk/people/new", "desk-person-new");
    let parties: Vec<Party> = crate::sample::real_project().parties.into_iter().map(|one| one.party).collect();
    let typed = party::blank(&parties).with("account", "a").with("email", "никъде");
    let refusals = match NewPerson::read(&typed, &mut party::NoChance) {
        Err(app::Failure::Refused(refusals)) => refusals.into_iter().map(crate::failure::explaining).collect(),
        Ok(_) | Err(_) => Vec::new(),
    };
    let refused = Shown::refused(app::Words::new(language), &typed, &refusals, None);
    vec![
        ("person-new", page(frame(), &parties, &Shown::new(party::blank(&parties)))),
        ("person-refused", page(frame(), &parties, &refused)),
    ]
}
