//! The program `glas`: everything that touches the machine — arguments, clock, randomness, terminal, signals — and the
//! commands that put the rooms to work.

mod bounce;
mod chance;
mod clock;
mod command;
mod command_line;
mod demonstration;
mod project_folder;
mod exit;
mod fetch;
mod incoming;
mod journal_key;
mod logging;
mod mailer;
mod metrics;
mod names;
mod openid;
mod output;
mod running;
mod scheduler;
mod settings;
mod tls;

use command_line::Invocation;
use exit::Exit;
use output::Output;
use std::process::ExitCode;

fn main() -> ExitCode {
    let invocation = match Invocation::parse(std::env::args().collect(), |name| std::env::var(name).ok()) {
        Ok(invocation) => invocation,
        Err(answer) => {
            // Help goes to standard output and ends well; a mistake goes to standard error and does not.
            let _ = answer.print();
            return ExitCode::from(u8::try_from(answer.exit_code()).unwrap_or(2));
        }
    };
    let exit = match command::run(&invocation) {
        Ok(()) => Exit::Done,
        Err(exit) => exit,
    };
    let output = Output { json: false, quiet: false };
    match &exit {
        Exit::Done => {}
        Exit::Usage(sentence) | Exit::Later(sentence) => output.complain(sentence),
        Exit::Refused(lines) | Exit::Rejected(lines) | Exit::Found(lines) => {
            lines.iter().for_each(|line| output.complain(line))
        }
        Exit::Fault(fault) => {
            output.complain(&invocation.words.tell("fault", &[("why", format!("{fault:#}").into())]));
        }
    }
    exit.code()
}
