use super::{Invitation, Refusal, quota, times};
use crate::{
    Failure, Instance,
    answer_files::{self, Seal},
    retention::{Class, law},
};
use base::{Chance, Key, LanguageTag, QuestionnaireId};
use jiff::{Span, civil::Date};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeSet, sync::Arc};
use store::{StoreFault, Transaction};
use survey::{
    Answers, Band, Journey, QuestionCode, Questionnaire, Seed,
    entry::{self, Entry, Fields, LONGEST_TEXT},
    reading_seconds, response_json,
};

/// So many days after the last page was saved a draft goes; at the end of the fieldwork at the latest.
pub fn draft_days() -> i64 {
    law().days(Class::Drafts).unwrap_or(0)
}

/// Answers that somebody is giving.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The random part of its address.
    pub key: Key,
    /// The version it was begun with; a newer one does not change it.
    pub questionnaire: QuestionnaireId,
    /// The last day on which it can be taken up again.
    pub expires: Date,
    /// What stands in the last form, and in no address.
    pub submission: Key,
    /// With the answers to questions that the logic hides at the moment: a change of mind loses nothing.
    pub answers: Answers,
    /// What was typed and could not be read, by field.
    pub typed: Fields,
    /// The pages that were gone through.
    pub seen: BTreeSet<String>,
    /// In which order this person sees what is shuffled.
    pub seed: Seed,
    /// In which the questions are read, where it is another than that of the page.
    pub language: Option<LanguageTag>,
    /// Roughly how many seconds went by on the pages so far, where that is known; forgotten with the draft.
    pub spent: Option<u32>,
}

/// With what somebody begins.
#[derive(Debug, Clone, Default)]
pub struct Beginning {
    /// A language of the questionnaire that the pages do not speak.
    pub language: Option<LanguageTag>,
    /// What came with the link, by name: only what the questionnaire asks for is kept.
    pub given: Fields,
}

/// The random part of a new draft.
#[derive(Debug, Clone, Copy)]
pub struct DraftKeys {
    pub draft: Key,
    pub submission: Key,
    pub seed: Seed,
}

impl DraftKeys {
    pub fn draw(chance: &mut dyn Chance) -> DraftKeys {
        let (draft, submission) = (chance.key(), chance.key());
        let [one, other, ..] = chance.key().0;
        DraftKeys { draft, submission, seed: Seed(u16::from_be_bytes([one, other])) }
    }
}

/// Which button of a page was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Next,
    /// Keeps whatever was typed and complains of nothing.
    Back,
    /// Stays on the page and hears what can be said so far: a script asks while somebody types.
    Look,
    /// As [`Step::Next`], for somebody who came from the overview to change one answer.
    ToReview,
}

/// Where somebody goes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    Page(String),
    /// The overview of all answers, from which they are sent.
    Review,
    /// Before the first page.
    Start,
}

/// What came of saving a page.
#[derive(Debug)]
pub enum Saved {
    GoOn(Place),
    /// The same page again: something was refused, or an answer brought up another question on it.
    Again(Box<Again>),
}

#[derive(Debug)]
pub struct Again {
    pub draft: Draft,
    pub entry: Entry,
}

impl Draft {
    /// What a form shows: the answers, and what was typed in place of those that could not be read.
    pub fn fields(&self) -> Fields {
        let mut fields = entry::fields(&self.answers);
        fields.extend(self.typed.iter().map(|(name, values)| (name.clone(), values.clone())));
        fields
    }

    /// The way through the questionnaire, in this person's order.
    pub fn journey<'q>(&self, questionnaire: &'q Questionnaire, today: Date) -> Journey<'q> {
        Journey::of(questionnaire, &self.answers, today).in_order(self.seed)
    }

    /// The first page that was not gone through, or the overview.
    pub fn place(&self, journey: &Journey<'_>) -> Place {
        let unseen = journey.pages().iter().find(|page| !self.seen.contains(page.code));
        unseen.map_or(Place::Review, |page| Place::Page(page.code.to_owned()))
    }

    /// The whole draft read as one form: what counts of it, and everything that is wrong with it.
    pub fn read(&self, questionnaire: &Questionnaire, today: Date) -> Entry {
        entry::read_form(questionnaire, self.fields(), today, entry::Hand::Respondent)
    }

    /// # Errors
    /// [`StoreFault::Unreadable`] for a document that this program did not write.
    pub(crate) fn restore(kept: &store::Draft) -> Result<Draft, StoreFault> {
        let unreadable = StoreFault::Unreadable("a draft");
        let written: Written = serde_json::from_str(&kept.document).map_err(|_| unreadable.clone())?;
        Ok(Draft {
            key: kept.key,
            questionnaire: kept.questionnaire,
            expires: kept.expires,
            submission: written.submission.parse().map_err(|_| unreadable.clone())?,
            answers: response_json::read(&written.answers).map_err(|_| unreadable)?,
            typed: written.typed,
            seen: written.seen,
            seed: Seed(written.seed),
            language: written.language.and_then(|tag| tag.parse().ok()),
            spent: written.spent,
        })
    }
}

/// # Errors
/// As [`Invitation::admit`].
pub fn begin_draft(
    instance: &Instance,
    tx: &mut Transaction,
    invitation: &Invitation,
    keys: DraftKeys,
    beginning: Beginning,
    today: Date,
) -> Result<(Draft, Place), Failure> {
    let id = invitation.admit(instance, tx, today)?;
    let questionnaire = instance.questionnaires.get(tx, id)?;
    let draft = Draft {
        key: keys.draft,
        questionnaire: id,
        expires: expiry(invitation, today),
        submission: keys.submission,
        answers: entry::read_given(&questionnaire, &beginning.given),
        typed: Fields::new(),
        seen: BTreeSet::new(),
        seed: keys.seed,
        language: beginning.language.filter(|language| questionnaire.languages.contains(language)),
        spent: None,
    };
    keep(instance, tx, invitation, &draft)?;
    let place = draft.place(&draft.journey(&questionnaire, today));
    Ok((draft, place))
}

/// # Errors
/// As [`Invitation::admit`]; [`Refusal::DraftGone`].
pub fn find_draft(
    instance: &Instance,
    tx: &mut Transaction,
    invitation: &Invitation,
    key: Key,
    today: Date,
) -> Result<(Draft, Arc<Questionnaire>), Failure> {
    invitation.admit(instance, tx, today)?;
    let draft = read_draft(instance, tx, invitation, key, today)?.ok_or(Refusal::DraftGone)?;
    let questionnaire = instance.questionnaires.get(tx, draft.questionnaire)?;
    Ok((draft, questionnaire))
}

/// Saves what was typed on one page, all of it, and says where to go.
///
/// # Errors
/// As [`find_draft`]; [`Failure::NotFound`] when the questionnaire has no such page; [`Refusal::QuotaFull`], and the page is
/// as it was before.
pub fn save_page(
    instance: &Instance,
    tx: &mut Transaction,
    invitation: &Invitation,
    key: Key,
    form: PageForm,
    today: Date,
) -> Result<Saved, Failure> {
    let (mut draft, questionnaire) = find_draft(instance, tx, invitation, key, today)?;
    let journey = draft.journey(&questionnaire, today);
    let Some(page) = journey.page(&form.page) else {
        // Another window changed an answer, and the logic asks this no more.
        return Ok(Saved::GoOn(draft.place(&journey)));
    };
    let needed = page.questions().map(|question| reading_seconds(&questionnaire, question)).sum();
    let before = journey.page_before(page.code).map_or(Place::Start, |page| Place::Page(page.code.to_owned()));
    let mut fields = form.fields;
    Seal::of(instance, invitation.audience.id).open_all(&questionnaire, &mut fields);
    refuse_gone_files(instance, tx, &questionnaire, &mut fields)?;
    let mut entry = entry::read_page(&questionnaire, &draft.answers, &form.page, fields, today);
    draft.answers = entry.answers.clone();
    if let Some(had) = &form.had {
        let journey = draft.journey(&questionnaire, today);
        let shown = journey.page(&form.page).into_iter().flat_map(survey::Page::questions);
        let has_other_options = |code: &QuestionCode| {
            entry.appeared.contains(code)
                && questionnaire.question(code.as_str()).is_some_and(|question| question.filter.is_some())
        };
        let is_new = |code: &QuestionCode| !had.contains(code.as_str()) || has_other_options(code);
        entry.appeared = shown.map(|question| question.code.clone()).filter(is_new).collect();
    }
    remember_typed(&mut draft, &questionnaire, &entry);
    draft.expires = expiry(invitation, today);
    let may_go = entry.is_accepted() && entry.appeared.is_empty();
    let stays = form.step == Step::Look || (form.step != Step::Back && !may_go);
    if !stays && form.step != Step::Back {
        draft.seen.insert(form.page.clone());
    }
    if let Some(seconds) = form.seconds.filter(|_| !stays) {
        let rounded = seconds.saturating_add(times::STEP / 2) / times::STEP * times::STEP;
        draft.spent = Some(draft.spent.unwrap_or(0).saturating_add(rounded));
        if form.step != Step::Back {
            let band = Band::of(seconds, needed);
            instance.times.note_page(invitation.audience.id, draft.questionnaire, &form.page, band, today);
        }
    }
    if !matches!(form.step, Step::Back | Step::Look) {
        quota::look(instance, tx, invitation, &draft.answers)?;
    }
    keep(instance, tx, invitation, &draft)?;
    hold_files(instance, tx, invitation, &draft, &questionnaire)?;
    if stays {
        return Ok(Saved::Again(Box::new(Again { draft, entry })));
    }
    let journey = draft.journey(&questionnaire, today);
    Ok(Saved::GoOn(match form.step {
        Step::Back => before,
        Step::Next | Step::Look => {
            journey.page_after(&form.page).map_or(Place::Review, |page| Place::Page(page.code.to_owned()))
        }
        Step::ToReview => draft.place(&journey),
    }))
}

/// What was sent from one page.
#[derive(Debug, Clone)]
pub struct PageForm {
    pub page: String,
    /// Files are named by their seals.
    pub fields: Fields,
    pub step: Step,
    /// The questions that the form had, by code, where it told. What an earlier look brought up and the form did not have yet
    /// is not passed over.
    pub had: Option<BTreeSet<String>>,
    /// The seconds since the page was shown, where it told.
    pub seconds: Option<u32>,
}

/// Removes the draft for good. There is nothing to refuse: what is gone is gone.
///
/// # Errors
/// Only faults of the store.
pub fn discard_draft(instance: &Instance, tx: &mut Transaction, key: Key) -> Result<(), Failure> {
    Ok(tx.remove_draft(instance.tenant, key)?)
}

pub(super) fn read_draft(
    instance: &Instance,
    tx: &mut Transaction,
    invitation: &Invitation,
    key: Key,
    today: Date,
) -> Result<Option<Draft>, Failure> {
    let Some(kept) = tx.draft(instance.tenant, key, today)? else { return Ok(None) };
    // The address of one audience does not open the draft of another.
    if kept.audience != invitation.audience.id {
        return Ok(None);
    }
    Ok(Some(Draft::restore(&kept)?))
}

fn keep(instance: &Instance, tx: &mut Transaction, invitation: &Invitation, draft: &Draft) -> Result<(), Failure> {
    let written = Written {
        submission: draft.submission.to_string(),
        answers: response_json::write(&draft.answers),
        typed: draft.typed.clone(),
        seen: draft.seen.clone(),
        seed: draft.seed.0,
        language: draft.language.map(|language| language.to_string()),
        spent: draft.spent,
    };
    let document = serde_json::to_string(&written).map_err(anyhow::Error::from)?;
    tx.replace_draft(
        instance.tenant,
        &store::Draft {
            key: draft.key,
            audience: invitation.audience.id,
            questionnaire: draft.questionnaire,
            expires: draft.expires,
            document,
        },
    )?;
    Ok(())
}

/// Keeps of the page's fields those that were refused, cut where they are longer than any answer may be.
fn remember_typed(draft: &mut Draft, questionnaire: &Questionnaire, entry: &Entry) {
    for name in entry.raw.keys() {
        draft.typed.remove(name);
    }
    for refused in &entry.refused {
        let Some(question) = questionnaire.question(refused.question.as_str()) else { continue };
        for name in entry::field_names(questionnaire, question) {
            if let Some(values) = entry.raw.get(&name) {
                let cut = |value: &String| value.chars().take(LONGEST_TEXT * 2).collect();
                // A file that was not taken is told of once; there is nothing of it to be shown again.
                let is_left = |value: &&String| survey::FileProblem::from_field(value).is_none();
                draft.typed.insert(name, values.iter().filter(is_left).take(200).map(cut).collect());
            }
        }
    }
    // Empty fields say nothing that the absence of an answer does not say.
    draft.typed.retain(|_, values| values.iter().any(|value| !value.trim().is_empty()));
}

/// The files on the draft are kept for as long as it is.
fn hold_files(
    instance: &Instance,
    tx: &mut Transaction,
    invitation: &Invitation,
    draft: &Draft,
    questionnaire: &Questionnaire,
) -> Result<(), Failure> {
    if !answer_files::takes_files(questionnaire) {
        return Ok(());
    }
    let held = answer_files::held(questionnaire, &draft.fields());
    let files: Vec<&survey::AttachedFile> = held.values().flatten().collect();
    Ok(tx.replace_draft_files(instance.tenant, draft.key, invitation.audience.id, &files)?)
}

/// A form that lay open for days may name files that have gone since.
fn refuse_gone_files(
    instance: &Instance,
    tx: &mut Transaction,
    questionnaire: &Questionnaire,
    fields: &mut Fields,
) -> Result<(), Failure> {
    if !answer_files::takes_files(questionnaire) {
        return Ok(());
    }
    let held = answer_files::held(questionnaire, fields);
    for gone in answer_files::gone(instance, tx, held.values().flatten())? {
        let name = gone.name.clone().unwrap_or_default();
        let problem = survey::FileProblem { why: survey::WhyNot::Gone, name }.to_field();
        for values in fields.values_mut() {
            values.iter_mut().filter(|value| **value == gone.to_field()).for_each(|value| value.clone_from(&problem));
        }
    }
    Ok(())
}

fn expiry(invitation: &Invitation, today: Date) -> Date {
    let latest = today.checked_add(Span::new().days(draft_days())).unwrap_or(Date::MAX);
    latest.min(invitation.study.fieldwork.last())
}

/// The form in which a draft is stored.
#[derive(Serialize, Deserialize)]
struct Written {
    submission: String,
    answers: String,
    typed: Fields,
    seen: BTreeSet<String>,
    #[serde(default)]
    seed: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    spent: Option<u32>,
}
