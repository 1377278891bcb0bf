//! The figures that no single question shows.

use crate::example;
use app::{
    Words,
    study::{
        StudyData,
        figures::{self, Drafted},
    },
};
use base::Language;
use document::{Chart, Inline, chart::Dot};

fn of_residents(study: &StudyData, language: Language) -> Vec<Drafted> {
    let sections = figures::of_audience(study, &study.audiences[0], &Words::new(language), 1);
    sections.into_iter().flat_map(|section| section.figures).collect()
}

fn find<'a>(figures: &'a [Drafted], code: &str) -> &'a Drafted {
    figures.iter().find(|drafted| drafted.code == code).unwrap_or_else(|| panic!("no {code}"))
}

fn table(drafted: &Drafted) -> String {
    let cells = drafted.figure.table.rows.iter().flat_map(|row| &row.cells);
    cells.map(|cell| format!("{} ", Inline::plain(&cell.0))).collect()
}

#[test]
fn groups_stand_beside_the_whole_and_small_ones_are_hidden() {
    let figures = of_residents(&example::primerovo(), Language::Bulgarian);
    let drafted = find(&figures, "by_group");
    let Chart::Dots(dots) = &drafted.figure.chart else { panic!("{:?}", drafted.figure.chart) };
    assert!(dots.total.is_some());
    let table = table(drafted);
    for row in dots.groupings.iter().flat_map(|grouping| &grouping.rows) {
        match &row.dot {
            Dot::Share { value, interval, .. } => {
                assert!(interval.is_some() && table.contains(value), "{row:?}");
                let n: u64 = row.base.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap();
                assert!(n >= 10, "{row:?}");
            }
            Dot::Words(_) => assert!(row.base.is_empty(), "{row:?}"),
        }
    }
    insta::assert_snapshot!("by_group", format!("{}\n{table}", drafted.figure.finding));
}

#[test]
fn importance_stands_beside_performance_with_intervals() {
    let figures = of_residents(&example::primerovo(), Language::Bulgarian);
    let drafted = find(&figures, "importance_derived");
    let Chart::Plane(plane) = &drafted.figure.chart else { panic!("{:?}", drafted.figure.chart) };
    assert!(plane.points.len() >= 3);
    assert!(plane.points.iter().all(|point| point.across.1.is_some() && point.up.1.is_some()));
    insta::assert_snapshot!("importance", format!("{}\n{}", drafted.figure.finding, table(drafted)));
}

#[test]
fn importance_of_few_is_refused_in_words() {
    let figures = of_residents(&example::primerovo_of(40), Language::Bulgarian);
    assert!(figures.iter().all(|drafted| !drafted.code.starts_with("importance")));
    let told: String = figures.iter().flat_map(|drafted| drafted.sentences.clone()).collect();
    assert!(told.contains("поне 50"), "{told}");
}

#[test]
fn no_step_of_the_response_is_smaller_than_ten() {
    for people in [25, 60, 176] {
        let study = example::primerovo_of(people);
        let figures = of_residents(&study, Language::Bulgarian);
        let Some(drafted) = figures.iter().find(|drafted| drafted.code == "fieldwork_response") else { continue };
        let new: Vec<u64> =
            drafted.figure.table.rows.iter().map(|row| Inline::plain(&row.cells[1].0).parse().unwrap()).collect();
        assert!(new.len() >= 2 && new.iter().all(|new| *new >= 10), "{new:?}");
        assert_eq!(new.iter().sum::<u64>(), study.audiences[0].counts.responses());
    }
}

#[test]
fn the_balance_of_a_battery_stands_in_its_table() {
    let figures = of_residents(&example::primerovo(), Language::Bulgarian);
    let drafted = find(&figures, "quality");
    let Chart::Battery(battery) = &drafted.figure.chart else { panic!("{:?}", drafted.figure.chart) };
    let table = table(drafted);
    assert!(battery.rows.iter().all(|row| table.contains(&row.told_balance())), "{table}");
}

#[test]
fn a_handful_gets_none_of_them() {
    let study = example::primerovo();
    let officials = figures::of_audience(&study, &study.audiences[1], &Words::new(Language::English), 1);
    let codes: Vec<String> =
        officials.into_iter().flat_map(|section| section.figures).map(|drafted| drafted.code).collect();
    let beyond = ["by_group", "fieldwork_response", "importance_derived", "importance_stated"];
    assert!(codes.iter().all(|code| !beyond.contains(&code.as_str())), "{codes:?}");
}
