use super::{
    Anchor, Battery, BatteryRow, Canvas, LegendEntry, Paint, Weight,
    canvas::{count, within},
    text_width, wrapped,
};
use crate::Tone;

/// Below this share a segment carries no label.
pub(crate) const NARROWEST_LABELLED: f64 = 0.07;

/// Legend, then for each item: label, bar of 100 %, headline, base; what stands apart goes below the bar.
pub(super) fn draw(battery: &Battery, canvas: &mut Canvas) {
    let size = canvas.size;
    legend(&battery.legend, canvas);
    let rows = &battery.rows;
    let (label_width, labels) = canvas.label_column(rows.iter().map(|row| row.label.as_str()), 0.32);
    let base_width = canvas.widest(rows.iter().map(|row| row.base.as_str()), Weight::Regular);
    // The words above the numbers may reach over the bar: they stand on a line of their own.
    let headline_width = canvas.widest(rows.iter().filter_map(|row| row.headline.as_deref()), Weight::SemiBold);
    let left = label_width + size;
    let headline_end = canvas.width - base_width - size;
    let right = headline_end - headline_width - size * 0.6;
    if let Some(headline) = &battery.headline {
        let y = canvas.y + size * 0.8;
        canvas.text(headline_end, y, headline, size, Anchor::End, Weight::SemiBold, Paint::Ink);
        canvas.y += canvas.leading();
    }
    for (row, lines) in rows.iter().zip(&labels) {
        let height = canvas.bar().max(canvas.leading() * count(lines.len()));
        let middle = canvas.y + height / 2.0;
        canvas.label(0.0, middle, lines);
        segments(row, &battery.legend, (left, right - left), middle, canvas);
        let baseline = canvas.baseline(middle, size);
        let headline = row.headline.as_deref().unwrap_or_default();
        canvas.text(headline_end, baseline, headline, size, Anchor::End, Weight::SemiBold, Paint::Ink);
        canvas.text(canvas.width, baseline, &row.base, size, Anchor::End, Weight::Regular, Paint::Quiet);
        let bar_end = middle + canvas.bar() / 2.0;
        canvas.y += height;
        if let Some(apart) = &row.apart {
            let small = size * 0.88;
            let lines = wrapped(apart, Weight::Regular, small, right);
            // What is wider than the bar would run into the label beside it.
            let fits = lines.iter().all(|line| text_width(line, Weight::Regular, small) <= right - left);
            let mut y = if fits { bar_end } else { canvas.y.max(bar_end) };
            for line in &lines {
                canvas.text(right, y + small * 1.15, line, small, Anchor::End, Weight::Regular, Paint::Quiet);
                y += small * 1.4;
            }
            canvas.y = canvas.y.max(y);
        }
        canvas.y += size * 0.6;
    }
}

pub(super) fn segments(
    row: &BatteryRow,
    legend: &[LegendEntry],
    (x, width): (f64, f64),
    middle: f64,
    canvas: &mut Canvas,
) {
    let (size, height) = (canvas.size, canvas.bar());
    let gap = size * 0.13;
    let mut from = x;
    for (place, segment) in row.segments.iter().enumerate() {
        let whole = width * within(segment.share);
        let tone = legend.get(place).map_or(Tone::Plain, |entry| entry.tone);
        canvas.rect(from, middle - height / 2.0, whole - gap, height, Paint::Tone(tone));
        let fits = text_width(&segment.label, Weight::SemiBold, size * 0.92) <= whole - gap * 3.0;
        if segment.share >= NARROWEST_LABELLED && fits {
            let label_size = size * 0.92;
            let baseline = canvas.baseline(middle, label_size);
            let centre = from + (whole - gap) / 2.0;
            canvas.text(
                centre,
                baseline,
                &segment.label,
                label_size,
                Anchor::Middle,
                Weight::SemiBold,
                Paint::On(tone),
            );
        }
        from += whole;
    }
}

pub(super) fn legend(entries: &[LegendEntry], canvas: &mut Canvas) {
    let size = canvas.size;
    let swatch = size * 0.85;
    let indent = swatch + size * 0.4;
    let mut x = 0.0;
    for entry in entries {
        let lines = wrapped(&entry.label, Weight::Regular, size, canvas.width - indent);
        let width = indent + canvas.widest(lines.iter().map(String::as_str), Weight::Regular);
        if x > 0.0 && (x + width > canvas.width || lines.len() > 1) {
            x = 0.0;
            canvas.y += canvas.leading() * 1.15;
        }
        canvas.rect(x, canvas.y, swatch, swatch, Paint::Tone(entry.tone));
        for (line, words) in lines.iter().enumerate() {
            canvas.y += if line > 0 { canvas.leading() } else { 0.0 };
            let y = canvas.y + swatch * 0.88;
            canvas.text(x + indent, y, words, size, Anchor::Start, Weight::Regular, Paint::Ink);
        }
        // What follows an entry of several lines begins a line of its own.
        x += if lines.len() > 1 { canvas.width } else { width + size * 1.2 };
    }
    if !entries.is_empty() {
        canvas.y += canvas.leading() * 1.15 + size * 0.5;
    }
}
