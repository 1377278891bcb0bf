//! Surveys of LimeSurvey: `.lss`, of both generations of its database, and `.lsa` with the answers.
//!
//! A file is first read into a [`Survey`], which tells what stands in it and nothing more; then that is carried over into a
//! questionnaire of ours. What cannot be carried is listed question by question, with its line in the file. Labels lose
//! their HTML and keep their words; conditions in ExpressionScript become expressions of ours where they can.

mod carry;
mod describe;
mod description;
mod dump;
mod fields;
mod html;
mod kind;
mod names;
mod pack;
mod private;
mod problem;
mod responses;
mod script;
mod tabs;

pub use carry::Carried;
pub use description::{AnswerOption, Condition, Group, Layout, Question, Quota, Subquestion, Survey, Words};
pub use dump::{LONGEST_CELL, MOST_ROWS};
pub(crate) use html::words as words_of_html;
pub use problem::{Feature, Problem, Untranslatable};
pub use responses::Responses;
pub use tabs::{Written, write};

use crate::Located;

/// What stands in a file, and what was said of it on the way.
#[derive(Debug, Clone, PartialEq)]
pub struct Export {
    pub survey: Survey,
    pub responses: Option<Responses>,
    pub warnings: Vec<Located<Problem>>,
}

/// Reads a survey, or an archive of one with its answers.
///
/// # Errors
/// Every problem found, with its line in the file.
pub fn read(bytes: &[u8]) -> Result<Export, Vec<Located<Problem>>> {
    let whole = |problem| vec![Located::whole(problem)];
    let parts = pack::open(bytes).map_err(whole)?;
    let dump = dump::Dump::read(&parts.survey).map_err(|problem| vec![problem])?;
    if dump.kind != "Survey" {
        let given = dump.kind.chars().take(40).collect::<String>();
        return Err(whole(if given.is_empty() { Problem::NotAnExport } else { Problem::OtherKind { given } }));
    }
    let mut findings = Findings::default();
    if let Some(line) = dump.secrets {
        findings.warn(Located { sheet: None, row: Some(line), column: None, problem: Problem::Secrets });
    }
    if !dump.has("questions") && !dump.has("groups") {
        findings.refuse(Located::whole(Problem::NoSurvey));
    }
    let survey = describe::describe(&dump, &mut findings);
    let responses = match &parts.responses {
        None => None,
        Some(text) => Some(Responses::of(&dump::Dump::read(text).map_err(|problem| vec![problem])?)),
    };
    let Findings { errors, warnings } = findings;
    if errors.is_empty() { Ok(Export { survey, responses, warnings }) } else { Err(errors) }
}

/// Whether a file is of LimeSurvey, whatever it is called.
pub fn is_one(bytes: &[u8]) -> bool {
    pack::is_one(bytes)
}

/// The survey of a file that [`read`] takes, to be kept: without answers, without who was invited, and without the
/// addresses and passwords of those who ran it. It keeps its lines, so that what is said of it keeps its place.
///
/// # Errors
/// As for [`read`].
pub fn to_be_kept(bytes: &[u8]) -> Result<String, Problem> {
    Ok(private::without(&pack::open(bytes)?.survey))
}

/// What was found on the way: errors stop the import, warnings do not.
#[derive(Debug, Default)]
struct Findings {
    errors: Vec<Located<Problem>>,
    warnings: Vec<Located<Problem>>,
}

/// A file full of mistakes tells the first thousand.
const MOST_FINDINGS: usize = 1000;

impl Findings {
    fn refuse(&mut self, found: Located<Problem>) {
        if self.errors.len() < MOST_FINDINGS {
            self.errors.push(found);
        }
    }

    fn refuse_at(&mut self, line: u32, problem: Problem) {
        self.refuse(Located { sheet: None, row: Some(line), column: None, problem });
    }

    fn warn(&mut self, found: Located<Problem>) {
        if self.warnings.len() < MOST_FINDINGS {
            self.warnings.push(found);
        }
    }

    fn warn_at(&mut self, line: u32, problem: Problem) {
        self.warn(Located { sheet: None, row: Some(line), column: None, problem });
    }
}
