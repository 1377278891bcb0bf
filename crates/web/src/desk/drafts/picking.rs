use super::told::short;
use crate::Frame;
use app::{
    questionnaire_drafts::{MOST_CLAIMS, claim_field},
    typed::Typed,
};
use survey::{Item, Join, Question, Questionnaire, Test, edit};

/// A condition as lists to pick from.
pub struct Picking {
    pub joins: Vec<(String, String)>,
    pub join: String,
    pub tests: Vec<(String, String)>,
    /// What was asked before.
    pub questions: Vec<AskedBefore>,
    pub claims: Vec<ClaimLine>,
    pub is_text: bool,
    pub source: String,
    /// Nothing was asked before.
    pub is_first: bool,
}

pub struct AskedBefore {
    pub code: String,
    pub words: String,
    /// The codes of what it can be asked, with spaces between them.
    pub tests: String,
    pub answers: Vec<(String, String)>,
}

pub struct ClaimLine {
    pub number: String,
    pub question_id: String,
    pub question: String,
    pub test_id: String,
    pub test: String,
    pub answer_id: String,
    pub answer: String,
    pub number_id: String,
    pub typed: String,
}

/// Empty lines below those that say something.
const EMPTY_LINES: usize = 2;

pub fn picking(frame: &Frame, typed: &Typed, item: &Item, questionnaire: &Questionnaire) -> Picking {
    let questions: Vec<AskedBefore> = before(questionnaire, edit::code_of(item))
        .into_iter()
        .map(|known| asked(frame, known, questionnaire))
        .collect();
    let is_said = |row: &usize| {
        ["question", "answer", "number"].iter().any(|part| !typed.get(&claim_field(*row, part)).is_empty())
    };
    let used = (0..MOST_CLAIMS).filter(is_said).max().map_or(0, |last| last + 1);
    let claim = |row: usize| {
        let get = |part: &str| typed.get(&claim_field(row, part)).to_owned();
        ClaimLine {
            number: (row + 1).to_string(),
            question_id: claim_field(row, "question"),
            question: get("question"),
            test_id: claim_field(row, "test"),
            test: get("test"),
            answer_id: claim_field(row, "answer"),
            answer: get("answer"),
            number_id: claim_field(row, "number"),
            typed: get("number"),
        }
    };
    let say = |prefix: &str, code: &str| (code.to_owned(), frame.say(&format!("{prefix}-{code}")));
    Picking {
        joins: Join::ALL.map(|join| say("drafts-join", join.code())).into(),
        join: typed.get("condition_join").to_owned(),
        tests: Test::ALL.map(|test| say("drafts-test", test.code())).into(),
        is_first: questions.is_empty() && typed.get("relevance").is_empty(),
        questions,
        claims: (0..(used + EMPTY_LINES).min(MOST_CLAIMS)).map(claim).collect(),
        is_text: typed.get("condition_as") == "text",
        source: typed.get("relevance").to_owned(),
    }
}

/// The questions that come before an item, in the order of asking.
fn before<'q>(questionnaire: &'q Questionnaire, code: &str) -> Vec<&'q Question> {
    let mut found = Vec::new();
    let mut left: Vec<&Item> = questionnaire.items.iter().rev().collect();
    while let Some(item) = left.pop() {
        if edit::code_of(item) == code {
            break;
        }
        match item {
            Item::Question(question) => found.push(question),
            Item::Group(group) => left.extend(group.items.iter().rev()),
        }
    }
    found.retain(|question| Test::ALL.iter().any(|test| test.fits(question, questionnaire)));
    found
}

fn asked(frame: &Frame, question: &Question, questionnaire: &Questionnaire) -> AskedBefore {
    let language = frame.words.language();
    let label = survey::unpiped(question.label.say(language));
    let words = if label.is_empty() { question.code.to_string() } else { short(&label) };
    let tests = Test::ALL.iter().filter(|test| test.fits(question, questionnaire)).map(|test| test.code());
    let scale = questionnaire.scale_of(question);
    let options = scale.iter().flat_map(|scale| &scale.options);
    AskedBefore {
        answers: options
            .map(|option| (format!("{}:{}", question.code, option.code), short(option.label.say(language))))
            .collect(),
        tests: tests.collect::<Vec<_>>().join(" "),
        code: question.code.to_string(),
        words,
    }
}
