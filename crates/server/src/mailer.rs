//! Sends the letters that wait, one after the other, beside everything else that the program does.
//!
//! Several nodes share the queue: each takes a letter for one attempt. No log names anybody.

mod message;
mod transport;

pub use transport::Transport;

use crate::{chance::SystemChance, clock::Clock, scheduler::fault};
use app::{
    Instance,
    mail::{self, Outcome, Outgoing, Reason},
};
use base::LetterId;
use std::{sync::Arc, time::Duration};
use tokio::sync::watch;

/// How often the queue is looked at. Looking writes nothing.
const EVERY: Duration = Duration::from_secs(3);
/// Letters that one look takes.
const TOGETHER: u32 = 20;
/// One attempt may take no longer: well within [`mail::HOLD`].
const LONGEST_ATTEMPT: Duration = Duration::from_secs(150);

/// What letters are sent with, and what they say of us.
pub struct Mailer {
    pub instance: Instance,
    pub clock: Clock,
    /// The site's public address.
    pub site: String,
    /// `None`: letters are held.
    pub transport: Option<Arc<Transport>>,
}

impl Mailer {
    /// Until the program is told to stop; a letter that is being sent is sent to its end.
    pub async fn run(self, mut stopped: watch::Receiver<bool>) {
        let mut times = tokio::time::interval(EVERY);
        let (tenant, now) = (self.instance.tenant, self.clock.now());
        if self.transport.is_some()
            && let Err(failure) = self.instance.store.write(move |tx| mail::release_all(tx, tenant, now)).await
        {
            tracing::error!(fault = format!("{:#}", fault(failure)), "letters that were held could not be released");
        }
        loop {
            tokio::select! {
                _ = times.tick() => {}
                // An error means that the sender is gone, which is a stop as well.
                _ = stopped.wait_for(|stopped| *stopped) => return,
            }
            if let Err(fault) = self.send_what_is_due(&stopped).await {
                tracing::error!(fault = format!("{fault:#}"), "letters could not be sent; they are tried again");
            }
        }
    }

    pub async fn send_what_is_due(&self, stopped: &watch::Receiver<bool>) -> anyhow::Result<()> {
        let (tenant, now) = (self.instance.tenant, self.clock.now());
        let far = now.plus_seconds(2 * mail::HOLD);
        let due = self.instance.store.read(move |tx| tx.letters_due(tenant, now, far, TOGETHER)).await?;
        if due.is_empty() {
            return Ok(());
        }
        let Some(transport) = &self.transport else {
            let held = self.instance.store.write(move |tx| mail::hold_all(tx, tenant, now)).await.map_err(fault)?;
            tracing::warn!(letters = held, "no mail server is set: letters are held");
            return Ok(());
        };
        for id in due {
            let goes_on = self.send(id, transport).await?;
            if !goes_on || *stopped.borrow() {
                break;
            }
        }
        Ok(())
    }

    /// Sends one letter; false when the trouble is such that the others need not be tried now.
    async fn send(&self, id: LetterId, transport: &Arc<Transport>) -> anyhow::Result<bool> {
        let (tenant, now, site) = (self.instance.tenant, self.clock.now(), self.site.clone());
        let taking = self.instance.store.write(move |tx| mail::take(tx, tenant, id, &site, now, &mut SystemChance));
        let Some(letter) = taking.await.map_err(fault)? else { return Ok(true) };
        let letter = Arc::new(letter);
        let outcome = attempt(transport.clone(), letter.clone(), now).await;
        let goes_on = !matches!(&outcome, Outcome::Postponed { reason, .. } if reason.is_of_the_server());
        log(id, &outcome);
        let now = self.clock.now();
        let recording =
            move |tx: &mut store::Transaction| mail::record(tx, tenant, &letter, outcome, now, &mut SystemChance);
        self.instance.store.write(recording).await.map_err(fault)?;
        Ok(goes_on)
    }
}

async fn attempt(transport: Arc<Transport>, letter: Arc<Outgoing>, now: base::Moment) -> Outcome {
    let sending = tokio::task::spawn_blocking(move || transport.send(&letter, now));
    match tokio::time::timeout(LONGEST_ATTEMPT, sending).await {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(_)) => Outcome::Postponed { reason: Reason::Interrupted, answer: String::new() },
        Err(_) => Outcome::Postponed { reason: Reason::TimedOut, answer: String::new() },
    }
}

#[cfg(test)]
mod tests;

/// The answer of a server often names the address, so it stays out.
fn log(id: LetterId, outcome: &Outcome) {
    match outcome {
        Outcome::Accepted { .. } => tracing::info!(letter = %id, "letter sent"),
        Outcome::Postponed { reason, .. } => {
            tracing::warn!(letter = %id, reason = reason.code(), "letter not sent yet; it is tried again");
        }
        Outcome::Rejected { reason, .. } => tracing::warn!(letter = %id, reason = reason.code(), "letter refused"),
    }
}
