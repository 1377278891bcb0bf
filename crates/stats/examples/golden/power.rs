//! Power and the number of answers needed.

use serde_json::{Value, json};
use stats::change::{Means, Shares, Tails, arcsine_answers, arcsine_detectable, arcsine_power};
use stats::math::normal;
use stats::sample_size::{answers_needed, answers_needed_of, half_width, half_width_of, half_width_textbook};

use super::arguments::{Answer, count, each, level, list, number, optional, text, truth, unknown};
use super::{Case, Family};

pub const FEATURES: Family = &[
    ("sample_size", formulas),
    ("cohens_h", formulas),
    ("power_prop", shares),
    ("power_t", means),
    ("power_cohen_h", arcsine),
];

fn shares(case: &Case<'_>) -> Answer {
    let solve = |request: &Value| -> Answer {
        let test = |second: f64| -> Answer<Shares> {
            let (first, alpha, tails) = (number(request, "p1")?, number(request, "alpha")?, tails(request)?);
            Ok(Shares { first, second, alpha, tails })
        };
        let (n, power) = (|| number(request, "n"), || number(request, "power"));
        let found = match text(request, "solve")? {
            "power" => Some(test(number(request, "p2")?)?.power(n()?)),
            "n" => test(number(request, "p2")?)?.answers(power()?),
            "p2" => test(1.0)?.detectable(n()?, power()?),
            other => return unknown("unknown", other),
        };
        Ok(found.ok_or("no answer in the range")?.into())
    };
    Ok(each(list(case.args, "outputs")?, solve)?.into())
}

fn means(case: &Case<'_>) -> Answer {
    let solve = |request: &Value| -> Answer {
        let test = |difference: f64| -> Answer<Means> {
            let (deviation, alpha) = (number(request, "sd")?, number(request, "alpha")?);
            Ok(Means { difference, deviation, alpha, tails: tails(request)? })
        };
        let (n, power) = (|| number(request, "n"), || number(request, "power"));
        let found = match text(request, "solve")? {
            "power" => Some(test(number(request, "delta")?)?.power(n()?)),
            "n" => test(number(request, "delta")?)?.answers(power()?),
            "delta" => test(0.0)?.detectable(n()?, power()?),
            other => return unknown("unknown", other),
        };
        Ok(found.ok_or("no answer in the range")?.into())
    };
    Ok(each(list(case.args, "outputs")?, solve)?.into())
}

fn tails(request: &Value) -> Answer<Tails> {
    Ok(if truth(request, "strict")? { Tails::Both } else { Tails::Near })
}

fn arcsine(case: &Case<'_>) -> Answer {
    let (n, h) = (number(case.args, "n_per_group")?, number(case.args, "h")?);
    let (alpha, power) = (number(case.args, "alpha")?, number(case.args, "power")?);
    let closed = normal::upper_quantile(alpha / 2.0) + normal::quantile(power);
    Ok(json!({
        "power": arcsine_power(h, n, alpha),
        "mde_h": arcsine_detectable(n, alpha, power),
        "n_for_h": arcsine_answers(h, alpha, power),
        "mde_h_closed_form": closed * (2.0 / n).sqrt(),
    }))
}

fn formulas(case: &Case<'_>) -> Answer {
    Ok(each(list(case.args, "outputs")?, formula)?.into())
}

fn formula(request: &Value) -> Answer {
    let p = || number(request, "p");
    let (n, population) = (|| count(request, "n"), || count(request, "N"));
    let value = match optional(request, "formula").and_then(Value::as_str).unwrap_or("cohens_h") {
        "n_infinite" => answers_needed(p()?, number(request, "e")?, level(request)?),
        "n_finite" => answers_needed_of(p()?, number(request, "e")?, population()?, level(request)?),
        "moe" => half_width(p()?, n()?, level(request)?),
        "moe_fpc_textbook" => half_width_textbook(p()?, n()?, population()?, level(request)?),
        "moe_fpc_survey" => half_width_of(p()?, n()?, population()?, level(request)?),
        "cohens_h" => stats::cohens_h(number(request, "p1")?, number(request, "p2")?),
        other => return unknown("formula", other),
    };
    Ok(value.into())
}
