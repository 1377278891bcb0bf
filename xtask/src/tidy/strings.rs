//! A rough reading of Rust: enough to tell code, comments and string literals apart.

/// A string literal and the line it begins on.
#[derive(Debug, PartialEq, Eq)]
pub struct Literal {
    pub line: usize,
    pub text: String,
}

pub fn literals(source: &str) -> Vec<Literal> {
    let mut literals = Vec::new();
    read(source, |piece, line, text| {
        if piece == Piece::Literal {
            literals.push(Literal { line, text: text.to_owned() });
        }
    });
    literals
}

/// The source without comments and with empty string literals; line numbers stay.
pub fn code_only(source: &str) -> String {
    let mut code = String::with_capacity(source.len());
    read(source, |piece, _, text| match piece {
        Piece::Code => code.push_str(text),
        Piece::Literal | Piece::Comment => code.extend(text.chars().filter(|&letter| letter == '\n')),
    });
    code
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Piece {
    Code,
    Literal,
    Comment,
}

fn read(source: &str, mut hear: impl FnMut(Piece, usize, &str)) {
    let mut rest = source;
    let mut line = 1;
    let mut before = ' ';
    while !rest.is_empty() {
        let (piece, length, text) = next(rest, before);
        let (taken, after) = rest.split_at(length);
        hear(piece, line, text);
        line += taken.matches('\n').count();
        before = taken.chars().last().unwrap_or(' ');
        rest = after;
    }
}

/// The next piece, how many bytes it takes, and its text (of a literal: what is between the quotes).
fn next(rest: &str, before: char) -> (Piece, usize, &str) {
    let mut characters = rest.chars();
    let first = characters.next().unwrap_or(' ');
    let one = first.len_utf8();
    let plain = (Piece::Code, one, rest.split_at(one).0);
    match first {
        '/' if rest.starts_with("//") => {
            let end = rest.find('\n').unwrap_or(rest.len());
            (Piece::Comment, end, rest.split_at(end).0)
        }
        '/' if rest.starts_with("/*") => {
            let end = rest.find("*/").map_or(rest.len(), |at| at + 2);
            (Piece::Comment, end, rest.split_at(end).0)
        }
        '"' => quoted(rest),
        'r' if !before.is_alphanumeric() && before != '_' => raw(rest).unwrap_or(plain),
        '\'' => {
            let length = character(rest);
            (Piece::Code, length, rest.split_at(length).0)
        }
        _ => plain,
    }
}

fn quoted(rest: &str) -> (Piece, usize, &str) {
    let mut escaped = false;
    for (at, letter) in rest.char_indices().skip(1) {
        if letter == '"' && !escaped {
            return (Piece::Literal, at + 1, rest.get(1..at).unwrap_or_default());
        }
        escaped = letter == '\\' && !escaped;
    }
    (Piece::Literal, rest.len(), rest.get(1..).unwrap_or_default())
}

fn raw(rest: &str) -> Option<(Piece, usize, &str)> {
    let after = rest.strip_prefix('r')?;
    let hashes: String = after.chars().take_while(|&letter| letter == '#').collect();
    let inside = after.get(hashes.len()..)?.strip_prefix('"')?;
    let length = inside.find(&format!("\"{hashes}"))?;
    let whole = 1 + hashes.len() + 1 + length + 1 + hashes.len();
    Some((Piece::Literal, whole, inside.get(..length)?))
}

/// A character literal as a whole, so that `'"'` opens no string; a lifetime is one quote only.
fn character(rest: &str) -> usize {
    let mut letters = rest.char_indices().skip(1);
    match letters.next() {
        Some((_, '\\')) => rest.char_indices().skip(3).find(|(_, letter)| *letter == '\'').map_or(1, |(at, _)| at + 1),
        Some(_) => letters.next().filter(|(_, letter)| *letter == '\'').map_or(1, |(at, _)| at + 1),
        None => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expect: &[(usize, &str)]) {
        let found = literals(source);
        let found: Vec<(usize, &str)> = found.iter().map(|literal| (literal.line, literal.text.as_str())).collect();
        assert_eq!(found, expect, "{source}");
    }

    #[test]
    fn literals_are_found_and_nothing_else() {
        check("let a = \"one\"; // \"not this\"\nlet b = \"two\";", &[(1, "one"), (2, "two")]);
        check("/* \"no\"\n */ \"yes\"", &[(2, "yes")]);
        check(r#"let a = "with \" inside"; "b""#, &[(1, r#"with \" inside"#), (1, "b")]);
        check(r#""ends with \\"; "next""#, &[(1, r"ends with \\"), (1, "next")]);
        check("r#\"raw \" one\"# r\"two\"", &[(1, "raw \" one"), (1, "two")]);
        check("for_r\"x\"", &[(1, "x")]);
        check("let q = '\"'; let e = '\\''; fn f<'a>(x: &'a str) { \"s\" }", &[(1, "s")]);
        check("\"не е край\nвтори ред\" \"c\"", &[(1, "не е край\nвтори ред"), (2, "c")]);
        check("\"open", &[(1, "open")]);
    }

    #[test]
    fn code_keeps_its_lines() {
        assert_eq!(code_only("a // b\n\"c\nd\" e"), "a \n\n e");
    }
}
