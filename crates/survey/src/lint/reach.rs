use super::outline::Outline;
use super::world::World;
use super::{Findings, Part, Rule, Subject};
use crate::expression::{Fact, Formula};
use crate::{Expression, Group, Value};

/// Conditions that can never hold, or always do; constraints that nothing satisfies.
///
/// Constants are computed, and the demands on each answer are held against what the question offers. An answer that is
/// demanded brings the conditions of its own question along. What cannot be decided is taken for possible.
pub(super) fn look(outline: &Outline<'_>, findings: &mut Findings<'_>) {
    for opened in outline.first_groups() {
        if !is_dead(outline, &opened.around) {
            let subject = Subject::Group(opened.group.code.clone());
            condition(outline, subject, opened.group.relevance.as_ref(), &opened.around, findings);
        }
    }
    for asked in outline.first_rounds() {
        let question = asked.question;
        let subject = || Subject::Question(question.code.clone());
        // Of a group that nobody sees it is said once.
        if !is_dead(outline, &asked.around) {
            condition(outline, subject(), question.relevance.as_ref(), &asked.around, findings);
        }
        if let Some(constraint) = &question.constraint {
            let own = question.code.as_str();
            let empty = Fact::Is { name: own.to_owned(), value: Value::empty(), yes: false };
            let all = [constraint.expression.formula(Some(own), true), Formula::Fact(empty)];
            if !World::new(outline, false).allows(&all) {
                let source = short(&constraint.expression);
                findings.say(subject(), Part::Constraint, Rule::ImpossibleConstraint { source });
            }
        }
    }
}

fn condition(
    outline: &Outline<'_>,
    subject: Subject,
    relevance: Option<&Expression>,
    around: &[&Group],
    findings: &mut Findings<'_>,
) {
    let Some(relevance) = relevance else { return };
    let allows = |own: Formula, follows: bool, around: &[Formula]| {
        World::new(outline, follows).allows(&around.iter().cloned().chain([own]).collect::<Vec<_>>())
    };
    let holds = || relevance.formula(None, true);
    let around = conditions(around);
    let source = short(relevance);
    let rule = if !allows(holds(), false, &[]) {
        Rule::Unreachable { source }
    } else if !allows(holds(), true, &around) {
        Rule::UnreachableHere { source }
    } else if !allows(relevance.formula(None, false), true, &around) {
        Rule::AlwaysShown { source }
    } else {
        return;
    };
    findings.say(subject, Part::Relevance, rule);
}

fn conditions(around: &[&Group]) -> Vec<Formula> {
    around.iter().filter_map(|group| Some(group.relevance.as_ref()?.formula(None, true))).collect()
}

fn is_dead(outline: &Outline<'_>, around: &[&Group]) -> bool {
    !World::new(outline, true).allows(&conditions(around))
}

fn short(expression: &Expression) -> String {
    expression.source().chars().take(200).collect()
}
