use crate::Mode;
use base::{AudienceId, QuestionnaireId, Text};
use std::collections::BTreeMap;

/// Those who are asked one questionnaire: residents, officials.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audience {
    pub id: AudienceId,
    /// Short and stable: `residents`.
    pub code: String,
    pub name: Text,
    /// The public address is `/s/` and this.
    pub token: String,
    /// How many answers are wanted, by the way they come in.
    pub plan: BTreeMap<Mode, u32>,
    /// How many people there are, where somebody knows.
    pub population: Option<u32>,
    /// How many were invited, where they were.
    pub invited: Option<u32>,
    pub collection: CollectionClass,
    pub admission: Admission,
    /// Online answering stops at this many answers.
    pub limit: Option<u32>,
    /// Whether a group too small for percentages has agreed that its answers are shown as counts.
    pub counts_agreed: bool,
    /// `None` until a questionnaire is imported.
    pub questionnaire: Option<QuestionnaireId>,
}

impl Audience {
    pub fn planned(&self) -> u32 {
        self.plan.values().fold(0, |sum, wanted| sum.saturating_add(*wanted))
    }

    /// How many people there are at most, where somebody knows.
    pub fn known(&self) -> Option<u32> {
        self.population.into_iter().chain(self.invited).min()
    }

    /// Whether it is known to be so small that its members know each other by what they write.
    pub fn is_small(&self) -> bool {
        self.known().is_some_and(|known| known < FEW)
    }

    pub fn is_full(&self, answered: u32) -> bool {
        self.limit.is_some_and(|limit| answered >= limit)
    }
}

/// Fewer people than this know each other.
pub const FEW: u32 = 30;

/// Who may answer at the public address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Admission {
    /// Whoever has the address.
    #[default]
    Open,
    /// Only somebody with a personal code, and each once.
    ByCode,
}

impl Admission {
    pub const ALL: [Admission; 2] = [Admission::Open, Admission::ByCode];

    pub fn code(self) -> &'static str {
        match self {
            Admission::Open => "open",
            Admission::ByCode => "by-code",
        }
    }

    pub fn from_code(code: &str) -> Option<Admission> {
        Admission::ALL.into_iter().find(|admission| admission.code() == code)
    }
}

/// How those who answered came to be asked; it decides what the figures may claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CollectionClass {
    /// A: everybody was asked and all or nearly all answered.
    Census,
    /// B: drawn by chance.
    Probability,
    /// C: everybody was invited, some answered.
    EveryoneInvited,
    /// D: whoever wished.
    SelfSelected,
}

impl CollectionClass {
    pub const ALL: [CollectionClass; 4] = [
        CollectionClass::Census,
        CollectionClass::Probability,
        CollectionClass::EveryoneInvited,
        CollectionClass::SelfSelected,
    ];

    pub fn code(self) -> &'static str {
        match self {
            CollectionClass::Census => "census",
            CollectionClass::Probability => "probability",
            CollectionClass::EveryoneInvited => "everyone-invited",
            CollectionClass::SelfSelected => "self-selected",
        }
    }

    pub fn from_code(code: &str) -> Option<CollectionClass> {
        CollectionClass::ALL.into_iter().find(|class| class.code() == code)
    }
}
