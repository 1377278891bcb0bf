use super::columns::{self, Column};
use super::sheet::Sheet;
use super::table::{Line, Table, named};
use super::{Findings, Problem};
use base::{LanguageTag, Text};

/// The settings of the form; all may be absent.
pub(super) struct Settings {
    pub(super) code: String,
    pub(super) title: Text,
    pub(super) version: Option<String>,
    pub(super) default_language: LanguageTag,
    pub(super) introduction: Option<Text>,
    pub(super) thanks: Option<Text>,
}

/// The longest code and version, in characters.
const LONGEST: usize = 100;

pub(super) fn read(sheets: &[Sheet], file_name: &str, findings: &mut Findings) -> Settings {
    let stem = stem(file_name);
    let default_language = default_language(sheets, findings);
    let table = named(sheets, "settings").and_then(|sheet| Table::of(sheet, default_language, findings));
    let line = table.as_ref().and_then(|table| table.lines().next());
    let text = |column| line.as_ref().map(|line: &Line<'_>| line.text(column)).filter(|text| !text.is_empty());
    let code = text(Column::FormId).unwrap_or(&stem).chars().take(LONGEST).collect::<String>();
    let version = text(Column::Version).map(|version| version.chars().take(LONGEST).collect());
    let mut words = |column| line.as_ref().and_then(|line| line.words(column, findings));
    let title = words(Column::FormTitle).unwrap_or_else(|| Text::bulgarian(code.clone()));
    let introduction = words(Column::Introduction);
    let thanks = words(Column::Thanks);
    Settings { code, title, version, default_language, introduction, thanks }
}

/// Read before everything else, as it decides what a column without a language means.
fn default_language(sheets: &[Sheet], findings: &mut Findings) -> LanguageTag {
    let mut aside = Findings::default();
    let table = named(sheets, "settings").and_then(|sheet| Table::of(sheet, LanguageTag::BULGARIAN, &mut aside));
    let Some(line) = table.as_ref().and_then(|table| table.lines().next()) else { return LanguageTag::BULGARIAN };
    let given = line.text(Column::DefaultLanguage);
    if given.is_empty() || given.eq_ignore_ascii_case("default") {
        return LanguageTag::BULGARIAN;
    }
    columns::language(given).unwrap_or_else(|| {
        findings.refuse(line.at(Column::DefaultLanguage, Problem::UnknownDefaultLanguage { given: given.to_owned() }));
        LanguageTag::BULGARIAN
    })
}

fn stem(file_name: &str) -> String {
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).trim();
    if stem.is_empty() { "questionnaire".to_owned() } else { stem.to_owned() }
}
