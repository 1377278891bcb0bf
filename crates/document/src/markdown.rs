//! Written text into blocks: a small, safe part of Markdown. Headings of the levels 2 to 4, paragraphs, emphasis, links,
//! lists, quotations, tables. HTML stays what was typed, as plain words; pictures leave their description.

use crate::{Address, Align, Block, Cell, Column, Inline, Refusal, Row, RowKind, Table};
use pulldown_cmark::{Alignment, CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::collections::BTreeMap;

/// The longest text that is read, in bytes.
pub const LONGEST: usize = 200_000;
/// The deepest nesting of lists, quotations and emphasis.
pub const DEEPEST: usize = 12;

/// The most table cells of one text; short rows are filled up, so a small text could else ask for millions.
pub const MOST_CELLS: usize = 10_000;

/// # Errors
/// [`Refusal::TextTooLong`] above 200 kB, [`Refusal::TextTooDeep`] when lists or quotations nest beyond twelve levels,
/// [`Refusal::TableTooLarge`] above ten thousand cells.
pub fn parse(text: &str) -> Result<Vec<Block>, Refusal> {
    if text.len() > LONGEST {
        return Err(Refusal::TextTooLong { max: LONGEST, is: text.len() });
    }
    let mut tree = Tree { open: vec![Open::new(Kind::Blocks)], anchors: BTreeMap::new(), cells: 0 };
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        tree.take(event)?;
    }
    while tree.open.len() > 1 {
        tree.close();
    }
    Ok(tree.open.pop().map(Open::into_blocks).unwrap_or_default())
}

/// Words that are to be read as they are: what Markdown and references would take for signs is marked as words, and gaps
/// become one space.
pub fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    let mut before = ' ';
    for letter in words.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        let begins = text.is_empty() && matches!(letter, '-' | '+' | '=');
        // „1.“ at the beginning of a line would begin a list.
        let numbers = before.is_ascii_digit() && matches!(letter, '.' | ')');
        match letter {
            '{' => text.push('{'),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '#' | '!' => text.push('\\'),
            _ if begins || numbers => text.push('\\'),
            _ => {}
        }
        text.push(letter);
        before = letter;
    }
    text
}

/// What is being gathered, from the outside in.
struct Tree {
    open: Vec<Open>,
    /// Anchors given so far, each with the number that the next of its name may try.
    anchors: BTreeMap<String, u32>,
    cells: usize,
}

/// One opened element. Inlines that stand where blocks are expected become a paragraph when the element closes.
struct Open {
    kind: Kind,
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
}

enum Kind {
    Blocks,
    Paragraph,
    Heading(u8),
    Quote,
    List {
        ordered: bool,
        items: Vec<Vec<Block>>,
    },
    Item,
    Strong,
    Emphasis,
    /// An element that leaves only its words: a struck passage, a refused link, a picture.
    Words,
    Link(String),
    Table(Table),
    Head,
    Row(Vec<Cell>),
    Cell,
}

impl Open {
    fn new(kind: Kind) -> Open {
        Open { kind, blocks: Vec::new(), inlines: Vec::new() }
    }

    /// Loose words become a paragraph before the next block.
    fn settle(&mut self) {
        let words = std::mem::take(&mut self.inlines);
        if !Inline::plain(&words).trim().is_empty() {
            self.blocks.push(Block::Paragraph(words));
        }
    }

    fn into_blocks(mut self) -> Vec<Block> {
        self.settle();
        self.blocks
    }
}

impl Tree {
    fn take(&mut self, event: Event<'_>) -> Result<(), Refusal> {
        match event {
            Event::Start(tag) => self.start(tag)?,
            Event::End(end) => {
                if !matches!(end, TagEnd::HtmlBlock) {
                    self.close();
                }
            }
            Event::Text(words)
            | Event::Code(words)
            | Event::Html(words)
            | Event::InlineHtml(words)
            | Event::InlineMath(words)
            | Event::DisplayMath(words)
            | Event::FootnoteReference(words) => self.words(&words),
            Event::SoftBreak | Event::HardBreak => self.words(" "),
            Event::Rule | Event::TaskListMarker(_) => {}
        }
        Ok(())
    }

    fn start(&mut self, tag: Tag<'_>) -> Result<(), Refusal> {
        let kind = match tag {
            Tag::Paragraph => Kind::Paragraph,
            Tag::Heading { level, .. } => Kind::Heading(match level {
                HeadingLevel::H1 | HeadingLevel::H2 => 2,
                HeadingLevel::H3 => 3,
                HeadingLevel::H4 | HeadingLevel::H5 | HeadingLevel::H6 => 4,
            }),
            Tag::BlockQuote(_) => Kind::Quote,
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => Kind::Paragraph,
            Tag::HtmlBlock => return Ok(()),
            Tag::List(first) => Kind::List { ordered: first.is_some(), items: Vec::new() },
            Tag::Item => Kind::Item,
            Tag::Strong => Kind::Strong,
            Tag::Emphasis => Kind::Emphasis,
            Tag::Link { dest_url, .. } if Address::read(&dest_url).is_some() => Kind::Link(dest_url.to_string()),
            Tag::Table(alignments) => Kind::Table(Table {
                columns: alignments.iter().map(|side| Column { words: String::new(), align: align(*side) }).collect(),
                ..Table::default()
            }),
            Tag::TableHead => Kind::Head,
            Tag::TableRow => Kind::Row(Vec::new()),
            Tag::TableCell => {
                self.cells += 1;
                if self.cells > MOST_CELLS {
                    return Err(Refusal::TableTooLarge { max: MOST_CELLS });
                }
                Kind::Cell
            }
            Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::MetadataBlock(_) => Kind::Words,
        };
        if self.open.len() > DEEPEST * 2 {
            return Err(Refusal::TextTooDeep { max: DEEPEST });
        }
        self.open.push(Open::new(kind));
        Ok(())
    }

    fn words(&mut self, words: &str) {
        let Some(open) = self.open.last_mut() else { return };
        match open.inlines.last_mut() {
            Some(Inline::Text(text)) => text.push_str(words),
            _ => open.inlines.push(Inline::Text(words.to_owned())),
        }
    }

    fn close(&mut self) {
        if self.open.len() < 2 {
            return;
        }
        let Some(Open { kind, mut blocks, inlines }) = self.open.pop() else { return };
        match kind {
            Kind::Strong => self.inline(Inline::Strong(inlines)),
            Kind::Emphasis => self.inline(Inline::Emphasis(inlines)),
            Kind::Link(address) => self.inline(Inline::Link { address, words: inlines }),
            Kind::Words => inlines.into_iter().for_each(|inline| self.inline(inline)),
            Kind::Paragraph => self.block(Block::Paragraph(inlines)),
            Kind::Heading(level) => {
                let text = Inline::plain(&inlines).trim().to_owned();
                if !text.is_empty() {
                    let anchor = self.anchor(&text);
                    self.block(Block::Heading { level, text, anchor });
                }
            }
            Kind::Blocks | Kind::Quote => {
                let inner = Open { kind: Kind::Blocks, blocks, inlines }.into_blocks();
                self.block(Block::Quote(inner));
            }
            Kind::List { ordered, items } => self.block(Block::List { ordered, items }),
            Kind::Item => {
                let mut inner = Open { kind: Kind::Item, blocks: std::mem::take(&mut blocks), inlines };
                inner.settle();
                if let Some(Open { kind: Kind::List { items, .. }, .. }) = self.open.last_mut() {
                    items.push(inner.blocks);
                }
            }
            Kind::Cell => match self.open.last_mut() {
                Some(Open { kind: Kind::Row(cells), .. }) => cells.push(Cell(inlines)),
                Some(head) => head.inlines.push(Inline::Text(Inline::plain(&inlines))),
                None => {}
            },
            Kind::Head => {
                if let Some(Open { kind: Kind::Table(table), .. }) = self.open.last_mut() {
                    for (column, words) in table.columns.iter_mut().zip(&inlines) {
                        column.words = Inline::plain(std::slice::from_ref(words));
                    }
                }
            }
            Kind::Row(cells) => {
                if let Some(Open { kind: Kind::Table(table), .. }) = self.open.last_mut() {
                    table.rows.push(Row { kind: RowKind::Plain, cells });
                }
            }
            Kind::Table(table) => self.block(Block::Table(table)),
        }
    }

    fn inline(&mut self, inline: Inline) {
        if let Some(open) = self.open.last_mut() {
            open.inlines.push(inline);
        }
    }

    fn block(&mut self, block: Block) {
        let empty = matches!(&block, Block::Paragraph(words) if Inline::plain(words).trim().is_empty())
            || matches!(&block, Block::Quote(inner) if inner.is_empty());
        if empty {
            return;
        }
        if let Some(open) = self.open.last_mut() {
            open.settle();
            open.blocks.push(block);
        }
    }

    /// A readable anchor from the words of a heading, numbered where two would be the same.
    fn anchor(&mut self, text: &str) -> String {
        let mut stem = String::new();
        for letter in text.chars().flat_map(char::to_lowercase).take(60) {
            if letter.is_alphanumeric() {
                stem.push(letter);
            } else if !stem.ends_with('-') && !stem.is_empty() {
                stem.push('-');
            }
        }
        let stem = stem.trim_end_matches('-');
        let stem = if stem.is_empty() { "part" } else { stem };
        let mut number = self.anchors.get(stem).copied().unwrap_or(1);
        let mut anchor = if number == 1 { stem.to_owned() } else { format!("{stem}-{number}") };
        while number > 1 && self.anchors.contains_key(&anchor) {
            number += 1;
            anchor = format!("{stem}-{number}");
        }
        self.anchors.insert(stem.to_owned(), number + 1);
        self.anchors.entry(anchor.clone()).or_insert(2);
        anchor
    }
}

fn align(side: Alignment) -> Align {
    match side {
        Alignment::None | Alignment::Left => Align::Start,
        Alignment::Center => Align::Centre,
        Alignment::Right => Align::End,
    }
}
