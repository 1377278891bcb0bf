use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use crate::text::stem::stem;
use crate::text::tokens::tokens;

/// A word, or two that stand beside each other, and in how many answers it occurs: where a codebook begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frequency {
    /// The form that occurs most, of all with the same stem.
    pub words: String,
    pub stem: String,
    pub answers: u64,
}

/// The words and pairs of at least `fewest` answers, most frequent first, then by the alphabet. Words of one or two
/// letters are left out on their own; pairs do not reach over the end of a clause.
pub fn frequencies<'a>(answers: impl IntoIterator<Item = &'a str>, fewest: u64) -> Vec<Frequency> {
    // By stem: how many answers, and how often each form.
    let mut counts: BTreeMap<String, (u64, BTreeMap<String, u64>)> = BTreeMap::new();
    for answer in answers {
        let mut seen = BTreeSet::new();
        for (stem, form) in forms(answer) {
            let (answers, forms) = counts.entry(stem.clone()).or_default();
            *answers += u64::from(seen.insert(stem));
            *forms.entry(form).or_default() += 1;
        }
    }
    let often = counts.into_iter().filter(|(_, (answers, _))| *answers >= fewest);
    let mut frequencies: Vec<Frequency> = often
        .map(|(stem, (answers, forms))| {
            // The first of the alphabet, where two forms occur alike.
            let most = forms.into_iter().rev().max_by_key(|(_, count)| *count);
            Frequency { words: most.map_or_else(|| stem.clone(), |(form, _)| form), stem, answers }
        })
        .collect();
    frequencies.sort_by_key(|frequency| std::cmp::Reverse(frequency.answers));
    frequencies
}

/// Every word and every pair of an answer, by its stem and as it stands there.
fn forms(answer: &str) -> Vec<(String, String)> {
    let text: String = answer.nfc().collect();
    let tokens = tokens(&text, &[]);
    let long = tokens.iter().filter(|token| token.folded.chars().count() > 2);
    let mut forms: Vec<(String, String)> = long.map(|token| (stem(&token.folded), token.folded.clone())).collect();
    for pair in tokens.windows(2) {
        if let [first, second] = pair
            && first.clause == second.clause
        {
            let together = |a: &str, b: &str| format!("{a} {b}");
            let stems = together(&stem(&first.folded), &stem(&second.folded));
            forms.push((stems, together(&first.folded, &second.folded)));
        }
    }
    forms
}
