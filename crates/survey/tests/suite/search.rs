//! Long lists: an option is found by what somebody types, and several that are called alike are asked back.

use crate::workbook::{TODAY, written};
use proptest::prelude::*;
use std::sync::LazyLock;
use survey::entry::{self, AnswerProblem, Hand};
use survey::{Answer, Found, Questionnaire, answers_csv, xlsform};

/// Invented places and some that everybody knows, with codes of their own.
static FORM: LazyLock<Questionnaire> = LazyLock::new(|| {
    let mut choices = String::from("list_name|name|label|kind|municipality|province");
    for place in [
        "01|гр. Перущица|гр.|Перущица|Пловдив",
        "02|с. Баня|с.|Карлово|Пловдив",
        "03|гр. Баня|гр.|Карлово|Пловдив",
        "04|с. Баня|с.|Разлог|Благоевград",
        "05|с. Горно Примерово|с.|Примерово|Примерна",
        "06|гр. Примерово|гр.|Примерово|Примерна",
        "07|к.к. Слънчев бряг|к.к.|Несебър|Бургас",
        "08|с. Сърнегор|с.|Брезово|Пловдив",
        "09|с. Щипско|с.|Вълчи дол|Варна",
    ] {
        choices.push_str(&format!("\ntown|{place}"));
    }
    for number in 100..260 {
        choices.push_str(&format!("\ntown|{number}|с. Измислено {number}|с.|Примерово|Примерна"));
    }
    let survey = "type|name|label|appearance\nselect_one town|town|Къде живеете?|settlements";
    xlsform::import(&written(&[("survey", survey), ("choices", &choices)]), "places.xlsx").unwrap().questionnaire
});

fn found(typed: &str) -> Vec<&str> {
    match FORM.scales.values().next().unwrap().search(typed) {
        Found::One(option) => vec![option.code.as_str()],
        Found::Several(options) => {
            ["several"].into_iter().chain(options.iter().map(|option| option.code.as_str())).collect()
        }
        Found::None => Vec::new(),
    }
}

#[test]
fn places_are_found_as_people_write_them() {
    let check = |typed: &str, expected: &[&str]| assert_eq!(found(typed), expected, "{typed}");
    for typed in
        ["Перущица", "гр. Перущица", "гр.Перущица", "град  перущица", " ПЕРУЩИЦА ", "Perushtitsa", "gr. Perushtitsa"]
    {
        check(typed, &["01"]);
    }
    check("01", &["01"]);
    check("Баня", &["several", "02", "03", "04"]);
    check("с. Баня", &["several", "02", "04"]);
    check("гр. Баня", &["03"]);
    check("с. Баня, общ. Карлово", &["02"]);
    check("Баня (Разлог)", &["04"]);
    check("Banya, obsht. Razlog", &["04"]);
    check("с. Баня, общ. Карлово, обл. Пловдив", &["02"]);
    check("Примерово", &["06"]);
    check("Прим", &["several", "06"]);
    check("Sarnegor", &["08"]);
    check("Сърне", &["several", "08"]);
    check("Shtipsko", &["09"]);
    check("Слънчев бряг", &["07"]);
    check("Slanchev bryag", &["07"]);
    check("бряг", &["several", "07"]);
    check("Несебър", &[]);
    check("Баня, общ. Несъществуваща", &[]);
    check("", &[]);
    check("гр.", &[]);
    check("<script>", &[]);
    assert_eq!(found("Измислено").len(), 1 + survey::MOST_MATCHES);
}

#[test]
fn what_several_are_called_is_asked_back_and_chosen_among() {
    let read = |typed: &[&str]| {
        let values = typed.iter().map(|value| (*value).to_owned()).collect();
        let entry = entry::read_form(&FORM, [("town".to_owned(), values)].into(), TODAY, Hand::Respondent);
        match (entry.answers.get("town"), entry.refusal("town")) {
            (Some(Answer::One(code, None)), None) => Ok(code.to_string()),
            (None, Some(refused)) => Err(refused.problem.clone()),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(read(&["Perushtitsa"]), Ok("01".to_owned()));
    let several = AnswerProblem::SeveralMatch {
        given: "Баня".to_owned(),
        matches: ["02", "03", "04"].map(|code| code.parse().unwrap()).into(),
    };
    assert_eq!(read(&["Баня"]), Err(several));
    assert_eq!(read(&["04", "Баня"]), Ok("04".to_owned()), "chosen among those that match");
    assert_eq!(read(&["04", "Перущица"]), Ok("01".to_owned()), "what was typed anew counts");
    assert_eq!(read(&["04"]), Ok("04".to_owned()));
    assert_eq!(read(&["Никъде"]), Err(AnswerProblem::NothingMatches { given: "Никъде".to_owned() }));
}

#[test]
fn a_file_of_answers_tells_places_by_name_or_code() {
    let file = "town\nПерущица\n08\nBanya (Razlog)\nБаня\nНикъде\n";
    let read = answers_csv::read(&FORM, file.as_bytes(), TODAY).unwrap();
    let codes: Vec<&str> =
        read.accepted.iter().map(|row| row.answers.get("town").unwrap().options()[0].as_str()).collect();
    assert_eq!(codes, ["01", "08", "04"]);
    let refused: Vec<Option<u32>> = read.rejected.iter().map(|problem| problem.row).collect();
    assert_eq!(refused, [Some(5), Some(6)], "none is guessed");
}

proptest! {
    /// Whatever is typed, it is an answer to something, and never the cause of a fault.
    #[test]
    fn nothing_typed_does_harm(typed in "\\PC{0,60}") {
        let scale = FORM.scales.values().next().unwrap();
        if let Found::Several(options) = scale.search(&typed) {
            prop_assert!(!options.is_empty() && options.len() <= survey::MOST_MATCHES);
        }
    }
}
