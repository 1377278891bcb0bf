use crate::expression::ExpressionProblem;
use crate::{Answer, Answers, Context, Expression, ScaleOption};
use std::fmt;

/// Which options of a scale are offered: an expression in which a bare word is a property of the option (`oblast`, or
/// `name` for its code) and `${q}` an earlier answer, as in `oblast = ${oblast}`.
#[derive(Clone)]
pub struct ChoiceFilter {
    source: String,
    /// The same with each bare word written as a name of its own.
    expression: Expression,
}

/// Stands before the name of a property, so that a question of the same name is another thing.
const PROPERTY: &str = "choice..";

impl ChoiceFilter {
    /// # Errors
    /// As [`Expression::parse`].
    pub fn parse(source: &str) -> Result<ChoiceFilter, ExpressionProblem> {
        let expression = Expression::parse(&with_marked_words(source))?;
        Ok(ChoiceFilter { source: source.trim().to_owned(), expression })
    }

    pub fn source(&self) -> &str {
        &self.source
    }

    /// The questions that it names, in order, repeated where they are.
    pub fn names(&self) -> Vec<&str> {
        self.expression.names().into_iter().filter(|name| !name.starts_with(PROPERTY)).collect()
    }

    /// The properties of an option that it names.
    pub fn properties(&self) -> Vec<&str> {
        self.expression.names().into_iter().filter_map(|name| name.strip_prefix(PROPERTY)).collect()
    }

    /// Whether the option is offered to somebody with these answers.
    pub fn offers(&self, option: &ScaleOption, context: &Context<'_>) -> bool {
        let mut known = Answers::default();
        for name in self.expression.names() {
            let Ok(code) = name.parse() else { continue };
            let answer = match name.strip_prefix(PROPERTY) {
                Some("name") => Some(Answer::Text(option.code.to_string())),
                Some(property) => option.properties.get(property).cloned().map(Answer::Text),
                None => context.answers.get(name).cloned(),
            };
            if let Some(answer) = answer {
                known.0.insert(code, answer);
            }
        }
        self.expression.holds(&Context { answers: &known, ..*context })
    }
}

/// Words that are neither called, nor operators, nor in quotes, nor names already.
fn with_marked_words(source: &str) -> String {
    let mut marked = String::with_capacity(source.len() + 16);
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let is_word = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-' | ':' | '.');
        let length = match first {
            '$' => rest.find('}').map_or(rest.len(), |end| end + 1),
            '\'' | '"' => rest.get(1..).and_then(|after| after.find(first)).map_or(rest.len(), |end| end + 2),
            _ if first.is_alphabetic() || first == '_' => rest.find(|letter| !is_word(letter)).unwrap_or(rest.len()),
            _ if first.is_ascii_digit() => rest.find(|letter| !is_word(letter)).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        let (piece, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        let is_called = after.trim_start().starts_with('(');
        let is_operator = matches!(piece, "and" | "or" | "div" | "mod");
        if (first.is_alphabetic() || first == '_') && !is_called && !is_operator {
            marked.push_str("${");
            marked.push_str(PROPERTY);
            marked.push_str(piece);
            marked.push('}');
        } else {
            marked.push_str(piece);
        }
        rest = after;
    }
    marked
}

impl PartialEq for ChoiceFilter {
    fn eq(&self, other: &ChoiceFilter) -> bool {
        self.source == other.source
    }
}

impl Eq for ChoiceFilter {}

impl fmt::Debug for ChoiceFilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ChoiceFilter({:?})", self.source)
    }
}
