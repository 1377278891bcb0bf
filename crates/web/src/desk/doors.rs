use crate::Site;
use app::rights::Right;
use axum::{
    Router,
    extract::DefaultBodyLimit,
    handler::Handler,
    http::Method,
    routing::{get, post},
};

/// One door: what is knocked at, and the right that opens it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Door {
    pub method: Method,
    /// With `{names}` for what varies.
    pub path: &'static str,
    /// `None`: open to everybody.
    pub right: Option<Right>,
}

/// Routes and doors grow together, so that neither can be without the other.
#[derive(Default)]
pub struct Table {
    router: Router<Site>,
    doors: Vec<Door>,
}

/// Names and passwords are short; strangers send no more.
const LARGEST_OPEN_FORM: usize = 16 * 1024;

impl Table {
    pub fn get<H: Handler<T, Site>, T: 'static>(self, path: &'static str, right: Right, handler: H) -> Table {
        self.door(Method::GET, path, Some(right), get(handler))
    }

    pub fn post<H: Handler<T, Site>, T: 'static>(self, path: &'static str, right: Right, handler: H) -> Table {
        self.door(Method::POST, path, Some(right), post(handler))
    }

    /// A form for everybody.
    pub fn open_form<S: Handler<A, Site>, A: 'static, H: Handler<B, Site>, B: 'static>(
        self,
        path: &'static str,
        show: S,
        take: H,
    ) -> Table {
        let limit = DefaultBodyLimit::max(LARGEST_OPEN_FORM);
        self.door(Method::GET, path, None, get(show)).door(Method::POST, path, None, post(take).layer(limit))
    }

    fn door(
        mut self,
        method: Method,
        path: &'static str,
        right: Option<Right>,
        handler: axum::routing::MethodRouter<Site>,
    ) -> Table {
        self.doors.push(Door { method, path, right });
        Table { router: self.router.route(path, handler), doors: self.doors }
    }

    pub fn router(self) -> Router<Site> {
        self.router
    }

    pub fn doors(self) -> Vec<Door> {
        self.doors
    }
}
