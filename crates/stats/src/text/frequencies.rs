use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use crate::text::tokens::tokens;

/// A word, or two that stand beside each other, and in how many answers it occurs: where a codebook begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frequency {
    pub words: String,
    pub answers: u64,
}

/// The words and pairs of at least `fewest` answers, most frequent first, then by the alphabet. Words of one or two
/// letters are left out on their own; pairs do not reach over the end of a clause.
pub fn frequencies<'a>(answers: impl IntoIterator<Item = &'a str>, fewest: u64) -> Vec<Frequency> {
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for answer in answers {
        let text: String = answer.nfc().collect();
        let tokens = tokens(&text, &[]);
        let mut seen: BTreeSet<String> = BTreeSet::new();
        seen.extend(tokens.iter().filter(|token| token.folded.chars().count() > 2).map(|token| token.folded.clone()));
        for pair in tokens.windows(2) {
            if let [first, second] = pair
                && first.clause == second.clause
            {
                seen.insert(format!("{} {}", first.folded, second.folded));
            }
        }
        for words in seen {
            *counts.entry(words).or_default() += 1;
        }
    }
    let often = counts.into_iter().filter(|(_, answers)| *answers >= fewest);
    let mut frequencies: Vec<Frequency> = often.map(|(words, answers)| Frequency { words, answers }).collect();
    frequencies.sort_by_key(|frequency| std::cmp::Reverse(frequency.answers));
    frequencies
}
