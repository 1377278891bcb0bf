use super::{SignedIn, moment::moment, password};
use crate::{Asked, Failure, Fields, Frame, Page, Visit, act, language::own_name};
use app::{account, rights::Right};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{Language, Moment, SessionId};
use store::{Entry, Session};

/// Who I am here, and where I am signed in.
#[derive(Template)]
#[template(path = "desk/account.html")]
pub struct AccountPage {
    frame: Frame,
    done: Option<String>,
    name: String,
    account: String,
    /// „Изследовател, Фондация …“
    roles: Vec<String>,
    sessions: Vec<SessionRow>,
    /// What happened to my way in.
    events: Vec<EventRow>,
    sees_rights: bool,
    service: Option<ServiceRow>,
    languages: Vec<LanguageChoice>,
}

/// A language in which letters come and the desk opens.
struct LanguageChoice {
    tag: &'static str,
    name: String,
    is_chosen: bool,
}

/// The sign-in service of the organisation.
struct ServiceRow {
    words: String,
    is_connected: bool,
}

struct EventRow {
    what: String,
    at: String,
}

struct SessionRow {
    key: String,
    browser: String,
    begun: String,
    seen: String,
    ends: String,
    is_this: bool,
    /// For who hears the button without the row.
    which: String,
}

pub async fn show(who: SignedIn, visit: Visit, asked: Asked) -> Result<Response, Failure> {
    let (now, person) = (visit.now, who.person);
    let (service, known) = (visit.site.sign_in_service.clone(), who.0.clone());
    let host = service.as_ref().map(|service| service.host().to_owned());
    let (sessions, parties, since, events, language) = visit
        .site
        .read(move |tx, instance| {
            let tenant = instance.tenant;
            let since = match &service {
                Some(service) => account::openid_since(tx, tenant, service.openid(), &known)?,
                None => None,
            };
            let sessions = account::sessions(tx, tenant, person, now)?;
            let language = account::language(tx, tenant, person)?.unwrap_or_default();
            Ok((sessions, tx.parties(tenant)?, since, account::events(tx, tenant, person)?, language))
        })
        .await?;
    let words = visit.words;
    let roles = who.actors.iter().chain(&who.asleep).map(|actor| {
        let role = words.say(&format!("desk-role-{}", actor.role.code()));
        let party = parties.iter().find(|party| party.id == actor.party);
        format!("{role}, {}", party.map_or("", |party| party.name.say(visit.language())))
    });
    visit.show(&AccountPage {
        frame: super::frame(&visit, &who, &words.say("desk-account-title"), "desk-tab-account"),
        done: super::done(&visit, &asked),
        name: who.name.clone(),
        account: who.account.clone(),
        roles: roles.collect(),
        sessions: sessions.iter().map(|session| row(words, session, who.session)).collect(),
        events: events.iter().map(|event| event_row(words, event)).collect(),
        sees_rights: who.may(Right::SeeRights),
        service: host.map(|host| service_row(words, &host, since)),
        languages: languages(language),
    })
}

fn languages(chosen: Language) -> Vec<LanguageChoice> {
    let choice = |language: Language| LanguageChoice {
        tag: language.tag(),
        name: own_name(language.into()),
        is_chosen: language == chosen,
    };
    Language::ALL.into_iter().map(choice).collect()
}

/// From now on letters about the account come in this language, and so does the desk.
pub async fn choose_language(who: SignedIn, visit: Visit, fields: Fields) -> Result<Response, Failure> {
    let language: Language = super::key(fields.text("language"))?;
    visit.site.write(move |tx, instance| account::choose_language(tx, instance.tenant, &who.0, language)).await?;
    visit.go_back_to(&visit.site.settings.place(language, "/desk/account?done=language-chosen"))
}

fn service_row(words: app::Words, host: &str, since: Option<Moment>) -> ServiceRow {
    let told = match since {
        Some(since) => words.tell("desk-openid-since", &[("since", moment(words, since).into())]),
        None => words.tell("desk-openid-none", &[("host", host.into())]),
    };
    ServiceRow { words: told, is_connected: since.is_some() }
}

fn event_row(words: app::Words, event: &Entry) -> EventRow {
    EventRow { what: act::kind(words, event), at: moment(words, event.at) }
}

fn row(words: app::Words, session: &Session, this: SessionId) -> SessionRow {
    let begun = moment(words, session.created);
    let browser = Some(session.browser.clone()).filter(|browser| !browser.is_empty());
    let browser = browser.unwrap_or_else(|| words.say("desk-account-other"));
    let values = [("browser", browser.as_str().into()), ("begun", begun.as_str().into())];
    SessionRow {
        key: session.id.to_string(),
        which: words.tell("desk-account-end-which", &values),
        browser,
        begun,
        seen: moment(words, session.last_seen),
        ends: moment(words, session.expires),
        is_this: session.id == this,
    }
}

/// Ends one session; this browser's own like signing out.
pub async fn end(who: SignedIn, visit: Visit, Path(session): Path<String>) -> Result<Response, Failure> {
    let (now, session): (_, SessionId) = (visit.now, super::key(&session)?);
    let (person, is_this) = (who.0.clone(), session == who.session);
    visit.site.write(move |tx, instance| account::sign_out_of(tx, instance.tenant, &person, session, now)).await?;
    if is_this {
        return Ok(password::signed_out(&visit, visit.go_to("/")));
    }
    Ok(visit.go_to("/desk/account?done=session-ended"))
}

pub async fn sign_out_elsewhere(who: SignedIn, visit: Visit) -> Result<Response, Failure> {
    let (now, person) = (visit.now, who.0);
    visit.site.write(move |tx, instance| account::sign_out_elsewhere(tx, instance.tenant, &person, now)).await?;
    Ok(visit.go_to("/desk/account?done=signed-out-elsewhere"))
}

pub async fn sign_out_everywhere(who: SignedIn, visit: Visit) -> Result<Response, Failure> {
    let now = visit.now;
    let person = who.0.clone();
    visit.site.write(move |tx, instance| account::sign_out_everywhere(tx, instance.tenant, &person, now)).await?;
    Ok(password::signed_out(&visit, visit.go_to("/sign-in")))
}

impl Page for AccountPage {
    const NAME: &'static str = "desk-account";

    fn samples(language: Language) -> Vec<(&'static str, AccountPage)> {
        let words = app::Words::new(language);
        let this = SessionId(base::Key([1; 16]));
        let session = |id, browser: &str| Session {
            id,
            person: base::PersonId(base::Key([9; 16])),
            created: Moment(1_690_438_320_000_000),
            last_seen: Moment(1_690_459_200_000_000),
            expires: Moment(1_690_466_400_000_000),
            confirmed: Moment(1_690_438_320_000_000),
            browser: browser.to_owned(),
        };
        let sessions = [session(this, "Firefox, Windows"), session(SessionId(base::Key([2; 16])), "")];
        let page = |service| AccountPage {
            frame: super::sample_frame(language, "/desk/account", "desk-account-title"),
            name: "Изследовател".to_owned(),
            account: "researcher".to_owned(),
            roles: vec!["Изследовател, Фондация „Пример“".to_owned()],
            done: None,
            sessions: sessions.iter().map(|session| row(words, session, this)).collect(),
            events: vec![
                EventRow {
                    what: words.say("desk-act-person-signed-in"),
                    at: moment(words, Moment(1_690_438_320_000_000)),
                },
                EventRow {
                    what: words.say("desk-act-person-password-changed"),
                    at: moment(words, Moment(1_690_351_920_000_000)),
                },
            ],
            sees_rights: false,
            service,
            languages: languages(Language::Bulgarian),
        };
        let service = |since| Some(service_row(words, "login.example.bg", since));
        let connected = service(Some(Moment(1_690_438_320_000_000)));
        vec![("two", page(None)), ("service", page(service(None))), ("connected", page(connected))]
    }
}
