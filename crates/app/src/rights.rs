//! Who may do what: the whole matrix in one table, asked by every door of the desk and shown as it is to administrators.
//!
//! A right says nothing about whose things it is for: a party's people never reach another party's words, and only people
//! of a party that takes part in a project reach its studies; what writes in a study or reads its answers is closed to
//! observers, whatever their role.

use base::{Actor, Role};
use outreach::{Part, Project};

/// Something that a signed-in person may be allowed to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Right {
    /// The desk itself: what waits, one's own sessions.
    UseDesk,
    /// A study's page: answers against plan, addresses, versions.
    SeeStudies,
    SeeJournal,
    /// A study's report before the public may see it.
    PreviewReports,
    ImportQuestionnaires,
    EnterCards,
    ImportAnswers,
    ReadOpenAnswers,
    /// In the name of one's own party, and of no other.
    WritePublications,
    /// In projects that one's own party takes part in as more than an observer.
    PlanStudies,
    /// Of projects whose beneficiary one's own party is; administrators of every project.
    EditProjects,
    /// Founds a project; decides which parties take part in it.
    FoundProjects,
    /// Adds people, gives them their parts and new setup links; puts right what is told of a party.
    ManagePeople,
    SeeRights,
    /// What the program does by itself, and what of it fails.
    SeeUpkeep,
}

impl Right {
    pub const ALL: [Right; 15] = [
        Right::UseDesk,
        Right::SeeStudies,
        Right::SeeJournal,
        Right::PreviewReports,
        Right::ImportQuestionnaires,
        Right::EnterCards,
        Right::ImportAnswers,
        Right::ReadOpenAnswers,
        Right::WritePublications,
        Right::PlanStudies,
        Right::EditProjects,
        Right::FoundProjects,
        Right::ManagePeople,
        Right::SeeRights,
        Right::SeeUpkeep,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Right::UseDesk => "use-desk",
            Right::SeeStudies => "see-studies",
            Right::SeeJournal => "see-journal",
            Right::PreviewReports => "preview-reports",
            Right::ImportQuestionnaires => "import-questionnaires",
            Right::EnterCards => "enter-cards",
            Right::ImportAnswers => "import-answers",
            Right::ReadOpenAnswers => "read-open-answers",
            Right::WritePublications => "write-publications",
            Right::PlanStudies => "plan-studies",
            Right::EditProjects => "edit-projects",
            Right::FoundProjects => "found-projects",
            Right::ManagePeople => "manage-people",
            Right::SeeRights => "see-rights",
            Right::SeeUpkeep => "see-upkeep",
        }
    }

    /// The matrix.
    pub fn roles(self) -> &'static [Role] {
        match self {
            Right::UseDesk | Right::SeeStudies | Right::SeeJournal | Right::EditProjects => &Role::ALL,
            Right::PreviewReports
            | Right::ImportQuestionnaires
            | Right::EnterCards
            | Right::ImportAnswers
            | Right::ReadOpenAnswers
            | Right::PlanStudies => &[Role::Researcher],
            Right::WritePublications => &[Role::Researcher, Role::Official],
            Right::FoundProjects | Right::ManagePeople | Right::SeeRights | Right::SeeUpkeep => &[Role::Administrator],
        }
    }

    pub fn is_of(self, role: Role) -> bool {
        self.roles().contains(&role)
    }
}

/// Whether the project is among what the actor may know at the desk: administrators run the instance and see every
/// project; all others those that their party takes part in.
pub fn sees(actor: Actor, project: &Project) -> bool {
    actor.role == Role::Administrator || takes_part(actor, project)
}

pub fn takes_part(actor: Actor, project: &Project) -> bool {
    project.parties.iter().any(|participation| participation.party.id == actor.party)
}

/// Whether the actor's party does the project's work: an observer looks on, and no answer passes through its hands.
pub fn works(actor: Actor, project: &Project) -> bool {
    let works = |one: &outreach::Participation| one.party.id == actor.party && one.part != Part::Observer;
    project.parties.iter().any(works)
}

/// Whether the actor may change what the project says of itself: its page belongs to the one who answers for it.
pub fn edits(actor: Actor, project: &Project) -> bool {
    let is_beneficiary = |participation: &outreach::Participation| {
        participation.part == Part::Beneficiary && participation.party.id == actor.party
    };
    match actor.role {
        Role::Administrator => true,
        Role::Researcher | Role::Official => project.parties.iter().any(is_beneficiary),
    }
}

/// Whether the actor may plan a study in the project.
pub fn plans(actor: Actor, project: &Project) -> bool {
    Right::PlanStudies.is_of(actor.role) && works(actor, project)
}
