use crate::Inline;

/// A table of ready words. The first cell of each row is its heading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// Unique in the document, where somebody may point to the table.
    pub anchor: Option<String>,
    /// Set where the table stands on its own in a document with numbered tables.
    pub number: Option<u32>,
    pub caption: Option<String>,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// A line below: rounding, what a sign means.
    pub note: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub words: String,
    pub align: Align,
}

impl Column {
    /// A column of words.
    pub fn words(words: impl Into<String>) -> Column {
        Column { words: words.into(), align: Align::Start }
    }

    /// A column of numbers, which stand below one another.
    pub fn numbers(words: impl Into<String>) -> Column {
        Column { words: words.into(), align: Align::End }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    #[default]
    Start,
    Centre,
    End,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub kind: RowKind,
    pub cells: Vec<Cell>,
}

impl Row {
    pub fn new<C: Into<Cell>>(cells: impl IntoIterator<Item = C>) -> Row {
        Row { kind: RowKind::Plain, cells: cells.into_iter().map(Into::into).collect() }
    }

    pub fn total<C: Into<Cell>>(cells: impl IntoIterator<Item = C>) -> Row {
        Row { kind: RowKind::Total, cells: cells.into_iter().map(Into::into).collect() }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RowKind {
    #[default]
    Plain,
    /// The sum of the others, or what stands outside of them: parted by a line.
    Total,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell(pub Vec<Inline>);

impl From<&str> for Cell {
    fn from(words: &str) -> Cell {
        Cell(vec![Inline::Text(words.to_owned())])
    }
}

impl From<String> for Cell {
    fn from(words: String) -> Cell {
        Cell(vec![Inline::Text(words)])
    }
}
