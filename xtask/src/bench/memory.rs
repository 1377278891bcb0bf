use std::time::Duration;

use anyhow::Result;

use super::measurement::{Measurement, Required};
use super::program::{OPEN_DAY, Program};
use super::{Bench, http};

/// What stays resident with the demonstration's data after somebody looked at it.
pub fn measure(bench: &Bench<'_>) -> Result<Vec<Measurement>> {
    let data = bench.folder.path().join("memory");
    let (first, _) = Program::demo(&bench.programs, &data, OPEN_DAY)?;
    first.stop()?;
    let (glas, _) = Program::demo(&bench.programs, &data, OPEN_DAY)?;
    for path in ["/", "/projects/primerovo", "/projects/primerovo/studies/uchastie-i-obsluzhvane-2023"] {
        http::get(glas.port, path, "br, gzip")?;
    }
    std::thread::sleep(Duration::from_secs(3));
    Ok(vec![Measurement {
        name: "resident memory, idle".to_owned(),
        measured: glas.resident_megabytes()?,
        unit: "MB",
        ceiling: None,
        required: Required::AtMost(60.0),
    }])
}
