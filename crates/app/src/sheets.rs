//! Questionnaires on paper: printed with a code for each sheet, counted on their way, typed in by their codes.
//!
//! A code names a sheet of paper. While it is known that the sheet was typed in, nothing leads from it to the answers: these
//! have a key of their own, and come into the same table, in the same order, as anybody's.

mod condition;
mod entering;
mod form;
mod log;
mod printing;
mod skip;
mod trouble;

pub use entering::{
    Entered, ReadSheet, Settlement, Turn, begin_sheet_anew, differing, enter_sheet, settle_sheet, sheet, turn,
};
pub use form::{Asking, form, numbers};
pub use log::{TypedCounts, count_sheets, read_code, spoil_sheet};
pub use printing::{
    MOST_SHEETS, Printed, PrintingStanding, TypedPrinting, Wish, anonymity, asks_to_quote, copy, make_sheets,
    master_form, printing, printings, sheets_form, speaks, usual_return,
};
pub use trouble::Trouble;
