//! How a study is planned: what it is for, when, and whom it asks. What those who answered relied on does not change.

mod audience;
mod audience_plan;
mod prospect;
mod study;
mod study_plan;
mod trouble;

pub(super) use audience::held_audience;
pub use audience::{add_audience, change_audience, remove_audience};
pub use audience_plan::{AudiencePlan, plan_field};
pub use prospect::{Reckoned, prospect, reckon};
pub use study::{change_study, has_answers, plan_study};
pub use study_plan::StudyPlan;
pub use trouble::PlanTrouble;
pub(super) use trouble::taken;
