//! The conditions of SurveyJS in the words of ours.

use super::codes::{Answering, Codes, Known};

/// The longest condition taken, in characters, and how deep its brackets may nest.
const LONGEST: usize = 4000;
const DEEPEST: usize = 30;

/// # Errors
/// The words near which it is not understood, or the name or function that is not known.
pub(super) fn translate(source: &str, codes: &Codes, own: Option<&str>) -> Result<String, String> {
    if source.chars().count() > LONGEST {
        return Err(near(source));
    }
    let mut reading = Reading { tokens: tokens(source)?, next: 0, codes, own, depth: 0 };
    let whole = reading.either()?;
    match reading.peek() {
        None => Ok(whole.text),
        Some(token) => Err(token.near()),
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Number(String),
    Text(String),
    /// `{name}`
    Name(String),
    Word(String),
    Sign(&'static str),
}

impl Token {
    fn near(&self) -> String {
        match self {
            Token::Number(text) | Token::Text(text) | Token::Name(text) | Token::Word(text) => near(text),
            Token::Sign(sign) => (*sign).to_owned(),
        }
    }
}

fn near(text: &str) -> String {
    text.chars().take(40).collect()
}

const SIGNS: [&str; 22] = [
    "&&", "||", "==", "!=", "<>", "<=", ">=", "*=", "=", "<", ">", "!", "+", "-", "*", "/", "%", "(", ")", "[", "]",
    ",",
];

fn tokens(source: &str) -> Result<Vec<Token>, String> {
    let mut tokens = Vec::new();
    let mut rest = source.trim_start();
    while let Some(first) = rest.chars().next() {
        let (token, after) = match first {
            '{' => {
                let (name, after) = rest.get(1..).and_then(|rest| rest.split_once('}')).ok_or_else(|| near(rest))?;
                (Token::Name(name.trim().to_owned()), after)
            }
            '\'' | '"' => {
                let (text, after) = rest.get(1..).and_then(|rest| rest.split_once(first)).ok_or_else(|| near(rest))?;
                (Token::Text(text.to_owned()), after)
            }
            _ if first.is_ascii_digit() => {
                let length = rest.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(rest.len());
                let (number, after) = rest.split_at_checked(length).ok_or_else(|| near(rest))?;
                let is_number = number.parse::<f64>().is_ok();
                if !is_number {
                    return Err(near(rest));
                }
                (Token::Number(number.to_owned()), after)
            }
            _ if first.is_alphabetic() || first == '_' => {
                let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
                let length = rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
                let (word, after) = rest.split_at_checked(length).ok_or_else(|| near(rest))?;
                (Token::Word(word.to_owned()), after)
            }
            _ => {
                let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign)).ok_or_else(|| near(rest))?;
                (Token::Sign(sign), rest.get(sign.len()..).unwrap_or_default())
            }
        };
        tokens.push(token);
        rest = after.trim_start();
    }
    Ok(tokens)
}

/// A part that was translated, and what it is, as far as comparing it goes.
struct Part {
    text: String,
    sort: Sort,
}

enum Sort {
    Value,
    /// Its words, without quotes.
    Literal(String),
    List(Vec<String>),
    Question(Known),
}

impl Part {
    fn value(text: String) -> Part {
        Part { text, sort: Sort::Value }
    }
}

struct Reading<'a> {
    tokens: Vec<Token>,
    next: usize,
    codes: &'a Codes,
    own: Option<&'a str>,
    depth: usize,
}

impl Reading<'_> {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.next)
    }

    fn take(&mut self) -> Option<Token> {
        let token = self.tokens.get(self.next).cloned();
        self.next += 1;
        token
    }

    fn is_sign(&mut self, wanted: &[&str]) -> Option<&'static str> {
        let Some(Token::Sign(sign)) = self.peek() else { return None };
        let sign = *sign;
        wanted.contains(&sign).then(|| {
            self.next += 1;
            sign
        })
    }

    fn is_word(&mut self, wanted: &[&str]) -> Option<String> {
        let Some(Token::Word(word)) = self.peek() else { return None };
        let small = word.to_lowercase();
        wanted.contains(&small.as_str()).then(|| {
            self.next += 1;
            small
        })
    }

    fn either(&mut self) -> Result<Part, String> {
        let mut left = self.both()?;
        while self.is_sign(&["||"]).is_some() || self.is_word(&["or"]).is_some() {
            let right = self.both()?;
            left = Part::value(format!("({} or {})", left.text, right.text));
        }
        Ok(left)
    }

    fn both(&mut self) -> Result<Part, String> {
        let mut left = self.compared()?;
        while self.is_sign(&["&&"]).is_some() || self.is_word(&["and"]).is_some() {
            let right = self.compared()?;
            left = Part::value(format!("({} and {})", left.text, right.text));
        }
        Ok(left)
    }

    fn compared(&mut self) -> Result<Part, String> {
        let left = self.sum()?;
        let words = [
            "empty",
            "notempty",
            "contains",
            "contain",
            "notcontains",
            "notcontain",
            "anyof",
            "allof",
            "noneof",
            "equal",
            "notequal",
            "less",
            "greater",
            "lessorequal",
            "greaterorequal",
        ];
        let signs = ["=", "==", "!=", "<>", "<", ">", "<=", ">=", "*="];
        let operator = match self.is_word(&words) {
            Some(word) => word,
            None => match self.is_sign(&signs) {
                Some(sign) => sign.to_owned(),
                None => return Ok(left),
            },
        };
        if operator == "empty" || operator == "notempty" {
            let sign = if operator == "empty" { "=" } else { "!=" };
            return Ok(Part::value(format!("{} {sign} ''", left.text)));
        }
        let right = self.sum()?;
        let text = match operator.as_str() {
            "=" | "==" | "equal" => equal(&left, &right, true),
            "!=" | "<>" | "notequal" => equal(&left, &right, false),
            "contains" | "contain" | "*=" => contains(&left, &right)?,
            "notcontains" | "notcontain" => format!("not({})", contains(&left, &right)?),
            "anyof" => among(&left, &right, " or ")?,
            "allof" => among(&left, &right, " and ")?,
            "noneof" => format!("not({})", among(&left, &right, " or ")?),
            "less" => format!("{} < {}", left.text, right.text),
            "greater" => format!("{} > {}", left.text, right.text),
            "lessorequal" => format!("{} <= {}", left.text, right.text),
            "greaterorequal" => format!("{} >= {}", left.text, right.text),
            sign => format!("{} {sign} {}", left.text, right.text),
        };
        Ok(Part::value(text))
    }

    fn sum(&mut self) -> Result<Part, String> {
        let mut left = self.product()?;
        while let Some(sign) = self.is_sign(&["+", "-"]) {
            let right = self.product()?;
            left = Part::value(format!("({} {sign} {})", left.text, right.text));
        }
        Ok(left)
    }

    fn product(&mut self) -> Result<Part, String> {
        let mut left = self.one()?;
        while let Some(sign) = self.is_sign(&["*", "/", "%"]) {
            let right = self.one()?;
            let sign = match sign {
                "/" => "div",
                "%" => "mod",
                other => other,
            };
            left = Part::value(format!("({} {sign} {})", left.text, right.text));
        }
        Ok(left)
    }

    fn one(&mut self) -> Result<Part, String> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err("(".repeat(3));
        }
        let part = self.part();
        self.depth -= 1;
        part
    }

    fn part(&mut self) -> Result<Part, String> {
        match self.take().ok_or_else(|| "…".to_owned())? {
            Token::Number(number) => Ok(Part { text: number.clone(), sort: Sort::Literal(number) }),
            Token::Text(text) => Ok(Part { text: quoted(&text)?, sort: Sort::Literal(text) }),
            Token::Name(name) => self.name(&name),
            Token::Sign("(") => {
                let inner = self.either()?;
                self.close(")")?;
                Ok(Part { text: format!("({})", inner.text), sort: inner.sort })
            }
            Token::Sign("-") => {
                let inner = self.one()?;
                Ok(Part::value(format!("-{}", inner.text)))
            }
            Token::Sign("!") => {
                let inner = self.one()?;
                Ok(Part::value(format!("not({})", inner.text)))
            }
            Token::Sign("[") => self.list(),
            Token::Word(word) => self.word(&word),
            Token::Sign(sign) => Err(sign.to_owned()),
        }
    }

    fn close(&mut self, sign: &'static str) -> Result<(), String> {
        self.is_sign(&[sign]).map(|_| ()).ok_or_else(|| self.peek().map_or_else(|| "…".to_owned(), Token::near))
    }

    fn name(&mut self, name: &str) -> Result<Part, String> {
        if self.own == Some(name) {
            return Ok(Part::value(".".to_owned()));
        }
        let other = name.strip_suffix("-Comment").or_else(|| name.strip_suffix("-Other"));
        if let Some(known) = other.and_then(|name| self.codes.known(name)) {
            return Ok(Part::value(format!("${{{}_other}}", known.code)));
        }
        let known = self.codes.known(name).ok_or_else(|| near(name))?;
        Ok(Part { text: format!("${{{}}}", known.code), sort: Sort::Question(known.clone()) })
    }

    fn list(&mut self) -> Result<Part, String> {
        let mut all = Vec::new();
        while self.is_sign(&["]"]).is_none() {
            match self.take() {
                Some(Token::Number(text) | Token::Text(text)) => all.push(text),
                Some(Token::Word(word)) if word == "true" || word == "false" => all.push(word),
                other => return Err(other.as_ref().map_or_else(|| "…".to_owned(), Token::near)),
            }
            self.is_sign(&[","]);
        }
        let texts: Result<Vec<String>, String> = all.iter().map(|text| quoted(text)).collect();
        Ok(Part { text: texts?.join(" "), sort: Sort::List(all) })
    }

    fn word(&mut self, word: &str) -> Result<Part, String> {
        let small = word.to_lowercase();
        if self.is_sign(&["("]).is_none() {
            return match small.as_str() {
                "true" | "false" => Ok(Part { text: format!("{small}()"), sort: Sort::Literal(small) }),
                "not" | "negate" => {
                    let inner = self.one()?;
                    Ok(Part::value(format!("not({})", inner.text)))
                }
                _ => Err(near(word)),
            };
        }
        let mut arguments = Vec::new();
        while self.is_sign(&[")"]).is_none() {
            if arguments.len() > 50 {
                return Err(near(word));
            }
            arguments.push(self.either()?.text);
            if self.is_sign(&[","]).is_none() {
                self.close(")")?;
                break;
            }
        }
        let all = arguments.join(", ");
        let text = match (small.as_str(), arguments.len()) {
            ("not" | "negate", 1) => format!("not({all})"),
            ("iif", 3) => format!("if({all})"),
            ("today" | "currentdate", 0) => "today()".to_owned(),
            ("round", 1 | 2) => format!("round({all})"),
            ("trunc", 1) => format!("int({all})"),
            ("min", 1..) => format!("min({all})"),
            ("max", 1..) => format!("max({all})"),
            ("sum", 1..) => format!("({})", arguments.join(" + ")),
            ("avg", 1..) => format!("(({}) div {})", arguments.join(" + "), arguments.len()),
            ("age", 1) => format!("int((today() - {all}) div 365.25)"),
            ("isempty", 1) => format!("({all} = '')"),
            _ => return Err(near(word)),
        };
        Ok(Part::value(text))
    }
}

/// No text of ours holds both kinds of quotes.
fn quoted(text: &str) -> Result<String, String> {
    match (text.contains('\''), text.contains('"')) {
        (false, _) => Ok(format!("'{text}'")),
        (true, false) => Ok(format!("\"{text}\"")),
        (true, true) => Err(near(text)),
    }
}

/// The code that an option became.
fn option(known: &Known, value: &str) -> String {
    known.options.get(value).cloned().unwrap_or_else(|| value.to_owned())
}

fn equal(left: &Part, right: &Part, holds: bool) -> String {
    let chosen = match (&left.sort, &right.sort) {
        (Sort::Question(known), Sort::Literal(value)) | (Sort::Literal(value), Sort::Question(known)) => {
            choice(known, value)
        }
        (Sort::Question(known), Sort::List(values)) if known.kind == Answering::Many => {
            let all: Vec<String> = values.iter().filter_map(|value| choice(known, value)).collect();
            let count = format!("count-selected(${{{}}}) = {}", known.code, values.len());
            Some(format!("({})", all.into_iter().chain([count]).collect::<Vec<_>>().join(" and ")))
        }
        _ => None,
    };
    match (chosen, holds) {
        (Some(chosen), true) => chosen,
        (Some(chosen), false) => format!("not({chosen})"),
        (None, true) => format!("{} = {}", left.text, right.text),
        (None, false) => format!("{} != {}", left.text, right.text),
    }
}

/// That an option was chosen; `None` for a question that offers none.
fn choice(known: &Known, value: &str) -> Option<String> {
    let option = quoted(&option(known, value)).ok()?;
    match known.kind {
        Answering::One => Some(format!("${{{}}} = {option}", known.code)),
        Answering::Many => Some(format!("selected(${{{}}}, {option})", known.code)),
        Answering::Words | Answering::Number | Answering::Day => None,
    }
}

fn contains(left: &Part, right: &Part) -> Result<String, String> {
    match (&left.sort, &right.sort) {
        (Sort::Question(known), Sort::Literal(value)) => {
            Ok(choice(known, value).unwrap_or_else(|| format!("contains({}, {})", left.text, right.text)))
        }
        (_, Sort::List(_)) => among(left, right, " and "),
        _ => Ok(format!("contains({}, {})", left.text, right.text)),
    }
}

/// Any or all of several.
fn among(left: &Part, right: &Part, joint: &str) -> Result<String, String> {
    let values = match &right.sort {
        Sort::List(values) => values.clone(),
        Sort::Literal(value) => vec![value.clone()],
        Sort::Value | Sort::Question(_) => return Err(near(&right.text)),
    };
    let Sort::Question(known) = &left.sort else { return Err(near(&left.text)) };
    let each: Result<Vec<String>, String> = values
        .iter()
        .map(|value| match choice(known, value) {
            Some(chosen) => Ok(chosen),
            None => Ok(format!("{} = {}", left.text, quoted(value)?)),
        })
        .collect();
    let each = each?;
    if each.is_empty() { Err(near(&left.text)) } else { Ok(format!("({})", each.join(joint))) }
}
