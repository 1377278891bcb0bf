use super::{Trouble, printing, printing::note};
use crate::{Failure, Refusal};
use base::{Actor, Moment, PrintingId};
use store::{SheetState, Transaction};
use survey::{SheetCode, UnreadableSheetCode};

/// How many sheets were given out and came back, as somebody typed it.
#[derive(Debug, Clone, Default)]
pub struct TypedCounts {
    pub issued: String,
    pub returned: String,
}

impl TypedCounts {
    /// # Errors
    /// Every field at fault at once.
    pub fn read(&self) -> Result<(u32, u32), Failure> {
        let mut troubles: Vec<Trouble> = Vec::new();
        let mut number = |field: &'static str, typed: &str| {
            let typed = typed.trim();
            let read = if typed.is_empty() { Ok(0) } else { typed.parse::<u32>() };
            let given = typed.chars().take(40).collect();
            read.map_err(|_| troubles.push(Trouble::NumberUnreadable { field, given })).ok()
        };
        let (issued, returned) = (number("issued", &self.issued), number("returned", &self.returned));
        match (issued, returned) {
            (Some(issued), Some(returned)) => Ok((issued, returned)),
            _ => Err(Failure::Refused(troubles.into_iter().map(Refusal::from).collect())),
        }
    }
}

/// Notes how many sheets of a printing were given out and came back; the journal keeps what was noted before.
///
/// # Errors
/// [`Trouble::MoreIssued`], [`Trouble::MoreReturned`]; [`Failure::NotFound`].
pub fn count_sheets(
    tx: &mut Transaction,
    by: Actor,
    id: PrintingId,
    (issued, returned): (u32, u32),
    now: Moment,
) -> Result<(), Failure> {
    let before = printing(tx, by.tenant, id)?.printing;
    if issued > before.sheets {
        return Err(Trouble::MoreIssued { sheets: before.sheets }.into());
    }
    if returned > issued {
        return Err(Trouble::MoreReturned { issued }.into());
    }
    tx.record_printing_counted(by.tenant, id, issued, returned)?;
    let facts = vec![
        ("issued-before", before.issued.to_string()),
        ("returned-before", before.returned.to_string()),
        ("issued", issued.to_string()),
        ("returned", returned.to_string()),
    ];
    note(tx, by, id, "sheets.counted", facts, now)
}

/// A code as somebody typed or scanned it.
///
/// # Errors
/// [`Trouble::CodeUnreadable`], [`Trouble::CodeMisread`].
pub fn read_code(typed: &str) -> Result<SheetCode, Trouble> {
    typed.parse().map_err(|problem| match problem {
        UnreadableSheetCode::NotACode => Trouble::CodeUnreadable,
        UnreadableSheetCode::Misread => Trouble::CodeMisread,
    })
}

/// A sheet is torn, empty or cannot be read: nobody types it in. The journal tells that one was, not which.
///
/// # Errors
/// [`Trouble::CodeUnknown`] where the code is of another printing, [`Trouble::EnteredAlready`],
/// [`Trouble::SpoiledAlready`], [`Trouble::ToBeSettled`].
pub fn spoil_sheet(
    tx: &mut Transaction,
    by: Actor,
    id: PrintingId,
    code: SheetCode,
    now: Moment,
) -> Result<(), Failure> {
    let sheet = tx.sheet(by.tenant, code)?.filter(|sheet| sheet.printing == id).ok_or(Trouble::CodeUnknown)?;
    match sheet.state {
        SheetState::Printed => {}
        SheetState::Once | SheetState::Differs => return Err(Trouble::ToBeSettled.into()),
        SheetState::Entered => return Err(Trouble::EnteredAlready.into()),
        SheetState::Spoiled => return Err(Trouble::SpoiledAlready.into()),
    }
    if !tx.record_sheet(by.tenant, code, SheetState::Printed, SheetState::Spoiled)? {
        return Err(Trouble::MovedOn.into());
    }
    note(tx, by, id, "sheets.spoiled", vec![("number", "1".to_owned())], now)
}
