use super::{EditRefusal, Place, add, fresh_code, take_scale};
use crate::{Item, QuestionCode, QuestionKind, Questionnaire, Scale, item_bank};

/// Copies a question of another questionnaire, such as the item bank, with its scale. A code that is taken gets a number.
/// What its words and conditions name stays behind, as it may not be here.
///
/// # Errors
/// [`EditRefusal::NoSuchItem`]; as for [`add`].
pub fn insert_from(
    questionnaire: Questionnaire,
    place: &Place,
    from: &Questionnaire,
    code: &str,
) -> Result<(Questionnaire, QuestionCode), EditRefusal> {
    let found = from.question(code).ok_or_else(|| EditRefusal::NoSuchItem { code: code.to_owned() })?;
    let mut question = found.clone();
    (question.relevance, question.filter, question.constraint) = (None, None, None);
    question.required.take_if(|required| required.condition.is_some());
    let fresh = fresh_code(&questionnaire, code);
    question.code = fresh.parse().map_err(|_| EditRefusal::BadCode { field: "code", given: fresh })?;
    // The codes of questions are compared between audiences: the same question stays the same.
    if question.code.as_str() != code && question.mirror.is_none() {
        question.mirror = code.parse().ok();
    }
    let mut questionnaire = questionnaire;
    if let Some(scale) = from.scale_of(found) {
        let taken = take_scale(questionnaire, scale.clone())?;
        questionnaire = taken.0;
        if let QuestionKind::One { scale, .. } | QuestionKind::Many { scale, .. } | QuestionKind::Ranking { scale } =
            &mut question.kind
        {
            *scale = taken.1;
        }
    }
    let code = question.code.clone();
    Ok((add(questionnaire, place, Item::Question(question))?, code))
}

/// The scales that Bulgarian administrations use, from the worst to the best first, then the others; each with its code in
/// the item bank.
pub fn ready_scales() -> Vec<&'static Scale> {
    let (ordered, others): (Vec<_>, Vec<_>) = item_bank().scales.values().partition(|scale| scale.ordered);
    ordered.into_iter().chain(others).collect()
}
