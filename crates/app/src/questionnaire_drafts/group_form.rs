use super::{
    ConditionForm, Sharing,
    condition_form::expression,
    option_rows,
    sharing::{read_sharing, with_sharing},
    trouble::noted,
    words_form::{maybe_spoken, with_words},
};
use crate::{Failure, typed::Typed};
use survey::{
    Group, GroupCode, Questionnaire,
    edit::{self, EditRefusal, GroupWords, Repeats},
};

/// What the form proposes for what is to be asked several times.
const USUAL_ROUNDS: u32 = 5;

/// What is said of a page, a group or a grid, as one form holds it; a grid has its options too.
#[derive(Debug, Clone)]
pub struct GroupForm {
    pub words: GroupWords,
    sharing: Option<Sharing>,
}

impl GroupForm {
    pub fn typed(group: &Group, questionnaire: &Questionnaire) -> Typed {
        let languages = &questionnaire.languages;
        let typed = Typed::default()
            .with("code", group.code.to_string())
            .with("shuffled", if group.shuffled { "yes" } else { "" });
        let repeated = group.repeated.as_ref();
        let count = repeated.and_then(|repeated| repeated.count.as_ref()).map(|count| count.source().to_owned());
        let typed = typed
            .with("repeats", if repeated.is_some() { "yes" } else { "" })
            .with("rounds", repeated.map_or(USUAL_ROUNDS, |repeated| repeated.rounds).to_string())
            .with("repeat_count", count.unwrap_or_default());
        let typed = with_words(typed, "label", &group.label.clone().unwrap_or_default(), languages);
        let typed = with_words(typed, "hint", &group.hint.clone().unwrap_or_default(), languages);
        let typed = ConditionForm::typed(typed, group.relevance.as_ref(), questionnaire);
        match group.battery_scale().and_then(|code| questionnaire.scales.get(code)) {
            Some(scale) => with_sharing(option_rows(typed, scale, languages), scale),
            None => typed,
        }
    }

    /// # Errors
    /// Everything that cannot be read.
    pub fn read(typed: &Typed, group: &Group, questionnaire: &Questionnaire) -> Result<GroupForm, Failure> {
        let mut refusals = Vec::new();
        let languages = &questionnaire.languages;
        let given = typed.get("code");
        let code = GroupCode::parse(given)
            .map_err(|_| EditRefusal::BadCode { field: "code", given: given.chars().take(60).collect() });
        let code = noted(code.map_err(Failure::from), &mut refusals)?;
        let relevance = noted(ConditionForm::read(typed, questionnaire), &mut refusals)?;
        let repeats = noted(read_repeats(typed), &mut refusals)?;
        let scale = group.battery_scale().and_then(|code| questionnaire.scales.get(code));
        let sharing = match scale {
            Some(scale) => noted(read_sharing(typed, Some(scale), languages), &mut refusals)?,
            None => None,
        };
        match (code, refusals.is_empty()) {
            (Some(code), true) => Ok(GroupForm {
                words: GroupWords {
                    code,
                    label: maybe_spoken(typed, "label", languages),
                    hint: maybe_spoken(typed, "hint", languages),
                    relevance: relevance.flatten(),
                    shuffled: !typed.get("shuffled").is_empty(),
                    repeats: repeats.flatten(),
                },
                sharing: sharing.flatten(),
            }),
            _ => Err(Failure::Refused(refusals)),
        }
    }

    /// # Errors
    /// As the operations of [`survey::edit`].
    pub fn apply(self, questionnaire: Questionnaire, code: &str) -> Result<Questionnaire, Failure> {
        let questionnaire = match &self.sharing {
            Some(sharing) => sharing.clone().apply(questionnaire, code)?,
            None => questionnaire,
        };
        Ok(edit::change_group(questionnaire, code, self.words)?)
    }
}

fn read_repeats(typed: &Typed) -> Result<Option<Repeats>, Failure> {
    if typed.get("repeats").is_empty() {
        return Ok(None);
    }
    // What is no number at all is out of the bounds that the refusal tells.
    let rounds = typed.get("rounds").parse().unwrap_or(0);
    Ok(Some(Repeats { rounds, count: expression(typed, "repeat_count")? }))
}
