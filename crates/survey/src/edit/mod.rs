//! Making and changing a questionnaire before it is frozen: each operation is one function that takes a questionnaire and
//! gives the changed one back, or refuses and says why. What an operation leaves is always tidy ([`settled`]): further
//! words than the languages ask for, lists that nobody uses and values that contradict each other never stay. Whether it
//! may be published yet is another question, answered by [`crate::shortcomings`].

mod about;
mod bank;
mod folded;
mod group;
mod item;
mod names;
mod options;
mod place;
mod question;
mod refusal;
mod settled;
mod tree;

pub use about::{About, add_language, change_about, remove_language};
pub use bank::{insert_from, ready_scales};
pub use folded::{folded, unfolded};
pub use group::{GroupWords, Repeats, change_group};
pub use item::{add, add_row, copy, move_down, move_to, move_up, remove};
pub use names::{Dependence, Dependent, dependents, fresh_code};
pub(crate) use names::{group_names, named_in, question_names};
pub use options::{OptionsOf, add_other, copy_scale, share_scale, take_places, take_scale};
pub use place::Place;
pub use question::change_question;
pub use refusal::EditRefusal;
pub(crate) use settled::asks;
pub use settled::settled;
pub(crate) use tree::is_row;
pub use tree::{code_of, item, parent_of};

/// More questions than anybody answers.
pub const MOST_QUESTIONS: usize = 500;
/// Options of one list.
pub const MOST_OPTIONS: usize = 400;
/// The longest words of a label, a hint or a message, in characters.
pub const LONGEST_WORDS: usize = 4000;
/// Groups within groups.
pub const DEEPEST: usize = 4;
/// Languages of one questionnaire.
pub const MOST_LANGUAGES: usize = 8;
