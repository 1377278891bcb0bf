use super::{
    ConditionForm, KindCode, Sharing, Trouble,
    condition_form::expression,
    item_form::yes_and_no,
    kind_form,
    option_rows::option_rows as with_options,
    sharing::{read_sharing, with_sharing},
    trouble::noted,
    words_form::{maybe_spoken, spoken, with_words},
};
use crate::{Failure, typed::Typed};
use survey::{
    Constraint, Question, QuestionCode, QuestionKind, Questionnaire, Requirement, ScaleCode,
    edit::{self, EditRefusal},
};

/// A question as one form holds it.
#[derive(Debug, Clone)]
pub struct QuestionForm {
    question: Question,
    kind: KindCode,
    sharing: Option<Sharing>,
    other: bool,
}

impl QuestionForm {
    pub fn typed(question: &Question, questionnaire: &Questionnaire) -> Typed {
        let languages = &questionnaire.languages;
        let yes = |holds: bool| if holds { "yes" } else { "" };
        let mut typed = Typed::default()
            .with("code", question.code.to_string())
            .with("kind", KindCode::of(&question.kind).code())
            .with("required", yes(question.required.is_some()))
            .with("shuffled", yes(question.shuffled))
            .with("other", yes(question.takes_other()))
            .with("profile", yes(question.profile))
            .with("dimension", question.dimension.clone().unwrap_or_default())
            .with("mirror", question.mirror.as_ref().map(ToString::to_string).unwrap_or_default());
        typed = with_words(typed, "label", &question.label, languages);
        typed = with_words(typed, "hint", &question.hint.clone().unwrap_or_default(), languages);
        let required = question.required.clone().unwrap_or_default();
        let condition = required.condition.as_ref().map(|known| known.source().to_owned()).unwrap_or_default();
        typed = typed.with("required_if", condition);
        typed = with_words(typed, "required_message", &required.message.unwrap_or_default(), languages);
        if let Some(Constraint { expression, message }) = &question.constraint {
            typed = typed.with("constraint", expression.source());
            typed = with_words(typed, "constraint_message", &message.clone().unwrap_or_default(), languages);
        }
        typed = kind_form::typed(typed, &question.kind);
        if let Some(filter) = &question.filter {
            typed = typed.with("filter", filter.source());
        }
        typed = ConditionForm::typed(typed, question.relevance.as_ref(), questionnaire);
        match questionnaire.scale_of(question) {
            Some(scale) => with_sharing(with_options(typed, scale, languages), scale),
            None => typed,
        }
    }

    /// # Errors
    /// Everything that cannot be read, each beside its field.
    pub fn read(typed: &Typed, known: &Question, questionnaire: &Questionnaire) -> Result<QuestionForm, Failure> {
        let mut refusals = Vec::new();
        let languages = &questionnaire.languages;
        let given = typed.get("code");
        let code = QuestionCode::parse(given)
            .map_err(|_| EditRefusal::BadCode { field: "code", given: given.chars().take(60).collect() }.into());
        let code = noted(code, &mut refusals)?;
        let kind = noted(KindCode::from_code(typed.get("kind")).ok_or(Trouble::UnknownKind.into()), &mut refusals)?;
        let relevance = noted(ConditionForm::read(typed, questionnaire), &mut refusals)?.flatten();
        let constraint = noted(expression(typed, "constraint"), &mut refusals)?.flatten();
        let required_if = noted(expression(typed, "required_if"), &mut refusals)?.flatten();
        let scale = questionnaire.scale_of(known);
        let (Some(code), Some(kind)) = (code, kind) else { return Err(Failure::Refused(refusals)) };
        // A list that came from a file and has more options than a form can hold stays as it is.
        let is_beyond = scale.is_some_and(|scale| scale.options.len() > edit::MOST_OPTIONS);
        let is_own = !typed.get("scale").contains(':');
        let sharing = if kind.has_options() && scale.is_some() && !(is_beyond && is_own) {
            noted(read_sharing(typed, scale, languages), &mut refusals)?.flatten()
        } else {
            None
        };
        let asked = noted(kind_form::read(typed, kind, known), &mut refusals)?;
        let filter = match typed.get("filter") {
            "" => None,
            source => noted(
                survey::ChoiceFilter::parse(source)
                    .map_err(|problem| EditRefusal::Expression { field: "filter", problem }.into()),
                &mut refusals,
            )?,
        };
        let mirror = match typed.get("mirror") {
            "" => None,
            given => noted(
                QuestionCode::parse(given).map_err(|_| {
                    EditRefusal::BadCode { field: "mirror", given: given.chars().take(60).collect() }.into()
                }),
                &mut refusals,
            )?,
        };
        let Some(asked) = asked.filter(|_| refusals.is_empty()) else { return Err(Failure::Refused(refusals)) };
        let is_ticked = |field: &str| !typed.get(field).is_empty();
        let message = |field: &str| maybe_spoken(typed, field, languages);
        let required = (is_ticked("required") || required_if.is_some())
            .then(|| Requirement { condition: required_if, message: message("required_message") });
        let constraint = constraint.map(|expression| Constraint { expression, message: message("constraint_message") });
        let question = Question {
            code,
            label: spoken(typed, "label", languages),
            hint: message("hint"),
            kind: asked,
            required: required.filter(|_| kind.is_asked()),
            relevance,
            constraint: constraint.filter(|_| kind.is_asked()),
            filter: filter.filter(|_| kind.has_options()),
            shuffled: is_ticked("shuffled"),
            mirror,
            earlier: known.earlier.clone(),
            dimension: Some(typed.get("dimension").to_owned()).filter(|text| !text.is_empty()),
            profile: is_ticked("profile"),
        };
        Ok(QuestionForm { question, kind, sharing, other: is_ticked("other") })
    }

    /// Puts it in the place of the question with this code; a choice gets its options first.
    ///
    /// # Errors
    /// As the operations of [`survey::edit`].
    pub fn apply(self, questionnaire: Questionnaire, code: &str) -> Result<Questionnaire, Failure> {
        let QuestionForm { mut question, kind, sharing, other } = self;
        let mut questionnaire = questionnaire;
        if let Some(sharing) = sharing {
            let sharing = if other && kind != KindCode::Ranking { sharing.with_other() } else { sharing };
            questionnaire = sharing.apply(questionnaire, code)?;
        }
        if kind.has_options() {
            let known = questionnaire.question(code).and_then(Question::scale).cloned();
            let scale = match known {
                Some(scale) => scale,
                None => {
                    let taken = edit::take_scale(questionnaire, yes_and_no(question.code.as_str())?)?;
                    questionnaire = taken.0;
                    taken.1
                }
            };
            question.kind = on_scale(question.kind, kind, &scale, other);
        }
        Ok(edit::change_question(questionnaire, code, question)?)
    }
}

fn on_scale(asked: QuestionKind, kind: KindCode, scale: &ScaleCode, other: bool) -> QuestionKind {
    let scale = scale.clone();
    if let QuestionKind::One { look, .. } = asked {
        QuestionKind::One { scale, other, look }
    } else if let QuestionKind::Many { ticks, .. } = asked {
        QuestionKind::Many { scale, other, ticks }
    } else if kind == KindCode::Ranking {
        QuestionKind::Ranking { scale }
    } else {
        asked
    }
}
