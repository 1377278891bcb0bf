use crate::{Question, Questionnaire};
use base::Text;

/// How easily the words of a questionnaire are read: Björnsson's readability index LIX, the mean number of words in a
/// sentence plus the percentage of words longer than six letters. It counts letters and not syllables, so it holds for
/// languages that nobody has calibrated a formula for; for Bulgarian there is none that others have confirmed.
///
/// Source: C. H. Björnsson, „Läsbarhet“, Liber 1968; the bands are his.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// Rounded.
    pub lix: u32,
    pub ease: Ease,
    pub words: usize,
    pub sentences: usize,
    /// Of more than six letters.
    pub long_words: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ease {
    /// Below 30: books for children.
    VeryEasy,
    /// Below 40: stories.
    Easy,
    /// Below 50: newspapers.
    Medium,
    /// Below 60: official texts.
    Hard,
    /// From 60: the language of offices and science.
    VeryHard,
}

impl Ease {
    pub const ALL: [Ease; 5] = [Ease::VeryEasy, Ease::Easy, Ease::Medium, Ease::Hard, Ease::VeryHard];

    pub fn code(self) -> &'static str {
        match self {
            Ease::VeryEasy => "very-easy",
            Ease::Easy => "easy",
            Ease::Medium => "medium",
            Ease::Hard => "hard",
            Ease::VeryHard => "very-hard",
        }
    }
}

/// Fewer words tell nothing.
const LEAST_WORDS: usize = 40;
/// Longer sentences are hard to take in at once: the rule of GOV.UK, „Sentence length: why 25 words is our limit“, 2014.
pub const LONGEST_SENTENCE: usize = 25;

/// Of what people read in Bulgarian: questions, hints and the words before and after. Options are no sentences.
pub(super) fn of(questionnaire: &Questionnaire) -> Option<Reading> {
    let around = [questionnaire.introduction.as_ref(), questionnaire.thanks.as_ref()];
    let questions = questionnaire.questions().flat_map(|Question { label, hint, .. }| [Some(label), hint.as_ref()]);
    let (mut all, mut count, mut long) = (0, 0, 0);
    for text in around.into_iter().chain(questions).flatten().map(spoken) {
        for sentence in sentences(&text) {
            let found: Vec<&str> = words(sentence).collect();
            if !found.is_empty() {
                count += 1;
                all += found.len();
                long += found.iter().filter(|word| word.chars().count() > 6).count();
            }
        }
    }
    if all < LEAST_WORDS || count == 0 {
        return None;
    }
    // Rounded half up.
    let lix = (2 * all / count + 200 * long / all).div_ceil(2);
    let lix = u32::try_from(lix).unwrap_or(u32::MAX);
    let ease = match lix {
        0..30 => Ease::VeryEasy,
        30..40 => Ease::Easy,
        40..50 => Ease::Medium,
        50..60 => Ease::Hard,
        60.. => Ease::VeryHard,
    };
    Some(Reading { lix, ease, words: all, sentences: count, long_words: long })
}

fn spoken(text: &Text) -> String {
    crate::unpiped(&text.bulgarian)
}

pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['.', '!', '?', '…', ':', ';', '\n']).filter(|sentence| !sentence.trim().is_empty())
}

/// Runs of letters, with the hyphens and apostrophes in them.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_part = |letter: char| letter.is_alphabetic() || matches!(letter, '-' | '’' | '\'');
    text.split(move |letter: char| !is_part(letter)).filter(|word| word.chars().any(char::is_alphabetic))
}
