use super::{OPEN_ANSWER, appeal::may_decide};
use crate::{Failure, Instance, fieldwork, rights};
use base::{Actor, Role, TenantId};
use outreach::Project;
use std::collections::BTreeMap;
use store::{Appeal, AppealState, MatterState, Ruling, Transaction};
use survey::{Audience, Study};

/// Everything that waits for somebody's decision, or was decided, as one person may see it.
#[derive(Debug, Clone, Default)]
pub struct Queue {
    /// Open answers that nobody has read, by audience, up to [`MOST_COUNTED`] of each.
    pub unread: Vec<(Study, Audience, usize)>,
    pub appeals: Vec<OnAppeal>,
    /// Decisions that are not „shown as it is“, or that were appealed against.
    pub decided: Vec<Decided>,
}

#[derive(Debug, Clone)]
pub struct OnAppeal {
    pub study: Study,
    pub audience: Audience,
    pub ruling: Ruling,
    pub appeal: Appeal,
    /// As they were written, for whoever decides; nobody else is told.
    pub words: Option<String>,
}

#[derive(Debug, Clone)]
pub struct Decided {
    pub study: Study,
    pub audience: Audience,
    pub ruling: Ruling,
    /// The newest.
    pub appeal: Option<Appeal>,
    /// Whether this person may appeal against it now.
    pub may_appeal: bool,
}

const MOST_COUNTED: usize = 200;

/// # Errors
/// Only faults of the store.
pub fn queue(instance: &Instance, tx: &mut Transaction, actors: &[Actor]) -> Result<Queue, Failure> {
    let tenant = instance.tenant;
    let mut queue = Queue::default();
    let looks = |actor: &Actor, project: &Project| actor.role == Role::Auditor || rights::works(*actor, project);
    for project in tx.projects(tenant)? {
        let near: Vec<Actor> = actors.iter().copied().filter(|actor| looks(actor, &project)).collect();
        if near.is_empty() {
            continue;
        }
        let reads = near.iter().any(|actor| rights::may(*actor, rights::Right::DecideOpenAnswers, &project));
        for study in tx.studies(tenant, project.id)? {
            for audience in &study.audiences {
                if reads {
                    let number = fieldwork::number_pending(instance, tx, audience, MOST_COUNTED)?;
                    queue.unread.extend((number > 0).then(|| (study.clone(), audience.clone(), number)));
                }
                gather(tx, tenant, &project, &study, audience, &near, &mut queue)?;
            }
        }
    }
    Ok(queue)
}

fn gather(
    tx: &mut Transaction,
    tenant: TenantId,
    project: &Project,
    study: &Study,
    audience: &Audience,
    near: &[Actor],
    queue: &mut Queue,
) -> Result<(), Failure> {
    let mut appeals: BTreeMap<_, Vec<Appeal>> = BTreeMap::new();
    for appeal in tx.appeals(tenant, OPEN_ANSWER, audience.id.0)? {
        appeals.entry(appeal.matter.clone()).or_default().push(appeal);
    }
    for ruling in tx.rulings(tenant, OPEN_ANSWER, audience.id.0)? {
        let of_it = appeals.remove(&ruling.matter).unwrap_or_default();
        let newest = of_it.last().cloned();
        if let Some(waiting) = of_it.iter().find(|appeal| appeal.state == AppealState::Waiting) {
            let decides = near.iter().any(|actor| may_decide(*actor, project, &ruling, waiting));
            let response = if decides {
                tx.response(tenant, audience.id, base::ResponseKey(ruling.matter.subject))?
            } else {
                None
            };
            let answer = response.as_ref().and_then(|response| response.answers.get(&ruling.matter.part));
            queue.appeals.push(OnAppeal {
                study: study.clone(),
                audience: audience.clone(),
                ruling: ruling.clone(),
                appeal: waiting.clone(),
                words: answer.and_then(|answer| answer.words()).map(str::to_owned),
            });
        } else if ruling.state != MatterState::Shown || newest.is_some() {
            let has_said =
                |actor: &Actor| of_it.iter().any(|appeal| appeal.by.is_some_and(|(_, party)| party == actor.party));
            let may_appeal = near.iter().any(|actor| {
                rights::may(*actor, rights::Right::AppealDecisions, project)
                    && actor.party != ruling.by.party
                    && !has_said(actor)
            });
            let (study, audience) = (study.clone(), audience.clone());
            queue.decided.push(Decided { study, audience, ruling, appeal: newest, may_appeal });
        }
    }
    Ok(())
}

/// How many decisions there were, for everybody.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counts {
    pub shown: u64,
    pub redacted: u64,
    pub hidden: u64,
    /// By the codes of the reasons.
    pub reasons: BTreeMap<String, u64>,
    pub appeals: BTreeMap<AppealState, u64>,
}

/// # Errors
/// Only faults of the store.
pub fn counts(tx: &mut Transaction, tenant: TenantId) -> Result<Counts, Failure> {
    let mut counts = Counts::default();
    for (state, reason, number) in tx.number_of_rulings(tenant)? {
        match state {
            MatterState::Shown => counts.shown += number,
            MatterState::Redacted => counts.redacted += number,
            MatterState::Hidden => counts.hidden += number,
        }
        if let Some(reason) = reason {
            *counts.reasons.entry(reason).or_default() += number;
        }
    }
    counts.appeals = tx.number_of_appeals(tenant)?.into_iter().collect();
    Ok(counts)
}
