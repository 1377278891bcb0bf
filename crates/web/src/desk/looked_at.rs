//! A file that somebody uploads to be looked at before it counts: kept under its digest, and read anew for every page.

use crate::{Failure, Visit};
use base::FileDigest;

/// Keeps the bytes until a questionnaire uses them or the period for uploads is over.
pub async fn keep(visit: &Visit, bytes: Vec<u8>, media_type: &str) -> Result<FileDigest, Failure> {
    let instance = visit.site.instance()?;
    Ok(instance.store.keep_file(instance.tenant, bytes, media_type.to_owned()).await?.digest)
}

/// The bytes and the kind of a kept file. Only these kinds are read so, whatever else is kept.
pub async fn kept(visit: &Visit, file: FileDigest, kinds: &[&str]) -> Result<(Vec<u8>, String), Failure> {
    let known = visit.site.read(move |tx, instance| Ok(tx.file(instance.tenant, file)?)).await?;
    let known = known.filter(|known| kinds.contains(&known.media_type.as_str())).ok_or(Failure::NotFound)?;
    let instance = visit.site.instance()?;
    let bytes = instance.store.file_bytes(instance.tenant, file).await?.ok_or(Failure::NotFound)?;
    Ok((bytes, known.media_type))
}

/// Off the threads that serve pages: a large file takes a moment to read, and a hostile one may try to take longer.
pub async fn aside<T: Send + 'static>(read: impl FnOnce() -> T + Send + 'static) -> Result<T, Failure> {
    tokio::task::spawn_blocking(read).await.map_err(Failure::fault)
}
