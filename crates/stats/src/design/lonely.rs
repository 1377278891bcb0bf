/// What a stratum with a single cluster adds to a variance; from one, nothing can be learned about the spread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Lonely {
    /// The square of its distance from the mean of all clusters: cautious, and the default.
    #[default]
    Adjust,
    /// As much as the other strata add on average.
    Average,
    /// Nothing, as if it had been taken with certainty.
    Remove,
    /// There is no variance.
    Fail,
}
