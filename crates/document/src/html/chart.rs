mod drawn;

use crate::{
    Chart, Tone, Words,
    chart::{
        Bar, Bars, Battery, BatteryRow, Compared, ComparedCell, Diverging, Histogram, Interval, LegendEntry, Marks,
        NARROWEST_LABELLED, Weight, audience_tone, count, text_width, within,
    },
    escape::{escaped, measure},
};

/// The chart as one picture for a screen reader, and as rows that follow the width of the screen for everybody else.
pub(super) fn write(chart: &Chart, alternative: &str, words: &Words, out: &mut String) {
    let class = match chart {
        Chart::Bars(_) => "chart-bars",
        Chart::Battery(_) => "chart-battery",
        Chart::Marks(_) => "chart-marks",
        Chart::Compared(_) => "chart-compared",
        Chart::Histogram(_) => "chart-histogram",
        Chart::Diverging(_) | Chart::Dots(_) | Chart::Plane(_) | Chart::Course(_) => "chart-drawn",
    };
    let name = format!("{}: {alternative}", words.chart);
    out.push_str(&format!("<div class=\"chart {class}\" role=\"img\" aria-label=\"{}\">\n", escaped(&name)));
    match chart {
        Chart::Bars(bars) => write_bars(bars, out),
        Chart::Battery(battery) => write_battery(battery, out),
        Chart::Marks(marks) => write_marks(marks, out),
        Chart::Compared(compared) => write_compared(compared, out),
        Chart::Histogram(histogram) => write_histogram(histogram, out),
        Chart::Diverging(_) | Chart::Dots(_) | Chart::Plane(_) | Chart::Course(_) => drawn::write(chart, out),
    }
    interval_key(chart.has_intervals(), words, out);
    out.push_str("</div>\n");
}

/// The other form of a battery, folded: whoever wants to see the balance opens it.
pub(super) fn other_form(chart: &Chart, words: &Words, out: &mut String) {
    let Chart::Battery(battery) = chart else { return };
    let Some(diverging) = Diverging::of(battery, &words.balance, &words.diverging_note) else { return };
    let told: Vec<String> =
        diverging.battery.rows.iter().map(|row| format!("{}: {}", row.label, row.told_balance())).collect();
    let name = format!("{}: {}. {}.", words.chart, words.balance, told.join("; "));
    out.push_str(&format!(
        "<details class=\"figure-other\">\n<summary>{}</summary>\n<div class=\"chart chart-drawn\" role=\"img\" aria-label=\"{}\">\n",
        escaped(&words.diverging),
        escaped(&name)
    ));
    drawn::write(&Chart::Diverging(diverging), out);
    out.push_str("</div>\n</details>\n");
}

fn write_bars(bars: &Bars, out: &mut String) {
    for Bar { label, value, share, interval, tone } in &bars.rows {
        out.push_str("<div class=\"chart-row\">");
        span("chart-label", label, out);
        bar(*share, *tone, *interval, out);
        span("chart-value", value, out);
        out.push_str("</div>\n");
    }
}

fn write_battery(battery: &Battery, out: &mut String) {
    legend(&battery.legend, out);
    if let Some(headline) = &battery.headline {
        out.push_str("<div class=\"chart-head\">");
        span("chart-value", headline, out);
        out.push_str("</div>\n");
    }
    for row in &battery.rows {
        out.push_str("<div class=\"chart-row\">");
        span("chart-label", &row.label, out);
        segments(row, &battery.legend, out);
        span("chart-value", row.headline.as_deref().unwrap_or_default(), out);
        span("chart-base", &row.base, out);
        if let Some(apart) = &row.apart {
            span("chart-apart", apart, out);
        }
        out.push_str("</div>\n");
    }
}

fn write_marks(marks: &Marks, out: &mut String) {
    for row in &marks.rows {
        out.push_str("<div class=\"chart-row\">");
        span("chart-label", &row.label, out);
        circles(row.filled, row.of, row.tone, out);
        span("chart-value", &row.value, out);
        out.push_str("</div>\n");
    }
}

fn write_compared(compared: &Compared, out: &mut String) {
    let columns = compared.audiences.len();
    out.push_str(&format!(
        "<div class=\"chart-head\" data-audiences=\"{columns}\"><span class=\"chart-label\"></span>"
    ));
    compared.audiences.iter().for_each(|audience| span("chart-audience", audience, out));
    out.push_str("</div>\n");
    for row in &compared.rows {
        out.push_str(&format!("<div class=\"chart-row\" data-audiences=\"{columns}\">"));
        span("chart-label", &row.label, out);
        for (place, cell) in row.cells.iter().enumerate() {
            out.push_str("<span class=\"chart-cell\">");
            span("chart-audience", compared.audiences.get(place).map_or("", String::as_str), out);
            match cell {
                ComparedCell::Share { share, value, interval } => {
                    bar(*share, audience_tone(place), *interval, out);
                    span("chart-value", value, out);
                }
                ComparedCell::Marks { filled, of, value } => {
                    circles(*filled, *of, audience_tone(place), out);
                    span("chart-value", value, out);
                }
                ComparedCell::Words(words) => span("chart-words", words, out),
            }
            out.push_str("</span>");
        }
        out.push_str("</div>\n");
    }
}

fn span(class: &str, words: &str, out: &mut String) {
    out.push_str(&format!("<span class=\"{class}\">{}</span>", escaped(words)));
}

fn percent(share: f64) -> String {
    format!("{}%", measure(within(share) * 100.0))
}

const OPEN_BAR: &str =
    "<svg class=\"chart-bar\" width=\"100%\" height=\"28\" aria-hidden=\"true\" focusable=\"false\">";

/// One bar on its ground, with the interval above it. Everything in per cent, so it follows the screen without a style.
fn bar(share: f64, tone: Tone, interval: Option<Interval>, out: &mut String) {
    out.push_str(OPEN_BAR);
    out.push_str("<rect class=\"ground\" width=\"100%\" height=\"100%\"/>");
    out.push_str(&format!("<rect class=\"tone-{}\" width=\"{}\" height=\"100%\"/>", tone.name(), percent(share)));
    if let Some(Interval { low, high }) = interval {
        let (low, high) = (percent(low), percent(high));
        for class in ["halo", "interval"] {
            out.push_str(&format!("<line class=\"{class}\" x1=\"{low}\" x2=\"{high}\" y1=\"50%\" y2=\"50%\"/>"));
            for end in [&low, &high] {
                out.push_str(&format!("<line class=\"{class}\" x1=\"{end}\" x2=\"{end}\" y1=\"28%\" y2=\"72%\"/>"));
            }
        }
    }
    out.push_str("</svg>");
}

fn segments(row: &BatteryRow, legend: &[LegendEntry], out: &mut String) {
    out.push_str(OPEN_BAR);
    let mut from = 0.0;
    let mut labels = String::new();
    for (place, segment) in row.segments.iter().enumerate() {
        let tone = legend.get(place).map_or(Tone::Plain, |entry| entry.tone).name();
        let share = within(segment.share);
        if share > 0.0 {
            let (x, width) = (percent(from), percent(share));
            out.push_str(&format!("<rect class=\"tone-{tone}\" x=\"{x}\" width=\"{width}\" height=\"100%\"/>"));
        }
        if share >= NARROWEST_LABELLED {
            labels.push_str(&format!(
                "<text class=\"on-{tone}\" x=\"{}\" y=\"50%\" dy=\".35em\" text-anchor=\"middle\">{}</text>",
                percent(from + share / 2.0),
                escaped(&segment.label)
            ));
        }
        from += share;
    }
    out.push_str(&labels);
    out.push_str("</svg>");
}

/// A row of marks, 24 pixels each, which shrinks with the screen.
fn circles(filled: u32, of: u32, tone: Tone, out: &mut String) {
    let shown = of.min(60);
    let width = shown.max(1) * 24;
    out.push_str(&format!(
        "<svg class=\"chart-circles\" viewBox=\"0 0 {width} 24\" width=\"{width}\" height=\"24\" aria-hidden=\"true\" focusable=\"false\">"
    ));
    for place in 0..shown {
        let class = if place < filled { format!("tone-{}", tone.name()) } else { "mark-empty".to_owned() };
        out.push_str(&format!("<circle class=\"{class}\" cx=\"{}\" cy=\"12\" r=\"8.5\"/>", place * 24 + 12));
    }
    out.push_str("</svg>");
}

fn legend(entries: &[LegendEntry], out: &mut String) {
    out.push_str("<div class=\"chart-legend\">");
    for entry in entries {
        out.push_str("<span class=\"chart-key\">");
        swatch(&format!("<rect class=\"tone-{}\" width=\"100%\" height=\"100%\"/>", entry.tone.name()), out);
        out.push_str(&escaped(&entry.label));
        out.push_str("</span>");
    }
    out.push_str("</div>\n");
}

fn swatch(shape: &str, out: &mut String) {
    out.push_str(&format!(
        "<svg class=\"chart-swatch\" width=\"14\" height=\"14\" aria-hidden=\"true\" focusable=\"false\">{shape}</svg>"
    ));
}

fn interval_key(shown: bool, words: &Words, out: &mut String) {
    if !shown {
        return;
    }
    out.push_str("<div class=\"chart-legend\"><span class=\"chart-key\">");
    swatch("<line class=\"interval\" x1=\"0\" x2=\"100%\" y1=\"50%\" y2=\"50%\"/>", out);
    out.push_str(&escaped(&words.interval));
    out.push_str("</span></div>\n");
}

/// Columns in an `svg` of full width; only as many class labels as a phone has room for.
fn write_histogram(histogram: &Histogram, out: &mut String) {
    let bins = &histogram.bins;
    let step = 100.0 / count(bins.len().max(1));
    let tallest = bins.iter().map(|bin| within(bin.share)).fold(0.0, f64::max).max(0.01);
    let phone_step = 280.0 / count(bins.len().max(1));
    let widest = |words: fn(&crate::chart::Bin) -> &str| {
        bins.iter().map(|bin| text_width(words(bin), Weight::SemiBold, 13.0)).fold(0.0, f64::max) + 4.0
    };
    let label = widest(|bin| &bin.label);
    let every = (1_usize..100).find(|every| phone_step * count(*every) >= label).unwrap_or(100);
    let values = widest(|bin| &bin.value) <= phone_step;
    out.push_str(
        "<svg class=\"chart-columns\" width=\"100%\" height=\"220\" aria-hidden=\"true\" focusable=\"false\">",
    );
    for (place, bin) in bins.iter().enumerate() {
        let x = step * count(place);
        let height = 78.0 * within(bin.share) / tallest;
        out.push_str(&format!(
            "<rect class=\"tone-plain\" x=\"{}%\" y=\"{}%\" width=\"{}%\" height=\"{}%\"/>",
            measure(x),
            measure(88.0 - height),
            measure(step),
            measure(height)
        ));
        let centre = measure(x + step / 2.0);
        if values {
            let y = measure(88.0 - height);
            let words = escaped(&bin.value);
            out.push_str(&format!(
                "<text x=\"{centre}%\" y=\"{y}%\" dy=\"-.4em\" text-anchor=\"middle\">{words}</text>"
            ));
        }
        if place.is_multiple_of(every) {
            let words = escaped(&bin.label);
            let (x, anchor) = if every == 1 { (centre, "middle") } else { (measure(x), "start") };
            out.push_str(&format!("<text x=\"{x}%\" y=\"97%\" text-anchor=\"{anchor}\">{words}</text>"));
        }
    }
    out.push_str("</svg>\n");
    out.push_str(&format!("<p class=\"chart-words\">{}</p>\n", escaped(&histogram.axis)));
}
