use super::outline::Outline;
use super::{Findings, Part, Rule, Subject};
use crate::{QuestionKind, Standing};
use std::collections::BTreeSet;

/// What a question demands of the person, and whether it leaves a way out.
pub(super) fn look(outline: &Outline<'_>, findings: &mut Findings<'_>) {
    let mut told = BTreeSet::new();
    for asked in outline.first_rounds() {
        let question = asked.question;
        let subject = || Subject::Question(question.code.clone());
        if question.required.as_ref().is_some_and(|required| required.message.is_none()) {
            findings.say(subject(), Part::Required, Rule::RequiredWithoutReason);
        }
        if question.constraint.as_ref().is_some_and(|constraint| constraint.message.is_none()) {
            findings.say(subject(), Part::Constraint, Rule::ConstraintWithoutReason);
        }
        // The rows of a battery share one scale: it is said of the grid, once.
        let battery = asked.around.last().filter(|group| group.is_battery());
        if lacks_way_out(outline, question) {
            match battery {
                Some(group) if told.insert(group.code.as_str()) => {
                    findings.say(Subject::Group(group.code.clone()), Part::Kind, Rule::NoWayOut);
                }
                Some(_) => {}
                None => findings.say(subject(), Part::Kind, Rule::NoWayOut),
            }
        }
    }
}

/// A question of opinion on a scale where everybody must take sides, whether they know or not.
fn lacks_way_out(outline: &Outline<'_>, question: &crate::Question) -> bool {
    let Some(scale) = outline.questionnaire.scale_of(question) else { return false };
    let values = scale.options.iter().filter(|option| matches!(option.standing, Standing::Value(_))).count();
    let ways_out = scale
        .options
        .iter()
        .filter(|option| matches!(option.standing, Standing::DontKnow | Standing::NotApplicable) || option.exclusive);
    matches!(question.kind, QuestionKind::One { .. }) && values >= 3 && ways_out.count() == 0 && !question.profile
}
