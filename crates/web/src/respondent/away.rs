//! What is said to somebody who cannot go on: why, and what to do instead.

use super::{addresses, room::Room, sample};
use crate::{
    Failure, Frame, Page, Said, Site, Visit,
    network::Network,
    parts::{FieldError, FieldErrors},
};
use app::respondent::Refusal;
use askama::Template;
use axum::{
    extract::FromRequestParts,
    http::{HeaderValue, StatusCode, header, request::Parts},
    response::{Html, IntoResponse, Response},
};
use base::{Explain, Language};
use jiff::civil::date;

/// The answer of a handler that did not do what was asked.
pub struct Away(pub(super) Box<Response>);

#[derive(Template)]
#[template(path = "respondent/away.html")]
pub struct AwayPage {
    frame: Frame,
    /// The study, where one is known.
    kicker: Option<Said>,
    heading: String,
    sentence: String,
    hint: String,
    /// Where to go, and the words of the link.
    ways: Vec<(String, String)>,
    /// Where a personal code is typed, if only that lets in.
    code: Option<CodeField>,
}

/// A form for a personal code, and what is wrong with the one that was typed.
struct CodeField {
    action: String,
    typed: String,
    errors: FieldErrors,
}

impl Away {
    /// Nobody was given this address.
    pub fn lost(visit: &Visit) -> Away {
        Away::page(&AwayPage::lost(visit.frame("")), StatusCode::NOT_FOUND)
    }

    pub fn refused(visit: &Visit, room: &Room, refusal: &Refusal) -> Away {
        let status = match refusal {
            Refusal::NotYetOpen { .. } => StatusCode::FORBIDDEN,
            Refusal::CodeNeeded => StatusCode::OK,
            Refusal::Closed { .. }
            | Refusal::Full
            | Refusal::QuotaFull
            | Refusal::DraftGone
            | Refusal::CodeUsed
            | Refusal::CodeWithdrawn => StatusCode::GONE,
            Refusal::NoQuestionnaire => StatusCode::NOT_FOUND,
            Refusal::NothingAnswered => StatusCode::UNPROCESSABLE_ENTITY,
        };
        Away::page(&AwayPage::refused(room.frame(visit.frame("")), room, refusal), status)
    }

    /// What was typed is no code of this audience.
    pub fn unknown_code(visit: &Visit, room: &Room, typed: &str) -> Away {
        let page = AwayPage::unknown_code(room.frame(visit.frame("")), room, typed);
        Away::page(&page, StatusCode::UNPROCESSABLE_ENTITY)
    }

    /// So many come from one network that this one has to wait.
    pub fn crowded(visit: &Visit, seconds: u32) -> Away {
        let mut away = Away::page(&AwayPage::crowded(visit.frame("")), StatusCode::TOO_MANY_REQUESTS);
        away.0.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        away
    }

    pub fn page(page: &impl Template, status: StatusCode) -> Away {
        match page.render() {
            Ok(html) => Away(Box::new((status, Html(html)).into_response())),
            Err(error) => Failure::from(error).into(),
        }
    }
}

impl AwayPage {
    fn lost(frame: Frame) -> AwayPage {
        let home = (frame.to("/"), frame.say("away-to-projects"));
        AwayPage::new(frame.hidden(), None, "away-wrong-link", "", vec![home])
    }

    fn crowded(frame: Frame) -> AwayPage {
        AwayPage::new(frame.hidden(), None, "away-crowded", "", Vec::new())
    }

    fn refused(frame: Frame, room: &Room, refusal: &Refusal) -> AwayPage {
        let token = room.token();
        let begin = || (frame.to(&addresses::start(token)), frame.say("away-to-start"));
        let project = room
            .project
            .as_ref()
            .map(|project| (frame.to(&format!("/projects/{}", project.slug)), frame.say("away-to-project")));
        let study = room.study_address().map(|address| (frame.to(&address), frame.say("away-to-results")));
        let ways = match refusal {
            Refusal::DraftGone | Refusal::NothingAnswered => vec![begin()],
            Refusal::Closed { .. } | Refusal::Full | Refusal::QuotaFull | Refusal::CodeUsed => {
                study.into_iter().chain(project).collect()
            }
            Refusal::NotYetOpen { .. } | Refusal::NoQuestionnaire | Refusal::CodeNeeded | Refusal::CodeWithdrawn => {
                project.into_iter().collect()
            }
        };
        let day = refusal.arguments().into_iter().find_map(|(_, argument)| match argument {
            base::Argument::Text(day) => Some(day),
            base::Argument::Number(_) | base::Argument::Decimal(_) => None,
        });
        let kicker = frame.said(&room.invitation.study.title);
        let page =
            AwayPage::new(frame, Some(kicker), &format!("refusal-{}", refusal.code()), &day.unwrap_or_default(), ways);
        let asks = matches!(refusal, Refusal::CodeNeeded);
        let field = || CodeField {
            action: page.frame.to(&addresses::code(token)),
            typed: String::new(),
            errors: FieldErrors::default(),
        };
        AwayPage { code: asks.then(field), ..page }
    }

    fn unknown_code(frame: Frame, room: &Room, typed: &str) -> AwayPage {
        let mut page = AwayPage::refused(frame, room, &Refusal::CodeNeeded);
        let error = FieldError {
            field: "code".to_owned(),
            sentence: page.frame.say("answer-code-unknown"),
            hint: Some(page.frame.say("answer-code-unknown.hint")),
        };
        if let Some(code) = &mut page.code {
            code.typed = typed.chars().take(40).collect();
            code.errors = FieldErrors(vec![error]);
        }
        page
    }

    fn new(mut frame: Frame, kicker: Option<Said>, key: &str, day: &str, ways: Vec<(String, String)>) -> AwayPage {
        let tell = |key: &str| frame.words.tell(key, &[("day", day.into())]);
        let (heading, sentence, hint) = (tell(&format!("{key}.heading")), tell(key), tell(&format!("{key}.hint")));
        frame.title = heading.clone();
        AwayPage { frame, kicker, heading, sentence, hint, ways, code: None }
    }
}

/// Named by a handler that looks up a code: it is called only while not too many come from there.
pub struct Admitted;

impl FromRequestParts<Site> for Admitted {
    type Rejection = Away;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Admitted, Away> {
        let Ok(network) = Network::from_request_parts(parts, site).await;
        match site.crowd.admit(&network) {
            Ok(()) => Ok(Admitted),
            Err(seconds) => Err(Away::crowded(&Visit::from_request_parts(parts, site).await?, seconds)),
        }
    }
}

impl IntoResponse for Away {
    fn into_response(self) -> Response {
        *self.0
    }
}

impl From<Failure> for Away {
    fn from(failure: Failure) -> Away {
        Away(Box::new(failure.into_response()))
    }
}

impl From<askama::Error> for Away {
    fn from(error: askama::Error) -> Away {
        Failure::from(error).into()
    }
}

impl Page for AwayPage {
    const NAME: &'static str = "away";

    fn samples(language: Language) -> Vec<(&'static str, AwayPage)> {
        let room = sample::room();
        let frame = || Frame::sample(language, "/s/sample", "");
        let refused = |refusal| AwayPage::refused(room.frame(frame()), &room, &refusal);
        vec![
            ("wrong-link", AwayPage::lost(frame())),
            ("crowded", AwayPage::crowded(frame())),
            ("no-questionnaire", refused(Refusal::NoQuestionnaire)),
            ("not-yet-open", refused(Refusal::NotYetOpen { first: date(2023, 8, 1) })),
            ("closed", refused(Refusal::Closed { last: date(2023, 6, 9) })),
            ("full", refused(Refusal::Full)),
            ("quota-full", refused(Refusal::QuotaFull)),
            ("code-needed", refused(Refusal::CodeNeeded)),
            ("code-unknown", AwayPage::unknown_code(room.frame(frame()), &room, "K7QF-2M4A")),
            ("code-used", refused(Refusal::CodeUsed)),
            ("code-withdrawn", refused(Refusal::CodeWithdrawn)),
            ("draft-gone", refused(Refusal::DraftGone)),
            ("nothing-answered", refused(Refusal::NothingAnswered)),
        ]
    }
}
