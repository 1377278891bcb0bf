use super::proposal::{Column, Confidence, Guess, Proposal, Reason, Role, Service};
use super::sheet::Sheet;
use super::{known, parts, when};
use crate::entry;
use std::collections::BTreeMap;

/// A choice rarely offers more.
const MOST_OPTIONS: usize = 40;
/// Longer words are not the label of an option.
const LONGEST_OPTION: usize = 200;

impl Proposal {
    /// Looks at headers and values, column by column, then at neighbours.
    pub fn of(sheet: &Sheet) -> Proposal {
        let small: Vec<String> = sheet.headers.iter().map(|header| header.to_lowercase()).collect();
        let service = service(&small);
        let mut columns: Vec<Column> = Vec::new();
        let mut has_day = false;
        for (place, (header, small)) in sheet.headers.iter().zip(&small).enumerate() {
            let values: Vec<&str> = sheet.values(place).collect();
            let (mut role, confidence, reasons) = if sheet.withheld.contains(&place) {
                (Role::LeftOut, Confidence::High, vec![Reason::Withheld])
            } else {
                column(small, &values, place < 6 && service != Service::Unknown)
            };
            if matches!(role, Role::Day) && std::mem::replace(&mut has_day, true) {
                role = Role::LeftOut;
            }
            let mut column = Column { header: header.clone(), answered: values.len(), role, confidence, reasons };
            grid(&mut column);
            columns.push(column);
        }
        neighbours(&mut columns);
        same_grid(&mut columns);
        Proposal { service, columns }
    }
}

fn service(headers: &[String]) -> Service {
    let is_microsoft =
        |header: &String| matches!(header.as_str(), "completion time" | "час на завършване" | "краен час");
    if headers.first().is_some_and(|header| known::is_google_time(header)) {
        Service::Google
    } else if headers.iter().take(6).any(is_microsoft) {
        Service::Microsoft
    } else {
        Service::Unknown
    }
}

type Proposed = (Role, Confidence, Vec<Reason>);

fn column(header: &str, values: &[&str], is_early: bool) -> Proposed {
    if known::is_time(header) {
        return (Role::Day, Confidence::High, vec![Reason::HeaderOfTime]);
    }
    if is_early && known::is_of_service(header) || header.starts_with("points - ") || header.starts_with("feedback - ")
    {
        return (Role::LeftOut, Confidence::High, vec![Reason::HeaderOfService]);
    }
    if known::is_personal(header) {
        let confidence = if is_early { Confidence::High } else { Confidence::Medium };
        return (Role::LeftOut, confidence, vec![Reason::PersonalHeader]);
    }
    if values.is_empty() {
        return (Role::LeftOut, Confidence::Medium, vec![Reason::Nothing]);
    }
    let personal = values.iter().filter(|value| known::looks_personal(value)).count();
    if personal * 2 > values.len() {
        let share = u32::try_from(personal * 100 / values.len()).unwrap_or(100);
        return (Role::LeftOut, Confidence::Medium, vec![Reason::PersonalValues { share }]);
    }
    let (guess, confidence, reasons) = guess(values);
    (Role::Question(guess), confidence, reasons)
}

fn guess(values: &[&str]) -> (Guess, Confidence, Vec<Reason>) {
    numbers(values)
        .or_else(|| days(values))
        .or_else(|| semicolons(values))
        .or_else(|| several(values))
        .or_else(|| one(values))
        .unwrap_or_else(|| words(values))
}

fn numbers(values: &[&str]) -> Option<(Guess, Confidence, Vec<Reason>)> {
    let numbers: Option<Vec<f64>> = values.iter().map(|value| entry::read_number(value)).collect();
    let numbers = numbers?;
    let whole: Option<Vec<i64>> = values.iter().map(|value| value.parse().ok()).collect();
    let Some(whole) = whole else {
        return Some((Guess::Decimal, sure(numbers.len()), vec![Reason::Numbers]));
    };
    let (least, most) = (*whole.iter().min()?, *whole.iter().max()?);
    let is_scale =
        (0..=1).contains(&least) && (3..=10).contains(&most) || (0..=3).contains(&least) && matches!(most, 5 | 7 | 10);
    if is_scale && whole.len() >= 5 {
        let first = least.min(1);
        let options = (first..=most).map(|step| step.to_string()).collect();
        let guess = Guess::One { options, ordered: true, other: false, grid: None };
        return Some((guess, Confidence::Medium, vec![Reason::SmallNumbers { least, most }]));
    }
    Some((Guess::Integer, sure(whole.len()), vec![Reason::Numbers]))
}

fn days(values: &[&str]) -> Option<(Guess, Confidence, Vec<Reason>)> {
    when::order("", values).map(|_| (Guess::Date, sure(values.len()), vec![Reason::Days]))
}

/// The less there is to look at, the less sure.
fn sure(answered: usize) -> Confidence {
    if answered >= 10 { Confidence::High } else { Confidence::Medium }
}

fn semicolons(values: &[&str]) -> Option<(Guess, Confidence, Vec<Reason>)> {
    if !parts::divided_by_semicolons(values) {
        return None;
    }
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for part in values.iter().flat_map(|value| parts::split(value, ";")) {
        *counts.entry(part.to_owned()).or_default() += 1;
    }
    let (options, own_words) = with_tail(&counts, values.len());
    if !(1..=MOST_OPTIONS).contains(&options.len()) {
        return None;
    }
    let mut reasons = vec![Reason::DividedBySemicolons];
    reasons.extend((own_words > 0).then_some(Reason::OwnWordsAmongOptions { values: own_words }));
    Some((Guess::Many { options, other: own_words > 0 }, Confidence::High, reasons))
}

fn several(values: &[&str]) -> Option<(Guess, Confidence, Vec<Reason>)> {
    let joined = values.iter().filter(|value| value.contains(", ")).count();
    if values.len() < 4 || joined * 10 < values.len() {
        return None;
    }
    let different = counted(values).len();
    let counts = parts::by_commas(values);
    let chosen: usize = counts.values().sum();
    let (options, own_words) = with_tail(&counts, values.len());
    let is_joined = options.iter().filter(|option| !option.contains(", ")).count() >= 2;
    let repeats = chosen >= counts.len() * 2 && options.len() <= MOST_OPTIONS && options.len() < different + 1;
    let fits = options.iter().all(|option| option.chars().count() <= LONGEST_OPTION);
    let covers = chosen.saturating_sub(own_words) * 10 >= chosen * 7;
    if !(is_joined && repeats && fits && covers && options.len() >= 2) || chosen == values.len() {
        return None;
    }
    let mut reasons = vec![Reason::PartsRepeat { parts: options.len(), values: different }];
    reasons.extend((own_words > 0).then_some(Reason::OwnWordsAmongOptions { values: own_words }));
    let confidence = if chosen >= counts.len() * 4 { Confidence::Medium } else { Confidence::Low };
    Some((Guess::Many { options, other: own_words > 0 }, confidence, reasons))
}

fn one(values: &[&str]) -> Option<(Guess, Confidence, Vec<Reason>)> {
    let counts = counted(values);
    let (options, own_words) = with_tail(&counts, values.len());
    let fits = options.iter().all(|option| option.chars().count() <= LONGEST_OPTION && !option.contains('\n'));
    let repeats = values.len() >= counts.len() * 2 || own_words > 0;
    if !fits || !repeats || !(2..=MOST_OPTIONS).contains(&options.len()) {
        return None;
    }
    let answered = values.len();
    let mut reasons = vec![Reason::FewDifferent { different: counts.len(), answered }];
    let (options, ordered) = match known::in_order(&options) {
        Some(options) => {
            reasons.push(Reason::KnownScale);
            (options, true)
        }
        None => (options, false),
    };
    reasons.extend((own_words > 0).then_some(Reason::OwnWordsAmongOptions { values: own_words }));
    let confidence = if own_words > 0 {
        Confidence::Low
    } else if ordered || answered >= counts.len() * 5 {
        Confidence::High
    } else {
        Confidence::Medium
    };
    Some((Guess::One { options, ordered, other: own_words > 0, grid: None }, confidence, reasons))
}

fn words(values: &[&str]) -> (Guess, Confidence, Vec<Reason>) {
    let letters: usize = values.iter().map(|value| value.chars().count()).sum();
    let long = letters > values.len() * 40 || values.iter().any(|value| value.contains('\n'));
    let different = counted(values).len();
    let mut reasons = vec![Reason::MostlyDifferent { different, answered: values.len() }];
    reasons.extend(long.then_some(Reason::LongWords));
    (Guess::Text { long }, if long { Confidence::High } else { sure(values.len()) }, reasons)
}

/// The options that a person is offered who says that a column is a choice.
pub(super) fn options(values: &[&str], several: bool) -> Vec<String> {
    let counts = match several {
        true if parts::divided_by_semicolons(values) => {
            counted(&values.iter().flat_map(|value| parts::split(value, ";")).collect::<Vec<_>>())
        }
        true => parts::by_commas(values),
        false => counted(values),
    };
    let (options, _) = with_tail(&counts, values.len());
    let fits = options.into_iter().filter(|option| option.chars().count() <= LONGEST_OPTION && !option.contains('\n'));
    let options: Vec<String> = fits.take(MOST_OPTIONS).collect();
    known::in_order(&options).unwrap_or(options)
}

fn counted(values: &[&str]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for value in values {
        *counts.entry((*value).to_owned()).or_default() += 1;
    }
    counts
}

/// The options, the most chosen first, and how many values came only once beside options that came often: what was typed
/// beside „друго“.
fn with_tail(counts: &BTreeMap<String, usize>, answered: usize) -> (Vec<String>, usize) {
    let mut options: Vec<(&String, usize)> = counts.iter().map(|(option, count)| (option, *count)).collect();
    options.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let once = options.iter().filter(|(_, count)| *count == 1).count();
    let often: usize = options.iter().map(|(_, count)| *count).filter(|count| *count >= 3).sum();
    let has_tail = once > 0 && answered >= 12 && once * 10 <= answered * 3 && often * 10 >= answered * 6;
    let kept = options.iter().filter(|(_, count)| !has_tail || *count > 1).map(|(option, _)| (*option).clone());
    (kept.collect(), if has_tail { once } else { 0 })
}

/// Google writes a row of a grid as „Въпрос [Ред]“.
fn grid(column: &mut Column) {
    let split = column.header.strip_suffix(']').and_then(|header| header.rsplit_once(" ["));
    let Some((question, row)) = split.map(|(question, row)| (question.to_owned(), row.to_owned())) else { return };
    if let Role::Question(Guess::One { grid, other, .. }) = &mut column.role {
        *grid = Some(question);
        *other = false;
        column.header = row;
        column.reasons.push(Reason::GridHeader);
    } else if matches!(column.role, Role::Question(_)) {
        column.header = format!("{question} – {row}");
    }
}

/// Microsoft writes the rows of a grid as columns of their own: neighbours with steps of the same known scale.
fn neighbours(columns: &mut [Column]) {
    let scale = |column: &Column| {
        if let Role::Question(Guess::One { options, ordered: true, grid: None, other: false }) = &column.role {
            Some(options.clone())
        } else {
            None
        }
    };
    let scales: Vec<Option<Vec<String>>> = columns.iter().map(scale).collect();
    let shares = |one: &[String], two: &[String]| {
        one.iter().any(|step| step.parse::<i64>().is_err())
            && (one.iter().all(|step| two.contains(step)) || two.iter().all(|step| one.contains(step)))
    };
    let mut run: Option<(usize, String)> = None;
    for place in 0..columns.len() {
        let before = place.checked_sub(1).and_then(|before| scales.get(before)).and_then(Option::as_ref);
        let here = scales.get(place).and_then(Option::as_ref);
        let (Some(before), Some(here)) = (before, here) else {
            run = None;
            continue;
        };
        if !shares(before, here) {
            run = None;
            continue;
        }
        let first = run.as_ref().map_or(place - 1, |(first, _)| *first);
        let label = run.take().map_or_else(|| format!("{}", first + 1), |(_, label)| label);
        for column in columns.iter_mut().take(place + 1).skip(first) {
            if let Role::Question(Guess::One { grid, .. }) = &mut column.role
                && grid.is_none()
            {
                *grid = Some(label.clone());
                column.confidence = column.confidence.min(Confidence::Medium);
                column.reasons.push(Reason::SameOptionsAsNeighbour);
            }
        }
        run = Some((first, label));
    }
}

/// Not every row of a grid has had every step chosen: all rows get the steps of all.
fn same_grid(columns: &mut [Column]) {
    let mut together: BTreeMap<String, (Vec<String>, bool)> = BTreeMap::new();
    for column in columns.iter() {
        if let Role::Question(Guess::One { options, ordered, grid: Some(grid), .. }) = &column.role {
            let (all, every) = together.entry(grid.clone()).or_insert_with(|| (Vec::new(), true));
            *every &= *ordered;
            for option in options {
                if !all.contains(option) && all.len() < MOST_OPTIONS {
                    all.push(option.clone());
                }
            }
        }
    }
    for (all, ordered) in together.values_mut() {
        let numbers: Option<Vec<i64>> = all.iter().map(|option| option.parse().ok()).collect();
        if let Some(mut numbers) = numbers {
            numbers.sort_unstable();
            *all = numbers.iter().map(i64::to_string).collect();
        } else if let Some(steps) = known::in_order(all) {
            (*all, *ordered) = (steps, true);
        } else {
            *ordered = false;
        }
    }
    for column in columns {
        if let Role::Question(Guess::One { options, ordered, grid: Some(grid), .. }) = &mut column.role
            && let Some((all, every)) = together.get(grid)
        {
            (*options, *ordered) = (all.clone(), *every);
        }
    }
}
