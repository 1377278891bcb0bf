use super::{Told, tell};
use crate::{Failure, Instance};
use base::{AudienceId, QuestionnaireId, Text};
use std::collections::BTreeMap;
use store::Transaction;
use survey::{Band, Questionnaire};

/// How long people took with the version that is asked now, in bands relative to what careful reading needs.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Times {
    /// How many of those who sent their answers are in each band; empty while too few have.
    pub whole: Vec<(Band, Told)>,
    /// Those who answered faster than anybody reads.
    pub hasty: Option<Told>,
    /// In the order of asking; only pages that enough people went through.
    pub pages: Vec<PageTime>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct PageTime {
    pub label: Text,
    pub people: u64,
    pub hasty: Told,
    /// Who took more than half as long again as reading needs.
    pub slow: Told,
}

pub fn times(
    instance: &Instance,
    tx: &mut Transaction,
    audience: AudienceId,
    (id, questionnaire): (QuestionnaireId, &Questionnaire),
    is_tiny: bool,
) -> Result<Times, Failure> {
    if is_tiny {
        return Ok(Times::default());
    }
    let mut places: BTreeMap<String, BTreeMap<Band, u64>> = BTreeMap::new();
    for known in tx.time_bands(instance.tenant, audience, id)? {
        places.entry(known.place).or_default().insert(known.band, known.people);
    }
    let whole = places.remove("").unwrap_or_default();
    let all: u64 = whole.values().sum();
    let of = |band: Band| tell(whole.get(&band).copied().unwrap_or(0), all);
    let is_told = of(Band::Hasty) != Told::TooFew;
    let pages = questionnaire
        .items
        .iter()
        .flat_map(places_of)
        .filter_map(|(code, label)| page_time(label, places.get(code)?))
        .collect();
    Ok(Times {
        whole: if is_told { Band::ALL.map(|band| (band, of(band))).into() } else { Vec::new() },
        hasty: is_told.then(|| of(Band::Hasty)),
        pages,
    })
}

/// What a page may be called, with the words by which a person knows it.
fn places_of(item: &survey::Item) -> Vec<(&str, Text)> {
    match item {
        survey::Item::Question(question) => vec![(question.code.as_str(), question.label.clone())],
        survey::Item::Group(group) => {
            let first = group.questions().next().map(|question| question.label.clone());
            let own = group.label.clone().or(first).map(|label| (group.code.as_str(), label));
            own.into_iter().chain(group.items.iter().flat_map(places_of)).collect()
        }
    }
}

fn page_time(label: Text, bands: &BTreeMap<Band, u64>) -> Option<PageTime> {
    let people: u64 = bands.values().sum();
    let of = |wanted: &[Band]| tell(wanted.iter().filter_map(|band| bands.get(band)).sum(), people);
    let hasty = of(&[Band::Hasty]);
    (hasty != Told::TooFew).then(|| PageTime { label, people, hasty, slow: of(&[Band::Slow, Band::Long]) })
}
