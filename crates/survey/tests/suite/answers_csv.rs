use crate::workbook::{TODAY, answers, many, one, questionnaire, text};
use base::Explain;
use jiff::civil::date;
use proptest::prelude::*;
use std::sync::LazyLock;
use survey::answers_csv::{self, Columns, CsvRead, Encoding, Row};
use survey::{Answer, Answers, Mode, OptionCode, Questionnaire};

const SURVEY: &str = "type|name|label::Български (bg)|label::English (en)|relevant
select_one yesno|used|Ползвали ли сте услуга?|Have you used a service?
integer|times|Колко пъти?|How many times?|${used} = 'yes'
select_one what or_other|way|Как?|How?
select_multiple what or_other|ways|Как още?|How else?
decimal|pay|Колко платихте?|What did you pay?
text|why|Защо?|Why?";

static FORM: LazyLock<Questionnaire> = LazyLock::new(|| questionnaire(SURVEY));

fn read(text: &str) -> CsvRead {
    answers_csv::read(&FORM, text.as_bytes(), TODAY).unwrap()
}

#[track_caller]
fn takes(text: &str, expect: &[Answers]) -> CsvRead {
    let read = read(text);
    assert_eq!(read.rejected, [], "{text}");
    let taken: Vec<Answers> = read.accepted.iter().map(|row| row.answers.clone()).collect();
    assert_eq!(taken, expect, "{text}");
    read
}

/// The refusals as `answer-not-a-number D2`.
#[track_caller]
fn rejects(text: &str, expect: &[&str]) {
    let found: Vec<String> = read(text)
        .rejected
        .iter()
        .map(|found| {
            format!("{} {}{}", found.code(), found.letter().unwrap_or_default(), found.row.unwrap_or_default())
        })
        .collect();
    assert_eq!(found, expect, "{text}");
}

#[track_caller]
fn refuses(bytes: &[u8], expect: &str) {
    assert_eq!(answers_csv::read(&FORM, bytes, TODAY).unwrap_err().code(), expect);
}

#[test]
fn separators_marks_and_encodings() {
    let expect = [answers(&[("used", one("yes")), ("why", text("Опашка, и пак"))])];
    for (separator, quote) in [(',', "\""), (';', ""), ('\t', "")] {
        let file = format!("\u{feff}used{separator}why\r\nyes{separator}{quote}Опашка, и пак{quote}\r\n");
        assert_eq!(takes(&file, &expect).separator, separator);
    }
    let file = "used;why\nyes;Опашка, и пак\n";
    let bytes: Vec<u8> = file
        .chars()
        .map(|letter| match letter {
            'А'..='я' => u8::try_from(u32::from(letter) - 0x410 + 0xC0).unwrap(),
            _ => u8::try_from(letter).unwrap(),
        })
        .collect();
    let read = answers_csv::read(&FORM, &bytes, TODAY).unwrap();
    assert_eq!((read.encoding, &read.accepted[0].answers), (Encoding::Windows1251, &expect[0]));
    let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(file.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let read = answers_csv::read(&FORM, &wide, TODAY).unwrap();
    assert_eq!((read.encoding, &read.accepted[0].answers), (Encoding::Utf16, &expect[0]));
}

#[test]
fn codes_labels_and_columns_for_options() {
    takes(
        "used\nДа\nyes\nno\nYES",
        &[
            answers(&[("used", one("yes"))]),
            answers(&[("used", one("yes"))]),
            answers(&[("used", one("no"))]),
            answers(&[("used", one("yes"))]),
        ],
    );
    let both = answers(&[("ways", many(&["paper", "web"]))]);
    for cell in ["paper web", "web paper", "Хартия;Сайт", "\"Хартия, Сайт\"", "Website|Paper"] {
        takes(&format!("ways\n{cell}"), std::slice::from_ref(&both));
    }
    takes("ways/paper,ways/web,ways/none\n1,да,0\n0,0,1", &[both, answers(&[("ways", many(&["none"]))])]);
    let other = Answer::One(OptionCode::other(), Some("с гълъб".to_owned()));
    takes("way,way_other\nДруго,с гълъб\n,с гълъб", &[answers(&[("way", other.clone())]), answers(&[("way", other)])]);
    takes(
        "Ползвали ли сте услуга?;Колко пъти?\nДа;3",
        &[answers(&[("used", one("yes")), ("times", Answer::Integer(3))])],
    );
    takes("group/inner/pay\n\"1 234,5\"", &[answers(&[("pay", Answer::Decimal(1234.5))])]);
}

#[test]
fn columns_are_guessed_from_codes_labels_and_marks() {
    let check = |header: &str, expect: &[&str]| {
        let columns = Columns::of(&FORM, format!("{header}\n1").as_bytes()).unwrap();
        assert_eq!(columns.names, expect, "{header}");
    };
    check("used,times,way_other,ways/a", &["used", "times", "way_other", ""]);
    check("Ползвали ли сте услуга?;1. Защо;Как?", &["used", "why", "way"]);
    check("Timestamp\tWhy?\tСтранна колона", &["day", "why", ""]);
    check("Анкета [Защо?],Q2. How many times", &["why", ""]);
    // What is named plainly comes first, and nothing is guessed twice.
    check("Защо,why,mode,начин", &["", "why", "mode", ""]);
    check("нищо;познато", &["", ""]);
    assert_eq!(Columns::of(&FORM, "нищо;познато\n1;2".as_bytes()).unwrap().separator, ';');
    let columns = Columns::of(&FORM, "why,used\nа,\nб,Да\nа,Не\nв,\nг,".as_bytes()).unwrap();
    assert_eq!(columns.examples, [vec!["а", "б", "в"], vec!["Да", "Не"]]);
    let offered = Columns::offered(&FORM);
    assert_eq!(offered.iter().take(4).collect::<Vec<_>>(), ["day", "mode", "quotable", "used"]);
    assert!(offered.contains(&"ways_other".to_owned()), "{offered:?}");
    for name in &offered {
        let names = ["why".to_owned(), name.clone()];
        let read = answers_csv::read_named(&FORM, b"a,b\nx,", &names, TODAY);
        assert_eq!(read.is_ok(), name != "why", "{name}");
    }
}

#[test]
fn columns_mean_what_somebody_said() {
    let file =
        "Отметка;А;Б;В\n20.7.2023 10:11:12;да;;не казвам\n2023-07-21T08:00;не;3,5;\n;;;\nвчера;да;1;\n".as_bytes();
    let names = ["day", "used", "pay", "why"].map(str::to_owned);
    let read = answers_csv::read_named(&FORM, file, &names, TODAY).unwrap();
    let days: Vec<_> = read.accepted.iter().map(|row| row.day).collect();
    assert_eq!(days, [Some(date(2023, 7, 20)), Some(date(2023, 7, 21))]);
    assert_eq!(read.accepted[1].answers.get("pay"), Some(&Answer::Decimal(3.5)));
    assert_eq!((read.rejected.len(), read.rejected[0].row), (1, Some(5)));
    let refused = |names: [&str; 4]| {
        let problem = answers_csv::read_named(&FORM, file, &names.map(str::to_owned), TODAY).unwrap_err();
        (problem.code(), problem.column)
    };
    assert_eq!(refused(["day", "used", "used", ""]), ("csv-repeated-column", Some(2)));
    assert_eq!(refused(["day", "", "", ""]), ("csv-no-known-column", None));
}

#[test]
fn days_and_modes() {
    let read = takes(
        "ден,начин,used\n27.07.2023,хартия,Да\n,,Не",
        &[answers(&[("used", one("yes"))]), answers(&[("used", one("no"))])],
    );
    assert_eq!((read.accepted[0].day, read.accepted[0].mode), (Some(date(2023, 7, 27)), Some(Mode::Paper)));
    assert_eq!((read.accepted[1].day, read.accepted[1].mode, read.accepted[1].row), (None, None, 3));
    rejects("day,mode,used\n32.07.2023,гълъб,yes", &["csv-bad-day A2", "csv-bad-mode B2"]);
}

#[test]
fn what_the_logic_hides_does_not_count() {
    takes("used,times\nno,5", &[answers(&[("used", one("no"))])]);
}

#[test]
fn bad_rows_are_told_with_their_places_and_stop_nobody() {
    rejects(
        "used,way,ways/web,pay,why\nможе би,,,,\n,pigeon,,,\n,,може,,\n,,,много,\nyes,,,,\nyes,,,,,излишно\n,,x,,добре",
        &[
            "answer-unknown-option A2",
            "answer-unknown-option B3",
            "csv-bad-tick C4",
            "answer-not-a-number D5",
            "csv-too-many-cells F7",
        ],
    );
    let read = read("used\nyes\nкой знае\nno");
    assert_eq!((read.accepted.len(), read.rejected_rows), (2, 1));
    rejects("used,why\nyes,\"първи\nвтори\"\nкой знае,", &["answer-unknown-option A3"]);
    let read = self::read("used,usd,\nyes,1,2");
    assert_eq!(read.ignored.len(), 1);
    assert_eq!(read.ignored[0].code(), "csv-unknown-column");
}

#[test]
fn formulas_are_words() {
    takes(
        "why\n=1+1\n'=1+1\n\"<script>\"",
        &[answers(&[("why", text("=1+1"))]), answers(&[("why", text("=1+1"))]), answers(&[("why", text("<script>"))])],
    );
    let given = answers(&[("why", text("=HYPERLINK(\"x\")")), ("pay", Answer::Decimal(-2.5))]);
    let written = answers_csv::write(&FORM, &[Row { day: None, mode: None, answers: &given }]);
    assert!(written.contains("\"'=HYPERLINK(\"\"x\"\")\""), "{written}");
    assert!(written.contains(",-2.5,"), "a number is no formula: {written}");
}

#[test]
fn files_that_are_none() {
    refuses(b"", "csv-empty");
    refuses(b" \r\n \n", "csv-empty");
    refuses(b"\xEF\xBB\xBF", "csv-empty");
    refuses(b"PK\x03\x04...", "csv-not-text");
    refuses(b"used\n\0", "csv-not-text");
    refuses(b"used\n\x98", "csv-not-text");
    refuses(b"\xFF\xFEa", "csv-not-text");
    refuses("име,възраст\nАнна,40".as_bytes(), "csv-no-known-column");
    refuses(b"day,mode\n2023-07-27,paper", "csv-no-known-column");
    refuses(b"used,used\nyes,no", "csv-repeated-column");
    refuses(format!("used{}", ",x".repeat(4001)).as_bytes(), "csv-too-many-columns");
    refuses(format!("used\n{}", "yes\n".repeat(200_001)).as_bytes(), "csv-too-many-rows");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::fuzz::cases(64)))]

    /// What is written is read back the same.
    #[test]
    fn a_written_file_is_read_back(
        rows in prop::collection::vec(
            (
                prop::sample::select(vec!["yes", "no"]),
                prop::option::of(0..1000_i64),
                prop::option::of("[=+@'-]?[а-яa-z\",;\n]{1,12}"),
                prop::option::of(prop::sample::subsequence(vec!["paper", "web"], 1..=2)),
                prop::option::of("[=а-я;, ]{0,3}[а-я]{1,4}"),
            ),
            1..6,
        ),
    ) {
        let rows: Vec<Answers> = rows
            .into_iter()
            .map(|(used, times, why, ways, way)| {
                let mut given = answers(&[("used", one(used))]);
                given.0.extend(times.filter(|_| used == "yes").map(|times| ("times".parse().unwrap(), Answer::Integer(times))));
                let why = why.map(|why| why.trim().to_owned()).filter(|why| !why.is_empty() && !why.starts_with('\''));
                given.0.extend(why.map(|why| ("why".parse().unwrap(), Answer::Text(why))));
                given.0.extend(ways.map(|ways| ("ways".parse().unwrap(), many(&ways))));
                let way = way.map(|way| way.trim().to_owned());
                given.0.extend(way.map(|way| ("way".parse().unwrap(), Answer::One(OptionCode::other(), Some(way)))));
                given
            })
            .collect();
        let lines: Vec<Row<'_>> = rows.iter().map(|answers| Row { day: Some(TODAY), mode: Some(Mode::Paper), answers }).collect();
        let written = answers_csv::write(&FORM, &lines);
        let read = answers_csv::read(&FORM, written.as_bytes(), TODAY).unwrap();
        prop_assert_eq!(&read.rejected, &vec![], "{}", written);
        let taken: Vec<Answers> = read.accepted.into_iter().map(|row| row.answers).collect();
        prop_assert_eq!(taken, rows);
    }
}
