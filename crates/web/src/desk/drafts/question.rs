use super::{
    item::{Turn, newer},
    option_line::{OptionsPart, options_part},
    picking::{Picking, picking},
    told::item_words,
    words::{WordsFields, words_fields},
};
use crate::{
    Frame, Page, Said,
    desk::form::{Field, FieldKind, Fields},
    parts::FieldErrors,
};
use app::{questionnaire_drafts::KindCode, typed::Typed};
use askama::Template;
use base::Language;
use survey::{Item, QuestionKind, edit};

/// Everything of one question.
#[derive(Template)]
#[template(path = "desk/drafts/question.html")]
pub struct QuestionPage {
    frame: Frame,
    title: Said,
    home: String,
    address: String,
    heading: String,
    done: Option<String>,
    revision: u64,
    errors: FieldErrors,
    newer: Vec<(String, String)>,
    newer_by: String,
    label: Option<WordsFields>,
    hint: WordsFields,
    kind: Field,
    /// What is asked of this kind alone.
    kind_fields: Vec<Field>,
    options: Option<OptionsPart>,
    /// Where a list of places is taken in, and how many there are when there are more than a form holds.
    places: Option<Places>,
    picking: Picking,
    required: Option<Field>,
    required_message: Option<WordsFields>,
    constraint: Option<Field>,
    constraint_message: Option<WordsFields>,
    further: Vec<Field>,
    preview: String,
}

/// A list that comes from a table.
pub struct Places {
    address: String,
    now: Option<String>,
}

pub fn page(frame: Frame, turn: Turn<'_>) -> QuestionPage {
    let Turn { held, item, questionnaire, typed, errors, .. } = &turn;
    let home = format!("/desk/drafts/{}", held.draft.id);
    let code = edit::code_of(item);
    let question = item.question();
    let kind = question.map_or(KindCode::Text, |question| KindCode::of(&question.kind));
    let words =
        |key: &str, field: &str, lines: u8| words_fields(&frame, key, field, lines, typed, questionnaire, errors);
    let form = Fields::of(&frame, "drafts", typed);
    let scale = question.and_then(|question| questionnaire.scale_of(question));
    let in_grid = questionnaire.battery_of(code).is_some();
    let asked = kind.is_asked();
    QuestionPage {
        title: frame.said(&questionnaire.title),
        home: frame.to(&home),
        address: frame.to(&format!("{home}/items/{code}")),
        heading: item_words(&frame, questionnaire, code),
        done: turn.done.clone(),
        revision: held.draft.revision,
        newer: newer(&frame, &turn),
        newer_by: held.changed_by_name.clone(),
        label: (kind != KindCode::Calculated).then(|| words("drafts-label", "label", 2)),
        hint: words("drafts-hint", "hint", 2),
        kind: kind_field(&frame, typed, in_grid),
        kind_fields: kind_fields(&form, kind, question.map(|question| &question.kind)),
        options: scale
            .filter(|scale| kind.has_options() && !in_grid && scale.options.len() <= edit::MOST_OPTIONS)
            .map(|scale| options_part(&frame, typed, item, scale, questionnaire, errors)),
        places: question.filter(|question| super::places::takes(questionnaire, question)).map(|_| Places {
            address: frame.to(&format!("{home}/items/{code}/places")),
            now: scale.filter(|scale| scale.options.len() > edit::MOST_OPTIONS).map(|scale| {
                frame.words.tell(
                    "drafts-places-now",
                    &[("n", frame.words.whole(u64::try_from(scale.options.len()).unwrap_or(u64::MAX)).into())],
                )
            }),
        }),
        picking: picking(&frame, typed, item, questionnaire),
        required: asked.then(|| form.tick("required")),
        required_message: asked.then(|| words("drafts-required-message", "required_message", 1)),
        constraint: asked.then(|| form.area("constraint", 2)),
        constraint_message: asked.then(|| words("drafts-constraint-message", "constraint_message", 1)),
        further: further(&form, kind),
        preview: frame.to(&format!("{home}/preview?item={code}")),
        errors: errors.clone(),
        frame,
    }
}

fn kind_field(frame: &Frame, typed: &Typed, in_grid: bool) -> Field {
    let kinds = KindCode::ALL.into_iter().filter(|kind| !in_grid || *kind == KindCode::One);
    let choices = kinds.map(|kind| (kind.code().to_owned(), frame.say(&format!("drafts-kind-{}", kind.code()))));
    Fields::of(frame, "drafts", typed).select("kind", choices)
}

fn kind_fields(form: &Fields<'_>, kind: KindCode, asked: Option<&QuestionKind>) -> Vec<Field> {
    match kind {
        KindCode::Text | KindCode::LongText => vec![form.number("longest")],
        KindCode::Integer | KindCode::Rating => vec![form.number("least"), form.number("most"), form.number("step")],
        KindCode::Decimal => {
            vec![form.number("least"), form.number("most"), form.number("step"), form.tick("offered")]
        }
        KindCode::One => {
            let takes_other = asked.is_some_and(|kind| matches!(kind, QuestionKind::One { .. }));
            let look = form.radio("look", ["list", "row", "menu", "settlements"]);
            if takes_other { vec![form.tick("other"), look] } else { vec![look] }
        }
        KindCode::Many => vec![form.tick("other"), form.number("ticks_least"), form.number("ticks_most")],
        KindCode::File | KindCode::Photo => vec![form.number("files_most")],
        KindCode::Calculated => vec![form.area("calculation", 2)],
        KindCode::Ranking
        | KindCode::Date
        | KindCode::Time
        | KindCode::Email
        | KindCode::Telephone
        | KindCode::Point
        | KindCode::Consent
        | KindCode::Note
        | KindCode::Given => Vec::new(),
    }
}

fn further(form: &Fields<'_>, kind: KindCode) -> Vec<Field> {
    let mut fields = vec![form.line("code").needed()];
    if kind.is_asked() {
        fields.push(form.line("required_if"));
    }
    if kind.has_options() {
        fields.extend([form.tick("shuffled"), form.line("filter")]);
    }
    fields.extend([form.line("dimension"), form.tick("profile"), form.line("mirror")]);
    fields
}

impl Page for QuestionPage {
    const NAME: &'static str = "desk-draft-question";

    fn samples(language: Language) -> Vec<(&'static str, QuestionPage)> {
        let held = super::sample();
        let mut spoken = super::sample();
        spoken.questionnaire.languages.extend("tr".parse::<base::LanguageTag>().ok());
        let one = |held: &app::questionnaire_drafts::HeldDraft, wanted: fn(&QuestionKind) -> bool| {
            let question = held.questionnaire.questions().find(|question| wanted(&question.kind))?.clone();
            let typed = app::questionnaire_drafts::QuestionForm::typed(&question, &held.questionnaire);
            let item = Item::Question(question);
            let turn = Turn {
                held,
                item: &item,
                questionnaire: &held.questionnaire,
                typed,
                errors: FieldErrors::default(),
                is_stale: false,
                done: None,
            };
            Some(page(super::sample_frame(language, "drafts-title"), turn))
        };
        let pages = [
            ("choice", one(&held, |kind| matches!(kind, QuestionKind::One { .. }))),
            ("several-in-two-languages", one(&spoken, |kind| matches!(kind, QuestionKind::Many { .. }))),
            ("number", one(&held, |kind| matches!(kind, QuestionKind::Integer(_)))),
        ];
        pages.into_iter().filter_map(|(name, page)| Some((name, page?))).collect()
    }
}
