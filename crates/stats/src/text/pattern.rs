use std::ops::Range;

use crate::text::fold::fold;
use crate::text::tokens::Token;

/// Words to look for: `чака*` is every word that begins so, `губ* врем*` two of them with at most two words between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    words: Vec<Word>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    beginning: String,
    open: bool,
}

/// Why something is no pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PatternRefusal {
    Empty,
    /// A star stands only at the end of a word, after at least two letters.
    StarOutOfPlace,
    /// A word holds something else than letters and digits.
    NotAWord,
    /// More than [`Pattern::MOST_WORDS`].
    TooManyWords {
        words: usize,
    },
}

impl Pattern {
    pub const MOST_WORDS: usize = 5;
    /// So many other words may stand between two words of a pattern.
    pub const BETWEEN: usize = 2;

    /// # Errors
    /// When it is empty, too long, or has a star or a sign where none may stand.
    pub fn parse(text: &str) -> Result<Pattern, PatternRefusal> {
        let words = text.split_whitespace().map(Word::parse).collect::<Result<Vec<_>, _>>()?;
        match words.len() {
            0 => Err(PatternRefusal::Empty),
            words if words > Pattern::MOST_WORDS => Err(PatternRefusal::TooManyWords { words }),
            _ => Ok(Pattern { words }),
        }
    }

    /// The places of the matched words, for each place at which the pattern begins; all words in one clause, and none
    /// of them where `open` forbids it.
    pub(super) fn find(&self, tokens: &[Token], open: impl Fn(usize) -> bool) -> Vec<Vec<usize>> {
        let starting = |start: usize| rest(&self.words, tokens, start..start + 1, None, &open);
        (0..tokens.len()).filter_map(starting).collect()
    }
}

/// The first of the words at one of these places, and the others after it; all in the clause where the first stands.
fn rest(
    words: &[Word],
    tokens: &[Token],
    places: Range<usize>,
    clause: Option<usize>,
    open: &impl Fn(usize) -> bool,
) -> Option<Vec<usize>> {
    let Some((word, others)) = words.split_first() else { return Some(Vec::new()) };
    places.into_iter().find_map(|place| {
        let token = tokens.get(place)?;
        let is_near = clause.is_none_or(|clause| token.clause == clause);
        if !is_near || !open(place) || !word.matches(&token.folded) {
            return None;
        }
        let next = place + 1..place + 2 + Pattern::BETWEEN;
        let mut found = rest(others, tokens, next, Some(token.clause), open)?;
        found.insert(0, place);
        Some(found)
    })
}

impl Word {
    fn parse(text: &str) -> Result<Word, PatternRefusal> {
        let (beginning, open) = match text.strip_suffix('*') {
            Some(beginning) => (beginning, true),
            None => (text, false),
        };
        if beginning.contains('*') || (open && beginning.chars().count() < 2) {
            return Err(PatternRefusal::StarOutOfPlace);
        }
        let folded = fold(beginning);
        if folded.is_empty() || !folded.chars().all(char::is_alphanumeric) {
            return Err(PatternRefusal::NotAWord);
        }
        Ok(Word { beginning: folded, open })
    }

    fn matches(&self, word: &str) -> bool {
        if self.open { word.starts_with(&self.beginning) } else { word == self.beginning }
    }
}
