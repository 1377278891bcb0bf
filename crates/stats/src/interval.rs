/// A closed range of values, in the unit of what it is about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
}

impl Interval {
    pub fn new(low: f64, high: f64) -> Interval {
        Interval { low, high }
    }

    /// Centre ∓ half-width.
    pub fn around(centre: f64, half_width: f64) -> Interval {
        Interval { low: centre - half_width, high: centre + half_width }
    }

    /// The part that lies in [0, 1].
    pub fn within_unit(self) -> Interval {
        Interval { low: self.low.clamp(0.0, 1.0), high: self.high.clamp(0.0, 1.0) }
    }

    pub fn width(self) -> f64 {
        self.high - self.low
    }

    pub fn half_width(self) -> f64 {
        self.width() / 2.0
    }

    pub fn contains(self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }
}
