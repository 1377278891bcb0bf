//! The rows that a choice has in its chart and in its table.

use super::{
    Lens,
    lens::{Counted, Outside},
};
use document::{
    Chart, Column, Row, Table, Tone,
    chart::{Bar, Bars, Interval, MarkRow, Marks},
};
use stats::{Distribution, MissingCounts, Proportion, Published};
use survey::OptionCode;

/// One option, ready for both.
pub struct OptionRow {
    pub code: OptionCode,
    pub label: String,
    pub tone: Tone,
    pub count: u64,
    pub published: Published<Proportion>,
}

/// The options of a distribution with their labels and tones, in the order of the scale.
pub fn option_rows(lens: &Lens, counted: &Counted, distribution: &Distribution) -> Vec<OptionRow> {
    let of = counted.options.len();
    let rows: Vec<OptionRow> = counted
        .options
        .iter()
        .zip(&counted.counts)
        .zip(&distribution.rows)
        .enumerate()
        .map(|(position, ((option, count), published))| OptionRow {
            code: option.code.clone(),
            label: lens.say(&option.label),
            tone: if counted.ordered { Tone::ordered(position, of) } else { Tone::Plain },
            count: *count,
            published: published.clone(),
        })
        .collect();
    if of > MOST_ROWS { most_frequent(rows) } else { rows }
}

/// A longer list is told by its most frequent options: nobody reads thousands of rows, and whose place is rare is not named.
const MOST_ROWS: usize = 100;
const MOST_FREQUENT: usize = 20;

fn most_frequent(mut rows: Vec<OptionRow>) -> Vec<OptionRow> {
    rows.retain(|row| row.count > 0 && row.published.shown().is_some());
    rows.sort_by_key(|row| std::cmp::Reverse(row.count));
    rows.truncate(MOST_FREQUENT);
    rows
}

/// Bars for many, rows of marks for a handful.
pub fn chart(lens: &Lens, rows: &[OptionRow], n: u64) -> Chart {
    if n < 10 {
        return Chart::Marks(Marks { rows: rows.iter().map(|row| mark_row(lens, row, n)).collect() });
    }
    Chart::Bars(Bars { rows: rows.iter().map(|row| bar(lens, row)).collect() })
}

fn mark_row(lens: &Lens, row: &OptionRow, n: u64) -> MarkRow {
    let (filled, value) = match &row.published {
        Published::Shown(proportion) => (row.count, lens.share(proportion)),
        Published::Suppressed(reason) => (0, lens.hidden(*reason)),
    };
    let small = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    MarkRow { label: row.label.clone(), filled: small(filled), of: small(n), value, tone: row.tone }
}

fn bar(lens: &Lens, row: &OptionRow) -> Bar {
    match &row.published {
        Published::Shown(proportion) => Bar {
            label: row.label.clone(),
            value: lens.share(proportion),
            share: proportion.share.value(),
            interval: interval(proportion),
            tone: row.tone,
        },
        Published::Suppressed(reason) => {
            Bar { label: row.label.clone(), value: lens.hidden(*reason), share: 0.0, interval: None, tone: Tone::Quiet }
        }
    }
}

pub fn interval(proportion: &Proportion) -> Option<Interval> {
    let interval = proportion.estimate.interval?.within_unit();
    Some(Interval { low: interval.low, high: interval.high })
}

/// The same numbers as the chart, and below them who is outside the base.
pub fn table(lens: &Lens, rows: &[OptionRow], n: u64, missing: MissingCounts, outside: &Outside) -> Table {
    let words = lens.words;
    let shares = n >= 10;
    let mut columns =
        vec![Column::words(words.say("figure-column-answer")), Column::numbers(words.say("figure-column-count"))];
    if shares {
        columns.push(Column::numbers(words.say("figure-column-share")));
        columns.push(Column::numbers(words.say("figure-column-interval")));
    }
    let line = |cells: [String; 4]| cells.into_iter().take(columns.len()).collect::<Vec<String>>();
    let mut table_rows: Vec<Row> = rows
        .iter()
        .map(|row| match &row.published {
            Published::Shown(proportion) => {
                let percent = proportion.share.percentage(proportion.digits);
                let decimals = u8::try_from(percent.decimals).unwrap_or(0);
                let percent = words.percent_with(percent.value() / 100.0, decimals);
                Row::new(line([row.label.clone(), words.whole(row.count), percent, lens.interval(proportion)]))
            }
            Published::Suppressed(reason) => {
                Row::new(line([row.label.clone(), lens.hidden(*reason), "–".to_owned(), "–".to_owned()]))
            }
        })
        .collect();
    table_rows.push(Row::total(line([words.say("figure-row-base"), words.whole(n), String::new(), String::new()])));
    let beside = [
        (outside.cannot.clone(), missing.dont_know),
        (outside.not_apply.clone(), missing.not_applicable),
        (words.say("figure-row-skipped"), missing.skipped),
        (words.say("figure-row-invalid"), missing.invalid),
        (words.say("figure-row-not-shown"), missing.not_shown),
        (words.say("figure-row-not-in-version"), missing.not_in_version),
    ];
    for (label, count) in beside.into_iter().filter(|(_, count)| *count > 0) {
        table_rows.push(Row::total(line([label, words.whole(count), String::new(), String::new()])));
    }
    let hides = rows.iter().any(|row| row.published.shown().is_none());
    let note = match (hides, shares) {
        (true, _) => Some(words.say("figure-note-hidden")),
        (false, true) => Some(words.say("figure-note-rounding")),
        (false, false) => None,
    };
    Table { anchor: None, number: None, caption: None, columns, rows: table_rows, note }
}

/// The chart in words: „много доволни 29 %; по-скоро доволни 44 %“.
pub fn alternative(lens: &Lens, rows: &[OptionRow]) -> String {
    let parts: Vec<String> = rows
        .iter()
        .map(|row| match &row.published {
            Published::Shown(proportion) => format!("{}: {}", row.label, lens.share(proportion)),
            Published::Suppressed(reason) => format!("{}: {}", row.label, lens.hidden(*reason)),
        })
        .collect();
    format!("{}.", parts.join("; "))
}
