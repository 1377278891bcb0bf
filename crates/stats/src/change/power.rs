use crate::math::root::crossing;
use crate::math::{noncentral_t, normal, student};

/// Whether finding the opposite of what is true counts as finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tails {
    /// Only the side on which the truth lies.
    Near,
    Both,
}

/// Two groups of `n` each, compared by their shares. What is sought is left out of the question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shares {
    pub first: f64,
    pub second: f64,
    /// Of the two-sided test.
    pub alpha: f64,
    pub tails: Tails,
}

/// The range in which a number of answers is sought.
const ANSWERS: (f64, f64) = (1.0, 1e9);

impl Shares {
    /// Φ((√n·|p₁−p₂| − z√(2p̄q̄))/√(p₁q₁+p₂q₂)) (Fleiss, Levin & Paik 2003, section 4.2): how often the difference would be
    /// noticed, with `n` answers in each group.
    pub fn power(self, n: f64) -> f64 {
        let (p, q) = (self.first, self.second);
        let middle = f64::midpoint(p, q);
        let pooled = normal::upper_quantile(self.alpha / 2.0) * (2.0 * middle * (1.0 - middle)).sqrt();
        let own = (p * (1.0 - p) + q * (1.0 - q)).sqrt();
        let away = n.sqrt() * (p - q).abs();
        let near = normal::lower((away - pooled) / own);
        match self.tails {
            Tails::Near => near,
            Tails::Both => near + normal::upper((away + pooled) / own),
        }
    }

    /// Answers in each group for this power, not rounded; `None` when no number gives it.
    pub fn answers(self, power: f64) -> Option<f64> {
        sought(ANSWERS, power, |n| self.power(n))
    }

    /// The second share, above the first, that would be noticed with this power.
    pub fn detectable(self, n: f64, power: f64) -> Option<f64> {
        sought((self.first, 1.0), power, |second| Shares { second, ..self }.power(n))
    }
}

/// Two groups of `n` each, compared by their means with the t test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Means {
    /// The true difference, in the unit of the answers.
    pub difference: f64,
    /// The standard deviation in both groups.
    pub deviation: f64,
    /// Of the two-sided test.
    pub alpha: f64,
    pub tails: Tails,
}

impl Means {
    /// How often the t test would notice the difference: the noncentral t with 2(n−1) degrees and δ/σ·√(n/2).
    pub fn power(self, n: f64) -> f64 {
        let degrees = 2.0 * (n - 1.0);
        let delta = self.difference.abs() / self.deviation * (n / 2.0).sqrt();
        let limit = student::upper_quantile(self.alpha / 2.0, degrees);
        let near = noncentral_t::upper(limit, degrees, delta);
        match self.tails {
            Tails::Near => near,
            Tails::Both => near + noncentral_t::lower(-limit, degrees, delta),
        }
    }

    /// Answers in each group for this power, not rounded; `None` when no number gives it.
    pub fn answers(self, power: f64) -> Option<f64> {
        sought((1.0 + 1e-9, ANSWERS.1), power, |n| self.power(n))
    }

    /// The difference that would be noticed with this power.
    pub fn detectable(self, n: f64, power: f64) -> Option<f64> {
        // Beyond a hundred standard errors and deviations anything is noticed.
        let most = 1e3 * self.deviation;
        sought((0.0, most), power, |difference| Means { difference, ..self }.power(n))
    }
}

/// How often Cohen's h would be noticed with `n` answers in each group: both tails of the normal with h·√(n/2).
pub fn arcsine_power(h: f64, n: f64, alpha: f64) -> f64 {
    let limit = normal::upper_quantile(alpha / 2.0);
    let away = h.abs() * (n / 2.0).sqrt();
    normal::upper(limit - away) + normal::upper(limit + away)
}

/// The h that would be noticed with this power. Without the far tail it is (z_{1−α/2}+z_{power})·√(2/n).
pub fn arcsine_detectable(n: f64, alpha: f64, power: f64) -> Option<f64> {
    sought((0.0, std::f64::consts::PI), power, |h| arcsine_power(h, n, alpha))
}

/// Answers in each group to notice h with this power, not rounded.
pub fn arcsine_answers(h: f64, alpha: f64, power: f64) -> Option<f64> {
    sought((1e-9, ANSWERS.1), power, |n| arcsine_power(h, n, alpha))
}

/// Where the power, which rises, reaches what is asked; `None` when it does not within the range.
fn sought((low, high): (f64, f64), power: f64, of: impl Fn(f64) -> f64) -> Option<f64> {
    let reached = of(low) <= power && power <= of(high);
    reached.then(|| crossing(low, high, |at| of(at) - power))
}
