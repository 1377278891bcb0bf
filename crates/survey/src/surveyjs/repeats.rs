use super::carry::Carrying;
use super::element::Element;
use super::{Feature, MOST_QUESTIONS, Problem};
use crate::rounds::{self, Rounds, numbered};
use crate::{Expression, Group, GroupCode, GroupLayout, Item};
use std::collections::BTreeSet;

impl Carrying {
    /// A panel that people fill in as many times as they have something to tell of: a round for each time. In its conditions
    /// and words its questions are `{panel.name}`; behind it nothing names one of the rounds.
    pub(super) fn repeat(&mut self, element: Element<'_>, depth: usize) -> Vec<Item> {
        let name = element.name();
        if element.is_hidden() {
            self.findings.leave_out(name, Feature::Hidden);
            return Vec::new();
        }
        let (label, hint) = (self.label(element, "title"), self.label(element, "description"));
        let label = label.or_else(|| self.label(element, "templateTitle"));
        let relevance = self.condition(element, "visibleIf", name, None);
        if !self.codes.enter_panel() {
            self.findings.leave_out(name, Feature::RepeatWithin);
            return Vec::new();
        }
        let items = self.each(element.elements("templateElements"), depth + 1);
        self.codes.leave_panel();
        if items.is_empty() {
            return Vec::new();
        }
        let Ok(code) = GroupCode::parse(&self.codes.free(name)) else { return Vec::new() };
        let group = Group { hint, relevance, ..Group::new(code, label, GroupLayout::Page, items) };
        let (rounds, count) = self.rounds(element);
        match self.written_out(&group, rounds, count) {
            Some(groups) => groups.into_iter().map(Item::Group).collect(),
            None => {
                self.findings.leave_out(name, Feature::Repeat);
                Vec::new()
            }
        }
    }

    /// How many times at most; and exactly how many, where nobody may add or remove any.
    fn rounds(&mut self, element: Element<'_>) -> (u32, Option<Expression>) {
        let is_fixed = ["allowAddPanel", "allowRemovePanel"]
            .iter()
            .all(|name| element.get(name).and_then(serde_json::Value::as_bool) == Some(false));
        let (least, most) = (element.count("minPanelCount"), element.count("maxPanelCount"));
        let fixed = element.count("panelCount").filter(|_| is_fixed).or(most.filter(|_| most == least));
        let wanted = fixed.or(most).unwrap_or(rounds::USUAL_ROUNDS.max(least.unwrap_or(0)));
        let rounds = wanted.min(rounds::MOST_ROUNDS);
        if wanted > rounds {
            self.findings.leave_out(element.name(), Feature::MoreRounds);
        }
        (rounds, fixed.and_then(|_| Expression::parse(&rounds.to_string()).ok()))
    }

    /// `None` where the codes of the rounds are taken or become too long, or where there would be too many questions.
    fn written_out(&mut self, group: &Group, rounds: u32, count: Option<Expression>) -> Option<Vec<Group>> {
        let names: BTreeSet<String> = group.questions().map(|question| question.code.to_string()).collect();
        let all = names.len().saturating_mul(usize::try_from(rounds).unwrap_or(usize::MAX));
        if all > rounds::MOST_QUESTIONS {
            return None;
        }
        self.questions = self.questions.saturating_add(all.saturating_sub(names.len()));
        if self.questions > MOST_QUESTIONS {
            self.findings.refuse(Problem::TooManyQuestions { max: MOST_QUESTIONS });
            return None;
        }
        let asks_for_more = count.is_none() && rounds > 1;
        let more = (1..rounds).filter(|_| asks_for_more).map(|round| format!("{}.{round}.more", group.code));
        let numbered = names.iter().flat_map(|name| (1..=rounds).map(move |round| numbered(name, round)));
        if !self.codes.take_all(&numbered.chain(more).collect::<Vec<_>>()) {
            return None;
        }
        let groups = Rounds { group, names, rounds, count }.write_out().ok()?;
        if asks_for_more {
            self.scales.extend(rounds::more_scale().map(|scale| (scale.code.clone(), scale)));
        }
        Some(groups)
    }
}
