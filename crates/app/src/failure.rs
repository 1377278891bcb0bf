use crate::{
    account, attachments, fieldwork, mail, moderation, open_data, parties, people, personal_codes, personal_data,
    privacy, projects, publications, questionnaire_drafts, reports, respondent, sheets, study, tenants, themes, typed,
};
use base::{Argument, Explain};
use store::StoreFault;

/// Why an operation did not happen: somebody can mend it (refused), or nobody who reads the page can (a fault).
#[derive(Debug)]
pub enum Failure {
    /// At least one; each names its field.
    Refused(Vec<Refusal>),
    /// There is no such thing, or not for this reader; which of the two is not told.
    NotFound,
    /// Logged once, shown as a reference number.
    Fault(anyhow::Error),
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Failure {
        Failure::Refused(vec![refusal])
    }
}

impl From<StoreFault> for Failure {
    fn from(fault: StoreFault) -> Failure {
        match fault {
            StoreFault::Full | StoreFault::Busy | StoreFault::Taken { .. } | StoreFault::ReferenceBroken => {
                Refusal::Store(fault).into()
            }
            StoreFault::Closed | StoreFault::Panicked | StoreFault::Unreadable(_) | StoreFault::Database(_) => {
                Failure::Fault(fault.into())
            }
        }
    }
}

impl From<anyhow::Error> for Failure {
    fn from(fault: anyhow::Error) -> Failure {
        Failure::Fault(fault)
    }
}

/// Every refusal of the rooms below, and those that only an operation can know.
#[derive(Debug, Clone)]
pub enum Refusal {
    Account(account::Refusal),
    Attachment(attachments::Trouble),
    Condition(survey::ConditionRefusal),
    Document(document::Refusal),
    Edit(survey::edit::EditRefusal),
    Fieldwork(fieldwork::Trouble),
    Mail(mail::Trouble),
    Manuscript(document::manuscript::Refusal),
    Moderation(moderation::Trouble),
    OpenData(open_data::Trouble),
    Outreach(outreach::Refusal),
    Party(parties::Trouble),
    Person(people::Trouble),
    PersonalCode(personal_codes::Trouble),
    PersonalData(personal_data::Trouble),
    Plan(fieldwork::PlanTrouble),
    Population(fieldwork::population::PopulationTrouble),
    Privacy(privacy::Trouble),
    Project(projects::Trouble),
    Publication(publications::Trouble),
    QuestionnaireDraft(questionnaire_drafts::Trouble),
    Report(reports::Trouble),
    Respondent(respondent::Refusal),
    Sheet(sheets::Trouble),
    Store(StoreFault),
    Study(study::Trouble),
    Survey(survey::Refusal),
    Tenant(tenants::Trouble),
    Themes(themes::Trouble),
    Typed(typed::Trouble),
}

impl Refusal {
    fn inner(&self) -> &dyn Explain {
        match self {
            Refusal::Account(refusal) => refusal,
            Refusal::Attachment(refusal) => refusal,
            Refusal::Condition(refusal) => refusal,
            Refusal::Document(refusal) => refusal,
            Refusal::Edit(refusal) => refusal,
            Refusal::Fieldwork(refusal) => refusal,
            Refusal::Mail(refusal) => refusal,
            Refusal::Manuscript(refusal) => refusal,
            Refusal::Moderation(refusal) => refusal,
            Refusal::OpenData(refusal) => refusal,
            Refusal::Outreach(refusal) => refusal,
            Refusal::Party(refusal) => refusal,
            Refusal::Person(refusal) => refusal,
            Refusal::PersonalCode(refusal) => refusal,
            Refusal::PersonalData(refusal) => refusal,
            Refusal::Plan(refusal) => refusal,
            Refusal::Population(refusal) => refusal,
            Refusal::Privacy(refusal) => refusal,
            Refusal::Project(refusal) => refusal,
            Refusal::Publication(refusal) => refusal,
            Refusal::QuestionnaireDraft(refusal) => refusal,
            Refusal::Report(refusal) => refusal,
            Refusal::Respondent(refusal) => refusal,
            Refusal::Sheet(refusal) => refusal,
            Refusal::Store(refusal) => refusal,
            Refusal::Study(refusal) => refusal,
            Refusal::Survey(refusal) => refusal,
            Refusal::Tenant(refusal) => refusal,
            Refusal::Themes(refusal) => refusal,
            Refusal::Typed(refusal) => refusal,
        }
    }
}

impl Explain for Refusal {
    fn code(&self) -> &'static str {
        self.inner().code()
    }

    fn field(&self) -> Option<String> {
        self.inner().field()
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        self.inner().arguments()
    }
}

macro_rules! refusals_from {
    ($($variant:ident($refusal:ty)),* $(,)?) => {$(
        impl From<$refusal> for Refusal {
            fn from(refusal: $refusal) -> Refusal {
                Refusal::$variant(refusal)
            }
        }

        impl From<$refusal> for Failure {
            fn from(refusal: $refusal) -> Failure {
                Failure::Refused(vec![refusal.into()])
            }
        }
    )*};
}

refusals_from! {
    Account(account::Refusal),
    Attachment(attachments::Trouble),
    Condition(survey::ConditionRefusal),
    Document(document::Refusal),
    Edit(survey::edit::EditRefusal),
    Fieldwork(fieldwork::Trouble),
    Mail(mail::Trouble),
    Manuscript(document::manuscript::Refusal),
    Moderation(moderation::Trouble),
    OpenData(open_data::Trouble),
    Outreach(outreach::Refusal),
    Party(parties::Trouble),
    Person(people::Trouble),
    PersonalCode(personal_codes::Trouble),
    PersonalData(personal_data::Trouble),
    Plan(fieldwork::PlanTrouble),
    Population(fieldwork::population::PopulationTrouble),
    Privacy(privacy::Trouble),
    Project(projects::Trouble),
    Publication(publications::Trouble),
    QuestionnaireDraft(questionnaire_drafts::Trouble),
    Report(reports::Trouble),
    Respondent(respondent::Refusal),
    Sheet(sheets::Trouble),
    Study(study::Trouble),
    Survey(survey::Refusal),
    Tenant(tenants::Trouble),
    Themes(themes::Trouble),
    Typed(typed::Trouble),
}
