//! `cargo xtask test`: everything that must hold, part by part.

mod binaries;
mod documentation;
mod journeys;
mod outcome;

use anyhow::Result;

use crate::cluster::Cluster;
use crate::needs;
use crate::part::carry_out;
use crate::running;
use crate::stopwatch::Stopwatch;
use crate::tally::Tally;
use crate::terminal;
use crate::tidy;
use crate::workspace::Workspace;
use crate::{licences, test::binaries::Selection};

pub use binaries::build_glas;

#[derive(clap::Args)]
pub struct Request {
    /// The inner loop: on SQLite, without typesetter and browser, and only crates changed since the last commit, if any are
    #[arg(long)]
    quick: bool,

    /// Only tests and journeys whose name contains one of these words
    filters: Vec<String>,
}

pub fn run(workspace: &Workspace, request: &Request) -> Result<bool> {
    let watch = Stopwatch::start();
    let mut whole = Tally::default();
    if request.quick {
        quick(workspace, request, &mut whole);
    } else {
        full(workspace, request, &mut whole)?;
    }
    terminal::headline("the whole");
    terminal::say(&format!("{:.0} s", watch.elapsed().as_secs_f64()));
    if whole.passed == 0 && whole.failed.is_empty() {
        whole.failed.push(format!("nothing is called {}", request.filters.join(" or ")));
    }
    for name in &whole.failed {
        terminal::say(&format!("FAILED  {name}"));
    }
    terminal::say(&whole.line());
    Ok(whole.failed.is_empty())
}

fn quick(workspace: &Workspace, request: &Request, whole: &mut Tally) {
    if request.filters.is_empty() {
        carry_out(whole, "format", || format(workspace));
        carry_out(whole, "tidy", || tidy::check(workspace));
    }
    carry_out(whole, "tests", || {
        let (_, tally) = binaries::run(workspace, Selection::Quick, &request.filters, None)?;
        Ok(tally)
    });
}

fn full(workspace: &Workspace, request: &Request, whole: &mut Tally) -> Result<()> {
    terminal::headline("needs");
    if let Err(fault) = needs::for_tests(workspace) {
        terminal::say(&format!("{fault:#}"));
        whole.failed.push("needs".to_owned());
        return Ok(());
    }
    if request.filters.is_empty() {
        carry_out(whole, "format", || format(workspace));
        carry_out(whole, "clippy", || clippy(workspace));
        carry_out(whole, "tidy", || tidy::check(workspace));
        carry_out(whole, "deny", || licences::check(workspace));
    }
    let mut glas = None;
    carry_out(whole, "tests", || {
        let cluster = Cluster::start()?;
        let address = cluster.address();
        terminal::say(&cluster.describe());
        let (built, tally) = binaries::run(workspace, Selection::Whole, &request.filters, Some(&address))?;
        glas = built.glas;
        Ok(tally)
    });
    if request.filters.is_empty() {
        carry_out(whole, "documentation tests", || documentation::run(workspace));
    }
    carry_out(whole, "browser", || journeys::run(workspace, glas.as_deref(), &request.filters));
    Ok(())
}

fn format(workspace: &Workspace) -> Result<Tally> {
    let mut fmt = running::cargo();
    fmt.current_dir(&workspace.root).args(["fmt", "--all", "--check"]);
    Ok(Tally::of("format (mend with: cargo fmt --all)", running::succeeds(&mut fmt)?))
}

fn clippy(workspace: &Workspace) -> Result<Tally> {
    let mut clippy = running::cargo();
    clippy.current_dir(&workspace.root);
    clippy.args(["clippy", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"]);
    Ok(Tally::of("clippy", running::succeeds(&mut clippy)?))
}
