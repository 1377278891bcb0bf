use super::{
    Anchor, Battery, BatteryRow, Canvas, LegendEntry, Paint, Weight,
    canvas::{count, within},
    text_width,
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
            canvas.text(right, bar_end + small * 1.15, apart, small, Anchor::End, Weight::Regular, Paint::Quiet);
            canvas.y = canvas.y.max(bar_end + small * 1.4);
        }
        canvas.y += size * 0.6;
    }
}

fn segments(row: &BatteryRow, legend: &[LegendEntry], (x, width): (f64, f64), middle: f64, canvas: &mut Canvas) {
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

fn legend(entries: &[LegendEntry], canvas: &mut Canvas) {
    let size = canvas.size;
    let swatch = size * 0.85;
    let mut x = 0.0;
    for entry in entries {
        let width = swatch + size * 0.4 + text_width(&entry.label, Weight::Regular, size);
        if x > 0.0 && x + width > canvas.width {
            x = 0.0;
            canvas.y += canvas.leading() * 1.15;
        }
        canvas.rect(x, canvas.y, swatch, swatch, Paint::Tone(entry.tone));
        let words_x = x + swatch + size * 0.4;
        canvas.text(words_x, canvas.y + swatch * 0.88, &entry.label, size, Anchor::Start, Weight::Regular, Paint::Ink);
        x += width + size * 1.2;
    }
    if !entries.is_empty() {
        canvas.y += canvas.leading() * 1.15 + size * 0.5;
    }
}
