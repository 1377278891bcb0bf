//! A data set as a rectangular file: what its variables mean, how it came to be, and its rows in the formats of others.
//!
//! A [`Dataset`] says what there is; rows are pushed into a writer one at a time and never kept, so a million of them need
//! no more memory than ten. Why there is no answer is told in each format by its own means: as a named absence in CSV, as a
//! user-missing value with its label in SPSS, as a category that does not count in DDI. The same rows give the same bytes.

mod absence;
mod cut;
mod name;
mod value;
mod variable;

mod dataset;
mod description;
mod licence;
mod summary;

mod order;

mod codebook;
pub mod csv;
pub mod csvw;
pub mod dcat;
pub mod ddi;
pub mod frictionless;
mod package;
pub mod sav;
pub mod workbook;

pub use absence::Absence;
pub use codebook::CodebookWords;
pub use cut::{Cut, CutPart, shortened};
pub use dataset::{Dataset, ResponseSet};
pub use description::{Description, Told};
pub use licence::Licence;
pub use name::{Names, VariableName};
pub use order::Order;
pub use package::{Archive, MadeFile};
pub use summary::{Summary, VariableSummary};
pub use value::Value;
pub use variable::{Category, Kind, Level, Variable};
