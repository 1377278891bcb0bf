//! Load by `wrk`, from one thread so that the server keeps most of the machine.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::running;

/// Requests a second that were answered well; any other answer is a fault, since a fast refusal is no speed.
pub fn requests_per_second(address: &str, seconds: u32, script: Option<&Path>) -> Result<f64> {
    let mut wrk = running::command("wrk");
    wrk.args(["--threads", "1", "--connections", "64", "--duration", &format!("{seconds}s")]);
    match script {
        Some(script) => wrk.arg("--script").arg(script),
        None => wrk.args(["--header", "Accept-Encoding: br, gzip"]),
    };
    reading(&running::output_of(wrk.arg(address))?)
}

fn reading(output: &str) -> Result<f64> {
    let bad = |line: &&str| line.contains("Non-2xx or 3xx responses") || line.contains("Socket errors");
    if let Some(line) = output.lines().find(bad) {
        bail!("{}", line.trim());
    }
    let line = output.lines().find_map(|line| line.trim().strip_prefix("Requests/sec:")).context("wrk says no rate")?;
    line.trim().parse().with_context(|| format!("wrk says {line}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rate_is_read_and_bad_answers_are_no_rate() {
        let good = "Running 5s test\n  1 threads\n  52 requests in 5.00s, 1MB read\nRequests/sec:  27512.33\n";
        assert_eq!(reading(good).ok(), Some(27512.33));
        let bad = format!("{good}  Non-2xx or 3xx responses: 17\n");
        assert_eq!(reading(&bad).map_err(|fault| fault.to_string()), Err("Non-2xx or 3xx responses: 17".to_owned()));
        assert!(reading("").is_err());
    }
}
