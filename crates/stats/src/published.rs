/// A figure that may be shown, or the reason why it may not: two types, so that a hidden one cannot slip out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Published<T> {
    Shown(T),
    Suppressed(Reason),
}

/// Why a figure is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// There is no answer in the base.
    NobodyAnswered,
    /// More than half of those who should have answered did not.
    TooManyMissing,
    /// The group is smaller than the rule for groups demands.
    SmallGroup,
    /// The rest of a published total would be a small group.
    SmallComplement,
    /// A tiny population that has not agreed to be shown as counts.
    TinyPopulation,
    /// A small count, or one hidden so that the small one beside it cannot be computed. Which of the two is not told.
    SmallCell,
    /// Nobody or nearly nobody: print „at most 5 %“.
    NearlyNone,
    /// Everybody or nearly everybody: print „at least 95 %“.
    NearlyAll,
}

impl<T> Published<T> {
    pub fn shown(&self) -> Option<&T> {
        match self {
            Published::Shown(figure) => Some(figure),
            Published::Suppressed(_) => None,
        }
    }

    pub fn into_shown(self) -> Option<T> {
        match self {
            Published::Shown(figure) => Some(figure),
            Published::Suppressed(_) => None,
        }
    }

    pub fn suppressed(&self) -> Option<Reason> {
        match self {
            Published::Shown(_) => None,
            Published::Suppressed(reason) => Some(*reason),
        }
    }

    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Published<U> {
        match self {
            Published::Shown(figure) => Published::Shown(change(figure)),
            Published::Suppressed(reason) => Published::Suppressed(reason),
        }
    }
}
