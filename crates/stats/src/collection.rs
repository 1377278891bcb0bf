/// How the respondents got in. Everything that a report may say about its figures follows from this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Collection {
    /// A: everybody in the group was asked and answered.
    Census,
    /// B: drawn by chance from a list.
    Probability,
    /// C: everybody was invited, a part answered.
    EveryoneInvited,
    /// D: box cards, an open link; whoever wished to.
    SelfSelected,
}

/// What the interval beside a figure may be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Inference {
    /// Exact: there is no interval, for nobody is missing.
    Exact,
    /// „95 % confidence interval“.
    Confidence,
    /// An interval that holds if those who did not answer are like those who did; print the response rate with it.
    Assumed,
    /// „Among respondents“: at most an indicative interval, never called a margin of error.
    Indicative,
}

impl Collection {
    pub fn inference(self) -> Inference {
        match self {
            Collection::Census => Inference::Exact,
            Collection::Probability => Inference::Confidence,
            Collection::EveryoneInvited => Inference::Assumed,
            Collection::SelfSelected => Inference::Indicative,
        }
    }

    /// Whether the interval shrinks as the respondents become a larger part of the population.
    pub fn corrects_for_population(self) -> bool {
        matches!(self, Collection::Probability | Collection::EveryoneInvited)
    }

    /// Whether the report must say what follows if those who did not answer differ.
    pub fn needs_sensitivity(self) -> bool {
        matches!(self, Collection::EveryoneInvited | Collection::SelfSelected)
    }
}
