use crate::share::Share;

/// How well the patterns of a code do beside people who read the same answers; printed in the annex.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Quality {
    /// Both found it.
    pub both: u64,
    /// Only the patterns did.
    pub patterns_only: u64,
    /// Only people did.
    pub people_only: u64,
    pub neither: u64,
}

impl Quality {
    /// One pair for each answer of the sample: whether the patterns found the code, and whether people did.
    pub fn of(answers: impl IntoIterator<Item = (bool, bool)>) -> Quality {
        let mut quality = Quality::default();
        for answer in answers {
            let count = match answer {
                (true, true) => &mut quality.both,
                (true, false) => &mut quality.patterns_only,
                (false, true) => &mut quality.people_only,
                (false, false) => &mut quality.neither,
            };
            *count += 1;
        }
        quality
    }

    /// Of what the patterns found, what is right. `None` when they found nothing.
    pub fn precision(self) -> Option<Share> {
        Share::new(self.both, self.both + self.patterns_only)
    }

    /// Of what is there, what the patterns found. `None` when there was nothing.
    pub fn recall(self) -> Option<Share> {
        Share::new(self.both, self.both + self.people_only)
    }
}
