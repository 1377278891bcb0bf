//! Workbooks and questionnaires for tests, written as tables of text.

use jiff::civil::{Date, date};
use rust_xlsxwriter::Workbook;
use survey::{Answer, Answers, OptionCode, QuestionCode, Questionnaire, xlsform};

pub const TODAY: Date = date(2023, 7, 27);

/// One sheet: its name and its rows; cells are separated by `|`, an empty cell is nothing.
pub type SheetText<'a> = (&'a str, &'a str);

pub fn written(sheets: &[SheetText<'_>]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, text) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (row, line) in (0..).zip(text.trim_end().lines()) {
            for (column, cell) in (0..).zip(line.split('|')) {
                if !cell.trim().is_empty() {
                    sheet.write_string(row, column, cell.trim()).unwrap();
                }
            }
        }
    }
    workbook.save_to_buffer().unwrap()
}

pub const CHOICES: SheetText<'static> = (
    "choices",
    "list_name|name|label::Български (bg)|label::English (en)|score|standing
yesno|yes|Да|Yes
yesno|no|Не|No
grade|1|Лошо|Bad|1
grade|2|Добре|Good|2
grade|3|Отлично|Excellent|3
grade|9|Не мога да преценя|Cannot say||dont_know
what|paper|Хартия|Paper
what|web|Сайт|Website
what|none|Нищо|Nothing||exclusive",
);

/// A workbook with the sheet `survey` given and the lists `yesno`, `grade`, `what`.
pub fn with_survey(survey: &str) -> Vec<u8> {
    written(&[("survey", survey), CHOICES])
}

/// The questionnaire of such a workbook.
pub fn questionnaire(survey: &str) -> Questionnaire {
    match xlsform::import(&with_survey(survey), "test.xlsx") {
        Ok(imported) => imported.questionnaire,
        Err(problems) => panic!("refused: {problems:#?}"),
    }
}

pub fn one(option: &str) -> Answer {
    Answer::One(OptionCode::parse(option).unwrap(), None)
}

pub fn many(options: &[&str]) -> Answer {
    Answer::Many(options.iter().map(|option| OptionCode::parse(option).unwrap()).collect(), None)
}

pub fn text(words: &str) -> Answer {
    Answer::Text(words.to_owned())
}

pub fn answers(given: &[(&str, Answer)]) -> Answers {
    given.iter().map(|(code, answer)| (QuestionCode::parse(code).unwrap(), answer.clone())).collect()
}
