use crate::Absence;
use jiff::civil::{Date, Time};

/// What stands in one cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'a> {
    Absent(Absence),
    /// The place of the category in its variable.
    Category(usize),
    /// Finite.
    Number(f64),
    Words(&'a str),
    Day(Date),
    Hour(Time),
}
