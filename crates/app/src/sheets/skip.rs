//! Where to go on after an answer, for somebody who sees all questions at once.

use super::condition::at_end;
use survey::{
    Claim, Condition, Expression, Item, Join, Question, QuestionKind, Questionnaire, Scale, ScaleOption, Test,
};

/// A question in the order of the paper, with everything that must hold for it to be asked.
pub struct Placed<'q> {
    pub question: &'q Question,
    pub conditions: Vec<&'q Expression>,
}

/// The questions that are printed and answered, in their order.
pub fn placed(questionnaire: &Questionnaire) -> Vec<Placed<'_>> {
    let mut all = Vec::new();
    place(&questionnaire.items, &mut Vec::new(), &mut all);
    all
}

/// As deep as groups lie in groups, which the import bounds.
fn place<'q>(items: &'q [Item], around: &mut Vec<&'q Expression>, all: &mut Vec<Placed<'q>>) {
    for item in items {
        match item {
            Item::Question(question) if question.is_asked() => {
                let conditions = around.iter().copied().chain(question.relevance.as_ref()).collect();
                all.push(Placed { question, conditions });
            }
            Item::Question(_) => {}
            Item::Group(group) => {
                let before = around.len();
                around.extend(group.relevance.as_ref());
                place(&group.items, around, all);
                around.truncate(before);
            }
        }
    }
}

/// Where an answer leads that passes over what comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leads {
    /// Counted from one.
    To(usize),
    ToTheEnd,
}

/// For an option of the question at `place`: `None` where it goes on with the next one.
pub fn leads(questionnaire: &Questionnaire, all: &[Placed<'_>], place: usize, option: &ScaleOption) -> Option<Leads> {
    let own = all.get(place)?.question;
    let scale = questionnaire.scale_of(own).filter(|_| matches!(own.kind, QuestionKind::One { .. }))?;
    let is_passed = |next: &Placed<'_>| {
        next.conditions.iter().any(|condition| fails(questionnaire, condition, (own, scale), option))
    };
    let passed = all.iter().skip(place + 1).take_while(|next| is_passed(next)).count();
    let target = place + 1 + passed;
    match passed {
        0 => None,
        _ if target < all.len() => Some(Leads::To(target + 1)),
        _ => Some(Leads::ToTheEnd),
    }
}

/// Whether it cannot hold once this option is marked, whatever else is answered.
fn fails(questionnaire: &Questionnaire, condition: &Expression, of: (&Question, &Scale), option: &ScaleOption) -> bool {
    let Some(Condition { join, claims }) = Condition::read(condition, questionnaire) else { return false };
    let mut failing = claims.iter().map(|claim| holds(claim, of, option) == Some(false));
    match join {
        Join::All => failing.any(|fails| fails),
        Join::Any => failing.all(|fails| fails),
    }
}

/// `None` where the claim is of another question.
fn holds(claim: &Claim, (own, scale): (&Question, &Scale), option: &ScaleOption) -> Option<bool> {
    if claim.question != own.code {
        return None;
    }
    match claim.test {
        Test::Is => Some(option.code.as_str() == claim.value),
        Test::IsNot => Some(option.code.as_str() != claim.value),
        Test::AtLeast | Test::AtMost => Some(at_end(scale, claim, option.standing).unwrap_or(false)),
        Test::Answered => Some(true),
        Test::Unanswered => Some(false),
        Test::Contains | Test::Lacks => None,
    }
}
