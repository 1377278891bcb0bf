use super::problem::Untranslatable;
use super::script;
use std::collections::BTreeMap;

/// What the names of a survey are called in the questionnaire, as far as it has been carried over.
#[derive(Default)]
pub(super) struct Names {
    values: BTreeMap<String, String>,
    /// Codes by the numbers of questions, for names such as `282267X2017X43889SH101`.
    numbers: BTreeMap<String, String>,
    /// Everything that the survey names somewhere, so that a later name is told from an unknown one.
    all: BTreeMap<String, ()>,
    /// What `self` and `this` mean at the moment.
    pub(super) own: Option<String>,
}

impl Names {
    /// Numbers and names are known from the beginning; their values only once they were asked.
    pub(super) fn announce(&mut self, number: &str, code: &str) {
        self.numbers.insert(number.to_owned(), code.to_owned());
        self.all.insert(code.to_owned(), ());
    }

    pub(super) fn take(&mut self, name: String, value: String) {
        self.values.insert(name, value);
    }
}

impl script::Names for Names {
    fn value(&self, given: &str) -> Result<String, Untranslatable> {
        let name = suffixless(given);
        let short = || name.chars().take(60).collect::<String>();
        if matches!(name, "self" | "this" | "that") {
            return self.own.clone().filter(|_| name != "that").ok_or_else(|| Untranslatable::UnknownName(short()));
        }
        if matches!(name.to_lowercase().as_str(), "true" | "false") {
            return Ok(format!("{}()", name.to_lowercase()));
        }
        let name = self.by_number(name).unwrap_or_else(|| name.to_owned());
        match self.values.get(&name) {
            Some(value) => Ok(value.clone()),
            None => {
                let question = name.split('_').next().unwrap_or_default();
                let is_announced = self.all.contains_key(&name) || self.all.contains_key(question);
                Err(if is_announced {
                    Untranslatable::LaterName(short())
                } else {
                    Untranslatable::UnknownName(short())
                })
            }
        }
    }
}

/// What is asked of a name beside its code stands behind a point; the other things are not kept here.
fn suffixless(given: &str) -> &str {
    ["NAOK", "value", "code", "valueNAOK"]
        .iter()
        .find_map(|suffix| given.strip_suffix(suffix)?.strip_suffix('.'))
        .unwrap_or(given)
}

impl Names {
    /// `SURVEYXGROUPXQUESTIONrow`, where the number of the question is followed by the code of a row without a gap.
    fn by_number(&self, name: &str) -> Option<String> {
        let mut parts = name.trim_start_matches('+').splitn(3, 'X');
        let (survey, group, rest) = (parts.next()?, parts.next()?, parts.next()?);
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(survey) || !is_number(group) {
            return None;
        }
        let digits = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
        (1..=digits).rev().find_map(|end| {
            let (number, row) = (rest.get(..end)?, rest.get(end..)?);
            let code = self.numbers.get(number)?;
            let row = row.replace('#', "_");
            Some(if row.is_empty() { code.clone() } else { format!("{code}_{row}") })
        })
    }
}
