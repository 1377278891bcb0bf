use unicode_normalization::UnicodeNormalization;

/// A word as it is compared: composed, in small letters, ѝ as и, and Latin letters that only look Cyrillic as Cyrillic
/// where the word has a Cyrillic letter too (people mix keyboards).
pub fn fold(word: &str) -> String {
    let composed: String = word.nfkc().collect();
    let is_mixed = composed.chars().any(is_cyrillic);
    let letter = |letter: char| if is_mixed { cyrillic_of(letter) } else { letter };
    composed.chars().map(letter).flat_map(char::to_lowercase).map(|c| if c == 'ѝ' { 'и' } else { c }).collect()
}

fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{0400}'..='\u{04FF}')
}

/// The Cyrillic letter of the same shape.
fn cyrillic_of(letter: char) -> char {
    match letter {
        'a' => 'а',
        'c' => 'с',
        'e' => 'е',
        'o' => 'о',
        'p' => 'р',
        'x' => 'х',
        'y' => 'у',
        'A' => 'А',
        'B' => 'В',
        'C' => 'С',
        'E' => 'Е',
        'H' => 'Н',
        'K' | 'k' => 'к',
        'M' | 'm' => 'м',
        'O' => 'О',
        'P' => 'Р',
        'T' | 't' => 'т',
        'X' => 'Х',
        'Y' => 'У',
        other => other,
    }
}
