use super::{
    inlines::runs,
    links::Links,
    paragraph::{Look, Paragraph, plain, run},
};
use crate::{Painter, art};
use document::{Annex, Block, Document, Inline, KeyFigure, Notice, NoticeKind, Quotation, svg};

/// The text while it is being written.
pub(super) struct Body<'a> {
    pub document: &'a Document,
    pub painter: &'a Painter<'a>,
    pub links: Links,
    pub text: String,
    /// PNG files in the order in which the text shows them.
    pub pictures: Vec<Vec<u8>>,
    /// How many numbered lists there are: each counts from one.
    pub numbered: usize,
    /// Headings for the contents: level from 1, words.
    headings: Vec<(usize, String)>,
    /// What words are in by where they stand: `Normal`, `Quote`, `Notice`.
    ground: &'static str,
    depth: usize,
}

/// A picture of the package by its number, and how large it is in pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Drawn {
    pub number: usize,
    pub pixels: (u64, u64),
}

impl<'a> Body<'a> {
    pub fn of(document: &'a Document, painter: &'a Painter<'a>) -> Body<'a> {
        Body {
            document,
            painter,
            links: Links::of(document),
            text: String::new(),
            pictures: Vec::new(),
            numbered: 0,
            headings: Vec::new(),
            ground: "Normal",
            depth: 0,
        }
    }

    pub fn blocks(&mut self, blocks: &[Block]) -> Result<(), anyhow::Error> {
        blocks.iter().try_for_each(|block| self.block(block))
    }

    /// Plain words as a paragraph of `style`; none where there are none.
    pub fn styled(&mut self, style: &str, words: &str) {
        if !words.trim().is_empty() {
            self.push(Paragraph { style, ..Paragraph::default() }, &plain(words));
        }
    }

    pub fn push(&mut self, paragraph: Paragraph<'_>, runs: &str) {
        self.text.push_str(&paragraph.holding(runs));
    }

    /// Takes a picture into the file.
    pub fn picture(&mut self, png: Vec<u8>) -> Result<Drawn, anyhow::Error> {
        let pixels = art::pixels(&png)?;
        self.pictures.push(png);
        Ok(Drawn { number: self.pictures.len(), pixels })
    }

    /// The list of contents, filled: without page numbers, which only a program that sets the pages can know. A handful of
    /// headings needs none.
    pub fn contents(&self) -> String {
        if self.headings.len() < 3 {
            return String::new();
        }
        let title = Paragraph { style: "TOCHeading", begins_page: true, ..Paragraph::default() };
        let mut out = String::from(
            "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/>\
             </w:docPartObj></w:sdtPr><w:sdtContent>",
        );
        out.push_str(&title.holding(&plain(&self.document.words.contents)));
        const BEGUN: &str = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> \
                             TOC \\o \"1-3\" \\n \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
        for (place, (level, words)) in self.headings.iter().enumerate() {
            let begun = if place == 0 { BEGUN } else { "" };
            let style = format!("TOC{level}");
            let link = format!("<w:hyperlink w:anchor=\"_Toc{place}\" w:history=\"1\">{}</w:hyperlink>", plain(words));
            out.push_str(&Paragraph { style: &style, ..Paragraph::default() }.holding(&format!("{begun}{link}")));
        }
        let end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        out.push_str(&Paragraph { style: "Normal", ..Paragraph::default() }.holding(end));
        out.push_str("</w:sdtContent></w:sdt>");
        out
    }

    fn block(&mut self, block: &Block) -> Result<(), anyhow::Error> {
        match block {
            Block::Heading { level, text, anchor } => {
                self.heading(usize::from((*level).clamp(2, 4)) - 1, text, anchor, false)
            }
            Block::Paragraph(inlines) => {
                let runs = runs(inlines, &mut self.links);
                if !runs.is_empty() {
                    self.push(Paragraph { style: self.ground, inside: self.depth, ..Paragraph::default() }, &runs);
                }
            }
            Block::List { ordered, items } => self.list(*ordered, items)?,
            Block::Quote(inner) => self.on("Quote", inner)?,
            Block::KeyFigures(figures) => figures.iter().for_each(|figure| self.key_figure(figure)),
            Block::Figure(figure) => self.figure(figure)?,
            Block::Table(table) => self.table(table),
            Block::Quotations(quotations) => quotations.iter().for_each(|quotation| self.quotation(quotation)),
            Block::MethodSheet(rows) => self.method_sheet(rows),
            Block::Notice(notice) => self.notice(notice)?,
            Block::Annex(annex) => self.annex(annex)?,
        }
        Ok(())
    }

    fn heading(&mut self, level: usize, words: &str, anchor: &str, begins_page: bool) {
        let words = if words.trim().is_empty() { "–" } else { words };
        let place = self.headings.len();
        // The first heading leaves the contents, or the title page where there are none.
        let begins_page = begins_page || (place == 0 && self.text.is_empty());
        self.headings.push((level, words.to_owned()));
        let runs = self.links.place(Some(anchor), &plain(words));
        let runs = self.links.mark(&format!("_Toc{place}"), &runs);
        self.push(Paragraph { style: &format!("Heading{level}"), begins_page, ..Paragraph::default() }, &runs);
    }

    fn annex(&mut self, annex: &Annex) -> Result<(), anyhow::Error> {
        let title = format!("{} · {}", self.document.words.annex, annex.title);
        self.heading(1, &title, &annex.anchor, true);
        self.blocks(&annex.blocks)
    }

    /// Blocks that stand on a ground of their own: somebody else's words, words set apart.
    fn on(&mut self, ground: &'static str, blocks: &[Block]) -> Result<(), anyhow::Error> {
        let before = std::mem::replace(&mut self.ground, ground);
        let written = self.blocks(blocks);
        self.ground = before;
        written
    }

    fn notice(&mut self, notice: &Notice) -> Result<(), anyhow::Error> {
        let ground = match notice.kind {
            NoticeKind::Plain => "Notice",
            NoticeKind::Caution => "Caution",
        };
        if let Some(title) = &notice.title {
            let look = Look { strong: true, ..Look::default() };
            self.push(Paragraph { style: ground, keeps_with_next: true, ..Paragraph::default() }, &run(title, look));
        }
        self.on(ground, &notice.blocks)
    }

    fn list(&mut self, ordered: bool, items: &[Vec<Block>]) -> Result<(), anyhow::Error> {
        let (list, style) = if ordered {
            self.numbered += 1;
            (self.numbered + 1, "ListNumber")
        } else {
            (1, "ListBullet")
        };
        let depth = self.depth.min(DEEPEST);
        for item in items {
            let (first, others) = match item.split_first() {
                Some((Block::Paragraph(inlines), others)) => (inlines.as_slice(), others),
                Some(_) | None => ([].as_slice(), item.as_slice()),
            };
            let runs = runs(first, &mut self.links);
            self.push(Paragraph { style, item: Some((list, depth)), ..Paragraph::default() }, &runs);
            self.depth = depth + 1;
            let written = self.blocks(others);
            self.depth = depth;
            written?;
        }
        Ok(())
    }

    fn key_figure(&mut self, figure: &KeyFigure) {
        self.push(
            Paragraph { style: "KeyValue", keeps_with_next: true, ..Paragraph::default() },
            &plain(&figure.value),
        );
        let label = run(&figure.label, Look { strong: true, ..Look::default() });
        let note = figure.note.as_ref().map_or_else(String::new, |note| plain(&format!(" · {note}")));
        self.push(Paragraph { style: "KeyLabel", ..Paragraph::default() }, &format!("{label}{note}"));
    }

    fn quotation(&mut self, quotation: &Quotation) {
        let words = svg::quoted(&quotation.words, self.document.language);
        let keeps_with_next = quotation.who.is_some();
        self.push(Paragraph { style: "Quote", keeps_with_next, ..Paragraph::default() }, &plain(&words));
        if let Some(who) = &quotation.who {
            self.styled("QuoteSource", who);
        }
    }

    fn method_sheet(&mut self, rows: &[(String, Vec<Inline>)]) {
        let rows: Vec<Vec<String>> =
            rows.iter().map(|(term, words)| vec![plain(term), runs(words, &mut self.links)]).collect();
        self.pairs(&rows);
    }
}

/// The deepest list that has a look of its own.
const DEEPEST: usize = 3;
