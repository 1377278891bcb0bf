//! Rules of the project page and of publications, as tables of cases.

mod period;
mod slug;
