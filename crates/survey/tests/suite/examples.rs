//! The files that we hand out as examples, read as somebody who was given them would: the workbooks are understood
//! without a warning, and every row of answers is accepted as it stands.
#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests may stop the test; the lint spares only the test functions themselves"
)]

use base::LanguageTag;
use jiff::civil::date;
use std::{collections::BTreeMap, fs, path::Path};
use survey::{
    Answer, Group, GroupLayout, Item, Mode, Questionnaire,
    answers_csv::{self, AcceptedRow},
    redaction::{self, FindingKind},
    xlsform,
};

fn file(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/primerovo");
    fs::read(folder.join(name)).unwrap()
}

fn questionnaire(audience: &str) -> Questionnaire {
    let name = format!("{audience}.xlsx");
    let imported = xlsform::import(&file(&name), &name).unwrap();
    assert_eq!(imported.warnings, []);
    imported.questionnaire
}

fn answers(audience: &str) -> Vec<AcceptedRow> {
    let table = file(&format!("{audience}.csv"));
    let read = answers_csv::read(&questionnaire(audience), &table, date(2023, 6, 9)).unwrap();
    assert_eq!((read.rejected, read.ignored), (Vec::new(), Vec::new()));
    assert!(read.accepted.iter().all(|row| row.day.is_some()));
    // Nothing was dropped: nobody answers a question that the logic did not show.
    let counted: usize = read.accepted.iter().map(|row| row.answers.len()).sum();
    assert_eq!(counted, filled_cells(&table));
    read.accepted
}

/// Cells with an answer, the words beside „друго“ aside.
fn filled_cells(table: &[u8]) -> usize {
    let mut reader = csv::Reader::from_reader(table);
    let header = reader.headers().unwrap().clone();
    let is_answer = |column: &str| !matches!(column, "day" | "mode") && !column.ends_with("_other");
    let filled = |row: csv::StringRecord| {
        header.iter().zip(&row).filter(|(column, cell)| is_answer(column) && !cell.is_empty()).count()
    };
    reader.records().map(|row| filled(row.unwrap())).sum()
}

#[test]
fn the_questionnaires_are_what_a_reader_expects() {
    let check = |name: &str, asked: usize, numbered: usize| {
        let form = questionnaire(name);
        assert_eq!(form.languages, [LanguageTag::BULGARIAN, LanguageTag::ENGLISH]);
        assert!(form.title.english.is_some());
        let introduction = form.introduction.clone().unwrap().bulgarian;
        for words in ["Демонстрационен въпросник", "анонимен", "доброволно"] {
            assert!(introduction.contains(words), "{name} does not say {words}");
        }
        assert_eq!(form.questions().filter(|question| question.is_asked()).count(), asked);
        let rows: usize = form.items.iter().filter_map(Item::group).map(battery_rows).sum();
        let batteries = form.items.iter().filter_map(Item::group).filter(|group| battery_rows(group) > 0).count();
        assert_eq!(asked - rows + batteries, numbered);
    };
    check("residents", 40, 28);
    check("officials", 33, 21);
}

fn battery_rows(group: &Group) -> usize {
    if group.layout == GroupLayout::Battery { group.rows().count() } else { 0 }
}

#[test]
fn what_both_can_answer_is_asked_of_both() {
    let residents = questionnaire("residents");
    let officials = questionnaire("officials");
    let mirrored = |form: &Questionnaire| {
        let questions = form.questions().filter(|question| question.is_asked());
        questions.map(|question| question.mirrored_as().as_str().to_owned()).collect::<Vec<_>>()
    };
    let theirs = mirrored(&residents);
    let both = mirrored(&officials).into_iter().filter(|code| theirs.contains(code)).collect::<Vec<_>>();
    assert_eq!(both.len(), 21, "{both:?}");
    for code in &both {
        let of = |form: &Questionnaire| {
            let question = form.questions().find(|question| question.mirrored_as().as_str() == code).unwrap();
            form.scale_of(question).cloned()
        };
        assert_eq!(of(&residents), of(&officials), "{code} has two scales");
    }
}

#[test]
fn as_many_answered_as_the_study_says() {
    let check = |audience: &str, expect: &[(Mode, usize)]| {
        let mut modes = BTreeMap::new();
        for row in answers(audience) {
            *modes.entry(row.mode.unwrap()).or_insert(0) += 1;
        }
        assert_eq!(modes.into_iter().collect::<Vec<_>>(), expect);
    };
    check("residents", &[(Mode::Online, 120), (Mode::Paper, 56)]);
    check("officials", &[(Mode::Online, 6)]);
}

#[test]
fn redaction_has_something_to_find_and_nothing_real() {
    let rows = answers("residents");
    let remarks: Vec<&str> = rows.iter().filter_map(|row| row.answers.get("suggestion")?.words()).collect();
    assert_eq!(remarks.len(), 32);
    let found = |kind: FindingKind| {
        let spans =
            |text: &&str| redaction::find(text).into_iter().filter(|found| found.kind == kind).collect::<Vec<_>>();
        let cut = |text: &&str| spans(text).into_iter().map(|found| text[found.span].to_owned()).collect::<Vec<_>>();
        remarks.iter().flat_map(cut).collect::<Vec<_>>()
    };
    assert_eq!(found(FindingKind::Telephone), ["0888 000 000"]);
    assert_eq!(found(FindingKind::Email), ["zhitel@example.com"]);
    assert_eq!(found(FindingKind::PersonalNumber), ["9941010001"]);
}

/// What a reader of the report will see first: people wait too long, and like those who serve them.
#[test]
fn the_answers_have_the_structure_of_real_ones() {
    let rows = answers("residents");
    let pleased = |code: &str| {
        let chosen = rows.iter().filter_map(|row| row.answers.get(code)?.options().first());
        let valid: Vec<&str> =
            chosen.map(|option| option.as_str()).filter(|option| *option != "cannot_judge").collect();
        let above = valid.iter().filter(|option| matches!(**option, "rather" | "fully")).count();
        (above * 100) / valid.len()
    };
    let items =
        ["q_information", "q_forms", "q_premises", "q_waiting", "q_attitude", "q_competence", "q_deadline", "q_fee"];
    assert_eq!(items.iter().min_by_key(|code| pleased(code)), Some(&"q_waiting"));
    assert_eq!(items.iter().max_by_key(|code| pleased(code)), Some(&"q_attitude"));
    let used = |row: &&AcceptedRow| matches!(row.answers.get("used"), Some(Answer::One(option, _)) if option.as_str() == "yes");
    let share = rows.iter().filter(used).count() * 100 / rows.len();
    assert!((70..=90).contains(&share), "{share} % used a service");
}
