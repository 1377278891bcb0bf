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
    MethodFilled,
}

impl Act {
    pub const ALL: [Act; 8] = [
        Act::Proposed,
        Act::Renamed,
        Act::PartChanged,
        Act::PartAdded,
        Act::PartMoved,
        Act::PartRemoved,
        Act::NumbersAccepted,
        Act::MethodFilled,
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
            Act::MethodFilled => "method-filled",
        }
    }

    pub fn from_code(code: &str) -> Option<Act> {
        Act::ALL.into_iter().find(|act| act.code() == code)
    }
}
