use crate::sample::{Cell, codebook_words, sample};
use base::Text;
use calamine::{Data, Reader, Xlsx};
use dataset::{
    Kind, Told,
    workbook::{Book, Unwritable},
};
use std::io::Cursor;

fn written() -> Vec<u8> {
    let sample = sample();
    let summary = sample.summary();
    let words = codebook_words();
    let mut book = Book::begin(&sample.dataset, summary.rows, &words).unwrap();
    sample.each(|row| book.row(row).unwrap());
    let told = [Told { term: Text::bulgarian("Заглавие"), words: Text::bulgarian("=1+1") }];
    book.finish(&summary, &words, &told).unwrap()
}

#[test]
fn the_answers_come_back_from_the_first_sheet() {
    let bytes = written();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["Отговори", "Кодова книга", "Проучване"]);
    let range = book.worksheet_range("Отговори").unwrap();
    let sample = sample();
    let mut rows = range.rows();
    let header: Vec<String> = rows.next().unwrap().iter().map(ToString::to_string).collect();
    let names: Vec<String> = sample.dataset.variables.iter().map(|variable| variable.name.to_string()).collect();
    assert_eq!(header, names);
    for (row, cells) in rows.zip(&sample.rows) {
        for ((found, cell), variable) in row.iter().zip(cells).zip(&sample.dataset.variables) {
            match (found, cell) {
                (Data::Float(found), Cell::Number(number)) => assert_eq!(found, number),
                (Data::String(found), Cell::Words(words)) => assert_eq!(found, words),
                (Data::Empty, Cell::Words(words)) => assert!(words.is_empty()),
                (Data::String(found), Cell::Category(place)) => {
                    assert_eq!(*found, variable.categories()[*place].label.bulgarian);
                }
                (Data::String(found), Cell::Absent(absence)) => assert_eq!(*found, format!("няма: {}", absence.code())),
                (Data::DateTime(_), Cell::Day(_) | Cell::Hour(_)) => {}
                (found, _) => panic!("{}: {found:?}", variable.name),
            }
        }
    }
    assert_eq!(range.height(), sample.rows.len() + 1);
    let no_formulas = book.worksheet_formula("Отговори").unwrap();
    assert!(no_formulas.cells().all(|(.., formula)| formula.is_empty()));
}

#[test]
fn the_codebook_lists_every_code_with_its_count() {
    let bytes = written();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&bytes)).unwrap();
    let range = book.worksheet_range("Кодова книга").unwrap();
    let of = |name: &str| range.rows().filter(|row| row[0] == name).count();
    let sample = sample();
    for variable in &sample.dataset.variables {
        let listed = if matches!(variable.kind, Kind::Categories(_)) { variable.categories().len() + 7 } else { 8 };
        assert_eq!(of(variable.name.as_str()), listed, "{}", variable.name);
    }
    let first = range.rows().nth(1).unwrap();
    // Once by itself, and three of the eight hostile rows.
    assert_eq!((first[7].to_string(), first[8].to_string()), ("Изобщо не".to_owned(), "4".to_owned()));
}

#[test]
fn the_same_answers_are_the_same_bytes() {
    assert!(written() == written());
}

#[test]
fn what_no_sheet_can_hold_is_refused_before_it_is_read() {
    let sample = sample();
    let refused = Book::begin(&sample.dataset, 1_048_576, &codebook_words()).err();
    assert_eq!(refused, Some(Unwritable::TooLarge { rows: 1_048_576, columns: 8 }));
}
