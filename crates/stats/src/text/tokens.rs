use std::ops::Range;

use crate::text::fold::fold;

/// One word of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub folded: String,
    /// In characters of the composed answer.
    pub span: Range<usize>,
    /// The clause, counted from 0: denial does not reach from one into another.
    pub clause: usize,
}

/// The words of a composed text, with clauses ending at punctuation and before each of the `breakers`.
pub fn tokens(text: &str, breakers: &[String]) -> Vec<Token> {
    let letters: Vec<char> = text.chars().collect();
    let mut tokens: Vec<Token> = Vec::new();
    let (mut clause, mut at) = (0, 0);
    while let Some(letter) = letters.get(at) {
        if !is_of_word(*letter) {
            clause += usize::from(ends_clause(&letters, at));
            at += 1;
            continue;
        }
        let length = letters.iter().skip(at).take_while(|letter| is_of_word(**letter)).count();
        let folded = fold(&letters.iter().skip(at).take(length).collect::<String>());
        clause += usize::from(breakers.contains(&folded));
        tokens.push(Token { folded, span: at..at + length, clause });
        at += length;
    }
    tokens
}

/// Marks upon a letter belong to it.
fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '\u{0300}'..='\u{036F}')
}

/// A hyphen inside a word („по-бавно“) does not end a clause, a dash between words does.
fn ends_clause(letters: &[char], at: usize) -> bool {
    match letters.get(at) {
        Some('-') => {
            let letter =
                |place: Option<usize>| place.and_then(|place| letters.get(place)).copied().is_some_and(is_of_word);
            !(letter(at.checked_sub(1)) && letter(Some(at + 1)))
        }
        Some('.' | ',' | ';' | ':' | '!' | '?' | '…' | '(' | ')' | '[' | ']' | '–' | '—' | '\n' | '\r') => true,
        Some(_) | None => false,
    }
}
