//! The design of a case, and figures asked of it by name.

use serde_json::{Map, Value, json};
use stats::{Collection, Design, Distance, Figures, Level, Linearised, Lonely, Margin, Plan, WeightSummary};

use super::Case;
use super::arguments::{Answer, field, list, number, numbers, optional, text, truth, unknown};
use super::filter::Filter;
use super::table::{Cell, Table};

/// The rows that belong to the design, and how they were drawn.
pub struct Sample {
    pub table: Table,
    pub design: Design,
}

impl Case<'_> {
    /// Rows and design: derived, kept, drawn, calibrated, trimmed.
    pub fn sample(&self) -> Answer<Sample> {
        Sample::of(self.table()?, self.design)
    }
}

impl Sample {
    pub fn of(table: Table, design: &Value) -> Answer<Sample> {
        let table = match optional(design, "subset") {
            Some(filter) => table.keep(&Filter::of(filter)?)?,
            None => table,
        };
        let mut drawn = drawn(&table, design)?;
        if let Some(calibration) = optional(design, "calibration") {
            drawn = calibrated(&table, &drawn, calibration)?;
        }
        if let Some(trim) = optional(design, "trim") {
            let bound = |name: &str| optional(trim, name).and_then(Value::as_f64);
            drawn = drawn.trimmed(bound("lower"), bound("upper"), truth(trim, "strict")?)?;
        }
        Ok(Sample { table, design: drawn })
    }

    /// The answers of those inside the domain. Where there are to be no missing values, one is an error.
    pub fn answers(&self, args: &Value, name: &str) -> Answer<Vec<Option<f64>>> {
        let answers = self.within(args, self.table.numbers(name)?)?;
        self.complete(args, &answers)?;
        Ok(answers)
    }

    /// 1 or 0 for those inside the domain.
    pub fn successes(&self, args: &Value) -> Answer<Vec<Option<f64>>> {
        let successes = self.within(args, Filter::of(field(args, "success")?)?.success(&self.table)?)?;
        self.complete(args, &successes)?;
        Ok(successes)
    }

    /// The place of each row in a list of levels, inside the domain.
    pub fn places(&self, args: &Value, name: &str, levels: &[Value]) -> Answer<Vec<Option<usize>>> {
        let column = self.table.column(name)?;
        let domain = self.domain(args)?;
        if text(args, "na")? == "none"
            && column.iter().zip(&domain).any(|(cell, inside)| *inside && *cell == Cell::Missing)
        {
            return Err(format!("{name} has missing values").into());
        }
        let places = self.table.places(name, levels)?;
        Ok(places.into_iter().zip(domain).map(|(place, inside)| place.filter(|_| inside)).collect())
    }

    /// Which rows are inside the domain that the arguments name; all, where they name none.
    pub fn domain(&self, args: &Value) -> Answer<Vec<bool>> {
        match optional(args, "domain") {
            Some(filter) => Filter::of(filter)?.rows(&self.table),
            None => Ok(vec![true; self.table.rows]),
        }
    }

    fn within(&self, args: &Value, answers: Vec<Option<f64>>) -> Answer<Vec<Option<f64>>> {
        let domain = self.domain(args)?;
        Ok(answers.into_iter().zip(domain).map(|(answer, inside)| answer.filter(|_| inside)).collect())
    }

    fn complete(&self, args: &Value, answers: &[Option<f64>]) -> Answer<()> {
        let domain = self.domain(args)?;
        let missing = answers.iter().zip(domain).any(|(answer, inside)| inside && answer.is_none());
        if text(args, "na")? == "none" && missing {
            return Err("there are missing values where there are to be none".into());
        }
        Ok(())
    }

    /// A mean, total or ratio that a request names by `stat`.
    pub fn figure(&self, args: &Value, request: &Value) -> Answer<Linearised> {
        Ok(match text(request, "stat")? {
            "mean" => Linearised::mean(&self.design, &self.answers(args, text(request, "var")?)?)?,
            "total" => Linearised::total(&self.design, &self.answers(args, text(request, "var")?)?)?,
            "ratio" => {
                let column = |name: &str| self.answers(args, text(request, name)?);
                Linearised::ratio(&self.design, &column("num")?, &column("den")?)?
            }
            other => return unknown("statistic", other),
        })
    }

    /// The figures that `outputs` ask for.
    pub fn outputs(&self, args: &Value) -> Answer<Map<String, Value>> {
        let mut found = Map::new();
        for request in list(args, "outputs")? {
            let figure = self.figure(args, request)?;
            let value = match text(request, "field")? {
                "est" => figure.value,
                "se" => figure.variance(&self.design)?.sqrt(),
                other => return unknown("field", other),
            };
            found.insert(text(request, "key")?.to_owned(), value.into());
        }
        Ok(found)
    }

    /// Sum, extremes, first six and Kish's figures of the weights.
    pub fn weights(&self) -> Value {
        let summary = WeightSummary::of(&self.design);
        json!({
            "sum": summary.sum, "min": summary.smallest, "max": summary.largest,
            "first6": self.design.weights().iter().take(6).collect::<Vec<_>>(),
            "kish_neff": summary.kish_answers, "kish_deff": summary.kish_effect,
        })
    }
}

/// Estimate, standard error, interval and degrees of freedom, as vectors.
pub fn block(figures: &Figures, level: Level) -> Value {
    let intervals = figures.intervals(level);
    json!({
        "est": figures.values,
        "se": figures.standard_errors(),
        "ci_lo": intervals.iter().map(|interval| interval.low).collect::<Vec<_>>(),
        "ci_hi": intervals.iter().map(|interval| interval.high).collect::<Vec<_>>(),
        "df": figures.degrees,
    })
}

/// The second object's keys beside the first one's.
pub fn joined(first: Value, second: impl IntoIterator<Item = (String, Value)>) -> Answer {
    let Value::Object(mut first) = first else { return Err("no object".into()) };
    first.extend(second);
    Ok(first.into())
}

pub fn lonely(name: &str) -> Answer<Lonely> {
    Ok(match name {
        "fail" => Lonely::Fail,
        "adjust" => Lonely::Adjust,
        "average" => Lonely::Average,
        "remove" | "certainty" => Lonely::Remove,
        _ => return unknown("rule for single clusters", name),
    })
}

fn drawn(table: &Table, design: &Value) -> Answer<Design> {
    let whole = |name: &str| -> Answer<Vec<f64>> {
        let column: Option<Vec<f64>> = table.numbers(name)?.into_iter().collect();
        Ok(column.ok_or_else(|| format!("{name} has missing values"))?)
    };
    let labels = |name: &str| -> Answer<Vec<u32>> { labels(table.column(name)?, name) };
    let named = |list: &[Value], place: usize| list.get(place).and_then(Value::as_str).map(str::to_owned);
    let (ids, populations) = (list(design, "ids")?, list(design, "fpc")?);
    let plan = Plan {
        weights: optional(design, "weights").and_then(Value::as_str).map(whole).transpose()?,
        strata: optional(design, "strata").and_then(Value::as_str).map(labels).transpose()?,
        clusters: named(ids, 0).map(|name| labels(&name)).transpose()?,
        populations: named(populations, 0).map(|name| whole(&name)).transpose()?,
        parts: named(ids, 1).map(|name| labels(&name)).transpose()?,
        part_populations: named(populations, 1).map(|name| whole(&name)).transpose()?,
    };
    let rule = optional(design, "lonely_psu").and_then(Value::as_str).unwrap_or("fail");
    Ok(Design::new(Collection::Probability, table.rows, plan)?.with_lonely(lonely(rule)?))
}

/// Each different cell as a number.
fn labels(cells: &[Cell], name: &str) -> Answer<Vec<u32>> {
    let mut known: Vec<String> = cells.iter().map(Cell::key).collect();
    known.sort();
    known.dedup();
    let label = |cell: &Cell| -> Answer<u32> {
        if *cell == Cell::Missing {
            return Err(format!("{name} has missing values").into());
        }
        Ok(u32::try_from(known.binary_search(&cell.key()).map_err(|_| "a label is not known")?)?)
    };
    cells.iter().map(label).collect()
}

fn calibrated(table: &Table, design: &Design, calibration: &Value) -> Answer<Design> {
    let margin = |margin: &Value| -> Answer<Margin> {
        let places = table.places(text(margin, "var")?, list(margin, "levels")?)?;
        let categories =
            places.into_iter().map(|place| place.and_then(|place| u16::try_from(place).ok()).unwrap_or(u16::MAX));
        Ok(Margin { categories: categories.collect(), totals: numbers(margin, "totals")? })
    };
    let margins: Vec<Margin> = list(calibration, "margins")?.iter().map(margin).collect::<Answer<_>>()?;
    Ok(match text(calibration, "method")? {
        "poststratify" => match margins.as_slice() {
            [margin] => design.post_stratified(margin)?,
            _ => return Err("post-stratification takes one margin".into()),
        },
        "rake" => design.raked(&margins)?,
        "raking" => design.calibrated(&margins, Distance::Raking)?,
        "linear" => design.calibrated(&margins, Distance::Linear)?,
        "logit" => {
            let bounds = numbers(calibration, "bounds")?;
            let [low, high] = *bounds.as_slice() else { return Err("bounds are two numbers".into()) };
            design.calibrated(&margins, Distance::Logit { low, high })?
        }
        other => return unknown("method of calibration", other),
    })
}

/// A number that the design of a case may name or leave open.
pub fn level_or(args: &Value) -> Answer<Level> {
    match optional(args, "conf_level") {
        Some(_) => Ok(Level::new(number(args, "conf_level")?).ok_or("conf_level does not lie between 0 and 1")?),
        None => Ok(Level::NINETY_FIVE),
    }
}
