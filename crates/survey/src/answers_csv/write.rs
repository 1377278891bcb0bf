use crate::{Answer, Answers, AttachedFile, Mode, Question, QuestionKind, Questionnaire};
use jiff::civil::Date;

/// A spreadsheet computes a cell that begins with one of these; such a cell is written with `'` before it.
pub(super) const FORMULA_SIGNS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// One person's answers, to be written.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    pub day: Option<Date>,
    pub mode: Option<Mode>,
    pub answers: &'a Answers,
}

/// Writes answers in the shape that [`super::read`] reads: UTF-8 with a mark, commas, a column for each option of several.
/// The columns `day` and `mode` stand first where any row has them.
pub fn write<'a>(questionnaire: &Questionnaire, rows: &[Row<'a>]) -> String {
    let columns = columns(questionnaire);
    let (days, modes) = (rows.iter().any(|row| row.day.is_some()), rows.iter().any(|row| row.mode.is_some()));
    let mut text = String::from("\u{feff}");
    let mut header = Vec::new();
    header.extend(days.then(|| "day".to_owned()));
    header.extend(modes.then(|| "mode".to_owned()));
    header.extend(columns.iter().map(Column::name));
    push_line(&mut text, &header);
    for row in rows {
        let mut cells = Vec::new();
        cells.extend(days.then(|| row.day.map(|day| day.to_string()).unwrap_or_default()));
        cells.extend(modes.then(|| row.mode.map(Mode::code).unwrap_or_default().to_owned()));
        cells.extend(columns.iter().map(|column| column.cell(row.answers)));
        push_line(&mut text, &cells);
    }
    text
}

enum Column<'q> {
    Whole(&'q Question),
    Option(&'q Question, &'q str),
    Other(&'q Question),
}

fn columns(questionnaire: &Questionnaire) -> Vec<Column<'_>> {
    let mut columns = Vec::new();
    for question in questionnaire.questions().filter(|question| question.is_kept()) {
        match (&question.kind, questionnaire.scale_of(question)) {
            (QuestionKind::Many { .. }, Some(scale)) => {
                columns.extend(scale.options.iter().map(|option| Column::Option(question, option.code.as_str())));
            }
            _ => columns.push(Column::Whole(question)),
        }
        if question.takes_other() {
            columns.push(Column::Other(question));
        }
    }
    columns
}

impl Column<'_> {
    fn name(&self) -> String {
        match self {
            Column::Whole(question) => question.code.to_string(),
            Column::Option(question, option) => format!("{}/{option}", question.code),
            Column::Other(question) => question.code.other_field(),
        }
    }

    fn cell(&self, answers: &Answers) -> String {
        match self {
            Column::Whole(question) => answers.get(question.code.as_str()).map(whole).unwrap_or_default(),
            Column::Option(question, option) => match answers.get(question.code.as_str()) {
                Some(Answer::Many(chosen, _)) => {
                    u8::from(chosen.iter().any(|code| code.as_str() == *option)).to_string()
                }
                _ => String::new(),
            },
            Column::Other(question) => match answers.get(question.code.as_str()) {
                Some(Answer::One(_, Some(words)) | Answer::Many(_, Some(words))) => guarded(words),
                _ => String::new(),
            },
        }
    }
}

fn whole(answer: &Answer) -> String {
    match answer {
        Answer::Text(words) => guarded(words),
        Answer::Integer(number) => number.to_string(),
        Answer::Decimal(number) => number.to_string(),
        Answer::Date(date) => date.to_string(),
        Answer::Time(time) => time.strftime("%H:%M").to_string(),
        Answer::Agreed => "yes".to_owned(),
        Answer::Point(point) => guarded(&point.to_string()),
        Answer::Files(files) => files.iter().map(AttachedFile::mark).collect::<Vec<_>>().join(" "),
        Answer::One(option, _) => option.to_string(),
        Answer::Many(options, _) | Answer::Ranking(options) => {
            options.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
        }
    }
}

fn guarded(words: &str) -> String {
    if words.starts_with(FORMULA_SIGNS) { format!("'{words}") } else { words.to_owned() }
}

fn push_line(text: &mut String, cells: &[String]) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            text.push(',');
        }
        if cell.contains([',', '"', '\n', '\r', ';', '\t']) || cell.trim() != cell {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(cell);
        }
    }
    text.push_str("\r\n");
}
