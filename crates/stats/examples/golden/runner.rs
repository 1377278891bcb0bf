//! What this crate answers to a case of the golden collections, by feature and arguments alone.
//!
//! Each family of features is a file with its own table of names; whoever adds a feature adds a line there.

use std::path::Path;

use serde_json::Value;

mod arguments;
mod design;
mod filter;
mod table;

mod disclosure;
mod groups;
mod importance;
mod means;
mod numerics;
mod power;
mod scales;
mod tables;
mod unweighted;
mod weighted;
mod weighting;

pub use arguments::Answer;
use table::Table;

/// The names of a family's features, each with what answers it.
type Family = &'static [(&'static str, fn(&Case<'_>) -> Answer)];

const FAMILIES: &[Family] = &[
    means::FEATURES,
    weighting::FEATURES,
    weighted::FEATURES,
    unweighted::FEATURES,
    tables::FEATURES,
    groups::FEATURES,
    power::FEATURES,
    scales::FEATURES,
    importance::FEATURES,
    disclosure::FEATURES,
    numerics::FEATURES,
];

/// One question of a collection. What it expects, and what it is called, is not looked at.
struct Case<'a> {
    args: &'a Value,
    design: &'a Value,
    derive: &'a Value,
    data: &'a Value,
    folder: &'a Path,
}

/// The keys and values that the crate finds.
///
/// # Errors
/// For a feature that the crate does not know, for arguments that make no sense, and for what it refuses.
pub fn answer(case: &Value, folder: &Path) -> Answer {
    let feature = arguments::text(case, "feature")?;
    let known = FAMILIES.iter().flat_map(|family| family.iter()).find(|(name, _)| *name == feature);
    let (_, answer) = known.ok_or_else(|| format!("the feature {feature} is not known"))?;
    answer(&Case {
        args: arguments::field(case, "args")?,
        design: case.get("design").unwrap_or(&Value::Null),
        derive: case.get("derive").unwrap_or(&Value::Null),
        data: case.get("data").unwrap_or(&Value::Null),
        folder,
    })
}

impl Case<'_> {
    /// The rows of the first file with the derived columns.
    fn table(&self) -> Answer<Table> {
        let name = self.data.get(0).and_then(Value::as_str).ok_or("no file of rows")?;
        let mut table = Table::read(&self.folder.join(name))?;
        table.derive(self.derive)?;
        Ok(table)
    }
}
