use super::{Trouble, questionnaire::event, quotas};
use crate::{Failure, Refusal};
use base::{
    Actor, AudienceId, BatchId, Digest, Digests, Event, Fields, Key, LanguageTag, Moment, QuestionnaireId, TenantId,
};
use jiff::civil::Date;
use store::{PaperBatch, Submitted, Transaction, response_key};
use survey::{Answers, Fieldwork, Mode, Response};

const MOST_CARDS: u32 = 10_000;
const LONGEST_NAMES: usize = 500;
const LONGEST_NOTE: usize = 2000;

/// The protocol of an opened box as somebody typed it.
#[derive(Debug, Clone, Default)]
pub struct TypedProtocol {
    pub opened_by: String,
    pub opened_on: String,
    pub cards: String,
    pub invalid: String,
    pub note: String,
}

/// The protocol, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Protocol {
    pub opened_by: String,
    pub opened_on: Date,
    pub cards: u32,
    pub invalid: u32,
    pub note: String,
}

impl Protocol {
    fn of(batch: &PaperBatch) -> Protocol {
        let PaperBatch { opened_by, opened_on, cards, invalid, note, .. } = batch.clone();
        Protocol { opened_by, opened_on, cards, invalid, note }
    }

    /// What the journal holds of it: the [`Fields`] of `glas-protocol-1`, then every field in the order above.
    fn digest(&self) -> Digest {
        let fields = Fields::of("glas-protocol-1").text(&self.opened_by).text(&self.opened_on.to_string());
        fields.number(self.cards.into()).number(self.invalid.into()).text(&self.note).digest()
    }
}

impl TypedProtocol {
    /// # Errors
    /// Every field at fault at once.
    pub fn read(&self, fieldwork: Fieldwork, today: Date) -> Result<Protocol, Failure> {
        let mut troubles: Vec<Trouble> = Vec::new();
        let opened_by = self.opened_by.trim().to_owned();
        if opened_by.is_empty() {
            troubles.push(Trouble::NobodyOpened);
        }
        for (field, text, longest) in
            [("opened_by", &self.opened_by, LONGEST_NAMES), ("note", &self.note, LONGEST_NOTE)]
        {
            let is = text.trim().chars().count();
            if is > longest {
                troubles.push(Trouble::TooLong { field, longest, is });
            }
        }
        let opened_on = day(&self.opened_on, fieldwork, today).map_err(|trouble| troubles.push(trouble)).ok();
        let cards = number("cards", &self.cards).map_err(|trouble| troubles.push(trouble)).ok();
        let invalid = if self.invalid.trim().is_empty() { Ok(0) } else { number("invalid", &self.invalid) };
        let invalid = invalid.map_err(|trouble| troubles.push(trouble)).ok();
        match (cards, invalid) {
            (Some(0), _) => troubles.push(Trouble::NoCards),
            (Some(cards), _) if cards > MOST_CARDS => troubles.push(Trouble::TooManyCards { most: MOST_CARDS }),
            (Some(cards), Some(invalid)) if invalid > cards => troubles.push(Trouble::MoreInvalidThanCards { cards }),
            _ => {}
        }
        match (opened_on, cards, invalid) {
            (Some(opened_on), Some(cards), Some(invalid)) if troubles.is_empty() => {
                Ok(Protocol { opened_by, opened_on, cards, invalid, note: self.note.trim().to_owned() })
            }
            _ => Err(Failure::Refused(troubles.into_iter().map(Refusal::from).collect())),
        }
    }
}

fn day(typed: &str, fieldwork: Fieldwork, today: Date) -> Result<Date, Trouble> {
    let given = || typed.trim().chars().take(40).collect();
    let day = survey::entry::read_date(typed).ok_or_else(|| Trouble::DayUnreadable { given: given() })?;
    if day > today {
        return Err(Trouble::DayToCome);
    }
    if day < fieldwork.first() {
        let first = fieldwork.first();
        let first = format!("{:02}.{:02}.{}", first.day(), first.month(), first.year());
        return Err(Trouble::DayBeforeFieldwork { first });
    }
    Ok(day)
}

fn number(field: &'static str, typed: &str) -> Result<u32, Trouble> {
    let given = || typed.trim().chars().take(40).collect();
    typed.trim().parse().map_err(|_| Trouble::NumberUnreadable { field, given: given() })
}

/// A box of cards and how far its entry is.
#[derive(Debug, Clone)]
pub struct BatchStanding {
    pub batch: PaperBatch,
    pub entered: u64,
}

impl BatchStanding {
    /// Cards that are neither typed in nor invalid.
    pub fn left(&self) -> u64 {
        u64::from(self.batch.cards).saturating_sub(self.done())
    }

    pub fn done(&self) -> u64 {
        self.entered + u64::from(self.batch.invalid)
    }
}

/// Begins the entry of a box.
///
/// # Errors
/// [`Trouble::NoQuestionnaire`].
pub fn open_batch(
    tx: &mut Transaction,
    actor: Actor,
    audience: &survey::Audience,
    id: BatchId,
    protocol: Protocol,
    now: Moment,
) -> Result<(), Failure> {
    if audience.questionnaire.is_none() {
        return Err(Trouble::NoQuestionnaire.into());
    }
    let digests = Digests::first(protocol.digest());
    let Protocol { opened_by, opened_on, cards, invalid, note } = protocol;
    let entered_by = Some(actor.person);
    let batch = PaperBatch { id, audience: audience.id, opened_by, opened_on, cards, invalid, note, entered_by };
    tx.add_paper_batch(actor.tenant, &batch)?;
    let facts = vec![("cards", cards.to_string()), ("invalid", invalid.to_string())];
    let opened = event(now, Some(actor), "box.opened", "batch", id.0, facts);
    Ok(tx.add_event(actor.tenant, &Event { digests, ..opened })?)
}

/// Puts a protocol right; the journal keeps what it said before.
///
/// # Errors
/// [`Trouble::FewerCardsThanDone`]; [`Failure::NotFound`].
pub fn correct_protocol(
    tx: &mut Transaction,
    actor: Actor,
    id: BatchId,
    protocol: Protocol,
    now: Moment,
) -> Result<(), Failure> {
    let standing = held_batch(tx, actor.tenant, id)?;
    let done = standing.entered + u64::from(protocol.invalid);
    if done > u64::from(protocol.cards) {
        return Err(Trouble::FewerCardsThanDone { done }.into());
    }
    let before = standing.batch;
    let facts = vec![
        ("cards-before", before.cards.to_string()),
        ("invalid-before", before.invalid.to_string()),
        ("cards", protocol.cards.to_string()),
        ("invalid", protocol.invalid.to_string()),
    ];
    let digests = Digests::change(Protocol::of(&before).digest(), protocol.digest());
    let Protocol { opened_by, opened_on, cards, invalid, note } = protocol;
    tx.replace_paper_batch(actor.tenant, &PaperBatch { opened_by, opened_on, cards, invalid, note, ..before })?;
    let corrected = event(now, Some(actor), "box.corrected", "batch", id.0, facts);
    Ok(tx.add_event(actor.tenant, &Event { digests, ..corrected })?)
}

/// # Errors
/// [`Failure::NotFound`].
pub fn batch(tx: &mut Transaction, tenant: TenantId, id: BatchId) -> Result<BatchStanding, Failure> {
    let batch = tx.paper_batch(tenant, id)?.ok_or(Failure::NotFound)?;
    let entered = tx.answers_in_batch(tenant, batch.audience, id)?;
    Ok(BatchStanding { batch, entered })
}

/// The same before something is added to it: two who type at once must not both take the last card.
fn held_batch(tx: &mut Transaction, tenant: TenantId, id: BatchId) -> Result<BatchStanding, Failure> {
    let audience = batch(tx, tenant, id)?.batch.audience;
    tx.hold_audience(tenant, audience)?;
    batch(tx, tenant, id)
}

/// # Errors
/// Only faults of the store.
pub fn batches(tx: &mut Transaction, tenant: TenantId, audience: AudienceId) -> Result<Vec<BatchStanding>, Failure> {
    let mut standings = Vec::new();
    for batch in tx.paper_batches(tenant, audience)? {
        let entered = tx.answers_in_batch(tenant, audience, batch.id)?;
        standings.push(BatchStanding { batch, entered });
    }
    Ok(standings)
}

/// One card as it was read.
#[derive(Debug, Clone)]
pub struct Card {
    pub batch: BatchId,
    /// The version that the page showed.
    pub questionnaire: QuestionnaireId,
    /// Random, from the form: the same form sent twice is one card.
    pub submission: Key,
    pub answers: Answers,
    /// The tick with which somebody of a small group lets their words be quoted.
    pub quotable: bool,
}

/// Takes in one card, unless this very form came before. Like any answer it writes no event.
///
/// # Errors
/// [`Trouble::CardEmpty`], [`Trouble::NoCardLeft`], [`Trouble::QuestionnaireChanged`].
pub fn enter_card(tx: &mut Transaction, tenant: TenantId, secret: &[u8; 32], card: Card) -> Result<Submitted, Failure> {
    let standing = held_batch(tx, tenant, card.batch)?;
    let audience = standing.batch.audience;
    let study = tx.study_of(tenant, audience)?.ok_or(Failure::NotFound)?;
    let current = study.audiences.iter().find(|known| known.id == audience);
    if current.and_then(|known| known.questionnaire) != Some(card.questionnaire) {
        return Err(Trouble::QuestionnaireChanged.into());
    }
    if card.answers.is_empty() {
        return Err(Trouble::CardEmpty.into());
    }
    let key = response_key(secret, audience, card.submission);
    if tx.response(tenant, audience, key)?.is_some() {
        return Ok(Submitted::Before);
    }
    if standing.left() == 0 {
        return Err(Trouble::NoCardLeft.into());
    }
    let response = Response {
        key,
        audience,
        questionnaire: card.questionnaire,
        mode: Mode::Paper,
        batch: Some(card.batch),
        day: standing.batch.opened_on,
        language: LanguageTag::BULGARIAN,
        seed: None,
        quotable: current.is_some_and(survey::Audience::is_small).then_some(card.quotable),
        answers: card.answers.without_file_names(),
    };
    quotas::count_in(tx, tenant, audience, std::iter::once(&response.answers))?;
    Ok(tx.add_response(tenant, &response)?)
}

/// One more of the cards turns out to be invalid.
///
/// # Errors
/// [`Trouble::NoCardLeft`].
pub fn count_invalid_card(tx: &mut Transaction, actor: Actor, id: BatchId, now: Moment) -> Result<(), Failure> {
    let standing = held_batch(tx, actor.tenant, id)?;
    if standing.left() == 0 {
        return Err(Trouble::NoCardLeft.into());
    }
    let invalid = standing.batch.invalid + 1;
    tx.replace_paper_batch(actor.tenant, &PaperBatch { invalid, ..standing.batch })?;
    let facts = vec![("invalid", invalid.to_string())];
    Ok(tx.add_event(actor.tenant, &event(now, Some(actor), "box.invalid-card", "batch", id.0, facts))?)
}
