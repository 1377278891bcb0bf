use super::Subject;
use crate::{Group, Item, Question, Questionnaire};
use std::collections::BTreeMap;

/// A questionnaire laid out in the order of asking, each question with the groups around it.
pub(super) struct Outline<'q> {
    pub(super) questionnaire: &'q Questionnaire,
    pub(super) questions: Vec<Asked<'q>>,
    pub(super) groups: Vec<Opened<'q>>,
    /// Where the question with this code is; the first, where there are several.
    by_code: BTreeMap<&'q str, usize>,
}

pub(super) struct Asked<'q> {
    pub(super) question: &'q Question,
    /// The outermost first.
    pub(super) around: Vec<&'q Group>,
}

pub(super) struct Opened<'q> {
    pub(super) group: &'q Group,
    pub(super) around: Vec<&'q Group>,
    /// How many questions come before it.
    pub(super) at: usize,
}

impl<'q> Outline<'q> {
    pub(super) fn of(questionnaire: &'q Questionnaire) -> Outline<'q> {
        let mut outline =
            Outline { questionnaire, questions: Vec::new(), groups: Vec::new(), by_code: BTreeMap::new() };
        outline.lay(&questionnaire.items, &[]);
        for (place, asked) in outline.questions.iter().enumerate() {
            outline.by_code.entry(asked.question.code.as_str()).or_insert(place);
        }
        outline
    }

    fn lay(&mut self, items: &'q [Item], around: &[&'q Group]) {
        for item in items {
            match item {
                Item::Question(question) => self.questions.push(Asked { question, around: around.to_vec() }),
                Item::Group(group) => {
                    self.groups.push(Opened { group, around: around.to_vec(), at: self.questions.len() });
                    let within: Vec<&Group> = around.iter().copied().chain([group]).collect();
                    self.lay(&group.items, &within);
                }
            }
        }
    }

    pub(super) fn place(&self, code: &str) -> Option<usize> {
        self.by_code.get(code).copied()
    }

    pub(super) fn asked(&self, code: &str) -> Option<&Asked<'q>> {
        self.questions.get(self.place(code)?)
    }

    /// What is asked once, or for the first time: the rounds of a repeat are written alike.
    pub(super) fn first_rounds(&self) -> impl Iterator<Item = &Asked<'q>> {
        self.questions.iter().filter(|asked| !is_again(&asked.around))
    }

    pub(super) fn first_groups(&self) -> impl Iterator<Item = &Opened<'q>> {
        let is_first = |opened: &&Opened<'q>| !is_again(&opened.around) && !is_again(&[opened.group]);
        self.groups.iter().filter(is_first)
    }

    /// The first question that offers the scale.
    pub(super) fn asker(&self, scale: &crate::Scale) -> Option<&'q Question> {
        self.questions.iter().map(|asked| asked.question).find(|question| question.scale() == Some(&scale.code))
    }

    /// Where the subject stands in the order of asking; the questionnaire itself before all.
    pub(super) fn position(&self, subject: &Subject) -> usize {
        let Some(code) = subject.code() else { return 0 };
        let group = || self.groups.iter().find(|opened| opened.group.code.as_str() == code).map(|opened| opened.at);
        self.place(code).or_else(group).map_or(usize::MAX, |place| place + 1)
    }
}

/// Whether any of the groups is a second or later round.
pub(super) fn is_again(around: &[&Group]) -> bool {
    around.iter().any(|group| group.repeated.as_ref().is_some_and(|repeated| repeated.round > 1))
}
