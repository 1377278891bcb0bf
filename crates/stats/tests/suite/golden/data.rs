//! The rows of a case: a CSV file, the columns derived from it, and filters.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

pub struct Table {
    columns: BTreeMap<String, Vec<Value>>,
    pub rows: usize,
}

impl Table {
    pub fn of(case: &Value, folder: &Path) -> Option<Table> {
        let file = case["data"].as_array()?.first()?.as_str()?;
        let mut reader = csv::Reader::from_path(folder.join(file)).ok()?;
        let names: Vec<String> = reader.headers().ok()?.iter().map(str::to_string).collect();
        let mut columns: BTreeMap<String, Vec<Value>> = BTreeMap::new();
        let mut rows = 0;
        for record in reader.records() {
            rows += 1;
            for (name, cell) in names.iter().zip(record.ok()?.iter()) {
                columns.entry(name.clone()).or_default().push(parse(cell));
            }
        }
        let mut table = Table { columns, rows };
        for step in case["derive"].as_array()? {
            table.derive(step)?;
        }
        Some(table)
    }

    pub fn column(&self, name: &Value) -> Option<&[Value]> {
        self.columns.get(name.as_str()?).map(Vec::as_slice)
    }

    pub fn numbers(&self, name: &Value) -> Option<Vec<Option<f64>>> {
        Some(self.column(name)?.iter().map(Value::as_f64).collect())
    }

    /// 1, 0 or missing, for a filter of one comparison.
    pub fn success(&self, filter: &Value) -> Option<Vec<Option<f64>>> {
        let (op, value) = (filter["op"].as_str()?, &filter["value"]);
        let cells = self.column(&filter["var"])?;
        cells
            .iter()
            .map(|cell| {
                if cell.is_null() {
                    return Some(None);
                }
                let holds = match op {
                    "in" => value.as_array()?.iter().any(|one| same(one, cell)),
                    "not_in" => !value.as_array()?.iter().any(|one| same(one, cell)),
                    _ => compare(cell, op, value)?,
                };
                Some(Some(f64::from(u8::from(holds))))
            })
            .collect()
    }

    fn derive(&mut self, step: &Value) -> Option<()> {
        let new = step["new"].as_str()?.to_string();
        let column: Vec<Value> = if let Some(constant) = step.get("const") {
            vec![constant.clone(); self.rows]
        } else {
            let from = self.column(&step["from"])?;
            let change = |cell: &Value| -> Option<Value> {
                if cell.is_null() {
                    Some(Value::Null)
                } else if let Some(list) = step.get("in") {
                    Some(u8::from(list.as_array()?.iter().any(|one| same(one, cell))).into())
                } else if let Some(map) = step.get("map") {
                    Some(map.get(key(cell)).cloned().unwrap_or(Value::Null))
                } else if let Some(op) = step.get("op") {
                    Some(u8::from(compare(cell, op.as_str()?, &step["value"])?).into())
                } else {
                    None
                }
            };
            from.iter().map(change).collect::<Option<_>>()?
        };
        self.columns.insert(new, column);
        Some(())
    }
}

fn parse(cell: &str) -> Value {
    if cell.is_empty() { Value::Null } else { cell.parse::<f64>().map_or_else(|_| Value::from(cell), Value::from) }
}

fn key(cell: &Value) -> String {
    cell.as_str().map_or_else(|| cell.as_f64().unwrap_or_default().to_string(), str::to_string)
}

fn same(a: &Value, b: &Value) -> bool {
    key(a) == key(b)
}

fn compare(cell: &Value, op: &str, value: &Value) -> Option<bool> {
    let order = match (cell.as_f64(), value.as_f64()) {
        (Some(a), Some(b)) => a.partial_cmp(&b)?,
        _ => key(cell).cmp(&key(value)),
    };
    match op {
        "==" => Some(order.is_eq()),
        "!=" => Some(order.is_ne()),
        "<" => Some(order.is_lt()),
        "<=" => Some(order.is_le()),
        ">" => Some(order.is_gt()),
        ">=" => Some(order.is_ge()),
        _ => None,
    }
}
