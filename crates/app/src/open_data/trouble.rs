use base::{Argument, Explain};

/// Why a data set is not made or not made public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// More than a workbook can hold.
    TooLargeForWorkbook { rows: u64, columns: usize },
}

impl Explain for Trouble {
    fn code(&self) -> &'static str {
        match self {
            Trouble::TooLargeForWorkbook { .. } => "dataset-too-large-for-workbook",
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        let number = |number: u64| Argument::Number(i64::try_from(number).unwrap_or(i64::MAX));
        match self {
            Trouble::TooLargeForWorkbook { rows, columns } => {
                vec![("rows", number(*rows)), ("columns", (*columns).into())]
            }
        }
    }
}
