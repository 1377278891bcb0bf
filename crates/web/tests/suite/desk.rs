//! The desk as dialogues: on real databases, through the whole router.

pub mod house;

mod access;
mod answer_files;
mod answers;
mod attachments;
mod boxes;
pub mod doors;
mod drafts;
mod fieldwork;
pub mod founding;
pub mod imports;
mod journal;
mod language;
mod mail;
mod participation;
mod moderation;
mod opening;
mod openid;
mod openid_provider;
mod passkeys;
mod people;
mod open_data;
mod personal_codes;
mod printings;
mod personal_data;
mod perushtitsa;
mod population;
mod privacy;
mod public_journal;
mod publications;
mod quotas;
mod questionnaires;
mod rights;
mod second_factor;
mod signing_in;
mod studies;
