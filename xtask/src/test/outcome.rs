use crate::tally::Tally;

/// Reads what a test binary of Rust prints, line by line.
#[derive(Default)]
pub struct Outcome {
    tally: Tally,
    names: Vec<String>,
    listing: bool,
    finished: bool,
}

impl Outcome {
    /// True when a person wants to see the line; that a test passed is only counted.
    pub fn hear(&mut self, line: &str) -> bool {
        if let Some(summary) = line.strip_prefix("test result: ") {
            self.finished = true;
            self.listing = false;
            self.tally.passed += number_before(summary, " passed");
            self.tally.ignored += number_before(summary, " ignored");
            return false;
        }
        if line == "failures:" {
            // Printed twice: above what the tests wrote, and above the list of names. The last list is complete.
            self.listing = true;
            self.names.clear();
            return true;
        }
        if self.listing
            && let Some(name) = line.strip_prefix("    ")
        {
            self.names.push(name.to_owned());
        }
        let passed = line.starts_with("test ") && (line.ends_with(" ... ok") || line.contains(" ... ignored"));
        let counted = line.starts_with("running ") && (line.ends_with(" tests") || line.ends_with(" test"));
        !passed && !counted && !line.trim().is_empty()
    }

    /// `ended_well` is what the process said: one that aborted has no summary, and still it has failed.
    pub fn tally(mut self, binary: &str, ended_well: bool) -> Tally {
        self.tally.failed = self.names.iter().map(|name| format!("{binary} {name}")).collect();
        if self.tally.failed.is_empty() && !(ended_well && self.finished) {
            self.tally.failed.push(format!("{binary} (ended without a summary)"));
        }
        self.tally
    }
}

fn number_before(text: &str, word: &str) -> usize {
    text.split(['.', ';', ','])
        .find_map(|piece| piece.strip_suffix(word))
        .and_then(|piece| piece.trim().parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(output: &str, ended_well: bool, expect: (usize, &[&str], usize)) {
        let mut outcome = Outcome::default();
        for line in output.lines() {
            outcome.hear(line);
        }
        let tally = outcome.tally("survey suite", ended_well);
        let failed: Vec<&str> = tally.failed.iter().map(String::as_str).collect();
        assert_eq!((tally.passed, failed.as_slice(), tally.ignored), expect);
    }

    #[test]
    fn outputs_are_counted_and_failures_named() {
        let good = "running 2 tests\ntest a ... ok\ntest b ... ok\n\n\
                    test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n";
        check(good, true, (2, &[], 1));
        let bad = "running 2 tests\ntest a ... ok\ntest x::b ... FAILED\n\nfailures:\n\n---- x::b stdout ----\n\
                   thread 'x::b' panicked at src/x.rs:1:1:\n    left: 1\n\n\nfailures:\n    x::b\n\n\
                   test result: FAILED. 1 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s\n";
        check(bad, false, (1, &["survey suite x::b"], 0));
        check("running 2 tests\ntest a ... ok\n", false, (0, &["survey suite (ended without a summary)"], 0));
        check("", true, (0, &["survey suite (ended without a summary)"], 0));
    }

    #[test]
    fn only_what_is_worth_reading_is_shown() {
        let mut outcome = Outcome::default();
        assert!(!outcome.hear("test a ... ok"));
        assert!(!outcome.hear("test a ... ignored, needs a server"));
        assert!(!outcome.hear("running 1 test"));
        assert!(outcome.hear("test b ... FAILED"));
        assert!(outcome.hear("SKIPPED: no PostgreSQL here"));
    }
}
