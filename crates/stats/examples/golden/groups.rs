//! Groups compared by their answers, and numbers that go together, without weights.

use serde_json::{Map, Value, json};
use stats::change::equivalent_means;
use stats::comparisons::{
    Correction, CrossTable, Degrees, Pairs, Sample, Tested, adjust, brunner_munzel, cliffs_delta, cramers_v, dunn,
    epsilon_squared, hedges_g, kruskal_wallis, mann_whitney, mann_whitney_exact, pearson, welch,
};

use super::arguments::{Answer, field, level, list, number, numbers, optional, pair, text, truth, unknown};
use super::filter::Filter;
use super::table::{Cell, Table};
use super::tables::{counted, crossed};
use super::{Case, Family};

pub const FEATURES: Family = &[
    ("wilcox_ties", rank_sum),
    ("wilcox_exact", exact_rank_sum),
    ("cliffs_delta", dominance),
    ("brunner_munzel", spread_differently),
    ("welch_and_tost_means", means),
    ("kruskal", several),
    ("dunn", pairs_of_groups),
    ("trend_linear_by_linear", together),
    ("real_survey_bundle", bundle),
];

/// Values with how often each occurs, for each group of `levels`, in their order.
fn samples(table: &Table, of: &Value, na: &str, groups: &str) -> Answer<Vec<Vec<(f64, u64)>>> {
    let (values, variable) = (table.numbers(text(of, "var")?)?, text(of, "var")?);
    let levels = list(of, groups)?;
    let places = table.places(text(of, "by")?, levels)?;
    let counts = counted(table, optional(of, "freq"))?;
    let mut samples = vec![Vec::new(); levels.len()];
    for ((value, place), count) in values.into_iter().zip(places).zip(counts) {
        match (value, place.and_then(|place| samples.get_mut(place))) {
            (Some(value), Some(sample)) => sample.push((value, count)),
            (None, Some(_)) if na == "none" => return Err(format!("{variable} has missing values").into()),
            (_, _) => {}
        }
    }
    Ok(samples)
}

fn of_case(case: &Case<'_>, groups: &str) -> Answer<CrossTable> {
    Ok(CrossTable::of_counted(&samples(&case.table()?, case.args, text(case.args, "na")?, groups)?))
}

fn rank_sum(case: &Case<'_>) -> Answer {
    let found = mann_whitney(&of_case(case, "groups")?)?;
    Ok(json!({"W": found.w, "p_cc": found.corrected.p, "p_nocc": found.plain.p}))
}

fn exact_rank_sum(case: &Case<'_>) -> Answer {
    let found = mann_whitney_exact(&CrossTable::of_samples(&[numbers(case.args, "x")?, numbers(case.args, "y")?]))?;
    Ok(json!({"W": found.w, "p": found.plain.p}))
}

fn dominance(case: &Case<'_>) -> Answer {
    let (found, variance) = cliffs_delta(&of_case(case, "groups")?, level(case.args)?)?;
    let interval = found.interval.ok_or("one group lies wholly above the other")?;
    Ok(json!({
        "delta": found.value, "A12": f64::midpoint(found.value, 1.0), "var": variance,
        "lo": interval.low, "hi": interval.high,
    }))
}

fn spread_differently(case: &Case<'_>) -> Answer {
    let found = brunner_munzel(&of_case(case, "groups")?)?;
    Ok(json!({"W": found.statistic, "p": found.p}))
}

fn means(case: &Case<'_>) -> Answer {
    let samples = samples(&case.table()?, case.args, text(case.args, "na")?, "groups")?;
    let sample = |values: &Vec<(f64, u64)>| Sample::of(values.iter().copied()).ok_or("too few answers in a group");
    let [first, second] = samples.as_slice() else { return Err("there are not two groups".into()) };
    let (first, second) = (sample(first)?, sample(second)?);
    let level = level(case.args)?;
    let found = welch(first, second, level)?;
    let equivalence = equivalent_means(first, second, number(case.args, "margin")?, 0.05)?;
    let (g, d) = hedges_g(first, second, level)?;
    Ok(json!({
        "n": [first.n, second.n], "diff": found.difference, "t": found.tested.statistic, "df": found.degrees,
        "p": found.tested.p, "ci": pair(found.interval),
        "tost_t": [equivalence.statistics.0, equivalence.statistics.1], "tost_p": equivalence.p(),
        "cohen_d_pooled": d, "hedges_g": g.value,
    }))
}

fn several(case: &Case<'_>) -> Answer {
    let table = of_case(case, "by_levels")?;
    let found = kruskal_wallis(&table)?;
    let strength = epsilon_squared(&found, table.total(), stats::Level::NINETY_FIVE).ok_or("too few answers")?;
    Ok(json!({"H": found.statistic, "df": degrees(&found), "p": found.p, "epsilon2": strength.value}))
}

fn pairs_of_groups(case: &Case<'_>) -> Answer {
    let pairs = dunn(&of_case(case, "by_levels")?)?;
    let p: Vec<f64> = pairs.iter().map(|pair| pair.tested.p).collect();
    Ok(json!({
        "z": pairs.iter().map(|pair| pair.tested.statistic).collect::<Vec<_>>(),
        "p_holm": adjust(&p, Correction::Holm), "p_BH": adjust(&p, Correction::BenjaminiHochberg), "p": p,
    }))
}

fn paired(table: &Table, of: &Value, na: &str) -> Answer<Pairs> {
    let (x, y) = (table.numbers(text(of, "x")?)?, table.numbers(text(of, "y")?)?);
    let counts = counted(table, optional(of, "freq"))?;
    let mut pairs = Vec::with_capacity(x.len());
    for ((x, y), count) in x.into_iter().zip(y).zip(counts) {
        match (x, y) {
            (Some(x), Some(y)) => pairs.push((x, y, count)),
            (_, _) if na == "none" => return Err("there are missing values where there are to be none".into()),
            (_, _) => {}
        }
    }
    Ok(Pairs::new(pairs))
}

fn together(case: &Case<'_>) -> Answer {
    let pairs = paired(&case.table()?, case.args, text(case.args, "na")?)?;
    let tested = pairs.linear().ok_or("one of the two never changes")?;
    Ok(json!({
        "r": pairs.pearson(), "M2": tested.statistic, "p": tested.p,
        "spearman": pairs.spearman(), "kendall_tau_b": pairs.kendall_tau_b(),
    }))
}

fn bundle(case: &Case<'_>) -> Answer {
    let table = case.table()?;
    let na = text(case.args, "na")?;
    let mut found = Map::new();
    for request in list(case.args, "outputs")? {
        found.insert(text(request, "key")?.to_owned(), one_of_bundle(&table, request, na)?);
    }
    Ok(found.into())
}

fn one_of_bundle(table: &Table, request: &Value, na: &str) -> Answer {
    let grouped =
        |groups: &str| -> Answer<CrossTable> { Ok(CrossTable::of_counted(&samples(table, request, na, groups)?)) };
    Ok(match text(request, "stat")? {
        "kruskal" => {
            let found = kruskal_wallis(&grouped("by_levels")?)?;
            json!([found.statistic, found.p])
        }
        "mann_whitney" => {
            let found = mann_whitney(&grouped("groups")?)?;
            let tested = if truth(request, "continuity")? { found.corrected } else { found.plain };
            json!([found.w, tested.p])
        }
        "crosstab" => crossed(table, request, na)?.rows().map(<[u64]>::to_vec).collect(),
        "chisq" => {
            let found = pearson(&crossed(table, request, na)?)?.tested;
            json!([found.statistic, degrees(&found), found.p])
        }
        "cramers_v" => cramers_v(&crossed(table, request, na)?, stats::Level::NINETY_FIVE)?.value.into(),
        "spearman" => paired(table, request, na)?.spearman().into(),
        "kendall_tau_b" => paired(table, request, na)?.kendall_tau_b().into(),
        "mean" => mean(table.numbers(text(request, "var")?)?, na)?,
        "share" => mean(Filter::of(field(request, "success")?)?.success(table)?, na)?,
        other => return unknown("statistic", other),
    })
}

fn mean(values: Vec<Option<f64>>, na: &str) -> Answer {
    if na == "none" && values.iter().any(Option::is_none) {
        return Err("there are missing values where there are to be none".into());
    }
    let values: Vec<f64> = values.into_iter().flatten().collect();
    let sum = values.iter().copied().collect::<stats::math::sum::Sum>().value();
    Ok((sum / stats::math::float(u64::try_from(values.len())?)).into())
}

pub fn degrees(tested: &Tested) -> Value {
    match tested.degrees {
        Degrees::None => Value::Null,
        Degrees::One(one) => one.into(),
        Degrees::Two(above, below) => json!([above, below]),
    }
}

/// Whether a cell is there at all.
pub fn is_missing(cell: &Cell) -> bool {
    *cell == Cell::Missing
}
