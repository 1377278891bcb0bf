//! The pass over the rows: each answer is looked at once and lands in one cell.
#![expect(
    clippy::indexing_slicing,
    reason = "the place of a row is below the number of places, the slot of a code below the number of slots"
)]

use super::column::{Codes, Column, FIRST_NARROW};
use crate::math::sum::Sum;
use crate::missing::{FIRST_CODE, Missing};

/// Rows whose sums are added up plainly, before these sums are added without loss. It is the same for any number of
/// threads, and so are the results.
const CHUNK: usize = 1 << 16;

/// Slots after the options: one for each reason, and one for codes that mean nothing.
pub const REASONS: usize = Missing::ALL.len() + 1;

/// What was counted of one column in every place.
#[derive(Debug, Clone, PartialEq)]
pub struct Counted {
    pub options: usize,
    /// Rows, `options + REASONS` for each place; a frame has no more rows than fit.
    pub counts: Vec<u32>,
    /// Σw and Σw², `options + 1` for each place, the last one without an answer. Empty where every weight is 1.
    pub weights: Vec<[f64; 2]>,
}

/// Rows, Σw and Σw² of each place: what was counted of one column holds them too, else they are counted.
pub fn count_places(
    counted: Option<&Counted>,
    places: &[u16],
    number: usize,
    weights: Option<&[f64]>,
) -> (Vec<u64>, Vec<[f64; 2]>) {
    let everybody;
    let counted = match counted {
        Some(counted) => counted,
        None => {
            everybody = count_column(&Column::of_bytes(0, vec![0; places.len()]), places, number, weights);
            &everybody
        }
    };
    let sum = |cells: &[[f64; 2]]| {
        let side = |side: usize| cells.iter().map(|cell| cell[side]).collect::<Sum>().value();
        [side(0), side(1)]
    };
    let counts =
        counted.counts.chunks(counted.options + REASONS).map(|place| place.iter().copied().map(u64::from).sum());
    (counts.collect(), counted.weights.chunks(counted.options + 1).map(sum).collect())
}

/// Counts one column, each row in its place.
pub fn count_column(column: &Column, places: &[u16], number: usize, weights: Option<&[f64]>) -> Counted {
    let options = usize::from(column.options());
    let mut counted = Counted { options, counts: vec![0; number * (options + REASONS)], weights: Vec::new() };
    match column.codes() {
        Codes::Narrow(codes) => {
            let slots: Vec<usize> = (0..=u8::MAX).map(|code| slot(options, code.into(), FIRST_NARROW.into())).collect();
            counted.run(codes, |code| slots[usize::from(*code)], places, number, weights);
        }
        Codes::Wide(codes) => {
            counted.run(codes, |code| slot(options, usize::from(*code), FIRST_CODE.into()), places, number, weights);
        }
    }
    counted
}

fn slot(options: usize, code: usize, first_reason: usize) -> usize {
    if code < options { code } else { options + code.checked_sub(first_reason).unwrap_or(REASONS - 1).min(REASONS - 1) }
}

impl Counted {
    fn run<C>(
        &mut self,
        codes: &[C],
        slot: impl Fn(&C) -> usize,
        places: &[u16],
        number: usize,
        weights: Option<&[f64]>,
    ) {
        let (width, weighted_width) = (self.options + REASONS, self.options + 1);
        let mut cells = vec![[0.0f64; 2]; if weights.is_some() { number * weighted_width } else { 0 }];
        // A single chunk has nothing to be added to.
        let mut sums = vec![[Sum::default(); 2]; if codes.len() > CHUNK { cells.len() } else { 0 }];
        for (chunk, (codes, places)) in codes.chunks(CHUNK).zip(places.chunks(CHUNK)).enumerate() {
            for (code, place) in codes.iter().zip(places) {
                self.counts[usize::from(*place) * width + slot(code)] += 1;
            }
            let Some(weights) = weights else { continue };
            for ((code, place), weight) in codes.iter().zip(places).zip(&weights[chunk * CHUNK..]) {
                let cell = &mut cells[usize::from(*place) * weighted_width + slot(code).min(self.options)];
                cell[0] += weight;
                cell[1] += weight * weight;
            }
            for (sum, cell) in sums.iter_mut().zip(cells.iter_mut()).filter(|(_, cell)| cell[0].to_bits() != 0) {
                sum[0].add(cell[0]);
                sum[1].add(cell[1]);
                *cell = [0.0; 2];
            }
        }
        self.weights = match sums.is_empty() {
            true => cells,
            false => sums.iter().map(|[weight, square]| [weight.value(), square.value()]).collect(),
        };
    }
}
