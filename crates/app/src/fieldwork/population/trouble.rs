use base::{Argument, Explain};
use survey::Measure;

/// Why what is told of an audience's people cannot be kept so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PopulationTrouble {
    AmountMissing {
        field: String,
    },
    AmountUnreadable {
        field: String,
        measure: Measure,
        given: String,
    },
    /// As it is written: 97,3.
    SharesDoNotAddUp {
        field: String,
        sum: String,
    },
    NobodyCounted {
        field: String,
    },
    /// More than the plan says that there are.
    MoreThanPeople {
        field: String,
        sum: u64,
        people: u64,
    },
    /// It was written down before the first answer.
    Settled {
        field: String,
    },
    /// Lines of a table in which no question and option of the questionnaire is named.
    LinesUnknown {
        lines: String,
    },
    TooManyLines {
        most: usize,
    },
    NothingPasted,
}

impl Explain for PopulationTrouble {
    fn code(&self) -> &'static str {
        match self {
            PopulationTrouble::AmountMissing { .. } => "population-amount-missing",
            PopulationTrouble::AmountUnreadable { .. } => "population-amount-unreadable",
            PopulationTrouble::SharesDoNotAddUp { .. } => "population-shares-do-not-add-up",
            PopulationTrouble::NobodyCounted { .. } => "population-nobody-counted",
            PopulationTrouble::MoreThanPeople { .. } => "population-more-than-people",
            PopulationTrouble::Settled { .. } => "population-settled",
            PopulationTrouble::LinesUnknown { .. } => "population-lines-unknown",
            PopulationTrouble::TooManyLines { .. } => "population-too-many-lines",
            PopulationTrouble::NothingPasted => "population-nothing-pasted",
        }
    }

    fn field(&self) -> Option<String> {
        Some(match self {
            PopulationTrouble::AmountMissing { field }
            | PopulationTrouble::AmountUnreadable { field, .. }
            | PopulationTrouble::SharesDoNotAddUp { field, .. }
            | PopulationTrouble::NobodyCounted { field }
            | PopulationTrouble::MoreThanPeople { field, .. }
            | PopulationTrouble::Settled { field } => field.clone(),
            PopulationTrouble::LinesUnknown { .. }
            | PopulationTrouble::TooManyLines { .. }
            | PopulationTrouble::NothingPasted => "table".to_owned(),
        })
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX).into();
        match self {
            PopulationTrouble::AmountUnreadable { measure, given, .. } => {
                vec![("measure", measure.code().into()), ("given", given.clone().into())]
            }
            PopulationTrouble::SharesDoNotAddUp { sum, .. } => vec![("sum", sum.clone().into())],
            PopulationTrouble::MoreThanPeople { sum, people, .. } => {
                vec![("sum", count(*sum)), ("people", count(*people))]
            }
            PopulationTrouble::LinesUnknown { lines } => vec![("lines", lines.clone().into())],
            PopulationTrouble::TooManyLines { most } => vec![("most", (*most).into())],
            PopulationTrouble::AmountMissing { .. }
            | PopulationTrouble::NobodyCounted { .. }
            | PopulationTrouble::Settled { .. }
            | PopulationTrouble::NothingPasted => Vec::new(),
        }
    }
}
