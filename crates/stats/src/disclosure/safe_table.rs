use std::collections::BTreeSet;

use crate::comparisons::CrossTable;
use crate::disclosure::audit::Totals;
use crate::disclosure::complementary::complementary;
use crate::disclosure::rules::Disclosure;
use crate::published::{Published, Reason};
use crate::reach::Reach;
use crate::share::Share;

/// A breakdown as it may be published: groups in the rows, answers in the columns, totals of both beside it.
///
/// The counts behind hidden cells are not in it, and neither is anything computed from them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafeTable {
    rows: Vec<Published<SafeRow>>,
    column_totals: Vec<u64>,
}

/// One group of a breakdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafeRow {
    n: u64,
    cells: Vec<Published<Share>>,
}

impl SafeTable {
    pub fn rows(&self) -> &[Published<SafeRow>] {
        &self.rows
    }

    pub fn column_totals(&self) -> &[u64] {
        &self.column_totals
    }
}

impl SafeRow {
    /// People in the group.
    pub fn n(&self) -> u64 {
        self.n
    }

    /// Each answer's share of the group.
    pub fn cells(&self) -> &[Published<Share>] {
        &self.cells
    }

    /// All counts, where none is hidden: the only way to a mean, a top box or a test of this group.
    ///
    /// # Errors
    /// The reason of the first hidden cell.
    pub fn counts(&self) -> Result<Vec<u64>, Reason> {
        let count = |cell: &Published<Share>| match cell {
            Published::Shown(share) => Ok(share.part()),
            Published::Suppressed(reason) => Err(*reason),
        };
        self.cells.iter().map(count).collect()
    }
}

impl Disclosure {
    /// A breakdown with its small groups and cells hidden, and others with them so that nothing hidden can be computed
    /// from the totals. The groups together make up the published whole.
    pub fn table(&self, table: &CrossTable, reach: Reach) -> Published<SafeTable> {
        if let Err(reason) = self.audience(reach) {
            return Published::Suppressed(reason);
        }
        let sizes = table.row_totals();
        if sizes.iter().all(|size| *size == 0) {
            return Published::Suppressed(Reason::NobodyAnswered);
        }
        let groups = self.breakdown(&sizes);
        if groups.iter().all(Option::is_some) {
            return Published::Suppressed(Reason::SmallGroup);
        }
        let Some(cells) = self.hidden_cells(table, &groups, reach) else {
            return Published::Suppressed(Reason::SmallCell);
        };
        let mut rows = Vec::with_capacity(sizes.len());
        for (row, ((counts, size), hidden)) in table.rows().zip(&sizes).zip(groups).enumerate() {
            rows.push(match hidden {
                Some(reason) => Published::Suppressed(reason),
                None => Published::Shown(SafeRow { n: *size, cells: self.cells(row, counts, *size, &cells, reach) }),
            });
        }
        Published::Shown(SafeTable { rows, column_totals: table.column_totals() })
    }

    fn cells(
        &self,
        row: usize,
        counts: &[u64],
        size: u64,
        hidden: &BTreeSet<(usize, usize)>,
        reach: Reach,
    ) -> Vec<Published<Share>> {
        let own = |count: u64| if self.hides_cells(reach) { self.cell(count, size) } else { None };
        let cell = |(column, count): (usize, &u64)| match (hidden.contains(&(row, column)), Share::new(*count, size)) {
            (true, _) => Published::Suppressed(own(*count).unwrap_or(Reason::SmallCell)),
            (false, Some(share)) => Published::Shown(share),
            (false, None) => Published::Suppressed(Reason::NobodyAnswered),
        };
        counts.iter().enumerate().map(cell).collect()
    }

    /// The places to hide in the rows that are shown; `None` when nothing would be enough.
    ///
    /// The hidden groups together can be computed as the totals less all that is shown: they are one more row, and its
    /// small counts are as secret as any other.
    fn hidden_cells(
        &self,
        table: &CrossTable,
        groups: &[Option<Reason>],
        reach: Reach,
    ) -> Option<BTreeSet<(usize, usize)>> {
        if !self.hides_cells(reach) {
            return Some(BTreeSet::new());
        }
        let mut rest = vec![0u64; table.width()];
        let mut rows: Vec<Vec<u64>> = Vec::new();
        for (row, hidden) in table.rows().zip(groups) {
            if hidden.is_some() {
                for (sum, count) in rest.iter_mut().zip(row) {
                    *sum += count;
                }
                rows.push(vec![0; table.width()]);
            } else {
                rows.push(row.to_vec());
            }
        }
        rows.push(rest);
        let whole = CrossTable::new(&rows).ok()?;
        let small = |(row, counts): (usize, &[u64])| {
            let size = counts.iter().sum::<u64>();
            let places =
                counts.iter().enumerate().filter(move |(_, count)| size > 0 && self.cell(**count, size).is_some());
            places.map(move |(column, _)| (row, column)).collect::<Vec<_>>()
        };
        let primary: Vec<(usize, usize)> = whole.rows().enumerate().flat_map(small).collect();
        complementary(&whole, &primary, Totals::ALL, self.thresholds.cell)
    }
}
