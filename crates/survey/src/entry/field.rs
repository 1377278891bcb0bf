use super::{AnswerProblem, Hand};
use crate::{
    Answer, Answers, AttachedFile, Bounds, FileProblem, FileShape, OptionCode, Point, Question, QuestionKind,
    Questionnaire, Scale, TextForm, TextShape, Ticks, WhyNot,
};
use jiff::civil::{Date, Time, date};
use std::collections::BTreeMap;

/// The fields of a form: a name may come several times.
pub type Fields = BTreeMap<String, Vec<String>>;

/// The longest open answer, in characters.
pub const LONGEST_TEXT: usize = 2000;
/// The longest words beside „друго“, in characters.
pub const LONGEST_OTHER: usize = 500;
/// The longest value that may come with a link, in characters: a channel, never a person.
pub const LONGEST_GIVEN: usize = 40;
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
        QuestionKind::Text(shape) => text(&typed, *shape),
        QuestionKind::Integer(bounds) => number(&typed, bounds, whole),
        QuestionKind::Decimal(bounds) => number(&typed, bounds, |number, _| Ok(Answer::Decimal(number))),
        QuestionKind::Date => day(&typed),
        QuestionKind::Time => time(&typed),
        QuestionKind::Consent => Ok(typed.first().filter(|typed| is_yes(typed)).map(|_| Answer::Agreed)),
        QuestionKind::Point => point(&typed),
        QuestionKind::File(shape) => files(&typed, *shape),
        QuestionKind::Given => Ok(typed.first().and_then(|typed| given(typed))),
        QuestionKind::One { other, .. } => {
            let Some(scale) = questionnaire.scale_of(question) else { return Ok(None) };
            let words = if *other { other_words(raw, question)? } else { None };
            if !scale.is_long() {
                return one(chosen(scale, &typed)?, words, hand);
            }
            let meant = scale.meant(&typed)?;
            one(chosen(scale, &meant.iter().map(String::as_str).collect::<Vec<_>>())?, words, hand)
        }
        QuestionKind::Many { other, ticks, .. } => {
            let Some(scale) = questionnaire.scale_of(question) else { return Ok(None) };
            let words = if *other { other_words(raw, question)? } else { None };
            many(scale, chosen(scale, &typed)?, words, *ticks, hand)
        }
        QuestionKind::Ranking { .. } => {
            let Some(scale) = questionnaire.scale_of(question) else { return Ok(None) };
            ranking(scale, question, &typed, raw)
        }
        QuestionKind::Note | QuestionKind::Calculated(_) => Ok(None),
    }
}

fn values_of<'a>(raw: &'a Fields, name: &str) -> impl Iterator<Item = &'a str> {
    raw.get(name).into_iter().flatten().map(|value| value.trim()).filter(|value| !value.is_empty())
}

fn text(typed: &[&str], shape: TextShape) -> Result<Option<Answer>, AnswerProblem> {
    let Some(first) = typed.first() else { return Ok(None) };
    let words = cleaned(first);
    let longest = shape.longest.and_then(|longest| usize::try_from(longest).ok()).unwrap_or(LONGEST_TEXT);
    bounded(&words, longest.min(LONGEST_TEXT))?;
    if words.is_empty() {
        return Ok(None);
    }
    match shape.form {
        TextForm::Email if !is_email(&words) => Err(AnswerProblem::NotAnEmail { given: repeat(&words) }),
        TextForm::Telephone if !is_telephone(&words) => Err(AnswerProblem::NotATelephone { given: repeat(&words) }),
        TextForm::Any | TextForm::Email | TextForm::Telephone => Ok(Some(Answer::Text(words))),
    }
}

/// One `@` with something before it and a domain with a dot after it, and no gaps. Only a letter can tell whether it
/// arrives.
fn is_email(words: &str) -> bool {
    let Some((name, domain)) = words.split_once('@') else { return false };
    let has_gaps = words.chars().any(char::is_whitespace);
    let is_domain = domain.contains('.') && domain.split('.').all(|part| !part.is_empty()) && !domain.contains('@');
    !name.is_empty() && !has_gaps && is_domain
}

/// Seven to fifteen digits, with the marks that people put between them and a plus in front.
fn is_telephone(words: &str) -> bool {
    let bare = words.strip_prefix('+').unwrap_or(words);
    let is_mark = |letter: char| letter.is_whitespace() || matches!(letter, '-' | '/' | '(' | ')' | '.');
    let digits = bare.chars().filter(char::is_ascii_digit).count();
    (7..=15).contains(&digits) && bare.chars().all(|letter| letter.is_ascii_digit() || is_mark(letter))
}

/// The files that are kept, each once; first of all why another was not.
fn files(typed: &[&str], shape: FileShape) -> Result<Option<Answer>, AnswerProblem> {
    if let Some(problem) = typed.iter().find_map(|value| FileProblem::from_field(value)) {
        let is_number = problem.why == WhyNot::TooMany;
        return Err(if is_number {
            AnswerProblem::TooManyFiles { most: shape.most }
        } else {
            AnswerProblem::File(problem)
        });
    }
    let mut files: Vec<AttachedFile> = Vec::new();
    for file in typed.iter().filter_map(|value| AttachedFile::from_field(value)) {
        if files.iter().all(|known| known.file != file.file) {
            files.push(file);
        }
    }
    if files.len() > usize::try_from(shape.most).unwrap_or(usize::MAX) {
        return Err(AnswerProblem::TooManyFiles { most: shape.most });
    }
    Ok((!files.is_empty()).then_some(Answer::Files(files)))
}

/// What came with a link: a short word or nothing at all. Nobody can mend it, so it is not refused.
fn given(typed: &str) -> Option<Answer> {
    let is_plain = |letter: char| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_' | '.');
    let is_short = typed.chars().count() <= LONGEST_GIVEN;
    (is_short && typed.chars().all(is_plain)).then(|| Answer::Text(typed.to_owned()))
}

fn is_yes(typed: &str) -> bool {
    matches!(typed.to_lowercase().as_str(), "1" | "yes" | "ok" | "true" | "да" | "x" | "х" | "✓")
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
    bounds: &Bounds,
    make: impl Fn(f64, &str) -> Result<Answer, AnswerProblem>,
) -> Result<Option<Answer>, AnswerProblem> {
    let Some(first) = typed.first() else { return Ok(None) };
    let number = read_number(first).ok_or_else(|| AnswerProblem::NotANumber { given: repeat(first) })?;
    if number.abs() > crate::answer::to_float(NUMBER_LIMIT) {
        return Err(AnswerProblem::NumberTooLarge { limit: NUMBER_LIMIT });
    }
    let answer = make(number, first)?;
    if !bounds.hold(number) {
        return Err(AnswerProblem::OutOfBounds { least: bounds.least, most: bounds.most });
    }
    match bounds.step {
        Some(step) if !bounds.reach(number) => Err(AnswerProblem::OffStep { step, from: bounds.least.unwrap_or(0.0) }),
        Some(_) | None => Ok(Some(answer)),
    }
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

fn time(typed: &[&str]) -> Result<Option<Answer>, AnswerProblem> {
    let Some(first) = typed.first() else { return Ok(None) };
    match read_time(first) {
        Some(time) => Ok(Some(Answer::Time(time))),
        None => Err(AnswerProblem::NotATime { given: repeat(first) }),
    }
}

/// `8:30`, `08.30`, `8,30 ч.`, `8 ч.`, `16:05:00`; a minute that exists.
pub fn read_time(typed: &str) -> Option<Time> {
    let bare = typed.trim().trim_end_matches("ч.").trim_end_matches('ч').trim_end();
    let parts: Vec<&str> = bare.split([':', '.', ',']).map(str::trim).collect();
    let (hours, minutes) = match parts.as_slice() {
        [hours] => (*hours, "0"),
        // Seconds are what machines write; nobody is asked for them.
        [hours, minutes] | [hours, minutes, _] => (*hours, *minutes),
        _ => return None,
    };
    let number = |text: &str| {
        let is_short = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        if is_short { text.parse::<i8>().ok() } else { None }
    };
    Time::new(number(hours)?, number(minutes)?, 0, 0).ok()
}

fn point(typed: &[&str]) -> Result<Option<Answer>, AnswerProblem> {
    let Some(first) = typed.first() else { return Ok(None) };
    match read_point(first) {
        Some(point) => Ok(Some(Answer::Point(point))),
        None => Err(AnswerProblem::NotAPoint { given: repeat(first) }),
    }
}

/// `42.0541, 24.5432`, `42,054; 24,543`, `42.054 24.543`, latitude first; rounded to thousandths of a degree.
fn read_point(typed: &str) -> Option<Point> {
    let ways: [&[char]; 3] = [&[';'], &[' ', '\u{a0}'], &[',']];
    ways.iter().find_map(|way| {
        let parts = typed.split(*way).map(|part| part.trim().trim_end_matches(',').trim_end_matches('°'));
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        // What machines write after them is the height and how exact it is.
        let (latitude, longitude) = match parts.as_slice() {
            [latitude, longitude] | [latitude, longitude, _, _] => (*latitude, *longitude),
            _ => return None,
        };
        Point::new(thousandths(latitude)?, thousandths(longitude)?)
    })
}

#[expect(clippy::as_conversions, reason = "within bounds by the line before")]
fn thousandths(degrees: &str) -> Option<i32> {
    let degrees = read_number(degrees).filter(|degrees| degrees.abs() <= 180.0)?;
    Some((degrees * 1000.0).round() as i32)
}

/// Each option with the place that was chosen for it in the field `CODE/OPTION`; or the options in their order in the
/// field of the question.
fn ranking(scale: &Scale, question: &Question, typed: &[&str], raw: &Fields) -> Result<Option<Answer>, AnswerProblem> {
    let mut placed: Vec<(u32, &OptionCode)> = Vec::new();
    let mut offered = 0;
    for option in &scale.options {
        let name = question.code.option_field(&option.code);
        offered += usize::from(raw.contains_key(&name));
        let Some(typed) = values_of(raw, &name).next() else { continue };
        let place = typed.parse().ok().filter(|place| (1..=1000).contains(place));
        placed.push((place.ok_or_else(|| AnswerProblem::NotAPlace { given: repeat(typed) })?, &option.code));
    }
    if placed.is_empty() {
        return listed(scale, question, typed);
    }
    placed.sort_by_key(|(place, _)| *place);
    let twice = placed.iter().zip(placed.iter().skip(1)).find(|((one, _), (other, _))| one == other);
    if let Some(((place, _), _)) = twice {
        return Err(AnswerProblem::RankedTwice { place: *place });
    }
    let wanted = if question.filter.is_some() { offered } else { scale.options.len() };
    if placed.len() < wanted {
        return Err(AnswerProblem::RankedPartly { ranked: placed.len(), of: wanted });
    }
    Ok(Some(Answer::Ranking(placed.into_iter().map(|(_, code)| code.clone()).collect())))
}

fn listed(scale: &Scale, question: &Question, typed: &[&str]) -> Result<Option<Answer>, AnswerProblem> {
    let typed: Vec<&str> =
        typed.iter().flat_map(|typed| typed.split([' ', ',', ';'])).filter(|one| !one.is_empty()).collect();
    if typed.is_empty() {
        return Ok(None);
    }
    let known: Vec<OptionCode> = chosen(scale, &typed)?;
    if known.len() < typed.len() {
        return Err(AnswerProblem::OneOnly);
    }
    if question.filter.is_none() && known.len() < scale.options.len() {
        return Err(AnswerProblem::RankedPartly { ranked: known.len(), of: scale.options.len() });
    }
    let ranked = typed.iter().filter_map(|one| known.iter().find(|code| code.as_str() == *one));
    Ok(Some(Answer::Ranking(ranked.cloned().collect())))
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
    ticks: Ticks,
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
        // „Нито едно“ is an answer of one option, however many are wanted otherwise.
        None if hand == Hand::Respondent => {
            let count = u32::try_from(options.len()).unwrap_or(u32::MAX);
            match ticks {
                Ticks { least: Some(least), .. } if count < least => Err(AnswerProblem::TooFew { least }),
                Ticks { most: Some(most), .. } if count > most => Err(AnswerProblem::TooMany { most }),
                Ticks { .. } => Ok(Some(Answer::Many(options, words))),
            }
        }
        Some(_) | None => Ok(Some(Answer::Many(options, words))),
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

/// Every field in which the question may be typed.
pub(super) fn names(questionnaire: &Questionnaire, question: &Question) -> Vec<String> {
    let mut names = vec![question.code.to_string()];
    if question.takes_other() {
        names.push(question.code.other_field());
    }
    if let (QuestionKind::Ranking { .. }, Some(scale)) = (&question.kind, questionnaire.scale_of(question)) {
        names.extend(scale.options.iter().map(|option| question.code.option_field(&option.code)));
    }
    names
}

pub(super) fn of_answers(answers: &Answers) -> Fields {
    let mut fields = Fields::new();
    for (code, answer) in answers.iter() {
        if let Answer::Ranking(options) = answer {
            let place = |(place, option): (usize, &OptionCode)| (code.option_field(option), vec![place.to_string()]);
            fields.extend((1..).zip(options).map(place));
            continue;
        }
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
        Answer::Time(time) => vec![time.strftime("%H:%M").to_string()],
        Answer::Agreed => vec!["yes".to_owned()],
        Answer::Point(point) => vec![point.to_string()],
        Answer::Files(files) => files.iter().map(AttachedFile::to_field).collect(),
        Answer::One(option, _) => vec![option.to_string()],
        Answer::Many(options, _) | Answer::Ranking(options) => options.iter().map(OptionCode::to_string).collect(),
    }
}
