use std::collections::BTreeMap;

use crate::math::float;
use crate::text::frequencies::Frequency;

/// A word that one group of writers uses more than another.
#[derive(Debug, Clone, PartialEq)]
pub struct Distinctive {
    pub words: String,
    /// The difference of the log odds in units of its standard deviation: beyond ∓2 it is out of the ordinary, and
    /// above nought the first group uses the word more.
    pub z: f64,
}

/// The words of two groups by how much more one uses them: log odds with an informative Dirichlet prior that is the
/// use of both together, scaled to `weight` words (Monroe, Colaresi & Quinn 2008, section 3.5). The first group's words
/// come first. Empty when a group wrote nothing.
pub fn distinctive(first: &[Frequency], second: &[Frequency], weight: f64) -> Vec<Distinctive> {
    let mut counts: BTreeMap<&str, (&str, f64, f64)> = BTreeMap::new();
    for word in first {
        counts.entry(&word.stem).or_insert((&word.words, 0.0, 0.0)).1 += float(word.answers);
    }
    for word in second {
        counts.entry(&word.stem).or_insert((&word.words, 0.0, 0.0)).2 += float(word.answers);
    }
    let (m, n) = counts.values().fold((0.0, 0.0), |(m, n), (_, a, b)| (m + a, n + b));
    if m <= 0.0 || n <= 0.0 || !(weight > 0.0 && weight.is_finite()) {
        return Vec::new();
    }
    let odds = |count: f64, prior: f64, all: f64| libm::log((count + prior) / (all + weight - count - prior));
    let word = |(words, a, b): (&str, f64, f64)| {
        let prior = weight * (a + b) / (m + n);
        let difference = odds(a, prior, m) - odds(b, prior, n);
        let z = difference / (1.0 / (a + prior) + 1.0 / (b + prior)).sqrt();
        z.is_finite().then(|| Distinctive { words: words.to_owned(), z })
    };
    let mut found: Vec<Distinctive> = counts.into_values().filter_map(word).collect();
    found.sort_by(|a, b| b.z.total_cmp(&a.z));
    found
}
