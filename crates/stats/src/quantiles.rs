use crate::design::{Design, DesignRefusal};
use crate::interval::Interval;
use crate::level::Level;
use crate::linearised::Linearised;
use crate::math::student;
use crate::math::sum::Sum;

/// The value that a part of the population does not exceed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantile {
    pub value: f64,
    /// Width of the interval over 2t.
    pub standard_error: f64,
    pub interval: Interval,
}

/// The smallest value whose weighted share of values up to it reaches p, for each p; the interval is Woodruff's (1952):
/// the quantiles at P̂ ∓ t·se(P̂), P̂ being the share of values up to the quantile found.
///
/// As R survey's `svyquantile(qrule = "math", interval.type = "mean")`, with a slack of 1e-12 in the comparison of
/// shares. For a five-point question show its distribution instead.
///
/// # Errors
/// When nobody answered or the design tells no variance.
pub fn quantiles(
    design: &Design,
    answers: &[Option<f64>],
    parts: &[f64],
    level: Level,
) -> Result<Vec<Quantile>, DesignRefusal> {
    let steps = Steps::of(design, answers)?;
    let t = student::upper_quantile(level.tail(), design.degrees());
    let quantile = |part: &f64| {
        let value = steps.at(*part);
        let up_to = |answer: &Option<f64>| answer.map(|answer| if answer <= value { 1.0 } else { 0.0 });
        let share = Linearised::mean(design, &answers.iter().map(up_to).collect::<Vec<_>>())?;
        let reach = t * share.variance(design)?.sqrt();
        let interval = Interval::new(steps.at(share.value - reach), steps.at(share.value + reach));
        Ok(Quantile { value, standard_error: interval.width() / (2.0 * t), interval })
    };
    parts.iter().map(quantile).collect()
}

/// The distinct values, ascending, each with the share of answers up to it.
struct Steps(Vec<(f64, f64)>);

impl Steps {
    fn of(design: &Design, answers: &[Option<f64>]) -> Result<Steps, DesignRefusal> {
        let pairs = answers.iter().zip(design.weights()).filter_map(|(answer, weight)| Some(((*answer)?, *weight)));
        let mut pairs: Vec<(f64, f64)> = pairs.collect();
        if pairs.iter().any(|(value, _)| !value.is_finite()) {
            return Err(DesignRefusal::NotANumber);
        }
        pairs.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let all = pairs.iter().map(|(_, weight)| *weight).collect::<Sum>().value();
        let mut below = Sum::default();
        let mut steps: Vec<(f64, f64)> = Vec::new();
        for (value, weight) in pairs {
            below.add(weight);
            let share = below.value() / all;
            match steps.last_mut() {
                Some(last) if last.0.total_cmp(&value).is_eq() => last.1 = share,
                Some(_) | None => steps.push((value, share)),
            }
        }
        if steps.is_empty() { Err(DesignRefusal::Nobody) } else { Ok(Steps(steps)) }
    }

    fn at(&self, part: f64) -> f64 {
        let place = self.0.partition_point(|(_, share)| *share < part - 1e-12);
        self.0.get(place).or(self.0.last()).map_or(f64::NAN, |(value, _)| *value)
    }
}
