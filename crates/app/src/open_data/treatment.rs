use super::{
    Shape,
    texts::{both, together, told_both},
    values::{Column, Recode, Source},
};
use base::Text;
use dataset::{Category, Kind, Level, Value, Variable};
use std::collections::{BTreeMap, BTreeSet};

/// What is done with something that a neighbour may know of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Treatment {
    #[default]
    Keep,
    /// Answers of few people are told together: ages in bands, rare places as one.
    Merge,
    Omit,
}

impl Treatment {
    pub const ALL: [Treatment; 3] = [Treatment::Keep, Treatment::Merge, Treatment::Omit];

    pub fn code(self) -> &'static str {
        match self {
            Treatment::Keep => "keep",
            Treatment::Merge => "merge",
            Treatment::Omit => "omit",
        }
    }

    pub fn from_code(code: &str) -> Option<Treatment> {
        Treatment::ALL.into_iter().find(|treatment| treatment.code() == code)
    }
}

/// By the name of the trait.
pub type Treatments = BTreeMap<String, Treatment>;

/// Something that a neighbour may know of a person: one question about who they are, or how they answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trait {
    /// The code of the question, or the name of the column.
    pub code: String,
    pub label: Text,
    /// Places of its columns.
    pub columns: Vec<usize>,
    /// Whether its answers can be told together.
    pub merges: bool,
}

/// How often each value of a column was given.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Spread(pub(super) BTreeMap<i64, u64>);

impl Shape {
    /// What is told of a person, in the order of the columns.
    pub fn traits(&self) -> Vec<Trait> {
        let mut traits: Vec<Trait> = Vec::new();
        for (place, (column, variable)) in self.columns.iter().zip(&self.dataset.variables).enumerate() {
            if !column.tells_who {
                continue;
            }
            let question = column.question().and_then(|place| self.questions.get(place));
            let code = question.map_or(variable.name.to_string(), |question| question.code.to_string());
            match traits.iter_mut().find(|one| one.code == code) {
                // Several columns of one question are ticks or places; nothing of them can be told together.
                Some(known) => {
                    known.columns.push(place);
                    known.merges = false;
                    known.label = question.map_or(known.label.clone(), |question| question.label.clone());
                }
                None => {
                    let merges = !matches!(column.source, Source::Ticked(..) | Source::Place(..));
                    traits.push(Trait { code, label: variable.label.clone(), columns: vec![place], merges });
                }
            }
        }
        traits
    }

    /// The same with traits told together or left out. `spreads` are those of the columns, by their places.
    pub(super) fn treated(&self, treatments: &Treatments, spreads: &BTreeMap<usize, Spread>, fewest: u64) -> Shape {
        let mut omitted: BTreeSet<usize> = BTreeSet::new();
        let mut shape = self.clone();
        for one in self.traits() {
            let treatment = treatments.get(&one.code).copied().unwrap_or_default();
            if treatment == Treatment::Omit {
                omitted.extend(&one.columns);
                let left_out = told_both("dataset-excluded-trait", |words| {
                    vec![("name", one.label.say(words.language()).to_owned().into())]
                });
                shape.dataset.description.exclusions.push(left_out);
            }
            if treatment != Treatment::Merge || !one.merges {
                continue;
            }
            for place in one.columns {
                let Some(spread) = spreads.get(&place) else { continue };
                let found = shape.dataset.variables.get_mut(place).zip(shape.columns.get_mut(place));
                if let Some((variable, column)) = found {
                    merge(variable, column, spread, fewest);
                }
            }
        }
        shape.without(&omitted)
    }

    fn without(mut self, omitted: &BTreeSet<usize>) -> Shape {
        let kept: Vec<usize> = (0..self.columns.len()).filter(|place| !omitted.contains(place)).collect();
        let new_place = |old: &usize| kept.iter().position(|place| place == old);
        for set in &mut self.dataset.sets {
            set.variables = set.variables.iter().filter_map(new_place).collect();
        }
        self.dataset.sets.retain(|set| set.variables.len() > 1);
        let mut place = 0..;
        self.dataset.variables.retain(|_| place.next().is_some_and(|place| !omitted.contains(&place)));
        let mut place = 0..;
        self.columns.retain(|_| place.next().is_some_and(|place| !omitted.contains(&place)));
        self
    }
}

impl Spread {
    pub(super) fn add(&mut self, value: Value<'_>) {
        if let Some(number) = step(value) {
            *self.0.entry(number).or_default() += 1;
        }
    }
}

/// What a value counts as: the place of a category, a whole number, a year, an hour.
pub(super) fn step(value: Value<'_>) -> Option<i64> {
    match value {
        Value::Category(place) => i64::try_from(place).ok(),
        Value::Number(number) => format!("{:.0}", number.floor()).parse().ok(),
        Value::Day(day) => Some(i64::from(day.year())),
        Value::Hour(time) => Some(i64::from(time.hour())),
        Value::Words(_) | Value::Absent(_) => None,
    }
}

fn merge(variable: &mut Variable, column: &mut Column, spread: &Spread, fewest: u64) {
    let (categories, recode, level, key) = match &variable.kind {
        Kind::Categories(categories) if variable.level == Level::Ordinal => {
            let groups = neighbours(&every(categories.len(), spread), fewest);
            let (merged, places) = merged_neighbours(categories, &groups);
            (merged, Recode::Places(places), Level::Ordinal, "dataset-merged")
        }
        Kind::Categories(categories) => {
            let (merged, places) = merged_rare(categories, spread, fewest);
            (merged, Recode::Places(places), variable.level, "dataset-merged")
        }
        Kind::Number { .. } => {
            let (bands, recode) = bands(spread, fewest, 10);
            (bands, recode, Level::Ordinal, "dataset-banded")
        }
        Kind::Day => {
            let (bands, recode) = bands(spread, fewest, 10);
            (bands, recode, Level::Ordinal, "dataset-banded")
        }
        Kind::Hour => {
            let (bands, recode) = bands(spread, fewest, 1);
            (bands, recode, Level::Ordinal, "dataset-banded")
        }
        Kind::Words => return,
    };
    variable.kind = Kind::Categories(categories);
    variable.level = level;
    variable.treatment = Some(both(key));
    column.recode = Some(recode);
}

/// Each category with how often it was given.
fn every(length: usize, spread: &Spread) -> Vec<(i64, u64)> {
    let length = i64::try_from(length).unwrap_or(0);
    (0..length).map(|place| (place, spread.0.get(&place).copied().unwrap_or(0))).collect()
}

/// Neighbours together until there are enough people in each group; what is left at the end goes with the last group.
fn neighbours(steps: &[(i64, u64)], fewest: u64) -> Vec<Vec<i64>> {
    let mut groups: Vec<Vec<i64>> = Vec::new();
    let (mut open, mut people) = (Vec::new(), 0);
    for (step, count) in steps {
        open.push(*step);
        people += count;
        if people >= fewest {
            groups.push(std::mem::take(&mut open));
            people = 0;
        }
    }
    match groups.last_mut() {
        Some(last) if people == 0 || people < fewest => last.append(&mut open),
        Some(_) | None if open.is_empty() => {}
        Some(_) | None => groups.push(open),
    }
    groups
}

fn merged_neighbours(categories: &[Category], groups: &[Vec<i64>]) -> (Vec<Category>, Vec<usize>) {
    let mut places = vec![0; categories.len()];
    let mut merged = Vec::new();
    for (number, group) in (1..).zip(groups) {
        let members: Vec<(usize, &Category)> = group
            .iter()
            .filter_map(|step| usize::try_from(*step).ok())
            .filter_map(|place| Some((place, categories.get(place)?)))
            .collect();
        for (old, _) in &members {
            places.iter_mut().skip(*old).take(1).for_each(|place| *place = merged.len());
        }
        let labels: Vec<&Text> = members.iter().map(|(_, category)| &category.label).collect();
        let codes: Vec<&str> = members.iter().map(|(_, category)| category.code.as_str()).collect();
        let label = together(&labels, |words| words.join(" / "));
        merged.push(Category { code: codes.join("+"), number, label });
    }
    (merged, places)
}

/// The rare ones as one, and the next rarest with them until that one is not rare.
fn merged_rare(categories: &[Category], spread: &Spread, fewest: u64) -> (Vec<Category>, Vec<usize>) {
    let mut by_size: Vec<(u64, usize)> = every(categories.len(), spread)
        .into_iter()
        .filter_map(|(place, people)| Some((people, usize::try_from(place).ok()?)))
        .filter(|(people, _)| *people > 0)
        .collect();
    by_size.sort_unstable();
    let (mut rare, mut together) = (BTreeSet::new(), 0);
    for (people, place) in by_size {
        if people >= fewest && (together == 0 || together >= fewest) {
            break;
        }
        rare.insert(place);
        together += people;
    }
    if rare.len() < 2 && together >= fewest {
        rare.clear();
    }
    let mut merged: Vec<Category> = Vec::new();
    let mut places = Vec::with_capacity(categories.len());
    let own = categories.iter().enumerate().filter(|(place, _)| !rare.contains(place)).count();
    for (place, category) in categories.iter().enumerate() {
        if rare.contains(&place) {
            places.push(own);
        } else {
            places.push(merged.len());
            merged.push(category.clone());
        }
    }
    if !rare.is_empty() {
        let number = categories.iter().map(|category| category.number).max().unwrap_or(0).saturating_add(1);
        merged.push(Category { code: "merged".to_owned(), number, label: both("dataset-merged-rest") });
    }
    (merged, places)
}

/// Tens of numbers or years, or hours, and neighbours together until there are enough people in each.
fn bands(spread: &Spread, fewest: u64, width: i64) -> (Vec<Category>, Recode) {
    let mut tens: BTreeMap<i64, u64> = BTreeMap::new();
    for (step, people) in &spread.0 {
        *tens.entry(step.div_euclid(width)).or_default() += people;
    }
    let steps: Vec<(i64, u64)> = tens.into_iter().collect();
    let groups = neighbours(&steps, fewest);
    let mut uppers = Vec::new();
    let mut categories = Vec::new();
    let last = groups.len();
    let mut from = groups.first().and_then(|group| group.first()).map_or(0, |first| first * width);
    for (number, group) in (1_i32..).zip(&groups) {
        let Some(end) = group.last() else { continue };
        let to = end * width + width - 1;
        let place = usize::try_from(number).unwrap_or(0);
        let (code, key) = match () {
            () if last == 1 => ("all".to_owned(), "dataset-band-all"),
            () if place == 1 => (format!("to-{to}"), "dataset-band-first"),
            () if place == last => (format!("from-{from}"), "dataset-band-last"),
            () => (format!("{from}-{to}"), "dataset-band"),
        };
        let label = told_both(key, |_| vec![("from", from.to_string().into()), ("to", to.to_string().into())]);
        categories.push(Category { code, number, label });
        uppers.push(to);
        from = to + 1;
    }
    (categories, Recode::Bands { uppers })
}
