use super::{Agreement, CodedAnswer, Coding, Trouble, event, sampled, written};
use crate::{
    Failure, Instance,
    fieldwork::population::{may_have_margin, options_of},
};
use base::{Actor, AudienceId, Moment, QuestionnaireId, ResponseKey, TenantId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use stats::text::Themes;
use std::collections::{BTreeMap, BTreeSet};
use store::{KeptThemes, ThemeVersion, Transaction};
use survey::{OptionCode, QuestionCode, Questionnaire, Study, ThemeList, ThemedQuestion};

/// What was found when a list was frozen: numbers alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Found {
    pub questions: Vec<QuestionFound>,
    /// `None` where two people have not coded the same answers.
    pub agreement: Option<Agreement>,
}

/// Of what people wrote to one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionFound {
    pub audience: String,
    pub question: String,
    /// Who wrote something: the base of every number.
    pub writers: u64,
    /// Of how many nobody and nothing has said what they speak of.
    pub waiting: u64,
    /// How many a person coded.
    pub by_people: u64,
    /// In the order of the list.
    pub themes: Vec<ThemeFound>,
    /// Groups of at least [`Themes::FEWEST_WRITERS`] writers.
    pub groups: Vec<GroupFound>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThemeFound {
    pub code: String,
    pub mentioned: u64,
    /// How many of them only deny it, as far as the patterns tell.
    pub denied: u64,
}

/// The writers who chose one option of a question about who they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupFound {
    pub question: String,
    pub option: String,
    pub writers: u64,
    /// In the order of the themes.
    pub mentioned: Vec<u64>,
}

/// A list that was frozen last, as everybody may know it.
#[derive(Debug, Clone, PartialEq)]
pub struct FrozenThemes {
    pub number: u32,
    pub version: u32,
    pub on: Date,
    pub list: ThemeList,
    pub found: Found,
}

impl FrozenThemes {
    pub fn question(&self, audience: AudienceId, question: &QuestionCode) -> Option<&QuestionFound> {
        let audience = audience.to_string();
        self.found.questions.iter().find(|one| one.audience == audience && one.question == question.as_str())
    }
}

/// What was frozen last of each list of a study.
///
/// # Errors
/// Only faults of the store.
pub fn frozen(tx: &mut Transaction, tenant: TenantId, study: &Study) -> Result<Vec<FrozenThemes>, Failure> {
    let mut all = Vec::new();
    for (id, kept) in tx.frozen_themes(tenant, study.id)? {
        let found = serde_json::from_str(&kept.found).map_err(|error| Failure::Fault(error.into()))?;
        let (number, version, on) = (id.number, kept.version, kept.on);
        all.push(FrozenThemes { number, version, on, list: kept.list, found });
    }
    Ok(all)
}

/// Counts what is to be frozen; reads every answer of the list once.
///
/// # Errors
/// [`Trouble::NoThemes`], [`Trouble::NothingWritten`], [`Trouble::SampleUnfinished`]; those of [`written`].
pub fn count(instance: &Instance, tx: &mut Transaction, study: &Study, kept: &KeptThemes) -> Result<Found, Failure> {
    let list = &kept.list;
    if list.themes.is_empty() {
        return Err(Trouble::NoThemes.into());
    }
    let coding = Coding::of(list)?;
    let traits = Traits::of(instance, tx, study)?;
    let mut groups: BTreeMap<ResponseKey, Vec<(QuestionCode, OptionCode)>> = BTreeMap::new();
    let answers = written(instance, tx, study, list, |response| {
        groups.insert(response.key, traits.told(response));
    })?;
    if answers.is_empty() {
        return Err(Trouble::NothingWritten.into());
    }
    let sampled = sampled(tx, instance.tenant, kept.id)?;
    if sampled.as_ref().is_some_and(|sampled| !sampled.is_settled()) {
        return Err(Trouble::SampleUnfinished.into());
    }
    let words = answers.iter().map(|answer| (answer.key.clone(), answer.words.clone())).collect();
    let agreement = sampled.and_then(|sampled| Agreement::of(&sampled, &coding, &words));
    let answers = coding.all(tx, instance.tenant, answers)?;
    let of_question = |one: &ThemedQuestion| {
        let is_of =
            |answer: &&CodedAnswer| answer.written.audience == one.audience && answer.written.key.1 == one.question;
        let coded: Vec<&CodedAnswer> = answers.iter().filter(is_of).collect();
        question_found(one, list, &coded, &groups)
    };
    Ok(Found { questions: list.questions.iter().map(of_question).collect(), agreement })
}

fn question_found(
    one: &ThemedQuestion,
    list: &ThemeList,
    coded: &[&CodedAnswer],
    groups: &BTreeMap<ResponseKey, Vec<(QuestionCode, OptionCode)>>,
) -> QuestionFound {
    let codes: Vec<BTreeSet<OptionCode>> = coded.iter().map(|answer| answer.codes()).collect();
    let count = |which: &dyn Fn(&CodedAnswer) -> bool| number(coded.iter().filter(|answer| which(answer)).count());
    let theme = |theme: &survey::Theme| ThemeFound {
        code: theme.code.to_string(),
        mentioned: number(codes.iter().filter(|codes| codes.contains(&theme.code)).count()),
        denied: count(&|answer| answer.is_denied(theme.code.as_str())),
    };
    let mut by_group: BTreeMap<&(QuestionCode, OptionCode), GroupFound> = BTreeMap::new();
    for (answer, codes) in coded.iter().zip(&codes) {
        for group in groups.get(&answer.written.key.0).into_iter().flatten() {
            let found = by_group.entry(group).or_insert_with(|| GroupFound {
                question: group.0.to_string(),
                option: group.1.to_string(),
                writers: 0,
                mentioned: vec![0; list.themes.len()],
            });
            found.writers += 1;
            for (count, theme) in found.mentioned.iter_mut().zip(&list.themes) {
                *count += u64::from(codes.contains(&theme.code));
            }
        }
    }
    QuestionFound {
        audience: one.audience.to_string(),
        question: one.question.to_string(),
        writers: number(coded.len()),
        waiting: count(&|answer| answer.waits()),
        by_people: count(&|answer| answer.decided.is_some()),
        themes: list.themes.iter().map(theme).collect(),
        groups: by_group.into_values().filter(|group| group.writers >= Themes::FEWEST_WRITERS).collect(),
    }
}

fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// The questions of each audience that tell who somebody is.
struct Traits(BTreeMap<AudienceId, (QuestionnaireId, Vec<TraitAsked>)>);

/// A question with the options that tell something.
type TraitAsked = (QuestionCode, BTreeSet<OptionCode>);

impl Traits {
    fn of(instance: &Instance, tx: &mut Transaction, study: &Study) -> Result<Traits, Failure> {
        let mut traits = BTreeMap::new();
        for audience in &study.audiences {
            let Some(id) = audience.questionnaire else { continue };
            let questionnaire = instance.questionnaires.get(tx, id)?;
            traits.insert(audience.id, (id, Traits::asked(&questionnaire)));
        }
        Ok(Traits(traits))
    }

    fn asked(questionnaire: &Questionnaire) -> Vec<TraitAsked> {
        let about = questionnaire.questions().filter(|one| one.profile && may_have_margin(questionnaire, one));
        about
            .map(|question| {
                let options = options_of(questionnaire, question).into_iter().map(|option| option.code.clone());
                (question.code.clone(), options.collect())
            })
            .collect()
    }

    /// An earlier version may have asked something else under the same code.
    fn told(&self, response: &survey::Response) -> Vec<(QuestionCode, OptionCode)> {
        let Some((id, asked)) = self.0.get(&response.audience) else { return Vec::new() };
        if *id != response.questionnaire {
            return Vec::new();
        }
        let chosen = asked.iter().filter_map(|(question, options)| {
            let option = response.answers.get(question.as_str())?.options().iter().next()?;
            options.contains(option).then(|| (question.clone(), option.clone()))
        });
        chosen.collect()
    }
}

/// Keeps what was counted as the next version, for good.
///
/// # Errors
/// [`Trouble::Stale`] where the list was changed since it was counted.
#[expect(clippy::too_many_arguments, reason = "what is frozen, by whom, of which state and when")]
pub fn freeze(
    tx: &mut Transaction,
    tenant: TenantId,
    by: Option<Actor>,
    kept: &KeptThemes,
    counted_on: u64,
    found: &Found,
    today: Date,
    now: Moment,
) -> Result<(), Failure> {
    tx.hold_study(tenant, kept.id.study)?;
    if kept.revision != counted_on {
        return Err(Trouble::Stale.into());
    }
    let last = tx.theme_versions(tenant, kept.id)?.first().map_or(0, |last| last.version);
    let version = ThemeVersion {
        version: last + 1,
        revision: kept.revision,
        on: today,
        list: kept.list.clone(),
        found: serde_json::to_string(found).map_err(|error| Failure::Fault(error.into()))?,
    };
    tx.add_theme_version(tenant, kept.id, &version)?;
    let writers: u64 = found.questions.iter().map(|one| one.writers).sum();
    let kappa = found.agreement.as_ref().and_then(|agreement| agreement.together.kappa);
    let facts = vec![
        ("version", version.version.to_string()),
        ("writers", writers.to_string()),
        ("kappa", kappa.map_or_else(|| "–".to_owned(), |kappa| format!("{kappa:.2}").replace('.', ","))),
    ];
    Ok(tx.add_event(tenant, &event(now, by, "themes.frozen", kept, facts))?)
}
