use std::time::Duration;

/// What came out of a part of a run: how many passed, and the names of those that failed.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Tally {
    pub passed: usize,
    pub failed: Vec<String>,
    pub ignored: usize,
}

impl Tally {
    pub fn of(name: &str, passed: bool) -> Tally {
        if passed {
            Tally { passed: 1, ..Tally::default() }
        } else {
            Tally { failed: vec![name.to_owned()], ..Tally::default() }
        }
    }

    pub fn add(&mut self, other: Tally) {
        self.passed += other.passed;
        self.ignored += other.ignored;
        self.failed.extend(other.failed);
    }

    /// The last line of every run, which other programs read.
    pub fn line(&self) -> String {
        format!("{} passed, {} failed", self.passed, self.failed.len())
    }

    pub fn line_with_time(&self, time: Duration) -> String {
        let ignored = if self.ignored == 0 { String::new() } else { format!(", {} ignored", self.ignored) };
        format!("{}{ignored} ({:.1} s)", self.line(), time.as_secs_f64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tallies_add_up_and_keep_the_names_of_failures() {
        let mut tally = Tally::of("format", true);
        tally.add(Tally { passed: 4, failed: vec!["survey suite journey::hidden".to_owned()], ignored: 1 });
        assert_eq!(tally.line(), "5 passed, 1 failed");
        assert_eq!(tally.line_with_time(Duration::from_millis(1500)), "5 passed, 1 failed, 1 ignored (1.5 s)");
        assert_eq!(tally.failed, ["survey suite journey::hidden"]);
    }
}
