use crate::{Figure, Inline, Table};

/// One part of a document, in reading order.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// `level` is 2 to 4; the first level belongs to the document's title. `anchor` is unique in the document.
    Heading {
        level: u8,
        text: String,
        anchor: String,
    },
    Paragraph(Vec<Inline>),
    /// Every item is a list of blocks, mostly one paragraph.
    List {
        ordered: bool,
        items: Vec<Vec<Block>>,
    },
    /// Words of somebody else inside written text.
    Quote(Vec<Block>),
    KeyFigures(Vec<KeyFigure>),
    Figure(Box<Figure>),
    Table(Table),
    /// Open answers, after redaction.
    Quotations(Vec<Quotation>),
    /// How the study was made: term and description.
    MethodSheet(Vec<(String, Vec<Inline>)>),
    Notice(Notice),
    /// Begins a new page on paper.
    Annex(Annex),
}

impl Block {
    /// A paragraph of plain words.
    pub fn words(text: impl Into<String>) -> Block {
        Block::Paragraph(Inline::words(text))
    }

    /// The words of a paragraph.
    pub fn plain(&self) -> Option<String> {
        if let Block::Paragraph(words) = self { Some(Inline::plain(words)) } else { None }
    }

    /// A list of plain sentences.
    pub fn list(sentences: impl IntoIterator<Item = String>) -> Block {
        Block::List { ordered: false, items: sentences.into_iter().map(|words| vec![Block::words(words)]).collect() }
    }
}

impl From<Figure> for Block {
    fn from(figure: Figure) -> Block {
        Block::Figure(Box::new(figure))
    }
}

/// A number that is a message: „176“, „души отговориха“, „при планирани 176“.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFigure {
    pub value: String,
    pub label: String,
    pub note: Option<String>,
}

/// What somebody answered in their own words, and which audience they belong to, if that betrays nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    pub words: String,
    pub who: Option<String>,
}

/// Words set apart from the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    pub kind: NoticeKind,
    pub title: Option<String>,
    pub blocks: Vec<Block>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    /// Good to know.
    Plain,
    /// Read this before the numbers: a small base, a self-selected sample.
    Caution,
}

/// A part at the end with its own title: tables of data, the questionnaire.
#[derive(Debug, Clone, PartialEq)]
pub struct Annex {
    pub title: String,
    pub anchor: String,
    pub blocks: Vec<Block>,
}
