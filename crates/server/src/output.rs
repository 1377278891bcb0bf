//! The one place that writes to the terminal: results on standard output, everything else on standard error.

use std::io::{IsTerminal, Write};

#[derive(Debug, Clone, Copy)]
pub struct Output {
    pub json: bool,
    pub quiet: bool,
}

impl Output {
    /// A line for the person in front of the terminal.
    pub fn tell(self, line: &str) {
        if !self.quiet && !self.json {
            write_line(&mut std::io::stdout().lock(), line);
        }
    }

    /// The one summary that a script reads, on a line of its own.
    pub fn summary(self, value: &serde_json::Value) {
        if self.json {
            write_line(&mut std::io::stdout().lock(), &value.to_string());
        }
    }

    pub fn complain(self, line: &str) {
        write_line(&mut std::io::stderr().lock(), line);
    }

    /// A bar on standard error; hidden where nobody would see it move.
    pub fn progress(self, steps: u64, what: &str) -> indicatif::ProgressBar {
        if self.json || self.quiet || !std::io::stderr().is_terminal() {
            return indicatif::ProgressBar::hidden();
        }
        let bar = indicatif::ProgressBar::new(steps);
        if let Ok(style) = indicatif::ProgressStyle::with_template("{msg:28} {bar:32} {pos}/{len}") {
            bar.set_style(style);
        }
        bar.set_message(what.to_owned());
        bar
    }
}

/// A closed pipe is the reader's choice, not our fault.
fn write_line(stream: &mut impl Write, line: &str) {
    let _ = writeln!(stream, "{line}");
}
