//! A file with a questionnaire that somebody brings to the desk, whatever format it is in: read, and kept until it is decided
//! about.

use super::{
    answer_sheet, answers, looked_at,
    problems::{ProblemRow, problem_row},
    understood::{LIMESURVEY, SURVEYJS, Understood, WORKBOOK, take_apart, understand},
    upload::{UploadedFile, in_address},
};
use crate::{Failure, Visit};
use base::{AudienceId, FileDigest};
use survey::QuestionnaireFile;

pub enum Brought {
    Questionnaire {
        kept: FileDigest,
        understood: Box<Understood>,
        /// The answers in the same file, and how many of them were never sent.
        answers: Option<(FileDigest, usize)>,
    },
    /// Answers of another service: what was asked is to be guessed and corrected first.
    Sheet(FileDigest),
}

/// Reads a file and keeps it.
///
/// # Errors
/// Inside, every problem with its place.
pub async fn bring(
    visit: &Visit,
    file: &UploadedFile,
    with_personal: bool,
) -> Result<Result<Brought, Vec<ProblemRow>>, Failure> {
    let (words, bytes) = (visit.words, file.bytes.clone());
    let kind = match looked_at::aside(move || QuestionnaireFile::of(&bytes)).await? {
        QuestionnaireFile::AnswerSheet => {
            let kept = answer_sheet::keep(visit, file.bytes.clone(), with_personal).await?;
            return Ok(kept.map(Brought::Sheet).map_err(|problem| vec![problem_row(words, &problem)]));
        }
        QuestionnaireFile::LimeSurvey => LIMESURVEY,
        QuestionnaireFile::SurveyJs => SURVEYJS,
        QuestionnaireFile::XlsForm => WORKBOOK,
    };
    let (bytes, table, unfinished) = if kind == LIMESURVEY {
        let bytes = file.bytes.clone();
        match looked_at::aside(move || take_apart(words, &bytes)).await? {
            Ok(apart) => (apart.survey, apart.answers, apart.unfinished),
            Err(problems) => return Ok(Err(problems)),
        }
    } else {
        (file.bytes.clone(), None, 0)
    };
    let (read, name) = (bytes.clone(), file.name.clone());
    let understood = match looked_at::aside(move || understand(words, &read, &name)).await? {
        Ok(understood) => understood,
        Err(problems) => return Ok(Err(problems)),
    };
    let kept = looked_at::keep(visit, bytes, kind).await?;
    let answers = match table {
        Some(table) => Some((looked_at::keep(visit, table, answers::CSV).await?, unfinished)),
        None => None,
    };
    Ok(Ok(Brought::Questionnaire { kept, understood: Box::new(understood), answers }))
}

impl Brought {
    /// Where it is looked at and decided about.
    pub fn address(&self, audience: AudienceId, name: &str) -> String {
        let name = in_address(name);
        match self {
            Brought::Sheet(kept) => format!("/desk/audiences/{audience}/sheets/{kept}?name={name}"),
            Brought::Questionnaire { kept, answers, .. } => {
                let answers =
                    answers.as_ref().map(|(table, unfinished)| format!("&answers={table}&unfinished={unfinished}"));
                let answers = answers.unwrap_or_default();
                format!("/desk/audiences/{audience}/questionnaire/{kept}?name={name}{answers}")
            }
        }
    }
}
