use super::carry::Findings;
use super::{Feature, Problem};
use crate::QuestionCode;
use std::collections::{BTreeMap, BTreeSet};

/// Names of the survey and the codes that they became; a name means something only after its question was asked.
#[derive(Default)]
pub(super) struct Codes {
    taken: BTreeSet<String>,
    known: BTreeMap<String, Known>,
    /// Within a panel that is filled in several times, its questions are called `{panel.name}`.
    in_panel: bool,
}

const PANEL: &str = "panel.";

/// What a condition may say of a question.
#[derive(Clone)]
pub(super) struct Known {
    pub(super) code: String,
    pub(super) kind: Answering,
    /// The options: their values in the survey and their codes.
    pub(super) options: BTreeMap<String, String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Answering {
    Words,
    Number,
    Day,
    One,
    Many,
}

impl Codes {
    /// A free code for a name, as near to it as a code can be.
    pub(super) fn take(&mut self, name: &str, findings: &mut Findings) -> Option<QuestionCode> {
        let code = self.free(name);
        if code != name {
            findings.warn(Problem::Renamed { question: short(name), code: code.clone() });
        }
        QuestionCode::parse(&code).ok()
    }

    pub(super) fn free(&mut self, wanted: &str) -> String {
        let kept: String = wanted
            .trim()
            .chars()
            .map(|letter| if letter.is_whitespace() { '_' } else { letter })
            .filter(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.'))
            .take(50)
            .collect();
        let begins_well = kept.starts_with(|letter: char| letter.is_alphabetic() || letter == '_');
        let base = if begins_well { kept } else { format!("q{kept}") };
        let mut name = base.clone();
        let mut next = 2_usize;
        while self.is_taken(&name) {
            name = format!("{base}_{next}");
            next += 1;
        }
        self.taken.insert(name.clone());
        name
    }

    /// `q_other` holds the words beside „друго“ in `q`, so the two cannot both be questions.
    fn is_taken(&self, name: &str) -> bool {
        let question = name.strip_suffix("_other");
        self.taken.contains(name)
            || self.taken.contains(&format!("{name}_other"))
            || question.is_some_and(|question| self.taken.contains(question))
    }

    pub(super) fn know(&mut self, name: &str, known: Known) {
        let name = if self.in_panel { format!("{PANEL}{name}") } else { name.to_owned() };
        self.known.entry(name).or_insert(known);
    }

    /// What becomes known from here on belongs to a panel; `false` where one is open already.
    pub(super) fn enter_panel(&mut self) -> bool {
        !std::mem::replace(&mut self.in_panel, true)
    }

    pub(super) fn leave_panel(&mut self) {
        self.in_panel = false;
        self.known.retain(|name, _| !name.starts_with(PANEL));
    }

    /// Whether all the codes are free; if so they are taken.
    pub(super) fn take_all(&mut self, codes: &[String]) -> bool {
        let is_free = codes.iter().all(|code| !self.is_taken(code));
        if is_free {
            self.taken.extend(codes.iter().cloned());
        }
        is_free
    }

    pub(super) fn known(&self, name: &str) -> Option<&Known> {
        self.known.get(name.trim())
    }

    /// `{name}` in a label becomes our way to say an earlier answer.
    pub(super) fn piped(&self, label: &str) -> String {
        let mut piped = String::with_capacity(label.len());
        let mut rest = label;
        while let Some((before, (name, after))) =
            rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
        {
            piped.push_str(before);
            match self.known(name) {
                Some(known) => piped.push_str(&format!("${{{}}}", known.code)),
                None => piped.push_str(&format!("{{{name}}}")),
            }
            rest = after;
        }
        piped.push_str(rest);
        piped
    }
}

impl Findings {
    pub(super) fn leave_out(&mut self, question: &str, feature: Feature) {
        self.warn(Problem::LeftOut { question: short(question), feature });
    }
}

pub(super) fn short(name: &str) -> String {
    name.chars().take(80).collect()
}
