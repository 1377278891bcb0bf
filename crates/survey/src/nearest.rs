/// The candidate that was probably meant: at most a third of the letters different, the nearest first.
pub fn nearest<'a>(given: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let given: Vec<char> = given.to_lowercase().chars().take(LONGEST).collect();
    let most = (given.len() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| {
            let letters: Vec<char> = candidate.to_lowercase().chars().take(LONGEST).collect();
            (distance(&given, &letters), candidate)
        })
        .filter(|(distance, _)| *distance <= most)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate.to_owned())
}

/// Longer words are compared by their beginnings, which bounds the work.
const LONGEST: usize = 64;

/// Levenshtein: letters to insert, delete or replace.
fn distance(one: &[char], two: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=two.len()).collect();
    for (place, letter) in one.iter().enumerate() {
        let mut next = vec![place + 1];
        let mut left = place + 1;
        for ((other, diagonal), above) in two.iter().zip(&row).zip(row.iter().skip(1)) {
            let replaced = diagonal + usize::from(letter != other);
            left = replaced.min(above + 1).min(left + 1);
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn suggests_only_what_is_near() {
        let types = ["integer", "text", "select_one"];
        assert_eq!(nearest("integr", types), Some("integer".to_owned()));
        assert_eq!(nearest("Txet", types), None);
        assert_eq!(nearest("tekst", types), None);
        assert_eq!(nearest("selct_one", types), Some("select_one".to_owned()));
        assert_eq!(nearest("", types), None);
    }
}
