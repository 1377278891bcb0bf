//! The rows of a case: a file of comma-separated values, and the columns derived from it.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use super::arguments::{Answer, field, number, numbers, text, truth};
use super::filter::{Filter, Operator};

#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Missing,
    Number(f64),
    Text(String),
}

pub struct Table {
    columns: BTreeMap<String, Vec<Cell>>,
    pub rows: usize,
}

impl Table {
    /// A column is numeric when all its cells that are not empty are decimal numbers.
    pub fn read(file: &Path) -> Answer<Table> {
        let mut reader = csv::Reader::from_path(file)?;
        let names: Vec<String> = reader.headers()?.iter().map(str::to_owned).collect();
        let mut cells: Vec<Vec<String>> = vec![Vec::new(); names.len()];
        let mut rows = 0;
        for record in reader.records() {
            rows += 1;
            for (column, cell) in cells.iter_mut().zip(record?.iter()) {
                column.push(cell.to_owned());
            }
        }
        Ok(Table { columns: names.into_iter().zip(cells.into_iter().map(parse)).collect(), rows })
    }

    /// Only the rows that pass, as if the others had never been in the file.
    pub fn keep(&self, filter: &Filter) -> Answer<Table> {
        let kept = filter.rows(self)?;
        let count = kept.iter().filter(|kept| **kept).count();
        let pick = |cells: &Vec<Cell>| {
            cells.iter().zip(&kept).filter(|(_, kept)| **kept).map(|(cell, _)| cell.clone()).collect::<Vec<Cell>>()
        };
        Ok(Table {
            columns: self.columns.iter().map(|(name, cells)| (name.clone(), pick(cells))).collect(),
            rows: count,
        })
    }

    pub fn column(&self, name: &str) -> Answer<&[Cell]> {
        Ok(self.columns.get(name).map(Vec::as_slice).ok_or_else(|| format!("there is no column {name}"))?)
    }

    pub fn numbers(&self, name: &str) -> Answer<Vec<Option<f64>>> {
        let read = |cell: &Cell| match cell {
            Cell::Missing => Ok(None),
            Cell::Number(number) => Ok(Some(*number)),
            Cell::Text(_) => Err(format!("the column {name} holds text").into()),
        };
        self.column(name)?.iter().map(read).collect()
    }

    /// The place of each cell in the list of levels; `None` where it is missing or none of them.
    pub fn places(&self, name: &str, levels: &[Value]) -> Answer<Vec<Option<usize>>> {
        let levels: Vec<Cell> = levels.iter().map(Cell::of).collect::<Answer<_>>()?;
        let place = |cell: &Cell| match cell {
            Cell::Missing => None,
            Cell::Number(_) | Cell::Text(_) => levels.iter().position(|level| level.equals(cell)),
        };
        Ok(self.column(name)?.iter().map(place).collect())
    }

    pub fn derive(&mut self, steps: &Value) -> Answer<()> {
        for step in steps.as_array().map(Vec::as_slice).unwrap_or_default() {
            let cells = self.derived(step)?;
            self.columns.insert(text(step, "new")?.to_owned(), cells);
        }
        Ok(())
    }

    fn derived(&self, step: &Value) -> Answer<Vec<Cell>> {
        if let Some(constant) = step.get("const") {
            return Ok(vec![Cell::of(constant)?; self.rows]);
        }
        let change = Change::of(step)?;
        self.column(text(step, "from")?)?.iter().map(|cell| change.of_cell(cell)).collect()
    }
}

enum Change<'a> {
    Map(&'a serde_json::Map<String, Value>),
    In(Vec<Cell>),
    Compare(Operator, Cell),
    Cut { points: Vec<f64>, right_closed: bool },
    Affine(f64, f64),
    FloorDivide(f64),
}

impl Change<'_> {
    fn of(step: &Value) -> Answer<Change<'_>> {
        if let Some(map) = step.get("map").and_then(Value::as_object) {
            Ok(Change::Map(map))
        } else if let Some(list) = step.get("in").and_then(Value::as_array) {
            Ok(Change::In(list.iter().map(Cell::of).collect::<Answer<_>>()?))
        } else if step.get("op").is_some() {
            Ok(Change::Compare(Operator::of(text(step, "op")?)?, Cell::of(field(step, "value")?)?))
        } else if step.get("cut").is_some() {
            Ok(Change::Cut { points: numbers(step, "cut")?, right_closed: truth(step, "right_closed")? })
        } else if step.get("affine").is_some() {
            match numbers(step, "affine")?.as_slice() {
                [a, b] => Ok(Change::Affine(*a, *b)),
                _ => Err("affine takes two numbers".into()),
            }
        } else if step.get("floor_divide").is_some() {
            Ok(Change::FloorDivide(number(step, "floor_divide")?))
        } else {
            Err("a derived column of an unknown kind".into())
        }
    }

    fn of_cell(&self, cell: &Cell) -> Answer<Cell> {
        let truth = |holds: bool| Cell::Number(f64::from(u8::from(holds)));
        if *cell == Cell::Missing {
            return Ok(Cell::Missing);
        }
        Ok(match self {
            Change::Map(map) => map.get(&cell.key()).map_or(Ok(Cell::Missing), Cell::of)?,
            Change::In(list) => truth(list.iter().any(|one| one.equals(cell))),
            Change::Compare(operator, value) => truth(operator.holds(cell, value)),
            Change::Cut { points, right_closed } => {
                let x = cell.number()?;
                let below = points.iter().filter(|point| if *right_closed { **point < x } else { **point <= x });
                Cell::Number(1.0 + stats::math::float(u64::try_from(below.count())?))
            }
            Change::Affine(a, b) => Cell::Number(a + b * cell.number()?),
            Change::FloorDivide(by) => Cell::Number((cell.number()? / by).floor()),
        })
    }
}

impl Cell {
    pub fn of(value: &Value) -> Answer<Cell> {
        match value {
            Value::Null => Ok(Cell::Missing),
            Value::String(text) => Ok(Cell::Text(text.clone())),
            Value::Number(_) => Ok(Cell::Number(value.as_f64().ok_or("a number too large")?)),
            Value::Bool(_) | Value::Array(_) | Value::Object(_) => Err("a cell is a number or a text".into()),
        }
    }

    pub fn number(&self) -> Answer<f64> {
        match self {
            Cell::Number(number) => Ok(*number),
            Cell::Missing | Cell::Text(_) => Err("a number is needed".into()),
        }
    }

    /// Text as it is, numbers in their shortest decimal form.
    pub fn key(&self) -> String {
        match self {
            Cell::Missing => String::new(),
            Cell::Number(number) => number.to_string(),
            Cell::Text(text) => text.clone(),
        }
    }

    /// Nothing equals what is missing.
    pub fn equals(&self, other: &Cell) -> bool {
        Operator::Equal.holds(self, other)
    }
}

fn parse(cells: Vec<String>) -> Vec<Cell> {
    let number = |cell: &String| {
        let plain = cell.chars().all(|sign| sign.is_ascii_digit() || "+-.eE".contains(sign));
        if plain { cell.parse::<f64>().ok() } else { None }
    };
    let numeric = cells.iter().all(|cell| cell.is_empty() || number(cell).is_some());
    let read = |cell: String| match (cell.is_empty(), number(&cell)) {
        (true, _) => Cell::Missing,
        (false, Some(number)) if numeric => Cell::Number(number),
        (false, _) => Cell::Text(cell),
    };
    cells.into_iter().map(read).collect()
}
