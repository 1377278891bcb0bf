use crate::interval::Interval;

/// What may be said of a difference: never more than its interval carries.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Verdict {
    /// It is beyond doubt and large enough to matter.
    Changed(Direction),
    /// It is beyond doubt that it is smaller than what matters: „no change“ may be written.
    Equivalent { within: f64 },
    /// „We cannot tell; we would have noticed so much“, in the unit of the difference, where that is known.
    CannotTell { noticeable: Option<f64> },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    Up,
    Down,
}

/// What was declared before the answers were seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Yardstick {
    /// Differences that are nearer to nought are not called changes, however sure they are.
    pub relevant: f64,
    /// Δ: what is smaller is „no change“.
    pub margin: f64,
}

impl Yardstick {
    /// For shares: 3 points to be called a change, 5 to be called none.
    pub const SHARES: Yardstick = Yardstick { relevant: 0.03, margin: 0.05 };
    /// For means of a scale with steps of 1.
    pub const SCALES: Yardstick = Yardstick { relevant: 0.1, margin: 0.25 };
    /// For indices from 0 to 100 and the score of recommendation.
    pub const INDICES: Yardstick = Yardstick { relevant: 3.0, margin: 5.0 };
}

impl Verdict {
    /// From the difference (later minus earlier, or first group minus second), its interval at 95 % and the one at 90 %
    /// of the test for equivalence, and the smallest difference that would have been noticed.
    pub fn of(difference: f64, at_95: Interval, at_90: Interval, by: Yardstick, noticeable: Option<f64>) -> Verdict {
        let beyond_doubt = at_95.low > 0.0 || at_95.high < 0.0;
        if beyond_doubt && difference.abs() >= by.relevant {
            return Verdict::Changed(if difference > 0.0 { Direction::Up } else { Direction::Down });
        }
        if -by.margin < at_90.low && at_90.high < by.margin {
            return Verdict::Equivalent { within: by.margin };
        }
        Verdict::CannotTell { noticeable }
    }
}
