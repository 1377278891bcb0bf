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
    /// A number of the data, with the figure of the same document in which it can be looked up, where there is one, and
    /// its base and method.
    Number {
        words: String,
        anchor: Option<String>,
        base: String,
    },
}

impl Inline {
    /// Plain words.
    pub fn words(text: impl Into<String>) -> Vec<Inline> {
        vec![Inline::Text(text.into())]
    }

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
            Inline::Text(text) | Inline::Number { words: text, .. } => words.push_str(text),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { words: inner, .. } => gather(inner, words),
        }
    }
}
