//! The made files, tried as somebody who was given them would: the workbook must be understood as a whole.

use anyhow::bail;
use survey::{Located, Questionnaire, xlsform};

/// The questionnaire of a workbook.
///
/// # Errors
/// Every problem and every warning of the import: what we hand out as an example has none.
pub fn questionnaire(workbook: &[u8], name: &str) -> anyhow::Result<Questionnaire> {
    match xlsform::import(workbook, name) {
        Ok(imported) if imported.warnings.is_empty() => Ok(imported.questionnaire),
        Ok(imported) => bail!("{name} is imported with warnings:\n{}", lines(&imported.warnings)),
        Err(problems) => bail!("{name} is refused:\n{}", lines(&problems)),
    }
}

fn lines<P: std::fmt::Debug>(found: &[Located<P>]) -> String {
    let line = |located: &Located<P>| {
        let sheet = located.sheet.as_deref().unwrap_or("");
        let letter = located.letter().unwrap_or_default();
        format!("  {sheet} {letter}{}: {:?}", located.row.unwrap_or(0), located.problem)
    };
    found.iter().map(line).collect::<Vec<_>>().join("\n")
}
