//! Whom a question is for, in words that somebody with a pen can follow.

use crate::Words;
use base::LanguageTag;
use std::collections::BTreeMap;
use survey::{Claim, Condition, Expression, Join, QuestionCode, QuestionKind, Questionnaire, Scale, Standing, Test};

/// What conditions are told with: the numbers on the paper, and its language.
pub struct Told<'a> {
    pub questionnaire: &'a Questionnaire,
    pub numbers: &'a BTreeMap<QuestionCode, usize>,
    pub words: &'a Words,
    pub language: LanguageTag,
}

/// More options than are named one by one.
const MOST_NAMED: usize = 6;

impl Told<'_> {
    /// „на въпрос 5 сте отбелязали „Да““; `None` where no sentence can say it.
    pub fn claims(&self, expression: &Expression) -> Option<String> {
        let Condition { join, claims } = Condition::read(expression, self.questionnaire)?;
        let said = merged(join, &claims).iter().map(|claims| self.claim(claims)).collect::<Option<Vec<_>>>()?;
        let by = match join {
            Join::All => self.words.say("sheets-and"),
            Join::Any => self.words.say("sheets-or"),
        };
        Some(said.join(&format!(" {by} ")))
    }

    /// Several claims are of one question, any of which may hold.
    fn claim(&self, claims: &[&Claim]) -> Option<String> {
        let first = claims.first()?;
        let number = self.numbers.get(&first.question)?;
        let question = self.questionnaire.question(first.question.as_str())?;
        let key = match (&question.kind, first.test) {
            (_, Test::Answered) => "answered",
            (_, Test::Unanswered) => "unanswered",
            (QuestionKind::One { .. }, Test::Is | Test::AtLeast | Test::AtMost) | (_, Test::Contains) => "marked",
            (QuestionKind::One { .. }, Test::IsNot) | (_, Test::Lacks) => "unmarked",
            (_, Test::Is) => "written",
            (_, Test::IsNot) => "unwritten",
            (_, Test::AtLeast) => "at-least",
            (_, Test::AtMost) => "at-most",
        };
        let scale = self.questionnaire.scale_of(question);
        let mut values = Vec::new();
        for claim in claims {
            match scale {
                Some(scale) => values.extend(self.options(scale, claim)),
                None => values.push(claim.value.replace('.', ",")),
            }
        }
        if first.test.needs_value() && (values.is_empty() || values.len() > MOST_NAMED) {
            return None;
        }
        let values = self.listed(&values);
        Some(self.words.tell(&format!("sheets-claim-{key}"), &[("n", (*number).into()), ("values", values.into())]))
    }

    fn options(&self, scale: &Scale, claim: &Claim) -> Vec<String> {
        let wanted = scale.options.iter().filter(|option| match claim.test {
            Test::AtLeast | Test::AtMost => at_end(scale, claim, option.standing) == Some(true),
            Test::Is | Test::IsNot | Test::Contains | Test::Lacks => option.code.as_str() == claim.value,
            Test::Answered | Test::Unanswered => false,
        });
        wanted
            .map(|option| {
                self.words.tell("sheets-quoted", &[("words", survey::unpiped(option.label.say(self.language)).into())])
            })
            .collect()
    }

    /// „„Да“ или „Донякъде““
    fn listed(&self, values: &[String]) -> String {
        match values {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => format!("{} {} {last}", first.join(", "), self.words.say("sheets-or")),
        }
    }
}

/// Whether the standing lies at the end of the scale that the claim names; `None` where it lies on it nowhere.
pub fn at_end(scale: &Scale, claim: &Claim, standing: Standing) -> Option<bool> {
    let value = |standing: Standing| match standing {
        Standing::Value(value) => Some(value),
        Standing::Unordered | Standing::DontKnow | Standing::NotApplicable => None,
    };
    let bound = value(scale.option(&claim.value)?.standing)?;
    let own = value(standing)?;
    Some(if claim.test == Test::AtLeast { own >= bound } else { own <= bound })
}

/// Claims of one question that any of several answers satisfies are one sentence.
fn merged(join: Join, claims: &[Claim]) -> Vec<Vec<&Claim>> {
    let mut merged: Vec<Vec<&Claim>> = Vec::new();
    for claim in claims {
        let joins = |last: &&mut Vec<&Claim>| {
            let is_alike = last.iter().all(|known| known.question == claim.question && known.test == claim.test);
            join == Join::Any && is_alike && matches!(claim.test, Test::Is | Test::Contains)
        };
        match merged.last_mut().filter(joins) {
            Some(last) => last.push(claim),
            None => merged.push(vec![claim]),
        }
    }
    merged
}
