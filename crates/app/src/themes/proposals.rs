use super::{Coding, Trouble, WrittenAnswer};
use stats::text::{Pattern, frequencies};
use survey::ThemeList;

/// Words or a pair of them that many answers hold and no pattern finds yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The form that occurs most.
    pub words: String,
    pub pattern: String,
    pub answers: u64,
}

/// What fewer answers hold is not proposed.
pub const FEWEST_ANSWERS: usize = 2;
const MOST: usize = 100;

/// The most frequent first. What stands in every other sentence is proposed too: a person chooses.
///
/// # Errors
/// What cannot be a list; one that was kept can.
pub fn proposals(list: &ThemeList, written: &[WrittenAnswer]) -> Result<Vec<Proposal>, Trouble> {
    let coding = Coding::of(list)?;
    let fewest = u64::try_from(FEWEST_ANSWERS).unwrap_or(u64::MAX);
    let all = frequencies(written.iter().map(|answer| answer.words.as_str()), fewest);
    let new = all.into_iter().filter(|frequency| coding.codebook.code(&frequency.words).mentions.is_empty());
    let proposals = new.filter_map(|frequency| {
        let pattern = pattern(&frequency.stem, &frequency.words);
        Pattern::parse(&pattern).ok()?;
        Some(Proposal { words: frequency.words, pattern, answers: frequency.answers })
    });
    Ok(proposals.take(MOST).collect())
}

/// Each stem with a star; a short word, or one that its stem does not begin, as it is.
fn pattern(stems: &str, words: &str) -> String {
    let word = |(stem, word): (&str, &str)| {
        let is_open = stem.chars().count() >= 3 && word.starts_with(stem);
        if is_open { format!("{stem}*") } else { word.to_owned() }
    };
    stems.split(' ').zip(words.split(' ')).map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::pattern;

    #[test]
    fn a_stem_gets_a_star_where_the_word_begins_with_it() {
        let check = |stem: &str, words: &str, expected: &str| assert_eq!(pattern(stem, words), expected);
        check("паркиран", "паркирането", "паркиран*");
        check("нов пейк", "нови пейки", "нов* пейк*");
        check("на гиш", "на гише", "на гиш*");
        check("театр", "театър", "театър");
    }
}
