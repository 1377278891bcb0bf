use super::asked::appearance;
use super::choices::Lists;
use super::columns::Column;
use super::grid::{self, Place, Placed};
use super::kinds::{self, Kind};
use super::names::Names;
use super::table::{Line, Table, named};
use super::workbook::Sheet;
use super::{Findings, Problem};
use crate::nearest::nearest;
use crate::{Expression, Group, GroupCode, GroupLayout, Item, Question, QuestionCode, QuestionKind, Scale, ScaleCode};
use base::{Language, Text};
use std::collections::{BTreeMap, BTreeSet};

/// What the sheet `survey` came to.
#[derive(Default)]
pub(super) struct Survey {
    pub(super) items: Vec<Item>,
    /// The lists that its questions use.
    pub(super) scales: BTreeMap<ScaleCode, Scale>,
    pub(super) has_english: bool,
}

/// Groups within groups; deeper ones are refused.
const DEEPEST: usize = 8;

/// The lists that questions name, before anything else is read.
pub(super) fn lists_used(sheets: &[Sheet]) -> BTreeSet<String> {
    let mut aside = Findings::default();
    let table = named(sheets, "survey").and_then(|sheet| Table::of(sheet, Language::Bulgarian, &mut aside));
    let kinds = table.iter().flat_map(Table::lines).map(|line| kinds::read(line.text(Column::Type)));
    kinds
        .filter_map(|kind| if let Kind::One { list, .. } | Kind::Many { list, .. } = kind { Some(list) } else { None })
        .collect()
}

pub(super) fn read(sheets: &[Sheet], lists: &Lists, default: Language, findings: &mut Findings) -> Survey {
    let Some(sheet) = named(sheets, "survey") else {
        let similar = nearest("survey", sheets.iter().map(|sheet| sheet.name.as_str()));
        findings.refuse(crate::Located::whole(Problem::NoSheet { name: "survey", similar }));
        return Survey::default();
    };
    let Some(table) = Table::of(sheet, default, findings) else {
        let mut found = crate::Located::whole(Problem::EmptySheet);
        found.sheet = Some(sheet.name.clone());
        findings.refuse(found);
        return Survey::default();
    };
    for (column, name) in [(Column::Type, "type"), (Column::Name, "name")] {
        if !table.has(column) {
            let similar = table.similar_header(name);
            findings.refuse(table.at_header(Problem::MissingColumn { name, similar }));
        }
    }
    if !table.has(Column::Type) || !table.has(Column::Name) {
        return Survey::default();
    }
    if !table.speaks(Column::Label, Language::Bulgarian) {
        findings.refuse(table.at_header(Problem::NoBulgarian { name: "label" }));
    }
    let reading = Reading {
        lists,
        findings,
        names: Names::default(),
        scales: BTreeMap::new(),
        has_english: table.speaks(Column::Label, Language::English),
        told_of_missing_sheet: false,
        stack: vec![Frame::default()],
    };
    let survey = reading.read(&table);
    table.warn_of_left_out(findings);
    survey
}

pub(super) struct Reading<'a> {
    pub(super) lists: &'a Lists,
    pub(super) findings: &'a mut Findings,
    pub(super) names: Names,
    pub(super) scales: BTreeMap<ScaleCode, Scale>,
    pub(super) has_english: bool,
    pub(super) told_of_missing_sheet: bool,
    /// The groups that are open; the first frame is the questionnaire itself.
    stack: Vec<Frame>,
}

#[derive(Default)]
struct Frame {
    opened: Option<Opened>,
    items: Vec<Placed>,
}

struct Opened {
    code: GroupCode,
    label: Option<Text>,
    hint: Option<Text>,
    relevance: Option<Expression>,
    appearance: Vec<String>,
    /// Where it began, for a group that is never closed.
    place: crate::Located<Problem>,
    /// A repeat: refused already, its rows looked at all the same.
    is_other: bool,
}

impl Reading<'_> {
    fn read(mut self, table: &Table<'_>) -> Survey {
        for line in table.lines() {
            self.line(&line);
        }
        while self.stack.len() > 1 {
            if let Some(opened) = self.stack.pop().and_then(|frame| frame.opened) {
                let problem = Problem::Unclosed { name: opened.code.to_string() };
                self.findings.refuse(crate::Located { problem, ..opened.place });
            }
        }
        let items = grid::fold(self.stack.pop().unwrap_or_default().items, false);
        let asks = |item: &Item| matches!(item, Item::Group(_)) || item.question().is_some_and(Question::is_asked);
        if !items.iter().any(asks) && self.findings.errors.is_empty() {
            self.findings.refuse(table.at_header(Problem::NoQuestions));
        }
        self.names.check(self.findings);
        Survey { items, scales: self.scales, has_english: self.has_english }
    }

    fn line(&mut self, line: &Line<'_>) {
        let (given, name) = (line.text(Column::Type), line.text(Column::Name));
        if given.starts_with('#') || (given.is_empty() && name.is_empty()) {
            return;
        }
        if given.is_empty() {
            return self.findings.refuse(line.at(Column::Type, Problem::MissingType));
        }
        let given = given.chars().take(80).collect::<String>();
        match kinds::read(&given) {
            Kind::BeginGroup => self.open(line, false),
            Kind::BeginOther(feature) => {
                self.findings.refuse(line.at(Column::Type, Problem::Unsupported { given, feature }));
                self.open(line, true);
            }
            Kind::EndGroup => self.close(line, given, false),
            Kind::EndOther => self.close(line, given, true),
            Kind::Trace => self.findings.warn(line.at(Column::Type, Problem::LeftOut { given })),
            Kind::Unsupported(feature) => {
                self.findings.refuse(line.at(Column::Type, Problem::Unsupported { given, feature }));
                self.take_name(line, true, false);
            }
            Kind::Unknown { similar } => {
                self.findings.refuse(line.at(Column::Type, Problem::UnknownType { given, similar }));
                self.take_name(line, true, false);
            }
            Kind::Text => {
                let rows = line.text(Column::Parameters).contains("rows");
                let long = rows || appearance(line).iter().any(|word| word == "multiline");
                self.question(line, QuestionKind::Text { long });
            }
            Kind::Integer => self.question(line, QuestionKind::Integer),
            Kind::Decimal => self.question(line, QuestionKind::Decimal),
            Kind::Date => self.question(line, QuestionKind::Date),
            Kind::Note => self.question(line, QuestionKind::Note),
            Kind::Calculate => self.calculation(line),
            Kind::Today => {
                if let Ok(today) = Expression::parse("today()") {
                    self.question(line, QuestionKind::Calculated(today));
                }
            }
            Kind::One { list, other } => {
                let scale = self.scale(line, &list, other);
                self.choice(line, scale, |scale| QuestionKind::One { scale, other }, other);
            }
            Kind::Many { list, other } => {
                let scale = self.scale(line, &list, other);
                self.choice(line, scale, |scale| QuestionKind::Many { scale, other }, other);
            }
        }
    }

    pub(super) fn take_name(&mut self, line: &Line<'_>, is_question: bool, takes_other: bool) -> Option<QuestionCode> {
        let name = line.text(Column::Name);
        if name.is_empty() {
            self.findings.refuse(line.at(Column::Name, Problem::MissingName));
            return None;
        }
        match QuestionCode::parse(name) {
            Ok(code) => {
                let place = line.at(Column::Name, Problem::MissingName);
                self.names.take(name, line.row(), place, is_question, takes_other, self.findings);
                Some(code)
            }
            Err(_) => {
                self.findings
                    .refuse(line.at(Column::Name, Problem::BadName { given: name.chars().take(60).collect() }));
                None
            }
        }
    }

    /// A name for what needs none in the public format.
    pub(super) fn generated(&mut self, line: &Line<'_>, what: &str) -> Option<String> {
        let mut name = format!("{what}_{}", line.row());
        while self.names.is_taken(&name) && name.len() < 60 {
            name.push('_');
        }
        self.names.take(&name, line.row(), line.at(Column::Name, Problem::MissingName), false, false, self.findings);
        Some(name)
    }

    fn open(&mut self, line: &Line<'_>, is_other: bool) {
        let name = line.text(Column::Name);
        let code = if name.is_empty() {
            self.generated(line, "group").and_then(|name| GroupCode::parse(&name).ok())
        } else {
            self.take_name(line, false, false).and_then(|code| GroupCode::parse(code.as_str()).ok())
        };
        if self.stack.len() > DEEPEST {
            self.findings.refuse(line.at(Column::Type, Problem::TooDeep { max: DEEPEST }));
        }
        let label = line.words(Column::Label, self.findings);
        if label.as_ref().is_some_and(|label| label.english.is_none()) {
            self.has_english = false;
        }
        let hint = line.words(Column::Hint, self.findings);
        let relevance = self.expression(line, Column::Relevant, None);
        let place = line.at(Column::Type, Problem::MissingName);
        let appearance = appearance(line);
        // A group without a usable name was refused above; it is still opened, so that its end is found.
        let Some(code) = code.or_else(|| GroupCode::parse("_").ok()) else { return };
        let opened = Opened { code, label, hint, relevance, appearance, place, is_other };
        self.stack.push(Frame { opened: Some(opened), items: Vec::new() });
    }

    fn close(&mut self, line: &Line<'_>, given: String, is_other: bool) {
        let fits = |frame: &Frame| frame.opened.as_ref().is_some_and(|opened| opened.is_other == is_other);
        let Some(frame) = self.stack.pop_if(|frame| fits(frame)) else {
            return self.findings.refuse(line.at(Column::Type, Problem::NothingToClose { given }));
        };
        let Some(opened) = frame.opened else { return };
        if frame.items.is_empty() {
            return;
        }
        let has = |word: &str| opened.appearance.iter().any(|given| given == word);
        let (table, page) = (has("table-list"), has("field-list"));
        let items = grid::fold(if table { grid::as_rows(frame.items) } else { frame.items }, page || table);
        let layout = if table || page { GroupLayout::Page } else { GroupLayout::Plain };
        let group = grid::flatten(Group {
            code: opened.code,
            label: opened.label,
            hint: opened.hint,
            relevance: opened.relevance,
            layout,
            items,
        });
        if table && group.items.iter().filter_map(Item::question).any(|left| left.is_asked() && !group.is_battery()) {
            self.findings.warn(crate::Located { problem: Problem::MixedTable, ..opened.place });
        }
        self.place(Placed { item: Item::Group(group), place: Place::None });
    }

    pub(super) fn place(&mut self, placed: Placed) {
        if let Some(frame) = self.stack.last_mut() {
            frame.items.push(placed);
        }
    }
}
