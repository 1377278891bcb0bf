//! The one page that needs scripts: it hands the browser what a passkey is to sign, and sends back what it signed.

use crate::{Failure, Fields, Frame, Page, Visit};
use app::account::{PasskeyAnswer, PasskeyAsked, RelyingParty};
use askama::Template;
use axum::response::Response;
use base::Language;

#[derive(Template)]
#[template(path = "desk/passkey_challenge.html")]
pub struct ChallengePage {
    frame: Frame,
    /// Where the answer goes.
    action: String,
    back: String,
    /// `create` or `get`, as the browser calls it.
    way: &'static str,
    options: String,
    challenge: String,
    /// What goes with the answer.
    hidden: Vec<(&'static str, String)>,
}

/// What the page is for.
pub struct Ceremony {
    pub frame: Frame,
    pub way: Way,
    pub action: &'static str,
    /// An address of ours with its prefix.
    pub back: String,
    pub hidden: Vec<(&'static str, String)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Add,
    Use,
}

pub fn show(visit: &Visit, ceremony: Ceremony, asked: PasskeyAsked) -> Result<Response, Failure> {
    visit.show(&page(ceremony, asked))
}

/// The site as passkeys know it.
///
/// # Errors
/// A refusal for a site at an address of numbers.
pub fn relying_party(visit: &Visit) -> Result<RelyingParty, Failure> {
    RelyingParty::new(&visit.site.settings.address).map_err(Failure::refused)
}

/// What came back.
///
/// # Errors
/// [`Failure::Unreadable`] for a form that is none of ours.
pub fn answer(fields: &Fields) -> Result<PasskeyAnswer, Failure> {
    PasskeyAnswer::parse(fields.text("challenge"), fields.text("signed")).ok_or(Failure::Unreadable)
}

fn page(ceremony: Ceremony, asked: PasskeyAsked) -> ChallengePage {
    let Ceremony { frame, way, action, back, hidden } = ceremony;
    ChallengePage {
        action: frame.to(action),
        back,
        way: match way {
            Way::Add => "create",
            Way::Use => "get",
        },
        challenge: asked.token(),
        options: asked.options,
        hidden,
        frame,
    }
}

impl Page for ChallengePage {
    const NAME: &'static str = "passkey-challenge";

    fn samples(language: Language) -> Vec<(&'static str, ChallengePage)> {
        let asked = |options: &str| PasskeyAsked { secret: [7; 32], options: options.to_owned() };
        let frame = |path, title| Frame::sample(language, path, &app::Words::new(language).say(title)).hidden();
        let adds = Ceremony {
            frame: super::sample_frame(language, "/desk/account/passkeys/challenge", "desk-passkey-new"),
            way: Way::Add,
            action: "/desk/account/passkeys",
            back: "/desk/account/passkeys".to_owned(),
            hidden: vec![("name", "Телефон".to_owned())],
        };
        let uses = Ceremony {
            frame: frame("/sign-in/passkey/challenge", "desk-passkey-sign-in-title"),
            way: Way::Use,
            action: "/sign-in/passkey",
            back: "/sign-in".to_owned(),
            hidden: vec![("back", "/desk".to_owned())],
        };
        vec![
            ("adds", page(adds, asked(r#"{"challenge":"AAAA","user":{"id":"CQkJ"}}"#))),
            ("uses", page(uses, asked(r#"{"challenge":"AAAA","rpId":"glas.example"}"#))),
        ]
    }
}
