use super::{
    super::{
        ImportQuestionnaires, SignedIn,
        problems::{ProblemRow, field_error, problem_rows},
        refused,
        upload::Upload,
    },
    change, held, made_on,
    told::item_words,
};
use crate::{
    Failure, Frame, Page, Visit,
    parts::{FieldError, FieldErrors},
};
use app::{
    fieldwork,
    questionnaire_drafts::{Act, HeldDraft},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{Language, Text};
use survey::{Item, Located, Question, QuestionCode, QuestionKind, Questionnaire, edit, place_list};

/// A list of settlements for one question, from a table.
#[derive(Template)]
#[template(path = "desk/drafts/places.html")]
pub struct PlacesPage {
    frame: Frame,
    question: String,
    what: String,
    address: String,
    revision: u64,
    bounds: String,
    errors: FieldErrors,
    problems: Vec<ProblemRow>,
    summary: String,
}

/// Whether a question can be answered from a list of places: one choice, that is no row of a grid.
pub fn takes(questionnaire: &Questionnaire, question: &Question) -> bool {
    matches!(question.kind, QuestionKind::One { .. }) && questionnaire.battery_of(question.code.as_str()).is_none()
}

fn found(held: &HeldDraft, item: &str) -> Result<(), Failure> {
    let question = held.questionnaire.question(item);
    question.filter(|question| takes(&held.questionnaire, question)).map(|_| ()).ok_or(Failure::NotFound)
}

pub async fn ask(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path((draft, item)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let held = held(&visit, actor, &draft).await?;
    found(&held, &item)?;
    visit.show(&page(frame(&visit, &who, &held), &held, &item, Told::default()))
}

pub async fn take(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path((draft, item)): Path<(String, String)>,
    upload: Upload,
) -> Result<Response, Failure> {
    let known = held(&visit, actor, &draft).await?;
    found(&known, &item)?;
    let told = match upload.file("file") {
        None => Told::error(field_error(&visit, "file", &fieldwork::Trouble::FileMissing)),
        Some(file) => match place_list::read(&file.bytes) {
            Err(place_list::PlacesRefused { problems, count }) => Told::of(visit.words, &problems, count),
            Ok(places) => {
                let code = item.clone();
                let changed = change(
                    &visit,
                    actor,
                    &draft,
                    made_on(&upload.fields),
                    (Act::PlacesTaken, item.clone()),
                    move |known| Ok(edit::take_places(known, &code, places)?),
                );
                match changed.await? {
                    Ok(_) => return Ok(visit.go_to(&format!("/desk/drafts/{draft}/items/{item}?done=draft-saved"))),
                    Err(errors) => Told { errors, ..Told::default() },
                }
            }
        },
    };
    let held = held(&visit, actor, &draft).await?;
    Ok(refused(visit.show(&page(frame(&visit, &who, &held), &held, &item, told))?))
}

/// What a page says of the file that came.
#[derive(Default)]
struct Told {
    errors: FieldErrors,
    problems: Vec<ProblemRow>,
    summary: String,
}

impl Told {
    fn error(error: FieldError) -> Told {
        Told { errors: FieldErrors(vec![error]), ..Told::default() }
    }

    fn of(words: app::Words, problems: &[Located<place_list::PlaceListProblem>], count: usize) -> Told {
        let summary = words.tell("drafts-places-problems", &[("n", count.into())]);
        let error = FieldError { field: "file".to_owned(), sentence: summary.clone(), hint: None };
        Told { problems: problem_rows(words, problems), summary, ..Told::error(error) }
    }
}

fn frame(visit: &Visit, who: &SignedIn, held: &HeldDraft) -> Frame {
    super::frame(visit, who, held, &visit.words.say("drafts-places-title"))
}

fn page(frame: Frame, held: &HeldDraft, item: &str, told: Told) -> PlacesPage {
    let home = format!("/desk/drafts/{}/items/{item}", held.draft.id);
    let bounds = [
        ("size", (place_list::LARGEST_FILE / 1_000_000).into()),
        ("places", frame.words.whole(u64::try_from(place_list::MOST_PLACES).unwrap_or(0)).into()),
    ];
    PlacesPage {
        question: frame.to(&home),
        what: item_words(&frame, &held.questionnaire, item),
        address: frame.to(&format!("{home}/places")),
        revision: held.draft.revision,
        bounds: frame.words.tell("drafts-places-file-hint", &bounds),
        errors: told.errors,
        problems: told.problems,
        summary: told.summary,
        frame,
    }
}

impl Page for PlacesPage {
    const NAME: &'static str = "desk-draft-places";

    fn samples(language: Language) -> Vec<(&'static str, PlacesPage)> {
        let mut held = super::sample();
        let words = app::Words::new(language);
        let scale = held.questionnaire.scales.keys().next().cloned();
        let town = scale.zip(QuestionCode::parse("town").ok()).map(|(scale, code)| {
            Question::new(code, Text::new("Къде живеете?", "Where do you live?"), QuestionKind::one(scale))
        });
        held.questionnaire.items.extend(town.map(Item::Question));
        let code = "town";
        let told = place_list::read("код,име\n1,Примерово\n1,\n".as_bytes())
            .err()
            .map(|refused| Told::of(words, &refused.problems, refused.count))
            .unwrap_or_default();
        [("empty", Told::default()), ("refused", told)]
            .into_iter()
            .map(|(name, told)| (name, page(super::sample_frame(language, "drafts-places-title"), &held, code, told)))
            .collect()
    }
}
