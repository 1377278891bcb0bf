use crate::{PartyId, PersonId, TenantId};

/// What a person may do for a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Runs the instance: people, parties, settings. Writes in nobody's name.
    Administrator,
    /// Of the civic organisation: questionnaires, fieldwork, reports, publications.
    Researcher,
    /// Of the municipality: reads the project, publishes for the municipality.
    Official,
    /// Writes publications of the party and nothing else.
    Editor,
    /// At the counter: types in the cards of a box.
    Clerk,
    /// Asks people and types in what they answered.
    Interviewer,
    /// Reads the answers one by one, as they were given, and decides nothing about them.
    DataReader,
    /// Looks into everything of the instance and changes nothing.
    Auditor,
}

impl Role {
    pub const ALL: [Role; 8] = [
        Role::Administrator,
        Role::Researcher,
        Role::Official,
        Role::Editor,
        Role::Clerk,
        Role::Interviewer,
        Role::DataReader,
        Role::Auditor,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Role::Administrator => "administrator",
            Role::Researcher => "researcher",
            Role::Official => "official",
            Role::Editor => "editor",
            Role::Clerk => "clerk",
            Role::Interviewer => "interviewer",
            Role::DataReader => "data-reader",
            Role::Auditor => "auditor",
        }
    }

    pub fn from_code(code: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// Who acts: a signed-in person, in one role, for one party.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actor {
    pub tenant: TenantId,
    pub person: PersonId,
    pub party: PartyId,
    pub role: Role,
}
