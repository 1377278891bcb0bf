//! A questionnaire as it is printed: its words in one language, what is marked, and what a clerk types for it.

use super::{
    condition::Told,
    skip::{Leads, Placed, leads, placed},
};
use crate::{Words, fieldwork::option_keys};
use base::{Language, LanguageTag, Text};
use document::{Form, FormBattery, FormCopy, FormOption, FormPart, FormQuestion, FormRow, FormWords, Run, Space};
use jiff::civil::Date;
use std::collections::BTreeMap;
use survey::{
    Bounds, Expression, Group, GroupLayout, Item, Look, Question, QuestionCode, QuestionKind, Questionnaire, Scale,
    TextShape, Ticks,
};

/// What is printed around the questions.
#[derive(Debug, Clone)]
pub struct Asking {
    pub title: String,
    pub running: String,
    pub version: String,
    pub date: Date,
    pub authors: Vec<String>,
    pub demonstration: Option<String>,
    /// Before the questionnaire's own introduction.
    pub opening: Vec<String>,
    /// Before the thanks.
    pub closing: Vec<String>,
    pub is_large: bool,
    /// Whether the words may be quoted.
    pub asks_to_quote: bool,
    pub copies: Vec<FormCopy>,
}

/// Longer lists are not printed: what is chosen from them is written.
const LONGEST_LIST: usize = 40;
/// A wider grid would have columns too narrow for their words.
const MOST_COLUMNS: usize = 8;
const MOST_COLUMNS_LARGE: usize = 3;
/// So many letters stand below a mark in a row of them.
const ROW_LETTERS: usize = 9;
const MOST_IN_ROW: usize = 11;
/// As many boxes for digits as are easily filled in.
const MOST_DIGITS: usize = 6;
const LETTERS_IN_LINE: u32 = 60;

/// The number of each question, counted through those that are answered, as at the desk.
pub fn numbers(questionnaire: &Questionnaire) -> BTreeMap<QuestionCode, usize> {
    let asked = questionnaire.questions().filter(|question| question.is_asked());
    (1..).zip(asked).map(|(number, question)| (question.code.clone(), number)).collect()
}

/// The built-in words are said in the language of the paper where there are such, otherwise in Bulgarian: whoever answers
/// in a third language here reads that sooner.
pub(super) fn words_for(language: LanguageTag) -> Words {
    Words::new(language.built_in().unwrap_or(Language::Bulgarian))
}

/// The questionnaire on paper.
pub fn form(questionnaire: &Questionnaire, language: LanguageTag, asking: Asking) -> Form {
    let words = words_for(language);
    let numbers = numbers(questionnaire);
    let told = Told { questionnaire, numbers: &numbers, words: &words, language };
    let is_large = asking.is_large;
    let mut printed = Printed { told, placed: placed(questionnaire), is_large, parts: Vec::new() };
    printed.items(&questionnaire.items);
    let mut parts = printed.parts;
    parts.extend(asking.asks_to_quote.then(|| quoting(&words)));
    let said = |text: Option<&Text>| text.map(|text| survey::unpiped(text.say(language)));
    let mut opening = asking.opening;
    opening.extend(said(questionnaire.introduction.as_ref()).filter(|words| !words.trim().is_empty()));
    let mut closing = asking.closing;
    let thanks = said(questionnaire.thanks.as_ref()).filter(|words| !words.trim().is_empty());
    closing.push(thanks.unwrap_or_else(|| words.say("sheets-thanks")));
    Form {
        language,
        title: asking.title,
        running: asking.running,
        version: asking.version,
        date: asking.date,
        authors: asking.authors,
        demonstration: asking.demonstration,
        opening,
        how: vec![words.say("sheets-how-mark"), words.say("sheets-how-wrong"), words.say("sheets-how-numbers")],
        parts,
        closing,
        is_large,
        words: FormWords {
            page: words.say("sheets-page"),
            of: words.say("sheets-of"),
            code: words.say("sheets-code"),
            master: words.say("sheets-master"),
            blank: words.say("sheets-blank"),
            question: words.say("sheets-question"),
        },
        copies: asking.copies,
    }
}

/// The last thing on the paper; at the desk it is a tick of its own.
fn quoting(words: &Words) -> FormPart {
    let key = words.say("sheets-consent-key");
    let option = FormOption { key, words: words.say("sheets-quote"), takes_words: false, leads: String::new() };
    FormPart::Question(FormQuestion {
        number: String::new(),
        words: words.say("sheets-quote-title"),
        hint: words.say("sheets-quote-why"),
        condition: String::new(),
        how: String::new(),
        space: Space::Options { several: true, options: vec![option] },
    })
}

struct Printed<'a> {
    told: Told<'a>,
    placed: Vec<Placed<'a>>,
    is_large: bool,
    parts: Vec<FormPart>,
}

impl Printed<'_> {
    /// As deep as groups lie in groups, which the import bounds.
    fn items(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Question(question) => self.question(question),
                Item::Group(group) => self.group(group),
            }
        }
    }

    fn group(&mut self, group: &Group) {
        let condition = self.condition_of(group);
        let (words, hint) = (self.said(group.label.as_ref()), self.said(group.hint.as_ref()));
        let scale = group.battery_scale().and_then(|code| self.told.questionnaire.scales.get(code));
        let most = if self.is_large { MOST_COLUMNS_LARGE } else { MOST_COLUMNS };
        if let Some(scale) = scale.filter(|scale| scale.options.len() <= most) {
            return self.battery(group, scale, (words, hint, condition));
        }
        if !words.is_empty() || !hint.is_empty() || !condition.is_empty() {
            self.parts.push(FormPart::Heading { words, hint, condition });
        }
        self.items(&group.items);
    }

    fn battery(&mut self, group: &Group, scale: &Scale, (words, hint, condition): (String, String, String)) {
        let mut rows = Vec::new();
        for question in group.items.iter().filter_map(Item::question) {
            if matches!(question.kind, QuestionKind::One { .. }) {
                let notes = [self.said(question.hint.as_ref()), self.condition(question.relevance.as_ref())];
                let note = notes.into_iter().filter(|note| !note.is_empty()).collect::<Vec<_>>().join(" ");
                rows.push(FormRow { number: self.number(question), words: self.words(&question.label), note });
            } else {
                self.question(question);
            }
        }
        let how = self.told.words.say("sheets-how-row");
        let options = self.options(scale, None);
        self.parts.push(FormPart::Battery(FormBattery { words, hint, condition, how, options, rows }));
    }

    fn question(&mut self, question: &Question) {
        let condition = self.condition(question.relevance.as_ref());
        let Some((how, space)) = self.space(question) else {
            if question.kind == QuestionKind::Note {
                self.parts.push(FormPart::Note { words: self.words(&question.label), condition });
            }
            return;
        };
        self.parts.push(FormPart::Question(FormQuestion {
            number: self.number(question),
            words: self.words(&question.label),
            hint: self.said(question.hint.as_ref()),
            condition,
            how,
            space,
        }));
    }

    /// What is filled in, and how that is said; `None` for what nobody answers.
    fn space(&self, question: &Question) -> Option<(String, Space)> {
        let words = self.told.words;
        let one = || words.say("sheets-how-one");
        Some(match &question.kind {
            QuestionKind::Note | QuestionKind::Given | QuestionKind::Calculated(_) => return None,
            QuestionKind::One { .. } | QuestionKind::Many { .. } | QuestionKind::Ranking { .. } => {
                self.choice(question, self.told.questionnaire.scale_of(question)?)
            }
            QuestionKind::Consent => {
                let key = words.say("sheets-consent-key");
                let option =
                    FormOption { key, words: words.say("sheets-consent"), takes_words: false, leads: String::new() };
                (String::new(), Space::Options { several: true, options: vec![option] })
            }
            QuestionKind::Integer(bounds) | QuestionKind::Decimal(bounds) => match bounds.offers() {
                Some(numbers) => {
                    let offered = numbers.into_iter().map(|number| {
                        let number = number.to_string().replace('.', ",");
                        FormOption { key: number.clone(), words: number, takes_words: false, leads: String::new() }
                    });
                    (one(), Space::Row(offered.collect()))
                }
                None => (self.range(*bounds), number_space(&question.kind, *bounds)),
            },
            QuestionKind::Date => (String::new(), self.digits(&["day", "month", "year"], ".")),
            QuestionKind::Time => (String::new(), self.digits(&["hour", "minute"], ":")),
            QuestionKind::Text(TextShape { long, longest, .. }) => {
                let lines = longest.map_or(4, |letters| letters.div_ceil(LETTERS_IN_LINE).clamp(2, 14));
                (String::new(), Space::Lines(if *long { lines } else { 1 }))
            }
            QuestionKind::Point => (words.say("sheets-how-point"), Space::Lines(1)),
            QuestionKind::File(_) => (words.say("sheets-how-file"), Space::Lines(1)),
        })
    }

    fn choice(&self, question: &Question, scale: &Scale) -> (String, Space) {
        let words = self.told.words;
        if scale.options.len() > LONGEST_LIST {
            let lines = if matches!(question.kind, QuestionKind::One { .. }) { 1 } else { 3 };
            return (words.say("sheets-how-write"), Space::Lines(lines));
        }
        let options = self.options(scale, Some(question));
        if let QuestionKind::Ranking { .. } = question.kind {
            return (words.tell("sheets-how-ranking", &[("n", options.len().into())]), Space::Ranking(options));
        }
        if let QuestionKind::Many { ticks, .. } = question.kind {
            return (self.ticks(ticks), Space::Options { several: true, options });
        }
        let is_row = matches!(question.kind, QuestionKind::One { look: Look::Row, .. }) && fit_in_row(&options);
        let space = if is_row { Space::Row(options) } else { Space::Options { several: false, options } };
        (words.say("sheets-how-one"), space)
    }

    fn ticks(&self, ticks: Ticks) -> String {
        let words = self.told.words;
        let number = |number: u32| i64::from(number).into();
        match (ticks.least.filter(|least| *least > 1), ticks.most) {
            (None, None) => words.say("sheets-how-many"),
            (None, Some(most)) => words.tell("sheets-how-at-most", &[("most", number(most))]),
            (Some(least), None) => words.tell("sheets-how-at-least", &[("least", number(least))]),
            (Some(least), Some(most)) if least == most => words.tell("sheets-how-exactly", &[("most", number(most))]),
            (Some(least), Some(most)) => {
                words.tell("sheets-how-between", &[("least", number(least)), ("most", number(most))])
            }
        }
    }

    fn range(&self, bounds: Bounds) -> String {
        let number = |number: f64| number.to_string().replace('.', ",").into();
        let words = self.told.words;
        match (bounds.least, bounds.most) {
            (None, None) => words.say("sheets-how-number"),
            (Some(least), None) => words.tell("sheets-how-from", &[("least", number(least))]),
            (None, Some(most)) => words.tell("sheets-how-to", &[("most", number(most))]),
            (Some(least), Some(most)) => {
                words.tell("sheets-how-from-to", &[("least", number(least)), ("most", number(most))])
            }
        }
    }

    fn digits(&self, names: &[&str], behind: &str) -> Space {
        let run = |(place, name): (usize, &&str)| Run {
            boxes: if *name == "year" { 4 } else { 2 },
            words: self.told.words.say(&format!("sheets-digits-{name}")),
            behind: if place + 1 < names.len() { behind.to_owned() } else { String::new() },
        };
        Space::Digits(names.iter().enumerate().map(run).collect())
    }

    /// With where each leads, for options of a question of their own.
    fn options(&self, scale: &Scale, of: Option<&Question>) -> Vec<FormOption> {
        let words = self.told.words;
        let place = of.and_then(|question| self.placed.iter().position(|placed| placed.question.code == question.code));
        let is_several = of.is_some_and(|question| matches!(question.kind, QuestionKind::Many { .. }));
        let takes_words = of.is_some_and(Question::takes_other);
        let keys = option_keys(scale).into_iter().map(|(key, _)| key);
        let options = keys.zip(&scale.options).map(|(key, option)| {
            let leads = place.and_then(|place| leads(self.told.questionnaire, &self.placed, place, option));
            let leads = match leads {
                None => String::new(),
                Some(Leads::To(number)) => words.tell("sheets-leads", &[("n", number.into())]),
                Some(Leads::ToTheEnd) => words.say("sheets-leads-end"),
            };
            let mut label = self.words(&option.label);
            if option.exclusive && is_several {
                label = words.tell("sheets-exclusive", &[("option", label.into())]);
            }
            FormOption { key, words: label, takes_words: takes_words && option.code.is_other(), leads }
        });
        options.collect()
    }

    fn number(&self, question: &Question) -> String {
        self.told.numbers.get(&question.code).map(usize::to_string).unwrap_or_default()
    }

    fn said(&self, text: Option<&Text>) -> String {
        text.map(|text| self.words(text)).unwrap_or_default()
    }

    /// On paper nobody's earlier answers are known.
    fn words(&self, text: &Text) -> String {
        survey::unpiped(text.say(self.told.language))
    }

    /// „Отговорете, ако на въпрос 5 …“
    fn condition(&self, relevance: Option<&Expression>) -> String {
        let Some(relevance) = relevance else { return String::new() };
        match self.told.claims(relevance) {
            Some(claims) => self.told.words.tell("sheets-answer-if", &[("claims", claims.into())]),
            None => self.told.words.say("sheets-ask-interviewer"),
        }
    }

    /// „Отговорете на въпроси 5–8, ако …“
    fn condition_of(&self, group: &Group) -> String {
        let Some(relevance) = group.relevance.as_ref() else { return String::new() };
        let words = self.told.words;
        let mut asked = group.questions().filter_map(|question| self.told.numbers.get(&question.code)).copied();
        let Some(first) = asked.next() else { return String::new() };
        let last = asked.last().unwrap_or(first);
        let is_single = first == last || group.layout == GroupLayout::Battery;
        match self.told.claims(relevance) {
            Some(claims) if is_single => words.tell("sheets-answer-if", &[("claims", claims.into())]),
            Some(claims) => {
                let values = [("first", first.into()), ("last", last.into()), ("claims", claims.into())];
                words.tell("sheets-answer-these-if", &values)
            }
            None => words.tell("sheets-ask-interviewer-these", &[("first", first.into()), ("last", last.into())]),
        }
    }
}

/// Few, and each of a word.
fn fit_in_row(options: &[FormOption]) -> bool {
    let is_short = |option: &FormOption| {
        option.words.chars().count() <= ROW_LETTERS && !option.takes_words && option.leads.is_empty()
    };
    options.len() <= MOST_IN_ROW && options.iter().all(is_short)
}

/// A box for each digit where it is known how many there can be.
fn number_space(kind: &QuestionKind, bounds: Bounds) -> Space {
    let is_natural = matches!(kind, QuestionKind::Integer(_)) && bounds.least.is_some_and(|least| least >= 0.0);
    let digits = bounds.most.filter(|_| is_natural).map(|most| most.trunc().to_string().len());
    match digits.filter(|digits| (1..=MOST_DIGITS).contains(digits)).and_then(|digits| u32::try_from(digits).ok()) {
        Some(boxes) => Space::Digits(vec![Run { boxes, words: String::new(), behind: String::new() }]),
        None => Space::Lines(1),
    }
}
