#![expect(clippy::wildcard_enum_match_arm, reason = "of a value of JSON all that is not wanted is alike")]

use super::carry::Carrying;
use super::codes::short;
use super::element::Element;
use super::{Feature, Problem};
use crate::{OptionCode, Scale, ScaleCode, ScaleOption, Standing};
use base::{LanguageTag, Text};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The most options of one list.
const MOST_OPTIONS: usize = 2000;

/// The options of a question, and their values in the survey.
pub(super) struct Options {
    pub(super) scale: ScaleCode,
    pub(super) codes: BTreeMap<String, String>,
    pub(super) takes_other: bool,
}

impl Carrying {
    /// What may be chosen, with „друго“ and „нито едно“ where the question has them.
    pub(super) fn choices(&mut self, element: Element<'_>) -> Option<Options> {
        let name = element.name();
        if element.get("choicesByUrl").is_some() || element.get("choicesFromQuestion").is_some() {
            self.findings.leave_out(name, Feature::FromElsewhere);
        }
        if element.get("choicesVisibleIf").is_some() || element.get("choicesEnableIf").is_some() {
            self.findings.leave_out(name, Feature::Filter);
        }
        let mut list = self.list(name, element.list("choices"));
        if list.is_empty() {
            let from = element.number("choicesMin").zip(element.number("choicesMax"));
            if let Some((least, most)) = from {
                list = self.steps(least, most, element.number("choicesStep").unwrap_or(1.0));
            }
        }
        let takes_other = element.is("hasOther") || element.is("showOtherItem");
        if takes_other {
            let label = self.spoken.words(element.get("otherText"));
            let label = label.unwrap_or_else(|| self.spoken.built_in("Друго", "Other"));
            list.push(("other".to_owned(), ScaleOption::new(OptionCode::other(), label, Standing::Unordered)));
        }
        let none = element.is("hasNone") || element.is("showNoneItem");
        let refuse = element.is("showRefuseItem");
        let unknown = element.is("showDontKnowItem");
        let apart = [
            (none, "none", "noneText", "Нито едно", "None", Standing::Unordered),
            (refuse, "refused", "refuseText", "Не желая да отговоря", "I refuse to answer", Standing::NotApplicable),
            (unknown, "dontknow", "dontKnowText", "Не знам", "I do not know", Standing::DontKnow),
        ];
        for (_, code, text, bulgarian, english, standing) in apart.into_iter().filter(|(is_so, ..)| *is_so) {
            let label = self.spoken.words(element.get(text));
            let label = label.unwrap_or_else(|| self.spoken.built_in(bulgarian, english));
            let Ok(parsed) = OptionCode::parse(code) else { continue };
            let option = ScaleOption { exclusive: true, ..ScaleOption::new(parsed, label, standing) };
            list.push((code.to_owned(), option));
        }
        self.options(name, list, takes_other)
    }

    /// Grades: those of the list, or from one number to another.
    pub(super) fn grades(&mut self, element: Element<'_>) -> Option<Options> {
        let mut list = self.list(element.name(), element.list("rateValues"));
        if list.is_empty() {
            let least = element.number("rateMin").unwrap_or(1.0);
            let count = element.number("rateCount").map(|count| least + count - 1.0);
            let most = element.number("rateMax").or(count).unwrap_or(5.0);
            list = self.steps(least, most, element.number("rateStep").unwrap_or(1.0));
            let ends = [("minRateDescription", list.first_mut()), ("maxRateDescription", None)];
            for (property, place) in ends {
                let words = self.spoken.words(element.get(property));
                if let (Some(words), Some((_, option))) = (words, place) {
                    option.label = with_number(&option.label, &words);
                }
            }
            let words = self.spoken.words(element.get("maxRateDescription"));
            if let (Some(words), Some((_, option))) = (words, list.last_mut()) {
                option.label = with_number(&option.label, &words);
            }
        }
        let numbers: Vec<f64> = list.iter().filter_map(|(value, _)| value.parse().ok()).collect();
        let are_numbers = numbers.len() == list.len();
        let places = (1_u32..).map(f64::from);
        for ((place, number), (_, option)) in
            places.zip(numbers.into_iter().chain(std::iter::repeat(0.0))).zip(&mut list)
        {
            option.standing = Standing::Value(if are_numbers { number } else { place });
        }
        self.options(element.name(), list, false)
    }

    /// Yes and no.
    pub(super) fn truth(&mut self, element: Element<'_>) -> Option<Options> {
        let option =
            |code: &str, label: Text| Some(ScaleOption::new(OptionCode::parse(code).ok()?, label, Standing::Unordered));
        let yes = self.spoken.words(element.get("labelTrue")).unwrap_or_else(|| self.spoken.built_in("Да", "Yes"));
        let no = self.spoken.words(element.get("labelFalse")).unwrap_or_else(|| self.spoken.built_in("Не", "No"));
        let list = vec![("true".to_owned(), option("true", yes)?), ("false".to_owned(), option("false", no)?)];
        self.options(element.name(), list, false)
    }

    /// The columns of a matrix. Those of numbers have them for values.
    pub(super) fn columns(&mut self, element: Element<'_>) -> Option<Options> {
        let list = self.list(element.name(), element.list("columns"));
        self.options(element.name(), list, false)
    }

    /// `"a"`, `1` or `{ "value": 1, "text": "…" }`.
    fn list<'v>(&mut self, question: &str, values: impl Iterator<Item = &'v Value>) -> Vec<(String, ScaleOption)> {
        let mut list = Vec::new();
        let mut taken = BTreeSet::new();
        for value in values {
            let (own, text) = match value {
                Value::Object(item) => {
                    (item.get("value").or_else(|| item.get("name")), item.get("text").or_else(|| item.get("title")))
                }
                other => (Some(other), None),
            };
            if value.get("visibleIf").is_some() || value.get("enableIf").is_some() {
                self.findings.leave_out(question, Feature::Filter);
            }
            let Some(own) = own.and_then(written) else { continue };
            if list.len() >= MOST_OPTIONS {
                self.findings.refuse(Problem::TooManyQuestions { max: MOST_OPTIONS });
                break;
            }
            let Some(code) = code(&own, &mut taken) else { continue };
            let label = self.spoken.words(text).unwrap_or_else(|| self.spoken.everywhere(&own));
            self.bound(question, &label);
            list.push((own, ScaleOption::new(code, label, Standing::Unordered)));
        }
        list
    }

    fn steps(&self, least: f64, most: f64, step: f64) -> Vec<(String, ScaleOption)> {
        let bounds = crate::Bounds { least: Some(least), most: Some(most), step: Some(step), offered: true };
        let numbers = if step > 0.0 { bounds.offers().unwrap_or_default() } else { Vec::new() };
        let option = |number: f64| {
            let own = number.to_string();
            Some((
                own.clone(),
                ScaleOption::new(OptionCode::parse(&own).ok()?, self.spoken.everywhere(&own), Standing::Unordered),
            ))
        };
        numbers.into_iter().filter_map(option).collect()
    }

    /// The same list is one scale, however many questions offer it.
    fn options(&mut self, question: &str, list: Vec<(String, ScaleOption)>, takes_other: bool) -> Option<Options> {
        if list.is_empty() {
            self.findings.warn(Problem::NoOptions { question: short(question) });
            return None;
        }
        let codes = list.iter().map(|(own, option)| (own.clone(), option.code.to_string())).collect();
        let options: Vec<ScaleOption> = list.into_iter().map(|(_, option)| option).collect();
        let written = format!("{options:?}");
        let known = self.lists.get(&written).cloned();
        let scale = match known {
            Some(known) => known,
            None => {
                let code = ScaleCode::parse(&format!("list_{}", self.scales.len() + 1)).ok()?;
                let valued = options.iter().filter(|option| matches!(option.standing, Standing::Value(_))).count();
                let scale = Scale { code: code.clone(), options, ordered: valued >= 2 };
                self.scales.insert(code.clone(), scale);
                self.lists.insert(written, code.clone());
                code
            }
        };
        Some(Options { scale, codes, takes_other })
    }
}

fn written(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        _ => None,
    }
}

/// „1 – съвсем не“, in the languages that have the words.
fn with_number(number: &Text, words: &Text) -> Text {
    let both = |(language, words): (LanguageTag, &str)| {
        let is_said = !words.trim().is_empty();
        is_said.then(|| (language, format!("{} – {words}", number.say(language))))
    };
    words.by_language().filter_map(both).collect()
}

/// As near to the value as a code can be; `other` is kept for words of one's own.
fn code(own: &str, taken: &mut BTreeSet<String>) -> Option<OptionCode> {
    let kept: String = own
        .chars()
        .map(|letter| if letter.is_whitespace() { '_' } else { letter })
        .filter(|letter| !letter.is_control())
        .take(50)
        .collect();
    let base = if kept == "other" { "other_".to_owned() } else { kept };
    let mut code = base.clone();
    let mut next = 2_usize;
    while !taken.insert(code.clone()) {
        code = format!("{base}_{next}");
        next += 1;
    }
    OptionCode::parse(&code).ok()
}
