use super::{
    super::{ImportQuestionnaires, SignedIn, done, lint::LintPanel},
    held, rows,
    rows::Row,
    told::{LackRow, lacks},
};
use crate::{Asked, Failure, Frame, Page, Said, Visit, parts::FieldErrors};
use app::questionnaire_drafts::HeldDraft;
use askama::Template;
use axum::{extract::Path, response::Response};
use base::Language;
use survey::{lint, shortcomings};

/// The whole draft at a glance, with a button for every change of place.
#[derive(Template)]
#[template(path = "desk/drafts/outline.html")]
pub struct OutlinePage {
    frame: Frame,
    study: Said,
    study_address: String,
    audience: Said,
    title: Said,
    facts: String,
    saved: String,
    done: Option<String>,
    errors: FieldErrors,
    revision: u64,
    home: String,
    lacks: Vec<LackRow>,
    rows: Vec<Row>,
    lint: LintPanel,
    is_empty: bool,
    is_published: bool,
}

pub async fn show(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path(draft): Path<String>,
    asked: Asked,
) -> Result<Response, Failure> {
    let held = held(&visit, actor, &draft).await?;
    visit.show(&outline(&visit, &who, &held, done(&visit, &asked), FieldErrors::default()))
}

/// The outline with what was refused above it.
/// Goes where the outcome of a change leads; what was refused is told above the outline.
pub async fn answer<T>(
    visit: &Visit,
    who: &SignedIn,
    actor: base::Actor,
    draft: &str,
    outcome: Result<T, FieldErrors>,
    to: impl FnOnce(T) -> String,
) -> Result<Response, Failure> {
    match outcome {
        Ok(value) => Ok(visit.go_to(&to(value))),
        Err(errors) => refused(visit, who, actor, draft, errors).await,
    }
}

async fn refused(
    visit: &Visit,
    who: &SignedIn,
    actor: base::Actor,
    draft: &str,
    errors: FieldErrors,
) -> Result<Response, Failure> {
    let held = held(visit, actor, draft).await?;
    Ok(super::super::refused(visit.show(&outline(visit, who, &held, None, errors))?))
}

fn outline(visit: &Visit, who: &SignedIn, held: &HeldDraft, done: Option<String>, errors: FieldErrors) -> OutlinePage {
    let title = held.questionnaire.title.say(visit.language()).to_owned();
    page(super::frame(visit, who, held, &title), held, done, errors)
}

fn page(frame: Frame, held: &HeldDraft, done: Option<String>, mut errors: FieldErrors) -> OutlinePage {
    let questionnaire = &held.questionnaire;
    let found = shortcomings(questionnaire);
    let home = format!("/desk/drafts/{}", held.draft.id);
    let words = frame.words;
    let questions = questionnaire.questions().filter(|question| question.is_asked()).count();
    let languages: Vec<String> =
        questionnaire.languages.iter().map(|language| crate::language::own_name(*language)).collect();
    // What was refused has no field here.
    errors.0.iter_mut().for_each(|error| error.field = "outline".to_owned());
    OutlinePage {
        study: frame.said(&held.study.title),
        study_address: frame.to(&format!("/desk/studies/{}", held.study.id)),
        audience: frame.said(&held.audience.name),
        title: frame.said(&questionnaire.title),
        facts: words.tell(
            "drafts-facts",
            &[
                ("questions", words.tell("count-questions", &[("n", questions.into())]).into()),
                ("languages", languages.join(", ").into()),
            ],
        ),
        saved: words.tell(
            "drafts-saved",
            &[
                ("at", super::super::moment::moment(words, held.last.changed_at).into()),
                ("who", held.changed_by_name.clone().into()),
            ],
        ),
        done,
        errors,
        revision: held.draft.revision,
        lacks: lacks(&frame, &home, questionnaire, &found),
        rows: rows::rows(&frame, &home, questionnaire, &found),
        lint: {
            let found = lint::lint(questionnaire, &lint::Places::default());
            LintPanel::new(words, &found, |code| Some(frame.to(&format!("{home}/items/{code}"))))
        },
        is_empty: questionnaire.items.is_empty(),
        is_published: held.audience.questionnaire.is_some(),
        home: frame.to(&home),
        frame,
    }
}

impl Page for OutlinePage {
    const NAME: &'static str = "desk-draft";

    fn samples(language: Language) -> Vec<(&'static str, OutlinePage)> {
        let frame = || super::sample_frame(language, "drafts-title");
        let held = super::sample();
        let mut empty = super::sample();
        empty.questionnaire = app::questionnaire_drafts::empty(&empty.audience);
        let mut lacking = super::sample();
        lacking.questionnaire.languages.extend("tr".parse::<base::LanguageTag>().ok());
        vec![
            ("whole", page(frame(), &held, None, FieldErrors::default())),
            ("empty", page(frame(), &empty, None, FieldErrors::default())),
            ("lacking", page(frame(), &lacking, None, FieldErrors::default())),
        ]
    }
}
