//! The outline as rows: a tree told one after the other, so that a template can draw it.

use super::told;
use crate::{Frame, Said};
use std::collections::BTreeMap;
use survey::{Group, GroupLayout, Item, Question, Questionnaire, Shortcoming, Spot, edit};

pub enum Row {
    /// A page, group or grid begins.
    Open(Card),
    Question(Card),
    /// It ends; here something is added to it.
    Close(Adding),
}

/// One question or group.
pub struct Card {
    pub code: String,
    pub address: String,
    /// „7“ for what is asked.
    pub number: String,
    pub kind: String,
    pub label: Said,
    /// Nothing was written yet.
    pub is_mute: bool,
    pub options: Vec<Said>,
    /// How many more options there are.
    pub more: String,
    pub condition: String,
    pub notes: Vec<String>,
    pub lacks: Vec<String>,
    pub may_up: bool,
    pub may_down: bool,
    /// Asked several times: changed in a file.
    pub is_repeated: bool,
    pub is_page: bool,
    pub is_grid: bool,
}

impl Card {
    /// How its buttons call it.
    pub fn name(&self) -> String {
        if self.is_mute { self.code.clone() } else { told::short(self.label.words()) }
    }
}

pub struct Adding {
    pub is_page: bool,
    pub is_grid: bool,
    pub is_repeated: bool,
    pub label: String,
    /// Where to add a question, a group, a ready question; empty for what takes none.
    pub question: String,
    pub group: String,
    pub bank: String,
}

/// Options that are shown before „и още“.
const SHOWN_OPTIONS: usize = 6;

pub fn rows(frame: &Frame, home: &str, questionnaire: &Questionnaire, found: &[Shortcoming]) -> Vec<Row> {
    let mut lacks: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for one in found {
        if let Spot::Item(code) = &one.at {
            lacks.entry(code.clone()).or_default().push(frame.words.refusal(one).sentence);
        }
    }
    let mut telling = Telling { frame, home, questionnaire, lacks, number: 0, rows: Vec::new() };
    telling.items(&questionnaire.items, None, false);
    telling.rows
}

struct Telling<'a> {
    frame: &'a Frame,
    home: &'a str,
    questionnaire: &'a Questionnaire,
    lacks: BTreeMap<String, Vec<String>>,
    number: usize,
    rows: Vec<Row>,
}

impl Telling<'_> {
    fn items(&mut self, items: &[Item], around: Option<&Group>, is_repeated: bool) {
        for (place, item) in items.iter().enumerate() {
            let ends = (place == 0, place + 1 == items.len());
            match item {
                Item::Question(question) => {
                    let card = self.question(question, around, ends, is_repeated);
                    self.rows.push(Row::Question(card));
                }
                Item::Group(group) => {
                    let is_repeated = is_repeated || group.is_round();
                    let card = self.group(group, around, ends, is_repeated);
                    let adding = self.adding(group, is_repeated);
                    self.rows.push(Row::Open(card));
                    self.items(&group.items, Some(group), is_repeated);
                    self.rows.push(Row::Close(adding));
                }
            }
        }
    }

    fn adding(&self, group: &Group, is_repeated: bool) -> Adding {
        let to = |what: &str| self.frame.to(&format!("{}/{what}within={}", self.home, group.code));
        Adding {
            is_page: group.layout == GroupLayout::Page,
            is_grid: group.is_battery(),
            is_repeated,
            label: told::item_words(self.frame, self.questionnaire, group.code.as_str()),
            question: to("items/new?"),
            group: to("items/new?kind=group&"),
            bank: to("bank?"),
        }
    }

    fn question(&mut self, question: &Question, around: Option<&Group>, ends: (bool, bool), is_repeated: bool) -> Card {
        let in_grid = around.is_some_and(Group::is_battery);
        let number = if question.is_asked() {
            self.number += 1;
            self.number.to_string()
        } else {
            String::new()
        };
        let frame = self.frame;
        let scale = self.questionnaire.scale_of(question).filter(|_| !in_grid);
        let options: Vec<Said> =
            scale.iter().flat_map(|scale| &scale.options).map(|option| frame.said(&option.label)).collect();
        let left = options.len().saturating_sub(SHOWN_OPTIONS);
        let mut notes = Vec::new();
        if question.required.is_some() {
            notes.push(frame.say("drafts-note-required"));
        }
        if question.constraint.is_some() {
            notes.push(frame.say("drafts-note-constraint"));
        }
        if question.shuffled {
            notes.push(frame.say("drafts-note-shuffled"));
        }
        let label = frame.said(&question.label).map(survey::unpiped);
        let kind = if in_grid { frame.say("drafts-kind-row") } else { told::kind(frame, question) };
        Card {
            number,
            kind,
            is_mute: label.is_empty(),
            label,
            more: if left > 0 { frame.tell("drafts-more-options", "n", count(left)) } else { String::new() },
            options: options.into_iter().take(SHOWN_OPTIONS).collect(),
            condition: told::condition(frame, question.relevance.as_ref(), self.questionnaire),
            notes,
            ..self.card(question.code.as_str(), around, ends, is_repeated)
        }
    }

    fn group(&mut self, group: &Group, around: Option<&Group>, ends: (bool, bool), is_repeated: bool) -> Card {
        let frame = self.frame;
        let label = group.label.as_ref().map_or_else(|| Said::here(""), |label| frame.said(label).map(survey::unpiped));
        let scale = group.battery_scale().and_then(|code| self.questionnaire.scales.get(code));
        let options = scale.iter().flat_map(|scale| &scale.options).map(|option| frame.said(&option.label));
        let mut notes = Vec::new();
        if group.shuffled {
            notes.push(frame.say("drafts-note-shuffled"));
        }
        if let Some(repeated) = group.repeated.as_ref().filter(|repeated| repeated.is_folded()) {
            let key = if repeated.count.is_some() { "drafts-note-repeats-counted" } else { "drafts-note-repeats" };
            notes.push(frame.tell(key, "n", i64::from(repeated.rounds)));
        } else if let Some(repeated) = &group.repeated {
            notes.push(frame.words.tell(
                "drafts-note-repeated",
                &[("round", i64::from(repeated.round).into()), ("rounds", i64::from(repeated.rounds).into())],
            ));
        }
        Card {
            kind: told::layout(frame, group),
            is_mute: label.is_empty(),
            label,
            options: options.collect(),
            condition: told::condition(frame, group.relevance.as_ref(), self.questionnaire),
            notes,
            is_page: group.layout == GroupLayout::Page,
            is_grid: group.is_battery(),
            ..self.card(group.code.as_str(), around, ends, is_repeated)
        }
    }

    /// What every card has.
    fn card(
        &mut self,
        code: &str,
        around: Option<&Group>,
        (is_first, is_last): (bool, bool),
        is_repeated: bool,
    ) -> Card {
        // From the edge of a page it goes on to the next one.
        let leaves = |is_down: bool| {
            let own = around.and_then(|group| {
                self.questionnaire.items.iter().position(|known| edit::code_of(known) == group.code.as_str())
            });
            let next = own.and_then(|own| if is_down { own.checked_add(1) } else { own.checked_sub(1) });
            let next = next.and_then(|next| self.questionnaire.items.get(next)).and_then(Item::group);
            next.is_some_and(|next| !next.is_battery() && next.repeated.is_none())
                && !around.is_some_and(Group::is_battery)
        };
        Card {
            address: self.frame.to(&format!("{}/items/{code}", self.home)),
            code: code.to_owned(),
            number: String::new(),
            kind: String::new(),
            label: Said::here(""),
            is_mute: true,
            options: Vec::new(),
            more: String::new(),
            condition: String::new(),
            notes: Vec::new(),
            lacks: self.lacks.remove(code).unwrap_or_default(),
            may_up: !is_first || leaves(false),
            may_down: !is_last || leaves(true),
            is_repeated,
            is_page: false,
            is_grid: false,
        }
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
