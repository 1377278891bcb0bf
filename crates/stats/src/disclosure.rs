//! What may be published without telling who answered what: the rules for groups, cells and tiny populations, tables
//! that protect their small cells, combinations that only few people share, the audit of what can still be computed, and the ledger of what went out before.

mod anonymity;
mod audit;
mod complementary;
mod ledger;
mod rules;
mod safe_table;

pub use anonymity::{Anonymity, RareClasses};
pub use audit::{Bounds, Totals, audit};
pub use complementary::complementary;
pub use ledger::{Filter, Ledger, NotReleased, Release, difference_of};
pub use rules::{Disclosure, Thresholds};
pub use safe_table::{SafeRow, SafeTable};
