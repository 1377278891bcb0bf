use crate::{answers_csv, limesurvey, xlsform};

/// What sort of file somebody brings a questionnaire in. It is told by what the file holds, never by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuestionnaireFile {
    /// Also whatever is none of the others: its reader then says what is wrong.
    XlsForm,
    LimeSurvey,
    SurveyJs,
    /// Answers under headers, as Google Forms and Microsoft Forms give them: the questionnaire is to be guessed.
    AnswerSheet,
}

impl QuestionnaireFile {
    pub fn of(bytes: &[u8]) -> QuestionnaireFile {
        if limesurvey::is_one(bytes) {
            QuestionnaireFile::LimeSurvey
        } else if bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start().starts_with(b"{") {
            QuestionnaireFile::SurveyJs
        } else if bytes.starts_with(b"PK\x03\x04") {
            match xlsform::lacks_survey(bytes) {
                true => QuestionnaireFile::AnswerSheet,
                false => QuestionnaireFile::XlsForm,
            }
        } else if xlsform::is_flat(bytes) || !is_table(bytes) {
            QuestionnaireFile::XlsForm
        } else {
            QuestionnaireFile::AnswerSheet
        }
    }
}

/// Text of several cells under several headers.
fn is_table(bytes: &[u8]) -> bool {
    let Ok(text) = answers_csv::decode(bytes) else { return false };
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let header = lines.next().unwrap_or_default();
    !header.trim_start().starts_with('<') && header.contains([',', ';', '\t']) && lines.next().is_some()
}
