//! Passkeys: a key on a telephone, a computer or a token signs what the site asks. Whoever holds it has shown at the same
//! time that they may use it (a finger, a face, a PIN), so it is both factors at once.

use super::{
    Attempted, Entered, Origin, RecoveryCode, Refusal, RelyingParty, SignedIn, confirmation,
    recovery::RECOVERY_CODES,
    relying_party::{Made, Signed},
    second_factor::{forget_codes_of_none, give_codes},
    sign_in,
};
use crate::{Failure, Instance, mail::AccountNews};
use base::{Chance, Moment, PasskeyId, PersonId, TenantId};
use data_encoding::BASE64URL_NOPAD;
use store::{Passkey, PasskeyChallenge, SignInTry, Transaction};

/// A browser is asked for its key for so long.
const GOOD_FOR_SECONDS: i64 = 5 * 60;
/// So many keys one person may have.
const MOST_PASSKEYS: usize = 10;
const LONGEST_NAME: usize = 60;
/// So many challenges wait for one asker; the oldest make room.
const MOST_ASKED: u32 = 20;
/// So many wait for strangers altogether, in their minutes.
const MOST_WAITING: i64 = 20_000;

const TO_ADD: &str = "add";
const TO_SIGN_IN: &str = "sign-in";
const TO_CONFIRM: &str = "confirm";

/// What the page hands to the browser, and what has to come back with the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub secret: [u8; 32],
    /// JSON for `navigator.credentials`.
    pub options: String,
}

/// What came back from the browser.
#[derive(Debug, Clone)]
pub struct Answer {
    pub secret: [u8; 32],
    /// JSON, as the browser said it.
    pub signed: String,
}

impl Asked {
    /// The secret as a form carries it.
    pub fn token(&self) -> String {
        BASE64URL_NOPAD.encode(&self.secret)
    }
}

impl Answer {
    /// `None` for a form that is none of ours.
    pub fn parse(token: &str, signed: &str) -> Option<Answer> {
        let secret = BASE64URL_NOPAD.decode(token.as_bytes()).ok()?.try_into().ok()?;
        Some(Answer { secret, signed: signed.to_owned() })
    }
}

/// # Errors
/// Only faults of the store.
pub fn passkeys(tx: &mut Transaction, tenant: TenantId, person: PersonId) -> Result<Vec<Passkey>, Failure> {
    Ok(tx.passkeys_of(tenant, person)?)
}

/// What a key is to be called, as it was typed.
///
/// # Errors
/// [`Refusal::PasskeyNameWrong`].
pub fn passkey_name(typed: &str) -> Result<String, Refusal> {
    let words: Vec<&str> = typed.split(|letter: char| letter.is_whitespace() || letter.is_control()).collect();
    let name = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let fits = !name.is_empty() && name.chars().count() <= LONGEST_NAME;
    if fits { Ok(name) } else { Err(Refusal::PasskeyNameWrong { longest: LONGEST_NAME }) }
}

/// Asks a browser to make a new key.
///
/// # Errors
/// [`Refusal::PasskeysFull`].
pub fn begin_adding_passkey(
    tx: &mut Transaction,
    tenant: TenantId,
    who: &SignedIn,
    site: &RelyingParty,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<Asked, Failure> {
    let known = tx.passkeys_of(tenant, who.person)?;
    if known.len() >= MOST_PASSKEYS {
        return Err(Refusal::PasskeysFull { most: MOST_PASSKEYS }.into());
    }
    let (options, document) = site.begin_adding(who, &known)?;
    let (asker, person) = (format!("person\n{}", who.person), Some(who.person));
    let secret = keep(tx, tenant, &asker, TO_ADD, person, document, now, chance)?;
    Ok(Asked { secret, options })
}

/// Takes up the new key. Where it is the first second factor, recovery codes come with it, told only here.
///
/// The challenge is used up whatever the answer is worth, so a refusal is no error of the operation.
///
/// # Errors
/// Only faults of the store.
pub fn add_passkey(
    tx: &mut Transaction,
    tenant: TenantId,
    who: &SignedIn,
    site: &RelyingParty,
    (name, answer): (&str, &Answer),
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<Attempted<Option<[RecoveryCode; RECOVERY_CODES]>>, Failure> {
    let Some(challenge) = taken(tx, tenant, &answer.secret, TO_ADD, now)?.filter(|one| one.person == Some(who.person))
    else {
        return Ok(Err(Refusal::PasskeyTooLate));
    };
    let Some(made) = Made::parse(&answer.signed) else { return Ok(Err(Refusal::PasskeyUnreadable)) };
    // The library has no words of its own for a key that was not to be made again.
    if tx.passkey(tenant, made.credential())?.is_some() {
        return Ok(Err(Refusal::PasskeyKnown));
    }
    let (credential, document) = match site.end_adding(&challenge.document, &made)? {
        Ok(added) => added,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if tx.passkeys_of(tenant, who.person)?.len() >= MOST_PASSKEYS {
        return Ok(Err(Refusal::PasskeysFull { most: MOST_PASSKEYS }));
    }
    let is_first = !tx.has_second_factor(tenant, who.person)?;
    let (id, name) = (PasskeyId::new(chance), name.to_owned());
    tx.add_passkey(tenant, &Passkey { id, person: who.person, name, credential, document, added: now, used: None })?;
    let news = ("person.passkey-added", AccountNews::PasskeyAdded);
    sign_in::record_and_tell(tx, tenant, who.person, news, now, chance)?;
    let codes = if is_first { Some(give_codes(tx, tenant, who.person, chance)?) } else { None };
    Ok(Ok(codes))
}

/// # Errors
/// [`Failure::NotFound`] for a key that is none of theirs.
pub fn remove_passkey(
    tx: &mut Transaction,
    tenant: TenantId,
    who: &SignedIn,
    passkey: PasskeyId,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<(), Failure> {
    if !tx.remove_passkey(tenant, who.person, passkey)? {
        return Err(Failure::NotFound);
    }
    forget_codes_of_none(tx, tenant, who.person)?;
    let news = ("person.passkey-removed", AccountNews::PasskeyRemoved);
    sign_in::record_and_tell(tx, tenant, who.person, news, now, chance)
}

/// Asks a browser to have something signed by whichever key it has for us; after a right password, by one of that
/// person's.
///
/// # Errors
/// [`Refusal::SignInStepOver`]; [`Refusal::SignInBusy`] where far too many wait.
pub fn begin_passkey_sign_in(
    tx: &mut Transaction,
    tenant: TenantId,
    site: &RelyingParty,
    network: &str,
    step: Option<&[u8; 32]>,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<Asked, Failure> {
    let person = match step {
        Some(step) => Some(tx.sign_in_step(tenant, step, now)?.ok_or(Refusal::SignInStepOver)?.person),
        None => None,
    };
    tx.remove_passkey_challenges_expired_by(tenant, now)?;
    let (asker, known) = match person {
        Some(person) => (format!("person\n{person}"), tx.passkeys_of(tenant, person)?),
        None if tx.passkey_challenges(tenant)? >= MOST_WAITING => return Err(Refusal::SignInBusy.into()),
        None => (format!("network\n{network}"), Vec::new()),
    };
    let (options, document) = site.begin_asking(&known)?;
    let secret = keep(tx, tenant, &asker, TO_SIGN_IN, person, document, now, chance)?;
    Ok(Asked { secret, options })
}

/// The key has signed: its owner is in. Wrong answers are counted for the network that they come from.
///
/// # Errors
/// [`Refusal::TooManyAttempts`].
pub fn sign_in_with_passkey(
    tx: &mut Transaction,
    instance: &Instance,
    site: &RelyingParty,
    answer: &Answer,
    from: &Origin,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<Attempted<Entered>, Failure> {
    let tenant = instance.tenant;
    // In the place of an account; none holds a line's end.
    let counted =
        SignInTry { account: format!("passkey\n{}", from.network), network: from.network.clone(), device: None };
    if let Some(seconds) = tx.sign_in_wait(tenant, &counted, now)? {
        return Err(Refusal::waiting(seconds).into());
    }
    match owner_of(tx, tenant, site, answer, TO_SIGN_IN, None, now)? {
        Ok(person) => {
            tx.remove_failed_sign_ins(tenant, &counted)?;
            tx.remove_sign_in_steps_of(tenant, person)?;
            let from = (from.browser.as_str(), from.is_known_of(instance, person));
            sign_in::enter(tx, tenant, person, from, now, chance).map(Ok)
        }
        Err(refusal) => {
            tx.record_failed_sign_in(tenant, &counted, now)?;
            Ok(Err(refusal))
        }
    }
}

/// Asks for one of the keys of somebody who is signed in, before a dangerous step.
///
/// # Errors
/// [`Failure::NotFound`] for somebody without keys.
pub fn begin_passkey_confirmation(
    tx: &mut Transaction,
    tenant: TenantId,
    who: &SignedIn,
    site: &RelyingParty,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<Asked, Failure> {
    let known = tx.passkeys_of(tenant, who.person)?;
    if known.is_empty() {
        return Err(Failure::NotFound);
    }
    let (options, document) = site.begin_asking(&known)?;
    let (asker, person) = (format!("person\n{}", who.person), Some(who.person));
    let secret = keep(tx, tenant, &asker, TO_CONFIRM, person, document, now, chance)?;
    Ok(Asked { secret, options })
}

/// Whoever sits at this desk has shown that they hold the key: as with the password, the session goes on under a new
/// secret.
///
/// # Errors
/// Only faults of the store.
pub fn confirm_with_passkey(
    tx: &mut Transaction,
    tenant: TenantId,
    who: &SignedIn,
    site: &RelyingParty,
    answer: &Answer,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<Attempted<Entered>, Failure> {
    match owner_of(tx, tenant, site, answer, TO_CONFIRM, Some(who.person), now)? {
        Ok(_) => confirmation::confirm(tx, tenant, who, now, chance).map(Ok),
        Err(refusal) => Ok(Err(refusal)),
    }
}

/// Whose key signed, once everything about the answer is right; the challenge is used up either way.
fn owner_of(
    tx: &mut Transaction,
    tenant: TenantId,
    site: &RelyingParty,
    answer: &Answer,
    purpose: &str,
    signed_in: Option<PersonId>,
    now: Moment,
) -> Result<Attempted<PersonId>, Failure> {
    let Some(challenge) = taken(tx, tenant, &answer.secret, purpose, now)? else {
        return Ok(Err(Refusal::PasskeyTooLate));
    };
    let Some(signed) = Signed::parse(&answer.signed) else { return Ok(Err(Refusal::PasskeyUnreadable)) };
    let Some(passkey) = tx.passkey(tenant, signed.credential())? else { return Ok(Err(Refusal::PasskeyUnknown)) };
    // Where nobody said before who they are, the key has to.
    let says = signed.owner();
    let is_owners = match challenge.person {
        Some(person) => {
            person == passkey.person && matches!(says, Some(said) if said.is_none_or(|key| key == person.0))
        }
        None => says == Some(Some(passkey.person.0)),
    };
    let is_same = signed_in.is_none_or(|person| person == passkey.person);
    let may_come_in = tx.person(tenant, passkey.person)?.is_some_and(|person| sign_in::may_come_in(&person));
    if !is_owners || !is_same || !may_come_in {
        return Ok(Err(Refusal::PasskeyUnknown));
    }
    match site.end_asking(&challenge.document, &signed, &passkey.document)? {
        // Of two that used it at once, one used a copy.
        Ok(document) if !tx.record_passkey_used(tenant, &passkey, &document, now)? => Ok(Err(Refusal::PasskeyCopied)),
        Ok(_) => Ok(Ok(passkey.person)),
        Err(refusal) => Ok(Err(refusal)),
    }
}

fn taken(
    tx: &mut Transaction,
    tenant: TenantId,
    secret: &[u8; 32],
    purpose: &str,
    now: Moment,
) -> Result<Option<PasskeyChallenge>, Failure> {
    Ok(tx.take_passkey_challenge(tenant, secret, now)?.filter(|challenge| challenge.purpose == purpose))
}

#[expect(clippy::too_many_arguments, reason = "a challenge has so many sides, and each caller another set of them")]
fn keep(
    tx: &mut Transaction,
    tenant: TenantId,
    asker: &str,
    purpose: &str,
    person: Option<PersonId>,
    document: String,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<[u8; 32], Failure> {
    tx.remove_passkey_challenges_expired_by(tenant, now)?;
    let secret = chance.secret();
    let expires = now.plus_seconds(GOOD_FOR_SECONDS);
    let challenge = PasskeyChallenge { purpose: purpose.to_owned(), person, document, expires };
    tx.add_passkey_challenge(tenant, &secret, asker, &challenge, MOST_ASKED)?;
    Ok(secret)
}
