/// What was done to a draft, for the list of its states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    Begun,
    AboutChanged,
    LanguageAdded,
    LanguageRemoved,
    ItemAdded,
    ItemChanged,
    /// A list of places took the place of its options.
    PlacesTaken,
    ItemMoved,
    ItemCopied,
    ItemRemoved,
    Restored,
}

impl Act {
    pub const ALL: [Act; 11] = [
        Act::Begun,
        Act::AboutChanged,
        Act::LanguageAdded,
        Act::LanguageRemoved,
        Act::ItemAdded,
        Act::ItemChanged,
        Act::PlacesTaken,
        Act::ItemMoved,
        Act::ItemCopied,
        Act::ItemRemoved,
        Act::Restored,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Act::Begun => "begun",
            Act::AboutChanged => "about-changed",
            Act::LanguageAdded => "language-added",
            Act::LanguageRemoved => "language-removed",
            Act::ItemAdded => "item-added",
            Act::ItemChanged => "item-changed",
            Act::PlacesTaken => "places-taken",
            Act::ItemMoved => "item-moved",
            Act::ItemCopied => "item-copied",
            Act::ItemRemoved => "item-removed",
            Act::Restored => "restored",
        }
    }

    /// Whether it is done letter by letter, and saves itself meanwhile.
    pub fn is_typing(self) -> bool {
        matches!(self, Act::AboutChanged | Act::ItemChanged)
    }

    pub fn from_code(code: &str) -> Option<Act> {
        Act::ALL.into_iter().find(|act| act.code() == code)
    }
}
