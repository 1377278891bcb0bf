use super::*;
use crate::fieldwork::population::reading::amount;
use base::Text;
use jiff::civil::date;
use proptest::{collection, prelude::*, sample};
use std::collections::BTreeMap;
use survey::{Item, Measure, Question, QuestionKind, Scale, ScaleOption, Standing};

fn questionnaire() -> Questionnaire {
    let option =
        |code: &str, words: &str, standing| ScaleOption::new(code.parse().unwrap(), Text::bulgarian(words), standing);
    let options = vec![
        option("f", "Жена", Standing::Unordered),
        option("m", "Мъж", Standing::Unordered),
        option("x", "Не желая да кажа", Standing::DontKnow),
    ];
    let scale = Scale { code: "sex".parse().unwrap(), options, ordered: false };
    let question = |code: &str, words: &str, kind| {
        Item::Question(Question::new(code.parse().unwrap(), Text::bulgarian(words), kind))
    };
    Questionnaire {
        code: "a".to_owned(),
        title: Text::bulgarian("Карта"),
        version: None,
        languages: Vec::new(),
        introduction: None,
        thanks: None,
        scales: BTreeMap::from([(scale.code.clone(), scale.clone())]),
        items: vec![
            question("sex", "Пол", QuestionKind::one(scale.code.clone())),
            question("several", "Какво", QuestionKind::many(scale.code)),
        ],
    }
}

fn sent(fields: &[(&str, &str)]) -> Typed {
    fields.iter().fold(Typed::default(), |typed, (field, value)| typed.with(field, *value))
}

const SOURCE: [(&str, &str); 2] = [("sex::source", "НСИ"), ("sex::as_of", "07.09.2021")];

#[test]
fn amounts_are_read_as_people_write_them() {
    let check = |measure, given: &str, expected| assert_eq!(amount(measure, given), expected, "{given:?}");
    for (given, expected) in [
        ("4210", Some(4210)),
        ("4 210", Some(4210)),
        ("0", Some(0)),
        ("4,5", None),
        ("-1", None),
        ("", None),
        ("10000001", None),
    ] {
        check(Measure::People, given, expected);
    }
    for (given, expected) in [
        ("48,5", Some(48_500)),
        ("48.5 %", Some(48_500)),
        ("100", Some(100_000)),
        ("0,001", Some(1)),
        ("0,0001", None),
        ("100,1", None),
        (",5", None),
        ("пет", None),
        ("", None),
    ] {
        check(Measure::Shares, given, expected);
    }
    for amount in [0, 1, 500, 48_500, 100_000] {
        let text = written(Measure::Shares, amount);
        assert_eq!(super::reading::amount(Measure::Shares, &text), Some(amount), "{text}");
    }
}

#[test]
fn what_does_not_add_up_is_refused_at_its_field() {
    let check = |fields: &[(&str, &str)], people, codes: &[&str]| {
        let all: Vec<(&str, &str)> = SOURCE.iter().chain(fields).copied().collect();
        let read = read(&sent(&all), Some(&questionnaire()), people, date(2023, 5, 1));
        let refused: Vec<String> = match read {
            Ok(_) => Vec::new(),
            Err(Failure::Refused(refusals)) => refusals
                .iter()
                .map(|refusal| {
                    format!("{} {}", base::Explain::code(refusal), base::Explain::field(refusal).unwrap_or_default())
                })
                .collect(),
            Err(other) => panic!("{other:?}"),
        };
        assert_eq!(refused, codes, "{fields:?}");
    };
    let shares = ("sex::measure", "shares");
    check(&[], None, &[]);
    check(&[("sex:f", "2200"), ("sex:m", "2010")], Some(4210), &[]);
    check(&[("sex:f", "2200"), ("sex:m", "2011")], Some(4210), &["population-more-than-people sex:f"]);
    check(&[("sex:f", "0"), ("sex:m", "0")], None, &["population-nobody-counted sex:f"]);
    check(&[("sex:f", "2200")], None, &["population-amount-missing sex:m"]);
    check(&[("sex:f", "много"), ("sex:m", "1")], None, &["population-amount-unreadable sex:f"]);
    check(&[shares, ("sex:f", "51,3"), ("sex:m", "48,7")], Some(10), &[]);
    check(&[shares, ("sex:f", "51,3"), ("sex:m", "49,7")], None, &[]);
    check(&[shares, ("sex:f", "51,3"), ("sex:m", "40")], None, &["population-shares-do-not-add-up sex:f"]);
    check(&[("misses", "Децата")], None, &["typed-missing taken_from"]);
    check(&[("sex:f", "1"), ("sex:m", "1"), ("sex::as_of", "07.09.2033")], None, &["day-ahead sex::as_of"]);
    check(&[("sex:f", "1"), ("sex:m", "1"), ("sex::source", "")], None, &["typed-missing sex::source"]);
    // What nobody can be counted by is passed over.
    check(&[("several:f", "1"), ("sex:x", "7")], None, &[]);
}

#[test]
fn what_was_read_stands_in_the_form_again() {
    let fields = [
        ("taken_from", "Гишето"),
        ("misses", "Младите"),
        ("sex::measure", "shares"),
        ("sex:f", "51,3"),
        ("sex:m", "48,7"),
    ];
    let all: Vec<(&str, &str)> = fields.iter().chain(&SOURCE).copied().collect();
    let population = read(&sent(&all), Some(&questionnaire()), None, date(2023, 5, 1)).unwrap();
    let again = typed(&population);
    for (field, value) in &all {
        assert_eq!(again.get(field), *value, "{field}");
    }
    let same = read(&again, Some(&questionnaire()), None, date(2023, 5, 1)).unwrap();
    assert_eq!(same, population);
    let female = share(&population.margins[0], "f").unwrap();
    assert!((female - 0.513).abs() < 1e-12, "{female}");
    // What says the same keeps its day; what was there before the answers stays.
    let later = read(&again, Some(&questionnaire()), None, date(2023, 6, 1)).unwrap();
    assert_eq!(since_when(&population, later), population);
    let changed = read(&again.with("sex:f", "51,4"), Some(&questionnaire()), None, date(2023, 6, 1)).unwrap();
    assert_eq!(unkept(&population, &since_when(&population, changed)).len(), 1);
    assert!(unkept(&Population::default(), &population).is_empty(), "what nobody thought of may be added");
}

#[test]
fn a_table_fills_the_form_and_says_what_it_does_not_know() {
    let check = |table: &str, female: &str, trouble: Option<PopulationTrouble>| {
        let (typed, told) = filled_from(table, Typed::default(), &questionnaire());
        assert_eq!((typed.get("sex:f"), told), (female, trouble), "{table:?}");
    };
    let unknown = |lines: &str| Some(PopulationTrouble::LinesUnknown { lines: lines.to_owned() });
    check("въпрос;отговор;брой\nsex;f;2200\nПол;мъж;2010\n", "2200", None);
    check("\u{feff}Пол\tЖена\t51,3\r\nПОЛ\t\"Мъж\"\t48,7", "51,3", None);
    check("sex;f;2200\nsex;q;1\n\nage;f;1", "2200", unknown("2, 4"));
    check("sex;f;2200\nsex;x;1", "2200", unknown("2"));
    check("  \n", "", Some(PopulationTrouble::NothingPasted));
    let long = "sex;f;1\n".repeat(MOST_LINES + 1);
    check(&long, "", Some(PopulationTrouble::TooManyLines { most: MOST_LINES }));
    check("<script>;';--\n;;;;\n", "", unknown("2"));
}

/// The number of cases: from the environment for a long night, or the given one.
fn cases(usual: u32) -> u32 {
    std::env::var("GLAS_FUZZ_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(usual)
}

/// Pieces of tables, good and bad, in any order.
fn pasted() -> impl Strategy<Value = String> {
    const PIECES: [&str; 20] = [
        "sex",
        "Пол",
        "f",
        "Жена",
        "x",
        "several",
        "\t",
        ";",
        "\n",
        "\r\n",
        "\"",
        "\u{feff}",
        "48,5",
        "4 210",
        "%",
        "-1",
        "99999999999999999999",
        "=1+1",
        "\0",
        "İ",
    ];
    let piece = prop_oneof![4 => sample::select(&PIECES[..]).prop_map(str::to_owned), 1 => any::<String>()];
    collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(64)))]

    #[test]
    fn whatever_is_pasted_fills_amounts_alone_and_is_read(table in pasted()) {
        let before = Typed::default().with("taken_from", "Гишето").with("sex::source", "НСИ").with("made_of", "a");
        let (filled, trouble) = filled_from(&table, before.clone(), &questionnaire());
        for (field, value) in filled.fields() {
            let is_amount = ["sex:f", "sex:m"].contains(&field) && value.chars().count() <= 40;
            prop_assert!(is_amount || before.get(field) == value, "{field}: {value}");
        }
        if let Some(PopulationTrouble::LinesUnknown { lines }) = trouble {
            prop_assert!(lines.split(", ").all(|line| line.parse::<usize>().is_ok()), "{lines}");
        }
        let filled = filled.with("sex::as_of", "07.09.2021");
        if let Ok(population) = read(&filled, Some(&questionnaire()), None, date(2023, 5, 1)) {
            let again = read(&typed(&population), Some(&questionnaire()), None, date(2023, 5, 1)).unwrap();
            prop_assert_eq!(again, population);
        }
    }
}
