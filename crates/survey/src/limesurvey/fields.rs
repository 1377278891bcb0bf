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
    /// The option that was put at this place of a ranking, the first being 1.
    Place {
        question: QuestionCode,
        place: usize,
        options: Vec<OptionCode>,
    },
}

impl Fields {
    pub(super) fn add(&mut self, number: &str, row: &str, field: Field) {
        let column = format!("{number}{row}");
        // The first place of question 18 is written like question 181, which is the likelier of the two.
        if !matches!(field, Field::Place { .. }) || !self.0.contains_key(&column) {
            self.0.insert(column, field);
        }
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
            // A ranking is written by its options, which are known only once all places are.
            Field::Place { question, place, .. } => format!("{question}#{place}"),
        }
    }
}
