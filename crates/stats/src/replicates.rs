#![expect(clippy::indexing_slicing, reason = "clusters and strata are numbered by the design")]

use crate::comparisons::Seed;
use crate::design::{Design, DesignRefusal};
use crate::math::float;
use crate::math::sum::Sum;

/// The sample many times over, each time with other weights: for statistics without a neat linearisation, and to check
/// those that have one. The weights are computed one replicate at a time, so memory does not grow with their number.
#[derive(Debug, Clone)]
pub struct Replicates<'a> {
    design: &'a Design,
    kind: Kind,
    cluster_of_unit: Vec<usize>,
    stratum_of_cluster: Vec<usize>,
    /// Clusters in each stratum.
    sizes: Vec<usize>,
    /// 1 − f of each stratum.
    left: Vec<f64>,
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    /// Each cluster is left out once.
    Jackknife,
    /// Clusters are drawn anew.
    Bootstrap { rounds: u32, seed: Seed },
}

impl Replicates<'_> {
    /// Groups that are as good as each cluster by itself, and quicker where clusters are many.
    pub const GROUPS: usize = 200;
    /// Rounds of the bootstrap that give a standard error to some two per cent.
    pub const ROUNDS: u32 = 1000;

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
        let mut sizes = vec![0; stage.strata.len()];
        stratum_of_cluster.iter().for_each(|stratum| sizes[*stratum] += 1);
        let left = stage.strata.iter().map(|stratum| stratum.left()).collect();
        Ok(Replicates { design, kind: Kind::Jackknife, cluster_of_unit, stratum_of_cluster, sizes, left })
    }

    /// JK1 over random groups of clusters, as equal in number as possible; for samples without strata.
    ///
    /// # Errors
    /// As for the jackknife, and when there are strata, which the groups would cut across.
    pub fn grouped_jackknife(design: &Design, groups: usize, seed: Seed) -> Result<Replicates<'_>, DesignRefusal> {
        let mut replicates = Replicates::jackknife(design)?;
        if replicates.sizes.len() > 1 {
            return Err(DesignRefusal::Stratified);
        }
        let clusters = replicates.stratum_of_cluster.len();
        let groups = groups.clamp(2, clusters.max(2));
        let mut order: Vec<usize> = (0..clusters).collect();
        let mut dice = seed.dice();
        for last in (1..clusters).rev() {
            order.swap(last, dice.below(last + 1));
        }
        let mut group_of_cluster = vec![0; clusters];
        order.iter().enumerate().for_each(|(place, cluster)| group_of_cluster[*cluster] = place % groups);
        replicates.cluster_of_unit.iter_mut().for_each(|cluster| *cluster = group_of_cluster[*cluster]);
        replicates.stratum_of_cluster = vec![0; groups.min(clusters)];
        replicates.sizes = vec![groups.min(clusters)];
        Ok(replicates)
    }

    /// Rescaled bootstrap (Rao & Wu 1988; Rao, Wu & Yue 1992): n_h−1 clusters drawn with replacement from each stratum,
    /// weights times 1−λ+λ·n_h/(n_h−1)·r with λ = √(1−f_h) and r the times drawn.
    ///
    /// # Errors
    /// As for the jackknife.
    pub fn bootstrap(design: &Design, rounds: u32, seed: Seed) -> Result<Replicates<'_>, DesignRefusal> {
        Ok(Replicates { kind: Kind::Bootstrap { rounds, seed }, ..Replicates::jackknife(design)? })
    }

    pub fn number(&self) -> usize {
        match self.kind {
            Kind::Jackknife => self.stratum_of_cluster.len(),
            Kind::Bootstrap { rounds, .. } => usize::try_from(rounds).unwrap_or(usize::MAX),
        }
    }

    /// V of a statistic that is told the weights: Σ_r (1−f_h)(n_h−1)/n_h·(θ_r−θ̄)² of the jackknife, Σ(θ_r−θ̄)²/B of the
    /// bootstrap, with θ̄ the mean of all replicates.
    ///
    /// # Errors
    /// When the statistic does not exist in a replicate.
    pub fn variance(&self, statistic: impl Fn(&[f64]) -> Option<f64>) -> Result<f64, DesignRefusal> {
        let value =
            |weights: Vec<f64>| statistic(&weights).filter(|value| value.is_finite()).ok_or(DesignRefusal::NotANumber);
        match self.kind {
            Kind::Jackknife => {
                let without = |cluster: usize| value(self.weights_without(cluster));
                let values: Vec<f64> = (0..self.number()).map(without).collect::<Result<_, _>>()?;
                let scales = self.stratum_of_cluster.iter().map(|stratum| {
                    let n = size(self.sizes[*stratum]);
                    self.left[*stratum] * (n - 1.0) / n
                });
                Ok(spread(&values, scales))
            }
            Kind::Bootstrap { rounds, seed } => {
                let mut dice = seed.dice();
                let mut values = Vec::new();
                for _ in 0..rounds {
                    values.push(value(self.weights_drawn(&mut dice))?);
                }
                let scale = 1.0 / f64::from(rounds.max(1));
                Ok(spread(&values, std::iter::repeat_n(scale, values.len())))
            }
        }
    }

    fn weights_without(&self, cluster: usize) -> Vec<f64> {
        let stratum = self.stratum_of_cluster[cluster];
        let n = size(self.sizes[stratum]);
        let weight = |(own, weight): (&usize, &f64)| {
            if *own == cluster {
                0.0
            } else if self.stratum_of_cluster[*own] == stratum {
                weight * n / (n - 1.0)
            } else {
                *weight
            }
        };
        self.cluster_of_unit.iter().zip(self.design.weights()).map(weight).collect()
    }

    fn weights_drawn(&self, dice: &mut crate::comparisons::Dice) -> Vec<f64> {
        let mut of_stratum: Vec<Vec<usize>> = vec![Vec::new(); self.sizes.len()];
        for (cluster, stratum) in self.stratum_of_cluster.iter().enumerate() {
            of_stratum[*stratum].push(cluster);
        }
        let mut factors = vec![0.0; self.stratum_of_cluster.len()];
        for (clusters, left) in of_stratum.iter().zip(&self.left) {
            // A complete stratum of one cluster is what it is.
            if clusters.len() < 2 {
                clusters.iter().for_each(|cluster| factors[*cluster] = 1.0);
                continue;
            }
            let (n, lambda) = (size(clusters.len()), left.sqrt());
            clusters.iter().for_each(|cluster| factors[*cluster] = 1.0 - lambda);
            for _ in 1..clusters.len() {
                factors[clusters[dice.below(clusters.len())]] += lambda * n / (n - 1.0);
            }
        }
        self.cluster_of_unit.iter().zip(self.design.weights()).map(|(own, weight)| weight * factors[*own]).collect()
    }
}

fn spread(values: &[f64], scales: impl Iterator<Item = f64>) -> f64 {
    let mean = values.iter().copied().collect::<Sum>().value() / size(values.len().max(1));
    values.iter().zip(scales).map(|(value, scale)| scale * (value - mean) * (value - mean)).collect::<Sum>().value()
}

fn size(number: usize) -> f64 {
    float(u64::try_from(number).unwrap_or(u64::MAX))
}
