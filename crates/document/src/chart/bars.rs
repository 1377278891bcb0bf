use super::{Anchor, Bars, Canvas, Paint, Weight, canvas::count};

/// Label, bar on its ground with the interval, value.
pub(super) fn draw(bars: &Bars, canvas: &mut Canvas) {
    let size = canvas.size;
    let (label_width, labels) = canvas.label_column(bars.rows.iter().map(|row| row.label.as_str()), 0.4);
    let value_width = canvas.widest(bars.rows.iter().map(|row| row.value.as_str()), Weight::SemiBold);
    let left = label_width + size;
    let right = canvas.width - value_width - size * 0.7;
    for (row, lines) in bars.rows.iter().zip(&labels) {
        let height = canvas.bar().max(canvas.leading() * count(lines.len()));
        let middle = canvas.y + height / 2.0;
        canvas.label(0.0, middle, lines);
        canvas.share((left, middle - canvas.bar() / 2.0), right - left, row.share, row.tone, row.interval);
        let baseline = canvas.baseline(middle, size);
        canvas.text(canvas.width, baseline, &row.value, size, Anchor::End, Weight::SemiBold, Paint::Ink);
        canvas.y += height + size * 0.6;
    }
}
