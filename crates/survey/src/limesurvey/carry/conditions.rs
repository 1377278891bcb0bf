use super::Carrying;
use crate::Expression;
use crate::limesurvey::Problem;
use crate::limesurvey::description::{Condition, Question};
use crate::limesurvey::problem::Untranslatable;
use crate::limesurvey::script;
use std::collections::BTreeMap;

impl Carrying<'_> {
    /// The condition of a question: as a script, or put together from what was clicked.
    pub(super) fn source(&self, question: &Question) -> String {
        let is_always = matches!(question.relevance.trim(), "" | "1");
        if is_always && !question.conditions.is_empty() {
            clicked(&question.conditions)
        } else {
            question.relevance.clone()
        }
    }

    pub(super) fn relevance(&mut self, script: &str, question: &str, line: u32) -> Option<Expression> {
        if matches!(script.trim(), "" | "1") {
            return None;
        }
        self.translated(script, question, line)
    }

    /// Where it cannot be translated, the list says why and what it was.
    pub(super) fn translated(&mut self, script: &str, question: &str, line: u32) -> Option<Expression> {
        let translated = script::translate(script, &self.names).and_then(|source| {
            let source = source.replace("'-oth-'", "'other'");
            Expression::parse(&source).map_err(Untranslatable::Refused)
        });
        match translated {
            Ok(expression) => Some(expression),
            Err(why) => {
                let source = script.chars().take(200).collect();
                let problem = Problem::NotTranslated { question: question.to_owned(), source, why: Box::new(why) };
                self.findings.warn_at(line, problem);
                None
            }
        }
    }
}

/// One of the scenarios must hold; in a scenario, of each field one of its conditions.
fn clicked(conditions: &[Condition]) -> String {
    let mut scenarios: BTreeMap<i64, BTreeMap<&str, Vec<String>>> = BTreeMap::new();
    for condition in conditions {
        let field = condition.field.trim_start_matches('+');
        let is_plain = field.chars().all(|letter| letter.is_alphanumeric() || letter == '_' || letter == '#');
        let method = if condition.method.trim().is_empty() { "==" } else { condition.method.trim() };
        let value = condition.value.replace(['"', '\\'], "");
        let written = match (is_plain, method) {
            (true, "RX") => format!("regexMatch(\"{value}\", {field})"),
            (true, _) if value.trim().is_empty() && method == "==" => format!("is_empty({field})"),
            (true, _) => format!("({field} {method} \"{value}\")"),
            (false, _) => format!("({})", condition.field),
        };
        scenarios.entry(condition.scenario).or_default().entry(&condition.field).or_default().push(written);
    }
    let scenario = |fields: &BTreeMap<&str, Vec<String>>| {
        let all: Vec<String> = fields.values().map(|one| format!("({})", one.join(" or "))).collect();
        format!("({})", all.join(" and "))
    };
    scenarios.values().map(scenario).collect::<Vec<_>>().join(" or ")
}
