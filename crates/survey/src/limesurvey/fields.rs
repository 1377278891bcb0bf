use crate::{OptionCode, QuestionCode};
use std::collections::BTreeMap;

/// Where the columns of a file of answers belong: by the number of the question and what follows it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Fields(pub(super) BTreeMap<String, Field>);

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Field {
    Question(QuestionCode),
    Option(QuestionCode, OptionCode),
    Other(QuestionCode),
}

impl Fields {
    pub(super) fn add(&mut self, number: &str, row: &str, field: Field) {
        self.0.insert(format!("{number}{row}"), field);
    }

    /// The field of a column such as `841748X3X27`.
    pub(super) fn of(&self, column: &str) -> Option<&Field> {
        let mut parts = column.trim_start_matches('_').splitn(3, 'X');
        let (_, _, rest) = (parts.next()?, parts.next()?, parts.next()?);
        self.0.get(rest)
    }
}

impl Field {
    /// The name of its column in a file of answers of ours.
    pub(super) fn header(&self) -> String {
        match self {
            Field::Question(code) => code.to_string(),
            Field::Option(code, option) => format!("{code}/{option}"),
            Field::Other(code) => code.other_field(),
        }
    }
}
