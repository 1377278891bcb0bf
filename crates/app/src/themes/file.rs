//! A list of themes as a file of its own: made here or in a spreadsheet, and taken from one study to another.

use super::{MOST_THEMES, Trouble, form::read_cells};
use document::csv::line;
use survey::{Theme, answers_csv};

pub const LARGEST_FILE: usize = 1_000_000;

const COLUMNS: [&str; 7] = ["code", "name", "name_en", "description", "description_en", "patterns", "exclusions"];
/// Without these there is no theme.
const NEEDED: [&str; 2] = ["name", "patterns"];

/// Patterns of one theme are parted by `|`.
const APART: &str = " | ";

/// One line for each theme; a spreadsheet opens it.
pub fn write_file(themes: &[Theme]) -> String {
    let mut text = String::from("\u{feff}");
    line(&mut text, COLUMNS);
    for theme in themes {
        let english = |text: &base::Text| text.english.clone().unwrap_or_default();
        line(
            &mut text,
            [
                theme.code.to_string(),
                theme.name.bulgarian.clone(),
                english(&theme.name),
                theme.description.bulgarian.clone(),
                english(&theme.description),
                theme.patterns.join(APART),
                theme.exclusions.join(APART),
            ],
        );
    }
    text
}

/// The themes of a file: commas, semicolons or tabs between the cells, the columns in any order under their names.
///
/// # Errors
/// The first line that is no theme; a file that is no table.
pub fn read_file(bytes: &[u8]) -> Result<Vec<Theme>, Trouble> {
    if bytes.len() > LARGEST_FILE {
        return Err(Trouble::FileTooLarge { most: LARGEST_FILE / 1000 });
    }
    let text = answers_csv::readable(bytes).map_err(|_| Trouble::FileUnreadable)?;
    let text = text.trim_start_matches('\u{feff}');
    let Some(head) = text.lines().find(|line| !line.trim().is_empty()) else { return Err(Trouble::FileEmpty) };
    let most_of = |mark: &char| head.matches(*mark).count();
    let separator = ['\t', ';', ','].into_iter().max_by_key(most_of).unwrap_or(',');
    let mut rows = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(separator).unwrap_or(b','))
        .from_reader(text.as_bytes());
    let mut places: Option<[Option<usize>; 7]> = None;
    let mut themes: Vec<Theme> = Vec::new();
    for record in rows.records() {
        let record = record.map_err(|_| Trouble::FileUnreadable)?;
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let number = record.position().map_or(0, |position| usize::try_from(position.line()).unwrap_or(usize::MAX));
        let at_line = |because: Trouble| Trouble::Line { line: number, because: Box::new(because) };
        let Some(places) = &places else {
            places = Some(columns(&record)?);
            continue;
        };
        let cell = |place: &Option<usize>| unguarded(place.and_then(|place| record.get(place)).unwrap_or_default());
        let theme = read_cells(places.each_ref().map(cell)).map_err(at_line)?;
        if themes.len() == MOST_THEMES {
            return Err(Trouble::TooManyThemes { most: MOST_THEMES });
        }
        if themes.iter().any(|known| known.code == theme.code) {
            return Err(at_line(Trouble::CodeTaken { field: "code".to_owned(), code: theme.code.to_string() }));
        }
        themes.push(theme);
    }
    if themes.is_empty() { Err(Trouble::FileEmpty) } else { Ok(themes) }
}

fn columns(head: &csv::StringRecord) -> Result<[Option<usize>; 7], Trouble> {
    let place = |name: &str| head.iter().position(|cell| cell.trim().eq_ignore_ascii_case(name));
    let missing: Vec<&str> = NEEDED.into_iter().filter(|name| place(name).is_none()).collect();
    match missing.is_empty() {
        true => Ok(COLUMNS.map(place)),
        false => Err(Trouble::ColumnsMissing { columns: missing.join(", ") }),
    }
}

/// Without the mark that keeps a spreadsheet from reckoning.
fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '\t', '\r']) => rest,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TABLE: &str = "name;patterns;exclusions;code\nЧакане;чака* | опашк*;бавачк*;waiting\n\nСлужители;любезн*;;\n";

    #[test]
    fn a_file_is_read_whatever_parts_its_cells_and_comes_back_equal() {
        let themes = read_file(TABLE.as_bytes()).unwrap();
        let told: Vec<_> = themes.iter().map(|theme| (theme.code.as_str(), theme.patterns.len())).collect();
        assert_eq!(told, [("waiting", 2), ("sluzhiteli", 1)]);
        assert_eq!(read_file(TABLE.replace(';', "\t").as_bytes()).unwrap(), themes);
        assert_eq!(read_file(write_file(&themes).as_bytes()).unwrap(), themes);
    }

    #[test]
    fn what_is_no_theme_is_told_with_its_line() {
        let check = |text: &str, expected: &str| {
            let trouble = read_file(text.as_bytes()).unwrap_err();
            let told = if let Trouble::Line { line, because } = &trouble {
                format!("{line} {because:?}")
            } else {
                format!("{trouble:?}")
            };
            assert!(told.starts_with(expected), "{told}");
        };
        check("", "File");
        check("name;patterns\n", "FileEmpty");
        check("име;образци\nЧакане;чака*\n", "ColumnsMissing { columns: \"name, patterns\"");
        check("name;patterns\nЧакане;ч*\n", "2 Pattern");
        check("name;patterns\nЧакане;чака*\n;опашк*\n", "3 NameMissing");
        check("name;patterns\nЧакане;чака*\nЧакане;опашк*\n", "3 CodeTaken");
        check("name;patterns;code\nЧакане;чака*;a b\n", "2 CodeUnreadable");
        check("name;patterns;code\nЧакане;чака*;UNCODED\n", "2 CodeUnreadable");
    }

    proptest! {
        #[test]
        fn whatever_comes_in_is_refused_or_comes_back_equal(text in "(name|patterns|;|\n|чака\\*|\"|'|=|\\PC){0,40}") {
            if let Ok(themes) = read_file(format!("name;patterns\n{text}").as_bytes()) {
                prop_assert_eq!(read_file(write_file(&themes).as_bytes()), Ok(themes));
            }
        }
    }
}
