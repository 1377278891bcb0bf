//! The few parts of the `ustar` format (POSIX.1-1988) that a backup needs: plain files with short names.

use std::io::{self, ErrorKind, Read, Write};

const BLOCK: usize = 512;

pub(crate) struct TarWriter<W> {
    to: W,
}

impl<W: Write> TarWriter<W> {
    pub(crate) fn new(to: W) -> TarWriter<W> {
        TarWriter { to }
    }

    /// # Errors
    /// Names longer than 100 bytes and entries of 8 GiB and more do not fit.
    pub(crate) fn add(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.to.write_all(&header(name, bytes.len())?)?;
        self.to.write_all(bytes)?;
        self.to.write_all([0; BLOCK].get(..padding(bytes.len())).unwrap_or_default())
    }

    pub(crate) fn finish(mut self) -> io::Result<W> {
        self.to.write_all(&[0; 2 * BLOCK])?;
        self.to.flush()?;
        Ok(self.to)
    }
}

fn padding(size: usize) -> usize {
    size.next_multiple_of(BLOCK) - size
}

fn header(name: &str, size: usize) -> io::Result<[u8; BLOCK]> {
    let too_large = || io::Error::new(ErrorKind::InvalidInput, "does not fit into a tar header");
    let digits = format!("{size:011o}");
    if name.len() > 100 || digits.len() > 11 {
        return Err(too_large());
    }
    let mut block = [0; BLOCK];
    let fields: [(usize, &[u8]); 8] = [
        (0, name.as_bytes()),
        (100, b"0000600"),
        (108, b"0000000"),
        (116, b"0000000"),
        (124, digits.as_bytes()),
        (136, b"00000000000"),
        (148, b"        0"),
        (257, b"ustar\x0000"),
    ];
    for (place, bytes) in fields {
        block.iter_mut().skip(place).zip(bytes).for_each(|(to, from)| *to = *from);
    }
    let sum = format!("{:06o}\0 ", checksum(&block));
    block.iter_mut().skip(148).zip(sum.as_bytes()).for_each(|(to, from)| *to = *from);
    Ok(block)
}

/// The sum of the header's bytes, its own eight read as spaces.
fn checksum(block: &[u8; BLOCK]) -> u64 {
    let sum = |(place, byte): (usize, &u8)| if (148..156).contains(&place) { 32 } else { u64::from(*byte) };
    block.iter().enumerate().map(sum).sum()
}

/// One file of an archive, its bytes still to be read.
pub(crate) struct TarEntry {
    pub(crate) name: String,
    pub(crate) size: u64,
}

/// What stands in an archive that is not as ours are.
#[derive(Debug)]
pub(crate) enum TarProblem {
    /// Not an archive, cut short, or an entry that is not a plain file.
    Unreadable(String),
    Io(io::Error),
}

pub(crate) struct TarReader<R> {
    from: R,
}

impl<R: Read> TarReader<R> {
    pub(crate) fn new(from: R) -> TarReader<R> {
        TarReader { from }
    }

    /// The next entry's header; `None` at the end of the archive.
    pub(crate) fn next(&mut self) -> Result<Option<TarEntry>, TarProblem> {
        let mut block = [0; BLOCK];
        self.fill(&mut block, "")?;
        if block.iter().all(|byte| *byte == 0) {
            return Ok(None);
        }
        let name = text(&block, 0, 100);
        let unreadable = || TarProblem::Unreadable(name.chars().take(100).collect());
        let is_plain = text(&block, 257, 5) == "ustar" && matches!(block.get(156), Some(b'0' | 0));
        let has_prefix = !text(&block, 345, 155).is_empty();
        if !is_plain || has_prefix || octal(&block, 148, 8) != Some(checksum(&block)) {
            return Err(unreadable());
        }
        let size = octal(&block, 124, 12).ok_or_else(unreadable)?;
        Ok(Some(TarEntry { name, size }))
    }

    /// The bytes of the entry whose header came last, if they are at most `most`.
    pub(crate) fn bytes(&mut self, entry: &TarEntry, most: u64) -> Result<Vec<u8>, TarProblem> {
        let unreadable = || TarProblem::Unreadable(entry.name.clone());
        let size = usize::try_from(entry.size).map_err(|_| unreadable())?;
        if entry.size > most {
            return Err(unreadable());
        }
        // Grown as the bytes really come: a header may promise more than there is.
        let mut bytes = Vec::new();
        (&mut self.from).take(entry.size).read_to_end(&mut bytes).map_err(TarProblem::Io)?;
        if bytes.len() != size {
            return Err(unreadable());
        }
        let mut rest = [0; BLOCK];
        self.fill(rest.get_mut(..padding(size)).unwrap_or_default(), &entry.name)?;
        Ok(bytes)
    }

    fn fill(&mut self, buffer: &mut [u8], name: &str) -> Result<(), TarProblem> {
        self.from.read_exact(buffer).map_err(|error| {
            if error.kind() == ErrorKind::UnexpectedEof {
                TarProblem::Unreadable(name.to_owned())
            } else {
                TarProblem::Io(error)
            }
        })
    }
}

fn field(block: &[u8; BLOCK], place: usize, length: usize) -> Vec<u8> {
    block.iter().skip(place).take(length).copied().take_while(|byte| *byte != 0).collect()
}

fn text(block: &[u8; BLOCK], place: usize, length: usize) -> String {
    String::from_utf8_lossy(&field(block, place, length)).into_owned()
}

fn octal(block: &[u8; BLOCK], place: usize, length: usize) -> Option<u64> {
    let digits = String::from_utf8(field(block, place, length)).ok()?;
    u64::from_str_radix(digits.trim_matches(' '), 8).ok()
}
