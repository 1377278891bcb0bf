use super::option_rows;
use crate::{Failure, typed::Typed};
use base::LanguageTag;
use survey::{
    Questionnaire, Scale, ScaleCode, ScaleOption,
    edit::{self, EditRefusal, OptionsOf},
};

/// What is to become of the options.
#[derive(Debug, Clone)]
pub enum Sharing {
    /// These, for all who share them or for it alone.
    Own(Vec<ScaleOption>, OptionsOf),
    /// Those of a ready scale of the item bank.
    Ready(Scale),
    /// Those of another question.
    Shared(ScaleCode),
}

impl Sharing {
    pub(super) fn apply(self, questionnaire: Questionnaire, code: &str) -> Result<Questionnaire, Failure> {
        Ok(match self {
            Sharing::Own(options, whose) => edit::copy_scale(questionnaire, code, options, whose)?,
            Sharing::Ready(scale) => {
                let (questionnaire, scale) = edit::take_scale(questionnaire, scale)?;
                edit::share_scale(questionnaire, code, &scale)?
            }
            Sharing::Shared(scale) => edit::share_scale(questionnaire, code, &scale)?,
        })
    }

    pub(super) fn with_other(self) -> Sharing {
        match self {
            Sharing::Own(options, whose) => Sharing::Own(edit::add_other(options), whose),
            Sharing::Ready(scale) => Sharing::Own(edit::add_other(scale.options), OptionsOf::ItAlone),
            Sharing::Shared(scale) => Sharing::Shared(scale),
        }
    }
}

pub(super) fn with_sharing(typed: Typed, scale: &Scale) -> Typed {
    typed.with("scale", "").with("scale_code", scale.code.to_string()).with("options_of", "everybody")
}

/// `scale` is empty for the rows of the form, `ready:…` for a scale of the item bank, `share:…` for another question's.
pub(super) fn read_sharing(
    typed: &Typed,
    known: Option<&Scale>,
    languages: &[LanguageTag],
) -> Result<Option<Sharing>, Failure> {
    let chosen = typed.get("scale");
    if let Some(code) = chosen.strip_prefix("ready:") {
        let ready = survey::item_bank().scales.get(code);
        let ready = ready.ok_or_else(|| EditRefusal::NoSuchScale { code: code.chars().take(60).collect() })?;
        return Ok(Some(Sharing::Ready(ready.clone())));
    }
    if let Some(code) = chosen.strip_prefix("share:") {
        let bad = || EditRefusal::NoSuchScale { code: code.chars().take(60).collect() };
        return Ok(Some(Sharing::Shared(ScaleCode::parse(code).map_err(|_| bad())?)));
    }
    let whose = if typed.get("options_of") == "it_alone" { OptionsOf::ItAlone } else { OptionsOf::Everybody };
    let options = option_rows::read(typed, known, languages)?;
    Ok(Some(Sharing::Own(options, whose)))
}
