const LONGEST: usize = 120;

/// The last part of a path, without what a file system, a header or a reader could stumble over; the ending stays.
pub fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let is_plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_' | '(' | ')' | ' ');
    let clean: String = last.chars().map(|letter| if is_plain(letter) { letter } else { '-' }).collect();
    let clean = clean.trim_matches([' ', '.']).to_owned();
    if clean.chars().count() <= LONGEST {
        return clean;
    }
    let (stem, ending) = clean.rsplit_once('.').unwrap_or((&clean, ""));
    let ending: String = ending.chars().take(10).collect();
    let stem: String = stem.chars().take(LONGEST.saturating_sub(ending.chars().count() + 1)).collect();
    if ending.is_empty() { stem } else { format!("{stem}.{ending}") }
}

#[cfg(test)]
mod tests {
    use super::plain_name;

    #[test]
    fn a_name_is_only_a_name() {
        let check = |given: &str, expected: &str| assert_eq!(plain_name(given), expected, "{given:?}");
        check("Доклад 2023.pdf", "Доклад 2023.pdf");
        check("../../etc/passwd", "passwd");
        check("C:\\Users\\me\\анкета.xlsx", "анкета.xlsx");
        check("a\r\nSet-Cookie: x=1.csv", "a--Set-Cookie- x-1.csv");
        check("<script>.pdf", "-script-.pdf");
        check("\u{202e}fdp.exe", "-fdp.exe");
        check("...", "");
        assert_eq!(plain_name(&format!("{}.pdf", "я".repeat(400))).chars().count(), 120);
    }
}
