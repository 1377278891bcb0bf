//! Whatever comes in, nothing panics. `GLAS_FUZZ_CASES` raises the number of cases for a long night.

use crate::hostile::{packed, parts};
use crate::workbook::{CHOICES, TODAY, questionnaire, written};
use proptest::prelude::*;
use std::sync::LazyLock;
use survey::entry::{self, Hand};
use survey::expression::{Asked, Instance, Reach, Scene};
use survey::{
    Answers, Context, Expression, Journey, Questionnaire, Surroundings, answers_csv, archive, redaction, response_json,
    xlsform,
};

/// The number of cases: from the environment, or the given one.
pub fn cases(usual: u32) -> u32 {
    std::env::var("GLAS_FUZZ_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(usual)
}

static WORKBOOK: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let survey = "type|name|label|label::en|relevant|constraint|required|appearance|calculation
note|n|Здравейте|Hello
begin group|g|Страница|Page||||field-list
select_one grade|h|Оценете|Rate||||label
select_one grade|a|Бързина|Speed||||list-nolabel
select_one grade|b|Яснота|Clarity|${a} > 1|||list-nolabel
end group
select_multiple what or_other|c|Как?|How?||count-selected(.) < 3|${a} = 1
integer|d|Колко?|How many?|regex(${c_other}, '[а-я]+')|. > 0|yes
calculate|e|||||||${d} * 2
date|f|Кога?|When?|${e} > 2";
    written(&[("survey", survey), CHOICES, ("settings", "form_id|form_title\nx|Заглавие")])
});

/// The old workbooks that are at hand.
static OLD: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let folder = crate::samples::shared("samples/xlsform");
    let files = folder.iter().flat_map(|folder| std::fs::read_dir(folder).unwrap()).map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|ending| ending == "xls")).collect();
    files.sort();
    files.iter().map(|path| std::fs::read(path).unwrap()).collect()
});

const VALUES: &str = "survey,,,\n,type,name,label\n,select_one a,q,\"Кое, или\"\"\n кое?\"\nchoices,,,\n,list_name,name,label\n,a,1,Да\n,a,2,Не\n";

const TABLES: &str = "| survey |\n| | type | name | label |\n| | select_one a | q | Кое \\| <br> кое? |\n| choices |\n| | list_name | name | label |\n| | a | 1 | Да |\n";

static PARTS: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| parts(&WORKBOOK));

static FORM: LazyLock<Questionnaire> = LazyLock::new(|| {
    questionnaire(
        "type|name|label\nselect_one yesno|q|Да?\nselect_one grade|g|Как?\nselect_multiple what or_other|w|Кое?",
    )
});

/// Expressions to be changed.
const FORMS: [&str; 12] = [
    "/d/r[2]/b | //c[last()]/..",
    "count(r[b = 'x'][position() < 2]) + sum(//a) div 2",
    "indexed-repeat(${b}, ${r}, 1)",
    "join(', ', randomize(r/b, 3), uuid(5))",
    "format-date-time(//c, '%Y-%m-%d %H:%3 %a %b %W')",
    "substring(substr(${b}, -1, 9), 0 div 0, 3)",
    "weighted-checklist(1, 2, a > 3, 1, not(b), -1)",
    "area(//c) + distance(//c, '1 2') + geofence('1 1', //c)",
    "translate(upper-case(normalize-space(${b})), 'XY', 'z')",
    "date-time(decimal-date-time(//c) + 1e9) >= now()",
    "r/following-sibling::*/ancestor-or-self::node()/@v",
    "base64-decode('AAAA') = once(if(a, b, current()/r/b))",
];

const PIECES: [&str; 34] = [
    "(",
    ")",
    "[",
    "]",
    "/",
    "//",
    "..",
    ".",
    "'",
    "\"",
    "-",
    "${",
    "}",
    "*",
    " div ",
    "@",
    "ж",
    "\u{0}",
    "99999999999999999999",
    "1e999",
    "0.0000001",
    "::",
    "|",
    ",",
    " = ",
    "[0]",
    "[-1]",
    "[//*]",
    "true()",
    "1 div 0",
    "date(-99999999)",
    "substr('жж',1,-5)",
    "%",
    "round(5, 400)",
];

/// One change of a file: where (in thousandths), what to put there, how much to take away.
pub type Change = (usize, Vec<u8>, usize);

pub fn changes() -> impl Strategy<Value = Vec<Change>> {
    let piece = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..8),
        prop::sample::select(vec![
            "<",
            ">",
            "</row>",
            "<row r=\"4294967295\">",
            "<c r=\"\">",
            "<c r=\"ZZZZZZZZ99999999999\">",
            "t=\"s\"",
            "<v>99999999</v>",
            "<v>-1</v>",
            "&amp;",
            "&#x0;",
            "&#55296;",
            "&nope;",
            "<![CDATA[",
            "]]>",
            "<!--",
            "<f>1/0</f>",
            "1e999",
            "NaN",
            "-1",
            "xml:space",
            "\"",
            "r=\"A0\"",
            "count=\"-5\"",
            "<si/>",
            "<t>",
            "s=\"4000000000\"",
            "formatCode=\"[$-\"",
            "numFmtId=\"65536\"",
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
    ];
    prop::collection::vec((0..1000_usize, piece, 0..6_usize), 1..6)
}

pub fn changed(content: &[u8], changes: &[Change]) -> Vec<u8> {
    let mut content = content.to_vec();
    for (place, piece, less) in changes {
        let start = content.len() * place / 1000;
        let end = (start + less).min(content.len());
        content.splice(start..end, piece.iter().copied());
    }
    content
}

/// Puts a taken questionnaire to use.
fn walk(bytes: &[u8]) {
    if let Ok(imported) = xlsform::import(bytes, "x.xlsx") {
        let form = imported.questionnaire;
        assert_eq!(archive::read(&archive::write(&form)).as_ref(), Ok(&form));
        let journey = Journey::of(&form, &Answers::default(), TODAY);
        assert!(journey.pages().len() <= form.questions().count());
        let lint = survey::lint::lint(&form, &imported.places);
        assert!(lint.minutes.least <= lint.minutes.most);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(192)))]

    #[test]
    fn workbook_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        walk(&bytes);
        walk(&[b"PK\x03\x04", bytes.as_slice()].concat());
    }

    #[test]
    fn old_workbook_changed(place in 0..8_usize, changes in changes(), bits in prop::collection::vec((any::<usize>(), any::<u8>()), 0..24)) {
        let Some(name) = OLD.get(place % OLD.len().max(1)) else { return Ok(()) };
        let mut content = changed(name, if bits.len() % 2 == 0 { &changes } else { &[] });
        for (at, byte) in bits {
            // Half of them fall on the header and the directory, where a byte weighs most.
            let at = if byte % 2 == 0 { at % 4096 } else { at } % content.len();
            content[at] = byte;
        }
        walk(&content);
    }

    #[test]
    fn flat_text_changed(changes in changes(), is_table in any::<bool>()) {
        walk(&changed(if is_table { TABLES } else { VALUES }.as_bytes(), &changes));
    }

    #[test]
    fn flat_any_text(text in "(survey|choices|type|name|label|text|[a-z]{0,3}|\\||\"|\\\\|<br>|,|;|\n|\t| ){0,60}") {
        walk(text.as_bytes());
        walk(format!("| survey |\n{text}").as_bytes());
        walk(format!("survey,,\n{text}").as_bytes());
    }

    #[test]
    fn workbook_changed_outside(changes in changes()) {
        walk(&changed(&WORKBOOK, &changes));
    }

    #[test]
    fn workbook_changed_inside(part in 0..64_usize, changes in changes()) {
        let mut parts = PARTS.clone();
        let place = part % parts.len();
        parts[place].1 = changed(&parts[place].1, &changes);
        walk(&packed(&parts));
    }

    #[test]
    fn workbook_changed_cells(changes in changes()) {
        let mut parts = PARTS.clone();
        for (name, content) in &mut parts {
            if name.contains("sheet1.xml") || name.contains("sharedStrings") {
                *content = changed(content, &changes);
            }
        }
        walk(&packed(&parts));
    }

    #[test]
    fn workbook_any_cells(cells in prop::collection::vec(("[a-z_ ]{0,12}|begin group|end group|select_one grade", ".{0,6}|[a-z]{1,3}", ".{0,12}", ".{0,20}"), 0..12)) {
        let rows: String = cells.iter().map(|(a, b, c, d)| format!("{a}|{b}|{c}|{d}\n").replace('\u{0}', "")).collect();
        let rows: String = rows.chars().filter(|letter| !letter.is_control() || *letter == '\n').collect();
        walk(&written(&[("survey", &format!("type|name|label|relevant\n{rows}")), CHOICES]));
    }

    #[test]
    fn expression_on_a_form(place in 0..FORMS.len(), changes in prop::collection::vec((0..60_usize, 0..PIECES.len(), 0..4_usize), 0..5), seed in any::<u64>()) {
        let mut source: Vec<char> = FORMS[place].chars().collect();
        for (at, piece, less) in changes {
            let start = at.min(source.len());
            let end = (start + less).min(source.len());
            source.splice(start..end, PIECES[piece].chars());
        }
        let source: String = source.into_iter().collect();
        if let Ok(expression) = Expression::parse_within(&source, Reach::FORM) {
            expression.check(&|_| Some(Asked::Many(&["a"])));
            let instance = Instance::read("<d v='1'><a>7</a><r><b>x y</b><c>2020-01-01</c></r><r><b/><c>1;2</c></r></d>").unwrap();
            let surroundings = Surroundings { seed: Some(seed), ..Surroundings::default() };
            let scene = Scene { instance: &instance, at: instance.top().unwrap(), today: TODAY, surroundings };
            let once = expression.find(&scene);
            prop_assert_eq!(format!("{once:?}"), format!("{:?}", expression.find(&scene)));
        }
    }

    #[test]
    fn form_changed(changes in changes()) {
        let xml = changed(b"<d v='1'><a>7&amp;</a><r><b>x y</b><![CDATA[<]]></r><r><b/><c>1;2</c></r></d>", &changes);
        if let Ok(instance) = Instance::read(&String::from_utf8_lossy(&xml)) {
            instance.words(instance.top().unwrap()).unwrap();
        }
    }

    #[test]
    fn expression_any_text(source in ".{0,60}|[0-9()+*=<>.,'$ {}a-z-]{0,60}|((selected|if|not|regex)\\(|\\$\\{a\\}|[0-9 ,)=+-]|'a'| and | or ){0,30}") {
        if let Ok(expression) = Expression::parse(&source) {
            let answers = Answers::default();
            let context = Context { answers: &answers, own: None, today: TODAY, surroundings: Surroundings::default() };
            let _text = expression.value(&context).as_text();
            let again = Expression::parse(expression.source()).unwrap();
            prop_assert_eq!(again.names(), expression.names());
        }
    }

    #[test]
    fn csv_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..300), text in "((q|g|w|w/web|w_other|day|mode|yes|1|[а-я]{0,3}|\")[,;\t\n]){0,40}") {
        for content in [bytes.as_slice(), text.as_bytes(), &[b"q,g,w\n", bytes.as_slice()].concat()] {
            if let Ok(read) = answers_csv::read(&FORM, content, TODAY) {
                prop_assert!(read.rejected_rows <= read.rejected.len());
            }
        }
    }

    #[test]
    fn form_body_any_fields(fields in prop::collection::btree_map("q|g|w|w_other|[a-z_/]{0,4}", prop::collection::vec(".{0,10}", 0..3), 0..8)) {
        let entry = entry::read_form(&FORM, fields.clone(), TODAY, Hand::Respondent);
        prop_assert_eq!(entry.raw, fields);
    }

    #[test]
    fn documents_any_text(text in ".{0,200}|[\\[{\":,}\\]a-z0-9]{0,80}") {
        let _archive = archive::read(&text);
        let _answers = response_json::read(&text);
    }

    #[test]
    fn source_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200), head in "(PK\u{3}\u{4}|<document>|<LimeSurveyDocType>|\\{|\\[|\"pages\":|glas-questionnaire/1|survey,,|\\| survey \\|){0,4}", ending in "xlsx|lss|lsa|json|md|csv|x") {
        let _read = survey::source::read(&[head.as_bytes(), bytes.as_slice()].concat(), &format!("x.{ending}"));
    }

    #[test]
    fn redaction_any_text(text in "[0-9 +().@a-zа-я/-]{0,80}|.{0,80}") {
        let found = redaction::find(&text);
        for finding in &found {
            prop_assert!(text.get(finding.span.clone()).is_some());
        }
        prop_assert!(found.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
        let redacted = redaction::redact(&text, &found, |_| "█".to_owned());
        prop_assert!(found.is_empty() == (redacted == text));
    }
}
