use super::{
    EditRefusal, MOST_OPTIONS,
    item::scale_of,
    names::fresh_among,
    question::within_bounds,
    settled,
    settled::settle_scale,
    tree::{each_question, item, item_mut},
};
use crate::{Item, Look, OptionCode, QuestionKind, Questionnaire, Scale, ScaleCode, ScaleOption, Standing};
use base::Text;
use std::collections::BTreeSet;

/// For whom options are changed, where several questions share them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OptionsOf {
    /// All that share the scale.
    Everybody,
    /// The question or grid alone: it gets a scale of its own.
    ItAlone,
}

/// Keeps a scale for the questions that are to use it. One that is there already under this code, but is another, gets a
/// fresh code; the code that it is kept under comes back. Unlike other operations it leaves a scale that nobody uses yet.
///
/// # Errors
/// [`EditRefusal::TooFewOptions`], [`EditRefusal::TooManyOptions`], [`EditRefusal::RepeatedOption`],
/// [`EditRefusal::OptionWithoutWords`], [`EditRefusal::TooLong`].
pub fn take_scale(
    mut questionnaire: Questionnaire,
    mut scale: Scale,
) -> Result<(Questionnaire, ScaleCode), EditRefusal> {
    sound(&scale.options)?;
    settle_scale(&mut scale, &questionnaire.languages);
    if questionnaire.scales.get(&scale.code).is_some_and(|known| known.options == scale.options) {
        return Ok((questionnaire, scale.code));
    }
    let taken: BTreeSet<String> = questionnaire.scales.keys().map(ToString::to_string).collect();
    let code = parsed(&fresh_among(&taken, scale.code.as_str()))?;
    questionnaire.scales.insert(code.clone(), Scale { code: code.clone(), ..scale });
    Ok((questionnaire, code))
}

/// Gives a question or a grid these options.
///
/// # Errors
/// As for [`take_scale`]; [`EditRefusal::NoSuchItem`] for what has no options.
pub fn copy_scale(
    mut questionnaire: Questionnaire,
    code: &str,
    options: Vec<ScaleOption>,
    whose: OptionsOf,
) -> Result<Questionnaire, EditRefusal> {
    sound(&options)?;
    let no_such = || EditRefusal::NoSuchItem { code: code.to_owned() };
    let found = item(&questionnaire.items, code).ok_or_else(no_such)?;
    let scale = scale_of(found).cloned().ok_or_else(no_such)?;
    match whose {
        OptionsOf::Everybody => {
            let Some(known) = questionnaire.scales.get_mut(&scale) else { return Err(no_such()) };
            known.options = options;
            Ok(settled(questionnaire))
        }
        OptionsOf::ItAlone => {
            let own = Scale { code: parsed(&format!("{code}_options"))?, options, ordered: false };
            let (questionnaire, own) = take_scale(questionnaire, own)?;
            share_scale(questionnaire, code, &own)
        }
    }
}

/// Gives a question with one choice a list of places of its own, to be searched: it may be longer than a form can hold, and
/// takes the place of all options but „Друго“.
///
/// # Errors
/// [`EditRefusal::NoSuchItem`] for what is no question with one choice.
pub fn take_places(
    mut questionnaire: Questionnaire,
    code: &str,
    mut places: Vec<ScaleOption>,
) -> Result<Questionnaire, EditRefusal> {
    let no_such = || EditRefusal::NoSuchItem { code: code.to_owned() };
    let known = questionnaire.question(code).ok_or_else(no_such)?;
    let QuestionKind::One { other, .. } = known.kind else { return Err(no_such()) };
    // A row of a grid shares its list with the other rows.
    if questionnaire.battery_of(code).is_some() {
        return Err(no_such());
    }
    if other {
        places = add_other(places);
    }
    let taken: BTreeSet<String> = questionnaire.scales.keys().map(ToString::to_string).collect();
    let own = parsed(&fresh_among(&taken, &format!("{code}_places")))?;
    let mut scale = Scale { code: own.clone(), options: places, ordered: false };
    settle_scale(&mut scale, &questionnaire.languages);
    questionnaire.scales.insert(own.clone(), scale);
    if let Some(Item::Question(question)) = item_mut(&mut questionnaire.items, code) {
        question.kind = QuestionKind::One { scale: own, other, look: Look::Settlements };
        // It was about the options that went.
        question.filter = None;
        question.shuffled = false;
    }
    Ok(settled(questionnaire))
}

/// Lets a question, or every row of a grid, answer on a scale that is there.
///
/// # Errors
/// [`EditRefusal::NoSuchScale`], [`EditRefusal::NoSuchItem`].
pub fn share_scale(
    mut questionnaire: Questionnaire,
    code: &str,
    scale: &ScaleCode,
) -> Result<Questionnaire, EditRefusal> {
    if !questionnaire.scales.contains_key(scale) {
        return Err(EditRefusal::NoSuchScale { code: scale.to_string() });
    }
    let found = item_mut(&mut questionnaire.items, code);
    let found = found.ok_or_else(|| EditRefusal::NoSuchItem { code: code.to_owned() })?;
    each_question(std::slice::from_mut(found), &mut |question| {
        use crate::QuestionKind::{Many, One, Ranking};
        if let One { scale: own, .. } | Many { scale: own, .. } | Ranking { scale: own } = &mut question.kind {
            *own = scale.clone();
        }
    });
    Ok(settled(questionnaire))
}

/// Options with „Друго“ behind them, where they have none.
pub fn add_other(mut options: Vec<ScaleOption>) -> Vec<ScaleOption> {
    if !options.iter().any(|option| option.code.is_other()) {
        let other = ScaleOption::new(OptionCode::other(), Text::new("Друго", "Other"), Standing::Unordered);
        options.push(other);
    }
    options
}

fn sound(options: &[ScaleOption]) -> Result<(), EditRefusal> {
    if options.len() < 2 {
        return Err(EditRefusal::TooFewOptions { least: 2 });
    }
    if options.len() > MOST_OPTIONS {
        return Err(EditRefusal::TooManyOptions { max: MOST_OPTIONS });
    }
    let mut seen = BTreeSet::new();
    for option in options {
        if !seen.insert(option.code.as_str()) {
            return Err(EditRefusal::RepeatedOption { code: option.code.to_string() });
        }
        if option.label.is_silent() {
            return Err(EditRefusal::OptionWithoutWords { code: option.code.to_string() });
        }
        within_bounds(Some(&option.label), "options")?;
    }
    Ok(())
}

fn parsed(code: &str) -> Result<ScaleCode, EditRefusal> {
    let short: String = code.chars().take(crate::code::LONGEST).collect();
    ScaleCode::parse(&short).map_err(|_| EditRefusal::BadCode { field: "code", given: short })
}
