use super::outline::Outline;
use super::reading::{LONGEST_SENTENCE, sentences, words};
use super::{Findings, Part, Rule, Subject};
use crate::{Question, QuestionKind};

/// Words that steer, join two questions in one, or run on.
pub(super) fn look(outline: &Outline<'_>, findings: &mut Findings<'_>) {
    for question in outline.first_rounds().map(|asked| asked.question) {
        if !question.is_asked() && question.kind != QuestionKind::Note {
            continue;
        }
        let mut say = |part: Part, rule: Rule| findings.say(Subject::Question(question.code.clone()), part, rule);
        let label = crate::unpiped(&question.label.bulgarian);
        if question.is_asked() {
            if is_opinion(outline, question)
                && let Some(joint) = joint(&label)
            {
                say(Part::Label, Rule::DoubleBarrelled { joint });
            }
            if let Some(words) = leading(&label) {
                say(Part::Label, Rule::Leading { words });
            }
            if is_opinion(outline, question) && sentences(&label).any(|sentence| denials(sentence) >= 2) {
                say(Part::Label, Rule::DoubleNegative);
            }
        }
        let hint = question.hint.as_ref().map(|hint| hint.bulgarian.clone());
        for (part, text) in [(Part::Label, Some(label)), (Part::Hint, hint)] {
            let longest = text.iter().flat_map(|text| sentences(text)).map(|sentence| words(sentence).count()).max();
            if let Some(words) = longest.filter(|words| *words > LONGEST_SENTENCE) {
                say(part, Rule::LongSentence { words });
            }
        }
    }
}

/// One answer on a scale is given to all that the label says.
fn is_opinion(outline: &Outline<'_>, question: &Question) -> bool {
    let is_ordered = outline.questionnaire.scale_of(question).is_some_and(|scale| scale.ordered);
    is_ordered && matches!(question.kind, QuestionKind::One { .. }) && !question.profile
}

/// Names of one thing, and words that need a second end.
const ONE_THING: [&str; 12] = [
    "данъци и такси",
    "такси и данъци",
    "права и задължения",
    "предложения и сигнали",
    "сигнали и предложения",
    "мониторинг и контрол",
    "ред и условия",
    "ден и час",
    "да или не",
    "terms and conditions",
    "taxes and fees",
    "rights and duties",
];

/// What joins two questions in one, with the word before and after.
fn joint(label: &str) -> Option<String> {
    let mut small = label.to_lowercase();
    for phrase in ONE_THING {
        small = small.replace(phrase, " ");
    }
    // What stands in brackets or after a dash only gives examples.
    let outside = small.split(['(', '–', ':', ';']).next().unwrap_or_default();
    let all: Vec<&str> = outside.split_whitespace().collect();
    let is_joint = |word: &str| matches!(word, "и" | "или" | "и/или" | "and" | "or" | "and/or");
    let place = all.iter().position(|word| is_joint(word))?;
    let spans = |word: &&str| matches!(*word, "между" | "between" | "нито" | "от" | "едни" | "както");
    if all.iter().take(place).any(spans) {
        return None;
    }
    let before = all.get(place.checked_sub(1)?)?;
    let (joint, after) = (all.get(place)?, all.get(place + 1)?);
    let bare = |word: &str| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned();
    // „… и 30“, „… или не“.
    let is_thing =
        |word: &str| !matches!(word, "" | "не" | "not") && !word.starts_with(|first: char| first.is_ascii_digit());
    let both = (bare(before), bare(after));
    (is_thing(&both.0) && is_thing(&both.1)).then(|| format!("{} {joint} {}", both.0, both.1))
}

const LEADING: [&str; 26] = [
    "не смятате ли",
    "не мислите ли",
    "не считате ли",
    "не е ли",
    "не трябва ли",
    "нали",
    "съгласни ли сте, че",
    "съгласен ли сте, че",
    "съгласна ли сте, че",
    "очевидно",
    "несъмнено",
    "безспорно",
    "разбира се",
    "както е известно",
    "както знаете",
    "всички знаем",
    "колко сте доволни",
    "колко сте доволен",
    "don't you think",
    "wouldn't you",
    "isn't it",
    "do you agree that",
    "obviously",
    "surely",
    "as you know",
    "of course",
];

/// Words that tell which answer is wanted.
fn leading(label: &str) -> Option<String> {
    let small = label.to_lowercase();
    LEADING.iter().find(|phrase| holds(&small, phrase)).map(|phrase| (*phrase).to_owned())
}

/// As whole words.
fn holds(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + phrase.len()..).and_then(|after| after.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

fn denials(sentence: &str) -> usize {
    let small = sentence.to_lowercase();
    let whole = small.replace("да или не", " ").replace("или не", " ").replace("yes or no", " ");
    words(&whole).filter(|word| matches!(*word, "не" | "not")).count()
}
