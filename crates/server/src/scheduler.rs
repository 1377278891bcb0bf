//! Work that nobody waits for: the counting of new answers, the daily settling, the removal of what has expired.
//!
//! Several nodes may run on one database; a lease decides which of them does the work.

use crate::{chance::SystemChance, clock::Clock};
use app::{Failure, Instance, study::Fold};
use base::Chance;
use std::time::Duration;
use tokio::sync::watch;

const EVERY: Duration = Duration::from_secs(30);
/// Long enough for three missed turns: whoever holds the lease and dies is replaced within two minutes.
const LEASE_SECONDS: i64 = 120;
/// Answers that one step of counting reads: some tenths of a second.
const STEP: u32 = 5000;

pub async fn run(instance: Instance, clock: Clock, mut stopped: watch::Receiver<bool>) {
    let holder = SystemChance.key().to_string();
    let mut turns = tokio::time::interval(EVERY);
    loop {
        let stopping = stopped.clone();
        let done = tokio::select! {
            _ = turns.tick() => turn(&instance, &clock, &holder, &stopping).await,
            // Two nodes may count at once: only one of them keeps what it counted.
            () = instance.store.much_is_uncounted() => count(&instance, &stopping).await,
            () = until(&mut stopped) => return,
        };
        if let Err(fault) = done {
            tracing::error!(fault = format!("{fault:#}"), "scheduled work failed; it is tried again");
        }
    }
}

async fn until(stopped: &mut watch::Receiver<bool>) {
    // An error means that the sender is gone, which is a stop as well.
    let _ = stopped.wait_for(|stopped| *stopped).await;
}

async fn turn(instance: &Instance, clock: &Clock, holder: &str, stopped: &watch::Receiver<bool>) -> anyhow::Result<()> {
    let (now, today, tenant, holder) = (clock.now(), clock.today(), instance.tenant, holder.to_owned());
    let held = instance
        .store
        .write(move |tx| tx.take_lease("scheduler", &holder, now, now.plus_seconds(LEASE_SECONDS)))
        .await?;
    if !held {
        return Ok(());
    }
    count(instance, stopped).await?;
    instance.store.write(move |tx| tx.remove_drafts_expired_before(tenant, today)).await?;
    instance.store.write(move |tx| tx.remove_sessions_expired_by(tenant, now)).await?;
    instance.store.write(move |tx| tx.remove_failed_sign_ins_before(tenant, now)).await?;
    let settled = instance.store.settle_days_before(tenant, today).await?;
    if settled > 0 {
        tracing::info!(days = settled, "answers settled in the order of their keys");
    }
    Ok(())
}

/// Folds what waits into the stored counts, step by step, until nothing but what came meanwhile is left.
async fn count(instance: &Instance, stopped: &watch::Receiver<bool>) -> anyhow::Result<()> {
    let tenant = instance.tenant;
    for (audience, questionnaire) in instance.store.read(move |tx| tx.audiences_to_count(tenant)).await? {
        loop {
            let (on, at) = (instance.clone(), instance.clone());
            let step = on.store.clone().read(move |tx| Fold::next(&on, tx, audience, questionnaire, STEP)).await;
            let Some(step) = step.map_err(fault)? else { break };
            let is_last = step.is_last();
            let kept = at.store.clone().write(move |tx| step.keep(&at, tx)).await.map_err(fault)?;
            if *stopped.borrow() {
                return Ok(());
            }
            if is_last || !kept {
                break;
            }
        }
    }
    Ok(())
}

fn fault(failure: Failure) -> anyhow::Error {
    match failure {
        Failure::Fault(fault) => fault,
        Failure::Refused(refusals) => anyhow::anyhow!("refused: {refusals:?}"),
        Failure::NotFound => anyhow::anyhow!("something that must be there is missing"),
    }
}
