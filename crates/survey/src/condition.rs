use crate::expression::{Comparison, Literal, Shape};
use crate::{Expression, Question, QuestionCode, QuestionKind, Questionnaire, Scale, Standing};
use base::{Argument, Explain};

/// When something is shown, as a person picks it from lists: „[въпрос] [е / не е / поне / съдържа] [отговор]“, all of them or
/// any of them. It is kept as an [`Expression`] and read back from one, where that says no more.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    pub join: Join,
    /// At least one.
    pub claims: Vec<Claim>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Join {
    #[default]
    All,
    Any,
}

/// One line of a condition.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    pub question: QuestionCode,
    pub test: Test,
    /// The code of an option, or a number; empty where the test needs none.
    pub value: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Test {
    Is,
    IsNot,
    /// At least as good an answer, or as large a number.
    AtLeast,
    AtMost,
    /// Among the chosen ones.
    Contains,
    Lacks,
    Answered,
    Unanswered,
}

/// Why what was picked is no condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConditionRefusal {
    UnknownQuestion {
        name: String,
    },
    /// The question cannot be asked that: „съдържа“ of a single choice.
    TestUnfit {
        name: String,
    },
    NoValue {
        name: String,
    },
    NoSuchOption {
        name: String,
        option: String,
    },
    NotANumber {
        name: String,
        given: String,
    },
    TooLong,
}

impl Explain for ConditionRefusal {
    fn code(&self) -> &'static str {
        match self {
            ConditionRefusal::UnknownQuestion { .. } => "condition-unknown-question",
            ConditionRefusal::TestUnfit { .. } => "condition-test-unfit",
            ConditionRefusal::NoValue { .. } => "condition-no-value",
            ConditionRefusal::NoSuchOption { .. } => "condition-no-such-option",
            ConditionRefusal::NotANumber { .. } => "condition-not-a-number",
            ConditionRefusal::TooLong => "condition-too-long",
        }
    }

    fn field(&self) -> Option<String> {
        Some("condition".to_owned())
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            ConditionRefusal::UnknownQuestion { name }
            | ConditionRefusal::TestUnfit { name }
            | ConditionRefusal::NoValue { name } => vec![("name", name.clone().into())],
            ConditionRefusal::NoSuchOption { name, option } => {
                vec![("name", name.clone().into()), ("option", option.clone().into())]
            }
            ConditionRefusal::NotANumber { name, given } => {
                vec![("name", name.clone().into()), ("given", given.clone().into())]
            }
            ConditionRefusal::TooLong => Vec::new(),
        }
    }
}

impl Join {
    pub const ALL: [Join; 2] = [Join::All, Join::Any];

    pub fn code(self) -> &'static str {
        match self {
            Join::All => "all",
            Join::Any => "any",
        }
    }

    pub fn from_code(code: &str) -> Option<Join> {
        Join::ALL.into_iter().find(|join| join.code() == code)
    }
}

impl Test {
    pub const ALL: [Test; 8] = [
        Test::Is,
        Test::IsNot,
        Test::AtLeast,
        Test::AtMost,
        Test::Contains,
        Test::Lacks,
        Test::Answered,
        Test::Unanswered,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Test::Is => "is",
            Test::IsNot => "is-not",
            Test::AtLeast => "at-least",
            Test::AtMost => "at-most",
            Test::Contains => "contains",
            Test::Lacks => "lacks",
            Test::Answered => "answered",
            Test::Unanswered => "unanswered",
        }
    }

    pub fn from_code(code: &str) -> Option<Test> {
        Test::ALL.into_iter().find(|test| test.code() == code)
    }

    pub fn needs_value(self) -> bool {
        !matches!(self, Test::Answered | Test::Unanswered)
    }

    /// Whether the question can be asked that.
    pub fn fits(self, question: &Question, questionnaire: &Questionnaire) -> bool {
        let is_ordered = questionnaire.scale_of(question).is_some_and(|scale| scale.ordered);
        let is_one = matches!(question.kind, QuestionKind::One { .. });
        let is_many = matches!(question.kind, QuestionKind::Many { .. });
        let is_number = is_numeric(question);
        match self {
            Test::Is | Test::IsNot => is_one || is_number,
            Test::AtLeast | Test::AtMost => (is_one && is_ordered) || is_number,
            Test::Contains | Test::Lacks => is_many,
            Test::Answered | Test::Unanswered => question.is_kept(),
        }
    }
}

fn is_numeric(question: &Question) -> bool {
    matches!(question.kind, QuestionKind::Integer(_) | QuestionKind::Decimal(_) | QuestionKind::Calculated(_))
}

impl Condition {
    /// `None` where the expression says more than lists can show.
    pub fn read(expression: &Expression, questionnaire: &Questionnaire) -> Option<Condition> {
        let whole = expression.shape()?;
        if let Some(claim) = claim(&whole, questionnaire) {
            return Some(Condition { join: Join::All, claims: vec![claim] });
        }
        let (join, parts) = match whole {
            Shape::All(parts) => (Join::All, parts),
            Shape::Any(parts) => (Join::Any, parts),
            Shape::Compared { .. } | Shape::Chosen { .. } => return None,
        };
        let claims = parts.iter().map(|part| claim(part, questionnaire)).collect::<Option<Vec<_>>>()?;
        Some(Condition { join, claims })
    }

    /// # Errors
    /// The first claim that cannot be meant.
    pub fn expression(&self, questionnaire: &Questionnaire) -> Result<Expression, ConditionRefusal> {
        let join = match self.join {
            Join::All => " and ",
            Join::Any => " or ",
        };
        let claims = self.claims.iter().map(|claim| written(claim, questionnaire)).collect::<Result<Vec<_>, _>>()?;
        let source = match claims.as_slice() {
            // Nothing is joined, so the brackets of „поне“ are not needed.
            [only] => only.strip_prefix('(').and_then(|only| only.strip_suffix(')')).unwrap_or(only).to_owned(),
            _ => claims.join(join),
        };
        Expression::parse(&source).map_err(|_| ConditionRefusal::TooLong)
    }
}

fn claim(shape: &Shape, questionnaire: &Questionnaire) -> Option<Claim> {
    match shape {
        Shape::Compared { name, comparison, value } => compared(name, *comparison, value, questionnaire),
        Shape::Chosen { name, option, is_chosen } => {
            let question = questionnaire.question(name)?;
            let scale = questionnaire.scale_of(question)?;
            let test = if *is_chosen { Test::Contains } else { Test::Lacks };
            let is_known = test.fits(question, questionnaire) && scale.option(option).is_some();
            is_known.then(|| Claim { question: question.code.clone(), test, value: option.clone() })
        }
        Shape::Any(parts) => at_one_end(parts, questionnaire),
        Shape::All(_) => None,
    }
}

fn compared(name: &str, comparison: Comparison, value: &Literal, questionnaire: &Questionnaire) -> Option<Claim> {
    let question = questionnaire.question(name)?;
    let found = |test: Test, value: String| {
        test.fits(question, questionnaire).then(|| Claim { question: question.code.clone(), test, value })
    };
    match (comparison, value) {
        (Comparison::Equal, Literal::Text(text)) if text.is_empty() => found(Test::Unanswered, String::new()),
        (Comparison::Unequal, Literal::Text(text)) if text.is_empty() => found(Test::Answered, String::new()),
        (Comparison::Equal | Comparison::Unequal, Literal::Text(option)) => {
            questionnaire.scale_of(question)?.option(option)?;
            found(if comparison == Comparison::Equal { Test::Is } else { Test::IsNot }, option.clone())
        }
        (_, Literal::Number(number)) if is_numeric(question) => {
            let test = match comparison {
                Comparison::Equal => Test::Is,
                Comparison::Unequal => Test::IsNot,
                Comparison::AtLeast => Test::AtLeast,
                Comparison::AtMost => Test::AtMost,
            };
            found(test, number.to_string())
        }
        (_, Literal::Text(_) | Literal::Number(_)) => None,
    }
}

/// „Поне“ and „най-много“ of an ordered scale: the answers from one end of it to the one that is named.
fn at_one_end(parts: &[Shape], questionnaire: &Questionnaire) -> Option<Claim> {
    let mut codes = Vec::new();
    let mut named: Option<&str> = None;
    for part in parts {
        let Shape::Compared { name, comparison: Comparison::Equal, value: Literal::Text(option) } = part else {
            return None;
        };
        if named.is_some_and(|named| named != name) {
            return None;
        }
        named = Some(name);
        codes.push(option.as_str());
    }
    let question = questionnaire.question(named?)?;
    let scale = questionnaire.scale_of(question).filter(|scale| scale.ordered)?;
    codes.sort_unstable();
    for test in [Test::AtLeast, Test::AtMost] {
        for option in &scale.options {
            let mut end = from(scale, option.code.as_str(), test);
            end.sort_unstable();
            if end == codes {
                return Some(Claim { question: question.code.clone(), test, value: option.code.to_string() });
            }
        }
    }
    None
}

/// The options whose value is at least, or at most, that of the one named.
fn from<'s>(scale: &'s Scale, option: &str, test: Test) -> Vec<&'s str> {
    let value = |standing: Standing| match standing {
        Standing::Value(value) => Some(value),
        Standing::Unordered | Standing::DontKnow | Standing::NotApplicable => None,
    };
    let Some(bound) = scale.option(option).and_then(|option| value(option.standing)) else { return Vec::new() };
    let holds = |own: f64| if test == Test::AtLeast { own >= bound } else { own <= bound };
    let all = scale.options.iter().filter(|option| value(option.standing).is_some_and(holds));
    all.map(|option| option.code.as_str()).collect()
}

fn written(claim: &Claim, questionnaire: &Questionnaire) -> Result<String, ConditionRefusal> {
    let name = claim.question.to_string();
    let Some(question) = questionnaire.question(&name) else {
        return Err(ConditionRefusal::UnknownQuestion { name });
    };
    if !claim.test.fits(question, questionnaire) {
        return Err(ConditionRefusal::TestUnfit { name });
    }
    if claim.test.needs_value() && claim.value.is_empty() {
        return Err(ConditionRefusal::NoValue { name });
    }
    let operator = match claim.test {
        Test::Unanswered => return Ok(format!("${{{name}}} = ''")),
        Test::Answered => return Ok(format!("${{{name}}} != ''")),
        Test::Is | Test::Contains => "=",
        Test::IsNot | Test::Lacks => "!=",
        Test::AtLeast => ">=",
        Test::AtMost => "<=",
    };
    let Some(scale) = questionnaire.scale_of(question) else {
        let number = crate::entry::read_number(&claim.value).filter(|number| number.abs() <= 1e9);
        let Some(number) = number else {
            return Err(ConditionRefusal::NotANumber { name, given: claim.value.chars().take(40).collect() });
        };
        return Ok(format!("${{{name}}} {operator} {number}"));
    };
    if scale.option(&claim.value).is_none() {
        return Err(ConditionRefusal::NoSuchOption { name, option: claim.value.chars().take(40).collect() });
    }
    let quoted = |option: &str| if option.contains('\'') { format!("\"{option}\"") } else { format!("'{option}'") };
    Ok(match claim.test {
        Test::Contains => format!("selected(${{{name}}}, {})", quoted(&claim.value)),
        Test::Lacks => format!("not(selected(${{{name}}}, {}))", quoted(&claim.value)),
        Test::AtLeast | Test::AtMost => {
            let options = from(scale, &claim.value, claim.test);
            if options.is_empty() {
                return Err(ConditionRefusal::TestUnfit { name });
            }
            let each: Vec<String> =
                options.into_iter().map(|option| format!("${{{name}}} = {}", quoted(option))).collect();
            if each.len() > 1 { format!("({})", each.join(" or ")) } else { each.concat() }
        }
        Test::Is | Test::IsNot | Test::Answered | Test::Unanswered => {
            format!("${{{name}}} {operator} {}", quoted(&claim.value))
        }
    })
}
