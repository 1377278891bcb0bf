use super::outline::Outline;
use crate::expression::{Fact, Formula};
use crate::{Bounds, QuestionKind, Standing, Ticks, Value};
use std::collections::{BTreeMap, BTreeSet};

/// What the answers can still be, while demands are laid on them one after the other.
pub(super) struct World<'a> {
    outline: &'a Outline<'a>,
    /// Whether an answer that is demanded also demands that its question was shown.
    follows: bool,
    /// Steps left; beyond them everything is possible.
    work: usize,
}

/// A formula with many alternatives within alternatives could take for ever.
const MOST_WORK: usize = 5_000;

#[derive(Clone, Default)]
struct State {
    answers: BTreeMap<String, Domain>,
    /// Questions whose being shown was demanded already.
    shown: BTreeSet<String>,
}

/// What one answer can be.
#[derive(Clone, Debug)]
enum Domain {
    /// One of these texts; the empty one where there is no answer.
    One(BTreeSet<String>),
    Many {
        offered: BTreeSet<String>,
        alone: BTreeSet<String>,
        chosen: BTreeSet<String>,
        left: BTreeSet<String>,
        least: f64,
        most: f64,
    },
    Number {
        least: (f64, bool),
        most: (f64, bool),
        whole: bool,
        empty: bool,
        number: bool,
    },
    Text {
        is: Option<String>,
        not: BTreeSet<String>,
    },
    Unknown,
}

impl<'a> World<'a> {
    pub(super) fn new(outline: &'a Outline<'a>, follows: bool) -> World<'a> {
        World { outline, follows, work: MOST_WORK }
    }

    /// Whether there are answers with which all of these hold.
    pub(super) fn allows(&mut self, all: &[Formula]) -> bool {
        self.search(all.to_vec(), State::default())
    }

    fn search(&mut self, mut left: Vec<Formula>, mut state: State) -> bool {
        while let Some(formula) = left.pop() {
            let Some(work) = self.work.checked_sub(1) else { return true };
            self.work = work;
            match formula {
                Formula::Always | Formula::Perhaps => {}
                Formula::Never => return false,
                Formula::All(parts) => left.extend(parts),
                Formula::Any(parts) => {
                    return parts.into_iter().any(|part| {
                        let mut left = left.clone();
                        left.push(part);
                        self.search(left, state.clone())
                    });
                }
                Formula::Fact(fact) => {
                    let name = fact.name().to_owned();
                    let domain = state.answers.entry(name.clone()).or_insert_with(|| self.domain(&name));
                    domain.take(&fact);
                    if !domain.is_possible() {
                        return false;
                    }
                    if self.follows && domain.is_answered() && state.shown.insert(name.clone()) {
                        left.extend(self.shown(&name));
                    }
                }
            }
        }
        true
    }

    fn domain(&self, name: &str) -> Domain {
        let Some(asked) = self.outline.asked(name) else { return Domain::Unknown };
        let options = || {
            let scale = self.outline.questionnaire.scale_of(asked.question);
            scale.into_iter().flat_map(|scale| &scale.options)
        };
        let codes = || options().map(|option| option.code.to_string());
        match &asked.question.kind {
            QuestionKind::One { .. } => Domain::One(codes().chain([String::new()]).collect()),
            QuestionKind::Consent => Domain::One([String::new(), "OK".to_owned()].into()),
            QuestionKind::Many { ticks: Ticks { most, .. }, .. } => {
                let offered: BTreeSet<String> = codes().collect();
                let is_alone = |option: &&crate::ScaleOption| {
                    option.exclusive || matches!(option.standing, Standing::DontKnow | Standing::NotApplicable)
                };
                let alone = options().filter(is_alone).map(|option| option.code.to_string()).collect();
                let most = most.map_or(f64::INFINITY, f64::from).min(amount(offered.len()));
                Domain::Many { offered, alone, chosen: BTreeSet::new(), left: BTreeSet::new(), least: 0.0, most }
            }
            QuestionKind::Integer(bounds) => number(bounds, true),
            QuestionKind::Decimal(bounds) => number(bounds, false),
            QuestionKind::Date => number(&Bounds::default(), true),
            QuestionKind::Text(_) => Domain::Text { is: None, not: BTreeSet::new() },
            QuestionKind::Time
            | QuestionKind::Note
            | QuestionKind::Ranking { .. }
            | QuestionKind::Point
            | QuestionKind::File(_)
            | QuestionKind::Given
            | QuestionKind::Calculated(_) => Domain::Unknown,
        }
    }

    /// What must hold for the question to be shown.
    fn shown(&self, name: &str) -> Vec<Formula> {
        let Some(asked) = self.outline.asked(name) else { return Vec::new() };
        let around = asked.around.iter().filter_map(|group| group.relevance.as_ref());
        around.chain(asked.question.relevance.as_ref()).map(|relevance| relevance.formula(None, true)).collect()
    }
}

impl Fact {
    fn name(&self) -> &str {
        match self {
            Fact::Is { name, .. }
            | Fact::Chosen { name, .. }
            | Fact::Within { name, .. }
            | Fact::Count { name, .. } => name,
        }
    }
}

impl Domain {
    fn take(&mut self, fact: &Fact) {
        match self {
            Domain::One(options) => one(options, fact),
            Domain::Many { .. } => self.many(fact),
            Domain::Number { .. } => self.numeric(fact),
            Domain::Text { is, not } => text(is, not, fact),
            Domain::Unknown => {}
        }
    }

    fn many(&mut self, fact: &Fact) {
        let Domain::Many { offered, chosen, left, least, most, .. } = self else { return };
        match fact {
            Fact::Chosen { option, yes: true, .. } => {
                chosen.insert(option.clone());
            }
            Fact::Chosen { option, yes: false, .. } => {
                left.insert(option.clone());
            }
            Fact::Is { value, yes, .. } => {
                let text = value.as_text();
                let words: Vec<&str> = text.split_whitespace().collect();
                if *yes {
                    (*least, *most) = (least.max(amount(words.len())), most.min(amount(words.len())));
                    chosen.extend(words.into_iter().map(str::to_owned));
                } else if words.is_empty() {
                    *least = least.max(1.0);
                }
            }
            Fact::Count { least: (from, is_from), most: (to, is_to), .. } => {
                *least = least.max(if *is_from { from.ceil() } else { from.floor() + 1.0 });
                *most = most.min(if *is_to { to.floor() } else { to.ceil() - 1.0 });
            }
            Fact::Within { .. } => {}
        }
        *least = least.max(amount(chosen.len()));
        *most = most.min(amount(offered.difference(left).count()));
    }

    fn numeric(&mut self, fact: &Fact) {
        let Domain::Number { least, most, empty, number, .. } = self else { return };
        match fact {
            Fact::Is { value, yes, .. } => {
                let is_empty = value.as_text().is_empty();
                let wanted = value.as_number();
                match (is_empty, yes) {
                    (true, true) => *number = false,
                    (true, false) => *empty = false,
                    (false, true) if wanted.is_nan() => (*empty, *number) = (false, false),
                    (false, true) => {
                        *empty = false;
                        narrow(least, most, (wanted, true), (wanted, true));
                    }
                    (false, false) => {}
                }
            }
            Fact::Within { least: from, most: to, .. } => {
                *empty = false;
                narrow(least, most, *from, *to);
            }
            Fact::Chosen { .. } | Fact::Count { .. } => {}
        }
    }

    fn is_possible(&self) -> bool {
        match self {
            Domain::One(options) => !options.is_empty(),
            Domain::Many { offered, alone, chosen, left, least, most } => {
                chosen.is_subset(offered)
                    && chosen.is_disjoint(left)
                    && least <= most
                    && (chosen.len() < 2 || chosen.is_disjoint(alone))
            }
            Domain::Number { least, most, whole, empty, number } => {
                *empty || (*number && holds_any(*least, *most, *whole))
            }
            Domain::Text { is, not } => is.as_ref().is_none_or(|is| !not.contains(is)),
            Domain::Unknown => true,
        }
    }

    /// It cannot be empty any more.
    fn is_answered(&self) -> bool {
        match self {
            Domain::One(options) => !options.contains(""),
            Domain::Many { least, .. } => *least >= 1.0,
            Domain::Number { empty, .. } => !empty,
            Domain::Text { is, not } => is.as_ref().is_some_and(|is| !is.is_empty()) || not.contains(""),
            Domain::Unknown => false,
        }
    }
}

fn number(bounds: &Bounds, whole: bool) -> Domain {
    Domain::Number {
        least: (bounds.least.unwrap_or(f64::NEG_INFINITY), true),
        most: (bounds.most.unwrap_or(f64::INFINITY), true),
        whole,
        empty: true,
        number: true,
    }
}

fn one(options: &mut BTreeSet<String>, fact: &Fact) {
    match fact {
        Fact::Is { value: Value::Number(wanted), yes, .. } => {
            options.retain(|option| is_number(option, |number| (number - wanted).abs() < 1e-9) == *yes);
        }
        Fact::Is { value, yes, .. } => {
            let wanted = value.as_text();
            options.retain(|option| (*option == wanted) == *yes);
        }
        Fact::Chosen { option: wanted, yes, .. } => options.retain(|option| (option == wanted) == *yes),
        Fact::Within { least, most, .. } => options.retain(|option| {
            is_number(option, |number| {
                (number > least.0 || (least.1 && number >= least.0))
                    && (number < most.0 || (most.1 && number <= most.0))
            })
        }),
        // Nothing chosen, or one.
        Fact::Count { least, most, .. } => {
            let fits = |count: f64| {
                (count > least.0 || (least.1 && count >= least.0)) && (count < most.0 || (most.1 && count <= most.0))
            };
            options.retain(|option| fits(if option.is_empty() { 0.0 } else { 1.0 }));
        }
    }
}

fn is_number(text: &str, fits: impl Fn(f64) -> bool) -> bool {
    let number = Value::Text(text.to_owned()).as_number();
    !number.is_nan() && fits(number)
}

fn text(is: &mut Option<String>, not: &mut BTreeSet<String>, fact: &Fact) {
    // A number may be written in many ways.
    let Fact::Is { value: Value::Text(wanted), yes, .. } = fact else { return };
    match (yes, &is) {
        (false, _) => {
            not.insert(wanted.clone());
        }
        (true, None) => *is = Some(wanted.clone()),
        (true, Some(known)) if known != wanted => {
            not.insert(known.clone());
        }
        (true, Some(_)) => {}
    }
}

fn narrow(least: &mut (f64, bool), most: &mut (f64, bool), from: (f64, bool), to: (f64, bool)) {
    if from.0 > least.0 || (from.0 >= least.0 && !from.1) {
        *least = from;
    }
    if to.0 < most.0 || (to.0 <= most.0 && !to.1) {
        *most = to;
    }
}

fn holds_any(least: (f64, bool), most: (f64, bool), whole: bool) -> bool {
    if whole {
        let first = if least.1 { least.0.ceil() } else { least.0.floor() + 1.0 };
        let last = if most.1 { most.0.floor() } else { most.0.ceil() - 1.0 };
        first <= last
    } else {
        least.0 < most.0 || (least.0 <= most.0 && least.1 && most.1)
    }
}

fn amount(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}
