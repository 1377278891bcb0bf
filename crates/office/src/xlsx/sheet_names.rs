use std::collections::BTreeSet;

/// The names of sheets: at most 31 letters, none of `[]:*?/\`, no apostrophe at an end, each only once whatever its case.
#[derive(Debug, Default)]
pub(super) struct SheetNames(BTreeSet<String>);

impl SheetNames {
    /// A name like `wish` that no sheet has.
    pub fn take(&mut self, wish: &str) -> String {
        let allowed = |letter: char| {
            if letter.is_control() || "[]:*?/\\".contains(letter) { ' ' } else { letter }
        };
        let wish: String = wish.chars().map(allowed).collect();
        let wish = wish.trim_matches(|letter: char| letter == '\'' || letter.is_whitespace());
        let wish = if wish.is_empty() { "–" } else { wish };
        for number in 1_u32.. {
            let tail = if number == 1 { String::new() } else { format!(" ({number})") };
            let room = MOST - tail.encode_utf16().count();
            let name = format!("{}{tail}", super::clipped(wish, room).trim_end_matches(['\'', ' ']));
            // A workbook keeps this one name for itself.
            if !name.eq_ignore_ascii_case("history") && self.0.insert(name.to_lowercase()) {
                return name;
            }
        }
        wish.to_owned()
    }
}

/// In UTF-16 units.
const MOST: usize = 31;

#[cfg(test)]
mod tests {
    use super::SheetNames;

    #[test]
    fn every_sheet_has_a_name_of_its_own() {
        let mut names = SheetNames::default();
        let mut check = |wish: &str, expect: &str| assert_eq!(names.take(wish), expect, "{wish}");
        check("Фигура 1", "Фигура 1");
        check("фигура 1", "фигура 1 (2)");
        check("'a/b:c'", "a b c");
        check("", "–");
        check("History", "History (2)");
        check(&"я".repeat(40), &"я".repeat(31));
        check(&"я".repeat(40), &format!("{} (2)", "я".repeat(27)));
    }
}
