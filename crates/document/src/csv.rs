//! Tables as CSV files (RFC 4180) in which nothing is a formula.

use crate::{Inline, Table};

/// The heads, the rows, and below them a line for each of `beside`. Begins with a byte order mark: without it a
/// spreadsheet takes Cyrillic for something else.
pub fn table(table: &Table, beside: &[&str]) -> String {
    let mut text = String::from("\u{feff}");
    line(&mut text, table.columns.iter().map(|column| column.words.as_str()));
    for row in &table.rows {
        line(&mut text, row.cells.iter().map(|cell| Inline::plain(&cell.0)));
    }
    for words in beside {
        line(&mut text, [words]);
    }
    text
}

/// One line of a file. A cell that a spreadsheet would take for a formula is made harmless.
pub fn line(text: &mut String, cells: impl IntoIterator<Item = impl AsRef<str>>) {
    let mut first = true;
    for cell in cells {
        if !first {
            text.push(',');
        }
        first = false;
        let cell = cell.as_ref();
        let guard = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
        if guard.is_empty() && !cell.contains(['"', ',', '\n', '\r', ';']) {
            text.push_str(cell);
        } else {
            text.push_str(&format!("\"{guard}{}\"", cell.replace('"', "\"\"")));
        }
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_never_formulas() {
        let check = |cells: &[&str], expected: &str| {
            let mut text = String::new();
            line(&mut text, cells);
            assert_eq!(text, format!("{expected}\r\n"));
        };
        check(&["а", "73 %"], "а,73 %");
        check(&["а,б", "„\"“"], "\"а,б\",\"„\"\"“\"");
        check(&["=cmd|' /C calc'!A0", "-1"], "\"'=cmd|' /C calc'!A0\",\"'-1\"");
    }
}
