use crate::{Failure, Refusal, fault::is_full};
use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{Read, Seek, SeekFrom, Write},
    path::Path,
};

/// The operating system's lock on a data folder. It goes away with the process, however that ends.
#[derive(Debug)]
pub(crate) struct FolderLock {
    file: File,
}

impl FolderLock {
    /// # Errors
    /// [`Refusal::InUse`] with the other process's number, [`Refusal::NotWritable`].
    pub(crate) fn take(folder: &Path) -> Result<FolderLock, Failure> {
        let path = folder.join("glas.lock");
        let shown = folder.display().to_string();
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(|error| unwritable(&error, &shown))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut text = String::new();
                let process = match file.take(20).read_to_string(&mut text) {
                    Ok(_) => text.trim().parse().ok(),
                    Err(_) => None,
                };
                return Err(Refusal::InUse { path: shown, process }.into());
            }
            Err(TryLockError::Error(error)) => return Err(unwritable(&error, &shown)),
        }
        file.set_len(0).and_then(|()| file.seek(SeekFrom::Start(0))).map_err(|error| unwritable(&error, &shown))?;
        writeln!(file, "{}", std::process::id()).map_err(|error| unwritable(&error, &shown))?;
        Ok(FolderLock { file })
    }
}

impl Drop for FolderLock {
    /// Closing the file would not be enough: a process that is being started at this moment holds a copy of every
    /// open file until its own program begins, and `flock(2)` lasts as long as any copy. Unlocking ends it for all.
    fn drop(&mut self) {
        if let Err(error) = self.file.unlock() {
            tracing::warn!(%error, "the lock of the data folder was not given back");
        }
    }
}

/// What a failed touch of the folder means for the person who started the program.
pub(crate) fn unwritable(error: &std::io::Error, path: &str) -> Failure {
    use std::io::ErrorKind;
    let kind = error.kind();
    if matches!(kind, ErrorKind::NotFound | ErrorKind::NotADirectory) {
        Refusal::Missing { path: path.to_owned() }.into()
    } else if is_full(error) {
        Refusal::Full { path: Some(path.to_owned()) }.into()
    } else if matches!(kind, ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem) {
        Refusal::NotWritable { path: path.to_owned() }.into()
    } else {
        Failure::Fault(anyhow::anyhow!("{path}: {error}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_that_a_starting_process_holds_does_not_keep_the_lock() {
        let folder = tempfile::tempdir().unwrap();
        let lock = FolderLock::take(folder.path()).unwrap();
        let inherited = lock.file.try_clone().unwrap();
        drop(lock);
        FolderLock::take(folder.path()).unwrap();
        drop(inherited);
    }
}
