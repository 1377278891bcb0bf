//! The only crate that knows HTTP: the router, pages, templates and assets.
//!
//! A request comes in at the `door`, which takes the language off the address and gives out pages made within the last
//! second; the `router` is the table of contents; a page is a struct with its handler in one file and its template
//! beside it. A handler that cannot do what was asked answers with a [`Failure`], and a layer makes a kind page of it.

mod router;
mod tenants;

mod act;
mod assets;
mod browser;
mod cookies;
mod crowd;
mod door;
mod doors;
mod failure;
mod fields;
mod frame;
mod guard;
mod kind_pages;
mod language;
mod network;
mod pace;
mod page;
mod qr;
mod redirect;
mod report_files;
pub mod parts;
mod sent_form;
mod serve;
mod sign_in_service;
mod site;
mod turnstile;
mod visit;
mod watch;

pub mod desk;
mod machine;
mod public;
pub mod respondent;

pub use cookies::{Cookies, Life, cookie, session_cookie};
pub use door::Keep;
pub use doors::Door;
pub use failure::Failure;
pub use fields::{Asked, Fields};
pub use frame::{Frame, Place, Said, Signs, Tab};
pub use guard::CONTENT_SECURITY_POLICY;
pub use page::{Page, Specimen, specimens};
pub use public::{privacy::STORED as STORED_OF_AN_ANSWER, sample};
pub use redirect::redirect;
pub use router::{doors, router};
pub use serve::{Handshake, InTheOpen, Patience, serve, serve_over};
pub use sign_in_service::SignInService;
pub use site::{Examiner, Painter, Settings, Site, Typesetter};
pub use tenants::tenants;
pub use turnstile::{MOST_AT_ONCE, Turnstile};
pub use visit::Visit;
pub use watch::{Answered, Watch};
