use crate::VariableName;
use std::borrow::Cow;

/// Words that did not fit into a file and stand there shortened; whole they are in the codebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    /// `None` for words about the whole file.
    pub variable: Option<VariableName>,
    pub part: CutPart,
    /// The words as they are.
    pub words: String,
    /// The most bytes that the file has room for.
    pub limit: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CutPart {
    FileLabel,
    VariableLabel,
    /// Of the category with this code.
    ValueLabel(String),
    /// Words of somebody who answered.
    Cell,
}

const ELLIPSIS: &str = "…";

/// The text in at most `limit` bytes of UTF-8: whole, or cut between letters with „…“ at the end. A letter keeps its
/// accents.
pub fn shortened(text: &str, limit: usize) -> Cow<'_, str> {
    if text.len() <= limit {
        return Cow::Borrowed(text);
    }
    let Some(room) = limit.checked_sub(ELLIPSIS.len()) else { return Cow::Borrowed(head(text, limit)) };
    Cow::Owned(format!("{}{ELLIPSIS}", head(text, room).trim_end()))
}

/// As many whole letters as fit.
pub(crate) fn head(text: &str, room: usize) -> &str {
    let mut end = 0;
    for (place, letter) in text.char_indices() {
        if !is_accent(letter) {
            end = place;
        }
        if place + letter.len_utf8() > room {
            return text.get(..end).unwrap_or_default();
        }
    }
    text
}

/// Stands over, under or after the letter before it, and means nothing alone.
fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{200d}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
}
