use super::carry::Carried;
use super::dump::Dump;
use super::fields::Field;
use crate::answers_csv::{self, CsvProblem, CsvRead};
use crate::{Located, OptionCode, QuestionCode};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The answers of an archive, as they stand in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Responses {
    rows: Vec<BTreeMap<String, String>>,
}

/// What LimeSurvey writes for the day of an answer in an anonymous survey.
const NO_DAY: &str = "1980-01-01";

impl Responses {
    pub(super) fn of(dump: &Dump) -> Responses {
        let table = dump.table("responses").iter();
        let rows = table.map(|row| row.cells().map(|(name, text)| (name.to_owned(), text.to_owned())).collect());
        Responses { rows: rows.collect() }
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many were begun and never sent; they are not taken over.
    pub fn unfinished(&self) -> usize {
        self.rows.iter().filter(|row| !is_sent(row)).count()
    }

    /// The answers that were sent, checked by the rules of the questionnaire; the rows of refusals count from the first
    /// answer, which is row 2 under the names. `day` stands in where a row has none.
    ///
    /// # Errors
    /// What is wrong with the answers as a whole: none of their columns belongs to the questionnaire.
    pub fn read(&self, carried: &Carried, day: Date) -> Result<CsvRead, Located<CsvProblem>> {
        answers_csv::read(&carried.questionnaire, &self.table(carried), day)
    }

    /// The answers that were sent as a file of [`answers_csv`]: what was asked and the day, nothing else of the archive.
    pub fn table(&self, carried: &Carried) -> Vec<u8> {
        let mut names: Vec<&String> = self.rows.iter().flat_map(BTreeMap::keys).collect();
        names.sort_unstable();
        names.dedup();
        let columns: Vec<(&String, &Field)> =
            names.into_iter().filter_map(|name| Some((name, carried.fields.of(name)?))).collect();
        let (columns, places): (Vec<_>, Vec<_>) =
            columns.into_iter().partition(|(_, field)| !matches!(field, Field::Place { .. }));
        let rankings = Ranking::all(&places);
        let mut writer = csv::Writer::from_writer(Vec::new());
        // A question of the survey may be called so itself.
        let is_free = |name: &&str| carried.questionnaire.question(name).is_none();
        let name_of_day = ["day", "ден", "дата"].into_iter().find(is_free).unwrap_or_default();
        let header = std::iter::once(name_of_day.to_owned()).chain(columns.iter().map(|(_, field)| field.header()));
        // Writing into memory cannot fail.
        let _ = writer.write_record(header.chain(rankings.iter().flat_map(Ranking::header)));
        for row in self.rows.iter().filter(|row| is_sent(row)) {
            let day = row.get("submitdate").and_then(|date| date.get(..10)).filter(|day| *day != NO_DAY);
            let cells = columns.iter().map(|(name, field)| cell(row.get(*name).map_or("", String::as_str), field));
            let ranked = rankings.iter().flat_map(|ranking| ranking.cells(row));
            let _ = writer.write_record(std::iter::once(day.unwrap_or_default().to_owned()).chain(cells).chain(ranked));
        }
        writer.into_inner().unwrap_or_default()
    }
}

/// A ranking, and the columns of its places.
struct Ranking<'a> {
    question: &'a QuestionCode,
    options: &'a [OptionCode],
    places: Vec<(usize, &'a str)>,
}

impl<'a> Ranking<'a> {
    fn all(columns: &[(&'a String, &'a Field)]) -> Vec<Ranking<'a>> {
        let mut all: Vec<Ranking<'a>> = Vec::new();
        for (name, field) in columns {
            let Field::Place { question, place, options } = field else { continue };
            match all.iter_mut().find(|ranking| ranking.question == question) {
                Some(ranking) => ranking.places.push((*place, name.as_str())),
                None => all.push(Ranking { question, options, places: vec![(*place, name.as_str())] }),
            }
        }
        all
    }

    fn header(&self) -> impl Iterator<Item = String> {
        self.options.iter().map(|option| format!("{}/{option}", self.question))
    }

    /// The place of each option.
    fn cells(&self, row: &BTreeMap<String, String>) -> impl Iterator<Item = String> {
        let place = |option: &OptionCode| {
            let mut places = self.places.iter();
            let found = places.find(|(_, name)| row.get(*name).is_some_and(|text| text.trim() == option.as_str()));
            found.map_or_else(String::new, |(place, _)| place.to_string())
        };
        self.options.iter().map(place)
    }
}

fn is_sent(row: &BTreeMap<String, String>) -> bool {
    row.get("submitdate").is_some_and(|date| !date.trim().is_empty())
}

fn cell(text: &str, field: &Field) -> String {
    let text = text.trim();
    match (field, text) {
        (Field::Option(..), "Y") => "1".to_owned(),
        (Field::Option(..), _) => String::new(),
        (Field::Question(_), "-oth-") => "other".to_owned(),
        // A day is written with midnight, a number with ten decimals.
        (Field::Question(_), _) => {
            let day = text.strip_suffix(" 00:00:00").or_else(|| text.strip_suffix(" 00:00"));
            let is_number = text.contains('.') && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
            match day {
                Some(day) => day.to_owned(),
                None if is_number => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
                None => text.to_owned(),
            }
        }
        (Field::Other(_) | Field::Place { .. }, _) => text.to_owned(),
    }
}
