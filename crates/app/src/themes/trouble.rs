use base::{Argument, Explain};
use stats::text::{CodebookRefusal, PatternRefusal};

/// Why themes cannot be kept or counted so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// A list belongs to at least one question.
    NoQuestion,
    /// Another list has the question already.
    QuestionTaken {
        field: String,
        name: String,
    },
    TooManyLists {
        most: usize,
    },
    TooManyThemes {
        most: usize,
    },
    CodeUnreadable {
        field: String,
        given: String,
    },
    /// Two themes of one code.
    CodeTaken {
        field: String,
        code: String,
    },
    Pattern {
        field: String,
        pattern: String,
        because: PatternRefusal,
    },
    TooManyPatterns {
        field: String,
        most: usize,
    },
    /// Somebody else changed the list meanwhile.
    Stale,
    /// A file in which the named columns are missing.
    ColumnsMissing {
        columns: String,
    },
    /// A line of a file, counted with its head.
    Line {
        line: usize,
        because: Box<Trouble>,
    },
    NameMissing,
    TooLong {
        longest: usize,
    },
    FileEmpty,
    FileUnreadable,
    FileTooLarge {
        most: usize,
    },
    /// More answers than are coded at once.
    TooManyAnswers {
        most: usize,
    },
    NothingWritten,
    NoThemes,
    /// A theme that the list does not have.
    ThemeUnknown,
    /// Neither a theme nor „none of them“.
    NothingTicked,
    /// Two others code the sample.
    SampleTaken,
    /// Both have coded everything.
    SampleCoded,
    /// Two people have begun to code the same answers and are not done.
    SampleUnfinished,
}

impl Trouble {
    /// Of a list that was put together; its parts stand in a form's fields.
    pub(super) fn of_list(refusal: CodebookRefusal) -> Trouble {
        match refusal {
            CodebookRefusal::TooManyCodes { .. } => Trouble::TooManyThemes { most: super::MOST_THEMES },
            CodebookRefusal::NameTaken { name } => Trouble::CodeTaken { field: "code".to_owned(), code: name },
            CodebookRefusal::Pattern { pattern, because, .. } => {
                Trouble::Pattern { field: "patterns".to_owned(), pattern, because }
            }
            CodebookRefusal::TooManyPatterns { .. } => {
                Trouble::TooManyPatterns { field: "patterns".to_owned(), most: stats::text::Codebook::MOST_PATTERNS }
            }
        }
    }
}

fn why(because: PatternRefusal) -> &'static str {
    match because {
        PatternRefusal::Empty => "empty",
        PatternRefusal::StarOutOfPlace => "star",
        PatternRefusal::NotAWord => "word",
        PatternRefusal::TooManyWords { .. } => "many",
    }
}

impl Explain for Trouble {
    fn code(&self) -> &'static str {
        match self {
            Trouble::NoQuestion => "themes-no-question",
            Trouble::QuestionTaken { .. } => "themes-question-taken",
            Trouble::TooManyLists { .. } => "themes-too-many-lists",
            Trouble::TooManyThemes { .. } => "themes-too-many",
            Trouble::CodeUnreadable { .. } => "themes-code-unreadable",
            Trouble::CodeTaken { .. } => "themes-code-taken",
            Trouble::Pattern { .. } => "themes-pattern",
            Trouble::TooManyPatterns { .. } => "themes-too-many-patterns",
            Trouble::Stale => "changed-meanwhile",
            Trouble::ColumnsMissing { .. } => "themes-columns-missing",
            Trouble::Line { .. } => "themes-line",
            Trouble::NameMissing => "themes-name-missing",
            Trouble::TooLong { .. } => "themes-too-long",
            Trouble::FileEmpty => "themes-file-empty",
            Trouble::FileUnreadable => "themes-file-unreadable",
            Trouble::FileTooLarge { .. } => "themes-file-too-large",
            Trouble::TooManyAnswers { .. } => "themes-too-many-answers",
            Trouble::NothingWritten => "themes-nothing-written",
            Trouble::NoThemes => "themes-none",
            Trouble::ThemeUnknown => "themes-unknown",
            Trouble::NothingTicked => "themes-nothing-ticked",
            Trouble::SampleTaken => "themes-sample-taken",
            Trouble::SampleCoded => "themes-sample-coded",
            Trouble::SampleUnfinished => "themes-sample-unfinished",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Trouble::QuestionTaken { field, .. }
            | Trouble::CodeUnreadable { field, .. }
            | Trouble::CodeTaken { field, .. }
            | Trouble::Pattern { field, .. }
            | Trouble::TooManyPatterns { field, .. } => Some(field.clone()),
            Trouble::NoQuestion => Some("questions".to_owned()),
            Trouble::NameMissing => Some("name".to_owned()),
            Trouble::NothingTicked => Some("themes".to_owned()),
            Trouble::ColumnsMissing { .. }
            | Trouble::Line { .. }
            | Trouble::FileEmpty
            | Trouble::FileUnreadable
            | Trouble::FileTooLarge { .. } => Some("file".to_owned()),
            Trouble::TooManyLists { .. }
            | Trouble::TooManyThemes { .. }
            | Trouble::Stale
            | Trouble::TooLong { .. }
            | Trouble::TooManyAnswers { .. }
            | Trouble::NothingWritten
            | Trouble::NoThemes
            | Trouble::ThemeUnknown
            | Trouble::SampleTaken
            | Trouble::SampleCoded
            | Trouble::SampleUnfinished => None,
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            Trouble::QuestionTaken { name, .. } => vec![("name", name.clone().into())],
            Trouble::TooManyLists { most }
            | Trouble::TooManyThemes { most }
            | Trouble::TooManyPatterns { most, .. }
            | Trouble::TooManyAnswers { most }
            | Trouble::FileTooLarge { most } => vec![("most", (*most).into())],
            Trouble::CodeUnreadable { given, .. } => vec![("given", given.clone().into())],
            Trouble::CodeTaken { code, .. } => vec![("code", code.clone().into())],
            Trouble::Pattern { pattern, because, .. } => {
                vec![("pattern", pattern.clone().into()), ("why", why(*because).into())]
            }
            Trouble::ColumnsMissing { columns } => vec![("columns", columns.clone().into())],
            Trouble::Line { line, because } => {
                let own = [("line", (*line).into()), ("because", because.code().into())];
                own.into_iter().chain(because.arguments()).collect()
            }
            Trouble::TooLong { longest } => vec![("longest", (*longest).into())],
            Trouble::NoQuestion
            | Trouble::Stale
            | Trouble::NameMissing
            | Trouble::FileEmpty
            | Trouble::FileUnreadable
            | Trouble::NothingWritten
            | Trouble::NoThemes
            | Trouble::ThemeUnknown
            | Trouble::NothingTicked
            | Trouble::SampleTaken
            | Trouble::SampleCoded
            | Trouble::SampleUnfinished => Vec::new(),
        }
    }
}
