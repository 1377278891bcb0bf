use base::{Argument, Explain, Language, Text};

/// Why a data set is not made or not made public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// More than a workbook can hold.
    TooLargeForWorkbook { rows: u64, columns: usize },
    /// Single answers of so few people are nobody's to give away.
    FewAnswers { audience: Text, people: u64, fewest: u64 },
    /// So many of a population answered that a neighbour can be sure that somebody did.
    LargePartAnswered { audience: Text },
    /// Who gave this answer about themselves is one of few.
    RareAnswer { name: Text, answer: Text, people: u64, fewest: u64 },
    /// More people have a combination of traits of their own than may be told without them.
    RareCombinations { people: u64, most: u64, name: Text },
    /// Between an earlier version and this one there are so few people that the difference would tell about them.
    TooNearToEarlier { audience: Text, persons: u64 },
    /// An earlier version told a trait otherwise; rows of the two could be held against each other.
    ToldOtherwiseBefore { name: Text },
    /// Answers still come in, or the results are not public yet.
    ResultsNotPublic,
    /// No audience may be told.
    NothingToPublish,
    /// Nothing is chosen, or something that there is not.
    LicenceUnknown,
    /// Nobody has said that they looked at what goes out.
    NotConfirmed,
    /// Somebody else has published meanwhile.
    PublishedMeanwhile,
}

impl Explain for Trouble {
    fn code(&self) -> &'static str {
        match self {
            Trouble::TooLargeForWorkbook { .. } => "dataset-too-large-for-workbook",
            Trouble::FewAnswers { .. } => "open-data-few-answers",
            Trouble::LargePartAnswered { .. } => "open-data-large-part-answered",
            Trouble::RareAnswer { .. } => "open-data-rare-answer",
            Trouble::RareCombinations { .. } => "open-data-rare-combinations",
            Trouble::TooNearToEarlier { .. } => "open-data-too-near-to-earlier",
            Trouble::ToldOtherwiseBefore { .. } => "open-data-told-otherwise-before",
            Trouble::ResultsNotPublic => "open-data-results-not-public",
            Trouble::NothingToPublish => "open-data-nothing-to-publish",
            Trouble::LicenceUnknown => "open-data-licence-unknown",
            Trouble::NotConfirmed => "open-data-not-confirmed",
            Trouble::PublishedMeanwhile => "open-data-published-meanwhile",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Trouble::LicenceUnknown => Some("licence".to_owned()),
            Trouble::NotConfirmed => Some("confirmed".to_owned()),
            Trouble::TooLargeForWorkbook { .. }
            | Trouble::FewAnswers { .. }
            | Trouble::LargePartAnswered { .. }
            | Trouble::RareAnswer { .. }
            | Trouble::RareCombinations { .. }
            | Trouble::TooNearToEarlier { .. }
            | Trouble::ToldOtherwiseBefore { .. }
            | Trouble::ResultsNotPublic
            | Trouble::NothingToPublish
            | Trouble::PublishedMeanwhile => None,
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        let number = |number: &u64| Argument::Number(i64::try_from(*number).unwrap_or(i64::MAX));
        // Words of a questionnaire stand in a sentence as their authors wrote them first.
        let said = |words: &Text| Argument::from(words.say(Language::Bulgarian));
        match self {
            Trouble::TooLargeForWorkbook { rows, columns } => {
                vec![("rows", number(rows)), ("columns", (*columns).into())]
            }
            Trouble::FewAnswers { audience, people, fewest } => {
                vec![("name", said(audience)), ("n", number(people)), ("fewest", number(fewest))]
            }
            Trouble::LargePartAnswered { audience } => vec![("name", said(audience))],
            Trouble::RareAnswer { name, answer, people, fewest } => {
                let (name, answer) = (said(name), said(answer));
                vec![("name", name), ("answer", answer), ("n", number(people)), ("fewest", number(fewest))]
            }
            Trouble::RareCombinations { people, most, name } => {
                vec![("n", number(people)), ("most", number(most)), ("name", said(name))]
            }
            Trouble::TooNearToEarlier { audience, persons } => vec![("name", said(audience)), ("n", number(persons))],
            Trouble::ToldOtherwiseBefore { name } => vec![("name", said(name))],
            Trouble::ResultsNotPublic
            | Trouble::NothingToPublish
            | Trouble::LicenceUnknown
            | Trouble::NotConfirmed
            | Trouble::PublishedMeanwhile => Vec::new(),
        }
    }
}
