use crate::{Earlier, Expression, GroupCode, Question, QuestionCode, Scale, ScaleCode};
use base::{LanguageTag, Text};
use std::collections::BTreeMap;

/// One frozen version of a questionnaire.
#[derive(Debug, Clone, PartialEq)]
pub struct Questionnaire {
    /// Stable across versions: the `form_id`.
    pub code: String,
    pub title: Text,
    /// The author's name of this version.
    pub version: Option<String>,
    /// Bulgarian first; the others where every label has them.
    pub languages: Vec<LanguageTag>,
    /// Words before the first page.
    pub introduction: Option<Text>,
    /// Words after the last one.
    pub thanks: Option<Text>,
    pub scales: BTreeMap<ScaleCode, Scale>,
    pub items: Vec<Item>,
}

#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "most items are questions; a box around each would cost more")]
pub enum Item {
    Question(Question),
    Group(Group),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    pub code: GroupCode,
    pub label: Option<Text>,
    pub hint: Option<Text>,
    pub relevance: Option<Expression>,
    pub layout: GroupLayout,
    /// What is in it comes in another order for each person.
    pub shuffled: bool,
    /// It is asked several times; this is one of them.
    pub repeated: Option<Repeated>,
    pub items: Vec<Item>,
}

/// One round of what is asked several times: of each child, of each service. The rounds stand in the questionnaire one
/// after the other, each with codes of its own, so that an answer belongs to its round for good.
#[derive(Debug, Clone, PartialEq)]
pub struct Repeated {
    /// As the author called the whole.
    pub of: GroupCode,
    /// Counted from one.
    pub round: u32,
    pub rounds: u32,
    /// How often, where an earlier answer tells; otherwise each round but the last asks whether there is another.
    pub count: Option<Expression>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupLayout {
    /// All of it on one page.
    Page,
    /// Questions of one choice that share a scale, as the rows of one grid.
    Battery,
    /// Belongs together, asked one by one.
    Plain,
}

impl Questionnaire {
    /// Every question in the order of asking, notes and calculations included.
    pub fn questions(&self) -> Questions<'_> {
        Questions { left: self.items.iter().rev().collect() }
    }

    /// Every question as its author wrote it: of what is asked several times the first round, without the question whether there
    /// is another.
    pub fn written_questions(&self) -> Vec<&Question> {
        fn gather<'q>(items: &'q [Item], found: &mut Vec<&'q Question>) {
            for item in items {
                match item {
                    Item::Question(question) => found.push(question),
                    Item::Group(group) => match &group.repeated {
                        None => gather(&group.items, found),
                        Some(repeated) if repeated.round <= 1 => {
                            found.extend(group.questions().filter(|question| group.author_code(question).is_some()));
                        }
                        Some(_) => {}
                    },
                }
            }
        }
        let mut found = Vec::new();
        gather(&self.items, &mut found);
        found
    }

    /// The questions that are asked of a person once, so that an answer is a person.
    pub fn asked_once(&self) -> Vec<&Question> {
        fn gather<'q>(items: &'q [Item], found: &mut Vec<&'q Question>) {
            for item in items {
                match item {
                    Item::Question(question) => found.push(question),
                    Item::Group(group) if group.repeated.is_none() => gather(&group.items, found),
                    Item::Group(_) => {}
                }
            }
        }
        let mut found = Vec::new();
        gather(&self.items, &mut found);
        found
    }

    /// Whether anything in it comes in another order for each person.
    pub fn is_shuffled(&self) -> bool {
        fn within(items: &[Item]) -> bool {
            items.iter().any(|item| match item {
                Item::Question(question) => question.shuffled,
                Item::Group(group) => group.shuffled || within(&group.items),
            })
        }
        within(&self.items)
    }

    pub fn question(&self, code: &str) -> Option<&Question> {
        self.questions().find(|question| question.code.as_str() == code)
    }

    /// The first words that one of the languages lacks, by the code of the question, group or list that they belong to.
    /// A mixture of languages is no questionnaire, so such a version is not adopted.
    pub fn untranslated(&self) -> Option<(String, LanguageTag)> {
        self.lacking(&self.languages)
    }

    /// As [`Questionnaire::untranslated`], for one language: the code where its first words are missing.
    pub fn untranslated_into(&self, language: LanguageTag) -> Option<String> {
        self.lacking(&[language]).map(|(code, _)| code)
    }

    fn lacking(&self, languages: &[LanguageTag]) -> Option<(String, LanguageTag)> {
        let missing = |words: &Text| {
            let mut wanted = languages.iter().copied();
            wanted.find(|language| !words.speaks(*language)).filter(|_| !words.is_silent())
        };
        let first = |code: &str, words: &[Option<&Text>]| {
            let language = words.iter().copied().flatten().find_map(missing)?;
            Some((code.to_owned(), language))
        };
        let questions = || {
            self.questions().find_map(|question| {
                let required = question.required.as_ref().and_then(|required| required.message.as_ref());
                let constraint = question.constraint.as_ref().and_then(|constraint| constraint.message.as_ref());
                first(question.code.as_str(), &[Some(&question.label), question.hint.as_ref(), required, constraint])
            })
        };
        let groups = || {
            let mut left: Vec<&Group> = self.items.iter().filter_map(Item::group).collect();
            while let Some(group) = left.pop() {
                let found = first(group.code.as_str(), &[group.label.as_ref(), group.hint.as_ref()]);
                if found.is_some() {
                    return found;
                }
                left.extend(group.items.iter().filter_map(Item::group));
            }
            None
        };
        let scales = || {
            let options = |scale: &Scale| scale.options.iter().find_map(|option| missing(&option.label));
            self.scales.values().find_map(|scale| Some((scale.code.to_string(), options(scale)?)))
        };
        let whole = || {
            let first = [Some(&self.title), self.introduction.as_ref(), self.thanks.as_ref()];
            let is_foreign = first.into_iter().flatten().any(|words| words.is_empty() && !words.is_silent());
            let is_wanted = languages.contains(&LanguageTag::BULGARIAN);
            (is_foreign && is_wanted).then(|| (self.code.clone(), LanguageTag::BULGARIAN))
        };
        questions().or_else(groups).or_else(scales).or_else(whole)
    }

    /// What a question of a later version was in this one; `None` where that version says that there was nothing like it.
    pub fn counterpart(&self, later: &Question) -> Option<&Question> {
        match &later.earlier {
            Earlier::SameCode => {
                let same = self.question(later.code.as_str())?;
                same.kind.is_like(&later.kind).then_some(same)
            }
            Earlier::Called(codes) => codes.iter().find_map(|code| self.question(code.as_str())),
            Earlier::Changed | Earlier::New => None,
        }
    }

    pub fn scale_of(&self, question: &Question) -> Option<&Scale> {
        self.scales.get(question.scale()?)
    }

    /// The innermost battery that holds the question as a row.
    pub fn battery_of(&self, code: &str) -> Option<&Group> {
        let mut left: Vec<&Group> = self.items.iter().filter_map(Item::group).collect();
        while let Some(group) = left.pop() {
            let holds = group.items.iter().any(|item| matches!(item, Item::Question(row) if row.code.as_str() == code));
            if group.layout == GroupLayout::Battery && holds {
                return Some(group);
            }
            left.extend(group.items.iter().filter_map(Item::group));
        }
        None
    }
}

impl Item {
    pub fn group(&self) -> Option<&Group> {
        match self {
            Item::Group(group) => Some(group),
            Item::Question(_) => None,
        }
    }

    pub fn question(&self) -> Option<&Question> {
        match self {
            Item::Question(question) => Some(question),
            Item::Group(_) => None,
        }
    }
}

impl Group {
    /// A group of which nothing more is said.
    pub fn new(code: GroupCode, label: Option<Text>, layout: GroupLayout, items: Vec<Item>) -> Group {
        Group { code, label, hint: None, relevance: None, layout, shuffled: false, repeated: None, items }
    }

    /// Every question in it, in the order of asking.
    pub fn questions(&self) -> Questions<'_> {
        Questions { left: self.items.iter().rev().collect() }
    }

    /// What the author called a question of this round; `None` for the question whether there is another round, and outside of
    /// rounds.
    pub fn author_code(&self, question: &Question) -> Option<QuestionCode> {
        let repeated = self.repeated.as_ref()?;
        let ending = format!(".{}", repeated.round);
        let own = if repeated.is_folded() {
            Some(question.code.as_str())
        } else {
            question.code.as_str().strip_suffix(&ending)
        };
        QuestionCode::parse(own?).ok()
    }

    /// Whether the question is somewhere in it.
    pub fn holds(&self, code: &str) -> bool {
        self.questions().any(|question| question.code.as_str() == code)
    }

    pub fn is_battery(&self) -> bool {
        self.layout == GroupLayout::Battery
    }

    /// The scale that the rows of a battery share.
    pub fn battery_scale(&self) -> Option<&ScaleCode> {
        if self.layout != GroupLayout::Battery {
            return None;
        }
        self.items.iter().find_map(|item| item.question()?.kind.single_scale())
    }

    /// The codes of the rows, in order.
    pub fn rows(&self) -> impl Iterator<Item = &QuestionCode> {
        self.items.iter().filter_map(Item::question).map(|question| &question.code)
    }
}

/// The questions of a questionnaire, depth first.
pub struct Questions<'a> {
    left: Vec<&'a Item>,
}

impl<'a> Iterator for Questions<'a> {
    type Item = &'a Question;

    fn next(&mut self) -> Option<&'a Question> {
        loop {
            match self.left.pop()? {
                Item::Question(question) => return Some(question),
                Item::Group(group) => self.left.extend(group.items.iter().rev()),
            }
        }
    }
}
