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
    /// Fewer people answered than the figure needs.
    FewAnswers { n: u64, needed: u64 },
    /// All weights together must be more than nought.
    WithoutWeight,
    /// Somebody's answers never differ, or follow from others: there is nothing that they could explain.
    NoSpread,
    /// More items or outcomes than can be gone through.
    TooMany { found: usize, most: usize },
    /// Not a share between 0 and 1, or not a positive number, where one is needed.
    OutOfRange,
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
            Refusal::FewAnswers { n, needed } => write!(out, "{n} answers where {needed} are needed"),
            Refusal::WithoutWeight => write!(out, "the weights together are not more than nought"),
            Refusal::NoSpread => write!(out, "the answers do not differ"),
            Refusal::TooMany { found, most } => write!(out, "{found} where at most {most} can be gone through"),
            Refusal::OutOfRange => write!(out, "a number is outside its range"),
        }
    }
}

impl std::error::Error for Refusal {}
