use super::{BG, Data, manuscript, prose};
use document::manuscript::{Difference, NumberDifference, PartId, Place, Run, RunKind, compared, words_compared};

#[test]
fn two_states_differ_in_words_and_in_numbers() {
    let (then, now) = (Data { value: "73 %" }, Data { value: "75 %" });
    let bodies = [prose("Доволни са {residents.q.a.share} от всички."), prose("Остава."), prose("Отива си.")];
    let before = manuscript(bodies).accept_all(BG, &then);
    let after = before
        .clone()
        .accept_all(BG, &now)
        .remove(PartId(3))
        .unwrap()
        .add(Place::Last, prose("Ново."), BG, &now)
        .unwrap()
        .move_to(PartId(1), Place::After(PartId(2)))
        .unwrap();
    let (parts, numbers) = compared(&before, &after, BG);
    let moved = parts.iter().filter(|one| matches!(one, Difference::Moved { .. })).count();
    assert_eq!(moved, 1);
    assert!(parts.contains(&Difference::Removed { part: PartId(3), words: "Отива си.".to_owned() }));
    assert!(parts.contains(&Difference::Added { part: PartId(4), words: "Ново.".to_owned() }));
    let run = |kind, words: &str| Run { kind, words: words.to_owned() };
    let runs = vec![
        run(RunKind::Same, "Доволни са "),
        run(RunKind::Gone, "73 "),
        run(RunKind::New, "75 "),
        run(RunKind::Same, "% от всички."),
    ];
    assert!(parts.contains(&Difference::Changed { part: PartId(1), runs }), "{parts:?}");
    let address = "residents.q.a.share".parse().unwrap();
    let (before_value, after_value) = (Some("73 %".to_owned()), Some("75 %".to_owned()));
    assert_eq!(numbers, [NumberDifference { address, before: before_value, after: after_value }]);
    assert_eq!(compared(&before, &before, BG), (Vec::new(), Vec::new()));
}

#[test]
fn very_long_texts_are_told_whole() {
    let runs = words_compared(&"а ".repeat(5000), &"б ".repeat(5000));
    assert_eq!(runs.iter().map(|run| run.kind).collect::<Vec<_>>(), [RunKind::Gone, RunKind::New]);
}
