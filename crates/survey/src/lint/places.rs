use super::Subject;
use crate::Located;
use std::collections::BTreeMap;

/// Where in a file each thing of a questionnaire was read. Empty for one that came from no file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Places {
    /// By the code of the question or group.
    rows: BTreeMap<String, Row>,
    /// By list and option.
    options: BTreeMap<(String, String), Row>,
}

/// The parts of a question, group or option that stand in cells of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    Kind,
    Name,
    Label,
    Hint,
    Required,
    Relevance,
    Constraint,
    Calculation,
    Filter,
    Value,
}

impl Part {
    pub const ALL: [Part; 10] = [
        Part::Kind,
        Part::Name,
        Part::Label,
        Part::Hint,
        Part::Required,
        Part::Relevance,
        Part::Constraint,
        Part::Calculation,
        Part::Filter,
        Part::Value,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Part::Kind => "kind",
            Part::Name => "name",
            Part::Label => "label",
            Part::Hint => "hint",
            Part::Required => "required",
            Part::Relevance => "relevance",
            Part::Constraint => "constraint",
            Part::Calculation => "calculation",
            Part::Filter => "filter",
            Part::Value => "value",
        }
    }
}

/// One row of a sheet, and in which column each part stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Row {
    pub(crate) sheet: Option<String>,
    pub(crate) row: Option<u32>,
    pub(crate) columns: BTreeMap<Part, u32>,
}

impl Places {
    /// The first row of a name counts: a repeated one is refused elsewhere.
    pub(crate) fn found(&mut self, code: &str, row: Row) {
        self.rows.entry(code.to_owned()).or_insert(row);
    }

    pub(crate) fn found_option(&mut self, list: &str, option: &str, row: Row) {
        self.options.entry((list.to_owned(), option.to_owned())).or_insert(row);
    }

    pub(super) fn of(&self, subject: &Subject, part: Part) -> Located<()> {
        let row = match subject {
            Subject::Questionnaire => None,
            Subject::Question(code) => self.row(code.as_str()),
            Subject::Group(code) => self.row(code.as_str()),
            Subject::Scale(list, _) => self.list(list.as_str()),
            Subject::Option(list, option, _) => self.options.get(&(bare(list.as_str()).to_owned(), option.to_string())),
        };
        let Some(row) = row else { return Located::whole(()) };
        Located { sheet: row.sheet.clone(), row: row.row, column: row.columns.get(&part).copied(), problem: () }
    }

    /// The rounds of a repeat were written once: `name.2` stands where `name` does.
    fn row(&self, code: &str) -> Option<&Row> {
        let written = || code.rsplit_once('.').filter(|(_, round)| round.bytes().all(|byte| byte.is_ascii_digit()));
        self.rows.get(code).or_else(|| self.rows.get(written()?.0))
    }

    fn list(&self, list: &str) -> Option<&Row> {
        let own = self.options.iter().filter(|((known, _), _)| known == bare(list));
        own.map(|(_, row)| row).min_by_key(|row| row.row)
    }
}

/// A list that got its „друго“ from us stands in the file without it.
fn bare(list: &str) -> &str {
    list.strip_suffix("_or_other").unwrap_or(list)
}
