//! Who may do what: the whole matrix in one table, asked by every door of the desk and shown as it is at the desk.
//!
//! A right says nothing about whose things it is for: a party's people never reach another party's words, and only people
//! of a party that takes part in a project reach its studies; what writes in a study, reads its answers or speaks in a
//! project is closed to observers, whatever their role.

use base::{Actor, Role};
use outreach::{Part, Project};

/// Something that a signed-in person may be allowed to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Right {
    /// The desk itself: what waits, one's own sessions.
    UseDesk,
    /// A study's page: answers against plan, addresses, versions.
    SeeStudies,
    /// What one's own party did, and what happened in its projects.
    SeeJournal,
    /// A study's report before the public may see it.
    PreviewReports,
    EnterCards,
    /// The words of the people asked, as they were given.
    ReadOpenAnswers,
    /// What of those words may be shown.
    DecideOpenAnswers,
    /// Of what the words of the people asked speak: the themes, and the patterns by which they are found.
    CodeOpenAnswers,
    ImportAnswers,
    ImportQuestionnaires,
    /// In projects that one's own party takes part in as more than an observer.
    PlanStudies,
    /// Reports of studies in words, from the proposal to what is published, in the name of one's own party: with the numbers
    /// as they stand, before the public may see any.
    WriteReports,
    /// In the name of one's own party, and of no other, in projects in which it is more than an observer.
    WritePublications,
    /// Of projects whose beneficiary one's own party is; administrators of every project.
    EditProjects,
    /// Founds a project; decides which parties take part in it.
    FoundProjects,
    /// Adds people, gives them their parts and invitations, lets them in no more; puts right what is told of a party.
    ManagePeople,
    /// What letters were sent, to whom, and what became of them.
    ManageMail,
    /// Projects and studies of all parties, to look at.
    SeeEveryProject,
    /// Every act of everybody.
    SeeWholeJournal,
    SeeRights,
    /// What the program does by itself, and what of it fails.
    SeeUpkeep,
    /// The record of processing of personal data, and how much of them went when its time was over.
    SeeProcessing,
    /// Tells who answers for personal data.
    ManageProcessing,
    /// What the public wrote: what of it is shown, what is hidden and why, what waits.
    SeeModeration,
    /// Asks for a decision about words of the public to be looked at again, in the name of a party that did not make it.
    AppealDecisions,
    /// Decides such appeals, where neither oneself nor one's own party is a side; auditors in every project.
    DecideAppeals,
}

impl Right {
    pub const ALL: [Right; 26] = [
        Right::UseDesk,
        Right::SeeStudies,
        Right::SeeJournal,
        Right::PreviewReports,
        Right::EnterCards,
        Right::ReadOpenAnswers,
        Right::DecideOpenAnswers,
        Right::CodeOpenAnswers,
        Right::ImportAnswers,
        Right::ImportQuestionnaires,
        Right::PlanStudies,
        Right::WriteReports,
        Right::WritePublications,
        Right::EditProjects,
        Right::FoundProjects,
        Right::ManagePeople,
        Right::ManageMail,
        Right::SeeEveryProject,
        Right::SeeWholeJournal,
        Right::SeeRights,
        Right::SeeUpkeep,
        Right::SeeProcessing,
        Right::ManageProcessing,
        Right::SeeModeration,
        Right::AppealDecisions,
        Right::DecideAppeals,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Right::UseDesk => "use-desk",
            Right::SeeStudies => "see-studies",
            Right::SeeJournal => "see-journal",
            Right::PreviewReports => "preview-reports",
            Right::EnterCards => "enter-cards",
            Right::ReadOpenAnswers => "read-open-answers",
            Right::DecideOpenAnswers => "decide-open-answers",
            Right::CodeOpenAnswers => "code-open-answers",
            Right::ImportAnswers => "import-answers",
            Right::ImportQuestionnaires => "import-questionnaires",
            Right::PlanStudies => "plan-studies",
            Right::WriteReports => "write-reports",
            Right::WritePublications => "write-publications",
            Right::EditProjects => "edit-projects",
            Right::FoundProjects => "found-projects",
            Right::ManagePeople => "manage-people",
            Right::ManageMail => "manage-mail",
            Right::SeeEveryProject => "see-every-project",
            Right::SeeWholeJournal => "see-whole-journal",
            Right::SeeRights => "see-rights",
            Right::SeeUpkeep => "see-upkeep",
            Right::SeeProcessing => "see-processing",
            Right::ManageProcessing => "manage-processing",
            Right::SeeModeration => "see-moderation",
            Right::AppealDecisions => "appeal-decisions",
            Right::DecideAppeals => "decide-appeals",
        }
    }

    /// The matrix.
    pub fn roles(self) -> &'static [Role] {
        use Role::{Administrator, Auditor, Clerk, DataReader, Editor, Interviewer, Official, Researcher};
        match self {
            Right::UseDesk | Right::SeeStudies => &Role::ALL,
            Right::SeeJournal => &[Administrator, Researcher, Official, Editor, Auditor],
            Right::EnterCards => &[Researcher, Clerk, Interviewer],
            Right::PreviewReports | Right::ReadOpenAnswers => &[Researcher, DataReader],
            Right::DecideOpenAnswers
            | Right::CodeOpenAnswers
            | Right::ImportAnswers
            | Right::ImportQuestionnaires
            | Right::PlanStudies => &[Researcher],
            Right::SeeModeration | Right::DecideAppeals => &[Researcher, Official, Auditor],
            Right::AppealDecisions => &[Researcher, Official],
            Right::WriteReports => &[Researcher, Editor],
            Right::WritePublications => &[Researcher, Official, Editor],
            Right::EditProjects => &[Administrator, Researcher, Official],
            Right::FoundProjects | Right::ManagePeople | Right::ManageMail | Right::ManageProcessing => {
                &[Administrator]
            }
            Right::SeeEveryProject
            | Right::SeeWholeJournal
            | Right::SeeRights
            | Right::SeeUpkeep
            | Right::SeeProcessing => &[Administrator, Auditor],
        }
    }

    pub fn is_of(self, role: Role) -> bool {
        self.roles().contains(&role)
    }
}

/// Whether the project is among what the actor may know at the desk.
pub fn sees(actor: Actor, project: &Project) -> bool {
    Right::SeeEveryProject.is_of(actor.role) || takes_part(actor, project)
}

pub fn takes_part(actor: Actor, project: &Project) -> bool {
    project.parties.iter().any(|participation| participation.party.id == actor.party)
}

/// Whether the actor's party does the project's work: an observer looks on, and no answer passes through its hands.
pub fn works(actor: Actor, project: &Project) -> bool {
    let works = |one: &outreach::Participation| one.party.id == actor.party && one.part != Part::Observer;
    project.parties.iter().any(works)
}

/// Whether the actor may use a right of those who do the project's work.
pub fn may(actor: Actor, right: Right, project: &Project) -> bool {
    right.is_of(actor.role) && works(actor, project)
}

/// Whether the actor may change what the project says of itself: its page belongs to the one who answers for it.
pub fn edits(actor: Actor, project: &Project) -> bool {
    let is_beneficiary = |participation: &outreach::Participation| {
        participation.part == Part::Beneficiary && participation.party.id == actor.party
    };
    let is_own = actor.role == Role::Administrator || project.parties.iter().any(is_beneficiary);
    Right::EditProjects.is_of(actor.role) && is_own
}
