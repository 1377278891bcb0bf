use super::problems::place_words;
use app::Words;
use base::Argument;
use survey::Located;
use survey::lint::{Finding, Lint, Severity};

/// What the linter found, ready to be shown beside a questionnaire. The template `desk/lint.html` wants it as `lint` and the
/// frame of the page as `frame`.
pub struct LintPanel {
    pub counts: String,
    pub minutes: String,
    pub reading: Option<String>,
    pub groups: Vec<LintGroup>,
}

/// The findings of one severity; there is none without findings.
pub struct LintGroup {
    pub title: String,
    pub about: String,
    pub n: usize,
    /// Advice is folded away until wanted.
    pub is_open: bool,
    pub rows: Vec<LintRow>,
}

pub struct LintRow {
    pub subject: String,
    /// Where on the page the subject stands; empty where it does not.
    pub link: String,
    /// The cell of the file; empty for a questionnaire that came from none.
    pub cell: String,
    pub sentence: String,
    pub why: String,
    pub hint: String,
}

impl LintPanel {
    /// `link` tells where on the page a question or group stands, by its code.
    pub fn new(words: Words, lint: &Lint, link: impl Fn(&str) -> Option<String>) -> LintPanel {
        let count = |severity| lint.of(severity).count();
        let counts = Severity::ALL.map(count);
        let [errors, warnings, advice] = counts;
        let is_clean = counts.iter().all(|count| *count == 0);
        let group = |severity: Severity| LintGroup {
            title: words.say(&format!("lint-severity-{}", severity.code())),
            about: words.say(&format!("lint-severity-{}-about", severity.code())),
            n: count(severity),
            is_open: severity != Severity::Advice,
            rows: lint.of(severity).map(|found| row(words, found, &link)).collect(),
        };
        LintPanel {
            counts: if is_clean {
                words.say("lint-nothing")
            } else {
                words.tell(
                    "lint-counts",
                    &[("errors", errors.into()), ("warnings", warnings.into()), ("advice", advice.into())],
                )
            },
            minutes: minutes(words, lint),
            reading: lint.reading.map(|reading| {
                let ease = Argument::from(reading.ease.code());
                let told = words.tell("lint-reading", &[("ease", ease), ("lix", i64::from(reading.lix).into())]);
                format!("{told} {}", words.say("lint-reading-about"))
            }),
            groups: Severity::ALL.into_iter().filter(|severity| count(*severity) > 0).map(group).collect(),
        }
    }
}

fn minutes(words: Words, lint: &Lint) -> String {
    let (least, most) = (lint.minutes.shortest_minutes().max(1), lint.minutes.longest_minutes().max(1));
    let key = if least == most { "lint-minutes" } else { "lint-minutes-between" };
    let told = words.tell(key, &[("least", i64::from(least).into()), ("most", i64::from(most).into())]);
    format!("{told} {}", words.say("lint-minutes-about"))
}

fn row(words: Words, found: &Located<Finding>, link: &impl Fn(&str) -> Option<String>) -> LintRow {
    let Finding { subject, rule, .. } = &found.problem;
    let key = format!("lint-{}", rule.name());
    let arguments = rule.arguments();
    let (key_of_subject, named) = subject.message();
    LintRow {
        subject: words.tell(key_of_subject, &named),
        link: subject.code().and_then(link).unwrap_or_default(),
        cell: if found.row.is_some() { place_words(words, found) } else { String::new() },
        sentence: words.tell(&key, &arguments),
        why: words.tell(&format!("{key}.why"), &arguments),
        hint: words.tell(&format!("{key}.hint"), &arguments),
    }
}
