/// Words inside a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    Text(String),
    Strong(Vec<Inline>),
    Emphasis(Vec<Inline>),
    /// `address` is http, https, mailto or relative; nothing else gets this far.
    Link {
        address: String,
        words: Vec<Inline>,
    },
}

impl Inline {
    /// The words alone, without emphasis and addresses.
    pub fn plain(inlines: &[Inline]) -> String {
        let mut words = String::new();
        gather(inlines, &mut words);
        words
    }
}

fn gather(inlines: &[Inline], words: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => words.push_str(text),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { words: inner, .. } => gather(inner, words),
        }
    }
}
