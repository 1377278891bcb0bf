//! Group comparisons and effect sizes without weights.

use serde_json::json;
use stats::{Level, Share};

use super::arguments::{Answer, count, level, methods, pair, share_of, unknown};
use super::{Case, Family};

pub const FEATURES: Family = &[("newcombe_diff", newcombe), ("diff_props_ci", difference)];

fn newcombe(case: &Case<'_>) -> Answer {
    let (first, second, level) = two_shares(case)?;
    let interval = stats::newcombe(first, second, level);
    Ok(json!({"diff": first.value() - second.value(), "lo": interval.low, "hi": interval.high}))
}

fn difference(case: &Case<'_>) -> Answer {
    let (first, second, level) = two_shares(case)?;
    methods(case.args, |method| {
        Ok(pair(match method {
            "newcomb" => stats::newcombe(first, second, level),
            "agresti-caffo" => stats::agresti_caffo(first, second, level),
            "wald" => stats::wald_difference(first, second, level),
            _ => return unknown("method", method),
        }))
    })
}

fn two_shares(case: &Case<'_>) -> Answer<(Share, Share, Level)> {
    let share = |part: &str, whole: &str| share_of(count(case.args, part)?, count(case.args, whole)?);
    Ok((share("x1", "n1")?, share("x2", "n2")?, level(case.args)?))
}
