use crate::sample;
use base::Language;
use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use document::{Align, Block, Column, Document, Figure, Inline, Row, Table};
use std::io::Cursor;

type Book = Xlsx<Cursor<Vec<u8>>>;

fn book(document: &Document) -> Book {
    open_workbook_from_rs(Cursor::new(office::xlsx(document).unwrap())).unwrap()
}

fn cell(book: &mut Book, sheet: &str, row: u32, column: u32) -> Data {
    book.worksheet_range(sheet).unwrap().get_value((row, column)).cloned().unwrap_or_default()
}

fn figures(document: &Document) -> Vec<&Figure> {
    let blocks = document.blocks.iter();
    blocks.filter_map(|block| if let Block::Figure(figure) = block { Some(figure.as_ref()) } else { None }).collect()
}

#[test]
fn every_figure_is_a_sheet_with_the_same_numbers() {
    let document = sample::document();
    let mut book = book(&document);
    let mut compared = 0;
    for figure in figures(&document) {
        let sheet = format!("Фигура {}", figure.number);
        assert_eq!(cell(&mut book, &sheet, 0, 0), Data::String(figure.finding.clone()));
        for (down, row) in (2..).zip(&figure.table.rows) {
            for (across, (column, words)) in (0..).zip(figure.table.columns.iter().zip(&row.cells)) {
                let words = Inline::plain(&words.0);
                let number = office::number(&words, Language::Bulgarian);
                match (
                    cell(&mut book, &sheet, down, across),
                    number.filter(|_| across > 0 && column.align == Align::End),
                ) {
                    (Data::Float(value), Some(number)) => {
                        assert!((value - number.value).abs() < 1e-12, "{words}");
                        compared += 1;
                    }
                    (Data::String(kept), None) => assert_eq!(kept, words),
                    (kept, _) => panic!("{words} became {kept:?}"),
                }
            }
        }
        let told: Vec<String> = book.worksheet_range(&sheet).unwrap().rows().map(|row| row[0].to_string()).collect();
        assert!(told.contains(&figure.base) && told.contains(&figure.method), "{told:?}");
    }
    assert!(compared > 100, "{compared} numbers");
}

#[test]
fn the_first_sheet_lists_the_others() {
    let document = sample::document();
    let mut book = book(&document);
    let names = book.sheet_names();
    assert_eq!(names[0], "Съдържание");
    let range = book.worksheet_range(&names[0]).unwrap();
    let listed: Vec<String> = range.rows().map(|row| row[0].to_string()).collect();
    for name in &names[1..] {
        assert!(listed.contains(name), "{name} is not in {listed:?}");
    }
    assert!(listed.contains(document.demonstration.as_ref().unwrap()));
}

#[test]
fn what_looks_like_a_formula_stays_words() {
    let mut document = sample::small("");
    let evil = ["=1+1", "+359 88", "-2+3", "@SUM(A1)", "=HYPERLINK(\"http://a\")"];
    document.blocks = vec![Block::Table(Table {
        caption: Some("=cmd".to_owned()),
        columns: vec![Column::words("=a"), Column::numbers("+b")],
        rows: evil.iter().map(|words| Row::new([*words, words])).collect(),
        ..Table::default()
    })];
    let mut book = book(&document);
    assert!(book.worksheet_formula("Таблица").unwrap().is_empty());
    for (row, words) in (2..).zip(evil) {
        for column in 0..2 {
            assert_eq!(cell(&mut book, "Таблица", row, column), Data::String(words.to_owned()));
        }
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert!(office::xlsx(&sample::document()).unwrap() == office::xlsx(&sample::document()).unwrap());
}

#[test]
fn a_document_without_tables_has_its_list() {
    assert_eq!(book(&sample::small("Само думи.")).sheet_names(), ["Съдържание"]);
}
