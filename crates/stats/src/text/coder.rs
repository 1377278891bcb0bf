use std::collections::BTreeSet;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::text::codebook::{Code, Codebook, Language};
use crate::text::tokens::{Token, tokens};
use crate::text::transliteration::transliterated;

/// An answer with what was found in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coded {
    /// The answer in composed form (NFC); the spans count its characters.
    pub text: String,
    /// Sorted by the name of the code; empty where nothing was found.
    pub mentions: Vec<Mention>,
}

/// A code found in an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    pub code: String,
    /// Every place that speaks of it denies it: „не се чака“.
    pub negated: bool,
    /// Where, in characters; shown highlighted. In order, none inside another.
    pub evidence: Vec<Range<usize>>,
}

/// A denial reaches so many words.
const REACH: usize = 3;
/// What is longer is read up to here.
const LONGEST: usize = 20_000;

impl Coded {
    /// Whether there is anything to code: an empty answer is none.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Whether the answer waits for somebody to read it.
    pub fn is_uncoded(&self) -> bool {
        !self.is_blank() && self.mentions.is_empty()
    }
}

impl Codebook {
    /// Finds the codes of one answer; several may apply.
    pub fn code(&self, answer: &str) -> Coded {
        let text: String = answer.nfc().take(LONGEST).collect();
        let tokens = tokens(&text, &self.language.breakers);
        let mentions = self.codes.iter().filter_map(|code| mention(code, &tokens, &self.language)).collect();
        Coded { text, mentions }
    }

    /// What the codes of an answer in Latin letters would be, were it written in Cyrillic; `None` where there is nothing
    /// to guess. Only a suggestion: somebody confirms it before it counts.
    pub fn suggest(&self, answer: &str) -> Option<Coded> {
        let coded = self.code(&transliterated(answer)?);
        (!coded.mentions.is_empty()).then_some(coded)
    }
}

fn mention(code: &Code, tokens: &[Token], language: &Language) -> Option<Mention> {
    let excluded: BTreeSet<usize> =
        code.exclusions.iter().flat_map(|pattern| pattern.find(tokens, |_| true)).flatten().collect();
    let found = code.patterns.iter().flat_map(|pattern| pattern.find(tokens, |place| !excluded.contains(&place)));
    let mut negated = true;
    let mut spans: Vec<Range<usize>> = Vec::new();
    for places in found {
        let (Some(first), Some(last)) = (places.first(), places.last()) else { continue };
        let (Some(start), Some(end)) = (tokens.get(*first), tokens.get(*last)) else { continue };
        negated &= is_denied(tokens, *first, language);
        spans.push(start.span.start..end.span.end);
    }
    let evidence = outermost(spans);
    (!evidence.is_empty()).then(|| Mention { code: code.name.clone(), negated, evidence })
}

/// Whether a denying word stands within reach before a word, in its clause.
fn is_denied(tokens: &[Token], place: usize, language: &Language) -> bool {
    let Some(word) = tokens.get(place) else { return false };
    let before = tokens.iter().take(place).rev().take(REACH).take_while(|token| token.clause == word.clause);
    before.into_iter().any(|token| language.negators.contains(&token.folded))
}

/// The spans in order, without those that lie inside another.
fn outermost(mut spans: Vec<Range<usize>>) -> Vec<Range<usize>> {
    // Of two that begin together the longer comes first, so that it takes the other in.
    spans.sort_by(|a, b| a.start.cmp(&b.start).then(b.end.cmp(&a.end)));
    let mut kept: Vec<Range<usize>> = Vec::new();
    for span in spans {
        if kept.last().is_none_or(|last| span.end > last.end) {
            kept.push(span);
        }
    }
    kept
}
