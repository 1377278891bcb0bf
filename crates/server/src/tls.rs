//! Encryption by the program itself: with certificates from files, which are read again when they change, or with those
//! that it gets from an authority (ACME, RFC 8555) by answering on the same port (TLS-ALPN-01, RFC 8737).

#[cfg(test)]
mod tests;

use crate::{exit::Exit, running::unreadable};
use app::Words;
use futures_core::Stream;
use rustls_acme::{
    AcmeConfig, AcmeState,
    caches::DirCache,
    is_tls_alpn_challenge,
    rustls::{
        self, ServerConfig,
        crypto::{CryptoProvider, ring},
        pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
        server::{Acceptor, ClientHello, ResolvesServerCert},
        sign::CertifiedKey,
    },
};
use std::{
    fs, io,
    path::{Path, PathBuf},
    pin::Pin,
    sync::{Arc, PoisonError, RwLock},
    time::Duration,
};
use tokio::{io::AsyncWriteExt, net::TcpStream, sync::watch};
use tokio_rustls::{LazyConfigAcceptor, server::TlsStream};
use web::Handshake;

/// How often the files are looked at.
const EVERY: Duration = Duration::from_secs(60);

/// Agrees on encryption with whoever comes.
#[derive(Clone)]
pub struct Encrypting {
    usual: Arc<ServerConfig>,
    /// For the authority, while it makes sure that the name leads here.
    challenge: Option<Arc<ServerConfig>>,
}

impl Handshake for Encrypting {
    type Stream = TlsStream<TcpStream>;

    async fn shake(&self, connection: TcpStream) -> io::Result<Option<Self::Stream>> {
        let begun = LazyConfigAcceptor::new(Acceptor::default(), connection).await?;
        if let Some(challenge) = &self.challenge
            && is_tls_alpn_challenge(&begun.client_hello())
        {
            let mut answered = begun.into_stream(challenge.clone()).await?;
            answered.shutdown().await?;
            return Ok(None);
        }
        Ok(Some(begun.into_stream(self.usual.clone()).await?))
    }
}

fn provider() -> Arc<CryptoProvider> {
    Arc::new(ring::default_provider())
}

fn config(certificates: Arc<dyn ResolvesServerCert>) -> Result<Arc<ServerConfig>, rustls::Error> {
    let mut config = ServerConfig::builder_with_provider(provider())
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_cert_resolver(certificates);
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}

/// A certificate with its key in two files, as it was when they were read last.
#[derive(Debug)]
pub struct Files {
    certificate: PathBuf,
    key: PathBuf,
    current: RwLock<Arc<CertifiedKey>>,
}

impl ResolvesServerCert for Files {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.current.read().unwrap_or_else(PoisonError::into_inner).clone())
    }
}

impl Files {
    /// # Errors
    /// A file that cannot be read, or that holds no certificate or no key for it.
    pub fn open(certificate: &Path, key: &Path, words: &Words) -> Result<Arc<Files>, Exit> {
        for path in [certificate, key] {
            fs::metadata(path).map_err(|error| unreadable(path, &error, words))?;
        }
        let current = read(certificate, key).map_err(|why| {
            let values = [("path", certificate.display().to_string().into()), ("why", format!("{why:#}").into())];
            Exit::Usage(words.tell("tls-unusable", &values))
        })?;
        let (certificate, key) = (certificate.to_owned(), key.to_owned());
        Ok(Arc::new(Files { certificate, key, current: RwLock::new(Arc::new(current)) }))
    }

    /// # Errors
    /// None that certificates could give.
    pub fn encrypting(self: &Arc<Files>) -> Result<Encrypting, Exit> {
        let usual = config(self.clone()).map_err(anyhow::Error::from)?;
        Ok(Encrypting { usual, challenge: None })
    }

    /// Whether another certificate is in use from now on. One that cannot be used changes nothing.
    ///
    /// # Errors
    /// What is wrong with the files.
    pub fn read_again(&self) -> anyhow::Result<bool> {
        let found = read(&self.certificate, &self.key)?;
        let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
        let is_new = current.cert != found.cert;
        if is_new {
            *current = Arc::new(found);
        }
        Ok(is_new)
    }

    /// Reads them again from time to time, until the program is told to stop.
    pub async fn watch(self: Arc<Files>, mut stopped: watch::Receiver<bool>) {
        let mut times = tokio::time::interval(EVERY);
        loop {
            tokio::select! {
                _ = times.tick() => {}
                _ = stopped.wait_for(|stopped| *stopped) => return,
            }
            match self.read_again() {
                Ok(true) => tracing::info!("another certificate is in use from now on"),
                Ok(false) => {}
                Err(why) => {
                    let why = format!("{why:#}");
                    tracing::error!(why, "the certificate cannot be read again; the earlier one stays in use");
                }
            }
        }
    }
}

fn read(certificate: &Path, key: &Path) -> anyhow::Result<CertifiedKey> {
    let chain = CertificateDer::pem_slice_iter(&fs::read(certificate)?).collect::<Result<Vec<_>, _>>()?;
    anyhow::ensure!(!chain.is_empty(), "there is no certificate in it");
    let key = PrivateKeyDer::from_pem_slice(&fs::read(key)?)?;
    Ok(CertifiedKey::from_der(chain, key, &provider())?)
}

/// Certificates from an authority. Something has to go on asking ([`Authority::watch`]): nothing happens by itself.
pub struct Authority {
    state: AcmeState<io::Error, io::Error>,
}

/// What came of asking the authority.
#[derive(Debug)]
pub enum News {
    /// The certificate of an earlier start is in use.
    FromCache,
    /// A new certificate is in use.
    New,
    Kept,
    /// It is tried again, after a growing pause.
    Trouble(String),
}

impl Authority {
    /// Certificates and the account's key are kept in `folder`, which nobody else may read.
    ///
    /// # Errors
    /// A folder that cannot be made.
    pub fn open(names: &[String], contact: &str, directory: &str, folder: &Path) -> anyhow::Result<Authority> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder)?;
        let state = AcmeConfig::new_with_provider(names, provider())
            .contact_push(format!("mailto:{contact}"))
            .directory(directory)
            .cache(DirCache::new(folder.to_owned()))
            .state();
        Ok(Authority { state })
    }

    /// # Errors
    /// None that certificates could give.
    pub fn encrypting(&self) -> anyhow::Result<Encrypting> {
        let challenge = self.state.challenge_rustls_config_with_provider(provider());
        Ok(Encrypting { usual: config(self.state.resolver())?, challenge: Some(challenge) })
    }

    /// Asks until something has come of it.
    pub async fn news(&mut self) -> News {
        use rustls_acme::EventOk;
        match std::future::poll_fn(|context| Pin::new(&mut self.state).poll_next(context)).await {
            Some(Ok(EventOk::DeployedCachedCert)) => News::FromCache,
            Some(Ok(EventOk::DeployedNewCert)) => News::New,
            Some(Ok(EventOk::CertCacheStore | EventOk::AccountCacheStore)) => News::Kept,
            Some(Err(error)) => News::Trouble(plain(&error)),
            None => std::future::pending().await,
        }
    }

    /// Gets and renews certificates, until the program is told to stop.
    pub async fn watch(mut self, mut stopped: watch::Receiver<bool>) {
        loop {
            let news = tokio::select! {
                news = self.news() => news,
                _ = stopped.wait_for(|stopped| *stopped) => return,
            };
            match news {
                News::FromCache => tracing::info!("the certificate of an earlier start is in use"),
                News::New => tracing::info!("a new certificate is in use"),
                News::Kept => {}
                News::Trouble(why) => {
                    tracing::error!(why, "no certificate could be had from the authority; it is tried again");
                }
            }
        }
    }
}

/// The whole chain of causes in one line.
fn plain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(error.source(), |cause| cause.source()).map(ToString::to_string);
    let mut told = vec![error.to_string()];
    for cause in causes {
        if !told.iter().any(|line| line.contains(&cause)) {
            told.push(cause);
        }
    }
    told.join(": ")
}
