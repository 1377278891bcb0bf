use super::{HeldThemes, Trouble, WrittenAnswer};
use crate::Failure;
use base::AudienceId;
use stats::text::{self, Codebook, Coded, Language, Pattern, PatternRefusal};
use std::collections::{BTreeMap, btree_map::Entry};
use store::{Codes, OpenAnswerKey, Transaction};
use survey::{OptionCode, ThemeList};

/// A list of themes, ready to find them.
#[derive(Debug, Clone)]
pub struct Coding {
    pub codebook: Codebook,
}

/// An answer with what it speaks of.
#[derive(Debug, Clone, PartialEq)]
pub struct CodedAnswer {
    pub written: WrittenAnswer,
    /// What the patterns find, and where.
    pub found: Coded,
    /// Written in Latin letters: what the patterns would find, were it Cyrillic. It counts once somebody says so.
    pub suggested: Option<Coded>,
    /// What a person decided.
    pub decided: Option<Codes>,
}

impl Coding {
    /// # Errors
    /// What cannot be a list; one that was kept can.
    pub fn of(list: &ThemeList) -> Result<Coding, Trouble> {
        let patterns = |patterns: &[String]| -> Result<Vec<Pattern>, Trouble> {
            let parse = |text: &String| {
                Pattern::parse(text).map_err(|because| Trouble::Pattern {
                    field: "patterns".to_owned(),
                    pattern: text.clone(),
                    because,
                })
            };
            patterns.iter().map(parse).collect()
        };
        let code = |theme: &survey::Theme| {
            let (patterns, exclusions) = (patterns(&theme.patterns)?, patterns(&theme.exclusions)?);
            Ok(text::Code { name: theme.code.to_string(), patterns, exclusions })
        };
        let codes: Vec<text::Code> = list.themes.iter().map(code).collect::<Result<_, _>>()?;
        Ok(Coding { codebook: Codebook::new(codes, Language::bulgarian()).map_err(Trouble::of_list)? })
    }

    pub fn code(&self, written: WrittenAnswer, decided: Option<Codes>) -> CodedAnswer {
        let found = self.codebook.code(&written.words);
        let suggested = if found.is_uncoded() { self.codebook.suggest(&written.words) } else { None };
        CodedAnswer { written, found, suggested, decided }
    }

    /// Everything written, with what people decided about it.
    ///
    /// # Errors
    /// Only faults of the store.
    pub fn all(
        &self,
        tx: &mut Transaction,
        tenant: base::TenantId,
        written: Vec<WrittenAnswer>,
    ) -> Result<Vec<CodedAnswer>, Failure> {
        let mut decided: BTreeMap<AudienceId, BTreeMap<OpenAnswerKey, Codes>> = BTreeMap::new();
        for answer in &written {
            if let Entry::Vacant(entry) = decided.entry(answer.audience) {
                entry.insert(tx.coded_answers(tenant, answer.audience)?);
            }
        }
        let code = |answer: WrittenAnswer| {
            let decided = decided.get(&answer.audience).and_then(|of| of.get(&answer.key)).cloned();
            self.code(answer, decided)
        };
        Ok(written.into_iter().map(code).collect())
    }
}

impl CodedAnswer {
    /// What counts: what a person decided, else what the patterns found.
    pub fn codes(&self) -> Codes {
        match &self.decided {
            Some(codes) => codes.clone(),
            None => self.found_codes(),
        }
    }

    pub fn found_codes(&self) -> Codes {
        codes_of(&self.found)
    }

    /// Whether only the patterns speak, and every place that speaks of the theme denies it.
    pub fn is_denied(&self, code: &str) -> bool {
        self.decided.is_none() && self.found.mentions.iter().any(|mention| mention.code == code && mention.negated)
    }

    /// Whether nobody and nothing has said what it speaks of: it waits to be read.
    pub fn waits(&self) -> bool {
        self.decided.is_none() && self.found.is_uncoded()
    }
}

pub(super) fn codes_of(coded: &Coded) -> Codes {
    coded.mentions.iter().filter_map(|mention| OptionCode::parse(&mention.code).ok()).collect()
}

/// # Errors
/// Why a text is no pattern.
pub(super) fn checked(text: &str) -> Result<(), PatternRefusal> {
    Pattern::parse(text).map(|_| ())
}

/// A person says what an answer speaks of; nothing of the list is an answer too.
///
/// # Errors
/// [`Failure::NotFound`] where there are no such words, or not for coding; [`Trouble::ThemeUnknown`].
pub fn decide(
    tx: &mut Transaction,
    held: &HeldThemes,
    audience: AudienceId,
    key: &OpenAnswerKey,
    codes: &Codes,
) -> Result<(), Failure> {
    is_there(tx, held, audience, key)?;
    if codes.iter().any(|code| held.kept.list.theme(code.as_str()).is_none()) {
        return Err(Trouble::ThemeUnknown.into());
    }
    Ok(tx.replace_coded_answer(held.by.tenant, audience, key, codes, Some(held.by.person))?)
}

/// The patterns decide again.
///
/// # Errors
/// As for [`decide`].
pub fn undecide(
    tx: &mut Transaction,
    held: &HeldThemes,
    audience: AudienceId,
    key: &OpenAnswerKey,
) -> Result<(), Failure> {
    is_there(tx, held, audience, key)?;
    Ok(tx.remove_coded_answer(held.by.tenant, audience, key)?)
}

fn is_there(
    tx: &mut Transaction,
    held: &HeldThemes,
    audience: AudienceId,
    (response, question): &OpenAnswerKey,
) -> Result<(), Failure> {
    let is_of_list = held.kept.list.questions_of(audience).any(|one| one == question);
    let response = tx.response(held.by.tenant, audience, *response)?.filter(survey::Response::may_be_quoted);
    let words = response.as_ref().and_then(|response| response.answers.get(question.as_str())?.words());
    if is_of_list && words.is_some() { Ok(()) } else { Err(Failure::NotFound) }
}
