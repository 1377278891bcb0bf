//! Several questions taken together, or one question turned into an index: reliability, indices, recommendation, effort.

mod covariances;
mod half_rule;
mod promoters;
mod reliability;
mod satisfaction;

pub use covariances::{Covariances, complete};

pub use half_rule::{index_100, person_index};
pub use promoters::Promoters;
pub use reliability::{NotReliable, Reliability};
pub use satisfaction::{Importance, SatisfactionIndex, satisfaction_index};

use crate::likert::Boxes;

/// „How easy was it“ on seven steps: the upper three say „easy“, the lower three „hard“ (the customer effort score of
/// Dixon, Freeman & Toman 2010, in its second form). Summarise it as a [`crate::Likert`] with these boxes.
pub const EFFORT: Boxes = Boxes { top: 3, bottom: 3 };
