//! Answers in columns, as codes, and everything that can be counted of them in one pass.

mod column;
mod counting;
mod joint;
mod pass;

pub use column::Column;
pub use counting::{CountedItem, Counting};
pub use joint::{Joint, JointCells, JointTable};

use crate::collection::Collection;
use crate::design::{Design, DesignRefusal, Plan};
use crate::tally::Tally;

/// Respondents in rows, questions in columns, and how the rows were drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    rows: usize,
    columns: Vec<Column>,
    plan: Plan,
}

/// Why columns make no frame, or cannot be counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrameRefusal {
    /// Each column has an entry for each row.
    LengthsDiffer { expected: usize, found: usize },
    /// There is no column of that number.
    NoColumn { column: usize },
    /// The two frames do not ask the same.
    OtherQuestions,
    /// More rows than a count of four bytes can tell.
    TooManyRows,
    /// These groups together make more cells than are counted in one pass; ask for fewer at once.
    TooManyCells,
}

impl Frame {
    /// # Errors
    /// When columns differ in length, or are too long. The plan is checked where the design is made.
    pub fn new(rows: usize, columns: Vec<Column>, plan: Plan) -> Result<Frame, FrameRefusal> {
        countable(rows)?;
        match columns.iter().map(Column::rows).find(|found| *found != rows) {
            Some(found) => Err(FrameRefusal::LengthsDiffer { expected: rows, found }),
            None => Ok(Frame { rows, columns, plan }),
        }
    }

    pub fn rows(&self) -> usize {
        self.rows
    }

    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// # Errors
    /// When there is no such column.
    pub fn column(&self, column: usize) -> Result<&Column, FrameRefusal> {
        self.columns.get(column).ok_or(FrameRefusal::NoColumn { column })
    }

    /// Counts one column, with the reasons of what is missing.
    ///
    /// # Errors
    /// When there is no such column.
    pub fn tally(&self, column: usize) -> Result<Tally, FrameRefusal> {
        Ok(self.column(column)?.tally())
    }

    /// The rows of another part of the same respondents below these.
    ///
    /// # Errors
    /// When the columns are not of the same questions, or only one of the two knows weights, strata or clusters,
    /// or both together are too long.
    pub fn merge(&mut self, other: &Frame) -> Result<(), FrameRefusal> {
        let alike = self.columns.len() == other.columns.len()
            && self.columns.iter().zip(&other.columns).all(|(own, other)| own.options() == other.options());
        if !alike || !self.plan.knows_as(&other.plan) {
            return Err(FrameRefusal::OtherQuestions);
        }
        countable(self.rows.saturating_add(other.rows))?;
        self.columns.iter_mut().zip(&other.columns).for_each(|(own, other)| own.append(other));
        self.plan.append(&other.plan);
        self.rows += other.rows;
        Ok(())
    }

    /// How these rows were drawn, row by row.
    ///
    /// # Errors
    /// When the plan makes no design.
    pub fn design(&self, collection: Collection) -> Result<Design, DesignRefusal> {
        Design::new(collection, self.rows, self.plan.clone())
    }
}

fn countable(rows: usize) -> Result<(), FrameRefusal> {
    u32::try_from(rows).map(|_| ()).map_err(|_| FrameRefusal::TooManyRows)
}

impl std::fmt::Display for FrameRefusal {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            FrameRefusal::LengthsDiffer { expected, found } => write!(out, "{expected} rows expected, {found} found"),
            FrameRefusal::NoColumn { column } => write!(out, "there is no column {column}"),
            FrameRefusal::OtherQuestions => write!(out, "the frames do not ask the same"),
            FrameRefusal::TooManyRows => write!(out, "too many rows"),
            FrameRefusal::TooManyCells => write!(out, "too many groups at once"),
        }
    }
}

impl std::error::Error for FrameRefusal {}
