//! A questionnaire on paper: every kind of question, tagged, in reading order, a code in the foot of each page.

use base::LanguageTag;
use document::{Form, FormBattery, FormCopy, FormOption, FormPart, FormQuestion, FormRow, FormWords, Run, Space};
use std::process::Command;

fn option(key: &str, words: &str) -> FormOption {
    FormOption { key: key.to_owned(), words: words.to_owned(), takes_words: false, leads: String::new() }
}

fn question(number: usize, words: &str, how: &str, space: Space) -> FormPart {
    FormPart::Question(FormQuestion {
        number: number.to_string(),
        words: words.to_owned(),
        hint: String::new(),
        condition: String::new(),
        how: how.to_owned(),
        space,
    })
}

fn run(boxes: u32, words: &str, behind: &str) -> Run {
    Run { boxes, words: words.to_owned(), behind: behind.to_owned() }
}

/// Every kind of part and of space.
pub fn form(codes: &[&str]) -> Form {
    let no = FormOption { leads: "минете на въпрос 3".to_owned(), ..option("2", "Не") };
    let other = FormOption { takes_words: true, ..option("4", "Друго") };
    let several = vec![option("1", "На гише"), option("2", "По пощата"), option("3", "През интернет"), other];
    let rows = (0..24).map(|row| FormRow {
        number: (row + 9).to_string(),
        words: format!("Услуга № {} – доколко Ви удовлетворява начинът, по който е предоставена", row + 1),
        note: if row == 3 {
            "Отговорете, ако на въпрос 1 сте отбелязали „Да“.".to_owned()
        } else {
            String::new()
        },
    });
    let scale = ["Много лошо", "Лошо", "Средно", "Добро", "Много добро", "Не мога да преценя"];
    let scale = (1..).zip(scale).map(|(key, words): (i32, _)| option(&key.to_string(), words)).collect();
    let long: Vec<FormOption> =
        (1..=30).map(|key| option(&key.to_string(), &format!("Населено място {key}"))).collect();
    Form {
        language: LanguageTag::BULGARIAN,
        title: "Гражданско участие и административно обслужване".to_owned(),
        running: "Гражданско участие и административно обслужване".to_owned(),
        version: "Версия k7qf2m4a от 01.05.2023".to_owned(),
        date: jiff::civil::date(2023, 7, 27),
        authors: vec!["Фондация „Примерен глас“".to_owned()],
        demonstration: Some("Демонстрационни данни на Община Примерово".to_owned()),
        opening: vec![
            "Пита Фондация „Примерен глас“ по проект „Участие“.".to_owned(),
            "Анкетата е анонимна, не пишете името си.".to_owned(),
        ],
        how: vec!["Отбелязвайте с кръстче.".to_owned(), "Ако сбъркате, запълнете целия знак.".to_owned()],
        parts: vec![
            question(
                1,
                "Ползвали ли сте услуга?",
                "Отбележете един отговор.",
                Space::Options { several: false, options: vec![option("1", "Да"), no] },
            ),
            FormPart::Heading {
                words: "За последната услуга".to_owned(),
                hint: "Мислете за последния път.".to_owned(),
                condition: "Отговорете на въпроси 2–8, ако на въпрос 1 сте отбелязали „Да“.".to_owned(),
            },
            question(
                2,
                "Как я заявихте?",
                "Отбележете до 3 отговора.",
                Space::Options { several: true, options: several },
            ),
            FormPart::Note {
                words: "Следват няколко въпроса за срока.".to_owned(), condition: String::new()
            },
            question(
                3,
                "Колко вероятно е да препоръчате общината?",
                "",
                Space::Row((0..=10).map(|number| option(&number.to_string(), &number.to_string())).collect()),
            ),
            question(
                4,
                "Подредете по важност",
                "Напишете 1 пред най-доброто за Вас.",
                Space::Ranking(vec![option("1", "Срок"), option("2", "Цена"), option("3", "Отношение")]),
            ),
            question(5, "Какво бихте променили?", "", Space::Lines(4)),
            question(
                6,
                "На коя дата?",
                "",
                Space::Digits(vec![run(2, "дд", "."), run(2, "мм", "."), run(4, "гггг", "")]),
            ),
            question(7, "На колко години сте?", "Напишете число от 0 до 120.", Space::Digits(vec![run(3, "", "")])),
            question(
                8,
                "Съгласни ли сте отговорите Ви да бъдат обработени?",
                "",
                Space::Options { several: true, options: vec![option("да", "Да")] },
            ),
            FormPart::Battery(FormBattery {
                words: "Доколко Ви удовлетворява всяко от следните?".to_owned(),
                hint: String::new(),
                condition: String::new(),
                how: "Отбележете по един отговор на всеки ред.".to_owned(),
                options: scale,
                rows: rows.collect(),
            }),
            question(33, "Къде живеете?", "", Space::Options { several: false, options: long }),
        ],
        closing: vec!["Пуснете листа в кутията за анкети.".to_owned(), "Благодарим Ви!".to_owned()],
        is_large: false,
        words: FormWords {
            page: "стр.".to_owned(),
            of: "от".to_owned(),
            code: "Код на листа".to_owned(),
            master: "Образец за размножаване, без код".to_owned(),
            blank: "Тази страница е празна.".to_owned(),
            question: "Въпрос".to_owned(),
        },
        copies: codes
            .iter()
            .map(|code| FormCopy { code: (*code).to_owned(), scanned: "004728391045".to_owned() })
            .collect(),
    }
}

/// What a tool of poppler says of a file; says loudly that it is missing, where it is.
#[expect(clippy::disallowed_methods, reason = "another program says what is in the file")]
fn poppler(bytes: &[u8], tool: &str, before: &[&str], after: &[&str]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("form.pdf");
    std::fs::write(&file, bytes).unwrap();
    match Command::new(tool).args(before).arg(&file).args(after).output() {
        Ok(output) if output.status.success() => Some(String::from_utf8_lossy(&output.stdout).into_owned()),
        Ok(output) => panic!("{tool}: {}", String::from_utf8_lossy(&output.stderr)),
        Err(error) => {
            eprintln!("SKIPPED: {tool} of poppler-utils is missing ({error})");
            None
        }
    }
}

fn in_order(text: &str, expected: &[&str]) {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut rest = text.as_str();
    for words in expected {
        let Some(place) = rest.find(words) else { panic!("„{words}“ does not come next in: {rest}") };
        rest = &rest[place + words.len()..];
    }
}

#[test]
fn every_kind_of_question_is_tagged_and_read_in_order() {
    let printed = report::form(&form(&["K7XA-2M4C"])).unwrap();
    // To be looked at by somebody.
    if let Ok(path) = std::env::var("GLAS_KEEP_FORM") {
        std::fs::write(path, &printed.bytes).unwrap();
    }
    let Some(info) = poppler(&printed.bytes, "pdfinfo", &[], &[]) else { return };
    for (field, words) in
        [("Title:", "Гражданско участие"), ("Tagged:", "yes"), ("Page size:", "A4"), ("JavaScript:", "no")]
    {
        let line = info.lines().find(|line| line.starts_with(field)).unwrap_or_default();
        assert!(line.contains(words), "{field} should say {words}: {line:?}");
    }
    let metadata = poppler(&printed.bytes, "pdfinfo", &["-meta"], &[]).unwrap();
    assert!(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"), "{metadata}");
    let structure = poppler(&printed.bytes, "pdfinfo", &["-struct-text"], &[]).unwrap();
    for element in ["Document", "H1", "H2", "H3", "Table", "TH", "TD", "L", "LI", "P"] {
        assert!(structure.contains(element), "no {element} in the structure: {structure}");
    }
    // A screen reader reads each option behind its question, and each mark of a grid behind its row.
    in_order(
        &structure,
        &[
            "Ползвали ли сте услуга?",
            "Отбележете един отговор.",
            "Да",
            "Не",
            "минете на въпрос 3",
            "За последната услуга",
            "Отговорете на въпроси 2–8",
            "Как я заявихте?",
            "до 3 отговора",
            "На гише",
            "Друго",
            "Следват няколко въпроса",
            "Колко вероятно",
            "10",
            "Подредете",
            "Отношение",
            "Какво бихте променили?",
            "На коя дата?",
            "гггг",
            "На колко години",
            "Съгласни ли сте",
            "Доколко Ви удовлетворява",
            "Лошо",
            "Не мога да",
            "Услуга № 1",
            "Услуга № 24",
            "Къде живеете?",
            "Населено място 1",
            "Населено място 30",
            "Благодарим Ви!",
        ],
    );
    // Every page says whose it is, which it is, and how many there are; the head of the grid is repeated.
    let text = poppler(&printed.bytes, "pdftotext", &[], &["-"]).unwrap();
    let pages: Vec<&str> = text.split('\u{c}').filter(|page| !page.trim().is_empty()).collect();
    assert_eq!(u64::try_from(pages.len()).unwrap(), printed.pages);
    assert!(pages.len() >= 4, "{}", pages.len());
    for (number, page) in (1..).zip(&pages) {
        let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(page.contains("K7XA-2M4C") && page.contains("Версия k7qf2m4a"), "{page}");
        assert!(page.contains(&format!("стр. {number} от {}", pages.len())), "{number}: {page}");
        assert!(!page.contains("Услуга №") || page.contains("Не мога"), "{page}");
    }
}

#[test]
fn each_copy_begins_on_a_leaf_of_its_own_with_its_own_code() {
    let alone = report::form(&form(&["K7XA-2M4C"])).unwrap().pages;
    let codes = ["22AA-33CC", "44EE-55HH", "66KK-77MM"];
    let printed = report::form(&form(&codes)).unwrap();
    let each = alone.next_multiple_of(2);
    assert_eq!(printed.pages, each * 3);
    let Some(text) = poppler(&printed.bytes, "pdftotext", &[], &["-"]) else { return };
    let each = usize::try_from(each).unwrap();
    for (place, page) in text.split('\u{c}').take(each * 3).enumerate() {
        for (copy, code) in codes.iter().enumerate() {
            assert_eq!(page.contains(code), copy == place / each, "{code} on page {}", place + 1);
        }
    }
}

#[test]
fn a_master_copy_says_that_it_has_no_code() {
    let printed = report::form(&form(&[])).unwrap();
    let Some(text) = poppler(&printed.bytes, "pdftotext", &[], &["-"]) else { return };
    assert!(text.contains("Образец за размножаване") && !text.contains("Код на листа"), "{text}");
}

#[test]
fn large_print_is_a_longer_form_of_the_same_words() {
    let mut large = form(&[]);
    large.is_large = true;
    let (small, large) = (report::form(&form(&[])).unwrap(), report::form(&large).unwrap());
    assert!(large.pages > small.pages, "{} and {}", large.pages, small.pages);
    if let Ok(path) = std::env::var("GLAS_KEEP_FORM") {
        std::fs::write(format!("{path}.large.pdf"), &large.bytes).unwrap();
    }
}

#[test]
fn hostile_words_are_printed_as_they_are() {
    for words in [
        "#panic(\"x\") $ x^2 $ \\",
        "",
        " ",
        "\u{0}\u{202e}😀漢",
        "Непротивоконституционствувателствувайтенепротивоконституционствувателствувайте",
    ] {
        let mut hostile = form(&["K7XA-2M4C"]);
        let text = words.to_owned();
        hostile.title.clone_from(&text);
        hostile.running.clone_from(&text);
        hostile.version.clone_from(&text);
        hostile.opening = vec![text.clone()];
        hostile.authors = vec![text.clone()];
        hostile.demonstration = Some(text.clone());
        hostile.parts = vec![
            FormPart::Heading { words: text.clone(), hint: text.clone(), condition: text.clone() },
            FormPart::Note { words: text.clone(), condition: text.clone() },
            question(1, words, words, Space::Options { several: true, options: vec![option(words, words)] }),
            question(2, words, words, Space::Row(vec![option(words, words)])),
            question(3, words, words, Space::Ranking(vec![option(words, words)])),
            question(4, words, words, Space::Digits(vec![run(2, words, words)])),
            FormPart::Battery(FormBattery {
                words: text.clone(),
                hint: text.clone(),
                condition: text.clone(),
                how: text.clone(),
                options: vec![option(words, words)],
                rows: vec![FormRow { number: text.clone(), words: text.clone(), note: text }],
            }),
        ];
        report::form(&hostile).unwrap_or_else(|error| panic!("{words:?}: {error}"));
    }
}
