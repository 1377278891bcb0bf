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
    let mut escaped = String::new();
    for (place, letter) in cell.char_indices() {
        match letter {
            '|' => escaped.push_str("\\|"),
            '\n' => escaped.push_str("<br>"),
            _ => escaped.push(letter),
        }
        let rest = cell.get(place + letter.len_utf8()..).unwrap_or_default();
        if letter == '<' && rest.trim_start_matches('\\').starts_with("br") {
            escaped.push('\\');
        }
    }
    escaped
}
