use super::{Export, Format, Rows};
use crate::{
    Failure, Words,
    study::{OpenAnswer, document_words},
};
use base::{Language, Text};
use dataset::{Archive, MadeFile, csv::Style};
use document::{Block, Document, Inline};
use sha2::{Digest as _, Sha256};
use std::io::{Cursor, Write};

/// A file of a data set for everybody, before it is kept.
#[derive(Debug, Clone)]
pub struct OpenFile {
    pub name: String,
    pub media_type: &'static str,
    pub title: Text,
    /// Whether a screen reader makes sense of it.
    pub reads_aloud: bool,
    pub bytes: Vec<u8>,
}

impl OpenFile {
    fn new(name: String, media_type: &'static str, title: &str, bytes: Vec<u8>) -> OpenFile {
        let reads_aloud = matches!(media_type, HTML) || media_type == Format::Xlsx.media_type();
        OpenFile { name, media_type, title: super::texts::both(title), reads_aloud, bytes }
    }

    fn made(&self) -> MadeFile {
        MadeFile {
            name: self.name.clone(),
            media_type: self.media_type,
            bytes: u64::try_from(self.bytes.len()).unwrap_or(u64::MAX),
            digest: base::FileDigest(Sha256::digest(&self.bytes).into()).to_string(),
        }
    }
}

const HTML: &str = "text/html; charset=utf-8";
const ZIP: &str = "application/zip";

/// The files of one audience.
///
/// # Errors
/// Those of the rows.
pub fn of_audience(export: &Export, rows: &mut dyn Rows, open: &[OpenAnswer]) -> Result<Vec<OpenFile>, Failure> {
    let stem = export.dataset().description.identifier.clone();
    let (table, codes) = (format!("{stem}.csv"), format!("{stem}-codes.csv"));
    let mut bytes = Vec::new();
    export.csv(rows, &mut bytes, Style::Codes)?;
    let csv = OpenFile::new(table.clone(), Format::Csv.media_type(), "open-data-file-csv", bytes);
    let mut labels = Vec::new();
    let language = export.dataset().description.language;
    export.csv(rows, &mut labels, Style::Labels(language.into()))?;
    let mut sav = Vec::new();
    export.sav(rows, &mut sav)?;
    let mut files = Vec::new();
    let mut add = |name: String, format: Format, title: &str, bytes: Vec<u8>| {
        files.push(OpenFile::new(name, format.media_type(), title, bytes));
    };
    add(format!("{stem}-labels.csv"), Format::Csv, "open-data-file-labels", labels);
    add(format!("{stem}.sav"), Format::Sav, "open-data-file-sav", sav);
    match export.workbook(rows) {
        Ok(book) => add(format!("{stem}.xlsx"), Format::Xlsx, "open-data-file-xlsx", book),
        // So many answers are for programs that read CSV.
        Err(Failure::Refused(_)) => {}
        Err(failure) => return Err(failure),
    }
    add(format!("{stem}-codebook.xlsx"), Format::Xlsx, "open-data-file-codebook-xlsx", export.codebook()?);
    let ddi = export.ddi(&[table.clone(), format!("{stem}.sav")])?;
    add(format!("{stem}-ddi.xml"), Format::Ddi, "open-data-file-ddi", ddi.into_bytes());
    add(codes.clone(), Format::Csv, "open-data-file-codes", export.codes()?);
    let metadata = export.csvw(&table, &codes).into_bytes();
    add(format!("{table}-metadata.json"), Format::Csvw, "open-data-file-csvw", metadata);
    let package = export.frictionless(&csv.made()).into_bytes();
    add(format!("{stem}-datapackage.json"), Format::Frictionless, "open-data-file-frictionless", package);
    let words = Words::new(language);
    let page = document::html::page(&codebook(export, &words));
    files.push(OpenFile::new(format!("{stem}-codebook.html"), HTML, "open-data-file-codebook", page.into_bytes()));
    if !open.is_empty() {
        let bytes = own_words(open)?;
        let name = format!("{stem}-own-words.csv");
        files.push(OpenFile::new(name, Format::Csv.media_type(), "open-data-file-own-words", bytes));
    }
    files.insert(0, csv);
    Ok(files)
}

/// The record for catalogues, and everything in one archive. `base` is where the files lie.
///
/// # Errors
/// Only faults.
pub fn together(first: &Export, mut files: Vec<OpenFile>, study: &str, base: &str) -> Result<Vec<OpenFile>, Failure> {
    let made: Vec<MadeFile> = files.iter().map(OpenFile::made).collect();
    let record = first.dcat(&made, Some(base)).into_bytes();
    files.push(OpenFile::new(format!("{study}-dcat.jsonld"), Format::Dcat.media_type(), "open-data-file-dcat", record));
    let fault = |error: std::io::Error| Failure::Fault(error.into());
    let mut archive = Archive::new(Cursor::new(Vec::new()));
    for file in &files {
        archive.begin(&file.name).map_err(fault)?;
        archive.write_all(&file.bytes).map_err(fault)?;
    }
    let bytes = archive.finish().map_err(fault)?.into_inner();
    files.insert(0, OpenFile::new(format!("{study}.zip"), ZIP, "open-data-file-zip", bytes));
    Ok(files)
}

/// What people wrote, as a person has let it through: by question, in an order of the words themselves, and never beside
/// anything else that they answered.
fn own_words(open: &[OpenAnswer]) -> Result<Vec<u8>, Failure> {
    let mut sorted: Vec<(&str, &str)> =
        open.iter().map(|answer| (answer.question.as_str(), answer.words.as_str())).collect();
    sorted.sort_unstable();
    let mut rows = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let fault = |error: csv::Error| Failure::Fault(error.into());
    rows.write_record(["question", "words"]).map_err(fault)?;
    for (question, words) in sorted {
        rows.write_record([question, dataset::csv::guarded(words).as_ref()]).map_err(fault)?;
    }
    rows.into_inner().map_err(|error| Failure::Fault(error.into_error().into()))
}

/// The codebook as a document: every column with its codes and how often each was given.
fn codebook(export: &Export, words: &Words) -> Document {
    let (dataset, summary) = (export.dataset(), export.summary());
    let language: Language = words.language();
    let description = &dataset.description;
    let mut blocks = vec![Block::MethodSheet(
        super::told(dataset)
            .iter()
            .map(|told| (told.term.say(language).to_owned(), Inline::words(told.words.say(language))))
            .collect(),
    )];
    let count = |count: u64| words.whole(count);
    for (place, variable) in dataset.variables.iter().enumerate() {
        let anchor = format!("variable-{}", place + 1);
        blocks.push(Block::Heading { level: 2, text: variable.name.to_string(), anchor });
        blocks.push(Block::words(variable.label.say(language)));
        for more in [&variable.universe, &variable.treatment].into_iter().flatten() {
            blocks.push(Block::words(more.say(language)));
        }
        let Some(counted) = summary.variables.get(place) else { continue };
        let mut lines: Vec<String> = variable
            .categories()
            .iter()
            .zip(&counted.categories)
            .map(|(category, n)| format!("{} – {}: {}", category.code, category.label.say(language), count(*n)))
            .collect();
        for absence in dataset::Absence::ALL {
            let n = counted.absences.get(absence.place()).copied().unwrap_or(0);
            if n > 0 {
                lines.push(format!("{} – {}: {}", absence.mark(), dataset.absence(absence, language.into()), count(n)));
            }
        }
        blocks.push(Block::list(lines));
    }
    let notice = description.notices.first().map(|notice| notice.say(language).to_owned());
    Document {
        language,
        title: description.title.say(language).to_owned(),
        cover: document::Cover {
            kind: words.say("dataset-sheet-codebook"),
            date: words.long_date(description.published),
            ..document::Cover::default()
        },
        blocks,
        date: description.published,
        address: description.address.clone(),
        demonstration: notice,
        disclaimer: None,
        words: document_words(words),
    }
}
