use crate::{Visit, parts::FieldError};
use base::Explain;
use survey::Located;

/// What is wrong in a file, where, and what to do.
pub struct ProblemRow {
    pub place: String,
    pub sentence: String,
    pub hint: String,
}

/// The place and the sentence of each problem in a file.
pub fn problem_rows<P: Explain>(words: app::Words, found: &[Located<P>]) -> Vec<ProblemRow> {
    found.iter().map(|located| problem_row(words, located)).collect()
}

pub fn problem_row<P: Explain>(words: app::Words, located: &Located<P>) -> ProblemRow {
    let explained = words.refusal(located);
    ProblemRow {
        place: place_words(words, located),
        sentence: explained.sentence,
        hint: explained.hint.unwrap_or_default(),
    }
}

pub fn place_words<P>(words: app::Words, located: &Located<P>) -> String {
    let sheet = located.sheet.clone().unwrap_or_default();
    let row = i64::from(located.row.unwrap_or(0));
    let column = located.letter().unwrap_or_default();
    let key = match (&located.sheet, located.row, located.column) {
        (Some(_), Some(_), Some(_)) => "survey-place-cell",
        (Some(_), Some(_), None) => "survey-place-row",
        (Some(_), None, _) => "survey-place-sheet",
        (None, Some(_), Some(_)) => "survey-place-line-cell",
        (None, Some(_), None) => "survey-place-line",
        (None, None, _) => "survey-place-file",
    };
    words.tell(key, &[("sheet", sheet.into()), ("row", row.into()), ("column", column.into())])
}

/// A refusal beside the field of a form.
pub fn field_error(visit: &Visit, field: &str, refusal: &dyn Explain) -> FieldError {
    let explained = visit.words.refusal(refusal);
    FieldError { field: field.to_owned(), sentence: explained.sentence, hint: explained.hint }
}
