use document::{Document, Places};
use typst::foundations::Value;

/// The places of a document as Typst names them.
pub(super) struct Anchors(Places);

/// Where a link of the printed document leads.
pub(super) enum Target {
    Here(Value),
    There(String),
    Nowhere,
}

impl Anchors {
    pub fn of(document: &Document) -> Anchors {
        Anchors(Places::of(document))
    }

    /// The label for the place of `anchor`, where it is the first of its name.
    pub fn label(&mut self, anchor: &str) -> Value {
        self.0.claim(anchor).map_or(Value::None, name)
    }

    pub fn target(&self, address: &str) -> Target {
        match self.0.target(address) {
            document::Target::Here(number) => Target::Here(name(number)),
            document::Target::There(address) => Target::There(address),
            document::Target::Nowhere => Target::Nowhere,
        }
    }
}

fn name(number: usize) -> Value {
    Value::Str(format!("place-{number}").into())
}
