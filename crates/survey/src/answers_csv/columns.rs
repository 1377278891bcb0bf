use super::header::{Header, Names, first_row};
use super::{CsvProblem, Encoding, MOST_COLUMNS, text};
use crate::answer_sheet::is_time;
use crate::{Located, QuestionKind, Questionnaire};
use std::collections::BTreeSet;

/// The columns of a file as they stand in it, and what each of them probably holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Columns {
    pub headers: Vec<String>,
    /// For each column one of [`Columns::offered`], or nothing where it is to be left out.
    pub names: Vec<String>,
    /// A few different values of each column.
    pub examples: Vec<Vec<String>>,
    pub encoding: Encoding,
    pub separator: char,
}

/// So many values are shown of a column, looked for in so many rows.
const EXAMPLES: usize = 3;
const ROWS_LOOKED_AT: usize = 200;
const LONGEST_EXAMPLE: usize = 60;

impl Columns {
    /// # Errors
    /// What is wrong with the file as a whole.
    pub fn of(questionnaire: &Questionnaire, bytes: &[u8]) -> Result<Columns, Located<CsvProblem>> {
        let (text, encoding) = text::decode(bytes).map_err(Located::whole)?;
        let separator = Header::separator(questionnaire, &text);
        let headers = first_row(&text, separator);
        if headers.len() > MOST_COLUMNS {
            let problem = CsvProblem::TooManyColumns { max: MOST_COLUMNS };
            return Err(Located { row: Some(1), ..Located::whole(problem) });
        }
        let known = Names::of(questionnaire);
        let offered: BTreeSet<String> = Columns::offered(questionnaire).into_iter().collect();
        let mut taken = BTreeSet::new();
        let mut names: Vec<String> = headers
            .iter()
            .map(|header| known.name(header).filter(|name| taken.insert(name.clone())).unwrap_or_default())
            .collect();
        // What is less sure comes second, so that it takes nothing from what is named plainly.
        for (name, header) in names.iter_mut().zip(&headers).filter(|(name, _)| name.is_empty()) {
            let day = is_time(&header.to_lowercase()).then(|| known.day()).flatten();
            let guess = day.or_else(|| known.alike(header));
            let guess = guess.filter(|guess| offered.contains(guess) && taken.insert(guess.clone()));
            *name = guess.unwrap_or_default();
        }
        let examples = examples(&text, separator, headers.len());
        Ok(Columns { headers, names, examples, encoding, separator })
    }

    /// Every name that a column may have, in the order of the questionnaire.
    pub fn offered(questionnaire: &Questionnaire) -> Vec<String> {
        let known = Names::of(questionnaire);
        let mut offered: Vec<String> = known.day().into_iter().chain(known.mode()).chain(known.quotable()).collect();
        for question in questionnaire.questions().filter(|question| question.is_kept() && !question.kind.takes_files())
        {
            offered.push(question.code.to_string());
            if question.takes_other() {
                offered.push(question.code.other_field());
            }
            if let QuestionKind::Many { .. } | QuestionKind::Ranking { .. } = question.kind {
                let scale = questionnaire.scale_of(question).map(|scale| scale.options.as_slice());
                let options = scale.unwrap_or_default().iter();
                offered.extend(options.map(|option| question.code.option_field(&option.code)));
            }
        }
        offered
    }
}

fn examples(text: &str, separator: char, columns: usize) -> Vec<Vec<String>> {
    let mut found = vec![Vec::new(); columns];
    for record in super::reader(text, separator).records().skip(1).take(ROWS_LOOKED_AT).map_while(Result::ok) {
        for (seen, cell) in found.iter_mut().zip(&record) {
            let cell: String = cell.trim().chars().take(LONGEST_EXAMPLE).collect();
            if seen.len() < EXAMPLES && !cell.is_empty() && !seen.contains(&cell) {
                seen.push(cell);
            }
        }
    }
    found
}
