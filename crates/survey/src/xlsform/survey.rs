use super::asked::appearance;
use super::choices::{Lists, Used};
use super::columns::Column;
use super::grid::{self, Place, Placed};
use super::kinds::{self, Kind};
use super::names::Names;
use super::parameters::{is_true, look, parameter};
use super::sheet::Sheet;
use super::table::{Line, Table, named};
use super::{Findings, Problem, Substitute};
use crate::lint::{Part, Places};
use crate::nearest::nearest;
use crate::rounds::{self, Rounds};
use crate::search::PLACE_PROPERTIES;
use crate::{
    ChoiceFilter, Expression, Group, GroupCode, GroupLayout, Item, Look, Question, QuestionCode, QuestionKind, Scale,
    ScaleCode,
};
use base::{LanguageTag, Text};
use std::collections::{BTreeMap, BTreeSet};

/// What the sheet `survey` came to.
#[derive(Default)]
pub(super) struct Survey {
    pub(super) items: Vec<Item>,
    /// The lists that its questions use.
    pub(super) scales: BTreeMap<ScaleCode, Scale>,
    /// In which its labels are written.
    pub(super) languages: Vec<LanguageTag>,
    pub(super) places: Places,
}

/// In which column each part of a question stands.
const PARTS: [(Part, Column); 9] = [
    (Part::Kind, Column::Type),
    (Part::Name, Column::Name),
    (Part::Label, Column::Label),
    (Part::Hint, Column::Hint),
    (Part::Required, Column::Required),
    (Part::Relevance, Column::Relevant),
    (Part::Constraint, Column::Constraint),
    (Part::Calculation, Column::Calculation),
    (Part::Filter, Column::ChoiceFilter),
];

/// Groups within groups; deeper ones are refused.
const DEEPEST: usize = 8;

/// The lists and the properties of options that questions name, before anything else is read.
pub(super) fn used(sheets: &[Sheet]) -> Used {
    let mut aside = Findings::default();
    let table = named(sheets, "survey").and_then(|sheet| Table::of(sheet, LanguageTag::BULGARIAN, &mut aside));
    let mut used = Used::default();
    for line in table.iter().flat_map(Table::lines) {
        if let Kind::One { list, .. } | Kind::Many { list, .. } | Kind::Ranking { list } =
            kinds::read(line.text(Column::Type))
        {
            used.lists.insert(list);
        }
        if let Ok(filter) = ChoiceFilter::parse(line.text(Column::ChoiceFilter)) {
            used.properties.extend(filter.properties().into_iter().map(str::to_owned));
        }
        if look(&line) == Look::Settlements {
            used.properties.extend(PLACE_PROPERTIES.map(str::to_owned));
        }
    }
    used
}

pub(super) fn read(sheets: &[Sheet], lists: &Lists, default: LanguageTag, findings: &mut Findings) -> Survey {
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
    table.tell_languages(findings);
    let reading = Reading {
        lists,
        findings,
        names: Names::default(),
        places: Places::default(),
        scales: BTreeMap::new(),
        languages: table.languages().to_vec(),
        told_of_missing_sheet: false,
        named: table.named(),
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
    pub(super) places: Places,
    pub(super) scales: BTreeMap<ScaleCode, Scale>,
    pub(super) languages: Vec<LanguageTag>,
    pub(super) told_of_missing_sheet: bool,
    /// What words and expressions anywhere in the sheet name.
    pub(super) named: BTreeSet<String>,
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
    shuffled: bool,
    /// Where it began, for a group that is never closed.
    place: crate::Located<Problem>,
    opening: Opening,
}

#[derive(Clone, PartialEq)]
enum Opening {
    Group,
    /// With how many rounds at most, and the expression for how many.
    Repeat(u32, Option<Expression>),
    /// Refused already, its rows looked at all the same.
    Other,
}

impl Opening {
    fn is_like(&self, other: &Opening) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
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
        Survey { items, scales: self.scales, languages: self.languages, places: self.places }
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
            Kind::BeginGroup => self.open(line, Opening::Group),
            Kind::BeginRepeat => self.open_repeat(line, given),
            Kind::BeginOther(feature) => {
                self.findings.refuse(line.at(Column::Type, Problem::Unsupported { given, feature }));
                self.open(line, Opening::Other);
            }
            Kind::EndGroup => self.close(line, given, &Opening::Group),
            Kind::EndRepeat => self.close(line, given, &Opening::Repeat(0, None)),
            Kind::EndOther => self.close(line, given, &Opening::Other),
            Kind::Trace => {
                self.findings.warn(line.at(Column::Type, Problem::LeftOut { given }));
                self.not_asked(line);
            }
            Kind::NotAsked(feature) => {
                self.findings.warn(line.at(Column::Type, Problem::NotAsked { given, feature }));
                self.not_asked(line);
            }
            Kind::Instead(substitute) => {
                self.findings.warn(line.at(Column::Type, Problem::Instead { given, substitute }));
                self.instead(line, substitute);
            }
            Kind::RankingOther { list } => {
                let substitute = Substitute::WithoutOther;
                self.findings.warn(line.at(Column::Type, Problem::Instead { given, substitute }));
                let scale = self.scale(line, &list, false);
                self.choice(line, scale, |scale| QuestionKind::Ranking { scale }, false);
            }
            Kind::Unsupported(feature) => {
                self.findings.refuse(line.at(Column::Type, Problem::Unsupported { given, feature }));
                self.take_name(line, true, false);
            }
            Kind::Unknown { similar } => {
                self.findings.refuse(line.at(Column::Type, Problem::UnknownType { given, similar }));
                self.take_name(line, true, false);
            }
            Kind::Text => {
                let shape = self.text_shape(line);
                self.question(line, QuestionKind::Text(shape));
            }
            Kind::Integer => {
                let bounds = self.bounds(line);
                self.question(line, QuestionKind::Integer(bounds));
            }
            Kind::Decimal => {
                let bounds = self.bounds(line);
                self.question(line, QuestionKind::Decimal(bounds));
            }
            Kind::Range => {
                let kind = self.range(line);
                self.question(line, kind);
            }
            Kind::Date => self.question(line, QuestionKind::Date),
            Kind::Time => self.question(line, QuestionKind::Time),
            Kind::Consent => self.question(line, QuestionKind::Consent),
            Kind::Point => self.question(line, QuestionKind::Point),
            Kind::File { pictures } => {
                let shape = self.file_shape(line, pictures);
                self.question(line, QuestionKind::File(shape));
            }
            Kind::Given => self.question(line, QuestionKind::Given),
            Kind::Note => self.question(line, QuestionKind::Note),
            Kind::Calculate => self.calculation(line),
            Kind::Today => {
                if let Ok(today) = Expression::parse("today()") {
                    self.question(line, QuestionKind::Calculated(today));
                }
            }
            Kind::One { list, other } => {
                let scale = self.scale(line, &list, other);
                let look = look(line);
                self.choice(line, scale, |scale| QuestionKind::One { scale, other, look }, other);
            }
            Kind::Many { list, other } => {
                let scale = self.scale(line, &list, other);
                let ticks = self.ticks(line);
                self.choice(line, scale, |scale| QuestionKind::Many { scale, other, ticks }, other);
            }
            Kind::Ranking { list } => {
                let scale = self.scale(line, &list, false);
                self.choice(line, scale, |scale| QuestionKind::Ranking { scale }, false);
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
                self.places.found(name, line.places(&PARTS));
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
        self.places.found(&name, line.places(&PARTS));
        Some(name)
    }

    /// A repeat within a repeat, or one without a name, is looked at but not taken.
    fn open_repeat(&mut self, line: &Line<'_>, given: String) {
        if self.names.within.is_some() {
            let feature = super::Feature::Repeat;
            self.findings.refuse(line.at(Column::Type, Problem::Unsupported { given, feature }));
            return self.open(line, Opening::Repeat(0, None));
        }
        let source = line.text(Column::RepeatCount);
        let fixed = source.parse::<u32>().ok();
        let count = if fixed.is_some() { None } else { self.expression(line, Column::RepeatCount, None) };
        let asked = fixed.or_else(|| parameter(line, "most").and_then(|most| most.parse().ok()));
        let rounds = asked.unwrap_or(rounds::USUAL_ROUNDS);
        if !(1..=rounds::MOST_ROUNDS).contains(&rounds) {
            self.findings.refuse(line.at(Column::RepeatCount, Problem::BadRounds { max: rounds::MOST_ROUNDS }));
        }
        // A number of rounds that is written down is asked for in full.
        let count = count.or_else(|| fixed.and_then(|fixed| Expression::parse(&fixed.to_string()).ok()));
        self.open(line, Opening::Repeat(rounds.min(rounds::MOST_ROUNDS), count));
        self.names.within = Some(line.row());
    }

    /// The rounds, one after the other. What cannot be written out is refused where the repeat begins.
    fn write_out(&mut self, group: &Group, rounds: u32, count: Option<Expression>, place: &crate::Located<Problem>) {
        let names = self.names.in_repeat();
        self.names.within = None;
        let questions = group.questions().count();
        if questions * usize::try_from(rounds).unwrap_or(usize::MAX) > rounds::MOST_QUESTIONS {
            let problem = Problem::BadRounds { max: rounds::MOST_ROUNDS };
            return self.findings.refuse(crate::Located { problem, ..place.clone() });
        }
        for (round, name) in (1..=rounds).flat_map(|round| names.iter().map(move |name| (round, name))) {
            let row = place.row.unwrap_or(0);
            self.names.take(&rounds::numbered(name, round), row, place.clone(), false, false, self.findings);
        }
        if count.is_none() {
            self.scales.extend(rounds::more_scale().map(|scale| (scale.code.clone(), scale)));
            // We have these words in our own languages only.
            for language in self.languages.iter().filter(|language| language.built_in().is_none()) {
                let problem = Problem::MissingTranslation { language: *language };
                self.findings.warn(crate::Located { problem, ..place.clone() });
            }
        }
        let all = Rounds { group, names: names.into_iter().collect(), rounds, count };
        match all.write_out() {
            Ok(groups) => {
                for group in groups {
                    self.place(Placed { item: Item::Group(group), place: Place::None });
                }
            }
            Err(problem) => {
                let problem = Problem::Expression(problem);
                self.findings.refuse(crate::Located { problem, ..place.clone() });
            }
        }
    }

    fn open(&mut self, line: &Line<'_>, opening: Opening) {
        let name = line.text(Column::Name);
        let code = if name.is_empty() {
            self.generated(line, "group").and_then(|name| GroupCode::parse(&name).ok())
        } else {
            self.take_name(line, false, false).and_then(|code| GroupCode::parse(code.as_str()).ok())
        };
        if self.stack.len() > DEEPEST {
            self.findings.refuse(line.at(Column::Type, Problem::TooDeep { max: DEEPEST }));
        }
        let label = self.piped(line, Column::Label);
        let hint = self.piped(line, Column::Hint);
        let shuffled = parameter(line, "randomize").is_some_and(|given| is_true(&given));
        let relevance = self.expression(line, Column::Relevant, None);
        let place = line.at(Column::Type, Problem::MissingName);
        let appearance = appearance(line);
        // A group without a usable name was refused above; it is still opened, so that its end is found.
        let Some(code) = code.or_else(|| GroupCode::parse("_").ok()) else { return };
        let opened = Opened { code, label, hint, relevance, appearance, shuffled, place, opening };
        self.stack.push(Frame { opened: Some(opened), items: Vec::new() });
    }

    fn close(&mut self, line: &Line<'_>, given: String, opening: &Opening) {
        let fits = |frame: &Frame| frame.opened.as_ref().is_some_and(|opened| opened.opening.is_like(opening));
        let Some(frame) = self.stack.pop_if(|frame| fits(frame)) else {
            return self.findings.refuse(line.at(Column::Type, Problem::NothingToClose { given }));
        };
        let Some(opened) = frame.opened else { return };
        if frame.items.is_empty() {
            if matches!(opened.opening, Opening::Repeat(rounds, _) if rounds > 0) {
                self.names.within = None;
            }
            return;
        }
        let has = |word: &str| opened.appearance.iter().any(|given| given == word);
        let (table, page) = (has("table-list"), has("field-list"));
        // A grid that is a group of its own already stays within this one.
        let is_around = frame.items.iter().all(|placed| matches!(placed.item, Item::Group(_)));
        let items = grid::fold(if table { grid::as_rows(frame.items) } else { frame.items }, page || table);
        let layout = if table || page { GroupLayout::Page } else { GroupLayout::Plain };
        let group = Group {
            code: opened.code,
            label: opened.label,
            hint: opened.hint,
            relevance: opened.relevance,
            layout,
            shuffled: opened.shuffled,
            repeated: None,
            items,
        };
        let group = if is_around { group } else { grid::flatten(group) };
        if table && group.items.iter().filter_map(Item::question).any(|left| left.is_asked() && !group.is_battery()) {
            self.findings.warn(crate::Located { problem: Problem::MixedTable, ..opened.place.clone() });
        }
        if let Opening::Repeat(rounds, count) = opened.opening {
            if rounds > 0 {
                self.write_out(&group, rounds, count, &opened.place);
            }
            return;
        }
        self.place(Placed { item: Item::Group(group), place: Place::None });
    }

    /// What was placed last in the group that is open.
    pub(super) fn last(&self) -> Option<&Item> {
        self.stack.last()?.items.last().map(|placed| &placed.item)
    }

    pub(super) fn place(&mut self, placed: Placed) {
        if let Some(frame) = self.stack.last_mut() {
            frame.items.push(placed);
        }
    }
}
