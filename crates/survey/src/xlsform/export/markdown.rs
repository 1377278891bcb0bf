use super::cells::Written;

pub(super) fn write(sheets: &[Written]) -> String {
    let mut text = String::new();
    for sheet in sheets {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&format!("| {} |\n", sheet.name));
        for row in &sheet.rows {
            text.push_str("| ");
            for cell in row {
                text.push_str("| ");
                text.push_str(&escaped(cell));
                text.push(' ');
            }
            text.push_str("|\n");
        }
    }
    text
}

/// As the reader takes it apart again: a bar within a cell, a new line, and what only looks like one.
fn escaped(cell: &str) -> String {
    cell.replace('|', "\\|").replace("<br", "\\<br").replace('\n', "<br>")
}
