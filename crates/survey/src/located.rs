use base::{Argument, Explain};

/// A problem and its place in a file, so that a person finds the cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Located<P> {
    pub sheet: Option<String>,
    /// Counted from one, as the program that wrote the file counts.
    pub row: Option<u32>,
    /// Counted from zero.
    pub column: Option<u32>,
    pub problem: P,
}

impl<P> Located<P> {
    /// A problem of the file as a whole.
    pub fn whole(problem: P) -> Located<P> {
        Located { sheet: None, row: None, column: None, problem }
    }

    /// Another problem at the same place.
    pub(crate) fn holding<Q>(self, problem: Q) -> Located<Q> {
        Located { sheet: self.sheet, row: self.row, column: self.column, problem }
    }

    /// The message that says where, in the locale files; its arguments are `sheet`, `row` and `column`.
    pub fn place(&self) -> &'static str {
        match (&self.sheet, self.row, self.column) {
            (Some(_), Some(_), Some(_)) => "survey-place-cell",
            (Some(_), Some(_), None) => "survey-place-row",
            (Some(_), None, _) => "survey-place-sheet",
            (None, Some(_), Some(_)) => "survey-place-line-cell",
            (None, Some(_), None) => "survey-place-line",
            (None, None, _) => "survey-place-file",
        }
    }

    /// `A` to `Z`, `AA` and on.
    pub fn letter(&self) -> Option<String> {
        self.column.map(letter)
    }
}

fn letter(column: u32) -> String {
    let mut letters = Vec::new();
    let mut left = column.saturating_add(1);
    while left > 0 {
        let digit = u8::try_from((left - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The sentence is the problem's; [`Located::place`] names the one that says where.
impl<P: Explain> Explain for Located<P> {
    fn code(&self) -> &'static str {
        self.problem.code()
    }

    fn field(&self) -> Option<String> {
        self.problem.field()
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        let mut arguments = self.problem.arguments();
        arguments.push(("sheet", self.sheet.clone().unwrap_or_default().into()));
        arguments.push(("row", i64::from(self.row.unwrap_or(0)).into()));
        arguments.push(("column", self.letter().unwrap_or_default().into()));
        arguments
    }
}
