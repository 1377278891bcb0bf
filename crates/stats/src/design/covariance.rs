#![expect(
    clippy::indexing_slicing,
    reason = "units, clusters and strata are numbered by the stages, figures by their number"
)]

use super::plan::DesignRefusal;
use super::stage::{Second, Stratum};
use super::{Design, Lonely};
use crate::math::float;
use crate::math::matrix::Matrix;
use crate::math::sum::Sum;

impl Design {
    /// The covariance matrix of linearised figures, from the influence of each unit on each figure *per unit of weight*
    /// (Taylor; ultimate clusters and two stages).
    ///
    /// V = Σ_h (1−f_h)·n_h/(n_h−1)·Σ_a (U_ha−Ū_h)(U_ha−Ū_h)ᵀ with U_ha the total of w·e over cluster a, and where
    /// clusters were drawn from themselves, + Σ_h f_h Σ_a (1−f_ha)·m_a/(m_a−1)·Σ_b (…)(…)ᵀ. After calibration e is
    /// first replaced by its residual on the margins (Särndal, Swensson & Wretman 1992, ch. 4, 6; Deville & Särndal
    /// 1992). A complete stratum adds nothing.
    ///
    /// # Errors
    /// When a stratum of a single cluster must not be guessed, or the figures are no numbers.
    pub fn covariance(&self, influences: &[&[f64]]) -> Result<Matrix, DesignRefusal> {
        let columns: Vec<Vec<f64>> = influences.iter().map(|influence| self.residual(influence)).collect();
        if columns.iter().any(|column| column.len() != self.units()) {
            let found = columns.iter().map(Vec::len).find(|length| *length != self.units()).unwrap_or(0);
            return Err(DesignRefusal::LengthsDiffer { expected: self.units(), found });
        }
        let mut covariance = match &self.first.clusters {
            None => self.rows_as_clusters(&columns)?,
            Some(clusters) => {
                let totals = self.totals(&columns, clusters, self.first.stratum_of_cluster.len());
                let scales: Vec<f64> = self.first.strata.iter().map(|stratum| stratum.left()).collect();
                between(&totals, &self.first.stratum_of_cluster, &self.first.strata, &scales, self.lonely)?
            }
        };
        if let (Some(second), Some(clusters)) = (&self.second, &self.first.clusters) {
            covariance = covariance.plus(&self.within_clusters(&columns, second, clusters)?);
        }
        let finite = (0..columns.len()).all(|row| covariance.row(row).iter().all(|cell| cell.is_finite()));
        if finite { Ok(covariance) } else { Err(DesignRefusal::NotANumber) }
    }

    fn residual(&self, influence: &[f64]) -> Vec<f64> {
        match &self.calibration {
            Some(calibration) => calibration.residual(influence),
            None => influence.to_vec(),
        }
    }

    /// The totals of w·e of each group, a row for each group.
    fn totals(&self, columns: &[Vec<f64>], group_of_unit: &[usize], groups: usize) -> Vec<Vec<f64>> {
        let mut totals = vec![vec![Sum::default(); columns.len()]; groups];
        for (unit, group) in group_of_unit.iter().enumerate() {
            for (sum, column) in totals[*group].iter_mut().zip(columns) {
                sum.add(self.weights[unit] * column[unit]);
            }
        }
        totals.into_iter().map(|sums| sums.into_iter().map(Sum::value).collect()).collect()
    }

    /// Each row is a cluster.
    fn rows_as_clusters(&self, columns: &[Vec<f64>]) -> Result<Matrix, DesignRefusal> {
        let strata = &self.first.strata;
        let totals = self.totals(columns, &self.first.stratum_of_unit, strata.len());
        let scales: Vec<f64> = strata.iter().map(|stratum| stratum.left()).collect();
        if self.spreads_widely(columns, &totals) {
            return Ok(self.rows_around_nought(columns, &totals));
        }
        let centres = Centres::of(totals, strata, &scales, self.lonely)?;
        let mut spread = Spread::new(columns.len());
        let (mut distance, mut influence) = (vec![0.0; columns.len()], vec![0.0; columns.len()]);
        for (unit, stratum) in self.first.stratum_of_unit.iter().enumerate() {
            let Some((centre, scale)) = centres.of_stratum(*stratum) else { continue };
            let rows = float(self.counts[unit]);
            for (place, column) in columns.iter().enumerate() {
                influence[place] = column[unit];
                distance[place] = self.weights[unit] * column[unit] / rows - centre[place];
            }
            // The rows of a unit lie around its mean by as much as their weights do.
            spread.add(&distance, scale * rows);
            if self.counts[unit] > 1 {
                let unequal = self.squares[unit] - self.weights[unit] * self.weights[unit] / rows;
                spread.add(&influence, scale * unequal.max(0.0));
            }
        }
        Ok(spread.matrix().scaled(centres.inflation))
    }

    /// Whether every stratum has several rows whose spread is no small remainder of their distance from nought, so that
    /// a difference of the two sums of squares loses nothing worth mentioning.
    fn spreads_widely(&self, columns: &[Vec<f64>], totals: &[Vec<f64>]) -> bool {
        let mut squares = vec![0.0; self.first.strata.len()];
        columns.iter().enumerate().all(|(place, column)| {
            squares.fill(0.0);
            for ((stratum, square), influence) in self.first.stratum_of_unit.iter().zip(&self.squares).zip(column) {
                squares[*stratum] += square * influence * influence;
            }
            self.first.strata.iter().zip(&squares).zip(totals).all(|((stratum, square), total)| {
                stratum.clusters > 1 && total[place] * total[place] <= 0.9 * float(stratum.clusters) * square
            })
        })
    }

    /// Σ(U−Ū)(U−Ū)ᵀ as ΣQ·e·eᵀ − T·Tᵀ/n.
    fn rows_around_nought(&self, columns: &[Vec<f64>], totals: &[Vec<f64>]) -> Matrix {
        let strata = &self.first.strata;
        let mut spread = Spread::new(columns.len());
        let mut influence = vec![0.0; columns.len()];
        for ((unit, stratum), square) in self.first.stratum_of_unit.iter().enumerate().zip(&self.squares) {
            for (value, column) in influence.iter_mut().zip(columns) {
                *value = column[unit];
            }
            spread.add(&influence, strata[*stratum].scale() * square);
        }
        for (total, stratum) in totals.iter().zip(strata) {
            spread.add(total, -stratum.scale() / float(stratum.clusters));
        }
        spread.matrix()
    }

    fn within_clusters(
        &self,
        columns: &[Vec<f64>],
        second: &Second,
        clusters: &[usize],
    ) -> Result<Matrix, DesignRefusal> {
        let totals = self.totals(columns, &second.part_of_unit, second.cluster_of_part.len());
        let mut scales = vec![0.0; second.clusters.len()];
        for (unit, cluster) in clusters.iter().enumerate() {
            let stratum = self.first.strata[self.first.stratum_of_unit[unit]];
            // Where nothing is known of the population of clusters, the first stage alone tells everything.
            let fraction = stratum.population.map_or(0.0, |population| float(stratum.clusters) / population);
            scales[*cluster] = fraction.min(1.0) * second.clusters[*cluster].left();
        }
        between(&totals, &second.cluster_of_part, &second.clusters, &scales, self.lonely)
    }
}

/// Σ over strata of scale·n/(n−1)·Σ (U−Ū)(U−Ū)ᵀ.
fn between(
    totals: &[Vec<f64>],
    stratum_of: &[usize],
    strata: &[Stratum],
    scales: &[f64],
    lonely: Lonely,
) -> Result<Matrix, DesignRefusal> {
    let figures = totals.first().map_or(0, Vec::len);
    let mut sums = vec![vec![Sum::default(); figures]; strata.len()];
    for (total, stratum) in totals.iter().zip(stratum_of) {
        for (sum, value) in sums[*stratum].iter_mut().zip(total) {
            sum.add(*value);
        }
    }
    let sums = sums.into_iter().map(|sums| sums.into_iter().map(Sum::value).collect()).collect();
    let centres = Centres::of(sums, strata, scales, lonely)?;
    let mut spread = Spread::new(figures);
    for (total, stratum) in totals.iter().zip(stratum_of) {
        let Some((centre, scale)) = centres.of_stratum(*stratum) else { continue };
        let distance: Vec<f64> = total.iter().zip(centre).map(|(value, centre)| value - centre).collect();
        spread.add(&distance, scale);
    }
    Ok(spread.matrix().scaled(centres.inflation))
}

/// What each stratum's clusters are measured from, and how much their distance counts.
struct Centres {
    /// `None` for a stratum that adds nothing.
    strata: Vec<Option<(Vec<f64>, f64)>>,
    /// What the strata that are known stand for, against all.
    inflation: f64,
}

impl Centres {
    fn of(totals: Vec<Vec<f64>>, strata: &[Stratum], scales: &[f64], lonely: Lonely) -> Result<Centres, DesignRefusal> {
        let is_lonely = |place: usize| strata[place].clusters == 1 && scales[place] > 0.0;
        let single = (0..strata.len()).filter(|place| is_lonely(*place)).count();
        let untold = match lonely {
            Lonely::Fail => single > 0,
            Lonely::Average => single == strata.len(),
            Lonely::Adjust | Lonely::Remove => false,
        };
        if untold {
            let stratum = (0..strata.len()).find(|place| is_lonely(*place)).unwrap_or(0);
            return Err(DesignRefusal::Lonely { stratum });
        }
        let clusters = float(strata.iter().map(|stratum| stratum.clusters).sum());
        let figures = totals.first().map_or(0, Vec::len);
        let mean = |place: usize| totals.iter().map(|total| total[place]).collect::<Sum>().value() / clusters;
        let all: Vec<f64> = (0..figures).map(mean).collect();
        let centre = |place: usize, total: Vec<f64>| {
            let n = float(strata[place].clusters);
            if n > 1.0 {
                Some((total.into_iter().map(|value| value / n).collect(), scales[place] * n / (n - 1.0)))
            } else {
                (is_lonely(place) && lonely == Lonely::Adjust).then(|| (all.clone(), scales[place]))
            }
        };
        let number = |count: usize| float(u64::try_from(count).unwrap_or(u64::MAX));
        let inflation = match lonely {
            Lonely::Average => number(strata.len()) / number(strata.len() - single),
            Lonely::Adjust | Lonely::Remove | Lonely::Fail => 1.0,
        };
        let strata = totals.into_iter().enumerate().map(|(place, total)| centre(place, total)).collect();
        Ok(Centres { strata, inflation })
    }

    /// The centre, and (1−f)·n/(n−1).
    fn of_stratum(&self, place: usize) -> Option<(&[f64], f64)> {
        self.strata[place].as_ref().map(|(centre, scale)| (centre.as_slice(), *scale))
    }
}

/// A sum of products of all pairs of figures: in blocks, whose sums then lose nothing.
struct Spread {
    figures: usize,
    block: Vec<f64>,
    in_block: usize,
    sums: Vec<Sum>,
}

const BLOCK: usize = 256;

impl Spread {
    fn new(figures: usize) -> Spread {
        let pairs = figures * (figures + 1) / 2;
        Spread { figures, block: vec![0.0; pairs], in_block: 0, sums: vec![Sum::default(); pairs] }
    }

    fn add(&mut self, distance: &[f64], scale: f64) {
        let mut rest = self.block.as_mut_slice();
        for (place, value) in distance.iter().enumerate() {
            let (pairs, after) = rest.split_at_mut(place + 1);
            let scaled = value * scale;
            for (pair, other) in pairs.iter_mut().zip(distance) {
                *pair += scaled * other;
            }
            rest = after;
        }
        self.in_block += 1;
        if self.in_block == BLOCK {
            self.flush();
        }
    }

    fn flush(&mut self) {
        for (sum, cell) in self.sums.iter_mut().zip(&mut self.block) {
            sum.add(*cell);
            *cell = 0.0;
        }
        self.in_block = 0;
    }

    fn matrix(mut self) -> Matrix {
        self.flush();
        Matrix::of(self.figures, self.figures, |row, column| {
            let (high, low) = (row.max(column), row.min(column));
            self.sums[high * (high + 1) / 2 + low].value()
        })
    }
}
