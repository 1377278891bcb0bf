//! A questionnaire as an XLSForm workbook, laid out so that a person can go on working in it.

use super::source::{Form, Item, Words};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// The workbook's bytes; the same for the same form, for even the day of making comes from the form.
///
/// # Errors
/// What the writer refuses, such as a text longer than a cell takes.
pub fn write(form: &Form) -> anyhow::Result<Vec<u8>> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::parse_from_str(&form.heading.version)?;
    book.set_properties(&DocProperties::new().set_title(&form.heading.title.bg).set_creation_datetime(&made));
    let survey: Vec<Vec<String>> = form.items.iter().flat_map(survey_rows).collect();
    fill(book.add_worksheet().set_name("survey")?, &SURVEY, &survey)?;
    fill(book.add_worksheet().set_name("choices")?, &CHOICES, &choice_rows(form))?;
    fill(book.add_worksheet().set_name("settings")?, &SETTINGS, &[settings_row(form)])?;
    Ok(book.save_to_buffer()?)
}

/// A column's heading and its width in characters.
type Column = (&'static str, f64);

const SURVEY: [Column; 17] = [
    ("type", 26.0),
    ("name", 18.0),
    ("label::Български (bg)", 52.0),
    ("label::English (en)", 52.0),
    ("hint::Български (bg)", 36.0),
    ("hint::English (en)", 36.0),
    ("required", 9.0),
    ("required_message::Български (bg)", 30.0),
    ("required_message::English (en)", 30.0),
    ("relevant", 34.0),
    ("constraint", 34.0),
    ("constraint_message::Български (bg)", 30.0),
    ("constraint_message::English (en)", 30.0),
    ("appearance", 13.0),
    ("mirror", 12.0),
    ("dimension", 24.0),
    ("profile", 8.0),
];

const CHOICES: [Column; 6] = [
    ("list_name", 16.0),
    ("name", 18.0),
    ("label::Български (bg)", 48.0),
    ("label::English (en)", 48.0),
    ("score", 8.0),
    ("standing", 16.0),
];

const SETTINGS: [Column; 9] = [
    ("form_title", 60.0),
    ("form_title_english", 60.0),
    ("form_id", 24.0),
    ("version", 14.0),
    ("default_language", 18.0),
    ("introduction::Български (bg)", 60.0),
    ("introduction::English (en)", 60.0),
    ("thanks::Български (bg)", 60.0),
    ("thanks::English (en)", 60.0),
];

fn survey_rows(item: &Item) -> Vec<Vec<String>> {
    if item.group.is_empty() {
        return vec![survey_row(&item.r#type, &item.name, item)];
    }
    let mut rows = vec![survey_row("begin_group", &item.group, item)];
    rows.extend(item.items.iter().flat_map(survey_rows));
    rows.push(vec!["end_group".to_owned()]);
    rows
}

fn survey_row(kind: &str, name: &str, item: &Item) -> Vec<String> {
    let yes = |holds: bool| [if holds { "yes" } else { "" }.to_owned()];
    [
        &[kind.to_owned(), name.to_owned()][..],
        &both(&item.label),
        &both(&item.hint),
        &yes(item.required),
        &both(&item.required_message),
        &[item.relevant.clone(), item.constraint.clone()],
        &both(&item.constraint_message),
        &[item.appearance.clone(), item.mirror.clone(), item.dimension.clone()],
        &yes(item.profile),
    ]
    .concat()
}

fn choice_rows(form: &Form) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for scale in &form.scales {
        if !rows.is_empty() {
            rows.push(Vec::new());
        }
        rows.extend(scale.options.iter().map(|option| {
            let score = option.score.map(|score| score.to_string()).unwrap_or_default();
            let words = [scale.code.clone(), option.code.clone(), option.bg.clone(), option.en.clone()];
            [&words[..], &[score, option.standing.clone()]].concat()
        }));
    }
    rows
}

fn settings_row(form: &Form) -> Vec<String> {
    let heading = &form.heading;
    [
        &both(&heading.title)[..],
        &[heading.id.clone(), heading.version.clone(), "Български (bg)".to_owned()],
        &both(&heading.introduction),
        &both(&heading.thanks),
    ]
    .concat()
}

fn both(words: &Words) -> [String; 2] {
    [&words.bg, &words.en].map(|text| text.trim().to_owned())
}

fn fill(sheet: &mut Worksheet, columns: &[Column], rows: &[Vec<String>]) -> Result<(), XlsxError> {
    let head = Format::new().set_bold();
    let body = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (column, (heading, width)) in (0_u16..).zip(columns) {
        sheet.set_column_width(column, *width)?;
        sheet.write_string_with_format(0, column, *heading, &head)?;
    }
    for (row, cells) in (1_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write_number_with_format(row, column, number, &body)?,
                Err(_) => sheet.write_string_with_format(row, column, cell, &body)?,
            };
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}
