//! Fieldwork as the desk runs it: questionnaires adopted, cards typed in, answers taken in from files, open answers read
//! before anybody else reads them.

mod import;
mod keys;
mod paper;
mod plan;
pub mod population;
mod progress;
mod questionnaire;
mod quotas;
mod rejected;
mod review;
mod trouble;
mod undoing;

pub use import::{Import, ImportedRow, Repetitions, adopt_with_answers, import_answers, repetitions};
pub use keys::{codes_for_keys, option_keys};
pub use paper::{
    BatchStanding, Card, Protocol, TypedProtocol, batch, batches, correct_protocol, count_invalid_card, enter_card,
    open_batch,
};
pub use plan::{
    AudiencePlan, PlanTrouble, Reckoned, StudyPlan, add_audience, change_audience, change_study, has_answers,
    plan_field, plan_study, prospect, reckon, remove_audience,
};
pub use progress::{
    AudienceProgress, BatteryProgress, PageTime, QuestionProgress, Stop, Stopped, Stretch, Times, Told, Weeks,
    progress, tell,
};
pub use questionnaire::{adopt_questionnaire, create_study};
pub(crate) use quotas::count_in as count_in_quotas;
pub use quotas::{TypedQuotas, field as quota_field, may_have_quotas, set_quotas};
pub use rejected::rejected_rows;
pub(crate) use review::decide_because;
pub use review::{Pending, decide, number_pending, pending};
pub use trouble::Trouble;
pub use undoing::{PublishedSince, TakenFile, Undoing, taken_file, undo_import};
