use super::SheetProblem;
use std::collections::BTreeSet;

/// What each column of a sheet probably is. It counts for nothing until a person confirms it.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    pub service: Service,
    /// In the order of the sheet.
    pub columns: Vec<Column>,
}

/// Who wrote the sheet, as its first columns tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Service {
    Google,
    Microsoft,
    Unknown,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub header: String,
    /// How many gave an answer.
    pub answered: usize,
    pub role: Role,
    pub confidence: Confidence,
    pub reasons: Vec<Reason>,
}

/// What a column is.
#[derive(Debug, Clone, PartialEq)]
pub enum Role {
    /// When it was sent; only the day is taken over.
    Day,
    /// Not taken over.
    LeftOut,
    Question(Guess),
}

/// What a question was.
#[derive(Debug, Clone, PartialEq)]
pub enum Guess {
    Text {
        long: bool,
    },
    Integer,
    Decimal,
    Date,
    /// `ordered`: the options go from the first to the last step of a scale. `other`: what is no option are own words.
    /// `grid`: a row of the grid under these words.
    One {
        options: Vec<String>,
        ordered: bool,
        other: bool,
        grid: Option<String>,
    },
    Many {
        options: Vec<String>,
        other: bool,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    Low,
    Medium,
    High,
    /// A person said so.
    Person,
}

/// Why something is proposed, to be told to the person who decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    HeaderOfTime,
    HeaderOfService,
    PersonalHeader,
    PersonalValues {
        share: u32,
    },
    /// It was emptied before anything was kept.
    Withheld,
    GridHeader,
    SameOptionsAsNeighbour,
    DividedBySemicolons,
    PartsRepeat {
        parts: usize,
        values: usize,
    },
    FewDifferent {
        different: usize,
        answered: usize,
    },
    KnownScale,
    SmallNumbers {
        least: i64,
        most: i64,
    },
    Numbers,
    Days,
    OwnWordsAmongOptions {
        values: usize,
    },
    MostlyDifferent {
        different: usize,
        answered: usize,
    },
    LongWords,
    Nothing,
    Corrected,
}

impl Reason {
    /// The message in the locale files.
    pub fn message(&self) -> &'static str {
        match self {
            Reason::HeaderOfTime => "sheet-reason-header-of-time",
            Reason::HeaderOfService => "sheet-reason-header-of-service",
            Reason::PersonalHeader => "sheet-reason-personal-header",
            Reason::PersonalValues { .. } => "sheet-reason-personal-values",
            Reason::Withheld => "sheet-reason-withheld",
            Reason::GridHeader => "sheet-reason-grid-header",
            Reason::SameOptionsAsNeighbour => "sheet-reason-same-options",
            Reason::DividedBySemicolons => "sheet-reason-semicolons",
            Reason::PartsRepeat { .. } => "sheet-reason-parts-repeat",
            Reason::FewDifferent { .. } => "sheet-reason-few-different",
            Reason::KnownScale => "sheet-reason-known-scale",
            Reason::SmallNumbers { .. } => "sheet-reason-small-numbers",
            Reason::Numbers => "sheet-reason-numbers",
            Reason::Days => "sheet-reason-days",
            Reason::OwnWordsAmongOptions { .. } => "sheet-reason-own-words",
            Reason::MostlyDifferent { .. } => "sheet-reason-mostly-different",
            Reason::LongWords => "sheet-reason-long-words",
            Reason::Nothing => "sheet-reason-nothing",
            Reason::Corrected => "sheet-reason-corrected",
        }
    }

    pub fn arguments(&self) -> Vec<(&'static str, base::Argument)> {
        match self {
            Reason::PersonalValues { share } => vec![("share", i64::from(*share).into())],
            Reason::PartsRepeat { parts, values } => vec![("parts", (*parts).into()), ("values", (*values).into())],
            Reason::FewDifferent { different, answered } | Reason::MostlyDifferent { different, answered } => {
                vec![("different", (*different).into()), ("answered", (*answered).into())]
            }
            Reason::SmallNumbers { least, most } => vec![("least", (*least).into()), ("most", (*most).into())],
            Reason::OwnWordsAmongOptions { values } => vec![("values", (*values).into())],
            Reason::HeaderOfTime
            | Reason::HeaderOfService
            | Reason::PersonalHeader
            | Reason::Withheld
            | Reason::GridHeader
            | Reason::SameOptionsAsNeighbour
            | Reason::DividedBySemicolons
            | Reason::KnownScale
            | Reason::Numbers
            | Reason::Days
            | Reason::LongWords
            | Reason::Nothing
            | Reason::Corrected => Vec::new(),
        }
    }
}

impl Proposal {
    /// The columns, counted from zero, that tell who answered, whatever somebody has made of them since.
    pub fn personal(&self) -> BTreeSet<usize> {
        let tells = |reason: &Reason| {
            matches!(reason, Reason::PersonalHeader | Reason::PersonalValues { .. } | Reason::Withheld)
        };
        let columns = self.columns.iter().enumerate();
        columns.filter(|(_, column)| column.reasons.iter().any(tells)).map(|(place, _)| place).collect()
    }

    /// A person says what a column is, counted from zero.
    ///
    /// # Errors
    /// There is no such column, or a choice with fewer than two different options.
    pub fn correct(&mut self, column: u32, role: Role) -> Result<(), SheetProblem> {
        let place = usize::try_from(column).unwrap_or(usize::MAX);
        let found = self.columns.get_mut(place).ok_or(SheetProblem::NoColumn { column })?;
        if let Role::Question(Guess::One { options, .. } | Guess::Many { options, .. }) = &role {
            let different: BTreeSet<&str> = options.iter().map(|option| option.trim()).collect();
            if options.len() < 2 || different.len() != options.len() || different.contains("") {
                return Err(SheetProblem::FewOptions { header: found.header.clone() });
            }
        }
        found.role = role;
        found.confidence = Confidence::Person;
        found.reasons = vec![Reason::Corrected];
        Ok(())
    }
}
