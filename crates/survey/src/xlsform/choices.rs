use super::columns::Column;
use super::sheet::Sheet;
use super::table::{Line, Table, named};
use super::{Findings, Problem};
use crate::lint::{Part, Row};
use crate::nearest::nearest;
use crate::{Located, OptionCode, Scale, ScaleCode, ScaleOption, Standing};
use base::{LanguageTag, Text};
use std::collections::{BTreeMap, BTreeSet};

/// The lists of the sheet `choices`, by their names.
pub(super) struct Lists {
    pub(super) scales: BTreeMap<String, Scale>,
    /// There is no such sheet; the name of one that was probably meant.
    pub(super) missing: Option<Option<String>>,
    /// What a filter may ask about an option: the headers that are the author's own.
    pub(super) properties: BTreeSet<String>,
    /// In which the labels of options are written, and where that is said.
    languages: Vec<LanguageTag>,
    /// Where each option stands.
    pub(super) places: Vec<(String, String, Row)>,
    header: Option<Located<Problem>>,
}

impl Lists {
    /// Languages in which questions are asked, but in which no option has a label. Of Bulgarian it was told before.
    pub(super) fn untranslated(&self, asked: &[LanguageTag]) -> Vec<Located<Problem>> {
        let missing = asked.iter().filter(|language| **language != LanguageTag::BULGARIAN);
        let missing = missing.filter(|language| !self.languages.contains(language));
        let at = |language: &LanguageTag| {
            let problem = Problem::MissingTranslation { language: *language };
            Some(Located { problem, ..self.header.clone()? })
        };
        missing.filter_map(at).collect()
    }

    pub(super) fn similar(&self, list: &str) -> Option<String> {
        nearest(list, self.scales.keys().map(String::as_str))
    }
}

/// What the sheet `survey` needs of the sheet `choices`.
#[derive(Default)]
pub(super) struct Used {
    pub(super) lists: BTreeSet<String>,
    /// The properties of options that filters name.
    pub(super) properties: BTreeSet<String>,
}

/// Of the lists that no question uses, nothing is told.
pub(super) fn read(sheets: &[Sheet], used: &Used, default: LanguageTag, findings: &mut Findings) -> Lists {
    let mut lists = Lists {
        scales: BTreeMap::new(),
        missing: None,
        properties: BTreeSet::new(),
        languages: Vec::new(),
        places: Vec::new(),
        header: None,
    };
    let Some(sheet) = named(sheets, "choices") else {
        lists.missing = Some(nearest("choices", sheets.iter().map(|sheet| sheet.name.as_str())));
        return lists;
    };
    let Some(table) = Table::of(sheet, default, findings) else { return lists };
    for (column, name) in [(Column::ListName, "list_name"), (Column::Name, "name")] {
        if !table.has(column) {
            let similar = table.similar_header(name);
            findings.refuse(table.at_header(Problem::MissingColumn { name, similar }));
        }
    }
    if !table.has(Column::ListName) || !table.has(Column::Name) {
        return lists;
    }
    let holds_used = table.lines().any(|line| used.lists.contains(line.text(Column::ListName)));
    if holds_used {
        table.tell_languages(findings);
    }
    lists.languages = table.languages().to_vec();
    lists.header = Some(table.at_header(Problem::EmptySheet));
    let own: Vec<(u32, &str)> = table
        .own_columns()
        .iter()
        .map(|(place, name)| (*place, name.trim()))
        .filter(|(_, name)| used.properties.contains(*name))
        .collect();
    lists.properties = own.iter().map(|(_, name)| (*name).to_owned()).collect();
    let mut first_rows: BTreeMap<(String, String), u32> = BTreeMap::new();
    for line in table.lines() {
        let list = line.text(Column::ListName);
        if list.is_empty() || used.lists.contains(list) {
            add(&mut lists, &mut first_rows, &line, &own, findings);
        } else {
            add(&mut lists, &mut first_rows, &line, &own, &mut Findings::default());
        }
    }
    table.warn_of_left_out(findings);
    for scale in lists.scales.values_mut() {
        let valued = scale.options.iter().filter(|option| matches!(option.standing, Standing::Value(_))).count();
        scale.ordered = valued >= 2;
    }
    lists
}

/// In which column each part of an option stands.
const PARTS: [(Part, Column); 3] =
    [(Part::Name, Column::Name), (Part::Label, Column::Label), (Part::Value, Column::Score)];

fn add(
    lists: &mut Lists,
    first_rows: &mut BTreeMap<(String, String), u32>,
    line: &Line<'_>,
    own: &[(u32, &str)],
    findings: &mut Findings,
) {
    let (list, name) = (line.text(Column::ListName), line.text(Column::Name));
    if list.starts_with('#') || (list.is_empty() && name.is_empty()) {
        return;
    }
    if list.is_empty() {
        findings.refuse(line.at(Column::ListName, Problem::MissingListName));
        return;
    }
    let Ok(scale_code) = ScaleCode::parse(list) else {
        findings.refuse(line.at(Column::ListName, Problem::BadName { given: list.to_owned() }));
        return;
    };
    let Ok(code) = OptionCode::parse(name) else {
        findings.refuse(line.at(Column::Name, Problem::BadOption { given: name.to_owned() }));
        return;
    };
    match first_rows.get(&(list.to_owned(), name.to_owned())) {
        Some(first_row) => {
            let (list, name) = (list.to_owned(), name.to_owned());
            findings.refuse(line.at(Column::Name, Problem::RepeatedOption { list, name, first_row: *first_row }));
        }
        None => {
            first_rows.insert((list.to_owned(), name.to_owned()), line.row());
            lists.places.push((list.to_owned(), name.to_owned(), line.places(&PARTS)));
            let mut option = option(code, line, findings);
            let property = |(place, name): &(u32, &str)| ((*name).to_owned(), line.own(*place).to_owned());
            option.properties = own.iter().map(property).filter(|(_, value)| !value.is_empty()).collect();
            let scale = lists.scales.entry(list.to_owned());
            scale
                .or_insert_with(|| Scale { code: scale_code, options: Vec::new(), ordered: false })
                .options
                .push(option);
        }
    }
}

fn option(code: OptionCode, line: &Line<'_>, findings: &mut Findings) -> ScaleOption {
    let label = line.label(false, findings);
    let score = score(line, findings);
    let (mut standing, mut exclusive) = (score.map_or(Standing::Unordered, Standing::Value), false);
    let given = line.text(Column::Standing);
    match given.to_lowercase().replace([' ', '-', '\''], "_").as_str() {
        "" => {
            if score.is_none() && sounds_like_missing(&label) {
                let label = label.say(LanguageTag::BULGARIAN).chars().take(60).collect();
                findings.warn(line.at(Column::Label, Problem::SoundsLikeMissing { label }));
            }
        }
        "dont_know" | "don_t_know" => (standing, exclusive) = (Standing::DontKnow, true),
        "not_applicable" => (standing, exclusive) = (Standing::NotApplicable, true),
        "exclusive" => exclusive = true,
        other => {
            let similar = nearest(other, ["dont_know", "not_applicable", "exclusive"]);
            findings.refuse(line.at(Column::Standing, Problem::UnknownStanding { given: given.to_owned(), similar }));
        }
    }
    ScaleOption { exclusive, ..ScaleOption::new(code, label, standing) }
}

fn score(line: &Line<'_>, findings: &mut Findings) -> Option<f64> {
    let given = line.text(Column::Score);
    if given.is_empty() {
        return None;
    }
    let score = crate::entry::read_number(given).filter(|score| score.abs() <= 1e6);
    if score.is_none() {
        findings.refuse(line.at(Column::Score, Problem::UnreadableScore { given: given.to_owned() }));
    }
    score
}

/// Options with such words spoil a base when they count as answers.
fn sounds_like_missing(label: &Text) -> bool {
    let small = label.say(LanguageTag::BULGARIAN).to_lowercase();
    crate::scale::MISSING_PHRASES.iter().any(|phrase| small.starts_with(phrase))
}
