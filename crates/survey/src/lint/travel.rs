use super::outline::{Asked, Outline};
use super::{Findings, Part, Program, Rule, Subject};
use crate::limesurvey::{self, Problem};
use crate::{Bounds, Earlier, Expression, Question, QuestionKind, Standing, TextShape, Ticks};
use std::collections::{BTreeMap, BTreeSet};

/// What would be lost on the way to another program, told once for each sort of thing with the questions that have it.
pub(super) fn look(outline: &Outline<'_>, findings: &mut Findings<'_>) {
    let mut lost: BTreeMap<(Program, &'static str), Vec<String>> = BTreeMap::new();
    for asked in outline.first_rounds() {
        for what in unknown_to_odk(outline, asked) {
            lost.entry((Program::Odk, what)).or_default().push(asked.question.code.to_string());
        }
    }
    let again: BTreeSet<&str> =
        outline.questions.iter().filter(|asked| super::outline::is_again(&asked.around)).map(code).collect();
    for problem in &limesurvey::write(outline.questionnaire).left_out {
        if let Some((what, question)) = lost_in_limesurvey(problem)
            && !again.contains(question)
        {
            let questions = lost.entry((Program::LimeSurvey, what)).or_default();
            if questions.last().is_none_or(|last| last != question) {
                questions.push(question.to_owned());
            }
        }
    }
    for ((to, what), questions) in lost {
        findings.say(Subject::Questionnaire, Part::Kind, Rule::Travel { to, what, questions });
    }
}

fn code<'q>(asked: &Asked<'q>) -> &'q str {
    asked.question.code.as_str()
}

/// The public format has no word for these; our columns and parameters for them are passed over by its readers.
fn unknown_to_odk(outline: &Outline<'_>, asked: &Asked<'_>) -> Vec<&'static str> {
    let question = asked.question;
    let options = outline.questionnaire.scale_of(question).map_or(&[][..], |scale| &scale.options);
    let has = |wanted: fn(&Standing) -> bool| options.iter().any(|option| wanted(&option.standing));
    let is_many = matches!(question.kind, QuestionKind::Many { .. });
    let all = [
        ("values", has(|standing| matches!(standing, Standing::Value(_)))),
        ("standing", has(|standing| matches!(standing, Standing::DontKnow | Standing::NotApplicable))),
        ("exclusive", is_many && options.iter().any(|option| option.exclusive)),
        ("meaning", has_meaning(question)),
        ("bounds", has_bounds(&question.kind)),
        ("function", expressions(asked).any(|expression| !expression.beyond_odk().is_empty())),
        ("shuffled", asked.around.iter().any(|group| group.shuffled)),
    ];
    all.into_iter().filter(|(_, is_so)| *is_so).map(|(what, _)| what).collect()
}

/// Mirrors, dimensions, profile, what it was earlier: how results are compared.
fn has_meaning(question: &Question) -> bool {
    question.mirror.is_some()
        || question.dimension.is_some()
        || question.profile
        || question.earlier != Earlier::SameCode
}

fn has_bounds(kind: &QuestionKind) -> bool {
    match kind {
        QuestionKind::Integer(bounds) | QuestionKind::Decimal(bounds) => {
            !bounds.offered && *bounds != Bounds::default()
        }
        QuestionKind::Text(TextShape { longest, .. }) => longest.is_some(),
        QuestionKind::Many { ticks, .. } => *ticks != Ticks::default(),
        // Others take one file for a question.
        QuestionKind::File(shape) => shape.most > 1,
        QuestionKind::Date
        | QuestionKind::Time
        | QuestionKind::Note
        | QuestionKind::One { .. }
        | QuestionKind::Ranking { .. }
        | QuestionKind::Consent
        | QuestionKind::Point
        | QuestionKind::Given
        | QuestionKind::Calculated(_) => false,
    }
}

/// Every expression that decides about the question.
fn expressions<'q>(asked: &Asked<'q>) -> impl Iterator<Item = &'q Expression> {
    let question = asked.question;
    let around: Vec<&'q Expression> = asked.around.iter().filter_map(|group| group.relevance.as_ref()).collect();
    let calculated = if let QuestionKind::Calculated(expression) = &question.kind { Some(expression) } else { None };
    let constraint = question.constraint.as_ref().map(|constraint| &constraint.expression);
    let required = question.required.as_ref().and_then(|required| required.condition.as_ref());
    [question.relevance.as_ref(), constraint, required, calculated].into_iter().flatten().chain(around)
}

/// By its code in the sentence; `None` for what LimeSurvey says only of files of its own.
fn lost_in_limesurvey(problem: &Problem) -> Option<(&'static str, &str)> {
    if let Problem::LeftOut { question, feature } = problem {
        Some((feature.code(), question))
    } else if let Problem::UnknownKind { question, .. } = problem {
        Some(("kind", question))
    } else if let Problem::NotTranslated { question, .. } = problem {
        Some(("expression", question))
    } else {
        None
    }
}
