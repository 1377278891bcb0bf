//! Counting in one pass finds what counting one by one finds.

use proptest::prelude::*;
use stats::{
    Collection, Column, CountedItem, Counting, Design, Frame, FrameRefusal, Joint, Linearised, Missing, Plan, Tally,
};

const ITEM_OPTIONS: u16 = 5;
const GROUP_OPTIONS: [u16; 3] = [2, 4, 300];

/// An item and three groups of each row, and its weight.
type Row = (u16, [u16; 3], f64);

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let item = prop_oneof![8 => 0..ITEM_OPTIONS, 1 => Just(Missing::Skipped.code()), 1 => any::<u16>()];
    let groups = (0u16..2, prop_oneof![9 => 0u16..4, 1 => Just(Missing::DontKnow.code())], 295u16..300);
    prop::collection::vec((item, groups.prop_map(|(a, b, c)| [a, b, c]), 0.1f64..9.0), 1..80)
}

fn frame(rows: &[Row]) -> Frame {
    let item: Vec<u16> = rows.iter().map(|row| row.0).collect();
    let mut columns = vec![Column::new(ITEM_OPTIONS, &item)];
    for (group, options) in GROUP_OPTIONS.into_iter().enumerate() {
        columns.push(Column::new(options, &rows.iter().map(|row| row.1[group]).collect::<Vec<_>>()));
    }
    let plan = Plan { weights: Some(rows.iter().map(|row| row.2).collect()), ..Plan::default() };
    Frame::new(rows.len(), columns, plan).unwrap()
}

#[test]
fn a_column_of_bytes_keeps_options_and_reasons() {
    for (options, codes) in [(3, vec![0, 2, 3, 7]), (255, vec![0, 254, 255, 700])] {
        let codes: Vec<u16> = codes.into_iter().chain(Missing::ALL.map(Missing::code)).collect();
        let column = Column::new(options, &codes);
        let expected: Vec<Result<usize, Missing>> = codes
            .iter()
            .map(|code| match Missing::ALL.into_iter().find(|reason| reason.code() == *code) {
                Some(reason) => Err(reason),
                None if *code < options => Ok(usize::from(*code)),
                None => Err(Missing::Invalid),
            })
            .collect();
        assert_eq!(column.answers(), expected);
        assert_eq!(column.tally(), Tally::count(options, &codes));
    }
}

#[test]
fn what_does_not_fit_is_refused() {
    let column = |rows: usize| Column::new(2, &vec![0; rows]);
    let refused = Frame::new(3, vec![column(3), column(2)], Plan::default());
    assert_eq!(refused, Err(FrameRefusal::LengthsDiffer { expected: 3, found: 2 }));
    let mut frame = Frame::new(1, vec![column(1)], Plan::default()).unwrap();
    assert_eq!(frame.tally(1), Err(FrameRefusal::NoColumn { column: 1 }));
    let other = Frame::new(1, vec![column(1)], Plan { weights: Some(vec![1.0]), ..Plan::default() }).unwrap();
    assert_eq!(frame.merge(&other), Err(FrameRefusal::OtherQuestions));
    assert_eq!(Joint::count(&frame, &[1], &[0]), Err(FrameRefusal::NoColumn { column: 1 }));
}

#[test]
fn groups_too_many_together_are_counted_one_by_one() {
    let codes = |options: u16| (0..5000u16).map(|row| row * 7 % options).collect::<Vec<u16>>();
    let columns = vec![Column::new(3, &codes(3)), Column::new(97, &codes(97)), Column::new(101, &codes(101))];
    let frame = Frame::new(5000, columns, Plan::default()).unwrap();
    let joint = Joint::count(&frame, &[0], &[1, 2]).unwrap();
    assert_eq!(joint.cells(Some(0), &[0, 1]), Err(FrameRefusal::TooManyCells));
    let table = joint.table(0, 1).unwrap();
    assert_eq!(table.groups.iter().map(Tally::answered).sum::<u64>(), 5000);
    assert_eq!(joint.cells(None, &[1]).unwrap().cells.counts.len(), 101);
}

proptest! {
    #[test]
    fn a_table_holds_what_each_group_answered(rows in rows()) {
        let frame = frame(&rows);
        let joint = Joint::count(&frame, &[0], &[1, 2, 3]).unwrap();
        for (group, options) in GROUP_OPTIONS.into_iter().enumerate() {
            let table = joint.table(0, group).unwrap();
            prop_assert_eq!(table.groups.len(), usize::from(options));
            for option in 0..options {
                let own: Vec<&Row> = rows.iter().filter(|row| row.1[group] == option).collect();
                let codes: Vec<u16> = own.iter().map(|row| row.0).collect();
                prop_assert_eq!(&table.groups[usize::from(option)], &Tally::count(ITEM_OPTIONS, &codes));
                for answer in 0..ITEM_OPTIONS {
                    let weight: f64 = own.iter().filter(|row| row.0 == answer).map(|row| row.2).sum();
                    let found = table.weights[usize::from(option)][usize::from(answer)];
                    prop_assert!((found - weight).abs() <= 1e-12 * weight.max(1.0));
                }
            }
        }
    }

    #[test]
    fn cells_are_as_good_as_rows(rows in rows()) {
        let frame = frame(&rows);
        let found = Joint::count(&frame, &[0], &[1, 2, 3]).unwrap().cells(Some(0), &[1, 0]).unwrap();
        let cells = Design::of_cells(Collection::Probability, found.cells).unwrap();
        let design = frame.design(Collection::Probability).unwrap();
        prop_assert_eq!(cells.rows(), design.rows());
        let is = |answer: Option<usize>| answer.map(|answer| if answer == 2 { 1.0 } else { 0.0 });
        let answers: Vec<Option<f64>> = frame.columns()[0].places().into_iter().map(is).collect();
        let of_cells: Vec<Option<f64>> = found.answers.iter().map(|answer| is(*answer)).collect();
        match (Linearised::mean(&design, &answers), Linearised::mean(&cells, &of_cells)) {
            (Ok(row), Ok(cell)) => {
                let variances = (row.variance(&design), cell.variance(&cells));
                prop_assert!((row.value - cell.value).abs() < 1e-12);
                if let (Ok(row), Ok(cell)) = variances {
                    prop_assert!((row - cell).abs() <= 1e-10 * row.max(1e-6));
                }
            }
            (row, cell) => prop_assert_eq!(row.is_err(), cell.is_err()),
        }
    }

    #[test]
    fn two_threads_find_the_same_bits(rows in rows()) {
        let frame = frame(&rows);
        let (items, groups) = ([0, 1, 2, 3], [1, 2]);
        let counting = Counting::new(&frame, &items, &groups).unwrap();
        let count = |items: std::ops::Range<usize>| -> Vec<CountedItem> {
            items.map(|item| counting.item(item).unwrap()).collect()
        };
        let counted = std::thread::scope(|scope| {
            let (low, high) = (scope.spawn(|| count(0..2)), scope.spawn(|| count(2..4)));
            // In another order than asked for.
            [high.join().unwrap(), low.join().unwrap()].concat()
        });
        prop_assert_eq!(counting.clone().finish(count(1..4)), Err(FrameRefusal::NoColumn { column: 0 }));
        prop_assert_eq!(counting.finish(counted), Joint::count(&frame, &items, &groups));
    }

    #[test]
    fn two_frames_merged_are_the_frame_of_both(rows in rows(), cut in 0usize..80) {
        let cut = cut.min(rows.len());
        let mut merged = frame(&rows[..cut]);
        merged.merge(&frame(&rows[cut..])).unwrap();
        prop_assert_eq!(merged, frame(&rows));
    }
}
