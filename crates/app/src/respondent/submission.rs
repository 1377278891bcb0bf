use super::{Invitation, Known, ReceiptCode, Refusal, draft, quota};
use crate::{
    Failure, Instance,
    answer_files::{self, Seal},
};
use base::{Key, LanguageTag, QuestionnaireId, ResponseKey};
use jiff::civil::Date;
use store::{Submitted, Transaction};
use survey::{
    Answers, AttachedFile, Band, Journey, Mode, Questionnaire, Quota, Response, Seed,
    entry::{self, Entry, Fields, Hand},
    reading_seconds,
};

/// The answers of a whole questionnaire, read, checked and without a complaint.
#[derive(Debug, Clone)]
pub struct Complete {
    questionnaire: QuestionnaireId,
    answers: Answers,
}

impl Complete {
    /// Reads a whole questionnaire sent as one form. Costs what the questionnaire costs, so it is done before the
    /// transaction that keeps the answers.
    ///
    /// # Errors
    /// Everything that is wrong, with what was typed.
    pub fn of_form(
        seal: Seal<'_>,
        id: QuestionnaireId,
        questionnaire: &Questionnaire,
        mut fields: Fields,
        today: Date,
    ) -> Result<Complete, Box<Entry>> {
        seal.open_all(questionnaire, &mut fields);
        Complete::read(id, questionnaire, fields, today)
    }

    fn read(
        id: QuestionnaireId,
        questionnaire: &Questionnaire,
        fields: Fields,
        today: Date,
    ) -> Result<Complete, Box<Entry>> {
        let entry = entry::read_form(questionnaire, fields, today, Hand::Respondent);
        if entry.is_accepted() && !entry.answers.is_empty() {
            Ok(Complete { questionnaire: id, answers: entry.answers })
        } else {
            Err(Box::new(entry))
        }
    }
}

/// What came of sending.
#[derive(Debug)]
pub enum Submission {
    Received(ReceiptCode),
    /// Something is missing or wrong; nothing was kept, and the draft is as it was.
    Unfinished(Box<Entry>),
}

/// All that is kept of the circumstances.
#[derive(Debug, Clone, Copy)]
pub struct Sent {
    /// In which the questions were read.
    pub language: LanguageTag,
    /// The order in which they were shown, where it differs between people.
    pub seed: Option<Seed>,
    /// Whether they let their words be quoted; it is kept only where that was asked.
    pub quotable: bool,
    /// Roughly how long it took, where that is known; only a counter of its band learns of it.
    pub seconds: Option<u32>,
    pub on: Date,
}

/// Sends a draft. `submission` is what stood in the form; it brings the receipt again when the draft is gone because
/// the same form was sent before.
///
/// # Errors
/// As [`Invitation::admit`]; [`Refusal::DraftGone`]; [`Refusal::NothingAnswered`]; [`Refusal::QuotaFull`].
pub fn submit(
    instance: &Instance,
    tx: &mut Transaction,
    invitation: &Invitation,
    key: Key,
    submission: Option<Key>,
    sent: Sent,
) -> Result<Submission, Failure> {
    let Some(draft) = draft::read_draft(instance, tx, invitation, key, sent.on)? else {
        let Some(submission) = submission else { return Err(Refusal::DraftGone.into()) };
        let receipt = receipt_of(instance, tx, invitation, submission)?.ok_or(Refusal::DraftGone)?;
        return Ok(Submission::Received(receipt));
    };
    invitation.admit(instance, tx, sent.on)?;
    let questionnaire = instance.questionnaires.get(tx, draft.questionnaire)?;
    let complete = match Complete::read(draft.questionnaire, &questionnaire, draft.fields(), sent.on) {
        Ok(complete) => complete,
        Err(entry) if entry.is_accepted() => return Err(Refusal::NothingAnswered.into()),
        Err(entry) => return Ok(Submission::Unfinished(entry)),
    };
    let shown = Sent {
        language: draft.language.unwrap_or(sent.language),
        seed: questionnaire.is_shuffled().then_some(draft.seed),
        quotable: sent.quotable,
        seconds: draft.spent,
        on: sent.on,
    };
    tx.share_quotas(instance.tenant, invitation.audience.id)?;
    let quotas = quota::quotas(instance, tx, invitation)?;
    let needed = needed(&questionnaire, &complete.answers, sent.on);
    let receipt = keep(instance, tx, (invitation, &quotas), complete, draft.submission, (shown, needed))?;
    tx.remove_draft(instance.tenant, key)?;
    Ok(Submission::Received(receipt))
}

/// What came of sending a whole questionnaire in one form.
#[derive(Debug)]
pub enum Whole {
    Received(ReceiptCode),
    /// Something about the study has changed since the form was read: nothing was kept, and it is to be read again.
    Outdated,
    /// Files that the form names are not kept any more, and nothing was kept.
    FilesGone(Vec<AttachedFile>),
}

/// Keeps a whole questionnaire that came in one form. Whether today is a day for it was asked before; the limit is
/// looked at here.
///
/// # Errors
/// [`Refusal::Full`]; [`Refusal::QuotaFull`].
pub fn submit_whole(
    instance: &Instance,
    tx: &mut Transaction,
    known: &Known,
    complete: Complete,
    submission: Key,
    sent: Sent,
) -> Result<Whole, Failure> {
    tx.share_quotas(instance.tenant, known.invitation.audience.id)?;
    if !known.is_current(instance, tx)? {
        return Ok(Whole::Outdated);
    }
    let gone = answer_files::gone(instance, tx, complete.answers.files().map(|(_, file)| file))?;
    if !gone.is_empty() {
        return Ok(Whole::FilesGone(gone));
    }
    let needed = needed(&known.questionnaire, &complete.answers, sent.on);
    keep(instance, tx, (&known.invitation, &known.quotas), complete, submission, (sent, needed)).map(Whole::Received)
}

/// The seconds that a careful reader needs for everything that somebody with these answers is asked.
fn needed(questionnaire: &Questionnaire, answers: &Answers, today: Date) -> u32 {
    let journey = Journey::of(questionnaire, answers, today);
    let asked = journey.pages().iter().flat_map(|page| page.questions());
    asked.map(|question| reading_seconds(questionnaire, question)).sum()
}

/// The receipt of a submission that was kept before; `None` when it was not.
///
/// # Errors
/// Only faults of the store.
pub fn receipt_of(
    instance: &Instance,
    tx: &mut Transaction,
    invitation: &Invitation,
    submission: Key,
) -> Result<Option<ReceiptCode>, Failure> {
    let audience = invitation.audience.id;
    let key = store::response_key(&instance.secret, audience, submission);
    let known = tx.response(instance.tenant, audience, key)?;
    Ok(known.map(|_| ReceiptCode::of(&instance.secret, audience, key)))
}

fn keep(
    instance: &Instance,
    tx: &mut Transaction,
    (invitation, quotas): (&Invitation, &[Quota]),
    complete: Complete,
    submission: Key,
    (sent, needed): (Sent, u32),
) -> Result<ReceiptCode, Failure> {
    let audience = invitation.audience.id;
    let key: ResponseKey = store::response_key(&instance.secret, audience, submission);
    let receipt = ReceiptCode::of(&instance.secret, audience, key);
    let response = Response {
        key,
        audience,
        questionnaire: complete.questionnaire,
        mode: Mode::Online,
        batch: None,
        day: sent.on,
        language: sent.language,
        seed: sent.seed,
        // Who says nothing in a small group has not agreed.
        quotable: invitation.audience.is_small().then_some(sent.quotable),
        answers: complete.answers.without_file_names(),
    };
    if invitation.audience.limit.is_some() {
        tx.hold_audience(instance.tenant, audience)?;
    }
    if tx.add_response(instance.tenant, &response)? == Submitted::Before {
        return Ok(receipt);
    }
    quota::take(instance, tx, invitation, quotas, &response.answers)?;
    invitation.use_code(instance, tx)?;
    // First added, then counted: who sends the same form again always gets the receipt, and the one too many goes.
    if invitation.is_over_full(instance, tx)? {
        return Err(Refusal::Full.into());
    }
    let band = sent.seconds.and_then(|seconds| Band::of(seconds, needed));
    instance.times.note_sent(audience, response.questionnaire, band, sent.on);
    Ok(receipt)
}
