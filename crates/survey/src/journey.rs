use crate::page::{Block, Page};
use crate::{
    Answer, Answers, Context, Expression, Group, GroupLayout, Item, Missing, Outcome, Question, QuestionKind,
    Questionnaire, Scale, ScaleOption, Seed, Standing, Surroundings, Value, order,
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

    /// What was answered so far, or computed, where it counts.
    pub fn known(&self, code: &str) -> Option<&Answer> {
        self.known.get(code)
    }

    pub fn is_shown(&self, code: &str) -> bool {
        self.shown.contains(code)
    }

    pub fn is_required(&self, question: &Question) -> bool {
        let Some(required) = &question.required else { return false };
        required.condition.as_ref().is_none_or(|condition| condition.holds(&self.context(None)))
    }

    /// The pages, blocks and rows in the order that one person sees them: what is shuffled is drawn by the seed. What is
    /// shown and what counts does not depend on it.
    #[must_use]
    pub fn in_order(mut self, seed: Seed) -> Journey<'q> {
        let mut found = Vec::new();
        gather_shuffled(&self.questionnaire.items, &mut found);
        // Inner groups first: an outer one moves them whole.
        for group in found.into_iter().rev() {
            self.shuffle(group, seed);
        }
        self
    }

    /// The options that the question offers, in the order of the scale, or drawn by the seed where they are shuffled.
    pub fn offers(&self, question: &Question, seed: Option<Seed>) -> Vec<&'q ScaleOption> {
        let Some(scale) = question.scale().and_then(|code| self.questionnaire.scales.get(code)) else {
            return Vec::new();
        };
        let offered = scale.options.iter().filter(|option| self.is_offered(question, option)).collect();
        match seed.filter(|_| question.shuffled) {
            Some(seed) => {
                order::in_order(offered, seed, question.code.as_str(), |option: &&ScaleOption| option.stands_apart())
            }
            None => offered,
        }
    }

    /// The answers that count, without calculations: what is stored.
    pub fn answers(&self) -> Answers {
        let asked = self.questionnaire.questions().filter(|question| question.is_kept());
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

    fn is_offered(&self, question: &Question, option: &ScaleOption) -> bool {
        question.filter.as_ref().is_none_or(|filter| filter.offers(option, &self.context(None)))
    }

    /// The answer without options that are not offered any more; `None` when nothing is left of it.
    fn still_offered(&self, question: &Question, answer: &Answer) -> Option<Answer> {
        if question.filter.is_none() {
            return Some(answer.clone());
        }
        let Some(scale) = self.questionnaire.scale_of(question) else { return Some(answer.clone()) };
        // What the scale does not know at all is invalid, and not merely gone.
        let is_left = |code: &crate::OptionCode| {
            scale.option(code.as_str()).is_none_or(|option| self.is_offered(question, option))
        };
        match answer {
            Answer::One(option, _) => is_left(option).then(|| answer.clone()),
            Answer::Many(options, other) => {
                let left: Vec<_> = options.iter().filter(|option| is_left(option)).cloned().collect();
                (!left.is_empty()).then(|| Answer::Many(left, other.clone()))
            }
            Answer::Ranking(options) => options.iter().all(is_left).then(|| answer.clone()),
            Answer::Text(_)
            | Answer::Integer(_)
            | Answer::Decimal(_)
            | Answer::Date(_)
            | Answer::Time(_)
            | Answer::Agreed
            | Answer::Point(_)
            | Answer::Files(_) => Some(answer.clone()),
        }
    }

    fn shuffle(&mut self, group: &'q Group, seed: Seed) {
        let code = group.code.as_str();
        if group.is_battery() {
            for block in self.pages.iter_mut().flat_map(|page| &mut page.blocks) {
                if let Block::Battery { group: shown, rows, .. } = block
                    && shown.code == group.code
                {
                    *rows = order::in_order(std::mem::take(rows), seed, code, |_| false);
                }
            }
            return;
        }
        // Each item of the group brought a run of pages, or of blocks on one page; the runs change places.
        let item_of = |question: &str| {
            group.items.iter().position(|item| match item {
                Item::Question(own) => own.code.as_str() == question,
                Item::Group(inner) => inner.holds(question),
            })
        };
        let first_asked = |block: &Block<'q>| block.questions().first().map(|question| question.code.as_str());
        if group.layout == GroupLayout::Page {
            let Some(page) = self.pages.iter_mut().find(|page| page.code == code) else { return };
            let blocks = std::mem::take(&mut page.blocks);
            page.blocks = shuffle_runs(blocks, seed, code, |block| first_asked(block).and_then(item_of));
        } else {
            let pages = std::mem::take(&mut self.pages);
            self.pages = shuffle_runs(pages, seed, code, |page| {
                let asked = page.questions().next().map(|question| question.code.as_str());
                asked.or_else(|| page.blocks.iter().find_map(first_asked)).and_then(item_of)
            });
        }
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
                match question.kind.single_scale() {
                    Some(_) => rows.push(question),
                    None => blocks.push(Block::Question(question)),
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
        let given = self.answers.get(question.code.as_str());
        if let Some(answer) = given.and_then(|answer| self.journey.still_offered(question, answer)) {
            if fits(self.journey.questionnaire, question, &answer) {
                self.journey.known.0.insert(question.code.clone(), answer);
            } else {
                self.journey.invalid.insert(question.code.as_str());
            }
        }
        question.kind != QuestionKind::Given
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

/// The groups whose items change places, outer ones first.
fn gather_shuffled<'q>(items: &'q [Item], found: &mut Vec<&'q Group>) {
    for group in items.iter().filter_map(Item::group) {
        if group.shuffled {
            found.push(group);
        }
        gather_shuffled(&group.items, found);
    }
}

/// Runs of parts that belong to one item change places; what belongs to none goes with the part after it, or stays last.
fn shuffle_runs<T>(parts: Vec<T>, seed: Seed, code: &str, item_of: impl Fn(&T) -> Option<usize>) -> Vec<T> {
    let begins = parts.iter().position(|part| item_of(part).is_some());
    let ends = parts.iter().rposition(|part| item_of(part).is_some());
    let (Some(begins), Some(ends)) = (begins, ends) else { return parts };
    let mut runs: Vec<(usize, Vec<T>)> = Vec::new();
    let (mut before, mut after, mut waiting) = (Vec::new(), Vec::new(), Vec::new());
    for (place, part) in parts.into_iter().enumerate() {
        match item_of(&part) {
            _ if place < begins => before.push(part),
            _ if place > ends => after.push(part),
            None => waiting.push(part),
            Some(item) => {
                let joins = waiting.is_empty() && matches!(runs.last(), Some((last, _)) if *last == item);
                waiting.push(part);
                match runs.last_mut() {
                    Some((_, run)) if joins => run.append(&mut waiting),
                    _ => runs.push((item, std::mem::take(&mut waiting))),
                }
            }
        }
    }
    let runs = order::in_order(runs, seed, code, |_: &(usize, Vec<T>)| false);
    before.extend(runs.into_iter().flat_map(|(_, run)| run));
    before.append(&mut after);
    before
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
        (QuestionKind::Text(_) | QuestionKind::Given, Answer::Text(_))
        | (QuestionKind::Integer(_), Answer::Integer(_))
        | (QuestionKind::Decimal(_), Answer::Integer(_) | Answer::Decimal(_))
        | (QuestionKind::Date, Answer::Date(_))
        | (QuestionKind::Time, Answer::Time(_))
        | (QuestionKind::Consent, Answer::Agreed)
        | (QuestionKind::Point, Answer::Point(_))
        | (QuestionKind::File(_), Answer::Files(_)) => true,
        (QuestionKind::Ranking { .. }, Answer::Ranking(options)) => {
            let Some(scale) = questionnaire.scale_of(question) else { return false };
            let each_once = options.iter().collect::<BTreeSet<_>>().len() == options.len();
            each_once && !options.is_empty() && options.iter().all(|option| scale.option(option.as_str()).is_some())
        }
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
