use base::LanguageTag;
use jiff::civil::Date;

/// A questionnaire on paper: every word as it is printed, in one language, once for each copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    pub language: LanguageTag,
    pub title: String,
    /// In the foot of every page, beside the code: whose questionnaire it is.
    pub running: String,
    /// In the foot of every page: which version.
    pub version: String,
    /// Fixed in the file's own data, so the same form always gives the same bytes.
    pub date: Date,
    /// Who asks.
    pub authors: Vec<String>,
    /// „Демонстрационни данни“, with whose they are.
    pub demonstration: Option<String>,
    /// Who asks, what for, what becomes of the answers: a paragraph each.
    pub opening: Vec<String>,
    /// How it is filled in: a sentence each.
    pub how: Vec<String>,
    pub parts: Vec<FormPart>,
    /// Where it is returned, and thanks: a paragraph each.
    pub closing: Vec<String>,
    /// Sixteen points instead of ten and a half.
    pub is_large: bool,
    pub words: FormWords,
    /// None: one copy without a code, to be multiplied.
    pub copies: Vec<FormCopy>,
}

/// One sheet of those that are printed together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormCopy {
    /// As people read it.
    pub code: String,
    /// As a scanner reads it.
    pub scanned: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormPart {
    Heading {
        words: String,
        hint: String,
        /// Whom the questions under it are for; empty for everybody.
        condition: String,
    },
    Note {
        words: String,
        condition: String,
    },
    Question(FormQuestion),
    Battery(FormBattery),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormQuestion {
    /// „7“, the same as at the desk where it is typed in.
    pub number: String,
    pub words: String,
    pub hint: String,
    pub condition: String,
    /// „Отбележете до три отговора.“
    pub how: String,
    pub space: Space,
}

/// What is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Space {
    /// One below the other, to be marked.
    Options { several: bool, options: Vec<FormOption> },
    /// Beside each other, one to be marked.
    Row(Vec<FormOption>),
    /// A box for a number before each.
    Ranking(Vec<FormOption>),
    /// So many lines for words.
    Lines(u32),
    /// A box for each digit, as in a date.
    Digits(Vec<Run>),
}

/// Digits that stand together, with what comes behind them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub boxes: u32,
    /// „дд“, below them.
    pub words: String,
    /// A dot, a colon, or nothing.
    pub behind: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormOption {
    /// What is typed for it at the desk.
    pub key: String,
    pub words: String,
    /// A line for words of one's own.
    pub takes_words: bool,
    /// Where to go on after it: „минете на въпрос 9“; empty where the next question follows.
    pub leads: String,
}

/// One scale, a row for each question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormBattery {
    pub words: String,
    pub hint: String,
    pub condition: String,
    pub how: String,
    pub options: Vec<FormOption>,
    pub rows: Vec<FormRow>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormRow {
    pub number: String,
    pub words: String,
    /// The hint, and whom it is for.
    pub note: String,
}

/// The built-in words of a form in its language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormWords {
    /// „стр.“
    pub page: String,
    /// „от“, in „стр. 2 от 4“.
    pub of: String,
    /// „Код на листа“
    pub code: String,
    /// „Образец за размножаване“, in the place of a code.
    pub master: String,
    /// „Тази страница е празна.“: on the back of a last page, where the next sheet must not begin.
    pub blank: String,
    /// „Въпрос“, over the first column of a battery.
    pub question: String,
}
