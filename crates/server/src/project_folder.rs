//! A project as a folder of files that people write: `project.toml`, the publications and studies beside it, and the
//! workbooks and answers that the studies name.
//!
//! Both the demonstration and a new instance are filled from such folders, through the operations that people use.

mod load;
mod project_file;
mod study_file;
mod unreadable;
mod words;

pub use load::{Loaded, load, publish, write};
pub use project_file::ProjectFile;
use unreadable::Unreadable;

use crate::{exit::Exit, running::unreadable};
use app::Words;
use std::{borrow::Cow, collections::BTreeMap, fs, path::Path};

/// The largest file of a folder: as large as a file of answers may be.
const LARGEST_FILE: u64 = 64 << 20;
const MOST_FILES: usize = 200;

/// The files of one project, by their names below its folder.
pub struct ProjectFolder {
    /// For the words on the terminal.
    pub name: String,
    pub files: BTreeMap<String, Cow<'static, [u8]>>,
}

impl ProjectFolder {
    /// Reads the folder and its `publications`; other folders and files of other kinds are passed over.
    ///
    /// # Errors
    /// When something in it cannot be read, or there is too much.
    pub fn read(path: &Path, words: &Words) -> Result<ProjectFolder, Exit> {
        let mut files = BTreeMap::new();
        for (below, prefix) in [(path.to_owned(), ""), (path.join("publications"), "publications/")] {
            if !prefix.is_empty() && !below.is_dir() {
                continue;
            }
            let entries = fs::read_dir(&below).map_err(|error| unreadable(&below, &error, words))?;
            for entry in entries {
                let entry = entry.map_err(|error| unreadable(&below, &error, words))?.path();
                let name = entry.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
                if !entry.is_file() || ![".toml", ".xlsx", ".csv"].iter().any(|ending| name.ends_with(ending)) {
                    continue;
                }
                let size = fs::metadata(&entry).map_err(|error| unreadable(&entry, &error, words))?.len();
                if size > LARGEST_FILE || files.len() >= MOST_FILES {
                    let values =
                        [("path", entry.display().to_string().into()), ("limit", words.size(LARGEST_FILE).into())];
                    return Err(Exit::Refused(vec![words.tell("file-too-large", &values)]));
                }
                let bytes = fs::read(&entry).map_err(|error| unreadable(&entry, &error, words))?;
                files.insert(format!("{prefix}{name}"), Cow::Owned(bytes));
            }
        }
        Ok(ProjectFolder { name: path.display().to_string(), files })
    }

    pub fn bytes(&self, name: &str) -> Result<&[u8], Exit> {
        self.files.get(name).map(AsRef::as_ref).ok_or_else(|| self.wrong(name, "–"))
    }

    fn text(&self, name: &str) -> Result<&str, Exit> {
        std::str::from_utf8(self.bytes(name)?).map_err(|problem| self.wrong(name, problem))
    }

    /// The names of the files that `is_one` knows, in their order.
    fn names(&self, is_one: impl Fn(&str) -> bool) -> Vec<&str> {
        self.files.keys().map(String::as_str).filter(|name| is_one(name)).collect()
    }

    fn wrong(&self, name: &str, problem: impl std::fmt::Display) -> Exit {
        Exit::Refused(vec![format!("{}/{name}: {problem}", self.name)])
    }
}
