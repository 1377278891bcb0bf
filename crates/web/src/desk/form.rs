//! A form of the desk: its fields told as values and drawn by one template, so that all of them behave alike.

mod field;
mod sent;
mod shown;

pub use field::{Field, FieldKind, Fields};
pub use sent::Sent;
pub use shown::{Shown, asks_about_data};

use crate::{Failure, Frame, Page, Said, Visit, parts::FieldErrors};
use app::personal_data;
use askama::Template;
use axum::response::Response;
use base::{Explain, Language};
use std::sync::Arc;

#[derive(Template)]
#[template(path = "desk/form.html")]
pub struct FormPage {
    frame: Frame,
    /// What the form belongs to, and the way back there.
    about: Said,
    back: String,
    heading: String,
    lede: String,
    action: String,
    button: String,
    errors: FieldErrors,
    /// Of which state of the thing the form was made.
    made_of: Option<String>,
    /// What somebody else saved meanwhile, where it differs from what was typed.
    newer: Vec<(String, String)>,
    parts: Vec<Part>,
    /// The same fields once more, for the translation; folded away while it is empty.
    english: Vec<Field>,
    english_is_open: bool,
    removal: Option<Removal>,
    /// Why some of it is not to be changed.
    notice: String,
    /// Asked only where personal data were found.
    seen: Option<Field>,
}

struct Part {
    heading: String,
    note: String,
    fields: Vec<Field>,
    aid: Option<Aid>,
}

/// A small table below the fields that helps to choose.
pub struct Aid {
    pub title: String,
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
    pub note: String,
}

/// Another button, for taking away what the form is about.
pub struct Removal {
    pub action: String,
    pub why: String,
    pub button: String,
}

impl FormPage {
    /// `key` names the heading; under `key` and `-lede`, `-button` stand the words around the fields.
    pub fn new(frame: Frame, key: &str, action: &str) -> FormPage {
        let find = |end: &str| frame.words.find(&format!("{key}{end}"), &[]).unwrap_or_default();
        FormPage {
            about: Said::here(frame.say("desk-title")),
            back: frame.to("/desk"),
            heading: frame.say(key),
            lede: find("-lede"),
            action: frame.to(action),
            button: Some(find("-button")).filter(|words| !words.is_empty()).unwrap_or_else(|| frame.say("desk-save")),
            errors: FieldErrors::default(),
            made_of: None,
            newer: Vec::new(),
            parts: Vec::new(),
            english: Vec::new(),
            english_is_open: false,
            removal: None,
            notice: String::new(),
            seen: None,
            frame,
        }
    }

    pub fn about(mut self, about: Said, back: &str) -> FormPage {
        (self.about, self.back) = (about, self.frame.to(back));
        self
    }

    pub fn with(mut self, fields: Vec<Field>) -> FormPage {
        self.parts.push(Part { heading: String::new(), note: String::new(), fields, aid: None });
        self
    }

    /// Fields under a heading of their own; a note stands under `key` and `-note`.
    pub fn with_headed(mut self, key: &str, fields: Vec<Field>) -> FormPage {
        let note = self.frame.words.find(&format!("{key}-note"), &[]).unwrap_or_default();
        self.parts.push(Part { heading: self.frame.say(key), note, fields, aid: None });
        self
    }

    /// Puts a table below the fields that were added last.
    pub fn with_aid(mut self, aid: Aid) -> FormPage {
        if let Some(part) = self.parts.last_mut() {
            part.aid = Some(aid);
        }
        self
    }

    pub fn with_english(mut self, fields: Vec<Field>) -> FormPage {
        self.english = fields;
        self
    }

    pub fn with_notice(mut self, key: &str) -> FormPage {
        self.notice = self.frame.say(key);
        self
    }

    pub fn frame(&self) -> &Frame {
        &self.frame
    }

    pub fn with_removal(mut self, removal: Removal) -> FormPage {
        self.removal = Some(removal);
        self
    }

    /// Fills in what is wrong and what is newer, once all fields are there.
    pub fn filled(mut self, shown: &Shown) -> FormPage {
        let fields = || self.parts.iter().flat_map(|part| &part.fields).chain(&self.english);
        let known: Vec<&str> = fields().map(|field| field.id.as_str()).collect();
        let mut errors = shown.errors.clone();
        // What has no field here is told at the top alone.
        for error in errors.0.iter_mut().filter(|error| !known.contains(&error.field.as_str())) {
            error.field = "form".to_owned();
        }
        // The summary goes down the page as the fields do.
        errors.0.sort_by_key(|error| known.iter().position(|id| *id == error.field));
        if let Some(newer) = &shown.newer {
            let differs = |field: &&Field| newer.get(&field.id) != field.value;
            let told = |field: &Field| (field.label.clone(), field.told(&self.frame, newer.get(&field.id)));
            self.newer = fields().filter(differs).map(told).collect();
        }
        self.english_is_open =
            self.english.iter().any(|field| !field.value.is_empty() || errors.of(&field.id).is_some());
        let is_ticked = !shown.typed.get(personal_data::SEEN).is_empty();
        self.seen = shown.asks_about_data.then(|| Fields::seen(&self.frame, is_ticked));
        self.errors = errors;
        self.made_of.clone_from(&shown.made_of);
        self
    }
}

/// After a form: on to `next`, or the form again with everything that was refused.
pub fn answered(
    visit: &Visit,
    outcome: Result<(), app::Failure>,
    next: &str,
    again: impl FnOnce(&[Arc<dyn Explain + Send + Sync>]) -> FormPage,
) -> Result<Response, Failure> {
    match outcome.map_err(Failure::from) {
        Ok(()) => Ok(visit.go_to(next)),
        Err(Failure::Refused(refusals)) => Ok(super::refused(visit.show(&again(&refusals))?)),
        Err(failure) => Err(failure),
    }
}

impl Page for FormPage {
    const NAME: &'static str = "desk-form";

    fn samples(language: Language) -> Vec<(&'static str, FormPage)> {
        let mut all = super::project_words::samples(language);
        all.extend(super::founding::samples(language));
        all.extend(super::funding::samples(language));
        all.extend(super::project_rows::samples(language));
        all.extend(super::participation::samples(language));
        all.extend(super::new_person::samples(language));
        all.extend(super::setup_code::samples(language));
        all.extend(super::party::samples(language));
        all.extend(super::study_plan::samples(language));
        all.extend(super::audience_plan::samples(language));
        all.extend(super::controller::samples(language));
        all.extend(super::themes::list_samples(language));
        all.extend(super::themes::theme_samples(language));
        all
    }
}
