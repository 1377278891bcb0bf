use crate::sample;
use document::{Block, Inline, Table, html};
use proptest::prelude::*;

#[test]
fn every_block_as_html() {
    let document = sample::document();
    let mut seen = std::collections::BTreeMap::new();
    for block in &document.blocks {
        let kind = match block {
            Block::Heading { .. } => "heading",
            Block::Paragraph(_) => "paragraph",
            Block::List { .. } => "list",
            Block::Quote(_) => "quote",
            Block::KeyFigures(_) => "key_figures",
            Block::Figure(figure) => match &figure.chart {
                document::Chart::Bars(_) => "figure_bars",
                document::Chart::Battery(_) => "figure_battery",
                document::Chart::Marks(_) => "figure_marks",
                document::Chart::Compared(_) => "figure_compared",
                document::Chart::Histogram(_) => "figure_histogram",
                document::Chart::Diverging(_) => "figure_diverging",
                document::Chart::Dots(_) => "figure_dots",
                document::Chart::Plane(_) => "figure_plane",
                document::Chart::Course(_) => "figure_course",
            },
            Block::Table(_) => "table",
            Block::Quotations(_) => "quotations",
            Block::MethodSheet(_) => "method_sheet",
            Block::Notice(_) => "notice",
            Block::Annex(_) => "annex",
        };
        seen.entry(kind).or_insert_with(|| html::block(block, &document.words));
    }
    assert_eq!(seen.len(), 19);
    for (kind, html) in seen {
        insta::assert_snapshot!(format!("html_{kind}"), html);
    }
}

#[test]
fn the_head_and_the_contents_of_a_whole_document() {
    let body = html::document_body(&sample::document());
    insta::assert_snapshot!("html_head", body.split_once("</nav>").unwrap().0);
    assert!(body.contains("document-disclaimer"));
    assert_eq!(body.matches("<h1").count(), 1);
}

#[test]
fn a_page_needs_nothing_beside_it() {
    let page = html::page(&sample::document());
    assert!(page.contains("noindex"));
    assert!(!page.contains("<link") && !page.contains("src=") && !page.contains("@import"));
}

/// Headings never skip a level.
#[test]
fn headings_go_down_step_by_step() {
    let page = html::page(&sample::document());
    let mut last = 0;
    for (place, _) in page.match_indices("<h") {
        let Some(level) = page[place + 2..].chars().next().and_then(|digit| digit.to_digit(10)) else { continue };
        assert!(level <= last + 1, "h{level} after h{last}");
        last = level;
    }
}

#[test]
fn no_style_leaves_us_inline() {
    assert!(!html::document_body(&sample::document()).contains(" style="));
}

#[test]
fn a_link_that_is_none_becomes_words() {
    let link =
        Inline::Link { address: "javascript:alert(1)".to_owned(), words: vec![Inline::Text("тук".to_owned())] };
    assert_eq!(html::block(&Block::Paragraph(vec![link]), &sample::words()), "<p>тук</p>\n");
    assert!(!html::document_body(&sample::small("<b>")).contains("<b>"));
}

proptest! {
    #[test]
    fn hostile_words_stay_words(text in "[<>&\"'a-z/ =\\u{0}\\u{202e}-]{0,60}") {
        let block = Block::Table(Table {
            caption: Some(text.clone()),
            anchor: Some(text.clone()),
            columns: vec![document::Column::words(text.clone())],
            rows: vec![document::Row::new([text.clone()])],
            ..Table::default()
        });
        let html = html::block(&block, &sample::words());
        let nul = char::from(0);
        prop_assert!(!html.contains(nul));
        // The tags are ours alone: as many as with harmless words.
        let harmless = Table {
            caption: Some("а".into()),
            anchor: Some("а".into()),
            columns: vec![document::Column::words(if text.is_empty() { "" } else { "а" })],
            rows: vec![document::Row::new(["а"])],
            ..Table::default()
        };
        let harmless = html::block(&Block::Table(harmless), &sample::words());
        prop_assert_eq!(html.matches('<').count(), harmless.matches('<').count());
        prop_assert_eq!(html.matches('"').count(), harmless.matches('"').count());
    }
}
