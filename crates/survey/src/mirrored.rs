use crate::{Question, QuestionCode, Questionnaire};

/// A question that two audiences of one study are asked under the same name.
#[derive(Debug, Clone, PartialEq)]
pub struct Mirrored {
    /// In the questionnaire that is looked at.
    pub code: QuestionCode,
    pub difference: Option<Difference>,
}

/// How a question is not the one whose name it bears.
#[derive(Debug, Clone, PartialEq)]
pub enum Difference {
    /// A choice there, a number here: nothing can be compared.
    Kind,
    /// Other options, in another order, or worth something else: the figures do not stand side by side.
    Options,
    /// The same options under other words: right where both ask the same of other people.
    Words { theirs: String },
}

/// The questions that `own` shares with the questionnaire of another audience, in the order of asking.
pub fn mirrored(own: &Questionnaire, other: &Questionnaire) -> Vec<Mirrored> {
    let asked = own.questions().filter(|question| question.is_asked());
    let shared = asked.filter_map(|question| {
        let theirs =
            other.questions().find(|theirs| theirs.is_asked() && theirs.mirrored_as() == question.mirrored_as())?;
        Some(Mirrored { code: question.code.clone(), difference: difference((own, question), (other, theirs)) })
    });
    shared.collect()
}

type Placed<'q> = (&'q Questionnaire, &'q Question);

fn difference((own, question): Placed<'_>, (other, theirs): Placed<'_>) -> Option<Difference> {
    if std::mem::discriminant(&question.kind) != std::mem::discriminant(&theirs.kind) {
        return Some(Difference::Kind);
    }
    let options = |questionnaire: &Questionnaire, question: &Question| {
        let scale = questionnaire.scale_of(question)?;
        Some((scale.ordered, scale.options.clone()))
    };
    if options(own, question) != options(other, theirs) {
        return Some(Difference::Options);
    }
    let is_same = question.label.bulgarian == theirs.label.bulgarian;
    (!is_same).then(|| Difference::Words { theirs: theirs.label.bulgarian.clone() })
}
