use crate::{
    Failure,
    themes::{self, Coding, FrozenThemes},
};
use base::{AudienceId, TenantId};
use stats::text::Themes;
use std::collections::BTreeMap;
use store::{Codes, OpenAnswerKey, Transaction};
use survey::{OptionCode, QuestionCode, Response, Study, Theme};

/// The themes of one open question, as they were frozen last, ready to be told of each answer.
#[derive(Debug, Clone)]
pub struct ThemeColumns {
    pub question: QuestionCode,
    /// Those that at least [`Themes::FEWEST_MENTIONS`] people mention: fewer could be recognised by them.
    pub themes: Vec<Theme>,
    coding: Coding,
    decided: BTreeMap<OpenAnswerKey, Codes>,
}

impl ThemeColumns {
    /// What the words of a response speak of; `None` where it has none, or nobody may quote them.
    pub fn codes(&self, response: &Response) -> Option<Codes> {
        if !response.may_be_quoted() {
            return None;
        }
        let words = response.answers.get(self.question.as_str())?.words()?;
        if let Some(codes) = self.decided.get(&(response.key, self.question.clone())) {
            return Some(codes.clone());
        }
        let found = self.coding.codebook.code(words);
        Some(found.mentions.iter().filter_map(|mention| OptionCode::parse(&mention.code).ok()).collect())
    }
}

/// Of every question of an audience whose themes were frozen.
///
/// # Errors
/// Only faults of the store.
pub fn theme_columns(
    tx: &mut Transaction,
    tenant: TenantId,
    study: &Study,
    audience: AudienceId,
) -> Result<Vec<ThemeColumns>, Failure> {
    let mut columns = Vec::new();
    let mut decided: Option<BTreeMap<OpenAnswerKey, Codes>> = None;
    for frozen in themes::frozen(tx, tenant, study)? {
        let coding = Coding::of(&frozen.list)?;
        for question in frozen.list.questions_of(audience) {
            let decided = match &decided {
                Some(known) => known.clone(),
                None => decided.insert(tx.coded_answers(tenant, audience)?).clone(),
            };
            let themes = told(&frozen, audience, question);
            columns.push(ThemeColumns { question: question.clone(), themes, coding: coding.clone(), decided });
        }
    }
    Ok(columns)
}

fn told(frozen: &FrozenThemes, audience: AudienceId, question: &QuestionCode) -> Vec<Theme> {
    let found = frozen.question(audience, question);
    let mentioned = |theme: &&Theme| {
        let themes = found.into_iter().flat_map(|found| &found.themes);
        let mut own = themes.filter(|one| one.code == theme.code.as_str());
        own.any(|one| one.mentioned >= Themes::FEWEST_MENTIONS)
    };
    frozen.list.themes.iter().filter(mentioned).cloned().collect()
}
