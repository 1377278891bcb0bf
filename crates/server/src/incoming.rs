//! What other runs of the program leave for the site that holds the data folder: letters that came back, and the note
//! that a backup was made. SQLite has one writer, so whoever finds it at work puts a file here.

use crate::{bounce, chance::SystemChance, clock::Clock, scheduler::fault};
use anyhow::Context;
use app::{
    journal::{Upkeep, record_upkeep},
    mail::{self, Bounce, Taken},
};
use base::{Key, Moment};
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    time::Duration,
};
use store::{Location, Store};
use tokio::sync::watch;

const FOLDER: &str = "incoming";
const EVERY: Duration = Duration::from_secs(3);
/// Files that one look takes.
const TOGETHER: usize = 50;

/// A backup was made while the site ran.
pub fn leave_backed_up(location: &Location, now: Moment) -> anyhow::Result<()> {
    leave(location, "backed-up", now.0.to_string().as_bytes())
}

/// A letter came back while the site ran.
pub fn leave_bounce(location: &Location, message: &[u8]) -> anyhow::Result<()> {
    leave(location, "bounce", message)
}

fn leave(location: &Location, what: &str, bytes: &[u8]) -> anyhow::Result<()> {
    let Location::Folder(data) = location else { anyhow::bail!("there is no data folder") };
    let folder = data.join(FOLDER);
    if !folder.is_dir() {
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        if let Err(error) = builder.create(&folder)
            && error.kind() != std::io::ErrorKind::AlreadyExists
        {
            return Err(error).context(folder.display().to_string());
        }
    }
    let key: Key = base::Chance::key(&mut SystemChance);
    let unfinished = folder.join(format!("{key}.unfinished"));
    let mut file = store::private_file(&unfinished)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    // With its name it is whole: the site takes no other.
    Ok(fs::rename(&unfinished, folder.join(format!("{what}-{key}")))?)
}

/// Takes up what was left, until the program is told to stop.
pub async fn run(store: Store, clock: Clock, mut stopped: watch::Receiver<bool>) {
    let Location::Folder(data) = store.location() else { return };
    let folder = data.join(FOLDER);
    let mut times = tokio::time::interval(EVERY);
    loop {
        tokio::select! {
            _ = times.tick() => {}
            // An error means that the sender is gone, which is a stop as well.
            _ = stopped.wait_for(|stopped| *stopped) => return,
        }
        if let Err(fault) = take_all(&store, &folder, clock.now()).await {
            tracing::error!(fault = format!("{fault:#}"), "what was left for the site could not be taken up");
        }
    }
}

/// Each is removed when what it says is on the disk: who is killed in between reads it once more, which changes nothing.
pub async fn take_all(store: &Store, folder: &Path, now: Moment) -> anyhow::Result<()> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    for path in paths.into_iter().take(TOGETHER) {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        match name.split_once('-').map(|(what, _)| what) {
            Some("bounce") => {
                let bytes = read_bounded(&path)?;
                if let bounce::Heard::Bounce(heard) = bounce::read(&bytes, None) {
                    record(store, heard, now).await?;
                }
            }
            Some("backed") => {
                let at = fs::read_to_string(&path)?.trim().parse().map_or(now, Moment);
                // Nobody makes a backup tomorrow.
                let at = at.min(now);
                store
                    .write(move |tx| {
                        tx.tenants()?.into_iter().try_for_each(|one| record_upkeep(tx, one.id, Upkeep::BackedUp, at))
                    })
                    .await
                    .map_err(fault)?;
            }
            _ => continue,
        }
        fs::remove_file(&path)?;
    }
    Ok(())
}

/// Whatever a mail server sends, no more of it is read than is looked at.
pub fn read_bounded(path: &Path) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = u64::try_from(bounce::LARGEST).unwrap_or(u64::MAX);
    std::io::Read::read_to_end(&mut std::io::Read::take(fs::File::open(path)?, most), &mut bytes)?;
    Ok(bytes)
}

async fn record(store: &Store, heard: Bounce, now: Moment) -> anyhow::Result<()> {
    let taken = store.write(move |tx| mail::take_bounce(tx, &heard, now)).await.map_err(fault)?;
    log(taken);
    Ok(())
}

/// Neither address nor key.
pub fn log(taken: Taken) {
    match taken {
        Taken::Unknown => tracing::info!("a letter came back that nothing is known of any more"),
        Taken::Delayed => tracing::info!("a letter takes longer"),
        Taken::Failed => tracing::warn!("a letter came back"),
    }
}
