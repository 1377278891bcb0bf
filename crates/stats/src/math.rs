//! Special functions and exact conversions: the only place that knows how a logarithm is computed.
//!
//! Everything stands on `libm`, whose results are the same on every machine, so that a report made again years later
//! shows the same digits. Tails are computed as tails, never as one minus the other side.

pub mod beta;
pub mod chi_square;
pub mod cholesky;
pub mod eigen;
pub mod factorials;
pub mod fisher;
pub mod gamma;
pub mod mass;
pub mod matrix;
pub mod noncentral_chi_square;
pub mod noncentral_t;
pub mod normal;
pub mod root;
pub mod student;
pub mod sum;

/// A count as a float; exact below 2⁵³, which is more people than there are.
#[expect(clippy::as_conversions, reason = "there is no `From<u64>` for `f64`; the rounding above 2^53 is meant")]
pub fn float(count: u64) -> f64 {
    count as f64
}

/// A signed whole number as a float; exact below 2⁵³ in magnitude, correctly rounded above.
#[expect(clippy::as_conversions, reason = "there is no `From<i128>` for `f64`; the rounding above 2^53 is meant")]
pub fn float_of_integer(value: i128) -> f64 {
    value as f64
}

/// The whole part of a float as a count: negative and not-a-number become 0, too large becomes the largest.
#[expect(clippy::as_conversions, reason = "a float-to-integer cast saturates, which is what this function promises")]
pub fn count(value: f64) -> u64 {
    value as u64
}
