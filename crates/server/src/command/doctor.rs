//! Whether an installation is well: its folder, its address, its state; and, by name, the mail.

pub mod machine;
mod mail;
pub mod names;
mod state;

use super::{location, settings, settings_file};
use crate::{clock::Clock, exit::Exit, output::Output};
use app::{
    Words,
    health::{Finding, Level},
};
use clap::ArgMatches;

pub fn run(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    match matches.subcommand() {
        Some(("mail", matches)) => mail::run(matches, words, output),
        _ => everything(matches, words, output),
    }
}

/// Looks at everything and changes nothing, also beside a running site.
fn everything(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    let settings = settings(matches, words)?;
    let location = location(&settings, words)?;
    let now = Clock::new(None)?.now();
    let mut found = machine::look(&settings, &location, settings_file(matches).as_deref(), words);
    found.extend(names::look(&settings, words));
    found.extend(state::look(&location, now, words));
    let many = |level: Level| found.iter().filter(|finding| finding.level == level).count();
    let (faults, warnings) = (many(Level::Fault), many(Level::Warning));
    for finding in &found {
        finding.lines(words).iter().for_each(|line| output.tell(line));
    }
    let findings: Vec<_> = found.iter().map(summary).collect();
    output.summary(&serde_json::json!({ "faults": faults, "warnings": warnings, "findings": findings }));
    let number = |many: usize| i64::try_from(many).unwrap_or(i64::MAX).into();
    let total = words.tell("doctor-total", &[("faults", number(faults)), ("warnings", number(warnings))]);
    if faults > 0 {
        return Err(Exit::Found(vec![total]));
    }
    output.tell(&total);
    Ok(())
}

pub fn summary(finding: &Finding) -> serde_json::Value {
    serde_json::json!({
        "code": finding.code, "level": finding.level.code(), "tenant": finding.tenant,
        "sentence": finding.sentence, "hint": finding.hint,
    })
}
