//! An answer in words: on the overview, and where a later question names it.

use crate::Said;
use app::Words;
use base::{Language, LanguageTag};
use survey::{Answer, AttachedFile, Question, Questionnaire};

/// An answer as its question offered it, line by line.
pub fn answer_words(
    words: &Words,
    tongue: LanguageTag,
    questionnaire: &Questionnaire,
    question: &Question,
    answer: &Answer,
) -> Vec<Said> {
    let scale = questionnaire.scale_of(question);
    let mut lines: Vec<Said> = answer
        .options()
        .iter()
        .filter_map(|code| Some(Said::told(&scale?.option(code.as_str())?.label, tongue, words.language())))
        .collect();
    if let (Answer::One(code, _), Some(scale)) = (answer, scale.filter(|scale| scale.is_long())) {
        let place = scale.option(code.as_str()).and_then(survey::ScaleOption::place);
        lines = lines
            .into_iter()
            .map(|line| line.map(|name| place.iter().fold(name.to_owned(), |name, place| format!("{name}, {place}"))))
            .collect();
    }
    match answer {
        Answer::Text(text) => lines.push(Said::here(text.clone())),
        Answer::Integer(number) => lines.push(Said::here(number.to_string())),
        Answer::Decimal(number) => lines.push(Said::here(decimal(words, *number))),
        Answer::Date(day) => lines.push(Said::here(words.date(*day))),
        Answer::Time(time) => lines.push(Said::here(time.strftime("%H:%M").to_string())),
        Answer::Agreed => lines.push(Said::here(words.say("answer-consent"))),
        Answer::Point(point) => lines.push(Said::here(point.to_string())),
        Answer::Files(files) => lines.extend((1_usize..).zip(files).map(|(number, file)| {
            Said::here(format!("{} ({})", file_name(words, file, number), words.size(file.bytes)))
        })),
        Answer::Ranking(_) => {
            let numbered = lines.into_iter().zip(1..).map(|(line, place)| line.map(|line| format!("{place}. {line}")));
            lines = numbered.collect();
        }
        Answer::One(_, other) | Answer::Many(_, other) => lines.extend(other.clone().map(Said::here)),
    }
    lines
}

/// What a file is called: as its person called it, for as long as that is known.
pub fn file_name(words: &Words, file: &AttachedFile, number: usize) -> String {
    file.name.clone().unwrap_or_else(|| words.tell("answer-file-unnamed", &[("n", number.into())]))
}

/// A number as it is typed in this language.
pub fn decimal(words: &Words, number: f64) -> String {
    match words.language() {
        Language::Bulgarian => number.to_string().replace('.', ","),
        Language::English => number.to_string(),
    }
}
