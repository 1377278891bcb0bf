/// What a Bulgarian word keeps when the article, the plural and the last vowel are taken away, by the light rules of
/// Savoy (2007, „Searching strategies for the Bulgarian language“), but for the one that turns е into я and so parts
/// „служители“ from „служител“. It groups words in lists for people; coding does
/// not use it, since a clerk could neither read nor change it.
pub fn stem(word: &str) -> String {
    let stem = ending(word, &[("ища", 6, "")]).unwrap_or_else(|| {
        let bare = ending(word, &ARTICLES).unwrap_or_else(|| word.to_owned());
        let single = ending(&bare, &PLURALS).unwrap_or(bare);
        let short = ending(&single, &[("я", 4, "")]).unwrap_or(single);
        ending(&short, &[("а", 4, ""), ("о", 4, ""), ("е", 4, "")]).unwrap_or(short)
    });
    let stem = ending(&stem, &[("ен", 5, "н")]).unwrap_or(stem);
    without_loose_vowel(&stem).unwrap_or(stem)
}

/// An ending, the fewest letters of a word that has it, and what stands in its place.
type Ending = (&'static str, usize, &'static str);

const ARTICLES: [Ending; 7] =
    [("ият", 7, ""), ("ът", 6, ""), ("то", 6, ""), ("те", 6, ""), ("та", 6, ""), ("ия", 6, ""), ("ят", 5, "")];

const PLURALS: [Ending; 9] = [
    ("овци", 7, "о"),
    ("ове", 7, ""),
    ("еве", 7, "й"),
    ("ища", 6, ""),
    ("та", 6, ""),
    ("ци", 6, "к"),
    ("зи", 6, "г"),
    ("си", 5, "х"),
    ("и", 5, ""),
];

fn ending(word: &str, endings: &[Ending]) -> Option<String> {
    let letters = word.chars().count();
    endings.iter().find_map(|(ending, fewest, instead)| {
        let beginning = word.strip_suffix(ending).filter(|_| letters >= *fewest)?;
        Some(format!("{beginning}{instead}"))
    })
}

/// „театър“ and „театри“: the ъ before the last consonant comes and goes.
fn without_loose_vowel(word: &str) -> Option<String> {
    let letters: Vec<char> = word.chars().collect();
    match letters.as_slice() {
        [beginning @ .., 'ъ', last] if beginning.len() >= 4 => Some(beginning.iter().chain([last]).collect()),
        _ => None,
    }
}
