use super::{
    Body, FigureAddress, LiveFigures, Manuscript, NumberAddress, Strength, Wording, Written,
    written::{CLOSE, OPEN},
};
use crate::{Annex, Block, Cell, Inline, KeyFigure, Notice, NoticeKind, markdown};
use base::Language;
use std::collections::BTreeSet;

/// The built-in words around the parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrases {
    /// „Препоръка“; the number follows.
    pub recommendation: String,
    /// Behind one finding among surer ones.
    pub indicative: String,
    pub not_enough: String,
    /// Below findings that are all like this.
    pub all_indicative: String,
    pub all_not_enough: String,
}

impl Manuscript {
    /// The finished blocks, with the numbers of the data. Figures are numbered in reading order.
    pub fn rendered(&self, language: Language, figures: &dyn LiveFigures, phrases: &Phrases) -> Vec<Block> {
        let drawn = self.parts().iter().filter_map(|part| match &part.body {
            Body::Figure(address) => Some(address.anchor()),
            Body::Heading { .. }
            | Body::Prose(_)
            | Body::Table(_)
            | Body::KeyNumbers(_)
            | Body::Quotations(_)
            | Body::Finding { .. }
            | Body::Recommendation { .. }
            | Body::MethodSheet(_)
            | Body::Annex { .. }
            | Body::Notice { .. } => None,
        });
        let mut press = Press {
            language,
            figures,
            phrases,
            drawn: drawn.collect(),
            anchors: BTreeSet::new(),
            numbers: Numbers::default(),
        };
        press.whole(self)
    }

    /// The title in plain words.
    pub fn told_title(&self, language: Language, figures: &dyn LiveFigures) -> String {
        plain(&self.title().clone(), language, figures)
    }

    /// The sentence on the cover in plain words, where there is one.
    pub fn told_summary(&self, language: Language, figures: &dyn LiveFigures) -> Option<String> {
        Some(plain(self.summary(), language, figures)).filter(|words| !words.is_empty())
    }
}

fn plain(wording: &Wording, language: Language, figures: &dyn LiveFigures) -> String {
    let phrases = Phrases {
        recommendation: String::new(),
        indicative: String::new(),
        not_enough: String::new(),
        all_indicative: String::new(),
        all_not_enough: String::new(),
    };
    let (drawn, anchors, numbers) = (BTreeSet::new(), BTreeSet::new(), Numbers::default());
    Press { language, figures, phrases: &phrases, drawn, anchors, numbers }.plain(wording)
}

/// What is being numbered.
#[derive(Default)]
struct Numbers {
    figures: u32,
    tables: u32,
    recommendations: u32,
}

struct Press<'a> {
    language: Language,
    figures: &'a dyn LiveFigures,
    phrases: &'a Phrases,
    /// The anchors of the figures that stand in the document, so that a number can point to its own.
    drawn: BTreeSet<String>,
    /// Those of headings so far.
    anchors: BTreeSet<String>,
    numbers: Numbers,
}

impl Press<'_> {
    fn whole(&mut self, manuscript: &Manuscript) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut annex: Option<Annex> = None;
        let mut findings: Vec<(&Wording, Strength)> = Vec::new();
        for part in manuscript.parts() {
            if let Body::Finding { words, strength } = &part.body {
                findings.push((words, *strength));
                continue;
            }
            let mut made = self.findings(std::mem::take(&mut findings));
            if let Body::Annex { anchor, title } = &part.body {
                add(&mut blocks, annex.as_mut(), made);
                let next = Annex { title: self.plain(title), anchor: self.anchor(anchor), blocks: Vec::new() };
                blocks.extend(annex.replace(next).map(Block::Annex));
                continue;
            }
            made.extend(self.part(&part.body));
            add(&mut blocks, annex.as_mut(), made);
        }
        let last = self.findings(findings);
        add(&mut blocks, annex.as_mut(), last);
        blocks.extend(annex.map(Block::Annex));
        blocks
    }

    fn part(&mut self, body: &Body) -> Vec<Block> {
        match body {
            Body::Heading { level, anchor, words } => {
                vec![Block::Heading { level: *level, text: self.plain(words), anchor: self.anchor(anchor) }]
            }
            Body::Prose(words) => self.blocks(words),
            Body::Figure(address) => self.figure(address),
            Body::Table(address) => self.table(address),
            Body::KeyNumbers(numbers) => {
                let figures = numbers.iter().map(|number| KeyFigure {
                    value: self.plain(&number.value),
                    label: self.plain(&number.label),
                    note: Some(self.plain(&number.note)).filter(|note| !note.is_empty()),
                });
                vec![Block::KeyFigures(figures.collect())]
            }
            Body::Quotations(address) => match self.figures.quotations(address) {
                Ok(blocks) => blocks,
                Err(why) => vec![self.absent(why)],
            },
            Body::Recommendation { words, .. } => self.recommendation(words),
            Body::MethodSheet(rows) => {
                let rows = rows.iter().map(|row| (self.plain(&row.term), self.inlines(&row.words)));
                vec![Block::MethodSheet(rows.collect())]
            }
            Body::Notice { kind, title, words } => {
                let title = Some(self.plain(title)).filter(|title| !title.is_empty());
                vec![Block::Notice(Notice { kind: *kind, title, blocks: self.blocks(words) })]
            }
            // Taken together before they come here.
            Body::Finding { words, .. } => self.blocks(words),
            Body::Annex { .. } => Vec::new(),
        }
    }

    fn figure(&mut self, address: &FigureAddress) -> Vec<Block> {
        match self.figures.figure(address) {
            Ok(mut figure) => {
                self.numbers.figures += 1;
                figure.number = self.numbers.figures;
                vec![figure.into()]
            }
            Err(why) => vec![self.absent(why)],
        }
    }

    fn table(&mut self, address: &FigureAddress) -> Vec<Block> {
        match self.figures.figure(address) {
            Ok(figure) => {
                self.numbers.tables += 1;
                let mut table = figure.table;
                table.number = Some(self.numbers.tables);
                table.caption.get_or_insert(figure.finding);
                vec![Block::Table(table), Block::words(figure.base)]
            }
            Err(why) => vec![self.absent(why)],
        }
    }

    fn absent(&self, why: super::Unavailable) -> Block {
        let blocks = vec![Block::words(self.figures.absent(why).why)];
        Block::Notice(Notice { kind: NoticeKind::Plain, title: None, blocks })
    }

    fn recommendation(&mut self, words: &Wording) -> Vec<Block> {
        self.numbers.recommendations += 1;
        let name = format!("{} {}.", self.phrases.recommendation, self.numbers.recommendations);
        let mut blocks = self.blocks(words);
        let mut lead = vec![Inline::Strong(vec![Inline::Text(name)]), Inline::Text(" ".to_owned())];
        match blocks.first_mut() {
            Some(Block::Paragraph(words)) => {
                lead.append(words);
                *words = lead;
            }
            _ => blocks.insert(0, Block::Paragraph(lead)),
        }
        blocks
    }

    /// Findings that stand together: how sure they are stands once where it is the same for all.
    fn findings(&mut self, findings: Vec<(&Wording, Strength)>) -> Vec<Block> {
        let Some((_, first)) = findings.first().copied() else { return Vec::new() };
        let alike = findings.iter().all(|(_, strength)| *strength == first);
        let items = findings.into_iter().map(|(words, strength)| {
            let mut item = self.blocks(words);
            let mark = match strength {
                Strength::Strong => None,
                Strength::Indicative => Some(&self.phrases.indicative),
                Strength::NotEnough => Some(&self.phrases.not_enough),
            };
            if let (Some(mark), false, Some(Block::Paragraph(words))) = (mark, alike, item.last_mut()) {
                words.push(Inline::Text(" ".to_owned()));
                words.push(Inline::Emphasis(vec![Inline::Text(mark.clone())]));
            }
            item
        });
        let mut blocks = vec![Block::List { ordered: false, items: items.collect() }];
        let all = match first {
            Strength::Strong => None,
            Strength::Indicative => Some(&self.phrases.all_indicative),
            Strength::NotEnough => Some(&self.phrases.all_not_enough),
        };
        blocks.extend(all.filter(|_| alike).map(|words| Block::words(words.clone())));
        blocks
    }

    /// The words as blocks. They were read before, so whatever cannot be read now stays plain words.
    fn blocks(&mut self, wording: &Wording) -> Vec<Block> {
        let Some(written) = wording.say(self.language) else { return Vec::new() };
        let numbers = self.numbers_of(written);
        let mut blocks = markdown::parse(&written.marked()).unwrap_or_else(|_| vec![Block::words(written.marked())]);
        blocks.iter_mut().for_each(|block| self.fill(block, &numbers));
        blocks
    }

    /// The words of all paragraphs in one line.
    fn inlines(&mut self, wording: &Wording) -> Vec<Inline> {
        let mut line: Vec<Inline> = Vec::new();
        for block in self.blocks(wording) {
            if let Block::Paragraph(words) = block {
                if !line.is_empty() {
                    line.push(Inline::Text(" ".to_owned()));
                }
                line.extend(words);
            }
        }
        line
    }

    fn plain(&mut self, wording: &Wording) -> String {
        Inline::plain(&self.inlines(wording)).trim().to_owned()
    }

    fn numbers_of(&self, written: &Written) -> Vec<Inline> {
        written.template().numbers().map(|address| self.number(address)).collect()
    }

    fn number(&self, address: &NumberAddress) -> Inline {
        let anchor =
            self.figures.figure_of(address).map(|figure| figure.anchor()).filter(|anchor| self.drawn.contains(anchor));
        match self.figures.number(address) {
            Ok(number) => {
                // The figure that it leads to says how it was made.
                let base = match &anchor {
                    Some(_) => number.base().to_owned(),
                    None => format!("{}. {}", number.base().trim_end_matches('.'), number.method()),
                };
                Inline::Number { words: number.value().to_owned(), anchor, base }
            }
            Err(why) => {
                let absent = self.figures.absent(why);
                Inline::Number { words: absent.words, anchor, base: absent.why }
            }
        }
    }

    fn fill(&mut self, block: &mut Block, numbers: &[Inline]) {
        match block {
            Block::Heading { text, anchor, .. } => {
                *text = filled_text(text, numbers);
                *anchor = self.anchor(&without_marks(anchor));
            }
            Block::Paragraph(words) => fill(words, numbers),
            Block::List { items, .. } => {
                items.iter_mut().flatten().for_each(|block| self.fill(block, numbers));
            }
            Block::Quote(blocks) => blocks.iter_mut().for_each(|block| self.fill(block, numbers)),
            Block::Table(table) => {
                table.columns.iter_mut().for_each(|column| column.words = filled_text(&column.words, numbers));
                let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
                cells.for_each(|Cell(words)| fill(words, numbers));
            }
            // Markdown makes none of these.
            Block::KeyFigures(_)
            | Block::Figure(_)
            | Block::Quotations(_)
            | Block::MethodSheet(_)
            | Block::Notice(_)
            | Block::Annex(_) => {}
        }
    }

    /// Numbered where a heading of the same name went before.
    fn anchor(&mut self, wanted: &str) -> String {
        let names = std::iter::once(wanted.to_owned()).chain((2_u32..).map(|number| format!("{wanted}-{number}")));
        let anchor = names.into_iter().find(|name| !self.anchors.contains(name)).unwrap_or_default();
        self.anchors.insert(anchor.clone());
        anchor
    }
}

fn add(blocks: &mut Vec<Block>, annex: Option<&mut Annex>, made: Vec<Block>) {
    match annex {
        Some(annex) => annex.blocks.extend(made),
        None => blocks.extend(made),
    }
}

fn fill(words: &mut Vec<Inline>, numbers: &[Inline]) {
    for inline in std::mem::take(words) {
        match inline {
            Inline::Text(text) => split(&text, numbers, words),
            Inline::Strong(mut inner) => {
                fill(&mut inner, numbers);
                words.push(Inline::Strong(inner));
            }
            Inline::Emphasis(mut inner) => {
                fill(&mut inner, numbers);
                words.push(Inline::Emphasis(inner));
            }
            // A link does not stand in a link, so here the number is words alone.
            Inline::Link { address, words: inner } => {
                let inner = vec![Inline::Text(filled_text(&Inline::plain(&inner), numbers))];
                words.push(Inline::Link { address: filled_text(&address, numbers), words: inner });
            }
            number @ Inline::Number { .. } => words.push(number),
        }
    }
}

fn split(text: &str, numbers: &[Inline], words: &mut Vec<Inline>) {
    let mut rest = text;
    while let Some((before, index, after)) = next_mark(rest) {
        if !before.is_empty() {
            words.push(Inline::Text(before.to_owned()));
        }
        words.extend(numbers.get(index).cloned());
        rest = after;
    }
    if !rest.is_empty() {
        words.push(Inline::Text(rest.to_owned()));
    }
}

fn filled_text(text: &str, numbers: &[Inline]) -> String {
    let mut words = Vec::new();
    split(text, numbers, &mut words);
    Inline::plain(&words)
}

fn next_mark(text: &str) -> Option<(&str, usize, &str)> {
    let (before, after) = text.split_once(OPEN)?;
    let (number, after) = after.split_once(CLOSE)?;
    Some((before, number.parse().ok()?, after))
}

fn without_marks(anchor: &str) -> String {
    anchor.replace([OPEN, CLOSE], "")
}
