use super::{
    Trouble,
    questionnaire::{adopt_questionnaire, event},
    quotas,
};
use crate::Failure;
use base::{Actor, AudienceId, Chance, LanguageTag, Moment, QuestionnaireId, ResponseKey, TenantId};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use store::{AnswerMark, ImportBatch, Transaction};
use survey::{Answers, Mode, Questionnaire, Response, answers_csv::AcceptedRow};

/// A file of earlier answers that has been read and accepted.
#[derive(Debug, Clone)]
pub struct Import {
    pub batch: ImportBatch,
    pub questionnaire: QuestionnaireId,
    pub rows: Vec<ImportedRow>,
}

/// One answer of the file.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportedRow {
    pub mode: Option<Mode>,
    /// A file that tells no day means the day of the import.
    pub day: Option<Date>,
    /// Whether the words may be quoted, where the file tells that.
    pub quotable: Option<bool>,
    pub answers: Answers,
}

impl From<AcceptedRow> for ImportedRow {
    fn from(row: AcceptedRow) -> ImportedRow {
        let AcceptedRow { day, mode, quotable, answers, .. } = row;
        ImportedRow { mode, day, quotable, answers }
    }
}

/// Gives the audience a questionnaire together with the answers from which it was guessed; both or neither.
///
/// # Errors
/// As for [`adopt_questionnaire`] and [`import_answers`].
pub fn adopt_with_answers(
    tx: &mut Transaction,
    tenant: TenantId,
    by: Option<Actor>,
    questionnaire: &Questionnaire,
    import: Import,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<(), Failure> {
    let (audience, today) = (import.batch.audience, import.batch.imported_on);
    adopt_questionnaire(tx, tenant, by, audience, import.questionnaire, questionnaire, None, today, now)?;
    import_answers(tx, tenant, by, import, now, chance)
}

/// Takes in all rows at once or none. The order of the file is not kept: each response gets a random key.
///
/// # Errors
/// A refusal when the same file was taken in before.
pub fn import_answers(
    tx: &mut Transaction,
    tenant: TenantId,
    by: Option<Actor>,
    import: Import,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<(), Failure> {
    if import.rows.is_empty() {
        return Err(Trouble::NothingToTakeIn.into());
    }
    tx.add_import_batch(tenant, &import.batch).map_err(|fault| {
        if fault.is_taken("import_batch", "file") { Trouble::FileTakenBefore.into() } else { Failure::from(fault) }
    })?;
    let study = tx.study_of(tenant, import.batch.audience)?.ok_or(Failure::NotFound)?;
    let is_small = study.audiences.iter().any(|known| known.id == import.batch.audience && known.is_small());
    let taken_in = import.rows.iter().map(|row| &row.answers);
    quotas::count_in(tx, tenant, import.batch.audience, taken_in.clone())?;
    let marks = taken_in.map(AnswerMark::of).collect();
    tx.add_import_marks(tenant, import.batch.audience, import.batch.id, &marks)?;
    for ImportedRow { mode, day, quotable, answers } in import.rows {
        let response = Response {
            key: ResponseKey::new(chance),
            audience: import.batch.audience,
            questionnaire: import.questionnaire,
            mode: mode.unwrap_or(Mode::Imported),
            batch: Some(import.batch.id),
            day: day.unwrap_or(import.batch.imported_on),
            language: LanguageTag::BULGARIAN,
            seed: None,
            // In a small group nobody is quoted who was not asked.
            quotable: if is_small { Some(quotable.unwrap_or(false)) } else { quotable },
            answers,
        };
        tx.add_response(tenant, &response)?;
    }
    let facts = vec![
        ("file", import.batch.name.clone()),
        ("accepted", import.batch.accepted.to_string()),
        ("rejected", import.batch.rejected.to_string()),
    ];
    Ok(tx.add_event(tenant, &event(now, by, "answers.imported", "audience", import.batch.audience.0, facts))?)
}

/// Rows of a file that say word for word what another answer says, by their numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Repetitions {
    /// What a row before them in the same file says.
    pub within: BTreeSet<u32>,
    /// What an answer from an earlier file says.
    pub before: BTreeSet<u32>,
}

/// Answers of files from before marks were left that are read for one file: whoever looks at it does not wait for more.
const MOST_UNMARKED: usize = 20_000;
const CHUNK: usize = 1000;

/// Looks for repetitions; whether they are the same person is for people to decide. It costs what the new file holds,
/// not what was answered before.
///
/// # Errors
/// Only faults of the store.
pub fn repetitions(
    tx: &mut Transaction,
    tenant: TenantId,
    audience: AudienceId,
    rows: &[AcceptedRow],
) -> Result<Repetitions, Failure> {
    let mut found = Repetitions::default();
    let mut said: BTreeMap<AnswerMark, Vec<u32>> = BTreeMap::new();
    for row in rows {
        said.entry(AnswerMark::of(&row.answers)).or_default().push(row.row);
    }
    found.within.extend(said.values().flat_map(|rows| rows.iter().skip(1)));
    let marks: BTreeSet<AnswerMark> = said.keys().copied().collect();
    let mut known = tx.known_marks(tenant, audience, &marks)?;
    let mut left = MOST_UNMARKED;
    for batch in tx.import_batches(tenant, audience)? {
        if !tx.has_marks(tenant, batch.id)? {
            read_unmarked(tx, tenant, &batch, &mut left, &mut known)?;
        }
    }
    for mark in known {
        found.before.extend(said.get(&mark).into_iter().flatten());
    }
    Ok(found)
}

/// The marks of a file that left none, as far as `left` goes.
fn read_unmarked(
    tx: &mut Transaction,
    tenant: TenantId,
    batch: &ImportBatch,
    left: &mut usize,
    known: &mut BTreeSet<AnswerMark>,
) -> Result<(), Failure> {
    let mut after = None;
    while *left > 0 {
        let some = tx.imported_after(tenant, batch, after, CHUNK.min(*left))?;
        let Some(last) = some.last() else { return Ok(()) };
        (after, *left) = (Some(last.key), *left - some.len());
        known.extend(some.iter().map(|response| AnswerMark::of(&response.answers)));
    }
    Ok(())
}
