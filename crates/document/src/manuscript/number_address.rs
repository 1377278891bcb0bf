use super::{Fault, FigureAddress, Name, Side, Statistic};
use std::{fmt, str::FromStr};

/// Where a number comes from: `residents.q7.good.share`, `residents.q7.mean`, `residents.n`;
/// `residents/business.q7.good.difference` of two audiences, `residents[age=young].q7.good.share` of those who chose an
/// option of another question.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NumberAddress {
    pub audience: Name,
    /// The audience that is taken away from the first, for a difference and for nothing else.
    pub against: Option<Name>,
    /// Only those who chose this option (second) of this question (first).
    pub group: Option<(Name, Name)>,
    pub question: Option<Name>,
    pub option: Option<Name>,
    pub statistic: Statistic,
}

impl NumberAddress {
    pub fn of_audience(audience: &Name, statistic: Statistic) -> NumberAddress {
        let audience = audience.clone();
        NumberAddress { audience, against: None, group: None, question: None, option: None, statistic }
    }

    pub fn of_question(audience: &Name, question: &Name, statistic: Statistic) -> NumberAddress {
        NumberAddress { question: Some(question.clone()), ..NumberAddress::of_audience(audience, statistic) }
    }

    pub fn of_option(audience: &Name, question: &Name, option: &Name, statistic: Statistic) -> NumberAddress {
        NumberAddress { option: Some(option.clone()), ..NumberAddress::of_question(audience, question, statistic) }
    }

    /// The figure in which the number can be looked up.
    pub fn figure(&self) -> Option<FigureAddress> {
        let code = self.question.clone().filter(|_| self.statistic != Statistic::Version)?;
        let side = match self.against {
            Some(_) => Side::Compared,
            None => Side::Audience(self.audience.clone()),
        };
        Some(FigureAddress { side, code })
    }

    /// The address as it stands in written text.
    pub fn reference(&self) -> String {
        format!("{{{self}}}")
    }
}

impl fmt::Display for NumberAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.audience)?;
        if let Some(against) = &self.against {
            write!(f, "/{against}")?;
        }
        if let Some((question, option)) = &self.group {
            write!(f, "[{question}={option}]")?;
        }
        for name in [&self.question, &self.option].into_iter().flatten() {
            write!(f, ".{name}")?;
        }
        write!(f, ".{}", self.statistic.code())
    }
}

impl FromStr for NumberAddress {
    type Err = Fault;

    fn from_str(text: &str) -> Result<NumberAddress, Fault> {
        let (audience, mut rest) = Name::read(text).ok_or(Fault::NotAnAddress)?;
        let mut against = None;
        if let Some(after) = rest.strip_prefix('/') {
            let (name, after) = Name::read(after).ok_or(Fault::NotAnAddress)?;
            (against, rest) = (Some(name), after);
        }
        let mut group = None;
        if let Some(after) = rest.strip_prefix('[') {
            let (found, after) = read_group(after).ok_or(Fault::NotAGroup)?;
            (group, rest) = (Some(found), after);
        }
        let mut names = Vec::new();
        while let Some(after) = rest.strip_prefix('.') {
            let (name, after) = Name::read(after).ok_or(Fault::NotAnAddress)?;
            names.push(name);
            rest = after;
            if names.len() > 3 {
                return Err(Fault::TooManyNames);
            }
        }
        if !rest.is_empty() || names.is_empty() {
            return Err(Fault::NotAnAddress);
        }
        let last = names.pop();
        let last = last.as_ref().map(Name::as_str).unwrap_or_default();
        let statistic = Statistic::from_code(last).ok_or_else(|| Fault::UnknownStatistic(last.to_owned()))?;
        if !statistic.scope().takes(names.len()) {
            return Err(Fault::OtherPlace(statistic));
        }
        if statistic.is_of_two() != against.is_some() {
            return Err(if statistic.is_of_two() { Fault::NeedsTwo(statistic) } else { Fault::OnlyOfOne(statistic) });
        }
        let mut names = names.into_iter();
        Ok(NumberAddress { audience, against, group, question: names.next(), option: names.next(), statistic })
    }
}

fn read_group(text: &str) -> Option<((Name, Name), &str)> {
    let (question, rest) = Name::read(text)?;
    let (option, rest) = Name::read(rest.strip_prefix('=')?)?;
    Some(((question, option), rest.strip_prefix(']')?))
}
