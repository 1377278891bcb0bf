//! Work that nobody waits for: the daily settling of answers, the removal of what has expired.
//!
//! Several nodes may run on one database; a lease decides which of them does the work.

use crate::{chance::SystemChance, clock::Clock};
use app::Instance;
use base::Chance;
use std::time::Duration;
use tokio::sync::watch;

const EVERY: Duration = Duration::from_secs(30);
/// Long enough for three missed turns: whoever holds the lease and dies is replaced within two minutes.
const LEASE_SECONDS: i64 = 120;

pub async fn run(instance: Instance, clock: Clock, mut stopped: watch::Receiver<bool>) {
    let holder = SystemChance.key().to_string();
    loop {
        if let Err(fault) = turn(&instance, &clock, &holder).await {
            tracing::error!(fault = format!("{fault:#}"), "scheduled work failed; it is tried again");
        }
        tokio::select! {
            () = tokio::time::sleep(EVERY) => {}
            _ = stopped.wait_for(|stopped| *stopped) => return,
        }
    }
}

async fn turn(instance: &Instance, clock: &Clock, holder: &str) -> anyhow::Result<()> {
    let (now, today, tenant, holder) = (clock.now(), clock.today(), instance.tenant, holder.to_owned());
    let held = instance
        .store
        .write(move |tx| tx.take_lease("scheduler", &holder, now, now.plus_seconds(LEASE_SECONDS)))
        .await?;
    if !held {
        return Ok(());
    }
    instance.store.write(move |tx| tx.remove_drafts_expired_before(tenant, today)).await?;
    instance.store.write(move |tx| tx.remove_sessions_expired_by(tenant, now)).await?;
    instance.store.write(move |tx| tx.remove_failed_sign_ins_before(tenant, now)).await?;
    let settled = instance.store.settle_days_before(tenant, today).await?;
    if settled > 0 {
        tracing::info!(days = settled, "answers settled in the order of their keys");
    }
    Ok(())
}
