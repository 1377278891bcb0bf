//! The demonstration: Перущица with facts only, and the plainly invented Община Примерово with everything else.
//!
//! It is made through the same operations that people use, from the files in `examples/`, which are compiled in.

mod load;

pub use load::load;

use jiff::civil::{Date, date};

/// The demonstration's own day: on it the page of Перущица was last updated.
pub const DAY: Date = date(2023, 7, 27);
