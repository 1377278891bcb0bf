//! Group comparisons and effect sizes without weights.

use serde_json::json;
use stats::change::equivalent_shares;
use stats::{Level, Share};

use super::arguments::{Answer, count, level, methods, number, pair, share_of, truth, unknown};
use super::{Case, Family};

pub const FEATURES: Family = &[
    ("newcombe_diff", newcombe),
    ("diff_props_ci", difference),
    ("diff_props_score", score),
    ("tost_props", equivalent),
];

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

fn score(case: &Case<'_>) -> Answer {
    if !truth(case.args, "variance_correction")? {
        return Err("only with the variance correction".into());
    }
    let (first, second, level) = two_shares(case)?;
    Ok(json!({"score": pair(stats::miettinen_nurminen(first, second, level))}))
}

fn equivalent(case: &Case<'_>) -> Answer {
    let (first, second) = shares(case)?;
    let found = equivalent_shares(first, second, number(case.args, "margin")?, number(case.args, "alpha")?)?;
    Ok(json!({
        "diff": found.difference, "se": found.standard_error, "p_lower": found.p_lower, "p_upper": found.p_upper,
        "p": found.p(), "ci90": pair(found.interval),
    }))
}

fn two_shares(case: &Case<'_>) -> Answer<(Share, Share, Level)> {
    let (first, second) = shares(case)?;
    Ok((first, second, level(case.args)?))
}

fn shares(case: &Case<'_>) -> Answer<(Share, Share)> {
    let share = |part: &str, whole: &str| share_of(count(case.args, part)?, count(case.args, whole)?);
    Ok((share("x1", "n1")?, share("x2", "n2")?))
}
