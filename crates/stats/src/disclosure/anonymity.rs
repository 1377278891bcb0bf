use std::collections::{BTreeMap, BTreeSet};

/// How many people share each combination of what a neighbour may know of them: age, sex, place (Samarati & Sweeney 1998).
///
/// A place of the key is one such trait, a number in it one answer. Single answers may go out where every combination is
/// shared by at least `k` people: nobody is then told from `k` others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Anonymity {
    classes: BTreeMap<Vec<u16>, u64>,
}

/// What has to be withheld so that every combination that is shown is shared by `k` people at least.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RareClasses {
    /// In these rows no trait is shown.
    pub keys: BTreeSet<Vec<u16>>,
    pub people: u64,
}

impl Anonymity {
    pub fn add(&mut self, key: &[u16]) {
        match self.classes.get_mut(key) {
            Some(people) => *people += 1,
            None => drop(self.classes.insert(key.to_vec(), 1)),
        }
    }

    /// How many combinations there are.
    pub fn classes(&self) -> usize {
        self.classes.len()
    }

    /// People in the rarest combination; `None` where there is nobody.
    pub fn smallest(&self) -> Option<u64> {
        self.classes.values().copied().min()
    }

    /// The same when the named combinations are not shown.
    pub fn smallest_but(&self, withheld: &BTreeSet<Vec<u16>>) -> Option<u64> {
        self.classes.iter().filter(|(key, _)| !withheld.contains(*key)).map(|(_, people)| *people).min()
    }

    pub fn people(&self) -> u64 {
        self.classes.values().sum()
    }

    /// How many people gave each answer to one trait.
    pub fn answers(&self, place: usize) -> BTreeMap<u16, u64> {
        let mut answers = BTreeMap::new();
        for (key, people) in &self.classes {
            if let Some(answer) = key.get(place) {
                *answers.entry(*answer).or_default() += people;
            }
        }
        answers
    }

    /// The same without one trait: what would be left if it were not shown.
    #[must_use]
    pub fn without(&self, place: usize) -> Anonymity {
        let mut classes: BTreeMap<Vec<u16>, u64> = BTreeMap::new();
        for (key, people) in &self.classes {
            let mut key = key.clone();
            if place < key.len() {
                key.remove(place);
            }
            *classes.entry(key).or_default() += people;
        }
        Anonymity { classes }
    }

    /// Those whose combination is shared by fewer than `k`. They are told from the others by having no traits, so they too
    /// must be nobody or `k` at least: the next rarest follow until they are.
    pub fn rare(&self, k: u64) -> RareClasses {
        let mut by_size: Vec<(u64, &Vec<u16>)> = self.classes.iter().map(|(key, people)| (*people, key)).collect();
        by_size.sort_unstable();
        let mut rare = RareClasses::default();
        for (people, key) in by_size {
            let is_enough = rare.people == 0 || rare.people >= k;
            if people >= k && is_enough {
                break;
            }
            rare.keys.insert(key.clone());
            rare.people += people;
        }
        rare
    }
}
