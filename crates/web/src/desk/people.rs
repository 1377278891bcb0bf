use super::{Administrator, SignedIn, key};
use crate::{Failure, Frame, Page, Visit};
use app::account;
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{Language, PersonId};

/// Who may sign in; an administrator gives a new one-time link to who has lost the password.
#[derive(Template)]
#[template(path = "desk/people.html")]
pub struct PeoplePage {
    frame: Frame,
    people: Vec<PersonRow>,
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
    action: String,
}

pub async fn show(visit: Visit, who: SignedIn, _: Administrator) -> Result<Response, Failure> {
    visit.show(&page(&visit, &who, None).await?)
}

async fn page(visit: &Visit, who: &SignedIn, link: Option<(PersonId, String)>) -> Result<PeoplePage, Failure> {
    let (people, parties) =
        visit.site.read(|tx, instance| Ok((tx.people(instance.tenant)?, tx.parties(instance.tenant)?))).await?;
    let frame = super::frame(visit, who, &visit.words.say("desk-people-title"), "desk-tab-people");
    let link = link.and_then(|(id, token)| {
        let name = people.iter().find(|person| person.id == id)?.name.clone();
        Some(FreshLink { name, address: visit.public_address(&format!("/setup/{token}")) })
    });
    let people = people
        .iter()
        .map(|person| {
            let roles = person.memberships.iter().map(|membership| {
                let party = parties.iter().find(|party| party.id == membership.party);
                let party = party.map_or("", |party| party.name.say(visit.language()));
                format!("{}, {party}", frame.say(&format!("desk-role-{}", membership.role.code())))
            });
            let has_password = person.password_hash.is_some();
            PersonRow {
                name: person.name.clone(),
                account: person.account.clone(),
                roles: roles.collect::<Vec<_>>().join("; "),
                status: if has_password { "ok" } else { "soon" },
                status_words: frame.say(if has_password { "desk-people-ready" } else { "desk-people-waits" }),
                action: frame.to(&format!("/desk/people/{}/setup-link", person.id)),
            }
        })
        .collect();
    Ok(PeoplePage { frame, people, link })
}

/// The answer holds the link itself, so it is shown at once and kept nowhere; a reload asks before making another.
pub async fn issue_link(
    visit: Visit,
    who: SignedIn,
    Administrator(actor): Administrator,
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
            action: "/desk/people/a/setup-link".to_owned(),
        };
        let page = |link| PeoplePage { frame: frame(), people: vec![row("ok"), row("soon")], link };
        let link = FreshLink {
            name: "Изследовател".to_owned(), address: "https://glas.example/setup/abc".to_owned()
        };
        vec![("list", page(None)), ("link", page(Some(link)))]
    }
}
