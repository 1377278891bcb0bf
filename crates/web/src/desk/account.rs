use super::{SignedIn, UseDesk, moment::moment, password};
use crate::{Failure, Frame, Page, Visit};
use app::{account, rights::Right};
use askama::Template;
use axum::response::Response;
use base::Language;

/// Who I am here, and where I am signed in.
#[derive(Template)]
#[template(path = "desk/account.html")]
pub struct AccountPage {
    frame: Frame,
    name: String,
    account: String,
    /// „Изследовател, Фондация …“
    roles: Vec<String>,
    sessions: Vec<SessionRow>,
    sees_rights: bool,
}

struct SessionRow {
    begun: String,
    seen: String,
    ends: String,
    is_this: bool,
}

pub async fn show(_: UseDesk, visit: Visit, who: SignedIn) -> Result<Response, Failure> {
    let (now, person) = (visit.now, who.person);
    let (sessions, parties) = visit
        .site
        .read(move |tx, instance| {
            Ok((account::sessions(tx, instance.tenant, person, now)?, tx.parties(instance.tenant)?))
        })
        .await?;
    let words = visit.words;
    let roles = who.actors.iter().map(|actor| {
        let role = words.say(&format!("desk-role-{}", actor.role.code()));
        let party = parties.iter().find(|party| party.id == actor.party);
        format!("{role}, {}", party.map_or("", |party| party.name.say(visit.language())))
    });
    let rows = sessions.iter().map(|session| SessionRow {
        begun: moment(words, session.created),
        seen: moment(words, session.last_seen),
        ends: moment(words, session.expires),
        is_this: session.id == who.session,
    });
    visit.show(&AccountPage {
        frame: super::frame(&visit, &who, &words.say("desk-account-title"), "desk-tab-account"),
        name: who.name.clone(),
        account: who.account.clone(),
        roles: roles.collect(),
        sessions: rows.collect(),
        sees_rights: who.may(Right::SeeRights),
    })
}

pub async fn sign_out_everywhere(_: UseDesk, visit: Visit, who: SignedIn) -> Result<Response, Failure> {
    let now = visit.now;
    let person = who.0.clone();
    visit.site.write(move |tx, instance| account::sign_out_everywhere(tx, instance.tenant, &person, now)).await?;
    Ok(password::signed_out(&visit, visit.go_to("/sign-in")))
}

impl Page for AccountPage {
    const NAME: &'static str = "desk-account";

    fn samples(language: Language) -> Vec<(&'static str, AccountPage)> {
        let row = |is_this| SessionRow {
            begun: "27.07.2023, 09:12".to_owned(),
            seen: "27.07.2023, 15:00".to_owned(),
            ends: "27.07.2023, 17:00".to_owned(),
            is_this,
        };
        vec![(
            "two",
            AccountPage {
                frame: super::sample_frame(language, "/desk/account", "desk-account-title"),
                name: "Изследовател".to_owned(),
                account: "researcher".to_owned(),
                roles: vec!["Изследовател, Фондация „Пример“".to_owned()],
                sessions: vec![row(true), row(false)],
                sees_rights: false,
            },
        )]
    }
}
