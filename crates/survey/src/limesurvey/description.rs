use std::collections::BTreeMap;

/// What was written in each language, by its tag, without any markup.
pub type Words = BTreeMap<String, String>;

/// A survey as its file tells of it, before it becomes a questionnaire of ours.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Survey {
    pub id: String,
    /// The version of the database that wrote the file: before 400 each language has rows of its own.
    pub version: u32,
    /// The survey's own language first.
    pub languages: Vec<String>,
    pub title: Words,
    pub welcome: Words,
    pub end: Words,
    /// Everything on one page, a page for each group, a page for each question.
    pub layout: Layout,
    pub groups: Vec<Group>,
    pub quotas: Vec<Quota>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layout {
    AllInOne,
    #[default]
    ByGroup,
    ByQuestion,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Group {
    pub id: String,
    pub name: Words,
    pub description: Words,
    pub relevance: String,
    pub questions: Vec<Question>,
    pub line: u32,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Question {
    pub id: String,
    pub code: String,
    /// The one-letter code of its type.
    pub kind: String,
    pub label: Words,
    pub help: Words,
    pub mandatory: bool,
    pub other: bool,
    pub relevance: String,
    /// A Perl pattern between slashes.
    pub pattern: String,
    pub subquestions: Vec<Subquestion>,
    pub options: Vec<AnswerOption>,
    /// By name; the value without a language, or that of the first.
    pub attributes: BTreeMap<String, String>,
    /// Those that are words, by name.
    pub said: BTreeMap<String, Words>,
    pub conditions: Vec<Condition>,
    pub has_default: bool,
    pub line: u32,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Subquestion {
    pub id: String,
    pub code: String,
    pub label: Words,
    /// 1 for the columns of an array of texts or numbers.
    pub scale: i64,
    pub relevance: String,
    pub line: u32,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct AnswerOption {
    pub code: String,
    pub label: Words,
    /// 1 for the second scale of a dual array.
    pub scale: i64,
    pub line: u32,
}

/// One row of the older, clicked conditions.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Condition {
    pub scenario: i64,
    pub field: String,
    pub method: String,
    pub value: String,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Quota {
    pub name: String,
    pub limit: i64,
    pub members: usize,
    pub line: u32,
}

impl Survey {
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.groups.iter().flat_map(|group| &group.questions)
    }
}

impl Question {
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", |value| value.trim())
    }
}
