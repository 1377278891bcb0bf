//! What is said of an item in the outline: its kind, its condition, what is missing.

use crate::Frame;
use app::questionnaire_drafts::KindCode;
use survey::{Condition, Expression, Group, GroupLayout, Join, Question, Questionnaire, Shortcoming, Spot};

/// The longest beginning of a label within a list.
const SHORT: usize = 80;

/// The beginning of a label, on one line.
pub fn short(label: &str) -> String {
    let line = label.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= SHORT {
        return line;
    }
    let mut cut: String = line.chars().take(SHORT - 1).collect();
    cut.push('…');
    cut
}

pub fn kind(frame: &Frame, question: &Question) -> String {
    frame.say(&format!("drafts-kind-{}", KindCode::of(&question.kind).code()))
}

pub fn layout(frame: &Frame, group: &Group) -> String {
    frame.say(match group.layout {
        GroupLayout::Page => "drafts-kind-page",
        GroupLayout::Battery => "drafts-kind-grid",
        GroupLayout::Plain => "drafts-kind-group",
    })
}

/// „Показва се само ако …“ in words, or the expression where words cannot say it.
pub fn condition(frame: &Frame, relevance: Option<&Expression>, questionnaire: &Questionnaire) -> String {
    let Some(relevance) = relevance else { return String::new() };
    let Some(Condition { join, claims }) = Condition::read(relevance, questionnaire) else {
        return frame.tell("desk-sheet-condition", "expression", relevance.source());
    };
    let language = frame.words.language();
    let claim = |claim: &survey::Claim| {
        let question = questionnaire.question(claim.question.as_str());
        let label = question.map(|known| short(&survey::unpiped(known.label.say(language)))).unwrap_or_default();
        let label = if label.is_empty() { claim.question.to_string() } else { label };
        let scale = question.and_then(|known| questionnaire.scale_of(known));
        let option = scale.and_then(|scale| scale.option(&claim.value));
        let value = option.map_or_else(|| claim.value.clone(), |option| short(option.label.say(language)));
        frame.words.tell(
            &format!("drafts-claim-{}", claim.test.code()),
            &[("question", label.into()), ("value", value.into())],
        )
    };
    let claims: Vec<String> = claims.iter().map(claim).collect();
    let by = if join == Join::All { "drafts-claims-and" } else { "drafts-claims-or" };
    frame.tell("drafts-shown-if", "claims", claims.join(&format!(" {} ", frame.say(by))))
}

/// One thing that is missing, with the way to it.
pub struct LackRow {
    pub words: String,
    pub hint: String,
    pub where_words: String,
    pub address: String,
}

pub fn lacks(frame: &Frame, home: &str, questionnaire: &Questionnaire, found: &[Shortcoming]) -> Vec<LackRow> {
    found.iter().map(|one| lack(frame, home, questionnaire, one)).collect()
}

fn lack(frame: &Frame, home: &str, questionnaire: &Questionnaire, found: &Shortcoming) -> LackRow {
    let explained = frame.words.refusal(found);
    let language = frame.words.language();
    let (where_words, address) = match &found.at {
        Spot::Whole => (frame.say("drafts-about"), format!("{home}/about")),
        Spot::Item(code) => (item_words(frame, questionnaire, code), format!("{home}/items/{code}")),
        Spot::Scale(code) => {
            let user = questionnaire.questions().find(|question| question.scale() == Some(code));
            // The options of a grid are changed with the grid.
            let grid = user.and_then(|user| questionnaire.battery_of(user.code.as_str()));
            let place = grid.map(|grid| grid.code.to_string()).or(user.map(|user| user.code.to_string()));
            let label = user.map(|user| short(user.label.say(language))).unwrap_or_default();
            let place = place.map_or_else(|| home.to_owned(), |place| format!("{home}/items/{place}#options"));
            (frame.tell("drafts-options-of-question", "question", label), place)
        }
    };
    LackRow {
        words: explained.sentence,
        hint: explained.hint.unwrap_or_default(),
        where_words,
        address: frame.to(&address),
    }
}

/// How an item is called in a sentence.
pub fn item_words(frame: &Frame, questionnaire: &Questionnaire, code: &str) -> String {
    let language = frame.words.language();
    let item = survey::edit::item(&questionnaire.items, code);
    let label = item.and_then(|item| match item {
        survey::Item::Question(question) => Some(&question.label),
        survey::Item::Group(group) => group.label.as_ref(),
    });
    let label = label.map(|label| short(&survey::unpiped(label.say(language)))).unwrap_or_default();
    if label.is_empty() { code.to_owned() } else { label }
}
