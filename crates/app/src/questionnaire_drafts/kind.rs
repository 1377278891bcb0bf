use survey::{Bounds, Expression, FileShape, Look, QuestionKind, ScaleCode, TextForm, TextShape, Ticks};

/// What a question asks for, as a person chooses it from one list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KindCode {
    One,
    Many,
    Text,
    LongText,
    Integer,
    Decimal,
    Rating,
    Ranking,
    Date,
    Time,
    Email,
    Telephone,
    Point,
    Photo,
    File,
    Consent,
    Note,
    Calculated,
    Given,
}

impl KindCode {
    pub const ALL: [KindCode; 19] = [
        KindCode::One,
        KindCode::Many,
        KindCode::Text,
        KindCode::LongText,
        KindCode::Integer,
        KindCode::Decimal,
        KindCode::Rating,
        KindCode::Ranking,
        KindCode::Date,
        KindCode::Time,
        KindCode::Email,
        KindCode::Telephone,
        KindCode::Point,
        KindCode::Photo,
        KindCode::File,
        KindCode::Consent,
        KindCode::Note,
        KindCode::Calculated,
        KindCode::Given,
    ];

    pub fn code(self) -> &'static str {
        match self {
            KindCode::One => "one",
            KindCode::Many => "many",
            KindCode::Text => "text",
            KindCode::LongText => "long-text",
            KindCode::Integer => "integer",
            KindCode::Decimal => "decimal",
            KindCode::Rating => "rating",
            KindCode::Ranking => "ranking",
            KindCode::Date => "date",
            KindCode::Time => "time",
            KindCode::Email => "email",
            KindCode::Telephone => "telephone",
            KindCode::Point => "point",
            KindCode::Photo => "photo",
            KindCode::File => "file",
            KindCode::Consent => "consent",
            KindCode::Note => "note",
            KindCode::Calculated => "calculated",
            KindCode::Given => "given",
        }
    }

    pub fn from_code(code: &str) -> Option<KindCode> {
        KindCode::ALL.into_iter().find(|kind| kind.code() == code)
    }

    pub fn of(kind: &QuestionKind) -> KindCode {
        match kind {
            QuestionKind::Text(TextShape { form: TextForm::Email, .. }) => KindCode::Email,
            QuestionKind::Text(TextShape { form: TextForm::Telephone, .. }) => KindCode::Telephone,
            QuestionKind::Text(TextShape { long: true, .. }) => KindCode::LongText,
            QuestionKind::Text(_) => KindCode::Text,
            QuestionKind::Integer(Bounds { offered: true, .. }) => KindCode::Rating,
            QuestionKind::Integer(_) => KindCode::Integer,
            QuestionKind::Decimal(_) => KindCode::Decimal,
            QuestionKind::Date => KindCode::Date,
            QuestionKind::Time => KindCode::Time,
            QuestionKind::Note => KindCode::Note,
            QuestionKind::One { .. } => KindCode::One,
            QuestionKind::Many { .. } => KindCode::Many,
            QuestionKind::Ranking { .. } => KindCode::Ranking,
            QuestionKind::Consent => KindCode::Consent,
            QuestionKind::Point => KindCode::Point,
            QuestionKind::File(FileShape { pictures: true, .. }) => KindCode::Photo,
            QuestionKind::File(FileShape { pictures: false, .. }) => KindCode::File,
            QuestionKind::Given => KindCode::Given,
            QuestionKind::Calculated(_) => KindCode::Calculated,
        }
    }

    pub fn has_options(self) -> bool {
        matches!(self, KindCode::One | KindCode::Many | KindCode::Ranking)
    }

    pub fn is_number(self) -> bool {
        matches!(self, KindCode::Integer | KindCode::Decimal | KindCode::Rating)
    }

    pub fn is_text(self) -> bool {
        matches!(self, KindCode::Text | KindCode::LongText)
    }

    /// Whether somebody answers it, so that it may be required.
    pub fn is_asked(self) -> bool {
        !matches!(self, KindCode::Note | KindCode::Calculated | KindCode::Given)
    }

    /// The kind as it is where nothing more is said; a choice answers on `scale`.
    pub fn plain(self, scale: Option<ScaleCode>) -> Option<QuestionKind> {
        let text = |long, form| QuestionKind::Text(TextShape { long, form, longest: None });
        Some(match self {
            KindCode::One => QuestionKind::One { scale: scale?, other: false, look: Look::List },
            KindCode::Many => QuestionKind::Many { scale: scale?, other: false, ticks: Ticks::default() },
            KindCode::Ranking => QuestionKind::Ranking { scale: scale? },
            KindCode::Text => text(false, TextForm::Any),
            KindCode::LongText => text(true, TextForm::Any),
            KindCode::Email => text(false, TextForm::Email),
            KindCode::Telephone => text(false, TextForm::Telephone),
            KindCode::Integer => QuestionKind::integer(),
            KindCode::Decimal => QuestionKind::decimal(),
            KindCode::Rating => {
                QuestionKind::Integer(Bounds { least: Some(0.0), most: Some(10.0), step: Some(1.0), offered: true })
            }
            KindCode::Date => QuestionKind::Date,
            KindCode::Time => QuestionKind::Time,
            KindCode::Note => QuestionKind::Note,
            KindCode::Consent => QuestionKind::Consent,
            KindCode::Point => QuestionKind::Point,
            KindCode::Photo => QuestionKind::File(FileShape::photo()),
            KindCode::File => QuestionKind::File(FileShape::file()),
            KindCode::Given => QuestionKind::Given,
            KindCode::Calculated => QuestionKind::Calculated(Expression::parse("0").ok()?),
        })
    }
}
