use super::{
    Anchor, Battery, BatteryRow, Canvas, Paint, Weight,
    battery::legend,
    canvas::{count, within},
    dots, wrapped,
};

/// The bars of a battery put side by side at the middle of the scale: what weighs more is seen at once, what the
/// extremes are less so. The middle answer lies half on the one side, half on the other.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Diverging {
    /// Sorted by the balance, highest first.
    pub battery: Battery,
    /// What the number at the right says: „баланс“.
    pub balance: String,
    /// Below the chart: how it is to be read.
    pub note: String,
}

impl Diverging {
    /// The same battery at its middle. `None` where it has no sides, or too few steps for a middle.
    pub fn of(battery: &Battery, balance: &str, note: &str) -> Option<Diverging> {
        let mut battery = battery.clone();
        let steps = battery.legend.len();
        if steps < 2 || battery.rows.is_empty() || battery.rows.iter().any(|row| row.segments.len() != steps) {
            return None;
        }
        battery.rows.sort_by(|one, other| other.balance().total_cmp(&one.balance()));
        Some(Diverging { battery, balance: balance.to_owned(), note: note.to_owned() })
    }
}

impl BatteryRow {
    /// The shares above the middle of the scale less those below it, from −1 to 1.
    pub fn balance(&self) -> f64 {
        let (low, _, high) = self.sides();
        high - low
    }

    /// „+54“, „−12“, „0“: in points.
    pub fn told_balance(&self) -> String {
        let points = (self.balance() * 100.0).round();
        if points >= 1.0 {
            format!("+{points:.0}")
        } else if points <= -1.0 {
            format!("\u{2212}{:.0}", points.abs())
        } else {
            "0".to_owned()
        }
    }

    /// What lies below the middle, in it, above it.
    fn sides(&self) -> (f64, f64, f64) {
        let half = self.segments.len() / 2;
        let sum = |from: usize, to: usize| {
            self.segments.iter().take(to).skip(from).map(|segment| within(segment.share)).sum::<f64>()
        };
        let steps = self.segments.len();
        let high = steps - half;
        (sum(0, half), sum(half, high), sum(high, steps))
    }
}

/// Legend, then for each item: label, bar around the line of the middle, balance, base; the note below.
pub(super) fn draw(diverging: &Diverging, canvas: &mut Canvas) {
    let size = canvas.size;
    let battery = &diverging.battery;
    legend(&battery.legend, canvas);
    let rows = &battery.rows;
    let is_wide = canvas.width >= size * dots::WIDE;
    let (label, labels) = canvas.label_column(rows.iter().map(|row| row.label.as_str()), 0.3);
    let base = canvas.widest(rows.iter().map(|row| row.base.as_str()), Weight::Regular);
    let told: Vec<String> = rows.iter().map(BatteryRow::told_balance).collect();
    let balance = canvas.widest(told.iter().map(String::as_str), Weight::SemiBold);
    let left = if is_wide { label + size } else { 0.0 };
    let balance_end = if is_wide { canvas.width - base - size } else { canvas.width };
    let width = balance_end - balance - size * 0.8 - left;
    let reach = |of: fn(&(f64, f64, f64)) -> f64| {
        rows.iter().map(BatteryRow::sides).map(|sides| of(&sides)).fold(0.0, f64::max)
    };
    let (below, above) = (reach(|(low, middle, _)| low + middle / 2.0), reach(|(_, middle, high)| high + middle / 2.0));
    let unit = width / (below + above).max(0.01);
    let zero = left + below * unit;
    if !diverging.balance.is_empty() {
        let y = canvas.y + size * 0.8;
        canvas.text(balance_end, y, &diverging.balance, size, Anchor::End, Weight::SemiBold, Paint::Ink);
        canvas.y += canvas.leading();
    }
    for ((row, lines), told) in rows.iter().zip(&labels).zip(&told) {
        let mut height = canvas.bar();
        if is_wide {
            height = height.max(canvas.leading() * count(lines.len()));
            canvas.label(0.0, canvas.y + height / 2.0, lines);
        } else {
            above_bar(row, base, canvas);
        }
        let middle = canvas.y + height / 2.0;
        let (low, neutral, _) = row.sides();
        let from = zero - (low + neutral / 2.0) * unit;
        super::battery::segments(row, &battery.legend, (from, unit), middle, canvas);
        let half = canvas.bar() / 2.0 + size * 0.25;
        canvas.line((zero, middle - half), (zero, middle - half + size * 0.25), size * 0.12, Paint::Ink);
        canvas.line((zero, middle + half - size * 0.25), (zero, middle + half), size * 0.12, Paint::Ink);
        let baseline = canvas.baseline(middle, size);
        canvas.text(balance_end, baseline, told, size, Anchor::End, Weight::SemiBold, Paint::Ink);
        if is_wide {
            canvas.text(canvas.width, baseline, &row.base, size, Anchor::End, Weight::Regular, Paint::Quiet);
        }
        let bar_end = middle + half;
        canvas.y += height + size * 0.25;
        if let Some(apart) = &row.apart {
            let small = size * 0.88;
            canvas.y = canvas.y.max(bar_end);
            for line in wrapped(apart, Weight::Regular, small, balance_end - left) {
                let y = canvas.y + small;
                canvas.text(left, y, &line, small, Anchor::Start, Weight::Regular, Paint::Quiet);
                canvas.y += small * 1.25;
            }
        }
        canvas.y += size * 0.5;
    }
    canvas.paragraph(&diverging.note, size * 0.88);
}

/// On a narrow sheet the label and the base stand over the bar.
fn above_bar(row: &BatteryRow, base: f64, canvas: &mut Canvas) {
    let size = canvas.size;
    let lines = wrapped(&row.label, Weight::Regular, size, (canvas.width - base - size).max(size * 6.0));
    let y = canvas.baseline(canvas.y + canvas.leading() / 2.0, size);
    canvas.text(canvas.width, y, &row.base, size, Anchor::End, Weight::Regular, Paint::Quiet);
    let block = canvas.leading() * count(lines.len());
    canvas.label(0.0, canvas.y + block / 2.0, &lines);
    canvas.y += block + size * 0.25;
}
