//! Tables of counts: independence, exact tests, layers, pairs and many tests at once.

use serde_json::{Map, Value, json};
use stats::Share;
use stats::comparisons::{
    Correction, CrossTable, adjust, cochran_armitage, conditional_odds_ratio, cramers_v, cramers_v_corrected, fisher,
    freeman_halton, mantel_haenszel, mcnemar, pearson, yates,
};

use super::arguments::{Answer, level, list, number_at, numbers, optional, share_of, text, texts, unknown};
use super::groups::{degrees, is_missing};
use super::table::Table;
use super::{Case, Family};

pub const FEATURES: Family = &[
    ("chisq_cramer", association),
    ("chisq_2x2", fourfold),
    ("fisher_2x2", odds),
    ("fisher_rxc", exact),
    ("fisher_small", exact),
    ("mantel_haenszel", layers),
    ("mcnemar", twice),
    ("prop_test", shares),
    ("p_adjust", many),
    ("multiple_testing", many),
];

/// The exact test takes so many steps at most.
const MOST_STEPS: u64 = 30_000_000;

/// How often each row stands for somebody: once, or as often as a column says.
pub fn counted(table: &Table, column: Option<&Value>) -> Answer<Vec<u64>> {
    let Some(column) = column else { return Ok(vec![1; table.rows]) };
    let numbers = table.numbers(column.as_str().ok_or("freq is no text")?)?;
    let count = |number: Option<f64>| match number {
        Some(number) if number >= 0.0 && number.fract().abs() <= 0.0 => Ok(stats::math::count(number)),
        Some(_) => Err("a frequency is no count".into()),
        None => Ok(0),
    };
    numbers.into_iter().map(count).collect()
}

/// Counts of `rows` by `cols`, over all other columns.
pub fn crossed(table: &Table, of: &Value, na: &str) -> Answer<CrossTable> {
    let everybody = vec![true; table.rows];
    crossed_among(table, of, na, &everybody)
}

fn crossed_among(table: &Table, of: &Value, na: &str, among: &[bool]) -> Answer<CrossTable> {
    let (rows, columns) = (text(of, "rows")?, text(of, "cols")?);
    if na == "none" {
        for name in [rows, columns] {
            if table.column(name)?.iter().any(is_missing) {
                return Err(format!("{name} has missing values").into());
            }
        }
    }
    let (row_levels, column_levels) = (list(of, "row_levels")?, list(of, "col_levels")?);
    let places = table.places(rows, row_levels)?.into_iter().zip(table.places(columns, column_levels)?);
    let mut counts = vec![vec![0u64; column_levels.len()]; row_levels.len()];
    for ((place, count), among) in places.zip(counted(table, optional(of, "freq"))?).zip(among) {
        let (Some(row), Some(column), true) = (place.0, place.1, among) else { continue };
        if let Some(cell) = counts.get_mut(row).and_then(|row| row.get_mut(column)) {
            *cell += count;
        }
    }
    Ok(CrossTable::new(&counts)?)
}

/// A table of counts given as a list of rows.
pub fn given(of: &Value) -> Answer<CrossTable> {
    let row = |row: &Value| -> Answer<Vec<u64>> {
        (0..row.as_array().map_or(0, Vec::len)).map(|place| Ok(stats::math::count(number_at(row, place)?))).collect()
    };
    Ok(CrossTable::new(&list(of, "table")?.iter().map(row).collect::<Answer<Vec<_>>>()?)?)
}

fn association(case: &Case<'_>) -> Answer {
    let na = optional(case.args, "na").and_then(Value::as_str).unwrap_or("listwise");
    let table = crossed(&case.table()?, case.args, na)?;
    let found = pearson(&table)?;
    Ok(json!({
        "chi2": found.tested.statistic, "df": degrees(&found.tested), "p": found.tested.p,
        "V": cramers_v(&table, stats::Level::NINETY_FIVE)?.value, "V_bias_corrected": cramers_v_corrected(&table)?,
        "stdres": found.residuals, "expected": found.expected,
    }))
}

fn fourfold(case: &Case<'_>) -> Answer {
    let table = given(case.args)?;
    let (found, corrected) = (pearson(&table)?, yates(&table)?);
    Ok(json!({
        "chi2_yates": corrected.statistic, "p_yates": corrected.p,
        "chi2": found.tested.statistic, "p": found.tested.p, "p_n_minus_1": found.n_minus_1.p,
        "fisher_p": fisher(&table)?.p,
    }))
}

fn odds(case: &Case<'_>) -> Answer {
    let table = given(case.args)?;
    let ratio = conditional_odds_ratio(&table, level(case.args)?)?;
    Ok(json!({
        "p": fisher(&table)?.p, "or_cmle": ratio.value, "lo": ratio.interval.low, "hi": ratio.interval.high,
    }))
}

fn exact(case: &Case<'_>) -> Answer {
    let table = given(case.args)?;
    let p = if table.fourfold().is_some() { fisher(&table)?.p } else { freeman_halton(&table, MOST_STEPS)?.p };
    Ok(json!({"p": p, "fisher_p": p}))
}

fn layers(case: &Case<'_>) -> Answer {
    let table = case.table()?;
    let levels = list(case.args, "strata_levels")?;
    let places = table.places(text(case.args, "strata")?, levels)?;
    let na = optional(case.args, "na").and_then(Value::as_str).unwrap_or("listwise");
    let layer = |layer: usize| {
        let among: Vec<bool> = places.iter().map(|place| *place == Some(layer)).collect();
        crossed_among(&table, case.args, na, &among)
    };
    let layers = (0..levels.len()).map(layer).collect::<Answer<Vec<_>>>()?;
    let found = mantel_haenszel(&layers, level(case.args)?)?;
    let interval = found.interval.ok_or("the odds ratio has no interval")?;
    Ok(json!({
        "chi2": found.tested.statistic, "p": found.tested.p, "or": found.odds_ratio,
        "lo": interval.low, "hi": interval.high,
    }))
}

fn twice(case: &Case<'_>) -> Answer {
    let found = mcnemar(&given(case.args)?, stats::Level::NINETY_FIVE)?;
    Ok(json!({
        "chi2": found.plain.statistic, "p": found.plain.p, "chi2_cc": found.corrected.statistic,
        "p_cc": found.corrected.p, "p_exact": found.exact.p,
    }))
}

fn shares(case: &Case<'_>) -> Answer {
    let shares: Vec<Share> = numbers(case.args, "x")?
        .into_iter()
        .zip(numbers(case.args, "n")?)
        .map(|(x, n)| share_of(stats::math::count(x), stats::math::count(n)))
        .collect::<Answer<_>>()?;
    let rows: Vec<Vec<u64>> = shares.iter().map(|share| vec![share.part(), share.complement().part()]).collect();
    let found = pearson(&CrossTable::new(&rows)?)?.tested;
    let mut answer = Map::new();
    answer.insert("chi2".to_owned(), found.statistic.into());
    answer.insert("df".to_owned(), degrees(&found));
    answer.insert("p".to_owned(), found.p.into());
    if optional(case.args, "scores").is_some() {
        let trend = cochran_armitage(&shares, &numbers(case.args, "scores")?)?;
        answer.insert("trend_chi2".to_owned(), trend.statistic.into());
        answer.insert("trend_p".to_owned(), trend.p.into());
    }
    Ok(answer.into())
}

fn many(case: &Case<'_>) -> Answer {
    let p = numbers(case.args, "p")?;
    let mut found = Map::new();
    for method in texts(case.args, "methods")? {
        let correction = match method {
            "holm" => Correction::Holm,
            "BH" | "fdr_bh" => Correction::BenjaminiHochberg,
            "BY" | "fdr_by" => Correction::BenjaminiYekutieli,
            "hochberg" => Correction::Hochberg,
            "hommel" => Correction::Hommel,
            "bonferroni" => Correction::Bonferroni,
            "sidak" => Correction::Sidak,
            other => return unknown("method", other),
        };
        found.insert(method.to_owned(), adjust(&p, correction).into());
    }
    Ok(found.into())
}
