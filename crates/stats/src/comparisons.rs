//! Whether groups differ: the tests, the strength of what they find, and which of them fits.
//!
//! Ask [`Contrast::answer`] for the test that the data allow, why it is that one, and what it found; [`Family`] raises the
//! p of many questions asked together. A report shows the difference with its interval first and p last. Everything works from counts ([`CrossTable`]), so it does not depend on the order of the answers.

mod brunner_munzel;
mod chi_square;
mod choice;
mod cross_table;
mod dunn;
mod exact;
mod finding;
mod kruskal_wallis;
mod mann_whitney;
mod mantel_haenszel;
mod multiplicity;
mod odds_ratio;
mod paired;
mod pairs;
mod permutation;
mod strength;
mod tested;
mod trend;
mod welch;

pub use brunner_munzel::brunner_munzel;
pub use chi_square::{Independence, pearson, yates};
pub use choice::{Choice, Contrast, Reasoning, Scale, Test};
pub use cross_table::CrossTable;
pub use dunn::{PairOfGroups, dunn};
pub use exact::{fisher, freeman_halton};
pub use finding::{Effort, Family, Finding, Measure, Told};
pub use kruskal_wallis::kruskal_wallis;
pub use mann_whitney::{RankSum, mann_whitney, mann_whitney_exact};
pub use mantel_haenszel::{Stratified, mantel_haenszel};
pub use multiplicity::{Correction, adjust};
pub use odds_ratio::{OddsRatio, conditional_odds_ratio};
pub use paired::{Paired, mcnemar};
pub use pairs::{Pairs, pearson_correlation};
pub(crate) use permutation::Dice;
pub use permutation::{Seed, permutation};
pub use strength::{
    Strength, cliffs_delta, cohens_h_interval, cramers_v, cramers_v_corrected, epsilon_squared, hedges_g,
    noncentral_limits,
};
pub use tested::{Degrees, Tested, Untestable};
pub use trend::{cochran_armitage, linear_by_linear};
pub use welch::{Sample, Welch, welch};
