use document::{Block, Refusal, html, markdown};
use proptest::prelude::*;

fn check(text: &str, expect: &str) {
    let blocks = markdown::parse(text).unwrap();
    assert_eq!(html::blocks(&blocks, &crate::sample::words()), expect, "{text:?}");
}

#[test]
fn the_subset() {
    check("Дума **силна** и *мека*.", "<p>Дума <strong>силна</strong> и <em>мека</em>.</p>\n");
    check("# Едно\n## Две", "<h2 id=\"едно\">Едно</h2>\n<h2 id=\"две\">Две</h2>\n");
    check("## А, б!\n## А, б!", "<h2 id=\"а-б\">А, б!</h2>\n<h2 id=\"а-б-2\">А, б!</h2>\n");
    check("## ?!", "<h2 id=\"part\">?!</h2>\n");
    check("- а\n- б\n  - в", "<ul>\n<li>а</li>\n<li><p>б</p>\n<ul>\n<li>в</li>\n</ul>\n</li>\n</ul>\n");
    check("> а", "<blockquote>\n<p>а</p>\n</blockquote>\n");
    check("[а](https://b.example)", "<p><a href=\"https://b.example\" rel=\"external noopener\">а</a></p>\n");
    check("[а](#b) [в](mailto:a@b.example)", "<p><a href=\"#b\">а</a> <a href=\"mailto:a@b.example\">в</a></p>\n");
}

#[test]
fn what_is_outside_of_it_leaves_words() {
    check("[а](javascript:alert(1))", "<p>а</p>\n");
    check("![снимка](https://b.example/a.png)", "<p>снимка</p>\n");
    check("а <script>alert(1)</script>", "<p>а &lt;script&gt;alert(1)&lt;/script&gt;</p>\n");
    check("<div onclick=x>\nа\n</div>", "<p>&lt;div onclick=x&gt;\nа\n&lt;/div&gt;</p>\n");
    check("```\nкод\n```", "<p>код\n</p>\n");
    check("~~а~~ б", "<p>а б</p>\n");
    check("---", "");
}

#[test]
fn a_table() {
    let blocks = markdown::parse("| а | б |\n|:--|--:|\n| 1 | **2** |").unwrap();
    let [Block::Table(table)] = blocks.as_slice() else { panic!("{blocks:?}") };
    assert_eq!(table.columns.len(), 2);
    assert_eq!(table.columns[1].words, "б");
    assert_eq!(table.columns[1].align, document::Align::End);
    assert_eq!(table.rows[0].cells.len(), 2);
}

#[test]
fn bounds() {
    let long = "а".repeat(100_001);
    assert_eq!(markdown::parse(&long), Err(Refusal::TextTooLong { max: 200_000, is: 200_002 }));
    for sign in ["> ", "- ", "1. "] {
        assert_eq!(
            markdown::parse(&format!("{}а", sign.repeat(80))),
            Err(Refusal::TextTooDeep { max: 12 }),
            "{sign:?}"
        );
        // The longest text of it neither panics nor takes long.
        let _ = markdown::parse(&sign.repeat(60_000));
    }
    let _ = markdown::parse(&"*_".repeat(60_000));
    let _ = markdown::parse(&"[".repeat(100_000));
    let wide = format!("{}\n{}\n{}", "|a".repeat(300), "|-".repeat(300), "b\n".repeat(5000));
    assert_eq!(markdown::parse(&wide), Err(Refusal::TableTooLarge { max: 10_000 }));
}

#[test]
fn many_equal_headings_are_quick() {
    let blocks = markdown::parse(&"# а\n".repeat(39_000)).unwrap();
    let anchors: std::collections::BTreeSet<_> = blocks
        .iter()
        .map(|block| match block {
            Block::Heading { anchor, .. } => anchor,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(anchors.len(), 39_000);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn never_panics_and_never_makes_html(text in "([#>*_`|\\[\\]()<>!&~:\\-\n ]|[a-zа-я0-9]|<script>|javascript:|https://){0,120}") {
        if let Ok(blocks) = markdown::parse(&text) {
            let html = html::blocks(&blocks, &crate::sample::words());
            prop_assert!(!html.contains("<script"));
            prop_assert!(!html.contains("href=\"javascript"));
        }
    }
}
