//! A report from files alone: a questionnaire, answers, and out comes the PDF, the page, the text to edit, the tables or a post.

use super::{
    from_files::{FromFiles, from_files},
    text,
};
use crate::{clock::Clock, exit::Exit, output::Output, running::sentences};
use anyhow::Context as _;
use app::{
    Words,
    study::{AudienceData, Counts, Edition, OpenAnswer, Reading, StudyData, report},
};
use base::{AudienceId, BatchId, Key, ProjectId, QuestionnaireId, ResponseKey, StudyId, Text};
use clap::ArgMatches;
use document::{Format, post};
use jiff::civil::Date;
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
};
use survey::{
    Admission, Audience, CollectionClass, Fieldwork, Mode, Population, Questionnaire, Response, ResultsPolicy, Study,
    answers_csv, redaction,
};

pub fn run(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    let path = PathBuf::from(text(matches, "output").unwrap_or_default());
    let kind = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_owned();
    if !["pdf", "html", "docx", "xlsx", "txt"].contains(&kind.as_str()) {
        return Err(Exit::Usage(words.tell("report-output-kind", &[("path", path.display().to_string().into())])));
    }
    let date = date(matches, words)?;
    let sources = sources(matches, words)?;
    let bar = output.progress(u64::try_from(sources.len()).unwrap_or(0) + 1, &words.say("report-reading"));
    let mut audiences = Vec::new();
    let mut rejected = 0;
    let mut days: Vec<Date> = Vec::new();
    for (index, source) in sources.iter().enumerate() {
        let read = read(source, index, date, words, output)?;
        rejected += read.rejected;
        days.extend(read.days);
        audiences.push(read.data);
        bar.inc(1);
    }
    let study = study(matches, words, audiences, &days, date)?;
    bar.set_message(words.say("report-typesetting"));
    let edition = Edition {
        date,
        address: None,
        demonstration: text(matches, "demonstration"),
        open_answers: Reading::ByTheProgramAlone,
    };
    let document = report(&study, words, edition);
    let (bytes, pages) = match kind.as_str() {
        "pdf" => {
            let printed = ::report::printed(&document)?;
            (printed.bytes, printed.pages)
        }
        "docx" => (::report::file(&document, Format::Docx)?, 0),
        "xlsx" => (::report::file(&document, Format::Xlsx)?, 0),
        "txt" => (post::of(&document, LONGEST_POST).into_bytes(), 0),
        _ => (document::html::page(&document).into_bytes(), 0),
    };
    write(&path, &bytes)?;
    if let Some(folder) = text(matches, "source") {
        write_source(Path::new(&folder), &document)?;
    }
    bar.finish_and_clear();
    let answers = study.answered();
    let count = |number: u64| base::Argument::Number(i64::try_from(number).unwrap_or(i64::MAX));
    let values = [("path", path.display().to_string().into()), ("pages", count(pages)), ("answers", count(answers))];
    output.tell(&words.tell(if pages > 0 { "report-done" } else { "report-done-html" }, &values));
    let by_audience: BTreeMap<&str, u64> =
        study.audiences.iter().map(|data| (data.audience.code.as_str(), data.counts.responses())).collect();
    output.summary(&serde_json::json!({
        "path": path.display().to_string(), "kind": kind, "bytes": bytes.len(), "pages": pages,
        "answers": answers, "audiences": by_audience, "rejected_rows": rejected,
    }));
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), anyhow::Error> {
    let written = path.parent().map_or(Ok(()), std::fs::create_dir_all).and_then(|()| std::fs::write(path, bytes));
    written.with_context(|| path.display().to_string())
}

/// What the PDF is set from, for whoever wants to set it without Glas.
fn write_source(folder: &Path, document: &document::Document) -> Result<(), anyhow::Error> {
    ::report::source(document)?.iter().try_for_each(|file| write(&folder.join(&file.name), &file.bytes))
}

/// The longest of those that the site offers.
const LONGEST_POST: usize = 2000;

/// One audience on the command line.
struct Source {
    name: String,
    questionnaire: PathBuf,
    answers: PathBuf,
    collection: CollectionClass,
    population: Option<u32>,
}

impl Source {
    fn new(name: String, questionnaire: PathBuf, answers: PathBuf) -> Source {
        Source { name, questionnaire, answers, collection: CollectionClass::SelfSelected, population: None }
    }
}

fn sources(matches: &ArgMatches, words: &Words) -> Result<Vec<Source>, Exit> {
    let mut sources = vec![Source::new(
        text(matches, "name").unwrap_or_else(|| words.say("report-first-audience")),
        PathBuf::from(text(matches, "questionnaire").unwrap_or_default()),
        PathBuf::from(text(matches, "answers").unwrap_or_default()),
    )];
    for given in matches.get_many::<String>("audience").into_iter().flatten() {
        let malformed = || Exit::Usage(words.tell("report-audience-malformed", &[("text", given.as_str().into())]));
        let (name, files) = given.split_once('=').ok_or_else(malformed)?;
        let (questionnaire, answers) = files.split_once(',').ok_or_else(malformed)?;
        if [name, questionnaire, answers].iter().any(|part| part.trim().is_empty()) {
            return Err(malformed());
        }
        sources.push(Source::new(name.to_owned(), questionnaire.into(), answers.into()));
    }
    for given in matches.get_many::<String>("collection").into_iter().flatten() {
        let (place, class) = of_audience(&sources, given, words)?;
        let wrong = || wrong("--collection", given, words);
        sources.get_mut(place).ok_or_else(wrong)?.collection = CollectionClass::from_code(class).ok_or_else(wrong)?;
    }
    for given in matches.get_many::<String>("population").into_iter().flatten() {
        let (place, number) = of_audience(&sources, given, words)?;
        let wrong = || wrong("--population", given, words);
        sources.get_mut(place).ok_or_else(wrong)?.population = Some(number.parse().map_err(|_| wrong())?);
    }
    Ok(sources)
}

/// `NAME=VALUE` speaks of the audience of that name, `VALUE` alone of the first one.
fn of_audience<'a>(sources: &[Source], given: &'a str, words: &Words) -> Result<(usize, &'a str), Exit> {
    let Some((name, value)) = given.split_once('=') else { return Ok((0, given)) };
    let place = sources.iter().position(|source| source.name == name);
    place.map(|place| (place, value)).ok_or_else(|| {
        let known: Vec<&str> = sources.iter().map(|source| source.name.as_str()).collect();
        Exit::Usage(words.tell("report-audience-unknown", &[("name", name.into()), ("known", known.join(", ").into())]))
    })
}

pub(super) fn wrong(name: &str, value: &str, words: &Words) -> Exit {
    Exit::Usage(words.tell("settings-wrong", &[("name", name.into()), ("value", value.into())]))
}

struct Read {
    data: AudienceData,
    rejected: usize,
    days: Vec<Date>,
}

fn read(source: &Source, index: usize, date: Date, words: &Words, output: Output) -> Result<Read, Exit> {
    let FromFiles { questionnaire, read, .. } =
        from_files(&source.questionnaire, &source.answers, date, words, output)?;
    let audience = Audience {
        id: AudienceId(Key([u8::try_from(index).unwrap_or(u8::MAX); 16])),
        code: if index == 0 { "audience".to_owned() } else { format!("audience-{}", index + 1) },
        name: Text::new(source.name.clone(), source.name.clone()),
        token: String::new(),
        plan: BTreeMap::new(),
        population: source.population,
        invited: None,
        collection: source.collection,
        admission: Admission::Open,
        limit: None,
        // Whoever makes a report of files of their own answers for having asked.
        counts_agreed: true,
        questionnaire: None,
    };
    let days = read.accepted.iter().filter_map(|row| row.day).collect();
    let data = data(audience, questionnaire, read.accepted, date, words);
    Ok(Read { data, rejected: read.rejected_rows, days })
}

/// Counts the rows. Open answers come with personal data taken out as far as the finder sees it; nobody has read them,
/// and the report says so nowhere that somebody had.
fn data(
    audience: Audience,
    questionnaire: Questionnaire,
    rows: Vec<answers_csv::AcceptedRow>,
    date: Date,
    words: &Words,
) -> AudienceData {
    let mut counts = Counts::default();
    let mut open_answers = Vec::new();
    let mark = words.say("demo-redacted");
    for row in rows {
        for (question, answer) in row.answers.iter() {
            if let Some(text) = answer.words() {
                let found = redaction::find(text);
                let words = redaction::redact(text, &found, |_| mark.clone());
                open_answers.push(OpenAnswer { question: question.clone(), words });
            }
        }
        let response = Response {
            key: ResponseKey(Key([0; 16])),
            audience: audience.id,
            questionnaire: QuestionnaireId(Key([0; 16])),
            mode: row.mode.unwrap_or(Mode::Imported),
            batch: None::<BatchId>,
            day: row.day.unwrap_or(date),
            language: words.language().into(),
            seed: None,
            quotable: None,
            answers: row.answers,
        };
        counts.add(&questionnaire, &questionnaire, &response);
    }
    // The order of the file must not tell who came first.
    open_answers.sort_by(|a, b| (&a.question, &a.words).cmp(&(&b.question, &b.words)));
    let (questionnaire, counts, hidden_answers) = (Arc::new(questionnaire), Arc::new(counts), Vec::new());
    let population = Population::default();
    AudienceData { audience, questionnaire, population, counts, versions: Vec::new(), open_answers, hidden_answers }
}

fn study(
    matches: &ArgMatches,
    words: &Words,
    audiences: Vec<AudienceData>,
    days: &[Date],
    date: Date,
) -> Result<StudyData, Exit> {
    let first = days.iter().min().copied().unwrap_or(date);
    let last = days.iter().max().copied().unwrap_or(date);
    let title = text(matches, "title").unwrap_or_else(|| words.say("report-untitled"));
    let study = Study {
        id: StudyId(Key([0; 16])),
        project: ProjectId(Key([0; 16])),
        slug: String::new(),
        title: Text::new(title.clone(), title),
        purpose: Text::default(),
        fieldwork: Fieldwork::new(first, last).map_err(|refusal| Exit::Refused(sentences(words, &refusal)))?,
        results: ResultsPolicy::AfterClosing,
        results_published: None,
        repeats: None,
        audiences: audiences.iter().map(|data| data.audience.clone()).collect(),
    };
    Ok(StudyData { study, project: None, audiences, earlier: Vec::new(), themes: Vec::new() })
}

pub(super) fn date(matches: &ArgMatches, words: &Words) -> Result<Date, Exit> {
    match text(matches, "date") {
        Some(text) => text.parse().map_err(|_| wrong("--date", &text, words)),
        None => Ok(Clock::new(None)?.today()),
    }
}
