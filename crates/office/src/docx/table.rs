use super::{
    body::Body,
    inlines::runs,
    paragraph::{Paragraph, field, plain},
};
use document::{Align, RowKind, Table, escaped};

/// The room between the margins, in twentieths of a point: 160 mm.
pub(super) const MEASURE: usize = 9070;

impl Body<'_> {
    /// A table that stands for itself, with its caption over it.
    pub fn table(&mut self, table: &Table) {
        let word = &self.document.words.table;
        let number = table.number.map(|number| format!("{}{}", plain(&format!("{word} ")), sequence(word, number)));
        let caption = table
            .caption
            .as_deref()
            .map(|caption| plain(&if number.is_some() { format!(". {caption}") } else { caption.to_owned() }));
        let runs = [number, caption].into_iter().flatten().collect::<String>();
        if runs.is_empty() {
            // Two tables with nothing between them would become one.
            self.push(Paragraph { style: "TableNote", ..Paragraph::default() }, "");
        } else {
            let runs = self.links.place(table.anchor.as_deref(), &runs);
            self.push(Paragraph { style: "Caption", keeps_with_next: true, ..Paragraph::default() }, &runs);
        }
        let name = table.caption.clone().unwrap_or_else(|| word.clone());
        self.grid(table, &name);
    }

    /// Heads that repeat on every page, rows with their names first, the note below.
    pub fn grid(&mut self, table: &Table, name: &str) {
        let count = table.rows.iter().map(|row| row.cells.len()).chain([table.columns.len()]).max().unwrap_or(0);
        if count == 0 {
            return;
        }
        let widths = widths(count);
        let mut out = begun(&widths, "04A0", name);
        let sides = |place: usize| table.columns.get(place).map(|column| column.align).unwrap_or_default();
        if !table.columns.is_empty() {
            out.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
            for (place, width) in widths.iter().enumerate() {
                let words = table.columns.get(place).map_or("", |column| &column.words);
                out.push_str(&cell(*width, style(sides(place), true), &plain(words)));
            }
            out.push_str("</w:tr>");
        }
        for row in &table.rows {
            out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            for (place, width) in widths.iter().enumerate() {
                let words = row.cells.get(place).map_or_else(String::new, |cell| runs(&cell.0, &mut self.links));
                let is_heavy = row.kind == RowKind::Total;
                out.push_str(&cell(*width, style(sides(place), is_heavy), &words));
            }
            out.push_str("</w:tr>");
        }
        out.push_str("</w:tbl>");
        self.text.push_str(&out);
        let note = table.note.as_deref().unwrap_or_default();
        self.push(Paragraph { style: "TableNote", ..Paragraph::default() }, &plain(note));
    }

    /// Terms and what is said of them, without heads.
    pub fn pairs(&mut self, rows: &[Vec<String>]) {
        if !rows.is_empty() {
            let pairs = pairs(rows);
            self.text.push_str(&pairs);
            self.push(Paragraph { style: "TableNote", ..Paragraph::default() }, "");
        }
    }
}

/// A table of terms and words; every cell is markup already.
pub(super) fn pairs(rows: &[Vec<String>]) -> String {
    let widths = [2400, MEASURE - 2400];
    let mut out = begun(&widths, "0480", "");
    for row in rows {
        out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (place, width) in widths.iter().enumerate() {
            out.push_str(&cell(*width, "TableText", row.get(place).map_or("", String::as_str)));
        }
        out.push_str("</w:tr>");
    }
    out.push_str("</w:tbl>");
    out
}

/// A number that an office program counts on by itself when somebody adds another one.
pub(super) fn sequence(word: &str, number: u32) -> String {
    field(&format!("SEQ {} \\* ARABIC", word.replace(char::is_whitespace, "_")), &number.to_string())
}

fn begun(widths: &[usize], look: &str, name: &str) -> String {
    let has_heads = if look == "04A0" { 1 } else { 0 };
    let name =
        if name.trim().is_empty() { String::new() } else { format!("<w:tblCaption w:val=\"{}\"/>", escaped(name)) };
    let columns: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
    format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"DataTable\"/><w:tblW w:w=\"{MEASURE}\" w:type=\"dxa\"/>\
         <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"{look}\" w:firstRow=\"{has_heads}\" w:lastRow=\"0\" \
         w:firstColumn=\"1\" w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"1\"/>{name}</w:tblPr>\
         <w:tblGrid>{columns}</w:tblGrid>"
    )
}

fn cell(width: usize, style: &str, runs: &str) -> String {
    let paragraph = Paragraph { style, ..Paragraph::default() }.holding(runs);
    format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{paragraph}</w:tc>")
}

fn style(side: Align, is_heavy: bool) -> &'static str {
    match (side, is_heavy) {
        (Align::Start, false) => "TableText",
        (Align::Start, true) => "TableHead",
        (Align::Centre, false) => "TableCentre",
        (Align::Centre, true) => "TableHeadCentre",
        (Align::End, false) => "TableNumber",
        (Align::End, true) => "TableHeadNumber",
    }
}

/// The first column names the rows, so it is the widest; the others are alike.
fn widths(count: usize) -> Vec<usize> {
    let others = count.saturating_sub(1);
    let first = match others {
        0 => MEASURE,
        1 | 2 => MEASURE / 2,
        3..=5 => MEASURE * 2 / 5,
        _ => MEASURE / 4,
    };
    let width = (MEASURE - first).checked_div(others).unwrap_or(0);
    std::iter::once(MEASURE - width * others).chain(std::iter::repeat_n(width, others)).collect()
}
