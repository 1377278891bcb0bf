use super::{Trouble, printing};
use crate::{Failure, Refusal, fieldwork::count_in_quotas};
use base::{Actor, Key, PersonId, PrintingId, TenantId};
use jiff::civil::Date;
use std::collections::BTreeSet;
use store::{Printing, Sheet, SheetEntry, SheetState, Submitted, Transaction, response_key};
use survey::{Answers, Fieldwork, Mode, QuestionCode, Response, SheetCode, Stage, Study};

/// What is to be done with a sheet.
#[derive(Debug, Clone, PartialEq)]
pub enum Turn {
    /// It is typed in, and that is all.
    Only,
    /// Another person will type it in too.
    First,
    /// Another person has typed it in.
    Second,
    /// Both have, and read these questions differently.
    Settle(Box<[SheetEntry; 2]>),
}

/// A sheet of a printing, whatever became of it.
///
/// # Errors
/// [`Failure::NotFound`].
pub fn sheet(tx: &mut Transaction, tenant: TenantId, id: PrintingId, code: SheetCode) -> Result<Sheet, Failure> {
    tx.sheet(tenant, code)?.filter(|sheet| sheet.printing == id).ok_or(Failure::NotFound)
}

/// What the person may do with the sheet now.
///
/// # Errors
/// [`Trouble::EnteredAlready`], [`Trouble::SpoiledAlready`], [`Trouble::SamePerson`].
pub fn turn(tx: &mut Transaction, tenant: TenantId, sheet: Sheet, person: PersonId) -> Result<Turn, Failure> {
    let printing = tx.printing(tenant, sheet.printing)?.ok_or(Failure::NotFound)?;
    match sheet.state {
        SheetState::Printed if printing.is_twice => Ok(Turn::First),
        SheetState::Printed => Ok(Turn::Only),
        SheetState::Entered => Err(Trouble::EnteredAlready.into()),
        SheetState::Spoiled => Err(Trouble::SpoiledAlready.into()),
        SheetState::Once => {
            let entries = tx.sheet_entries(tenant, sheet.code)?;
            let is_same = entries.iter().any(|entry| entry.typed_by == Some(person));
            if is_same { Err(Trouble::SamePerson.into()) } else { Ok(Turn::Second) }
        }
        SheetState::Differs => {
            let entries = <[SheetEntry; 2]>::try_from(tx.sheet_entries(tenant, sheet.code)?);
            entries.map(|entries| Turn::Settle(Box::new(entries))).map_err(|_| Failure::NotFound)
        }
    }
}

/// One sheet as it was read.
#[derive(Debug, Clone)]
pub struct ReadSheet {
    pub printing: PrintingId,
    pub code: SheetCode,
    /// Random, from the form: the same form sent twice is one answer.
    pub submission: Key,
    pub answers: Answers,
    /// The tick with which somebody of a small group lets their words be quoted.
    pub quotable: bool,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entered {
    /// Among the answers.
    Done,
    /// Kept until another person types it in.
    Held,
    /// The other person read it differently.
    Differs,
}

/// Takes in one sheet. Like any answer it writes no event, and nothing that is kept joins the sheet and its answers.
///
/// # Errors
/// As for [`turn`]; [`Trouble::NotYetOpen`], [`Trouble::NothingTyped`], [`Trouble::ToBeSettled`], [`Trouble::MovedOn`].
pub fn enter_sheet(
    tx: &mut Transaction,
    by: Actor,
    secret: &[u8; 32],
    study: &Study,
    read: ReadSheet,
    today: Date,
) -> Result<Entered, Failure> {
    let printing = printing(tx, by.tenant, read.printing)?.printing;
    let day = day(study.fieldwork, today)?;
    if read.answers.is_empty() {
        return Err(Trouble::NothingTyped.into());
    }
    let key = response_key(secret, printing.audience, read.submission);
    if tx.response(by.tenant, printing.audience, key)?.is_some() {
        return Ok(Entered::Done);
    }
    let sheet = sheet(tx, by.tenant, read.printing, read.code)?;
    let held = SheetEntry { typed_by: Some(by.person), answers: read.answers, quotable: read.quotable };
    let asked = |quotable: bool| asked_to_quote(study, &printing).then_some(quotable);
    if sheet.state == SheetState::Once && tx.sheet_entries(by.tenant, sheet.code)?.contains(&held) {
        // The same form came twice.
        return Ok(Entered::Held);
    }
    match turn(tx, by.tenant, sheet, by.person)? {
        Turn::Only => {
            pass(tx, by.tenant, sheet, SheetState::Entered)?;
            keep(tx, by.tenant, secret, &printing, (read.submission, day), held.answers, asked(held.quotable))?;
            Ok(Entered::Done)
        }
        Turn::First => {
            pass(tx, by.tenant, sheet, SheetState::Once)?;
            tx.add_sheet_entry(by.tenant, sheet.code, 1, &held)?;
            Ok(Entered::Held)
        }
        Turn::Second => {
            let first = tx.sheet_entries(by.tenant, sheet.code)?.into_iter().next().ok_or(Failure::NotFound)?;
            if differing(&first.answers, &held.answers).is_empty() {
                pass(tx, by.tenant, sheet, SheetState::Entered)?;
                tx.remove_sheet_entries(by.tenant, sheet.code)?;
                // Where only one of two saw the tick, it is not there.
                let quotable = asked(first.quotable && held.quotable);
                keep(tx, by.tenant, secret, &printing, (read.submission, day), held.answers, quotable)?;
                return Ok(Entered::Done);
            }
            pass(tx, by.tenant, sheet, SheetState::Differs)?;
            tx.add_sheet_entry(by.tenant, sheet.code, 2, &held)?;
            Ok(Entered::Differs)
        }
        Turn::Settle(_) => Err(Trouble::ToBeSettled.into()),
    }
}

/// The questions that two people read differently.
pub fn differing(one: &Answers, other: &Answers) -> BTreeSet<QuestionCode> {
    let all = one.iter().chain(other.iter()).map(|(code, _)| code);
    all.filter(|code| one.get(code.as_str()) != other.get(code.as_str())).cloned().collect()
}

/// Which of the two readings is right, question by question.
#[derive(Debug, Clone)]
pub struct Settlement {
    pub printing: PrintingId,
    pub code: SheetCode,
    pub submission: Key,
    /// The questions for which the second reading is right.
    pub second: BTreeSet<QuestionCode>,
    /// The questions for which the first one is.
    pub first: BTreeSet<QuestionCode>,
}

/// Makes one answer of two readings.
///
/// # Errors
/// [`Trouble::Undecided`] for each difference that nobody decided about; [`Trouble::MovedOn`]; [`Trouble::NothingTyped`]
/// where nothing is left.
pub fn settle_sheet(
    tx: &mut Transaction,
    by: Actor,
    secret: &[u8; 32],
    study: &Study,
    settlement: &Settlement,
    today: Date,
) -> Result<(), Failure> {
    let printing = printing(tx, by.tenant, settlement.printing)?.printing;
    let sheet = sheet(tx, by.tenant, settlement.printing, settlement.code)?;
    if sheet.state != SheetState::Differs {
        return Err(Trouble::MovedOn.into());
    }
    let Turn::Settle(entries) = turn(tx, by.tenant, sheet, by.person)? else { return Err(Trouble::MovedOn.into()) };
    let [first, second] = *entries;
    let quotable = asked_to_quote(study, &printing).then_some(first.quotable && second.quotable);
    let mut settled = first.answers.clone();
    let mut undecided: Vec<Refusal> = Vec::new();
    for code in differing(&first.answers, &second.answers) {
        if settlement.second.contains(&code) {
            match second.answers.get(code.as_str()) {
                Some(answer) => settled.0.insert(code, answer.clone()),
                None => settled.0.remove(&code),
            };
        } else if !settlement.first.contains(&code) {
            undecided.push(Trouble::Undecided { question: code.to_string() }.into());
        }
    }
    if !undecided.is_empty() {
        return Err(Failure::Refused(undecided));
    }
    if settled.is_empty() {
        return Err(Trouble::NothingTyped.into());
    }
    let day = day(study.fieldwork, today)?;
    pass(tx, by.tenant, sheet, SheetState::Entered)?;
    tx.remove_sheet_entries(by.tenant, sheet.code)?;
    keep(tx, by.tenant, secret, &printing, (settlement.submission, day), settled, quotable)
}

/// Both readings are thrown away, and the sheet is typed in anew.
///
/// # Errors
/// [`Trouble::MovedOn`] where the sheet does not wait for anybody.
pub fn begin_sheet_anew(
    tx: &mut Transaction,
    tenant: TenantId,
    id: PrintingId,
    code: SheetCode,
) -> Result<(), Failure> {
    let sheet = sheet(tx, tenant, id, code)?;
    if !matches!(sheet.state, SheetState::Once | SheetState::Differs) {
        return Err(Trouble::MovedOn.into());
    }
    pass(tx, tenant, sheet, SheetState::Printed)?;
    Ok(tx.remove_sheet_entries(tenant, code)?)
}

/// The day that is kept: the last of the fieldwork for sheets that are typed in after it.
fn day(fieldwork: Fieldwork, today: Date) -> Result<Date, Trouble> {
    match fieldwork.stage(today) {
        Stage::NotYetOpen => {
            let first = fieldwork.first();
            let first = format!("{:02}.{:02}.{}", first.day(), first.month(), first.year());
            Err(Trouble::NotYetOpen { first })
        }
        Stage::Open => Ok(today),
        Stage::Closed => Ok(fieldwork.last()),
    }
}

/// Whether the audience is so small that its people are asked whether their words may be quoted.
fn asked_to_quote(study: &Study, printing: &Printing) -> bool {
    study.audiences.iter().any(|audience| audience.id == printing.audience && audience.is_small())
}

/// To the next state, unless somebody was quicker.
fn pass(tx: &mut Transaction, tenant: TenantId, sheet: Sheet, to: SheetState) -> Result<(), Failure> {
    if tx.record_sheet(tenant, sheet.code, sheet.state, to)? { Ok(()) } else { Err(Trouble::MovedOn.into()) }
}

/// Writes the answers like anybody's: neither the code nor the printing stands with them.
fn keep(
    tx: &mut Transaction,
    tenant: TenantId,
    secret: &[u8; 32],
    printing: &Printing,
    (submission, day): (Key, Date),
    answers: Answers,
    quotable: Option<bool>,
) -> Result<(), Failure> {
    let response = Response {
        key: response_key(secret, printing.audience, submission),
        audience: printing.audience,
        questionnaire: printing.questionnaire,
        mode: Mode::Paper,
        batch: None,
        day,
        language: printing.language,
        seed: None,
        quotable,
        answers,
    };
    count_in_quotas(tx, tenant, printing.audience, std::iter::once(&response.answers))?;
    match tx.add_response(tenant, &response)? {
        Submitted::New => Ok(()),
        Submitted::Before => Err(Trouble::MovedOn.into()),
    }
}
