//! ExpressionScript, the language of LimeSurvey, in the words of ours.

use super::problem::Untranslatable;
use std::iter::Peekable;
use std::vec::IntoIter;

/// What a name of LimeSurvey is called here: an expression that comes to its value, or none.
pub(super) trait Names {
    fn value(&self, name: &str) -> Result<String, Untranslatable>;
}

/// The longest script taken, in characters, and how deep its brackets may nest.
const LONGEST: usize = 4000;
const DEEPEST: usize = 30;

pub(super) fn translate(script: &str, names: &dyn Names) -> Result<String, Untranslatable> {
    if script.chars().count() > LONGEST {
        return Err(unreadable(script));
    }
    let mut translator = Translator { tokens: tokens(script)?.into_iter().peekable(), names, depth: 0 };
    let whole = translator.level(0)?;
    match translator.tokens.next() {
        None => Ok(whole),
        Some(token) => Err(unreadable(&token.near())),
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Number(String),
    Text(String),
    Word(String),
    Sign(&'static str),
}

impl Token {
    fn near(&self) -> String {
        match self {
            Token::Number(text) | Token::Text(text) | Token::Word(text) => text.clone(),
            Token::Sign(sign) => (*sign).to_owned(),
        }
    }
}

fn unreadable(near: &str) -> Untranslatable {
    Untranslatable::Unreadable(near.chars().take(40).collect())
}

const SIGNS: [&str; 19] =
    ["===", "!==", "&&", "||", "==", "!=", "<>", "<=", ">=", "=", "<", ">", "!", "+", "-", "*", "/", "(", ")"];

fn tokens(script: &str) -> Result<Vec<Token>, Untranslatable> {
    let mut tokens = Vec::new();
    let mut rest = script.trim_start();
    while let Some(first) = rest.chars().next() {
        let after = if matches!(first, '"' | '\'') {
            let (text, after) = quoted(rest, first).ok_or_else(|| unreadable(rest))?;
            tokens.push(Token::Text(text));
            after
        } else if first.is_alphanumeric() || matches!(first, '_' | '.') {
            let end = rest.find(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '_' | '.' | '#' | ':')));
            let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
            let is_number = word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && word != ".";
            tokens.push(if is_number { Token::Number(word.to_owned()) } else { Token::Word(word.to_owned()) });
            after
        } else if let Some(after) = rest.strip_prefix(',') {
            tokens.push(Token::Sign(","));
            after
        } else if let Some(after) = rest.strip_prefix('%') {
            tokens.push(Token::Sign("%"));
            after
        } else {
            let sign = SIGNS.into_iter().find(|sign| rest.starts_with(sign)).ok_or_else(|| unreadable(rest))?;
            tokens.push(Token::Sign(sign));
            rest.get(sign.len()..).unwrap_or_default()
        };
        rest = after.trim_start();
    }
    Ok(tokens)
}

/// A backslash keeps the quote that follows it.
fn quoted(rest: &str, quote: char) -> Option<(String, &str)> {
    let mut text = String::new();
    let mut escaped = false;
    for (place, letter) in rest.char_indices().skip(1) {
        if escaped && letter != quote && letter != '\\' {
            text.push('\\');
        }
        if !escaped && letter == '\\' {
            escaped = true;
            continue;
        }
        if !escaped && letter == quote {
            return Some((text, rest.get(place + letter.len_utf8()..)?));
        }
        escaped = false;
        text.push(letter);
    }
    None
}

/// Binary operators of theirs and ours, loosest first.
const LEVELS: [&[(&str, &str)]; 6] = [
    &[("or", "or"), ("||", "or")],
    &[("and", "and"), ("&&", "and")],
    &[("==", "="), ("===", "="), ("=", "="), ("eq", "="), ("!=", "!="), ("!==", "!="), ("<>", "!="), ("ne", "!=")],
    &[("<", "<"), ("lt", "<"), ("<=", "<="), ("le", "<="), (">", ">"), ("gt", ">"), (">=", ">="), ("ge", ">=")],
    &[("+", "+"), ("-", "-")],
    &[("*", "*"), ("/", "div"), ("%", "mod")],
];

struct Translator<'a> {
    tokens: Peekable<IntoIter<Token>>,
    names: &'a dyn Names,
    depth: usize,
}

impl Translator<'_> {
    fn level(&mut self, level: usize) -> Result<String, Untranslatable> {
        let Some(operators) = LEVELS.get(level) else { return self.unary() };
        let mut left = self.level(level + 1)?;
        while let Some(ours) = self.operator(operators) {
            let right = self.level(level + 1)?;
            left = format!("{left} {ours} {right}");
        }
        Ok(left)
    }

    fn operator(&mut self, operators: &[(&str, &'static str)]) -> Option<&'static str> {
        let found = match self.tokens.peek()? {
            Token::Word(word) => word.to_lowercase(),
            Token::Sign(sign) => (*sign).to_owned(),
            Token::Number(_) | Token::Text(_) => return None,
        };
        let (_, ours) = operators.iter().find(|(theirs, _)| *theirs == found)?;
        self.tokens.next();
        Some(ours)
    }

    fn take(&mut self, sign: &'static str) -> bool {
        self.tokens.next_if_eq(&Token::Sign(sign)).is_some()
    }

    fn unary(&mut self) -> Result<String, Untranslatable> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(unreadable("(((("));
        }
        let is_not =
            self.tokens.next_if(|token| matches!(token, Token::Word(word) if word.eq_ignore_ascii_case("not")));
        let found = if is_not.is_some() || self.take("!") {
            format!("not({})", self.unary()?)
        } else if self.take("-") {
            format!("-{}", self.unary()?)
        } else if self.take("+") {
            self.unary()?
        } else {
            self.primary()?
        };
        self.depth -= 1;
        Ok(found)
    }

    fn primary(&mut self) -> Result<String, Untranslatable> {
        match self.tokens.next().ok_or_else(|| unreadable("…"))? {
            Token::Number(number) => Ok(number),
            Token::Text(text) => literal(&text),
            Token::Sign("(") => {
                let inner = self.level(0)?;
                if self.take(")") { Ok(format!("({inner})")) } else { Err(unreadable(&inner)) }
            }
            Token::Word(word) if self.tokens.peek() == Some(&Token::Sign("(")) => self.call(&word),
            Token::Word(word) => self.names.value(&word),
            token @ Token::Sign(_) => Err(unreadable(&token.near())),
        }
    }

    fn call(&mut self, name: &str) -> Result<String, Untranslatable> {
        self.tokens.next();
        // The pattern of `regexMatch` stands in quotes, and is no expression.
        let pattern = match self.tokens.peek() {
            Some(Token::Text(text)) if name.eq_ignore_ascii_case("regexmatch") => Some(text.clone()),
            _ => None,
        };
        let mut given = Vec::new();
        if !self.take(")") {
            loop {
                given.push(self.level(0)?);
                if self.take(")") {
                    break;
                }
                if !self.take(",") {
                    return Err(unreadable(name));
                }
            }
        }
        let unknown = || Untranslatable::UnknownFunction(name.chars().take(40).collect());
        if let (Some(pattern), [_, text]) = (pattern, given.as_slice()) {
            return Ok(format!("regex({text}, {})", literal(&anchored(&pattern).ok_or_else(unknown)?)?));
        }
        function(&name.to_lowercase(), &given).ok_or_else(unknown)
    }
}

/// One kind of quote or the other; both at once cannot be written.
fn literal(text: &str) -> Result<String, Untranslatable> {
    if !text.contains('\'') {
        Ok(format!("'{text}'"))
    } else if !text.contains('"') {
        Ok(format!("\"{text}\""))
    } else {
        Err(unreadable(text))
    }
}

/// A Perl pattern between slashes as one that describes the whole text.
pub(super) fn anchored(pattern: &str) -> Option<String> {
    let inner = pattern.trim().strip_prefix('/')?;
    let (inner, flags) = inner.rsplit_once('/')?;
    let flag = match flags {
        "" | "u" => "",
        "i" | "iu" | "ui" => "(?i)",
        _ => return None,
    };
    let (begins, inner) = inner.strip_prefix('^').map_or((false, inner), |inner| (true, inner));
    let ends = inner.ends_with('$') && !inner.ends_with("\\$");
    let inner = if ends { inner.get(..inner.len() - 1)? } else { inner };
    let whatever = |is_bound: bool| if is_bound { "" } else { "(?s:.*)" };
    Some(format!("{flag}{}(?:{inner}){}", whatever(begins), whatever(ends)))
}

fn function(name: &str, given: &[String]) -> Option<String> {
    let one = || if let [only] = given { Some(only.as_str()) } else { None };
    let as_is = |ours: &str| Some(format!("{ours}({})", given.join(", ")));
    match name {
        "is_empty" => Some(bracketed(format!("string-length({}) = 0", one()?))),
        "count" => as_is("count-non-empty"),
        "if" if given.len() == 3 => as_is("if"),
        // An answer that is not there adds nothing.
        "sum" => {
            let parts: Vec<String> = given.iter().map(|value| format!("coalesce({value}, 0)")).collect();
            Some(bracketed(parts.join(" + ")))
        }
        "join" => as_is("concat"),
        "implode" if given.len() > 1 => as_is("join"),
        "intval" | "floor" if given.len() == 1 => as_is(if name == "intval" { "int" } else { "floor" }),
        "ceil" => Some(format!("ceiling({})", one()?)),
        "round" if matches!(given.len(), 1 | 2) => as_is("round"),
        "abs" | "sqrt" | "exp" | "log" | "sin" | "cos" | "tan" | "asin" | "acos" | "atan" if given.len() == 1 => {
            as_is(name)
        }
        "pow" | "atan2" if given.len() == 2 => as_is(name),
        "pi" if given.is_empty() => as_is("pi"),
        "min" | "max" if !given.is_empty() => as_is(name),
        "strlen" => Some(format!("string-length({})", one()?)),
        "strtolower" => Some(format!("lower-case({})", one()?)),
        "strtoupper" => Some(format!("upper-case({})", one()?)),
        "trim" => Some(format!("normalize-space({})", one()?)),
        "is_numeric" => Some(bracketed(format!("number({0}) = number({0})", one()?))),
        "is_nan" => Some(bracketed(format!("number({0}) != number({0})", one()?))),
        "is_int" => Some(bracketed(format!("int({0}) = {0}", one()?))),
        _ => None,
    }
}

fn bracketed(text: String) -> String {
    format!("({text})")
}
