//! Power and the number of answers needed.

use serde_json::Value;
use stats::sample_size::{answers_needed, answers_needed_of, half_width, half_width_of, half_width_textbook};

use super::arguments::{Answer, count, each, level, list, number, optional, unknown};
use super::{Case, Family};

pub const FEATURES: Family = &[("sample_size", formulas), ("cohens_h", formulas)];

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
