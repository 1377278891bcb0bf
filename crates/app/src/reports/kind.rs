/// What kind of document a report is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The report of a study, as it is first published.
    Results,
    /// The yearly one on satisfaction with administrative service.
    Annual,
}

impl Kind {
    pub const ALL: [Kind; 2] = [Kind::Results, Kind::Annual];

    pub fn code(self) -> &'static str {
        match self {
            Kind::Results => "results",
            Kind::Annual => "annual",
        }
    }

    pub fn from_code(code: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}
