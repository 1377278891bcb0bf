//! The site as its visitors meet it: through the whole router, without a network.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests fail by panicking, as tests do")]

mod authenticator;
mod desk;
mod door;
mod guard;
mod kind_pages;
mod machine;
mod pages;
mod public;
mod site;
mod tenants;
mod respondent;
mod security;
mod visitor;
