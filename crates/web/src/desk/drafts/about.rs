use super::{
    super::{ImportQuestionnaires, SignedIn, done, refused},
    change, held, made_on,
    words::{WordsFields, words_fields},
};
use crate::{
    Asked, Failure, Fields, Frame, Page, Said, Visit,
    desk::form::{self, Field, FieldKind},
    language::own_name,
    parts::{FieldError, FieldErrors},
};
use app::{
    questionnaire_drafts::{AboutForm, Act, HeldDraft},
    typed::Typed,
};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{Language, LanguageTag};
use survey::edit::{self, EditRefusal};

/// Title, the words before and after, languages.
#[derive(Template)]
#[template(path = "desk/drafts/about.html")]
pub struct AboutPage {
    frame: Frame,
    title: Said,
    home: String,
    done: Option<String>,
    revision: u64,
    errors: FieldErrors,
    newer: Vec<(String, String)>,
    newer_by: String,
    words: Vec<(&'static str, WordsFields)>,
    fields: Vec<Field>,
    languages: Vec<Spoken>,
    /// Those that may be added.
    further: Vec<(String, String)>,
    other_language: String,
}

struct Spoken {
    tag: String,
    name: String,
    /// Bulgarian stays.
    may_go: bool,
}

pub async fn ask(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path(draft): Path<String>,
    asked: Asked,
) -> Result<Response, Failure> {
    let held = held(&visit, actor, &draft).await?;
    let typed = AboutForm::typed(&held.questionnaire);
    let frame = super::frame(&visit, &who, &held, &visit.words.say("drafts-about"));
    let page = page(frame, &held, &typed, FieldErrors::default(), false);
    visit.show(&AboutPage { done: done(&visit, &asked), ..page })
}

pub async fn save(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path(draft): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let made_on = made_on(&fields);
    let typed: Typed = fields.0.into_iter().collect();
    let sent = typed.clone();
    let changed = change(&visit, actor, &draft, made_on, (Act::AboutChanged, String::new()), move |known| {
        let about = AboutForm::read(&sent, &known);
        Ok(edit::change_about(known, about)?)
    });
    match changed.await? {
        Ok(_) => Ok(visit.go_to(&format!("/desk/drafts/{draft}?done=draft-saved"))),
        Err(errors) => again(&visit, &who, actor, &draft, (made_on, &typed, errors)).await,
    }
}

pub async fn add_language(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path(draft): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    language(&visit, &who, actor, &draft, &fields, Act::LanguageAdded, edit::add_language).await
}

pub async fn remove_language(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path(draft): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    language(&visit, &who, actor, &draft, &fields, Act::LanguageRemoved, edit::remove_language).await
}

async fn language(
    visit: &Visit,
    who: &SignedIn,
    actor: base::Actor,
    draft: &str,
    fields: &Fields,
    act: Act,
    edit: fn(survey::Questionnaire, LanguageTag) -> Result<survey::Questionnaire, EditRefusal>,
) -> Result<Response, Failure> {
    let given =
        Some(fields.text("other_language")).filter(|other| !other.is_empty()).unwrap_or(fields.text("language"));
    let made_on = made_on(fields);
    let read = given.parse::<LanguageTag>();
    let given = given.to_owned();
    let changed = change(visit, actor, draft, made_on, (act, given.clone()), move |known| {
        let language = read.map_err(|_| EditRefusal::UnknownLanguage { given: given.chars().take(40).collect() })?;
        Ok(edit(known, language)?)
    });
    match changed.await? {
        Ok(_) => Ok(visit.go_to(&format!("/desk/drafts/{draft}/about?done=draft-saved"))),
        Err(errors) => {
            let held = super::held(visit, actor, draft).await?;
            let typed = AboutForm::typed(&held.questionnaire);
            again(visit, who, actor, draft, (held.draft.revision, &typed, errors)).await
        }
    }
}

async fn again(
    visit: &Visit,
    who: &SignedIn,
    actor: base::Actor,
    draft: &str,
    (made_on, typed, errors): (u64, &Typed, FieldErrors),
) -> Result<Response, Failure> {
    let held = held(visit, actor, draft).await?;
    let is_stale = held.draft.revision != made_on;
    let frame = super::frame(visit, who, &held, &visit.words.say("drafts-about"));
    Ok(refused(visit.show(&page(frame, &held, typed, errors, is_stale))?))
}

fn page(frame: Frame, held: &HeldDraft, typed: &Typed, mut errors: FieldErrors, is_stale: bool) -> AboutPage {
    let questionnaire = &held.questionnaire;
    let kept = AboutForm::typed(questionnaire);
    let words = [
        ("title", "drafts-title-field", 1),
        ("introduction", "drafts-introduction", 5),
        ("thanks", "drafts-thanks", 3),
    ];
    let words = words
        .map(|(field, key, lines)| (field, words_fields(&frame, key, field, lines, typed, questionnaire, &errors)));
    let form = form::Fields::of(&frame, "drafts", typed);
    let fields = vec![
        Field { label: frame.say("drafts-form-code"), hint: frame.say("drafts-form-code.hint"), ..form.line("code") },
        form.line("version"),
    ];
    let newer = kept.fields().filter(|(field, value)| is_stale && typed.get(field) != *value).map(|(field, value)| {
        let label = words.iter().flat_map(|(_, words)| &words.fields).find(|known| known.id == field);
        let label = label.map(|known| known.label.clone());
        let label = label.or_else(|| fields.iter().find(|known| known.id == field).map(|known| known.label.clone()));
        (label.unwrap_or_default(), if value.is_empty() { frame.say("desk-form-empty") } else { value.to_owned() })
    });
    const OFFERED: [&str; 11] = ["en", "tr", "ro", "hy", "uk", "ru", "de", "fr", "es", "el", "rom"];
    let further = OFFERED.iter().filter_map(|tag| tag.parse::<LanguageTag>().ok());
    let further = further.filter(|language| !questionnaire.languages.contains(language));
    let spoken = questionnaire.languages.iter().map(|language| Spoken {
        tag: language.to_string(),
        name: own_name(*language),
        may_go: *language != LanguageTag::BULGARIAN,
    });
    // The summary leads to what is there.
    let known = ["code", "version", "language"];
    let is_known = |error: &FieldError| {
        known.contains(&error.field.as_str())
            || words.iter().flat_map(|(_, words)| &words.fields).any(|field| field.id == error.field)
    };
    errors.0.iter_mut().filter(|error| !is_known(error)).for_each(|error| error.field = "form".to_owned());
    AboutPage {
        title: frame.said(&questionnaire.title),
        home: frame.to(&format!("/desk/drafts/{}", held.draft.id)),
        done: None,
        revision: held.draft.revision,
        newer: newer.collect(),
        newer_by: held.changed_by_name.clone(),
        languages: spoken.collect(),
        further: further.map(|language| (language.to_string(), own_name(language))).collect(),
        other_language: String::new(),
        words: words.into(),
        fields,
        errors,
        frame,
    }
}

impl Page for AboutPage {
    const NAME: &'static str = "desk-draft-about";

    fn samples(language: Language) -> Vec<(&'static str, AboutPage)> {
        let frame = || super::sample_frame(language, "drafts-about");
        let held = super::sample();
        let typed = AboutForm::typed(&held.questionnaire);
        let stale = typed.clone().with("title_bg", "Друго заглавие");
        vec![
            ("kept", page(frame(), &held, &typed, FieldErrors::default(), false)),
            ("stale", page(frame(), &held, &stale, FieldErrors::default(), true)),
        ]
    }
}
