//! What a careful colleague would say of a questionnaire before anybody answers it: what cannot work, what spoils the
//! figures, what is hard to answer. Pure: the same questionnaire, the same findings in the same order.
//!
//! The words stand in the locale files under `lint-` and the code of the rule: what is wrong, `.why` its probable cause,
//! `.hint` what to do. Where the figures come from — seconds for an answer, ease of reading — tells
//! `docs/decisions`.

mod codes;
mod finding;
mod minutes;
mod names;
mod needs;
mod outline;
mod places;
mod reach;
mod reading;
mod rule;
mod scales;
mod translations;
mod travel;
mod wording;
mod world;

pub use finding::{Finding, Severity, Subject};
pub use minutes::{LONGEST_SECONDS, Minutes};
pub(crate) use places::Row;
pub use places::{Part, Places};
pub use reading::{Ease, LONGEST_SENTENCE, Reading};
pub use rule::{Program, Rule};

use crate::{Located, Questionnaire};
use outline::Outline;

/// What was found, and what it takes to answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Lint {
    /// Errors first, then warnings, then advice; each in the order of asking.
    pub findings: Vec<Located<Finding>>,
    pub minutes: Minutes,
    /// `None` where there are too few words to tell.
    pub reading: Option<Reading>,
}

impl Lint {
    pub fn of(&self, severity: Severity) -> impl Iterator<Item = &Located<Finding>> {
        self.findings.iter().filter(move |found| found.problem.rule.severity() == severity)
    }

    pub fn has_errors(&self) -> bool {
        self.of(Severity::Error).next().is_some()
    }

    /// What was said of one question or group.
    pub fn about<'a>(&'a self, code: &'a str) -> impl Iterator<Item = &'a Located<Finding>> {
        self.findings.iter().filter(move |found| found.problem.subject.code() == Some(code))
    }
}

/// Looks at a whole questionnaire. `places` tells where it was read, where it came from a file; [`Places::default`] else.
pub fn lint(questionnaire: &Questionnaire, places: &Places) -> Lint {
    let outline = Outline::of(questionnaire);
    let minutes = minutes::estimate(&outline);
    let reading = reading::of(questionnaire);
    let mut findings = Findings { places, found: Vec::new() };
    codes::look(&outline, &mut findings);
    names::look(&outline, &mut findings);
    reach::look(&outline, &mut findings);
    translations::look(&outline, &mut findings);
    scales::look(&outline, &mut findings);
    needs::look(&outline, &mut findings);
    wording::look(&outline, &mut findings);
    if minutes.most > LONGEST_SECONDS {
        findings.say(Subject::Questionnaire, Part::Name, Rule::TooLong { minutes: minutes.longest_minutes() });
    }
    if let Some(reading) = reading.filter(|reading| reading.ease == Ease::VeryHard) {
        findings.say(Subject::Questionnaire, Part::Label, Rule::HardToRead { lix: reading.lix });
    }
    travel::look(&outline, &mut findings);
    Lint { findings: findings.in_order(&outline), minutes, reading }
}

/// Of a questionnaire full of mistakes the first thousand are told.
const MOST_FINDINGS: usize = 1000;

struct Findings<'p> {
    places: &'p Places,
    found: Vec<Located<Finding>>,
}

impl Findings<'_> {
    fn say(&mut self, subject: Subject, part: Part, rule: Rule) {
        if self.found.len() < MOST_FINDINGS {
            let place = self.places.of(&subject, part);
            self.found.push(place.holding(Finding { subject, part, rule }));
        }
    }

    fn in_order(mut self, outline: &Outline<'_>) -> Vec<Located<Finding>> {
        // The sort is stable: of one question the rules keep their order.
        self.found.sort_by_key(|found| (found.problem.rule.severity(), outline.position(&found.problem.subject)));
        self.found
    }
}
