//! What may be published.

use stats::{Collection, Disclosure, Distribution, Level, MissingCounts, Published, Reach, Reason, Tally};

fn invited(respondents: u64, population: u64) -> Reach {
    Reach::new(Collection::EveryoneInvited, respondents, Some(population)).unwrap()
}

const SMALL: Option<Reason> = Some(Reason::SmallCell);

#[test]
fn groups_of_a_breakdown() {
    #[track_caller]
    fn check(group: u64, totals: &[u64], expected: Result<(), Reason>) {
        assert_eq!(Disclosure::default().group(group, totals), expected);
    }
    check(10, &[176], Ok(()));
    check(9, &[176], Err(Reason::SmallGroup));
    check(172, &[176], Err(Reason::SmallComplement));
    check(171, &[176], Ok(()));
    check(176, &[176], Ok(()));
    check(50, &[176, 53], Err(Reason::SmallComplement));
}

#[test]
fn a_hidden_group_cannot_be_computed_from_the_shown_ones() {
    const GROUP: Option<Reason> = Some(Reason::SmallGroup);
    const REST: Option<Reason> = Some(Reason::SmallComplement);
    #[track_caller]
    fn check(groups: &[u64], expected: &[Option<Reason>]) {
        assert_eq!(Disclosure::default().breakdown(groups), expected);
    }
    check(&[80, 60, 36], &[None, None, None]);
    check(&[80, 60, 7], &[None, REST, GROUP]);
    check(&[80, 60, 7, 4], &[None, None, GROUP, GROUP]);
    check(&[80, 60, 0], &[None, None, GROUP]);
    check(&[9], &[GROUP]);
    check(&[], &[]);
}

#[test]
fn cells_of_a_distribution() {
    #[track_caller]
    fn check(counts: &[u64], reach: Reach, sensitive: bool, expected: &[Option<Reason>]) {
        let disclosure = Disclosure { sensitive, ..Disclosure::default() };
        assert_eq!(disclosure.distribution(counts, reach), expected);
    }
    // 176 of 5,000: a neighbour cannot know who answered.
    check(&[3, 70, 103], invited(176, 5000), false, &[None, None, None]);
    // A sensitive question, or more than a fifth of the population: the 3 is hidden, and the next smallest with it.
    check(&[3, 70, 103], invited(176, 5000), true, &[SMALL, SMALL, None]);
    check(&[3, 70, 103], invited(176, 800), false, &[SMALL, SMALL, None]);
    // Exactly a fifth is not more than a fifth.
    check(&[3, 70, 103], invited(176, 880), false, &[None, None, None]);
    // Two small ones do not hide each other when together they are few.
    check(&[1, 2, 40, 133], invited(176, 800), false, &[SMALL, SMALL, SMALL, None]);
    check(&[4, 4, 4, 164], invited(176, 800), false, &[SMALL, SMALL, SMALL, None]);
    check(&[0, 30, 146], invited(176, 800), false, &[None, None, None]);
    // Fifteen of fifteen tell everybody's answer.
    check(&[15, 0], invited(15, 40), false, &[Some(Reason::NearlyAll), Some(Reason::NearlyNone)]);
    check(&[25, 0], invited(25, 40), false, &[None, None]);
}

#[test]
fn options_of_several_choices_are_tables_of_their_own() {
    let found = Disclosure::default().mentions(&[3, 20, 58, 60, 0], 60, invited(60, 100));
    assert_eq!(found, [SMALL, None, SMALL, None, None]);
}

#[test]
fn six_officials_are_counts_with_their_consent_or_nothing() {
    let six = Reach::new(Collection::Census, 6, Some(6)).unwrap();
    let tally = Tally::new(vec![4, 2, 0], MissingCounts::default());
    let ask = |consent| {
        let disclosure = Disclosure { consent, ..Disclosure::default() };
        Distribution::of(&tally, six, Level::NINETY_FIVE, &disclosure)
    };
    assert_eq!(ask(false), Published::Suppressed(Reason::TinyPopulation));
    let shown = ask(true).into_shown().unwrap();
    let first = shown.rows[0].shown().unwrap();
    assert_eq!((first.share.part(), first.share.whole()), (4, 6));
    assert_eq!(first.digits, stats::Digits::CountOnly);
    assert_eq!(first.estimate.interval, None);
}

/// Sex, age, place of 26 people, of whom three stand alone.
fn neighbours() -> stats::disclosure::Anonymity {
    let mut all = stats::disclosure::Anonymity::default();
    for (key, people) in [([1, 1, 1], 12), ([1, 2, 1], 6), ([2, 1, 1], 5), ([2, 2, 1], 1), ([1, 1, 2], 2)] {
        (0..people).for_each(|_| all.add(&key));
    }
    all
}

#[test]
fn rare_combinations_are_withheld_with_others_so_that_being_withheld_tells_nothing() {
    let all = neighbours();
    assert_eq!((all.people(), all.classes(), all.smallest()), (26, 5, Some(1)));
    let rare = all.rare(5);
    // Three people alone are too few to be a group of their own: the five follow.
    assert_eq!((rare.people, rare.keys.len()), (8, 3));
    assert!(rare.keys.contains(&vec![2, 1, 1]) && !rare.keys.contains(&vec![1, 2, 1]));
    assert_eq!(all.rare(2).people, 3);
    assert_eq!(all.rare(1), stats::disclosure::RareClasses::default());
    assert_eq!(all.rare(100).people, 26);
}

#[test]
fn without_a_trait_its_neighbours_fall_together() {
    let all = neighbours();
    assert_eq!(all.answers(2), [(1, 24), (2, 2)].into());
    let without_place = all.without(2);
    assert_eq!((without_place.people(), without_place.classes()), (26, 4));
    assert_eq!(without_place.without(0).smallest(), Some(7));
}

proptest::proptest! {
    /// Whoever is left is one of `k`, and so is whoever is withheld.
    #[test]
    fn nobody_is_told_from_fewer_than_k(keys in proptest::collection::vec((0u16..4, 0u16..4), 0..80), k in 1u64..12) {
        let mut all = stats::disclosure::Anonymity::default();
        keys.iter().for_each(|(one, other)| all.add(&[*one, *other]));
        let rare = all.rare(k);
        proptest::prop_assert!(rare.people == 0 || rare.people >= k.min(all.people()));
        for (one, other) in &keys {
            let people = keys.iter().filter(|key| *key == &(*one, *other)).count();
            proptest::prop_assert!(rare.keys.contains(&vec![*one, *other]) || u64::try_from(people).unwrap() >= k);
        }
    }
}
