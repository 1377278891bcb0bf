use super::stage::{Second, Stage};
use super::{Design, Lonely};
use crate::collection::Collection;
use crate::estimate::Weighting;
use crate::missing::MOST;

/// How the rows were drawn, a column for each thing that applies and one entry for each row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plan {
    /// How many people each row stands for; `None` is one each.
    pub weights: Option<Vec<f64>>,
    /// Parts of the population that were drawn from separately.
    pub strata: Option<Vec<u32>>,
    /// Groups that were drawn whole (households, streets); numbered within their stratum.
    pub clusters: Option<Vec<u32>>,
    /// How many clusters there are in the row's stratum; rows, where there are no clusters.
    pub populations: Option<Vec<f64>>,
    /// What was drawn within each cluster, where that was a draw of its own.
    pub parts: Option<Vec<u32>>,
    /// How many parts there are in the row's cluster.
    pub part_populations: Option<Vec<f64>>,
}

impl Plan {
    /// Whether both know the same kinds of things.
    pub(crate) fn knows_as(&self, other: &Plan) -> bool {
        self.kinds() == other.kinds()
    }

    fn kinds(&self) -> [bool; 6] {
        [
            self.weights.is_some(),
            self.strata.is_some(),
            self.clusters.is_some(),
            self.populations.is_some(),
            self.parts.is_some(),
            self.part_populations.is_some(),
        ]
    }

    /// The rows of a plan that knows the same, below these.
    pub(crate) fn append(&mut self, other: &Plan) {
        append(&mut self.weights, other.weights.as_deref());
        append(&mut self.strata, other.strata.as_deref());
        append(&mut self.clusters, other.clusters.as_deref());
        append(&mut self.populations, other.populations.as_deref());
        append(&mut self.parts, other.parts.as_deref());
        append(&mut self.part_populations, other.part_populations.as_deref());
    }
}

fn append<T: Clone>(column: &mut Option<Vec<T>>, more: Option<&[T]>) {
    if let (Some(column), Some(more)) = (column, more) {
        column.extend_from_slice(more);
    }
}

/// Rows that answered alike, together.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cells {
    /// Rows.
    pub counts: Vec<u64>,
    /// Σw.
    pub weights: Vec<f64>,
    /// Σw².
    pub squares: Vec<f64>,
    pub strata: Option<Vec<u32>>,
    /// How many people there are in the cell's stratum.
    pub populations: Option<Vec<f64>>,
}

/// Why rows make no design. A stratum is told by its number, in the order of the labels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum DesignRefusal {
    /// Each column needs an entry for each row.
    LengthsDiffer { expected: usize, found: usize },
    /// A weight is a number above nought, and a cell holds at least one row and no more than there are people.
    NoWeight { row: usize },
    /// A population is a number above nought.
    NoPopulation { stratum: usize },
    /// One stratum has one population.
    PopulationVaries { stratum: usize },
    /// More were drawn than there are.
    MoreThanPopulation { stratum: usize },
    /// The spread within a stratum of a single cluster cannot be known.
    Lonely { stratum: usize },
    /// Nobody is in the part asked for.
    Nobody,
    /// What was counted together knows no single rows.
    NotRowByRow,
    /// Random groups would cut across the strata.
    Stratified,
    /// The figure is no number: a share of nothing, or numbers too large.
    NotANumber,
    /// The explaining columns repeat each other; the first that does, by its number.
    Dependent { column: usize },
    /// The search for the figure found no end, as when one answer is certain.
    NotFound,
}

pub fn design_of_rows(collection: Collection, rows: usize, plan: Plan) -> Result<Design, DesignRefusal> {
    let Plan { weights, strata, clusters, populations, parts, part_populations } = plan;
    let lengths = [
        weights.as_ref().map(Vec::len),
        strata.as_ref().map(Vec::len),
        clusters.as_ref().map(Vec::len),
        populations.as_ref().map(Vec::len),
        parts.as_ref().map(Vec::len),
        part_populations.as_ref().map(Vec::len),
    ];
    same_length(rows, &lengths)?;
    let weighting = if weights.is_some() { Weighting::Drawn } else { Weighting::Unweighted };
    let weights = weights.unwrap_or_else(|| vec![1.0; rows]);
    all_positive(&weights)?;
    let counts = vec![1; rows];
    let first = Stage::new(&counts, strata.as_deref(), clusters.as_deref(), populations.as_deref())?;
    let second = parts.map(|parts| Second::new(&first, &parts, part_populations.as_deref())).transpose()?;
    let squares = weights.iter().map(|weight| weight * weight).collect();
    let lonely = Lonely::default();
    Ok(Design { collection, weighting, lonely, counts, weights, squares, first, second, calibration: None })
}

pub fn design_of_cells(collection: Collection, cells: Cells) -> Result<Design, DesignRefusal> {
    let Cells { counts, weights, squares, strata, populations } = cells;
    let lengths =
        [Some(weights.len()), Some(squares.len()), strata.as_ref().map(Vec::len), populations.as_ref().map(Vec::len)];
    same_length(counts.len(), &lengths)?;
    all_positive(&weights)?;
    all_positive(&squares)?;
    let most = MOST / u64::try_from(counts.len()).unwrap_or(u64::MAX);
    if let Some(row) = counts.iter().position(|count| *count == 0 || *count > most) {
        return Err(DesignRefusal::NoWeight { row });
    }
    let first = Stage::new(&counts, strata.as_deref(), None, populations.as_deref())?;
    let (weighting, lonely) = (Weighting::Drawn, Lonely::default());
    Ok(Design { collection, weighting, lonely, counts, weights, squares, first, second: None, calibration: None })
}

fn same_length(expected: usize, lengths: &[Option<usize>]) -> Result<(), DesignRefusal> {
    match lengths.iter().flatten().find(|found| **found != expected) {
        Some(found) => Err(DesignRefusal::LengthsDiffer { expected, found: *found }),
        None if expected == 0 => Err(DesignRefusal::Nobody),
        None => Ok(()),
    }
}

fn all_positive(weights: &[f64]) -> Result<(), DesignRefusal> {
    match weights.iter().position(|weight| !weight.is_finite() || *weight <= 0.0) {
        Some(row) => Err(DesignRefusal::NoWeight { row }),
        None => Ok(()),
    }
}

impl std::fmt::Display for DesignRefusal {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            DesignRefusal::LengthsDiffer { expected, found } => {
                write!(out, "{expected} entries expected, {found} found")
            }
            DesignRefusal::NoWeight { row } => write!(out, "row {row} has no weight"),
            DesignRefusal::NoPopulation { stratum } => write!(out, "stratum {stratum} has no population"),
            DesignRefusal::PopulationVaries { stratum } => write!(out, "the population of stratum {stratum} varies"),
            DesignRefusal::MoreThanPopulation { stratum } => {
                write!(out, "more were drawn in stratum {stratum} than are")
            }
            DesignRefusal::Lonely { stratum } => write!(out, "stratum {stratum} has a single cluster"),
            DesignRefusal::Nobody => write!(out, "nobody is in the part asked for"),
            DesignRefusal::NotRowByRow => write!(out, "single rows are not known"),
            DesignRefusal::Stratified => write!(out, "groups would cut across strata"),
            DesignRefusal::NotANumber => write!(out, "the figure is no number"),
            DesignRefusal::Dependent { column } => write!(out, "column {column} repeats earlier ones"),
            DesignRefusal::NotFound => write!(out, "the search for the figure found no end"),
        }
    }
}

impl std::error::Error for DesignRefusal {}
