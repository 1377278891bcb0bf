//! Where a function that only rises, or only falls, crosses nought.

/// The crossing between `low` and `high`; the end itself when there is no crossing between them.
///
/// Regula falsi in the Illinois form (Dowell & Jarratt 1971), which keeps its bracket, with halving when that is slow.
pub fn crossing(low: f64, high: f64, of: impl Fn(f64) -> f64) -> f64 {
    let (mut a, mut b) = (low, high);
    let (mut at_a, mut at_b) = (of(a), of(b));
    if at_a == 0.0 || at_a.is_nan() || at_b.is_nan() || (at_a > 0.0) == (at_b > 0.0) && at_b != 0.0 {
        return if at_a.abs() <= at_b.abs() { a } else { b };
    }
    for step in 0..200 {
        let secant = b - at_b * (b - a) / (at_b - at_a);
        let inside = secant > a.min(b) && secant < a.max(b);
        let next = if inside && step % 3 != 2 { secant } else { a.midpoint(b) };
        let value = of(next);
        if value == 0.0 || (b - a).abs() <= 4e-16 * next.abs() {
            return next;
        }
        if (value > 0.0) == (at_b > 0.0) {
            at_a *= 0.5;
        } else {
            (a, at_a) = (b, at_b);
        }
        (b, at_b) = (next, value);
    }
    b
}
