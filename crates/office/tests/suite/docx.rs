use crate::{
    package::{Element, parts},
    painted, sample, schema,
};
use document::{Block, Document, Inline, Table};
use proptest::prelude::*;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

static FILE: LazyLock<Vec<u8>> = LazyLock::new(|| office::docx(&sample::document(), &painted).unwrap());

fn part(name: &str) -> Element {
    Element::read(&parts(&FILE)[name])
}

/// Every part is well-formed and of a known type, every relationship leads to a part, every id is used once.
fn check_package(bytes: &[u8]) {
    let parts = parts(bytes);
    let types = Element::read(&parts["[Content_Types].xml"]);
    let kinds: BTreeSet<&str> = types.named("Default").iter().map(|kind| kind.attribute("Extension")).collect();
    for kind in types.named("Override") {
        assert!(parts.contains_key(kind.attribute("PartName").trim_start_matches('/')), "{kind:?}");
    }
    for (name, bytes) in &parts {
        assert!(kinds.contains(name.rsplit('.').next().unwrap()), "{name} is of no known type");
        if name.ends_with(".xml") || name.ends_with(".rels") {
            schema::check(&Element::read(bytes));
        }
    }
    let linked = Element::read(&parts["word/_rels/document.xml.rels"]);
    let mut ids = BTreeSet::new();
    for link in linked.named("Relationship") {
        assert!(ids.insert(link.attribute("Id").to_owned()), "{link:?} has the id of another one");
        let is_inside = parts.contains_key(&format!("word/{}", link.attribute("Target")));
        assert!(is_inside || link.attribute("TargetMode") == "External", "{link:?}");
    }
    let text = Element::read(&parts["word/document.xml"]);
    for used in text.all().iter().flat_map(|element| [element.attribute("r:id"), element.attribute("r:embed")]) {
        assert!(used.is_empty() || ids.contains(used), "{used} is no relationship");
    }
    for (element, attribute) in [("w:bookmarkStart", "w:id"), ("w:bookmarkStart", "w:name"), ("wp:docPr", "id")] {
        let mut seen = BTreeSet::new();
        for one in text.named(element) {
            assert!(seen.insert(one.attribute(attribute)), "{element} {attribute} twice: {one:?}");
        }
    }
    let places: BTreeSet<&str> = text.named("w:bookmarkStart").iter().map(|mark| mark.attribute("w:name")).collect();
    for link in text.named("w:hyperlink") {
        let anchor = link.attribute("w:anchor");
        assert!(anchor.is_empty() || places.contains(anchor), "{anchor} is nowhere");
    }
    let styles = Element::read(&parts["word/styles.xml"]);
    let known: BTreeSet<&str> = styles.named("w:style").iter().map(|style| style.attribute("w:styleId")).collect();
    for name in ["w:pStyle", "w:rStyle", "w:tblStyle"] {
        text.named(name).iter().for_each(|style| assert!(known.contains(style.attribute("w:val")), "{style:?}"));
    }
    let lists: BTreeSet<String> = Element::read(&parts["word/numbering.xml"])
        .named("w:num")
        .iter()
        .map(|list| list.attribute("w:numId").to_owned())
        .collect();
    text.named("w:numId").iter().for_each(|list| assert!(lists.contains(list.attribute("w:val")), "{list:?}"));
}

#[test]
fn the_package_is_whole() {
    check_package(&FILE);
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert!(*FILE == office::docx(&sample::document(), &painted).unwrap());
}

#[test]
fn headings_captions_and_quotations_have_the_styles_of_every_office_program() {
    let mut used: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for paragraph in part("word/document.xml").named("w:p") {
        let style = paragraph.named("w:pStyle")[0].attribute("w:val").to_owned();
        used.entry(style).or_default().push(paragraph.words());
    }
    assert_eq!(used["Title"], ["Доволни от служителите, недоволни от чакането"]);
    assert_eq!(used["Heading1"][0], "Накратко");
    assert!(used["Heading1"].last().unwrap().starts_with("Приложение · Таблици"));
    assert_eq!(used["Heading2"][0], "Оценка по измерения");
    assert!(used["Caption"][0].starts_with("Фигура 1. Почти половината"), "{:?}", used["Caption"]);
    assert!(used["Caption"].last().unwrap().starts_with("Таблица 1. Доволни по въпроси"));
    assert_eq!(used["Quote"].len(), 7);
    assert_eq!(used["ListNumber"].len(), 3);
    // What the list of contents shows is what the headings say.
    let listed: Vec<_> = ["TOC1", "TOC2"].iter().map(|style| used[*style].len()).collect();
    assert_eq!(listed, [used["Heading1"].len(), used["Heading2"].len()]);
}

#[test]
fn heads_of_tables_repeat_and_numbers_stay() {
    let text = part("word/document.xml");
    let tables = text.named("w:tbl");
    let long = tables.last().unwrap();
    let rows = long.named("w:tr");
    assert_eq!(rows.len(), 56);
    assert_eq!(long.named("w:tblHeader").len(), 1);
    assert_eq!(rows[0].named("w:tblHeader").len(), 1);
    let words: Vec<String> = rows[55].named("w:tc").iter().map(|cell| cell.words()).collect();
    assert_eq!(words, ["Общо", "100\u{202f}%", "176", "66\u{a0}663,0"]);
    for table in tables {
        let widths = table.named("w:gridCol").len();
        table.named("w:tr").iter().for_each(|row| assert_eq!(row.named("w:tc").len(), widths));
    }
}

#[test]
fn charts_are_pictures_that_say_what_they_show() {
    let document = sample::document();
    let text = part("word/document.xml");
    let told: Vec<&str> = text.named("wp:docPr").iter().map(|picture| picture.attribute("descr")).collect();
    let figures = document.blocks.iter().filter(|block| matches!(block, Block::Figure(_))).count();
    assert_eq!(told.len(), figures + 1);
    assert!(told.iter().all(|words| !words.is_empty()) && told.contains(&"Знаме на Европейския съюз"));
}

#[test]
fn the_file_says_its_language_title_and_paper_and_asks_nothing() {
    let core = part("docProps/core.xml");
    assert_eq!(core.named("dc:title")[0].text, "Доволни от служителите, недоволни от чакането");
    assert_eq!(core.named("dc:language")[0].text, "bg-BG");
    assert_eq!(part("word/styles.xml").named("w:lang")[0].attribute("w:val"), "bg-BG");
    assert_eq!(part("word/document.xml").named("w:pgSz")[0].attribute("w:w"), "11906");
    assert!(part("word/settings.xml").named("w:updateFields").is_empty());
    assert_eq!(part("word/footer1.xml").named("w:fldSimple").len(), 2);
    assert!(part("word/header1.xml").words().contains("Община Примерово не съществува"));
}

#[test]
fn a_link_leads_where_the_page_leads() {
    let mut document = sample::small("");
    let link = |address: &str| Inline::Link { address: address.to_owned(), words: Inline::words("тук") };
    document.blocks = vec![
        Block::Heading { level: 2, text: "Място".to_owned(), anchor: "place".to_owned() },
        Block::Paragraph(vec![
            link("#place"),
            link("/data"),
            link("https://example.org/?a=1&b=2"),
            link("javascript:x"),
        ]),
    ];
    let bytes = office::docx(&document, &painted).unwrap();
    check_package(&bytes);
    let parts = parts(&bytes);
    let linked = Element::read(&parts["word/_rels/document.xml.rels"]);
    let out: Vec<&str> = linked
        .named("Relationship")
        .iter()
        .filter(|link| link.attribute("TargetMode") == "External")
        .map(|link| link.attribute("Target"))
        .collect();
    assert!(out.contains(&"https://glas.example/data") && out.contains(&"https://example.org/?a=1&amp;b=2"), "{out:?}");
    assert!(!out.iter().any(|address| address.contains("javascript")));
}

/// Whatever somebody answered, the package stays whole and the words come back.
fn check_words(words: &str) {
    let mut document: Document = sample::small(words);
    document.title = words.to_owned();
    document.blocks.push(Block::Table(Table { caption: Some(words.to_owned()), ..Table::default() }));
    document.blocks.push(Block::List { ordered: true, items: vec![vec![Block::words(words)], Vec::new()] });
    let bytes = office::docx(&document, &painted).unwrap();
    check_package(&bytes);
    let kept: String = words
        .chars()
        .filter(|letter| matches!(letter, '\t' | '\n') || !letter.is_control() && !"\u{fffe}\u{ffff}".contains(*letter))
        .collect();
    let text = Element::read(&parts(&bytes)["word/document.xml"]).words();
    assert!(text.contains(&kept), "{words:?} became {text:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn words_cannot_break_the_file(words in "\\PC{0,40}|[<>&\"'\\x00-\\x1f]{0,12}") {
        check_words(&words);
    }
}
