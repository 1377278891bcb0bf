/// Why a figure cannot be computed from what was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// More answered than there are people.
    MoreThanPopulation { respondents: u64, population: u64 },
    /// A part larger than its whole, or a whole of nobody.
    NotAShare { part: u64, whole: u64 },
    /// One value per option is needed.
    LengthsDiffer { expected: usize, found: usize },
    /// The values must rise from the first option to the last.
    NotAscending,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Refusal::MoreThanPopulation { respondents, population } => {
                write!(out, "{respondents} answered of a population of {population}")
            }
            Refusal::NotAShare { part, whole } => write!(out, "{part} of {whole} is not a share"),
            Refusal::LengthsDiffer { expected, found } => write!(out, "{expected} values expected, {found} found"),
            Refusal::NotAscending => write!(out, "the values do not rise"),
        }
    }
}

impl std::error::Error for Refusal {}
