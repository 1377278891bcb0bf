//! What is known of an audience's people: where they are taken from, whom that leaves out, and how many of them there are.
//! It is written down before the first answer, for whoever knows the answers could choose what suits them.

mod reading;
mod table;
mod trouble;

pub use reading::{
    AMOUNTS, amount, amount_field, as_of_field, may_have_margin, measure_field, options_of, source_field, written,
};
pub use table::{MOST_LINES, filled_from};
pub use trouble::PopulationTrouble;

use super::{plan::held_audience, questionnaire::event};
use crate::{Failure, Refusal, typed::Typed};
use base::{Actor, AudienceId, Digests, Event, Moment};
use jiff::civil::Date;
use store::Transaction;
use survey::{Margin, Population, Questionnaire, SamplingFrame};

/// As one form holds it.
pub fn typed(population: &Population) -> Typed {
    let frame = population.frame.as_ref();
    let misses = frame.and_then(|frame| frame.misses.as_ref());
    let typed = [("taken_from", frame.map(|frame| &frame.taken_from)), ("misses", misses)]
        .into_iter()
        .fold(Typed::default(), |typed, (field, text)| typed.with_text(field, text.unwrap_or(&base::Text::default())));
    population.margins.iter().fold(typed, |typed, margin| {
        let question = &margin.question;
        let typed = typed
            .with(&measure_field(question), margin.measure.code())
            .with_text(&source_field(question), &margin.source)
            .with_day(&as_of_field(question), Some(margin.as_of));
        margin.amounts.iter().fold(typed, |typed, (option, amount)| {
            typed.with(&amount_field(question, option), written(margin.measure, *amount))
        })
    })
}

/// Reads the form. What is in it of questions that the audience is not asked is passed over.
///
/// # Errors
/// Every field at fault at once.
pub fn read(
    typed: &Typed,
    questionnaire: Option<&Questionnaire>,
    people: Option<u32>,
    today: Date,
) -> Result<Population, Failure> {
    reading::read(typed, questionnaire, people, today)
}

/// Keeps what was written down. Once somebody has answered, what stands there already stays as it is; what nobody thought of
/// before may still be added, and says since when it is there.
///
/// # Errors
/// [`PopulationTrouble::Settled`]; a refusal when it was changed meanwhile; [`Failure::NotFound`] for those who may not.
pub fn set_population(
    tx: &mut Transaction,
    actors: &[Actor],
    id: AudienceId,
    next: Population,
    made_of: &str,
    now: Moment,
) -> Result<(), Failure> {
    let (by, _, audience) = held_audience(tx, actors, id)?;
    let before = tx.population(by.tenant, id)?;
    let was = typed(&before);
    was.is_still(made_of)?;
    let next = since_when(&before, next);
    if next == before {
        return Ok(());
    }
    if tx.answers_of(by.tenant, id)? > 0 {
        let troubles: Vec<Refusal> = unkept(&before, &next).into_iter().map(Refusal::from).collect();
        if !troubles.is_empty() {
            return Err(Failure::Refused(troubles));
        }
    }
    tx.replace_population(by.tenant, id, &next)?;
    let questions: Vec<String> = next.margins.iter().map(|margin| margin.question.to_string()).collect();
    let told = |words: &str| if words.is_empty() { "–".to_owned() } else { words.to_owned() };
    let is = typed(&next);
    let facts = vec![
        ("code", audience.code),
        ("taken-from", told(is.get("taken_from"))),
        ("misses", told(is.get("misses"))),
        ("margins", told(&questions.join(", "))),
    ];
    let digests = Digests::change(was.digest(), is.digest());
    let set = event(now, Some(by), "population.set", "audience", id.0, facts);
    Ok(tx.add_event(by.tenant, &Event { digests, ..set })?)
}

/// What says the same as before keeps its day.
fn since_when(before: &Population, next: Population) -> Population {
    let frame = next.frame.map(|frame| match &before.frame {
        Some(known) if is_same_frame(known, &frame) => known.clone(),
        Some(_) | None => frame,
    });
    let margins = next.margins.into_iter().map(|margin| match before.margin(margin.question.as_str()) {
        Some(known) if is_same_margin(known, &margin) => known.clone(),
        Some(_) | None => margin,
    });
    Population { frame, margins: margins.collect() }
}

fn is_same_frame(one: &SamplingFrame, other: &SamplingFrame) -> bool {
    (&one.taken_from, &one.misses) == (&other.taken_from, &other.misses)
}

fn is_same_margin(one: &Margin, other: &Margin) -> bool {
    Margin { written_on: other.written_on, ..one.clone() } == *other
}

/// What the change would take from what was written down before the answers.
fn unkept(before: &Population, next: &Population) -> Vec<PopulationTrouble> {
    let mut troubles = Vec::new();
    if before.frame.is_some() && before.frame != next.frame {
        troubles.push(PopulationTrouble::Settled { field: "taken_from".to_owned() });
    }
    for margin in &before.margins {
        if next.margin(margin.question.as_str()) != Some(margin) {
            troubles.push(PopulationTrouble::Settled { field: source_field(&margin.question) });
        }
    }
    troubles
}

/// The share of a margin that one option is.
pub fn share(margin: &Margin, option: &str) -> Option<f64> {
    let (amount, total) = (margin.amount(option)?, margin.total());
    let as_float = |count: u64| u32::try_from(count).map_or(f64::from(u32::MAX), f64::from);
    (total > 0).then(|| as_float(amount) / as_float(total))
}

#[cfg(test)]
mod tests;
