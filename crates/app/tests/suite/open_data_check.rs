//! Whether single answers may go out: nobody is told from fewer than five others, and no answer about oneself is rare.

use crate::open_data::{audience, questionnaire, responses, shape};
use app::open_data::{Checked, Contents, Export, FileAnswers, Treatment, Treatments, Trouble, check};
use dataset::{Absence, Order, csv::Style};
use proptest::prelude::*;
use std::collections::BTreeMap;
use survey::{Audience, CollectionClass};

const FORM: &str = "\
| survey |
| | type | name | label | profile |
| | select_one yesno | used | Ползвали ли сте услуга? | |
| | select_one sex | sex | Пол | yes |
| | integer | age | На колко години сте? | yes |
| | select_one place | place | Населено място | yes |

| choices |
| | list_name | name | label |
| | yesno | yes | Да |
| | yesno | no | Не |
| | sex | f | Жена |
| | sex | m | Мъж |
| | place | town | Град |
| | place | east | Източно |
| | place | west | Западно |
| | place | hut | Махала |
";

struct Table {
    checked: Checked,
    rows: Vec<BTreeMap<String, String>>,
}

fn checked(people: &[(&str, u32, &str)], of: &Audience, treatments: Option<&Treatments>) -> Table {
    let form = questionnaire(FORM);
    let lines: String = people.iter().map(|(sex, age, place)| format!("yes,{sex},{age},{place}\n")).collect();
    let answers = responses(&form, &format!("used,sex,age,place\n{lines}"), 1);
    let mut rows = FileAnswers::new(form.clone(), answers, Order::new(7));
    let checked = check(&shape(&form, Contents::Public), of, treatments, &mut rows).unwrap();
    let export = Export::prepare(checked.shape.clone(), &mut rows).unwrap();
    let mut text = Vec::new();
    export.csv(&mut rows, &mut text, Style::Codes).unwrap();
    let mut reader = csv::Reader::from_reader(text.as_slice());
    let header = reader.headers().unwrap().clone();
    let row = |row: csv::StringRecord| header.iter().zip(&row).map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
    let rows = reader.records().map(|one| row(one.unwrap())).collect();
    Table { checked, rows }
}

/// A hundred and twenty people of a town, and a few who stand out.
fn town() -> Vec<(&'static str, u32, &'static str)> {
    let place = |number: u32| if number.is_multiple_of(3) { "east" } else { "town" };
    let mut people: Vec<_> = (0..120)
        .map(|number: u32| (if number.is_multiple_of(2) { "f" } else { "m" }, 20 + number % 50, place(number)))
        .collect();
    people.push(("m", 97, "hut"));
    people.push(("f", 18, "west"));
    people
}

fn chosen(of: &[(&str, Treatment)]) -> Treatments {
    of.iter().map(|(code, treatment)| ((*code).to_owned(), *treatment)).collect()
}

/// Counts combinations of what is told of people, as anybody with the file could.
fn stands_for_itself(table: &Table, fewest: usize, rarest: usize) {
    let traits = ["response_mode", "sex", "age", "place"];
    let withheld = |row: &&BTreeMap<String, String>| {
        traits.iter().filter_map(|one| row.get(*one)).any(|cell| cell == Absence::Withheld.mark())
    };
    let mut classes: BTreeMap<Vec<&str>, usize> = BTreeMap::new();
    for row in &table.rows {
        let key = traits.iter().filter_map(|one| row.get(*one)).map(String::as_str).collect();
        *classes.entry(key).or_default() += 1;
    }
    for (class, people) in &classes {
        assert!(*people >= fewest, "{people} people are {class:?}");
    }
    for one in traits {
        let mut answers: BTreeMap<&str, usize> = BTreeMap::new();
        for row in table.rows.iter().filter(|row| !withheld(row)) {
            if let Some(cell) = row.get(one).filter(|cell| !cell.starts_with('#')) {
                *answers.entry(cell).or_default() += 1;
            }
        }
        assert!(
            answers.values().all(|people| *people + table.rows.iter().filter(withheld).count() >= rarest),
            "{answers:?}"
        );
    }
}

#[test]
fn what_is_proposed_keeps_what_can_be_kept() {
    let table = checked(&town(), &audience(), None);
    assert_eq!(table.checked.troubles, []);
    stands_for_itself(&table, 5, 10);
    let treatments: BTreeMap<&str, Treatment> =
        table.checked.traits.iter().map(|(one, treatment)| (one.code.as_str(), *treatment)).collect();
    assert_eq!(treatments["sex"], Treatment::Keep);
    assert_ne!(treatments["age"], Treatment::Keep);
    // Nobody is told by the only two who live elsewhere.
    assert!(table.rows.iter().all(|row| row.get("place").is_none_or(|place| place != "hut" && place != "west")));
    assert!(table.rows.iter().all(|row| row.get("age").is_none_or(|age| age.parse::<u32>().is_err())));
    assert_eq!(table.rows.len(), 122);
}

#[test]
fn a_refusal_names_the_answer_that_gives_somebody_away() {
    let treatments = chosen(&[("sex", Treatment::Keep), ("age", Treatment::Omit), ("place", Treatment::Keep)]);
    let table = checked(&town(), &audience(), Some(&treatments));
    let Trouble::RareAnswer { name, answer, people, fewest } = &table.checked.troubles[0] else { panic!() };
    assert_eq!(
        (name.bulgarian.as_str(), answer.bulgarian.as_str(), *people, *fewest),
        ("Населено място", "Западно", 1, 10)
    );
    let exact = checked(&town(), &audience(), Some(&chosen(&[("place", Treatment::Omit)])));
    assert!(
        matches!(&exact.checked.troubles[0], Trouble::RareAnswer { name, .. } if name.bulgarian == "На колко години сте?")
    );
    assert!(exact.checked.troubles.iter().any(|trouble| matches!(trouble, Trouble::RareCombinations { .. })));
}

#[test]
fn a_handful_and_a_group_that_answered_almost_whole_are_not_told_one_by_one() {
    let few = checked(&town()[..6], &audience(), None);
    assert!(
        matches!(few.checked.troubles[0], Trouble::FewAnswers { people: 6, fewest: 30, .. }),
        "{:?}",
        few.checked.troubles
    );
    let all = Audience { collection: CollectionClass::Census, population: Some(122), ..audience() };
    assert!(matches!(checked(&town(), &all, None).checked.troubles[0], Trouble::LargePartAnswered { .. }));
    let most = Audience { population: Some(400), collection: CollectionClass::EveryoneInvited, ..audience() };
    assert!(matches!(checked(&town(), &most, None).checked.troubles[0], Trouble::LargePartAnswered { .. }));
}

#[test]
fn a_trait_that_is_left_out_is_told_of() {
    let treatments = chosen(&[("age", Treatment::Omit), ("place", Treatment::Omit)]);
    let table = checked(&town(), &audience(), Some(&treatments));
    assert_eq!(table.checked.troubles, []);
    assert!(table.rows.iter().all(|row| !row.contains_key("age") && !row.contains_key("place")));
    let exclusions: Vec<&str> =
        table.checked.shape.dataset.description.exclusions.iter().map(|words| words.bulgarian.as_str()).collect();
    assert!(exclusions.iter().any(|words| words.contains("„Населено място“ не е включено")), "{exclusions:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn whatever_people_are_like_what_is_proposed_gives_nobody_away(
        people in prop::collection::vec((prop::sample::select(&["f", "m"][..]), 16u32..99,
            prop::sample::select(&["town", "town", "town", "east", "west", "hut"][..])), 30..160)
    ) {
        let table = checked(&people, &audience(), None);
        prop_assert_eq!(&table.checked.troubles, &[]);
        stands_for_itself(&table, 5, 10);
    }
}
