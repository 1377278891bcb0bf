use super::outline::Outline;
use super::{Findings, Part, Rule, Subject};
use crate::{Look, Question, QuestionKind, Scale, ScaleOption, Standing};
use base::Text;

/// A list of one choice is read through to the end; a longer one is better folded away.
const LONGEST_LIST: usize = 15;

/// Whether the options are fair, in order, and mean what they look like.
pub(super) fn look(outline: &Outline<'_>, findings: &mut Findings<'_>) {
    for scale in outline.questionnaire.scales.values() {
        if let Some(asker) = outline.asker(scale) {
            judge(scale, asker, findings);
        }
    }
    for question in outline.first_rounds().map(|asked| asked.question) {
        let options = outline.questionnaire.scale_of(question).map_or(0, |scale| scale.options.len());
        if matches!(question.kind, QuestionKind::One { look: Look::List, .. }) && options > LONGEST_LIST {
            findings.say(Subject::Question(question.code.clone()), Part::Kind, Rule::LongList { options });
        }
    }
}

fn judge(scale: &Scale, asker: &Question, findings: &mut Findings<'_>) {
    let about =
        |option: &ScaleOption| Subject::Option(scale.code.clone(), option.code.clone(), Some(asker.code.clone()));
    for option in &scale.options {
        let is_counted = matches!(option.standing, Standing::Value(_) | Standing::Unordered);
        if is_counted && sounds_like_missing(&option.label) {
            let rule = Rule::SoundsLikeMissing { option: option.label.bulgarian.chars().take(60).collect() };
            findings.say(about(option), Part::Value, rule);
        }
    }
    let valued: Vec<(&ScaleOption, f64)> =
        scale.options.iter().filter_map(|option| Some((option, value(option)?))).collect();
    let values: Vec<f64> = valued.iter().map(|(_, value)| *value).collect();
    let whole = || Subject::Scale(scale.code.clone(), Some(asker.code.clone()));
    for (place, (option, value)) in valued.iter().enumerate() {
        if let Some((other, _)) = valued.iter().take(place).find(|(_, earlier)| is_same(*earlier, *value)) {
            let rule = Rule::RepeatedValue { option: option.code.to_string(), other: other.code.to_string() };
            findings.say(about(option), Part::Value, rule);
        }
    }
    let rises = values.is_sorted();
    if !rises && !values.iter().rev().is_sorted() {
        findings.say(whole(), Part::Value, Rule::MixedOrder);
    } else if is_uneven(&values) {
        findings.say(whole(), Part::Value, Rule::UnevenValues);
    }
    if valued.len() >= 3
        && let Some((good, bad)) = balance(&valued)
        && good != bad
    {
        findings.say(whole(), Part::Label, Rule::Unbalanced { good, bad });
    }
}

fn value(option: &ScaleOption) -> Option<f64> {
    if let Standing::Value(value) = option.standing { Some(value) } else { None }
}

fn is_same(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-9
}

/// The steps between neighbours differ, so a mean would lean to one side.
fn is_uneven(values: &[f64]) -> bool {
    let steps: Vec<f64> = values.iter().zip(values.iter().skip(1)).map(|(one, next)| next - one).collect();
    steps.iter().any(|step| steps.first().is_some_and(|first| !is_same(*first, *step)))
}

/// How many options praise and how many blame; `None` where the words of any of them tell neither.
fn balance(options: &[(&ScaleOption, f64)]) -> Option<(usize, usize)> {
    let sides: Option<Vec<Side>> = options.iter().map(|(option, _)| side(&option.label)).collect();
    let sides = sides?;
    let of = |wanted: Side| sides.iter().filter(|side| **side == wanted).count();
    Some((of(Side::Good), of(Side::Bad)))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Good,
    Bad,
    Middle,
}

const MIDDLE: [&str; 14] = [
    "нито",
    "средн",
    "колеба",
    "горе-долу",
    "неутрал",
    "отчасти",
    "донякъде",
    "задоволител",
    "neither",
    "neutral",
    "average",
    "partly",
    "undecided",
    "so-so",
];
const BAD: [&str; 20] = [
    "лош",
    "зле",
    "слаб",
    "ужас",
    "неудовлетвор",
    "недовол",
    "несъглас",
    "неясн",
    "труд",
    "неприемлив",
    "бавн",
    "bad",
    "poor",
    "awful",
    "terribl",
    "dissatisf",
    "disagree",
    "unclear",
    "difficult",
    "slow",
];
const GOOD: [&str; 22] = [
    "добр",
    "добър",
    "отлич",
    "чудес",
    "прекрас",
    "удовлетвор",
    "довол",
    "съглас",
    "ясн",
    "лесн",
    "приемлив",
    "бърз",
    "good",
    "excellent",
    "wonderful",
    "well",
    "satisf",
    "agree",
    "clear",
    "easy",
    "easily",
    "fast",
];

fn side(label: &Text) -> Option<Side> {
    let small = label.bulgarian.to_lowercase();
    let words: Vec<&str> = small.split(|letter: char| !letter.is_alphanumeric() && letter != '-').collect();
    let begins = |stems: &[&str]| words.iter().any(|word| stems.iter().any(|stem| word.starts_with(stem)));
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(word));
    let denies = has(&["не", "no", "not"]);
    match (begins(&MIDDLE), begins(&BAD), begins(&GOOD) || has(&["да", "yes"])) {
        (true, _, _) => Some(Side::Middle),
        (false, true, _) if !denies => Some(Side::Bad),
        (false, false, true) if !denies => Some(Side::Good),
        (false, false, _) if denies => Some(Side::Bad),
        // „Не е лошо“ is neither here nor there.
        _ => None,
    }
}

/// Options with such words spoil a base when they count as answers.
fn sounds_like_missing(label: &Text) -> bool {
    let small = label.bulgarian.to_lowercase();
    crate::scale::MISSING_PHRASES.iter().any(|phrase| small.starts_with(phrase))
}
