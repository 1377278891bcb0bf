/// Of fewer people no part is told.
pub const LEAST_BASE: u32 = 10;
/// Fewer people than this are never told by their number.
pub const LEAST: u64 = 5;

/// A part of some people, told so that nobody is singled out: neither the few who did something nor the few who did not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Too few altogether to say anything.
    TooFew,
    Nobody,
    /// From one to four.
    Few,
    Number(u64),
    /// All but one to four.
    Most,
    Everybody,
}

/// Tells `count` people out of `all`.
pub fn tell(count: u64, all: u64) -> Told {
    let others = all.saturating_sub(count);
    if all < u64::from(LEAST_BASE) {
        Told::TooFew
    } else if count == 0 {
        Told::Nobody
    } else if count < LEAST {
        Told::Few
    } else if others == 0 {
        Told::Everybody
    } else if others < LEAST {
        Told::Most
    } else {
        Told::Number(count)
    }
}

impl Told {
    /// The share of `all` that this is; `None` where it would tell a number that is not told.
    pub fn share(self, all: u64) -> Option<f64> {
        match self {
            Told::TooFew | Told::Few | Told::Most => None,
            Told::Nobody => Some(0.0),
            Told::Everybody => Some(1.0),
            Told::Number(count) => {
                let thousandths = u32::try_from(count.saturating_mul(1000).checked_div(all)?).ok()?;
                Some(f64::from(thousandths) / 1000.0)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_singled_out() {
        for (count, all, told) in [
            (0, 0, Told::TooFew),
            (9, 9, Told::TooFew),
            (0, 9, Told::TooFew),
            (0, 10, Told::Nobody),
            (1, 10, Told::Few),
            (4, 10, Told::Few),
            (5, 10, Told::Number(5)),
            (6, 10, Told::Most),
            (9, 10, Told::Most),
            (10, 10, Told::Everybody),
            (11, 10, Told::Everybody),
            (4, 1_000_000, Told::Few),
            (999_995, 1_000_000, Told::Number(999_995)),
            (999_996, 1_000_000, Told::Most),
        ] {
            assert_eq!(tell(count, all), told, "{count} of {all}");
        }
    }

    #[test]
    fn no_share_tells_what_is_not_told() {
        for (count, all, share) in [
            (0, 9, None),
            (0, 10, Some(0.0)),
            (4, 100, None),
            (5, 100, Some(0.05)),
            (96, 100, None),
            (100, 100, Some(1.0)),
            (7, 47, Some(0.148)),
        ] {
            assert_eq!(tell(count, all).share(all), share, "{count} of {all}");
        }
    }
}
