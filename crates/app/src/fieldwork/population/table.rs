use super::{PopulationTrouble, amount_field, may_have_margin, options_of};
use crate::typed::Typed;
use survey::Questionnaire;

/// More lines than a table of population has.
pub const MOST_LINES: usize = 500;
const LONGEST_CELL: usize = 300;

/// The form with the numbers of a table filled in: a line names a question, an option and an amount, parted by tabs or
/// semicolons, as a spreadsheet is copied or saved. Names are codes or labels, in whatever case. Nothing is kept by it.
///
/// # Errors
/// [`PopulationTrouble::NothingPasted`], [`PopulationTrouble::TooManyLines`]; [`PopulationTrouble::LinesUnknown`] with the
/// form as far as it could be filled.
pub fn filled_from(table: &str, typed: Typed, questionnaire: &Questionnaire) -> (Typed, Option<PopulationTrouble>) {
    let lines: Vec<(usize, &str)> =
        (1..).zip(table.lines()).filter(|(_, line)| !line.trim().is_empty()).take(MOST_LINES + 1).collect();
    match lines.len() {
        0 => return (typed, Some(PopulationTrouble::NothingPasted)),
        many if many > MOST_LINES => return (typed, Some(PopulationTrouble::TooManyLines { most: MOST_LINES })),
        _ => {}
    }
    let (mut typed, mut unknown, mut is_first) = (typed, Vec::new(), true);
    for (number, line) in lines {
        let cells: Vec<&str> = line.split(['\t', ';']).map(cell).collect();
        match cells.as_slice() {
            [question, option, amount, ..] if !amount.is_empty() => match found(questionnaire, question, option) {
                Some(field) => typed = typed.with(&field, amount.chars().take(40).collect::<String>()),
                // The names of the columns.
                None if is_first => {}
                None => unknown.push(number.to_string()),
            },
            _ if is_first => {}
            _ => unknown.push(number.to_string()),
        }
        is_first = false;
    }
    let told: Vec<String> = unknown.iter().take(20).cloned().collect();
    let trouble = (!unknown.is_empty()).then(|| PopulationTrouble::LinesUnknown { lines: told.join(", ") });
    (typed, trouble)
}

fn cell(text: &str) -> &str {
    let text = text.trim().trim_start_matches('\u{feff}');
    text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text).trim()
}

/// The field of the option that is meant.
fn found(questionnaire: &Questionnaire, question: &str, option: &str) -> Option<String> {
    if question.len() > LONGEST_CELL * 4 || option.len() > LONGEST_CELL * 4 {
        return None;
    }
    let is = |given: &str, code: &str, label: &base::Text| {
        let given = given.to_lowercase();
        let says = |words: &str| survey::unpiped(words).trim().to_lowercase() == given;
        given == code.to_lowercase() || says(&label.bulgarian) || label.english.as_deref().is_some_and(says)
    };
    let asked = questionnaire
        .questions()
        .filter(|known| may_have_margin(questionnaire, known))
        .find(|known| is(question, known.code.as_str(), &known.label))?;
    let chosen =
        options_of(questionnaire, asked).into_iter().find(|known| is(option, known.code.as_str(), &known.label))?;
    Some(amount_field(&asked.code, &chosen.code))
}
