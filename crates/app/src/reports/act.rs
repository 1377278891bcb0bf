/// What was done to a report, for the list of its states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    Proposed,
    Renamed,
    PartChanged,
    PartAdded,
    PartMoved,
    PartRemoved,
    NumbersAccepted,
}

impl Act {
    pub const ALL: [Act; 7] = [
        Act::Proposed,
        Act::Renamed,
        Act::PartChanged,
        Act::PartAdded,
        Act::PartMoved,
        Act::PartRemoved,
        Act::NumbersAccepted,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Act::Proposed => "proposed",
            Act::Renamed => "renamed",
            Act::PartChanged => "part-changed",
            Act::PartAdded => "part-added",
            Act::PartMoved => "part-moved",
            Act::PartRemoved => "part-removed",
            Act::NumbersAccepted => "numbers-accepted",
        }
    }

    pub fn from_code(code: &str) -> Option<Act> {
        Act::ALL.into_iter().find(|act| act.code() == code)
    }
}
