//! Making a sample look like its population: to known margins, within bounds, and never silently.

mod balance;
mod calibration;
mod margin;
mod newton;
mod policy;
mod raking;
mod refusal;
mod trimming;

pub use balance::{Balance, BalanceRow, WeightSummary, largest_shift};
pub(crate) use calibration::Calibration;
pub use calibration::Distance;
pub use margin::Margin;
pub use policy::{Unevenness, WeightingPolicy};
pub use refusal::WeightingRefusal;
