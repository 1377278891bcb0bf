//! Fieldwork as the desk runs it: questionnaires adopted, answers taken in from files, open answers read before anybody
//! else reads them.

mod import;
mod questionnaire;
mod review;

pub use import::{Import, import_answers};
pub use questionnaire::{adopt_questionnaire, create_study};
pub use review::{Pending, decide, pending};
