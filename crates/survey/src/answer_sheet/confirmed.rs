use super::proposal::{Guess, Proposal, Role};
use super::sheet::Sheet;
use super::when::{self, Order};
use super::{SheetProblem, known, parts};
use crate::answers_csv::{self, CsvProblem, CsvRead};
use crate::{
    Group, GroupCode, GroupLayout, Item, Located, Look, OptionCode, Question, QuestionCode, QuestionKind,
    Questionnaire, Scale, ScaleCode, ScaleOption, Standing, Ticks,
};
use base::{LanguageTag, Text};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What a person looked at and confirmed: a questionnaire, and how the columns of the sheet belong to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Confirmed {
    pub questionnaire: Questionnaire,
    pub warnings: Vec<SheetProblem>,
    columns: Vec<Reading>,
}

/// How a column is read.
#[derive(Debug, Clone, PartialEq)]
enum Reading {
    LeftOut,
    Day,
    Plain(QuestionCode),
    Date(QuestionCode),
    /// The labels of the options in the order of their codes.
    One(QuestionCode, Vec<(String, OptionCode)>, bool),
    Many(QuestionCode, Vec<(String, OptionCode)>, bool),
}

impl Proposal {
    /// A person has looked at the proposal, and it may count.
    ///
    /// # Errors
    /// Nothing is left to be asked, or a choice has no options.
    pub fn confirm(&self, code: &str, title: &str) -> Result<Confirmed, Vec<SheetProblem>> {
        let mut building = Building::default();
        for column in &self.columns {
            building.column(&column.header, &column.role);
        }
        building.end_grid();
        if building.columns.iter().all(|column| matches!(column, Reading::LeftOut | Reading::Day)) {
            building.problems.push(SheetProblem::NoQuestions);
        }
        if !building.problems.is_empty() {
            return Err(building.problems);
        }
        let is_cyrillic = |text: &str| text.chars().any(|letter| matches!(letter, 'а'..='я' | 'А'..='Я'));
        let spoken = self.columns.iter().filter(|column| matches!(column.role, Role::Question(_)));
        let is_bulgarian = spoken.filter(|column| is_cyrillic(&column.header)).count() * 2 > building.items.len();
        let questionnaire = Questionnaire {
            code: code.to_owned(),
            title: Text::bulgarian(title),
            version: None,
            languages: vec![LanguageTag::BULGARIAN],
            introduction: None,
            thanks: None,
            scales: building.scales,
            items: building.items,
        };
        let warnings = if is_bulgarian { Vec::new() } else { vec![SheetProblem::NotBulgarian] };
        Ok(Confirmed { questionnaire, warnings, columns: building.columns })
    }
}

impl Confirmed {
    /// The answers of the sheet by the rules of the questionnaire; rows and columns count as in the sheet. `day` stands in
    /// where a row has none.
    ///
    /// # Errors
    /// As for any file of answers.
    pub fn read(&self, sheet: &Sheet, day: Date) -> Result<CsvRead, Located<CsvProblem>> {
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        let names = self.columns.iter().flat_map(header);
        // Writing into memory cannot fail.
        let _ = writer.write_record(names);
        let orders: Vec<Option<Order>> = (0..sheet.headers.len())
            .map(|place| when::order(sheet.headers.get(place)?, &sheet.values(place).collect::<Vec<_>>()))
            .collect();
        for row in &sheet.rows {
            let columns = self.columns.iter().zip(&orders).zip(row);
            let cells = columns.flat_map(|((column, order), cell)| cells(column, cell, *order));
            // A cell with a line end would shift the numbers of the rows that follow.
            let _ = writer.write_record(cells.map(|cell| cell.replace('\n', " ")));
        }
        let mut read = answers_csv::read(&self.questionnaire, &writer.into_inner().unwrap_or_default(), day)?;
        let widths = self.columns.iter().map(|column| header(column).len());
        let origins: Vec<u32> =
            (0..).zip(widths).flat_map(|(place, width)| std::iter::repeat_n(place, width)).collect();
        for found in read.rejected.iter_mut().chain(&mut read.ignored) {
            let written = found.column.and_then(|column| usize::try_from(column).ok());
            found.column = written.and_then(|written| origins.get(written).copied());
        }
        Ok(read)
    }
}

fn header(column: &Reading) -> Vec<String> {
    match column {
        Reading::LeftOut => Vec::new(),
        Reading::Day => vec!["day".to_owned()],
        Reading::Plain(code) | Reading::Date(code) => vec![code.to_string()],
        Reading::One(code, _, other) | Reading::Many(code, _, other) => {
            let own = other.then(|| code.other_field());
            std::iter::once(code.to_string()).chain(own).collect()
        }
    }
}

fn cells(column: &Reading, cell: &str, order: Option<Order>) -> Vec<String> {
    match column {
        Reading::LeftOut => Vec::new(),
        Reading::Day | Reading::Date(_) => {
            let day = order.and_then(|order| when::read(cell, order));
            vec![day.map_or_else(|| cell.to_owned(), |day| day.to_string())]
        }
        Reading::Plain(_) => vec![cell.to_owned()],
        Reading::One(_, options, other) => {
            let found = options.iter().find(|(label, _)| label == cell).map(|(_, code)| code.to_string());
            match (found, other) {
                (Some(code), false) => vec![code],
                (Some(code), true) => vec![code, String::new()],
                (None, true) if !cell.is_empty() => vec!["other".to_owned(), cell.to_owned()],
                (None, true) => vec![String::new(), String::new()],
                (None, false) => vec![cell.to_owned()],
            }
        }
        Reading::Many(_, options, other) => {
            let labels: Vec<String> = options.iter().map(|(label, _)| label.clone()).collect();
            let (places, left_over) = parts::found(cell, &labels);
            let chosen = places.iter().filter_map(|place| options.get(*place)).map(|(_, code)| code.to_string());
            let mut chosen: Vec<String> = chosen.collect();
            match (left_over.is_empty(), other) {
                (true, false) => vec![chosen.join(" ")],
                (true, true) => vec![chosen.join(" "), String::new()],
                (false, true) => {
                    chosen.push("other".to_owned());
                    vec![chosen.join(" "), left_over.join(", ")]
                }
                (false, false) => vec![cell.to_owned()],
            }
        }
    }
}

#[derive(Default)]
struct Building {
    items: Vec<Item>,
    scales: BTreeMap<ScaleCode, Scale>,
    columns: Vec<Reading>,
    problems: Vec<SheetProblem>,
    /// The grid whose rows come one after the other: its words, its scale, its rows.
    grid: Option<(String, ScaleCode, Vec<Item>)>,
    questions: usize,
    grids: usize,
    has_day: bool,
}

impl Building {
    fn column(&mut self, header: &str, role: &Role) {
        let reading = match role {
            Role::LeftOut => Some(Reading::LeftOut),
            Role::Day if std::mem::replace(&mut self.has_day, true) => Some(Reading::LeftOut),
            Role::Day => Some(Reading::Day),
            Role::Question(guess) => self.question(header, guess),
        };
        self.columns.extend(reading);
    }

    fn question(&mut self, header: &str, guess: &Guess) -> Option<Reading> {
        self.questions += 1;
        let code = QuestionCode::parse(&format!("q{}", self.questions)).ok()?;
        let plain = |kind| (kind, Reading::Plain(code.clone()), None);
        let (kind, reading, grid) = match guess {
            Guess::Text { long } => plain(QuestionKind::text(*long)),
            Guess::Integer => plain(QuestionKind::integer()),
            Guess::Decimal => plain(QuestionKind::decimal()),
            Guess::Date => (QuestionKind::Date, Reading::Date(code.clone()), None),
            Guess::One { options, ordered, other, grid } => {
                let (scale, options) = self.scale(header, options, *ordered, *other)?;
                let reading = Reading::One(code.clone(), options, *other);
                (QuestionKind::One { scale, other: *other, look: Look::List }, reading, grid.clone())
            }
            Guess::Many { options, other } => {
                let (scale, options) = self.scale(header, options, false, *other)?;
                let reading = Reading::Many(code.clone(), options, *other);
                (QuestionKind::Many { scale, other: *other, ticks: Ticks::default() }, reading, None)
            }
        };
        let question = Question::new(code, Text::bulgarian(header), kind);
        match grid {
            Some(label) => self.row(label, question),
            None => {
                self.end_grid();
                self.items.push(Item::Question(question));
            }
        }
        Some(reading)
    }

    fn row(&mut self, label: String, question: Question) {
        let scale = question.scale().cloned();
        let continues = self.grid.as_ref().is_some_and(|(open, of, _)| *open == label && Some(of) == scale.as_ref());
        if !continues {
            self.end_grid();
        }
        match (&mut self.grid, scale) {
            (Some((_, _, rows)), _) => rows.push(Item::Question(question)),
            (None, Some(scale)) => self.grid = Some((label, scale, vec![Item::Question(question)])),
            (None, None) => self.items.push(Item::Question(question)),
        }
    }

    fn end_grid(&mut self) {
        let Some((label, _, items)) = self.grid.take() else { return };
        self.grids += 1;
        let Ok(code) = GroupCode::parse(&format!("grid{}", self.grids)) else { return };
        // A number stands for a grid whose common words the sheet does not hold.
        let label = Some(Text::bulgarian(label)).filter(|label| label.bulgarian.parse::<usize>().is_err());
        let group = Group::new(code, label, GroupLayout::Battery, items);
        self.items.push(Item::Group(group));
    }

    /// The same options are the same scale, so that the rows of a grid share one.
    fn scale(
        &mut self,
        header: &str,
        labels: &[String],
        ordered: bool,
        other: bool,
    ) -> Option<(ScaleCode, Vec<(String, OptionCode)>)> {
        let mut options: Vec<ScaleOption> = Vec::new();
        let mut step = 0.0;
        for (place, label) in labels.iter().enumerate() {
            let written = if label.parse::<u8>().is_ok() { label.clone() } else { format!("a{}", place + 1) };
            let code = OptionCode::parse(&written).ok()?;
            let standing = if known::is_dont_know(label) {
                Standing::DontKnow
            } else if known::is_not_applicable(label) {
                Standing::NotApplicable
            } else if ordered {
                step += 1.0;
                Standing::Value(label.parse().unwrap_or(step))
            } else {
                Standing::Unordered
            };
            options.push(ScaleOption::new(code, Text::bulgarian(label), standing));
        }
        if options.len() < if other { 1 } else { 2 } {
            self.problems.push(SheetProblem::FewOptions { header: header.to_owned() });
            return None;
        }
        let known = labels.iter().cloned().zip(options.iter().map(|option| option.code.clone())).collect();
        if other {
            let label = Text::new("Друго", "Other");
            options.push(ScaleOption::new(OptionCode::other(), label, Standing::Unordered));
        }
        let same = self.scales.values().find(|scale| scale.options == options && scale.ordered == ordered);
        if let Some(same) = same {
            return Some((same.code.clone(), known));
        }
        let code = ScaleCode::parse(&format!("scale{}", self.scales.len() + 1)).ok()?;
        self.scales.insert(code.clone(), Scale { code: code.clone(), options, ordered });
        Some((code, known))
    }
}
