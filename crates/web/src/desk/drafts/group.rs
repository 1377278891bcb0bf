use super::{
    item::{Turn, newer},
    option_line::{OptionsPart, options_part},
    picking::{Picking, picking},
    told,
    words::{WordsFields, words_fields},
};
use crate::{
    Frame, Page, Said,
    desk::form::{Field, FieldKind, Fields},
    parts::FieldErrors,
};
use app::questionnaire_drafts::GroupForm;
use askama::Template;
use base::Language;
use survey::{Item, QuestionKind, edit};

/// What is said of a page, a group or a grid.
#[derive(Template)]
#[template(path = "desk/drafts/group.html")]
pub struct GroupPage {
    frame: Frame,
    title: Said,
    home: String,
    address: String,
    kicker: String,
    heading: String,
    done: Option<String>,
    revision: u64,
    errors: FieldErrors,
    newer: Vec<(String, String)>,
    newer_by: String,
    label: WordsFields,
    hint: WordsFields,
    options: Option<OptionsPart>,
    picking: Picking,
    /// How often it is asked.
    repeating: Vec<Field>,
    repeats: bool,
    further: Vec<Field>,
}

/// Who says how often it is asked: the person after each time, or an earlier answer.
fn counts(frame: &Frame, turn: &Turn<'_>) -> Vec<(String, String)> {
    let own = edit::code_of(turn.item);
    let holds =
        |question: &survey::Question| turn.item.group().is_some_and(|group| group.holds(question.code.as_str()));
    let numbers = turn.questionnaire.questions().filter(|question| !holds(question));
    let numbers = numbers.filter(|question| matches!(question.kind, QuestionKind::Integer(_)));
    let told = |question: &survey::Question| {
        let words = told::item_words(frame, turn.questionnaire, question.code.as_str());
        (format!("${{{}}}", question.code), frame.tell("drafts-repeat-count-of", "question", words))
    };
    let mut all = vec![(String::new(), frame.say("drafts-repeat-count-asked"))];
    all.extend(numbers.filter(|question| question.code.as_str() != own).map(told));
    // What somebody wrote in a file stays to be chosen.
    let kept = turn.typed.get("repeat_count");
    if all.iter().all(|(code, _)| code != kept) {
        all.push((kept.to_owned(), kept.to_owned()));
    }
    all
}

pub fn page(frame: Frame, turn: Turn<'_>) -> GroupPage {
    let Turn { held, item, questionnaire, typed, errors, .. } = &turn;
    let home = format!("/desk/drafts/{}", held.draft.id);
    let code = edit::code_of(item);
    let group = item.group();
    let words =
        |key: &str, field: &str, lines: u8| words_fields(&frame, key, field, lines, typed, questionnaire, errors);
    let form = Fields::of(&frame, "drafts", typed);
    let scale = group.and_then(survey::Group::battery_scale).and_then(|code| questionnaire.scales.get(code));
    GroupPage {
        title: frame.said(&questionnaire.title),
        home: frame.to(&home),
        address: frame.to(&format!("{home}/items/{code}")),
        kicker: group.map(|group| told::layout(&frame, group)).unwrap_or_default(),
        heading: told::item_words(&frame, questionnaire, code),
        done: turn.done.clone(),
        revision: held.draft.revision,
        newer: newer(&frame, &turn),
        newer_by: held.changed_by_name.clone(),
        label: words("drafts-heading", "label", 1),
        hint: words("drafts-hint", "hint", 2),
        options: scale.map(|scale| options_part(&frame, typed, item, scale, questionnaire, errors)),
        picking: picking(&frame, typed, item, questionnaire),
        repeating: vec![
            form.tick("repeats"),
            form.number("rounds"),
            form.select("repeat_count", counts(&frame, &turn)),
        ],
        repeats: group.is_some_and(|group| group.repeated.is_some()),
        further: vec![form.line("code").needed(), form.tick("shuffled")],
        errors: errors.clone(),
        frame,
    }
}

impl Page for GroupPage {
    const NAME: &'static str = "desk-draft-group";

    fn samples(language: Language) -> Vec<(&'static str, GroupPage)> {
        let held = super::sample();
        let mut left: Vec<&Item> = held.questionnaire.items.iter().collect();
        let (mut page_of, mut grid) = (None, None);
        while let Some(item) = left.pop() {
            if let Item::Group(group) = item {
                if group.is_battery() {
                    grid = Some(item)
                } else {
                    page_of = Some(item)
                }
                left.extend(&group.items);
            }
        }
        let show = |item: Option<&Item>| {
            let item = item?;
            let turn = Turn {
                held: &held,
                item,
                questionnaire: &held.questionnaire,
                typed: GroupForm::typed(item.group()?, &held.questionnaire),
                errors: FieldErrors::default(),
                is_stale: false,
                done: None,
            };
            Some(page(super::sample_frame(language, "drafts-title"), turn))
        };
        [("page", show(page_of)), ("grid", show(grid))]
            .into_iter()
            .filter_map(|(name, page)| Some((name, page?)))
            .collect()
    }
}
