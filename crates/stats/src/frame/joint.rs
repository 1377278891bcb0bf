#![expect(clippy::indexing_slicing, reason = "places, slots and groups are numbered by this file")]

use std::num::NonZeroUsize;

use super::column::Column;
use super::pass::{self, Counted, REASONS};
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
    weighted: bool,
    parts: Vec<Part>,
}

/// What was counted in one pass.
#[derive(Debug, Clone, PartialEq)]
struct Part {
    /// Which of the groups asked for.
    groups: Vec<usize>,
    /// The answer to each of them in each place that occurs; as many as there are options is none.
    places: Vec<Vec<u16>>,
    /// Options of each.
    options: Vec<u16>,
    all: (Vec<u64>, Vec<[f64; 2]>),
    items: Vec<Counted>,
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

/// Combinations of groups that are counted together.
const MOST_PLACES: usize = 4096;
/// Cells of one question, so that no request takes all the memory.
const MOST_CELLS: usize = 1 << 19;

impl Joint {
    /// Counts questions by groups, both as numbers of columns, in as many threads; the results are the same to the last
    /// bit for any number of them.
    ///
    /// # Errors
    /// When there is no such column, or the weights do not fit the rows.
    pub fn count(
        frame: &Frame,
        items: &[usize],
        groups: &[usize],
        threads: NonZeroUsize,
    ) -> Result<Joint, FrameRefusal> {
        let weights = frame.plan().weights.as_deref();
        if let Some(weights) = weights.filter(|weights| weights.len() != frame.rows()) {
            return Err(FrameRefusal::LengthsDiffer { expected: frame.rows(), found: weights.len() });
        }
        let columns = |numbers: &[usize]| -> Result<Vec<&Column>, FrameRefusal> {
            numbers.iter().map(|number| frame.column(*number)).collect()
        };
        let (items, group_columns) = (columns(items)?, columns(groups)?);
        let part = |groups: Vec<usize>| -> Option<Part> {
            let own: Vec<&Column> = groups.iter().map(|group| group_columns[*group]).collect();
            let (codes, places) = composite(&own, frame.rows())?;
            let widest = items.iter().map(|item| usize::from(item.options()) + REASONS).max().unwrap_or(0);
            if places.len() * widest > MOST_CELLS {
                return None;
            }
            let items = pass::count(&items, &codes, places.len(), weights, threads);
            let all = pass::count_places(items.first(), &codes, places.len(), weights);
            Some(Part { options: own.iter().map(|column| column.options()).collect(), groups, places, all, items })
        };
        let together: Vec<usize> = (0..groups.len()).collect();
        let parts = match part(together.clone()) {
            Some(part) => vec![part],
            None => together
                .into_iter()
                .map(|group| part(vec![group]).ok_or(FrameRefusal::TooManyCells))
                .collect::<Result<_, _>>()?,
        };
        Ok(Joint { weighted: weights.is_some(), parts })
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
        let (mut counts, mut weights) = (vec![0; (options + 1) * width], vec![0.0; (options + 1) * slots]);
        for (place, cells) in part.places.iter().zip(counted.counts.chunks_exact(width)) {
            let sums = &mut counts[usize::from(place[group]) * width..][..width];
            sums.iter_mut().zip(cells).for_each(|(sum, count)| *sum += count);
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
        let mut found =
            JointCells { cells: Cells::default(), answers: Vec::new(), groups: vec![Vec::new(); own.len()] };
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

impl Counted {
    /// Rows of each answer in each place, last those without one, added to the unit of the place's code.
    fn add_counts(&self, codes: &[usize], sums: &mut [u64]) {
        let slots = self.options + 1;
        for (code, cells) in codes.iter().zip(self.counts.chunks_exact(self.options + REASONS)) {
            let (answers, reasons) = cells.split_at(self.options);
            let sums = &mut sums[code * slots..(code + 1) * slots];
            sums.iter_mut().zip(answers).for_each(|(sum, count)| *sum += count);
            sums[self.options] += reasons.iter().sum::<u64>();
        }
    }
}

/// The composite code of each row, as places that occur, numbered in the order of the groups' answers.
fn composite(groups: &[&Column], rows: usize) -> Option<(Vec<u16>, Vec<Vec<u16>>)> {
    let sizes: Vec<usize> = groups.iter().map(|column| usize::from(column.options()) + 1).collect();
    let all = sizes.iter().try_fold(1usize, |all, size| all.checked_mul(*size).filter(|all| *all <= 1 << 16))?;
    let mut codes = vec![0u16; rows];
    for (column, size) in groups.iter().zip(&sizes) {
        // Below the product of the sizes, which fits two bytes.
        let size = u16::try_from(*size).ok()?;
        column.each_place(|row, place| codes[row] = codes[row].wrapping_mul(size).wrapping_add(place));
    }
    let mut seen = vec![false; all];
    codes.iter().for_each(|code| seen[usize::from(*code)] = true);
    let used: Vec<usize> = (0..all).filter(|code| seen[*code]).collect();
    if used.len() > MOST_PLACES {
        return None;
    }
    let mut numbers = vec![0u16; all];
    for (number, code) in (0..).zip(&used) {
        numbers[*code] = number;
    }
    codes.iter_mut().for_each(|code| *code = numbers[usize::from(*code)]);
    let places = used.into_iter().map(|code| {
        let mut rest = code;
        let mut place: Vec<u16> = sizes
            .iter()
            .rev()
            .map(|size| {
                let own = rest % size;
                rest /= size;
                u16::try_from(own).unwrap_or(u16::MAX)
            })
            .collect();
        place.reverse();
        place
    });
    Some((codes, places.collect()))
}

fn tally(mut slots: Vec<u64>, options: usize) -> Tally {
    let reasons = slots.split_off(options);
    let mut missing = MissingCounts::default();
    for (reason, count) in Missing::ALL.into_iter().chain([Missing::Invalid]).zip(reasons) {
        missing.add(reason, count);
    }
    Tally::new(slots, missing)
}
