//! Signing in by the sign-in service of one's organisation (OpenID Connect Core 1.0): the authorisation code with PKCE.
//!
//! Nobody registers themselves by it. Whom the service means is one of our people because they were signed in when the two
//! were put together, or because they have an invitation that they have not used yet, at the address that the service
//! vouches for.

use super::{Attempted, Entered, Origin, Passed, Refusal, SignedIn, second_factor, sign_in};
use crate::{Failure, Instance, mail::AccountNews};
use base::{Chance, Moment, PartyId, PersonId, TenantId};
use data_encoding::BASE64URL_NOPAD;
use openidconnect::{
    AuthenticationFlow, AuthorizationCode, ClientId, ClientSecret, CsrfToken, EndpointMaybeSet, EndpointNotSet,
    EndpointSet, IssuerUrl, Nonce, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope, TokenResponse,
    core::{CoreClient, CoreJwsSigningAlgorithm, CoreProviderMetadata, CoreResponseType},
};
use std::{fmt, str::FromStr};
use store::{OpenidAttempt, SignInTry, Transaction};

pub use openidconnect::http;

/// The service of one organisation.
#[derive(Clone, PartialEq, Eq)]
pub struct Openid {
    /// As the service writes itself: `https://login.example.bg`.
    pub issuer: String,
    pub client: String,
    pub secret: Option<String>,
    /// To which party its people belong.
    pub party: PartyId,
}

/// Asks the service, and waits; whoever makes one bounds time, size and whom it may reach.
pub type Fetch = dyn Fn(http::Request<Vec<u8>>) -> Result<http::Response<Vec<u8>>, Unreached> + Send + Sync;

/// Why a service was not reached, for the log.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Unreached(pub String);

/// What the service says of itself, with the keys by which it signs. To be asked for anew now and then.
#[derive(Debug, Clone)]
pub struct Provider(CoreProviderMetadata);

impl fmt::Debug for Openid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Openid").field("issuer", &self.issuer).field("client", &self.client).finish_non_exhaustive()
    }
}

/// A browser is away for so long.
const AWAY_SECONDS: i64 = 10 * 60;
const MOST_AWAY: u32 = 20;
/// So many are away altogether, in their minutes.
const MOST_WAITING: i64 = 20_000;
/// So far the service's clock may be ahead of ours.
const CLOCKS_DIFFER_SECONDS: i64 = 5 * 60;

/// Where the browser goes, and what it has to bring back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Departure {
    pub address: String,
    /// For the cookie.
    pub state: [u8; 32],
}

/// What the service vouches for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vouched {
    issuer: String,
    subject: String,
    /// In small letters; only one that the service has checked.
    email: Option<String>,
}

type Client =
    CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;

impl Openid {
    /// Asks the service what it says of itself. It may take a while, so it is called on a thread that may wait.
    ///
    /// # Errors
    /// A fault that says why not.
    pub fn discover(&self, fetch: &Fetch) -> anyhow::Result<Provider> {
        let asked = |request| fetch(request);
        let found = CoreProviderMetadata::discover(&IssuerUrl::new(self.issuer.clone())?, &asked);
        found.map(Provider).map_err(|error| anyhow::anyhow!("OpenID discovery: {}", said(&error)))
    }

    fn client(&self, provider: &Provider, comes_back: &str) -> anyhow::Result<Client> {
        let secret = self.secret.clone().map(ClientSecret::new);
        let client = CoreClient::from_provider_metadata(provider.0.clone(), ClientId::new(self.client.clone()), secret);
        Ok(client.set_redirect_uri(RedirectUrl::new(comes_back.to_owned())?))
    }
}

/// Sends a browser to the service. `who` is signed in already and wants the two put together.
///
/// # Errors
/// [`Refusal::SignInBusy`] where far too many are away.
#[expect(clippy::too_many_arguments, reason = "where from, where to, and the world")]
pub fn begin_openid(
    tx: &mut Transaction,
    tenant: TenantId,
    (openid, provider, comes_back): (&Openid, &Provider, &str),
    who: Option<&SignedIn>,
    network: &str,
    back: &str,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<Departure, Failure> {
    tx.remove_openid_attempts_expired_by(tenant, now)?;
    if who.is_none() && tx.openid_attempts(tenant)? >= MOST_WAITING {
        return Err(Refusal::SignInBusy.into());
    }
    let (state, nonce, verifier) = (chance.secret(), chance.secret(), chance.secret());
    let [nonce, verifier] = [nonce, verifier].map(|secret| BASE64URL_NOPAD.encode(&secret));
    let proof = PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(verifier.clone()));
    let (told_state, told_nonce) = (BASE64URL_NOPAD.encode(&state), nonce.clone());
    let client = openid.client(provider, comes_back)?;
    let (address, _, _) = client
        .authorize_url(
            AuthenticationFlow::<CoreResponseType>::AuthorizationCode,
            move || CsrfToken::new(told_state),
            move || Nonce::new(told_nonce),
        )
        .add_scope(Scope::new("email".to_owned()))
        .set_pkce_challenge(proof)
        .url();
    let (asker, person) = match who {
        Some(who) => (format!("person\n{}", who.person), Some(who.person)),
        None => (format!("network\n{network}"), None),
    };
    let expires = now.plus_seconds(AWAY_SECONDS);
    let attempt = OpenidAttempt { person, nonce, verifier, back: back.to_owned(), expires };
    tx.add_openid_attempt(tenant, &state, &asker, &attempt, MOST_AWAY)?;
    Ok(Departure { address: address.to_string(), state })
}

/// The browser is back: what it was sent away with, once.
///
/// # Errors
/// [`Refusal::TooManyAttempts`] when its network has to wait.
pub fn returned(
    tx: &mut Transaction,
    tenant: TenantId,
    state: &[u8; 32],
    network: &str,
    now: Moment,
) -> Result<Attempted<OpenidAttempt>, Failure> {
    let counted = counted(network);
    if let Some(seconds) = tx.sign_in_wait(tenant, &counted, now)? {
        return Err(Refusal::waiting(seconds).into());
    }
    Ok(tx.take_openid_attempt(tenant, state, now)?.ok_or(Refusal::OpenidTooLate))
}

/// Gives the service the code, and looks at what it signed: by a key of its own, for us, for this attempt, in time. Only
/// the log is told why something else is refused.
///
/// # Errors
/// [`Refusal::OpenidUnbelieved`].
pub fn vouched(asking: &Inquiry, fetch: &Fetch, now: Moment) -> Attempted<Vouched> {
    asked(asking, fetch, now).map_err(|error| {
        tracing::warn!(error = format!("{error:#}"), "a sign-in by OpenID was refused");
        Refusal::OpenidUnbelieved
    })
}

/// What is asked of the service when a browser is back.
#[derive(Debug, Clone)]
pub struct Inquiry {
    pub openid: Openid,
    pub provider: Provider,
    /// Where the browser came back to, as the service was told before.
    pub comes_back: String,
    pub code: String,
    pub attempt: OpenidAttempt,
}

fn asked(asking: &Inquiry, fetch: &Fetch, now: Moment) -> anyhow::Result<Vouched> {
    let Inquiry { openid, provider, comes_back, code, attempt } = asking;
    let client = openid.client(provider, comes_back)?;
    let asked = |request| fetch(request);
    let answer = client
        .exchange_code(AuthorizationCode::new(code.clone()))?
        .set_pkce_verifier(PkceCodeVerifier::new(attempt.verifier.clone()))
        .request(&asked)
        .map_err(|error| anyhow::anyhow!("the code: {}", said(&error)))?;
    let token = answer.id_token().ok_or_else(|| anyhow::anyhow!("there is no ID token"))?;
    let instant = jiff::Timestamp::from_microsecond(now.0)?;
    let time = parsed(&instant.to_string())?;
    let issued_by = now.plus_seconds(CLOCKS_DIFFER_SECONDS).0 / 1_000_000;
    let verifier = client
        .id_token_verifier()
        // Never `none`, and never a secret that both sides know.
        .set_allowed_algs([
            CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
            CoreJwsSigningAlgorithm::RsaSsaPssSha256,
            CoreJwsSigningAlgorithm::EcdsaP256Sha256,
            CoreJwsSigningAlgorithm::EdDsa,
        ])
        .set_time_fn(move || time)
        .set_issue_time_verifier_fn(move |issued| {
            if issued.timestamp() <= issued_by { Ok(()) } else { Err("it was signed in the future".to_owned()) }
        });
    let claims = token
        .claims(&verifier, &Nonce::new(attempt.nonce.clone()))
        .map_err(|error| anyhow::anyhow!("the ID token: {}", said(&error)))?;
    let email = claims.email().filter(|_| claims.email_verified() == Some(true));
    Ok(Vouched {
        issuer: openid.issuer.clone(),
        subject: claims.subject().as_str().to_owned(),
        email: email.map(|email| email.as_str().to_lowercase()),
    })
}

/// Whom the service vouched for comes in, by way of the second factor where there is one.
///
/// # Errors
/// Only faults of the store.
pub fn end_openid_sign_in(
    tx: &mut Transaction,
    instance: &Instance,
    openid: &Openid,
    vouched: Attempted<Vouched>,
    from: &Origin,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<Attempted<Passed>, Failure> {
    let tenant = instance.tenant;
    let person = match vouched {
        Ok(vouched) => meant(tx, tenant, openid, &vouched, now, chance)?,
        Err(refusal) => Err(refusal),
    };
    let person = match person {
        Ok(person) => person,
        Err(refusal) => {
            tx.record_failed_sign_in(tenant, &counted(&from.network), now)?;
            return Ok(Err(refusal));
        }
    };
    tx.remove_failed_sign_ins(tenant, &counted(&from.network))?;
    if let Some(secret) = second_factor::step_for(tx, tenant, person, &from.browser, now, chance)? {
        return Ok(Ok(Passed::CodeAwaited(secret)));
    }
    let from = (from.browser.as_str(), from.is_known_of(instance, person));
    let entered: Entered = sign_in::enter(tx, tenant, person, from, now, chance)?;
    Ok(Ok(Passed::Entered(entered)))
}

/// Whom of us the service means; who is invited and comes for the first time is put together with it now.
fn meant(
    tx: &mut Transaction,
    tenant: TenantId,
    openid: &Openid,
    vouched: &Vouched,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<Attempted<PersonId>, Failure> {
    let known = tx.openid_person(tenant, &vouched.issuer, &vouched.subject)?;
    let person = match known {
        Some(id) => tx.person(tenant, id)?,
        None => {
            tx.hold_people(tenant)?;
            let mut invited = Vec::new();
            for person in tx.people(tenant)? {
                let is_meant = person.email.as_ref().map(|email| email.to_lowercase()) == vouched.email;
                if vouched.email.is_some() && is_meant && tx.is_invited(tenant, person.id, now)? {
                    invited.push(person);
                }
            }
            // Two with one address are nobody in particular.
            if invited.len() == 1 { invited.pop() } else { None }
        }
    };
    let is_theirs = |person: &store::Person| person.memberships.iter().any(|part| part.party == openid.party);
    let Some(person) = person.filter(|person| sign_in::may_come_in(person) && is_theirs(person)) else {
        return Ok(Err(Refusal::OpenidUnknown));
    };
    if known.is_none() {
        // The invitation is used by this, as it would be by choosing a password.
        tx.remove_setup_links_of(tenant, person.id)?;
        tx.add_openid_link(tenant, &vouched.issuer, &vouched.subject, person.id, now)?;
        let news = ("person.openid-added", AccountNews::OpenidAdded);
        sign_in::record_and_tell(tx, tenant, person.id, news, now, chance)?;
    }
    Ok(Ok(person.id))
}

/// Somebody who is signed in puts themselves together with whom the service vouched for.
///
/// # Errors
/// Only faults of the store.
pub fn add_openid(
    tx: &mut Transaction,
    tenant: TenantId,
    openid: &Openid,
    who: &SignedIn,
    vouched: &Vouched,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<Attempted<()>, Failure> {
    let is_theirs = tx
        .person(tenant, who.person)?
        .is_some_and(|person| person.memberships.iter().any(|part| part.party == openid.party));
    if !is_theirs {
        return Ok(Err(Refusal::OpenidUnknown));
    }
    match tx.openid_person(tenant, &vouched.issuer, &vouched.subject)? {
        Some(person) if person == who.person => return Ok(Ok(())),
        Some(_) => return Ok(Err(Refusal::OpenidTaken)),
        None => {}
    }
    tx.add_openid_link(tenant, &vouched.issuer, &vouched.subject, who.person, now)?;
    let news = ("person.openid-added", AccountNews::OpenidAdded);
    sign_in::record_and_tell(tx, tenant, who.person, news, now, chance)?;
    Ok(Ok(()))
}

/// # Errors
/// [`Failure::NotFound`] where there is nothing to take apart; [`Refusal::OpenidIsTheOnlyWay`].
pub fn remove_openid(
    tx: &mut Transaction,
    tenant: TenantId,
    who: &SignedIn,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<(), Failure> {
    let person = tx.person(tenant, who.person)?.ok_or(Failure::NotFound)?;
    if person.password_hash.is_none() && tx.passkeys_of(tenant, who.person)?.is_empty() {
        return Err(Refusal::OpenidIsTheOnlyWay.into());
    }
    if tx.remove_openid_links_of(tenant, who.person)? == 0 {
        return Err(Failure::NotFound);
    }
    let news = ("person.openid-removed", AccountNews::OpenidRemoved);
    sign_in::record_and_tell(tx, tenant, who.person, news, now, chance)
}

/// Since when the person comes in by this service.
///
/// # Errors
/// Only faults of the store.
pub fn openid_since(
    tx: &mut Transaction,
    tenant: TenantId,
    openid: &Openid,
    who: &SignedIn,
) -> Result<Option<Moment>, Failure> {
    Ok(tx.openid_link_of(tenant, &openid.issuer, who.person)?)
}

/// In the place of an account; none holds a line's end.
fn counted(network: &str) -> SignInTry {
    SignInTry { account: format!("openid\n{network}"), network: network.to_owned(), device: None }
}

/// The library has a type of its own for a moment, which only it names.
fn parsed<T: FromStr<Err: std::error::Error + Send + Sync + 'static>>(text: &str) -> anyhow::Result<T> {
    Ok(text.parse()?)
}

/// An error with everything that stands behind it.
fn said(error: &dyn std::error::Error) -> String {
    let mut words = error.to_string();
    let mut behind = error.source();
    while let Some(cause) = behind {
        words.push_str(&format!(": {cause}"));
        behind = cause.source();
    }
    words
}
