use crate::sample;
use document::{Block, Column, Figure, Inline, KeyFigure, Notice, NoticeKind, Quotation, Row, Table};
use proptest::prelude::*;

/// The same words in every place of a document that takes words.
fn everywhere(words: &str) -> document::Document {
    let mut document = sample::document();
    let text = words.to_owned();
    document.title.clone_from(&text);
    document.cover.kind.clone_from(&text);
    document.cover.summary = Some(text.clone());
    document.cover.date.clone_from(&text);
    document.demonstration = Some(text.clone());
    document.disclaimer = Some(text.clone());
    document.address = Some(text.clone());
    let table = Table {
        anchor: Some(text.clone()),
        number: Some(1),
        caption: Some(text.clone()),
        columns: vec![Column::words(text.clone()), Column::numbers(text.clone())],
        rows: vec![Row::new([text.clone()]), Row::total([text.clone(), text.clone(), text.clone()])],
        note: Some(text.clone()),
    };
    let figure = |block: &Block| match block {
        Block::Figure(figure) => Some(Figure {
            anchor: text.clone(),
            finding: text.clone(),
            measure: text.clone(),
            question: text.clone(),
            base: text.clone(),
            alternative: text.clone(),
            table: table.clone(),
            ..(**figure).clone()
        }),
        _ => None,
    };
    let mut blocks: Vec<Block> = document.blocks.iter().filter_map(figure).take(2).map(Block::from).collect();
    let link = Inline::Link { address: format!("#{text}"), words: vec![Inline::Text(text.clone())] };
    blocks.extend([
        Block::Heading { level: 2, text: text.clone(), anchor: text.clone() },
        Block::Paragraph(vec![Inline::Strong(vec![Inline::Emphasis(vec![Inline::Text(text.clone())])]), link]),
        Block::list([text.clone()]),
        Block::Quote(vec![Block::words(text.clone())]),
        Block::KeyFigures(vec![KeyFigure { value: text.clone(), label: text.clone(), note: Some(text.clone()) }]),
        Block::Table(table.clone()),
        Block::Quotations(vec![Quotation { words: text.clone(), who: Some(text.clone()) }]),
        Block::MethodSheet(vec![(text.clone(), Inline::words(text.clone()))]),
        Block::Notice(Notice { kind: NoticeKind::Plain, title: Some(text), blocks: vec![] }),
    ]);
    document.blocks = blocks;
    document
}

#[test]
fn hostile_words_are_printed_as_they_are() {
    for words in [
        "#import \"a\"; #panic(\"x\") #{1 + 1} #sys.inputs",
        "$ x^2 $ \\ \\u{41} ` ```raw``` *силно* _меко_ <label> @ref",
        "= Заглавие\n- точка\n+ едно\n/ дума: друга\n// бележка /* още */ ]])}",
        "\u{0}\u{1}\u{7f}\u{202e}обратно\u{202c}\u{feff}",
        "\u{e000}\u{f0000}\u{10fffd}\u{fffe}",
        "😀 👩‍👩‍👧 漢字 العربية עברית ไทย",
        "е\u{301}\u{301}\u{301}\u{301} \u{5d0}\u{5b8}",
        "Непротивоконституционствувателствувайте",
        "",
        " ",
        "\n\n",
    ] {
        report::pdf(&everywhere(words)).unwrap_or_else(|error| panic!("{words:?}: {error}"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn any_words_can_be_printed(words in prop_oneof![
        "[#\\\\$*_`\\[\\](){}<>@=\"'/~\u{0}\u{202e}\u{2066}a-я -]{0,60}",
        any::<String>(),
    ]) {
        let printed = report::pdf(&sample::small(&words));
        prop_assert!(printed.is_ok(), "{:?}", printed.err());
    }
}
