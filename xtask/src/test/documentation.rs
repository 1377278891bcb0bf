//! Examples in documentation comments, which only cargo itself can build and run.

use anyhow::Result;

use crate::running;
use crate::tally::Tally;
use crate::terminal;
use crate::test::outcome::Outcome;
use crate::workspace::Workspace;

pub fn run(workspace: &Workspace) -> Result<Tally> {
    let mut cargo = running::cargo();
    cargo.current_dir(&workspace.root).args(["test", "--locked", "--workspace", "--doc", "--no-fail-fast"]);
    let mut whole = Tally::default();
    let mut current: Option<(String, Outcome)> = None;
    let status = running::each_line(&mut cargo, |line| {
        if let Some(krate) = line.trim_start().strip_prefix("Doc-tests ") {
            close(&mut whole, current.replace((krate.to_owned(), Outcome::default())));
        } else if let Some((_, outcome)) = &mut current {
            // Merged and separate examples of one crate end in a summary each.
            if outcome.hear(line) && !line.trim_start().starts_with("Compiling") {
                terminal::say(line);
            }
        } else {
            terminal::say(line);
        }
    })?;
    close(&mut whole, current);
    if !status.success() && whole.failed.is_empty() {
        whole.failed.push("documentation tests do not compile".to_owned());
    }
    Ok(whole)
}

fn close(whole: &mut Tally, finished: Option<(String, Outcome)>) {
    if let Some((krate, outcome)) = finished {
        // What cargo itself thinks of the whole is asked at the end.
        whole.add(outcome.tally(&format!("{krate} example"), true));
    }
}
