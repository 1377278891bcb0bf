use super::{location, settings, text};
use crate::{clock::Clock, exit::Exit, output::Output, running};
use app::{Words, journal::Upkeep};
use clap::ArgMatches;
use std::{fs::File, io::BufReader, path::PathBuf};
use store::Creation;

pub fn run(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    let settings = settings(matches, words)?;
    let now = Clock::new(settings.today)?.now();
    let path = PathBuf::from(text(matches, "from").unwrap_or_default());
    let file = File::open(&path).map_err(|error| running::unreadable(&path, &error, words))?;
    let location = location(&settings, words)?;
    let bar = output.progress(1, &words.say("cli-restore-about"));
    let restored = store::restore(BufReader::new(file), &location, now);
    bar.finish_and_clear();
    let summary = restored.map_err(|failure| running::from_store(failure, words))?;
    let store = running::open_store(&location, Creation::Never, now, words)?;
    running::tell_upkeep(&store, Upkeep::Restored, now, words)?;
    store.close();
    let place = location.to_string();
    output.tell(&words.tell("restore-done", &[("path", place.clone().into())]));
    output.summary(&serde_json::json!({
        "location": place, "rows": summary.rows, "files": summary.files, "bytes": summary.bytes,
    }));
    Ok(())
}
