use super::ExpressionFault;
use std::cell::Cell;

/// The most nodes of a form, and the deepest it may nest.
const MOST_NODES: usize = 200_000;
const DEEPEST: usize = 100;

/// A place in an [`Instance`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place(pub(super) u32);

/// One filled-in form as a tree: groups and repeats hold others, questions hold text. Other instances, such as lists
/// of options, may stand beside the form, each with its name.
///
/// Places are numbered in the order in which they are added, and that order is taken for the order of the form: whoever
/// builds a tree by hand goes through it from the top.
#[derive(Debug, Clone, Default)]
pub struct Instance {
    nodes: Vec<Node>,
    /// The tops of the form and of the instances beside it, with their names.
    roots: Vec<(String, Place)>,
}

#[derive(Debug, Clone)]
struct Node {
    kind: Kind,
    name: String,
    text: String,
    parent: Option<Place>,
    depth: usize,
    inner: Vec<Place>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Element,
    Attribute,
    Text,
}

impl Instance {
    /// A form with nothing in it but its top.
    pub fn new(name: &str) -> Instance {
        let mut instance = Instance::default();
        instance.beside("", name);
        instance
    }

    /// The top of the form, which the first step of `/data/…` names.
    pub fn top(&self) -> Option<Place> {
        self.roots.first().map(|(_, place)| *place)
    }

    /// Another instance beside the form, which `instance('id')` finds.
    pub fn beside(&mut self, id: &str, name: &str) -> Option<Place> {
        let place = self.insert(Kind::Element, name, "", None)?;
        self.roots.push((id.to_owned(), place));
        Some(place)
    }

    /// Adds a group, a row of a repeat, or a question with its answer; `None` when the form is full.
    pub fn add(&mut self, within: Place, name: &str, text: &str) -> Option<Place> {
        let place = self.insert(Kind::Element, name, "", Some(within))?;
        if !text.is_empty() {
            self.insert(Kind::Text, "", text, Some(place))?;
        }
        Some(place)
    }

    pub(super) fn add_attribute(&mut self, within: Place, name: &str, text: &str) -> Option<Place> {
        self.insert(Kind::Attribute, name, text, Some(within))
    }

    pub(super) fn add_text(&mut self, within: Place, text: &str) -> Option<Place> {
        self.insert(Kind::Text, "", text, Some(within))
    }

    fn insert(&mut self, kind: Kind, name: &str, text: &str, parent: Option<Place>) -> Option<Place> {
        let depth = parent.and_then(|parent| self.node(parent)).map_or(0, |parent| parent.depth + 1);
        if self.nodes.len() >= MOST_NODES || depth > DEEPEST {
            return None;
        }
        let place = Place(u32::try_from(self.nodes.len()).ok()?);
        let node = Node { kind, name: name.to_owned(), text: text.to_owned(), parent, depth, inner: Vec::new() };
        self.nodes.push(node);
        if let Some(parent) = parent.and_then(|parent| self.nodes.get_mut(index(parent))) {
            parent.inner.push(place);
        }
        Some(place)
    }

    fn node(&self, place: Place) -> Option<&Node> {
        self.nodes.get(index(place))
    }

    pub fn name(&self, place: Place) -> &str {
        self.node(place).map_or("", |node| node.name.as_str())
    }

    pub(super) fn instance(&self, id: &str) -> Option<Place> {
        self.roots.iter().skip(1).find(|(name, _)| name == id).map(|(_, place)| *place)
    }

    pub(super) fn parent(&self, place: Place) -> Option<Place> {
        self.node(place)?.parent
    }

    /// Whether questions stand under it, so that it has no answer of its own.
    pub(super) fn is_container(&self, place: Place) -> bool {
        self.children(place).next().is_some()
    }

    pub(super) fn children(&self, place: Place) -> impl Iterator<Item = Place> {
        self.inner(place, Kind::Element)
    }

    pub(super) fn attributes(&self, place: Place) -> impl Iterator<Item = Place> {
        self.inner(place, Kind::Attribute)
    }

    fn inner(&self, place: Place, kind: Kind) -> impl Iterator<Item = Place> {
        let inner = self.node(place).map(|node| node.inner.as_slice()).unwrap_or_default();
        inner.iter().copied().filter(move |place| self.node(*place).is_some_and(|node| node.kind == kind))
    }

    /// Everything below, in the order of the form.
    pub(super) fn descendants(&self, place: Place, work: &Work) -> Result<Vec<Place>, ExpressionFault> {
        let mut found = Vec::new();
        let mut left: Vec<Place> = self.children(place).collect();
        left.reverse();
        while let Some(place) = left.pop() {
            work.one()?;
            found.push(place);
            let before = left.len();
            left.extend(self.children(place));
            if let Some(new) = left.get_mut(before..) {
                new.reverse();
            }
        }
        Ok(found)
    }

    /// The text of a place: its own, or that of everything in it, as it stands in the form.
    pub(super) fn text(&self, place: Place, work: &Work) -> Result<String, ExpressionFault> {
        let Some(node) = self.node(place) else { return Ok(String::new()) };
        if node.kind == Kind::Attribute {
            return Ok(node.text.clone());
        }
        let mut text = String::new();
        let mut left = vec![place];
        while let Some(place) = left.pop() {
            let Some(node) = self.node(place) else { continue };
            work.some(1 + node.text.len() / 64)?;
            match node.kind {
                Kind::Text => text.push_str(&node.text),
                Kind::Element => left.extend(node.inner.iter().rev()),
                Kind::Attribute => {}
            }
        }
        Ok(text)
    }
}

fn index(place: Place) -> usize {
    usize::try_from(place.0).unwrap_or(usize::MAX)
}

/// How many steps an evaluation may still take; each place looked at is one.
#[derive(Debug)]
pub(super) struct Work(Cell<usize>);

/// Enough for a household of hundreds of people, and a few milliseconds.
const MOST_WORK: usize = 200_000;

impl Work {
    pub(super) fn new() -> Work {
        Work(Cell::new(MOST_WORK))
    }

    pub(super) fn one(&self) -> Result<(), ExpressionFault> {
        self.some(1)
    }

    pub(super) fn some(&self, steps: usize) -> Result<(), ExpressionFault> {
        let left = self.0.get().checked_sub(steps).ok_or(ExpressionFault::TooMuchWork)?;
        self.0.set(left);
        Ok(())
    }
}
