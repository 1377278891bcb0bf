use super::{Fault, Name};
use std::{fmt, str::FromStr};

/// Which figure: `residents.q7` of one audience, `*.q7` of all that were asked it, side by side. The code is of a question
/// or of a battery.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FigureAddress {
    pub side: Side,
    pub code: Name,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    Audience(Name),
    Compared,
}

impl FigureAddress {
    pub fn of(audience: &Name, code: &Name) -> FigureAddress {
        FigureAddress { side: Side::Audience(audience.clone()), code: code.clone() }
    }

    pub fn compared(code: &Name) -> FigureAddress {
        FigureAddress { side: Side::Compared, code: code.clone() }
    }

    /// Part of public addresses: never changes for the same figure.
    pub fn anchor(&self) -> String {
        match &self.side {
            Side::Audience(audience) => format!("{}-{}", audience.as_str(), self.code.as_str()),
            Side::Compared => format!("compared-{}", self.code.as_str()),
        }
    }
}

impl fmt::Display for FigureAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.side {
            Side::Audience(audience) => write!(f, "{audience}.{}", self.code),
            Side::Compared => write!(f, "*.{}", self.code),
        }
    }
}

impl FromStr for FigureAddress {
    type Err = Fault;

    fn from_str(text: &str) -> Result<FigureAddress, Fault> {
        let (side, rest) = match text.strip_prefix('*') {
            Some(rest) => (Side::Compared, rest),
            None => {
                let (audience, rest) = Name::read(text).ok_or(Fault::NotAFigure)?;
                (Side::Audience(audience), rest)
            }
        };
        let (code, rest) = rest.strip_prefix('.').and_then(Name::read).ok_or(Fault::NotAFigure)?;
        if rest.is_empty() { Ok(FigureAddress { side, code }) } else { Err(Fault::NotAFigure) }
    }
}
