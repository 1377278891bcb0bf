//! Work that nobody waits for: the counting of new answers, the daily settling, the removal of what has expired.
//!
//! Each duty is a job in the store with its own time, held by the node that does it. What fails is tried again after a
//! growing pause, and stands on the administrators' page meanwhile.

use crate::clock::Clock;
use app::{
    Failure, Instance,
    duty::{self, Duty, Standing},
    journal::{JournalKey, sign_head},
    respondent::keep_times,
    retention::{self, Class},
    study::Fold,
};
use base::Moment;
use jiff::civil::Date;
use std::time::Duration;
use tokio::sync::watch;

/// How often the times are looked at. Looking writes nothing.
const EVERY: Duration = Duration::from_secs(5);
/// Answers that one step of counting reads: some tenths of a second.
const STEP: usize = 5000;

/// Whoever does the duties of a tenant, with what they need beside the store.
#[derive(Clone)]
pub struct Keeper {
    pub instance: Instance,
    pub clock: Clock,
    /// `None` where heads of the journal are not signed.
    pub journal_key: Option<JournalKey>,
}

/// Serves all tenants of a store, one after the other.
pub async fn run(keepers: Vec<Keeper>, mut stopped: watch::Receiver<bool>) {
    let Some(store) = keepers.first().map(|keeper| keeper.instance.store.clone()) else { return };
    let mut times = tokio::time::interval(EVERY);
    loop {
        let stopping = stopped.clone();
        let is_time = tokio::select! {
            _ = times.tick() => true,
            () = store.much_is_uncounted() => false,
            () = until(&mut stopped) => return,
        };
        for keeper in &keepers {
            if let Err(failure) = keep_times(&keeper.instance, keeper.clock.today()).await {
                let fault = format!("{:#}", fault(failure));
                tracing::warn!(fault, "some counters of time were lost");
            }
            let done = match is_time {
                true => do_what_is_due(keeper, &stopping).await,
                // Two nodes may count at once: only one of them keeps what it counted.
                false => count(&keeper.instance, None, &stopping).await,
            };
            if let Err(fault) = done {
                tracing::error!(fault = format!("{fault:#}"), "scheduled work could not be done; it is tried again");
            }
            if *stopping.borrow() {
                return;
            }
        }
    }
}

async fn until(stopped: &mut watch::Receiver<bool>) {
    // An error means that the sender is gone, which is a stop as well.
    let _ = stopped.wait_for(|stopped| *stopped).await;
}

async fn do_what_is_due(keeper: &Keeper, stopped: &watch::Receiver<bool>) -> anyhow::Result<()> {
    let Keeper { instance, clock, .. } = keeper;
    let (tenant, now) = (instance.tenant, clock.now());
    let mut standings = instance.store.read(move |tx| duty::standings(tx, tenant)).await.map_err(fault)?;
    if standings.len() < Duty::ALL.len() {
        let begun = instance.store.write(move |tx| {
            duty::begin(tx, tenant, now)?;
            duty::standings(tx, tenant)
        });
        standings = begun.await.map_err(fault)?;
    }
    for Standing { duty, job } in standings.into_iter().filter(|standing| standing.is_due(now)) {
        let failures = job.failures;
        let until = now.plus_seconds(duty::HOLD);
        if !instance.store.write(move |tx| tx.hold_job(tenant, &job, now, until)).await? {
            continue;
        }
        let done = perform(Held { duty, until }, keeper, stopped).await;
        let now = clock.now();
        match done {
            Ok(()) => {
                let next = duty.next(now);
                instance.store.write(move |tx| tx.record_job_done(tenant, duty.code(), now, next)).await?;
            }
            Err(fault) => {
                let told = format!("{fault:#}");
                tracing::error!(duty = duty.code(), fault = told, "scheduled work failed; it is tried again");
                let next = Duty::retry(now, failures);
                instance.store.write(move |tx| tx.record_job_failure(tenant, duty.code(), &told, next)).await?;
            }
        }
        if *stopped.borrow() {
            return Ok(());
        }
    }
    Ok(())
}

/// A duty that this node does, and until when no other takes it up.
struct Held {
    duty: Duty,
    until: Moment,
}

impl Held {
    /// Holds it longer, from now; false when it went on for so long that another node took it.
    async fn longer(&mut self, instance: &Instance, now: Moment) -> anyhow::Result<bool> {
        let (tenant, name, held) = (instance.tenant, self.duty.code(), self.until);
        self.until = now.plus_seconds(duty::HOLD);
        let until = self.until;
        Ok(instance.store.write(move |tx| tx.hold_job_longer(tenant, name, held, until)).await?)
    }
}

async fn perform(mut held: Held, keeper: &Keeper, stopped: &watch::Receiver<bool>) -> anyhow::Result<()> {
    let Keeper { instance, clock, journal_key } = keeper;
    let (now, today, tenant, store) = (clock.now(), clock.today(), instance.tenant, &instance.store);
    match held.duty {
        Duty::CountAnswers => count(instance, Some((&mut held, clock)), stopped).await?,
        Duty::SettleDays => {
            let settled = store.settle_days_before(tenant, today).await?;
            if settled > 0 {
                tracing::info!(days = settled, "answers settled in the order of their keys");
            }
        }
        Duty::ForgetRemoved => store.forget_removed().await?,
        Duty::SignJournal => {
            if let Some(key) = journal_key.clone() {
                store.write(move |tx| sign_head(tx, tenant, &key, today, now)).await.map_err(fault)?;
            }
        }
        Duty::RemoveDrafts | Duty::RemoveSessions | Duty::RemoveFailedSignIns | Duty::ForgetLetters => {
            apply(instance, held.duty.classes(), today, now).await?;
        }
        Duty::ApplyRetention => {
            apply(instance, held.duty.classes(), today, now).await?;
            store.write(move |tx| retention::tell(tx, tenant, today, now)).await.map_err(fault)?;
        }
    }
    Ok(())
}

/// Each class by itself: what fails of one keeps none of those before it.
async fn apply(instance: &Instance, classes: &[Class], today: Date, now: Moment) -> anyhow::Result<()> {
    let tenant = instance.tenant;
    for class in classes.iter().copied() {
        let applied = instance.store.write(move |tx| retention::apply(tx, tenant, class, today, now)).await;
        let applied = applied.map_err(fault)?;
        if applied.number > 0 {
            tracing::info!(class = class.code(), number = applied.number, "what was over is gone");
        }
        instance.store.remove_unused_bytes(applied.files).await?;
    }
    Ok(())
}

/// Folds what waits into the stored counts, step by step, until nothing but what came meanwhile is left.
async fn count(
    instance: &Instance,
    mut held: Option<(&mut Held, &Clock)>,
    stopped: &watch::Receiver<bool>,
) -> anyhow::Result<()> {
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
            if let Some((held, clock)) = &mut held
                && !held.longer(instance, clock.now()).await?
            {
                return Ok(());
            }
            if is_last || !kept {
                break;
            }
        }
    }
    Ok(())
}

pub fn fault(failure: Failure) -> anyhow::Error {
    match failure {
        Failure::Fault(fault) => fault,
        Failure::Refused(refusals) => anyhow::anyhow!("refused: {refusals:?}"),
        Failure::NotFound => anyhow::anyhow!("something that must be there is missing"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::SystemChance;
    use app::journal::is_signed;
    use base::{Digests, Event, Key, Subject};
    use jiff::civil::date;
    use store::{Creation, Location, Store};

    async fn standings(instance: &Instance) -> Vec<Standing> {
        let tenant = instance.tenant;
        instance.store.read(move |tx| duty::standings(tx, tenant)).await.unwrap()
    }

    #[tokio::test]
    async fn what_fails_is_tried_again_and_keeps_nothing_else_from_being_done() {
        let folder = tempfile::tempdir().unwrap();
        let location = Location::Folder(folder.path().join("data"));
        let store = Store::open(&location, Creation::Create, Moment(0)).unwrap();
        let instance = tokio::task::spawn_blocking(|| Instance::open(store, SystemChance)).await.unwrap().unwrap();
        let (clock, (_stop, stopped)) = (Clock::new(None).unwrap(), watch::channel(false));
        let journal_key = Some(JournalKey::from_secret(&[7; 32]));
        let keeper = Keeper { instance: instance.clone(), clock: clock.clone(), journal_key };
        let hide = |sql: &'static str| instance.store.write(move |tx| tx.execute(sql, &[]));

        hide("alter table draft rename to hidden").await.unwrap();
        let before = clock.now();
        do_what_is_due(&keeper, &stopped).await.unwrap();
        for Standing { duty, job } in standings(&instance).await {
            let fails = duty == Duty::RemoveDrafts;
            assert_eq!(job.failures, u32::from(fails), "{duty:?}");
            assert_eq!(job.last_error.is_some(), fails, "{duty:?}");
            assert_eq!(job.done_at.is_some_and(|done| done >= before), !fails, "{duty:?}");
            assert!(job.run_at > before, "{duty:?}");
        }

        hide("alter table hidden rename to draft").await.unwrap();
        let tenant = instance.tenant;
        let due = instance.store.write(move |tx| tx.record_job_failure(tenant, "remove-drafts", "again", Moment(0)));
        due.await.unwrap();
        do_what_is_due(&keeper, &stopped).await.unwrap();
        let drafts = standings(&instance).await.into_iter().find(|one| one.duty == Duty::RemoveDrafts).unwrap();
        assert_eq!((drafts.job.failures, drafts.job.last_error), (0, None));
        assert!(drafts.job.done_at.is_some());
        instance.store.close();
    }

    #[tokio::test]
    async fn the_journal_is_signed_once_a_day() {
        let folder = tempfile::tempdir().unwrap();
        let location = Location::Folder(folder.path().join("data"));
        let store = Store::open(&location, Creation::Create, Moment(0)).unwrap();
        let instance = tokio::task::spawn_blocking(|| Instance::open(store, SystemChance)).await.unwrap().unwrap();
        let tenant = instance.tenant;
        let tell = || async {
            let subject = Subject { noun: "project", key: Key([1; 16]) };
            let (facts, digests) = (Vec::new(), Digests::default());
            let event = Event { at: Moment(0), by: None, kind: "project.created", subject, facts, digests };
            instance.store.write(move |tx| tx.add_event(tenant, &event)).await.unwrap();
        };
        let key = JournalKey::from_secret(&[7; 32]);
        let sign = async |day: i8| {
            let (_stop, stopped) = watch::channel(false);
            let clock = Clock::new(Some(date(2023, 7, day))).unwrap();
            let keeper = Keeper { instance: instance.clone(), clock, journal_key: Some(key.clone()) };
            let held = Held { duty: Duty::SignJournal, until: Moment(i64::MAX) };
            perform(held, &keeper, &stopped).await.unwrap();
            instance.store.read(move |tx| tx.signed_heads(tenant)).await.unwrap()
        };
        assert_eq!(sign(27).await, [], "nothing was told yet");
        tell().await;
        assert_eq!(sign(27).await.len(), 1);
        tell().await;
        assert_eq!(sign(27).await.len(), 1, "once a day");
        assert_eq!(sign(26).await.len(), 1, "the clock was set back");
        let signed = sign(28).await;
        assert_eq!(signed.iter().map(|one| one.head.number).collect::<Vec<_>>(), [1, 2]);
        assert!(signed.iter().all(|one| is_signed(one, tenant)));
        instance.store.close();
    }

    #[tokio::test]
    async fn who_works_on_keeps_the_duty_and_who_died_loses_it_soon() {
        let folder = tempfile::tempdir().unwrap();
        let location = Location::Folder(folder.path().join("data"));
        let store = Store::open(&location, Creation::Create, Moment(0)).unwrap();
        let instance = tokio::task::spawn_blocking(|| Instance::open(store, SystemChance)).await.unwrap().unwrap();
        let tenant = instance.tenant;
        instance.store.write(move |tx| duty::begin(tx, tenant, Moment(0))).await.unwrap();
        let job = standings(&instance).await.remove(0).job;
        let take = |at: i64| {
            let (job, now) = (job.clone(), Moment(0).plus_seconds(at));
            instance.store.write(move |tx| tx.hold_job(tenant, &job, now, now.plus_seconds(duty::HOLD)))
        };
        assert!(take(0).await.unwrap());
        let mut held = Held { duty: Duty::CountAnswers, until: Moment(0).plus_seconds(duty::HOLD) };
        for at in [60, 120] {
            assert!(held.longer(&instance, Moment(0).plus_seconds(at)).await.unwrap());
        }
        assert!(!take(180).await.unwrap());
        assert!(take(210).await.unwrap(), "a minute and a half after the last step");
        assert!(!held.longer(&instance, Moment(0).plus_seconds(211)).await.unwrap());
        instance.store.close();
    }
}
