//! Which rows pass: comparisons with a column, and any combination of them.

use std::cmp::Ordering;

use serde_json::Value;

use super::arguments::{Answer, field, list, text, unknown};
use super::table::{Cell, Table};

pub enum Filter {
    Compare { variable: String, operator: Operator, value: Cell },
    In { variable: String, values: Vec<Cell>, inside: bool },
    Missing { variable: String, missing: bool },
    All(Vec<Filter>),
    Any(Vec<Filter>),
    Not(Box<Filter>),
}

#[derive(Clone, Copy)]
pub enum Operator {
    Equal,
    Unequal,
    Below,
    AtMost,
    Above,
    AtLeast,
}

impl Filter {
    pub fn of(value: &Value) -> Answer<Filter> {
        let each = |name: &str| list(value, name)?.iter().map(Filter::of).collect::<Answer<Vec<Filter>>>();
        if value.get("all").is_some() {
            return Ok(Filter::All(each("all")?));
        }
        if value.get("any").is_some() {
            return Ok(Filter::Any(each("any")?));
        }
        if let Some(not) = value.get("not") {
            return Ok(Filter::Not(Box::new(Filter::of(not)?)));
        }
        let variable = text(value, "var")?.to_owned();
        let values = || list(value, "value")?.iter().map(Cell::of).collect::<Answer<Vec<Cell>>>();
        Ok(match text(value, "op")? {
            "in" => Filter::In { variable, values: values()?, inside: true },
            "not_in" => Filter::In { variable, values: values()?, inside: false },
            "missing" => Filter::Missing { variable, missing: true },
            "not_missing" => Filter::Missing { variable, missing: false },
            operator => Filter::Compare {
                variable,
                operator: Operator::of(operator)?,
                value: Cell::of(field(value, "value")?)?,
            },
        })
    }

    /// Whether each row passes. A comparison with a missing cell does not.
    pub fn rows(&self, table: &Table) -> Answer<Vec<bool>> {
        let cells = |variable: &str, holds: &dyn Fn(&Cell) -> bool| -> Answer<Vec<bool>> {
            Ok(table.column(variable)?.iter().map(holds).collect())
        };
        let merge = |filters: &[Filter], all: bool| -> Answer<Vec<bool>> {
            let mut rows = vec![all; table.rows];
            for filter in filters {
                for (row, other) in rows.iter_mut().zip(filter.rows(table)?) {
                    *row = if all { *row && other } else { *row || other };
                }
            }
            Ok(rows)
        };
        match self {
            Filter::Compare { variable, operator, value } => cells(variable, &|cell| operator.holds(cell, value)),
            Filter::In { variable, values, inside } => cells(variable, &|cell| {
                *cell != Cell::Missing && values.iter().any(|value| value.equals(cell)) == *inside
            }),
            Filter::Missing { variable, missing } => cells(variable, &|cell| (*cell == Cell::Missing) == *missing),
            Filter::All(filters) => merge(filters, true),
            Filter::Any(filters) => merge(filters, false),
            Filter::Not(filter) => Ok(filter.rows(table)?.into_iter().map(|row| !row).collect()),
        }
    }

    /// 1 where the row passes, 0 where not, and missing where a column that it compares is.
    pub fn success(&self, table: &Table) -> Answer<Vec<Option<f64>>> {
        let mut known = vec![true; table.rows];
        for variable in self.variables() {
            for (known, cell) in known.iter_mut().zip(table.column(variable)?) {
                *known &= *cell != Cell::Missing;
            }
        }
        let rows = self.rows(table)?;
        Ok(known.iter().zip(rows).map(|(known, row)| known.then_some(f64::from(u8::from(row)))).collect())
    }

    fn variables(&self) -> Vec<&str> {
        match self {
            Filter::Compare { variable, .. } | Filter::In { variable, .. } => vec![variable],
            Filter::Missing { .. } => Vec::new(),
            Filter::All(filters) | Filter::Any(filters) => filters.iter().flat_map(Filter::variables).collect(),
            Filter::Not(filter) => filter.variables(),
        }
    }
}

impl Operator {
    pub fn of(name: &str) -> Answer<Operator> {
        Ok(match name {
            "==" => Operator::Equal,
            "!=" => Operator::Unequal,
            "<" => Operator::Below,
            "<=" => Operator::AtMost,
            ">" => Operator::Above,
            ">=" => Operator::AtLeast,
            _ => return unknown("comparison", name),
        })
    }

    pub fn holds(self, cell: &Cell, value: &Cell) -> bool {
        let order = match (cell, value) {
            (Cell::Missing, _) | (_, Cell::Missing) => return false,
            (Cell::Number(cell), Cell::Number(value)) => cell.partial_cmp(value),
            _ => Some(cell.key().cmp(&value.key())),
        };
        let Some(order) = order else { return false };
        match self {
            Operator::Equal => order == Ordering::Equal,
            Operator::Unequal => order != Ordering::Equal,
            Operator::Below => order == Ordering::Less,
            Operator::AtMost => order != Ordering::Greater,
            Operator::Above => order == Ordering::Greater,
            Operator::AtLeast => order != Ordering::Less,
        }
    }
}
