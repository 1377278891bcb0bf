use document::{Address, Block, Document};
use std::collections::{BTreeMap, BTreeSet};
use typst::foundations::Value;

/// The places in a document that links may lead to. Labels are numbers, so an anchor's words never reach Typst; an
/// anchor used twice gives its label to the first place only.
pub(super) struct Anchors {
    labels: BTreeMap<String, usize>,
    given: BTreeSet<usize>,
    /// Scheme and host of the document's public address.
    origin: Option<String>,
}

/// Where a link of the printed document leads.
pub(super) enum Target {
    Here(Value),
    There(String),
    Nowhere,
}

impl Anchors {
    pub fn of(document: &Document) -> Anchors {
        let mut labels = BTreeMap::new();
        gather(&document.blocks, &mut labels);
        let origin = document.address.as_deref().and_then(origin).map(str::to_owned);
        Anchors { labels, given: BTreeSet::new(), origin }
    }

    /// The label for the place of `anchor`, where it is the first of its name.
    pub fn label(&mut self, anchor: &str) -> Value {
        match self.labels.get(anchor) {
            Some(number) if self.given.insert(*number) => name(*number),
            _ => Value::None,
        }
    }

    pub fn target(&self, address: &str) -> Target {
        match Address::read(address) {
            Some(Address::Anchor(anchor)) => {
                self.labels.get(anchor).map_or(Target::Nowhere, |number| Target::Here(name(*number)))
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

fn name(number: usize) -> Value {
    Value::Str(format!("place-{number}").into())
}

fn origin(address: &str) -> Option<&str> {
    let Some(Address::Web(address)) = Address::read(address) else { return None };
    let host = address.find("://")? + 3;
    let end = address.get(host..)?.find(['/', '?', '#']).map_or(address.len(), |end| host + end);
    address.get(..end)
}

fn gather(blocks: &[Block], labels: &mut BTreeMap<String, usize>) {
    for block in blocks {
        let anchor = match block {
            Block::Heading { anchor, .. } => Some(anchor),
            Block::Figure(figure) => Some(&figure.anchor),
            Block::Table(table) => table.anchor.as_ref(),
            Block::Annex(annex) => {
                gather(&annex.blocks, labels);
                Some(&annex.anchor)
            }
            Block::Notice(notice) => {
                gather(&notice.blocks, labels);
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
            let next = labels.len();
            labels.entry(anchor.clone()).or_insert(next);
        }
    }
}
