use crate::estimate::{Base, Estimate, Method, Weighting};
use crate::level::Level;
use crate::math::{float, float_of_integer};
use crate::reach::Reach;
use crate::simple::SimpleSample;

/// The number of answers, their mean, and the sum of the squared distances from it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Moments {
    pub answers: u64,
    pub mean: f64,
    pub squares: f64,
}

impl Moments {
    /// From counts of whole scores: both sums are exact, and only the last division rounds. `None` without answers.
    pub fn of_scores(scores: impl Iterator<Item = (i64, u64)> + Clone) -> Option<Moments> {
        let answers: u64 = scores.clone().map(|(_, count)| count).sum();
        if answers == 0 {
            return None;
        }
        // Scores are labels on a form; beyond four thousand million their squares could leave even 128 bits.
        let bounded = |score: i64| i128::from(score.clamp(-(1 << 32), 1 << 32));
        let sum: i128 = scores.clone().map(|(score, count)| bounded(score) * i128::from(count)).sum();
        let sum_of_squares: i128 = scores.map(|(s, count)| bounded(s) * bounded(s) * i128::from(count)).sum();
        let n = i128::from(answers);
        let squares = n.saturating_mul(sum_of_squares).saturating_sub(sum.saturating_mul(sum)).max(0);
        Some(Moments {
            answers,
            mean: float_of_integer(sum) / float(answers),
            squares: float_of_integer(squares) / float(answers),
        })
    }

    /// s, with n−1; `None` with one answer.
    pub fn standard_deviation(self) -> Option<f64> {
        (self.answers > 1).then(|| (self.squares / (float(self.answers) - 1.0)).sqrt())
    }

    /// The mean with its t interval, corrected for the population where the collection allows it.
    pub fn estimate(self, base: Base, reach: Reach, level: Level) -> Estimate {
        let exact = reach.is_complete();
        let fraction = reach.sampling_fraction();
        // Without a population the answers are the sample; with one, all respondents are, and who passed the question
        // over lies outside the domain.
        let rows = if fraction > 0.0 { reach.respondents().max(self.answers) } else { self.answers };
        let sample = SimpleSample::new(rows, fraction);
        let variance = if exact { Some(0.0) } else { sample.variance_of_mean(self.squares, self.answers) };
        let interval = if exact || self.answers < 2 {
            None
        } else {
            variance.map(|variance| sample.interval(self.mean, variance, level))
        };
        Estimate {
            value: self.mean,
            standard_error: variance.map(f64::sqrt),
            interval,
            method: if interval.is_some() { Method::StudentT } else { Method::None },
            level,
            degrees: interval.map(|_| sample.degrees()),
            n: self.answers,
            base,
            weighting: Weighting::Unweighted,
            inference: reach.inference(),
        }
    }
}
