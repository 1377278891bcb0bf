//! What people do around the code: test it, try it in a clean place, check its order, measure it, picture it.
//!
//! Every command is one file; what they share are nouns: a part of a run, its tally, a workspace, a cluster.

mod bench;
mod ci;
mod cluster;
mod examples;
mod licences;
mod needs;
mod package;
mod part;
mod playground;
mod running;
mod screenshots;
mod stopwatch;
mod tally;
mod terminal;
mod test;
mod tidy;
mod workspace;

use std::process::ExitCode;

use clap::Parser;

use crate::workspace::Workspace;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "What people do around the code of Glas")]
enum Task {
    /// Everything that must hold: format, lints, order, licences, tests on both databases, journeys in a browser
    Test(test::Request),
    /// The test command in a fresh clone of the last commit, as continuous integration runs it
    Ci,
    /// The order of the house: arrows between crates, sizes, words in both languages
    Tidy,
    /// Speed and size beside the ceilings of this machine
    Bench(bench::Request),
    /// A Debian package: program, unit, settings, man page
    Package(package::Request),
    /// Pictures of the demonstration for the documents
    Screenshots(screenshots::Request),
    /// The invented answers and questionnaires of examples/, made anew from their sources
    Examples {
        /// Only says whether they are as their sources make them
        #[arg(long)]
        check: bool,
    },
}

fn main() -> ExitCode {
    let task = Task::parse();
    let done = Workspace::here().and_then(|workspace| match task {
        Task::Test(request) => test::run(&workspace, &request),
        Task::Ci => ci::run(&workspace),
        Task::Tidy => tidy::run(&workspace),
        Task::Bench(request) => bench::run(&workspace, &request),
        Task::Package(request) => package::run(&workspace, &request),
        Task::Screenshots(request) => screenshots::run(&workspace, &request),
        Task::Examples { check } => examples::run(&workspace.root, check).map(|()| true),
    });
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(fault) => {
            terminal::complain(&format!("{fault:#}"));
            ExitCode::FAILURE
        }
    }
}
