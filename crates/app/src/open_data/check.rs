use super::{
    Rows, Shape, Trouble,
    export::walk,
    treatment::{Spread, Trait, Treatment, Treatments, step},
};
use crate::Failure;
use base::Text;
use dataset::Value;
use stats::{
    Collection, Disclosure, Reach,
    disclosure::{Anonymity, Ledger},
};
use std::collections::{BTreeMap, BTreeSet};
use survey::{Audience, CollectionClass};

/// Of so many percent of the people the traits may be withheld because few share them; beyond it a trait is left out.
const MOST_WITHHELD_PERCENT: u64 = 10;

/// What the check of one audience found: whether everybody may have its answers, and what is done so that nobody is
/// recognised in them.
#[derive(Debug, Clone)]
pub struct Checked {
    pub people: u64,
    /// What is told of a person, and how.
    pub traits: Vec<(Trait, Treatment)>,
    /// People in the rarest combination of traits that is told.
    pub smallest: Option<u64>,
    /// People of whom no trait is told.
    pub withheld: u64,
    pub troubles: Vec<Trouble>,
    /// The data set as it may go out; only without troubles.
    pub shape: Shape,
}

/// Looks whether the answers of an audience may be given to everybody under these treatments; `None` asks for those that
/// take least away. The rules are those of tables, and the strictest wins: everybody in the file is one of several with the
/// same traits, every answer to a question about who people are was given by a group that a table would show, and where so
/// many of a population answered that a neighbour can be sure of it, no single answers go out at all.
///
/// # Errors
/// Only faults of the store.
pub fn check(
    shape: &Shape,
    audience: &Audience,
    treatments: Option<&Treatments>,
    rows: &mut dyn Rows,
) -> Result<Checked, Failure> {
    let disclosure = Disclosure::default();
    let fewest = disclosure.thresholds.group;
    let traits = shape.traits();
    let mut spreads: BTreeMap<usize, Spread> = BTreeMap::new();
    let mut people = 0;
    walk(shape, rows, |_, row| {
        people += 1;
        for place in traits.iter().flat_map(|one| &one.columns) {
            if let Some(value) = row.get(*place) {
                spreads.entry(*place).or_default().add(*value);
            }
        }
        Ok(())
    })?;
    let mut troubles = of_the_whole(audience, people, &disclosure);
    let mut chosen = treatments.cloned().unwrap_or_else(|| least(&traits, &spreads, fewest));
    let mut treated = shape.treated(&chosen, &spreads, fewest);
    let mut joint = joint(&treated, rows)?;
    if treatments.is_none() {
        for code in too_telling(&treated, &joint, &disclosure) {
            chosen.insert(code, Treatment::Omit);
        }
        treated = shape.treated(&chosen, &spreads, fewest);
        joint = self::joint(&treated, rows)?;
    }
    troubles.extend(rare_answers(&treated, &joint, fewest));
    let rare = joint.rare(disclosure.thresholds.cell);
    let limit = people * MOST_WITHHELD_PERCENT / 100;
    if rare.people > limit {
        let name = worst(&treated, &joint, &disclosure).map(|one| one.label).unwrap_or_default();
        troubles.push(Trouble::RareCombinations { people: rare.people, most: limit, name });
    }
    let left: u64 = joint.people() - rare.people;
    let smallest = joint.smallest_but(&rare.keys).filter(|_| left > 0);
    treated.withheld = rare.keys;
    let of_trait = |one: Trait| {
        let treatment = chosen.get(&one.code).copied().unwrap_or_default();
        (one, treatment)
    };
    let traits = traits.into_iter().map(of_trait).collect();
    Ok(Checked { people, traits, smallest, withheld: rare.people, troubles, shape: treated })
}

/// Too few people, or nearly all there are.
fn of_the_whole(audience: &Audience, people: u64, disclosure: &Disclosure) -> Vec<Trouble> {
    let name = || audience.name.clone();
    let collection = match audience.collection {
        CollectionClass::Census => Collection::Census,
        CollectionClass::Probability => Collection::Probability,
        CollectionClass::EveryoneInvited => Collection::EveryoneInvited,
        CollectionClass::SelfSelected => Collection::SelfSelected,
    };
    let population = audience.population.or(audience.invited).map(u64::from);
    let reach = Reach::new(collection, people, population).or_else(|_| Reach::new(collection, people, None));
    let few = Ledger::FEWEST_FOR_FREE_FILTER;
    match reach {
        _ if people < few => vec![Trouble::FewAnswers { audience: name(), people, fewest: few }],
        Ok(reach) if disclosure.is_tiny(reach) || disclosure.hides_cells(reach) => {
            vec![Trouble::LargePartAnswered { audience: name() }]
        }
        Ok(_) => Vec::new(),
        Err(_) => vec![Trouble::LargePartAnswered { audience: name() }],
    }
}

/// Whatever can be kept is kept.
fn least(traits: &[Trait], spreads: &BTreeMap<usize, Spread>, fewest: u64) -> Treatments {
    let treatment = |one: &Trait| {
        let spreads = one.columns.iter().filter_map(|place| spreads.get(place));
        let is_rare = spreads.flat_map(|spread| spread.0.values()).any(|people| *people < fewest);
        let treatment = match (is_rare, one.merges) {
            (false, _) => Treatment::Keep,
            (true, true) => Treatment::Merge,
            (true, false) => Treatment::Omit,
        };
        (one.code.clone(), treatment)
    };
    traits.iter().map(treatment).collect()
}

/// How many people share each combination of traits.
fn joint(shape: &Shape, rows: &mut dyn Rows) -> Result<Anonymity, Failure> {
    let mut joint = Anonymity::default();
    walk(shape, rows, |_, row| {
        joint.add(&shape.key(row));
        Ok(())
    })?;
    Ok(joint)
}

/// The traits to leave out, one after the other: always the one without which the fewest people stand out.
fn too_telling(shape: &Shape, joint: &Anonymity, disclosure: &Disclosure) -> Vec<String> {
    let mut omitted = Vec::new();
    let mut left: Vec<Trait> = shape.traits();
    let mut places: Vec<usize> = left.iter().flat_map(|one| one.columns.clone()).collect();
    places.sort_unstable();
    let mut joint = joint.clone();
    let limit = joint.people() * MOST_WITHHELD_PERCENT / 100;
    let drop_trait = |joint: &Anonymity, places: &[usize], one: &Trait| {
        let at = |column: &usize| places.iter().position(|place| place == column);
        let mut positions: Vec<usize> = one.columns.iter().filter_map(at).collect();
        positions.sort_unstable();
        positions.iter().rev().fold(joint.clone(), |joint, place| joint.without(*place))
    };
    loop {
        let rare = joint.rare(disclosure.thresholds.cell).people;
        let telling: BTreeSet<usize> = (0..places.len())
            .filter(|place| joint.answers(*place).iter().any(|(key, n)| *key > 0 && *n < disclosure.thresholds.group))
            .filter_map(|place| places.get(place).copied())
            .collect();
        if (rare <= limit && telling.is_empty()) || left.is_empty() {
            return omitted;
        }
        let candidates = left.iter().enumerate().map(|(number, one)| {
            let tells = one.columns.iter().any(|column| telling.contains(column));
            let after = drop_trait(&joint, &places, one).rare(disclosure.thresholds.cell).people;
            (!tells, after, std::cmp::Reverse(number))
        });
        let Some((_, _, std::cmp::Reverse(number))) = candidates.min() else { return omitted };
        let one = left.remove(number);
        joint = drop_trait(&joint, &places, &one);
        places.retain(|place| !one.columns.contains(place));
        omitted.push(one.code);
    }
}

/// The trait that helps most when it is left out.
fn worst(shape: &Shape, joint: &Anonymity, disclosure: &Disclosure) -> Option<Trait> {
    let first = too_telling(shape, joint, disclosure).into_iter().next()?;
    shape.traits().into_iter().find(|one| one.code == first)
}

/// Answers to questions about who people are that only few people gave.
fn rare_answers(shape: &Shape, joint: &Anonymity, fewest: u64) -> Vec<Trouble> {
    let mut columns: Vec<(usize, Text)> = Vec::new();
    for one in shape.traits() {
        columns.extend(one.columns.iter().map(|column| (*column, one.label.clone())));
    }
    columns.sort_unstable_by_key(|(column, _)| *column);
    let mut troubles = Vec::new();
    for (place, (column, label)) in columns.into_iter().enumerate() {
        let Some(variable) = shape.dataset.variables.get(column) else { continue };
        let rare = joint.answers(place).into_iter().find(|(key, people)| *key > 0 && *people < fewest);
        let Some((key, people)) = rare else { continue };
        let category = variable.categories().get(usize::from(key).saturating_sub(1));
        let number = || Text::bulgarian(key.saturating_sub(1).to_string());
        let answer = category.map_or_else(number, |category| category.label.clone());
        troubles.push(Trouble::RareAnswer { name: label, answer, people, fewest });
    }
    troubles
}

impl Shape {
    /// The traits of a row as numbers; 0 where there is none.
    pub(super) fn key(&self, row: &[Value<'_>]) -> Vec<u16> {
        let number = |value: &Value<'_>| {
            let step = step(*value).and_then(|step| u16::try_from(step.rem_euclid(60_000)).ok());
            step.map_or(0, |step| step + 1)
        };
        let told = self.columns.iter().zip(row).filter(|(column, _)| column.tells_who);
        told.map(|(_, value)| number(value)).collect()
    }
}
