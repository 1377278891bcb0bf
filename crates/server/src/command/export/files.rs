use super::target::{Made, Target};
use crate::{
    command::{
        from_files::{FromFiles, from_files},
        report::wrong,
        text,
    },
    exit::Exit,
    output::Output,
    running::{from_app, sentences},
};
use app::{
    Words,
    open_data::{Contents, Edition, Export, FileAnswers, Shape, described},
};
use base::{AudienceId, Fields, Key, ProjectId, QuestionnaireId, ResponseKey, StudyId, Text};
use clap::ArgMatches;
use dataset::{Licence, Order};
use jiff::civil::Date;
use std::{collections::BTreeMap, path::PathBuf, sync::Arc};
use survey::{Admission, Audience, CollectionClass, Fieldwork, Mode, Response, ResultsPolicy, Study, answers_csv};

/// From a questionnaire and a file of answers; also how many rows were refused.
pub fn made(
    matches: &ArgMatches,
    words: &Words,
    output: Output,
    target: &Target,
    date: Date,
) -> Result<(Vec<Made>, usize), Exit> {
    let path = PathBuf::from(text(matches, "questionnaire").unwrap_or_default());
    let answers = PathBuf::from(text(matches, "answers").unwrap_or_default());
    let FromFiles { questionnaire, read, answers } = from_files(&path, &answers, date, words, output)?;
    let questionnaire = Arc::new(questionnaire);
    let (study, audience) = study(matches, words, &read.accepted, date, &questionnaire.title)?;
    let edition = Edition {
        version: 1,
        published: date,
        licence: Licence::default(),
        address: None,
        contact: None,
        demonstration: text(matches, "demonstration"),
        language: words.language(),
    };
    let description = described(&study, None, &audience, &edition);
    let shape = Shape::of(questionnaire.clone(), Contents::Working, description);
    // The same files are the same data set, in an order that only they decide.
    let digest = Fields::of("glas-export-1").bytes(&answers).digest();
    let order = Order::new(u64::from_be_bytes(digest.0.first_chunk().copied().unwrap_or_default()));
    let responses = (0_u128..).zip(read.accepted).map(|(number, row)| Response {
        key: ResponseKey(Key(number.to_be_bytes())),
        audience: audience.id,
        questionnaire: QuestionnaireId(Key([0; 16])),
        mode: row.mode.unwrap_or(Mode::Imported),
        batch: None,
        day: row.day.unwrap_or(date),
        language: words.language().into(),
        seed: None,
        quotable: None,
        answers: row.answers,
    });
    let mut rows = FileAnswers::new(questionnaire, responses.collect(), order);
    let failed = |failure| from_app(failure, words);
    let export = Export::prepare(shape, &mut rows).map_err(failed)?;
    let made = target.write(&export, &mut rows, &audience.code, None).map_err(failed)?;
    Ok((vec![made], read.rejected_rows))
}

fn study(
    matches: &ArgMatches,
    words: &Words,
    rows: &[answers_csv::AcceptedRow],
    date: Date,
    title: &Text,
) -> Result<(Study, Audience), Exit> {
    let days = || rows.iter().filter_map(|row| row.day);
    let (first, last) = (days().min().unwrap_or(date), days().max().unwrap_or(date));
    let collection = match text(matches, "collection") {
        Some(code) => CollectionClass::from_code(&code).ok_or_else(|| wrong("--collection", &code, words))?,
        None => CollectionClass::SelfSelected,
    };
    let population = match text(matches, "population") {
        Some(number) => Some(number.parse().map_err(|_| wrong("--population", &number, words))?),
        None => None,
    };
    let alike = |words: String| Text::new(words.clone(), words);
    let audience = Audience {
        id: AudienceId(Key([0; 16])),
        code: "answers".to_owned(),
        name: text(matches, "name").map(alike).unwrap_or_else(|| alike(words.say("report-first-audience"))),
        token: String::new(),
        plan: BTreeMap::new(),
        population,
        invited: None,
        collection,
        admission: Admission::Open,
        limit: None,
        counts_agreed: true,
        questionnaire: None,
    };
    let study = Study {
        id: StudyId(Key([0; 16])),
        project: ProjectId(Key([0; 16])),
        slug: String::new(),
        title: text(matches, "title").map(alike).unwrap_or_else(|| title.clone()),
        purpose: Text::default(),
        fieldwork: Fieldwork::new(first, last).map_err(|refusal| Exit::Refused(sentences(words, &refusal)))?,
        results: ResultsPolicy::AfterClosing,
        results_published: None,
        repeats: None,
        audiences: vec![audience.clone()],
    };
    Ok((study, audience))
}
