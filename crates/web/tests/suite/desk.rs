//! The desk as dialogues: on real databases, through the whole router.

mod house;

mod rights;
mod signing_in;
