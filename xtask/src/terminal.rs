//! The one place that prints.

use std::io::Write;

/// One line. A reader that went away (`| head`) is no reason to fail, so the result of writing is not looked at.
pub fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    let _gone = writeln!(out, "{line}").and_then(|()| out.flush());
}

pub fn complain(line: &str) {
    let _gone = writeln!(std::io::stderr().lock(), "{line}");
}

/// Announces a part so that it can be found in a long log.
pub fn headline(words: &str) {
    let rule = "─".repeat(76_usize.saturating_sub(words.chars().count()));
    say(&format!("\n── {words} {rule}"));
}
