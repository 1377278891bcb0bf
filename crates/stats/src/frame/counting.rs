#![expect(clippy::indexing_slicing, reason = "groups and composite codes are numbered by this file")]

use super::column::Column;
use super::joint::{Joint, MOST_CELLS, Part};
use super::pass::{self, Counted, REASONS};
use super::{Frame, FrameRefusal};

/// A [`Joint`] in the making: its questions are counted one by one, in whatever threads the caller has, and the result
/// is the same to the last bit.
#[derive(Debug, Clone)]
pub struct Counting<'a> {
    items: Vec<&'a Column>,
    weights: Option<&'a [f64]>,
    grounds: Vec<Ground>,
}

/// One question counted, to be handed back.
#[derive(Debug, Clone, PartialEq)]
pub struct CountedItem {
    item: usize,
    parts: Vec<Counted>,
}

/// Some groups as one composite code.
#[derive(Debug, Clone)]
struct Ground {
    groups: Vec<usize>,
    options: Vec<u16>,
    /// The place of each row.
    codes: Vec<u16>,
    places: Vec<Vec<u16>>,
}

/// Combinations of groups that are counted together.
const MOST_PLACES: usize = 4096;

impl<'a> Counting<'a> {
    /// Questions by groups, both as numbers of columns.
    ///
    /// # Errors
    /// When there is no such column, the weights do not fit the rows, or the groups are too many.
    pub fn new(frame: &'a Frame, items: &[usize], groups: &[usize]) -> Result<Counting<'a>, FrameRefusal> {
        let weights = frame.plan().weights.as_deref();
        if let Some(weights) = weights.filter(|weights| weights.len() != frame.rows()) {
            return Err(FrameRefusal::LengthsDiffer { expected: frame.rows(), found: weights.len() });
        }
        let columns = |numbers: &[usize]| -> Result<Vec<&'a Column>, FrameRefusal> {
            numbers.iter().map(|number| frame.column(*number)).collect()
        };
        let (items, group_columns) = (columns(items)?, columns(groups)?);
        let widest = items.iter().map(|item| usize::from(item.options()) + REASONS).max().unwrap_or(0);
        let ground = |groups: Vec<usize>| -> Option<Ground> {
            let own: Vec<&Column> = groups.iter().map(|group| group_columns[*group]).collect();
            let (codes, places) = composite(&own, frame.rows())?;
            let options = own.iter().map(|column| column.options()).collect();
            (places.len() * widest <= MOST_CELLS).then_some(Ground { groups, options, codes, places })
        };
        let single = |group: usize| ground(vec![group]).ok_or(FrameRefusal::TooManyCells);
        let grounds = match ground((0..groups.len()).collect()) {
            Some(ground) => vec![ground],
            None => (0..groups.len()).map(single).collect::<Result<_, _>>()?,
        };
        Ok(Counting { items, weights, grounds })
    }

    /// How many questions there are to count.
    pub fn items(&self) -> usize {
        self.items.len()
    }

    /// Counts one of them.
    ///
    /// # Errors
    /// When there is no such question.
    pub fn item(&self, item: usize) -> Result<CountedItem, FrameRefusal> {
        let column = self.items.get(item).ok_or(FrameRefusal::NoColumn { column: item })?;
        let count = |ground: &Ground| pass::count_column(column, &ground.codes, ground.places.len(), self.weights);
        Ok(CountedItem { item, parts: self.grounds.iter().map(count).collect() })
    }

    /// All of them together, in any order.
    ///
    /// # Errors
    /// When one is missing.
    pub fn finish(self, mut counted: Vec<CountedItem>) -> Result<Joint, FrameRefusal> {
        counted.sort_by_key(|counted| counted.item);
        counted.dedup_by_key(|counted| counted.item);
        if let Some(missing) = (0..self.items.len()).find(|item| counted.get(*item).is_none_or(|own| own.item != *item))
        {
            return Err(FrameRefusal::NoColumn { column: missing });
        }
        let mut items: Vec<Vec<Counted>> = self.grounds.iter().map(|_| Vec::with_capacity(counted.len())).collect();
        for item in counted {
            items.iter_mut().zip(item.parts).for_each(|(items, part)| items.push(part));
        }
        let part = |(ground, items): (Ground, Vec<Counted>)| {
            let Ground { groups, options, codes, places } = ground;
            let all = pass::count_places(items.first(), &codes, places.len(), self.weights);
            Part { groups, places, options, all, items }
        };
        Ok(Joint { weighted: self.weights.is_some(), parts: self.grounds.into_iter().zip(items).map(part).collect() })
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
