use super::{AnswerProblem, Hand};
use crate::{Answer, Answers, OptionCode, Question, QuestionKind, Questionnaire, Scale};
use jiff::civil::{Date, date};
use std::collections::BTreeMap;

/// The fields of a form: a name may come several times.
pub type Fields = BTreeMap<String, Vec<String>>;

/// The longest open answer, in characters.
pub const LONGEST_TEXT: usize = 2000;
/// The longest words beside „друго“, in characters.
pub const LONGEST_OTHER: usize = 500;
/// No number above this, nor below its negative.
pub const NUMBER_LIMIT: i64 = 1_000_000_000_000;

/// What a refusal repeats of what was typed, in characters.
const LONGEST_REPEAT: usize = 60;

/// `None`: nothing was typed.
pub(super) fn read(
    questionnaire: &Questionnaire,
    question: &Question,
    raw: &Fields,
    hand: Hand,
) -> Result<Option<Answer>, AnswerProblem> {
    let typed: Vec<&str> = values_of(raw, question.code.as_str()).collect();
    match &question.kind {
        QuestionKind::Text { .. } => text(&typed),
        QuestionKind::Integer => number(&typed, whole),
        QuestionKind::Decimal => number(&typed, |number, _| Ok(Answer::Decimal(number))),
        QuestionKind::Date => day(&typed),
        QuestionKind::One { other, .. } | QuestionKind::Many { other, .. } => {
            let Some(scale) = questionnaire.scale_of(question) else { return Ok(None) };
            let words = if *other { other_words(raw, question)? } else { None };
            let options = chosen(scale, &typed)?;
            if matches!(question.kind, QuestionKind::One { .. }) {
                one(options, words, hand)
            } else {
                many(scale, options, words, hand)
            }
        }
        QuestionKind::Note | QuestionKind::Calculated(_) => Ok(None),
    }
}

fn values_of<'a>(raw: &'a Fields, name: &str) -> impl Iterator<Item = &'a str> {
    raw.get(name).into_iter().flatten().map(|value| value.trim()).filter(|value| !value.is_empty())
}

fn text(typed: &[&str]) -> Result<Option<Answer>, AnswerProblem> {
    let Some(first) = typed.first() else { return Ok(None) };
    let words = cleaned(first);
    bounded(&words, LONGEST_TEXT)?;
    Ok(if words.is_empty() { None } else { Some(Answer::Text(words)) })
}

/// One kind of line end, no invisible control characters.
fn cleaned(words: &str) -> String {
    let lines = words.replace("\r\n", "\n").replace('\r', "\n");
    lines
        .chars()
        .filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t'))
        .collect::<String>()
        .trim()
        .to_owned()
}

fn bounded(words: &str, max: usize) -> Result<(), AnswerProblem> {
    let is = words.chars().count();
    if is > max { Err(AnswerProblem::TooLong { is, max }) } else { Ok(()) }
}

fn number(
    typed: &[&str],
    make: impl Fn(f64, &str) -> Result<Answer, AnswerProblem>,
) -> Result<Option<Answer>, AnswerProblem> {
    let Some(first) = typed.first() else { return Ok(None) };
    let number = read_number(first).ok_or_else(|| AnswerProblem::NotANumber { given: repeat(first) })?;
    if number.abs() > crate::answer::to_float(NUMBER_LIMIT) {
        return Err(AnswerProblem::NumberTooLarge { limit: NUMBER_LIMIT });
    }
    make(number, first).map(Some)
}

#[expect(clippy::as_conversions, reason = "whole and within the limit by the lines before")]
fn whole(number: f64, typed: &str) -> Result<Answer, AnswerProblem> {
    if number.fract().abs() > 0.0 {
        return Err(AnswerProblem::NotWhole { given: repeat(typed) });
    }
    Ok(Answer::Integer(number as i64))
}

/// Digits with one comma or point, gaps between thousands, any of the usual minus signs in front.
pub(crate) fn read_number(typed: &str) -> Option<f64> {
    let tight: String = typed.chars().filter(|letter| !letter.is_whitespace()).collect();
    let (minus, digits) = match tight.strip_prefix(['-', '−', '–']) {
        Some(digits) => ("-", digits),
        None => ("", tight.as_str()),
    };
    let pointed = digits.replace(',', ".");
    let is_plain = pointed.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let has_digit = pointed.bytes().any(|byte| byte.is_ascii_digit());
    if !is_plain || !has_digit || pointed.len() > 40 {
        return None;
    }
    format!("{minus}{pointed}").parse().ok().map(|number: f64| if number.abs() > 0.0 { number } else { 0.0 })
}

fn day(typed: &[&str]) -> Result<Option<Answer>, AnswerProblem> {
    let Some(first) = typed.first() else { return Ok(None) };
    match read_date(first) {
        Some(day) => Ok(Some(Answer::Date(day))),
        None => Err(AnswerProblem::NotADate { given: repeat(first) }),
    }
}

/// `2023-07-27`, `27.07.2023`, `27.7.2023 г.`, `27/07/2023`; a day that exists, from 1900 to 2100.
pub fn read_date(typed: &str) -> Option<Date> {
    let bare = typed.trim().trim_end_matches("г.").trim_end();
    let parts: Vec<&str> = bare.split(['.', '/', '-']).map(str::trim).collect();
    let [one, two, three] = <[&str; 3]>::try_from(parts).ok()?;
    if [one, two, three].iter().any(|part| part.is_empty() || !part.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let (year, day) = if one.len() == 4 { (one, three) } else { (three, one) };
    if year.len() != 4 || day.len() > 2 || two.len() > 2 {
        return None;
    }
    let day = Date::new(year.parse().ok()?, two.parse().ok()?, day.parse().ok()?).ok()?;
    (date(1900, 1, 1)..=date(2100, 12, 31)).contains(&day).then_some(day)
}

/// The chosen options in the order of the scale, each once.
fn chosen(scale: &Scale, typed: &[&str]) -> Result<Vec<OptionCode>, AnswerProblem> {
    if let Some(unknown) = typed.iter().find(|value| scale.option(value).is_none()) {
        return Err(AnswerProblem::UnknownOption { given: repeat(unknown) });
    }
    let is_chosen = |code: &OptionCode| typed.contains(&code.as_str());
    Ok(scale.options.iter().map(|option| &option.code).filter(|code| is_chosen(code)).cloned().collect())
}

fn one(options: Vec<OptionCode>, words: Option<String>, hand: Hand) -> Result<Option<Answer>, AnswerProblem> {
    match <[OptionCode; 1]>::try_from(options) {
        Ok([option]) if option.is_other() => Ok(Some(Answer::One(option, words))),
        Ok([option]) => match words {
            Some(words) if hand == Hand::Respondent => Err(AnswerProblem::OtherNotChosen { given: repeat(&words) }),
            Some(_) => Ok(Some(Answer::Many(vec![option, OptionCode::other()], None))),
            None => Ok(Some(Answer::One(option, None))),
        },
        // Words alone mean „друго“: on paper and without JavaScript nobody ticks the circle too.
        Err(none) if none.is_empty() => Ok(words.map(|words| Answer::One(OptionCode::other(), Some(words)))),
        Err(several) => match hand {
            Hand::Respondent => Err(AnswerProblem::OneOnly),
            Hand::Copyist => Ok(Some(Answer::Many(several, words))),
        },
    }
}

fn many(
    scale: &Scale,
    options: Vec<OptionCode>,
    words: Option<String>,
    hand: Hand,
) -> Result<Option<Answer>, AnswerProblem> {
    let is_meant = |code: &OptionCode| options.contains(code) || (words.is_some() && code.is_other());
    let options: Vec<OptionCode> =
        scale.options.iter().map(|option| &option.code).filter(|code| is_meant(code)).cloned().collect();
    if options.is_empty() {
        return Ok(None);
    }
    let alone = options.iter().filter_map(|code| scale.option(code.as_str())).find(|option| option.exclusive);
    match alone {
        Some(option) if options.len() > 1 && hand == Hand::Respondent => {
            Err(AnswerProblem::StandsAlone { option: option.label.clone() })
        }
        _ => Ok(Some(Answer::Many(options, words))),
    }
}

fn other_words(raw: &Fields, question: &Question) -> Result<Option<String>, AnswerProblem> {
    let Some(words) = values_of(raw, &question.code.other_field()).next().map(cleaned) else { return Ok(None) };
    bounded(&words, LONGEST_OTHER)?;
    Ok(if words.is_empty() { None } else { Some(words) })
}

fn repeat(typed: &str) -> String {
    typed.chars().take(LONGEST_REPEAT).collect()
}

pub(super) fn of_answers(answers: &Answers) -> Fields {
    let mut fields = Fields::new();
    for (code, answer) in answers.iter() {
        fields.insert(code.to_string(), values(answer));
        if let Answer::One(_, Some(words)) | Answer::Many(_, Some(words)) = answer {
            fields.insert(code.other_field(), vec![words.clone()]);
        }
    }
    fields
}

pub(super) fn values(answer: &Answer) -> Vec<String> {
    match answer {
        Answer::Text(text) => vec![text.clone()],
        Answer::Integer(number) => vec![number.to_string()],
        Answer::Decimal(number) => vec![number.to_string()],
        Answer::Date(date) => vec![date.to_string()],
        Answer::One(option, _) => vec![option.to_string()],
        Answer::Many(options, _) => options.iter().map(OptionCode::to_string).collect(),
    }
}
