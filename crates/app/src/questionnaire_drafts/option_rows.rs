use super::words_form::{in_language, spoken, with_words};
use crate::typed::Typed;
use base::LanguageTag;
use std::collections::BTreeSet;
use survey::{
    OptionCode, Scale, ScaleOption, Standing,
    edit::{EditRefusal, MOST_OPTIONS},
};

/// Empty rows for new options below those that there are.
pub const MOST_NEW_OPTIONS: usize = 3;

/// `option_3_value`
pub fn option_field(row: usize, part: &str) -> String {
    format!("option_{row}_{part}")
}

/// One option as a row of the form holds it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OptionRow {
    pub code: String,
    pub value: String,
    /// „“, `dont_know`, `not_applicable`, `exclusive`.
    pub standing: String,
}

/// The form of the options of a scale, in their order.
pub fn option_rows(mut typed: Typed, scale: &Scale, languages: &[LanguageTag]) -> Typed {
    for (row, option) in scale.options.iter().enumerate() {
        let (value, standing) = match option.standing {
            Standing::Value(value) => (value.to_string(), if option.exclusive { "exclusive" } else { "" }),
            Standing::Unordered => (String::new(), if option.exclusive { "exclusive" } else { "" }),
            Standing::DontKnow => (String::new(), "dont_know"),
            Standing::NotApplicable => (String::new(), "not_applicable"),
        };
        typed = typed
            .with(&option_field(row, "code"), option.code.to_string())
            .with(&option_field(row, "value"), value)
            .with(&option_field(row, "standing"), standing);
        typed = with_words(typed, &option_field(row, "label"), &option.label, languages);
    }
    typed
}

/// Reads the rows; a row without words in any language is no option. Properties of known options stay.
pub(super) fn read(
    typed: &Typed,
    known: Option<&Scale>,
    languages: &[LanguageTag],
) -> Result<Vec<ScaleOption>, EditRefusal> {
    let rows = rows(typed, languages);
    let mut taken: BTreeSet<String> =
        rows.iter().map(|row| typed.get(&option_field(*row, "code")).to_owned()).collect();
    let mut options = Vec::new();
    for row in rows {
        let label = spoken(typed, &option_field(row, "label"), languages);
        if label.all().all(str::is_empty) {
            continue;
        }
        let given = typed.get(&option_field(row, "code"));
        let code = if given.is_empty() { fresh(&mut taken) } else { given.to_owned() };
        let code =
            OptionCode::parse(&code).map_err(|_| EditRefusal::BadOption { given: code.chars().take(40).collect() })?;
        let given = typed.get(&option_field(row, "value"));
        let value = if given.is_empty() { None } else { Some(number(given)?) };
        let standing = match (typed.get(&option_field(row, "standing")), value) {
            ("dont_know", _) => Standing::DontKnow,
            ("not_applicable", _) => Standing::NotApplicable,
            (_, Some(value)) => Standing::Value(value),
            (_, None) => Standing::Unordered,
        };
        let before = known.and_then(|scale| scale.option(code.as_str()));
        let properties = before.map(|option| option.properties.clone()).unwrap_or_default();
        let exclusive = typed.get(&option_field(row, "standing")) == "exclusive";
        options.push(ScaleOption { exclusive, properties, ..ScaleOption::new(code, label, standing) });
    }
    Ok(options)
}

/// The rows that the form has, by number.
fn rows(typed: &Typed, languages: &[LanguageTag]) -> Vec<usize> {
    let is_there = |row: usize| {
        let named = |part: &str| !typed.get(&option_field(row, part)).is_empty();
        let spoken =
            |language: &LanguageTag| !typed.get(&in_language(&option_field(row, "label"), *language)).is_empty();
        named("code") || languages.iter().any(spoken)
    };
    (0..MOST_OPTIONS + 100).filter(|row| is_there(*row)).collect()
}

fn number(given: &str) -> Result<f64, EditRefusal> {
    let plain = given.replace(',', ".").replace('−', "-");
    let number = plain.parse::<f64>().ok().filter(|number| number.is_finite() && number.abs() <= 1e6);
    number.ok_or_else(|| EditRefusal::BadOption { given: given.chars().take(40).collect() })
}

/// The codes of options are never shown to people, so a number does.
fn fresh(taken: &mut BTreeSet<String>) -> String {
    let mut number = 1_usize;
    while !taken.insert(format!("o{number}")) {
        number += 1;
    }
    format!("o{number}")
}

/// Options typed one below the other; a line that begins with `*` stands outside of the mean: „не мога да преценя“.
pub(super) fn lines(typed: &str) -> Result<Vec<ScaleOption>, EditRefusal> {
    let lines = typed.lines().map(str::trim).filter(|line| !line.is_empty()).take(MOST_OPTIONS + 1);
    let option = |(place, line): (usize, &str)| {
        let apart = line.strip_prefix('*').map(str::trim);
        let code = OptionCode::parse(&format!("o{}", place + 1))
            .map_err(|_| EditRefusal::BadOption { given: line.chars().take(40).collect() })?;
        let standing = if apart.is_some() { Standing::DontKnow } else { Standing::Unordered };
        Ok(ScaleOption::new(code, base::Text::bulgarian(apart.unwrap_or(line)), standing))
    };
    lines.enumerate().map(option).collect()
}
