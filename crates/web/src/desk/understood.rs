//! A questionnaire as it lies in a file of XLSForm, LimeSurvey or SurveyJS, and what of it could not be carried over.

use super::problems::{ProblemRow, problem_row, problem_rows};
use app::Words;
use base::Explain;
use jiff::civil::Date;
use survey::{
    Located, Questionnaire, answers_csv, limesurvey,
    lint::Places,
    source::{self, Sourced},
};

pub const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
pub const LIMESURVEY: &str = "application/vnd.limesurvey+xml";
pub const SURVEYJS: &str = "application/vnd.surveyjs+json";
/// What files of questionnaires are kept as until somebody decides about them; what is in them tells which they are.
pub const KINDS: [&str; 3] = [WORKBOOK, LIMESURVEY, SURVEYJS];

pub struct Understood {
    pub questionnaire: Questionnaire,
    pub left_out: Vec<ProblemRow>,
    /// Words are missing in one of its languages: it cannot be adopted.
    pub is_untranslated: bool,
    /// The cells from which it was read, where there are any.
    pub places: Places,
}

/// Reads a file of whatever format a questionnaire comes in.
///
/// # Errors
/// Every problem with its place.
pub fn understand(words: Words, bytes: &[u8], name: &str) -> Result<Understood, Vec<ProblemRow>> {
    let sourced = source::read(bytes, name).map_err(|problems| problem_rows(words, &problems))?;
    let is_untranslated = sourced.is_untranslated();
    let Sourced { questionnaire, places, mut left_out, .. } = sourced;
    left_out.sort_by_key(|located| (located.sheet.clone(), located.row));
    let left_out = left_out.iter().filter(|located| !located.problem.is_linted());
    let left_out = left_out.map(|located| problem_row(words, located)).collect();
    Ok(Understood { questionnaire, left_out, is_untranslated, places })
}

/// A file of LimeSurvey taken apart: the survey to be kept, and the answers that were sent as a table of ours.
pub struct TakenApart {
    pub survey: Vec<u8>,
    pub answers: Option<Vec<u8>>,
    /// Answers that were begun and never sent.
    pub unfinished: usize,
}

/// # Errors
/// Every problem with its place.
pub fn take_apart(words: Words, bytes: &[u8]) -> Result<TakenApart, Vec<ProblemRow>> {
    let whole = |problem| problem_rows(words, &[Located::whole(problem)]);
    let survey = limesurvey::to_be_kept(bytes).map_err(whole)?.into_bytes();
    // Read from what is kept, as every later page does.
    understand(words, &survey, "")?;
    let read = limesurvey::read(bytes).and_then(|export| Ok((export.survey.carry()?, export.responses)));
    let (carried, responses) = read.map_err(|problems| problem_rows(words, &problems))?;
    let unfinished = responses.as_ref().map_or(0, limesurvey::Responses::unfinished);
    let sent = responses.filter(|responses| responses.len() > unfinished);
    Ok(TakenApart { survey, answers: sent.map(|responses| responses.table(&carried)), unfinished })
}

/// What stands with a questionnaire in one archive: how many answers fit it, and how many do not.
pub fn offered(words: Words, questionnaire: &Questionnaire, table: &[u8], unfinished: usize, day: Date) -> String {
    let told = |problem: &dyn Explain| words.refusal(problem).sentence;
    let mut sentences = match answers_csv::read(questionnaire, table, day) {
        Ok(read) => vec![words.tell(
            "import-archive-answers",
            &[("n", read.accepted.len().into()), ("rejected", read.rejected_rows.into())],
        )],
        Err(located) => vec![told(&located.problem)],
    };
    if unfinished > 0 {
        sentences.push(words.tell("import-archive-unfinished", &[("n", unfinished.into())]));
    }
    sentences.join(" ")
}
