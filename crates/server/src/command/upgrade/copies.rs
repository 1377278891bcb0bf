//! Where the copies lie that an upgrade makes, and what they are called.

use crate::{
    exit::Exit,
    running::{from_store, unreadable},
};
use app::Words;
use base::Moment;
use std::{
    fs::{self, File},
    io::{BufReader, ErrorKind},
    path::{Path, PathBuf},
};
use store::{Location, Store};

pub struct Copies<'a> {
    /// Given by the operator; with PostgreSQL it has to be.
    named: Option<PathBuf>,
    folder: Option<PathBuf>,
    words: &'a Words,
}

impl Copies<'_> {
    pub fn of<'a>(location: &Location, named: Option<&Path>, words: &'a Words) -> Result<Copies<'a>, Exit> {
        let folder = match location {
            Location::Folder(folder) => Some(folder.clone()),
            Location::Postgres(_) => None,
        };
        Ok(Copies { named: named.map(Path::to_owned), folder, words })
    }

    /// Asked before anything is written: a copy that nobody can name must not be left lying about.
    pub fn is_named(&self) -> Result<(), Exit> {
        match (&self.named, &self.folder) {
            (None, None) => Err(Exit::Usage(self.words.say("upgrade-needs-copy"))),
            (Some(_), _) | (_, Some(_)) => Ok(()),
        }
    }

    /// A private, empty place for a copy that is being written. What was left there by one that was killed goes.
    pub fn temporary(&self) -> Result<PathBuf, Exit> {
        let path = match (&self.named, &self.folder) {
            (Some(named), _) => named.with_extension("unfinished"),
            (None, Some(folder)) => folder.join("upgrade.unfinished"),
            (None, None) => std::env::temp_dir().join(format!("glas-upgrade-{}.unfinished", std::process::id())),
        };
        match fs::remove_file(&path) {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(unreadable(&path, &error, self.words)),
        }
        Ok(path)
    }

    /// Gives a finished copy its name; none that is there is written over.
    pub fn keep(&self, unfinished: &Path, what: &str, schema: u32, now: Moment) -> Result<PathBuf, Exit> {
        let path = match (&self.named, &self.folder) {
            (Some(named), _) if what == "before-upgrade" => named.clone(),
            (Some(named), _) => named.with_extension(format!("{what}-{}.tar", now.0)),
            (None, Some(folder)) => folder.join(format!("{what}-{}-from-{schema}.tar", now.0)),
            (None, None) => return Err(Exit::Usage(self.words.say("upgrade-needs-copy"))),
        };
        if path.exists() {
            let _ = fs::remove_file(unfinished);
            return Err(Exit::Refused(vec![self.words.tell("file-exists", &[("path", shown(&path).into())])]));
        }
        fs::rename(unfinished, &path).map_err(|error| unreadable(&path, &error, self.words))?;
        Ok(path)
    }

    /// The newest that an upgrade made.
    pub fn newest(&self) -> Result<PathBuf, Exit> {
        if let Some(named) = &self.named {
            return Ok(named.clone());
        }
        let Some(folder) = &self.folder else { return Err(Exit::Usage(self.words.say("upgrade-needs-copy"))) };
        let entries = fs::read_dir(folder).map_err(|error| unreadable(folder, &error, self.words))?;
        let made_at = |path: &Path| {
            let name = path.file_name()?.to_str()?.strip_prefix("before-upgrade-")?;
            name.split('-').next()?.parse::<i64>().ok()
        };
        let copies =
            entries.filter_map(|entry| Some(entry.ok()?.path())).filter_map(|path| Some((made_at(&path)?, path)));
        let newest = copies.max_by_key(|(at, _)| *at).map(|(_, path)| path);
        newest.ok_or_else(|| Exit::Refused(vec![self.words.tell("upgrade-no-copy", &[("path", shown(folder).into())])]))
    }
}

/// Writes everything that is at `location` into a new private file, and reads it once more from the disk.
pub fn write_copy(location: &Location, path: &Path, now: Moment, words: &Words) -> Result<(), Exit> {
    let store = Store::open_to_back_up(location).map_err(|failure| from_store(failure, words))?;
    let file = store::private_file(path).map_err(|error| unreadable(path, &error, words))?;
    let on_disk = file.try_clone().map_err(anyhow::Error::from)?;
    let made = store::backup(&store, std::io::BufWriter::new(file), now);
    store.close();
    let read = made.and_then(|_| {
        on_disk.sync_all()?;
        store::read_backup(BufReader::new(File::open(path)?))
    });
    read.map(|_| ()).map_err(|failure| {
        let _ = fs::remove_file(path);
        from_store(failure, words)
    })
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
