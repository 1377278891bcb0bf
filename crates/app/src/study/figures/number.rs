use super::{Drafted, Lens, lens};
use crate::study::QuestionCounts;
use document::{
    Chart, Column, Figure, Row, Table,
    chart::{Bin, Histogram},
    manuscript::Statistic,
};
use stats::{Bins, Digits, Numeric, Published, Share};
use survey::{Question, QuestionKind};

/// A question answered with a number: its classes, mean and quartiles. Fewer answers than a group needs are not shown,
/// for the lowest and the highest are those of single people.
pub fn figure(lens: &Lens, question: &Question) -> Option<Drafted> {
    let counts = lens.counts(question)?;
    let is_time = question.kind == QuestionKind::Time;
    let whole = matches!(question.kind, QuestionKind::Integer(_));
    let summary = summary(lens, question, counts).into_shown()?;
    let decimals = if whole { 0 } else { 1 };
    let words = lens.words;
    let told = |value: f64, decimals| said(lens, is_time, value, decimals);
    let mean = told(summary.mean.value, 1);
    let [_, median, _] = summary.quartiles.map(|value| told(value, decimals));
    let finding = words.tell("figure-finding-number", &[("mean", mean.into()), ("median", median.into())]);
    let labels = labels(lens, &summary.bins, question);
    let reference = |statistic| lens.reference(&question.code, statistic);
    let mut sentences = Vec::new();
    if summary.mean.interval.is_some() {
        let values = [("low", reference(Statistic::MeanLow).into()), ("high", reference(Statistic::MeanHigh).into())];
        sentences.push(words.tell("figure-mean-between", &values));
    }
    let (lower, upper) = (reference(Statistic::LowerQuartile), reference(Statistic::UpperQuartile));
    sentences.push(words.tell("figure-quartiles", &[("lower", lower.into()), ("upper", upper.into())]));
    let outside = lens.outside(question);
    sentences.extend(lens.about_missing(question, &summary.nonresponse));
    let alternative: Vec<String> = labels
        .iter()
        .zip(&summary.bins.counts)
        .map(|(label, count)| format!("{label}: {}", words.whole(*count)))
        .collect();
    let figure = Figure {
        anchor: lens.anchor(question.code.as_str()),
        number: 0,
        finding,
        measure: words.say("figure-measure-number"),
        question: lens.say(&question.label),
        base: lens.base(summary.n, summary.missing, &outside),
        missing: lens.missing(summary.missing, &outside),
        method: lens.method(),
        alternative: format!("{}.", alternative.join("; ")),
        chart: Chart::Histogram(Histogram { bins: bins(lens, &summary, &labels), axis: String::new() }),
        table: table(lens, &summary, &labels, told(summary.mean.value, 1)),
        downloads: Vec::new(),
    };
    Some(Drafted { code: question.code.to_string(), figure, sentences, profile: question.profile, headline: None })
}

/// The published summary of a number.
pub fn summary(lens: &Lens, question: &Question, counts: &QuestionCounts) -> Published<Numeric> {
    let whole = matches!(question.kind, QuestionKind::Integer(_));
    let values = values(counts);
    Numeric::of(&values, whole, lens::missing(counts), lens.reach, lens.level, &lens.disclosure)
}

/// Every answer by itself.
pub(super) fn values(counts: &QuestionCounts) -> Vec<f64> {
    counts
        .numbers
        .iter()
        .flat_map(|(number, count)| std::iter::repeat_n(number.value(), usize::try_from(*count).unwrap_or(0)))
        .collect()
}

/// An hour of the day, or a number with so many decimals.
pub fn said(lens: &Lens, is_time: bool, value: f64, decimals: u8) -> String {
    if is_time { hour(value) } else { lens.words.number(value, decimals) }
}

/// „0–9“ for whole numbers, „от 0 до под 2,5“ otherwise.
pub(super) fn labels(lens: &Lens, bins: &Bins, question: &Question) -> Vec<String> {
    let edges = bins.edges();
    let whole = matches!(question.kind, QuestionKind::Integer(_));
    let number = |value: f64| {
        if question.kind == QuestionKind::Time {
            hour(value)
        } else {
            lens.words.number(value, if whole { 0 } else { 1 })
        }
    };
    edges
        .iter()
        .zip(edges.iter().skip(1))
        .map(|(low, high)| match (whole, high - low <= 1.0) {
            (true, true) => number(*low),
            (true, false) => format!("{}–{}", number(*low), number(high - 1.0)),
            (false, _) => {
                lens.words.tell("figure-class", &[("low", number(*low).into()), ("high", number(*high).into())])
            }
        })
        .collect()
}

/// „14:30“ of the hours since midnight.
fn hour(hours: f64) -> String {
    let minutes = (hours * 60.0).round().clamp(0.0, 24.0 * 60.0);
    let whole = (minutes / 60.0).floor();
    format!("{whole:.0}:{:02.0}", minutes - whole * 60.0)
}

pub(super) fn bins(lens: &Lens, summary: &Numeric, labels: &[String]) -> Vec<Bin> {
    labels
        .iter()
        .zip(&summary.bins.counts)
        .map(|(label, count)| {
            let share = Share::new(*count, summary.n);
            let percent = share.map(|share| share.percentage(Digits::of(summary.n, None)).value()).unwrap_or(0.0);
            let value = if summary.n < 30 { lens.words.whole(*count) } else { lens.words.percent(percent / 100.0) };
            Bin { label: label.clone(), share: share.map_or(0.0, Share::value), value }
        })
        .collect()
}

fn table(lens: &Lens, summary: &Numeric, labels: &[String], mean: String) -> Table {
    let words = lens.words;
    let mut rows: Vec<Row> = labels
        .iter()
        .zip(&summary.bins.counts)
        .map(|(label, count)| Row::new([label.clone(), words.whole(*count)]))
        .collect();
    rows.push(Row::total([words.say("figure-row-base"), words.whole(summary.n)]));
    rows.push(Row::total([words.say("figure-row-mean"), mean]));
    Table {
        columns: vec![
            Column::words(words.say("figure-column-answer")),
            Column::numbers(words.say("figure-column-count")),
        ],
        rows,
        ..Table::default()
    }
}
