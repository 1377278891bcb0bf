//! Scales, indices and questions with several choices.

use serde_json::{Value, json};
use stats::comparisons::Sample;
use stats::math::{float, student};
use stats::proportion::wilson;
use stats::scales::index_100;
use stats::{Interval, Level, Mentions, Missing, Share};

use super::arguments::{Answer, level, list, number, numbers, pair, share_of, text};
use super::{Case, Family};

pub const FEATURES: Family = &[("likert_summary", likert), ("nps", nps), ("multiple_response", several_choices)];

fn likert(case: &Case<'_>) -> Answer {
    let (codes, level) = (numbers(case.args, "codes")?, level(case.args)?);
    let column = case.table()?.numbers(text(case.args, "var")?)?;
    let counts: Vec<u64> = codes.iter().map(|code| occurrences(&column, |cell| same(cell, *code))).collect();
    let answered: u64 = counts.iter().sum();
    let end = |name: &str| -> Answer<Share> {
        let chosen = numbers(case.args, name)?;
        let within = |cell: f64| chosen.iter().any(|code| same(cell, *code));
        share_of(occurrences(&column, within), answered)
    };
    let (top, bottom) = (end("top")?, end("bottom")?);
    let (mean, interval) = mean(codes.iter().copied().zip(counts.iter().copied()), level)?;
    let (lowest, highest) = (codes.first().ok_or("no codes")?, codes.last().ok_or("no codes")?);
    Ok(json!({
        "n": answered, "counts": counts, "n_missing": occurrences_missing(&column),
        "mean": mean.mean, "sd": mean.variance.sqrt(), "median": median(&codes, &counts),
        "top2": top.value(), "bottom2": bottom.value(), "net": top.value() - bottom.value(),
        "ci_mean": pair(interval), "top2_wilson": pair(wilson(top, level)),
        "index100": index_100(mean.mean, *lowest, *highest),
    }))
}

fn nps(case: &Case<'_>) -> Answer {
    let column = case.table()?.numbers(text(case.args, "var")?)?;
    if text(case.args, "na")? == "none" && occurrences_missing(&column) > 0 {
        return Err("there are missing values where there are to be none".into());
    }
    let (promoter, detractor) = (number(case.args, "promoter_min")?, number(case.args, "detractor_max")?);
    let answered = occurrences(&column, |_| true);
    let promoters = share_of(occurrences(&column, |cell| cell >= promoter), answered)?;
    let detractors = share_of(occurrences(&column, |cell| cell <= detractor), answered)?;
    let rest = answered.checked_sub(promoters.part()).and_then(|rest| rest.checked_sub(detractors.part()));
    let passives = rest.ok_or("somebody both promotes and detracts")?;
    let scores = [(100.0, promoters.part()), (0.0, passives), (-100.0, detractors.part())];
    let (score, interval) = mean(scores.into_iter(), level(case.args)?)?;
    Ok(json!({
        "n": answered, "promoters": promoters.value(), "detractors": detractors.value(), "nps": score.mean,
        "se": (score.variance / float(answered)).sqrt(), "lo": interval.low, "hi": interval.high,
    }))
}

/// The mean with its t interval, of values with how often each occurs.
fn mean(values: impl Iterator<Item = (f64, u64)> + Clone, level: Level) -> Answer<(Sample, Interval)> {
    let sample = Sample::of(values).ok_or("too few answers")?;
    let quantile = student::upper_quantile(level.tail(), float(sample.n) - 1.0);
    let interval = Interval::around(sample.mean, quantile * (sample.variance / float(sample.n)).sqrt());
    Ok((sample, interval))
}

fn median(codes: &[f64], counts: &[u64]) -> Option<f64> {
    let repeated = |(code, count): (&f64, &u64)| std::iter::repeat_n(*code, usize::try_from(*count).unwrap_or(0));
    let sorted: Vec<f64> = codes.iter().zip(counts).flat_map(repeated).collect();
    Some(sorted.get(sorted.len().checked_sub(1)? / 2)?.midpoint(*sorted.get(sorted.len() / 2)?))
}

fn same(cell: f64, code: f64) -> bool {
    (cell - code).abs() < 1e-9
}

fn occurrences(column: &[Option<f64>], of: impl Fn(f64) -> bool) -> u64 {
    let count = column.iter().flatten().filter(|cell| of(**cell)).count();
    u64::try_from(count).unwrap_or(u64::MAX)
}

fn occurrences_missing(column: &[Option<f64>]) -> u64 {
    u64::try_from(column.iter().filter(|cell| cell.is_none()).count()).unwrap_or(u64::MAX)
}

fn several_choices(case: &Case<'_>) -> Answer {
    let rows = list(case.args, "rows")?;
    let cells = |row: &Value| row.as_array().cloned().unwrap_or_default();
    let mut mentions = Mentions::none(rows.first().map_or(0, |row| cells(row).len()));
    for row in rows {
        if cells(row).iter().all(Value::is_null) {
            mentions.add_missing(Missing::Skipped);
        } else {
            let chosen = (0..).zip(cells(row)).filter(|(_, cell)| cell.as_f64().is_some_and(|cell| cell > 0.5));
            mentions.add(&chosen.map(|(option, _)| option).collect::<Vec<u16>>());
        }
    }
    let of = |whole: u64| -> Vec<f64> {
        mentions.counts().iter().filter_map(|part| Share::new(*part, whole)).map(Share::value).collect()
    };
    Ok(json!({
        "n_shown": mentions.shown(),
        "n_answered": mentions.answered(),
        "n_any": mentions.chose_any(),
        "counts": mentions.counts(),
        "pct_of_answered": of(mentions.answered()),
        "pct_of_any": of(mentions.chose_any()),
        "pct_of_responses": stats::share_of_mentions(&mentions),
        "mean_mentions": mentions.mean_mentions(),
    }))
}
