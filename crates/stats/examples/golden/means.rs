//! Means and shares with their intervals.

use serde_json::{Value, json};
use stats::math::student;
use stats::{Figures, Interval, Linearised, Share, design_effect, multinomial, proportion, quantiles};

use super::arguments::{
    Answer, count, each, level, list, methods, number, numbers, optional, pair, share, text, texts, truth, unknown,
};
use super::design::{Sample, block, joined, level_or, lonely};
use super::{Case, Family};

pub const FEATURES: Family = &[
    ("svymean", mean),
    ("svymean_na", mean),
    ("svymean_multi", means),
    ("svytotal", total),
    ("svymean_factor", shares_of_levels),
    ("svyratio", ratio),
    ("svyquantile", quantile),
    ("svytable", table),
    ("svyciprop", design_share),
    ("ciprop_wilson_neff", wilson_of_design),
    ("degf", degrees),
    ("census_zero_variance", census),
    ("lonely_psu", lonely_clusters),
    ("jackknife_JK1", jackknife),
    ("jackknife_JKn", jackknife),
    ("wilson_ci", wilson),
    ("wilson_ci_extreme", wilson),
    ("clopper_pearson", clopper_pearson),
    ("clopper_pearson_n6", clopper_pearson),
    ("clopper_pearson_mp", clopper_pearson_pairs),
    ("proportion_confint", simple_share),
    ("hypergeometric_ci", hypergeometric),
    ("multinomial_ci", several_shares),
];

fn mean(case: &Case<'_>) -> Answer {
    let sample = case.sample()?;
    let answers = sample.answers(case.args, text(case.args, "var")?)?;
    let figures = Figures::of(&sample.design, &[Linearised::mean(&sample.design, &answers)?])?;
    let found = block(&figures, level(case.args)?);
    if optional(case.args, "deff").and_then(Value::as_bool) != Some(true) {
        return Ok(found);
    }
    let effect = design_effect(&sample.design, &answers)?;
    let effects = [("deff", effect.without_replacement), ("deff_replace", effect.with_replacement)];
    joined(found, effects.map(|(key, effect)| (key.to_owned(), effect.into())))
}

fn means(case: &Case<'_>) -> Answer {
    let sample = case.sample()?;
    let answers = |name: &&str| sample.answers(case.args, name);
    let mut columns: Vec<Vec<Option<f64>>> = texts(case.args, "vars")?.iter().map(answers).collect::<Answer<_>>()?;
    // Means asked for together are of the same rows.
    for row in 0..sample.table.rows {
        if columns.iter().any(|column| column.get(row).copied().flatten().is_none()) {
            columns.iter_mut().filter_map(|column| column.get_mut(row)).for_each(|answer| *answer = None);
        }
    }
    let mean = |column: &Vec<Option<f64>>| Linearised::mean(&sample.design, column);
    let means: Vec<Linearised> = columns.iter().map(mean).collect::<Result<_, _>>()?;
    let figures = Figures::of(&sample.design, &means)?;
    let covariance = ("vcov".to_owned(), figures.covariance.to_rows().into());
    joined(block(&figures, level(case.args)?), [covariance])
}

fn total(case: &Case<'_>) -> Answer {
    let sample = case.sample()?;
    let answers = sample.answers(case.args, text(case.args, "var")?)?;
    let figures = Figures::of(&sample.design, &[Linearised::total(&sample.design, &answers)?])?;
    Ok(block(&figures, level(case.args)?))
}

fn shares_of_levels(case: &Case<'_>) -> Answer {
    let sample = case.sample()?;
    let levels = list(case.args, "levels")?;
    let name = text(case.args, "var")?;
    let places = sample.places(case.args, name, levels)?;
    // Who gave another answer than the levels still answered.
    let known = sample.table.column(name)?.iter().map(|cell| *cell != super::table::Cell::Missing);
    let known: Vec<bool> = known.zip(sample.domain(case.args)?).map(|(known, inside)| known && inside).collect();
    let share = |level: usize| {
        let is =
            |(place, known): (&Option<usize>, &bool)| known.then_some(if *place == Some(level) { 1.0 } else { 0.0 });
        Linearised::mean(&sample.design, &places.iter().zip(&known).map(is).collect::<Vec<_>>())
    };
    let shares: Vec<Linearised> = (0..levels.len()).map(share).collect::<Result<_, _>>()?;
    Ok(block(&Figures::of(&sample.design, &shares)?, level(case.args)?))
}

fn ratio(case: &Case<'_>) -> Answer {
    let sample = case.sample()?;
    let column = |name: &str| sample.answers(case.args, text(case.args, name)?);
    let figures = Figures::of(&sample.design, &[Linearised::ratio(&sample.design, &column("num")?, &column("den")?)?])?;
    let intervals = figures.intervals(level(case.args)?);
    Ok(json!({
        "est": figures.values, "se": figures.standard_errors(),
        "lo": intervals.iter().map(|interval| interval.low).collect::<Vec<_>>(),
        "hi": intervals.iter().map(|interval| interval.high).collect::<Vec<_>>(),
    }))
}

fn quantile(case: &Case<'_>) -> Answer {
    let sample = case.sample()?;
    for (name, only) in [("rule", "math"), ("interval", "mean")] {
        if text(case.args, name)? != only {
            return unknown(name, text(case.args, name)?);
        }
    }
    let answers = sample.answers(case.args, text(case.args, "var")?)?;
    let found = quantiles(&sample.design, &answers, &numbers(case.args, "probs")?, level(case.args)?)?;
    Ok(json!({
        "q": found.iter().map(|quantile| quantile.value).collect::<Vec<_>>(),
        "se": found.iter().map(|quantile| quantile.standard_error).collect::<Vec<_>>(),
        "ci": found.iter().map(|quantile| pair(quantile.interval)).collect::<Vec<_>>(),
    }))
}

fn table(case: &Case<'_>) -> Answer {
    let sample = case.sample()?;
    let (rows, columns) = (list(case.args, "row_levels")?, list(case.args, "col_levels")?);
    let row_places = sample.places(case.args, text(case.args, "rows")?, rows)?;
    let column_places = sample.places(case.args, text(case.args, "cols")?, columns)?;
    let mut table = stats::math::matrix::Matrix::nought(rows.len(), columns.len());
    for ((row, column), weight) in row_places.iter().zip(&column_places).zip(sample.design.weights()) {
        if let (Some(row), Some(column)) = (row, column) {
            table.add(*row, *column, *weight);
        }
    }
    let row_sums: Vec<f64> = table.to_rows().iter().map(|row| row.iter().sum()).collect();
    let column_sums: Vec<f64> = table.transposed().to_rows().iter().map(|column| column.iter().sum()).collect();
    let divided = |rows: Vec<Vec<f64>>, by_row: bool| -> Vec<Vec<f64>> {
        let cells = rows.into_iter().zip(&row_sums).map(|(row, sum)| {
            row.into_iter()
                .zip(&column_sums)
                .map(|(cell, of_column)| cell / if by_row { sum } else { of_column })
                .collect()
        });
        cells.collect()
    };
    Ok(json!({
        "table": table.to_rows(),
        "rowprop": divided(table.to_rows(), true),
        "colprop": divided(table.to_rows(), false),
    }))
}

fn design_share(case: &Case<'_>) -> Answer {
    let sample = case.sample()?;
    let successes = sample.successes(case.args)?;
    let (rows, degrees) = (sample.design.rows(), sample.design.degrees());
    let (p, interval) = share_under(&sample, &successes, text(case.args, "method")?, rows, degrees, case.args)?;
    Ok(json!({"est": p, "lo": interval.low, "hi": interval.high}))
}

/// A share with the interval of a method, for a sample or a part with so many rows and degrees of freedom.
pub fn share_under(
    sample: &Sample,
    successes: &[Option<f64>],
    method: &str,
    rows: u64,
    degrees: f64,
    args: &Value,
) -> Answer<(f64, Interval)> {
    let share = Linearised::mean(&sample.design, successes)?;
    let (p, variance, level) = (share.value, share.variance(&sample.design)?, level(args)?);
    let quantile = student::upper_quantile(level.tail(), degrees);
    let nowhere = "the interval does not exist at 0 and 1";
    let interval = match method {
        "mean" => Interval::around(p, quantile * variance.sqrt()),
        "xlogit" | "logit" => proportion::logit(p, variance.sqrt(), quantile).ok_or(nowhere)?,
        "asin" => proportion::arcsine(p, variance.sqrt(), quantile).ok_or(nowhere)?,
        "beta" => proportion::korn_graubard(p, p * (1.0 - p) / variance, rows, degrees, level),
        "wilson" => proportion::wilson_effective(p, p * (1.0 - p) / variance, quantile),
        _ => return unknown("method", method),
    };
    Ok((p, interval))
}

fn wilson_of_design(case: &Case<'_>) -> Answer {
    let sample = case.sample()?;
    let successes = sample.successes(case.args)?;
    let share = Linearised::mean(&sample.design, &successes)?;
    let effective = share.value * (1.0 - share.value) / share.variance(&sample.design)?;
    let quantile = match text(case.args, "quantile")? {
        "t" => student::upper_quantile(level(case.args)?.tail(), sample.design.degrees()),
        "z" => stats::math::normal::upper_quantile(level(case.args)?.tail()),
        other => return unknown("quantile", other),
    };
    let interval = proportion::wilson_effective(share.value, effective, quantile);
    Ok(json!({"est": share.value, "n_eff": effective, "lo": interval.low, "hi": interval.high}))
}

fn degrees(case: &Case<'_>) -> Answer {
    let degrees = |request: &Value| {
        let mut table = super::table::Table::read(&case.folder.join(text(request, "data")?))?;
        // What is derived is derived of the first file; another may well lack the columns.
        let derived = table.derive(case.derive);
        if case.data.get(0) == request.get("data") {
            derived?;
        }
        Ok(Sample::of(table, super::arguments::field(request, "design")?)?.design.degrees().into())
    };
    Ok(each(list(case.args, "outputs")?, degrees)?.into())
}

fn census(case: &Case<'_>) -> Answer {
    let sample = case.sample()?;
    let mean = Linearised::mean(&sample.design, &sample.answers(case.args, text(case.args, "var")?)?)?;
    let figures = Figures::of(&sample.design, &[mean])?;
    joined(block(&figures, level_or(case.args)?), sample.outputs(case.args)?)
}

fn lonely_clusters(case: &Case<'_>) -> Answer {
    let sample = case.sample()?;
    let mean = Linearised::mean(&sample.design, &sample.answers(case.args, text(case.args, "var")?)?)?;
    let mut found = serde_json::Map::from_iter([("est".to_owned(), mean.value.into())]);
    for rule in texts(case.args, "lonely_psu")? {
        let design = sample.design.clone().with_lonely(lonely(rule)?);
        found.insert(format!("se_{rule}"), mean.variance(&design)?.sqrt().into());
    }
    Ok(found.into())
}

fn jackknife(case: &Case<'_>) -> Answer {
    let sample = case.sample()?;
    if text(case.args, "centre")? != "mean_of_replicates" {
        return unknown("centre", text(case.args, "centre")?);
    }
    let replicates = stats::Replicates::jackknife(&sample.design)?;
    let output = |request: &Value| {
        let figure = sample.figure(case.args, request)?;
        match text(request, "field")? {
            "est" => return Ok(figure.value.into()),
            "se" => {}
            other => return unknown("field", other),
        }
        let column = |name: &str| sample.answers(case.args, text(request, name)?);
        let (above, below) = match text(request, "stat")? {
            "ratio" => (column("num")?, Some(column("den")?)),
            "mean" => (column("var")?, Some(column("var")?.into_iter().map(|answer| answer.map(|_| 1.0)).collect())),
            _ => (column("var")?, None),
        };
        let statistic = |weights: &[f64]| {
            let (mut numerator, mut denominator) = (0.0, 0.0);
            for (place, weight) in weights.iter().enumerate() {
                let y = above.get(place).copied().flatten();
                let x = below.as_ref().map_or(Some(1.0), |below| below.get(place).copied().flatten());
                if let (Some(y), Some(x)) = (y, x) {
                    numerator += weight * y;
                    denominator += weight * x;
                }
            }
            Some(if below.is_some() { numerator / denominator } else { numerator })
        };
        Ok(replicates.variance(statistic)?.sqrt().into())
    };
    Ok(each(list(case.args, "outputs")?, output)?.into())
}

fn wilson(case: &Case<'_>) -> Answer {
    let interval = |request: &Value| {
        let (share, level) = (share(request)?, level(request)?);
        let corrected = truth(request, "correct")?;
        Ok(pair(if corrected { proportion::wilson_corrected } else { proportion::wilson }(share, level)))
    };
    Ok(each(list(case.args, "intervals")?, interval)?.into())
}

fn clopper_pearson(case: &Case<'_>) -> Answer {
    let interval = |request: &Value| Ok(pair(proportion::clopper_pearson(share(request)?, level(request)?)));
    let test = |request: &Value| Ok(proportion::binomial_test(share(request)?, number(request, "p0")?).into());
    let requests = |name: &str| optional(case.args, name).map_or(Ok(&[][..]), |_| list(case.args, name));
    let mut found = each(requests("intervals")?, interval)?;
    found.extend(each(requests("tests")?, test)?);
    Ok(found.into())
}

fn clopper_pearson_pairs(case: &Case<'_>) -> Answer {
    let mut found = serde_json::Map::new();
    for request in list(case.args, "pairs")? {
        let (x, n) = (request.get(0).and_then(Value::as_u64), request.get(1).and_then(Value::as_u64));
        let share = x.zip(n).and_then(|(x, n)| Share::new(x, n)).ok_or("a pair is no share")?;
        let interval = proportion::clopper_pearson(share, level(case.args)?);
        found.insert(format!("{}/{}", share.part(), share.whole()), pair(interval));
    }
    Ok(found.into())
}

fn simple_share(case: &Case<'_>) -> Answer {
    let (share, level) = (share(case.args)?, level(case.args)?);
    methods(case.args, |method| {
        Ok(pair(match method {
            "wilson" => proportion::wilson(share, level),
            "jeffreys" => proportion::jeffreys(share, level),
            "agresti_coull" => proportion::agresti_coull(share, level),
            "beta" => proportion::clopper_pearson(share, level),
            "normal" => proportion::wald(share, level),
            _ => return unknown("method", method),
        }))
    })
}

fn hypergeometric(case: &Case<'_>) -> Answer {
    let end = |request: &Value| {
        let counts = proportion::hypergeometric(share(request)?, count(request, "N")?, level(request)?)?;
        Ok(match text(request, "field")? {
            "K_lo" => counts.low.into(),
            "K_hi" => counts.high.into(),
            "p_lo" => counts.shares().low.into(),
            "p_hi" => counts.shares().high.into(),
            field => return unknown("field", field),
        })
    };
    Ok(each(list(case.args, "outputs")?, end)?.into())
}

fn several_shares(case: &Case<'_>) -> Answer {
    let counts: Vec<u64> = numbers(case.args, "counts")?.into_iter().map(stats::math::count).collect();
    methods(case.args, |method| {
        let intervals = match method {
            "goodman" => multinomial::goodman(&counts, level(case.args)?),
            "sison-glaz" => multinomial::sison_glaz(&counts, level(case.args)?),
            _ => return unknown("method", method),
        };
        Ok(intervals.into_iter().map(pair).collect())
    })
}
