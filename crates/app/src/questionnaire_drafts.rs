//! Questionnaires that are being made at the desk: begun, changed by operations of [`survey::edit`] with every state kept,
//! and published as a frozen version. A draft belongs to the party whose people make it.

mod about_form;
mod act;
mod begun;
mod changing;
mod condition_form;
mod group_form;
mod held;
mod kind;
mod option_rows;
mod publishing;
mod item_form;
mod kind_form;
mod moved;
mod question_form;
mod sharing;
mod trouble;
mod words_form;

pub use about_form::AboutForm;
pub use act::Act;
pub use begun::{begin, empty, from_template, new_questions};
pub use changing::{change, remove, restore};
pub use condition_form::{ConditionForm, MOST_CLAIMS, claim_field};
pub use group_form::GroupForm;
pub use held::{HeldDraft, as_asked, draft, drafts, revision, revisions, state_at};
pub use item_form::ItemForm;
pub use kind::KindCode;
pub use moved::Moved;
pub use option_rows::{MOST_NEW_OPTIONS, OptionRow, option_field, option_rows};
pub use publishing::publish;
pub use question_form::QuestionForm;
pub use sharing::Sharing;
pub use trouble::Trouble;
pub use words_form::{in_language, spoken, with_words};
