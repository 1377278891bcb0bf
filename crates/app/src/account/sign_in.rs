use super::{Device, Refusal, Step, life, password, second_factor};
use crate::{
    Failure, Instance,
    mail::{self, AccountNews},
};
use base::{Actor, Chance, Digests, Event, Language, Moment, PersonId, Role, SessionId, Subject, TenantId};
use store::{Person, Session, SignInTry, Transaction};

/// Somebody with a valid session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    pub session: SessionId,
    pub person: PersonId,
    pub name: String,
    pub account: String,
    pub begun: Moment,
    /// When they last proved who they are.
    pub confirmed: Moment,
    /// One for each membership.
    pub actors: Vec<Actor>,
    /// Those whose role is closed to them until they have a second factor. Never is this empty and `actors` too.
    pub asleep: Vec<Actor>,
}

impl SignedIn {
    /// Whether they proved who they are lately enough for a dangerous step.
    pub fn is_confirmed(&self, step: Step, now: Moment) -> bool {
        life::is_confirmed(self.confirmed, step, now)
    }

    pub fn actor(&self, role: Role) -> Option<Actor> {
        self.actors.iter().copied().find(|actor| actor.role == role)
    }
}

/// Somebody who wants to come in: what they typed as their name, and where from.
#[derive(Debug, Clone)]
pub struct Knock {
    pub account: String,
    /// The client's address cut to its prefix.
    pub network: String,
    /// The browser, if anybody has signed in with it before.
    pub device: Option<Device>,
    /// Roughly which one it is, for the list of one's sessions.
    pub browser: String,
}

/// Where somebody comes in from who does not say their name first.
#[derive(Debug, Clone)]
pub struct Origin {
    /// The client's address cut to its prefix.
    pub network: String,
    /// Roughly which browser it is, for the list of one's sessions.
    pub browser: String,
    /// The browser, if anybody has signed in with it before.
    pub device: Option<Device>,
}

impl Origin {
    /// Whether this person has come in from there before.
    pub(super) fn is_known_of(&self, instance: &Instance, person: PersonId) -> bool {
        self.device.as_ref().is_some_and(|device| device.knows(&instance.device_secret, person))
    }
}

/// The first half of signing in: who it would be, and the hash to verify. The password is verified between the halves,
/// outside the database, for that takes long on purpose.
#[derive(Debug)]
pub struct Attempt {
    person: Option<Person>,
    counted: SignInTry,
    browser: String,
}

/// # Errors
/// [`Refusal::TooManyAttempts`] when this browser, or this network, has to wait.
pub fn begin_sign_in(
    tx: &mut Transaction,
    instance: &Instance,
    knock: &Knock,
    now: Moment,
) -> Result<Attempt, Failure> {
    let person = tx.person_by_account(instance.tenant, &knock.account)?.filter(may_come_in);
    let knows = |device: &&Device| person.as_ref().is_some_and(|one| device.knows(&instance.device_secret, one.id));
    let counted = SignInTry {
        account: knock.account.clone(),
        network: knock.network.clone(),
        device: knock.device.as_ref().filter(knows).map(|device| device.id),
    };
    if let Some(seconds) = tx.sign_in_wait(instance.tenant, &counted, now)? {
        return Err(Refusal::waiting(seconds).into());
    }
    Ok(Attempt { person, counted, browser: knock.browser.clone() })
}

impl Attempt {
    /// Whether the password is right. Takes as long for a name that nobody has.
    pub fn verify(&self, password: &str) -> bool {
        let kept = self.person.as_ref().and_then(|person| person.password_hash.as_deref());
        let fits = password::verify(password, kept.unwrap_or(password::NOBODY));
        fits && kept.is_some()
    }

    /// Forgives the slips after a right password, counts one more after a wrong one; says which it was.
    pub(super) fn settle(
        &self,
        tx: &mut Transaction,
        tenant: TenantId,
        right: bool,
        now: Moment,
    ) -> Result<bool, Failure> {
        // A password that was replaced while it was being verified is right no more.
        let kept = match &self.person {
            Some(person) => tx.person(tenant, person.id)?.filter(may_come_in).and_then(|person| person.password_hash),
            None => None,
        };
        let right = right && self.person.as_ref().is_some_and(|person| person.password_hash == kept);
        if right {
            tx.remove_failed_sign_ins(tenant, &self.counted)?;
        } else {
            tx.record_failed_sign_in(tenant, &self.counted, now)?;
        }
        Ok(right)
    }
}

/// A sign-in that went well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entered {
    pub person: PersonId,
    /// For the cookie of the session.
    pub secret: [u8; 32],
    /// The one that they chose for the desk.
    pub language: Option<Language>,
}

/// What a right password leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Passed {
    Entered(Entered),
    /// The second factor is still to come, from the browser that holds this.
    CodeAwaited([u8; 32]),
}

/// The second half: a new session for a right password, or the way to the second factor; one more failed attempt for a
/// wrong one.
///
/// A wrong password must be counted although the person is refused, so it answers `None` and the caller refuses.
///
/// # Errors
/// Only faults of the store.
pub fn end_sign_in(
    tx: &mut Transaction,
    tenant: TenantId,
    attempt: Attempt,
    right: bool,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<Option<Passed>, Failure> {
    if !attempt.settle(tx, tenant, right, now)? {
        return Ok(None);
    }
    let Some(person) = attempt.person else { return Ok(None) };
    if let Some(secret) = second_factor::step_for(tx, tenant, person.id, &attempt.browser, now, chance)? {
        return Ok(Some(Passed::CodeAwaited(secret)));
    }
    let is_known = attempt.counted.device.is_some();
    enter(tx, tenant, person.id, (&attempt.browser, is_known), now, chance)
        .map(|entered| Some(Passed::Entered(entered)))
}

/// Everything is proven: the person is in. From a browser in which they have not been before, a letter tells them so.
pub(super) fn enter(
    tx: &mut Transaction,
    tenant: TenantId,
    person: PersonId,
    (browser, is_known): (&str, bool),
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<Entered, Failure> {
    let secret = open_session(tx, tenant, person, browser, now, chance)?;
    record(tx, tenant, person, "person.signed-in", now)?;
    if !is_known {
        mail::tell(tx, tenant, person, AccountNews::NewBrowser, now, chance)?;
    }
    Ok(Entered { person, secret, language: tx.language_of(tenant, person)? })
}

/// Who was deactivated is answered like somebody whom nobody knows.
pub(super) fn may_come_in(person: &Person) -> bool {
    person.deactivated.is_none()
}

pub(super) fn open_session(
    tx: &mut Transaction,
    tenant: TenantId,
    person: PersonId,
    browser: &str,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<[u8; 32], Failure> {
    tx.remove_sessions_expired_by(tenant, now)?;
    let secret = chance.secret();
    let session = Session {
        id: SessionId::new(chance),
        person,
        created: now,
        last_seen: now,
        expires: life::ends(now, now),
        confirmed: now,
        browser: browser.chars().take(60).collect(),
    };
    tx.add_session(tenant, &secret, &session)?;
    Ok(secret)
}

/// What happened to somebody's way in, for the journal.
pub(super) fn record(
    tx: &mut Transaction,
    tenant: TenantId,
    person: PersonId,
    kind: &'static str,
    at: Moment,
) -> Result<(), Failure> {
    record_by(tx, tenant, None, person, kind, at)
}

/// The same done by somebody else, whom the journal names.
pub(super) fn record_by(
    tx: &mut Transaction,
    tenant: TenantId,
    by: Option<Actor>,
    person: PersonId,
    kind: &'static str,
    at: Moment,
) -> Result<(), Failure> {
    let subject = Subject { noun: "person", key: person.0 };
    let event = Event { at, by, kind, subject, facts: Vec::new(), digests: Digests::default() };
    Ok(tx.add_event(tenant, &event)?)
}

/// The same, and a letter tells whom it concerns.
pub(super) fn record_and_tell(
    tx: &mut Transaction,
    tenant: TenantId,
    person: PersonId,
    (kind, news): (&'static str, AccountNews),
    at: Moment,
    chance: &mut dyn Chance,
) -> Result<(), Failure> {
    record(tx, tenant, person, kind, at)?;
    mail::tell(tx, tenant, person, news, at, chance)
}

/// Whose session the cookie's secret opens, and whether it is time to note that it was used. The roles named in
/// `second_factor_for` sleep in whoever has none.
///
/// # Errors
/// Only faults of the store.
pub fn signed_in(
    tx: &mut Transaction,
    tenant: TenantId,
    secret: &[u8],
    second_factor_for: &[Role],
    now: Moment,
) -> Result<Option<(SignedIn, bool)>, Failure> {
    let Some(held) = tx.held_session(tenant, secret, now)? else { return Ok(None) };
    let session = held.session;
    if held.deactivated.is_some() || !life::lasts(session.created, now) {
        return Ok(None);
    }
    // Only who has such a role is asked for it.
    let is_asked = held.memberships.iter().any(|membership| second_factor_for.contains(&membership.role));
    let lacks = is_asked && !tx.has_second_factor(tenant, session.person)?;
    let asks = |actor: &Actor| lacks && second_factor_for.contains(&actor.role);
    let (asleep, actors) = held
        .memberships
        .iter()
        .map(|membership| Actor { tenant, person: session.person, party: membership.party, role: membership.role })
        .partition(asks);
    let note = life::is_to_be_noted(session.last_seen, now);
    let who = SignedIn {
        session: session.id,
        person: session.person,
        name: held.name,
        account: held.account,
        begun: session.created,
        confirmed: session.confirmed,
        actors,
        asleep,
    };
    Ok(Some((who, note)))
}

/// Notes that the session was used, which lengthens its life.
///
/// # Errors
/// Only faults of the store.
pub fn note_session_used(tx: &mut Transaction, tenant: TenantId, who: &SignedIn, now: Moment) -> Result<(), Failure> {
    Ok(tx.record_session_seen(tenant, who.session, now, life::ends(who.begun, now))?)
}

/// # Errors
/// Only faults of the store.
pub fn sign_out(tx: &mut Transaction, tenant: TenantId, session: SessionId) -> Result<(), Failure> {
    Ok(tx.remove_session(tenant, session)?)
}

/// Whoever was signed in on this browser before somebody came in is so no more.
///
/// # Errors
/// Only faults of the store.
pub fn sign_out_earlier(tx: &mut Transaction, tenant: TenantId, earlier: Option<[u8; 32]>) -> Result<(), Failure> {
    match earlier {
        Some(secret) => Ok(tx.remove_session_opened_by(tenant, &secret)?),
        None => Ok(()),
    }
}
