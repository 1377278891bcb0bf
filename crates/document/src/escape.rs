/// Words for the text or an attribute of HTML or SVG. What XML cannot hold at all (control characters) is dropped,
/// so that one answer with a stray byte cannot break a whole file.
pub(crate) fn escape(words: &str, out: &mut String) {
    for letter in words.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(letter),
            '\u{fffe}' | '\u{ffff}' => {}
            _ if letter.is_control() => {}
            _ => out.push(letter),
        }
    }
}

/// Words for the text or an attribute of HTML, SVG or another XML file; what XML cannot hold at all is dropped.
pub fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    escape(words, &mut out);
    out
}

/// A measure with at most two decimals and nothing needless behind them.
pub(crate) fn measure(number: f64) -> String {
    if !number.is_finite() {
        return "0".to_owned();
    }
    let text = format!("{number:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}
