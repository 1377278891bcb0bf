#![expect(clippy::indexing_slicing, reason = "cells, columns and categories are numbered by this file")]

use super::refusal::WeightingRefusal;
use crate::design::Design;
use crate::math::float;
use crate::math::sum::Sum;

/// One division of the population that is known from elsewhere: how many people each category has.
#[derive(Debug, Clone, PartialEq)]
pub struct Margin {
    /// The category of each unit of the sample, from 0; any larger number is none.
    pub categories: Vec<u16>,
    /// People in each category.
    pub totals: Vec<f64>,
}

/// More combinations of categories than any sample could fill.
const MOST_CELLS: usize = 1 << 20;

/// The sample as its margins see it: everybody with the same category in every margin is one cell. All weighting happens
/// here, because whoever is alike in the margins gets the same factor.
#[derive(Debug, Clone, PartialEq)]
pub struct Cells {
    pub cell_of_unit: Vec<usize>,
    /// The category of each margin, for each cell, in ascending order.
    pub categories: Vec<Vec<usize>>,
    /// Σd of each cell.
    pub weights: Vec<f64>,
    /// Where the columns of each margin begin: the first category of a margin has none, it is what the first column,
    /// one for everybody, leaves over.
    offsets: Vec<usize>,
    width: usize,
}

impl Cells {
    pub fn of(design: &Design, margins: &[Margin]) -> Result<Cells, WeightingRefusal> {
        check(design, margins)?;
        // One number for each combination of categories that occurs, in their order.
        let combine = |all: usize, margin: &Margin| all.checked_mul(margin.totals.len());
        let all = margins.iter().try_fold(1, combine).filter(|all| *all <= MOST_CELLS);
        let all = all.ok_or(WeightingRefusal::TooManyCells { most: MOST_CELLS })?;
        let code = |unit: usize| {
            let next = |code: usize, margin: &Margin| code * margin.totals.len() + usize::from(margin.categories[unit]);
            margins.iter().fold(0, next)
        };
        let codes: Vec<usize> = (0..design.units()).map(code).collect();
        let mut numbers = vec![usize::MAX; all];
        codes.iter().for_each(|code| numbers[*code] = 0);
        let mut categories = Vec::new();
        for (code, number) in numbers.iter_mut().enumerate().filter(|(_, number)| **number == 0) {
            *number = categories.len();
            let mut rest = code;
            let mut own = vec![0; margins.len()];
            for (category, margin) in own.iter_mut().zip(margins).rev() {
                (*category, rest) = (rest % margin.totals.len(), rest / margin.totals.len());
            }
            categories.push(own);
        }
        let cell_of_unit: Vec<usize> = codes.into_iter().map(|code| numbers[code]).collect();
        let weights = sums(&cell_of_unit, categories.len(), design.weights().iter().copied());
        let mut offsets = Vec::with_capacity(margins.len());
        let mut width = 1;
        for margin in margins {
            offsets.push(width);
            width += margin.totals.len() - 1;
        }
        Ok(Cells { cell_of_unit, categories, weights, offsets, width })
    }

    /// How many columns the margins have together.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The columns that are 1 for the cell; all others are 0.
    pub fn columns(&self, cell: usize) -> impl Iterator<Item = usize> + Clone {
        let own = self.categories[cell].iter().zip(&self.offsets);
        std::iter::once(0)
            .chain(own.filter(|(category, _)| **category > 0).map(|(category, start)| start + category - 1))
    }

    /// Of which margin and category a column tells; the first belongs to the first margin.
    pub fn place(&self, column: usize) -> (usize, usize) {
        let margin = self.offsets.iter().rposition(|start| *start <= column).unwrap_or(0);
        (margin, if column == 0 { 0 } else { column - self.offsets[margin] + 1 })
    }

    /// What Σwx is to be, column by column.
    pub fn targets(&self, margins: &[Margin]) -> Vec<f64> {
        let all = margins.first().map_or(0.0, population);
        std::iter::once(all).chain(margins.iter().flat_map(|margin| margin.totals.iter().skip(1).copied())).collect()
    }
}

pub fn population(margin: &Margin) -> f64 {
    margin.totals.iter().copied().collect::<Sum>().value()
}

fn check(design: &Design, margins: &[Margin]) -> Result<(), WeightingRefusal> {
    let Some(first) = margins.first() else { return Err(WeightingRefusal::NoMargin) };
    if design.calibration().is_some() {
        return Err(WeightingRefusal::AlreadyWeighted);
    }
    for (place, margin) in margins.iter().enumerate() {
        let (expected, found) = (design.units(), margin.categories.len());
        if expected != found {
            return Err(WeightingRefusal::LengthsDiffer { margin: place, expected, found });
        }
        let respondents =
            respondents(design, margin).map_err(|row| WeightingRefusal::Unclassified { margin: place, row })?;
        for (category, (total, respondents)) in margin.totals.iter().zip(&respondents).enumerate() {
            if !total.is_finite() || *total <= 0.0 {
                return Err(WeightingRefusal::NoTarget { margin: place, category });
            }
            if *respondents == 0 {
                return Err(WeightingRefusal::NobodyIn { margin: place, category });
            }
        }
        if (population(margin) - population(first)).abs() > 1e-6 * population(first) {
            return Err(WeightingRefusal::TotalsDisagree { margin: place });
        }
    }
    Ok(())
}

/// Rows in each category, or the first unit that is in none.
pub fn respondents(design: &Design, margin: &Margin) -> Result<Vec<u64>, usize> {
    let mut respondents = vec![0; margin.totals.len()];
    for (unit, (category, count)) in margin.categories.iter().zip(design.counts()).enumerate() {
        *respondents.get_mut(usize::from(*category)).ok_or(unit)? += count;
    }
    Ok(respondents)
}

/// The part of the sample, by weight, that each category holds.
pub fn shares(weights: &[f64], margin: &Margin) -> Vec<f64> {
    let places: Vec<usize> = margin.categories.iter().map(|category| usize::from(*category)).collect();
    let sums = sums(&places, margin.totals.len(), weights.iter().copied());
    let all = weights.iter().copied().collect::<Sum>().value();
    sums.into_iter().map(|sum| sum / all).collect()
}

pub fn share_of(count: u64, rows: u64) -> f64 {
    float(count) / float(rows.max(1))
}

/// Σ of some values over each place.
pub fn sums(places: &[usize], number: usize, values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut sums = vec![Sum::default(); number];
    for (place, value) in places.iter().zip(values) {
        sums[*place].add(value);
    }
    sums.into_iter().map(Sum::value).collect()
}
