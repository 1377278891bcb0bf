use crate::{Address, Block, Document};
use std::collections::{BTreeMap, BTreeSet};

/// The places in a document that its links lead to, numbered from 0 in reading order. Files name them by these numbers,
/// so an anchor's words never get into a name; an anchor used twice names its first place only.
#[derive(Debug)]
pub struct Places {
    numbers: BTreeMap<String, usize>,
    claimed: BTreeSet<usize>,
    /// Scheme and host of the document's public address.
    origin: Option<String>,
}

/// Where a link of a file made of the document leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    Here(usize),
    There(String),
    Nowhere,
}

impl Places {
    pub fn of(document: &Document) -> Places {
        let mut numbers = BTreeMap::new();
        gather(&document.blocks, &mut numbers);
        let origin = document.address.as_deref().and_then(origin).map(str::to_owned);
        Places { numbers, claimed: BTreeSet::new(), origin }
    }

    /// The number of the place of `anchor`, where it is the first that asks for it.
    pub fn claim(&mut self, anchor: &str) -> Option<usize> {
        let number = *self.numbers.get(anchor)?;
        self.claimed.insert(number).then_some(number)
    }

    /// A relative address leads out only where the document has a public one.
    pub fn target(&self, address: &str) -> Target {
        match Address::read(address) {
            Some(Address::Anchor(anchor)) => {
                self.numbers.get(anchor).map_or(Target::Nowhere, |number| Target::Here(*number))
            }
            Some(Address::Web(address) | Address::Mail(address)) => Target::There(address.to_owned()),
            Some(Address::Relative(path)) => match &self.origin {
                Some(origin) if path.starts_with('/') => Target::There(format!("{origin}{path}")),
                _ => Target::Nowhere,
            },
            None => Target::Nowhere,
        }
    }
}

fn origin(address: &str) -> Option<&str> {
    let Some(Address::Web(address)) = Address::read(address) else { return None };
    let host = address.find("://")? + 3;
    let end = address.get(host..)?.find(['/', '?', '#']).map_or(address.len(), |end| host + end);
    address.get(..end)
}

fn gather(blocks: &[Block], numbers: &mut BTreeMap<String, usize>) {
    for block in blocks {
        let anchor = match block {
            Block::Heading { anchor, .. } => Some(anchor),
            Block::Figure(figure) => Some(&figure.anchor),
            Block::Table(table) => table.anchor.as_ref(),
            Block::Annex(annex) => {
                gather(&annex.blocks, numbers);
                Some(&annex.anchor)
            }
            Block::Notice(notice) => {
                gather(&notice.blocks, numbers);
                None
            }
            Block::Paragraph(_)
            | Block::List { .. }
            | Block::Quote(_)
            | Block::KeyFigures(_)
            | Block::Quotations(_)
            | Block::MethodSheet(_) => None,
        };
        if let Some(anchor) = anchor {
            let next = numbers.len();
            numbers.entry(anchor.clone()).or_insert(next);
        }
    }
}
