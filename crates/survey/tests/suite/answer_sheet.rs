//! Sheets of Google Forms and Microsoft Forms. All of them are invented here, after the way in which both services write.

use crate::fuzz::{cases, changed, changes};
use crate::workbook::TODAY;
use base::Explain;
use jiff::civil::date;
use proptest::prelude::*;
use survey::answer_sheet::{Confidence, Confirmed, Guess, Proposal, Reason, Role, Service, Sheet, SheetProblem};
use survey::{Answer, OptionCode, Standing, archive};

/// Google: a time, an address, a choice, several joined by commas of which one has a comma of its own, a grid, a scale.
fn google() -> String {
    let mut csv = "\"Клеймо за време\",Имейл адрес,Ползвахте ли услуга?,\"Как?\",Доколко сте съгласни? [Бързо е],Доколко сте съгласни? [Учтиви са],Оценете от 1 до 5,Какво да подобрим?,На колко години сте?\n".to_owned();
    let ways = [
        "На гише",
        "На гише, По интернет",
        "По интернет, По пощата, с обратна разписка",
        "По пощата, с обратна разписка",
        "На гише, По пощата, с обратна разписка",
    ];
    let steps = ["Напълно съгласен", "Съгласен", "Нито съгласен, нито несъгласен", "Несъгласен", "Не мога да преценя"];
    for row in 0..40_usize {
        let used = if row % 3 == 0 { "Не" } else { "Да" };
        csv.push_str(&format!(
            "2023/07/{:02} 10:{row:02}:12 AM GMT+3,chovek{row}@example.org,{used},\"{}\",\"{}\",\"{}\",{},Предложение номер {row} за по-кратко чакане на опашката пред гишето,{}\n",
            1 + row % 28,
            ways[row % 5],
            steps[row % 5],
            steps[(row / 2) % 4],
            1 + row % 5,
            18 + row * 2,
        ));
    }
    csv
}

/// Microsoft: its own first columns, parts that end with semicolons, neighbours of one scale, „друго“ in own words.
fn microsoft() -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("Sheet1").unwrap();
    let headers = [
        "ID",
        "Start time",
        "Completion time",
        "Email",
        "Name",
        "Кои услуги ползвахте?",
        "Обслужването е бързо",
        "Служителите са любезни",
        "Откъде научихте?",
        "Дата на посещение",
    ];
    for (column, header) in (0..).zip(headers) {
        sheet.write_string(0, column, header).unwrap();
    }
    let day = rust_xlsxwriter::Format::new().set_num_format("m/d/yyyy h:mm");
    let services = [
        "Адресна регистрация;",
        "Данъци;Адресна регистрация;",
        "Гражданско състояние;",
        "Данъци;Гражданско състояние;",
    ];
    let steps = ["Никога", "Рядко", "Понякога", "Често", "Винаги"];
    let sources = ["От сайта", "От съсед", "От вестника"];
    for row in 1..=30_u32 {
        let place = usize::try_from(row).unwrap();
        sheet.write_number(row, 0, f64::from(row)).unwrap();
        let moment = rust_xlsxwriter::ExcelDateTime::from_ymd(2023, 7, u8::try_from(row % 28 + 1).unwrap())
            .unwrap()
            .and_hms(9, 30, 0)
            .unwrap();
        sheet.write_datetime_with_format(row, 1, &moment, &day).unwrap();
        sheet.write_datetime_with_format(row, 2, &moment, &day).unwrap();
        sheet.write_string(row, 3, "anonymous").unwrap();
        sheet.write_string(row, 5, services[place % 4]).unwrap();
        sheet.write_string(row, 6, steps[place % 5]).unwrap();
        sheet.write_string(row, 7, steps[place % 3]).unwrap();
        let source = if place == 7 { "От плаката в читалището" } else { sources[place % 3] };
        sheet.write_string(row, 8, source).unwrap();
        sheet.write_string(row, 9, format!("{}.07.2023 г.", 1 + place % 20)).unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

fn confirmed(proposal: &Proposal) -> Confirmed {
    let confirmed = proposal.confirm("proba", "Проба").unwrap();
    let form = &confirmed.questionnaire;
    assert_eq!(archive::read(&archive::write(form)).as_ref(), Ok(form));
    confirmed
}

#[test]
fn a_sheet_of_google_is_proposed() {
    let sheet = Sheet::read(google().as_bytes()).unwrap();
    assert_eq!((sheet.headers.len(), sheet.rows.len()), (9, 40));
    let proposal = Proposal::of(&sheet);
    assert_eq!(proposal.service, Service::Google);
    let of = |place: usize| &proposal.columns[place];
    assert_eq!((&of(0).role, of(0).confidence), (&Role::Day, Confidence::High));
    assert_eq!((&of(1).role, &of(1).reasons), (&Role::LeftOut, &vec![Reason::PersonalHeader]));
    assert!(
        matches!(&of(2).role, Role::Question(Guess::One { options, ordered: false, other: false, grid: None }) if options.len() == 2)
    );
    let Role::Question(Guess::Many { options, other: false }) = &of(3).role else { panic!("{:?}", of(3)) };
    let mut options = options.clone();
    options.sort();
    assert_eq!(options, ["На гише", "По интернет", "По пощата, с обратна разписка"]);
    for (place, row) in [(4, "Бързо е"), (5, "Учтиви са")] {
        let Role::Question(Guess::One { options, ordered, grid, .. }) = &of(place).role else {
            panic!("{:?}", of(place))
        };
        assert_eq!((of(place).header.as_str(), grid.as_deref()), (row, Some("Доколко сте съгласни?")));
        assert!(ordered, "{options:?}");
        assert_eq!(
            options,
            &["Несъгласен", "Нито съгласен, нито несъгласен", "Съгласен", "Напълно съгласен", "Не мога да преценя"]
        );
    }
    assert!(
        matches!(&of(6).role, Role::Question(Guess::One { options, ordered: true, .. }) if options == &["1", "2", "3", "4", "5"])
    );
    assert_eq!(of(6).reasons, [Reason::SmallNumbers { least: 1, most: 5 }]);
    assert_eq!(of(7).role, Role::Question(Guess::Text { long: true }));
    assert_eq!(of(8).role, Role::Question(Guess::Integer));
}

#[test]
fn answers_are_read_with_what_was_confirmed() {
    let sheet = Sheet::read(google().as_bytes()).unwrap();
    let confirmed = confirmed(&Proposal::of(&sheet));
    let form = &confirmed.questionnaire;
    assert!(confirmed.warnings.is_empty());
    assert_eq!(form.questions().count(), 7);
    let grid = form.battery_of("q3").unwrap();
    assert_eq!((grid.label.as_ref().unwrap().bulgarian.as_str(), grid.rows().count()), ("Доколко сте съгласни?", 2));
    let steps = form.scale_of(form.question("q3").unwrap()).unwrap();
    let standings: Vec<Standing> = steps.options.iter().map(|option| option.standing).collect();
    assert_eq!(standings[..4], [1.0, 2.0, 3.0, 4.0].map(Standing::Value));
    assert_eq!(standings[4], Standing::DontKnow);
    let read = confirmed.read(&sheet, TODAY).unwrap();
    assert_eq!((read.accepted.len(), read.rejected_rows), (40, 0), "{:?}", read.rejected);
    let third = &read.accepted[2];
    assert_eq!((third.row, third.day), (4, Some(date(2023, 7, 3))));
    let labels = |code: &str| -> Vec<String> {
        let scale = form.scale_of(form.question(code).unwrap()).unwrap();
        let options = third.answers.get(code).unwrap().options();
        options.iter().map(|option| scale.option(option.as_str()).unwrap().label.bulgarian.clone()).collect()
    };
    let mut ways = labels("q2");
    ways.sort();
    assert_eq!(ways, ["По интернет", "По пощата, с обратна разписка"]);
    assert_eq!(labels("q3"), ["Нито съгласен, нито несъгласен"]);
    assert_eq!(labels("q5"), ["3"]);
    assert_eq!(third.answers.get("q7"), Some(&Answer::Integer(22)));
}

#[test]
fn a_sheet_of_microsoft_is_proposed_and_read() {
    let sheet = Sheet::read(&microsoft()).unwrap();
    let proposal = Proposal::of(&sheet);
    assert_eq!(proposal.service, Service::Microsoft);
    let roles: Vec<bool> = proposal.columns.iter().map(|column| matches!(column.role, Role::Question(_))).collect();
    assert_eq!(roles, [false, false, false, false, false, true, true, true, true, true]);
    assert_eq!(proposal.columns[2].role, Role::Day);
    assert!(
        matches!(&proposal.columns[5].role, Role::Question(Guess::Many { options, other: false }) if options.len() == 3)
    );
    assert!(proposal.columns[7].reasons.contains(&Reason::SameOptionsAsNeighbour));
    assert_eq!(proposal.columns[7].confidence, Confidence::Medium);
    assert!(
        matches!(&proposal.columns[8].role, Role::Question(Guess::One { other: true, .. })),
        "{:?}",
        proposal.columns[8]
    );
    assert_eq!(proposal.columns[9].role, Role::Question(Guess::Date));
    let confirmed = confirmed(&proposal);
    assert_eq!(confirmed.questionnaire.battery_of("q2").unwrap().rows().count(), 2);
    let read = confirmed.read(&sheet, TODAY).unwrap();
    assert_eq!((read.accepted.len(), read.rejected_rows), (30, 0), "{:?}", read.rejected);
    let seventh = &read.accepted[6];
    assert_eq!(
        seventh.answers.get("q4"),
        Some(&Answer::One(OptionCode::other(), Some("От плаката в читалището".to_owned())))
    );
    assert_eq!(seventh.answers.get("q5"), Some(&Answer::Date(date(2023, 7, 8))));
    assert_eq!(seventh.day, Some(date(2023, 7, 8)));
}

#[test]
fn a_person_corrects_and_that_counts() {
    let sheet = Sheet::read(google().as_bytes()).unwrap();
    let mut proposal = Proposal::of(&sheet);
    proposal.correct(6, Role::Question(Guess::Integer)).unwrap();
    proposal.correct(7, Role::LeftOut).unwrap();
    let options = vec!["Да".to_owned(), "Може би".to_owned()];
    let yes = Role::Question(Guess::One { options, ordered: false, other: false, grid: None });
    proposal.correct(2, yes).unwrap();
    assert_eq!(
        (proposal.columns[6].confidence, &proposal.columns[6].reasons),
        (Confidence::Person, &vec![Reason::Corrected])
    );
    assert_eq!(proposal.correct(99, Role::Day), Err(SheetProblem::NoColumn { column: 99 }));
    let one = Role::Question(Guess::Many { options: vec!["х".to_owned()], other: false });
    assert!(matches!(proposal.correct(2, one), Err(SheetProblem::FewOptions { .. })));
    let confirmed = confirmed(&proposal);
    assert_eq!(confirmed.questionnaire.questions().count(), 6);
    let read = confirmed.read(&sheet, TODAY).unwrap();
    assert_eq!(read.rejected_rows, 14, "those who said no are refused, row by row");
    assert_eq!(read.rejected[0].row, Some(2));
    for column in 0..9 {
        proposal.correct(column, Role::LeftOut).unwrap();
    }
    assert_eq!(proposal.confirm("x", "x").unwrap_err(), [SheetProblem::NoQuestions]);
}

#[test]
fn own_words_personal_numbers_and_few_answers() {
    let sheet = |header: &str, values: &[&str]| {
        let rows: String = values.iter().map(|value| format!("x,\"{value}\"\n")).collect();
        let sheet = Sheet::read(format!("а,{header}\n{rows}").as_bytes()).unwrap();
        Proposal::of(&sheet).columns[1].clone()
    };
    let role = |values: &[&str]| sheet("Въпрос", values).role;
    assert_eq!(role(&["0888 123 456", "0888123457", "+359 888 123 458"]), Role::LeftOut);
    assert_eq!(role(&["5001011234", "5001011235"]), Role::LeftOut);
    assert_eq!(sheet("Вашият телефон", &["не давам", "да"]).role, Role::LeftOut);
    assert_eq!(role(&["1,5", "2,25"]), Role::Question(Guess::Decimal));
    assert_eq!(role(&["2023-07-01", "2023-07-02"]), Role::Question(Guess::Date));
    assert_eq!(role(&["така", "иначе"]), Role::Question(Guess::Text { long: false }));
    assert!(matches!(role(&["Да", "Да", "Не", "Не"]), Role::Question(Guess::One { .. })));
    assert_eq!(role(&["3", "4"]), Role::Question(Guess::Integer));
    let empty = sheet("Въпрос", &["", ""]);
    assert_eq!((empty.role, empty.reasons), (Role::LeftOut, vec![Reason::Nothing]));
}

#[test]
fn english_sheets_put_the_month_first() {
    let mut csv = "Timestamp,Do you agree?\n".to_owned();
    for day in 1..=10 {
        csv.push_str(&format!("7/{day}/2023 10:00:00,{}\n", if day % 2 == 0 { "Agree" } else { "Neutral" }));
    }
    let sheet = Sheet::read(csv.as_bytes()).unwrap();
    let confirmed = confirmed(&Proposal::of(&sheet));
    assert_eq!(confirmed.warnings, [SheetProblem::NotBulgarian]);
    let read = confirmed.read(&sheet, TODAY).unwrap();
    assert_eq!(read.accepted[2].day, Some(date(2023, 7, 3)));
}

#[test]
fn what_tells_who_answered_is_emptied_before_anything_is_kept() {
    let sheet = Sheet::read(google().as_bytes()).unwrap().without_personal();
    assert_eq!(sheet.withheld.iter().copied().collect::<Vec<_>>(), [1]);
    assert!(sheet.rows.iter().all(|row| row[1].is_empty() && !row[2].is_empty()));
    assert!(!String::from_utf8(sheet.archive()).unwrap().contains("example.org"));
    let again = Sheet::restore(&sheet.archive()).unwrap();
    assert_eq!(again, sheet);
    let proposal = Proposal::of(&again);
    assert_eq!(proposal.columns[1].role, Role::LeftOut);
    assert_eq!(proposal.columns[1].reasons, [Reason::Withheld]);
    assert_eq!(proposal.personal().into_iter().collect::<Vec<_>>(), [1]);
    for broken in [&b""[..], b"{}", b"[[\"a\"],[[\"b\",\"c\"]],[]]"] {
        assert!(Sheet::restore(broken).is_err());
    }
}

#[test]
fn rows_and_columns_of_refusals_are_those_of_the_sheet() {
    let mut sheet = Sheet::read(google().as_bytes()).unwrap();
    sheet.rows[4][8] = "много".to_owned();
    let proposal = Proposal::of(&sheet);
    let mut proposal = Proposal { columns: proposal.columns.clone(), ..proposal };
    proposal.correct(8, Role::Question(Guess::Integer)).unwrap();
    proposal.correct(2, Role::LeftOut).unwrap();
    let read = confirmed(&proposal).read(&sheet, TODAY).unwrap();
    assert_eq!(read.rejected.len(), 1);
    assert_eq!((read.rejected[0].row, read.rejected[0].letter().as_deref()), (Some(6), Some("I")));
}

#[test]
fn options_are_offered_from_what_stands_in_the_sheet() {
    let sheet = Sheet::read(google().as_bytes()).unwrap();
    assert_eq!(sheet.options(2, false), ["Да", "Не"]);
    let ways = sheet.options(3, true);
    assert!(ways.contains(&"По пощата, с обратна разписка".to_owned()) && ways.len() == 3, "{ways:?}");
    assert_eq!(sheet.options(4, false).last().unwrap(), "Не мога да преценя");
    assert_eq!(sheet.examples(2, 4), ["Не", "Да"]);
    let csv = Sheet::read(&sheet.to_csv()).unwrap();
    assert_eq!(csv, sheet);
}

#[test]
fn sheets_that_are_none() {
    let refuse = |bytes: &[u8]| Sheet::read(bytes).unwrap_err();
    assert_eq!(refuse(b"").code(), "sheet-empty");
    assert_eq!(refuse(b" \n ").code(), "sheet-empty");
    assert_eq!(refuse("Въпрос\n".as_bytes()).code(), "sheet-no-answers");
    assert_eq!(refuse(b"a\0b").code(), "sheet-not-a-sheet");
    assert_eq!(refuse(b"PK\x03\x04 no workbook").code(), "xlsform-damaged");
    assert_eq!(refuse(&vec![b'x'; (32 << 20) + 1]).code(), "sheet-too-large");
    let wide = format!("{}\n{}", vec!["a"; 501].join(","), vec!["1"; 501].join(","));
    assert_eq!(refuse(wide.as_bytes()).code(), "sheet-too-many-columns");
    let long = refuse(format!("a,b\n1,{}", "ж".repeat(10_001)).as_bytes());
    assert_eq!((long.code(), long.row, long.letter()), ("sheet-too-long", Some(2), Some("B".to_owned())));
    assert_eq!(refuse(format!("a\n{}", "1\n".repeat(100_001)).as_bytes()).code(), "sheet-too-many-rows");
    let formula = Sheet::read("Въпрос\n=cmd()\n<script>\n".as_bytes()).unwrap();
    assert_eq!(formula.rows, [["=cmd()"], ["<script>"]]);
}

/// Looks at a sheet all the way through.
fn walk(bytes: &[u8]) {
    let Ok(sheet) = Sheet::read(bytes) else { return };
    let proposal = Proposal::of(&sheet);
    assert_eq!(proposal.columns.len(), sheet.headers.len());
    if let Ok(confirmed) = proposal.confirm("x", "x") {
        let form = &confirmed.questionnaire;
        assert_eq!(archive::read(&archive::write(form)).as_ref(), Ok(form));
        if let Ok(read) = confirmed.read(&sheet, TODAY) {
            assert!(read.accepted.len() + read.rejected_rows <= sheet.rows.len());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(128)))]

    #[test]
    fn sheet_any_cells(cells in prop::collection::vec(prop::collection::vec("[а-в, ;]{0,6}|[0-9./, -]{0,10}|Да|Не|other|Винаги|Често|Понякога|.{0,5}", 4), 0..20)) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["Timestamp", "Въпрос [а]", "Въпрос [б]", "x"]).unwrap();
        for row in &cells {
            writer.write_record(row).unwrap();
        }
        walk(&writer.into_inner().unwrap());
    }

    #[test]
    fn sheet_changed(changes in changes()) {
        walk(&changed(google().as_bytes(), &changes));
        walk(&changed(&microsoft(), &changes));
    }

    #[test]
    fn sheet_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        walk(&bytes);
    }
}
