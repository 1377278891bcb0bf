/// A two-sided confidence level, strictly between 0 and 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Level(f64);

impl Level {
    /// What reports use unless they say otherwise.
    pub const NINETY_FIVE: Level = Level(0.95);

    pub fn new(level: f64) -> Option<Level> {
        (level > 0.0 && level < 1.0).then_some(Level(level))
    }

    pub fn value(self) -> f64 {
        self.0
    }

    /// What is left in each tail: 0.025 at 95 %.
    pub fn tail(self) -> f64 {
        (1.0 - self.0) / 2.0
    }
}

impl Default for Level {
    fn default() -> Level {
        Level::NINETY_FIVE
    }
}
