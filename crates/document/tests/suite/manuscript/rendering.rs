use super::{BG, Data, manuscript, name, phrases, prose, words};
use document::{
    Block, NoticeKind, html,
    manuscript::{Body, FigureAddress, KeyNumber, MethodRow, Number, Strength, Wording},
    markdown,
};
use proptest::prelude::*;

const DATA: Data = Data { value: "73 %" };

fn check(bodies: impl IntoIterator<Item = Body>, expect: &str) {
    let blocks = manuscript(bodies).rendered(BG, &DATA, &phrases());
    assert_eq!(html::blocks(&blocks, &crate::sample::words()), expect);
}

const BASE: &str = "title=\"База: отговорилите; n = 142\"";
const TITLE: &str = "title=\"База: отговорилите; n = 142. Случайна извадка.\"";

#[test]
fn no_number_without_base_and_method() {
    assert!(Number::new("73 %", "База: всички; n = 5", 5, "Преброяване.").is_some());
    assert_eq!(Number::new("73 %", " ", 5, "Преброяване."), None);
    assert_eq!(Number::new("73 %", "База", 5, ""), None);
    assert_eq!(Number::new("", "База", 5, "Преброяване."), None);
}

#[test]
fn a_number_leads_to_its_figure_where_the_figure_stands() {
    let text = "**Повечето** ({residents.a_b.\"*c*\".share}) са съгласни.";
    check(
        [prose(text)],
        &format!("<p><strong>Повечето</strong> (<span class=\"live-number\" {TITLE}>73 %</span>) са съгласни.</p>\n"),
    );
    let figure = FigureAddress::of(&name("residents"), &name("a_b"));
    let blocks = manuscript([prose(text), Body::Figure(figure)]).rendered(BG, &DATA, &phrases());
    let html = html::blocks(&blocks, &crate::sample::words());
    assert!(html.contains(&format!("<a class=\"live-number\" href=\"#residents-a_b\" {BASE}>73 %</a>")), "{html}");
    assert!(html.contains("id=\"residents-a_b\""), "{html}");
}

#[test]
fn a_number_that_cannot_be_shown_says_why() {
    check(
        [prose("Дял: {nobody.q.a.share}.")],
        "<p>Дял: <span class=\"live-number\" title=\"Не може: hidden.\">скрито</span>.</p>\n",
    );
    check(
        [Body::Figure(FigureAddress::of(&name("nobody"), &name("q")))],
        "<div class=\"notice notice-plain\" role=\"note\">\n<p>Не може: hidden.</p>\n</div>\n",
    );
}

#[test]
fn a_number_is_plain_words_in_a_heading_and_in_a_link() {
    check([prose("## За {residents.n} души")], "<h2 id=\"за-0-души\">За 73 % души</h2>\n");
    check([prose("[виж {residents.n}](#a)")], "<p><a href=\"#a\">виж 73 %</a></p>\n");
}

#[test]
fn numbers_stand_in_tables() {
    let blocks = manuscript([prose("| а | б |\n|--|--:|\n| в | {residents.n} |")]).rendered(BG, &DATA, &phrases());
    assert!(html::blocks(&blocks, &crate::sample::words()).contains(&format!("{TITLE}>73 %</span></td>")));
}

#[test]
fn figures_are_numbered_in_reading_order_and_headings_keep_their_own_anchors() {
    let figure = |code: &str| Body::Figure(FigureAddress::of(&name("residents"), &name(code)));
    let blocks =
        manuscript([figure("b"), prose("## Същото"), figure("a"), prose("## Същото")]).rendered(BG, &DATA, &phrases());
    let told: Vec<String> = blocks
        .iter()
        .map(|block| match block {
            Block::Figure(figure) => format!("{} {}", figure.number, figure.anchor),
            Block::Heading { anchor, .. } => anchor.clone(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(told, ["1 residents-b", "същото", "2 residents-a", "същото-2"]);
}

#[test]
fn findings_that_stand_together_are_one_list() {
    let finding = |text: &str, strength| Body::Finding { words: words(text), strength };
    check(
        [finding("Едно.", Strength::Indicative), finding("Две.", Strength::Indicative)],
        "<ul>\n<li>Едно.</li>\n<li>Две.</li>\n</ul>\n<p>Изводите са ориентировъчни.</p>\n",
    );
    check(
        [finding("Едно.", Strength::Strong), finding("Две.", Strength::NotEnough)],
        "<ul>\n<li>Едно.</li>\n<li>Две. <em>(твърде малко отговори)</em></li>\n</ul>\n",
    );
}

#[test]
fn every_other_part_has_its_block() {
    let heading = Body::Heading { level: 2, anchor: "a".to_owned(), words: words("Начало") };
    check([heading], "<h2 id=\"a\">Начало</h2>\n");
    let recommend = |text| Body::Recommendation { words: words(text), follows_from: Vec::new() };
    check(
        [recommend("Нека чакането е по-кратко."), recommend("- Едно")],
        "<p><strong>Препоръка 1.</strong> Нека чакането е по-кратко.</p>\n\
         <p><strong>Препоръка 2.</strong> </p>\n<ul>\n<li>Едно</li>\n</ul>\n",
    );
    let notice =
        Body::Notice { kind: NoticeKind::Caution, title: words("Внимание"), words: words("{residents.n}") };
    let blocks = manuscript([notice]).rendered(BG, &DATA, &phrases());
    assert!(html::blocks(&blocks, &crate::sample::words()).contains("Внимание</p>\n<p><span class=\"live-number\""));
    let sheet = Body::MethodSheet(vec![MethodRow {
        term: words("Кой"),
        words: words("Отговориха {residents.n}."),
        ..MethodRow::default()
    }]);
    let blocks = manuscript([sheet]).rendered(BG, &DATA, &phrases());
    assert!(html::blocks(&blocks, &crate::sample::words()).contains("<dt>Кой</dt><dd>Отговориха <span"));
    let key = KeyNumber { value: words("{residents.n}"), label: words("души"), note: Wording::default() };
    let blocks = manuscript([Body::KeyNumbers(vec![key])]).rendered(BG, &DATA, &phrases());
    assert!(html::blocks(&blocks, &crate::sample::words()).contains("<dd class=\"key-value\">73 %</dd>"));
    let annex = Body::Annex { anchor: "t".to_owned(), title: words("Таблици") };
    let table = Body::Table(FigureAddress::compared(&name("q")));
    let blocks = manuscript([annex, table, prose("Край.")]).rendered(BG, &DATA, &phrases());
    let [Block::Annex(annex)] = blocks.as_slice() else { panic!("{blocks:?}") };
    let [Block::Table(table), ..] = annex.blocks.as_slice() else { panic!("{annex:?}") };
    assert_eq!((table.number, table.caption.as_deref()), (Some(1), Some("Какво показва *.q")));
    assert_eq!(annex.blocks.len(), 3);
}

#[test]
fn words_that_lack_a_language_are_told_in_the_other() {
    let blocks = manuscript([prose("Само тук.")]).rendered(base::Language::English, &DATA, &phrases());
    assert_eq!(blocks, [Block::words("Само тук.")]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::cases(300)))]
    #[test]
    fn words_marked_as_words_come_out_as_they_went_in(text in "[a-zа-я0-9 .,:;!?()\\[\\]{}<>*_`~|&#=+\"„“%\\-\\\\/]{1,60}") {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assume!(!text.is_empty());
        let blocks = manuscript([prose(&markdown::escaped(&text))]).rendered(BG, &DATA, &phrases());
        prop_assert_eq!(blocks, vec![Block::words(text)]);
    }

    #[test]
    fn nothing_that_is_written_becomes_html(text in "([#>*_`|\\[\\]()<>!&~:{}\\-\n ]|[a-zа-я0-9]|<script>|javascript:|\\{a.n\\}|\u{f8f0}0\u{f8f1}){0,100}") {
        if let Ok(words) = document::manuscript::Written::read(&text) {
            let blocks = manuscript([Body::Prose(Wording::new(BG, words))]).rendered(BG, &DATA, &phrases());
            let html = html::blocks(&blocks, &crate::sample::words());
            prop_assert!(!html.contains("<script"), "{}", html);
            prop_assert!(!html.contains("href=\"javascript"), "{}", html);
            prop_assert!(!html.contains(['\u{f8f0}', '\u{f8f1}']), "{}", html);
        }
    }
}
