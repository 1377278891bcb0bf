use std::collections::VecDeque;

use crate::comparisons::CrossTable;
use crate::refusal::Refusal;

/// Which totals stand beside a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Totals {
    pub rows: bool,
    pub columns: bool,
    pub grand: bool,
}

impl Totals {
    pub const ALL: Totals = Totals { rows: true, columns: true, grand: true };
}

/// What anybody can compute of a hidden count from what is shown: it lies between these, and no closer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    pub low: u64,
    /// `None` when nothing shown limits it.
    pub high: Option<u64>,
}

impl Bounds {
    /// Whether at least `k` steps lie between the bounds, and they reach down to nobody or up to twice `k`.
    pub fn hides(self, k: u64) -> bool {
        self.high.is_none_or(|high| high - self.low >= k && (self.low < 1 || high >= k.saturating_mul(2)))
    }
}

/// Tables with more cells are not audited.
const MOST_CELLS: usize = 10_000;

/// The bounds of each hidden cell, given as (row, column) from 0, in the order given: the smallest and the largest
/// count in any table of whole numbers that agrees with all that is shown.
///
/// Hidden cells are arcs from rows to columns; a count can be moved along any cycle that the totals leave open, so its
/// bounds are the largest flows around it (Ford & Fulkerson 1956; Hundepool et al. 2012, section 4.4). What is whole
/// stays whole on the way.
///
/// # Errors
/// When a cell is outside the table, or the table is too large.
pub fn audit(table: &CrossTable, hidden: &[(usize, usize)], totals: Totals) -> Result<Vec<Bounds>, Refusal> {
    let (height, width) = (table.height(), table.width());
    if height.saturating_mul(width) > MOST_CELLS {
        return Err(Refusal::TooMany { found: height.saturating_mul(width), most: MOST_CELLS });
    }
    if let Some((row, column)) = hidden.iter().find(|(row, column)| *row >= height || *column >= width) {
        return Err(Refusal::LengthsDiffer { expected: height.max(width), found: *row.max(column) });
    }
    let network = Network::of(table, hidden, totals);
    let bounds = |&(row, column): &(usize, usize)| {
        let (count, from, to) = (table.count(row, column), row, height + column);
        let more = network.without(from, to).flow(to, from);
        let less = network.without(from, to).flow(from, to);
        Bounds { low: less.map_or(0, |less| count - less.min(count)), high: more.map(|more| count + more) }
    };
    Ok(hidden.iter().map(bounds).collect())
}

/// How much more can be moved along each arc: from rows and columns, and two ends that stand for unpublished totals.
#[derive(Clone)]
struct Network {
    arcs: Vec<Vec<Arc>>,
}

#[derive(Clone, Copy)]
struct Arc {
    to: usize,
    /// `None` for as much as one likes.
    room: Option<u64>,
}

impl Network {
    fn of(table: &CrossTable, hidden: &[(usize, usize)], totals: Totals) -> Network {
        let (height, width) = (table.height(), table.width());
        let (above, below) = (height + width, height + width + 1);
        let mut network = Network { arcs: vec![Vec::new(); height + width + 2] };
        let (mut rows, mut columns) = (vec![0u64; height], vec![0u64; width]);
        let mut seen: Vec<(usize, usize)> = hidden.to_vec();
        seen.sort_unstable();
        seen.dedup();
        for (row, column) in seen {
            let count = table.count(row, column);
            network.join(row, height + column, None, count);
            for (sums, place) in [(&mut rows, row), (&mut columns, column)] {
                if let Some(sum) = sums.get_mut(place) {
                    *sum += count;
                }
            }
        }
        if !totals.rows {
            for (row, sum) in rows.iter().enumerate() {
                network.join(above, row, None, *sum);
            }
        }
        if !totals.columns {
            for (column, sum) in columns.iter().enumerate() {
                network.join(height + column, below, None, *sum);
            }
        }
        if !totals.rows && !totals.columns && !totals.grand {
            network.join(below, above, None, rows.iter().sum());
        }
        network
    }

    fn join(&mut self, from: usize, to: usize, room: Option<u64>, back: u64) {
        for (from, to, room) in [(from, to, room), (to, from, Some(back))] {
            if let Some(arcs) = self.arcs.get_mut(from) {
                arcs.push(Arc { to, room });
            }
        }
    }

    /// Without the arcs between two ends: the cell itself does not help to move it.
    fn without(&self, a: usize, b: usize) -> Network {
        let mut network = self.clone();
        for (from, to) in [(a, b), (b, a)] {
            if let Some(arcs) = network.arcs.get_mut(from) {
                arcs.retain(|arc| arc.to != to);
            }
        }
        network
    }

    /// The largest flow; `None` for one without limit. Always along a shortest way, so that it ends (Edmonds & Karp
    /// 1972).
    fn flow(mut self, from: usize, to: usize) -> Option<u64> {
        let mut total = 0u64;
        while let Some(way) = self.way(from, to) {
            let narrowest = way.iter().filter_map(|(_, arc)| arc.room).min()?;
            total = total.saturating_add(narrowest);
            for (start, arc) in way {
                self.change(start, arc.to, |room| room.map(|room| room - narrowest));
                self.change(arc.to, start, |room| room.map(|room| room.saturating_add(narrowest)));
            }
        }
        Some(total)
    }

    fn change(&mut self, from: usize, to: usize, room: impl Fn(Option<u64>) -> Option<u64>) {
        let arcs = self.arcs.get_mut(from);
        if let Some(arc) = arcs.and_then(|arcs| arcs.iter_mut().find(|arc| arc.to == to)) {
            arc.room = room(arc.room);
        }
    }

    fn way(&self, from: usize, to: usize) -> Option<Vec<(usize, Arc)>> {
        let mut reached_by: Vec<Option<(usize, Arc)>> = vec![None; self.arcs.len()];
        let mut queue = VecDeque::from([from]);
        while let Some(at) = queue.pop_front() {
            if at == to {
                break;
            }
            for arc in self.arcs.get(at)?.iter().filter(|arc| arc.room != Some(0) && arc.to != from) {
                if let Some(place @ None) = reached_by.get_mut(arc.to) {
                    *place = Some((at, *arc));
                    queue.push_back(arc.to);
                }
            }
        }
        let mut way = Vec::new();
        let mut at = to;
        while at != from {
            let (before, arc) = (*reached_by.get(at)?)?;
            way.push((before, arc));
            at = before;
        }
        Some(way)
    }
}
