use crate::ExpressionProblem;
use base::{Argument, Explain, LanguageTag};

/// What is wrong with a workbook, or was left out of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Problem {
    // The file.
    Empty,
    TooLarge {
        is: usize,
        max: usize,
    },
    NotAWorkbook,
    OldWorkbook,
    Encrypted,
    Damaged,
    /// Grows beyond all measure when unpacked.
    Bomb {
        max: usize,
    },
    TooManyParts {
        max: usize,
    },
    /// Declares entities of its own, which no honest workbook does.
    Entities,

    // Sheets and columns.
    NoSheet {
        name: &'static str,
        similar: Option<String>,
    },
    EmptySheet,
    TooManyRows {
        max: u32,
    },
    TooManyColumns {
        max: u32,
    },
    MissingColumn {
        name: &'static str,
        similar: Option<String>,
    },
    RepeatedColumn {
        name: String,
    },
    UnknownLanguage {
        given: String,
    },
    UnknownDefaultLanguage {
        given: String,
    },
    /// Both `label` and `label::Български (bg)`: the column without a language is left out.
    TwoDefaults {
        name: String,
    },
    /// No column has the words, in any language.
    NoBulgarian {
        name: &'static str,
    },
    /// The words stand in other languages only: somebody must translate them before anybody is asked.
    NotBulgarian {
        languages: Vec<LanguageTag>,
    },

    // Cells.
    TooLong {
        is: usize,
        max: usize,
    },
    /// A formula that came to an error.
    FormulaError {
        value: String,
    },

    // Rows of `survey`.
    MissingType,
    UnknownType {
        given: String,
        similar: Option<String>,
    },
    Unsupported {
        given: String,
        feature: Feature,
    },
    /// A question that is asked in another way than its author meant.
    Instead {
        given: String,
        substitute: Substitute,
    },
    /// A question that nobody is asked, as we cannot ask it.
    NotAsked {
        given: String,
        feature: Feature,
    },
    /// A row or a column that changes nothing for us and was left out.
    LeftOut {
        given: String,
    },
    MissingName,
    BadName {
        given: String,
    },
    RepeatedName {
        name: String,
        first_row: u32,
    },
    MissingLabel {
        language: LanguageTag,
    },
    /// The words stand in another language, and not in this one: nobody would be asked in a mixture.
    MissingTranslation {
        language: LanguageTag,
    },
    /// `${…}` inside a label.
    NameInLabel {
        name: String,
    },
    /// `${…}` inside the author's words for a refusal; ours are said instead.
    NameInMessage {
        name: String,
    },
    /// A picture or a sound in the place of words: the name stands for it.
    PictureOnly {
        name: String,
    },
    MissingCalculation,
    MissingList,
    UnknownList {
        list: String,
        similar: Option<String>,
    },
    /// A filter asks for a column that the sheet `choices` does not have.
    UnknownProperty {
        name: String,
        similar: Option<String>,
    },
    /// A number of `parameters` is none, or the least is above the most.
    BadParameter {
        given: String,
    },
    NoQuestions,
    Unclosed {
        name: String,
    },
    NothingToClose {
        given: String,
    },
    TooDeep {
        max: usize,
    },
    /// The rows of a table do not share one list.
    MixedTable,
    UnreadableYesNo {
        given: String,
    },

    // Expressions.
    Expression(ExpressionProblem),
    UnknownName {
        name: String,
        similar: Option<String>,
    },
    LaterName {
        name: String,
        row: u32,
    },
    OwnName {
        name: String,
    },
    /// A repeat with too many rounds, with none, or with too many questions in all.
    BadRounds {
        max: u32,
    },
    /// A question that is asked several times, named from outside.
    WithinRepeat {
        name: String,
    },
    /// `.` outside a constraint.
    Itself,

    // Rows of `choices`.
    MissingListName,
    BadOption {
        given: String,
    },
    RepeatedOption {
        list: String,
        name: String,
        first_row: u32,
    },
    UnreadableScore {
        given: String,
    },
    UnknownStanding {
        given: String,
        similar: Option<String>,
    },
    /// The label sounds like „не мога да преценя“, yet the option has no standing.
    SoundsLikeMissing {
        label: String,
    },
}

/// What we do not take over yet, by kind, so that the sentence can say what to do instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feature {
    Repeat,
    Place,
    Media,
    OtherFile,
    Other,
}

/// How a question is asked where it cannot be asked as its author meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Substitute {
    /// The moment as a day, and the hour in a question after it.
    DayAndTime,
    /// One place on the map for a line or an area.
    OnePoint,
    /// A code that would be scanned is typed.
    TypedCode,
    /// Words for a choice from a list that is in another file.
    TypedChoice,
    /// A ranking without the option that everybody adds.
    WithoutOther,
}

impl Substitute {
    fn code(self) -> &'static str {
        match self {
            Substitute::DayAndTime => "day-and-time",
            Substitute::OnePoint => "one-point",
            Substitute::TypedCode => "typed-code",
            Substitute::TypedChoice => "typed-choice",
            Substitute::WithoutOther => "without-other",
        }
    }
}

impl Problem {
    /// Words that one of the languages lacks: such a version is not adopted.
    pub fn is_untranslated(&self) -> bool {
        matches!(self, Problem::MissingTranslation { .. } | Problem::NotBulgarian { .. })
    }
}

impl Feature {
    fn code(self) -> &'static str {
        match self {
            Feature::Repeat => "repeat",
            Feature::Place => "place",
            Feature::Media => "media",
            Feature::OtherFile => "file",
            Feature::Other => "other",
        }
    }
}

impl Explain for Problem {
    fn code(&self) -> &'static str {
        match self {
            Problem::Empty => "xlsform-empty",
            Problem::TooLarge { .. } => "xlsform-too-large",
            Problem::NotAWorkbook => "xlsform-not-a-workbook",
            Problem::OldWorkbook => "xlsform-old-workbook",
            Problem::Encrypted => "xlsform-encrypted",
            Problem::Damaged => "xlsform-damaged",
            Problem::Bomb { .. } => "xlsform-bomb",
            Problem::TooManyParts { .. } => "xlsform-too-many-parts",
            Problem::Entities => "xlsform-entities",
            Problem::NoSheet { .. } => "xlsform-no-sheet",
            Problem::EmptySheet => "xlsform-empty-sheet",
            Problem::TooManyRows { .. } => "xlsform-too-many-rows",
            Problem::TooManyColumns { .. } => "xlsform-too-many-columns",
            Problem::MissingColumn { .. } => "xlsform-missing-column",
            Problem::RepeatedColumn { .. } => "xlsform-repeated-column",
            Problem::UnknownLanguage { .. } => "xlsform-unknown-language",
            Problem::UnknownDefaultLanguage { .. } => "xlsform-unknown-default-language",
            Problem::TwoDefaults { .. } => "xlsform-two-defaults",
            Problem::NoBulgarian { .. } => "xlsform-no-bulgarian",
            Problem::NotBulgarian { .. } => "xlsform-not-bulgarian",
            Problem::TooLong { .. } => "xlsform-too-long",
            Problem::FormulaError { .. } => "xlsform-formula-error",
            Problem::MissingType => "xlsform-missing-type",
            Problem::UnknownType { .. } => "xlsform-unknown-type",
            Problem::Unsupported { .. } => "xlsform-unsupported",
            Problem::Instead { .. } => "xlsform-instead",
            Problem::NotAsked { .. } => "xlsform-not-asked",
            Problem::LeftOut { .. } => "xlsform-left-out",
            Problem::MissingName => "xlsform-missing-name",
            Problem::BadName { .. } => "xlsform-bad-name",
            Problem::RepeatedName { .. } => "xlsform-repeated-name",
            Problem::MissingLabel { .. } => "xlsform-missing-label",
            Problem::MissingTranslation { .. } => "xlsform-missing-translation",
            Problem::NameInLabel { .. } => "xlsform-name-in-label",
            Problem::NameInMessage { .. } => "xlsform-name-in-message",
            Problem::PictureOnly { .. } => "xlsform-picture-only",
            Problem::MissingCalculation => "xlsform-missing-calculation",
            Problem::MissingList => "xlsform-missing-list",
            Problem::UnknownList { .. } => "xlsform-unknown-list",
            Problem::UnknownProperty { .. } => "xlsform-unknown-property",
            Problem::BadParameter { .. } => "xlsform-bad-parameter",
            Problem::NoQuestions => "xlsform-no-questions",
            Problem::Unclosed { .. } => "xlsform-unclosed",
            Problem::NothingToClose { .. } => "xlsform-nothing-to-close",
            Problem::TooDeep { .. } => "xlsform-too-deep",
            Problem::MixedTable => "xlsform-mixed-table",
            Problem::UnreadableYesNo { .. } => "xlsform-unreadable-yes-no",
            Problem::Expression(problem) => problem.code(),
            Problem::UnknownName { .. } => "xlsform-unknown-name",
            Problem::LaterName { .. } => "xlsform-later-name",
            Problem::OwnName { .. } => "xlsform-own-name",
            Problem::BadRounds { .. } => "xlsform-bad-rounds",
            Problem::WithinRepeat { .. } => "xlsform-within-repeat",
            Problem::Itself => "xlsform-itself",
            Problem::MissingListName => "xlsform-missing-list-name",
            Problem::BadOption { .. } => "xlsform-bad-option",
            Problem::RepeatedOption { .. } => "xlsform-repeated-option",
            Problem::UnreadableScore { .. } => "xlsform-unreadable-score",
            Problem::UnknownStanding { .. } => "xlsform-unknown-standing",
            Problem::SoundsLikeMissing { .. } => "xlsform-sounds-like-missing",
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            Problem::Empty
            | Problem::NotAWorkbook
            | Problem::OldWorkbook
            | Problem::Encrypted
            | Problem::Damaged
            | Problem::Entities
            | Problem::EmptySheet
            | Problem::MissingType
            | Problem::MissingName
            | Problem::MissingCalculation
            | Problem::MissingList
            | Problem::NoQuestions
            | Problem::MixedTable
            | Problem::Itself
            | Problem::MissingListName => Vec::new(),
            Problem::TooLarge { is, max } => vec![("is", megabytes(*is).into()), ("max", megabytes(*max).into())],
            Problem::Bomb { max } => vec![("max", megabytes(*max).into())],
            Problem::TooLong { is, max } => vec![("is", (*is).into()), ("max", (*max).into())],
            Problem::TooManyParts { max } | Problem::TooDeep { max } => {
                vec![("max", (*max).into())]
            }
            Problem::TooManyRows { max } | Problem::TooManyColumns { max } | Problem::BadRounds { max } => {
                vec![("max", i64::from(*max).into())]
            }
            Problem::NoSheet { name, similar } | Problem::MissingColumn { name, similar } => {
                vec![("name", (*name).into()), suggestion(similar)]
            }
            Problem::NoBulgarian { name } => vec![("name", (*name).into())],
            Problem::RepeatedColumn { name }
            | Problem::TwoDefaults { name }
            | Problem::NameInLabel { name }
            | Problem::NameInMessage { name }
            | Problem::PictureOnly { name }
            | Problem::Unclosed { name }
            | Problem::WithinRepeat { name }
            | Problem::OwnName { name } => vec![("name", name.clone().into())],
            Problem::UnknownLanguage { given }
            | Problem::UnknownDefaultLanguage { given }
            | Problem::LeftOut { given }
            | Problem::BadName { given }
            | Problem::BadParameter { given }
            | Problem::NothingToClose { given }
            | Problem::UnreadableYesNo { given }
            | Problem::BadOption { given }
            | Problem::UnreadableScore { given } => vec![("given", given.clone().into())],
            Problem::FormulaError { value } => vec![("given", value.clone().into())],
            Problem::UnknownType { given, similar } | Problem::UnknownStanding { given, similar } => {
                vec![("given", given.clone().into()), suggestion(similar)]
            }
            Problem::Instead { given, substitute } => {
                vec![("given", given.clone().into()), ("substitute", substitute.code().into())]
            }
            Problem::Unsupported { given, feature } | Problem::NotAsked { given, feature } => {
                vec![("given", given.clone().into()), ("feature", feature.code().into())]
            }
            Problem::RepeatedName { name, first_row } => {
                vec![("name", name.clone().into()), ("firstRow", i64::from(*first_row).into())]
            }
            Problem::MissingLabel { language } | Problem::MissingTranslation { language } => {
                vec![("language", language.to_string().into())]
            }
            Problem::NotBulgarian { languages } => {
                let tags: Vec<&str> = languages.iter().map(LanguageTag::as_str).collect();
                vec![("languages", tags.join(", ").into())]
            }
            Problem::UnknownList { list, similar } => vec![("list", list.clone().into()), suggestion(similar)],
            Problem::Expression(problem) => problem.arguments(),
            Problem::UnknownName { name, similar } | Problem::UnknownProperty { name, similar } => {
                vec![("name", name.clone().into()), suggestion(similar)]
            }
            Problem::LaterName { name, row } => {
                vec![("name", name.clone().into()), ("laterRow", i64::from(*row).into())]
            }
            Problem::RepeatedOption { list, name, first_row } => vec![
                ("list", list.clone().into()),
                ("name", name.clone().into()),
                ("firstRow", i64::from(*first_row).into()),
            ],
            Problem::SoundsLikeMissing { label } => vec![("label", label.clone().into())],
        }
    }
}

/// Whole megabytes, a begun one counted.
pub(crate) fn megabytes(bytes: usize) -> usize {
    bytes.div_ceil(1 << 20)
}

/// What was probably meant; `none` where nothing is near, so that the sentence can leave the question out.
fn suggestion(similar: &Option<String>) -> (&'static str, Argument) {
    ("similar", similar.clone().unwrap_or_else(|| "none".to_owned()).into())
}
