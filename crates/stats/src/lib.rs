//! Survey statistics for people who are no statisticians, and for those who check them: collection classes, shares and
//! means with the interval that the collection allows, what is missing and why, and what may be published.
//!
//! The crate knows numbers only: no words, no questionnaires, no time. A typical walk: say how the respondents got in
//! ([`Reach`]), count the answers ([`Tally`], [`Mentions`]), and ask for the [`Distribution`], the [`Likert`] or the
//! [`Numeric`] summary under a [`Disclosure`]. What comes back is [`Published`]: either a figure with its base, its n,
//! its interval and its digits, or the reason why there is none.
//!
//! ```
//! use stats::{Collection, Digits, Disclosure, Distribution, Level, Method, MissingCounts, Reach, Tally};
//!
//! // An open link: 180 people came, 176 of them answered this question, of a town of 5,000.
//! let reach = Reach::new(Collection::SelfSelected, 180, Some(5000))?;
//! let tally = Tally::new(vec![141, 35], MissingCounts { skipped: 4, ..MissingCounts::default() });
//! let published = Distribution::of(&tally, reach, Level::NINETY_FIVE, &Disclosure::default());
//!
//! let distribution = published.into_shown().expect("nothing here needs hiding");
//! let first = distribution.rows[0].shown().expect("nor does any option");
//! assert_eq!((distribution.n, first.estimate.method), (176, Method::Wilson));
//! assert_eq!((first.digits, first.share.percentage(first.digits).units), (Digits::WholePercent, 80));
//! # Ok::<(), stats::Refusal>(())
//! ```
//!
//! # What to ask for
//!
//! | The question | What answers it |
//! |---|---|
//! | How many said so? | [`Distribution`], [`Likert`], [`Promoters`](scales::Promoters), [`Numeric`]; [`Reading`] says what must stand beside it |
//! | The same of what people entered several times, where an entry is no person | [`Entries`] |
//! | The same when people were drawn from layers or places, or some are too few | a [`Design`], weighted to known margins ([`weighting`]), then [`Linearised`] and [`weighted`] |
//! | The same for very many answers and tables | a [`Frame`] counted once into a [`Joint`]: its [`JointCells`] are units of a [`Design`], weighted as the whole sample was ([`Design::weighted_as`]) |
//! | Do groups differ? | [`comparisons::Contrast::answer`]; it chooses the test and says why. Of two shares, [`Comparison`] with its interval comes first |
//! | Does one of many differ? | [`comparisons::Family`]: p is raised because there are many |
//! | Has it changed since last time? | [`change::Change`], of others or of the same people, with its verdict |
//! | Is it the same as last time? | [`change::equivalent_shares`]; „no difference found“ is not the same as „no difference“ |
//! | How many answers do we need? | [`sample_size::fieldwork`], and [`change::Shares`] for what they will be able to notice |
//! | Do these items belong together? | [`scales::Reliability`] |
//! | What matters most to people? | [`importance::Drivers`], then [`importance::quadrants`] |
//! | What did they write? | [`text::Codebook::code`], checked by two people with [`agreement::Kappa`] |
//! | May it be shown? | [`Disclosure`] for groups and cells, [`disclosure::audit`] for what a table gives away, [`disclosure::Ledger`] for what went out before |
//!
//! A complete group is never tested and has no interval; fewer than ten people are never tested; whoever came of their
//! own accord speaks for themselves ([`Inference::Indicative`]). These rules are in the types, not in the reader's care.

pub mod math;

mod interval;
mod level;

mod collection;
mod reach;
mod simple;

pub mod frame;
mod mentions;
mod missing;
mod moments;
mod tally;

mod digits;
mod estimate;
mod precision;
mod reading;
mod share;

pub mod multinomial;
pub mod proportion;
pub mod sample_size;

mod bins;
mod difference;
mod distribution;
mod entries;
mod likert;
mod numeric;
mod score_difference;

pub mod design;
mod design_effect;
mod figures;
mod linearised;
mod quantiles;
mod replicates;
pub mod weighted;
pub mod weighting;

pub mod agreement;
pub mod change;
pub mod comparisons;
pub mod importance;
pub mod scales;

pub mod disclosure;
mod published;
mod refusal;

pub mod text;

pub use bins::Bins;
pub use collection::{Collection, Inference};
pub use design::{Cells, Design, DesignRefusal, Lonely, Plan};
pub use design_effect::{DesignEffect, design_effect};
pub use difference::{Comparison, Difference, NotCompared, agresti_caffo, cohens_h, newcombe, wald_difference};
pub use digits::Digits;
pub use disclosure::{Disclosure, Thresholds};
pub use distribution::{Distribution, share_of_mentions};
pub use entries::{Entries, EntryCounts};
pub use estimate::{Base, Estimate, Method, Weighting};
pub use figures::Figures;
pub use frame::{Column, CountedItem, Counting, Frame, FrameRefusal, Joint, JointCells, JointTable};
pub use interval::Interval;
pub use level::Level;
pub use likert::{Boxes, Likert};
pub use linearised::Linearised;
pub use mentions::Mentions;
pub use missing::{Missing, MissingCounts};
pub use numeric::{Numeric, quantile};
pub use precision::Precision;
pub use proportion::Proportion;
pub use published::{Published, Reason};
pub use quantiles::{Quantile, quantiles};
pub use reach::{Reach, Sensitivity};
pub use reading::{Caution, Reading};
pub use refusal::Refusal;
pub use replicates::Replicates;
pub use score_difference::miettinen_nurminen;
pub use share::{Percentage, Share};
pub use simple::SimpleSample;
pub use tally::{Nonresponse, NonresponseStanding, Tally};
pub use weighting::{
    Balance, BalanceRow, Distance, Margin, Unevenness, WeightSummary, WeightingPolicy, WeightingRefusal,
};
