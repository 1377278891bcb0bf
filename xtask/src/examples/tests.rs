use super::{make, run, trial};
use base::Language;
use std::{collections::BTreeMap, path::Path};
use survey::{GroupLayout, Item, Questionnaire};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

#[test]
fn the_committed_files_are_what_the_sources_make() {
    run(root(), true).unwrap();
}

#[test]
fn the_same_sources_give_the_same_bytes() {
    let folder = root().join("examples/primerovo");
    assert!(make(&folder).unwrap() == make(&folder).unwrap());
}

fn questionnaire(name: &str) -> Questionnaire {
    let made: BTreeMap<String, Vec<u8>> = make(&root().join("examples/primerovo")).unwrap().into_iter().collect();
    trial::questionnaire(&made[name], name).unwrap()
}

#[test]
fn the_questionnaires_are_what_a_reader_expects() {
    let check = |name: &str, asked: usize, numbered: usize| {
        let form = questionnaire(name);
        assert_eq!(form.languages, [Language::Bulgarian, Language::English]);
        assert!(form.title.english.is_some());
        let introduction = form.introduction.clone().unwrap().bulgarian;
        for words in ["Демонстрационен въпросник", "анонимен", "минути", "доброволно"]
        {
            assert!(introduction.contains(words), "{name} does not say {words}");
        }
        assert_eq!(form.questions().filter(|question| question.is_asked()).count(), asked);
        let rows: usize = form.items.iter().filter_map(Item::group).map(battery_rows).sum();
        let batteries = form.items.iter().filter_map(Item::group).filter(|group| battery_rows(group) > 0).count();
        assert_eq!(asked - rows + batteries, numbered);
    };
    check("residents.xlsx", 40, 28);
    check("officials.xlsx", 33, 21);
}

fn battery_rows(group: &survey::Group) -> usize {
    if group.layout == GroupLayout::Battery { group.rows().count() } else { 0 }
}

#[test]
fn what_both_can_answer_is_asked_of_both() {
    let residents = questionnaire("residents.xlsx");
    let officials = questionnaire("officials.xlsx");
    let mirrored = |form: &Questionnaire| {
        let questions = form.questions().filter(|question| question.is_asked());
        questions.map(|question| question.mirrored_as().as_str().to_owned()).collect::<Vec<_>>()
    };
    let theirs = mirrored(&residents);
    let both = mirrored(&officials).into_iter().filter(|code| theirs.contains(code)).collect::<Vec<_>>();
    assert_eq!(both.len(), 21, "{both:?}");
    for code in &both {
        let of = |form: &Questionnaire| {
            let question = form.questions().find(|question| question.mirrored_as().as_str() == code).unwrap();
            form.scale_of(question).cloned()
        };
        assert_eq!(of(&residents), of(&officials), "{code} has two scales");
    }
}

#[test]
fn as_many_answered_as_the_study_says() {
    let made: BTreeMap<String, Vec<u8>> = make(&root().join("examples/primerovo")).unwrap().into_iter().collect();
    let check = |name: &str, expect: &[(&str, usize)]| {
        let mut table = csv::Reader::from_reader(made[name].as_slice());
        assert_eq!(table.headers().unwrap().iter().take(2).collect::<Vec<_>>(), ["day", "mode"]);
        let mut modes = BTreeMap::new();
        for row in table.records() {
            *modes.entry(row.unwrap()[1].to_owned()).or_insert(0) += 1;
        }
        assert_eq!(modes.iter().map(|(mode, count)| (mode.as_str(), *count)).collect::<Vec<_>>(), expect);
    };
    check("residents.csv", &[("online", 120), ("paper", 56)]);
    check("officials.csv", &[("online", 6)]);
}
