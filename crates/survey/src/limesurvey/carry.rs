mod asked;
mod attributes;
mod conditions;

use super::description::{Group, Layout, Question, Survey, Words};
use super::fields::Fields;
use super::kind::Fixed;
use super::names::Names;
use super::{Feature, Findings, Problem, html};
use crate::tongues::Tongues;
use crate::{
    GroupCode, GroupLayout, Item, Located, OptionCode, QuestionCode, Questionnaire, Scale, ScaleCode, ScaleOption,
    Standing,
};
use base::{LanguageTag, Text};
use std::collections::BTreeMap;

/// The most questions of ours that a survey may come to; each cell of a table is one.
const MOST_QUESTIONS: usize = 5000;
/// The most cells of one table of texts or numbers.
const MOST_CELLS: usize = 400;

/// A survey in the shape of ours, and question by question what could not be carried over.
#[derive(Debug, Clone, PartialEq)]
pub struct Carried {
    pub questionnaire: Questionnaire,
    pub left_out: Vec<Located<Problem>>,
    pub(super) fields: Fields,
}

impl Survey {
    /// Carries the survey over, its words each in their language. Where there are no Bulgarian ones, the list says so.
    ///
    /// # Errors
    /// Where nothing is left to be asked.
    pub fn carry(&self) -> Result<Carried, Vec<Located<Problem>>> {
        let mut carrying = Carrying::new(self);
        let items = carrying.groups();
        carrying.whole();
        if !items.iter().any(asks) {
            carrying.findings.refuse(Located::whole(Problem::NoQuestions));
        }
        if !carrying.findings.errors.is_empty() {
            return Err(carrying.findings.errors);
        }
        let questionnaire = Questionnaire {
            code: format!("ls{}", self.id.chars().filter(char::is_ascii_alphanumeric).take(40).collect::<String>()),
            title: carrying.text(&self.title).unwrap_or_else(|| carrying.tongues.everywhere("LimeSurvey")),
            version: None,
            introduction: carrying.text(&self.welcome),
            thanks: carrying.text(&self.end),
            languages: carrying.tongues.all().to_vec(),
            scales: carrying.scales,
            items,
        };
        Ok(Carried { questionnaire, left_out: carrying.findings.warnings, fields: carrying.fields })
    }
}

/// LimeSurvey calls most languages as everybody does, and knows `de-informal` beside `de`.
fn tag(language: &str) -> Option<LanguageTag> {
    let first = language.split('-').next().unwrap_or_default().parse().ok();
    let is_ours = first.is_some_and(|first| matches!(first, LanguageTag::BULGARIAN | LanguageTag::ENGLISH));
    if is_ours { first } else { language.parse().ok() }
}

fn asks(item: &Item) -> bool {
    match item {
        Item::Question(question) => question.is_asked(),
        Item::Group(group) => group.items.iter().any(asks),
    }
}

struct Carrying<'a> {
    survey: &'a Survey,
    tongues: Tongues,
    /// What the languages are called in the file.
    called: BTreeMap<LanguageTag, String>,
    names: Names,
    /// The names in use, and how many times another wanted each of them.
    taken: BTreeMap<String, usize>,
    lists: BTreeMap<String, ScaleCode>,
    scales: BTreeMap<ScaleCode, Scale>,
    fields: Fields,
    findings: Findings,
    questions: usize,
}

impl<'a> Carrying<'a> {
    fn new(survey: &'a Survey) -> Carrying<'a> {
        let mut called = BTreeMap::new();
        let mut spoken = Vec::new();
        for language in &survey.languages {
            if let Some(tag) = tag(language) {
                called.entry(tag).or_insert_with(|| language.clone());
                spoken.push(tag);
            }
        }
        let own = spoken.first().copied().unwrap_or(LanguageTag::BULGARIAN);
        let mut names = Names::default();
        for question in survey.questions() {
            names.announce(&question.id, &question.code);
        }
        Carrying {
            survey,
            tongues: Tongues::new(own, spoken),
            called,
            names,
            taken: BTreeMap::new(),
            lists: BTreeMap::new(),
            scales: BTreeMap::new(),
            fields: Fields::default(),
            findings: Findings::default(),
            questions: 0,
        }
    }

    /// What concerns the survey as a whole.
    fn whole(&mut self) {
        if let Some(language) = self.tongues.foreign() {
            self.findings.warn(Located::whole(Problem::NotBulgarian { language: language.to_string() }));
        }
        for language in &self.survey.languages {
            if !self.called.values().any(|called| called == language) {
                self.findings.warn(Located::whole(Problem::LeftOutLanguage { language: language.clone() }));
            }
        }
        for quota in &self.survey.quotas {
            let problem = Problem::LeftOut { question: quota.name.clone(), feature: Feature::Quota };
            self.findings.warn_at(quota.line, problem);
        }
    }

    fn text(&self, words: &Words) -> Option<Text> {
        let spoken = self.tongues.words(|language| words.get(self.called.get(&language)?).cloned());
        // Words in a language that the survey has given up since.
        spoken.or_else(|| words.iter().find_map(|(language, words)| Some(Text::default().and(tag(language)?, words))))
    }

    /// As [`Carrying::text`], for what must be shown: `code` where there are no words at all.
    fn label(&self, words: &Words, code: &str) -> Text {
        self.text(words).unwrap_or_else(|| self.tongues.everywhere(code))
    }

    /// The words of an attribute; where the file does not tell their language, they are in the survey's own.
    fn said(&self, question: &Question, attribute: &str) -> Option<Text> {
        let spoken = question.said.get(attribute).and_then(|words| self.text(words));
        spoken.or_else(|| self.tongues.in_own(&html::words(question.attribute(attribute))))
    }

    fn leave_out(&mut self, question: &Question, feature: Feature) {
        let problem = Problem::LeftOut { question: question.code.clone(), feature };
        self.findings.warn_at(question.line, problem);
    }

    fn groups(&mut self) -> Vec<Item> {
        let survey = self.survey;
        survey.groups.iter().filter_map(|group| self.group(group)).collect()
    }

    fn group(&mut self, group: &Group) -> Option<Item> {
        let code = self.group_code(&format!("g{}", group.id))?;
        let relevance = self.relevance(&group.relevance, &format!("G{}", group.id), group.line);
        let mut items = Vec::new();
        for question in &group.questions {
            if self.questions > MOST_QUESTIONS {
                self.findings.refuse_at(question.line, Problem::TooManyRows { max: MOST_QUESTIONS });
                break;
            }
            items.extend(self.question(question));
        }
        if items.is_empty() {
            return None;
        }
        let label = self.text(&group.name);
        let layout = match self.survey.layout {
            Layout::ByQuestion => GroupLayout::Plain,
            Layout::AllInOne | Layout::ByGroup => GroupLayout::Page,
        };
        let hint = self.text(&group.description);
        Some(Item::Group(crate::Group { hint, relevance, ..crate::Group::new(code, label, layout, items) }))
    }

    fn group_code(&mut self, wanted: &str) -> Option<GroupCode> {
        GroupCode::parse(&self.free(wanted)).ok()
    }

    /// A name that is not taken yet, and can be one.
    fn free(&mut self, wanted: &str) -> String {
        let kept: String = wanted
            .chars()
            .filter(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.'))
            .take(56)
            .collect();
        let begins_well = kept.starts_with(|letter: char| letter.is_alphabetic() || letter == '_');
        let base = if begins_well { kept } else { format!("q{kept}") };
        let mut name = base.clone();
        while self.is_taken(&name) {
            let next = self.taken.entry(base.clone()).or_insert(1);
            *next += 1;
            name = format!("{base}_{next}");
        }
        self.taken.entry(name.clone()).or_insert(1);
        name
    }

    /// `q_other` holds the words beside „друго“ in `q`, so the two cannot both be questions.
    fn is_taken(&self, name: &str) -> bool {
        let question = name.strip_suffix("_other");
        self.taken.contains_key(name)
            || self.taken.contains_key(&format!("{name}_other"))
            || question.is_some_and(|question| self.taken.contains_key(question))
    }

    fn question_code(&mut self, question: &Question, wanted: &str) -> Option<QuestionCode> {
        let free = self.free(wanted);
        if free != wanted {
            let problem = Problem::Renamed { question: question.code.clone(), code: free.clone() };
            self.findings.warn_at(question.line, problem);
        }
        self.questions += 1;
        QuestionCode::parse(&free).ok()
    }

    fn fixed(&mut self, fixed: Fixed) -> Option<ScaleCode> {
        let code = ScaleCode::parse(fixed.code()).ok()?;
        let options = fixed.options().iter().filter_map(|(option, bulgarian, english, value)| {
            let standing = match value {
                Some(value) => Standing::Value(*value),
                None if *option == "U" => Standing::DontKnow,
                None => Standing::Unordered,
            };
            // What stands outside the scale is never chosen beside another.
            let exclusive = standing == Standing::DontKnow;
            let label = match value {
                Some(_) if bulgarian == english => self.tongues.everywhere(bulgarian),
                _ => self.tongues.built_in(bulgarian, english),
            };
            Some(ScaleOption { exclusive, ..ScaleOption::new(OptionCode::parse(option).ok()?, label, standing) })
        });
        let options = options.collect();
        let ordered = fixed.options().iter().all(|(.., value)| value.is_some());
        self.scales.entry(code.clone()).or_insert(Scale { code: code.clone(), options, ordered });
        Some(code)
    }

    fn scale(&mut self, options: Vec<ScaleOption>) -> Option<ScaleCode> {
        // Lists are compared by all that is in them, and there may be thousands.
        let written = format!("{options:?}");
        if let Some(same) = self.lists.get(&written) {
            return Some(same.clone());
        }
        let code = ScaleCode::parse(&format!("list_{}", self.scales.len() + 1)).ok()?;
        self.scales.insert(code.clone(), Scale { code: code.clone(), options, ordered: false });
        self.lists.insert(written, code.clone());
        Some(code)
    }
}
