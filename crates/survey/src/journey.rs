use crate::page::{Block, Page};
use crate::{
    Answer, Answers, Context, Expression, Group, GroupLayout, Item, Missing, Outcome, Question, QuestionKind,
    Questionnaire, Scale, Standing, Surroundings, Value,
};
use base::Text;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// The way of one person through a questionnaire: computed from the answers, never stored.
///
/// What the logic does not show does not count, even where an answer was given before an earlier one changed. Names in
/// an expression only ever point backwards, so one pass in the order of asking decides everything.
#[derive(Debug, Clone)]
pub struct Journey<'q> {
    questionnaire: &'q Questionnaire,
    today: Date,
    pages: Vec<Page<'q>>,
    shown: BTreeSet<&'q str>,
    /// Shown, answered, but with something that the question cannot mean.
    invalid: BTreeSet<&'q str>,
    /// The answers that count, and the calculations.
    known: Answers,
}

/// Which page of how many, counted from one. The number of pages changes as answers are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    pub page: usize,
    pub of: usize,
}

impl<'q> Journey<'q> {
    /// `today` is the day of answering: what `today()` in an expression means.
    pub fn of(questionnaire: &'q Questionnaire, answers: &Answers, today: Date) -> Journey<'q> {
        let journey = Journey {
            questionnaire,
            today,
            pages: Vec::new(),
            shown: BTreeSet::new(),
            invalid: BTreeSet::new(),
            known: Answers::default(),
        };
        let mut walk = Walk { journey, answers, waiting: Vec::new() };
        walk.one_by_one(&questionnaire.items, None);
        walk.journey
    }

    pub fn pages(&self) -> &[Page<'q>] {
        &self.pages
    }

    pub fn page(&self, code: &str) -> Option<&Page<'q>> {
        self.pages.iter().find(|page| page.code == code)
    }

    pub fn page_after(&self, code: &str) -> Option<&Page<'q>> {
        self.pages.iter().skip_while(|page| page.code != code).nth(1)
    }

    pub fn page_before(&self, code: &str) -> Option<&Page<'q>> {
        let place = self.pages.iter().position(|page| page.code == code)?;
        self.pages.get(place.checked_sub(1)?)
    }

    pub fn progress(&self, code: &str) -> Option<Progress> {
        let place = self.pages.iter().position(|page| page.code == code)?;
        Some(Progress { page: place + 1, of: self.pages.len() })
    }

    /// The first page with a question that must be answered and is not.
    pub fn unfinished(&self) -> Option<&Page<'q>> {
        self.pages.iter().find(|page| {
            page.questions()
                .any(|question| self.is_required(question) && self.known.get(question.code.as_str()).is_none())
        })
    }

    pub fn is_shown(&self, code: &str) -> bool {
        self.shown.contains(code)
    }

    pub fn is_required(&self, question: &Question) -> bool {
        let Some(required) = &question.required else { return false };
        required.condition.as_ref().is_none_or(|condition| condition.holds(&self.context(None)))
    }

    /// The answers that count, without calculations: what is stored.
    pub fn answers(&self) -> Answers {
        let asked = self.questionnaire.questions().filter(|question| question.is_asked());
        asked
            .filter_map(|question| Some((question.code.clone(), self.known.get(question.code.as_str())?.clone())))
            .collect()
    }

    /// What became of one question. „Не мога да преценя“ is a reason of missing; calculations are answered.
    pub fn outcome(&self, code: &str) -> Outcome<'_> {
        let Some(question) = self.questionnaire.question(code) else {
            return Outcome::Missing(Missing::NotInVersion);
        };
        self.outcome_of(question)
    }

    /// As [`Journey::outcome`], for a question of this questionnaire.
    pub fn outcome_of(&self, question: &Question) -> Outcome<'_> {
        let code = question.code.as_str();
        if !self.shown.contains(code) {
            return Outcome::Missing(Missing::NotShown);
        }
        if self.invalid.contains(code) {
            return Outcome::Missing(Missing::Invalid);
        }
        let Some(answer) = self.known.get(code) else { return Outcome::Missing(Missing::Skipped) };
        match self.questionnaire.scale_of(question).and_then(|scale| stands_aside(scale, answer)) {
            Some(missing) => Outcome::Missing(missing),
            None => Outcome::Answered(answer),
        }
    }

    pub(crate) fn context<'a>(&'a self, own: Option<&'a Answer>) -> Context<'a> {
        let surroundings = Surroundings { labels: Some(self.questionnaire), ..Surroundings::default() };
        Context { answers: &self.known, own, today: self.today, surroundings }
    }

    fn holds(&self, relevance: Option<&Expression>) -> bool {
        relevance.is_none_or(|expression| expression.holds(&self.context(None)))
    }
}

/// „Не знам“ and „не се отнася“ as the whole answer.
fn stands_aside(scale: &Scale, answer: &Answer) -> Option<Missing> {
    let [option] = answer.options() else { return None };
    match scale.option(option.as_str())?.standing {
        Standing::DontKnow => Some(Missing::DontKnow),
        Standing::NotApplicable => Some(Missing::NotApplicable),
        Standing::Value(_) | Standing::Unordered => None,
    }
}

/// One pass in the order of asking.
struct Walk<'q, 'a> {
    journey: Journey<'q>,
    answers: &'a Answers,
    /// Notes on their way to the next page.
    waiting: Vec<Block<'q>>,
}

impl<'q> Walk<'q, '_> {
    fn one_by_one(&mut self, items: &'q [Item], section: Option<&'q Text>) {
        for item in items {
            match item {
                Item::Question(question) => {
                    if !self.meet(question) {
                        continue;
                    }
                    self.waiting.push(Block::Question(question));
                    if question.is_asked() {
                        self.turn(question.code.as_str(), None, section);
                    }
                }
                Item::Group(group) if !self.journey.holds(group.relevance.as_ref()) => {}
                Item::Group(group) => match group.layout {
                    GroupLayout::Plain => {
                        self.leave_notes(section);
                        self.one_by_one(&group.items, group.label.as_ref().or(section));
                    }
                    GroupLayout::Page => {
                        let blocks = self.together(group);
                        self.append(group, blocks, group.label.as_ref(), section);
                    }
                    GroupLayout::Battery => {
                        let blocks = self.battery(group);
                        self.append(group, blocks, None, section);
                    }
                },
            }
        }
        self.leave_notes(section);
    }

    fn append(&mut self, group: &'q Group, blocks: Vec<Block<'q>>, title: Option<&'q Text>, section: Option<&'q Text>) {
        if !blocks.is_empty() {
            self.waiting.extend(blocks);
            self.turn(group.code.as_str(), title, section);
        }
    }

    /// Everything of a page, in order; nothing when the logic hides it all.
    fn together(&mut self, group: &'q Group) -> Vec<Block<'q>> {
        let mut blocks = Vec::new();
        for item in &group.items {
            match item {
                Item::Question(question) => {
                    if self.meet(question) {
                        blocks.push(Block::Question(question));
                    }
                }
                Item::Group(inner) if !self.journey.holds(inner.relevance.as_ref()) => {}
                Item::Group(inner) if inner.layout == GroupLayout::Battery => blocks.extend(self.battery(inner)),
                Item::Group(inner) => {
                    let within = self.together(inner);
                    if !within.is_empty() {
                        blocks.extend(inner.label.as_ref().map(Block::Heading));
                        blocks.extend(within);
                    }
                }
            }
        }
        blocks
    }

    fn battery(&mut self, group: &'q Group) -> Vec<Block<'q>> {
        let mut blocks = Vec::new();
        let mut rows = Vec::new();
        for question in group.items.iter().filter_map(Item::question) {
            if self.meet(question) {
                match &question.kind {
                    QuestionKind::One { .. } => rows.push(question),
                    QuestionKind::Text { .. }
                    | QuestionKind::Integer
                    | QuestionKind::Decimal
                    | QuestionKind::Date
                    | QuestionKind::Note
                    | QuestionKind::Many { .. }
                    | QuestionKind::Calculated(_) => blocks.push(Block::Question(question)),
                }
            }
        }
        let scale = group.battery_scale().and_then(|code| self.journey.questionnaire.scales.get(code));
        if let (Some(scale), false) = (scale, rows.is_empty()) {
            blocks.push(Block::Battery { group, scale, rows });
        }
        blocks
    }

    /// Decides about one question and takes its answer; `true` when there is something to show.
    fn meet(&mut self, question: &'q Question) -> bool {
        if !self.journey.holds(question.relevance.as_ref()) {
            return false;
        }
        self.journey.shown.insert(question.code.as_str());
        if let QuestionKind::Calculated(expression) = &question.kind {
            if let Some(answer) = calculated(&expression.value(&self.journey.context(None))) {
                self.journey.known.0.insert(question.code.clone(), answer);
            }
            return false;
        }
        if let Some(answer) = self.answers.get(question.code.as_str()) {
            if fits(self.journey.questionnaire, question, answer) {
                self.journey.known.0.insert(question.code.clone(), answer.clone());
            } else {
                self.journey.invalid.insert(question.code.as_str());
            }
        }
        true
    }

    /// Ends a page.
    fn turn(&mut self, code: &'q str, title: Option<&'q Text>, section: Option<&'q Text>) {
        let blocks = std::mem::take(&mut self.waiting);
        self.journey.pages.push(Page { code, title, section, blocks });
    }

    /// Notes with no question after them are a page of their own.
    fn leave_notes(&mut self, section: Option<&'q Text>) {
        let Some(Block::Question(note)) = self.waiting.first() else { return };
        let code = note.code.as_str();
        self.turn(code, None, section);
    }
}

fn calculated(value: &Value) -> Option<Answer> {
    match value {
        Value::Text(text) if text.is_empty() => None,
        Value::Text(text) => Some(Answer::Text(text.clone())),
        Value::Boolean(yes) => Some(Answer::Text(yes.to_string())),
        Value::Date(date) => Some(Answer::Date(*date)),
        Value::Number(number) => number.is_finite().then_some(Answer::Decimal(*number)),
    }
}

/// Whether the answer is one that the question can mean.
fn fits(questionnaire: &Questionnaire, question: &Question, answer: &Answer) -> bool {
    match (&question.kind, answer) {
        (QuestionKind::Text { .. }, Answer::Text(_))
        | (QuestionKind::Integer, Answer::Integer(_))
        | (QuestionKind::Decimal, Answer::Integer(_) | Answer::Decimal(_))
        | (QuestionKind::Date, Answer::Date(_)) => true,
        (QuestionKind::One { .. }, Answer::One(option, _)) => {
            questionnaire.scale_of(question).is_some_and(|scale| scale.option(option.as_str()).is_some())
        }
        (QuestionKind::Many { .. }, Answer::Many(options, _)) => {
            let Some(scale) = questionnaire.scale_of(question) else { return false };
            let known: Option<Vec<_>> = options.iter().map(|option| scale.option(option.as_str())).collect();
            let each_once = options.iter().collect::<BTreeSet<_>>().len() == options.len();
            known.is_some_and(|known| {
                !known.is_empty() && each_once && (known.len() == 1 || known.iter().all(|option| !option.exclusive))
            })
        }
        _ => false,
    }
}
