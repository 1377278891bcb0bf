//! How the writer keeps up: what waits for it, and how much it commits together.

use std::sync::atomic::{AtomicU64, Ordering};

/// Upper ends of the classes of group sizes; the last class has none.
pub(crate) const SIZES: [usize; 8] = [1, 2, 4, 8, 16, 32, 64, 128];

/// How the writer keeps up, since the start.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pace {
    /// Operations that wait for the writer, and for a reader.
    pub writes_waiting: u64,
    pub reads_waiting: u64,
    /// Commits, and operations in them.
    pub groups: u64,
    pub operations: u64,
    /// Commits of at most so many operations.
    pub groups_up_to: Vec<(u64, u64)>,
}

#[derive(Default)]
pub(crate) struct Groups {
    groups: AtomicU64,
    operations: AtomicU64,
    classes: [AtomicU64; SIZES.len()],
}

impl Groups {
    pub(crate) fn note(&self, size: usize) {
        self.groups.fetch_add(1, Ordering::Relaxed);
        self.operations.fetch_add(u64::try_from(size).unwrap_or(u64::MAX), Ordering::Relaxed);
        let class = SIZES.iter().zip(&self.classes).find(|(end, _)| size <= **end);
        if let Some((_, many)) = class {
            many.fetch_add(1, Ordering::Relaxed);
        }
    }

    pub(crate) fn pace(&self, writes_waiting: usize, reads_waiting: usize) -> Pace {
        let number = |many: usize| u64::try_from(many).unwrap_or(u64::MAX);
        let mut so_far = 0;
        let up_to = SIZES.iter().zip(&self.classes).map(|(end, many)| {
            so_far += many.load(Ordering::Relaxed);
            (number(*end), so_far)
        });
        Pace {
            groups_up_to: up_to.collect(),
            writes_waiting: number(writes_waiting),
            reads_waiting: number(reads_waiting),
            groups: self.groups.load(Ordering::Relaxed),
            operations: self.operations.load(Ordering::Relaxed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Groups;

    #[test]
    fn sizes_are_counted_in_classes_that_hold_the_smaller_ones() {
        let groups = Groups::default();
        for size in [1, 1, 3, 200] {
            groups.note(size);
        }
        let pace = groups.pace(5, 0);
        assert_eq!((pace.groups, pace.operations, pace.writes_waiting), (4, 205, 5));
        assert_eq!(pace.groups_up_to[..3], [(1, 2), (2, 2), (4, 3)]);
        assert_eq!(pace.groups_up_to.last(), Some(&(128, 3)));
    }
}
