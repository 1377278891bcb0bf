/// An answer in Latin letters as it would stand in Cyrillic, by how people type without a Bulgarian keyboard. `None`
/// where there is a Cyrillic letter or no Latin one.
///
/// It is a guess: what is coded from it is offered for confirmation, and never counted by itself.
pub fn transliterated(answer: &str) -> Option<String> {
    let is_cyrillic = |letter: char| matches!(letter, '\u{0400}'..='\u{04FF}');
    if answer.chars().any(is_cyrillic) || !answer.chars().any(|letter| letter.is_ascii_alphabetic()) {
        return None;
    }
    let small = answer.to_lowercase();
    let mut rest = small.as_str();
    let mut written = String::with_capacity(2 * answer.len());
    while let Some(letter) = rest.chars().next() {
        let inside = rest.chars().nth(1).is_some_and(char::is_alphabetic)
            || written.chars().next_back().is_some_and(is_cyrillic);
        let pair = PAIRS.iter().find_map(|(latin, cyrillic)| Some((rest.strip_prefix(latin)?, *cyrillic)));
        let (after, cyrillic) = match pair {
            Some((after, cyrillic)) => (after, cyrillic.to_owned()),
            None => (rest.get(letter.len_utf8()..).unwrap_or_default(), one(letter, inside).to_string()),
        };
        written.push_str(&cyrillic);
        rest = after;
    }
    Some(written)
}

/// The longest first.
const PAIRS: [(&str, &str); 13] = [
    ("sht", "щ"),
    ("6t", "щ"),
    ("sh", "ш"),
    ("ch", "ч"),
    ("zh", "ж"),
    ("ts", "ц"),
    ("yu", "ю"),
    ("iu", "ю"),
    ("ju", "ю"),
    ("ya", "я"),
    ("ia", "ия"),
    ("ja", "я"),
    ("yo", "ьо"),
];

/// Digits stand for letters inside a word only.
fn one(letter: char, inside: bool) -> char {
    match letter {
        'a' => 'а',
        'b' => 'б',
        'c' => 'ц',
        'd' => 'д',
        'e' => 'е',
        'f' => 'ф',
        'g' => 'г',
        'h' | 'x' => 'х',
        'i' => 'и',
        'j' => 'й',
        'k' => 'к',
        'l' => 'л',
        'm' => 'м',
        'n' => 'н',
        'o' => 'о',
        'p' => 'п',
        'q' => 'я',
        'r' => 'р',
        's' => 'с',
        't' => 'т',
        'u' => 'у',
        'v' | 'w' => 'в',
        'y' => 'ъ',
        'z' => 'з',
        '4' if inside => 'ч',
        '6' if inside => 'ш',
        other => other,
    }
}
