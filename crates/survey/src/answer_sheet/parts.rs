//! Several answers that were joined into one cell, and which option stands where in it.

use std::collections::BTreeMap;

/// Microsoft ends every part with a semicolon, so a cell of one part has one too.
pub(super) fn divided_by_semicolons(values: &[&str]) -> bool {
    !values.is_empty() && values.iter().all(|value| value.ends_with(';'))
}

pub(super) fn split<'a>(value: &'a str, mark: &str) -> Vec<&'a str> {
    value.split(mark).map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// Options of Google's cells, where `, ` joins them and may stand within one too: parts that never come one without the
/// other are one option. Each with how often it was chosen.
pub(super) fn by_commas(values: &[&str]) -> BTreeMap<String, usize> {
    let mut rows: Vec<Vec<String>> =
        values.iter().map(|value| split(value, ", ").into_iter().map(str::to_owned).collect()).collect();
    // Each round joins at least one pair, and an option rarely has more than a few commas.
    for _ in 0..6 {
        let Some((one, two)) = inseparable(&rows) else { break };
        for row in &mut rows {
            join(row, &one, &two);
        }
    }
    let mut counts = BTreeMap::new();
    for part in rows.into_iter().flatten() {
        *counts.entry(part).or_default() += 1;
    }
    counts
}

/// Two parts that always follow each other, and come more often than chance would have it.
fn inseparable(rows: &[Vec<String>]) -> Option<(String, String)> {
    let mut alone: BTreeMap<&str, usize> = BTreeMap::new();
    let mut pairs: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for row in rows {
        for part in row {
            *alone.entry(part).or_default() += 1;
        }
        for (one, two) in row.iter().zip(row.iter().skip(1)) {
            *pairs.entry((one, two)).or_default() += 1;
        }
    }
    // The second half of a label begins with a small letter; an option of its own seldom does.
    let begins_small = |part: &str| part.starts_with(|letter: char| letter.is_lowercase());
    let found = pairs.into_iter().find(|((one, two), count)| {
        let always = |part: &str| alone.get(part) == Some(count);
        *count >= 2 && begins_small(two) && always(two) && (always(one) || *count >= 3)
    });
    found.map(|((one, two), _)| (one.to_owned(), two.to_owned()))
}

fn join(row: &mut Vec<String>, one: &str, two: &str) {
    let mut joined: Vec<String> = Vec::new();
    for part in row.drain(..) {
        match joined.last_mut() {
            Some(last) if last == one && part == two => *last = format!("{one}, {two}"),
            _ => joined.push(part),
        }
    }
    *row = joined;
}

/// Which options stand in a cell, by their places in the list, and what is left over. The longest option that fits is
/// taken first, so that one within another does no harm.
pub(super) fn found(cell: &str, options: &[String]) -> (Vec<usize>, Vec<String>) {
    let mut by_length: Vec<(usize, &String)> = options.iter().enumerate().collect();
    by_length.sort_by_key(|(_, option)| std::cmp::Reverse(option.len()));
    let (mut places, mut left_over) = (Vec::new(), Vec::new());
    let mut rest = cell.trim();
    while !rest.is_empty() {
        let fits = by_length.iter().find_map(|(place, option)| {
            let after = rest.strip_prefix(option.as_str())?;
            let ends = after.is_empty() || after.starts_with([';', ',']);
            ends.then(|| (*place, after.trim_start_matches([';', ',']).trim_start()))
        });
        match fits {
            Some((place, after)) => {
                if !places.contains(&place) {
                    places.push(place);
                }
                rest = after;
            }
            None => {
                let end = rest.find([';', ',']).unwrap_or(rest.len());
                let (part, after) = rest.split_at(end);
                left_over.push(part.trim().to_owned());
                rest = after.trim_start_matches([';', ',']).trim_start();
            }
        }
    }
    left_over.retain(|part| !part.is_empty());
    (places, left_over)
}
