use crate::{Failure, Refusal, fault::is_full};
use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{Read, Seek, SeekFrom, Write},
    path::Path,
};

/// The operating system's lock on a data folder. It goes away with the process, however that ends.
#[derive(Debug)]
pub(crate) struct FolderLock {
    _file: File,
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
        Ok(FolderLock { _file: file })
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
