//! What each answer becomes in a data set, and why there is none.

use app::{
    Words,
    open_data::{Contents, Edition, Export, FileAnswers, Row, Rows, Shape, Spoken, described},
};
use base::{AudienceId, Key, Language, QuestionnaireId, ResponseKey, StudyId, Text};
use dataset::{Absence, Kind, Level, Licence, Order, csv::Style};
use jiff::civil::date;
use std::{collections::BTreeMap, sync::Arc};
use survey::{
    Admission, Audience, CollectionClass, Fieldwork, Mode, Questionnaire, Response, ResultsPolicy, Study, answers_csv,
    xlsform,
};

const FIRST: &str = "\
| survey |
| | type | name | label | relevant | profile | earlier |
| | select_one yesno | used | Ползвали ли сте услуга? | | | |
| | select_one five | speed | Бързо ли беше? | ${used} = 'yes' | | |
| | select_multiple ways or_other | ways | Как подадохте? | | | |
| | integer | age | На колко години сте? | | yes | |
| | text | words | Друго? | | | |
| | rank places | order | Подредете | | | |
| | geopoint | where | Къде? | | | |
| | date | visited | Кога бяхте на гише? | | | |
| | time | came | В колко часа? | | | |

| choices |
| | list_name | name | label | score | standing |
| | yesno | yes | Да | | |
| | yesno | no | Не | | |
| | five | low | Бавно | 1 | |
| | five | high | Бързо | 5 | |
| | five | dk | Не мога да преценя | | dont_know |
| | places | low | Едно | | |
| | places | high | Две | | |
| | ways | paper | На хартия | | |
| | ways | online | Онлайн | | |
";

pub fn questionnaire(text: &str) -> Arc<Questionnaire> {
    match xlsform::import(text.as_bytes(), "form.md") {
        Ok(imported) => Arc::new(imported.questionnaire),
        Err(problems) => panic!("{problems:#?}"),
    }
}

pub fn audience() -> Audience {
    Audience {
        id: AudienceId(Key([1; 16])),
        code: "residents".to_owned(),
        name: Text::new("Жители", "Residents"),
        token: "abc".to_owned(),
        plan: BTreeMap::new(),
        population: Some(5000),
        invited: None,
        collection: CollectionClass::SelfSelected,
        admission: Admission::Open,
        limit: None,
        counts_agreed: false,
        questionnaire: None,
    }
}

pub fn shape(questionnaire: &Arc<Questionnaire>, contents: Contents) -> Shape {
    let study = Study {
        id: StudyId(Key([2; 16])),
        project: base::ProjectId(Key([3; 16])),
        slug: "uslugi".to_owned(),
        title: Text::new("Услуги", "Services"),
        purpose: Text::bulgarian("Питаме защо."),
        fieldwork: Fieldwork::new(date(2023, 5, 1), date(2023, 5, 31)).unwrap(),
        results: ResultsPolicy::AfterClosing,
        results_published: None,
        repeats: None,
        audiences: vec![audience()],
    };
    let edition = Edition {
        version: 1,
        published: date(2023, 7, 27),
        licence: Licence::Attribution,
        address: None,
        contact: None,
        demonstration: None,
        language: Language::Bulgarian,
    };
    Shape::of(questionnaire.clone(), contents, described(&study, None, &audience(), &edition))
}

pub fn responses(questionnaire: &Questionnaire, csv: &str, version: u8) -> Vec<Response> {
    let read = answers_csv::read(questionnaire, csv.as_bytes(), date(2023, 5, 3)).unwrap();
    assert_eq!(read.rejected, []);
    let response = |(number, row): (u128, answers_csv::AcceptedRow)| Response {
        key: ResponseKey(Key((number + u128::from(version) * 1000).to_be_bytes())),
        audience: AudienceId(Key([1; 16])),
        questionnaire: QuestionnaireId(Key([version; 16])),
        mode: row.mode.unwrap_or(Mode::Online),
        batch: None,
        day: date(2023, 5, 3),
        language: Language::Bulgarian.into(),
        seed: None,
        quotable: None,
        answers: row.answers,
    };
    (0..).zip(read.accepted).map(response).collect()
}

/// A table by the names of columns.
fn table(export: &Export, rows: &mut dyn Rows) -> Vec<BTreeMap<String, String>> {
    let mut text = Vec::new();
    export.csv(rows, &mut text, Style::Codes).unwrap();
    let mut reader = csv::Reader::from_reader(text.as_slice());
    let header = reader.headers().unwrap().clone();
    let row = |row: csv::StringRecord| header.iter().zip(&row).map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
    reader.records().map(|one| row(one.unwrap())).collect()
}

#[test]
fn each_reason_for_no_answer_is_kept_apart() {
    let first = questionnaire(FIRST);
    let answers = "used,speed,ways,ways_other,age,words,order,where\n\
                   yes,high,paper online,,41,Добре,high low,42.054 24.543\n\
                   no,,online,,,,,\n\
                   yes,dk,other,По пощата,18,,,\n";
    let mut rows = FileAnswers::new(first.clone(), responses(&first, answers, 1), Order::new(1));
    let export = Export::prepare(shape(&first, Contents::Working), &mut rows).unwrap();
    let table = table(&export, &mut rows);
    let of = |age: &str| table.iter().find(|row| row["age"] == age).unwrap();
    let check = |age: &str, column: &str, expected: &str| assert_eq!(of(age)[column], expected, "{age} {column}");
    check("41", "speed", "high");
    check("41", "ways_paper", "1");
    check("41", "ways_other", "0");
    check("41", "ways_other_words", Absence::NotShown.mark());
    check("41", "order_high", "1");
    check("41", "order_low", "2");
    check("41", "where_latitude", "42.054");
    check("41", "response_week", "2023-05-01");
    check(Absence::Skipped.mark(), "speed", Absence::NotShown.mark());
    check(Absence::Skipped.mark(), "words", Absence::Skipped.mark());
    check("18", "speed", Absence::DontKnow.mark());
    check("18", "ways_other", "1");
    check("18", "ways_other_words", "По пощата");
    let variable = |name: &str| export.dataset().variables.iter().find(|one| one.name.as_str() == name).unwrap();
    assert_eq!(variable("speed").level, Level::Ordinal);
    // „Не мога да преценя“ is no place on the scale, and the scale's own values are its numbers.
    let numbers: Vec<i32> = variable("speed").categories().iter().map(|category| category.number).collect();
    assert_eq!(numbers, [1, 5]);
    assert!(variable("speed").universe.is_some() && variable("used").universe.is_none());
    assert_eq!(export.dataset().sets[0].variables.len(), 3);
    assert_eq!(export.dataset().description.modes.bulgarian, "Начин на попълване: по интернет – 3.");
}

/// Two versions of which the second renamed a question, changed another and added a third.
struct TwoVersions(Arc<Questionnaire>, Arc<Questionnaire>, Vec<Response>, Vec<Response>);

impl Rows for TwoVersions {
    fn each(&mut self, take: &mut dyn FnMut(Row<'_>) -> Result<(), app::Failure>) -> Result<(), app::Failure> {
        for (version, responses) in [(&self.0, &self.2), (&self.1, &self.3)] {
            for response in responses {
                take(Row { version, response, spoken: Spoken::AsWritten })?;
            }
        }
        Ok(())
    }
}

#[test]
fn an_earlier_version_is_told_under_the_names_of_the_current_one() {
    let first = questionnaire(FIRST);
    let second = FIRST
        .replace(
            "| | select_one five | speed | Бързо ли беше? | ${used} = 'yes' | | |",
            "| | select_one five | pace | Бързо ли беше? | ${used} = 'yes' | | speed |",
        )
        .replace(
            "| | integer | age | На колко години сте? | | yes | |",
            "| | integer | age | На колко години сте? | | yes | |\n| | text | new | Нов въпрос | | | |",
        );
    let second = questionnaire(&second);
    let old = responses(&first, "used,speed,age\nyes,low,50\n", 1);
    let new = responses(&second, "used,pace,age,new\nyes,high,60,Да\n", 2);
    let mut rows = TwoVersions(first, second.clone(), old, new);
    let export = Export::prepare(shape(&second, Contents::Working), &mut rows).unwrap();
    let table = table(&export, &mut rows);
    assert_eq!((table[0]["pace"].as_str(), table[1]["pace"].as_str()), ("low", "high"));
    assert_eq!((table[0]["new"].as_str(), table[1]["new"].as_str()), (Absence::NotInVersion.mark(), "Да"));
}

#[test]
fn what_is_for_everybody_has_no_words_no_places_and_no_days() {
    let first = questionnaire(FIRST);
    let shape = shape(&first, Contents::Public);
    let names: Vec<&str> = shape.dataset.variables.iter().map(|variable| variable.name.as_str()).collect();
    for private in ["words", "ways_other_words", "where_latitude", "response_week", "visited", "came"] {
        assert!(!names.contains(&private), "{private}");
    }
    assert!(names.contains(&"age") && names.contains(&"ways_other"));
    let has_words = |one: &&dataset::Variable| matches!(one.kind, Kind::Words);
    assert_eq!(shape.dataset.variables.iter().filter(has_words).count(), 0);
}

#[test]
fn the_order_of_the_file_is_not_that_of_the_answers() {
    let first = questionnaire(FIRST);
    let csv: String = (18..98).map(|age| format!("yes,{age}\n")).collect();
    let csv = format!("used,age\n{csv}");
    let ages = |seed: u64| -> Vec<String> {
        let mut rows = FileAnswers::new(first.clone(), responses(&first, &csv, 1), Order::new(seed));
        let export = Export::prepare(shape(&first, Contents::Public), &mut rows).unwrap();
        table(&export, &mut rows).into_iter().map(|row| row["age"].clone()).collect()
    };
    let sorted: Vec<String> = (18..98).map(|age: i32| age.to_string()).collect();
    assert_ne!(ages(1), sorted);
    assert_eq!(ages(1), ages(1));
    assert_ne!(ages(1), ages(2));
}

#[test]
fn every_word_of_a_data_set_is_there_in_both_languages() {
    let first = questionnaire(FIRST);
    let shape = shape(&first, Contents::Working);
    for told in app::open_data::told(&shape.dataset) {
        for text in [told.term, told.words] {
            assert!(text.all().all(|words| !words.contains('⟦')), "{text:?}");
        }
    }
    for language in Language::ALL {
        let words = format!("{:?}", app::open_data::codebook_words(&Words::new(language)));
        assert!(!words.contains('⟦'), "{words}");
    }
}
