//! The variance of a weighted mean under strata and clusters of one stage, written out here only so that the intervals
//! can be tried on real designs: influence values, totalled per cluster, spread within each stratum.

use std::collections::BTreeMap;

use serde_json::Value;

use super::data::Table;

pub struct Design {
    weights: Vec<f64>,
    strata: Vec<String>,
    clusters: Vec<String>,
    populations: Vec<Option<f64>>,
    pub degrees: f64,
    pub rows: u64,
}

pub struct Mean {
    pub value: f64,
    pub variance: f64,
}

impl Design {
    /// `None` for what is not of one stage, or weighted afterwards.
    pub fn of(case: &Value, table: &Table) -> Option<Design> {
        let design = case["design"].as_object()?;
        let absent = |name: &str| design.get(name).is_none_or(Value::is_null);
        let (ids, fpc) = (design["ids"].as_array()?, design["fpc"].as_array()?);
        if ids.len() > 1 || !absent("subset") || !absent("calibration") || !absent("trim") {
            return None;
        }
        let labels = |column: &[Value]| -> Vec<String> { column.iter().map(Value::to_string).collect() };
        let alike = || vec![String::new(); table.rows];
        let strata = if absent("strata") { alike() } else { labels(table.column(&design["strata"])?) };
        let clusters = match ids.first() {
            Some(column) => labels(table.column(column)?),
            None => (0..table.rows).map(|row| row.to_string()).collect(),
        };
        let weights = match absent("weights") {
            true => vec![1.0; table.rows],
            false => table.numbers(&design["weights"])?.into_iter().collect::<Option<_>>()?,
        };
        let populations = match fpc.first() {
            Some(column) => table.numbers(column)?,
            None => vec![None; table.rows],
        };
        let rows = u64::try_from(table.rows).ok()?;
        let mut design = Design { weights, strata, clusters, populations, degrees: 0.0, rows };
        let totals = design.totals(&vec![0.0; table.rows]);
        design.degrees = totals.values().map(|stratum| stratum.clusters.len() as f64 - 1.0).sum();
        Some(design)
    }

    /// n/N where there is one stratum of single rows.
    pub fn fraction(&self) -> f64 {
        self.populations.first().copied().flatten().map_or(0.0, |population| self.rows as f64 / population)
    }

    /// The mean of those who answered; the others are zeros, not deleted rows.
    pub fn mean(&self, values: &[Option<f64>]) -> Option<Mean> {
        let answered = || self.weights.iter().zip(values).filter_map(|(w, y)| Some((*w, (*y)?)));
        let weight: f64 = answered().map(|(w, _)| w).sum();
        let value = answered().map(|(w, y)| w * y).sum::<f64>() / weight;
        let influence = |(w, y): (&f64, &Option<f64>)| y.map_or(0.0, |y| w * (y - value) / weight);
        let influences: Vec<f64> = self.weights.iter().zip(values).map(influence).collect();
        let variance = self.totals(&influences).values().map(Stratum::variance).sum::<Option<f64>>()?;
        Some(Mean { value, variance })
    }

    fn totals(&self, influences: &[f64]) -> BTreeMap<&str, Stratum> {
        let mut strata: BTreeMap<&str, Stratum> = BTreeMap::new();
        for (row, influence) in influences.iter().enumerate() {
            let stratum = strata.entry(&self.strata[row]).or_default();
            stratum.population = self.populations[row];
            *stratum.clusters.entry(self.clusters[row].clone()).or_default() += influence;
        }
        strata
    }
}

#[derive(Default)]
struct Stratum {
    clusters: BTreeMap<String, f64>,
    population: Option<f64>,
}

impl Stratum {
    fn variance(&self) -> Option<f64> {
        let n = self.clusters.len() as f64;
        let left = self.population.map_or(1.0, |population| 1.0 - n / population);
        let mean = self.clusters.values().sum::<f64>() / n;
        let squares: f64 = self.clusters.values().map(|total| (total - mean) * (total - mean)).sum();
        (self.clusters.len() > 1).then(|| left * n / (n - 1.0) * squares)
    }
}
