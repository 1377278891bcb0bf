use super::{location, settings, text};
use crate::{clock::Clock, exit::Exit, incoming, output::Output, running};
use app::{Words, journal::Upkeep};
use base::Moment;
use clap::ArgMatches;
use std::{
    fs::File,
    io::{BufReader, BufWriter, ErrorKind},
    path::{Path, PathBuf},
};
use store::{BackupSummary, Creation, Failure, Location, Refusal, Store, newest_schema, schema_at};

/// Reads one state from beginning to end, so the site goes on meanwhile.
pub fn run(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    let settings = settings(matches, words)?;
    let now = Clock::new(settings.today)?.now();
    let location = location(&settings, words)?;
    let store = Store::open_to_back_up(&location).map_err(|failure| running::from_store(failure, words))?;
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
    let made = written(&store, file, &path, now);
    bar.finish_and_clear();
    store.close();
    let summary = made.map_err(|failure| {
        // Half a backup must not be taken for a whole one.
        let _ = std::fs::remove_file(&path);
        running::from_store(failure, words)
    })?;
    note(&location, now, words)?;
    output.tell(
        &words.tell("backup-done", &[("path", shown.clone().into()), ("size", words.size(summary.bytes).into())]),
    );
    output.summary(&serde_json::json!({
        "path": shown, "rows": summary.rows, "files": summary.files, "bytes": summary.bytes,
    }));
    Ok(())
}

/// What was written is read once more from the disk.
fn written(store: &Store, file: File, path: &Path, now: Moment) -> Result<BackupSummary, Failure> {
    let on_disk = file.try_clone()?;
    let summary = store::backup(store, BufWriter::new(file), now)?;
    on_disk.sync_all()?;
    let read = store::read_backup(BufReader::new(File::open(path)?))?;
    if read.bytes != summary.bytes {
        return Err(Refusal::BackupDamaged { entry: path.display().to_string() }.into());
    }
    Ok(summary)
}

/// The journal tells of it; where the site holds the folder, the site is left a note. An older program's data are as they
/// were: what this one would write into their journal that one could not read.
fn note(location: &Location, now: Moment, words: &Words) -> Result<(), Exit> {
    if schema_at(location).is_ok_and(|schema| schema < newest_schema()) {
        return Ok(());
    }
    match Store::open(location, Creation::Never, now) {
        Ok(store) => {
            running::tell_upkeep(&store, Upkeep::BackedUp, now, words)?;
            store.close();
            Ok(())
        }
        Err(Failure::Refused(Refusal::InUse { .. })) => Ok(incoming::leave_backed_up(location, now)?),
        Err(failure) => Err(running::from_store(failure, words)),
    }
}
