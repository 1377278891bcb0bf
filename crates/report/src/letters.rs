use crate::fonts::FONTS;

/// Words as they can be printed: control characters and marks that turn the direction of reading are dropped, a letter
/// that no font of ours has becomes a lozenge. (An archived PDF may not hold a letter without a glyph.)
pub(crate) fn printable(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
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
            _ if letter.is_control() => {}
            _ if private(letter) || !FONTS.letters.contains(&u32::from(letter)) => out.push(LOZENGE),
            _ => out.push(letter),
        }
    }
    out
}

/// Stands for a letter that we cannot draw; every Source Serif 4 has it.
const LOZENGE: char = '\u{25ca}';

/// Private use and beyond: a code point without a meaning of its own.
fn private(letter: char) -> bool {
    matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}
