use std::collections::{BTreeMap, BTreeSet};

use crate::comparisons::CrossTable;
use crate::disclosure::audit::{Totals, audit};

/// The cells to hide so that those in `primary` cannot be computed from the others, cheapest first: every hidden cell
/// lies on a cycle of hidden ones, and is left at least `k` wide by the [`audit`] (Hundepool et al. 2012, section 4.4).
///
/// `None` when hiding everything would not be enough: then the breakdown is dropped, or its categories are merged,
/// which is kinder to the reader anyway.
pub fn complementary(
    table: &CrossTable,
    primary: &[(usize, usize)],
    totals: Totals,
    k: u64,
) -> Option<BTreeSet<(usize, usize)>> {
    let mut hidden: BTreeSet<(usize, usize)> = primary.iter().copied().collect();
    loop {
        let list: Vec<(usize, usize)> = hidden.iter().copied().collect();
        let bounds = audit(table, &list, totals).ok()?;
        let Some((open, _)) = list.iter().zip(bounds).find(|(_, bounds)| !bounds.hides(k)) else {
            return Some(hidden);
        };
        let before = hidden.len();
        let added = cycle(table, &hidden, *open, k).or_else(|| cheapest(table, &hidden).map(|cell| vec![cell]))?;
        hidden.extend(added);
        if hidden.len() == before {
            hidden.insert(cheapest(table, &hidden)?);
        }
    }
}

/// The shown cells of the cheapest cycle of rows and columns through an open cell (Dijkstra 1959). A hidden cell costs
/// nothing, a shown one its count; one too small to give way by `k` on the way down is taken last.
fn cycle(
    table: &CrossTable,
    hidden: &BTreeSet<(usize, usize)>,
    open: (usize, usize),
    k: u64,
) -> Option<Vec<(usize, usize)>> {
    let (height, width) = (table.height(), table.width());
    let (start, end) = (height + open.1, open.0);
    let all = table.total().saturating_add(1);
    let price = |cell: (usize, usize), downward: bool| {
        let count = table.count(cell.0, cell.1);
        let own = if hidden.contains(&cell) { 0 } else { count.saturating_add(1) };
        let weak = if downward && count < k { all } else { 0 };
        own.saturating_add(weak)
    };
    let mut best: BTreeMap<usize, (u64, usize)> = BTreeMap::new();
    let mut queue = BTreeSet::from([(0u64, start, start)]);
    while let Some((cost, at, before)) = queue.pop_first() {
        if best.contains_key(&at) {
            continue;
        }
        best.insert(at, (cost, before));
        if at == end {
            break;
        }
        // From a column down to a row a count gives way, from a row to a column one grows.
        let steps: Vec<(usize, (usize, usize), bool)> = if at >= height {
            (0..height).map(|row| (row, (row, at - height), true)).collect()
        } else {
            (0..width).map(|column| (height + column, (at, column), false)).collect()
        };
        for (to, cell, downward) in steps {
            if cell != open && !best.contains_key(&to) {
                queue.insert((cost.saturating_add(price(cell, downward)), to, at));
            }
        }
    }
    let mut cells = Vec::new();
    let mut at = end;
    while at != start {
        let (_, before) = *best.get(&at)?;
        cells.push(if at < height { (at, before.checked_sub(height)?) } else { (before, at - height) });
        at = before;
    }
    Some(cells.into_iter().filter(|cell| !hidden.contains(cell)).collect())
}

/// The smallest cell still shown, the first of several.
fn cheapest(table: &CrossTable, hidden: &BTreeSet<(usize, usize)>) -> Option<(usize, usize)> {
    let cells = (0..table.height()).flat_map(|row| (0..table.width()).map(move |column| (row, column)));
    cells.filter(|cell| !hidden.contains(cell)).min_by_key(|cell| table.count(cell.0, cell.1))
}
