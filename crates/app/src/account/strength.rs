//! How soon a password would be guessed, by those who guess: zxcvbn (Wheeler, USENIX Security 2016) with its lists of the
//! commonest words, names and leaked passwords, and with a list of ours for Bulgarian, which it does not know.

use std::sync::LazyLock;
use zxcvbn::{
    Entropy,
    feedback::Warning,
    matching::{Match, patterns::MatchPattern},
    zxcvbn,
};

/// A password has to stand so many guesses: ten thousand networks that guess as fast as the throttle lets them need a
/// year for them.
const FEWEST_GUESSES: u64 = 1_000_000_000;

/// Of a longer password its two ends are looked at, and the better one counts: what the library reckons for a longer walk
/// over the keyboard is beyond its numbers.
const LOOKED_AT: usize = 32;

/// What makes a password easy to guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weakness {
    /// On a list of passwords that many people use, or nearly.
    Common,
    /// Made of the person's own name or the name for signing in.
    OwnName,
    Keyboard,
    Repeat,
    Sequence,
    Date,
    Word,
    /// Several of these together.
    Simple,
}

impl Weakness {
    pub const ALL: [Weakness; 8] = [
        Weakness::Common,
        Weakness::OwnName,
        Weakness::Keyboard,
        Weakness::Repeat,
        Weakness::Sequence,
        Weakness::Date,
        Weakness::Word,
        Weakness::Simple,
    ];
}

/// Why `password` would be guessed soon; `own` are words that a guesser would try for this person first.
///
/// Bulgarian is typed in two alphabets, so what is written in Cyrillic is looked at in Latin letters too.
pub fn weakness(password: &str, own: &[&str]) -> Option<Weakness> {
    let own: Vec<String> = own
        .iter()
        .flat_map(|words| words.split(|letter: char| !letter.is_alphanumeric()))
        .filter(|word| word.chars().count() >= 3)
        .flat_map(spellings)
        .collect();
    let known: Vec<&str> = own.iter().map(String::as_str).chain(COMMONPLACES.iter().map(String::as_str)).collect();
    let weakest = spellings(password).iter().map(|spelling| judged(spelling, &known)).min_by_key(Entropy::guesses)?;
    if weakest.guesses() >= FEWEST_GUESSES {
        return None;
    }
    let longest = weakest
        .sequence()
        .iter()
        .filter(|found| !matches!(found.pattern, MatchPattern::BruteForce))
        .max_by_key(|found| found.token.chars().count());
    Some(longest.map_or(Weakness::Simple, |found| named(found, &own, &weakest)))
}

fn judged(spelling: &str, known: &[&str]) -> Entropy {
    let letters: Vec<char> = spelling.chars().collect();
    let end = letters.len().saturating_sub(LOOKED_AT);
    let first: String = letters.iter().take(LOOKED_AT).collect();
    let last: String = letters.iter().skip(end).collect();
    let (first, last) = (zxcvbn(&first, known), zxcvbn(&last, known));
    if last.guesses() > first.guesses() { last } else { first }
}

fn named(found: &Match, own: &[String], judged: &Entropy) -> Weakness {
    let warning = judged.feedback().and_then(zxcvbn::feedback::Feedback::warning);
    match &found.pattern {
        MatchPattern::Dictionary(word) if own.contains(&word.matched_word) => Weakness::OwnName,
        MatchPattern::Dictionary(word) if COMMONPLACES.contains(&word.matched_word) => Weakness::Common,
        MatchPattern::Dictionary(_) => match warning {
            Some(
                Warning::ThisIsATop10Password
                | Warning::ThisIsATop100Password
                | Warning::ThisIsACommonPassword
                | Warning::ThisIsSimilarToACommonlyUsedPassword,
            ) => Weakness::Common,
            Some(_) | None => Weakness::Word,
        },
        MatchPattern::Spatial(_) => Weakness::Keyboard,
        MatchPattern::Repeat(_) => Weakness::Repeat,
        MatchPattern::Sequence(_) => Weakness::Sequence,
        MatchPattern::Date(_) | MatchPattern::Regex(_) => Weakness::Date,
        MatchPattern::BruteForce => Weakness::Simple,
    }
}

static COMMONPLACES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let lines = include_str!("commonplaces.txt").lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.flat_map(spellings).collect()
});

/// The text in small letters; where it is Cyrillic also as the law on transliteration writes it, and as people do in
/// messages („4“ for „ч“).
fn spellings(text: &str) -> Vec<String> {
    let small = text.to_lowercase();
    let mut all = vec![small.clone()];
    for table in [official, in_messages] {
        let spelt: String =
            small.chars().map(|letter| table(letter).map_or(letter.to_string(), str::to_owned)).collect();
        if !all.contains(&spelt) {
            all.push(spelt);
        }
    }
    all
}

fn official(letter: char) -> Option<&'static str> {
    const LATIN: [&str; 30] = [
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h",
        "ts", "ch", "sh", "sht", "a", "y", "yu", "ya",
    ];
    const CYRILLIC: &str = "абвгдежзийклмнопрстуфхцчшщъьюя";
    LATIN.get(CYRILLIC.chars().position(|known| known == letter)?).copied()
}

fn in_messages(letter: char) -> Option<&'static str> {
    match letter {
        'ж' => Some("j"),
        'й' => Some("i"),
        'ц' => Some("c"),
        'ч' => Some("4"),
        'ш' => Some("6"),
        'щ' => Some("6t"),
        'ъ' => Some("y"),
        'ю' => Some("iu"),
        'я' => Some("q"),
        _ => official(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_guessed_first_is_told() {
        let check = |password: &str, expected: Option<Weakness>| {
            assert_eq!(weakness(password, &["maria", "Мария Примерова"]), expected, "{password}");
        };
        check("password1234", Some(Weakness::Common));
        check("iloveyou1234", Some(Weakness::Common));
        check("паролата1234", Some(Weakness::Common));
        check("ПАРОЛАТА2023", Some(Weakness::Common));
        check("parolata2023", Some(Weakness::Common));
        check("ОбичамТе1234", Some(Weakness::Common));
        check("obi4amte1234", Some(Weakness::Common));
        check("велико търново", Some(Weakness::Common));
        check("ЛЕВСКИ1914!!", Some(Weakness::Common));
        check("примерова2023", Some(Weakness::OwnName));
        check("primerova2023", Some(Weakness::OwnName));
        check("qwertyuiop12", Some(Weakness::Common));
        check("явертъуиоп12", Some(Weakness::Common));
        check("ertyuhgfdsxcvb", Some(Weakness::Keyboard));
        check("aaaaaaaaaaaaaaaa", Some(Weakness::Repeat));
        check("ъъъъъъъъъъъъъъъъ", Some(Weakness::Repeat));
        check("abcdefghijklmnop", Some(Weakness::Sequence));
        check("27.07.2023г.", Some(Weakness::Date));
        check("responsibility", Some(Weakness::Word));
        check("четири прости думи", None);
        check("correct horse battery staple", None);
        check("ябълка под синия навес", None);
        check("G7!kq-2Vbz_P", None);
    }

    #[test]
    fn no_text_is_too_much() {
        for text in ["", "🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂", "\u{301}\u{301}", &"щ".repeat(10_000), &"Ab1!6t".repeat(50)]
        {
            let _ = weakness(text, &[text, ""]);
        }
    }
}
