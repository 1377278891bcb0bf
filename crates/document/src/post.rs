//! A document as plain words for a post elsewhere: its title, what it found and of whom that is true, where it stands.

use crate::{Block, Document, Figure};

/// The lengths that people ask for: a short post, and a long one.
pub const LENGTHS: [usize; 2] = [500, 2000];

/// At most `most` letters. The address comes whole or not at all, and so does every finding with its base; what does not
/// fit is left out from the end. That the data are invented is never left out.
pub fn of(document: &Document, most: usize) -> String {
    let title = one_line(&document.title);
    let ends: Vec<String> =
        [document.demonstration.as_deref(), document.address.as_deref()].into_iter().flatten().map(one_line).collect();
    let last = ends.join("\n");
    let room = most.saturating_sub(letters(&last) + 2);
    let mut text = shortened(&title, room);
    let mut told: Vec<&str> = Vec::new();
    let figures = figures(&document.blocks);
    if let Some(summary) = document.cover.summary.as_deref().filter(|summary| !summary.trim().is_empty()) {
        let figure = figures.iter().find(|figure| ends_with(summary, &figure.finding));
        let base = figure.map_or("", |figure| figure.base.as_str());
        if add(&mut text, "\n\n", &finding("", summary, base), room) {
            told.push(figure.map_or(summary, |figure| figure.finding.as_str()));
        }
    }
    for figure in figures {
        if !figure.finding.trim().is_empty() && !told.iter().any(|known| same(known, &figure.finding)) {
            let gap = if told.len() < 2 { "\n\n– " } else { "\n– " };
            if !add(&mut text, gap, &finding(&figure.question, &figure.finding, &figure.base), room) {
                break;
            }
            told.push(&figure.finding);
        }
    }
    if !last.is_empty() {
        text.push_str("\n\n");
        text.push_str(&last);
    }
    shortened(&text, most)
}

/// A finding as a sentence: the question before it, without which it says nothing, and whom it tells of behind it.
fn finding(question: &str, words: &str, base: &str) -> String {
    let question = one_line(question);
    let mark = if question.is_empty() || question.ends_with(['.', '?', '!', '…', ':']) { " " } else { ": " };
    let words = format!("{question}{mark}{}", one_line(words)).trim().to_owned();
    let base = one_line(base);
    let stop = if words.ends_with(['.', '!', '?', '…']) { "" } else { "." };
    if base.is_empty() { format!("{words}{stop}") } else { format!("{words}{stop} ({base})") }
}

fn add(text: &mut String, gap: &str, words: &str, room: usize) -> bool {
    let fits = letters(text) + letters(gap) + letters(words) <= room;
    if fits {
        text.push_str(gap);
        text.push_str(words);
    }
    fits
}

/// Whether `words` end with what the figure found: a summary may say the question before it.
fn ends_with(words: &str, found: &str) -> bool {
    let found = found.trim().trim_end_matches('.');
    !found.is_empty() && words.trim().trim_end_matches('.').ends_with(found)
}

fn same(one: &str, other: &str) -> bool {
    one.trim().trim_end_matches('.') == other.trim().trim_end_matches('.')
}

fn letters(words: &str) -> usize {
    words.chars().count()
}

fn one_line(words: &str) -> String {
    let words: String = words.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    words.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// As many whole words as have no more than `most` letters together.
fn shortened(words: &str, most: usize) -> String {
    if letters(words) <= most {
        return words.to_owned();
    }
    let begun: String = words.chars().take(most.saturating_sub(1)).collect();
    let whole = begun.rsplit_once(' ').map_or(begun.as_str(), |(whole, _)| whole);
    let short = format!("{}…", whole.trim_end());
    short.chars().take(most).collect()
}

/// Every figure in reading order, those inside of annexes and notices too.
pub(crate) fn figures(blocks: &[Block]) -> Vec<&Figure> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Figure(figure) => found.push(figure.as_ref()),
            Block::Annex(annex) => found.extend(figures(&annex.blocks)),
            Block::Notice(notice) => found.extend(figures(&notice.blocks)),
            Block::Quote(inner) => found.extend(figures(inner)),
            Block::List { items, .. } => found.extend(items.iter().flat_map(|item| figures(item))),
            Block::Heading { .. }
            | Block::Paragraph(_)
            | Block::KeyFigures(_)
            | Block::Table(_)
            | Block::Quotations(_)
            | Block::MethodSheet(_) => {}
        }
    }
    found
}
