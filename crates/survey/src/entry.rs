//! Answers typed into a form: read, checked and refused question by question. What was typed comes back as it was, so
//! that a page with a refusal shows it again.
//!
//! A field has the code of its question; the words beside „друго“ are in the field `CODE_other`.

mod field;
mod refused;

pub(crate) use field::read_number;
pub use field::{Fields, LONGEST_GIVEN, LONGEST_OTHER, LONGEST_TEXT, NUMBER_LIMIT, read_date, read_time};
pub use refused::{AnswerProblem, Refused};

use crate::{Answers, Item, Journey, Question, QuestionCode, QuestionKind, Questionnaire};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Who sits at the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hand {
    /// The person who answers: what must be answered is asked for again, and two answers where one is meant are refused.
    Respondent,
    /// Somebody who copies a card: an empty question stays empty, and two ticks where one is meant are kept as an answer
    /// that cannot be counted (`Missing::Invalid`).
    Copyist,
}

/// What came of a form.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub answers: Answers,
    /// In the order of asking; empty when all is well.
    pub refused: Vec<Refused>,
    /// As typed.
    pub raw: Fields,
    /// Questions of the page that the answers just given bring up and that the form did not have: show the page again.
    pub appeared: Vec<QuestionCode>,
}

impl Entry {
    pub fn is_accepted(&self) -> bool {
        self.refused.is_empty()
    }

    /// The refusal of one question.
    pub fn refusal(&self, code: &str) -> Option<&Refused> {
        self.refused.iter().find(|refused| refused.question.as_str() == code)
    }
}

/// Reads the form of one page over a draft.
///
/// The answers are the whole draft with the page's answers put in, hidden ones kept so that a change of mind loses
/// nothing; [`Journey::answers`] drops them at the end.
pub fn read_page(questionnaire: &Questionnaire, draft: &Answers, page: &str, raw: Fields, today: Date) -> Entry {
    let here = questions_of_page(questionnaire, page);
    // A page of one question brings up nothing more on itself: names only ever point backwards.
    let before = (here.len() > 1).then(|| Journey::of(questionnaire, draft, today));
    let read = Read::fields(questionnaire, &here, &raw, Hand::Respondent);
    let mut answers = draft.clone();
    for question in &here {
        answers.0.remove(question.code.as_str());
    }
    answers.0.extend(read.answers.0);
    let journey = Journey::of(questionnaire, &answers, today);
    let refused = refusals(&journey, here.iter().copied(), &read.problems, Hand::Respondent);
    let appeared = here
        .iter()
        .filter(|question| question.is_asked())
        .filter(|question| before.as_ref().is_some_and(|before| is_new(question, before, &journey, &raw)))
        .map(|question| question.code.clone())
        .collect();
    drop_refused(&mut answers, &refused);
    Entry { answers, refused, raw, appeared }
}

/// Whether the answers just given bring up the question, or other options of it than the form had.
fn is_new(question: &Question, before: &Journey<'_>, now: &Journey<'_>, raw: &Fields) -> bool {
    let code = question.code.as_str();
    if !now.is_shown(code) {
        return false;
    }
    if before.is_shown(code) {
        let is_open = now.context(None).answers.get(code).is_none();
        return is_open && question.filter.is_some() && now.offers(question, None) != before.offers(question, None);
    }
    !raw.keys().any(|name| name == code || name.strip_prefix(code).is_some_and(|rest| rest.starts_with('/')))
}

/// Reads a whole form at once. The answers are those that count.
pub fn read_form(questionnaire: &Questionnaire, raw: Fields, today: Date, hand: Hand) -> Entry {
    let all: Vec<&Question> = questionnaire.questions().collect();
    let read = Read::fields(questionnaire, &all, &raw, hand);
    let journey = Journey::of(questionnaire, &read.answers, today);
    let refused = refusals(&journey, all.iter().copied(), &read.problems, hand);
    let mut answers = match hand {
        Hand::Respondent => journey.answers(),
        Hand::Copyist => with_invalid(&journey, &all, &read.answers),
    };
    drop_refused(&mut answers, &refused);
    Entry { answers, refused, raw, appeared: Vec::new() }
}

/// Checks a finished draft once more, before it is taken: everything that must be answered, every constraint.
pub fn check(questionnaire: &Questionnaire, answers: &Answers, today: Date) -> Vec<Refused> {
    let journey = Journey::of(questionnaire, answers, today);
    refusals(&journey, questionnaire.questions(), &BTreeMap::new(), Hand::Respondent)
}

/// What came with a link: of the names, those that the questionnaire asks for; of the values, those that are a short word.
pub fn read_given(questionnaire: &Questionnaire, raw: &Fields) -> Answers {
    let given = questionnaire.questions().filter(|question| question.kind == QuestionKind::Given);
    let read = |question: &Question| {
        let answer = field::read(questionnaire, question, raw, Hand::Respondent).ok().flatten()?;
        Some((question.code.clone(), answer))
    };
    given.filter_map(read).collect()
}

/// Every field in which the question may be typed: its own, the words beside „друго“, the places of a ranking.
pub fn field_names(questionnaire: &Questionnaire, question: &Question) -> Vec<String> {
    field::names(questionnaire, question)
}

/// The fields that would bring these answers: to show a draft in a form.
pub fn fields(answers: &Answers) -> Fields {
    field::of_answers(answers)
}

struct Read<'q> {
    answers: Answers,
    problems: BTreeMap<&'q QuestionCode, AnswerProblem>,
}

impl<'q> Read<'q> {
    fn fields(questionnaire: &'q Questionnaire, questions: &[&'q Question], raw: &Fields, hand: Hand) -> Read<'q> {
        let mut read = Read { answers: Answers::default(), problems: BTreeMap::new() };
        for question in questions.iter().filter(|question| question.is_kept()) {
            match field::read(questionnaire, question, raw, hand) {
                Ok(Some(answer)) => {
                    read.answers.0.insert(question.code.clone(), answer);
                }
                Ok(None) => {}
                Err(problem) => {
                    read.problems.insert(&question.code, problem);
                }
            }
        }
        read
    }
}

fn refusals<'q>(
    journey: &Journey<'_>,
    questions: impl Iterator<Item = &'q Question>,
    problems: &BTreeMap<&QuestionCode, AnswerProblem>,
    hand: Hand,
) -> Vec<Refused> {
    questions
        .filter(|question| question.is_asked() && journey.is_shown(question.code.as_str()))
        .filter_map(|question| {
            let problem = match problems.get(&question.code) {
                Some(problem) => problem.clone(),
                None => objection(journey, question, hand)?,
            };
            Some(Refused { question: question.code.clone(), problem })
        })
        .collect()
}

fn objection(journey: &Journey<'_>, question: &Question, hand: Hand) -> Option<AnswerProblem> {
    let context = journey.context(None);
    let Some(answer) = context.answers.get(question.code.as_str()) else {
        let must = hand == Hand::Respondent && journey.is_required(question);
        let message = question.required.as_ref().and_then(|required| required.message.clone());
        return must.then_some(AnswerProblem::Required { message });
    };
    let constraint = question.constraint.as_ref()?;
    let holds = constraint.expression.holds(&journey.context(Some(answer)));
    (!holds).then(|| AnswerProblem::Constraint { message: constraint.message.clone() })
}

/// A card keeps what cannot be counted, so that it is counted as invalid and not as empty.
fn with_invalid(journey: &Journey<'_>, all: &[&Question], read: &Answers) -> Answers {
    let shown = all.iter().filter(|question| journey.is_shown(question.code.as_str()));
    shown.filter_map(|question| Some((question.code.clone(), read.get(question.code.as_str())?.clone()))).collect()
}

fn drop_refused(answers: &mut Answers, refused: &[Refused]) {
    for refusal in refused {
        answers.0.remove(refusal.question.as_str());
    }
}

/// All questions that a page may show, whatever the logic says now.
fn questions_of_page<'q>(questionnaire: &'q Questionnaire, page: &str) -> Vec<&'q Question> {
    let mut left: Vec<&Item> = questionnaire.items.iter().collect();
    while let Some(item) = left.pop() {
        match item {
            Item::Question(question) if question.code.as_str() == page => return vec![question],
            Item::Question(_) => {}
            Item::Group(group) if group.code.as_str() == page => return within(&group.items),
            Item::Group(group) => left.extend(&group.items),
        }
    }
    Vec::new()
}

fn within(items: &[Item]) -> Vec<&Question> {
    let mut left: Vec<&Item> = items.iter().rev().collect();
    let mut found = Vec::new();
    while let Some(item) = left.pop() {
        match item {
            Item::Question(question) => found.push(question),
            Item::Group(group) => left.extend(group.items.iter().rev()),
        }
    }
    found
}
