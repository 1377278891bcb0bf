use super::cells::Written;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

/// A text that no workbook can hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unwritable(pub String);

pub(super) fn write(sheets: &[Written]) -> Result<Vec<u8>, Unwritable> {
    written(sheets).map_err(|error| Unwritable(error.to_string()))
}

fn written(sheets: &[Written]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // A day that means nothing, so that the same questionnaire is the same file.
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let header = Format::new().set_bold();
    // A mark that says „text“: not even a cell that is edited becomes a formula.
    let text = Format::new().set_num_format("@");
    let formula = Format::new().set_num_format("@").set_quote_prefix();
    for sheet in sheets {
        let page = workbook.add_worksheet();
        page.set_name(sheet.name)?;
        page.set_freeze_panes(1, 0)?;
        for (row, cells) in (0..).zip(&sheet.rows) {
            for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
                let format = match cell.chars().next() {
                    _ if row == 0 => &header,
                    Some('=' | '+' | '-' | '@') => &formula,
                    _ => &text,
                };
                page.write_string_with_format(row, column, cell, format)?;
            }
        }
    }
    workbook.save_to_buffer()
}
