use base::Language;

/// A cell's words read back as the number that they are.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// A share where the words end with „%“: „73 %“ is 0.73.
    pub value: f64,
    /// As a workbook writes formats: `#,##0.0`, `0%`.
    pub format: String,
}

/// Reads `words` as the report of `language` writes numbers. `None` for everything that is more than a number: an
/// interval, „4 от 6“, „под 5“, a code with a zero before it.
pub fn number(words: &str, language: Language) -> Option<Number> {
    let words = words.trim();
    let (is_negative, rest) = match words.strip_prefix(['−', '-']) {
        Some(rest) => (true, rest),
        None => (false, words),
    };
    let (rest, is_share) = match rest.strip_suffix('%') {
        Some(rest) => (rest.strip_suffix(is_space).unwrap_or(rest), true),
        None => (rest, false),
    };
    let (point, is_gap): (char, fn(char) -> bool) = match language {
        Language::Bulgarian => (',', is_space),
        Language::English => ('.', |letter| letter == ',' || is_space(letter)),
    };
    let (whole, decimals) = match rest.split_once(point) {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (rest, None),
    };
    let digits = whole_digits(whole, is_gap)?;
    let decimals = decimals.unwrap_or_default();
    let is_written = decimals.bytes().all(|byte| byte.is_ascii_digit()) && digits.len() + decimals.len() <= MOST_DIGITS;
    if !is_written || (decimals.is_empty() && rest.contains(point)) {
        return None;
    }
    let places = decimals.len();
    // The point is moved among the digits, so that a share is the nearest number to what stands on paper.
    let exponent = places + if is_share { 2 } else { 0 };
    let value: f64 = format!("{digits}{decimals}e-{exponent}").parse().ok()?;
    let shown = if digits.len() > 3 && whole.contains(is_gap) { "#,##0" } else { "0" };
    let mut format = shown.to_owned();
    if places > 0 {
        format.push('.');
        format.push_str(&"0".repeat(places));
    }
    if is_share {
        format.push_str(if language == Language::Bulgarian { " %" } else { "%" });
    }
    Some(Number { value: if is_negative { -value } else { value }, format })
}

/// More than a workbook keeps apart.
const MOST_DIGITS: usize = 15;

fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

/// The digits before the point, where gaps part threes of them and no zero stands before others.
fn whole_digits(whole: &str, is_gap: fn(char) -> bool) -> Option<String> {
    let groups: Vec<&str> = whole.split(is_gap).collect();
    let (first, others) = groups.split_first()?;
    let is_number = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let are_threes = others.iter().all(|group| group.len() == 3 && is_number(group));
    let is_short = others.is_empty() || first.len() <= 3;
    let is_code = first.len() > 1 && first.starts_with('0');
    (is_number(first) && are_threes && is_short && !is_code).then(|| groups.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_the_report_writes_them() {
        let check = |words: &str, language, expect: Option<(f64, &str)>| {
            let read = number(words, language).map(|number| (number.value, number.format));
            assert_eq!(read, expect.map(|(value, format)| (value, format.to_owned())), "{words:?}");
        };
        let bg = Language::Bulgarian;
        check("73\u{202f}%", bg, Some((0.73, "0 %")));
        check("7,5\u{202f}%", bg, Some((0.075, "0.0 %")));
        check("176", bg, Some((176.0, "0")));
        check("1\u{a0}234,5", bg, Some((1234.5, "#,##0.0")));
        check("−3,25", bg, Some((-3.25, "0.00")));
        check("0", bg, Some((0.0, "0")));
        check("1,234.5", Language::English, Some((1234.5, "#,##0.0")));
        check("73%", Language::English, Some((0.73, "0%")));
        for words in [
            "",
            "–",
            "-",
            "4 от 6",
            "66–79\u{202f}%",
            "под 5",
            "=1+1",
            "007",
            "1 23",
            "12 34",
            "1,",
            ",5",
            "1.234",
            "%",
            "1e5",
            "+5",
        ] {
            check(words, bg, None);
        }
    }
}
