use crate::comparisons::cross_table::CrossTable;
use crate::comparisons::tested::{Tested, Untestable};
use crate::interval::Interval;
use crate::level::Level;
use crate::math::sum::Sum;
use crate::math::{float, normal};
use crate::share::Share;

/// Two groups compared within every layer of a third question, so that the layers do not confound them.
#[derive(Debug, Clone, PartialEq)]
pub struct Stratified {
    /// (Σa − ΣE(a))²/ΣV(a) on one degree, without continuity correction (Mantel & Haenszel 1959).
    pub tested: Tested,
    /// Σ(ad/n)/Σ(bc/n); 0 and ∞ are possible.
    pub odds_ratio: f64,
    /// On the log scale with the variance of Robins, Breslow & Greenland (1986); `None` at 0 and ∞.
    pub interval: Option<Interval>,
    /// The share of the first column in the first and in the second row of each layer: what a report shows, since the
    /// shares of all layers together may point the other way (Simpson 1951). `None` where a row is empty.
    pub shares: Vec<(Option<Share>, Option<Share>)>,
}

/// One table of two by two per layer. Layers with fewer than two people say nothing and count for nothing.
///
/// # Errors
/// When a table is not of two by two, or no layer has people in both rows and both columns.
pub fn mantel_haenszel(layers: &[CrossTable], level: Level) -> Result<Stratified, Untestable> {
    let mut sums = Sums::default();
    let mut shares = Vec::with_capacity(layers.len());
    for layer in layers {
        let [a, b, c, d] = layer.fourfold().ok_or(Untestable::WrongShape)?;
        shares.push((Share::new(a, a + b), Share::new(c, c + d)));
        sums.add(float(a), float(b), float(c), float(d));
    }
    let variance = sums.variance.value();
    if variance <= 0.0 {
        return Err(Untestable::OneLevel);
    }
    let away = sums.away.value();
    let (r, s) = (sums.r.value(), sums.s.value());
    Ok(Stratified {
        tested: Tested::chi_square(away * away / variance, 1.0),
        odds_ratio: r / s,
        interval: (r > 0.0 && s > 0.0).then(|| sums.interval(level)),
        shares,
    })
}

#[derive(Default)]
struct Sums {
    away: Sum,
    variance: Sum,
    r: Sum,
    s: Sum,
    pr: Sum,
    mixed: Sum,
    qs: Sum,
}

impl Sums {
    fn add(&mut self, a: f64, b: f64, c: f64, d: f64) {
        let n = a + b + c + d;
        if n < 2.0 {
            return;
        }
        self.away.add(a - (a + b) * (a + c) / n);
        self.variance.add((a + b) * (c + d) * (a + c) * (b + d) / (n * n * (n - 1.0)));
        let (p, q, r, s) = ((a + d) / n, (b + c) / n, a * d / n, b * c / n);
        self.r.add(r);
        self.s.add(s);
        self.pr.add(p * r);
        self.mixed.add(p * s + q * r);
        self.qs.add(q * s);
    }

    fn interval(&self, level: Level) -> Interval {
        let (r, s) = (self.r.value(), self.s.value());
        let variance =
            self.pr.value() / (2.0 * r * r) + self.mixed.value() / (2.0 * r * s) + self.qs.value() / (2.0 * s * s);
        let reach = normal::upper_quantile(level.tail()) * variance.sqrt();
        Interval::new(r / s * libm::exp(-reach), r / s * libm::exp(reach))
    }
}
