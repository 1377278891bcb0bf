use crate::Words;
use base::Explain;
use survey::Located;

/// The rows that were not taken in, as a table to be worked through: row, column, reason, what to do.
pub fn rejected_rows<P: Explain>(words: Words, rejected: &[Located<P>]) -> String {
    let mut text = String::from("\u{feff}");
    let header = ["desk-rejected-row", "desk-rejected-column", "desk-rejected-reason", "desk-rejected-hint"]
        .map(|key| words.say(key));
    push_line(&mut text, &header);
    for located in rejected {
        let explained = words.refusal(located);
        push_line(
            &mut text,
            &[
                located.row.map(|row| row.to_string()).unwrap_or_default(),
                located.letter().unwrap_or_default(),
                explained.sentence,
                explained.hint.unwrap_or_default(),
            ],
        );
    }
    text
}

/// A cell that a spreadsheet would compute is written with `'` before it: the reasons repeat what strangers typed.
fn push_line(text: &mut String, cells: &[String]) {
    let cells: Vec<String> = cells
        .iter()
        .map(|cell| {
            let guarded =
                if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.clone() };
            format!("\"{}\"", guarded.replace('"', "\"\""))
        })
        .collect();
    text.push_str(&cells.join(","));
    text.push_str("\r\n");
}
