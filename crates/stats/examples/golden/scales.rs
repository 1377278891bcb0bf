//! Scales, indices and questions with several choices.

use serde_json::{Value, json};
use stats::{Boxes, Collection, Disclosure, Likert, Mentions, Missing, MissingCounts, Reach, Share, Tally};

use super::arguments::{Answer, level, list, number, numbers, pair, text};
use super::{Case, Family};

pub const FEATURES: Family = &[("likert_summary", likert), ("nps", nps), ("multiple_response", several_choices)];

fn likert(case: &Case<'_>) -> Answer {
    let codes: Vec<i64> = whole(&numbers(case.args, "codes")?);
    let tally = tally(&case.table()?.numbers(text(case.args, "var")?)?, &codes);
    let boxes = Boxes { top: list(case.args, "top")?.len(), bottom: list(case.args, "bottom")?.len() };
    let likert = summary(case, &tally, &codes, boxes)?;
    let sorted: Vec<i64> = codes
        .iter()
        .zip(tally.counts())
        .flat_map(|(code, count)| std::iter::repeat_n(*code, usize::try_from(*count).unwrap_or(0)))
        .collect();
    let middle = |at: usize| sorted.get(at).map_or(f64::NAN, |code| stats::math::float_of_integer((*code).into()));
    Ok(json!({
        "n": tally.answered(), "counts": tally.counts(), "n_missing": tally.missing().total(),
        "mean": likert.mean.value, "sd": likert.standard_deviation,
        "median": middle(sorted.len().saturating_sub(1) / 2).midpoint(middle(sorted.len() / 2)),
        "top2": likert.top.share.value(), "bottom2": likert.bottom.share.value(), "net": likert.net.value,
        "ci_mean": likert.mean.interval.map(pair), "top2_wilson": likert.top.estimate.interval.map(pair),
        "index100": likert.index.value,
    }))
}

/// The net promoter score is the net of a scale whose ends are taken together.
fn nps(case: &Case<'_>) -> Answer {
    let codes: Vec<i64> = (0..=10).collect();
    let tally = tally(&case.table()?.numbers(text(case.args, "var")?)?, &codes);
    let (promoter, detractor) = (number(case.args, "promoter_min")?, number(case.args, "detractor_max")?);
    let at = |code: &&i64| stats::math::float_of_integer((**code).into());
    let boxes = Boxes {
        top: codes.iter().filter(|code| at(code) >= promoter).count(),
        bottom: codes.iter().filter(|code| at(code) <= detractor).count(),
    };
    let likert = summary(case, &tally, &codes, boxes)?;
    let interval = likert.net.interval.ok_or("the score has no interval")?;
    Ok(json!({
        "n": tally.answered(), "promoters": likert.top.share.value(), "detractors": likert.bottom.share.value(),
        "nps": 100.0 * likert.net.value, "se": likert.net.standard_error.map(|error| 100.0 * error),
        "lo": 100.0 * interval.low, "hi": 100.0 * interval.high,
    }))
}

fn summary(case: &Case<'_>, tally: &Tally, codes: &[i64], boxes: Boxes) -> Answer<Likert> {
    let reach = Reach::new(Collection::SelfSelected, tally.total(), None)?;
    let published = Likert::of(tally, codes, boxes, reach, level(case.args)?, &Disclosure::default())?;
    Ok(published.into_shown().ok_or("too few answers to be shown")?)
}

/// Counts of whole codes in the order given; what is in none of them is missing.
fn tally(column: &[Option<f64>], codes: &[i64]) -> Tally {
    let mut counts = vec![0; codes.len()];
    let mut missing = MissingCounts::default();
    for cell in column {
        let same =
            |code: &i64| cell.is_some_and(|cell| (cell - stats::math::float_of_integer((*code).into())).abs() < 0.5);
        match codes.iter().position(same).and_then(|place| counts.get_mut(place)) {
            Some(count) => *count += 1,
            None => missing.add(Missing::Skipped, 1),
        }
    }
    Tally::new(counts, missing)
}

fn whole(numbers: &[f64]) -> Vec<i64> {
    let whole = |number: &f64| i64::try_from(stats::math::count(number.abs())).unwrap_or(i64::MAX);
    numbers.iter().map(|number| if *number < 0.0 { -whole(number) } else { whole(number) }).collect()
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
