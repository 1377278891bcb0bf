use super::{PlanTrouble, StudyPlan, trouble::taken};
use crate::{
    Failure, Refusal,
    fieldwork::questionnaire::{create, event},
    personal_data::{Seen, let_out},
    rights::{self, Right},
};
use base::{Actor, Digests, Event, Moment, ProjectId, StudyId, TenantId};
use jiff::civil::Date;
use store::Transaction;
use survey::{Fieldwork, ResultsPolicy, Stage, Study};

/// What the journal tells of a change: the words that those who answered were given, and the days.
const FACTS: [(&str, &str); 9] = [
    ("title", "title-before"),
    ("title_en", "title-english-before"),
    ("purpose", "purpose-before"),
    ("purpose_en", "purpose-english-before"),
    ("slug", "slug-before"),
    ("first", "first-before"),
    ("last", "last-before"),
    ("results", "results-before"),
    ("results_day", "results-day-before"),
];

/// Plans a study in the project, still without an audience.
///
/// # Errors
/// [`Failure::NotFound`] for those who may not; [`PlanTrouble::StudyAddressTaken`];
/// [`crate::personal_data::Trouble`].
pub fn plan_study(
    tx: &mut Transaction,
    actors: &[Actor],
    project: ProjectId,
    id: StudyId,
    plan: StudyPlan,
    seen: Seen,
    now: Moment,
) -> Result<(), Failure> {
    let by = planner(tx, actors, project)?;
    let confirmed = let_out(&[], &plan.typed(), seen)?;
    measured_again(tx, by.tenant, project, plan.repeats, plan.fieldwork)?;
    let StudyPlan { slug, title, purpose, fieldwork, results, results_day, repeats } = plan;
    let results_published = results_day;
    let audiences = Vec::new();
    let study = Study { id, project, slug, title, purpose, fieldwork, results, results_published, repeats, audiences };
    create(tx, by.tenant, Some(by), &study, confirmed, now)
}

/// Changes a study with care for those who answered it.
///
/// # Errors
/// [`Failure::NotFound`] for those who may not; a refusal when it was changed meanwhile; everything that answers or shown
/// results have settled; [`crate::personal_data::Trouble`].
#[expect(clippy::too_many_arguments, reason = "a change names what, by whom, of which state, when")]
pub fn change_study(
    tx: &mut Transaction,
    actors: &[Actor],
    id: StudyId,
    plan: StudyPlan,
    made_of: &str,
    seen: Seen,
    today: Date,
    now: Moment,
) -> Result<(), Failure> {
    let (by, before) = held_study(tx, actors, id)?;
    StudyPlan::of(&before).typed().is_still(made_of)?;
    let again = measured_again(tx, by.tenant, before.project, plan.repeats, plan.fieldwork)?;
    let mut next = before.clone();
    plan.put(&mut next);
    if next == before {
        return Ok(());
    }
    let troubles = unkept(&before, &next, has_answers(tx, by.tenant, &before)?, today);
    if !troubles.is_empty() {
        return Err(Failure::Refused(troubles.into_iter().map(Refusal::from).collect()));
    }
    let (was, is) = (StudyPlan::of(&before).typed(), StudyPlan::of(&next).typed());
    let confirmed = let_out(std::slice::from_ref(&was), &is, seen)?;
    tx.replace_study(by.tenant, &next).map_err(taken)?;
    let mut facts = vec![("slug", next.slug.clone())];
    if next.fieldwork != before.fieldwork {
        facts.push(("days", format!("{} – {}", next.fieldwork.first(), next.fieldwork.last())));
    }
    if next.results != before.results {
        facts.push(("results", next.results.code().to_owned()));
    }
    if let Some(day) = next.results_published.filter(|_| next.results_published != before.results_published) {
        facts.push(("results-day", day.to_string()));
    }
    if next.repeats != before.repeats {
        facts.push(("repeats", again.unwrap_or_else(|| "–".to_owned())));
    }
    facts.extend(confirmed);
    facts.extend(was.facts_before(&is, &FACTS));
    let digests = Digests::change(was.digest(), is.digest());
    let changed = event(now, Some(by), "study.changed", "study", id.0, facts);
    Ok(tx.add_event(by.tenant, &Event { digests, ..changed })?)
}

/// The end of the address of the study that is measured again. It has to be over before: else the one study would tell of
/// the other's unfinished answers.
fn measured_again(
    tx: &mut Transaction,
    tenant: TenantId,
    project: ProjectId,
    repeats: Option<StudyId>,
    fieldwork: Fieldwork,
) -> Result<Option<String>, Failure> {
    let Some(earlier) = repeats else { return Ok(None) };
    let earlier = tx.study(tenant, earlier)?.filter(|earlier| earlier.project == project);
    match earlier {
        Some(earlier) if earlier.fieldwork.last() < fieldwork.first() => Ok(Some(earlier.slug)),
        Some(_) => Err(PlanTrouble::RepeatsLater.into()),
        None => Err(PlanTrouble::RepeatsUnknown.into()),
    }
}

/// What the change would take from those who answered, or from those who saw the results.
fn unkept(before: &Study, next: &Study, is_answered: bool, today: Date) -> Vec<PlanTrouble> {
    let mut troubles = Vec::new();
    let settled = [
        ("slug", next.slug != before.slug),
        ("first", next.fieldwork.first() != before.fieldwork.first()),
        ("results", next.results != before.results),
    ];
    troubles.extend(
        settled
            .into_iter()
            .filter(|(_, differs)| is_answered && *differs)
            .map(|(field, _)| PlanTrouble::SettledByAnswers { field }),
    );
    let last = next.fieldwork.last();
    let were_shown = is_answered && before.results_are_public(today);
    if last != before.fieldwork.last() && is_answered {
        let reopens = before.fieldwork.stage(today) == Stage::Closed && last >= today;
        let extends = before.results == ResultsPolicy::AfterClosing && last > before.fieldwork.last();
        if were_shown && (reopens || extends) {
            troubles.push(PlanTrouble::ReopenedAfterResults);
        } else if last < today {
            troubles.push(PlanTrouble::ClosedInThePast);
        }
    }
    let is_promised = next.results_published == before.results_published && shows_while_answering(before);
    if is_answered && shows_while_answering(next) && !is_promised {
        troubles.push(PlanTrouble::ResultsWhileAnswering);
    }
    if were_shown && !next.results_are_public(today) && troubles.is_empty() {
        troubles.push(PlanTrouble::ResultsShownAlready);
    }
    troubles
}

/// Whether the chosen day of results lies in the fieldwork: fair only if it was said before the first answer.
fn shows_while_answering(study: &Study) -> bool {
    study.results_published.is_some_and(|day| day <= study.fieldwork.last())
}

/// # Errors
/// Only faults of the store.
pub fn has_answers(tx: &mut Transaction, tenant: TenantId, study: &Study) -> Result<bool, Failure> {
    for audience in &study.audiences {
        if tx.answers_of(tenant, audience.id)? > 0 {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The study, held for one who may change it.
pub(super) fn held_study(tx: &mut Transaction, actors: &[Actor], id: StudyId) -> Result<(Actor, Study), Failure> {
    let tenant = actors.first().ok_or(Failure::NotFound)?.tenant;
    tx.hold_study(tenant, id)?;
    let study = tx.study(tenant, id)?.ok_or(Failure::NotFound)?;
    Ok((planner(tx, actors, study.project)?, study))
}

fn planner(tx: &mut Transaction, actors: &[Actor], project: ProjectId) -> Result<Actor, Failure> {
    let tenant = actors.first().ok_or(Failure::NotFound)?.tenant;
    let project = tx.project(tenant, project)?.ok_or(Failure::NotFound)?;
    actors.iter().copied().find(|actor| rights::may(*actor, Right::PlanStudies, &project)).ok_or(Failure::NotFound)
}

#[cfg(test)]
mod tests;
