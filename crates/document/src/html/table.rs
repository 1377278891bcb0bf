use super::text;
use crate::{Align, RowKind, Table, Words, escape::escaped};

/// A table with its caption; `caption` stands in where the table has none of its own.
pub(super) fn write(table: &Table, caption: Option<&str>, words: &Words, out: &mut String) {
    let id = table.anchor.as_ref().map(|anchor| format!(" id=\"{}\"", escaped(anchor))).unwrap_or_default();
    out.push_str(&format!("<div class=\"data-scroll\"{id} tabindex=\"0\" role=\"group\""));
    let caption = caption_words(table, caption, words);
    let name = caption.as_deref().unwrap_or(&words.table);
    out.push_str(&format!(" aria-label=\"{}\">\n<table class=\"data\">\n", escaped(name)));
    if let Some(caption) = &caption {
        out.push_str(&format!("<caption>{}</caption>\n", escaped(caption)));
    }
    head(table, out);
    body(table, out);
    out.push_str("</table>\n</div>\n");
    if let Some(note) = &table.note {
        out.push_str(&format!("<p class=\"data-note\">{}</p>\n", escaped(note)));
    }
}

fn caption_words(table: &Table, other: Option<&str>, words: &Words) -> Option<String> {
    let caption = table.caption.as_deref().or(other);
    match (table.number, caption) {
        (Some(number), Some(caption)) => Some(format!("{} {number}. {caption}", words.table)),
        (Some(number), None) => Some(format!("{} {number}", words.table)),
        (None, caption) => caption.map(str::to_owned),
    }
}

fn head(table: &Table, out: &mut String) {
    out.push_str("<thead><tr>");
    for column in &table.columns {
        let class = class(column.align);
        // A corner without words is no heading of anything.
        if column.words.is_empty() {
            out.push_str(&format!("<td{class}></td>"));
        } else {
            out.push_str(&format!("<th scope=\"col\"{class}>{}</th>", escaped(&column.words)));
        }
    }
    out.push_str("</tr></thead>\n");
}

fn body(table: &Table, out: &mut String) {
    out.push_str("<tbody>\n");
    for row in &table.rows {
        out.push_str(match row.kind {
            RowKind::Plain => "<tr>",
            RowKind::Total => "<tr class=\"total\">",
        });
        for (place, cell) in row.cells.iter().enumerate() {
            let class = class(table.columns.get(place).map(|column| column.align).unwrap_or_default());
            let (name, scope) = if place == 0 { ("th", " scope=\"row\"") } else { ("td", "") };
            out.push_str(&format!("<{name}{scope}{class}>"));
            text::inlines(&cell.0, out);
            out.push_str(&format!("</{name}>"));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n");
}

fn class(align: Align) -> &'static str {
    match align {
        Align::Start => "",
        Align::Centre => " class=\"centre\"",
        Align::End => " class=\"number\"",
    }
}
