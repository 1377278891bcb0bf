use super::columns::Column;
use super::table::{Line, Table, named};
use super::workbook::Sheet;
use super::{Findings, Problem};
use crate::nearest::nearest;
use crate::{OptionCode, Scale, ScaleCode, ScaleOption, Standing};
use base::{Language, Text};
use std::collections::{BTreeMap, BTreeSet};

/// The lists of the sheet `choices`, by their names.
pub(super) struct Lists {
    pub(super) scales: BTreeMap<String, Scale>,
    /// There is no such sheet; the name of one that was probably meant.
    pub(super) missing: Option<Option<String>>,
    has_english: bool,
}

impl Lists {
    pub(super) fn similar(&self, list: &str) -> Option<String> {
        nearest(list, self.scales.keys().map(String::as_str))
    }

    /// Whether every option that is offered has a label in English.
    pub(super) fn english_where_used(&self, used: &BTreeMap<ScaleCode, Scale>) -> bool {
        used.is_empty()
            || self.has_english
                && used.values().flat_map(|scale| &scale.options).all(|option| option.label.english.is_some())
    }
}

/// Of the lists that no question uses, nothing is told.
pub(super) fn read(sheets: &[Sheet], used: &BTreeSet<String>, default: Language, findings: &mut Findings) -> Lists {
    let mut lists = Lists { scales: BTreeMap::new(), missing: None, has_english: false };
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
    let holds_used = table.lines().any(|line| used.contains(line.text(Column::ListName)));
    if !table.speaks(Column::Label, Language::Bulgarian) && holds_used {
        findings.refuse(table.at_header(Problem::NoBulgarian { name: "label" }));
    }
    lists.has_english = table.speaks(Column::Label, Language::English);
    let mut first_rows: BTreeMap<(String, String), u32> = BTreeMap::new();
    for line in table.lines() {
        let list = line.text(Column::ListName);
        if list.is_empty() || used.contains(list) {
            add(&mut lists, &mut first_rows, &line, findings);
        } else {
            add(&mut lists, &mut first_rows, &line, &mut Findings::default());
        }
    }
    table.warn_of_left_out(findings);
    for scale in lists.scales.values_mut() {
        let valued = scale.options.iter().filter(|option| matches!(option.standing, Standing::Value(_))).count();
        scale.ordered = valued >= 2;
    }
    lists
}

fn add(lists: &mut Lists, first_rows: &mut BTreeMap<(String, String), u32>, line: &Line<'_>, findings: &mut Findings) {
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
            let option = option(code, line, findings);
            let scale = lists.scales.entry(list.to_owned());
            scale
                .or_insert_with(|| Scale { code: scale_code, options: Vec::new(), ordered: false })
                .options
                .push(option);
        }
    }
}

fn option(code: OptionCode, line: &Line<'_>, findings: &mut Findings) -> ScaleOption {
    let label = line.label(findings);
    let score = score(line, findings);
    let (mut standing, mut exclusive) = (score.map_or(Standing::Unordered, Standing::Value), false);
    let given = line.text(Column::Standing);
    match given.to_lowercase().replace([' ', '-', '\''], "_").as_str() {
        "" => {
            if score.is_none() && sounds_like_missing(&label) {
                let label = label.bulgarian.chars().take(60).collect();
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
    ScaleOption { code, label, standing, exclusive }
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
    let small = label.bulgarian.to_lowercase();
    const PHRASES: [&str; 8] = [
        "не знам",
        "не мога да преценя",
        "не мога да кажа",
        "нямам мнение",
        "не се отнася",
        "неприложимо",
        "don't know",
        "not applicable",
    ];
    PHRASES.iter().any(|phrase| small.starts_with(phrase))
}
