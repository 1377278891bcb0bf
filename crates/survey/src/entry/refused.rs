use crate::{FileProblem, FileShape, OptionCode, QuestionCode, WhyNot};
use base::{Argument, Explain, Text};

/// One question that was not answered as it must be.
#[derive(Debug, Clone, PartialEq)]
pub struct Refused {
    pub question: QuestionCode,
    pub problem: AnswerProblem,
}

#[derive(Debug, Clone, PartialEq)]
pub enum AnswerProblem {
    Required {
        message: Option<Text>,
    },
    NotANumber {
        given: String,
    },
    NotWhole {
        given: String,
    },
    NumberTooLarge {
        limit: i64,
    },
    NotADate {
        given: String,
    },
    UnknownOption {
        given: String,
    },
    NotATime {
        given: String,
    },
    NotAPoint {
        given: String,
    },
    NotAnEmail {
        given: String,
    },
    NotATelephone {
        given: String,
    },
    /// A number beyond what was asked for.
    OutOfBounds {
        least: Option<f64>,
        most: Option<f64>,
    },
    /// A number between two steps.
    OffStep {
        step: f64,
        from: f64,
    },
    TooFew {
        least: u32,
    },
    TooMany {
        most: u32,
    },
    /// The place of an option in a ranking is no number.
    NotAPlace {
        given: String,
    },
    /// Two options on one place.
    RankedTwice {
        place: u32,
    },
    /// Some options have a place and others have none.
    RankedPartly {
        ranked: usize,
        of: usize,
    },
    /// Several answers where one is meant.
    OneOnly,
    /// An option that stands alone („нито едно“), chosen with others.
    StandsAlone {
        option: Text,
    },
    /// Words beside „друго“, but another option chosen.
    OtherNotChosen {
        given: String,
    },
    TooLong {
        is: usize,
        max: usize,
    },
    /// Several options of a long list are called so, or begin so: the first of them.
    SeveralMatch {
        given: String,
        matches: Vec<OptionCode>,
    },
    /// No option of a long list is called so.
    NothingMatches {
        given: String,
    },
    /// A file that was not kept.
    File(FileProblem),
    TooManyFiles {
        most: u32,
    },
    Constraint {
        message: Option<Text>,
    },
}

impl Refused {
    /// The author's own words, to be shown instead of ours.
    pub fn words(&self) -> Option<&Text> {
        match &self.problem {
            AnswerProblem::Required { message } | AnswerProblem::Constraint { message } => message.as_ref(),
            AnswerProblem::NotANumber { .. }
            | AnswerProblem::NotWhole { .. }
            | AnswerProblem::NumberTooLarge { .. }
            | AnswerProblem::NotADate { .. }
            | AnswerProblem::NotATime { .. }
            | AnswerProblem::NotAPoint { .. }
            | AnswerProblem::NotAnEmail { .. }
            | AnswerProblem::NotATelephone { .. }
            | AnswerProblem::OutOfBounds { .. }
            | AnswerProblem::OffStep { .. }
            | AnswerProblem::TooFew { .. }
            | AnswerProblem::TooMany { .. }
            | AnswerProblem::NotAPlace { .. }
            | AnswerProblem::RankedTwice { .. }
            | AnswerProblem::RankedPartly { .. }
            | AnswerProblem::UnknownOption { .. }
            | AnswerProblem::OneOnly
            | AnswerProblem::StandsAlone { .. }
            | AnswerProblem::OtherNotChosen { .. }
            | AnswerProblem::TooLong { .. }
            | AnswerProblem::SeveralMatch { .. }
            | AnswerProblem::NothingMatches { .. }
            | AnswerProblem::File(_)
            | AnswerProblem::TooManyFiles { .. } => None,
        }
    }
}

impl Explain for Refused {
    fn code(&self) -> &'static str {
        self.problem.code()
    }

    fn field(&self) -> Option<String> {
        Some(self.question.to_string())
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        self.problem.arguments()
    }
}

impl Explain for AnswerProblem {
    fn code(&self) -> &'static str {
        match self {
            AnswerProblem::Required { .. } => "answer-required",
            AnswerProblem::NotANumber { .. } => "answer-not-a-number",
            AnswerProblem::NotWhole { .. } => "answer-not-whole",
            AnswerProblem::NumberTooLarge { .. } => "answer-number-too-large",
            AnswerProblem::NotADate { .. } => "answer-not-a-date",
            AnswerProblem::NotATime { .. } => "answer-not-a-time",
            AnswerProblem::NotAPoint { .. } => "answer-not-a-point",
            AnswerProblem::NotAnEmail { .. } => "answer-not-an-email",
            AnswerProblem::NotATelephone { .. } => "answer-not-a-telephone",
            AnswerProblem::OutOfBounds { least: Some(_), most: Some(_) } => "answer-not-between",
            AnswerProblem::OutOfBounds { least: Some(_), most: None } => "answer-below",
            AnswerProblem::OutOfBounds { least: None, .. } => "answer-above",
            AnswerProblem::OffStep { .. } => "answer-off-step",
            AnswerProblem::TooFew { .. } => "answer-too-few",
            AnswerProblem::TooMany { .. } => "answer-too-many",
            AnswerProblem::NotAPlace { .. } => "answer-not-a-place",
            AnswerProblem::RankedTwice { .. } => "answer-ranked-twice",
            AnswerProblem::RankedPartly { .. } => "answer-ranked-partly",
            AnswerProblem::UnknownOption { .. } => "answer-unknown-option",
            AnswerProblem::OneOnly => "answer-one-only",
            AnswerProblem::StandsAlone { .. } => "answer-stands-alone",
            AnswerProblem::OtherNotChosen { .. } => "answer-other-not-chosen",
            AnswerProblem::TooLong { .. } => "answer-too-long",
            AnswerProblem::File(FileProblem { why, .. }) => match why {
                WhyNot::Kind => "answer-file-kind",
                WhyNot::NotAPicture => "answer-file-not-a-picture",
                WhyNot::TooLarge => "answer-file-too-large",
                WhyNot::TooManyPoints => "answer-file-too-many-points",
                WhyNot::Empty => "answer-file-empty",
                WhyNot::Unreadable => "answer-file-unreadable",
                WhyNot::NoRoom => "answer-file-no-room",
                WhyNot::Gone => "answer-file-gone",
                WhyNot::TooMany => "answer-too-many-files",
            },
            AnswerProblem::SeveralMatch { .. } => "answer-several-match",
            AnswerProblem::NothingMatches { .. } => "answer-nothing-matches",
            AnswerProblem::TooManyFiles { .. } => "answer-too-many-files",
            AnswerProblem::Constraint { .. } => "answer-constraint",
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            AnswerProblem::Required { .. } | AnswerProblem::Constraint { .. } | AnswerProblem::OneOnly => Vec::new(),
            AnswerProblem::NotANumber { given }
            | AnswerProblem::NotWhole { given }
            | AnswerProblem::NotADate { given }
            | AnswerProblem::NotATime { given }
            | AnswerProblem::NotAPoint { given }
            | AnswerProblem::NotAnEmail { given }
            | AnswerProblem::NotATelephone { given }
            | AnswerProblem::NotAPlace { given }
            | AnswerProblem::UnknownOption { given }
            | AnswerProblem::NothingMatches { given }
            | AnswerProblem::OtherNotChosen { given } => vec![("given", given.clone().into())],
            AnswerProblem::NumberTooLarge { limit } => vec![("limit", (*limit).into())],
            AnswerProblem::StandsAlone { option } => vec![
                ("option", option.bulgarian.clone().into()),
                ("optionEnglish", option.say(base::Language::English).to_owned().into()),
            ],
            AnswerProblem::OutOfBounds { least, most } => {
                let least = least.map(|least| ("least", Argument::Decimal(least)));
                least.into_iter().chain(most.map(|most| ("most", Argument::Decimal(most)))).collect()
            }
            AnswerProblem::OffStep { step, from } => {
                vec![("step", Argument::Decimal(*step)), ("from", Argument::Decimal(*from))]
            }
            AnswerProblem::TooFew { least } => vec![("least", i64::from(*least).into())],
            AnswerProblem::TooMany { most } => vec![("most", i64::from(*most).into())],
            AnswerProblem::RankedTwice { place } => vec![("place", i64::from(*place).into())],
            AnswerProblem::RankedPartly { ranked, of } => vec![("ranked", (*ranked).into()), ("of", (*of).into())],
            AnswerProblem::File(FileProblem { name, .. }) => vec![
                ("name", name.clone().into()),
                ("most", (FileShape::LARGEST / 1_000_000).into()),
                ("mostOfPicture", (FileShape::LARGEST_PICTURE / 1_000_000).into()),
            ],
            AnswerProblem::SeveralMatch { given, matches } => {
                vec![("given", given.clone().into()), ("n", matches.len().into())]
            }
            AnswerProblem::TooManyFiles { most } => vec![("most", i64::from(*most).into())],
            AnswerProblem::TooLong { is, max } => vec![("is", (*is).into()), ("max", (*max).into())],
        }
    }
}
