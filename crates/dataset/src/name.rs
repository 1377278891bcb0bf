use std::{collections::BTreeSet, fmt};

/// The longest name in bytes, as in SPSS; a Cyrillic letter takes two.
const LONGEST: usize = 64;

/// SPSS keeps these words for itself.
const RESERVED: [&str; 13] = ["all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"];

/// The name of a column: a letter, then letters, digits and `_`, at most 64 bytes; unlike every other name of its data set
/// even where capitals do not matter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VariableName(String);

impl VariableName {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for VariableName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Gives out names, each once.
#[derive(Debug, Clone, Default)]
pub struct Names {
    taken: BTreeSet<String>,
}

impl Names {
    /// The wanted name, or the nearest to it that is a name and free.
    pub fn take(&mut self, wanted: &str) -> VariableName {
        let wanted = acceptable(wanted);
        let mut name = crate::cut::head(&wanted, LONGEST).trim_end_matches('_').to_owned();
        let mut number = 1;
        while RESERVED.contains(&name.to_lowercase().as_str()) || !self.taken.insert(name.to_lowercase()) {
            number += 1;
            let ending = format!("_{number}");
            name = format!("{}{ending}", crate::cut::head(&wanted, LONGEST - ending.len()).trim_end_matches('_'));
        }
        VariableName(name)
    }
}

fn acceptable(wanted: &str) -> String {
    // Capital letters that grow when made small would grow beyond the limit where names are compared.
    let letter = |letter: char| if letter.is_alphanumeric() && !is_odd(letter) { letter } else { '_' };
    let name: String = wanted.chars().map(letter).collect();
    match name.chars().next() {
        Some(first) if first.is_alphabetic() => name,
        Some(_) => format!("v{}{name}", if name.starts_with('_') { "" } else { "_" }),
        None => "v".to_owned(),
    }
}

/// Letters and numbers that other programs do not take for ones, such as „²“.
fn is_odd(letter: char) -> bool {
    (letter.is_numeric() && !letter.is_ascii_digit()) || u32::from(letter) > 0xffff
}
