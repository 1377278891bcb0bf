/// A part of a label: words, or the place where an earlier answer is said. Never markup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    Words(&'a str),
    /// The code of the question.
    Answer(&'a str),
}

/// The parts of a label. An opening `${` that nothing closes is words.
pub fn pieces(label: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = label;
    while let Some((words, (name, after))) =
        rest.split_once("${").and_then(|(words, after)| Some((words, after.split_once('}')?)))
    {
        if !words.is_empty() {
            pieces.push(Piece::Words(words));
        }
        pieces.push(Piece::Answer(name.trim()));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest));
    }
    pieces
}

/// The label with `say` in the place of each earlier answer.
pub fn piped(label: &str, mut say: impl FnMut(&str) -> String) -> String {
    if !label.contains("${") {
        return label.to_owned();
    }
    pieces(label)
        .into_iter()
        .map(|piece| match piece {
            Piece::Words(words) => words.to_owned(),
            Piece::Answer(name) => say(name),
        })
        .collect()
}

/// The label where nobody's answers are at hand: on paper, in a figure.
pub fn unpiped(label: &str) -> String {
    piped(label, |_| "…".to_owned())
}
