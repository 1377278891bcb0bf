mod document;

use jiff::civil::Date;
use std::collections::BTreeMap;
use survey::{Answer, Journey, Missing, Mode, Outcome, Question, QuestionCode, Questionnaire, Response, Standing};

/// What a set of responses adds up to, question by question. Adding one response costs the same whether it is the tenth
/// or the ten millionth, and two sets of counts can be added together.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Counts {
    responses: u64,
    by_mode: BTreeMap<Mode, u64>,
    questions: BTreeMap<QuestionCode, QuestionCounts>,
}

/// The counts of one question. Missing answers are kept apart by their reason, and „не мога да преценя“ is a reason.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct QuestionCounts {
    /// Responses with a substantive answer.
    pub answered: u64,
    pub missing: BTreeMap<Missing, u64>,
    /// One for each option of the scale, in its order; several per response where several may be chosen.
    pub options: Vec<u64>,
    /// How often each number was given.
    pub numbers: BTreeMap<Number, u64>,
    /// How often each day was given.
    pub days: BTreeMap<Date, u64>,
}

/// A finite number with a total order, so that it can be a key.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number(f64);

impl Eq for Number {}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Number) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Number) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl Number {
    pub fn value(self) -> f64 {
        self.0
    }
}

impl Counts {
    pub fn responses(&self) -> u64 {
        self.responses
    }

    pub fn by_mode(&self) -> &BTreeMap<Mode, u64> {
        &self.by_mode
    }

    pub fn question(&self, code: &str) -> Option<&QuestionCounts> {
        self.questions.get(code)
    }

    /// Adds one response to the counts of `current`. Its journey is computed through the version that it answered, on the
    /// day of answering, and decides what counts; a question of `current` that this version lacks is missing for that reason.
    pub fn add(&mut self, current: &Questionnaire, version: &Questionnaire, response: &Response) {
        let journey = Journey::of(version, &response.answers, response.day);
        self.responses += 1;
        *self.by_mode.entry(response.mode).or_default() += 1;
        for question in current.questions().filter(|question| question.is_asked()) {
            if !self.questions.contains_key(&question.code) {
                self.questions.insert(question.code.clone(), QuestionCounts::default());
            }
            let outcome = match std::ptr::eq(current, version) {
                true => journey.outcome_of(question),
                false => journey.outcome(question.code.as_str()),
            };
            if let Some(counts) = self.questions.get_mut(&question.code) {
                counts.add(current, question, outcome);
            }
        }
    }
}

impl QuestionCounts {
    /// Everybody who was asked, whether they answered or not.
    pub fn asked(&self) -> u64 {
        self.answered
            + self.missing_because(&[Missing::Skipped, Missing::DontKnow, Missing::NotApplicable, Missing::Invalid])
    }

    pub fn missing_because(&self, reasons: &[Missing]) -> u64 {
        reasons.iter().filter_map(|reason| self.missing.get(reason)).sum()
    }

    fn add(&mut self, questionnaire: &Questionnaire, question: &Question, outcome: Outcome) {
        let answer = match outcome {
            Outcome::Missing(reason) => return self.add_missing(reason),
            Outcome::Answered(answer) => answer,
        };
        match answer {
            Answer::Text(_) => self.answered += 1,
            Answer::Integer(_) | Answer::Decimal(_) => {
                let Some(number) = answer.number() else { return };
                self.answered += 1;
                *self.numbers.entry(Number(number)).or_default() += 1;
            }
            Answer::Date(day) => {
                self.answered += 1;
                *self.days.entry(*day).or_default() += 1;
            }
            Answer::One(..) | Answer::Many(..) => self.add_choice(questionnaire, question, answer),
        }
    }

    fn add_choice(&mut self, questionnaire: &Questionnaire, question: &Question, answer: &Answer) {
        let Some(scale) = questionnaire.scale_of(question) else { return self.add_missing(Missing::Invalid) };
        self.options.resize(scale.options.len(), 0);
        let chosen: Vec<usize> = answer
            .options()
            .iter()
            .filter_map(|code| scale.options.iter().position(|option| option.code == *code))
            .collect();
        let standing = |index: usize| scale.options.get(index).map(|option| option.standing);
        if chosen.is_empty() {
            return self.add_missing(Missing::Invalid);
        }
        for index in &chosen {
            if let Some(count) = self.options.get_mut(*index) {
                *count += 1;
            }
        }
        let outside = |wanted: Standing| chosen.iter().all(|index| standing(*index) == Some(wanted));
        if outside(Standing::DontKnow) {
            self.add_missing(Missing::DontKnow);
        } else if outside(Standing::NotApplicable) {
            self.add_missing(Missing::NotApplicable);
        } else {
            self.answered += 1;
        }
    }

    fn add_missing(&mut self, reason: Missing) {
        *self.missing.entry(reason).or_default() += 1;
    }
}
