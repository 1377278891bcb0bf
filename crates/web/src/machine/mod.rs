//! What programs read: feeds, the map of the site, data twins of pages.

use crate::Site;
use axum::Router;

pub fn routes() -> Router<Site> {
    Router::new()
}
