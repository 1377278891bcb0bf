use super::{
    ThemeColumns,
    texts::{both, each, together},
    values::{Column, Mapping, Source, row},
};
use base::{Language, LanguageTag, Text};
use dataset::{Absence, Category, Dataset, Description, Kind, Level, Names, ResponseSet, Value, Variable};
use std::{collections::BTreeSet, sync::Arc};
use survey::{Journey, Mode, Question, QuestionKind, Questionnaire, Response, Scale, ScaleOption, Standing, unpiped};

/// Whom the data set is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contents {
    /// Those who may see single answers: everything that was answered.
    Working,
    /// Everybody: no words of respondents, no places on a map, nothing that came with a link, no days.
    Public,
}

/// The columns of one questionnaire's answers, and how each is found in a response.
#[derive(Debug, Clone)]
pub struct Shape {
    pub dataset: Dataset,
    pub(super) columns: Vec<Column>,
    pub(super) questionnaire: Arc<Questionnaire>,
    /// What a column asks for, each once.
    pub(super) questions: Vec<Question>,
    /// Open questions of which themes are told.
    pub(super) themed: Vec<Arc<ThemeColumns>>,
    /// Combinations of traits that so few people share that none of them is told.
    pub(super) withheld: BTreeSet<Vec<u16>>,
}

impl Shape {
    pub fn of(questionnaire: Arc<Questionnaire>, contents: Contents, description: Description) -> Shape {
        let mut draft = Draft { names: Names::default(), variables: Vec::new(), columns: Vec::new(), sets: Vec::new() };
        draft.about_the_response(&questionnaire, contents);
        let kept = questionnaire.questions().filter(|question| is_told(question, contents));
        let questions: Vec<Question> = kept.cloned().collect();
        for (place, question) in questions.iter().enumerate() {
            draft.question(&questionnaire, question, place, contents);
        }
        let absences = Absence::ALL.map(|absence| (absence, both(&format!("dataset-absence-{}", absence.code()))));
        let Draft { variables, columns, sets, .. } = draft;
        let dataset = Dataset { description, variables, sets, absences: absences.into() };
        Shape { dataset, columns, questionnaire, questions, themed: Vec::new(), withheld: BTreeSet::new() }
    }

    /// With a column for each theme of open questions: whether the answer speaks of it.
    pub fn with_themes(mut self, themed: Vec<ThemeColumns>) -> Shape {
        let mut names = Names::default();
        for variable in &self.dataset.variables {
            names.take(variable.name.as_str());
        }
        for set in &self.dataset.sets {
            names.take(set.name.as_str());
        }
        for columns in themed {
            let Some(question) = self.questionnaire.question(columns.question.as_str()).cloned() else { continue };
            let known = self.questions.iter().position(|one| one.code == question.code);
            let place = known.unwrap_or(self.questions.len());
            let asked = Asked::of(&self.questionnaire, &question);
            if known.is_none() {
                self.questions.push(question);
            }
            let themed = self.themed.len();
            for theme in &columns.themes {
                let name = names.take(&format!("{}_{}", columns.question, theme.code));
                let variable = Variable {
                    name,
                    label: together(&[&asked.label, &theme.name], |words| words.join(": ")),
                    wording: Some(theme.description.clone()).filter(|words| !words.is_empty()),
                    universe: asked.universe.clone(),
                    treatment: None,
                    kind: Kind::Categories(ticks()),
                    level: Level::Nominal,
                };
                let source = Source::Theme { place, themed, code: theme.code.clone() };
                self.columns.push(Column::new(&variable, source, false));
                self.dataset.variables.push(variable);
            }
            self.themed.push(Arc::new(columns));
        }
        self
    }

    /// Gives the cells of a response to `take`. It is told as it was answered: along the version that the person saw.
    pub fn with_row<T>(
        &self,
        version: &Questionnaire,
        mapping: &Mapping,
        response: &Response,
        spoken: super::Spoken<'_>,
        take: impl FnOnce(&[Value<'_>]) -> T,
    ) -> T {
        let journey = Journey::of(version, &response.answers, response.day);
        take(&row(self, mapping, &journey, response, spoken))
    }

    /// What each question was in a version.
    pub fn mapping(&self, version: &Questionnaire) -> Mapping {
        Mapping::of(&self.questions, &self.questionnaire, version)
    }
}

fn is_told(question: &Question, contents: Contents) -> bool {
    match (&question.kind, contents) {
        (kind, Contents::Working) => kind.is_kept(),
        (
            QuestionKind::Text(_) | QuestionKind::Point | QuestionKind::File(_) | QuestionKind::Given,
            Contents::Public,
        ) => false,
        // Who sat at the counter knows who came on that day, at that hour.
        (QuestionKind::Date | QuestionKind::Time, Contents::Public) => question.profile,
        // Everybody agreed who is in the file.
        (QuestionKind::Consent, Contents::Public) => false,
        (kind, Contents::Public) => kind.is_kept(),
    }
}

struct Draft {
    names: Names,
    variables: Vec<Variable>,
    columns: Vec<Column>,
    sets: Vec<ResponseSet>,
}

impl Draft {
    /// How and in which language it was answered, and for those who may know it, in which week.
    fn about_the_response(&mut self, questionnaire: &Questionnaire, contents: Contents) {
        let modes = Mode::ALL.map(|mode| (mode.code().to_owned(), both(&format!("mode-{}", mode.code()))));
        let modes = Kind::Categories(categories(modes));
        self.add("response_mode", both("dataset-mode"), modes, Level::Nominal, Source::Mode, true);
        if questionnaire.languages.len() > 1 {
            let language = |tag: &LanguageTag| {
                let name = tag.built_in().map(|language| both(&format!("dataset-language-{}", language.tag())));
                (tag.to_string(), name.unwrap_or_else(|| Text::new(tag.to_string(), tag.to_string())))
            };
            let languages = Kind::Categories(categories(questionnaire.languages.iter().map(language)));
            let label = both("dataset-language");
            self.add("response_language", label, languages, Level::Nominal, Source::Language, true);
        }
        if contents == Contents::Working {
            self.add("response_week", both("dataset-week"), Kind::Day, Level::Scale, Source::Week, false);
        }
    }

    fn add(&mut self, name: &str, label: Text, kind: Kind, level: Level, source: Source, tells_who: bool) {
        let name = self.names.take(name);
        let variable = Variable { name, label, wording: None, universe: None, treatment: None, kind, level };
        self.columns.push(Column::new(&variable, source, tells_who));
        self.variables.push(variable);
    }

    fn question(&mut self, questionnaire: &Questionnaire, question: &Question, place: usize, contents: Contents) {
        let code = question.code.as_str();
        let first = self.variables.len();
        let asked = Asked::of(questionnaire, question);
        let scale = questionnaire.scale_of(question);
        let whole = || asked.label.clone();
        match &question.kind {
            QuestionKind::One { .. } => {
                let Some(scale) = scale else { return };
                let level = if scale.ordered { Level::Ordinal } else { Level::Nominal };
                let kind = Kind::Categories(options(scale));
                self.add(code, whole(), kind, level, Source::Whole(place), question.profile);
            }
            QuestionKind::Many { .. } => {
                for option in scale.into_iter().flat_map(|scale| &scale.options).filter(|option| is_answer(option)) {
                    let label = with_option(&asked.label, option);
                    let name = format!("{code}_{}", option.code);
                    let source = Source::Ticked(place, option.code.clone());
                    self.add(&name, label, Kind::Categories(ticks()), Level::Nominal, source, question.profile);
                }
                let variables: Vec<usize> = (first..self.variables.len()).collect();
                // A set of one is none.
                if variables.len() > 1 {
                    let name = self.names.take(&format!("{code}_set"));
                    self.sets.push(ResponseSet { name, label: whole(), variables });
                }
            }
            QuestionKind::Ranking { .. } => {
                for option in scale.into_iter().flat_map(|scale| &scale.options) {
                    let label = with_option(&asked.label, option);
                    let name = format!("{code}_{}", option.code);
                    let kind = Kind::Number { decimals: 0, signed: false };
                    let source = Source::Place(place, option.code.clone());
                    self.add(&name, label, kind, Level::Ordinal, source, question.profile);
                }
            }
            QuestionKind::Consent => {
                let kind = Kind::Categories(ticks());
                self.add(code, whole(), kind, Level::Nominal, Source::Whole(place), false);
            }
            QuestionKind::Integer(bounds) | QuestionKind::Decimal(bounds) => {
                let is_whole = matches!(question.kind, QuestionKind::Integer(_));
                let signed = bounds.least.is_none_or(|least| least < 0.0);
                let kind = Kind::Number { decimals: if is_whole { 0 } else { decimals(bounds.step) }, signed };
                self.add(code, whole(), kind, Level::Scale, Source::Whole(place), question.profile);
            }
            QuestionKind::Date => {
                self.add(code, whole(), Kind::Day, Level::Scale, Source::Whole(place), question.profile);
            }
            QuestionKind::Time => {
                self.add(code, whole(), Kind::Hour, Level::Scale, Source::Whole(place), question.profile);
            }
            QuestionKind::Point => {
                for (ending, key, source) in [
                    ("latitude", "dataset-latitude", Source::Latitude(place)),
                    ("longitude", "dataset-longitude", Source::Longitude(place)),
                ] {
                    let label = together(&[&asked.label, &both(key)], |words| words.join(" – "));
                    let kind = Kind::Number { decimals: 3, signed: true };
                    self.add(&format!("{code}_{ending}"), label, kind, Level::Scale, source, true);
                }
            }
            // How many there are: the files themselves are in no data set.
            QuestionKind::File(_) => {
                let label = together(&[&asked.label, &both("dataset-files")], |words| words.join(" – "));
                let kind = Kind::Number { decimals: 0, signed: false };
                self.add(code, label, kind, Level::Scale, Source::Whole(place), false);
            }
            QuestionKind::Text(_) | QuestionKind::Given => {
                self.add(code, whole(), Kind::Words, Level::Nominal, Source::Whole(place), false);
            }
            QuestionKind::Note | QuestionKind::Calculated(_) => {}
        }
        if question.takes_other() && contents == Contents::Working {
            let label = together(&[&asked.label, &both("dataset-other")], |words| words.join(" – "));
            let source = Source::Other(place);
            // Of several, „друго“ is a column of its own already.
            let ending = if matches!(question.kind, QuestionKind::Many { .. }) { "other_words" } else { "other" };
            self.add(&format!("{code}_{ending}"), label, Kind::Words, Level::Nominal, source, false);
        }
        for variable in self.variables.iter_mut().skip(first) {
            variable.wording = Some(asked.wording.clone()).filter(|wording| !wording.is_empty());
            variable.universe = asked.universe.clone();
        }
    }
}

/// A question as it stood on the page.
struct Asked {
    label: Text,
    wording: Text,
    universe: Option<Text>,
}

impl Asked {
    fn of(questionnaire: &Questionnaire, question: &Question) -> Asked {
        let own = each(&question.label, unpiped);
        let code = question.code.as_str();
        let battery = questionnaire.battery_of(code);
        let label = match battery.and_then(|group| group.label.as_ref()) {
            Some(group) => together(&[&each(group, unpiped), &own], |words| words.join(" – ")),
            None => own.clone(),
        };
        let label = if label.is_empty() { Text::new(code, code) } else { label };
        let hint = question.hint.as_ref().map(|hint| each(hint, unpiped));
        let wording = match &hint {
            Some(hint) => together(&[&label, hint], |words| words.join(" ")),
            None => label.clone(),
        };
        let conditional = question.relevance.is_some() || is_within_condition(&questionnaire.items, code);
        Asked { label, wording, universe: conditional.then(|| both("dataset-universe-conditional")) }
    }
}

fn is_within_condition(items: &[survey::Item], code: &str) -> bool {
    items
        .iter()
        .filter_map(survey::Item::group)
        .any(|group| group.holds(code) && (group.relevance.is_some() || is_within_condition(&group.items, code)))
}

fn with_option(label: &Text, option: &ScaleOption) -> Text {
    together(&[label, &option.label], |words| words.join(": "))
}

/// Outside the base of the scale there is no answer.
pub(super) fn is_answer(option: &ScaleOption) -> bool {
    !matches!(option.standing, Standing::DontKnow | Standing::NotApplicable)
}

/// The answers of a scale. Their own values are their numbers, where they have some that can be.
fn options(scale: &Scale) -> Vec<Category> {
    let answers: Vec<&ScaleOption> = scale.options.iter().filter(|option| is_answer(option)).collect();
    let mut values: Vec<i32> = answers.iter().filter_map(|option| own_number(option)).collect();
    values.sort_unstable();
    values.dedup();
    let have_own = values.len() == answers.len();
    let category = |(place, option): (i32, &&ScaleOption)| Category {
        code: option.code.to_string(),
        number: own_number(option).filter(|_| have_own).unwrap_or(place),
        label: option.label.clone(),
    };
    (1..).zip(&answers).map(category).collect()
}

fn own_number(option: &ScaleOption) -> Option<i32> {
    let Standing::Value(value) = option.standing else { return None };
    format!("{value:.0}").parse().ok().filter(|number| (f64::from(*number) - value).abs() < 1e-9 && *number >= 0)
}

fn categories(of: impl IntoIterator<Item = (String, Text)>) -> Vec<Category> {
    (1..).zip(of).map(|(number, (code, label))| Category { code, number, label }).collect()
}

/// Not chosen, chosen.
fn ticks() -> Vec<Category> {
    let tick = |(number, key): (i32, &str)| Category { code: number.to_string(), number, label: both(key) };
    [(0, "dataset-not-chosen"), (1, "dataset-chosen")].map(tick).into()
}

/// As many as the step has; two where there is none.
fn decimals(step: Option<f64>) -> u8 {
    let Some(step) = step else { return 2 };
    let text = step.to_string();
    let places = text.split_once('.').map_or(0, |(_, places)| places.len());
    u8::try_from(places).unwrap_or(6).min(6)
}

impl Shape {
    /// The words of the data set where a format has room for one language only.
    pub fn language(&self) -> Language {
        self.dataset.description.language
    }
}
