use super::{CsvProblem, MOST_COLUMNS};
use crate::nearest::nearest;
use crate::{Located, OptionCode, Question, QuestionKind, Questionnaire};
use std::collections::BTreeMap;

/// What a column holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Meaning<'q> {
    Day,
    Mode,
    /// A tick: the words may be quoted.
    Quotable,
    Question(&'q Question),
    /// A tick for one option of several.
    Option(&'q Question, &'q OptionCode),
    /// The words beside „друго“.
    Other(&'q Question),
    Ignored,
}

pub(super) struct Header<'q> {
    pub(super) columns: Vec<Meaning<'q>>,
    pub(super) ignored: Vec<Located<CsvProblem>>,
}

impl<'q> Header<'q> {
    /// Reads the first row with each of the usual separators and takes the one that makes most sense of it.
    pub(super) fn find(
        questionnaire: &'q Questionnaire,
        text: &str,
    ) -> Result<(Header<'q>, char), Located<CsvProblem>> {
        let names = Names::of(questionnaire);
        let separator = Header::separator(questionnaire, text);
        let cells = first_row(text, separator);
        let known = cells.iter().filter(|cell| names.meaning(cell) != Meaning::Ignored).count();
        let first = |problem| Located { row: Some(1), ..Located::whole(problem) };
        if cells.len() > MOST_COLUMNS {
            return Err(first(CsvProblem::TooManyColumns { max: MOST_COLUMNS }));
        }
        let columns: Vec<Meaning<'q>> = cells.iter().map(|cell| names.meaning(cell)).collect();
        if known == 0 || !columns.iter().any(asks) {
            return Err(first(CsvProblem::NoKnownColumn));
        }
        let mut ignored = Vec::new();
        for (place, (cell, meaning)) in cells.iter().zip(&columns).enumerate() {
            let at = |problem| Located { column: Some(u32::try_from(place).unwrap_or(u32::MAX)), ..first(problem) };
            let is_repeated =
                *meaning != Meaning::Ignored && columns.iter().take(place).any(|before| before == meaning);
            if is_repeated {
                return Err(at(CsvProblem::RepeatedColumn { name: shortened(cell) }));
            }
            if *meaning == Meaning::Ignored && !cell.trim().is_empty() {
                let similar = nearest(cell, names.by_code.keys().copied());
                ignored.push(at(CsvProblem::UnknownColumn { name: shortened(cell), similar }));
            }
        }
        Ok((Header { columns, ignored }, separator))
    }

    /// The separator with which the first row makes most sense; where none does, the one that stands in it most often.
    pub(super) fn separator(questionnaire: &Questionnaire, text: &str) -> char {
        let names = Names::of(questionnaire);
        let sense = |separator: &char| {
            let cells = first_row(text, *separator);
            (cells.iter().filter(|cell| names.meaning(cell) != Meaning::Ignored).count(), cells.len())
        };
        // Of equals the last is taken: the comma.
        ['\t', ';', ','].into_iter().max_by_key(sense).unwrap_or(',')
    }

    /// The columns by names that somebody gave them; an empty one is left out.
    pub(super) fn named(questionnaire: &'q Questionnaire, given: &[String]) -> Result<Header<'q>, Located<CsvProblem>> {
        let names = Names::of(questionnaire);
        let columns: Vec<Meaning<'q>> = given.iter().map(|name| names.meaning(name)).collect();
        let first = |problem| Located { row: Some(1), ..Located::whole(problem) };
        for (place, meaning) in columns.iter().enumerate() {
            if *meaning != Meaning::Ignored && columns.iter().take(place).any(|before| before == meaning) {
                let name = given.get(place).map(|name| shortened(name)).unwrap_or_default();
                let column = u32::try_from(place).ok();
                return Err(Located { column, ..first(CsvProblem::RepeatedColumn { name }) });
            }
        }
        if !columns.iter().any(asks) {
            return Err(first(CsvProblem::NoKnownColumn));
        }
        Ok(Header { columns, ignored: Vec::new() })
    }

    /// The column to blame for an answer.
    pub(super) fn place_of(&self, question: &str) -> usize {
        let is_of = |meaning: &Meaning<'_>| match meaning {
            Meaning::Question(of) | Meaning::Option(of, _) | Meaning::Other(of) => of.code.as_str() == question,
            Meaning::Day | Meaning::Mode | Meaning::Quotable | Meaning::Ignored => false,
        };
        self.columns.iter().position(is_of).unwrap_or(0)
    }
}

fn asks(meaning: &Meaning<'_>) -> bool {
    matches!(meaning, Meaning::Question(_) | Meaning::Option(..))
}

pub(super) fn first_row(text: &str, separator: char) -> Vec<String> {
    let mut record = csv::StringRecord::new();
    match super::reader(text, separator).read_record(&mut record) {
        Ok(true) => record.iter().map(|cell| cell.trim().to_owned()).collect(),
        Ok(false) | Err(_) => Vec::new(),
    }
}

/// The names that a column may have.
pub(super) struct Names<'q> {
    questionnaire: &'q Questionnaire,
    by_code: BTreeMap<&'q str, &'q Question>,
    /// By the label in either language, in small letters; a label that two questions share names neither.
    by_label: BTreeMap<String, Option<&'q Question>>,
}

impl<'q> Names<'q> {
    pub(super) fn of(questionnaire: &'q Questionnaire) -> Names<'q> {
        let mut names = Names { questionnaire, by_code: BTreeMap::new(), by_label: BTreeMap::new() };
        for question in questionnaire.questions().filter(|question| question.is_kept() && !question.kind.takes_files())
        {
            names.by_code.insert(question.code.as_str(), question);
            for label in question.label.all().filter(|label| !label.is_empty()) {
                let place = names.by_label.entry(folded(label));
                place.and_modify(|shared| *shared = None).or_insert(Some(question));
            }
        }
        names
    }

    fn meaning(&self, cell: &str) -> Meaning<'q> {
        let cell = cell.trim();
        if let Some(question) = self.by_code.get(cell) {
            return Meaning::Question(question);
        }
        if let Some(meaning) = cell.split_once('/').and_then(|(question, option)| self.option(question, option)) {
            return meaning;
        }
        let other = cell.strip_suffix("_other").and_then(|code| self.by_code.get(code));
        if let Some(question) = other.filter(|question| question.takes_other()) {
            return Meaning::Other(question);
        }
        // Exports of others put the names of groups before the question.
        if let Some(question) = cell.rsplit_once('/').and_then(|(_, code)| self.by_code.get(code)) {
            return Meaning::Question(question);
        }
        match folded(cell).as_str() {
            "day" | "ден" | "дата" => Meaning::Day,
            "mode" | "начин" => Meaning::Mode,
            "quotable" | "позволява цитиране" | "цитиране" => Meaning::Quotable,
            small => self.by_label.get(small).copied().flatten().map_or(Meaning::Ignored, Meaning::Question),
        }
    }

    /// The one name of what a column called so holds.
    pub(super) fn name(&self, header: &str) -> Option<String> {
        match self.meaning(header) {
            Meaning::Day => self.day(),
            Meaning::Mode => self.mode(),
            Meaning::Quotable => self.quotable(),
            Meaning::Question(question) => Some(question.code.to_string()),
            Meaning::Option(question, option) => Some(question.code.option_field(option)),
            Meaning::Other(question) => Some(question.code.other_field()),
            Meaning::Ignored => None,
        }
    }

    /// How the day is called, as a question may be called so itself.
    pub(super) fn day(&self) -> Option<String> {
        self.free(["day", "ден", "дата"])
    }

    pub(super) fn mode(&self) -> Option<String> {
        self.free(["mode", "начин", "mode"])
    }

    pub(super) fn quotable(&self) -> Option<String> {
        self.free(["quotable", "цитиране", "позволява цитиране"])
    }

    fn free(&self, names: [&str; 3]) -> Option<String> {
        names.into_iter().find(|name| !self.by_code.contains_key(name)).map(str::to_owned)
    }

    /// The question whose words stand in a header that was numbered, marked or put into brackets.
    pub(super) fn alike(&self, header: &str) -> Option<String> {
        let within = header.strip_suffix(']').and_then(|header| header.rsplit_once('['));
        let wanted = bare(within.map_or(header, |(_, row)| row));
        if wanted.is_empty() {
            return None;
        }
        let mut found = self.by_label.iter().filter(|(label, _)| bare(label) == wanted);
        match (found.next(), found.next()) {
            (Some((_, Some(question))), None) => Some(question.code.to_string()),
            _ => None,
        }
    }

    fn option(&self, question: &str, option: &str) -> Option<Meaning<'q>> {
        let question: &'q Question = self.by_code.get(question)?;
        if !matches!(question.kind, QuestionKind::Many { .. } | QuestionKind::Ranking { .. }) {
            return None;
        }
        let option = self.questionnaire.scale_of(question)?.option(option)?;
        Some(Meaning::Option(question, &option.code))
    }
}

fn folded(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words without a number before them and marks behind them.
fn bare(text: &str) -> String {
    let folded = folded(text);
    let unnumbered = folded.trim_start_matches(|letter: char| !letter.is_alphabetic());
    unnumbered.trim_end_matches(|letter: char| !letter.is_alphanumeric()).to_owned()
}

fn shortened(name: &str) -> String {
    name.chars().take(60).collect()
}
