//! The suite of `survey`: tables of cases, properties, and the files of others where they are at hand.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "a test that cannot go on fails; a skipped one says so"
)]

mod answer_sheet;
mod answers_csv;
mod archive;
mod edit;
mod entry;
mod examples;
mod expressions;
mod formats;
mod forms;
mod export;
mod flat;
mod fuzz;
mod hostile;
mod journey;
mod kinds;
mod limesurvey;
mod mirrored;
mod lint;
mod place_list;
mod questionnaire_file;
mod redaction;
mod samples;
mod study;
mod search;
mod surveyjs;
mod tongues;
mod words;
mod workbook;
mod xlsform;
