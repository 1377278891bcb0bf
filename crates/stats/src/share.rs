use crate::digits::Digits;
use crate::math::float;

/// „141 of 176“: a part of a whole, kept as the two counts, so that every rounding starts from the exact figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    part: u64,
    whole: u64,
}

impl Share {
    /// `None` when nobody was counted, or more were found than looked at.
    pub fn new(part: u64, whole: u64) -> Option<Share> {
        (whole > 0 && part <= whole).then_some(Share { part, whole })
    }

    pub fn part(self) -> u64 {
        self.part
    }

    pub fn whole(self) -> u64 {
        self.whole
    }

    /// Between 0 and 1.
    pub fn value(self) -> f64 {
        float(self.part) / float(self.whole)
    }

    pub fn complement(self) -> Share {
        Share { part: self.whole - self.part, whole: self.whole }
    }

    pub fn is_none(self) -> bool {
        self.part == 0
    }

    pub fn is_all(self) -> bool {
        self.part == self.whole
    }

    /// The percentage, rounded half up from the exact fraction to the decimals that the digits allow.
    ///
    /// Columns are never forced to add up to 100: a forced figure would contradict the table beside it.
    pub fn percentage(self, digits: Digits) -> Percentage {
        let decimals = digits.decimals();
        let scale = 100 * 10u128.pow(decimals);
        let (part, whole) = (u128::from(self.part), u128::from(self.whole));
        let units = (2 * part * scale + whole) / (2 * whole);
        // A share is at most 1, so this is at most 1,000; the conversion cannot fail.
        Percentage { units: u32::try_from(units).unwrap_or(u32::MAX), decimals }
    }

    /// Whether the share is more than `of` / `parts`, compared exactly.
    pub fn exceeds(self, of: u64, parts: u64) -> bool {
        u128::from(self.part) * u128::from(parts) > u128::from(of) * u128::from(self.whole)
    }
}

/// A rounded percentage: `units` of the last decimal shown, 801 with one decimal being 80.1 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percentage {
    pub units: u32,
    pub decimals: u32,
}

impl Percentage {
    /// In percent: 80.1.
    pub fn value(self) -> f64 {
        f64::from(self.units) / f64::from(10u32.pow(self.decimals))
    }
}
