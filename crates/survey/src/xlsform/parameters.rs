use super::Problem;
use super::asked::appearance;
use super::columns::Column;
use super::survey::Reading;
use super::table::Line;
use crate::{Bounds, FileShape, Look, QuestionKind, TextForm, TextShape, Ticks};

/// What the cells `parameters` and `appearance` say about the kind of a question. Beyond the public format there are
/// `least` and `most` for choices of several and for numbers, `most` for files, `longest` for text, `randomize` for groups, and the appearances `email`,
/// `telephone` and `settlements`.
impl Reading<'_> {
    pub(super) fn text_shape(&mut self, line: &Line<'_>) -> TextShape {
        let words = appearance(line);
        let has = |word: &str| words.iter().any(|given| given == word);
        let form = match (has("email"), has("telephone") || has("phone")) {
            (true, _) => TextForm::Email,
            (false, true) => TextForm::Telephone,
            (false, false) => TextForm::Any,
        };
        let long = form == TextForm::Any && (parameter(line, "rows").is_some() || has("multiline"));
        TextShape { long, form, longest: self.count(line, "longest").filter(|longest| *longest > 0) }
    }

    /// `start`, `end` and `step`, as the public format has them: from 1 to 10 by 1 where nothing is said.
    pub(super) fn range(&mut self, line: &Line<'_>) -> QuestionKind {
        let least = self.number(line, "start").unwrap_or(1.0);
        let most = self.number(line, "end").unwrap_or(10.0);
        let step = self.number(line, "step").unwrap_or(1.0);
        if least >= most || step <= 0.0 || step > most - least {
            self.refuse_parameters(line);
        }
        let bounds = Bounds { least: Some(least), most: Some(most), step: Some(step), offered: true };
        let is_whole = |number: f64| number.fract().abs() <= 0.0;
        if [least, most, step].into_iter().all(is_whole) {
            QuestionKind::Integer(bounds)
        } else {
            QuestionKind::Decimal(bounds)
        }
    }

    /// `least`, `most` and `step` of a number that is typed.
    pub(super) fn bounds(&mut self, line: &Line<'_>) -> Bounds {
        let (least, most) = (self.number(line, "least"), self.number(line, "most"));
        let step = self.number(line, "step");
        if least.zip(most).is_some_and(|(least, most)| least > most) || step.is_some_and(|step| step <= 0.0) {
            self.refuse_parameters(line);
        }
        Bounds { least, most, step, offered: false }
    }

    pub(super) fn ticks(&mut self, line: &Line<'_>) -> Ticks {
        let ticks = Ticks { least: self.count(line, "least"), most: self.count(line, "most") };
        if ticks.most == Some(0) || ticks.least.zip(ticks.most).is_some_and(|(least, most)| least > most) {
            self.refuse_parameters(line);
        }
        ticks
    }

    /// One file where nothing is said.
    pub(super) fn file_shape(&mut self, line: &Line<'_>, pictures: bool) -> FileShape {
        let most = self.count(line, "most").unwrap_or(1);
        if !(1..=FileShape::MOST).contains(&most) {
            self.refuse_parameters(line);
        }
        FileShape { pictures, most: most.clamp(1, FileShape::MOST) }
    }

    fn count(&mut self, line: &Line<'_>, name: &str) -> Option<u32> {
        let given = parameter(line, name)?;
        let count = given.parse().ok().filter(|count| *count <= 100_000);
        if count.is_none() {
            self.refuse_parameters(line);
        }
        count
    }

    fn number(&mut self, line: &Line<'_>, name: &str) -> Option<f64> {
        let given = parameter(line, name)?;
        let number = crate::entry::read_number(&given).filter(|number| number.abs() <= 1e9);
        if number.is_none() {
            self.refuse_parameters(line);
        }
        number
    }

    fn refuse_parameters(&mut self, line: &Line<'_>) {
        let given = line.text(Column::Parameters).chars().take(60).collect();
        self.findings.refuse(line.at(Column::Parameters, Problem::BadParameter { given }));
    }
}

pub(super) fn look(line: &Line<'_>) -> Look {
    let words = appearance(line);
    let has = |known: &[&str]| words.iter().any(|given| known.contains(&given.as_str()));
    if has(&["settlements"]) {
        Look::Settlements
    } else if has(&["minimal", "autocomplete", "search"]) {
        Look::Menu
    } else if has(&["horizontal", "likert"]) {
        Look::Row
    } else {
        Look::List
    }
}

/// The value of `name=value` among the parameters.
pub(super) fn parameter(line: &Line<'_>, name: &str) -> Option<String> {
    pairs(line).into_iter().find(|(known, _)| known == name).map(|(_, value)| value)
}

pub(super) fn is_true(given: &str) -> bool {
    matches!(given.to_lowercase().as_str(), "true" | "yes" | "1")
}

/// Parameters that change nothing for us.
pub(super) fn unread(line: &Line<'_>) -> Vec<String> {
    const READ: [&str; 8] = ["rows", "longest", "start", "end", "step", "least", "most", "randomize"];
    let pairs = pairs(line).into_iter().filter(|(name, _)| !READ.contains(&name.as_str()));
    pairs.map(|(name, value)| format!("{name}={value}").chars().take(60).collect()).collect()
}

fn pairs(line: &Line<'_>) -> Vec<(String, String)> {
    // Gaps may stand around the sign.
    let tight = line.text(Column::Parameters).replace(" =", "=").replace("= ", "=");
    let parts = tight.split([' ', ';', ',']).filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            (name.to_lowercase(), value.to_owned())
        })
        .collect()
}
