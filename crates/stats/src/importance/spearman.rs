use crate::interval::Interval;
use crate::level::Level;
use crate::math::{float, normal};

/// The interval of Spearman's ρ of `n` people on Fisher's scale, with the variance (1 + ρ²/2)/(n − 3) (Bonett & Wright
/// 2000, Psychometrika 65, 23–28). `None` for three people or fewer, and where ρ is no correlation.
pub fn spearman_interval(rho: f64, n: u64, level: Level) -> Option<Interval> {
    if n <= 3 || !(-1.0..=1.0).contains(&rho) {
        return None;
    }
    // A correlation of exactly one has no place on Fisher's scale.
    let rho = rho.clamp(-NEARLY_ONE, NEARLY_ONE);
    let error = ((1.0 + rho * rho / 2.0) / (float(n) - 3.0)).sqrt();
    let half = normal::upper_quantile(level.tail()) * error;
    let centre = libm::atanh(rho);
    Some(Interval::new(libm::tanh(centre - half), libm::tanh(centre + half)))
}

const NEARLY_ONE: f64 = 1.0 - 1e-9;

#[cfg(test)]
mod tests {
    use super::spearman_interval;
    use crate::level::Level;

    /// ρ = 0.5 of 103 people: atanh 0.5 = 0.549306, error √(1.125/100) = 0.106066, half-width 0.207885.
    #[test]
    fn the_published_formula_by_hand() {
        let interval = spearman_interval(0.5, 103, Level::NINETY_FIVE).unwrap();
        assert!((interval.low - 0.328_78).abs() < 1e-4, "{interval:?}");
        assert!((interval.high - 0.639_42).abs() < 1e-4, "{interval:?}");
    }

    #[test]
    fn what_is_no_correlation_has_no_interval() {
        assert!(spearman_interval(0.5, 3, Level::NINETY_FIVE).is_none());
        assert!(spearman_interval(f64::NAN, 100, Level::NINETY_FIVE).is_none());
        assert!(spearman_interval(1.0, 100, Level::NINETY_FIVE).unwrap().high <= 1.0);
    }
}
