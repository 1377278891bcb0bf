#![expect(clippy::indexing_slicing, reason = "clusters and strata are numbered by the design")]

use crate::design::{Design, DesignRefusal};
use crate::math::float;
use crate::math::sum::Sum;

/// The sample many times over, each time with other weights: for statistics without a neat linearisation, and to check
/// those that have one. The weights are computed one replicate at a time, so memory does not grow with their number.
#[derive(Debug, Clone)]
pub struct Replicates<'a> {
    design: &'a Design,
    cluster_of_unit: Vec<usize>,
    stratum_of_cluster: Vec<usize>,
    /// Clusters in each stratum.
    sizes: Vec<f64>,
    /// 1 − f of each stratum.
    left: Vec<f64>,
}

impl Replicates<'_> {
    /// One replicate for each cluster, which gets weight nought while the others of its stratum get n_h/(n_h−1): JKn,
    /// and without strata JK1 (Wolter 2007, ch. 4).
    ///
    /// # Errors
    /// When a stratum has a single cluster and is not complete, or single rows are not known.
    pub fn jackknife(design: &Design) -> Result<Replicates<'_>, DesignRefusal> {
        if design.counts().iter().any(|count| *count != 1) {
            return Err(DesignRefusal::NotRowByRow);
        }
        if let Some(stratum) = design.lonely_strata().first() {
            return Err(DesignRefusal::Lonely { stratum: *stratum });
        }
        let stage = design.first();
        let (cluster_of_unit, stratum_of_cluster) = match &stage.clusters {
            Some(clusters) => (clusters.clone(), stage.stratum_of_cluster.clone()),
            None => ((0..design.units()).collect(), stage.stratum_of_unit.clone()),
        };
        let sizes = stage.strata.iter().map(|stratum| float(stratum.clusters)).collect();
        let left = stage.strata.iter().map(|stratum| stratum.left()).collect();
        Ok(Replicates { design, cluster_of_unit, stratum_of_cluster, sizes, left })
    }

    pub fn number(&self) -> usize {
        self.stratum_of_cluster.len()
    }

    /// V = Σ_r (1−f_h)(n_h−1)/n_h·(θ_r−θ̄)² with θ̄ the mean of all replicates. The statistic is told the weights.
    ///
    /// # Errors
    /// When the statistic does not exist in a replicate.
    pub fn variance(&self, statistic: impl Fn(&[f64]) -> Option<f64>) -> Result<f64, DesignRefusal> {
        let mut values = Vec::with_capacity(self.number());
        for cluster in 0..self.number() {
            let value = statistic(&self.weights(cluster)).filter(|value| value.is_finite());
            values.push(value.ok_or(DesignRefusal::NotANumber)?);
        }
        let number = float(u64::try_from(values.len().max(1)).unwrap_or(u64::MAX));
        let mean = values.iter().copied().collect::<Sum>().value() / number;
        let mut variance = Sum::default();
        for (value, stratum) in values.iter().zip(&self.stratum_of_cluster) {
            let n = self.sizes[*stratum];
            variance.add(self.left[*stratum] * (n - 1.0) / n * (value - mean) * (value - mean));
        }
        Ok(variance.value())
    }

    fn weights(&self, cluster: usize) -> Vec<f64> {
        let stratum = self.stratum_of_cluster[cluster];
        let grown = self.sizes[stratum] / (self.sizes[stratum] - 1.0);
        let weight = |(own, weight): (&usize, &f64)| {
            if *own == cluster {
                0.0
            } else if self.stratum_of_cluster[*own] == stratum {
                weight * grown
            } else {
                *weight
            }
        };
        self.cluster_of_unit.iter().zip(self.design.weights()).map(weight).collect()
    }
}
