use super::sheet::Row;
use super::{Findings, Problem};
use crate::Located;
use base::LanguageTag;
use std::collections::BTreeMap;

/// The columns that mean something to us, of all three sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Type,
    Name,
    Label,
    Hint,
    Required,
    RequiredMessage,
    Relevant,
    Constraint,
    ConstraintMessage,
    Calculation,
    Appearance,
    Parameters,
    ChoiceFilter,
    RepeatCount,
    Mirror,
    Dimension,
    Profile,
    Earlier,
    ListName,
    Score,
    Standing,
    FormTitle,
    FormId,
    Version,
    DefaultLanguage,
    Introduction,
    Thanks,
}

/// The public format's names and the spellings it also takes; gaps are written `_`.
const NAMES: [(&str, Column); 47] = [
    ("type", Column::Type),
    ("command", Column::Type),
    ("name", Column::Name),
    ("tag", Column::Name),
    ("value", Column::Name),
    ("label", Column::Label),
    ("caption", Column::Label),
    ("hint", Column::Hint),
    ("required", Column::Required),
    ("bind::required", Column::Required),
    ("required_message", Column::RequiredMessage),
    ("requiredmsg", Column::RequiredMessage),
    ("bind::jr:requiredmsg", Column::RequiredMessage),
    ("relevant", Column::Relevant),
    ("relevance", Column::Relevant),
    ("bind::relevant", Column::Relevant),
    ("skip_logic", Column::Relevant),
    ("constraint", Column::Constraint),
    ("bind::constraint", Column::Constraint),
    ("constraint_message", Column::ConstraintMessage),
    ("constraining_message", Column::ConstraintMessage),
    ("constraintmsg", Column::ConstraintMessage),
    ("bind::jr:constraintmsg", Column::ConstraintMessage),
    ("calculation", Column::Calculation),
    ("calculate", Column::Calculation),
    ("bind::calculate", Column::Calculation),
    ("appearance", Column::Appearance),
    ("control::appearance", Column::Appearance),
    ("parameters", Column::Parameters),
    ("choice_filter", Column::ChoiceFilter),
    ("repeat_count", Column::RepeatCount),
    ("mirror", Column::Mirror),
    ("dimension", Column::Dimension),
    ("profile", Column::Profile),
    ("earlier", Column::Earlier),
    ("list_name", Column::ListName),
    ("list", Column::ListName),
    ("score", Column::Score),
    ("standing", Column::Standing),
    ("form_title", Column::FormTitle),
    ("title", Column::FormTitle),
    ("form_id", Column::FormId),
    ("id_string", Column::FormId),
    ("version", Column::Version),
    ("default_language", Column::DefaultLanguage),
    ("introduction", Column::Introduction),
    ("thanks", Column::Thanks),
];

impl Column {
    fn named(name: &str) -> Option<Column> {
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, column)| *column)
    }

    fn is_spoken(self) -> bool {
        matches!(
            self,
            Column::Label
                | Column::Hint
                | Column::RequiredMessage
                | Column::ConstraintMessage
                | Column::FormTitle
                | Column::Introduction
                | Column::Thanks
        )
    }
}

/// Which column of the sheet holds what.
#[derive(Debug)]
pub(super) struct Header {
    places: BTreeMap<(Column, Option<LanguageTag>), u32>,
    /// Headers that mean nothing to us and do no harm, with their places.
    pub(super) left_out: Vec<(u32, String)>,
    /// All headers that are not ours.
    pub(super) unknown: Vec<(u32, String)>,
    /// Where pictures and sounds stand.
    pub(super) media: Vec<u32>,
}

/// One header cell, understood.
enum Meaning {
    Ours(Column, Option<LanguageTag>),
    /// Without a language, where languages are possible.
    Unmarked(Column),
    OtherLanguage(String),
    NotOurs,
}

impl Header {
    pub(super) fn place(&self, column: Column, language: Option<LanguageTag>) -> Option<u32> {
        self.places.get(&(column, language)).copied()
    }

    /// The languages that the column stands in, Bulgarian first where it is among them.
    pub(super) fn languages(&self, column: Column) -> impl Iterator<Item = LanguageTag> {
        let spoken =
            self.places.keys().filter(move |(known, _)| *known == column).filter_map(|(_, language)| *language);
        let (bulgarian, others): (Vec<_>, Vec<_>) = spoken.partition(|language| *language == LanguageTag::BULGARIAN);
        bulgarian.into_iter().chain(others)
    }

    pub(super) fn read(sheet: &str, row: &Row, default: LanguageTag, findings: &mut Findings) -> Header {
        let (places, media) = (BTreeMap::new(), Vec::new());
        let mut header = Header { places, left_out: Vec::new(), unknown: Vec::new(), media };
        let at = |column: u32, problem| Located {
            sheet: Some(sheet.to_owned()),
            row: Some(row.number),
            column: Some(column),
            problem,
        };
        let mut unmarked = Vec::new();
        for cell in &row.cells {
            match meaning(&cell.text) {
                Meaning::Ours(column, language) => {
                    let place = header.places.entry((column, language)).or_insert(cell.column);
                    if *place != cell.column {
                        findings.refuse(at(cell.column, Problem::RepeatedColumn { name: cell.text.clone() }));
                    }
                }
                Meaning::Unmarked(column) => unmarked.push((column, cell)),
                Meaning::OtherLanguage(given) => findings.warn(at(cell.column, Problem::UnknownLanguage { given })),
                Meaning::NotOurs => {
                    let name = normal(&cell.text);
                    if is_media(&name) {
                        header.media.push(cell.column);
                    }
                    if is_ignored_feature(&name) {
                        header.left_out.push((cell.column, cell.text.clone()));
                    }
                    header.unknown.push((cell.column, cell.text.clone()));
                }
            }
        }
        let mut taken: Vec<Column> = Vec::new();
        for (column, cell) in unmarked {
            if taken.contains(&column) {
                findings.refuse(at(cell.column, Problem::RepeatedColumn { name: cell.text.clone() }));
                continue;
            }
            taken.push(column);
            let place = header.places.entry((column, Some(default))).or_insert(cell.column);
            if *place != cell.column {
                findings.warn(at(cell.column, Problem::TwoDefaults { name: cell.text.clone() }));
            }
        }
        header
    }
}

fn meaning(text: &str) -> Meaning {
    let name = normal(text);
    if let Some(column) = Column::named(&name) {
        return if column.is_spoken() { Meaning::Unmarked(column) } else { Meaning::Ours(column, None) };
    }
    // `form_title::English` makes other readers of the format stop, so the English title has a column of its own.
    if name == "form_title_english" {
        return Meaning::Ours(Column::FormTitle, Some(LanguageTag::ENGLISH));
    }
    let Some((name, suffix)) = name.split_once("::").or_else(|| name.split_once(':')) else {
        return Meaning::NotOurs;
    };
    match Column::named(name.trim_matches('_')) {
        Some(column) if column.is_spoken() => match language(suffix) {
            Some(language) => Meaning::Ours(column, Some(language)),
            None => Meaning::OtherLanguage(text.to_owned()),
        },
        _ => Meaning::NotOurs,
    }
}

/// Small letters, gaps as `_`.
fn normal(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join("_")
}

/// `Български (bg)`, `bg`, `English (en)`, `English`, `Türkçe (tr)`, `tr`.
pub(super) fn language(text: &str) -> Option<LanguageTag> {
    let small = text.to_lowercase().replace('_', " ");
    let tag = match small.rsplit_once('(') {
        Some((_, after)) => after.split(')').next().unwrap_or_default(),
        None => &small,
    };
    let tag = tag.trim();
    match tag.split('-').next().unwrap_or(tag) {
        "bg" | "bul" | "български" | "български език" | "bulgarian" => {
            Some(LanguageTag::BULGARIAN)
        }
        "en" | "eng" | "english" | "английски" | "английски език" => Some(LanguageTag::ENGLISH),
        name => {
            let named = LANGUAGES.iter().find(|(_, names)| names.contains(&name));
            named.map_or(tag, |(tag, _)| tag).parse().ok()
        }
    }
}

/// What people call the languages that forms come in, where they give no tag.
const LANGUAGES: [(&str, &[&str]); 27] = [
    ("ar", &["арабски", "arabic", "العربية"]),
    ("cs", &["чешки", "czech", "čeština"]),
    ("da", &["датски", "danish", "dansk"]),
    ("de", &["немски", "немски език", "german", "deutsch"]),
    ("el", &["гръцки", "greek", "ελληνικά"]),
    ("es", &["испански", "spanish", "español", "espanol"]),
    ("fi", &["фински", "finnish", "suomi"]),
    ("fr", &["френски", "френски език", "french", "français", "francais"]),
    ("hr", &["хърватски", "croatian", "hrvatski"]),
    ("hu", &["унгарски", "hungarian", "magyar"]),
    ("hy", &["арменски", "armenian", "հայերեն"]),
    ("it", &["италиански", "italian", "italiano"]),
    ("mk", &["македонски", "macedonian", "македонски јазик"]),
    ("nl", &["нидерландски", "dutch", "nederlands"]),
    ("pl", &["полски", "polish", "polski"]),
    ("pt", &["португалски", "portuguese", "português"]),
    ("ro", &["румънски", "румънски език", "romanian", "română"]),
    ("rom", &["ромски", "romani", "romani čhib"]),
    ("ru", &["руски", "руски език", "russian", "русский"]),
    ("sl", &["словенски", "slovenian", "slovenščina"]),
    ("sq", &["албански", "albanian", "shqip"]),
    ("sr", &["сръбски", "serbian", "српски", "srpski"]),
    ("sv", &["шведски", "swedish", "svenska"]),
    ("sw", &["суахили", "swahili", "kiswahili"]),
    ("tr", &["турски", "турски език", "turkish", "türkçe"]),
    ("uk", &["украински", "украински език", "ukrainian", "українська"]),
    ("zh", &["китайски", "chinese", "中文"]),
];

/// Columns of the public format that change nothing essential for us; columns that nobody knows are the author's own.
fn is_ignored_feature(name: &str) -> bool {
    let beginning = name.split(':').next().unwrap_or(name);
    is_media(name)
        || matches!(
            beginning,
            "guidance_hint"
                | "default"
                | "read_only"
                | "readonly"
                | "trigger"
                | "autoplay"
                | "bind"
                | "instance"
                | "body"
                | "control"
                | "save_to"
        )
}

fn is_media(name: &str) -> bool {
    let beginning = name.split(':').next().unwrap_or(name);
    matches!(beginning, "image" | "big-image" | "audio" | "video" | "media")
}
