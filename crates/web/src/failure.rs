//! What a handler answers when it cannot do what was asked: an `Err` that a layer outside turns into a kind page.

use crate::Settings;
use anyhow::anyhow;
use axum::{
    body::Body,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use base::{Explain, Language};
use std::{fmt, sync::Arc};
use store::StoreFault;

/// Two kinds: an answer that the reader can do something with, and a fault that only we can mend.
#[derive(Clone)]
pub enum Failure {
    /// No such thing, or nothing that this reader may know of.
    NotFound,
    /// The request itself cannot be read: a broken form, an address with impossible values.
    Unreadable,
    /// Signed in, but not for this.
    Forbidden,
    /// First sign in; then come back to this address.
    SignInFirst {
        back: String,
    },
    /// A dangerous step: first prove who you are; then come back to this address.
    ConfirmFirst {
        back: String,
    },
    /// The role that could do this is closed until its person has a second factor.
    SecondFactorFirst,
    TooLarge,
    TooOften {
        seconds: u32,
    },
    /// Rules of the house say no, and explain themselves.
    Refused(Vec<Arc<dyn Explain + Send + Sync>>),
    /// Nothing wrong with the request: the disk is full or too many want to write.
    Unavailable(Arc<dyn Explain + Send + Sync>),
    /// Ours to mend: logged once, shown as a number.
    Fault(Arc<anyhow::Error>),
}

impl Failure {
    pub fn refused(refusal: impl Explain + Send + Sync + 'static) -> Failure {
        Failure::Refused(vec![Arc::new(refusal)])
    }

    pub fn fault(error: impl Into<anyhow::Error>) -> Failure {
        Failure::Fault(Arc::new(error.into()))
    }

    pub fn status(&self) -> StatusCode {
        match self {
            Failure::NotFound => StatusCode::NOT_FOUND,
            Failure::Unreadable => StatusCode::BAD_REQUEST,
            Failure::Forbidden => StatusCode::FORBIDDEN,
            Failure::SignInFirst { .. } | Failure::ConfirmFirst { .. } | Failure::SecondFactorFirst => {
                StatusCode::SEE_OTHER
            }
            Failure::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Failure::TooOften { .. } => StatusCode::TOO_MANY_REQUESTS,
            Failure::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Failure::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Failure::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Where to go first, and in the address where to come back to afterwards.
    pub fn elsewhere(&self, settings: &Settings, language: Language) -> Option<HeaderValue> {
        let (page, back) = match self {
            Failure::SignInFirst { back } => ("/sign-in", back),
            Failure::ConfirmFirst { back } => ("/desk/confirmation", back),
            Failure::SecondFactorFirst => {
                return HeaderValue::try_from(settings.place(language, "/desk/account/second-factor")).ok();
            }
            Failure::NotFound
            | Failure::Unreadable
            | Failure::Forbidden
            | Failure::TooLarge
            | Failure::TooOften { .. }
            | Failure::Refused(_)
            | Failure::Unavailable(_)
            | Failure::Fault(_) => return None,
        };
        with_way_back(&settings.place(language, page), back)
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Failure {
        Failure::Fault(Arc::new(error))
    }
}

impl From<app::Failure> for Failure {
    fn from(failure: app::Failure) -> Failure {
        match failure {
            app::Failure::NotFound => Failure::NotFound,
            app::Failure::Fault(fault) => Failure::Fault(Arc::new(fault)),
            app::Failure::Refused(refusals) => {
                if let Some(app::Refusal::Store(_) | app::Refusal::Study(_)) = refusals.first() {
                    return refusals
                        .into_iter()
                        .next()
                        .map_or(Failure::NotFound, |first| Failure::Unavailable(explaining(first)));
                }
                Failure::Refused(refusals.into_iter().map(explaining).collect())
            }
        }
    }
}

pub fn explaining(refusal: app::Refusal) -> Arc<dyn Explain + Send + Sync> {
    Arc::new(refusal)
}

impl From<StoreFault> for Failure {
    fn from(fault: StoreFault) -> Failure {
        app::Failure::from(fault).into()
    }
}

impl From<askama::Error> for Failure {
    fn from(error: askama::Error) -> Failure {
        Failure::Fault(Arc::new(anyhow!(error).context("rendering a page")))
    }
}

impl IntoResponse for Failure {
    /// An empty answer that carries the failure; the layer `kind_pages` gives it its words.
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = self.status();
        match &self {
            Failure::TooOften { seconds } => {
                response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
            }
            Failure::NotFound
            | Failure::Unreadable
            | Failure::Forbidden
            | Failure::SignInFirst { .. }
            | Failure::ConfirmFirst { .. }
            | Failure::SecondFactorFirst
            | Failure::TooLarge
            | Failure::Refused(_)
            | Failure::Unavailable(_)
            | Failure::Fault(_) => {}
        }
        response.extensions_mut().insert(self);
        response
    }
}

/// An address with the way back in it; `page` and `back` have their prefixes already.
pub fn with_way_back(page: &str, back: &str) -> Option<HeaderValue> {
    let mut address = format!("{page}?back=");
    for byte in back.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_' | b'.') {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    HeaderValue::try_from(address).ok()
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Refused(refusals) => {
                f.debug_list().entries(refusals.iter().map(|refusal| refusal.code())).finish()
            }
            Failure::Unavailable(refusal) => write!(f, "Unavailable({})", refusal.code()),
            Failure::Fault(error) => write!(f, "Fault({error:#})"),
            Failure::NotFound
            | Failure::Unreadable
            | Failure::Forbidden
            | Failure::SignInFirst { .. }
            | Failure::ConfirmFirst { .. }
            | Failure::SecondFactorFirst
            | Failure::TooLarge
            | Failure::TooOften { .. } => write!(f, "{}", self.status()),
        }
    }
}
