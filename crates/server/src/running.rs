//! The running site: the instance opened, the listener bound, the daily work scheduled, everything closed in order.

use crate::{
    chance::SystemChance,
    clock::Clock,
    exit::Exit,
    fetch, incoming,
    mailer::{Mailer, Transport},
    metrics::{self, Metrics},
    openid,
    output::Output,
    scheduler::{self, Keeper},
    settings::{MetricsSettings, TlsSettings},
    tls::{self, Encrypting},
};
use app::{
    Instance, Words,
    journal::{JournalKey, Upkeep, record_upkeep},
};
use base::{Explain, Moment};
use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};
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
    pub tls: TlsSettings,
    /// Where requests without encryption are led to the address with it.
    pub redirect: Option<SocketAddr>,
    pub metrics: Option<MetricsSettings>,
    /// Where certificates are kept that an authority gave.
    pub certificates: PathBuf,
    /// Looks at the machine, for the administrators of the first tenant.
    pub examiner: Arc<web::Examiner>,
}

/// Where the program listens.
pub struct Listening {
    pub site: SocketAddr,
    pub metrics: Option<SocketAddr>,
    pub redirect: Option<SocketAddr>,
}

/// Serves until the process is told to stop, then closes the store last of all.
pub fn serve(serving: Serving, words: &Words, output: Output, opened: impl FnOnce(&Listening)) -> Result<(), Exit> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(anyhow::Error::from)?;
    let Some((_, first)) = serving.tenants.first().cloned() else { return Ok(()) };
    let store = first.store.clone();
    let result = runtime.block_on(serve_all(serving, words, output, opened));
    runtime.shutdown_timeout(Duration::from_secs(5));
    store.close();
    result
}

async fn serve_all(
    serving: Serving,
    words: &Words,
    output: Output,
    opened: impl FnOnce(&Listening),
) -> Result<(), Exit> {
    let stopping = words.say("serve-stopping");
    let listener = bind(serving.listen, words).await?;
    let counting = match &serving.metrics {
        Some(settings) => Some((metrics::Listener::open(settings, words).await?, Metrics::new())),
        None => None,
    };
    let redirect = match serving.redirect {
        Some(address) => Some(bind(address, words).await?),
        None => None,
    };
    let address = |listener: &TcpListener| listener.local_addr().map_err(anyhow::Error::from);
    let listening = Listening {
        site: address(&listener)?,
        metrics: counting.as_ref().map(|(listener, _)| listener.address()).transpose()?,
        redirect: redirect.as_ref().map(address).transpose()?,
    };
    let (stop, stopped) = watch::channel(false);
    let (public, tls, certificates) =
        (serving.settings.address.clone(), serving.tls.clone(), serving.certificates.clone());
    let (clock, store) = (serving.clock.clone(), serving.tenants.first().map(|(_, first)| first.store.clone()));
    let Assembled { sites, keepers, mailers, names } =
        assemble(serving, counting.as_ref().map(|(_, metrics)| metrics.clone()), words)?;
    let encrypting = encrypting(&tls, &names, &certificates, &stopped, words)?;
    opened(&listening);
    let mut beside: JoinSet<()> = mailers.into_iter().map(|mailer| mailer.run(stopped.clone())).collect();
    beside.spawn(scheduler::run(keepers, stopped.clone()));
    if let Some(store) = store {
        beside.spawn(incoming::run(store.clone(), clock.clone(), stopped.clone()));
        if let Some((listener, metrics)) = counting {
            beside.spawn(metrics::serve(listener, metrics, store, clock, stopped.clone()));
        }
    }
    if let Some(listener) = redirect {
        let leading = web::serve(listener, web::redirect(public), web::Patience::default(), until(stopped.clone()));
        beside.spawn(async move {
            if let Err(error) = leading.await {
                tracing::error!(%error, "requests without encryption are not led on any more");
            }
        });
    }
    tokio::spawn(async move {
        asked_to_stop().await;
        output.tell(&stopping);
        // Nobody listening any more means that everything has stopped already.
        let _ = stop.send(true);
    });
    let (router, patience) = (web::tenants(sites), web::Patience::default());
    let served = match encrypting {
        Some(encrypting) => web::serve_over(encrypting, listener, router, patience, until(stopped)).await,
        None => web::serve(listener, router, patience, until(stopped)).await,
    };
    beside.join_all().await;
    served.map_err(anyhow::Error::from).map_err(Exit::from)
}

/// Each tenant's site, whoever does its duties and whoever sends its letters; and the names at which the sites are.
struct Assembled {
    sites: Vec<web::Site>,
    keepers: Vec<Keeper>,
    mailers: Vec<Mailer>,
    names: Vec<String>,
}

fn assemble(serving: Serving, metrics: Option<Metrics>, words: &Words) -> Result<Assembled, Exit> {
    let Serving { tenants, settings, clock, journal_key, mail, examiner, .. } = serving;
    let transport = mail.map(Arc::new);
    let place = |tenant: &Tenant| app::tenants::address(&tenant.place, &settings.address);
    let neighbours: Vec<_> = tenants.iter().skip(1).map(|(tenant, _)| (tenant.name.clone(), place(tenant))).collect();
    let mut assembled = Assembled { sites: Vec::new(), keepers: Vec::new(), mailers: Vec::new(), names: Vec::new() };
    for (tenant, instance) in tenants {
        let service = sign_in_service(&instance, words)?;
        let address = place(&tenant);
        let (now, today) = (clock.clone(), clock.clone());
        let settings = web::Settings { address: address.clone(), ..settings.clone() };
        let name = settings.host().split(':').next().unwrap_or_default().to_owned();
        if !assembled.names.contains(&name) {
            assembled.names.push(name);
        }
        let site = web::Site::new(settings, move || now.now(), move || today.today())
            .over(instance.clone(), || Box::new(SystemChance))
            .printing(report::file)
            .painting(report::png)
            .printing_forms(|form| report::form(form).map(|printed| printed.bytes));
        let site = match assembled.sites.first() {
            Some(first) => site.beside(first),
            None => {
                let examiner = examiner.clone();
                site.naming(neighbours.clone()).examined(move |words| examiner(words))
            }
        };
        let site = match &metrics {
            Some(metrics) => site.watched(Arc::new(metrics.clone())),
            None => site,
        };
        let site = match service {
            Some(service) => site.signing_in_by(service),
            None => site,
        };
        assembled.sites.push(site);
        let (clock, journal_key, transport) = (clock.clone(), journal_key.clone(), transport.clone());
        assembled.mailers.push(Mailer { instance: instance.clone(), clock: clock.clone(), site: address, transport });
        assembled.keepers.push(Keeper { instance, clock, journal_key });
    }
    Ok(assembled)
}

/// By which the people of one organisation come in, where the tenant has one.
fn sign_in_service(instance: &Instance, words: &Words) -> Result<Option<web::SignInService>, Exit> {
    let tenant = instance.tenant;
    let kept = instance.store.read_blocking(move |tx| openid::kept(tx, tenant));
    let kept = kept.map_err(|fault: store::StoreFault| Exit::Fault(fault.into()))?;
    let Some(kept) = kept else { return Ok(None) };
    let openid = kept.open(|name| std::env::var(name).ok(), words)?;
    Ok(Some(web::SignInService::new(openid, fetch::fetcher(fetch::Bounds::default()))))
}

/// Agrees on encryption where the program does that itself, and keeps its certificates fresh.
fn encrypting(
    settings: &TlsSettings,
    names: &[String],
    folder: &Path,
    stopped: &watch::Receiver<bool>,
    words: &Words,
) -> Result<Option<Encrypting>, Exit> {
    Ok(match settings {
        TlsSettings::Elsewhere => None,
        TlsSettings::Files { certificate, key } => {
            let files = tls::Files::open(certificate, key, words)?;
            tokio::spawn(files.clone().watch(stopped.clone()));
            Some(files.encrypting()?)
        }
        TlsSettings::Acme { contact, directory } => {
            let authority = tls::Authority::open(names, contact, directory, folder)?;
            let encrypting = authority.encrypting()?;
            tokio::spawn(authority.watch(stopped.clone()));
            Some(encrypting)
        }
    })
}

async fn bind(listen: SocketAddr, words: &Words) -> Result<TcpListener, Exit> {
    TcpListener::bind(listen).await.map_err(|error| busy(words, listen, error))
}

pub fn busy(words: &Words, listen: SocketAddr, error: std::io::Error) -> Exit {
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
