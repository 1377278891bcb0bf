use super::{
    Anchor, Canvas, Histogram, Paint, Weight,
    canvas::{count, within},
};
use crate::Tone;

/// Columns that touch, values above, classes below, the axis named underneath.
pub(super) fn draw(histogram: &Histogram, canvas: &mut Canvas) {
    let size = canvas.size;
    let bins = &histogram.bins;
    let tallest = bins.iter().map(|bin| within(bin.share)).fold(0.0, f64::max).max(0.01);
    let step = (canvas.width / count(bins.len().max(1))).min(size * 7.0);
    let height = size * 9.0;
    let foot = canvas.y + size * 1.4 + height;
    let every = how_often(canvas.widest(bins.iter().map(|bin| bin.label.as_str()), Weight::Regular), step, size);
    let values_fit = canvas.widest(bins.iter().map(|bin| bin.value.as_str()), Weight::SemiBold) <= step;
    for (place, bin) in bins.iter().enumerate() {
        let x = step * count(place);
        let top = foot - height * within(bin.share) / tallest;
        canvas.rect(x + size * 0.07, top, step - size * 0.14, foot - top, Paint::Tone(Tone::Plain));
        if values_fit {
            let y = top - size * 0.35;
            canvas.text(x + step / 2.0, y, &bin.value, size, Anchor::Middle, Weight::SemiBold, Paint::Ink);
        }
        if place.is_multiple_of(every) {
            let (x, y) = if every == 1 { (x + step / 2.0, Anchor::Middle) } else { (x + size * 0.07, Anchor::Start) };
            canvas.text(x, foot + size * 1.2, &bin.label, size, y, Weight::Regular, Paint::Ink);
        }
    }
    canvas.line((0.0, foot), (step * count(bins.len()), foot), size * 0.08, Paint::Quiet);
    canvas.y = foot + size * 1.6;
    if !histogram.axis.is_empty() {
        canvas.text(0.0, canvas.y + size, &histogram.axis, size, Anchor::Start, Weight::Regular, Paint::Quiet);
        canvas.y += size * 1.4;
    }
}

/// Every how many classes there is room for a label.
fn how_often(label: f64, step: f64, size: f64) -> usize {
    (1..100_u32)
        .find(|every| step * f64::from(*every) >= label + size * 0.4)
        .map_or(100, |every| usize::try_from(every).unwrap_or(100))
}
