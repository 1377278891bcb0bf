use crate::study::figures::{Lens, attached, choice, number, ranking, rows::OptionRow, several};
use document::manuscript::Unavailable;
use stats::{Distribution, Likert, Numeric, Published, Reason};
use survey::{OptionCode, Question, QuestionKind};

/// What may be told of one question.
pub enum Measured {
    Choice { rows: Vec<OptionRow>, distribution: Distribution, likert: Option<Box<Likert>> },
    Ranking { places: Vec<(OptionCode, Option<f64>)>, rows: Vec<OptionRow>, distribution: Distribution },
    Number(Numeric),
}

impl Measured {
    pub fn of(lens: &Lens, question: &Question) -> Result<Measured, Unavailable> {
        match &question.kind {
            QuestionKind::One { .. } => {
                let (rows, distribution) = shown(choice::published(lens, question))?;
                let likert = lens.counted(question).and_then(|counted| choice::likert(lens, &counted)).map(Box::new);
                Ok(Measured::Choice { rows, distribution, likert })
            }
            QuestionKind::Many { .. } => {
                let (rows, distribution) = shown(several::published(lens, question))?;
                Ok(Measured::Choice { rows, distribution, likert: None })
            }
            QuestionKind::Ranking { .. } => {
                let (rows, distribution) = shown(choice::published(lens, question))?;
                let places = ranking::places(lens, question, &distribution);
                Ok(Measured::Ranking { places, rows, distribution })
            }
            QuestionKind::Integer(_) | QuestionKind::Decimal(_) | QuestionKind::Time => {
                let counts = lens.counts(question).ok_or(Unavailable::NobodyAnswered)?;
                Ok(Measured::Number(shown(Some(number::summary(lens, question, counts)))?))
            }
            QuestionKind::File(_) => {
                let (rows, distribution) = shown(attached::published(lens, question))?;
                Ok(Measured::Choice { rows, distribution, likert: None })
            }
            QuestionKind::Date
            | QuestionKind::Text(_)
            | QuestionKind::Note
            | QuestionKind::Consent
            | QuestionKind::Point
            | QuestionKind::Given
            | QuestionKind::Calculated(_) => Err(Unavailable::OtherKind),
        }
    }
}

fn shown<T>(published: Option<Published<T>>) -> Result<T, Unavailable> {
    match published {
        None => Err(Unavailable::NobodyAnswered),
        Some(Published::Shown(shown)) => Ok(shown),
        Some(Published::Suppressed(reason)) => Err(unavailable(reason)),
    }
}

pub fn unavailable(reason: Reason) -> Unavailable {
    match reason {
        Reason::NobodyAnswered => Unavailable::NobodyAnswered,
        Reason::TooManyMissing => Unavailable::TooManyMissing,
        Reason::SmallGroup => Unavailable::TooFew,
        Reason::TinyPopulation => Unavailable::NotAgreed,
        Reason::SmallComplement | Reason::SmallCell | Reason::NearlyNone | Reason::NearlyAll => Unavailable::Hidden,
    }
}
