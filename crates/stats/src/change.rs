//! Change between waves, and what so many answers could have noticed: power, the smallest detectable difference,
//! equivalence, and the three verdicts.

mod detectable;
mod equivalence;
mod power;
mod verdict;
mod waves;

pub use detectable::detectable_difference;
pub use equivalence::{Equivalence, equivalent_means, equivalent_shares};
pub use power::{Means, Shares, Tails, arcsine_answers, arcsine_detectable, arcsine_power};
pub use verdict::{Direction, Verdict, Yardstick};
pub use waves::{Alteration, Change, NotComparable};
