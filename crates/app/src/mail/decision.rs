use super::{Reason, queue::news};
use crate::Failure;
use base::{Actor, Digests, Event, Explain, LetterId, Moment, Subject};
use store::{LetterNews, LetterState, QueuedLetter, Transaction};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// It has been sent, or another has taken its place, since the page was shown.
    LetterSettled,
}

impl Explain for Trouble {
    fn code(&self) -> &'static str {
        match self {
            Trouble::LetterSettled => "letter-settled",
        }
    }
}

/// Whether somebody may ask for another attempt: what it says is still so, and nothing newer says the same.
pub fn may_be_tried(letter: &QueuedLetter, now: Moment) -> bool {
    let reason = letter.reason.as_deref().and_then(Reason::from_code);
    let is_outdated = matches!(reason, Some(Reason::Superseded | Reason::AddressChanged | Reason::Unknown));
    letter.state != LetterState::Sent && letter.expires > now && letter.recipient.is_some() && !is_outdated
}

/// Whether a letter may still be kept from going out.
pub fn may_be_given_up(letter: &QueuedLetter) -> bool {
    matches!(letter.state, LetterState::Waiting | LetterState::Held)
}

/// The letter goes out as soon as a node gets to it.
///
/// # Errors
/// [`Trouble::LetterSettled`]; [`Failure::NotFound`].
pub fn try_again(tx: &mut Transaction, by: Actor, id: LetterId, now: Moment) -> Result<(), Failure> {
    let letter = tx.letter(by.tenant, id)?.ok_or(Failure::NotFound)?;
    if !may_be_tried(&letter, now) {
        return Err(Trouble::LetterSettled.into());
    }
    let news = LetterNews { answer: letter.answer, ..news(LetterState::Waiting, Reason::TriedAgain, None, now) };
    decide(tx, by, id, &[letter.state], &news, "letter.tried-again")
}

/// The letter does not go out any more.
///
/// # Errors
/// [`Trouble::LetterSettled`]; [`Failure::NotFound`].
pub fn give_up(tx: &mut Transaction, by: Actor, id: LetterId, now: Moment) -> Result<(), Failure> {
    let letter = tx.letter(by.tenant, id)?.ok_or(Failure::NotFound)?;
    let news = LetterNews { answer: letter.answer, ..news(LetterState::Failed, Reason::GivenUp, None, now) };
    decide(tx, by, id, &[LetterState::Waiting, LetterState::Held], &news, "letter.given-up")
}

fn decide(
    tx: &mut Transaction,
    by: Actor,
    id: LetterId,
    from: &[LetterState],
    news: &LetterNews,
    kind: &'static str,
) -> Result<(), Failure> {
    if !tx.change_letter(by.tenant, id, from, news)? {
        return Err(Trouble::LetterSettled.into());
    }
    let subject = Subject { noun: "letter", key: id.0 };
    let (facts, digests) = (Vec::new(), Digests::default());
    Ok(tx.add_event(by.tenant, &Event { at: news.at, by: Some(by), kind, subject, facts, digests })?)
}
