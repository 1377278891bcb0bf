use super::{HeldThemes, Trouble, WrittenAnswer, event};
use crate::Failure;
use base::{AudienceId, Fields, Key, Moment, PersonId, TenantId};
use jiff::civil::Date;
use std::collections::BTreeMap;
use store::{Coder, Codes, OpenAnswerKey, SampledAnswer, ThemeListId, ThemeSample, Transaction};
use survey::{Response, ThemeList};

/// So many answers two people code; all of them where there are fewer.
pub const SAMPLE: usize = 100;

/// A sample with everything said of it so far.
#[derive(Debug, Clone, PartialEq)]
pub struct Sampled {
    pub sample: ThemeSample,
    /// The list in the state by which they code.
    pub list: ThemeList,
    pub answers: Vec<SampledAnswer>,
}

/// How a sample stands to one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Somebody is still wanted, and it may be this person.
    Open,
    /// Two others code.
    Taken,
    /// This person has answers left to code.
    Coding(Coder),
    /// This person is done, the other is not.
    Waiting,
    /// Both are done and differ.
    Differing,
    Settled,
}

impl Sampled {
    pub fn stage(&self, person: PersonId) -> Stage {
        if self.is_coded() {
            return if self.differences().next().is_some() { Stage::Differing } else { Stage::Settled };
        }
        match self.coder(person) {
            Some(coder) if self.is_done(coder) => Stage::Waiting,
            Some(coder) => Stage::Coding(coder),
            None if self.sample.first.is_none() || self.sample.second.is_none() => Stage::Open,
            None => Stage::Taken,
        }
    }

    pub fn coder(&self, person: PersonId) -> Option<Coder> {
        match person {
            _ if self.sample.first == Some(person) => Some(Coder::First),
            _ if self.sample.second == Some(person) => Some(Coder::Second),
            _ => None,
        }
    }

    /// The next answer that this coder has said nothing of.
    pub fn next(&self, coder: Coder) -> Option<&SampledAnswer> {
        self.answers.iter().find(|answer| said(answer, coder).is_none())
    }

    pub fn number_coded(&self, coder: Coder) -> usize {
        self.answers.iter().filter(|answer| said(answer, coder).is_some()).count()
    }

    /// Whether both have coded everything.
    pub fn is_coded(&self) -> bool {
        self.is_done(Coder::First) && self.is_done(Coder::Second)
    }

    pub fn is_settled(&self) -> bool {
        self.is_coded() && self.differences().next().is_none()
    }

    /// Where the two differ and nobody has settled it.
    pub fn differences(&self) -> impl Iterator<Item = &SampledAnswer> {
        self.answers.iter().filter(|answer| answer.first != answer.second && answer.settled.is_none())
    }

    fn is_done(&self, coder: Coder) -> bool {
        !self.answers.is_empty() && self.next(coder).is_none()
    }
}

fn said(answer: &SampledAnswer, coder: Coder) -> Option<&Codes> {
    match coder {
        Coder::First => answer.first.as_ref(),
        Coder::Second => answer.second.as_ref(),
        Coder::Settlement => answer.settled.as_ref(),
    }
}

/// What people found in it, once that is known.
pub fn agreed(answer: &SampledAnswer) -> Option<&Codes> {
    match (&answer.first, &answer.second) {
        (Some(first), Some(second)) if first == second => Some(first),
        _ => answer.settled.as_ref(),
    }
}

/// The newest sample of a list.
///
/// # Errors
/// Only faults of the store.
pub fn sampled(tx: &mut Transaction, tenant: TenantId, id: ThemeListId) -> Result<Option<Sampled>, Failure> {
    let Some(sample) = tx.theme_sample(tenant, id)? else { return Ok(None) };
    let list = tx.theme_revision(tenant, id, sample.revision)?.ok_or(Failure::NotFound)?;
    let answers = tx.sampled_answers(tenant, id, sample.number)?;
    Ok(Some(Sampled { sample, list, answers }))
}

/// The words of its answers, for those who code them.
///
/// # Errors
/// Only faults of the store.
pub fn sampled_words(
    tx: &mut Transaction,
    held: &HeldThemes,
    sampled: &Sampled,
) -> Result<BTreeMap<OpenAnswerKey, String>, Failure> {
    let mut words = BTreeMap::new();
    for answer in &sampled.answers {
        let (response, question) = &answer.key;
        let response = tx.response(held.by.tenant, answer.audience, *response)?.filter(Response::may_be_quoted);
        let said = response.as_ref().and_then(|response| response.answers.get(question.as_str())?.words());
        words.extend(said.map(|said| (answer.key.clone(), said.to_owned())));
    }
    Ok(words)
}

/// Draws answers for two people. The same seed draws the same from the same answers: those whose digests come first.
///
/// # Errors
/// [`Trouble::NoThemes`], [`Trouble::NothingWritten`].
pub fn draw(
    tx: &mut Transaction,
    held: &HeldThemes,
    written: &[WrittenAnswer],
    seed: Key,
    today: Date,
    now: Moment,
) -> Result<(), Failure> {
    let (by, kept) = (held.by, &held.kept);
    if kept.list.themes.is_empty() {
        return Err(Trouble::NoThemes.into());
    }
    if written.is_empty() {
        return Err(Trouble::NothingWritten.into());
    }
    let number = tx.theme_sample(by.tenant, kept.id)?.map_or(1, |last| last.number + 1);
    let mut answers: Vec<(AudienceId, OpenAnswerKey)> =
        written.iter().map(|answer| (answer.audience, answer.key.clone())).collect();
    answers.sort_by_cached_key(|answer| rank(seed, answer));
    answers.truncate(SAMPLE);
    let drawn_from = u64::try_from(written.len()).unwrap_or(u64::MAX);
    let (revision, drawn_on) = (kept.revision, today);
    let sample = ThemeSample { number, revision, seed, drawn_from, drawn_on, first: None, second: None };
    tx.add_theme_sample(by.tenant, kept.id, &sample, &answers)?;
    let facts = vec![("drawn", answers.len().to_string()), ("of", drawn_from.to_string()), ("seed", seed.to_string())];
    Ok(tx.add_event(by.tenant, &event(now, Some(by), "themes.drawn", kept, facts))?)
}

fn rank(seed: Key, (audience, (response, question)): &(AudienceId, OpenAnswerKey)) -> [u8; 32] {
    let fields = Fields::of("glas-theme-sample-1").bytes(&seed.0).bytes(&audience.0.0).bytes(&response.0.0);
    fields.text(question.as_str()).digest().0
}

/// Somebody is one of the two.
///
/// # Errors
/// [`Trouble::SampleTaken`] where two others are.
pub fn join(tx: &mut Transaction, held: &HeldThemes) -> Result<(), Failure> {
    let sampled = sampled(tx, held.by.tenant, held.kept.id)?.ok_or(Failure::NotFound)?;
    let (by, id, number) = (held.by, held.kept.id, sampled.sample.number);
    let is_in = sampled.coder(by.person).is_some()
        || tx.take_sample(by.tenant, id, number, Coder::First, by.person)?
        || tx.take_sample(by.tenant, id, number, Coder::Second, by.person)?;
    if is_in { Ok(()) } else { Err(Trouble::SampleTaken.into()) }
}

/// A coder says what one answer speaks of; once both are done nothing changes but by settling.
///
/// # Errors
/// [`Trouble::SampleCoded`], [`Trouble::ThemeUnknown`]; [`Failure::NotFound`] for those who do not code it.
pub fn code_sampled(
    tx: &mut Transaction,
    held: &HeldThemes,
    (number, place): (u32, u32),
    codes: &Codes,
    now: Moment,
) -> Result<(), Failure> {
    let sampled = known(tx, held, number, codes)?;
    let coder = sampled.coder(held.by.person).ok_or(Failure::NotFound)?;
    if sampled.is_coded() {
        return Err(Trouble::SampleCoded.into());
    }
    set(tx, held, &sampled, place, coder, codes, now)
}

/// Both together say what an answer speaks of on which they differed.
///
/// # Errors
/// [`Failure::NotFound`] before both are done, and where they agreed.
pub fn settle(
    tx: &mut Transaction,
    held: &HeldThemes,
    (number, place): (u32, u32),
    codes: &Codes,
    now: Moment,
) -> Result<(), Failure> {
    let sampled = known(tx, held, number, codes)?;
    let differs = sampled.answers.iter().any(|answer| answer.place == place && answer.first != answer.second);
    if !sampled.is_coded() || !differs {
        return Err(Failure::NotFound);
    }
    set(tx, held, &sampled, place, Coder::Settlement, codes, now)
}

fn known(tx: &mut Transaction, held: &HeldThemes, number: u32, codes: &Codes) -> Result<Sampled, Failure> {
    let sampled = sampled(tx, held.by.tenant, held.kept.id)?
        .filter(|sampled| sampled.sample.number == number)
        .ok_or(Failure::NotFound)?;
    if codes.iter().any(|code| sampled.list.theme(code.as_str()).is_none()) {
        return Err(Trouble::ThemeUnknown.into());
    }
    Ok(sampled)
}

fn set(
    tx: &mut Transaction,
    held: &HeldThemes,
    before: &Sampled,
    place: u32,
    coder: Coder,
    codes: &Codes,
    now: Moment,
) -> Result<(), Failure> {
    if !before.answers.iter().any(|answer| answer.place == place) {
        return Err(Failure::NotFound);
    }
    let (by, id) = (held.by, held.kept.id);
    tx.set_sampled_codes(by.tenant, id, (before.sample.number, place), coder, codes)?;
    let Some(after) =
        sampled(tx, held.by.tenant, held.kept.id)?.filter(|after| after.is_settled() && !before.is_settled())
    else {
        return Ok(());
    };
    // From here on what people found counts.
    for answer in &after.answers {
        if let Some(codes) = agreed(answer) {
            tx.replace_coded_answer(by.tenant, answer.audience, &answer.key, codes, Some(by.person))?;
        }
    }
    let facts = vec![("answers", after.answers.len().to_string())];
    Ok(tx.add_event(by.tenant, &event(now, Some(by), "themes.settled", &held.kept, facts))?)
}
