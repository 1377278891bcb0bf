use serde_json::{Value, json};

/// One number, what it is compared with, and what it must reach.
#[derive(Debug, Clone)]
pub struct Measurement {
    pub name: String,
    pub measured: f64,
    pub unit: &'static str,
    /// What this machine can do at most, in the same unit and the same run.
    pub ceiling: Option<f64>,
    pub required: Required,
}

#[derive(Debug, Clone)]
pub enum Required {
    /// Of the ceiling.
    ShareAtLeast(f64),
    /// Times the ceiling, which is then the shortest that something takes here.
    TimesAtMost(f64),
    AtMost(f64),
    /// It could not be measured, which is never good enough.
    Measured(String),
}

impl Measurement {
    pub fn impossible(name: &str, fault: &anyhow::Error) -> Measurement {
        let required = Required::Measured(format!("{fault:#}"));
        Measurement { name: name.to_owned(), measured: 0.0, unit: "", ceiling: None, required }
    }

    pub fn ratio(&self) -> Option<f64> {
        self.ceiling.filter(|ceiling| *ceiling > 0.0).map(|ceiling| self.measured / ceiling)
    }

    pub fn is_met(&self) -> bool {
        match self.required {
            Required::ShareAtLeast(share) => self.ratio().is_some_and(|ratio| ratio >= share),
            Required::TimesAtMost(times) => self.ratio().is_some_and(|ratio| ratio <= times),
            Required::AtMost(most) => self.measured <= most,
            Required::Measured(_) => false,
        }
    }

    fn cells(&self) -> [String; 6] {
        let number = |value: f64| format!("{} {}", rounded(value), self.unit).trim().to_owned();
        let required = match &self.required {
            Required::ShareAtLeast(share) => format!("≥ {share}"),
            Required::TimesAtMost(times) => format!("≤ {times} ×"),
            Required::AtMost(most) => format!("≤ {}", number(*most)),
            Required::Measured(fault) => fault.clone(),
        };
        [
            self.name.clone(),
            if matches!(self.required, Required::Measured(_)) { "–".to_owned() } else { number(self.measured) },
            self.ceiling.map_or_else(String::new, number),
            self.ratio().map_or_else(String::new, |ratio| format!("{ratio:.2}")),
            required,
            if self.is_met() { "yes" } else { "NO" }.to_owned(),
        ]
    }
}

fn rounded(value: f64) -> String {
    if value >= 100.0 { format!("{value:.0}") } else { format!("{value:.2}") }
}

pub fn table(all: &[Measurement]) -> Vec<String> {
    let head = ["name", "measured", "ceiling", "ratio", "required", "ok"].map(str::to_owned);
    let rows: Vec<[String; 6]> = std::iter::once(head).chain(all.iter().map(Measurement::cells)).collect();
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..6).map(width).collect();
    let line = |row: &[String; 6]| {
        let cells = row.iter().zip(&widths).map(|(cell, width)| {
            let space = " ".repeat(width.saturating_sub(cell.chars().count()));
            format!("{cell}{space}")
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

pub fn json(all: &[Measurement], rehearsal: bool) -> String {
    let entries: Vec<Value> = all
        .iter()
        .map(|one| {
            let (kind, value) = match &one.required {
                Required::ShareAtLeast(share) => ("share_at_least", json!(share)),
                Required::TimesAtMost(times) => ("times_at_most", json!(times)),
                Required::AtMost(most) => ("at_most", json!(most)),
                Required::Measured(fault) => ("not_measured", json!(fault)),
            };
            json!({
                "name": one.name, "measured": one.measured, "unit": one.unit, "ceiling": one.ceiling,
                "ratio": one.ratio(), "required": { kind: value }, "ok": one.is_met(),
            })
        })
        .collect();
    json!({ "rehearsal": rehearsal, "measurements": entries }).to_string()
}

/// The middle of an odd number of repeated measurements: one disturbance of the machine does not move it.
pub fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example(measured: f64, ceiling: Option<f64>, required: Required) -> Measurement {
        Measurement { name: "page".to_owned(), measured, unit: "/s", ceiling, required }
    }

    #[test]
    fn requirements_are_met_or_not() {
        let check = |measured, ceiling, required, expect: bool| {
            assert_eq!(example(measured, ceiling, required).is_met(), expect);
        };
        check(70.0, Some(100.0), Required::ShareAtLeast(0.6), true);
        check(50.0, Some(100.0), Required::ShareAtLeast(0.6), false);
        check(50.0, None, Required::ShareAtLeast(0.6), false);
        check(1.2, Some(1.0), Required::TimesAtMost(1.3), true);
        check(1.4, Some(1.0), Required::TimesAtMost(1.3), false);
        check(1.2, None, Required::TimesAtMost(1.3), false);
        check(50.0, Some(0.0), Required::ShareAtLeast(0.6), false);
        check(1.5, None, Required::AtMost(1.5), true);
        check(1.6, None, Required::AtMost(1.5), false);
        check(0.0, None, Required::Measured("no wrk".to_owned()), false);
    }

    #[test]
    fn the_table_lines_up() {
        let all = [
            example(61234.0, Some(100_000.0), Required::ShareAtLeast(0.6)),
            Measurement::impossible("report", &anyhow::anyhow!("no report yet")),
        ];
        assert_eq!(
            table(&all),
            [
                "name    measured  ceiling    ratio  required       ok",
                "page    61234 /s  100000 /s  0.61   ≥ 0.6          yes",
                "report  –                           no report yet  NO",
            ]
        );
    }

    #[test]
    fn the_middle_is_taken() {
        assert_eq!(median(vec![9.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(vec![]), None);
    }
}
