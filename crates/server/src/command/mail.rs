//! `glas mail bounce`: what a mail server pipes to us.

use super::{location, settings, text};
use crate::{
    bounce::{self, Heard},
    clock::Clock,
    exit::Exit,
    incoming,
    output::Output,
    running::{from_app, from_store},
};
use app::{
    Words,
    mail::{Taken, take_bounce},
};
use clap::ArgMatches;
use std::io::Read;
use store::{Creation, Failure, Refusal, Store};

pub fn run(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    match matches.subcommand() {
        Some(("bounce", matches)) => take(matches, words, output).map_err(later),
        _ => Ok(()),
    }
}

/// A mail server keeps a message and comes again when it is told so; anything else would send the letter back once more.
fn later(exit: Exit) -> Exit {
    match exit {
        Exit::Fault(fault) => Exit::Later(format!("{fault:#}")),
        Exit::Refused(lines) | Exit::Rejected(lines) => Exit::Later(lines.join(" ")),
        Exit::Usage(line) => Exit::Later(line),
        Exit::Done | Exit::Found(_) | Exit::Later(_) => exit,
    }
}

fn take(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    let settings = settings(matches, words)?;
    let now = Clock::new(settings.today)?.now();
    let location = location(&settings, words)?;
    let most = u64::try_from(bounce::LARGEST).unwrap_or(u64::MAX);
    let mut message = Vec::new();
    std::io::stdin().lock().take(most).read_to_end(&mut message).map_err(anyhow::Error::from)?;
    let recipient = text(matches, "recipient");
    let Heard::Bounce(heard) = bounce::read(&message, recipient.as_deref()) else {
        tell("nothing", words, output);
        return Ok(());
    };
    match Store::open(&location, Creation::Never, now) {
        Ok(store) => {
            let taken = store.write_blocking(move |tx| take_bounce(tx, &heard, now));
            store.close();
            let code = match taken.map_err(|failure| from_app(failure, words))? {
                Taken::Unknown => "unknown",
                Taken::Delayed => "delayed",
                Taken::Failed => "failed",
            };
            tell(code, words, output);
        }
        Err(Failure::Refused(Refusal::InUse { .. })) => {
            // The key that only the envelope tells goes with it.
            let mut left = recipient.map(|to| format!("X-Original-To: {to}\r\n").into_bytes()).unwrap_or_default();
            left.extend(message);
            incoming::leave_bounce(&location, &left)?;
            tell("left", words, output);
        }
        Err(failure) => return Err(from_store(failure, words)),
    }
    Ok(())
}

fn tell(code: &str, words: &Words, output: Output) {
    output.tell(&words.say(&format!("bounce-{code}")));
    output.summary(&serde_json::json!({ "outcome": code }));
}
