//! The pass over the rows: each answer is looked at once and lands in one cell.
#![expect(
    clippy::indexing_slicing,
    reason = "the place of a row is below the number of places, the slot of a code below the number of slots"
)]

use std::num::NonZeroUsize;

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
    /// Rows, `options + REASONS` for each place.
    pub counts: Vec<u64>,
    /// Σw and Σw², `options + 1` for each place, the last one without an answer. Empty where every weight is 1.
    pub weights: Vec<[f64; 2]>,
}

/// Counts several columns, each in one thread.
pub fn count(
    columns: &[&Column],
    places: &[u16],
    number: usize,
    weights: Option<&[f64]>,
    threads: NonZeroUsize,
) -> Vec<Counted> {
    let all = |columns: &[&Column]| -> Vec<Counted> {
        let mut scratch = Scratch::default();
        columns.iter().map(|column| count_column(column, places, number, weights, &mut scratch)).collect()
    };
    if threads.get() == 1 {
        return all(columns);
    }
    let share = columns.len().div_ceil(threads.get()).max(1);
    std::thread::scope(|scope| {
        let parts: Vec<_> = columns.chunks(share).map(|part| scope.spawn(move || all(part))).collect();
        // A thread that stopped has counted nothing; its columns are counted here.
        let joined = parts.into_iter().zip(columns.chunks(share));
        joined.flat_map(|(part, own)| part.join().unwrap_or_else(|_| all(own))).collect()
    })
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
            everybody = count_column(
                &Column::of_bytes(0, vec![0; places.len()]),
                places,
                number,
                weights,
                &mut Scratch::default(),
            );
            &everybody
        }
    };
    let sum = |cells: &[[f64; 2]]| {
        let side = |side: usize| cells.iter().map(|cell| cell[side]).collect::<Sum>().value();
        [side(0), side(1)]
    };
    let counts = counted.counts.chunks(counted.options + REASONS).map(|place| place.iter().sum()).collect();
    (counts, counted.weights.chunks(counted.options + 1).map(sum).collect())
}

/// What is counted of one chunk, and the sums of all, kept from one column to the next.
#[derive(Default)]
struct Scratch {
    counts: Vec<u32>,
    cells: Vec<[f64; 2]>,
    sums: Vec<[Sum; 2]>,
}

fn count_column(
    column: &Column,
    places: &[u16],
    number: usize,
    weights: Option<&[f64]>,
    scratch: &mut Scratch,
) -> Counted {
    let options = usize::from(column.options());
    let mut counted = Counted { options, counts: vec![0; number * (options + REASONS)], weights: Vec::new() };
    match column.codes() {
        Codes::Narrow(codes) => {
            let slots: Vec<usize> = (0..=u8::MAX).map(|code| slot(options, code.into(), FIRST_NARROW.into())).collect();
            counted.run(codes, |code| slots[usize::from(*code)], places, number, weights, scratch);
        }
        Codes::Wide(codes) => {
            counted.run(
                codes,
                |code| slot(options, usize::from(*code), FIRST_CODE.into()),
                places,
                number,
                weights,
                scratch,
            );
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
        scratch: &mut Scratch,
    ) {
        let (width, weighted_width) = (self.options + REASONS, self.options + 1);
        let Scratch { counts, cells, sums } = scratch;
        let weighted = if weights.is_some() { number * weighted_width } else { 0 };
        counts.clear();
        counts.resize(self.counts.len(), 0);
        cells.clear();
        cells.resize(weighted, [0.0; 2]);
        sums.clear();
        sums.resize(weighted, [Sum::default(); 2]);
        for (chunk, (codes, places)) in codes.chunks(CHUNK).zip(places.chunks(CHUNK)).enumerate() {
            for (code, place) in codes.iter().zip(places) {
                counts[usize::from(*place) * width + slot(code)] += 1;
            }
            for (total, count) in self.counts.iter_mut().zip(counts.iter_mut()) {
                *total += u64::from(*count);
                *count = 0;
            }
            let Some(weights) = weights else { continue };
            for ((code, place), weight) in codes.iter().zip(places).zip(&weights[chunk * CHUNK..]) {
                let cell = &mut cells[usize::from(*place) * weighted_width + slot(code).min(self.options)];
                cell[0] += weight;
                cell[1] += weight * weight;
            }
            for (sum, cell) in sums.iter_mut().zip(cells.iter_mut()).filter(|(_, cell)| cell[1] > 0.0) {
                sum[0].add(cell[0]);
                sum[1].add(cell[1]);
                *cell = [0.0; 2];
            }
        }
        self.weights = sums.iter().map(|[weight, square]| [weight.value(), square.value()]).collect();
    }
}
