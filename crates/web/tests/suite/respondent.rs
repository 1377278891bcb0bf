//! Somebody answers: through the whole router, on a real store of each kind.

mod files;
mod hostile;
mod kinds;
mod pages;
mod quoting;
mod places;
mod sending;
pub mod study;
mod times;
mod turned_away;
