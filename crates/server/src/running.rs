//! The running site: the instance opened, the listener bound, the daily work scheduled, everything closed in order.

use crate::{
    chance::SystemChance,
    clock::Clock,
    exit::Exit,
    mailer::{Mailer, Transport},
    output::Output,
    scheduler::{self, Keeper},
};
use app::{
    Instance, Words,
    journal::{JournalKey, Upkeep, record_upkeep},
};
use base::{Explain, Moment};
use std::{net::SocketAddr, path::Path, sync::Arc, time::Duration};
use store::{Creation, Location, Store, Tenant};
use survey::Located;
use tokio::{net::TcpListener, sync::watch, task::JoinSet};

/// Opens the store; what the person can mend comes back as a sentence.
pub fn open_store(location: &Location, creation: Creation, now: Moment, words: &Words) -> Result<Store, Exit> {
    Store::open(location, creation, now).map_err(|failure| from_store(failure, words))
}

/// Opens the store and every tenant in it; what the person can mend comes back as a sentence.
pub fn open(
    location: &Location,
    creation: Creation,
    now: Moment,
    words: &Words,
) -> Result<Vec<(Tenant, Instance)>, Exit> {
    let store = open_store(location, creation, now, words)?;
    Instance::open_all(&store, SystemChance).map_err(|failure| from_app(failure, words))
}

/// Notes in the journal of every tenant what was done from the command line.
pub fn tell_upkeep(store: &Store, done: Upkeep, now: Moment, words: &Words) -> Result<(), Exit> {
    let told = store.write_blocking(move |tx| {
        tx.tenants()?.into_iter().try_for_each(|tenant| record_upkeep(tx, tenant.id, done, now))
    });
    told.map_err(|failure| from_app(failure, words))
}

pub fn sentences(words: &Words, refusal: &dyn base::Explain) -> Vec<String> {
    let explained = words.refusal(refusal);
    std::iter::once(explained.sentence).chain(explained.hint).collect()
}

pub fn from_store(failure: store::Failure, words: &Words) -> Exit {
    match failure {
        store::Failure::Refused(refusal) => Exit::Refused(sentences(words, &refusal)),
        store::Failure::Fault(fault) => Exit::Fault(fault),
    }
}

/// A problem in a file: where it stands, what it is and what to do.
pub fn located<P: Explain>(problem: &Located<P>, words: &Words) -> String {
    let place = words.tell(problem.place(), &problem.arguments());
    format!("{place}: {}", sentences(words, problem).join(" "))
}

/// A file or folder that the command line or a setting names, and that cannot be read.
pub fn unreadable(path: &Path, error: &std::io::Error, words: &Words) -> Exit {
    let values = [("path", path.display().to_string().into()), ("why", error.to_string().into())];
    Exit::Usage(words.tell("file-missing", &values))
}

pub fn from_app(failure: app::Failure, words: &Words) -> Exit {
    match failure {
        app::Failure::Refused(refusals) => {
            Exit::Refused(refusals.iter().flat_map(|refusal| sentences(words, refusal)).collect())
        }
        app::Failure::NotFound => Exit::Fault(anyhow::anyhow!("something that must be there is missing")),
        app::Failure::Fault(fault) => Exit::Fault(fault),
    }
}

/// What the sites are served with.
pub struct Serving {
    /// Each tenant at its place below `settings`' address, or at its own.
    pub tenants: Vec<(Tenant, Instance)>,
    pub settings: web::Settings,
    pub listen: SocketAddr,
    pub clock: Clock,
    pub journal_key: Option<JournalKey>,
    /// `None`: letters are held.
    pub mail: Option<Transport>,
}

/// Serves until the process is told to stop, then closes the store last of all.
pub fn serve(serving: Serving, words: &Words, output: Output, opened: impl FnOnce(SocketAddr)) -> Result<(), Exit> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(anyhow::Error::from)?;
    let Serving { tenants, settings, listen, clock, journal_key, mail } = serving;
    let Some((_, first)) = tenants.first().cloned() else { return Ok(()) };
    let stopping = words.say("serve-stopping");
    let result = runtime.block_on(async {
        let listener = TcpListener::bind(listen).await.map_err(|error| busy(words, listen, error))?;
        opened(listener.local_addr().map_err(anyhow::Error::from)?);
        let transport = mail.map(Arc::new);
        let place = |tenant: &Tenant| app::tenants::address(&tenant.place, &settings.address);
        let neighbours: Vec<_> =
            tenants.iter().skip(1).map(|(tenant, _)| (tenant.name.clone(), place(tenant))).collect();
        let (mut sites, mut keepers, mut mailers) = (Vec::new(), Vec::new(), Vec::new());
        for (tenant, instance) in tenants {
            let address = place(&tenant);
            let (now, today) = (clock.clone(), clock.clone());
            let settings = web::Settings { address: address.clone(), ..settings.clone() };
            let site = web::Site::new(settings, move || now.now(), move || today.today())
                .over(instance.clone(), || Box::new(SystemChance))
                .printing(report::pdf)
                .painting(report::png);
            sites.push(match sites.first() {
                Some(first) => site.beside(first),
                None => site.naming(neighbours.clone()),
            });
            let (clock, journal_key) = (clock.clone(), journal_key.clone());
            mailers.push(Mailer {
                instance: instance.clone(),
                clock: clock.clone(),
                site: address,
                transport: transport.clone(),
            });
            keepers.push(Keeper { instance, clock, journal_key });
        }
        let (stop, stopped) = watch::channel(false);
        let scheduler = tokio::spawn(scheduler::run(keepers, stopped.clone()));
        let mailers: JoinSet<()> = mailers.into_iter().map(|mailer| mailer.run(stopped.clone())).collect();
        tokio::spawn(async move {
            asked_to_stop().await;
            output.tell(&stopping);
            // Nobody listening any more means that everything has stopped already.
            let _ = stop.send(true);
        });
        let served = web::serve(listener, web::tenants(sites), web::Patience::default(), until(stopped)).await;
        let _ = scheduler.await;
        mailers.join_all().await;
        served.map_err(anyhow::Error::from).map_err(Exit::from)
    });
    runtime.shutdown_timeout(Duration::from_secs(5));
    first.store.close();
    result
}

fn busy(words: &Words, listen: SocketAddr, error: std::io::Error) -> Exit {
    if error.kind() != std::io::ErrorKind::AddrInUse {
        return Exit::Fault(anyhow::Error::from(error).context(format!("listening on {listen}")));
    }
    let values = [("address", listen.to_string().into()), ("other", i64::from(listen.port().wrapping_add(1)).into())];
    Exit::Usage(format!("{} {}", words.tell("port-busy", &values), words.tell("port-busy.hint", &values)))
}

async fn until(mut stopped: watch::Receiver<bool>) {
    // An error means that the sender is gone, which is a stop as well.
    let _ = stopped.wait_for(|stopped| *stopped).await;
}

/// Ctrl+C, or the signal by which service managers stop a program.
async fn asked_to_stop() {
    let interrupt = async {
        if let Err(error) = tokio::signal::ctrl_c().await {
            tracing::error!(%error, "the program cannot hear Ctrl+C");
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending::<()>().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
