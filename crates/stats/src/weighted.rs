//! Comparisons and indices under a design: what strata, clusters and weights do to a test is part of the test.
//!
//! For a share use [`WeightedShare`]. For a table use [`WeightedTable::rao_scott`]; for an ordered answer and groups [`rank_test`]; for a mean or an index
//! of two groups [`t_test`]; for more than one explanation at once, as a difference of differences, [`regression`].
//! Leave out the correction for the population first ([`crate::Design::for_tests`]): a test asks about a process.

mod crosstab;
mod differences;
mod indices;
mod rank_test;
mod rao_scott;
mod regression;
mod share;
mod wald;

pub use crosstab::{WeightedTable, ZeroCells};
pub use differences::{WeightedDifference, domain_means, t_test};
pub use indices::{satisfaction, weighted_alpha, weighted_promoters};
pub use rank_test::{RankTest, RankTestOfGroups, Ties, rank_test, rank_test_of_groups};
pub use rao_scott::{FirstOrder, RaoScott};
pub use regression::{Link, Regression, Term, regression};
pub use share::WeightedShare;
pub use wald::WaldTest;
