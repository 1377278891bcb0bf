use super::{Address, Composed, Letter, Outcome, Reason, asked::Asked, bounce::is_dead, composed::address};
use crate::{Failure, Words, account, personal_codes::PersonalCode};
use base::{Argument, Chance, Language, LetterId, Moment, TenantId};
use store::{LetterNews, LetterState, Person, QueuedLetter, Transaction};

/// Seconds for which a letter is held by the node that sends it. Longer than any attempt may take.
pub const HOLD: i64 = 300;
/// Seconds until the second attempt; each further one after twice the time.
const FIRST_PAUSE: i64 = 60;
const LONGEST_PAUSE: i64 = 4 * 3600;

/// A letter with its address, to be put into the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posting {
    pub letter: Letter,
    pub to: Address,
    pub language: Language,
    /// What it is sent for, as a stable text: a second letter for the same is not queued.
    pub once: String,
}

/// A letter that this node sends now.
pub struct Outgoing {
    pub id: LetterId,
    pub to: Address,
    pub composed: Composed,
    held_until: Moment,
    /// The secret of the link that was made for this attempt.
    link: Option<[u8; 32]>,
    attempts: u32,
    expires: Moment,
}

/// Puts a letter into the queue, in the transaction of what it tells of; false when the same was queued before. To an
/// address at which nobody was the last time it is noted and not sent.
///
/// # Errors
/// Only faults of the store.
pub fn enqueue(
    tx: &mut Transaction,
    tenant: TenantId,
    posting: Posting,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<bool, Failure> {
    let Posting { letter, to, language, once } = posting;
    let is_dead = is_dead(tx, tenant, to.as_str())?;
    let queued = QueuedLetter {
        id: LetterId::new(chance),
        once,
        kind: letter.code().to_owned(),
        about: letter.about().map(|about| (about.noun.to_owned(), about.key)),
        recipient: Some(to.as_str().to_owned()),
        language,
        facts: Vec::new(),
        state: if is_dead { LetterState::Failed } else { LetterState::Waiting },
        created: now,
        expires: now.plus_seconds(letter.good_for()),
        next_attempt: now,
        attempts: 0,
        changed: now,
        reason: is_dead.then(|| Reason::AddressDead.code().to_owned()),
        answer: None,
    };
    Ok(tx.add_letter(tenant, &queued)?)
}

/// A trial letter to be sent at once, past the queue.
pub fn trial(to: Address, language: Language, site: &str, now: Moment, chance: &mut dyn Chance) -> Outgoing {
    let (letter, expires) = (Letter::Trial, now.plus_seconds(Letter::Trial.good_for()));
    let composed = Composed::of(letter, Words::new(language), &[], None, site);
    Outgoing { id: LetterId::new(chance), to, composed, held_until: now, link: None, attempts: 1, expires }
}

/// Takes a due letter for one attempt and puts it into words; `None` when there is nothing to send, because another node
/// was first or because the letter has lost its point, which is noted. `site` is our public address.
///
/// A link in it is made now: it lies nowhere else than in the letter.
///
/// # Errors
/// Only faults of the store.
pub fn take(
    tx: &mut Transaction,
    tenant: TenantId,
    id: LetterId,
    site: &str,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<Option<Outgoing>, Failure> {
    let held_until = now.plus_seconds(HOLD);
    let Some(queued) = tx.hold_letter(tenant, id, now, held_until)? else { return Ok(None) };
    match prepare(tx, tenant, &queued, site, now, chance)? {
        Ok((to, composed, link)) => {
            let QueuedLetter { attempts, expires, .. } = queued;
            Ok(Some(Outgoing { id, to, composed, held_until, link, attempts, expires }))
        }
        Err(reason) => {
            let news = news(LetterState::Failed, reason, None, now);
            tx.record_letter(tenant, id, held_until, &news)?;
            Ok(None)
        }
    }
}

type Prepared = (Address, Composed, Option<[u8; 32]>);

fn prepare(
    tx: &mut Transaction,
    tenant: TenantId,
    queued: &QueuedLetter,
    site: &str,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<Result<Prepared, Reason>, Failure> {
    if queued.expires <= now {
        return Ok(Err(Reason::TooLate));
    }
    let Some(letter) = Letter::queued(queued) else { return Ok(Err(Reason::Unknown)) };
    let Some(to) = queued.recipient.as_deref().and_then(Address::parse) else {
        return Ok(Err(Reason::AddressUnsupported));
    };
    if let Some(code) = letter.personal_code() {
        let Some(asked) = Asked::find(tx, tenant, code)? else { return Ok(Err(Reason::Superseded)) };
        let secret = tx.secret(tenant, "response-keys", chance)?;
        let path = format!("/s/{}", PersonalCode::of(&secret, code).address());
        let link = address(site, queued.language, &path);
        return Ok(Ok((to, asked.composed(letter, queued.language, Some(&link), site), None)));
    }
    let Some(person) = letter.person() else {
        return Ok(Ok((to, composed(letter, queued, None, None, site, now), None)));
    };
    // Whoever has another address by now does not want their link to go to the old one.
    let person = tx.person(tenant, person)?.filter(|person| person.email.as_deref() == Some(to.as_str()));
    let Some(person) = person else { return Ok(Err(Reason::AddressChanged)) };
    if !letter.holds_secret() {
        let page = address(site, queued.language, "/desk/account");
        return Ok(Ok((to, composed(letter, queued, Some(&person), Some(&page), site, now), None)));
    }
    let secret = account::further_link(tx, tenant, person.id, queued.expires, chance)?;
    let link = address(site, queued.language, &format!("/setup/{}", account::link_token(&secret)));
    Ok(Ok((to, composed(letter, queued, Some(&person), Some(&link), site, now), Some(secret))))
}

fn composed(
    letter: Letter,
    queued: &QueuedLetter,
    person: Option<&Person>,
    link: Option<&str>,
    site: &str,
    now: Moment,
) -> Composed {
    let days = (queued.expires.seconds_since(now) / (24 * 3600)).max(1);
    let words = Words::new(queued.language);
    let mut values: Vec<(&str, Argument)> = vec![("days", days.into()), ("at", words.moment(queued.created).into())];
    if let Some(person) = person {
        values.extend([("name", person.name.clone().into()), ("account", person.account.clone().into())]);
    }
    Composed::of(letter, words, &values, link, site)
}

/// What the letter says, without its link: that is made only when it goes out. `None` where it can be said no more.
///
/// # Errors
/// Only faults of the store.
pub fn words_of(
    tx: &mut Transaction,
    tenant: TenantId,
    queued: &QueuedLetter,
    site: &str,
    now: Moment,
) -> Result<Option<String>, Failure> {
    let Some(letter) = Letter::queued(queued) else { return Ok(None) };
    if let Some(code) = letter.personal_code() {
        let asked = Asked::find(tx, tenant, code)?;
        return Ok(asked.map(|asked| asked.composed(letter, queued.language, None, site).text));
    }
    let person = letter.person().map(|person| tx.person(tenant, person)).transpose()?.flatten();
    if letter.person().is_some() && person.is_none() {
        return Ok(None);
    }
    Ok(Some(composed(letter, queued, person.as_ref(), None, site, now).text))
}

/// Notes what became of an attempt. A link in a letter that certainly did not arrive is taken back.
///
/// # Errors
/// Only faults of the store.
pub fn record(
    tx: &mut Transaction,
    tenant: TenantId,
    sent: &Outgoing,
    outcome: Outcome,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<(), Failure> {
    let (state, reason, answer, next) = match outcome {
        Outcome::Accepted { answer } => (LetterState::Sent, Reason::Accepted, answer, now),
        Outcome::Rejected { reason, answer } => (LetterState::Failed, reason, answer, now),
        Outcome::Postponed { reason, answer } => {
            let next = now.plus_seconds(pause(sent.attempts, chance));
            // What would come too late is not waited for.
            let state = if next < sent.expires { LetterState::Waiting } else { LetterState::Failed };
            (state, reason, answer, next)
        }
    };
    if let Some(secret) = &sent.link
        && state != LetterState::Sent
        && !reason.is_uncertain()
    {
        tx.remove_setup_link(tenant, secret)?;
    }
    let news = LetterNews { next_attempt: next, ..news(state, reason, Some(answer), now) };
    tx.record_letter(tenant, sent.id, sent.held_until, &news)?;
    Ok(())
}

pub(super) fn news(state: LetterState, reason: Reason, answer: Option<String>, now: Moment) -> LetterNews {
    LetterNews { state, at: now, next_attempt: now, reason: reason.code(), answer }
}

/// Seconds until the next attempt: twice as many each time, and a fifth more or less, so that many letters that failed
/// together do not come back together.
fn pause(attempts: u32, chance: &mut dyn Chance) -> i64 {
    let doubled = 2_i64.checked_pow(attempts.saturating_sub(1)).and_then(|times| FIRST_PAUSE.checked_mul(times));
    let pause = doubled.map_or(LONGEST_PAUSE, |pause| pause.min(LONGEST_PAUSE));
    let mut byte = [0];
    chance.fill(&mut byte);
    let [byte] = byte.map(i64::from);
    pause * (80 * 255 + 40 * byte) / (100 * 255)
}

#[cfg(test)]
mod tests {
    use super::pause;
    use base::Chance;

    struct Always(u8);

    impl Chance for Always {
        fn fill(&mut self, bytes: &mut [u8]) {
            bytes.fill(self.0);
        }
    }

    #[test]
    fn pauses_grow_and_have_an_end() {
        let check = |attempts: u32, chance: u8, seconds: i64| {
            assert_eq!(pause(attempts, &mut Always(chance)), seconds, "{attempts} {chance}");
        };
        for (attempts, shortest, longest) in [
            (0, 48, 72),
            (1, 48, 72),
            (2, 96, 144),
            (5, 768, 1152),
            (9, 11_520, 17_280),
            (40, 11_520, 17_280),
            (u32::MAX, 11_520, 17_280),
        ] {
            check(attempts, 0, shortest);
            check(attempts, 255, longest);
        }
    }
}
