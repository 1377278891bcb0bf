//! A questionnaire out of whatever file somebody has: XLSForm, LimeSurvey, SurveyJS, or what this program writes itself. Which it is
//! tells its content, never its name.

use crate::lint::Places;
use crate::{Located, Questionnaire, QuestionnaireFile, archive, limesurvey, surveyjs, xlsform};
use base::{Argument, Explain, LanguageTag};

/// What a file was understood as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    Xlsform,
    LimeSurvey,
    SurveyJs,
    /// The model as it is kept, in JSON.
    Glas,
}

impl Format {
    pub const ALL: [Format; 4] = [Format::Xlsform, Format::LimeSurvey, Format::SurveyJs, Format::Glas];

    pub fn code(self) -> &'static str {
        match self {
            Format::Xlsform => "xlsform",
            Format::LimeSurvey => "limesurvey",
            Format::SurveyJs => "surveyjs",
            Format::Glas => "glas",
        }
    }

    /// Answers under headers are no questionnaire yet; the reader of workbooks says so.
    fn of(bytes: &[u8]) -> Format {
        match QuestionnaireFile::of(bytes) {
            QuestionnaireFile::SurveyJs if is_our_own(bytes) => Format::Glas,
            QuestionnaireFile::SurveyJs => Format::SurveyJs,
            QuestionnaireFile::LimeSurvey => Format::LimeSurvey,
            QuestionnaireFile::XlsForm | QuestionnaireFile::AnswerSheet => Format::Xlsform,
        }
    }
}

fn is_our_own(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    head.windows(OUR_MARK.len()).any(|part| part == OUR_MARK)
}

const OUR_MARK: &[u8] = b"\"glas-questionnaire/";

/// A questionnaire that was understood, and what was left out of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Sourced {
    pub format: Format,
    pub questionnaire: Questionnaire,
    /// Where everything stands, as far as the format has cells.
    pub places: Places,
    pub left_out: Vec<Located<Trouble>>,
    /// Answers that came in the same file, not read here.
    pub responses: usize,
}

impl Sourced {
    /// Words that one of its languages lacks: such a version is not adopted.
    pub fn is_untranslated(&self) -> bool {
        self.left_out.iter().any(|found| found.problem.is_untranslated()) || self.questionnaire.untranslated().is_some()
    }
}

/// What is wrong with a file, or was left out of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Trouble {
    Xlsform(xlsform::Problem),
    LimeSurvey(limesurvey::Problem),
    SurveyJs(surveyjs::Problem),
    /// A translation that lacks words, the first of them at this code.
    HalfTranslated {
        language: LanguageTag,
        code: String,
    },
    /// JSON that is no questionnaire, or was written by a later version.
    Unreadable,
}

impl Trouble {
    fn is_untranslated(&self) -> bool {
        matches!(self, Trouble::Xlsform(problem) if problem.is_untranslated())
    }

    /// What the linter says too, with its cause.
    pub fn is_linted(&self) -> bool {
        matches!(
            self,
            Trouble::Xlsform(
                xlsform::Problem::Expression(_)
                    | xlsform::Problem::MissingTranslation { .. }
                    | xlsform::Problem::SoundsLikeMissing { .. }
            )
        )
    }
}

impl Explain for Trouble {
    fn code(&self) -> &'static str {
        match self {
            Trouble::Xlsform(problem) => problem.code(),
            Trouble::LimeSurvey(problem) => problem.code(),
            Trouble::SurveyJs(problem) => problem.code(),
            Trouble::HalfTranslated { .. } => "source-half-translated",
            Trouble::Unreadable => "source-unreadable",
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            Trouble::Xlsform(problem) => problem.arguments(),
            Trouble::LimeSurvey(problem) => problem.arguments(),
            Trouble::SurveyJs(problem) => problem.arguments(),
            Trouble::HalfTranslated { language, code } => {
                vec![("language", language.to_string().into()), ("code", code.clone().into())]
            }
            Trouble::Unreadable => Vec::new(),
        }
    }
}

/// Reads a questionnaire.
///
/// # Errors
/// Every problem found, each with its place.
pub fn read(bytes: &[u8], file_name: &str) -> Result<Sourced, Vec<Located<Trouble>>> {
    match Format::of(bytes) {
        Format::Xlsform => xlsform(bytes, file_name),
        Format::LimeSurvey => limesurvey(bytes),
        Format::SurveyJs => surveyjs(bytes, file_name),
        Format::Glas => glas(bytes),
    }
}

fn xlsform(bytes: &[u8], file_name: &str) -> Result<Sourced, Vec<Located<Trouble>>> {
    let xlsform::Imported { questionnaire, warnings, places } =
        xlsform::import(bytes, file_name).map_err(|problems| all(problems, Trouble::Xlsform))?;
    let left_out = all(warnings, Trouble::Xlsform);
    Ok(Sourced { format: Format::Xlsform, questionnaire, places, left_out, responses: 0 })
}

fn limesurvey(bytes: &[u8]) -> Result<Sourced, Vec<Located<Trouble>>> {
    let troubles = |problems| all(problems, Trouble::LimeSurvey);
    let export = limesurvey::read(bytes).map_err(troubles)?;
    let carried = export.survey.carry().map_err(troubles)?;
    let mut sourced = Sourced {
        format: Format::LimeSurvey,
        places: Places::default(),
        left_out: all(export.warnings.into_iter().chain(carried.left_out), Trouble::LimeSurvey),
        questionnaire: carried.questionnaire,
        responses: export.responses.map_or(0, |responses| responses.len()),
    };
    leave_half_translated(&mut sourced);
    Ok(sourced)
}

fn surveyjs(bytes: &[u8], file_name: &str) -> Result<Sourced, Vec<Located<Trouble>>> {
    let carried = surveyjs::read(bytes, file_name).map_err(|problems| all(problems, Trouble::SurveyJs))?;
    let (places, left_out) = (Places::default(), all(carried.left_out, Trouble::SurveyJs));
    let mut sourced =
        Sourced { format: Format::SurveyJs, questionnaire: carried.questionnaire, places, left_out, responses: 0 };
    leave_half_translated(&mut sourced);
    Ok(sourced)
}

/// A language that lacks some words is better left behind than the whole survey; but where the Bulgarian is what is missing, the
/// others are what somebody will translate from.
fn leave_half_translated(sourced: &mut Sourced) {
    let Sourced { questionnaire, left_out, .. } = sourced;
    if questionnaire.untranslated_into(LanguageTag::BULGARIAN).is_some() {
        return;
    }
    while let Some((code, language)) = questionnaire.untranslated() {
        questionnaire.languages.retain(|known| *known != language);
        left_out.insert(0, Located::whole(Trouble::HalfTranslated { language, code }));
    }
}

fn glas(bytes: &[u8]) -> Result<Sourced, Vec<Located<Trouble>>> {
    let unreadable = || vec![Located::whole(Trouble::Unreadable)];
    if bytes.len() > xlsform::LARGEST_FILE {
        let problem = xlsform::Problem::TooLarge { is: bytes.len(), max: xlsform::LARGEST_FILE };
        return Err(vec![Located::whole(Trouble::Xlsform(problem))]);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| unreadable())?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let questionnaire = archive::read(text.trim()).map_err(|_| unreadable())?;
    // The archive is believed to be whole where we keep it; what somebody brings may lack words.
    if !questionnaire.languages.contains(&LanguageTag::BULGARIAN) {
        return Err(unreadable());
    }
    let (places, left_out) = (Places::default(), Vec::new());
    Ok(Sourced { format: Format::Glas, questionnaire, places, left_out, responses: 0 })
}

fn all<P>(problems: impl IntoIterator<Item = Located<P>>, wrap: fn(P) -> Trouble) -> Vec<Located<Trouble>> {
    let wrapped = |found: Located<P>| {
        let Located { sheet, row, column, problem } = found;
        Located { sheet, row, column, problem: wrap(problem) }
    };
    problems.into_iter().map(wrapped).collect()
}
