use super::{Fault, NumberAddress, Refusal};
use std::fmt;

/// The most references in one text: each is a look into the data.
pub const MOST_REFERENCES: usize = 500;

/// How much of a reference that cannot be read is told back, in characters.
const MOST_TOLD: usize = 80;

/// Written text, cut at its references: `{residents.q7.good.share}`. A doubled `{{` is a brace that means itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Template {
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Words(String),
    Number(NumberAddress),
}

impl Template {
    /// # Errors
    /// [`Refusal::Reference`] with the line and column of its brace, [`Refusal::TooManyReferences`].
    pub fn read(text: &str) -> Result<Template, Refusal> {
        let mut pieces = Vec::new();
        let mut words = String::new();
        let mut references = 0;
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            words.push_str(before);
            if let Some(after) = after.strip_prefix('{') {
                words.push('{');
                rest = after;
                continue;
            }
            let at = text.len() - after.len() - 1;
            let inner = inside(after).ok_or_else(|| refusal(text, at, after, Fault::NotClosed))?;
            let address = inner.parse().map_err(|fault| refusal(text, at, inner, fault))?;
            references += 1;
            if references > MOST_REFERENCES {
                return Err(Refusal::TooManyReferences { max: MOST_REFERENCES });
            }
            if !words.is_empty() {
                pieces.push(Piece::Words(std::mem::take(&mut words)));
            }
            pieces.push(Piece::Number(address));
            rest = after.get(inner.len() + 1..).unwrap_or_default();
        }
        words.push_str(rest);
        if !words.is_empty() {
            pieces.push(Piece::Words(words));
        }
        Ok(Template { pieces })
    }

    /// Pieces one after another; words beside words become one.
    pub fn of(pieces: impl IntoIterator<Item = Piece>) -> Template {
        let mut joined: Vec<Piece> = Vec::new();
        for piece in pieces {
            match (joined.last_mut(), piece) {
                (_, Piece::Words(more)) if more.is_empty() => {}
                (Some(Piece::Words(words)), Piece::Words(more)) => words.push_str(&more),
                (_, piece) => joined.push(piece),
            }
        }
        Template { pieces: joined }
    }

    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    pub fn numbers(&self) -> impl Iterator<Item = &NumberAddress> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Number(address) => Some(address),
            Piece::Words(_) => None,
        })
    }
}

/// What stands before the closing brace, which may not be on another line; inside quotation marks it is no brace.
fn inside(text: &str) -> Option<&str> {
    let mut quoted = false;
    for (at, letter) in text.char_indices() {
        match letter {
            '\n' => return None,
            '"' => quoted = !quoted,
            '}' if !quoted => return text.get(..at),
            _ => {}
        }
    }
    None
}

fn refusal(text: &str, at: usize, found: &str, fault: Fault) -> Refusal {
    let before = text.get(..at).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    let found = found.lines().next().unwrap_or_default().chars().take(MOST_TOLD).collect();
    Refusal::Reference { line, column, found, fault }
}

impl fmt::Display for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pieces.iter().try_for_each(|piece| match piece {
            Piece::Words(words) => f.write_str(&words.replace('{', "{{")),
            Piece::Number(address) => write!(f, "{{{address}}}"),
        })
    }
}
