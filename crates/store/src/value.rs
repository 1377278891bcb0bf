//! What goes into a statement and what comes out of a row, the same for both engines.
//!
//! Ids and digests travel as bytes (sixteen instead of twenty-six letters, and ordered byte by byte on both engines,
//! whatever collation a PostgreSQL was created with), days as ISO text, moments as integer microseconds.

use crate::{CodeState, LetterState, SheetState, StoreFault};
use base::{
    AudienceId, BatchId, Digest, FileDigest, Key, Language, LanguageTag, LetterId, Moment, PartyId, PasskeyId,
    PersonId, PersonalCodeId, PrintingId, ProjectId, PublicationId, QuestionnaireDraftId, QuestionnaireId, ReportId,
    ResponseKey, Role, SessionId, StudyId, TenantId, Text,
};
use jiff::civil::Date;
use outreach::{PublicationKind, Slug};
use survey::{Admission, CollectionClass, Mode, ResultsPolicy};

#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Null,
    Integer(i64),
    Real(f64),
    Text(String),
    Bytes(Vec<u8>),
}

/// One row of a result; its cells are taken in the order of the `select` list.
#[derive(Debug)]
pub struct Row {
    cells: std::vec::IntoIter<Value>,
}

impl Row {
    pub(crate) fn new(cells: Vec<Value>) -> Row {
        Row { cells: cells.into_iter() }
    }

    /// The next cell.
    ///
    /// # Errors
    /// [`StoreFault::Unreadable`] when there is none, or when it is not what it should be.
    pub fn take<T: Cell>(&mut self) -> Result<T, StoreFault> {
        let value = self.cells.next().ok_or(StoreFault::Unreadable("a missing column"))?;
        T::from_value(value).ok_or(StoreFault::Unreadable(std::any::type_name::<T>()))
    }

    /// The next two cells: one text in two languages.
    ///
    /// # Errors
    /// As for [`Row::take`].
    pub fn text(&mut self) -> Result<Text, StoreFault> {
        Ok(Text::both(self.take::<String>()?, self.take()?))
    }

    /// The cells not taken yet.
    pub fn rest(self) -> Vec<Value> {
        self.cells.collect()
    }
}

/// What can be read from one cell.
pub trait Cell: Sized {
    fn from_value(value: Value) -> Option<Self>;
}

impl Cell for i64 {
    fn from_value(value: Value) -> Option<i64> {
        if let Value::Integer(number) = value { Some(number) } else { None }
    }
}

impl Cell for f64 {
    fn from_value(value: Value) -> Option<f64> {
        if let Value::Real(number) = value { Some(number) } else { None }
    }
}

impl Cell for String {
    fn from_value(value: Value) -> Option<String> {
        if let Value::Text(text) = value { Some(text) } else { None }
    }
}

impl Cell for Vec<u8> {
    fn from_value(value: Value) -> Option<Vec<u8>> {
        if let Value::Bytes(bytes) = value { Some(bytes) } else { None }
    }
}

impl<T: Cell> Cell for Option<T> {
    fn from_value(value: Value) -> Option<Option<T>> {
        if value == Value::Null { Some(None) } else { T::from_value(value).map(Some) }
    }
}

impl Cell for bool {
    fn from_value(value: Value) -> Option<bool> {
        i64::from_value(value).map(|number| number != 0)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Value {
        Value::Integer(number)
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Value {
        Value::Integer(i64::from(truth))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text)
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Value {
        Value::Text(text.clone())
    }
}

impl From<Vec<u8>> for Value {
    fn from(bytes: Vec<u8>) -> Value {
        Value::Bytes(bytes)
    }
}

impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Value {
        Value::Bytes(bytes.to_vec())
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Value {
        value.map_or(Value::Null, Into::into)
    }
}

impl From<Moment> for Value {
    fn from(moment: Moment) -> Value {
        Value::Integer(moment.0)
    }
}

impl Cell for Moment {
    fn from_value(value: Value) -> Option<Moment> {
        i64::from_value(value).map(Moment)
    }
}

impl From<Date> for Value {
    fn from(date: Date) -> Value {
        Value::Text(date.to_string())
    }
}

impl Cell for Date {
    fn from_value(value: Value) -> Option<Date> {
        String::from_value(value)?.parse().ok()
    }
}

impl From<LanguageTag> for Value {
    fn from(language: LanguageTag) -> Value {
        Value::Text(language.to_string())
    }
}

impl Cell for LanguageTag {
    fn from_value(value: Value) -> Option<LanguageTag> {
        String::from_value(value)?.parse().ok()
    }
}

impl From<Language> for Value {
    fn from(language: Language) -> Value {
        Value::Text(language.tag().to_owned())
    }
}

impl Cell for Language {
    fn from_value(value: Value) -> Option<Language> {
        String::from_value(value)?.parse().ok()
    }
}

macro_rules! codes {
    ($($kind:ident),*) => {$(
        impl From<$kind> for Value {
            fn from(kind: $kind) -> Value {
                Value::Text(kind.code().to_owned())
            }
        }

        impl Cell for $kind {
            fn from_value(value: Value) -> Option<$kind> {
                $kind::from_code(&String::from_value(value)?)
            }
        }
    )*};
}

codes!(Admission, CodeState, CollectionClass, LetterState, Mode, PublicationKind, ResultsPolicy, Role, SheetState);

impl From<&Slug> for Value {
    fn from(slug: &Slug) -> Value {
        Value::Text(slug.as_str().to_owned())
    }
}

impl Cell for Slug {
    fn from_value(value: Value) -> Option<Slug> {
        Slug::parse(&String::from_value(value)?).ok()
    }
}

macro_rules! digests {
    ($($digest:ident),*) => {$(
        impl From<$digest> for Value {
            fn from(digest: $digest) -> Value {
                Value::Bytes(digest.0.to_vec())
            }
        }

        impl Cell for $digest {
            fn from_value(value: Value) -> Option<$digest> {
                Vec::from_value(value)?.try_into().ok().map($digest)
            }
        }
    )*};
}

digests!(Digest, FileDigest);

impl From<Key> for Value {
    fn from(key: Key) -> Value {
        Value::Bytes(key.0.to_vec())
    }
}

impl Cell for Key {
    fn from_value(value: Value) -> Option<Key> {
        Vec::from_value(value)?.try_into().ok().map(Key)
    }
}

macro_rules! whole_numbers {
    ($($number:ty),*) => {$(
        impl From<$number> for Value {
            fn from(number: $number) -> Value {
                Value::Integer(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }

        impl Cell for $number {
            fn from_value(value: Value) -> Option<$number> {
                <$number>::try_from(i64::from_value(value)?).ok()
            }
        }
    )*};
}

whole_numbers!(u16, u32, u64, usize);

macro_rules! ids {
    ($($id:ident),*) => {$(
        impl From<$id> for Value {
            fn from(id: $id) -> Value {
                id.0.into()
            }
        }

        impl Cell for $id {
            fn from_value(value: Value) -> Option<$id> {
                Key::from_value(value).map($id)
            }
        }
    )*};
}

ids!(
    AudienceId,
    BatchId,
    LetterId,
    PartyId,
    PasskeyId,
    PersonId,
    PersonalCodeId,
    PrintingId,
    ProjectId,
    PublicationId,
    QuestionnaireDraftId,
    ReportId,
    QuestionnaireId,
    ResponseKey,
    SessionId,
    StudyId,
    TenantId
);

/// The values of a statement, in the order of `$1`, `$2` …
macro_rules! values {
    ($($value:expr),* $(,)?) => {
        [$($crate::Value::from($value)),*]
    };
}

pub(crate) use values;
