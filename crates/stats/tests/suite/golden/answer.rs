//! What this crate answers to a case; `None` for a feature or a design that it does not know yet.

use std::path::Path;

use serde_json::{Map, Value, json};
use stats::math::{chi_square, fisher, normal, student};
use stats::proportion::{self, Proportion};
use stats::{
    Boxes, Collection, Disclosure, Interval, Level, Likert, Mentions, Missing, MissingCounts, Reach, Share, Tally,
};

use super::data::Table;
use super::design::{Design, Mean};

pub fn answer(case: &Value, folder: &Path) -> Option<Value> {
    let args = &case["args"];
    match case["feature"].as_str()? {
        "wilson_ci" | "wilson_ci_extreme" => each(&args["intervals"], |request| {
            let (share, level) = (share(request)?, level(request)?);
            Some(pair(match request["correct"].as_bool()? {
                true => proportion::wilson_corrected(share, level),
                false => proportion::wilson(share, level),
            }))
        }),
        "clopper_pearson" | "clopper_pearson_n6" => {
            let mut found = each(&args["intervals"], |request| {
                Some(pair(proportion::clopper_pearson(share(request)?, level(request)?)))
            })?;
            for test in args["tests"].as_array()? {
                let p = proportion::binomial_test(share(test)?, test["p0"].as_f64()?);
                found.as_object_mut()?.insert(test["key"].as_str()?.to_string(), p.into());
            }
            Some(found)
        }
        "clopper_pearson_mp" => {
            let mut found = Map::new();
            for request in args["pairs"].as_array()? {
                let (x, n) = (request[0].as_u64()?, request[1].as_u64()?);
                let interval = proportion::clopper_pearson(Share::new(x, n)?, level(args)?);
                found.insert(format!("{x}/{n}"), pair(interval));
            }
            Some(found.into())
        }
        "proportion_confint" => methods(args, |method| {
            let (share, level) = (share(args)?, level(args)?);
            Some(pair(match method {
                "wilson" => proportion::wilson(share, level),
                "jeffreys" => proportion::jeffreys(share, level),
                "agresti_coull" => proportion::agresti_coull(share, level),
                "beta" => proportion::clopper_pearson(share, level),
                "normal" => proportion::wald(share, level),
                _ => return None,
            }))
        }),
        "hypergeometric_ci" => each(&args["outputs"], |request| {
            let counts = proportion::hypergeometric(share(request)?, request["N"].as_u64()?, level(request)?).ok()?;
            Some(match request["field"].as_str()? {
                "K_lo" => counts.low.into(),
                "K_hi" => counts.high.into(),
                "p_lo" => counts.shares().low.into(),
                "p_hi" => counts.shares().high.into(),
                _ => return None,
            })
        }),
        "multinomial_ci" => methods(args, |method| {
            let counts: Vec<u64> = args["counts"].as_array()?.iter().map(Value::as_u64).collect::<Option<_>>()?;
            let intervals = match method {
                "goodman" => stats::multinomial::goodman(&counts, level(args)?),
                "sison-glaz" => stats::multinomial::sison_glaz(&counts, level(args)?),
                _ => return None,
            };
            Some(intervals.into_iter().map(pair).collect())
        }),
        "newcombe_diff" => {
            let (first, second, level) = two(args)?;
            let interval = stats::newcombe(first, second, level);
            Some(json!({"diff": first.value() - second.value(), "lo": interval.low, "hi": interval.high}))
        }
        "diff_props_ci" => methods(args, |method| {
            let (first, second, level) = two(args)?;
            Some(pair(match method {
                "newcomb" => stats::newcombe(first, second, level),
                "agresti-caffo" => stats::agresti_caffo(first, second, level),
                "wald" => stats::wald_difference(first, second, level),
                _ => return None,
            }))
        }),
        "sample_size" | "cohens_h" => each(&args["outputs"], sample_size),
        "special_functions" => special(args),
        "multiple_response" => multiple(args),
        "likert_summary" => likert(args, &Table::of(case, folder)?),
        "nps" => nps(args, &Table::of(case, folder)?),
        "svymean" | "svymean_na" | "census_zero_variance" => design_mean(case, &Table::of(case, folder)?),
        "svyciprop" | "ciprop_wilson_neff" => design_proportion(case, &Table::of(case, folder)?),
        _ => None,
    }
}

fn share(request: &Value) -> Option<Share> {
    Share::new(request["x"].as_u64()?, request["n"].as_u64()?)
}

fn two(args: &Value) -> Option<(Share, Share, Level)> {
    let first = Share::new(args["x1"].as_u64()?, args["n1"].as_u64()?)?;
    let second = Share::new(args["x2"].as_u64()?, args["n2"].as_u64()?)?;
    Some((first, second, level(args)?))
}

fn level(request: &Value) -> Option<Level> {
    Level::new(request["conf_level"].as_f64()?)
}

fn pair(interval: Interval) -> Value {
    json!([interval.low, interval.high])
}

/// One answer for each request, under its `key`, or taken apart under its `keys`.
fn each(requests: &Value, answer: impl Fn(&Value) -> Option<Value>) -> Option<Value> {
    let mut found = Map::new();
    for request in requests.as_array()? {
        let value = answer(request)?;
        match request["keys"].as_array() {
            Some(keys) => {
                for (key, part) in keys.iter().zip(value.as_array()?) {
                    found.insert(key.as_str()?.to_string(), part.clone());
                }
            }
            None => {
                found.insert(request["key"].as_str()?.to_string(), value);
            }
        }
    }
    Some(found.into())
}

fn methods(args: &Value, answer: impl Fn(&str) -> Option<Value>) -> Option<Value> {
    let methods = args["methods"].as_array()?;
    let named = |method: &Value| Some((method.as_str()?.to_string(), answer(method.as_str()?)?));
    Some(methods.iter().map(named).collect::<Option<Map<_, _>>>()?.into())
}

fn sample_size(request: &Value) -> Option<Value> {
    use stats::sample_size::*;
    let number = |name: &str| request[name].as_f64();
    let formula = request["formula"].as_str().unwrap_or("cohens_h");
    let value = match formula {
        "n_infinite" => answers_needed(number("p")?, number("e")?, level(request)?),
        "n_finite" => answers_needed_of(number("p")?, number("e")?, request["N"].as_u64()?, level(request)?),
        "moe" => half_width(number("p")?, request["n"].as_u64()?, level(request)?),
        "moe_fpc_textbook" => {
            half_width_textbook(number("p")?, request["n"].as_u64()?, request["N"].as_u64()?, level(request)?)
        }
        "moe_fpc_survey" => {
            half_width_of(number("p")?, request["n"].as_u64()?, request["N"].as_u64()?, level(request)?)
        }
        "cohens_h" => stats::cohens_h(number("p1")?, number("p2")?),
        _ => return None,
    };
    Some(value.into())
}

fn special(args: &Value) -> Option<Value> {
    let list = |name: &str, of: &dyn Fn(&Value) -> Option<f64>| -> Option<Value> {
        Some(
            args[name]
                .as_array()?
                .iter()
                .map(|request| of(request).map(Value::from))
                .collect::<Option<Vec<_>>>()?
                .into(),
        )
    };
    let at = |request: &Value, i: usize| request[i].as_f64();
    Some(json!({
        "t_ppf": list("t_ppf", &|r| Some(student::quantile(at(r, 0)?, at(r, 1)?)))?,
        "norm_ppf": list("norm_ppf", &|r| Some(normal::quantile(r.as_f64()?)))?,
        "chi2_sf": list("chi2_sf", &|r| Some(chi_square::upper(at(r, 0)?, at(r, 1)?)))?,
        "f_sf": list("f_sf", &|r| Some(fisher::upper(at(r, 0)?, at(r, 1)?, at(r, 2)?)))?,
    }))
}

fn multiple(args: &Value) -> Option<Value> {
    let rows = args["rows"].as_array()?;
    let mut mentions = Mentions::none(rows.first()?.as_array()?.len());
    for row in rows {
        let row = row.as_array()?;
        if row.iter().all(Value::is_null) {
            mentions.add_missing(Missing::Skipped);
        } else {
            let chosen: Vec<u16> =
                (0..).zip(row).filter(|(_, cell)| cell.as_u64() == Some(1)).map(|(i, _)| i).collect();
            mentions.add(&chosen);
        }
    }
    let of = |whole: u64| -> Vec<f64> {
        mentions.counts().iter().filter_map(|x| Share::new(*x, whole)).map(Share::value).collect()
    };
    Some(json!({
        "n_shown": mentions.shown(),
        "n_answered": mentions.answered(),
        "n_any": mentions.chose_any(),
        "counts": mentions.counts(),
        "pct_of_answered": of(mentions.answered()),
        "pct_of_any": of(mentions.chose_any()),
        "pct_of_responses": stats::share_of_mentions(&mentions),
        "mean_mentions": mentions.mean_mentions(),
    }))
}

/// Counts of whole codes in the order given; what is in none of them is missing.
fn tally(column: &[Option<f64>], codes: &[i64]) -> Tally {
    let mut counts = vec![0; codes.len()];
    let mut missing = MissingCounts::default();
    for cell in column {
        match cell.and_then(|cell| codes.iter().position(|code| (cell - *code as f64).abs() < 0.5)) {
            Some(place) => counts[place] += 1,
            None => missing.skipped += 1,
        }
    }
    Tally::new(counts, missing)
}

fn likert(args: &Value, table: &Table) -> Option<Value> {
    let codes: Vec<i64> = args["codes"].as_array()?.iter().map(Value::as_i64).collect::<Option<_>>()?;
    let tally = tally(&table.numbers(&args["var"])?, &codes);
    let boxes = Boxes { top: args["top"].as_array()?.len(), bottom: args["bottom"].as_array()?.len() };
    let reach = Reach::new(Collection::SelfSelected, tally.total(), None).ok()?;
    let likert = Likert::of(&tally, &codes, boxes, reach, level(args)?, &Disclosure::default()).ok()?.into_shown()?;
    let mut sorted = Vec::new();
    for (code, count) in codes.iter().zip(tally.counts()) {
        sorted.extend((0..*count).map(|_| *code as f64));
    }
    let middle = |at: usize| sorted[at.min(sorted.len() - 1)];
    Some(json!({
        "n": tally.answered(), "counts": tally.counts(), "n_missing": tally.missing().total(),
        "mean": likert.mean.value, "sd": likert.standard_deviation,
        "median": (middle((sorted.len() - 1) / 2) + middle(sorted.len() / 2)) / 2.0,
        "top2": likert.top.share.value(), "bottom2": likert.bottom.share.value(), "net": likert.net.value,
        "ci_mean": pair(likert.mean.interval?), "top2_wilson": pair(likert.top.estimate.interval?),
        "index100": likert.index.value,
    }))
}

/// The net promoter score is the net of a scale whose ends are taken together.
fn nps(args: &Value, table: &Table) -> Option<Value> {
    let codes: Vec<i64> = (0..=10).collect();
    let tally = tally(&table.numbers(&args["var"])?, &codes);
    let (promoter, detractor) = (args["promoter_min"].as_i64()?, args["detractor_max"].as_i64()?);
    let boxes = Boxes {
        top: codes.iter().filter(|code| **code >= promoter).count(),
        bottom: codes.iter().filter(|code| **code <= detractor).count(),
    };
    let reach = Reach::new(Collection::SelfSelected, tally.total(), None).ok()?;
    let likert = Likert::of(&tally, &codes, boxes, reach, level(args)?, &Disclosure::default()).ok()?.into_shown()?;
    let interval = likert.net.interval?;
    Some(json!({
        "n": tally.answered(), "promoters": likert.top.share.value(), "detractors": likert.bottom.share.value(),
        "nps": 100.0 * likert.net.value, "se": 100.0 * likert.net.standard_error?,
        "lo": 100.0 * interval.low, "hi": 100.0 * interval.high,
    }))
}

fn design_mean(case: &Value, table: &Table) -> Option<Value> {
    let (args, design) = (&case["args"], Design::of(case, table)?);
    if args["deff"].as_bool() == Some(true) || !args["domain"].is_null() {
        return None;
    }
    let values = table.numbers(&args["var"])?;
    let mean = design.mean(&values)?;
    agrees_with_the_simple_sample(case, &design, &values, &mean);
    let mut found = json!({"est": mean.value, "se": mean.variance.sqrt(), "df": design.degrees});
    if let Some(level) = level(args) {
        let quantile = student::upper_quantile(level.tail(), design.degrees);
        found["ci_lo"] = (mean.value - quantile * mean.variance.sqrt()).into();
        found["ci_hi"] = (mean.value + quantile * mean.variance.sqrt()).into();
    }
    for request in args["outputs"].as_array().into_iter().flatten() {
        let mean = design.mean(&table.numbers(&request["var"])?)?;
        found[request["key"].as_str()?] = match (request["stat"].as_str()?, request["field"].as_str()?) {
            ("mean", "est") => mean.value.into(),
            ("mean", "se") => mean.variance.sqrt().into(),
            _ => return None,
        };
    }
    Some(found)
}

/// Where the design has neither strata nor clusters nor weights, the crate's own simple sample must say the same.
fn agrees_with_the_simple_sample(case: &Value, design: &Design, values: &[Option<f64>], mean: &Mean) {
    let given = &case["design"];
    if !given["strata"].is_null()
        || !given["weights"].is_null()
        || given["ids"].as_array().is_none_or(|ids| !ids.is_empty())
    {
        return;
    }
    let answers: Vec<f64> = values.iter().flatten().copied().collect();
    let squares = answers.iter().map(|y| (y - mean.value) * (y - mean.value)).sum();
    let found =
        stats::SimpleSample::new(design.rows, design.fraction()).variance_of_mean(squares, answers.len() as u64);
    assert!((found.unwrap() - mean.variance).abs() <= 1e-12 * mean.variance);
}

fn design_proportion(case: &Value, table: &Table) -> Option<Value> {
    let (args, design) = (&case["args"], Design::of(case, table)?);
    let Mean { value: p, variance } = design.mean(&table.success(&args["success"])?)?;
    let (level, effective) = (level(args)?, p * (1.0 - p) / variance);
    let quantile = student::upper_quantile(level.tail(), design.degrees);
    let interval = match args["method"].as_str().unwrap_or("wilson") {
        "wilson" => proportion::wilson_effective(p, effective, quantile),
        "mean" => Interval::around(p, quantile * variance.sqrt()),
        "xlogit" | "logit" => proportion::logit(p, variance.sqrt(), quantile)?,
        "asin" => proportion::arcsine(p, variance.sqrt(), quantile)?,
        "beta" => proportion::korn_graubard(p, effective, design.rows, design.degrees, level),
        _ => return None,
    };
    Some(json!({"est": p, "n_eff": effective, "lo": interval.low, "hi": interval.high}))
}

/// The default rule must agree with the kernel that it chooses.
#[test]
fn the_default_of_a_draw_is_the_weighted_wilson_of_its_design() {
    let reach = Reach::new(Collection::EveryoneInvited, 176, Some(5000)).unwrap();
    let found = Proportion::of(Share::new(141, 176).unwrap(), stats::Base::Answered, reach, Level::NINETY_FIVE);
    let effective = 175.0 / (1.0 - 176.0 / 5000.0);
    let quantile = student::upper_quantile(Level::NINETY_FIVE.tail(), 175.0);
    let expected = proportion::wilson_effective(141.0 / 176.0, effective, quantile);
    assert_eq!(found.estimate.interval, Some(expected));
}
