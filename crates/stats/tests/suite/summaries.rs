//! Tallies, bases, scales and numbers.

use stats::{
    Base, Bins, Boxes, Caution, Collection, Digits, Disclosure, Distribution, Entries, EntryCounts, Inference, Level,
    Likert, Mentions, Method, Missing, MissingCounts, NonresponseStanding, Numeric, Precision, Proportion, Published,
    Reach, Reading, Reason, Refusal, Share, Tally,
};

const LEVEL: Level = Level::NINETY_FIVE;

fn open(respondents: u64) -> Reach {
    Reach::new(Collection::SelfSelected, respondents, None).unwrap()
}

fn missing(skipped: u64, dont_know: u64, not_applicable: u64) -> MissingCounts {
    MissingCounts { skipped, dont_know, not_applicable, ..MissingCounts::default() }
}

#[test]
fn a_column_is_counted_with_its_reasons_apart() {
    let mut codes = vec![0, 1, 1, 2, 2, 2, 3, 900];
    codes.extend(Missing::ALL.map(Missing::code));
    codes.push(Missing::Skipped.code());
    let tally = Tally::count(3, &codes);
    assert_eq!(tally.counts(), [1, 2, 3]);
    let expected =
        MissingCounts { not_shown: 1, skipped: 2, dont_know: 1, not_applicable: 1, invalid: 3, not_in_version: 1 };
    assert_eq!(tally.missing(), expected);
    assert_eq!((tally.total(), tally.shown(), tally.answered()), (15, 13, 6));
    assert_eq!(Tally::count(0, &[]).total(), 0);
}

#[test]
fn nonresponse_is_of_those_to_whom_the_question_applied() {
    #[track_caller]
    fn check(answered: u64, missing: MissingCounts, unanswered: (u64, u64), standing: NonresponseStanding) {
        let found = Tally::new(vec![answered], missing).nonresponse();
        let share = found.unanswered.unwrap();
        assert_eq!(((share.part(), share.whole()), found.standing), (unanswered, standing));
    }
    check(80, missing(20, 0, 0), (20, 100), NonresponseStanding::Fine);
    check(79, missing(21, 0, 0), (21, 100), NonresponseStanding::High);
    check(50, missing(50, 0, 0), (50, 100), NonresponseStanding::High);
    check(49, missing(51, 0, 0), (51, 100), NonresponseStanding::TooHigh);
    check(79, missing(21, 10, 500), (21, 110), NonresponseStanding::Fine);
    let never_shown = MissingCounts { not_shown: 1000, not_in_version: 7, ..missing(1, 0, 0) };
    check(99, never_shown, (1, 100), NonresponseStanding::Fine);
    assert!(Tally::new(vec![95], missing(0, 5, 0)).nonresponse().prints_dont_know());
    assert!(!Tally::new(vec![96], missing(0, 4, 0)).nonresponse().prints_dont_know());
}

#[test]
fn a_question_that_most_passed_over_is_not_summarised() {
    let ask = |tally: &Tally| Distribution::of(tally, open(100), LEVEL, &Disclosure::default()).suppressed();
    assert_eq!(ask(&Tally::new(vec![20, 20], missing(60, 0, 0))), Some(Reason::TooManyMissing));
    assert_eq!(ask(&Tally::new(vec![0, 0], missing(0, 9, 0))), Some(Reason::NobodyAnswered));
    assert_eq!(ask(&Tally::new(vec![20, 20], missing(30, 30, 0))), None);
}

#[test]
fn the_base_of_one_choice_is_everybody_with_a_valid_answer() {
    let tally = Tally::new(vec![30, 60], missing(4, 6, 10));
    let shown = Distribution::of(&tally, open(110), LEVEL, &Disclosure::default()).into_shown().unwrap();
    assert_eq!((shown.n, shown.base, tally.shown()), (90, Base::Answered, 110));
    assert_eq!(shown.rows[1].shown().map(|row| row.share), Share::new(60, 90));
    assert!(shown.widest_half_width().unwrap() > 0.09 && !shown.hides_something());
}

#[test]
fn the_three_bases_of_several_choices() {
    let mut mentions = Mentions::none(3);
    for chosen in [&[0u16, 1][..], &[1], &[], &[1, 1, 9]] {
        for _ in 0..10 {
            mentions.add(chosen);
        }
    }
    for _ in 0..5 {
        mentions.add_missing(Missing::Skipped);
        mentions.add_missing(Missing::NotShown);
    }
    #[track_caller]
    fn check(mentions: &Mentions, base: Base, n: u64) {
        let found = Distribution::of_mentions(mentions, base, open(50), LEVEL, &Disclosure::default());
        let found = found.into_shown().unwrap();
        assert_eq!((found.n, found.rows[1].shown().unwrap().share.part()), (n, 30));
    }
    check(&mentions, Base::Shown, 45);
    check(&mentions, Base::Answered, 40);
    check(&mentions, Base::ChoseAny, 30);
    assert_eq!(mentions.mean_mentions(), Some(1.0));
    assert_eq!(Mentions::new(vec![5], 9, 4, MissingCounts::default()), Err(Refusal::NotAShare { part: 5, whole: 4 }));
    assert!(Mentions::new(vec![5], 9, 6, MissingCounts::default()).is_ok());
}

#[test]
fn a_scale_of_five() {
    let tally = Tally::new(vec![10, 20, 30, 60, 56], missing(3, 1, 0));
    let boxes = Boxes::of_steps(5);
    let found = Likert::of(&tally, &[1, 2, 3, 4, 5], boxes, open(180), LEVEL, &Disclosure::default());
    let found = found.unwrap().into_shown().unwrap();
    assert_eq!((found.top.share.part(), found.bottom.share.part(), found.top.share.whole()), (116, 30, 176));
    assert!((found.net.value - 86.0 / 176.0).abs() < 1e-15);
    assert!((found.mean.value - 660.0 / 176.0).abs() < 1e-15);
    assert!((found.index.value - 100.0 * (660.0 / 176.0 - 1.0) / 4.0).abs() < 1e-12);
    assert!(found.mean.interval.unwrap().contains(found.mean.value));
    assert_eq!(found.mean.degrees, Some(175.0));
}

#[test]
fn scales_that_cannot_be() {
    let ask = |counts: Vec<u64>, scores: &[i64]| {
        let tally = Tally::new(counts, MissingCounts::default());
        Likert::of(&tally, scores, Boxes::of_steps(2), open(9), LEVEL, &Disclosure::default())
    };
    assert_eq!(ask(vec![1, 2], &[1]), Err(Refusal::LengthsDiffer { expected: 2, found: 1 }));
    assert_eq!(ask(vec![1, 2], &[2, 1]), Err(Refusal::NotAscending));
    assert_eq!(ask(vec![1, 2], &[1, 1]), Err(Refusal::NotAscending));
    assert_eq!(ask(vec![], &[]), Ok(Published::Suppressed(Reason::NobodyAnswered)));
    // One answer has a mean, and nothing more.
    let one = ask(vec![0, 1], &[1, 2]).unwrap().into_shown().unwrap();
    assert_eq!((one.mean.value, one.mean.interval, one.standard_deviation), (2.0, None, None));
    // Scores and counts of no sense neither overflow nor stop the program.
    assert!(ask(vec![u64::MAX, u64::MAX], &[i64::MIN, i64::MAX]).is_ok());
}

#[test]
fn a_hidden_cell_hides_the_mean() {
    let tally = Tally::new(vec![2, 20, 30], MissingCounts::default());
    let reach = Reach::new(Collection::EveryoneInvited, 52, Some(100)).unwrap();
    let found = Likert::of(&tally, &[1, 2, 3], Boxes::of_steps(3), reach, LEVEL, &Disclosure::default());
    assert_eq!(found, Ok(Published::Suppressed(Reason::SmallCell)));
}

#[test]
fn numbers() {
    let values: Vec<f64> = (1..=20).rev().map(f64::from).chain([f64::NAN]).collect();
    let found = Numeric::of(&values, true, missing(2, 0, 0), open(23), LEVEL, &Disclosure::default());
    let found = found.into_shown().unwrap();
    assert_eq!((found.n, found.lowest, found.highest, found.quartiles), (20, 1.0, 20.0, [5.0, 10.0, 15.0]));
    assert_eq!((found.missing.invalid, found.missing.skipped), (1, 2));
    assert!((found.mean.value - 10.5).abs() < 1e-12);
    assert!((found.standard_deviation.unwrap() - 35.0f64.sqrt()).abs() < 1e-12);
    assert_eq!(found.bins.counts.iter().sum::<u64>(), 20);
    let few = Numeric::of(&values[..9], true, missing(0, 0, 0), open(9), LEVEL, &Disclosure::default());
    assert_eq!(few, Published::Suppressed(Reason::SmallGroup));
}

#[test]
fn columns_have_edges_that_people_would_choose() {
    #[track_caller]
    fn check(values: &[f64], whole: bool, start: f64, width: f64, counts: &[u64]) {
        let found = Bins::of(values, whole).unwrap();
        assert!((found.start - start).abs() < 1e-9 && (found.width - width).abs() < 1e-9, "{found:?}");
        assert_eq!(found.counts, counts);
        assert_eq!(found.edges().len(), counts.len() + 1);
    }
    check(&[1.0, 2.0, 2.0, 4.0], true, 1.0, 1.0, &[1, 2, 0, 1]);
    check(&[3.0], true, 3.0, 1.0, &[1]);
    check(&[18.0, 25.0, 34.0, 61.0, 90.0], true, 10.0, 10.0, &[1, 1, 1, 0, 0, 1, 0, 0, 1]);
    check(&[0.1, 0.2, 0.3], false, 0.1, 0.02, &[1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
    assert_eq!(Bins::of(&[f64::NAN], false), None);
}

#[test]
fn a_share_says_how_it_is_to_be_read() {
    let reach = |collection| Reach::new(collection, 200, Some(5000)).unwrap();
    let nonresponse = Tally::new(vec![0, 40], MissingCounts { skipped: 20, dont_know: 10, ..MissingCounts::default() });
    let read = |part: u64, whole: u64, collection| {
        let share = Share::new(part, whole).unwrap();
        let proportion = Proportion::of(share, Base::Answered, reach(collection), Level::NINETY_FIVE);
        Reading::of(&proportion, reach(collection), nonresponse.nonresponse())
    };
    let unanswered = Caution::ManyUnanswered { share: Share::new(20, 70).unwrap() };
    let dont_know = Caution::ManyDontKnow { share: Share::new(10, 70).unwrap() };
    let drawn = read(120, 200, Collection::Probability);
    assert_eq!((drawn.inference, drawn.cautions), (Inference::Confidence, vec![unanswered, dont_know]));
    let box_cards = read(0, 40, Collection::SelfSelected);
    assert_eq!(box_cards.cautions[..2], [Caution::AmongRespondents, Caution::NobodyDid]);
    assert_eq!(box_cards.method, Method::ClopperPearson);
    let invited = read(20, 20, Collection::EveryoneInvited);
    let alike = Caution::IfOthersAreAlike { answered: Share::new(200, 5000) };
    let few = Caution::LowPrecision(Precision::FewAnswers);
    assert_eq!(invited.cautions[..3], [alike, Caution::EverybodyDid, few]);
    assert!(invited.sensitivity.is_some() && drawn.sensitivity.is_none());
}

#[test]
fn the_smallest_group_drives_the_fieldwork() {
    use stats::sample_size::{Expectation, Fieldwork, fieldwork};
    let expected = Expectation {
        error: 0.05,
        level: Level::NINETY_FIVE,
        population: Some(5000),
        design_effect: 1.0,
        response: 0.5,
    };
    let whole = Fieldwork { answers: 357, invitations: 714, driven_by: None, beyond_population: false };
    assert_eq!(fieldwork(expected, &[]), Ok(whole));
    let found = fieldwork(expected, &[0.5, 0.2]).unwrap();
    assert_eq!((found.answers, found.driven_by, found.beyond_population), (1389, Some(1), false));
    assert!(fieldwork(Expectation { response: 0.1, ..expected }, &[0.2]).unwrap().beyond_population);
    assert_eq!(fieldwork(Expectation { population: None, ..expected }, &[]).unwrap().answers, 385);
    assert_eq!(fieldwork(Expectation { error: 0.0, ..expected }, &[]), Err(Refusal::OutOfRange));
    assert_eq!(fieldwork(expected, &[0.0]), Err(Refusal::OutOfRange));
}

#[test]
fn entries_are_no_people() {
    let everybody = Reach::new(Collection::Census, 30, Some(30)).unwrap();
    let counts = |chosen: &'static [u64], choosers: &'static [u64], people: u64, several: bool| EntryCounts {
        chosen,
        choosers,
        entries: chosen.iter().sum(),
        people,
        several,
    };
    let of = |counts, reach| Entries::of(&counts, reach, &Disclosure::default());
    // Twelve entries of three people are three people.
    let few = of(counts(&[9, 3], &[2, 1], 3, false), open(3)).into_shown().unwrap();
    assert_eq!((few.entries, few.people, few.digits), (12, 3, Digits::CountOnly));
    assert_eq!(few.shares[0], Published::Shown(Share::new(9, 12).unwrap()));
    // Two people made eight of the entries: the eight are hidden, and what would give them away.
    let hidden = of(counts(&[28, 8, 40], &[28, 2, 9], 30, false), everybody).into_shown().unwrap();
    let reasons: Vec<Option<Reason>> = hidden.shares.iter().map(Published::suppressed).collect();
    assert_eq!(reasons, [None, Some(Reason::SmallCell), Some(Reason::SmallCell)]);
    let several = of(counts(&[40, 8], &[20, 2], 30, true), everybody).into_shown().unwrap();
    assert_eq!(several.shares[1].suppressed(), Some(Reason::SmallCell));
    assert_eq!(of(counts(&[0, 0], &[0, 0], 0, false), open(3)).suppressed(), Some(Reason::NobodyAnswered));
}
