//! What can be computed from what is published.

use serde_json::{Map, Value, json};
use stats::disclosure::{Totals, audit, difference_of};

use super::arguments::{Answer, count, field, number_at, texts};
use super::tables::given;
use super::{Case, Family};

pub const FEATURES: Family = &[("suppression_audit", audits), ("differencing", differencing)];

fn audits(case: &Case<'_>) -> Answer {
    let table = given(case.args)?;
    let published = texts(case.args, "published_totals")?;
    let totals = Totals {
        rows: published.contains(&"rows"),
        columns: published.contains(&"cols"),
        grand: published.contains(&"grand"),
    };
    let mut found = Map::new();
    for (name, cells) in field(case.args, "suppressed")?.as_object().ok_or("suppressed is no object")? {
        let place = |cell: &Value, at: usize| -> Answer<usize> {
            Ok(usize::try_from(stats::math::count(number_at(cell, at)?))?)
        };
        let cells = cells.as_array().ok_or("the cells are no list")?.iter();
        let hidden = cells.map(|cell| Ok((place(cell, 0)?, place(cell, 1)?))).collect::<Answer<Vec<_>>>()?;
        let bounds = audit(&table, &hidden, totals)?;
        let pairs = bounds.into_iter().map(|bounds| json!([bounds.low, bounds.high]));
        found.insert(name.clone(), pairs.collect());
    }
    Ok(found.into())
}

fn differencing(case: &Case<'_>) -> Answer {
    let number = |name: &str| count(case.args, name);
    let rest = difference_of((number("n_all")?, number("x_all")?), (number("n_subset")?, number("x_subset")?));
    let (n, x) = rest.ok_or("the part is not one")?;
    Ok(json!({"n_complement": n, "x_complement": x}))
}
