//! Tables that protect their small cells, what can still be computed of them, and what went out before.

use proptest::prelude::*;
use stats::comparisons::CrossTable;
use stats::disclosure::{
    Filter, Ledger, NotReleased, Release, SafeTable, Thresholds, Totals, audit, complementary, difference_of,
};
use stats::{Collection, Disclosure, Published, Reach, Reason, Refusal};

fn table(rows: &[Vec<u64>]) -> CrossTable {
    CrossTable::new(rows).unwrap()
}

fn example() -> CrossTable {
    table(&[vec![20, 3, 14, 9], vec![15, 22, 8, 11], vec![6, 18, 25, 7]])
}

#[test]
fn what_the_totals_give_away() {
    #[track_caller]
    fn check(hidden: &[(usize, usize)], totals: Totals, expected: &[(u64, Option<u64>)]) {
        let found = audit(&example(), hidden, totals).unwrap();
        assert_eq!(found.iter().map(|bounds| (bounds.low, bounds.high)).collect::<Vec<_>>(), expected);
    }
    let only = |rows, columns, grand| Totals { rows, columns, grand };
    check(&[(0, 1)], Totals::ALL, &[(3, Some(3))]);
    check(&[(0, 1), (0, 3), (2, 1)], Totals::ALL, &[(3, Some(3)), (9, Some(9)), (18, Some(18))]);
    let rectangle = [(0, 1), (0, 3), (2, 1), (2, 3)];
    check(&rectangle, Totals::ALL, &[(0, Some(12)), (0, Some(12)), (9, Some(21)), (4, Some(16))]);
    check(&rectangle[..2], only(true, false, false), &[(0, Some(12)), (0, Some(12))]);
    check(&[(0, 1)], only(false, false, true), &[(3, Some(3))]);
    check(&[(0, 1), (1, 2)], only(false, false, true), &[(0, Some(11)), (0, Some(11))]);
    check(&[(0, 1)], only(false, false, false), &[(0, None)]);
    check(&[], Totals::ALL, &[]);
    let outside = audit(&example(), &[(3, 0)], Totals::ALL);
    assert_eq!(outside, Err(Refusal::LengthsDiffer { expected: 4, found: 3 }));
}

#[test]
fn others_are_hidden_with_a_small_cell() {
    let hidden = complementary(&example(), &[(0, 1)], Totals::ALL, 5).unwrap();
    assert!(hidden.len() >= 4, "{hidden:?}");
    // A table with only one row has no cycles: the breakdown is dropped.
    assert_eq!(complementary(&table(&[vec![3, 40]]), &[(0, 0)], Totals::ALL, 5), None);
    assert_eq!(complementary(&example(), &[], Totals::ALL, 5).unwrap().len(), 0);
}

fn published(counts: &CrossTable, sensitive: bool) -> Published<SafeTable> {
    let disclosure = Disclosure { sensitive, ..Disclosure::default() };
    disclosure.table(counts, Reach::new(Collection::EveryoneInvited, counts.total(), Some(5000)).unwrap())
}

#[test]
fn a_breakdown_as_it_may_be_published() {
    let open = published(&example(), false).into_shown().unwrap();
    let first = open.rows()[0].shown().unwrap();
    assert_eq!((first.n(), first.counts()), (46, Ok(vec![20, 3, 14, 9])));
    assert_eq!(open.column_totals(), [41, 43, 47, 27]);
    let careful = published(&example(), true).into_shown().unwrap();
    let first = careful.rows()[0].shown().unwrap();
    assert_eq!(first.cells()[1].suppressed(), Some(Reason::SmallCell));
    assert_eq!(first.counts(), Err(Reason::SmallCell));
    let hidden =
        careful.rows().iter().flat_map(|row| row.shown().unwrap().cells()).filter(|cell| cell.shown().is_none());
    assert!(hidden.count() >= 4);
}

#[test]
fn small_groups_go_together_and_their_sum_is_protected_too() {
    let counts = table(&[vec![40, 30], vec![25, 25], vec![3, 4], vec![4, 2]]);
    let found = published(&counts, true).into_shown().unwrap();
    let reasons: Vec<_> = found.rows().iter().map(Published::suppressed).collect();
    assert_eq!(reasons, [None, None, Some(Reason::SmallGroup), Some(Reason::SmallGroup)]);
    let few = table(&[vec![3, 4], vec![4, 2]]);
    assert_eq!(published(&few, false), Published::Suppressed(Reason::SmallGroup));
    assert_eq!(published(&table(&[vec![0, 0]]), false), Published::Suppressed(Reason::NobodyAnswered));
}

#[test]
fn a_table_that_differs_from_an_earlier_one_by_a_handful() {
    let release = |who: Filter, n| Release { wave: 1, who, n, declared: true };
    let women = || Filter::everybody().and(7, [0]);
    let mut ledger = Ledger::default();
    let check = |ledger: &Ledger, new: &Release| ledger.check(new, Thresholds::default());
    assert_eq!(check(&ledger, &release(Filter::everybody(), 176)), Ok(()));
    ledger.record(release(Filter::everybody(), 176));
    ledger.record(release(Filter::everybody(), 176));
    assert_eq!(ledger.releases().len(), 1);
    assert_eq!(check(&ledger, &release(women(), 172)), Err(NotReleased::TooNearTo { earlier: 0, persons: 4 }));
    assert_eq!(check(&ledger, &release(women(), 171)), Ok(()));
    assert_eq!(check(&ledger, &release(women(), 176)), Ok(()));
    ledger.record(release(women().and(9, [1, 2]), 90));
    assert_eq!(
        check(&ledger, &release(women().and(9, [1]), 87)),
        Err(NotReleased::TooNearTo { earlier: 1, persons: 3 })
    );
    assert_eq!(check(&ledger, &release(women(), 91)), Err(NotReleased::TooNearTo { earlier: 1, persons: 1 }));
    // Neither holds the other, so nothing can be taken away from anything.
    assert_eq!(check(&ledger, &release(Filter::everybody().and(9, [1]), 91)), Ok(()));
    assert_eq!(check(&ledger, &Release { wave: 2, who: women(), n: 89, declared: true }), Ok(()));
    let free = |n| Release { wave: 3, who: women(), n, declared: false };
    assert_eq!(check(&ledger, &free(29)), Err(NotReleased::FewForFreeFilter { n: 29 }));
    assert_eq!(check(&ledger, &free(30)), Ok(()));
    assert_eq!(difference_of((176, 141), (172, 139)), Some((4, 2)));
    assert_eq!((difference_of((5, 3), (6, 3)), difference_of((5, 5), (4, 1))), (None, None));
}

fn small_tables() -> impl Strategy<Value = CrossTable> {
    (2usize..5, 2usize..5)
        .prop_flat_map(|(rows, columns)| prop::collection::vec(prop::collection::vec(0u64..40, columns), rows))
        .prop_map(|rows| table(&rows))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_hidden_cell_is_left_wide(counts in small_tables(), k in 2u64..8) {
        let places = (0..counts.height()).flat_map(|row| (0..counts.width()).map(move |column| (row, column)));
        let primary: Vec<_> = places.filter(|(row, column)| (1..k).contains(&counts.count(*row, *column))).collect();
        let Some(hidden) = complementary(&counts, &primary, Totals::ALL, k) else { return Ok(()) };
        prop_assert!(primary.iter().all(|cell| hidden.contains(cell)));
        let hidden: Vec<_> = hidden.into_iter().collect();
        for (bounds, (row, column)) in audit(&counts, &hidden, Totals::ALL).unwrap().into_iter().zip(&hidden) {
            let high = bounds.high.unwrap();
            prop_assert!(high - bounds.low >= k && (bounds.low < 1 || high >= 2 * k));
            prop_assert!((bounds.low..=high).contains(&counts.count(*row, *column)));
        }
    }

    /// Against going through every table of whole numbers that agrees with what is shown.
    #[test]
    fn the_audit_finds_what_can_be_computed(
        cells in prop::collection::vec(0u64..4, 9), places in prop::collection::btree_set((0usize..3, 0usize..3), 1..5),
        rows: bool, columns: bool,
    ) {
        let counts = table(&cells.chunks(3).map(<[u64]>::to_vec).collect::<Vec<_>>());
        let hidden: Vec<_> = places.into_iter().collect();
        let totals = Totals { rows, columns, grand: true };
        let mut possible: Vec<Vec<u64>> = vec![vec![]];
        for _ in &hidden {
            possible = possible.iter().flat_map(|known| (0..16).map(move |next| [known.clone(), vec![next]].concat())).collect();
        }
        let sums = |values: &[u64], of: fn(&(usize, usize)) -> usize| -> Vec<u64> {
            (0..3).map(|line| hidden.iter().zip(values).filter(|(cell, _)| of(cell) == line).map(|(_, v)| v).sum()).collect()
        };
        let truth: Vec<u64> = hidden.iter().map(|(row, column)| counts.count(*row, *column)).collect();
        possible.retain(|values| {
            values.iter().sum::<u64>() == truth.iter().sum::<u64>()
                && (!rows || sums(values, |cell| cell.0) == sums(&truth, |cell| cell.0))
                && (!columns || sums(values, |cell| cell.1) == sums(&truth, |cell| cell.1))
        });
        for (place, bounds) in audit(&counts, &hidden, totals).unwrap().into_iter().enumerate() {
            let found = possible.iter().map(|values| values[place]);
            prop_assert_eq!((Some(bounds.low), bounds.high), (found.clone().min(), found.max()));
        }
    }

    #[test]
    fn a_published_table_never_shows_a_small_count_where_it_must_not(counts in small_tables()) {
        let Published::Shown(found) = published(&counts, true) else { return Ok(()) };
        for row in found.rows().iter().filter_map(Published::shown) {
            for share in row.cells().iter().filter_map(Published::shown) {
                prop_assert!(share.part() == 0 || share.part() >= 5);
                prop_assert!(share.whole() >= 10);
            }
        }
    }
}
