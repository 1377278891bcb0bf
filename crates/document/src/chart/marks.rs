use super::{Anchor, Canvas, Marks, Paint, Weight, canvas::count};

/// Label, a row of marks, „4 от 6“.
pub(super) fn draw(marks: &Marks, canvas: &mut Canvas) {
    let size = canvas.size;
    let (label_width, labels) = canvas.label_column(marks.rows.iter().map(|row| row.label.as_str()), 0.5);
    let value_width = canvas.widest(marks.rows.iter().map(|row| row.value.as_str()), Weight::SemiBold);
    let left = label_width + size * 1.2;
    let room = canvas.width - left - value_width - size * 0.8;
    for (row, lines) in marks.rows.iter().zip(&labels) {
        let height = (size * 1.5).max(canvas.leading() * count(lines.len()));
        let middle = canvas.y + height / 2.0;
        canvas.label(0.0, middle, lines);
        let end = canvas.marks(left, middle, room, (row.filled, row.of), row.tone);
        let baseline = canvas.baseline(middle, size);
        canvas.text(end + size * 0.6, baseline, &row.value, size, Anchor::Start, Weight::SemiBold, Paint::Ink);
        canvas.y += height + size * 0.55;
    }
}
