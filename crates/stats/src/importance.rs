//! What goes together with satisfaction: importance derived from the answers, and the four fields of importance and
//! performance. „Goes together with“, never „causes“.

mod correlations;
mod drivers;
mod quadrants;
mod relative_weights;
mod shapley;
mod spearman;

pub use correlations::Correlations;
pub use drivers::{Derived, Drivers};
pub use quadrants::{Item, Quadrant, Split, quadrants};
pub use relative_weights::relative_weights;
pub use shapley::{MOST_ITEMS, Shapley, shapley};
pub use spearman::spearman_interval;
