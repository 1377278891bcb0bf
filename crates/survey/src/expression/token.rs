use super::ExpressionProblem;

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    Number(f64),
    Text(String),
    /// `${name}`
    Name(String),
    /// A function, an operator in letters, an axis or a step of a path.
    Word(String),
    /// `.`
    Dot,
    Sign(&'static str),
}

/// Longer signs first, so that `<=` is not read as `<`.
const SIGNS: [&str; 20] =
    ["!=", "<=", ">=", "::", "//", "..", "=", "<", ">", "+", "-", "*", "(", ")", ",", "/", "[", "]", "@", "|"];

pub(super) fn split(source: &str) -> Result<Vec<Token>, ExpressionProblem> {
    let mut tokens = Vec::new();
    let mut rest = source.trim_start();
    while let Some(first) = rest.chars().next() {
        let (token, after) = next(rest, first)?;
        tokens.push(token);
        rest = after.trim_start();
    }
    Ok(tokens)
}

fn next(rest: &str, first: char) -> Result<(Token, &str), ExpressionProblem> {
    if let Some(inner) = rest.strip_prefix("${") {
        let (name, after) = inner.split_once('}').ok_or(ExpressionProblem::Unfinished)?;
        return Ok((Token::Name(name.trim().to_owned()), after));
    }
    if let Some((quote, closing)) = quotes(first) {
        let inner = rest.strip_prefix(quote).unwrap_or(rest);
        let (text, after) = inner.split_once(closing).ok_or(ExpressionProblem::Unfinished)?;
        return Ok((Token::Text(text.to_owned()), after));
    }
    let is_digit_after_dot =
        rest.strip_prefix('.').is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit()));
    if first.is_ascii_digit() || is_digit_after_dot {
        let (digits, after) = take_while(rest, |letter| letter.is_ascii_digit() || letter == '.');
        let number = digits.parse().map_err(|_| ExpressionProblem::Unexpected { near: near(rest) })?;
        return Ok((Token::Number(number), after));
    }
    if first.is_alphabetic() || first == '_' {
        let (word, after) = word(rest);
        return Ok((Token::Word(word.to_owned()), after));
    }
    for sign in SIGNS {
        if let Some(after) = rest.strip_prefix(sign) {
            return Ok((Token::Sign(sign), after));
        }
    }
    if let Some(after) = rest.strip_prefix('.') {
        return Ok((Token::Dot, after));
    }
    Err(ExpressionProblem::Unexpected { near: near(rest) })
}

/// One colon joins a prefix to a name, two of them an axis to a step.
fn word(rest: &str) -> (&str, &str) {
    let (word, after) = take_while(rest, |letter| letter.is_alphanumeric() || matches!(letter, '_' | '-' | ':' | '.'));
    match word.find("::") {
        Some(axis) => rest.split_at(axis),
        None => (word, after),
    }
}

/// Word processors turn straight quotes into typographic ones; both are read.
fn quotes(first: char) -> Option<(char, &'static [char])> {
    match first {
        '\'' => Some(('\'', &['\''])),
        '"' => Some(('"', &['"'])),
        '‘' => Some(('‘', &['’'])),
        '’' => Some(('’', &['’'])),
        '“' => Some(('“', &['”', '“'])),
        '”' => Some(('”', &['”'])),
        '„' => Some(('„', &['“', '”'])),
        _ => None,
    }
}

fn take_while(text: &str, belongs: impl Fn(char) -> bool) -> (&str, &str) {
    let end = text.find(|letter: char| !belongs(letter)).unwrap_or(text.len());
    text.split_at(end)
}

pub(super) fn near(rest: &str) -> String {
    rest.chars().take(24).collect()
}

impl Token {
    /// As it was written, near enough for a person to find it.
    pub(super) fn near(&self) -> String {
        match self {
            Token::Number(number) => number.to_string(),
            Token::Text(text) | Token::Word(text) => near(text),
            Token::Name(name) => format!("${{{}}}", near(name)),
            Token::Dot => ".".to_owned(),
            Token::Sign(sign) => (*sign).to_owned(),
        }
    }
}
