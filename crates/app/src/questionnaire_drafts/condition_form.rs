use crate::{Failure, typed::Typed};
use survey::{Claim, Condition, ConditionRefusal, Expression, Join, Questionnaire, Test, edit::EditRefusal};

/// Lines of one condition.
pub const MOST_CLAIMS: usize = 8;

/// `condition_2_test`
pub fn claim_field(row: usize, part: &str) -> String {
    format!("condition_{row}_{part}")
}

/// When something is shown, as the form holds it: lines picked from lists, or an expression where those cannot show it.
#[derive(Debug, Clone, Copy)]
pub struct ConditionForm;

impl ConditionForm {
    /// The form of a condition; `condition_as` tells whether lists can show it.
    pub fn typed(typed: Typed, relevance: Option<&Expression>, questionnaire: &Questionnaire) -> Typed {
        let Some(relevance) = relevance else {
            return typed.with("condition_as", "lists").with("condition_join", Join::All.code());
        };
        let typed = typed.with("relevance", relevance.source());
        let Some(condition) =
            Condition::read(relevance, questionnaire).filter(|known| known.claims.len() <= MOST_CLAIMS)
        else {
            return typed.with("condition_as", "text").with("condition_join", Join::All.code());
        };
        let typed = typed.with("condition_as", "lists").with("condition_join", condition.join.code());
        condition.claims.iter().enumerate().fold(typed, |typed, (row, claim)| {
            let has_options =
                questionnaire.question(claim.question.as_str()).is_some_and(|known| known.scale().is_some());
            let typed = typed
                .with(&claim_field(row, "question"), claim.question.to_string())
                .with(&claim_field(row, "test"), claim.test.code());
            match has_options && claim.test.needs_value() {
                true => typed.with(&claim_field(row, "answer"), format!("{}:{}", claim.question, claim.value)),
                false => typed.with(&claim_field(row, "number"), claim.value.clone()),
            }
        })
    }

    /// # Errors
    /// What cannot be meant, or an expression that cannot be read.
    pub fn read(typed: &Typed, questionnaire: &Questionnaire) -> Result<Option<Expression>, Failure> {
        if typed.get("condition_as") == "text" {
            return expression(typed, "relevance");
        }
        let mut claims = Vec::new();
        for row in 0..MOST_CLAIMS {
            claims.extend(claim(typed, row)?);
        }
        if claims.is_empty() {
            return Ok(None);
        }
        let join = Join::from_code(typed.get("condition_join")).unwrap_or_default();
        Ok(Some(Condition { join, claims }.expression(questionnaire)?))
    }
}

/// A line counts when a question is picked, or an answer, which tells its question.
fn claim(typed: &Typed, row: usize) -> Result<Option<Claim>, Failure> {
    let get = |part: &str| typed.get(&claim_field(row, part));
    let answer = get("answer").split_once(':');
    let name = Some(get("question")).filter(|name| !name.is_empty()).or(answer.map(|(name, _)| name));
    let Some(name) = name else { return Ok(None) };
    let unknown = || ConditionRefusal::UnknownQuestion { name: name.chars().take(60).collect() };
    let question = name.parse().map_err(|_| unknown())?;
    let test = Test::from_code(get("test")).unwrap_or(Test::Is);
    let value = match answer {
        Some((of, option)) if of == name => option.to_owned(),
        // The answer of another question is no answer to this one.
        Some((_, option)) if get("number").is_empty() => {
            return Err(ConditionRefusal::NoSuchOption { name: name.to_owned(), option: option.to_owned() }.into());
        }
        Some(_) | None => get("number").to_owned(),
    };
    let value = if test.needs_value() { value } else { String::new() };
    Ok(Some(Claim { question, test, value }))
}

/// An expression typed as text.
pub(super) fn expression(typed: &Typed, field: &'static str) -> Result<Option<Expression>, Failure> {
    let source = typed.get(field);
    if source.is_empty() {
        return Ok(None);
    }
    Expression::parse(source).map(Some).map_err(|problem| EditRefusal::Expression { field, problem }.into())
}
