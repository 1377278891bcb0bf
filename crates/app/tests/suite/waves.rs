//! The same asked again: each time beside the others, a change only where it is certain, no comparison where something
//! was done otherwise.

use crate::example::{primerovo, response};
use app::{
    Words,
    study::{AudienceData, Counts, Edition, Reading, StudyData, chapters, report},
};
use base::Language;
use document::{
    Block, Chart, Document, Figure, Inline,
    manuscript::{LiveFigures, NumberAddress, Unavailable},
};
use jiff::civil::date;
use std::sync::Arc;
use survey::{Answer, Answers, Fieldwork, Item, Mode, Question, Questionnaire};

const OVERALL: &str = "overall";

/// How many of a hundred people chose the upper two steps of the question about the whole, each time.
fn asked(satisfied: [u64; 2]) -> StudyData {
    let [before, now] = satisfied;
    let mut study = primerovo();
    study.audiences.truncate(1);
    let mut earlier = study.clone();
    earlier.study.fieldwork = Fieldwork::new(date(2022, 5, 9), date(2022, 5, 31)).unwrap();
    answered(&mut earlier.audiences[0], before);
    answered(&mut study.audiences[0], now);
    study.earlier = vec![earlier];
    study
}

fn answered(data: &mut AudienceData, satisfied: u64) {
    let questionnaire = Arc::clone(&data.questionnaire);
    let question = overall(&questionnaire);
    let options = &questionnaire.scale_of(question).unwrap().options;
    let mut steps: Vec<_> = options
        .iter()
        .filter_map(|option| match option.standing {
            survey::Standing::Value(value) => Some((value, option.code.clone())),
            _ => None,
        })
        .collect();
    steps.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (low, high) = (steps.first().unwrap().1.clone(), steps.last().unwrap().1.clone());
    let mut counts = Counts::default();
    for person in 0..100 {
        let chosen = if person < satisfied { high.clone() } else { low.clone() };
        // Only those who used a service are asked.
        let used = ("used".parse().unwrap(), Answer::One("yes".parse().unwrap(), None));
        let answers = Answers::from_iter([used, (question.code.clone(), Answer::One(chosen, None))]);
        counts.add(&questionnaire, &questionnaire, &response(answers, Mode::Online));
    }
    data.counts = Arc::new(counts);
}

fn overall(questionnaire: &Questionnaire) -> &Question {
    questionnaire.question(OVERALL).unwrap()
}

fn made(study: &StudyData) -> Document {
    let edition = Edition {
        date: date(2023, 7, 27),
        address: None,
        demonstration: Some("Демонстрационни данни".to_owned()),
        open_answers: Reading::ByAPerson,
    };
    report(study, &Words::new(Language::Bulgarian), edition)
}

/// The figure of the question about the whole, and what is said below it.
fn told(study: &StudyData) -> (Figure, String) {
    let blocks = made(study).blocks;
    let anchor = format!("residents-before-{OVERALL}");
    let place = blocks.iter().position(|block| matches!(block, Block::Figure(figure) if figure.anchor == anchor));
    let place = place.unwrap_or_else(|| panic!("no figure of the waves"));
    let Block::Figure(figure) = &blocks[place] else { panic!("a figure") };
    let words = match &blocks[place + 1] {
        Block::Paragraph(inlines) => Inline::plain(inlines),
        other => panic!("no words: {other:?}"),
    };
    (figure.as_ref().clone(), words)
}

#[test]
fn a_change_is_told_only_where_it_is_certain() {
    let check = |satisfied, begins: &str, holds: &str| {
        let (_, words) = told(&asked(satisfied));
        assert!(words.starts_with(begins) && words.contains(holds), "{satisfied:?}: {words}");
    };
    check([40, 75], "Повече от предишния път (май 2022 г.)", "в процентни пунктове е 35");
    check([75, 40], "По-малко от предишния път", "в процентни пунктове е −35");
    check([50, 55], "Не може да се каже дали има промяна", "щяхме да забележим промяна от около 20 пункта");
    check([0, 0], "Без промяна спрямо предишния път", "под 5 процентни пункта");
}

#[test]
fn each_time_stands_in_the_chart_with_its_interval_and_base() {
    let (figure, _) = told(&asked([40, 75]));
    let Chart::Course(course) = &figure.chart else { panic!("{:?}", figure.chart) };
    assert_eq!(course.points.len(), 2);
    assert!(course.points.iter().all(|point| point.interval.is_some()));
    assert!(course.points[1].joined);
    assert_eq!(course.points[0].label, "май 2022 г.");
    let cells: Vec<String> = figure.table.rows.iter().map(|row| Inline::plain(&row.cells[3].0)).collect();
    assert_eq!(cells, ["100", "100"]);
    let base = figure.base.replace(['\u{a0}', '\u{202f}'], " ");
    assert!(base.contains("май 2022 г. (n = 100); юни 2023 г. (n = 100)"), "{base}");
    assert!(figure.method.contains("TOST"));
}

#[test]
fn what_was_asked_otherwise_is_not_compared() {
    let check = |alter: &dyn Fn(&mut Question), says: &str| {
        let mut study = asked([40, 75]);
        let data = &mut study.earlier[0].audiences[0];
        let mut questionnaire = Questionnaire::clone(&data.questionnaire);
        alter(find(&mut questionnaire.items).unwrap());
        data.questionnaire = Arc::new(questionnaire);
        let (figure, words) = told(&study);
        assert!(words.contains(says), "{words}");
        let Chart::Course(course) = &figure.chart else { panic!("{:?}", figure.chart) };
        assert!(!course.points[1].joined, "no line leads to what cannot be compared");
    };
    check(&|question| question.label.bulgarian.push_str(" Кажете честно."), "въпросът е зададен с други думи");
    let mut other_way = asked([40, 75]);
    other_way.earlier[0].audiences[0].audience.collection = survey::CollectionClass::Probability;
    assert!(told(&other_way).1.contains("по друг начин"));
}

fn find(items: &mut [Item]) -> Option<&mut Question> {
    items.iter_mut().find_map(|item| match item {
        Item::Question(question) => (question.code.as_str() == OVERALL).then_some(question),
        Item::Group(group) => find(&mut group.items),
    })
}

#[test]
fn whoever_was_not_asked_before_has_no_chapter_of_changes() {
    let anchors = |study: &StudyData| {
        let blocks = chapters::chapters(study, &Words::new(Language::Bulgarian)).blocks;
        blocks.iter().any(|block| matches!(block, Block::Heading { anchor, .. } if anchor == "waves"))
    };
    assert!(anchors(&asked([40, 75])));
    assert!(!anchors(&primerovo()));
    let mut other = asked([40, 75]);
    other.earlier[0].audiences[0].audience.code = "business".to_owned();
    assert!(!anchors(&other));
    // A handful is never followed from one time to the next.
    let mut few = asked([40, 75]);
    few.earlier[0].audiences[0].audience.population = Some(6);
    assert!(!anchors(&few));
}

#[test]
fn a_change_is_a_number_with_an_address() {
    let (study, words) = (asked([40, 75]), Words::new(Language::Bulgarian));
    let figures = app::study::StudyFigures::new(&study, &words);
    let number = |address: &str| figures.number(&address.parse::<NumberAddress>().unwrap());
    let difference = number("residents/residents-before.overall.difference").unwrap();
    assert_eq!(difference.value(), "35");
    assert!(difference.base().contains("май 2022 г."), "{}", difference.base());
    assert_eq!(number("residents-before.overall.top-share").unwrap().value(), "40\u{202f}%");
    assert_eq!(number("residents-before-2.overall.top-share"), Err(Unavailable::NoSuchAudience));
}
