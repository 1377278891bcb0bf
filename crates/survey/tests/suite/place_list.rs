//! Lists of settlements from tables: taken whole, or refused with the row and the column.

use crate::fuzz::{cases, changed, changes};
use crate::workbook::questionnaire;
use base::Explain;
use proptest::prelude::*;
use survey::{Found, Look, QuestionKind, edit, place_list};

const LIST: &str = "ЕКАТТЕ;Вид;Име;Община;Област;Забележка\n\
    90001;гр.;Примерово;Примерово;Примерна;центърът\n\
    90002;с.;\"Горно Примерово\";Примерово;Примерна;\n\
    ;;;;;\n\
    90003;с.;Баня;Карлово;Пловдив;\n\
    90004;с.;Баня;Разлог;Благоевград;\n";

/// The code of the first refusal with its row and column, and how many there are.
fn refused(text: &[u8]) -> (&'static str, Option<u32>, Option<String>, usize) {
    let refused = place_list::read(text).unwrap_err();
    let first = &refused.problems[0];
    (first.code(), first.row, first.letter(), refused.count)
}

#[test]
fn a_list_becomes_options_that_are_found_by_name() {
    let places = place_list::read(LIST.as_bytes()).unwrap();
    let told: Vec<(&str, &str, &str)> = places
        .iter()
        .map(|place| (place.code.as_str(), place.label.bulgarian.as_str(), place.label.english.as_deref().unwrap()))
        .collect();
    assert_eq!(
        told,
        [
            ("90001", "гр. Примерово", "Primerovo"),
            ("90002", "с. Горно Примерово", "Gorno Primerovo"),
            ("90003", "с. Баня", "Banya"),
            ("90004", "с. Баня", "Banya"),
        ]
    );
    let form = questionnaire("type|name|label\nselect_one yesno|town|Къде живеете?\nselect_one yesno|q|Да?");
    let taken = edit::take_places(form, "town", places).unwrap();
    let town = taken.question("town").unwrap();
    assert!(matches!(town.kind, QuestionKind::One { look: Look::Settlements, .. }));
    let scale = taken.scale_of(town).unwrap();
    assert!(matches!(scale.search("Gorno Primerovo"), Found::One(place) if place.code.as_str() == "90002"));
    assert!(matches!(scale.search("Баня"), Found::Several(places) if places.len() == 2));
    assert!(matches!(scale.search("с. Баня, общ. Разлог"), Found::One(place) if place.code.as_str() == "90004"));
    assert_eq!(taken.scale_of(taken.question("q").unwrap()).unwrap().options.len(), 2, "others keep their options");
    // A newer list takes the place of the first, which stays nowhere.
    let newer = place_list::read("code,name\n1,Едно\n2,Две".as_bytes()).unwrap();
    let again = edit::take_places(taken, "town", newer).unwrap();
    assert_eq!(again.scales.len(), 2);
    assert_eq!(again.scale_of(again.question("town").unwrap()).unwrap().options.len(), 2);
    assert!(edit::take_places(again, "nobody", Vec::new()).is_err());
}

#[test]
fn tables_come_as_people_save_them() {
    for separator in [",", ";", "\t"] {
        let text = LIST.replace(';', separator);
        assert_eq!(place_list::read(text.as_bytes()).unwrap().len(), 4, "{separator:?}");
    }
    let marked = [b"\xef\xbb\xbf", LIST.as_bytes()].concat();
    assert_eq!(place_list::read(&marked).unwrap().len(), 4);
    let wide: Vec<u8> = [0xFEFF].into_iter().chain(LIST.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(place_list::read(&wide).unwrap().len(), 4);
    let in_latin = place_list::read("code,name,name_en\n1,София,Sofia city\n2,Ясна поляна,".as_bytes()).unwrap();
    let english: Vec<_> = in_latin.iter().map(|place| place.label.english.clone().unwrap()).collect();
    assert_eq!(english, ["Sofia city", "Yasna polyana"]);
    assert_eq!(
        place_list::read("code,name\n1,Мария\n2,Щъркелово".as_bytes()).unwrap()[0].label.english.as_deref(),
        Some("Maria")
    );
}

#[test]
fn what_is_wrong_is_said_with_its_row_and_column() {
    let check = |text: &str, expected: (&str, Option<u32>, Option<&str>, usize)| {
        let told = refused(text.as_bytes());
        assert_eq!((told.0, told.1, told.2.as_deref(), told.3), expected, "{text}");
    };
    check("", ("csv-empty", None, None, 1));
    check("име,община\nА,Б\nВ,Г", ("places-missing-column", Some(1), None, 1));
    check("код,име,code\n1,А,2", ("csv-repeated-column", Some(1), Some("C"), 1));
    check("код,име\n1,А", ("places-too-few", None, None, 1));
    check("код,име\n1,А\n2,\n3,В", ("places-no-name", Some(3), Some("B"), 1));
    check("код,име\n1,А\n1,Б\n1 2,В\n,Г\nother,Д", ("places-repeated-code", Some(3), Some("A"), 4));
    check(&format!("код,име\n1,{}\n2,Б", "А".repeat(101)), ("places-too-long", Some(2), Some("B"), 1));
    check("код,община,име\n1,\"а\u{7}б\",А\n2,,Б", ("places-too-long", Some(2), Some("B"), 1));
    assert_eq!(refused(b"PK\x03\x04").0, "csv-not-text");
    let many: String = (0..=place_list::MOST_PLACES).map(|number| format!("{number},Място\n")).collect();
    let told = refused(format!("код,име\n{many}").as_bytes());
    assert_eq!((told.0, told.1), ("csv-too-many-rows", Some(6002)));
    assert_eq!(refused(&vec![b'a'; place_list::LARGEST_FILE + 1]).0, "csv-too-large");
    let bad: String = "код,име\n".to_owned() + &",А\n".repeat(5_000);
    let refused = place_list::read(bad.as_bytes()).unwrap_err();
    assert_eq!((refused.problems.len(), refused.count), (place_list::MOST_PROBLEMS, 5_000), "the first are told");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(200)))]

    #[test]
    fn whatever_comes_is_a_list_or_a_refusal(change in changes()) {
        let bytes = changed(LIST.as_bytes(), &change);
        match place_list::read(&bytes) {
            Ok(places) => {
                let mut codes: Vec<_> = places.iter().map(|place| place.code.clone()).collect();
                codes.sort();
                codes.dedup();
                prop_assert_eq!(codes.len(), places.len());
                prop_assert!(places.iter().all(|place| !place.label.bulgarian.is_empty()));
            }
            Err(refused) => prop_assert!(refused.count >= refused.problems.len() && refused.count > 0),
        }
    }
}
