#![expect(clippy::wildcard_enum_match_arm, reason = "each file answers for its own functions; the dispatch lists all")]

use super::{Arguments, Evaluator, Found, Ground, Outcome, Spot, Value, count, whole};
use crate::expression::function::Function;
use crate::expression::instance::{Instance, Place};
use crate::expression::node::{Axis, From, Node, Path, Step};

/// Paths into the tree of a form, and what is asked of places.
impl Evaluator<'_> {
    fn instance(&self) -> Option<&Instance> {
        match self.ground {
            Ground::Answers(_) => None,
            Ground::Form(scene) => Some(scene.instance),
        }
    }

    /// `${name}`: the questions of that name in the same row of a repeat, else in the nearest group around, else all.
    pub(super) fn named(&self, instance: &Instance, name: &str, spot: Spot) -> Outcome<Vec<Place>> {
        let mut around = spot.place.or(instance.top());
        while let Some(place) = around {
            let below = instance.descendants(place, &self.work)?;
            let found: Vec<Place> = below.into_iter().filter(|below| instance.name(*below) == name).collect();
            if !found.is_empty() {
                return Ok(found);
            }
            around = instance.parent(place);
        }
        Ok(Vec::new())
    }

    pub(super) fn union(&self, left: &Node, right: &Node, spot: Spot) -> Outcome<Vec<Place>> {
        let mut all = self.places(left, spot)?;
        all.extend(self.places(right, spot)?);
        in_order(&mut all);
        Ok(all)
    }

    /// The places that something comes to; none for a plain value.
    fn places(&self, node: &Node, spot: Spot) -> Outcome<Vec<Place>> {
        Ok(match self.value(node, spot)? {
            Found::Places(places) => places,
            Found::Value(_) => Vec::new(),
        })
    }

    pub(super) fn path(&self, path: &Path, spot: Spot) -> Outcome<Vec<Place>> {
        let Some(instance) = self.instance() else { return Ok(Vec::new()) };
        let mut steps = path.steps.iter();
        let mut places = match &path.from {
            From::Here => spot.place.into_iter().collect(),
            From::Node(node, predicates) => {
                let places = self.places(node, spot)?;
                self.filtered(places, predicates, spot)?
            }
            // Above the top there is the form itself, which has no place of its own.
            From::Root => match (steps.next(), instance.top()) {
                (Some(step), Some(top)) => self.below_root(instance, step, top, spot)?,
                (None, Some(top)) => vec![top],
                (_, None) => Vec::new(),
            },
        };
        for step in steps {
            let mut next = Vec::new();
            for place in &places {
                let found = self.step(instance, step, *place)?;
                next.extend(self.filtered(found, &step.predicates, spot)?);
            }
            in_order(&mut next);
            places = next;
        }
        Ok(places)
    }

    fn below_root(&self, instance: &Instance, step: &Step, top: Place, spot: Spot) -> Outcome<Vec<Place>> {
        let mut found = match step.axis {
            Axis::Child => vec![top],
            Axis::Descendant | Axis::DescendantOrSelf => {
                let mut all = vec![top];
                all.extend(instance.descendants(top, &self.work)?);
                all
            }
            _ => Vec::new(),
        };
        found.retain(|place| step.name.as_deref().is_none_or(|name| instance.name(*place) == name));
        self.filtered(found, &step.predicates, spot)
    }

    /// The places of one step, in the order in which its positions are counted.
    fn step(&self, instance: &Instance, step: &Step, from: Place) -> Outcome<Vec<Place>> {
        self.work.one()?;
        let mut found: Vec<Place> = match step.axis {
            Axis::Child => instance.children(from).collect(),
            Axis::Parent => instance.parent(from).into_iter().collect(),
            Axis::Own => vec![from],
            Axis::Attribute => instance.attributes(from).collect(),
            Axis::Descendant => instance.descendants(from, &self.work)?,
            Axis::DescendantOrSelf => {
                let mut all = vec![from];
                all.extend(instance.descendants(from, &self.work)?);
                all
            }
            Axis::Ancestor => above(instance, from),
            Axis::AncestorOrSelf => {
                let mut all = vec![from];
                all.extend(above(instance, from));
                all
            }
            Axis::FollowingSibling => siblings(instance, from).filter(|place| *place > from).collect(),
            Axis::PrecedingSibling => siblings(instance, from).filter(|place| *place < from).collect(),
        };
        if step.axis == Axis::PrecedingSibling {
            found.reverse();
        }
        self.work.some(found.len())?;
        found.retain(|place| step.name.as_deref().is_none_or(|name| instance.name(*place) == name));
        Ok(found)
    }

    /// A number in brackets is a position, anything else a condition.
    fn filtered(&self, mut places: Vec<Place>, predicates: &[Node], spot: Spot) -> Outcome<Vec<Place>> {
        for predicate in predicates {
            let size = places.len();
            let mut kept = Vec::new();
            for (before, place) in places.into_iter().enumerate() {
                let here = Spot { place: Some(place), current: spot.current, position: before + 1, size };
                let holds = match self.value(predicate, here)? {
                    Found::Value(Value::Number(number)) => whole(number) == Some(before + 1),
                    Found::Value(value) => value.as_boolean(),
                    Found::Places(found) => match found.first() {
                        Some(first) => !self.text_of(*first)?.is_empty(),
                        None => false,
                    },
                };
                if holds {
                    kept.push(place);
                }
            }
            places = kept;
        }
        Ok(places)
    }

    pub(super) fn nodes(&self, function: Function, given: Arguments<'_>) -> Outcome<Found> {
        let Some(instance) = self.instance() else { return self.of_a_questionnaire(function, given) };
        let text = |text: &str| Ok(Found::Value(Value::Text(text.to_owned())));
        let number = |number: usize| Ok(Found::Value(Value::Number(count(number))));
        let first = || match given.all.first() {
            Some(node) => Ok(self.places(node, given.spot)?.first().copied()),
            None => Ok(given.spot.place),
        };
        match function {
            Function::Position if !given.has(0) => number(given.spot.position),
            Function::Position => {
                let Some(place) = first()? else { return Ok(Found::Value(Value::Number(f64::NAN))) };
                let alike = siblings(instance, place).filter(|other| instance.name(*other) == instance.name(place));
                number(1 + alike.filter(|other| *other < place).count())
            }
            Function::Last => number(given.spot.size),
            Function::LocalName | Function::Name => text(first()?.map_or("", |place| instance.name(place))),
            Function::Current => Ok(Found::Places(given.spot.current.into_iter().collect())),
            Function::Instance => {
                let id = self.text(given, 0)?;
                Ok(Found::Places(instance.instance(&id).into_iter().collect()))
            }
            Function::Version => {
                let top = instance.top();
                let version =
                    top.and_then(|top| instance.attributes(top).find(|place| instance.name(*place) == "version"));
                match version {
                    Some(place) => text(&self.text_of(place)?),
                    None => text(""),
                }
            }
            Function::Count => match given.all.first() {
                Some(node) => number(match self.value(node, given.spot)? {
                    Found::Places(places) => places.len(),
                    Found::Value(value) => usize::from(!value.is_empty()),
                }),
                None => number(0),
            },
            Function::IndexedRepeat => self.indexed_repeat(instance, given).map(Found::Places),
            Function::Randomize => self.shuffled(given).map(Found::Places),
            _ => text(""),
        }
    }

    fn of_a_questionnaire(&self, function: Function, given: Arguments<'_>) -> Outcome<Found> {
        let is_one = function == Function::Count && given.has(0) && !self.argument(given, 0)?.is_empty();
        Ok(Found::Value(Value::Number(f64::from(u8::from(is_one)))))
    }

    /// The question, then pairs of a repeat and which row of it, from the outer to the inner.
    fn indexed_repeat(&self, instance: &Instance, given: Arguments<'_>) -> Outcome<Vec<Place>> {
        let everywhere = Spot { place: instance.top(), ..given.spot };
        let mut row = None;
        let mut pairs = given.all.iter().skip(1);
        while let (Some(repeat), Some(which)) = (pairs.next(), pairs.next()) {
            let rows = self.places(repeat, everywhere)?;
            let rows = self.within(instance, rows, row)?;
            let which = whole(self.scalar(which, given.spot)?.as_number()).and_then(|which| which.checked_sub(1));
            let Some(found) = which.and_then(|which| rows.get(which)) else { return Ok(Vec::new()) };
            row = Some(*found);
        }
        let Some(question) = given.all.first() else { return Ok(Vec::new()) };
        let places = self.places(question, everywhere)?;
        self.within(instance, places, row)
    }

    fn within(&self, instance: &Instance, places: Vec<Place>, row: Option<Place>) -> Outcome<Vec<Place>> {
        let Some(row) = row else { return Ok(places) };
        self.work.some(places.len())?;
        Ok(places.into_iter().filter(|place| above(instance, *place).contains(&row)).collect())
    }

    /// Fisher and Yates; a seed of one's own gives the same order every time.
    fn shuffled(&self, given: Arguments<'_>) -> Outcome<Vec<Place>> {
        let mut places = match given.all.first() {
            Some(node) => self.places(node, given.spot)?,
            None => Vec::new(),
        };
        let before = self.chance.get();
        if given.has(1) {
            self.chance.set(Some(self.number(given, 1)?.to_bits()));
        }
        for last in (1..places.len()).rev() {
            let among = u64::try_from(last).unwrap_or(0) + 1;
            places.swap(last, usize::try_from(self.bits()? % among).unwrap_or(0));
        }
        if given.has(1) {
            self.chance.set(before);
        }
        Ok(places)
    }
}

fn in_order(places: &mut Vec<Place>) {
    places.sort_unstable();
    places.dedup();
}

/// From the nearest outwards.
fn above(instance: &Instance, place: Place) -> Vec<Place> {
    std::iter::successors(instance.parent(place), |place| instance.parent(*place)).collect()
}

fn siblings(instance: &Instance, place: Place) -> impl Iterator<Item = Place> {
    let parent = instance.parent(place);
    parent.into_iter().flat_map(|parent| instance.children(parent))
}
