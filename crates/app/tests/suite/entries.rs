//! What is asked several times of each person: the base are the entries and the people behind them, never one for the other.

use crate::example::{primerovo, response};
use app::{
    Words,
    study::{
        Counts, StudyData, StudyFigures,
        figures::{self, Drafted},
    },
};
use base::Language;
use document::{
    Cell, Chart, Inline,
    manuscript::{FigureAddress, LiveFigures, Name},
};
use std::sync::Arc;
use survey::{Answer, Answers, CollectionClass, Mode, OptionCode, QuestionCode, Questionnaire, xlsform};

const FORM: &str = "| survey |
| | type | name | label::Български (bg) |
| | integer | age | На колко години сте? |
| | begin_repeat | visit | Посещения |
| | select_one grade | how | Как мина? |
| | select_multiple what | used | Какво ползвахте? |
| | integer | minutes | Колко минути чакахте? |
| | end_repeat | | |
| choices |
| | list_name | name | label::Български (bg) | standing |
| | grade | bad | Зле | |
| | grade | good | Добре | |
| | grade | cannot | Не мога да преценя | dont_know |
| | what | paper | Хартия | |
| | what | web | Сайт | |
";

/// One visit: how it was, and how many minutes it took.
type Visit = (&'static str, i64);

fn answers(visits: &[Visit]) -> Answers {
    let code = |code: &str, round: usize| QuestionCode::parse(&format!("{code}.{round}")).unwrap();
    let option = |code: &str| OptionCode::parse(code).unwrap();
    let mut given: Vec<(QuestionCode, Answer)> = vec![(QuestionCode::parse("age").unwrap(), Answer::Integer(40))];
    for (round, (how, minutes)) in (1..).zip(visits) {
        given.push((code("how", round), Answer::One(option(how), None)));
        given.push((code("used", round), Answer::Many(vec![option("paper"), option("web")], None)));
        given.push((code("minutes", round), Answer::Integer(*minutes)));
        let more = if round < visits.len() { "yes" } else { "no" };
        let asks = QuestionCode::parse(&format!("visit.{round}.more")).unwrap();
        given.push((asks, Answer::One(option(more), None)));
    }
    given.into_iter().collect()
}

/// A study of one audience, out of 4,210 people who came by themselves unless said otherwise.
fn study(people: &[&[Visit]]) -> StudyData {
    let mut study = primerovo();
    study.audiences.truncate(1);
    let questionnaire: Questionnaire = xlsform::import(FORM.as_bytes(), "visits.md").unwrap().questionnaire;
    let mut counts = Counts::default();
    for visits in people {
        counts.add(&questionnaire, &questionnaire, &response(answers(visits), Mode::Online));
    }
    // What is kept between two looks is the same.
    assert_eq!(Counts::read(&counts.write()).as_ref(), Some(&counts));
    let data = &mut study.audiences[0];
    (data.questionnaire, data.counts) = (Arc::new(questionnaire), Arc::new(counts));
    data.open_answers.clear();
    study
}

fn drafted(study: &StudyData, language: Language) -> Vec<Drafted> {
    let sections = figures::of_audience(study, &study.audiences[0], &Words::new(language), 1);
    sections.into_iter().flat_map(|section| section.figures).collect()
}

fn figure(study: &StudyData, code: &str) -> Option<Drafted> {
    drafted(study, Language::Bulgarian).into_iter().find(|drafted| drafted.code == code)
}

fn cells(drafted: &Drafted) -> Vec<Vec<String>> {
    let words = |inline: &Inline| if let Inline::Text(words) = inline { words.clone() } else { String::new() };
    let cell = |cell: &Cell| cell.0.iter().map(words).collect();
    drafted.figure.table.rows.iter().map(|row| row.cells.iter().map(cell).collect()).collect()
}

#[test]
fn a_row_of_a_repeat_is_not_a_person() {
    // One person came three times and found it bad, two came once and found it good.
    let study = study(&[&[("bad", 5), ("bad", 6), ("bad", 7)], &[("good", 5)], &[("good", 9), ("cannot", 1)]]);
    let how = figure(&study, "how").unwrap();
    assert_eq!(how.figure.base, "База: 5 попълнени реда от 3 отговорили");
    assert_eq!(how.figure.missing.as_deref(), Some("Извън базата: на 1 ред отговорът не влиза в скалата"));
    // Three people are counted, however many rows they filled in.
    assert_eq!(how.figure.finding, "На най-много редове отговорът е „Зле“ – 3\u{a0}от\u{a0}5");
    assert_eq!(
        cells(&how),
        [vec!["Зле", "3"], vec!["Добре", "2"], vec!["Попълнени редове", "5"], vec!["Хора, които са ги попълнили", "3"]]
    );
    assert!(matches!(&how.figure.chart, Chart::Marks(marks) if marks.rows[0].of == 5 && marks.rows[0].filled == 3));
    assert!(!format!("{:?}", how.figure).contains('%'));
    // The lowest and the highest of a handful would be those of single people.
    assert!(figure(&study, "minutes").is_none());
    let english = drafted(&study, Language::English).into_iter().find(|drafted| drafted.code == "how").unwrap();
    assert_eq!(english.figure.base, "Base: 5 rows filled in by 3 people");
}

#[test]
fn shares_of_rows_have_no_interval_and_stand_once() {
    let people: Vec<&[Visit]> = (0..40)
        .map(|person| match person % 4 {
            0 => &[("bad", 10), ("bad", 20), ("good", 30)][..],
            _ => &[("good", 10)][..],
        })
        .collect();
    let study = study(&people);
    // 10 people with 3 rows, 30 with one: 60 rows, 20 of them bad; of the people a quarter.
    let how = figure(&study, "how").unwrap();
    assert_eq!(how.figure.base, "База: 60 попълнени реда от 40 отговорили");
    let Chart::Bars(bars) = &how.figure.chart else { panic!("{:?}", how.figure.chart) };
    assert!((bars.rows[0].share - 20.0 / 60.0).abs() < 1e-12);
    assert!(bars.rows.iter().all(|bar| bar.interval.is_none()));
    assert_eq!(how.figure.table.columns.len(), 3);
    assert!(how.figure.method.contains("40 души") && how.figure.method.contains("няма доверителен интервал"));
    let minutes = figure(&study, "minutes").unwrap();
    // 40 × 10, 10 × 20 and 10 × 30 minutes.
    assert!(minutes.figure.finding.starts_with("Средно 15,0 на ред"), "{}", minutes.figure.finding);
    let used = figure(&study, "used").unwrap();
    assert!(used.figure.measure.contains("повече от едно"), "{}", used.figure.measure);
    let codes: Vec<String> = drafted(&study, Language::Bulgarian).into_iter().map(|drafted| drafted.code).collect();
    assert_eq!(codes.iter().filter(|code| *code == "how").count(), 1, "{codes:?}");
    assert!(!codes.iter().any(|code| code.contains('.') || code.contains("more")), "{codes:?}");
    // The report finds it under the name that its author gave it, and counts it once among the questions.
    let words = Words::new(Language::Bulgarian);
    let figures = StudyFigures::new(&study, &words);
    let name = |name: &str| Name::new(name).unwrap();
    assert_eq!(figures.figure(&FigureAddress::of(&name("residents"), &name("how"))).unwrap().base, how.figure.base);
    assert_eq!(study.audiences[0].questionnaire.written_questions().len(), 4);
    assert_eq!(study.audiences[0].questionnaire.asked_once().len(), 1);
}

#[test]
fn many_rows_of_few_people_stay_hidden() {
    // Everybody of the group answered, and a neighbour knows that: two of thirty found it bad, on nine rows.
    let often: &[Visit] = &[("bad", 1), ("bad", 2), ("bad", 3), ("bad", 4)];
    let once: &[Visit] = &[("good", 5)];
    let mut people = vec![once; 28];
    people.extend([often, often]);
    let mut study = study(&people);
    let audience = &mut study.audiences[0].audience;
    (audience.collection, audience.population) = (CollectionClass::Census, Some(30));
    let how = figure(&study, "how").unwrap();
    assert_eq!(how.figure.base, "База: 36 попълнени реда от 30 отговорили");
    let told = format!("{:?}{}", cells(&how), how.figure.alternative);
    assert!(!told.contains('8') || !told.contains("Зле: 8"), "{told}");
    let Chart::Bars(bars) = &how.figure.chart else { panic!("{:?}", how.figure.chart) };
    assert!(bars.rows.iter().all(|bar| bar.share == 0.0), "{bars:?}");
}
