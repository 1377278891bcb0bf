use crate::{Questionnaire, xlsform};
use std::sync::LazyLock;

#[expect(clippy::expect_used, reason = "the file is part of the program, and its test reads it")]
static BANK: LazyLock<Questionnaire> = LazyLock::new(|| {
    let file = include_bytes!("item_bank/questions.md");
    xlsform::import(file, "item_bank.md").expect("the item bank is understood").questionnaire
});

/// Ready questions about administrative service and participation, with the scales that Bulgarian administrations use, in
/// both languages. Read once.
pub fn item_bank() -> &'static Questionnaire {
    &BANK
}
