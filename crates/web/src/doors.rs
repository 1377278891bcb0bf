//! The doors of the site. Routes and doors grow together, and what opens a door is the first thing that its handler names
//! in its signature: neither can be without the other, and a handler without a rule does not compile.

use crate::Site;
use app::rights::Right;
use axum::{
    Router,
    extract::{DefaultBodyLimit, FromRequestParts},
    handler::Handler,
    http::{Method, request::Parts},
    routing::{MethodRouter, get, post},
};
use std::convert::Infallible;

/// One door: what is knocked at, and the right that opens it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Door {
    pub method: Method,
    /// With `{names}` for what varies.
    pub path: &'static str,
    /// `None`: open to everybody.
    pub right: Option<Right>,
    /// Whether the person has to have proved lately who they are.
    pub is_dangerous: bool,
}

/// What opens a door.
pub trait Rule {
    /// `None`: nothing is asked.
    const RIGHT: Option<Right>;
    const IS_DANGEROUS: bool = false;
}

/// The rule of a page that everybody may ask for.
#[derive(Debug, Clone, Copy)]
pub struct Anybody;

impl Rule for Anybody {
    const RIGHT: Option<Right> = None;
}

impl FromRequestParts<Site> for Anybody {
    type Rejection = Infallible;

    async fn from_request_parts(_: &mut Parts, _: &Site) -> Result<Anybody, Infallible> {
        Ok(Anybody)
    }
}

/// The signature of a handler, as axum tells it: some marker, then the arguments, of which the first is the rule.
#[diagnostic::on_unimplemented(
    message = "the first argument of a handler is its rule",
    note = "name the right that it takes, `EnterCards(actor): EnterCards`, or say that it takes none, `_: Anybody`"
)]
pub trait Ruled {
    const RIGHT: Option<Right>;
    const IS_DANGEROUS: bool;
}

macro_rules! ruled {
    ($(($($argument:ident)*))*) => {$(
        impl<Marker, First: Rule, $($argument),*> Ruled for (Marker, First, $($argument,)*) {
            const RIGHT: Option<Right> = First::RIGHT;
            const IS_DANGEROUS: bool = First::IS_DANGEROUS;
        }
    )*};
}

ruled! { () (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) }

#[derive(Default)]
pub struct Table {
    router: Router<Site>,
    doors: Vec<Door>,
}

/// Names and passwords are short; strangers send no more.
const LARGEST_OPEN_FORM: usize = 16 * 1024;

impl Table {
    pub fn get<H: Handler<T, Site>, T: Ruled + 'static>(self, path: &'static str, handler: H) -> Table {
        self.door::<T>(Method::GET, path, get(handler))
    }

    pub fn post<H: Handler<T, Site>, T: Ruled + 'static>(self, path: &'static str, handler: H) -> Table {
        self.door::<T>(Method::POST, path, post(handler))
    }

    /// A short form, shown and taken at the same address.
    pub fn open_form<S: Handler<A, Site>, A: Ruled + 'static, H: Handler<B, Site>, B: Ruled + 'static>(
        self,
        path: &'static str,
        show: S,
        take: H,
    ) -> Table {
        self.get(path, show).open_post(path, take)
    }

    /// A short form that stands on another page.
    pub fn open_post<H: Handler<T, Site>, T: Ruled + 'static>(self, path: &'static str, take: H) -> Table {
        let limit = DefaultBodyLimit::max(LARGEST_OPEN_FORM);
        self.door::<T>(Method::POST, path, post(take).layer(limit))
    }

    /// The doors so far take forms of at most so many bytes.
    pub fn with_largest_form(self, bytes: usize) -> Table {
        Table { router: self.router.layer(DefaultBodyLimit::max(bytes)), ..self }
    }

    pub fn and(mut self, other: Table) -> Table {
        self.doors.extend(other.doors);
        Table { router: self.router.merge(other.router), doors: self.doors }
    }

    fn door<T: Ruled>(mut self, method: Method, path: &'static str, handler: MethodRouter<Site>) -> Table {
        self.doors.push(Door { method, path, right: T::RIGHT, is_dangerous: T::IS_DANGEROUS });
        Table { router: self.router.route(path, handler), ..self }
    }

    pub fn router(self) -> Router<Site> {
        self.router
    }

    pub fn doors(self) -> Vec<Door> {
        self.doors
    }
}
