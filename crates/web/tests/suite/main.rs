//! The site as its visitors meet it: through the whole router, without a network.

mod door;
mod guard;
mod kind_pages;
mod pages;
mod visitor;
