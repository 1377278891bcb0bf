//! The study of the invented municipality, read from its files as the command line reads them.

use app::study::{AudienceData, Counts, OpenAnswer, StudyData};
use base::{AudienceId, Key, Language, ProjectId, QuestionnaireId, ResponseKey, StudyId, Text};
use jiff::civil::date;
use std::{collections::BTreeMap, fs, path::PathBuf, sync::Arc};
use survey::{
    Admission, Answers, Audience, CollectionClass, Fieldwork, Mode, Questionnaire, Response, ResultsPolicy, Study,
    answers_csv, xlsform,
};

pub fn primerovo() -> StudyData {
    let residents = audience("residents", Text::new("Граждани", "Citizens"), CollectionClass::SelfSelected, 4210);
    let officials = audience("officials", Text::new("Служители", "Officials"), CollectionClass::EveryoneInvited, 9);
    let audiences = vec![residents, officials];
    StudyData {
        study: Study {
            id: StudyId(Key([1; 16])),
            project: ProjectId(Key([1; 16])),
            slug: "uchastie".to_owned(),
            title: Text::new("Участие и обслужване", "Participation and service"),
            purpose: Text::new("Питаме, за да се промени нещо.", "We ask so that something changes."),
            fieldwork: Fieldwork::new(date(2023, 5, 8), date(2023, 6, 9)).unwrap(),
            results: ResultsPolicy::AfterClosing,
            results_published: None,
            repeats: None,
            audiences: audiences.iter().map(|data| data.audience.clone()).collect(),
        },
        project: None,
        audiences,
        earlier: Vec::new(),
        themes: Vec::new(),
    }
}

/// Only so many of the residents, who came one after the other over the five weeks.
pub fn primerovo_of(people: usize) -> StudyData {
    let mut study = primerovo();
    let residents = &mut study.audiences[0];
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples/primerovo");
    let file = fs::read(folder.join("residents.csv")).unwrap();
    let read = answers_csv::read(&residents.questionnaire, &file, date(2023, 5, 8)).unwrap();
    let mut counts = Counts::default();
    for (place, row) in read.accepted.into_iter().take(people).enumerate() {
        let mut response = response(row.answers, Mode::Online);
        let days = i64::try_from(place * 33 / people).unwrap();
        response.day = date(2023, 5, 8).checked_add(jiff::Span::new().days(days)).unwrap();
        counts.add(&residents.questionnaire, &residents.questionnaire, &response);
    }
    residents.counts = Arc::new(counts);
    study
}

fn audience(code: &str, name: Text, collection: CollectionClass, population: u32) -> AudienceData {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples/primerovo");
    let workbook = fs::read(folder.join(format!("{code}.xlsx"))).unwrap();
    let questionnaire = xlsform::import(&workbook, "example.xlsx").unwrap().questionnaire;
    let file = fs::read(folder.join(format!("{code}.csv"))).unwrap();
    let read = answers_csv::read(&questionnaire, &file, date(2023, 5, 8)).unwrap();
    assert_eq!(read.rejected_rows, 0, "{:?}", read.rejected);
    let mut counts = Counts::default();
    let mut open_answers = Vec::new();
    for row in read.accepted {
        for (question, answer) in row.answers.iter() {
            open_answers
                .extend(answer.words().map(|words| OpenAnswer { question: question.clone(), words: words.to_owned() }));
        }
        counts.add(&questionnaire, &questionnaire, &response(row.answers, row.mode.unwrap_or(Mode::Imported)));
    }
    AudienceData {
        population: survey::Population::default(),
        audience: Audience {
            id: AudienceId(Key([2; 16])),
            code: code.to_owned(),
            name,
            token: code.to_owned(),
            plan: BTreeMap::new(),
            population: Some(population),
            invited: None,
            collection,
            admission: Admission::Open,
            limit: None,
            counts_agreed: true,
            questionnaire: None,
        },
        questionnaire: Arc::new(questionnaire),
        counts: Arc::new(counts),
        versions: Vec::new(),
        open_answers,
        hidden_answers: Vec::new(),
    }
}

pub fn response(answers: Answers, mode: Mode) -> Response {
    Response {
        key: ResponseKey(Key([0; 16])),
        audience: AudienceId(Key([2; 16])),
        questionnaire: QuestionnaireId(Key([3; 16])),
        mode,
        batch: None,
        day: date(2023, 5, 8),
        language: Language::Bulgarian.into(),
        seed: None,
        quotable: None,
        answers,
    }
}

/// The same study after the answers of one audience were replaced by counts of none.
pub fn without_answers(mut study: StudyData) -> StudyData {
    for data in &mut study.audiences {
        data.counts = Arc::new(Counts::default());
        data.open_answers.clear();
    }
    study
}

pub fn questionnaire(study: &StudyData, audience: usize) -> &Questionnaire {
    &study.audiences[audience].questionnaire
}
