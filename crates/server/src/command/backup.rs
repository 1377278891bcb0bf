use super::{location, settings, text};
use crate::{clock::Clock, exit::Exit, output::Output, running};
use app::{Words, journal::Upkeep};
use clap::ArgMatches;
use std::{io::ErrorKind, path::PathBuf};
use store::Creation;

pub fn run(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    let settings = settings(matches, words)?;
    let now = Clock::new(settings.today)?.now();
    let store = running::open_store(&location(&settings, words)?, Creation::Never, now, words)?;
    let path = PathBuf::from(text(matches, "output").unwrap_or_default());
    let shown = path.display().to_string();
    let file = store::private_file(&path).map_err(|error| {
        if error.kind() == ErrorKind::AlreadyExists {
            Exit::Refused(vec![words.tell("file-exists", &[("path", shown.clone().into())])])
        } else {
            running::unreadable(&path, &error, words)
        }
    })?;
    let bar = output.progress(1, &words.say("cli-backup-about"));
    let made = store::backup(&store, file, now);
    bar.finish_and_clear();
    let summary = made.map_err(|failure| {
        // Half a backup must not be taken for a whole one.
        let _ = std::fs::remove_file(&path);
        running::from_store(failure, words)
    })?;
    running::tell_upkeep(&store, Upkeep::BackedUp, now, words)?;
    store.close();
    output.tell(
        &words.tell("backup-done", &[("path", shown.clone().into()), ("size", words.size(summary.bytes).into())]),
    );
    output.summary(&serde_json::json!({
        "path": shown, "rows": summary.rows, "files": summary.files, "bytes": summary.bytes,
    }));
    Ok(())
}
