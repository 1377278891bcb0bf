use crate::GroupCode;

/// Where an item goes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// Into which page or group; `None`: onto the questionnaire itself.
    pub within: Option<GroupCode>,
    /// Before which of its items, by code; `None`: at the end.
    pub before: Option<String>,
}

impl Place {
    /// At the very end.
    pub fn last() -> Place {
        Place::default()
    }

    /// At the end of a group.
    pub fn last_in(group: GroupCode) -> Place {
        Place { within: Some(group), before: None }
    }
}
