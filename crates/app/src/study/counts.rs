mod battery;
mod document;
mod entries;
mod pairs;

pub use battery::{BatteryCounts, LEAST_ROWS};
pub use entries::EntryPeople;
pub use pairs::PairCounts;
pub(super) use pairs::{groupings, overall};

use base::QuestionnaireId;
use jiff::{Span, civil::Date};
use std::collections::BTreeMap;
use survey::{
    Answer, GroupCode, Journey, Missing, Mode, OptionCode, Outcome, Question, QuestionCode, Questionnaire, Response,
    Standing,
};

/// What a set of responses adds up to, question by question. Adding one response costs the same whether it is the tenth
/// or the ten millionth, and two sets of counts can be added together.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Counts {
    responses: u64,
    by_mode: BTreeMap<Mode, u64>,
    by_version: BTreeMap<QuestionnaireId, u64>,
    questions: BTreeMap<QuestionCode, QuestionCounts>,
    /// By the Monday of the week: never finer, though the day is known.
    by_week: BTreeMap<Date, BTreeMap<Mode, u64>>,
    batteries: BTreeMap<GroupCode, BatteryCounts>,
    /// By the code that the author gave to what is asked several times.
    entries: BTreeMap<QuestionCode, EntryPeople>,
    /// In the order of the questionnaire; empty before the first response.
    pairs: Vec<PairCounts>,
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
    /// Hours of a day count as hours since midnight.
    pub numbers: BTreeMap<Number, u64>,
    /// For each option of a ranking how often it was on each place, the first place first. `options` then counts the
    /// first places.
    pub places: Vec<Vec<u64>>,
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

    /// How many answered each version of the questionnaire.
    pub fn by_version(&self) -> &BTreeMap<QuestionnaireId, u64> {
        &self.by_version
    }

    /// The answers of each week by the way they came in, by the week's Monday.
    pub fn by_week(&self) -> &BTreeMap<Date, BTreeMap<Mode, u64>> {
        &self.by_week
    }

    /// How a battery of at least [`LEAST_ROWS`] rows was filled in.
    pub fn battery(&self, code: &str) -> BatteryCounts {
        self.batteries.get(code).copied().unwrap_or_default()
    }

    pub fn question(&self, code: &str) -> Option<&QuestionCounts> {
        self.questions.get(code)
    }

    /// Who answered a question that is asked several times, by the code that its author gave it.
    pub fn entries(&self, code: &str) -> Option<&EntryPeople> {
        self.entries.get(code)
    }

    /// Two questions of the same people, where they are counted together.
    pub fn pair(&self, row: &QuestionCode, column: &QuestionCode) -> Option<&PairCounts> {
        self.pairs.iter().find(|pair| pair.row == *row && pair.column == *column)
    }

    /// Adds one response to the counts of `current`. Its journey is computed through the version that it answered, on the
    /// day of answering, and decides what counts; a question of `current` that this version lacks is missing for that reason.
    /// What a question was called in that version, `current` says (see [`survey::Earlier`]).
    pub fn add(&mut self, current: &Questionnaire, version: &Questionnaire, response: &Response) {
        let journey = Journey::of(version, &response.answers, response.day);
        if self.responses == 0 {
            self.pairs = pairs::pairs_of(current);
        }
        let mut chosen = Vec::new();
        self.responses += 1;
        *self.by_mode.entry(response.mode).or_default() += 1;
        *self.by_version.entry(response.questionnaire).or_default() += 1;
        *self.by_week.entry(monday(response.day)).or_default().entry(response.mode).or_default() += 1;
        for question in current.questions().filter(|question| question.is_asked()) {
            if !self.questions.contains_key(&question.code) {
                self.questions.insert(question.code.clone(), QuestionCounts::default());
            }
            let outcome = match std::ptr::eq(current, version) {
                true => journey.outcome_of(question),
                false => match version.counterpart(question) {
                    Some(earlier) => journey.outcome_of(earlier),
                    None => Outcome::Missing(Missing::NotInVersion),
                },
            };
            chosen.push(match &outcome {
                Outcome::Answered(answer) => pairs::chosen(current, question, answer),
                Outcome::Missing(_) => None,
            });
            if let Some(counts) = self.questions.get_mut(&question.code) {
                counts.add(current, question, outcome);
            }
        }
        self.pairs.iter_mut().for_each(|pair| pair.add(&chosen));
        for (code, is_alike) in battery::filled(current, version, &journey) {
            self.batteries.entry(code.clone()).or_default().add(is_alike);
        }
        for (code, entered) in entries::entered(current, version, &journey) {
            self.entries.entry(code).or_default().add(&entered.chosen, entered.options);
        }
    }
}

/// The first day of its week.
fn monday(day: Date) -> Date {
    let days = i64::from(day.weekday().to_monday_zero_offset());
    day.checked_sub(Span::new().days(days)).unwrap_or(day)
}

impl QuestionCounts {
    /// Adds the counts of the same question of another round.
    pub fn merge(&mut self, other: &QuestionCounts) {
        let merge = |all: &mut Vec<u64>, more: &[u64]| {
            all.resize(all.len().max(more.len()), 0);
            all.iter_mut().zip(more).for_each(|(count, more)| *count += more);
        };
        self.answered += other.answered;
        merge(&mut self.options, &other.options);
        self.places.resize(self.places.len().max(other.places.len()), Vec::new());
        self.places.iter_mut().zip(&other.places).for_each(|(all, more)| merge(all, more));
        other.missing.iter().for_each(|(reason, count)| *self.missing.entry(*reason).or_default() += count);
        other.numbers.iter().for_each(|(number, count)| *self.numbers.entry(*number).or_default() += count);
        other.days.iter().for_each(|(day, count)| *self.days.entry(*day).or_default() += count);
    }

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
            Answer::Text(_) | Answer::Agreed | Answer::Point(_) | Answer::Files(_) => self.answered += 1,
            Answer::Time(time) => {
                self.answered += 1;
                let hours = f64::from(time.hour()) + f64::from(time.minute()) / 60.0;
                *self.numbers.entry(Number(hours)).or_default() += 1;
            }
            Answer::Ranking(ranked) => self.add_ranking(questionnaire, question, ranked),
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

    fn add_ranking(&mut self, questionnaire: &Questionnaire, question: &Question, ranked: &[OptionCode]) {
        let Some(scale) = questionnaire.scale_of(question) else { return self.add_missing(Missing::Invalid) };
        let length = scale.options.len();
        self.options.resize(length, 0);
        self.places.resize(length, Vec::new());
        let index = |code: &OptionCode| scale.options.iter().position(|option| option.code == *code);
        let indices: Option<Vec<usize>> = ranked.iter().map(index).collect();
        let Some(indices) = indices.filter(|indices| !indices.is_empty()) else {
            return self.add_missing(Missing::Invalid);
        };
        self.answered += 1;
        for (place, index) in indices.into_iter().enumerate() {
            if let Some(counts) = self.places.get_mut(index) {
                counts.resize(length, 0);
                counts.iter_mut().skip(place).take(1).for_each(|count| *count += 1);
            }
            if let (0, Some(count)) = (place, self.options.get_mut(index)) {
                *count += 1;
            }
        }
    }

    /// The mean place of an option, from one on, over those who gave it a place; `None` where nobody did.
    pub fn mean_place(&self, option: usize) -> Option<f64> {
        let counts = self.places.get(option)?;
        let (sum, n) = (1_u32..).zip(counts).fold((0.0, 0_u64), |(sum, n), (place, count)| {
            let count = u32::try_from(*count).unwrap_or(u32::MAX);
            (f64::from(count).mul_add(f64::from(place), sum), n + u64::from(count))
        });
        (n > 0).then(|| sum / u32::try_from(n).map_or(f64::INFINITY, f64::from))
    }

    fn add_missing(&mut self, reason: Missing) {
        *self.missing.entry(reason).or_default() += 1;
    }
}
