//! Reliability, weighted indices and derived importance.

use serde_json::{Value, json};
use stats::importance::{Correlations, relative_weights, shapley};
use stats::scales::{Covariances, Importance, Reliability, complete, satisfaction_index};

use super::arguments::{Answer, level, list, numbers, text};
use super::{Case, Family};

pub const FEATURES: Family = &[
    ("cronbach_alpha", reliability),
    ("cronbach_alpha_pairwise", pairwise),
    ("csi_importance_weighted", fixed),
    ("csi_estimated_importance", estimated),
    ("shapley_lmg", drivers),
];

/// The columns that a list of the arguments names; without missing values where there are to be none, and of those
/// who answered all where the list says so.
fn columns(case: &Case<'_>, lists: &[&str]) -> Answer<Vec<Vec<Option<f64>>>> {
    let table = case.table()?;
    let mut columns = Vec::new();
    for name in lists {
        let names = match case.args.get(*name) {
            Some(Value::String(one)) => vec![one.as_str()],
            _ => super::arguments::texts(case.args, name)?,
        };
        for name in names {
            columns.push(table.numbers(name)?);
        }
    }
    match text(case.args, "na")? {
        "none" if columns.iter().flatten().any(Option::is_none) => {
            Err("there are missing values where there are to be none".into())
        }
        "listwise" => {
            let complete = complete(&columns).ok_or("the columns differ in length")?;
            Ok(complete.into_iter().map(|column| column.into_iter().map(Some).collect()).collect())
        }
        _ => Ok(columns),
    }
}

fn reliability(case: &Case<'_>) -> Answer {
    let covariances = Covariances::listwise(&columns(case, &["items"])?).ok_or("too few complete rows")?;
    let found = Reliability::computed(&covariances, level(case.args)?).map_err(|refusal| format!("{refusal:?}"))?;
    Ok(json!({
        "n": found.n, "alpha": found.alpha, "alpha_std": found.standardised, "mean_r": found.mean_correlation,
        "feldt_lo": found.interval.low, "feldt_hi": found.interval.high,
        "alpha_if_dropped": found.if_dropped, "item_rest_r": found.item_rest,
    }))
}

fn pairwise(case: &Case<'_>) -> Answer {
    let alpha = Covariances::pairwise(&columns(case, &["items"])?).ok_or("too few complete rows")?.alpha();
    Ok(json!({"alpha": alpha, "psych_raw_alpha": alpha}))
}

fn fixed(case: &Case<'_>) -> Answer {
    let weights = numbers(case.args, "importance")?;
    let items = columns(case, &["items"])?;
    let found = satisfaction_index(&items, Importance::Fixed(&weights), stats::Level::NINETY_FIVE)?;
    Ok(json!({"n": found.n, "csi": found.value, "se": found.standard_error}))
}

fn estimated(case: &Case<'_>) -> Answer {
    let all = columns(case, &["performance", "importance"])?;
    let (items, importance) = all.split_at(list(case.args, "performance")?.len());
    let found = satisfaction_index(items, Importance::Estimated(importance), stats::Level::NINETY_FIVE)?;
    Ok(json!({"n": found.n, "csi": found.value, "se": found.standard_error}))
}

fn drivers(case: &Case<'_>) -> Answer {
    let all = columns(case, &["y", "x"])?;
    let (outcome, items) = all.split_first().ok_or("no columns")?;
    let correlations = Correlations::of(outcome, items)?;
    let shapley = shapley(&correlations)?;
    let complete = complete(&all).ok_or("the columns differ in length")?;
    let (outcome, items) = complete.split_first().ok_or("no columns")?;
    let spearman =
        |item: &Vec<f64>| stats::comparisons::Pairs::new(item.iter().zip(outcome).map(|(x, y)| (*x, *y, 1))).spearman();
    Ok(json!({
        "R2": shapley.explained, "lmg": shapley.shares, "johnson_relative_weights": relative_weights(&correlations),
        "pearson": correlations.outcome, "std_beta": correlations.standardised_slopes(),
        "spearman": items.iter().map(spearman).collect::<Vec<_>>(),
    }))
}
