//! The made files, tried as somebody who was given them would: the workbook must be understood without a warning, and
//! every row of answers accepted as it stands.

use anyhow::{bail, ensure};
use jiff::civil::date;
use survey::{Located, Questionnaire, answers_csv, xlsform};

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

/// Reads the answers to it.
///
/// # Errors
/// A rejected row, a column without meaning, a row without day or mode, an answer to a question that was not asked.
pub fn answers(questionnaire: &Questionnaire, table: &[u8], name: &str) -> anyhow::Result<answers_csv::CsvRead> {
    let read = match answers_csv::read(questionnaire, table, date(2023, 6, 9)) {
        Ok(read) => read,
        Err(problem) => bail!("{name} is refused:\n{}", lines(&[problem])),
    };
    ensure!(read.rejected_rows == 0, "{name} has refused rows:\n{}", lines(&read.rejected));
    ensure!(read.ignored.is_empty(), "{name} has columns without meaning:\n{}", lines(&read.ignored));
    ensure!(read.accepted.iter().all(|row| row.day.is_some() && row.mode.is_some()), "{name} has a row without a day");
    let counted: usize = read.accepted.iter().map(|row| row.answers.len()).sum();
    let filled = filled_cells(table)?;
    ensure!(counted == filled, "{name} has {filled} answers, and {counted} of them count");
    Ok(read)
}

/// Cells with an answer, the words beside „друго“ aside.
fn filled_cells(table: &[u8]) -> anyhow::Result<usize> {
    let mut reader = csv::Reader::from_reader(table);
    let header = reader.headers()?.clone();
    let is_answer = |column: &str| !matches!(column, "day" | "mode") && !column.ends_with("_other");
    let mut filled = 0;
    for row in reader.records() {
        filled += header.iter().zip(&row?).filter(|(column, cell)| is_answer(column) && !cell.is_empty()).count();
    }
    Ok(filled)
}

fn lines<P: std::fmt::Debug>(found: &[Located<P>]) -> String {
    let line = |located: &Located<P>| {
        let sheet = located.sheet.as_deref().unwrap_or("");
        let letter = located.letter().unwrap_or_default();
        format!("  {sheet} {letter}{}: {:?}", located.row.unwrap_or(0), located.problem)
    };
    found.iter().map(line).collect::<Vec<_>>().join("\n")
}
