use crate::{
    Words,
    study::{AudienceData, QuestionCounts, StudyData},
};
use base::{Argument, Text};
use stats::{Collection, Disclosure, Level, Mentions, MissingCounts, Reach, Tally};
use std::{cell::RefCell, collections::BTreeMap};
use survey::{CollectionClass, Missing, Question, ScaleOption, Standing};

/// One audience, seen by one reader: whose answers, under which collection, in which language.
pub struct Lens<'a> {
    pub study: &'a StudyData,
    pub data: &'a AudienceData,
    pub words: &'a Words,
    pub reach: Reach,
    pub level: Level,
    pub disclosure: Disclosure,
    /// How many sentences of each kind came before, so that they need not all read alike.
    turns: RefCell<BTreeMap<String, usize>>,
}

/// The options of a question that make its hundred percent, with how often each was chosen.
pub struct Counted<'a> {
    pub options: Vec<&'a ScaleOption>,
    pub counts: Vec<u64>,
    pub missing: MissingCounts,
    /// The options are steps from low to high.
    pub ordered: bool,
}

/// What the people who stand outside the base answered, in the words that they were offered.
pub struct Outside {
    pub cannot: String,
    pub not_apply: String,
}

impl<'a> Lens<'a> {
    pub fn new(study: &'a StudyData, data: &'a AudienceData, words: &'a Words) -> Lens<'a> {
        let collection = match data.audience.collection {
            CollectionClass::Census => Collection::Census,
            CollectionClass::Probability => Collection::Probability,
            CollectionClass::EveryoneInvited => Collection::EveryoneInvited,
            CollectionClass::SelfSelected => Collection::SelfSelected,
        };
        let respondents = data.counts.responses();
        let population = data.audience.population.or(data.audience.invited).map(u64::from);
        // A population smaller than its answers is a mistake of the plan; the figures then do without it.
        let reach = Reach::new(collection, respondents, population)
            .or_else(|_| Reach::new(collection, respondents, None))
            .unwrap_or_else(|_| unreachable!("without a population there is nothing to contradict"));
        let disclosure = Disclosure { consent: data.audience.counts_agreed, ..Disclosure::default() };
        Lens { study, data, words, reach, level: Level::NINETY_FIVE, disclosure, turns: RefCell::default() }
    }

    /// The words in the reader's language; where an earlier answer stands in a label, there are as many as people.
    pub fn say(&self, text: &Text) -> String {
        survey::unpiped(text.say(self.words.language()))
    }

    /// One of the sentences under `key` and `key-2`, in turn.
    pub fn vary(&self, key: &str, values: &[(&str, Argument)]) -> String {
        let mut turns = self.turns.borrow_mut();
        let turn = turns.entry(key.to_owned()).or_default();
        *turn += 1;
        let other = turn.is_multiple_of(2).then(|| self.words.find(&format!("{key}-2"), values)).flatten();
        other.unwrap_or_else(|| self.words.tell(key, values))
    }

    pub fn counts(&self, question: &Question) -> Option<&'a QuestionCounts> {
        self.data.counts.question(question.code.as_str())
    }

    /// Stable over time, and unique among the audiences.
    pub fn anchor(&self, code: &str) -> String {
        format!("{}-{code}", self.data.audience.code)
    }

    /// The options of a question that stand outside its base; the usual words where it offers none.
    pub fn outside(&self, question: &Question) -> Outside {
        let options =
            self.data.questionnaire.scale_of(question).map(|scale| scale.options.as_slice()).unwrap_or_default();
        let offered = |standing: Standing, usual: &str| {
            let option = options.iter().find(|option| option.standing == standing);
            option.map_or_else(|| self.words.say(usual), |option| self.say(&option.label))
        };
        Outside {
            cannot: offered(Standing::DontKnow, "figure-row-dont-know"),
            not_apply: offered(Standing::NotApplicable, "figure-row-not-applicable"),
        }
    }

    /// The substantive options: „не мога да преценя“ and „не се отнася“ stand outside, among the missing.
    pub fn counted(&self, question: &Question) -> Option<Counted<'a>> {
        let scale = self.data.questionnaire.scale_of(question)?;
        let counts = self.counts(question)?;
        let mut pairs: Vec<(&ScaleOption, u64)> = scale
            .options
            .iter()
            .zip(counts.options.iter().copied().chain(std::iter::repeat(0)))
            .filter(|(option, _)| matches!(option.standing, Standing::Value(_) | Standing::Unordered))
            .collect();
        let ordered = scale.ordered && pairs.iter().all(|(option, _)| matches!(option.standing, Standing::Value(_)));
        if ordered {
            pairs.sort_by(|(a, _), (b, _)| value(a).total_cmp(&value(b)));
        }
        let (options, counts_of_options) = pairs.into_iter().unzip();
        Some(Counted { options, counts: counts_of_options, missing: missing(counts), ordered })
    }
}

impl Counted<'_> {
    pub fn tally(&self) -> Tally {
        Tally::new(self.counts.clone(), self.missing)
    }

    pub fn mentions(&self, answered: u64) -> Option<Mentions> {
        Mentions::new(self.counts.clone(), answered, answered, self.missing).ok()
    }

    /// The scores as whole numbers, rising, as the summary of a scale wants them.
    pub fn scores(&self) -> Option<Vec<i64>> {
        let scores: Option<Vec<i64>> = self.options.iter().map(|option| whole(value(option))).collect();
        scores.filter(|scores| self.ordered && scores.len() >= 3 && scores.is_sorted_by(|a, b| a < b))
    }
}

pub fn missing(counts: &QuestionCounts) -> MissingCounts {
    let mut missing = MissingCounts::default();
    for (reason, count) in &counts.missing {
        let reason = match reason {
            Missing::NotShown => stats::Missing::NotShown,
            Missing::Skipped => stats::Missing::Skipped,
            Missing::DontKnow => stats::Missing::DontKnow,
            Missing::NotApplicable => stats::Missing::NotApplicable,
            Missing::Invalid => stats::Missing::Invalid,
            Missing::NotInVersion => stats::Missing::NotInVersion,
        };
        missing.add(reason, *count);
    }
    missing
}

fn value(option: &ScaleOption) -> f64 {
    match option.standing {
        Standing::Value(value) => value,
        Standing::Unordered | Standing::DontKnow | Standing::NotApplicable => 0.0,
    }
}

fn whole(value: f64) -> Option<i64> {
    let rounded = value.round();
    let near = (value - rounded).abs() < 1e-9 && rounded.abs() < 1e9;
    near.then(|| format!("{rounded:.0}").parse().ok()).flatten()
}
