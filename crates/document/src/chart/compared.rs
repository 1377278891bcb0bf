use super::{Anchor, Canvas, Compared, ComparedCell, Paint, Weight, canvas::count, wrapped};
use crate::Tone;

/// The tone of an audience by its column.
pub(crate) fn audience_tone(column: usize) -> Tone {
    if column.is_multiple_of(2) { Tone::Plain } else { Tone::Quiet }
}

/// A column for each audience, a row for each option.
pub(super) fn draw(compared: &Compared, canvas: &mut Canvas) {
    let size = canvas.size;
    let (label_width, labels) = canvas.label_column(compared.rows.iter().map(|row| row.label.as_str()), 0.3);
    let left = label_width + size;
    let columns = count(compared.audiences.len().max(1));
    let gutter = size * 1.6;
    let column = (canvas.width - left - gutter * (columns - 1.0)) / columns;
    heads(compared, (left, column, gutter), canvas);
    for (row, lines) in compared.rows.iter().zip(&labels) {
        let height = canvas.bar().max(canvas.leading() * count(lines.len()));
        let middle = canvas.y + height / 2.0;
        canvas.label(0.0, middle, lines);
        for (place, cell) in row.cells.iter().enumerate() {
            let x = left + (column + gutter) * count(place);
            draw_cell(cell, (x, middle), column, audience_tone(place), canvas);
        }
        canvas.y += height + size * 0.6;
    }
}

fn heads(compared: &Compared, (left, column, gutter): (f64, f64, f64), canvas: &mut Canvas) {
    let heads: Vec<_> =
        compared.audiences.iter().map(|audience| wrapped(audience, Weight::SemiBold, canvas.size, column)).collect();
    let tallest = heads.iter().map(Vec::len).max().unwrap_or(0);
    for (place, lines) in heads.iter().enumerate() {
        let x = left + (column + gutter) * count(place);
        for (line, words) in lines.iter().enumerate() {
            let y = canvas.y + canvas.size * 0.85 + canvas.leading() * count(line + tallest - lines.len());
            canvas.text(x, y, words, canvas.size, Anchor::Start, Weight::SemiBold, Paint::Ink);
        }
    }
    canvas.y += canvas.leading() * count(tallest) + canvas.size * 0.5;
}

fn draw_cell(cell: &ComparedCell, (x, middle): (f64, f64), width: f64, tone: Tone, canvas: &mut Canvas) {
    let size = canvas.size;
    let baseline = canvas.baseline(middle, size);
    match cell {
        ComparedCell::Share { share, value, interval } => {
            let value_width = canvas.widest(["100\u{202f}%", value].into_iter(), Weight::SemiBold);
            let bar = width - value_width - size * 0.5;
            canvas.share((x, middle - canvas.bar() / 2.0), bar, *share, tone, *interval);
            canvas.text(x + width, baseline, value, size, Anchor::End, Weight::SemiBold, Paint::Ink);
        }
        ComparedCell::Marks { filled, of, value } => {
            let value_width = canvas.widest([value.as_str()].into_iter(), Weight::SemiBold);
            let end = canvas.marks(x, middle, width - value_width - size * 0.6, (*filled, *of), tone);
            canvas.text(end + size * 0.5, baseline, value, size, Anchor::Start, Weight::SemiBold, Paint::Ink);
        }
        ComparedCell::Words(words) => {
            let small = size * 0.88;
            let lines = wrapped(words, Weight::Regular, small, width);
            let mut y = baseline - canvas.leading() * (count(lines.len()) - 1.0) / 2.0;
            for line in &lines {
                canvas.text(x, y, line, small, Anchor::Start, Weight::Regular, Paint::Quiet);
                y += canvas.leading();
            }
        }
    }
}
