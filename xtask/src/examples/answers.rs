//! Invented answers: the same every time, with the structure that real ones have.
//!
//! Nobody was asked. A seeded generator gives every invented person a disposition, and the answers follow from it:
//! the items of a battery move together, who waited long is less pleased with the waiting, who used no service is not
//! asked about it, some skip a question, a few stop half-way.

mod chance;
mod officials;
mod person;
mod remarks;
mod residents;

use super::source::Form;
use anyhow::{Context, bail};
use chance::Seeded;
use person::Person;

/// The CSV of one audience: `day`, `mode`, then a column for each question, and one for the words beside „друго“.
///
/// # Errors
/// An audience that nobody invented, or an answer to a question that the form does not have.
pub fn write(audience: &str, form: &Form) -> anyhow::Result<Vec<u8>> {
    let people = match audience {
        "residents" => residents::invent(&mut Seeded::new(1_762_023)),
        "officials" => officials::invent(&mut Seeded::new(62_023)),
        _ => bail!("nobody invented answers for `{audience}`"),
    };
    let mut header = vec!["day".to_owned(), "mode".to_owned()];
    for item in form.questions().filter(|item| item.r#type != "note") {
        header.push(item.name.clone());
        if item.takes_other() {
            header.push(format!("{}_other", item.name));
        }
    }
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(&header)?;
    for person in people {
        table.write_record(cells(person, &header)?)?;
    }
    table.into_inner().context("the table is not whole")
}

fn cells(mut person: Person, header: &[String]) -> anyhow::Result<Vec<String>> {
    let cells = header.iter().map(|column| person.take(column)).collect();
    if let Some(code) = person.left_over() {
        bail!("an invented person answers `{code}`, which the form does not ask");
    }
    Ok(cells)
}
