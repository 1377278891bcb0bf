//! Questionnaires as XLSForm, for others and for coming back: what was imported, exported and imported again is equal. What
//! the public format does not know stands in columns of our own, which other readers pass over.

mod cells;
mod items;
mod markdown;
mod workbook;

pub use workbook::Unwritable;

use crate::Questionnaire;
use cells::{Cells, Written};
use items::Items;

/// The columns of each sheet, in their order.
const SURVEY: [&str; 18] = [
    "type",
    "name",
    "label",
    "hint",
    "required",
    "required_message",
    "relevant",
    "constraint",
    "constraint_message",
    "calculation",
    "appearance",
    "parameters",
    "choice_filter",
    "repeat_count",
    "mirror",
    "earlier",
    "dimension",
    "profile",
];
const CHOICES: [&str; 5] = ["list_name", "name", "label", "score", "standing"];
const SETTINGS: [&str; 6] = ["form_title", "form_id", "version", "default_language", "introduction", "thanks"];

/// An `.xlsx` workbook; the same bytes for the same questionnaire. Every cell is text, so nothing in it is ever a formula.
///
/// # Errors
/// [`Unwritable`] where a text is longer than a cell can be.
pub fn workbook(questionnaire: &Questionnaire) -> Result<Vec<u8>, Unwritable> {
    workbook::write(&sheets(questionnaire))
}

/// Tables of Markdown, one for each sheet.
pub fn markdown(questionnaire: &Questionnaire) -> String {
    markdown::write(&sheets(questionnaire))
}

fn sheets(questionnaire: &Questionnaire) -> [Written; 3] {
    let mut items = Items::new(questionnaire);
    items.write(&questionnaire.items);
    let Items { rows, lists, .. } = items;
    let mut choices = Vec::new();
    for (name, scale, options) in lists {
        let options = scale.options.iter().take(options);
        choices.extend(options.map(|option| items::option(&name, option)));
    }
    [
        Written::new("survey", &SURVEY, rows),
        Written::new("choices", &CHOICES, choices),
        Written::new("settings", &SETTINGS, vec![settings(questionnaire)]),
    ]
}

fn settings(questionnaire: &Questionnaire) -> Cells {
    let mut cells = Cells::of(&SETTINGS);
    cells.title(&questionnaire.title);
    cells.put("form_id", &questionnaire.code);
    cells.put("version", questionnaire.version.as_deref().unwrap_or_default());
    cells.put("default_language", "Български (bg)");
    cells.words("introduction", questionnaire.introduction.as_ref());
    cells.words("thanks", questionnaire.thanks.as_ref());
    cells
}
