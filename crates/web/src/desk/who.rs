//! Who is asking. A handler that names one of these in its signature is called only for such a person.

use crate::{Failure, Site, Visit, cookies::Cookies, doors::Rule};
use app::{
    account::{self, Step},
    desk::{self, Acted},
    rights::Right,
};
use axum::{
    extract::FromRequestParts,
    http::{Method, header, request::Parts},
};
use base::{
    Actor, AudienceId, BatchId, Language, PrintingId, ProjectId, PublicationId, QuestionnaireDraftId, ReportId, StudyId,
};
use std::ops::Deref;

/// Somebody who has signed in.
#[derive(Debug, Clone)]
pub struct SignedIn(pub account::SignedIn);

impl Deref for SignedIn {
    type Target = account::SignedIn;

    fn deref(&self) -> &account::SignedIn {
        &self.0
    }
}

/// The rule of what concerns oneself alone; it opens also to whoever has a role that waits for a second factor.
impl Rule for SignedIn {
    const RIGHT: Option<Right> = Some(Right::UseDesk);
}

impl FromRequestParts<Site> for SignedIn {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<SignedIn, Failure> {
        // One look at the session serves every extractor of the request.
        if let Some(known) = parts.extensions.get::<account::SignedIn>() {
            return Ok(SignedIn(known.clone()));
        }
        let cookies = Cookies::read(&parts.headers, &site.settings)?;
        let Some(secret) = cookies.session() else { return Err(sign_in_first(parts, site)) };
        let (now, asked) = (site.now(), site.settings.second_factor_for.clone());
        let found =
            site.read(move |tx, instance| account::signed_in(tx, instance.tenant, &secret, &asked, now)).await?;
        let Some((who, is_to_be_noted)) = found else { return Err(sign_in_first(parts, site)) };
        if is_to_be_noted {
            let noted = who.clone();
            site.write(move |tx, instance| account::note_session_used(tx, instance.tenant, &noted, now)).await?;
        }
        parts.extensions.insert(who.clone());
        Ok(SignedIn(who))
    }
}

/// After signing in the person comes back to the page, but never to a form half sent.
fn sign_in_first(parts: &Parts, site: &Site) -> Failure {
    let language = parts.extensions.get::<Language>().copied().unwrap_or_default();
    let path = if parts.method == Method::GET { parts.uri.path() } else { "/desk" };
    Failure::SignInFirst { back: site.settings.place(language, path) }
}

async fn actor(parts: &mut Parts, site: &Site, right: Right) -> Result<Actor, Failure> {
    let who = SignedIn::from_request_parts(parts, site).await?;
    let able: Vec<Actor> = who.actors.iter().copied().filter(|actor| right.is_of(actor.role)).collect();
    let Some(first) = able.first().copied() else {
        let sleeps = who.asleep.iter().any(|actor| right.is_of(actor.role));
        return Err(if sleeps { Failure::SecondFactorFirst } else { Failure::Forbidden });
    };
    match acted_on(parts.uri.path()) {
        Some(on) if able.len() > 1 => Ok(acting(site, able, on).await?.unwrap_or(first)),
        Some(_) | None => Ok(first),
    }
}

/// Somebody with parts in several organisations acts for the one that the thing concerns.
async fn acting(site: &Site, actors: Vec<Actor>, on: Acted) -> Result<Option<Actor>, Failure> {
    site.read(move |tx, instance| desk::acting(tx, instance.tenant, &actors, on)).await
}

/// What the address names: `/desk/audiences/KEY/…`
fn acted_on(path: &str) -> Option<Acted> {
    let mut segments = path.split('/').skip_while(|segment| *segment != "desk").skip(1);
    let (noun, key) = (segments.next()?, segments.next()?.parse().ok()?);
    match noun {
        "projects" => Some(Acted::Project(ProjectId(key))),
        "studies" => Some(Acted::Study(StudyId(key))),
        "audiences" => Some(Acted::Audience(AudienceId(key))),
        "boxes" => Some(Acted::Batch(BatchId(key))),
        "printings" => Some(Acted::Printing(PrintingId(key))),
        "drafts" => Some(Acted::QuestionnaireDraft(QuestionnaireDraftId(key))),
        "reports" => Some(Acted::Report(ReportId(key))),
        "publications" => Some(Acted::Publication(PublicationId(key))),
        _ => None,
    }
}

macro_rules! rights {
    ($($right:ident)*) => {$(
        /// Somebody with this right, in the capacity in which they use it.
        #[derive(Debug, Clone, Copy)]
        pub struct $right(pub Actor);

        impl Rule for $right {
            const RIGHT: Option<Right> = Some(Right::$right);
        }

        impl FromRequestParts<Site> for $right {
            type Rejection = Failure;

            async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<$right, Failure> {
                actor(parts, site, Right::$right).await.map($right)
            }
        }
    )*};
}

rights! {
    UseDesk SeeStudies SeeJournal PreviewReports ImportQuestionnaires EnterCards ImportAnswers ReadOpenAnswers
    DecideOpenAnswers CodeOpenAnswers WritePublications WriteReports PlanStudies EditProjects FoundProjects ManagePeople ManageMail SeeRights SeeUpkeep
    SeeProcessing ManageProcessing SeeModeration AppealDecisions DecideAppeals
}

/// The same rule before a dangerous step: who may take it proved lately who they are, or does so first.
#[derive(Debug, Clone, Copy)]
pub struct Confirmed<R>(pub R);

impl<R: Rule> Rule for Confirmed<R> {
    const RIGHT: Option<Right> = R::RIGHT;
    const IS_DANGEROUS: bool = true;
}

impl<R: FromRequestParts<Site, Rejection = Failure> + Send> FromRequestParts<Site> for Confirmed<R> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Confirmed<R>, Failure> {
        // Who may not take the step at all is not asked for anything.
        let rule = R::from_request_parts(parts, site).await?;
        let who = SignedIn::from_request_parts(parts, site).await?;
        let step = if parts.method == Method::GET { Step::OpenForm } else { Step::Act };
        if who.is_confirmed(step, site.now()) { Ok(Confirmed(rule)) } else { Err(confirm_first(parts, site)) }
    }
}

/// Afterwards the person comes back to the form, or to the page on which they pressed the button.
fn confirm_first(parts: &Parts, site: &Site) -> Failure {
    let language = parts.extensions.get::<Language>().copied().unwrap_or_default();
    if parts.method == Method::GET {
        return Failure::ConfirmFirst { back: site.settings.place(language, parts.uri.path()) };
    }
    let told = parts.headers.get(header::REFERER).and_then(|told| told.to_str().ok());
    let page = told.and_then(|told| told.strip_prefix(&site.settings.address)).filter(|page| page.starts_with('/'));
    let page = page.and_then(|page| page.split(['?', '#']).next());
    let page = page.map(|page| format!("{}{page}", site.settings.base()));
    let page = page.unwrap_or_else(|| site.settings.place(language, "/desk"));
    Failure::ConfirmFirst { back: format!("{page}?done=confirmed") }
}

impl SignedIn {
    pub fn may(&self, right: Right) -> bool {
        self.actors.iter().any(|actor| right.is_of(actor.role))
    }
}

/// The address bar may lead only to a place of this site: a path, and nothing that a browser would read as another host.
pub fn safe_way_back(visit: &Visit, asked: &str) -> String {
    let is_path = asked.starts_with('/')
        && !asked.starts_with("//")
        && asked.len() < 500
        && asked.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'\\' | b'"' | b'<' | b'>'));
    let own = asked.strip_prefix(visit.site.settings.base()).filter(|rest| rest.starts_with('/'));
    let inner = own.map_or("", |own| own.strip_prefix("/en").filter(|rest| rest.starts_with('/')).unwrap_or(own));
    let is_ours = is_path && own.is_some() && !inner.starts_with("//") && !inner.starts_with("/sign-in");
    if is_ours { asked.to_owned() } else { visit.address("/desk") }
}
