use crate::Failure;
use base::{Argument, Explain};
use store::StoreFault;

/// Why a study or an audience cannot be planned so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanTrouble {
    /// Another study of the project has the address.
    StudyAddressTaken,
    /// Another audience of the study has the code.
    CodeTaken,
    CodeUnreadable,
    /// Another audience, of whichever study, has the address.
    TokenTaken,
    TokenUnreadable,
    MoreInvitedThanPeople,
    /// Without it the share of those who answered would be unknown.
    InvitedUnknown,
    /// What those who answered relied on.
    SettledByAnswers {
        field: &'static str,
    },
    /// Whoever has seen the results would answer otherwise.
    ReopenedAfterResults,
    /// Answers are there, so their day cannot be cut off.
    ClosedInThePast,
    /// The results open by themselves, or never.
    ResultsDayIdle,
    ResultsBeforeFieldwork,
    /// Results would be seen while others still answer, which they were promised would not be.
    ResultsWhileAnswering,
    /// Whoever saw them cannot unsee them.
    ResultsShownAlready,
    /// It has a questionnaire, so people may be answering.
    AudienceAsked,
    /// Somebody is making a questionnaire for it.
    AudienceDrafted,
    TooManyAudiences {
        most: usize,
    },
    /// No study of the project is the one that this would measure again.
    RepeatsUnknown,
    /// The one that this would measure again was not over before.
    RepeatsLater,
}

impl Explain for PlanTrouble {
    fn code(&self) -> &'static str {
        match self {
            PlanTrouble::StudyAddressTaken => "study-address-taken",
            PlanTrouble::CodeTaken => "audience-code-taken",
            PlanTrouble::CodeUnreadable => "audience-code-unreadable",
            PlanTrouble::TokenTaken => "audience-token-taken",
            PlanTrouble::TokenUnreadable => "audience-token-unreadable",
            PlanTrouble::MoreInvitedThanPeople => "more-invited-than-people",
            PlanTrouble::InvitedUnknown => "invited-unknown",
            PlanTrouble::SettledByAnswers { .. } => "settled-by-answers",
            PlanTrouble::ReopenedAfterResults => "reopened-after-results",
            PlanTrouble::ClosedInThePast => "closed-in-the-past",
            PlanTrouble::ResultsDayIdle => "results-day-idle",
            PlanTrouble::ResultsBeforeFieldwork => "results-before-fieldwork",
            PlanTrouble::ResultsWhileAnswering => "results-while-answering",
            PlanTrouble::ResultsShownAlready => "results-shown-already",
            PlanTrouble::AudienceAsked => "audience-asked",
            PlanTrouble::AudienceDrafted => "audience-drafted",
            PlanTrouble::TooManyAudiences { .. } => "too-many-audiences",
            PlanTrouble::RepeatsUnknown => "repeats-unknown",
            PlanTrouble::RepeatsLater => "repeats-later",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            PlanTrouble::StudyAddressTaken => Some("slug"),
            PlanTrouble::CodeTaken | PlanTrouble::CodeUnreadable => Some("code"),
            PlanTrouble::TokenTaken | PlanTrouble::TokenUnreadable => Some("token"),
            PlanTrouble::MoreInvitedThanPeople | PlanTrouble::InvitedUnknown => Some("invited"),
            PlanTrouble::SettledByAnswers { field } => Some(*field),
            PlanTrouble::ReopenedAfterResults | PlanTrouble::ClosedInThePast => Some("last"),
            PlanTrouble::ResultsDayIdle
            | PlanTrouble::ResultsBeforeFieldwork
            | PlanTrouble::ResultsWhileAnswering
            | PlanTrouble::ResultsShownAlready => Some("results_day"),
            PlanTrouble::RepeatsUnknown | PlanTrouble::RepeatsLater => Some("repeats"),
            PlanTrouble::AudienceAsked | PlanTrouble::AudienceDrafted | PlanTrouble::TooManyAudiences { .. } => None,
        }
        .map(str::to_owned)
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            PlanTrouble::TooManyAudiences { most } => vec![("most", (*most).into())],
            PlanTrouble::StudyAddressTaken
            | PlanTrouble::CodeTaken
            | PlanTrouble::CodeUnreadable
            | PlanTrouble::TokenTaken
            | PlanTrouble::TokenUnreadable
            | PlanTrouble::MoreInvitedThanPeople
            | PlanTrouble::InvitedUnknown
            | PlanTrouble::SettledByAnswers { .. }
            | PlanTrouble::ReopenedAfterResults
            | PlanTrouble::ClosedInThePast
            | PlanTrouble::ResultsDayIdle
            | PlanTrouble::ResultsBeforeFieldwork
            | PlanTrouble::ResultsWhileAnswering
            | PlanTrouble::ResultsShownAlready
            | PlanTrouble::AudienceAsked
            | PlanTrouble::AudienceDrafted
            | PlanTrouble::RepeatsUnknown
            | PlanTrouble::RepeatsLater => Vec::new(),
        }
    }
}

/// The database is the referee of addresses and codes: two who want the same one at once do not both get it.
pub(in crate::fieldwork) fn taken(fault: StoreFault) -> Failure {
    if fault.is_taken("study", "slug") {
        PlanTrouble::StudyAddressTaken.into()
    } else if fault.is_taken("audience", "token") {
        PlanTrouble::TokenTaken.into()
    } else if fault.is_taken("audience", "code") {
        PlanTrouble::CodeTaken.into()
    } else {
        fault.into()
    }
}
