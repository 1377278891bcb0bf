//! An archive of files that are made while it goes out, one after the other.

use crate::Failure;
use axum::body::{Body, Bytes};
use std::{
    future::Future,
    io::{self, Write},
    sync::{Arc, Mutex, PoisonError},
};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions, write::StreamWriter};

/// The parts under their names, each made by `make` when those before it are on their way. What goes wrong on the way breaks the
/// archive off, so that nobody takes it for whole.
pub fn of_parts<P, M, F>(parts: Vec<(String, P)>, make: M) -> Body
where
    P: Send + 'static,
    M: Fn(P) -> F + Send + 'static,
    F: Future<Output = Result<Vec<u8>, Failure>> + Send + 'static,
{
    let pipe = Pipe::default();
    let state = Some((ZipWriter::new_stream(pipe.clone()), parts.into_iter(), make));
    Body::from_stream(futures_util::stream::unfold(state, move |state| {
        let pipe = pipe.clone();
        async move {
            let (mut archive, mut parts, make) = state?;
            let Some((name, part)) = parts.next() else {
                let end = archive.finish().map(|_| pipe.taken()).map_err(io::Error::from);
                return Some((end, None));
            };
            let added = match make(part).await {
                Ok(bytes) => add(&mut archive, &name, &bytes),
                Err(failure) => Err(io::Error::other(format!("{name}: {failure:?}"))),
            };
            match added {
                Ok(()) => Some((Ok(pipe.taken()), Some((archive, parts, make)))),
                Err(error) => Some((Err(error), None)),
            }
        }
    }))
}

/// The files are as small already as they get.
fn add(archive: &mut ZipWriter<StreamWriter<Pipe>>, name: &str, bytes: &[u8]) -> io::Result<()> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    archive.start_file(name, options)?;
    archive.write_all(bytes)
}

/// What the archive wrote and nobody took yet.
#[derive(Clone, Default)]
struct Pipe(Arc<Mutex<Vec<u8>>>);

impl Pipe {
    fn taken(&self) -> Bytes {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner)).into()
    }
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
