use super::{location, settings, text, upgrade::look_through};
use crate::{clock::Clock, exit::Exit, output::Output, running};
use app::{Words, journal::Upkeep};
use base::Moment;
use clap::ArgMatches;
use std::{
    fs::File,
    io::BufReader,
    path::{Path, PathBuf},
};
use store::{Creation, Location};

pub fn run(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    let settings = settings(matches, words)?;
    let now = Clock::new(settings.today)?.now();
    let path = PathBuf::from(text(matches, "from").unwrap_or_default());
    let file = File::open(&path).map_err(|error| running::unreadable(&path, &error, words))?;
    if matches.get_flag("verify") {
        return drill(file, &path, now, words, output);
    }
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

/// Restores into a folder that is gone afterwards, and looks through everything there.
fn drill(file: File, path: &Path, now: Moment, words: &Words, output: Output) -> Result<(), Exit> {
    let folder = tempfile::tempdir().map_err(anyhow::Error::from)?;
    let place = Location::Folder(folder.path().join("data"));
    let bar = output.progress(2, &words.say("cli-restore-verify"));
    let restored = store::restore(BufReader::new(file), &place, now);
    bar.inc(1);
    let summary = restored.map_err(|failure| running::from_store(failure, words))?;
    let whole = look_through(&place, words);
    bar.finish_and_clear();
    let whole = whole?;
    let number = |many: u64| i64::try_from(many).unwrap_or(i64::MAX).into();
    let values = [
        ("path", path.display().to_string().into()),
        ("rows", number(summary.rows)),
        ("files", number(summary.files)),
        ("entries", whole.entries.into()),
    ];
    output.tell(&words.tell("restore-verified", &values));
    output.summary(&serde_json::json!({
        "whole": true, "rows": summary.rows, "files": summary.files, "bytes": summary.bytes,
        "tenants": whole.tenants, "entries": whole.entries, "heads": whole.heads, "words": whole.words,
    }));
    Ok(())
}
