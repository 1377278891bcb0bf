#![expect(clippy::indexing_slicing, reason = "places, slots and groups are numbered by this file")]

use super::counting::Counting;
use super::pass::{Counted, REASONS};
use super::{Frame, FrameRefusal};
use crate::design::Cells;
use crate::math::float;
use crate::missing::{Missing, MissingCounts};
use crate::tally::Tally;

/// Everything that figures and tests about some questions by some groups need: how many rows, and with which Σw and
/// Σw², gave each answer in each combination of groups.
///
/// Groups are first made one composite code, so every answer is looked at once, whatever the number of tables. Where the
/// combinations are too many, each group is counted by itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Joint {
    pub(super) weighted: bool,
    pub(super) parts: Vec<Part>,
}

/// What was counted in one pass.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Part {
    /// Which of the groups asked for.
    pub groups: Vec<usize>,
    /// The answer to each of them in each place that occurs; as many as there are options is none.
    pub places: Vec<Vec<u16>>,
    /// Options of each.
    pub options: Vec<u16>,
    pub all: (Vec<u64>, Vec<[f64; 2]>),
    pub items: Vec<Counted>,
}

/// One question in one group.
#[derive(Debug, Clone, PartialEq)]
pub struct JointTable {
    /// A tally of the question for each option of the group.
    pub groups: Vec<Tally>,
    /// Σw of each answer in each group.
    pub weights: Vec<Vec<f64>>,
}

/// Rows that are alike in some groups and in their answer, as units of a [`crate::Design`].
#[derive(Debug, Clone, PartialEq)]
pub struct JointCells {
    /// Rows, Σw and Σw²; its strata and populations may be filled in from the groups.
    pub cells: Cells,
    /// The answer of each unit.
    pub answers: Vec<Option<usize>>,
    /// For each group asked for, the one of each unit.
    pub groups: Vec<Vec<Option<usize>>>,
}

/// Cells of one question, so that no request takes all the memory.
pub(super) const MOST_CELLS: usize = 1 << 19;

impl Joint {
    /// Counts questions by groups, both as numbers of columns. With several threads use a [`Counting`].
    ///
    /// # Errors
    /// When there is no such column, the weights do not fit the rows, or the groups are too many.
    pub fn count(frame: &Frame, items: &[usize], groups: &[usize]) -> Result<Joint, FrameRefusal> {
        let counting = Counting::new(frame, items, groups)?;
        let counted = (0..counting.items()).map(|item| counting.item(item)).collect::<Result<_, _>>()?;
        counting.finish(counted)
    }

    /// One question by one group, by their place in what was asked for.
    ///
    /// # Errors
    /// When they were not asked for.
    pub fn table(&self, item: usize, group: usize) -> Result<JointTable, FrameRefusal> {
        let (part, own) = self.part(&[group])?;
        let counted = part.items.get(item).ok_or(FrameRefusal::NoColumn { column: item })?;
        let group = own.first().copied().ok_or(FrameRefusal::NoColumn { column: group })?;
        let (options, width) = (usize::from(part.options[group]), counted.options + REASONS);
        if options.saturating_mul(width) > MOST_CELLS {
            return Err(FrameRefusal::TooManyCells);
        }
        let slots = counted.options + 1;
        // One row more, for those who are in none of the groups.
        let (mut counts, mut weights) = (vec![0u64; (options + 1) * width], vec![0.0; (options + 1) * slots]);
        for (place, cells) in part.places.iter().zip(counted.counts.chunks_exact(width)) {
            let sums = &mut counts[usize::from(place[group]) * width..][..width];
            sums.iter_mut().zip(cells).for_each(|(sum, count)| *sum += u64::from(*count));
        }
        for (place, cells) in part.places.iter().zip(counted.weights.chunks_exact(slots)) {
            let sums = &mut weights[usize::from(place[group]) * slots..][..slots];
            sums.iter_mut().zip(cells).for_each(|(sum, [weight, _])| *sum += weight);
        }
        let answers = |counts: &[u64]| counts.iter().take(counted.options).map(|count| float(*count)).collect();
        Ok(JointTable {
            weights: match self.weighted {
                true => weights.chunks(slots).take(options).map(|row| row[..counted.options].to_vec()).collect(),
                false => counts.chunks(width).take(options).map(answers).collect(),
            },
            groups: counts.chunks(width).take(options).map(|row| tally(row.to_vec(), counted.options)).collect(),
        })
    }

    /// Rows that are alike in these groups and in the answer to a question; without one, in the groups alone.
    ///
    /// # Errors
    /// When they were not asked for, or the groups were too many to be counted together.
    pub fn cells(&self, item: Option<usize>, groups: &[usize]) -> Result<JointCells, FrameRefusal> {
        let (part, own) = self.part(groups)?;
        let counted = match item {
            Some(item) => Some(part.items.get(item).ok_or(FrameRefusal::NoColumn { column: item })?),
            None => None,
        };
        let options = counted.map_or(0, |counted| counted.options);
        // The units in the order of the groups, and within them of the answers, last the ones without.
        let sizes: Vec<usize> = own.iter().map(|group| usize::from(part.options[*group]) + 1).collect();
        let slots = options + 1;
        let number = sizes.iter().try_fold(slots, |all, size| all.checked_mul(*size)).filter(|all| *all <= MOST_CELLS);
        let number = number.ok_or(FrameRefusal::TooManyCells)?;
        let codes = part.places.iter().map(|place| {
            own.iter().zip(&sizes).fold(0, |code, (group, size)| code * size + usize::from(place[*group]))
        });
        let codes: Vec<usize> = codes.collect();
        let (mut counts, mut sums) = (vec![0u64; number], vec![[0.0; 2]; number]);
        match counted {
            None => codes.iter().zip(&part.all.0).for_each(|(code, count)| counts[*code] += count),
            Some(counted) => counted.add_counts(&codes, &mut counts),
        }
        let weights = counted.map_or(&part.all.1, |counted| &counted.weights);
        for (code, cells) in codes.iter().zip(weights.chunks_exact(slots)) {
            let sums = &mut sums[code * slots..(code + 1) * slots];
            for (sum, [weight, square]) in sums.iter_mut().zip(cells) {
                sum[0] += weight;
                sum[1] += square;
            }
        }
        if !self.weighted {
            sums = counts.iter().map(|count| [float(*count); 2]).collect();
        }
        let mut found = JointCells::sized(counts.iter().filter(|count| **count > 0).count(), own.len());
        for (code, (counts, sums)) in counts.chunks_exact(slots).zip(sums.chunks_exact(slots)).enumerate() {
            let before = found.answers.len();
            for (slot, (count, [weight, square])) in counts.iter().zip(sums).enumerate().filter(|(_, cell)| *cell.0 > 0)
            {
                found.cells.counts.push(*count);
                found.cells.weights.push(*weight);
                found.cells.squares.push(*square);
                found.answers.push((slot < options).then_some(slot));
            }
            if found.answers.len() > before {
                let mut rest = code;
                for (groups, size) in found.groups.iter_mut().zip(&sizes).rev() {
                    let option = rest % size;
                    rest /= size;
                    groups.resize(found.answers.len(), (option + 1 < *size).then_some(option));
                }
            }
        }
        Ok(found)
    }

    /// The pass in which all these groups were counted, and their places in it.
    fn part(&self, groups: &[usize]) -> Result<(&Part, Vec<usize>), FrameRefusal> {
        let within = |part: &Part| -> Option<Vec<usize>> {
            groups.iter().map(|group| part.groups.iter().position(|own| own == group)).collect()
        };
        self.parts.iter().find_map(|part| Some((part, within(part)?))).ok_or(match groups {
            [group] => FrameRefusal::NoColumn { column: *group },
            _ => FrameRefusal::TooManyCells,
        })
    }
}

impl JointCells {
    /// Empty, with room for so many units.
    fn sized(units: usize, groups: usize) -> JointCells {
        let cells = Cells {
            counts: Vec::with_capacity(units),
            weights: Vec::with_capacity(units),
            squares: Vec::with_capacity(units),
            ..Cells::default()
        };
        let groups = (0..groups).map(|_| Vec::with_capacity(units)).collect();
        JointCells { cells, answers: Vec::with_capacity(units), groups }
    }
}

impl Counted {
    /// Rows of each answer in each place, last those without one, added to the unit of the place's code.
    fn add_counts(&self, codes: &[usize], sums: &mut [u64]) {
        let slots = self.options + 1;
        for (code, cells) in codes.iter().zip(self.counts.chunks_exact(self.options + REASONS)) {
            let (answers, reasons) = cells.split_at(self.options);
            let sums = &mut sums[code * slots..(code + 1) * slots];
            sums.iter_mut().zip(answers).for_each(|(sum, count)| *sum += u64::from(*count));
            sums[self.options] += reasons.iter().copied().map(u64::from).sum::<u64>();
        }
    }
}

fn tally(mut slots: Vec<u64>, options: usize) -> Tally {
    let reasons = slots.split_off(options);
    let mut missing = MissingCounts::default();
    for (reason, count) in Missing::ALL.into_iter().chain([Missing::Invalid]).zip(reasons) {
        missing.add(reason, count);
    }
    Tally::new(slots, missing)
}
