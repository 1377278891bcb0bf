/// Words of one line, for a header: whatever goes in, no line ends in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line(String);

const LONGEST: usize = 200;

impl Line {
    /// Runs of white space and control characters become one space, and what is too long is cut.
    pub fn of(words: &str) -> Line {
        let is_gap = |letter: char| letter.is_whitespace() || letter.is_control();
        let words: Vec<&str> = words.split(is_gap).filter(|word| !word.is_empty()).collect();
        Line(words.join(" ").chars().take(LONGEST).collect())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_is_one_line() {
        let check = |words: &str, line: &str| assert_eq!(Line::of(words).as_str(), line);
        check("Покана", "Покана");
        check("Покана\r\nBcc: all@example.org", "Покана Bcc: all@example.org");
        check(" a \u{85}\u{2028}\0 b ", "a b");
        check(&"я".repeat(300), &"я".repeat(200));
    }

    proptest! {
        #[test]
        fn no_line_ends_in_it(words in any::<String>()) {
            prop_assert!(!Line::of(&words).as_str().contains(|letter: char| letter.is_control()));
        }
    }
}
