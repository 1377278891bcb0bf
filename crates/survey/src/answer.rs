use crate::{AttachedFile, OptionCode, QuestionCode};
use jiff::civil::{Date, Time};
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    Text(String),
    Integer(i64),
    /// Always finite.
    Decimal(f64),
    Date(Date),
    Time(Time),
    /// The chosen option and the words typed beside „друго“.
    One(OptionCode, Option<String>),
    /// The chosen options in the order of the scale, at least one, each once.
    Many(Vec<OptionCode>, Option<String>),
    /// All options, the best first.
    Ranking(Vec<OptionCode>),
    /// The box was ticked.
    Agreed,
    Point(Point),
    /// At least one; in the order in which they were attached.
    Files(Vec<AttachedFile>),
}

/// A place on the map, no finer than about a hundred metres: who answers is not to be found by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point {
    /// Thousandths of a degree, north positive.
    pub latitude: i32,
    /// Thousandths of a degree, east positive.
    pub longitude: i32,
}

impl Point {
    /// `None` beyond the poles and the date line.
    pub fn new(latitude: i32, longitude: i32) -> Option<Point> {
        let is_there = latitude.abs() <= 90_000 && longitude.abs() <= 180_000;
        is_there.then_some(Point { latitude, longitude })
    }

    /// Degrees, latitude first.
    pub fn degrees(self) -> (f64, f64) {
        (f64::from(self.latitude) / 1000.0, f64::from(self.longitude) / 1000.0)
    }
}

/// `42.054, 24.543`
impl std::fmt::Display for Point {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (latitude, longitude) = self.degrees();
        write!(f, "{latitude}, {longitude}")
    }
}

impl Answer {
    /// The chosen or ranked options; none for an answer that is neither.
    pub fn options(&self) -> &[OptionCode] {
        match self {
            Answer::One(option, _) => std::slice::from_ref(option),
            Answer::Many(options, _) | Answer::Ranking(options) => options,
            Answer::Text(_)
            | Answer::Integer(_)
            | Answer::Decimal(_)
            | Answer::Date(_)
            | Answer::Time(_)
            | Answer::Agreed
            | Answer::Point(_)
            | Answer::Files(_) => &[],
        }
    }

    /// The words that a person typed: open text or „друго“. They need redaction before anybody else reads them.
    pub fn words(&self) -> Option<&str> {
        match self {
            Answer::Text(words) => Some(words),
            Answer::One(_, other) | Answer::Many(_, other) => other.as_deref(),
            Answer::Integer(_)
            | Answer::Decimal(_)
            | Answer::Date(_)
            | Answer::Time(_)
            | Answer::Ranking(_)
            | Answer::Agreed
            | Answer::Point(_)
            | Answer::Files(_) => None,
        }
    }

    /// The files on the answer; none for an answer of another kind.
    pub fn files(&self) -> &[AttachedFile] {
        if let Answer::Files(files) = self { files } else { &[] }
    }

    pub fn number(&self) -> Option<f64> {
        match self {
            Answer::Integer(number) => Some(to_float(*number)),
            Answer::Decimal(number) => Some(*number),
            Answer::Text(_)
            | Answer::Date(_)
            | Answer::Time(_)
            | Answer::One(..)
            | Answer::Many(..)
            | Answer::Ranking(_)
            | Answer::Agreed
            | Answer::Point(_)
            | Answer::Files(_) => None,
        }
    }
}

#[expect(
    clippy::as_conversions,
    reason = "the standard library has no other way; exact below 2⁵³, which typed numbers never reach"
)]
pub(crate) fn to_float(number: i64) -> f64 {
    number as f64
}

/// The answers of one person, by question. A question that was not answered is absent.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answers(pub BTreeMap<QuestionCode, Answer>);

impl Answers {
    pub fn get(&self, code: &str) -> Option<&Answer> {
        self.0.get(code)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Every file on any of the answers, with its question.
    pub fn files(&self) -> impl Iterator<Item = (&QuestionCode, &AttachedFile)> {
        self.iter().flat_map(|(code, answer)| answer.files().iter().map(move |file| (code, file)))
    }

    /// The same answers with the names of files gone: as they are kept for good.
    pub fn without_file_names(mut self) -> Answers {
        for answer in self.0.values_mut() {
            if let Answer::Files(files) = answer {
                *files = std::mem::take(files).into_iter().map(AttachedFile::nameless).collect();
            }
        }
        self
    }

    pub fn iter(&self) -> impl Iterator<Item = (&QuestionCode, &Answer)> {
        self.0.iter()
    }
}

impl FromIterator<(QuestionCode, Answer)> for Answers {
    fn from_iter<I: IntoIterator<Item = (QuestionCode, Answer)>>(answers: I) -> Answers {
        Answers(answers.into_iter().collect())
    }
}
