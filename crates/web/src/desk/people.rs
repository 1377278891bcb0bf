use super::{Confirmed, ManagePeople, SignedIn, key, person::status};
use crate::{Asked, Failure, Frame, Page, Visit};
use app::account;
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{Language, Party, PersonId};
use store::Person;

/// Who may sign in, and for which organisations.
#[derive(Template)]
#[template(path = "desk/people.html")]
pub struct PeoplePage {
    frame: Frame,
    done: Option<String>,
    people: Vec<PersonRow>,
    parties: Vec<PartyRow>,
    /// A link just made, to be handed over: it is shown once.
    link: Option<FreshLink>,
}

struct FreshLink {
    name: String,
    address: String,
}

struct PersonRow {
    name: String,
    account: String,
    roles: String,
    status: &'static str,
    status_words: String,
    address: String,
}

struct PartyRow {
    name: String,
    kind: String,
    address: String,
}

pub async fn show(_: ManagePeople, visit: Visit, who: SignedIn, asked: Asked) -> Result<Response, Failure> {
    let mut page = page(&visit, &who, None).await?;
    page.done = super::done(&visit, &asked);
    visit.show(&page)
}

pub async fn page(visit: &Visit, who: &SignedIn, link: Option<(PersonId, String)>) -> Result<PeoplePage, Failure> {
    let (people, parties) =
        visit.site.read(|tx, instance| Ok((tx.people(instance.tenant)?, tx.parties(instance.tenant)?))).await?;
    let frame = super::frame(visit, who, &visit.words.say("desk-people-title"), "desk-tab-people");
    let link = link.and_then(|(id, token)| {
        let name = people.iter().find(|person| person.id == id)?.name.clone();
        Some(FreshLink { name, address: visit.public_address(&format!("/setup/{token}")) })
    });
    Ok(PeoplePage {
        done: None,
        people: people.iter().map(|person| person_row(&frame, person, &parties)).collect(),
        parties: parties.iter().map(|party| party_row(&frame, party)).collect(),
        link,
        frame,
    })
}

fn person_row(frame: &Frame, person: &Person, parties: &[Party]) -> PersonRow {
    let roles = person.memberships.iter().map(|membership| {
        let party = parties.iter().find(|party| party.id == membership.party);
        let party = party.map_or("", |party| party.name.say(frame.words.language()));
        format!("{}, {party}", frame.say(&format!("desk-role-{}", membership.role.code())))
    });
    let (status, status_words) = status(frame, person);
    PersonRow {
        name: person.name.clone(),
        account: person.account.clone(),
        roles: roles.collect::<Vec<_>>().join("; "),
        status,
        status_words,
        address: frame.to(&format!("/desk/people/{}", person.id)),
    }
}

fn party_row(frame: &Frame, party: &Party) -> PartyRow {
    PartyRow {
        name: party.name.say(frame.words.language()).to_owned(),
        kind: frame.say(&format!("desk-party-party-kind-{}", app::parties::kind_code(party.kind))),
        address: frame.to(&format!("/desk/parties/{}", party.id)),
    }
}

/// The answer holds the link itself, so it is shown at once and kept nowhere; a reload asks before making another.
pub async fn issue_link(
    Confirmed(ManagePeople(actor)): Confirmed<ManagePeople>,
    visit: Visit,
    who: SignedIn,
    Path(person): Path<String>,
) -> Result<Response, Failure> {
    let id: PersonId = key(&person)?;
    let (now, mut chance) = (visit.now, visit.site.chance());
    let token = visit.site.write(move |tx, _| account::hand_out_setup_link(tx, actor, id, now, &mut *chance)).await?;
    visit.show(&page(&visit, &who, Some((id, token))).await?)
}

impl Page for PeoplePage {
    const NAME: &'static str = "desk-people";

    fn samples(language: Language) -> Vec<(&'static str, PeoplePage)> {
        let frame = || super::sample_frame(language, "/desk/people", "desk-people-title");
        let row = |status| PersonRow {
            name: "Изследовател".to_owned(),
            account: "researcher".to_owned(),
            roles: "Изследовател, Фондация „Пример“".to_owned(),
            status,
            status_words: frame().say(if status == "ok" { "desk-people-ready" } else { "desk-people-waits" }),
            address: "/desk/people/a".to_owned(),
        };
        let parties =
            || crate::sample::real_project().parties.iter().map(|one| party_row(&frame(), &one.party)).collect();
        let page = |link| PeoplePage {
            frame: frame(),
            done: None,
            people: vec![row("ok"), row("soon")],
            parties: parties(),
            link,
        };
        let link = FreshLink {
            name: "Изследовател".to_owned(), address: "https://glas.example/setup/abc".to_owned()
        };
        vec![("list", page(None)), ("link", page(Some(link)))]
    }
}
