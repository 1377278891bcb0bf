use base::Language;

/// `value` with exactly `decimals` digits after the separator, rounded half away from zero.
pub fn decimal(language: Language, value: f64, decimals: u8) -> String {
    let places = usize::from(decimals);
    // Formatting rounds the binary number half to even; a nudge far below the last digit restores the school rule.
    let nudge = value.signum() * value.abs().max(1.0) * 1e-12;
    let text = format!("{:.places$}", value + nudge);
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) if digits.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) => ("−", digits),
        Some(digits) => ("", digits),
        None => ("", text.as_str()),
    };
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let separator = match language {
        Language::Bulgarian => ',',
        Language::English => '.',
    };
    let whole = grouped(language, whole);
    match fraction {
        Some(fraction) => format!("{sign}{whole}{separator}{fraction}"),
        None => format!("{sign}{whole}"),
    }
}

/// Thousands apart. In Bulgarian a number of four digits stays whole (CLDR: minimum grouping 2).
pub fn grouped(language: Language, digits: &str) -> String {
    let (separator, shortest) = match language {
        Language::Bulgarian => ('\u{a0}', 5),
        Language::English => (',', 4),
    };
    if digits.len() < shortest {
        return digits.to_owned();
    }
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 * 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// Exact below 2⁵³, which every count of ours is.
#[expect(clippy::as_conversions, reason = "the only conversion of a count to a float for display")]
pub fn to_float(count: u64) -> f64 {
    count as f64
}
