//! A list of settlements from a table of comma-separated values, as the options of a question: one row is one place.
//!
//! The columns are named in the first row, in Bulgarian or English and in any order: the code (ЕКАТТЕ) and the name have to
//! be there; the kind („гр.“, „с.“), the municipality, the province and the name in Latin letters may be. Other columns are
//! passed over. The list is taken whole or not at all.

mod problem;

pub use problem::PlaceListProblem;

use crate::{
    Located, OptionCode, ScaleOption, Standing,
    answers_csv::{CsvProblem, decode},
    search::latin,
};
use base::Text;
use std::collections::BTreeMap;

/// The largest file, in bytes: all settlements of the country with room to spare.
pub const LARGEST_FILE: usize = 2_000_000;
/// The most places; Bulgaria has somewhat over five thousand.
pub const MOST_PLACES: usize = 6_000;
/// The most problems that are kept; more are only counted.
pub const MOST_PROBLEMS: usize = 50;
/// The longest name of a place, a municipality or a province, in characters.
pub const LONGEST_NAME: usize = 100;

/// Why a list was not taken: the first problems with their places, and how many there are.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacesRefused {
    pub problems: Vec<Located<PlaceListProblem>>,
    pub count: usize,
}

/// Reads a list.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read(bytes: &[u8]) -> Result<Vec<ScaleOption>, PlacesRefused> {
    let whole = |problem| PlacesRefused { problems: vec![Located::whole(problem)], count: 1 };
    if bytes.len() > LARGEST_FILE {
        return Err(whole(CsvProblem::TooLarge { is: bytes.len(), max: LARGEST_FILE }.into()));
    }
    let text = decode(bytes).map_err(|problem| whole(problem.into()))?;
    let mut list =
        List { columns: Vec::new(), places: Vec::new(), rows: BTreeMap::new(), problems: Vec::new(), count: 0 };
    list.read(&text);
    if list.count > 0 {
        return Err(PlacesRefused { problems: list.problems, count: list.count });
    }
    Ok(list.places)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Code,
    Name,
    Latin,
    Kind,
    Municipality,
    Province,
    PassedOver,
}

/// As the heads of columns are written here, at НСИ and by hand; the first name of each is how it is called in a refusal.
const NAMES: [(Column, &[&str]); 6] = [
    (Column::Code, &["код", "code", "екатте", "ekatte"]),
    (Column::Name, &["име", "name", "населено място", "settlement", "наименование"]),
    (Column::Latin, &["име на латиница", "name_en", "name::en", "name::english (en)", "latin", "transliteration"]),
    (Column::Kind, &["вид", "kind", "t_v_m", "тип"]),
    (Column::Municipality, &["община", "municipality", "obshtina_name"]),
    (Column::Province, &["област", "province", "district", "oblast", "oblast_name"]),
];

impl Column {
    fn of(head: &str) -> Column {
        let head = head.trim().to_lowercase();
        let known = NAMES.iter().find(|(_, names)| names.contains(&head.as_str()));
        known.map_or(Column::PassedOver, |(column, _)| *column)
    }

    fn name(self) -> &'static str {
        let known = NAMES.iter().find(|(column, _)| *column == self);
        known.and_then(|(_, names)| names.first()).copied().unwrap_or_default()
    }
}

struct List {
    columns: Vec<Column>,
    places: Vec<ScaleOption>,
    /// In which row each code stands.
    rows: BTreeMap<String, u32>,
    problems: Vec<Located<PlaceListProblem>>,
    count: usize,
}

impl List {
    fn read(&mut self, text: &str) {
        let mut rows = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator(text))
            .from_reader(text.as_bytes());
        let mut record = csv::StringRecord::new();
        let mut row = 0_u32;
        loop {
            match rows.read_record(&mut record) {
                Ok(true) => {}
                Ok(false) => break,
                Err(_) => return self.refuse(Located::whole(CsvProblem::NotText.into())),
            }
            row = record.position().map_or(row, |place| u32::try_from(place.line()).unwrap_or(u32::MAX));
            if self.columns.is_empty() {
                if !self.head(&record, row) {
                    return;
                }
            } else if record.iter().any(|cell| !cell.trim().is_empty()) {
                if self.rows.len() >= MOST_PLACES {
                    return self.refuse(at(row, None, PlaceListProblem::TooMany { max: MOST_PLACES }));
                }
                self.place(&record, row);
            }
        }
        if self.places.len() < 2 && self.count == 0 {
            self.refuse(Located::whole(PlaceListProblem::TooFew));
        }
    }

    /// Whether the columns are those of a list of places.
    fn head(&mut self, record: &csv::StringRecord, row: u32) -> bool {
        self.columns = record.iter().map(Column::of).collect();
        for (place, column) in self.columns.clone().into_iter().enumerate() {
            let is_repeated = self.columns.iter().take(place).any(|before| *before == column);
            if column != Column::PassedOver && is_repeated {
                self.refuse(at(row, Some(place), PlaceListProblem::RepeatedColumn { name: column.name() }));
            }
        }
        for column in [Column::Code, Column::Name] {
            if !self.columns.contains(&column) {
                self.refuse(at(row, None, PlaceListProblem::MissingColumn { name: column.name() }));
            }
        }
        self.count == 0
    }

    fn place(&mut self, record: &csv::StringRecord, row: u32) {
        let before = self.count;
        let code = self.code(record, row);
        let name = self.cell(record, row, Column::Name);
        if name.is_empty() {
            self.refuse(at(row, self.place_of(Column::Name), PlaceListProblem::NoName));
        }
        let kind = self.cell(record, row, Column::Kind);
        let in_latin = self.cell(record, row, Column::Latin);
        let properties: BTreeMap<String, String> = [
            ("kind", kind.clone()),
            ("municipality", self.cell(record, row, Column::Municipality)),
            ("province", self.cell(record, row, Column::Province)),
        ]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
        let Some(code) = code.filter(|_| self.count == before) else { return };
        let in_latin = if in_latin.is_empty() { latin(&name) } else { in_latin };
        let label = Text::new(format!("{kind} {name}").trim(), &in_latin);
        self.places.push(ScaleOption { properties, ..ScaleOption::new(code, label, Standing::Unordered) });
    }

    fn code(&mut self, record: &csv::StringRecord, row: u32) -> Option<OptionCode> {
        let column = self.place_of(Column::Code);
        let given = column.and_then(|place| record.get(place)).unwrap_or_default().trim();
        match OptionCode::parse(given) {
            // „Друго“ is no place.
            Ok(code) if !code.is_other() => {
                if let Some(first) = self.rows.insert(given.to_owned(), row) {
                    self.refuse(at(row, column, PlaceListProblem::RepeatedCode { code: given.to_owned(), first }));
                }
                Some(code)
            }
            Ok(_) | Err(_) => {
                let given = given.chars().take(60).collect();
                self.refuse(at(row, column, PlaceListProblem::BadCode { given }));
                None
            }
        }
    }

    /// What stands in the column, in one line; nothing where there is no such column.
    fn cell(&mut self, record: &csv::StringRecord, row: u32, column: Column) -> String {
        let place = self.place_of(column);
        let cell = place.and_then(|place| record.get(place)).unwrap_or_default();
        let words: String = cell.split_whitespace().collect::<Vec<_>>().join(" ");
        let is = words.chars().count();
        if is > LONGEST_NAME || words.chars().any(char::is_control) {
            self.refuse(at(row, place, PlaceListProblem::TooLong { is, max: LONGEST_NAME }));
            return String::from("–");
        }
        words
    }

    fn place_of(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|known| *known == column)
    }

    fn refuse(&mut self, problem: Located<PlaceListProblem>) {
        self.count += 1;
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(problem);
        }
    }
}

fn at(row: u32, column: Option<usize>, problem: PlaceListProblem) -> Located<PlaceListProblem> {
    let column = column.and_then(|column| u32::try_from(column).ok());
    Located { row: Some(row), column, ..Located::whole(problem) }
}

/// The sign that parts the first row into the most columns that are known; of equals the comma.
fn separator(text: &str) -> u8 {
    let head = text.lines().next().unwrap_or_default();
    let known = |sign: &u8| {
        let cells = head.split(char::from(*sign)).map(|cell| cell.trim_matches('"'));
        cells.filter(|cell| Column::of(cell) != Column::PassedOver).count()
    };
    [b'\t', b';', b','].into_iter().max_by_key(known).unwrap_or(b',')
}
