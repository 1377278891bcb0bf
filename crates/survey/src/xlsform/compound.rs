//! The container of the old formats of Office (MS-CFB): a small file system of sectors. Every chain is followed for no
//! more sectors than the file has, so that a chain in a circle ends.

use super::Problem;

pub(super) const BEGINNING: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Sector numbers from here on are marks.
const LAST_SECTOR: u32 = 0xFFFF_FFFA;
/// What the header itself holds of the list of lists.
const IN_HEADER: usize = 109;
/// Streams shorter than this lie in the small sectors of the root.
const SMALL: usize = 4096;

pub(super) fn word(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk::<2>().map(|two| u16::from_le_bytes(*two))
}

pub(super) fn long(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk::<4>().map(|four| u32::from_le_bytes(*four))
}

pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    /// Which sector comes after each.
    next: Vec<u32>,
    next_small: Vec<u32>,
    directory: Vec<Entry>,
}

struct Entry {
    name: String,
    is_root: bool,
    first: u32,
    size: usize,
}

impl<'a> Compound<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Compound<'a>, Problem> {
        Compound::opened(bytes).ok_or(Problem::Damaged)
    }

    fn opened(bytes: &'a [u8]) -> Option<Compound<'a>> {
        let sector = match word(bytes, 0x1E)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut compound = Compound { bytes, sector, next: Vec::new(), next_small: Vec::new(), directory: Vec::new() };
        let most = bytes.len() / sector + 1;
        let mut lists: Vec<u32> = (0..IN_HEADER).filter_map(|place| long(bytes, 0x4C + place * 4)).collect();
        let mut more = long(bytes, 0x44)?;
        for _ in 0..most {
            let Some(content) = compound.at(more) else { break };
            let mut numbers = numbers(content);
            more = numbers.pop()?;
            lists.extend(numbers);
        }
        let lists = lists.into_iter().filter(|list| *list < LAST_SECTOR).take(most);
        let contents: Vec<&[u8]> = lists.filter_map(|list| compound.at(list)).collect();
        compound.next = contents.into_iter().flat_map(numbers).collect();
        let small = compound.chain(long(bytes, 0x3C)?);
        compound.next_small = numbers(&small);
        let directory = compound.chain(long(bytes, 0x30)?);
        compound.directory = directory.chunks_exact(128).filter_map(entry).collect();
        Some(compound)
    }

    /// The stream of this name, wherever it hangs.
    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.directory.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))?;
        let mut content = if entry.size < SMALL { self.small_chain(entry.first)? } else { self.chain(entry.first) };
        content.truncate(entry.size);
        Some(content)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.directory.iter().any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    fn at(&self, number: u32) -> Option<&'a [u8]> {
        let number = usize::try_from(number).ok().filter(|_| number < LAST_SECTOR)?;
        let start = number.checked_add(1)?.checked_mul(self.sector)?;
        // The last sector may be cut short by programs that do not fill it up.
        let end = start.checked_add(self.sector)?.min(self.bytes.len());
        self.bytes.get(start..end)
    }

    fn chain(&self, first: u32) -> Vec<u8> {
        let mut content = Vec::new();
        let mut number = first;
        for _ in 0..=self.next.len() {
            let Some(sector) = self.at(number) else { break };
            content.extend_from_slice(sector);
            if content.len() > self.bytes.len() {
                break;
            }
            let next = usize::try_from(number).ok().and_then(|place| self.next.get(place));
            number = next.copied().unwrap_or(u32::MAX);
        }
        content
    }

    fn small_chain(&self, first: u32) -> Option<Vec<u8>> {
        let root = self.directory.iter().find(|entry| entry.is_root)?;
        let all = self.chain(root.first);
        let mut content = Vec::new();
        let mut number = first;
        for _ in 0..=SMALL / 64 {
            let place = usize::try_from(number).ok().filter(|_| number < LAST_SECTOR);
            let Some(sector) = place.and_then(|place| all.get(place.checked_mul(64)?..)) else { break };
            content.extend_from_slice(sector.get(..64).unwrap_or(sector));
            number = place.and_then(|place| self.next_small.get(place)).copied().unwrap_or(u32::MAX);
        }
        Some(content)
    }
}

fn numbers(content: &[u8]) -> Vec<u32> {
    content.as_chunks::<4>().0.iter().map(|four| u32::from_le_bytes(*four)).collect()
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let length = usize::from(word(bytes, 0x40)?).checked_sub(2)?;
    let units: Vec<u16> =
        bytes.get(..length.min(64))?.as_chunks::<2>().0.iter().map(|two| u16::from_le_bytes(*two)).collect();
    let is_root = match bytes.get(0x42)? {
        2 => false,
        5 => true,
        _ => return None,
    };
    let size = usize::try_from(long(bytes, 0x78)?).ok()?;
    Some(Entry { name: String::from_utf16_lossy(&units), is_root, first: long(bytes, 0x74)?, size })
}
