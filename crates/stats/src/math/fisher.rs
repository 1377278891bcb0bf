//! Fisher's F distribution.

use super::beta;

/// P(F > f) with `above` degrees of freedom in the numerator and `below` in the denominator.
pub fn upper(f: f64, above: f64, below: f64) -> f64 {
    if f <= 0.0 {
        return 1.0;
    }
    let (numerator, sum) = (above * f, above * f + below);
    beta::tails(0.5 * below, 0.5 * above, below / sum, numerator / sum).0
}
