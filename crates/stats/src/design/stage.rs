#![expect(
    clippy::indexing_slicing,
    reason = "clusters and strata are numbered by this file, and every column has one entry for each unit"
)]

use std::collections::BTreeMap;

use super::plan::DesignRefusal;
use crate::math::float;

/// The first stage: which cluster each unit belongs to, and which stratum.
#[derive(Debug, Clone, PartialEq)]
pub struct Stage {
    /// `None` when every row is its own cluster.
    pub clusters: Option<Vec<usize>>,
    pub stratum_of_unit: Vec<usize>,
    /// Of each cluster, when there are clusters.
    pub stratum_of_cluster: Vec<usize>,
    pub strata: Vec<Stratum>,
}

#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Stratum {
    /// Clusters drawn: n_h.
    pub clusters: u64,
    /// Clusters there are: N_h, where known.
    pub population: Option<f64>,
}

/// The second stage: which part of its cluster each unit belongs to.
#[derive(Debug, Clone, PartialEq)]
pub struct Second {
    pub part_of_unit: Vec<usize>,
    pub cluster_of_part: Vec<usize>,
    /// As strata: parts drawn and parts there are, of each cluster.
    pub clusters: Vec<Stratum>,
}

impl Stage {
    pub fn new(
        counts: &[u64],
        strata: Option<&[u32]>,
        clusters: Option<&[u32]>,
        populations: Option<&[f64]>,
    ) -> Result<Stage, DesignRefusal> {
        let stratum_of_unit = strata.map_or_else(|| vec![0; counts.len()], |labels| numbered(labels.iter().copied()).0);
        let number = stratum_of_unit.iter().max().map_or(0, |most| most + 1);
        let mut stage = Stage {
            clusters: None,
            stratum_of_cluster: Vec::new(),
            strata: vec![Stratum::default(); number],
            stratum_of_unit,
        };
        if let Some(labels) = clusters {
            // The same label in another stratum is another cluster.
            let (clusters, firsts) = numbered(stage.stratum_of_unit.iter().copied().zip(labels.iter().copied()));
            stage.stratum_of_cluster = firsts.iter().map(|unit| stage.stratum_of_unit[*unit]).collect();
            for stratum in &stage.stratum_of_cluster {
                stage.strata[*stratum].clusters += 1;
            }
            stage.clusters = Some(clusters);
        } else {
            for (stratum, count) in stage.stratum_of_unit.iter().zip(counts) {
                stage.strata[*stratum].clusters += count;
            }
        }
        for (stratum, population) in stage.stratum_of_unit.iter().zip(populations.unwrap_or_default()) {
            stage.strata[*stratum].know(*population, *stratum)?;
        }
        stage.strata.iter().enumerate().try_for_each(|(place, stratum)| stratum.check(place))?;
        Ok(stage)
    }

    pub fn forget_populations(&mut self) {
        for stratum in &mut self.strata {
            stratum.population = None;
        }
    }

    pub fn is_complete(&self) -> bool {
        !self.strata.is_empty() && self.strata.iter().all(|stratum| stratum.left() <= 0.0)
    }

    pub fn lonely(&self) -> impl Iterator<Item = usize> {
        self.strata.iter().enumerate().filter(|(_, stratum)| stratum.is_lonely()).map(|(place, _)| place)
    }

    /// Clusters with a member − strata with a member.
    pub fn degrees(&self, members: &[bool], counts: &[u64]) -> f64 {
        let mut strata = vec![false; self.strata.len()];
        let mut seen = vec![false; self.stratum_of_cluster.len()];
        let mut clusters = 0;
        for (unit, _) in members.iter().enumerate().filter(|(_, member)| **member) {
            strata[self.stratum_of_unit[unit]] = true;
            match &self.clusters {
                None => clusters += counts[unit],
                Some(of_unit) => {
                    clusters += u64::from(!seen[of_unit[unit]]);
                    seen[of_unit[unit]] = true;
                }
            }
        }
        float(clusters) - float(strata.into_iter().map(u64::from).sum())
    }
}

impl Second {
    pub fn new(first: &Stage, labels: &[u32], populations: Option<&[f64]>) -> Result<Second, DesignRefusal> {
        let own: Vec<usize> = (0..labels.len()).collect();
        let cluster_of_unit = first.clusters.as_ref().unwrap_or(&own);
        let (part_of_unit, firsts) = numbered(cluster_of_unit.iter().copied().zip(labels.iter().copied()));
        let cluster_of_part: Vec<usize> = firsts.iter().map(|unit| cluster_of_unit[*unit]).collect();
        let number = cluster_of_unit.iter().max().map_or(0, |most| most + 1);
        let mut clusters = vec![Stratum::default(); number];
        for cluster in &cluster_of_part {
            clusters[*cluster].clusters += 1;
        }
        for (cluster, population) in cluster_of_unit.iter().zip(populations.unwrap_or_default()) {
            clusters[*cluster].know(*population, *cluster)?;
        }
        clusters.iter().enumerate().try_for_each(|(place, cluster)| cluster.check(place))?;
        Ok(Second { part_of_unit, cluster_of_part, clusters })
    }

    pub fn is_complete(&self) -> bool {
        self.clusters.iter().all(|cluster| cluster.left() <= 0.0)
    }
}

impl Stratum {
    /// 1 − f: what the drawn clusters leave unknown; 1 where the population is not known.
    pub fn left(self) -> f64 {
        let left = self.population.map_or(1.0, |population| (population - float(self.clusters)) / population);
        // As R survey: what remains after rounding of a complete stratum is nothing.
        if left < 1e-7 { 0.0 } else { left }
    }

    /// (1−f)·n/(n−1), for strata of several clusters.
    pub fn scale(self) -> f64 {
        let n = float(self.clusters);
        self.left() * n / (n - 1.0)
    }

    pub fn is_lonely(self) -> bool {
        self.clusters == 1 && self.left() > 0.0
    }

    fn know(&mut self, population: f64, place: usize) -> Result<(), DesignRefusal> {
        match self.population {
            Some(known) if (known - population).abs() > 1e-9 * known => {
                Err(DesignRefusal::PopulationVaries { stratum: place })
            }
            Some(_) => Ok(()),
            None if population > 0.0 && !population.is_nan() => {
                self.population = population.is_finite().then_some(population);
                Ok(())
            }
            None => Err(DesignRefusal::NoPopulation { stratum: place }),
        }
    }

    fn check(self, place: usize) -> Result<(), DesignRefusal> {
        match self.population {
            Some(population) if float(self.clusters) > population * (1.0 + 1e-9) => {
                Err(DesignRefusal::MoreThanPopulation { stratum: place })
            }
            Some(_) | None => Ok(()),
        }
    }
}

/// Labels as numbers from 0 in the order of the labels, and the first unit of each. The order of rows changes nothing.
fn numbered<L: Ord>(labels: impl Iterator<Item = L> + Clone) -> (Vec<usize>, Vec<usize>) {
    let mut numbers: BTreeMap<L, (usize, usize)> = BTreeMap::new();
    for (unit, label) in labels.clone().enumerate() {
        numbers.entry(label).or_insert((0, unit));
    }
    let mut firsts = Vec::with_capacity(numbers.len());
    for (number, entry) in numbers.values_mut().enumerate() {
        entry.0 = number;
        firsts.push(entry.1);
    }
    (labels.map(|label| numbers.get(&label).map_or(0, |entry| entry.0)).collect(), firsts)
}
