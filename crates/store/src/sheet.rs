//! Printed sheets by their codes.
//!
//! A sheet that was typed in is marked so in the transaction that keeps its answers, and nothing is written that would join
//! the two. What PostgreSQL's system columns tell of that transaction is gone with the day (see [`crate::response`]).

use crate::{Row, StoreFault, Transaction, value::values};
use base::{PersonId, PrintingId, TenantId};
use survey::{Answers, SheetCode, response_json};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sheet {
    pub code: SheetCode,
    pub printing: PrintingId,
    pub state: SheetState,
}

/// What became of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SheetState {
    /// Nothing is known of it but that it was printed.
    Printed,
    /// Typed in by one person; another one is to type it in too.
    Once,
    /// Two people read it differently, and somebody has to look.
    Differs,
    /// Its answers are among the others.
    Entered,
    /// Torn, crossed out, empty: nobody types it in.
    Spoiled,
}

impl SheetState {
    pub const ALL: [SheetState; 5] =
        [SheetState::Printed, SheetState::Once, SheetState::Differs, SheetState::Entered, SheetState::Spoiled];

    pub fn code(self) -> &'static str {
        match self {
            SheetState::Printed => "printed",
            SheetState::Once => "once",
            SheetState::Differs => "differs",
            SheetState::Entered => "entered",
            SheetState::Spoiled => "spoiled",
        }
    }

    pub fn from_code(code: &str) -> Option<SheetState> {
        SheetState::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// What one person read off a sheet, until another one agrees.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetEntry {
    /// `None` where that person is not known here any more.
    pub typed_by: Option<PersonId>,
    pub answers: Answers,
    /// Whether it lets the words of somebody in a small group be quoted.
    pub quotable: bool,
}

impl Transaction {
    /// False where the tenant has such a code already.
    pub fn add_sheet(&mut self, tenant: TenantId, sheet: &Sheet) -> Result<bool, StoreFault> {
        let added = self.execute(
            "insert into sheet (tenant, code, printing, state) values ($1, $2, $3, $4)
             on conflict (tenant, code) do nothing",
            &values![tenant, sheet.code.to_string(), sheet.printing, sheet.state],
        )?;
        Ok(added > 0)
    }

    pub fn sheet(&mut self, tenant: TenantId, code: SheetCode) -> Result<Option<Sheet>, StoreFault> {
        let sql = "select code, printing, state from sheet where tenant = $1 and code = $2";
        self.one(sql, &values![tenant, code.to_string()])?.map(read_sheet).transpose()
    }

    /// All of a printing, in the order of their codes.
    pub fn sheets(&mut self, tenant: TenantId, printing: PrintingId) -> Result<Vec<Sheet>, StoreFault> {
        let sql = "select code, printing, state from sheet where tenant = $1 and printing = $2 order by code";
        self.rows(sql, &values![tenant, printing])?.into_iter().map(read_sheet).collect()
    }

    /// How many sheets of a printing are in which state.
    pub fn sheet_counts(
        &mut self,
        tenant: TenantId,
        printing: PrintingId,
    ) -> Result<Vec<(SheetState, u64)>, StoreFault> {
        let sql = "select state, count(*) from sheet where tenant = $1 and printing = $2 group by state order by state";
        let rows = self.rows(sql, &values![tenant, printing])?;
        rows.into_iter().map(|mut row| Ok((row.take()?, row.take::<i64>()?.unsigned_abs()))).collect()
    }

    /// From one state to the next; false where it is in another by now. Two who come at once cannot both have it.
    pub fn record_sheet(
        &mut self,
        tenant: TenantId,
        code: SheetCode,
        from: SheetState,
        to: SheetState,
    ) -> Result<bool, StoreFault> {
        let changed = self.execute(
            "update sheet set state = $4 where tenant = $1 and code = $2 and state = $3",
            &values![tenant, code.to_string(), from, to],
        )?;
        Ok(changed > 0)
    }

    /// Keeps what the `place`-th person read off the sheet.
    pub fn add_sheet_entry(
        &mut self,
        tenant: TenantId,
        code: SheetCode,
        place: u8,
        entry: &SheetEntry,
    ) -> Result<(), StoreFault> {
        self.execute(
            "insert into sheet_entry (tenant, code, place, typed_by, quotable, document) values ($1, $2, $3, $4, $5, $6)",
            &values![
                tenant,
                code.to_string(),
                i64::from(place),
                entry.typed_by,
                entry.quotable,
                response_json::write(&entry.answers)
            ],
        )?;
        Ok(())
    }

    /// The first one first.
    pub fn sheet_entries(&mut self, tenant: TenantId, code: SheetCode) -> Result<Vec<SheetEntry>, StoreFault> {
        let sql = "select typed_by, quotable, document from sheet_entry where tenant = $1 and code = $2 order by place";
        self.rows(sql, &values![tenant, code.to_string()])?.into_iter().map(read_entry).collect()
    }

    /// What was read off the sheet is an answer by now.
    pub fn remove_sheet_entries(&mut self, tenant: TenantId, code: SheetCode) -> Result<(), StoreFault> {
        self.execute("delete from sheet_entry where tenant = $1 and code = $2", &values![tenant, code.to_string()])?;
        Ok(())
    }
}

fn read_sheet(mut row: Row) -> Result<Sheet, StoreFault> {
    let code: String = row.take()?;
    let code = code.parse().map_err(|_| StoreFault::Unreadable("the code of a sheet"))?;
    Ok(Sheet { code, printing: row.take()?, state: row.take()? })
}

fn read_entry(mut row: Row) -> Result<SheetEntry, StoreFault> {
    Ok(SheetEntry {
        typed_by: row.take()?,
        quotable: row.take::<Option<bool>>()?.unwrap_or(false),
        answers: response_json::read(&row.take::<String>()?).map_err(|_| StoreFault::Unreadable("answers"))?,
    })
}
