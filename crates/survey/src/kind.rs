use crate::{Expression, FileShape, ScaleCode};

/// What a question asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum QuestionKind {
    /// Open words.
    Text(TextShape),
    Integer(Bounds),
    Decimal(Bounds),
    Date,
    /// An hour of a day.
    Time,
    /// Words to read, nothing to answer.
    Note,
    /// One option; `other`: the option `other` of the scale takes words too.
    One {
        scale: ScaleCode,
        other: bool,
        look: Look,
    },
    /// Any number of options within the ticks.
    Many {
        scale: ScaleCode,
        other: bool,
        ticks: Ticks,
    },
    /// All options in an order, the best first.
    Ranking {
        scale: ScaleCode,
    },
    /// A box that is ticked or not: „Прочетох и съм съгласен“.
    Consent,
    /// Latitude and longitude, typed.
    Point,
    /// Files, kept apart from the answers.
    File(FileShape),
    /// Comes with the link by which somebody entered, and is never asked.
    Given,
    /// Computed from other answers, never shown.
    Calculated(Expression),
}

/// What open words may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TextShape {
    /// A box of several lines.
    pub long: bool,
    pub form: TextForm,
    /// In characters; `None`: as many as any open answer may have.
    pub longest: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TextForm {
    #[default]
    Any,
    Email,
    Telephone,
}

/// What a number may be, its ends included.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Bounds {
    pub least: Option<f64>,
    pub most: Option<f64>,
    /// Counted from `least`, or from zero.
    pub step: Option<f64>,
    /// Every number is offered as a box of its own: from 0 to 10. Only where both ends are known and the steps are few.
    pub offered: bool,
}

/// How the options of one choice stand on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// One below the other.
    #[default]
    List,
    /// Folded away until wanted: for long lists.
    Menu,
    /// Beside each other from the worst to the best, where there is room.
    Row,
    /// As [`Look::Menu`]; the options are settlements.
    Settlements,
}

/// How many options may be chosen of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ticks {
    pub least: Option<u32>,
    pub most: Option<u32>,
}

impl QuestionKind {
    /// Whether a person is asked for an answer.
    pub fn is_asked(&self) -> bool {
        self.is_kept() && !matches!(self, QuestionKind::Given)
    }

    /// Whether what is answered is kept with the response: notes and calculations are not.
    pub fn is_kept(&self) -> bool {
        !matches!(self, QuestionKind::Note | QuestionKind::Calculated(_))
    }

    /// One short word for each kind, the same whatever its bounds and looks.
    pub fn name(&self) -> &'static str {
        match self {
            QuestionKind::Text(TextShape { long: false, .. }) => "text",
            QuestionKind::Text(TextShape { long: true, .. }) => "long-text",
            QuestionKind::Integer(_) => "integer",
            QuestionKind::Decimal(_) => "decimal",
            QuestionKind::Date => "date",
            QuestionKind::Time => "time",
            QuestionKind::Note => "note",
            QuestionKind::One { .. } => "one",
            QuestionKind::Many { .. } => "many",
            QuestionKind::Ranking { .. } => "ranking",
            QuestionKind::Consent => "consent",
            QuestionKind::Point => "point",
            QuestionKind::File(FileShape { pictures: false, .. }) => "file",
            QuestionKind::File(FileShape { pictures: true, .. }) => "photo",
            QuestionKind::Given => "given",
            QuestionKind::Calculated(_) => "calculated",
        }
    }

    pub fn scale(&self) -> Option<&ScaleCode> {
        match self {
            QuestionKind::One { scale, .. } | QuestionKind::Many { scale, .. } | QuestionKind::Ranking { scale } => {
                Some(scale)
            }
            QuestionKind::Text(_)
            | QuestionKind::Integer(_)
            | QuestionKind::Decimal(_)
            | QuestionKind::Date
            | QuestionKind::Time
            | QuestionKind::Note
            | QuestionKind::Consent
            | QuestionKind::Point
            | QuestionKind::File(_)
            | QuestionKind::Given
            | QuestionKind::Calculated(_) => None,
        }
    }

    /// Whether people say something in words of their own, to be read and quoted; an address or a number to reach them by
    /// is nothing that they say.
    pub fn is_open(&self) -> bool {
        matches!(self, QuestionKind::Text(TextShape { form: TextForm::Any, .. })) || self.takes_other()
    }

    /// Whether the answer is files, which no table of answers can bring.
    pub fn takes_files(&self) -> bool {
        matches!(self, QuestionKind::File(_))
    }

    /// The scale of one choice.
    pub fn single_scale(&self) -> Option<&ScaleCode> {
        if matches!(self, QuestionKind::One { .. }) { self.scale() } else { None }
    }

    /// Whether the option `other` of the scale takes words of one's own.
    pub fn takes_other(&self) -> bool {
        matches!(self, QuestionKind::One { other: true, .. } | QuestionKind::Many { other: true, .. })
    }

    /// Whether answers to the one are answers to the other: the same sort of answer, whatever it looks like.
    pub fn is_like(&self, other: &QuestionKind) -> bool {
        let is_number = |kind: &QuestionKind| matches!(kind, QuestionKind::Integer(_) | QuestionKind::Decimal(_));
        std::mem::discriminant(self) == std::mem::discriminant(other) || (is_number(self) && is_number(other))
    }

    /// One choice shown as a list.
    pub fn one(scale: ScaleCode) -> QuestionKind {
        QuestionKind::One { scale, other: false, look: Look::List }
    }

    /// Any number of options.
    pub fn many(scale: ScaleCode) -> QuestionKind {
        QuestionKind::Many { scale, other: false, ticks: Ticks::default() }
    }

    /// A line of open words, or a box of several lines.
    pub fn text(long: bool) -> QuestionKind {
        QuestionKind::Text(TextShape { long, ..TextShape::default() })
    }

    pub fn integer() -> QuestionKind {
        QuestionKind::Integer(Bounds::default())
    }

    pub fn decimal() -> QuestionKind {
        QuestionKind::Decimal(Bounds::default())
    }
}

/// No row of numbers is longer than this.
const MOST_OFFERED: usize = 21;

impl Bounds {
    /// The numbers to choose from, where each is offered.
    pub fn offers(&self) -> Option<Vec<f64>> {
        let (true, Some(least), Some(most)) = (self.offered, self.least, self.most) else { return None };
        let step = self.step.unwrap_or(1.0);
        let mut numbers = Vec::new();
        let mut next = least;
        while next <= most + step * 1e-9 {
            numbers.push(next);
            if numbers.len() > MOST_OFFERED {
                return None;
            }
            next = crate::answer::to_float(i64::try_from(numbers.len()).ok()?).mul_add(step, least);
        }
        (numbers.len() > 1).then_some(numbers)
    }

    pub fn hold(&self, number: f64) -> bool {
        self.least.is_none_or(|least| number >= least) && self.most.is_none_or(|most| number <= most)
    }

    /// Whether the number lies on a step.
    pub fn reach(&self, number: f64) -> bool {
        let Some(step) = self.step.filter(|step| *step > 0.0) else { return true };
        let steps = (number - self.least.unwrap_or(0.0)) / step;
        (steps - steps.round()).abs() < 1e-6
    }
}
