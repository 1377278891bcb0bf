use std::io;
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

/// A file that was made, as those who list it tell of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MadeFile {
    pub name: String,
    pub media_type: &'static str,
    pub bytes: u64,
    /// SHA-256 in hexadecimal.
    pub digest: String,
}

/// Files in one archive, one after the other; the same files give the same bytes, for its times tell nothing.
pub struct Archive<W: io::Write + io::Seek>(ZipWriter<W>);

impl<W: io::Write + io::Seek> Archive<W> {
    pub fn new(out: W) -> Archive<W> {
        Archive(ZipWriter::new(out))
    }

    /// What is written from now on is this file.
    ///
    /// # Errors
    /// A name that stands there already, or the output.
    pub fn begin(&mut self, name: &str) -> io::Result<()> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644)
            .large_file(true);
        self.0.start_file(name, options).map_err(io::Error::from)
    }

    /// # Errors
    /// Only those of the output.
    pub fn finish(self) -> io::Result<W> {
        self.0.finish().map_err(io::Error::from)
    }
}

impl<W: io::Write + io::Seek> io::Write for Archive<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
