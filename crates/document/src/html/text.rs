use crate::{
    Address, Block, Document, Inline, KeyFigure, Quotation,
    escape::{escape, escaped},
};

pub(super) fn heading(level: u8, text: &str, anchor: &str, out: &mut String) {
    out.push_str(&format!("<h{level} id=\"{}\">{}</h{level}>\n", escaped(anchor), escaped(text)));
}

pub(super) fn paragraph(words: &[Inline], out: &mut String) {
    if Inline::plain(words).trim().is_empty() {
        return;
    }
    out.push_str("<p>");
    inlines(words, out);
    out.push_str("</p>\n");
}

pub(super) fn inlines(words: &[Inline], out: &mut String) {
    for inline in words {
        match inline {
            Inline::Text(text) => escape(text, out),
            Inline::Strong(inner) => wrapped("strong", inner, out),
            Inline::Emphasis(inner) => wrapped("em", inner, out),
            Inline::Link { address, words } => link(address, words, out),
            Inline::Number { words, anchor, base } => number(words, anchor.as_deref(), base, out),
        }
    }
}

fn wrapped(name: &str, words: &[Inline], out: &mut String) {
    out.push_str(&format!("<{name}>"));
    inlines(words, out);
    out.push_str(&format!("</{name}>"));
}

/// The address is judged again here: whoever built the tree, nothing but a real link becomes one.
fn link(address: &str, words: &[Inline], out: &mut String) {
    let Some(read) = Address::read(address) else { return inlines(words, out) };
    let rel = if matches!(read, Address::Web(_)) { " rel=\"external noopener\"" } else { "" };
    out.push_str(&format!("<a href=\"{}\"{rel}>", escaped(address)));
    inlines(words, out);
    out.push_str("</a>");
}

/// A number says its base to whoever points at it, and leads to its figure.
fn number(words: &str, anchor: Option<&str>, base: &str, out: &mut String) {
    let title = if base.is_empty() { String::new() } else { format!(" title=\"{}\"", escaped(base)) };
    let words = escaped(words);
    match anchor {
        Some(anchor) => {
            out.push_str(&format!("<a class=\"live-number\" href=\"#{}\"{title}>{words}</a>", escaped(anchor)))
        }
        None => out.push_str(&format!("<span class=\"live-number\"{title}>{words}</span>")),
    }
}

/// Headings of the second level and annexes, as a list of links; only where there are three or more.
pub(super) fn contents(document: &Document, out: &mut String) {
    let mut entries: Vec<(String, &str)> = Vec::new();
    for block in &document.blocks {
        if let Block::Heading { level: 0..=2, text, anchor } = block {
            entries.push((text.clone(), anchor));
        } else if let Block::Annex(part) = block {
            entries.push((format!("{} · {}", document.words.annex, part.title), &part.anchor));
        }
    }
    if entries.len() < 3 {
        return;
    }
    let name = escaped(&document.words.contents);
    out.push_str(&format!("<nav class=\"contents\" aria-label=\"{name}\">\n<p>{name}</p>\n<ol>\n"));
    for (text, anchor) in entries {
        out.push_str(&format!("<li><a href=\"#{}\">{}</a></li>\n", escaped(anchor), escaped(&text)));
    }
    out.push_str("</ol>\n</nav>\n");
}

pub(super) fn key_figures(figures: &[KeyFigure], out: &mut String) {
    out.push_str("<dl class=\"key-figures\">\n");
    for figure in figures {
        out.push_str(&format!(
            "<div class=\"key-figure\"><dt class=\"key-label\">{}</dt><dd class=\"key-value\">{}</dd>",
            escaped(&figure.label),
            escaped(&figure.value)
        ));
        if let Some(note) = &figure.note {
            out.push_str(&format!("<dd class=\"key-note\">{}</dd>", escaped(note)));
        }
        out.push_str("</div>\n");
    }
    out.push_str("</dl>\n");
}

pub(super) fn quotations(quotations: &[Quotation], out: &mut String) {
    out.push_str("<ul class=\"quotations\">\n");
    for quotation in quotations {
        out.push_str(&format!("<li><blockquote><p>{}</p></blockquote>", escaped(&quotation.words)));
        if let Some(who) = &quotation.who {
            out.push_str(&format!("<p class=\"quotation-who\">{}</p>", escaped(who)));
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n");
}

pub(super) fn method_sheet(rows: &[(String, Vec<Inline>)], out: &mut String) {
    out.push_str("<dl class=\"method-sheet\">\n");
    for (term, words) in rows {
        out.push_str(&format!("<div><dt>{}</dt><dd>", escaped(term)));
        inlines(words, out);
        out.push_str("</dd></div>\n");
    }
    out.push_str("</dl>\n");
}

pub(super) fn definitions(class: &str, rows: &[(String, String)], out: &mut String) {
    out.push_str(&format!("<dl class=\"{class}\">\n"));
    for (term, words) in rows {
        out.push_str(&format!("<div><dt>{}</dt><dd>{}</dd></div>\n", escaped(term), escaped(words)));
    }
    out.push_str("</dl>\n");
}
