//! The sign-in service of an organisation, as this site reaches it.

use crate::Failure;
use app::account::{self, Attempted, Openid, OpenidFetch, OpenidInquiry, OpenidProvider, OpenidVouched, Refusal};
use base::Moment;
use std::{fmt, sync::Arc};
use tokio::sync::{Mutex, Semaphore};

/// What the service says of itself, and its keys, are asked for anew after so many seconds.
const KNOWN_FOR_SECONDS: i64 = 10 * 60;

/// So many wait for an answer of the service at a time, each on a thread of its own.
const MOST_AT_ONCE: usize = 8;

#[derive(Clone)]
pub struct SignInService(Arc<Inside>);

struct Inside {
    openid: Openid,
    fetch: Arc<OpenidFetch>,
    lines: Semaphore,
    known: Mutex<Option<(Moment, OpenidProvider)>>,
}

impl SignInService {
    pub fn new(openid: Openid, fetch: Arc<OpenidFetch>) -> SignInService {
        SignInService(Arc::new(Inside { openid, fetch, lines: Semaphore::new(MOST_AT_ONCE), known: Mutex::new(None) }))
    }

    pub fn openid(&self) -> &Openid {
        &self.0.openid
    }

    /// Asks the service what a browser came back for.
    ///
    /// # Errors
    /// Only faults.
    pub async fn vouched(&self, asking: OpenidInquiry, now: Moment) -> Result<Attempted<OpenidVouched>, Failure> {
        self.ask(move |_, fetch| account::openid_vouched(&asking, fetch, now)).await
    }

    /// The service answers in its own time, which no other request waits for.
    async fn ask<T: Send + 'static>(
        &self,
        asking: impl FnOnce(&Openid, &OpenidFetch) -> T + Send + 'static,
    ) -> Result<T, Failure> {
        let _line = self.0.lines.acquire().await.map_err(Failure::fault)?;
        let service = self.0.clone();
        let asked = tokio::task::spawn_blocking(move || asking(&service.openid, &*service.fetch));
        asked.await.map_err(Failure::fault)
    }

    /// `login.example.bg`
    pub fn host(&self) -> &str {
        let issuer = self.0.openid.issuer.as_str();
        let after = issuer.split_once("://").map_or(issuer, |(_, after)| after);
        after.split('/').next().unwrap_or(after)
    }

    /// What the service says of itself; one asks for all who wait.
    ///
    /// # Errors
    /// [`Refusal::OpenidUnreached`]; the log is told why.
    pub async fn provider(&self, now: Moment) -> Result<OpenidProvider, Failure> {
        let mut known = self.0.known.lock().await;
        if let Some((since, provider)) = known.as_ref()
            && (0..KNOWN_FOR_SECONDS).contains(&now.seconds_since(*since))
        {
            return Ok(provider.clone());
        }
        match self.ask(|openid, fetch| openid.discover(fetch)).await? {
            Ok(provider) => {
                *known = Some((now, provider.clone()));
                Ok(provider)
            }
            Err(error) => {
                tracing::warn!(error = format!("{error:#}"), "the sign-in service of the organisation was not reached");
                Err(Failure::refused(Refusal::OpenidUnreached))
            }
        }
    }
}

impl fmt::Debug for SignInService {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignInService").field("issuer", &self.0.openid.issuer).finish_non_exhaustive()
    }
}
