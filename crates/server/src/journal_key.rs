//! The file with the key that signs where the journal ends.

use crate::{exit::Exit, running::unreadable, settings::Settings};
use app::{Words, journal::JournalKey};
use base::{Chance, Digest};
use std::{
    fs,
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
};

/// The file's name in a data folder.
pub const NAME: &str = "journal.key";

/// The key of this instance, made at the first start; `None` where it has no place, as with PostgreSQL and no setting.
///
/// # Errors
/// A sentence about a file that cannot be read, written, or is no key.
pub fn open(settings: &Settings, chance: &mut dyn Chance, words: &Words) -> Result<Option<JournalKey>, Exit> {
    place(settings).map(|path| key_at(&path, chance, words)).transpose()
}

/// Where the key lies: where the setting says, otherwise in the data folder where that is the whole state.
pub fn place(settings: &Settings) -> Option<PathBuf> {
    let in_folder = || settings.database.is_none().then(|| settings.data.join(NAME));
    settings.journal_key.clone().or_else(in_folder)
}

/// The key in the file, made where there is no file.
///
/// # Errors
/// As for [`open`].
pub fn key_at(path: &Path, chance: &mut dyn Chance, words: &Words) -> Result<JournalKey, Exit> {
    match fs::read_to_string(path) {
        Ok(text) => match text.trim().parse::<Digest>() {
            Ok(secret) => Ok(JournalKey::from_secret(&secret.0)),
            Err(_) => {
                Err(Exit::Usage(words.tell("journal-key-unreadable", &[("path", path.display().to_string().into())])))
            }
        },
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let secret = chance.secret();
            keep(path, &secret).map_err(|error| unreadable(path, &error, words))?;
            Ok(JournalKey::from_secret(&secret))
        }
        Err(error) => Err(unreadable(path, &error, words)),
    }
}

/// On the disk before anything is signed with it.
fn keep(path: &Path, secret: &[u8; 32]) -> std::io::Result<()> {
    let mut file = store::private_file(path)?;
    writeln!(file, "{}", Digest(*secret))?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::SystemChance;
    use base::Language;

    #[test]
    fn the_key_is_made_once_and_for_nobody_else_to_read() {
        let folder = tempfile::tempdir().unwrap();
        let (path, words) = (folder.path().join("journal.key"), Words::new(Language::Bulgarian));
        let open = || key_at(&path, &mut SystemChance, &words);
        let first = open().unwrap().public();
        assert_eq!(open().unwrap().public(), first);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        fs::write(&path, "nothing").unwrap();
        assert!(matches!(open(), Err(Exit::Usage(sentence)) if sentence.contains("journal.key")));
        assert_eq!(fs::read_to_string(&path).unwrap(), "nothing", "a key that cannot be read is not written over");
    }
}
