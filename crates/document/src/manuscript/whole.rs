use super::{Body, LiveFigures, Part, PartId, Refusal, Wording};
use base::Language;
use std::collections::BTreeSet;

/// More parts than anybody writes.
const MOST_PARTS: usize = 2000;

/// The words of all parts together, in bytes.
const MOST_WORDS: usize = 4_000_000;

/// A written document: its title, the sentence on its cover, its parts in reading order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Manuscript {
    title: Wording,
    summary: Wording,
    parts: Vec<Part>,
    /// The number of the next part.
    next: u32,
}

/// Where a part goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    First,
    After(PartId),
    Last,
}

impl Manuscript {
    /// A manuscript of parts in this order, numbered from one.
    ///
    /// # Errors
    /// [`Refusal::TooManyParts`], [`Refusal::TooLong`].
    pub fn new(
        title: Wording,
        summary: Wording,
        bodies: impl IntoIterator<Item = Body>,
    ) -> Result<Manuscript, Refusal> {
        let parts = (1..).zip(bodies).map(|(id, body)| Part { id: PartId(id), body });
        Manuscript::of(title, summary, parts.collect(), 0)
    }

    /// A manuscript as the store has kept it. `next` is the number of the next part, as far as it is known.
    ///
    /// # Errors
    /// As for [`Manuscript::new`]; [`Refusal::OtherPart`] where two have one number.
    pub fn of(title: Wording, summary: Wording, parts: Vec<Part>, next: u32) -> Result<Manuscript, Refusal> {
        let mut known = BTreeSet::new();
        for part in &parts {
            if !known.insert(part.id) {
                return Err(Refusal::OtherPart(part.id));
            }
        }
        let after = known.last().map_or(1, |last| last.0.saturating_add(1));
        Manuscript { title, summary, parts, next: next.max(after) }.bounded()
    }

    pub fn title(&self) -> &Wording {
        &self.title
    }

    pub fn summary(&self) -> &Wording {
        &self.summary
    }

    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The number that the next part gets.
    pub fn next(&self) -> PartId {
        PartId(self.next)
    }

    pub fn part(&self, id: PartId) -> Option<&Part> {
        self.parts.iter().find(|part| part.id == id)
    }

    /// Title and cover sentence replaced in one language.
    ///
    /// # Errors
    /// [`Refusal::TooLong`].
    pub fn renamed(
        mut self,
        title: Wording,
        summary: Wording,
        language: Language,
        figures: &dyn LiveFigures,
    ) -> Result<Manuscript, Refusal> {
        let before = (std::mem::replace(&mut self.title, title), std::mem::replace(&mut self.summary, summary));
        self.title.keep(&before.0, language, figures);
        self.summary.keep(&before.1, language, figures);
        self.bounded()
    }

    /// A new part, and its number: [`Manuscript::next`] of before.
    ///
    /// # Errors
    /// [`Refusal::NoSuchPart`] for a place after nothing, [`Refusal::TooManyParts`], [`Refusal::TooLong`].
    pub fn add(
        mut self,
        place: Place,
        mut body: Body,
        language: Language,
        figures: &dyn LiveFigures,
    ) -> Result<Manuscript, Refusal> {
        for words in body.wordings_mut() {
            words.accept(language, figures);
        }
        let at = self.index(place)?;
        self.parts.insert(at, Part { id: PartId(self.next), body });
        self.next = self.next.saturating_add(1);
        self.bounded()
    }

    /// Another content for a part. Numbers that its words in `language` asked for already stay as they were kept, so that
    /// editing a word does not hide that a number has changed.
    ///
    /// # Errors
    /// [`Refusal::NoSuchPart`], [`Refusal::TooLong`].
    pub fn change(
        mut self,
        id: PartId,
        mut body: Body,
        language: Language,
        figures: &dyn LiveFigures,
    ) -> Result<Manuscript, Refusal> {
        let part = self.parts.iter_mut().find(|part| part.id == id).ok_or(Refusal::NoSuchPart(id))?;
        let before = std::mem::replace(&mut part.body, Body::MethodSheet(Vec::new()));
        // Words of the other language stay, as far as each text has its counterpart.
        let is_alike = before.kind() == body.kind() && before.wordings().len() == body.wordings().len();
        let mut earlier = before.wordings().into_iter();
        let empty = Wording::default();
        for words in body.wordings_mut() {
            let before = earlier.next().unwrap_or(&empty);
            if is_alike {
                *words = std::mem::take(words).joined(before.clone().without(language));
            }
            words.keep(before, language, figures);
        }
        part.body = body;
        self.bounded()
    }

    /// # Errors
    /// [`Refusal::NoSuchPart`]; [`Refusal::OtherPart`] for a place after itself.
    pub fn move_to(mut self, id: PartId, place: Place) -> Result<Manuscript, Refusal> {
        if place == Place::After(id) {
            return Err(Refusal::OtherPart(id));
        }
        let from = self.index(Place::After(id))? - 1;
        let part = self.parts.remove(from);
        let at = self.index(place)?;
        self.parts.insert(at, part);
        Ok(self)
    }

    /// # Errors
    /// [`Refusal::NoSuchPart`].
    pub fn remove(mut self, id: PartId) -> Result<Manuscript, Refusal> {
        let at = self.index(Place::After(id))? - 1;
        self.parts.remove(at);
        Ok(self)
    }

    /// The numbers of one part, as they are now, are what its words in this language mean.
    ///
    /// # Errors
    /// [`Refusal::NoSuchPart`].
    pub fn accept(mut self, id: PartId, language: Language, figures: &dyn LiveFigures) -> Result<Manuscript, Refusal> {
        let part = self.parts.iter_mut().find(|part| part.id == id).ok_or(Refusal::NoSuchPart(id))?;
        part.body.wordings_mut().into_iter().for_each(|words| words.accept(language, figures));
        Ok(self)
    }

    /// All numbers of one language as they are now.
    #[must_use]
    pub fn accept_all(mut self, language: Language, figures: &dyn LiveFigures) -> Manuscript {
        self.wordings_mut().into_iter().for_each(|words| words.accept(language, figures));
        self
    }

    /// The same manuscript with the words of another draft of the same parts, for the languages that it lacks. Parts that
    /// are of another kind there keep their words.
    #[must_use]
    pub fn joined(mut self, other: Manuscript) -> Manuscript {
        self.title = self.title.joined(other.title);
        self.summary = self.summary.joined(other.summary);
        for (part, mut other) in self.parts.iter_mut().zip(other.parts) {
            let (mine, theirs) = (part.body.wordings_mut(), other.body.wordings_mut());
            if mine.len() == theirs.len() {
                for (mine, theirs) in mine.into_iter().zip(theirs) {
                    *mine = std::mem::take(mine).joined(std::mem::take(theirs));
                }
            }
        }
        self
    }

    pub(super) fn wordings(&self) -> impl Iterator<Item = (Option<PartId>, &Wording)> {
        let head = [&self.title, &self.summary].map(|words| (None, words));
        let parts = self.parts.iter().flat_map(|part| part.body.wordings().into_iter().map(|one| (Some(part.id), one)));
        head.into_iter().chain(parts)
    }

    fn wordings_mut(&mut self) -> Vec<&mut Wording> {
        let parts = self.parts.iter_mut().flat_map(|part| part.body.wordings_mut());
        [&mut self.title, &mut self.summary].into_iter().chain(parts).collect()
    }

    fn index(&self, place: Place) -> Result<usize, Refusal> {
        match place {
            Place::First => Ok(0),
            Place::Last => Ok(self.parts.len()),
            Place::After(id) => {
                let found = self.parts.iter().position(|part| part.id == id);
                Ok(found.ok_or(Refusal::NoSuchPart(id))? + 1)
            }
        }
    }

    fn bounded(self) -> Result<Manuscript, Refusal> {
        if self.parts.len() > MOST_PARTS {
            return Err(Refusal::TooManyParts { max: MOST_PARTS });
        }
        let texts = self.wordings().flat_map(|(_, words)| words.all());
        let is: usize = texts.map(|(_, written)| written.text().len()).sum();
        if is > MOST_WORDS { Err(Refusal::TooLong { max: MOST_WORDS, is }) } else { Ok(self) }
    }
}
