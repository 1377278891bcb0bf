//! Weighting to margins.

use serde_json::json;
use stats::{Figures, Linearised};

use super::arguments::{Answer, level, text};
use super::design::{block, joined};
use super::{Case, Family};

pub const FEATURES: Family = &[
    ("postStratify", calibrated),
    ("calibrate_linear", calibrated),
    ("calibrate_raking", calibrated),
    ("calibrate_logit_bounded", calibrated),
    ("rake_weights", weights),
    ("trimWeights", weights),
    ("rake_se", errors),
];

fn calibrated(case: &Case<'_>) -> Answer {
    let sample = case.sample()?;
    let mean = Linearised::mean(&sample.design, &sample.answers(case.args, text(case.args, "var")?)?)?;
    let figures = Figures::of(&sample.design, &[mean])?;
    let block = joined(block(&figures, level(case.args)?), sample.outputs(case.args)?)?;
    joined(sample.weights(), block.as_object().cloned().unwrap_or_default())
}

fn weights(case: &Case<'_>) -> Answer {
    let sample = case.sample()?;
    joined(sample.weights(), sample.outputs(case.args)?)
}

fn errors(case: &Case<'_>) -> Answer {
    joined(json!({}), case.sample()?.outputs(case.args)?)
}
