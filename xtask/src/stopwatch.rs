#![expect(clippy::disallowed_methods, reason = "measuring is what these commands are for")]

use std::time::{Duration, Instant};

/// How long something takes on this machine.
pub struct Stopwatch(Instant);

impl Stopwatch {
    pub fn start() -> Stopwatch {
        Stopwatch(Instant::now())
    }

    pub fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}
