use crate::edit::{Dependence, EditRefusal, group_names, is_row, named_in, question_names, unfolded};
use crate::expression::Asked;
use crate::{
    Expression, ExpressionProblem, Group, GroupLayout, Item, Question, QuestionKind, Questionnaire, ScaleCode,
};
use base::{Argument, Explain, LanguageTag, Text};
use std::collections::BTreeMap;

/// What stands between a questionnaire that is being made and its publication: where, and what.
#[derive(Debug, Clone, PartialEq)]
pub struct Shortcoming {
    pub at: Spot,
    pub lack: Lack,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// Title, words before and after.
    Whole,
    /// A question or a group, by its code.
    Item(String),
    /// A list of options.
    Scale(ScaleCode),
}

#[derive(Debug, Clone, PartialEq)]
pub enum Lack {
    NoTitle,
    NoQuestions,
    NoWords,
    Untranslated {
        language: LanguageTag,
    },
    /// A page or a group with nothing in it.
    Empty,
    TooFewOptions,
    /// A grid whose rows do not all answer on the same scale.
    UnlikeRows,
    UnknownName {
        name: String,
    },
    /// Asked only later.
    LaterName {
        name: String,
    },
    OwnName,
    /// Asked several times: which time is meant?
    WithinRepeat {
        name: String,
    },
    /// Where nobody has answered yet, or where the words are the same for everybody.
    NameNotAllowed {
        name: String,
    },
    /// Its rounds cannot be written out.
    Unrepeatable,
    /// `.` outside of a constraint.
    Itself,
    Expression(ExpressionProblem),
}

impl Explain for Shortcoming {
    fn code(&self) -> &'static str {
        match &self.lack {
            Lack::NoTitle => "lack-no-title",
            Lack::NoQuestions => "lack-no-questions",
            Lack::NoWords => "lack-no-words",
            Lack::Untranslated { .. } => "lack-untranslated",
            Lack::Empty => "lack-empty",
            Lack::TooFewOptions => "lack-too-few-options",
            Lack::UnlikeRows => "lack-unlike-rows",
            Lack::UnknownName { .. } => "lack-unknown-name",
            Lack::LaterName { .. } => "lack-later-name",
            Lack::OwnName => "lack-own-name",
            Lack::WithinRepeat { .. } => "lack-within-repeat",
            Lack::NameNotAllowed { .. } => "lack-name-not-allowed",
            Lack::Unrepeatable => "lack-unrepeatable",
            Lack::Itself => "lack-itself",
            Lack::Expression(problem) => problem.code(),
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match &self.lack {
            Lack::Untranslated { language } => vec![("language", language.to_string().into())],
            Lack::UnknownName { name }
            | Lack::LaterName { name }
            | Lack::WithinRepeat { name }
            | Lack::NameNotAllowed { name } => vec![("name", name.clone().into())],
            Lack::Expression(problem) => problem.arguments(),
            Lack::NoTitle
            | Lack::NoQuestions
            | Lack::NoWords
            | Lack::Empty
            | Lack::TooFewOptions
            | Lack::UnlikeRows
            | Lack::OwnName
            | Lack::Unrepeatable
            | Lack::Itself => Vec::new(),
        }
    }
}

/// Everything that is missing or contradicts itself, in the order of asking. Where nothing is, the questionnaire can be
/// published, and a file of it comes back equal.
pub fn shortcomings(questionnaire: &Questionnaire) -> Vec<Shortcoming> {
    let mut look = Look { questionnaire, known: BTreeMap::new(), found: Vec::new(), place: 0 };
    look.learn(&questionnaire.items, None);
    look.whole();
    look.place = 0;
    look.items(&questionnaire.items, None);
    look.scales();
    look.rounds();
    look.found
}

struct Known<'q> {
    place: usize,
    /// The repeat that it stands in.
    within: Option<&'q str>,
    question: Option<&'q Question>,
    takes_other: bool,
}

struct Look<'q> {
    questionnaire: &'q Questionnaire,
    known: BTreeMap<&'q str, Known<'q>>,
    found: Vec<Shortcoming>,
    /// Of the item that is looked at, in the order of asking.
    place: usize,
}

impl<'q> Look<'q> {
    fn learn(&mut self, items: &'q [Item], within: Option<&'q str>) {
        for item in items {
            self.place += 1;
            let place = self.place;
            match item {
                Item::Question(question) => {
                    let takes_other = question.takes_other();
                    let known = Known { place, within, question: Some(question), takes_other };
                    self.known.insert(question.code.as_str(), known);
                }
                Item::Group(group) => {
                    let within = group.repeated.as_ref().map(|repeated| repeated.of.as_str()).or(within);
                    self.known.insert(group.code.as_str(), Known { place, within, question: None, takes_other: false });
                    self.learn(&group.items, within);
                }
            }
        }
    }

    fn whole(&mut self) {
        let questionnaire = self.questionnaire;
        if questionnaire.title.is_silent() {
            self.lacks(Spot::Whole, Lack::NoTitle);
        }
        for words in [Some(&questionnaire.title), questionnaire.introduction.as_ref(), questionnaire.thanks.as_ref()] {
            self.translated(&Spot::Whole, words);
            self.names_nothing(&Spot::Whole, words);
        }
        if !crate::edit::asks(&questionnaire.items) {
            self.lacks(Spot::Whole, Lack::NoQuestions);
        }
    }

    fn items(&mut self, items: &'q [Item], within: Option<&'q str>) {
        for item in items {
            self.place += 1;
            match item {
                Item::Question(question) => self.question(question, within),
                Item::Group(group) => {
                    let within = group.repeated.as_ref().map(|repeated| repeated.of.as_str()).or(within);
                    self.group(group, within);
                    self.items(&group.items, within);
                }
            }
        }
    }

    fn question(&mut self, question: &'q Question, within: Option<&'q str>) {
        let spot = Spot::Item(question.code.to_string());
        let is_seen = question.is_asked() || matches!(question.kind, QuestionKind::Note);
        if is_seen && question.label.is_silent() {
            self.lacks(spot.clone(), Lack::NoWords);
        }
        self.translated(&spot, Some(&question.label).filter(|_| is_seen));
        self.translated(&spot, question.hint.as_ref());
        let messages = [
            question.required.as_ref().and_then(|required| required.message.as_ref()),
            question.constraint.as_ref().and_then(|constraint| constraint.message.as_ref()),
        ];
        for message in messages {
            self.translated(&spot, message);
            self.names_nothing(&spot, message);
        }
        let own = question.code.as_str();
        for (what, names) in question_names(question) {
            self.names(&spot, &names, within, Some(own).filter(|_| what == Dependence::Constraint));
        }
        let condition = question.required.as_ref().and_then(|required| required.condition.as_ref());
        let calculation =
            if let QuestionKind::Calculated(expression) = &question.kind { Some(expression) } else { None };
        for expression in [question.relevance.as_ref(), condition, calculation].into_iter().flatten() {
            self.expression(&spot, expression, true);
        }
        if let Some(constraint) = &question.constraint {
            self.expression(&spot, &constraint.expression, false);
        }
    }

    fn group(&mut self, group: &'q Group, within: Option<&'q str>) {
        let spot = Spot::Item(group.code.to_string());
        if group.items.is_empty() {
            self.lacks(spot.clone(), Lack::Empty);
        }
        self.translated(&spot, group.label.as_ref());
        self.translated(&spot, group.hint.as_ref());
        if group.layout == GroupLayout::Battery {
            let scale = group.battery_scale();
            let is_like = |item: &Item| item.question().is_some_and(|row| is_row(row) && row.scale() == scale);
            if !group.items.iter().all(is_like) {
                self.lacks(spot.clone(), Lack::UnlikeRows);
            }
        }
        for (_, names) in group_names(group) {
            self.names(&spot, &names, within, None);
        }
        let count =
            group.repeated.as_ref().filter(|repeated| repeated.is_folded()).and_then(|known| known.count.as_ref());
        for expression in group.relevance.iter().chain(count) {
            self.expression(&spot, expression, true);
        }
    }

    fn rounds(&mut self) {
        if let Err(EditRefusal::Unrepeatable { code }) = unfolded(self.questionnaire.clone()) {
            self.lacks(Spot::Item(code), Lack::Unrepeatable);
        }
    }

    fn scales(&mut self) {
        for scale in self.questionnaire.scales.values() {
            let spot = Spot::Scale(scale.code.clone());
            if scale.options.len() < 2 {
                self.lacks(spot.clone(), Lack::TooFewOptions);
            }
            for option in &scale.options {
                if option.label.is_silent() {
                    self.lacks(spot.clone(), Lack::NoWords);
                }
                self.translated(&spot, Some(&option.label));
                self.names_nothing(&spot, Some(&option.label));
            }
        }
    }

    fn lacks(&mut self, at: Spot, lack: Lack) {
        let found = Shortcoming { at, lack };
        if !self.found.contains(&found) {
            self.found.push(found);
        }
    }

    fn translated(&mut self, spot: &Spot, words: Option<&Text>) {
        let Some(words) = words.filter(|words| !words.is_silent()) else { return };
        let languages = self.questionnaire.languages.iter();
        let missing: Vec<LanguageTag> = languages.copied().filter(|language| !words.speaks(*language)).collect();
        for language in missing {
            self.lacks(spot.clone(), Lack::Untranslated { language });
        }
    }

    fn names_nothing(&mut self, spot: &Spot, words: Option<&Text>) {
        for name in named_in([words]) {
            self.lacks(spot.clone(), Lack::NameNotAllowed { name });
        }
    }

    /// Names only ever point backwards.
    fn names(&mut self, spot: &Spot, names: &[String], within: Option<&str>, own: Option<&str>) {
        for name in names {
            let direct = self.known.get(name.as_str()).filter(|known| known.question.is_some());
            let other =
                || name.strip_suffix("_other").and_then(|bare| self.known.get(bare)).filter(|known| known.takes_other);
            let name = name.clone();
            let lack = match direct.or_else(other) {
                None => Some(Lack::UnknownName { name }),
                Some(known) if known.within.is_some() && known.within != within => Some(Lack::WithinRepeat { name }),
                Some(known) if known.place < self.place || own == Some(name.as_str()) => None,
                Some(known) if known.place == self.place => Some(Lack::OwnName),
                Some(_) => Some(Lack::LaterName { name }),
            };
            if let Some(lack) = lack {
                self.lacks(spot.clone(), lack);
            }
        }
    }

    fn expression(&mut self, spot: &Spot, expression: &Expression, may_not_ask_itself: bool) {
        if may_not_ask_itself && expression.asks_for_itself() {
            self.lacks(spot.clone(), Lack::Itself);
        }
        let questionnaire = self.questionnaire;
        let options: BTreeMap<&str, Vec<&str>> = expression
            .names()
            .into_iter()
            .filter_map(|name| {
                let scale = questionnaire.scale_of(self.known.get(name)?.question?)?;
                Some((name, scale.options.iter().map(|option| option.code.as_str()).collect()))
            })
            .collect();
        let asked = |name: &str| {
            let question = self.known.get(name)?.question?;
            if matches!(question.kind, QuestionKind::Integer(_) | QuestionKind::Decimal(_)) {
                Some(Asked::Number)
            } else if matches!(question.kind, QuestionKind::One { .. }) {
                Some(Asked::One(options.get(name)?))
            } else if matches!(question.kind, QuestionKind::Many { .. }) {
                Some(Asked::Many(options.get(name)?))
            } else {
                None
            }
        };
        for problem in expression.check(&asked) {
            self.lacks(spot.clone(), Lack::Expression(problem));
        }
    }
}
