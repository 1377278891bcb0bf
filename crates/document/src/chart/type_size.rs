use super::{Weight, advances::ADVANCES};

/// The width of `words` in Sofia Sans of `size`, in the same unit. An unknown letter counts as a wide one.
pub fn text_width(words: &str, weight: Weight, size: f64) -> f64 {
    let thousandths: u32 = words.chars().map(|letter| u32::from(advance(letter, weight))).sum();
    f64::from(thousandths) / 1000.0 * size
}

fn advance(letter: char, weight: Weight) -> u16 {
    let found = ADVANCES.binary_search_by_key(&u32::from(letter), |(code, _, _)| *code);
    match found.ok().and_then(|place| ADVANCES.get(place)) {
        Some((_, regular, _)) if weight == Weight::Regular => *regular,
        Some((_, _, semibold)) => *semibold,
        None => 840,
    }
}

/// Breaks `words` into lines no wider than `width`. A word that is too wide by itself is broken by letters.
pub fn wrapped(words: &str, weight: Weight, size: f64, width: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in words.split([' ', '\n', '\t', '\r']).filter(|word| !word.is_empty()) {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if text_width(&longer, weight, size) <= width {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for letter in word.chars() {
            line.push(letter);
            if text_width(&line, weight, size) > width && line.chars().count() > 1 {
                line.pop();
                lines.push(std::mem::replace(&mut line, letter.to_string()));
            }
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}
