/// How precisely a share may be printed (the fewer answers, the fewer digits).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Digits {
    /// Fewer than 10 answers: „4 of 6“, no percentage at all.
    CountOnly,
    /// 10 to 29: the count first, the whole percent in brackets.
    CountFirst,
    /// 30 to 999, or more with a wide interval: the whole percent.
    WholePercent,
    /// From 1,000 on, when the interval reaches less than one point to each side.
    OneDecimal,
}

impl Digits {
    /// `half_width` is that of the interval, as a share; without an interval (a census) the share is exact.
    pub fn of(n: u64, half_width: Option<f64>) -> Digits {
        match n {
            0..10 => Digits::CountOnly,
            10..30 => Digits::CountFirst,
            30..1000 => Digits::WholePercent,
            _ if half_width.unwrap_or(0.0) < 0.01 => Digits::OneDecimal,
            _ => Digits::WholePercent,
        }
    }

    /// Decimals of the percentage, where one is printed.
    pub fn decimals(self) -> u32 {
        match self {
            Digits::CountOnly | Digits::CountFirst | Digits::WholePercent => 0,
            Digits::OneDecimal => 1,
        }
    }
}
