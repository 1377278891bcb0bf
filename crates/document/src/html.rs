//! Documents as HTML. Every word is escaped, nothing carries a `style`, so the strictest content policy holds.
//!
//! # Classes (the style sheet is `assets/css/figure.css`)
//!
//! | class | element |
//! |---|---|
//! | `document`, `document-head`, `document-kind`, `document-summary`, `document-project` | `article` of a whole document, its `header`, „Доклад“ above the title, the finding and the project below it |
//! | `document-facts` | `dl` of parties and project data |
//! | `document-date`, `document-demonstration`, `document-disclaimer` | lines of the head and the foot |
//! | `funding`, `funding-flag`, `funding-signs`, `funding-formula` | the signs: `div` with the flag as `svg`, the words beside it, the sentence below |
//! | `contents` | `nav` with the list of headings |
//! | `key-figures`, `key-figure`, `key-value`, `key-label`, `key-note` | `dl` of numbers that are messages |
//! | `figure`, `figure-number`, `figure-finding`, `figure-measure`, `figure-question`, `figure-label` | `figure`, and in its `figcaption`: number, finding (a heading), measure, exact question, „Въпрос“ |
//! | `figure-base`, `figure-missing`, `figure-method`, `figure-table`, `figure-downloads` | below the chart: three paragraphs, the `details` with the table, the links |
//! | `chart`, `chart-bars`, `chart-battery`, `chart-marks`, `chart-compared`, `chart-histogram` | `div role="img"` whose label is the text alternative |
//! | `chart-drawn`, `chart-drawing`, `drawing-narrow`, `drawing-wide` | charts laid out as on paper: the `svg` for phones and the one for wider screens |
//! | `paint-NAME`, `line-NAME`, `ring` | inside of these: fills and lines that have no tone, a mark without filling |
//! | `figure-other` | `details` with the other form of a battery, around the middle of its scale |
//! | `chart-row`, `chart-label`, `chart-bar`, `chart-value`, `chart-base`, `chart-apart`, `chart-circles`, `chart-columns` | one row and its parts; `-bar`, `-circles` and `-columns` are `svg` |
//! | `chart-head`, `chart-cell`, `chart-audience`, `chart-words` | compared audiences: names above the columns, and again in each cell for narrow screens |
//! | `chart-legend`, `chart-key`, `chart-swatch` | legend, entry, its colour |
//! | `tone-NAME`, `on-NAME`, `ground`, `halo`, `interval`, `mark-empty` | inside `svg`: fills by tone, words on them, the ground of a bar, the interval and the halo around it, an unfilled mark |
//! | `data`, `data-scroll`, `number`, `centre`, `total`, `data-note` | tables: the `table`, the `div` that scrolls it sideways, right- or centre-aligned cells, the last row, the note |
//! | `quotations`, `quotation-who` | `ul` of open answers, whose they are |
//! | `method-sheet` | `dl` |
//! | `live-number` | `a` or `span`: a number inside of the text, with its base as `title`, leading to its figure |
//! | `notice`, `notice-plain`, `notice-caution`, `notice-title` | `div` with the role `note`: several landmarks would need names |
//! | `annex` | `section` |

mod chart;
mod cover;
mod figure;
mod table;
mod text;

use crate::{Block, Document, Figure, Notice, NoticeKind, Words, escape::escaped};

/// One block on its own; headings of figures are of level 3.
pub fn block(block: &Block, words: &Words) -> String {
    blocks(std::slice::from_ref(block), words)
}

/// Blocks in order; the heading of a figure is one level below the heading before it.
pub fn blocks(blocks: &[Block], words: &Words) -> String {
    let mut out = String::new();
    Writer { words, level: 2, out: &mut out }.blocks(blocks);
    out
}

/// A figure with its finding as a heading of `level`.
pub fn figure(figure: &Figure, level: u8, words: &Words) -> String {
    let mut out = String::new();
    figure::write(figure, level, words, &mut out);
    out
}

/// The whole document as one `article`: head, contents, blocks, disclaimer.
pub fn document_body(document: &Document) -> String {
    let mut out = format!("<article class=\"document\" lang=\"{}\">\n", document.language);
    cover::write(document, &mut out);
    text::contents(document, &mut out);
    Writer { words: &document.words, level: 2, out: &mut out }.blocks(&document.blocks);
    if let Some(disclaimer) = &document.disclaimer {
        out.push_str(&format!("<footer class=\"document-disclaimer\"><p>{}</p></footer>\n", escaped(disclaimer)));
    }
    out.push_str("</article>\n");
    out
}

/// The whole document as one file that needs nothing beside it.
pub fn page(document: &Document) -> String {
    const STYLE: &str =
        concat!(include_str!("../../../assets/css/paper.css"), include_str!("../../../assets/css/figure.css"));
    let fonts = fonts();
    let robots =
        if document.demonstration.is_some() { "<meta name=\"robots\" content=\"noindex, nofollow\">\n" } else { "" };
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n{robots}<title>{}</title>\n\
         <style>\n{fonts}{STYLE}</style>\n<body class=\"paper\">\n<main>\n{}</main>\n</body>\n</html>\n",
        document.language,
        escaped(&document.title),
        document_body(document)
    )
}

/// The `article` inside of a [`page`] that was kept as a file. `None` for what is no such page.
pub fn body_of_page(page: &str) -> Option<&str> {
    let (_, after) = page.split_once("<main>\n")?;
    Some(after.rsplit_once("</main>")?.0)
}

/// Sofia Sans inside the page, in its two parts: without them the page would look different on every machine.
fn fonts() -> String {
    const CYRILLIC: &[u8] = include_bytes!("../../../assets/fonts/sofia-sans-cyrillic.woff2");
    const LATIN: &[u8] = include_bytes!("../../../assets/fonts/sofia-sans-latin.woff2");
    let face = |bytes: &[u8], range: &str| {
        format!(
            "@font-face {{ font-family: \"Sofia Sans\"; font-weight: 1 1000; font-display: swap; {range}\
             src: url(data:font/woff2;base64,{}) format(\"woff2\"); }}\n",
            data_encoding::BASE64.encode(bytes)
        )
    };
    // The Latin part comes first: where both have a letter, the later one is asked first.
    face(LATIN, "") + &face(CYRILLIC, "unicode-range: U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116; ")
}

/// Writes blocks and remembers the level of the last heading.
struct Writer<'a> {
    words: &'a Words,
    level: u8,
    out: &'a mut String,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, text, anchor } => {
                self.level = (*level).clamp(2, 4);
                text::heading(self.level, text, anchor, self.out);
            }
            Block::Paragraph(inlines) => text::paragraph(inlines, self.out),
            Block::List { ordered, items } => self.list(*ordered, items),
            Block::Quote(inner) => {
                self.out.push_str("<blockquote>\n");
                self.blocks(inner);
                self.out.push_str("</blockquote>\n");
            }
            Block::KeyFigures(figures) => text::key_figures(figures, self.out),
            Block::Figure(figure) => figure::write(figure, self.level + 1, self.words, self.out),
            Block::Table(table) => table::write(table, None, self.words, self.out),
            Block::Quotations(quotations) => text::quotations(quotations, self.out),
            Block::MethodSheet(rows) => text::method_sheet(rows, self.out),
            Block::Notice(notice) => self.notice(notice),
            Block::Annex(annex) => {
                self.out.push_str("<section class=\"annex\">\n");
                self.level = 2;
                let title = format!("{} · {}", self.words.annex, annex.title);
                text::heading(2, &title, &annex.anchor, self.out);
                self.blocks(&annex.blocks);
                self.out.push_str("</section>\n");
            }
        }
    }

    fn list(&mut self, ordered: bool, items: &[Vec<Block>]) {
        let name = if ordered { "ol" } else { "ul" };
        self.out.push_str(&format!("<{name}>\n"));
        for item in items {
            self.out.push_str("<li>");
            match item.as_slice() {
                [Block::Paragraph(inlines)] => text::inlines(inlines, self.out),
                blocks => self.blocks(blocks),
            }
            self.out.push_str("</li>\n");
        }
        self.out.push_str(&format!("</{name}>\n"));
    }

    fn notice(&mut self, notice: &Notice) {
        let kind = match notice.kind {
            NoticeKind::Plain => "plain",
            NoticeKind::Caution => "caution",
        };
        self.out.push_str(&format!("<div class=\"notice notice-{kind}\" role=\"note\">\n"));
        if let Some(title) = &notice.title {
            self.out.push_str(&format!("<p class=\"notice-title\">{}</p>\n", escaped(title)));
        }
        self.blocks(&notice.blocks);
        self.out.push_str("</div>\n");
    }
}
