//! Files by the digest of their bytes: the same file is kept once.
//!
//! With SQLite the bytes lie in the data folder as `files/ab/cdef…`, written beside, brought to the disk, and only then
//! given their name; the row that vouches for them comes after. With PostgreSQL they lie in a table, so that one
//! database is everything. Bytes whose row never came are harmless.

use crate::{Store, StoreFault, Transaction, digest::digest, value::values};
use base::{FileDigest, TenantId};
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

/// What is known of a file without reading it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredFile {
    pub digest: FileDigest,
    pub bytes: u64,
    pub media_type: String,
}

impl Store {
    /// Keeps the file; when this answers, it is on the disk and may be attached.
    ///
    /// # Errors
    /// [`StoreFault::Full`] and others.
    pub async fn keep_file(
        &self,
        tenant: TenantId,
        bytes: Vec<u8>,
        media_type: String,
    ) -> Result<StoredFile, StoreFault> {
        let store = self.clone();
        let task = tokio::task::spawn_blocking(move || store.keep_file_blocking(tenant, bytes, &media_type));
        task.await.map_err(|_| StoreFault::Panicked)?
    }

    /// [`Store::keep_file`] for the command line.
    ///
    /// # Errors
    /// As for [`Store::keep_file`].
    pub fn keep_file_blocking(
        &self,
        tenant: TenantId,
        bytes: Vec<u8>,
        media_type: &str,
    ) -> Result<StoredFile, StoreFault> {
        let digest = digest_of(&bytes)?;
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let file = StoredFile { digest, bytes: size, media_type: media_type.to_owned() };
        if let Some(folder) = self.folder() {
            write_file(folder, &self.temporary_name(), digest, &bytes)?;
        }
        let (kept, again) = (file.clone(), self.folder().map(|folder| (folder.to_owned(), bytes.clone())));
        self.write_blocking(move |tx| {
            tx.execute(
                // Whoever brings a file again means to use it: its time does not go on.
                "insert into file (tenant, digest, bytes, media_type, unused_since) values ($1, $2, $3, $4, 0)
                 on conflict (tenant, digest) do update set unused_since = 0",
                &values![tenant, digest, kept.bytes, kept.media_type],
            )?;
            if tx.dialect().keeps_file_bytes() {
                tx.execute(
                    "insert into file_content (tenant, digest, content) values ($1, $2, $3)
                     on conflict (tenant, digest) do nothing",
                    &values![tenant, digest, bytes],
                )?;
            }
            Ok::<(), StoreFault>(())
        })?;
        if let Some((folder, bytes)) = again {
            // The same file may have been forgotten and removed before its row came back.
            write_file(&folder, &self.temporary_name(), digest, &bytes)?;
        }
        Ok(file)
    }

    /// The bytes of a file that is kept; `None` when there is no such file.
    ///
    /// # Errors
    /// [`StoreFault::Unreadable`] when the bytes are not those that were kept.
    pub async fn file_bytes(&self, tenant: TenantId, digest: FileDigest) -> Result<Option<Vec<u8>>, StoreFault> {
        let store = self.clone();
        let task = tokio::task::spawn_blocking(move || store.file_bytes_blocking(tenant, digest));
        task.await.map_err(|_| StoreFault::Panicked)?
    }

    /// [`Store::file_bytes`] for the command line.
    ///
    /// # Errors
    /// As for [`Store::file_bytes`].
    pub fn file_bytes_blocking(&self, tenant: TenantId, digest: FileDigest) -> Result<Option<Vec<u8>>, StoreFault> {
        let folder = self.folder().map(Path::to_owned);
        let bytes = self.read_blocking(move |tx| {
            if tx.file(tenant, digest)?.is_none() {
                return Ok::<_, StoreFault>(None);
            }
            tx.file_content(tenant, digest, folder.as_deref()).map(Some)
        })?;
        match bytes {
            Some(bytes) if digest_of(&bytes)? != digest => Err(StoreFault::Unreadable("a file's own bytes")),
            bytes => Ok(bytes),
        }
    }
}

/// What is found where a file's bytes should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileState {
    Whole,
    Missing,
    /// Bytes, but not those after which the file is named.
    Altered,
}

impl Store {
    /// Compares the bytes with the digest after which they are named.
    ///
    /// # Errors
    /// [`StoreFault`] when they cannot be looked at.
    pub fn look_at_file(&self, tenant: TenantId, digest: FileDigest) -> Result<FileState, StoreFault> {
        let bytes = match self.folder() {
            Some(folder) => match fs::read(path_of(folder, digest)) {
                Ok(bytes) => Some(bytes),
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
                Err(error) => return Err(error.into()),
            },
            None => self.read_blocking(move |tx| {
                let sql = "select content from file_content where tenant = $1 and digest = $2";
                tx.one(sql, &values![tenant, digest])?.map(|mut row| row.take::<Vec<u8>>()).transpose()
            })?,
        };
        Ok(match bytes {
            None => FileState::Missing,
            Some(bytes) if digest_of(&bytes)? == digest => FileState::Whole,
            Some(_) => FileState::Altered,
        })
    }
}

impl Transaction {
    /// Every file that there must be.
    pub fn stored_files(&mut self) -> Result<Vec<(TenantId, FileDigest)>, StoreFault> {
        let rows = self.rows("select tenant, digest from file order by tenant, digest", &[])?;
        rows.into_iter().map(|mut row| Ok((row.take()?, row.take()?))).collect()
    }

    pub fn file(&mut self, tenant: TenantId, digest: FileDigest) -> Result<Option<StoredFile>, StoreFault> {
        let row = self.one(
            "select digest, bytes, media_type from file where tenant = $1 and digest = $2",
            &values![tenant, digest],
        )?;
        row.map(|mut row| Ok(StoredFile { digest: row.take()?, bytes: row.take()?, media_type: row.take()? }))
            .transpose()
    }

    pub(crate) fn file_content(
        &mut self,
        tenant: TenantId,
        digest: FileDigest,
        folder: Option<&Path>,
    ) -> Result<Vec<u8>, StoreFault> {
        if let Some(folder) = folder {
            return Ok(fs::read(path_of(folder, digest))?);
        }
        let row =
            self.one("select content from file_content where tenant = $1 and digest = $2", &values![tenant, digest])?;
        row.ok_or(StoreFault::Unreadable("a file's bytes"))?.take()
    }
}

pub(crate) fn digest_of(bytes: &[u8]) -> Result<FileDigest, StoreFault> {
    digest(bytes).try_into().map(FileDigest).map_err(|_| StoreFault::Unreadable("a digest"))
}

/// `files/ab/cdef…` in the data folder.
pub(crate) fn path_of(folder: &Path, digest: FileDigest) -> PathBuf {
    let name = digest.to_string();
    let (shelf, rest) = name.split_at(2);
    folder.join("files").join(shelf).join(rest)
}

/// Writes beside, brings to the disk, renames: no half file ever has the name.
pub(crate) fn write_file(folder: &Path, temporary: &str, digest: FileDigest, bytes: &[u8]) -> Result<(), StoreFault> {
    let path = path_of(folder, digest);
    if path.is_file() {
        return Ok(());
    }
    write_anew(folder, temporary, digest, bytes)
}

/// [`write_file`], in the place of the file where it is there already.
pub(crate) fn write_anew(folder: &Path, temporary: &str, digest: FileDigest, bytes: &[u8]) -> Result<(), StoreFault> {
    let path = path_of(folder, digest);
    let shelf = path.parent().unwrap_or(folder);
    fs::create_dir_all(shelf)?;
    let unfinished = folder.join("files").join(temporary);
    let written = fs::File::create(&unfinished).and_then(|mut file| {
        file.write_all(bytes)?;
        // When it came is nobody's business: a file may be part of an answer.
        file.set_modified(std::time::SystemTime::UNIX_EPOCH)?;
        file.sync_all()
    });
    if let Err(error) = written.and_then(|()| fs::rename(&unfinished, &path)) {
        // What is left of it only takes room, of which there may be none.
        let _ = fs::remove_file(&unfinished);
        return Err(error.into());
    }
    // The name itself is on the disk only when its folder is.
    fs::File::open(shelf)?.sync_all()?;
    fs::File::open(folder.join("files"))?.sync_all()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{digest_of, path_of, write_anew, write_file};

    #[test]
    fn a_file_tells_no_time() {
        let folder = tempfile::tempdir().unwrap();
        let digest = digest_of(b"a scan").unwrap();
        let modified = || path_of(folder.path(), digest).metadata().unwrap().modified().unwrap();
        write_file(folder.path(), "one", digest, b"a scan").unwrap();
        assert_eq!(modified(), std::time::SystemTime::UNIX_EPOCH);
        write_anew(folder.path(), "two", digest, b"a scan").unwrap();
        assert_eq!(modified(), std::time::SystemTime::UNIX_EPOCH);
        assert_eq!(std::fs::read(path_of(folder.path(), digest)).unwrap(), b"a scan");
    }
}
