use super::{AnsweredVersion, AudienceData, Counts, HiddenAnswer, OpenAnswer, StudyData};
use crate::{Failure, Instance, moderation::OPEN_ANSWER, themes};
use base::{AudienceId, QuestionnaireId};
use store::{Decision, MatterState, Transaction};
use survey::{QuestionCode, ResultsPolicy, Study};

/// The study with its counts and with the open answers that a person has let through.
///
/// # Errors
/// Only faults of the store.
pub fn load_study(instance: &Instance, tx: &mut Transaction, study: Study) -> Result<StudyData, Failure> {
    let project = tx.project(instance.tenant, study.project)?;
    let earlier = earlier(instance, tx, &study)?;
    let mut audiences = Vec::new();
    for audience in &study.audiences {
        let Some(id) = audience.questionnaire else { continue };
        let (questionnaire, counts) = instance.counts.of(tx, audience, id, &instance.questionnaires)?;
        let open_answers = open_answers(instance, tx, audience.id)?;
        let hidden_answers = hidden_answers(instance, tx, audience.id)?;
        audiences.push(AudienceData {
            audience: audience.clone(),
            questionnaire,
            population: tx.population(instance.tenant, audience.id)?,
            versions: versions(instance, tx, &counts, id)?,
            counts,
            open_answers,
            hidden_answers,
        });
    }
    let themes = themes::frozen(tx, instance.tenant, &study)?;
    Ok(StudyData { study, project, audiences, earlier, themes })
}

/// So many measurements are set side by side at most.
const MOST_WAVES: usize = 8;

/// What was measured before, back to the first time. Each was over before the next began, and its results were not only
/// for the report; so whoever may see the results of the last may see these.
fn earlier(instance: &Instance, tx: &mut Transaction, study: &Study) -> Result<Vec<StudyData>, Failure> {
    let mut waves = Vec::new();
    let mut last = study.clone();
    while let (Some(id), true) = (last.repeats, waves.len() + 1 < MOST_WAVES) {
        let Some(before) = tx.study(instance.tenant, id)? else { break };
        if before.fieldwork.last() >= last.fieldwork.first() || before.results == ResultsPolicy::Never {
            break;
        }
        let mut audiences = Vec::new();
        for audience in &before.audiences {
            let Some(id) = audience.questionnaire else { continue };
            let (questionnaire, counts) = instance.counts.of(tx, audience, id, &instance.questionnaires)?;
            audiences.push(AudienceData {
                audience: audience.clone(),
                questionnaire,
                population: tx.population(instance.tenant, audience.id)?,
                versions: Vec::new(),
                counts,
                open_answers: Vec::new(),
                hidden_answers: Vec::new(),
            });
        }
        waves.push(StudyData {
            study: before.clone(),
            project: None,
            audiences,
            earlier: Vec::new(),
            themes: Vec::new(),
        });
        last = before;
    }
    waves.reverse();
    Ok(waves)
}

/// The one that is asked now stands last, whatever the days are.
fn versions(
    instance: &Instance,
    tx: &mut Transaction,
    counts: &Counts,
    current: QuestionnaireId,
) -> Result<Vec<AnsweredVersion>, Failure> {
    if counts.by_version().len() < 2 {
        return Ok(Vec::new());
    }
    let frozen = tx.questionnaires(instance.tenant)?;
    let mut versions: Vec<(bool, AnsweredVersion)> = frozen
        .into_iter()
        .filter_map(|known| {
            let answers = counts.by_version().get(&known.id).copied()?;
            Some((known.id == current, AnsweredVersion { frozen_on: known.frozen_on, answers }))
        })
        .collect();
    versions.sort_unstable();
    Ok(versions.into_iter().map(|(_, version)| version).collect())
}

fn open_answers(instance: &Instance, tx: &mut Transaction, audience: AudienceId) -> Result<Vec<OpenAnswer>, Failure> {
    let mut answers = Vec::new();
    for review in tx.reviews(instance.tenant, audience)? {
        let words = match review.decision {
            Decision::Withhold => continue,
            Decision::Redact(words) => words,
            Decision::Keep => {
                let response = tx.response(instance.tenant, audience, review.response)?;
                let quotable = response.as_ref().filter(|response| response.may_be_quoted());
                let answer = quotable.and_then(|response| response.answers.get(review.question.as_str()));
                match answer.and_then(|answer| answer.words()) {
                    Some(words) => words.to_owned(),
                    None => continue,
                }
            }
        };
        answers.push(OpenAnswer { question: review.question, words });
    }
    Ok(answers)
}

fn hidden_answers(
    instance: &Instance,
    tx: &mut Transaction,
    audience: AudienceId,
) -> Result<Vec<HiddenAnswer>, Failure> {
    let rulings = tx.rulings(instance.tenant, OPEN_ANSWER, audience.0)?;
    let hidden = rulings.into_iter().filter(|ruling| ruling.state == MatterState::Hidden);
    let told = hidden.filter_map(|ruling| {
        let question = QuestionCode::parse(&ruling.matter.part).ok()?;
        Some(HiddenAnswer { question, reason: ruling.reason?, words: ruling.words })
    });
    Ok(told.collect())
}
