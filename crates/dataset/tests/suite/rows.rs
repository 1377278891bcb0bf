use crate::sample::{Cell, sample};
use base::LanguageTag;
use dataset::{
    Absence,
    csv::{Style, Table},
};

fn written(style: Style) -> String {
    let sample = sample();
    let mut table = Table::begin(Vec::new(), &sample.dataset, style).unwrap();
    sample.each(|row| table.row(row).unwrap());
    String::from_utf8(table.finish().unwrap()).unwrap()
}

fn read(text: &str) -> Vec<Vec<String>> {
    let mut rows =
        csv::ReaderBuilder::new().has_headers(false).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    rows.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn codes_come_back_as_they_went_in() {
    let text = written(Style::Codes);
    assert!(!text.starts_with('\u{feff}') && text.lines().next().unwrap().starts_with("срок,age,difference,q_paper"));
    let sample = sample();
    let rows = read(&text);
    assert_eq!(rows.len(), sample.rows.len() + 1);
    for (row, cells) in rows.iter().skip(1).zip(&sample.rows) {
        for ((text, cell), variable) in row.iter().zip(cells).zip(&sample.dataset.variables) {
            let expected = match cell {
                Cell::Absent(absence) => absence.mark().to_owned(),
                Cell::Category(place) => variable.categories()[*place].code.clone(),
                Cell::Number(number) if variable.name.as_str() == "difference" => format!("{number:.2}"),
                Cell::Number(number) => number.to_string(),
                // Words of somebody are never an absence.
                Cell::Words(words) if words == "#skipped" => "##skipped".to_owned(),
                Cell::Words(words) => words.clone(),
                Cell::Day(day) => day.to_string(),
                Cell::Hour(time) => time.strftime("%H:%M").to_string(),
            };
            assert_eq!(*text, expected, "{}", variable.name);
        }
    }
}

#[test]
fn nothing_for_a_spreadsheet_is_a_formula() {
    for style in [Style::GuardedCodes, Style::Labels(LanguageTag::BULGARIAN)] {
        let text = written(style);
        for cell in read(&text).iter().flatten() {
            let is_number = cell.parse::<f64>().is_ok();
            assert!(is_number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
        }
    }
}

#[test]
fn labels_are_in_the_language_that_was_asked_for() {
    let bulgarian = written(Style::Labels(LanguageTag::BULGARIAN));
    assert!(bulgarian.starts_with('\u{feff}'));
    assert!(bulgarian.contains("Изобщо не,") && bulgarian.contains("няма: not-shown"));
    let english = written(Style::Labels(LanguageTag::ENGLISH));
    assert!(english.contains("Изобщо не (en)") && english.contains(Absence::NotShown.code()));
}
