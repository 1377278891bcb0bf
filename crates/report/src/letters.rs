use crate::fonts::FONTS;

/// Words as they can be printed: control characters and marks that turn the direction of reading are dropped, a letter
/// that no font of ours has becomes a lozenge. (An archived PDF may not hold a letter without a glyph.)
pub(crate) fn printable(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for (place, letter) in words.char_indices() {
        match letter {
            '\n' | '\t' | '\r' | '\u{2028}' | '\u{2029}' => out.push(' '),
            // Soft hyphen, zero width space and joiners, direction marks and overrides, variation selectors, tags.
            '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}' => {}
            ' ' if keeps_together(&out, words.get(place + 1..).unwrap_or_default()) => out.push('\u{a0}'),
            _ if letter.is_control() => {}
            _ if private(letter) || !FONTS.letters.contains(&u32::from(letter)) => out.push(LOZENGE),
            _ => out.push(letter),
        }
    }
    out
}

/// Whether a line must not end at this space: „2023 г.“, „500 лв.“, „№ 3“, „чл. 24“, and before a dash, which begins no line.
fn keeps_together(before: &str, after: &str) -> bool {
    let after_number = before.ends_with(|letter: char| letter.is_ascii_digit());
    let before_number = after.starts_with(|letter: char| letter.is_ascii_digit());
    after.starts_with("– ")
        || after.starts_with("— ")
        || (after_number && ["г.", "лв.", "ч.", "%", "€"].iter().any(|unit| after.starts_with(unit)))
        || (before_number && ["№", "чл.", "ал.", "стр."].iter().any(|word| before.ends_with(word)))
}

/// Stands for a letter that we cannot draw; every Source Serif 4 has it.
const LOZENGE: char = '\u{25ca}';

/// Private use and beyond: a code point without a meaning of its own.
fn private(letter: char) -> bool {
    matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

#[cfg(test)]
mod tests {
    use super::printable;

    fn check(words: &str, expect: &str) {
        assert_eq!(printable(words), expect, "{words:?}");
    }

    #[test]
    fn words_stay_words() {
        check("#import „а“ \\ $x$", "#import „а“ \\ $x$");
        check("ред\nред\u{0}\u{202e}", "ред ред");
        check("漢\u{e000}", "◊◊");
    }

    #[test]
    fn numbers_keep_what_belongs_to_them() {
        check("през 2023 г. и 500 лв.", "през 2023\u{a0}г. и 500\u{a0}лв.");
        check("препоръка № 3 по чл. 24", "препоръка №\u{a0}3 по чл.\u{a0}24");
        check("12 граждани", "12 граждани");
        check("ден – нощ", "ден\u{a0}– нощ");
    }
}
