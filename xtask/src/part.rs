use anyhow::Result;

use crate::stopwatch::Stopwatch;
use crate::tally::Tally;
use crate::terminal;

/// Announces a part of a run, times it, says how it ended and adds it to the whole.
///
/// A part that cannot even be carried out has failed; the others still run, so that one log tells everything.
pub fn carry_out(whole: &mut Tally, name: &str, part: impl FnOnce() -> Result<Tally>) {
    terminal::headline(name);
    let watch = Stopwatch::start();
    let tally = part().unwrap_or_else(|fault| {
        terminal::say(&format!("{fault:#}"));
        Tally::of(name, false)
    });
    terminal::say(&format!("{name}: {}", tally.line_with_time(watch.elapsed())));
    whole.add(tally);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_cannot_be_carried_out_has_failed_under_its_name() {
        let mut whole = Tally::default();
        carry_out(&mut whole, "format", || Ok(Tally::of("format", true)));
        carry_out(&mut whole, "browser", || anyhow::bail!("no browser"));
        assert_eq!((whole.passed, whole.failed), (1, vec!["browser".to_owned()]));
    }
}
