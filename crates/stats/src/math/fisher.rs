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

/// The f with P(F > f) = q.
pub fn upper_quantile(q: f64, above: f64, below: f64) -> f64 {
    from_odds(beta::inverse_odds(0.5 * below, 0.5 * above, q, 1.0 - q), above, below)
}

/// The f with P(F ≤ f) = p.
pub fn quantile(p: f64, above: f64, below: f64) -> f64 {
    from_odds(beta::inverse_odds(0.5 * below, 0.5 * above, 1.0 - p, p), above, below)
}

/// With x = below/(above·f + below), the upper tail of F is I_x(below/2, above/2), and f follows from the odds of x.
fn from_odds(odds: Result<f64, f64>, above: f64, below: f64) -> f64 {
    match odds {
        Ok(odds) => below / above * libm::exp(-odds),
        Err(edge) => below / above * (1.0 - edge) / edge,
    }
}
